package desktop

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Evidence is what backs readings, steps of benefits, measures and benefits.
type Evidence struct{ app *App }

// NewEvidence returns the bound evidence.
func NewEvidence(app *App) *Evidence { return &Evidence{app: app} }

// EvidenceItemView is one piece of evidence and what it hangs on.
type EvidenceItemView struct {
	ID          string `json:"id"`
	SubjectKind string `json:"subject_kind"`
	SubjectID   string `json:"subject_id"`
	Kind        string `json:"kind"`
	Title       string `json:"title"`
	Body        string `json:"body"`
	URL         string `json:"url"`
	HasFile     bool   `json:"has_file"`
	On          string `json:"on"`
	Person      string `json:"stakeholder_id"`
	PersonName  string `json:"person_name"`
	Internal    bool   `json:"internal"`
}

// EvidenceInput is a piece of evidence as it is given. Path is a file to take in,
// of at most 25 MiB; URL a link; Body the words of a quote or a note.
type EvidenceInput struct {
	Account     string `json:"account"`
	SubjectKind string `json:"subject_kind"`
	SubjectID   string `json:"subject_id"`
	Kind        string `json:"kind"`
	Title       string `json:"title"`
	Body        string `json:"body"`
	URL         string `json:"url"`
	Path        string `json:"path"`
	On          string `json:"on"`
	Person      string `json:"stakeholder_id"`
	Internal    bool   `json:"internal"`
}

// backable are the kinds of records that the window hangs evidence on.
var backable = []success.Kind{"reading", "measure", "benefit", "benefit_step", "plan_signoff", "outcome", "touchpoint"}

// List returns what hangs on one record, the newest first; without a kind, what
// hangs on any record of the account.
func (e *Evidence) List(account, kind, id string) (_ []EvidenceItemView, err error) {
	defer e.app.catch("evidence.list", &err)
	file, settings, today, err := e.app.account(account)
	if err != nil {
		return nil, err
	}
	all := newPlanBuilder(e.app, file, settings, today).evidence()
	if kind == "" {
		return all, nil
	}
	return slices.DeleteFunc(all, func(v EvidenceItemView) bool { return v.SubjectKind != kind || v.SubjectID != id }), nil
}

func (b *planBuilder) evidence() []EvidenceItemView {
	views := []EvidenceItemView{}
	for i := range b.file.Evidence {
		e := &b.file.Evidence[i]
		if success.IsNotMeasured(e) || isPrompt(e) {
			continue
		}
		view := EvidenceItemView{
			ID: string(e.ID), SubjectKind: string(e.Subject.Kind), SubjectID: string(e.Subject.ID), Kind: cmp.Or(e.EvidenceKind, "note"),
			Title: e.Title, Body: e.Body, URL: safeLink(e.URL), HasFile: e.Blob != "", On: e.On.String(),
			Person: string(e.StakeholderID), Internal: e.Internal,
		}
		if who := b.people[e.StakeholderID]; who != nil {
			view.PersonName = who.Name
		}
		views = append(views, view)
	}
	slices.SortStableFunc(views, func(x, y EvidenceItemView) int { return cmp.Compare(y.On, x.On) })
	return views
}

// safeLink lets only addresses of the web through: others could start programs.
func safeLink(text string) string {
	u, err := url.Parse(text)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" {
		return ""
	}
	return text
}

// Add hangs a piece of evidence on a record. It returns CodeInvalid with the
// field that is wrong: a file that is too large, a link that is none.
func (e *Evidence) Add(in EvidenceInput) (_ WrittenView, err error) {
	defer e.app.catch("evidence.add", &err)
	if !slices.Contains(backable, success.Kind(in.SubjectKind)) {
		return WrittenView{}, success.Invalid("subject", "Evidence cannot hang on a %s here.", in.SubjectKind)
	}
	_, _, today, err := e.app.account(in.Account)
	if err != nil {
		return WrittenView{}, err
	}
	piece, err := newAttachment(in, today)
	if err != nil {
		return WrittenView{}, err
	}
	defer piece.close()
	return e.app.write("Add evidence"+named(cmp.Or(piece.rec.Title, short(piece.rec.Body))), func(tx *workspace.Tx) (success.ID, error) {
		return piece.attach(tx, piece.rec.Subject)
	})
}

// attachment is a piece of evidence with its file, ready to be hung on a record.
type attachment struct {
	rec  *success.Evidence
	file io.ReadCloser // nil where it has none
}

// newAttachment reads what was given; the file that it may open is closed by close.
func newAttachment(in EvidenceInput, today success.Date) (*attachment, error) {
	rec, err := evidenceOf(in, today)
	if err != nil {
		return nil, err
	}
	piece := &attachment{rec: rec}
	if in.Kind == "file" {
		if piece.file, err = openAttachment(in.Path); err != nil {
			return nil, err
		}
	}
	return piece, nil
}

func (a *attachment) close() {
	if a.file != nil {
		_ = a.file.Close() // it was only read
	}
}

// attach hangs the piece on a record that must be there.
func (a *attachment) attach(tx *workspace.Tx, on success.Link) (success.ID, error) {
	if _, err := tx.Get(on.Kind, on.ID); err != nil {
		return "", err
	}
	a.rec.Subject = on
	if a.file != nil {
		hash, err := tx.AddBlob(a.file)
		if err != nil {
			return "", err
		}
		a.rec.Blob = hash
	}
	return tx.Create(a.rec)
}

func evidenceOf(in EvidenceInput, today success.Date) (*success.Evidence, error) {
	rec := &success.Evidence{
		Subject: success.Link{Kind: success.Kind(in.SubjectKind), ID: success.ID(in.SubjectID)}, EvidenceKind: in.Kind,
		Title: strings.TrimSpace(in.Title), Body: strings.TrimSpace(in.Body), StakeholderID: success.ID(in.Person), Internal: in.Internal, On: today,
	}
	if in.On != "" {
		on, err := success.ParseDate(in.On)
		if err != nil || on == 0 {
			return nil, success.Invalid("on", "This is not a day.")
		}
		if on > today {
			return nil, success.Invalid("on", "This day has not come yet.")
		}
		rec.On = on
	}
	switch in.Kind {
	case "file":
		if in.Path == "" {
			return nil, success.Invalid("path", "Choose a file.")
		}
		rec.Title = cmp.Or(rec.Title, filepath.Base(in.Path))
	case "link":
		if rec.URL = strings.TrimSpace(in.URL); safeLink(rec.URL) == "" {
			return nil, success.Invalid("url", "A link begins with https:// or http://.")
		}
		rec.Title = cmp.Or(rec.Title, rec.URL)
	default:
		if rec.Body == "" {
			return nil, success.Invalid("body", "Write down what was said or seen.")
		}
	}
	return rec, nil
}

func openAttachment(path string) (io.ReadCloser, error) {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() {
		return nil, &success.Error{Code: success.CodeInvalid, Field: "path", Message: "This file cannot be read.", Err: err}
	}
	if info.Size() > workspace.MaxBlob {
		return nil, success.Invalid("path", "This file is larger than 25 MiB, the most that an attachment may have. Link to it instead.")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &success.Error{Code: success.CodeInvalid, Field: "path", Message: "This file cannot be read.", Err: err}
	}
	return f, nil
}

// Remove puts a piece of evidence in the bin.
func (e *Evidence) Remove(id string) (_ WrittenView, err error) {
	defer e.app.catch("evidence.remove", &err)
	return e.app.write("Remove evidence", func(tx *workspace.Tx) (success.ID, error) {
		return success.ID(id), tx.Delete("evidence", success.ID(id))
	})
}

// Save writes an attached file to path, which the dialog for saving has given.
func (e *Evidence) Save(id, path string) (err error) {
	defer e.app.catch("evidence.save", &err)
	ws, err := e.app.workspace()
	if err != nil {
		return err
	}
	body, err := ws.Get(e.app.ctx(), "evidence", success.ID(id))
	if err != nil {
		return err
	}
	rec, err := success.Decode("evidence", body)
	if err != nil {
		return err
	}
	evidence, ok := rec.(*success.Evidence)
	if !ok {
		return fmt.Errorf("evidence %s is a %s", id, rec.Kind())
	}
	blob, err := ws.OpenBlob(e.app.ctx(), evidence.Blob)
	if errors.Is(err, fs.ErrNotExist) {
		return success.NotFound("The file is not in this workspace: only its name is known here.")
	}
	if err != nil {
		return fmt.Errorf("read the attachment: %w", err)
	}
	defer func() { _ = blob.Close() }() // it was only read
	if err := writeBeside(path, blob); err != nil {
		return &success.Error{Code: success.CodeUnavailable, Err: err,
			Message: fmt.Sprintf("The file could not be written to %s; nothing was left there.", path)}
	}
	return nil
}

// writeBeside writes a file under another name first: a full disk leaves none.
func writeBeside(path string, from io.Reader) (err error) {
	temp, err := os.CreateTemp(filepath.Dir(path), ".tendril-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(temp.Name()) // only tidies up
		}
	}()
	out := bufio.NewWriter(temp)
	_, err = io.Copy(out, from)
	if err = errors.Join(err, out.Flush(), temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}

// short cuts a text to what a history's line has room for.
func short(text string) string {
	runes := []rune(text)
	if len(runes) <= 40 {
		return text
	}
	return strings.TrimSpace(string(runes[:39])) + "…"
}
