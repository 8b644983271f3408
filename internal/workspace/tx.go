package workspace

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// flushAt is how many records are gathered before they are written; it is also
// the limit of a group.
const flushAt = journal.MaxGroup

// Tx is one action being made. It sees its own writes. It must not be used
// after fn of Do returned, nor from two goroutines.
type Tx struct {
	w      *Workspace
	st     *sqlite.Writer
	now    time.Time
	today  success.Date
	act    sqlite.Action
	clock  journal.Clock
	seen   journal.HLC
	reps   *replicas
	apply  *applier
	drafts map[journal.UUID]*draft
	order  []*draft
	places map[journal.UUID]sqlite.Place
	undoes journal.UUID
	trust  bool         // values come from the journal and were checked when they were entered
	space  journal.UUID // of the workspace
}

// draft is a record that this action touches: as it was and as it shall be. The
// difference becomes one entry.
type draft struct {
	id     journal.UUID
	space  journal.UUID
	info   *kindInfo
	rec    *sqlite.Record // nil for a new record
	before body
	now    body
	settle bool // every conflict of the fields in force is settled
	force  []string
}

func (d *draft) isNew() bool { return d.rec == nil }

// Create writes a new record and fills its id and created_at where empty.
func (tx *Tx) Create(rec success.Record) (success.ID, error) {
	fields, err := success.FieldsOf(rec)
	if err != nil {
		return "", err
	}
	if rec.Base().ID == "" && rec.Kind() != "fx_rate" {
		fields["id"] = appendString(nil, string(tx.w.newID()))
	}
	if id := textOf(fields["id"]); id != "" {
		uid, err := parseID(success.ID(id))
		if err != nil {
			return "", err
		}
		if d, err := tx.find(uid); err != nil {
			return "", err
		} else if d != nil {
			return "", &success.Error{Code: success.CodeConflict, Field: "id", Message: "There is a record with this id already; nothing was changed."}
		}
	}
	written, err := tx.Import(rec.Kind(), fields)
	if err != nil {
		return "", err
	}
	rec.Base().ID = written.ID
	return written.ID, nil
}

// Put creates a record (id "" means a new id) or changes the fields given;
// only what differs is journaled. A null clears a field. A change of a record
// that is not there is an error of CodeNotFound; nothing of a refused record is
// kept, and the action can go on.
func (tx *Tx) Put(kind success.Kind, id success.ID, fields success.Fields) (Written, error) {
	return tx.write(kind, id, fields, putMode)
}

// Import is Put with the id of the fields, and with created_at, updated_at and
// deleted_at kept as given.
func (tx *Tx) Import(kind success.Kind, fields success.Fields) (Written, error) {
	return tx.write(kind, success.ID(textOf(fields["id"])), fields, importMode)
}

// Settle is Put that ends the conflicts of the fields given, also where a value
// stays as it is shown.
func (tx *Tx) Settle(kind success.Kind, id success.ID, fields success.Fields) (Written, error) {
	return tx.write(kind, id, fields, settleMode)
}

type writeMode int

const (
	putMode writeMode = iota
	importMode
	settleMode
)

func (tx *Tx) write(kind success.Kind, id success.ID, fields success.Fields, mode writeMode) (Written, error) {
	info, err := infoOf(kind)
	if err != nil {
		return Written{}, err
	}
	d, isNew, err := tx.draftFor(info, id, fields, mode)
	if err != nil {
		return Written{}, err
	}
	saved := *d
	saved.now = d.now.clone()
	changed, err := tx.merge(d, fields, mode)
	if err == nil && (changed || isNew) {
		err = tx.check(d, isNew)
	}
	if err != nil {
		*d = saved
		return Written{}, err
	}
	if isNew {
		tx.keep(d)
	}
	written := Written{ID: success.ID(d.now.id), Created: isNew, Changed: changed || isNew}
	if len(tx.order) >= flushAt {
		err = tx.flush()
	}
	return written, err
}

// keep makes a draft part of the action.
func (tx *Tx) keep(d *draft) {
	tx.drafts[d.id] = d
	tx.order = append(tx.order, d)
}

// draftFor returns the draft of a record that is there, or a new one that is not
// part of the action yet.
func (tx *Tx) draftFor(info *kindInfo, id success.ID, fields success.Fields, mode writeMode) (d *draft, isNew bool, err error) {
	id = tx.ownID(info, id, fields)
	given := id != ""
	if !given {
		id = tx.w.newID()
	}
	uid, err := parseID(id)
	if err == nil && given {
		d, err = tx.find(uid)
	}
	if err != nil {
		return nil, false, err
	}
	switch {
	case d != nil && d.info.kind != info.kind:
		return nil, false, success.Invalid("id", "The id %s belongs to a %s, not to a %s.", id, spoken(d.info.kind), spoken(info.kind))
	case d != nil:
		return d, false, tx.reuse(d, mode)
	case given && mode != importMode && !info.namesItself():
		return nil, false, notFound(info.kind, id)
	}
	d = &draft{id: uid, info: info}
	d.now = body{info: info, id: string(id)}
	return d, true, nil
}

// ownID returns the id of a record whose id follows from what it is, else id.
func (tx *Tx) ownID(info *kindInfo, id success.ID, fields success.Fields) success.ID {
	switch {
	case info.kind == "workspace" && !tx.space.IsZero():
		return success.ID(tx.space.String())
	case info.kind == "fx_rate" && id == "":
		return rateID(fields)
	}
	return id
}

// find returns the record as this action has it; nil when there is none.
func (tx *Tx) find(id journal.UUID) (*draft, error) {
	if d := tx.drafts[id]; d != nil {
		return d, nil
	}
	rec, found, err := tx.st.Record(id)
	if err != nil || !found {
		return nil, err
	}
	b, err := parseBody(infoOrUnknown(rec.Kind), rec.Body)
	if err != nil {
		return nil, fmt.Errorf("reading record %s: %w", id, err)
	}
	return &draft{id: id, space: rec.Space, info: b.info, rec: rec, before: b, now: b.clone()}, nil
}

// merge puts the fields given into the draft and reports whether that changed it.
func (tx *Tx) merge(d *draft, fields success.Fields, mode writeMode) (changed bool, err error) {
	for name, raw := range fields {
		switch name {
		case "id":
			continue
		case createdAt, updatedAt, deletedAt:
			changed = d.mergeTime(name, raw, mode) || changed
			continue
		}
		if mode == settleMode {
			d.settle, changed = true, true
			raw = d.settled(name, raw)
		}
		value, err := canonical(d.info.typeOf(name), raw)
		if err != nil {
			return false, success.Invalid(name, "The value of %s is not readable: %.60s", name, raw)
		}
		if string(value) == string(d.now.get(name)) {
			continue
		}
		if d.rec != nil && d.info.owner != nil && name == d.info.owner.Name {
			return false, success.Invalid(name, "A %s stays where it is; make a new one instead.", spoken(d.info.kind))
		}
		d.now.set(name, value)
		changed = true
	}
	return changed, nil
}

// settled notes the cells whose conflicts end, and returns the field's new value.
// Of a map, only the keys given are settled and changed.
func (d *draft) settled(name string, raw []byte) []byte {
	if d.info.typeOf(name) != success.TypeMap || len(raw) == 0 || raw[0] != '{' {
		d.force = append(d.force, name)
		return raw
	}
	var whole collection
	b := d.now.clone()
	whole.open(&b, name)
	_ = eachMember(raw, func(key, value []byte) error {
		text := textOf(append(append([]byte{'"'}, key...), '"'))
		d.force = append(d.force, journal.CellName(name, text))
		value, err := canonical(success.TypeJSON, value)
		if err != nil {
			return err
		}
		if value == nil {
			whole.put(text, journal.OpClear, journal.Value{})
		} else {
			whole.put(text, journal.OpSet, toValue(success.TypeJSON, value))
		}
		return nil
	})
	whole.close(&b)
	return b.get(name)
}

// mergeTime takes one of the record's own times where the mode lets it.
func (d *draft) mergeTime(name string, raw []byte, mode writeMode) (changed bool) {
	switch {
	case mode == importMode:
		return d.mergeOwn(name, raw)
	case mode == settleMode && name == deletedAt:
		d.mergeOwn(name, raw)
		d.settle = true
		d.force = append(d.force, presence)
		return true
	}
	return false
}

// mergeOwn takes a time that an import brings. The time of the last change alone
// is no change.
func (d *draft) mergeOwn(name string, raw []byte) (changed bool) {
	value, err := canonical(success.TypeInstant, raw)
	if err != nil {
		return false
	}
	text := textOf(value)
	switch name {
	case createdAt:
		changed = text != "" && text != d.now.created
		if changed {
			d.now.created = text
		}
	case updatedAt:
		if text != "" {
			d.now.updated = text
		}
	default:
		changed = (text == "") != (d.now.deleted == "")
		if changed {
			d.now.deleted = text
		}
	}
	return changed
}

// check holds the rules of the domain and finds where a new record belongs.
func (tx *Tx) check(d *draft, isNew bool) error {
	if tx.trust {
		return nil
	}
	if err := success.Validate(d.info.kind, d.now.asFields(), tx.today); err != nil {
		return err
	}
	if !isNew {
		return nil
	}
	space, err := tx.spaceOf(d)
	if err != nil {
		return err
	}
	d.space = space
	return nil
}

// spaceOf walks from a new record to the account it hangs on.
func (tx *Tx) spaceOf(d *draft) (journal.UUID, error) {
	switch {
	case d.info.kind == "account":
		return d.id, nil
	case d.info.kind == "workspace":
		tx.space = d.id
		return d.id, nil
	case d.info.owner == nil:
		return tx.space, nil
	}
	if d.info.owner2 != nil {
		if _, err := tx.ownerPlace(d, d.info.owner2, d.info.owner2.Owner2); err != nil {
			return journal.UUID{}, err
		}
	}
	p, err := tx.ownerPlace(d, d.info.owner, d.info.owner.Owner)
	return p.Space, err
}

func (tx *Tx) ownerPlace(d *draft, f *success.FieldSpec, kind success.Kind) (sqlite.Place, error) {
	raw := d.now.get(f.Name)
	text := textOf(raw)
	if f.Type == success.TypeLink {
		text, kind = textOf(member(raw, "id")), success.Kind(textOf(member(raw, "type")))
	}
	none := success.Invalid(f.Name, "The %s that this %s belongs to does not exist.", spoken(kind), spoken(d.info.kind))
	id, err := journal.ParseUUID(strings.ToLower(text))
	if err != nil {
		return sqlite.Place{}, none
	}
	p, found, err := tx.place(id)
	if err != nil {
		return sqlite.Place{}, err
	}
	if !found || p.Kind != string(kind) {
		return sqlite.Place{}, none
	}
	return p, nil
}

// place says where a record is, from this action, the file or memory.
func (tx *Tx) place(id journal.UUID) (sqlite.Place, bool, error) {
	if d := tx.drafts[id]; d != nil {
		return sqlite.Place{Space: d.space, Kind: string(d.info.kind)}, true, nil
	}
	if p, ok := tx.places[id]; ok {
		return p, true, nil
	}
	p, found, err := tx.st.Place(id)
	if found {
		tx.places[id] = p
	}
	return p, found, err
}

// Delete puts a record in the bin, and with it what hangs on it. Deleting what
// is in the bin already changes nothing.
func (tx *Tx) Delete(kind success.Kind, id success.ID) error {
	return tx.setDeleted(kind, id, success.InstantOf(tx.now).String())
}

// Restore takes a record out of the bin.
func (tx *Tx) Restore(kind success.Kind, id success.ID) error { return tx.setDeleted(kind, id, "") }

func (tx *Tx) setDeleted(kind success.Kind, id success.ID, at string) error {
	d, err := tx.existing(kind, id)
	if err != nil {
		return err
	}
	if kind == "workspace" {
		return success.Invalid("", "The workspace's own record cannot be deleted.")
	}
	if (d.now.deleted == "") == (at == "") {
		return nil
	}
	if d.isPurged() {
		return gone(kind)
	}
	if tx.drafts[d.id] == nil {
		tx.keep(d)
	}
	d.now.deleted = at
	return nil
}

func (tx *Tx) existing(kind success.Kind, id success.ID) (*draft, error) {
	uid, err := parseID(id)
	if err != nil {
		return nil, err
	}
	d, err := tx.find(uid)
	if err != nil {
		return nil, err
	}
	if d == nil || d.info.kind != kind {
		return nil, notFound(kind, id)
	}
	return d, nil
}

// Get returns a record's body as it stands in this action.
func (tx *Tx) Get(kind success.Kind, id success.ID) (json.RawMessage, error) {
	d, err := tx.existing(kind, id)
	if err != nil {
		return nil, err
	}
	shown := d.now
	if at := success.InstantOf(tx.now).String(); d.isNew() {
		if shown.created == "" {
			shown.created = at
		}
		if shown.updated == "" {
			shown.updated = at
		}
	}
	return shown.render(), nil
}

// List hands every live record of a kind to fn.
func (tx *Tx) List(kind success.Kind, fn func(id success.ID, body json.RawMessage) error) error {
	if err := tx.flush(); err != nil {
		return err
	}
	v := view{r: tx.st.Reader, space: tx.space}
	return v.list(kind, Query{}, func(id success.ID, body json.RawMessage) error { return fn(id, body) })
}

// ListIn hands every live record of a kind that hangs on an account to fn.
func (tx *Tx) ListIn(kind success.Kind, account success.ID, fn func(id success.ID, body json.RawMessage) error) error {
	if err := tx.flush(); err != nil {
		return err
	}
	v := view{r: tx.st.Reader, space: tx.space}
	return v.list(kind, Query{Account: account}, fn)
}

func parseID(id success.ID) (journal.UUID, error) {
	uid, err := journal.ParseUUID(string(id))
	if err != nil {
		return uid, success.Invalid("id", "%q is not the id of a record (a lower-case UUID).", id)
	}
	return uid, nil
}

func notFound(kind success.Kind, id success.ID) error {
	return success.NotFound("There is no %s with the id %s.", spoken(kind), id)
}

// spoken is a kind's name in a sentence.
func spoken(kind success.Kind) string { return strings.ReplaceAll(string(kind), "_", " ") }
