package workspace

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// Forgetting a person takes out of the file by what they can be known: their own
// fields, and their name, mail address and telephone number wherever a text of the
// account has them, in its history, in search, in told stories and in attached
// mails. The records stay, and what they prove stays proved: they name somebody who
// is not named. Like emptying the bin it is final.

// ForgetHow says what stands in place of a person from then on, and which parts of
// their name are to stay where they stand alone, because they are everyday words.
type ForgetHow struct {
	As   string
	Keep []string
}

// Part is a part of a person's name that is looked for on its own, and how often it
// stands in texts and their history.
type Part struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// Forgotten tells what forgetting a person took out, or would take out: of how many
// records (their own included), of how many entries of the history, of which told
// stories, and how many attached files were removed. Unread counts the attachments
// of the account that cannot be searched; Exported is how many documents of the
// account have left the house; Backups are the copies that still name the person.
type Forgotten struct {
	Name     string   `json:"name"`
	Records  int      `json:"records"`
	Changes  int      `json:"changes"`
	Stories  []string `json:"stories"`
	Files    int      `json:"files"`
	Unread   int      `json:"unread"`
	Exported int      `json:"exported"`
	Backups  int      `json:"backups"`
	Parts    []Part   `json:"parts"`
}

// ofPerson are the fields of a stakeholder that are taken out. That they were there,
// and until when, stays.
var ofPerson = []string{
	"title", "team", "email", "phone", "role", "stance", "influence", "cares_about", "reports_to_id",
	"quote_permission", "quote_permission_until",
}

// forgetting is the work of one forgetting, on paper or for good.
type forgetting struct {
	id    journal.UUID
	space journal.UUID
	how   ForgetHow
	today success.Date
	signs *signs
	hash  func(frozen []byte) (string, error)
	blobs map[string]bool // what nothing names any more
	out   Forgotten
}

// LookForget tells what Forget would do. Nothing is changed.
func (w *Workspace) LookForget(ctx context.Context, person success.ID, how ForgetHow) (Forgotten, error) {
	var out Forgotten
	err := w.read(ctx, func(v view) error {
		f, err := w.forgetting(v, person, how)
		if err != nil {
			return err
		}
		ids, err := f.ids(v.r)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := f.survey(v.r, id); err != nil {
				return err
			}
		}
		out = f.report(w)
		return nil
	})
	return out, err
}

// Forget takes a person out of the file for good and tells what it did. It returns
// an error of CodeNotFound for somebody who is not there, and of CodeInvalid for one
// who was forgotten before.
func (w *Workspace) Forget(ctx context.Context, person success.ID, how ForgetHow) (Forgotten, error) {
	f, err := w.forget(ctx, person, how)
	if err != nil {
		return Forgotten{}, err
	}
	if err := w.noteForgotten(person, how, f.today); err != nil {
		w.o.Log.WithField("err", err.Error()).Warn("that a person was forgotten could not be noted for backups")
	}
	if err := w.file.Scrub(ctx); err != nil {
		w.o.Log.WithField("err", err.Error()).Warn("the file was not written anew after a person was forgotten")
	}
	// What recovery would start from is the file without them, and the second copy
	// of the journal begins anew.
	if _, err := w.Backup(ctx, ""); err != nil {
		w.o.Log.WithField("err", err.Error()).Warn("the backup after a person was forgotten failed")
	}
	return f.report(w), nil
}

// forget does what Forget does in the file.
func (w *Workspace) forget(ctx context.Context, person success.ID, how ForgetHow) (*forgetting, error) {
	var f *forgetting
	_, err := w.act(ctx, "Forget a person", journal.UUID{}, purgeDepth, func(tx *Tx) (err error) {
		if f, err = w.forgetting(view{r: tx.st.Reader, space: tx.space}, person, how); err != nil {
			return err
		}
		ids, err := f.ids(tx.st.Reader)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := f.rewrite(tx, id); err != nil {
				return err
			}
		}
		if err := tx.flush(); err != nil {
			return err
		}
		for _, id := range ids {
			if err := f.blank(tx, id); err != nil {
				return err
			}
		}
		return f.relabel(tx)
	})
	if err != nil {
		return nil, err
	}
	return f, w.dropBlobs(ctx, f.blobs)
}

// forgetting reads who the person is and was.
func (w *Workspace) forgetting(v view, person success.ID, how ForgetHow) (*forgetting, error) {
	id, err := parseID(person)
	if err != nil {
		return nil, err
	}
	rec, found, err := v.r.Record(id)
	if err != nil {
		return nil, err
	}
	if !found || rec.Kind != "stakeholder" || isPurged(rec.Body) {
		return nil, success.NotFound("This person is not there any more.")
	}
	if textOf(member(rec.Body, "forgotten_on")) != "" {
		return nil, success.Invalid("", "This person was forgotten before.")
	}
	if strings.TrimSpace(how.As) == "" {
		return nil, success.Invalid("as", "Say what is to stand in place of the name.")
	}
	f := &forgetting{
		id: id, space: rec.Space, how: how, today: success.DateOf(w.o.Now()), hash: w.o.ContentHash, blobs: map[string]bool{},
		out: Forgotten{Name: textOf(member(rec.Body, "name")), Stories: []string{}, Parts: []Part{}},
	}
	names, contacts, err := everNamed(v.r, rec)
	if err != nil {
		return nil, err
	}
	taken, err := f.othersOf(v)
	if err != nil {
		return nil, err
	}
	f.signs = signsOf(how.As, names, contacts, append(taken, w.actorName), how.Keep)
	return f, nil
}

// everNamed returns the names that a person has had, and how they could be reached.
func everNamed(r *sqlite.Reader, rec *sqlite.Record) (names, contacts []string, err error) {
	names = []string{textOf(member(rec.Body, "name"))}
	contacts = []string{textOf(member(rec.Body, "email")), textOf(member(rec.Body, "phone"))}
	entries, err := entriesOf(r, rec)
	if err != nil {
		return nil, nil, err
	}
	for _, l := range entries {
		for i := range l.entry.Fields {
			switch field := &l.entry.Fields[i]; field.Name {
			case "name":
				names = append(names, field.Value.Text)
			case "email", "phone":
				contacts = append(contacts, field.Value.Text)
			}
		}
	}
	return names, contacts, nil
}

// othersOf returns the names of the account, of its other people and of our own.
func (f *forgetting) othersOf(v view) ([]string, error) {
	var names []string
	note := func(row sqlite.Row) error {
		if row.ID != f.id {
			names = append(names, textOf(member(row.Body, "name")))
		}
		return nil
	}
	for _, at := range []struct {
		space journal.UUID
		kind  string
	}{{f.space, "account"}, {f.space, "stakeholder"}, {v.space, "member"}} {
		if err := v.r.KindInSpace(at.space, at.kind, note); err != nil {
			return nil, err
		}
	}
	return names, nil
}

// ids are the records of the account, in no order that matters.
func (f *forgetting) ids(r *sqlite.Reader) ([]journal.UUID, error) {
	var ids []journal.UUID
	err := r.InSpace(f.space, func(row sqlite.Row) error {
		ids = append(ids, row.ID)
		return nil
	})
	return ids, err
}

// survey counts what of one record would change.
func (f *forgetting) survey(r *sqlite.Reader, id journal.UUID) error {
	rec, found, err := r.Record(id)
	if err != nil || !found {
		return err
	}
	b, err := parseBody(infoOrUnknown(rec.Kind), rec.Body)
	if err != nil {
		return err
	}
	now := b.clone()
	if _, err := f.redact(id, &now, r, nil); err != nil {
		return err
	}
	entries, err := entriesOf(r, rec)
	if err != nil {
		return err
	}
	for _, l := range entries {
		if f.rewriteEntry(id, b.info, l.entry) {
			f.out.Changes++
		}
	}
	return nil
}

// rewrite changes one record as every change is made, so that other copies of the
// workspace hear of it.
func (f *forgetting) rewrite(tx *Tx, id journal.UUID) error {
	d, err := tx.find(id)
	if err != nil || d == nil || d.isPurged() {
		return err
	}
	names, err := f.redact(id, &d.now, tx.st.Reader, tx)
	if err != nil || len(names) == 0 {
		return err
	}
	d.settle = true
	for _, name := range names {
		if kind := d.info.typeOf(name); kind != success.TypeSet && kind != success.TypeMap {
			d.force = append(d.force, name)
		}
	}
	tx.keep(d)
	return nil
}

// redact takes the person out of a record and returns the fields that changed. tx is
// nil where it is only on paper.
func (f *forgetting) redact(id journal.UUID, b *body, r *sqlite.Reader, tx *Tx) (names []string, err error) {
	if id == f.id {
		names = f.redactPerson(b)
	} else {
		names = f.redactTexts(b)
	}
	switch b.info.kind {
	case "evidence":
		more, err := f.redactFile(b, r)
		if err != nil {
			return nil, err
		}
		names = append(names, more...)
	case "story":
		more, err := f.redactTold(b, r, tx)
		if err != nil {
			return nil, err
		}
		names = append(names, more...)
	case "export_record":
		f.out.Exported++
	}
	if len(names) > 0 {
		f.out.Records++
	}
	return names, nil
}

func (f *forgetting) redactPerson(b *body) []string {
	names := append([]string{"name", "forgotten_on"}, ofPerson...)
	for _, name := range ofPerson {
		b.set(name, nil)
	}
	b.set("name", appendString(nil, f.how.As))
	b.set("forgotten_on", appendString(nil, f.today.String()))
	if left, err := success.ParseDate(textOf(b.get("left_on"))); err != nil || left == 0 || left > f.today {
		b.set("left_on", appendString(nil, f.today.String()))
		names = append(names, "left_on")
	}
	return names
}

// speaks reports whether a field's value can name somebody in words. Of another
// person at the account what they are called themselves is left alone.
func speaks(info *kindInfo, name string) bool {
	if info.kind == "stakeholder" && slices.Contains([]string{"name", "email", "phone"}, name) {
		return false
	}
	field := info.spec.Field(name)
	if field == nil {
		return true
	}
	switch field.Type {
	case success.TypeText:
		return len(field.Enum) == 0 && !field.Currency
	case success.TypeJSON, success.TypeSet, success.TypeMap:
		return true
	}
	return false
}

func (f *forgetting) redactTexts(b *body) (names []string) {
	for _, one := range slices.Clone(b.fields) {
		if !speaks(b.info, one.name) {
			continue
		}
		if now := f.signs.redactJSON(one.raw); !bytes.Equal(now, one.raw) {
			if value, err := canonical(b.info.typeOf(one.name), now); err == nil {
				now = value
			}
			b.set(one.name, now)
			names = append(names, one.name)
		}
	}
	return names
}

// redactFile takes an attached file out that names the person.
func (f *forgetting) redactFile(b *body, r *sqlite.Reader) ([]string, error) {
	hash := textOf(b.get("blob"))
	if hash == "" {
		return nil, nil
	}
	var file bytes.Buffer
	found, err := r.Blob(hash, &file)
	if err != nil || !found {
		return nil, err
	}
	if !f.signs.names(file.Bytes()) {
		if !utf8.Valid(file.Bytes()) {
			f.out.Unread++
		}
		return nil, nil
	}
	f.out.Files++
	f.blobs[hash] = true
	b.set("blob", nil)
	return []string{"blob"}, nil
}

// report is what was done, with what cannot be reached from here.
func (f *forgetting) report(w *Workspace) Forgotten {
	for _, part := range f.signs.parts() {
		f.out.Parts = append(f.out.Parts, Part{part, f.signs.found[part]})
	}
	if all, err := w.Backups(); err == nil {
		f.out.Backups = len(all)
	}
	return f.out
}

// jsonList reads a list, which may not be there.
func jsonList[T any](raw []byte) ([]T, error) {
	if len(raw) == 0 {
		return nil, nil
	}
	var list []T
	if err := json.Unmarshal(raw, &list); err != nil {
		return nil, fmt.Errorf("reading a list: %w", err)
	}
	return list, nil
}
