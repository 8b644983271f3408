package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/tendril-app/tendril/internal/success"
)

// bundleFormat and bundleVersion are what a manifest must say.
const (
	bundleFormat  = "tendril-bundle"
	bundleVersion = 1
)

// Manifest is a bundle's manifest.json.
type Manifest struct {
	Format     string               `json:"format"`  // "tendril-bundle"
	Version    int                  `json:"version"` // 1
	ExportedAt success.Instant      `json:"exported_at"`
	Workspace  ManifestWorkspace    `json:"workspace"`
	Counts     map[success.Kind]int `json:"counts"`
}

// ManifestWorkspace is what an empty workspace adopts of a bundle.
type ManifestWorkspace struct {
	Name         string        `json:"name"`
	Currency     string        `json:"currency"`
	HalfLifeDays success.Count `json:"half_life_days,omitzero"`
}

// BlobStore keeps attachments by the lower-case hex SHA-256 of their bytes.
type BlobStore interface {
	// PutBlob keeps what r holds; the hash was checked.
	PutBlob(hash string, r io.Reader) error
}

// Source is what a bundle is written from.
type Source interface {
	// Records calls fn with each record of a kind, those in the bin included.
	Records(kind success.Kind, fn func(body json.RawMessage) error) error
	// Blob opens an attachment. An error that is fs.ErrNotExist leaves it out.
	Blob(hash string) (io.ReadCloser, error)
}

// BundleError says why a bundle was refused: nothing of it was written.
type BundleError struct {
	Problems []RowResult // file, line and reason of each
	More     int         // problems beyond those listed
}

// Error names the first problem and counts the others.
func (e *BundleError) Error() string {
	first := e.Problems[0]
	where := first.File
	if first.Row > 0 {
		where = fmt.Sprintf("%s, line %d", first.File, first.Row)
	}
	text := fmt.Sprintf("The bundle was refused and nothing of it was kept. %s: %s", where, first.Reason)
	if n := len(e.Problems) - 1 + e.More; n > 0 {
		text += fmt.Sprintf(" (and %d more)", n)
	}
	return text
}

// Unwrap returns the same as an error a person can mend.
func (e *BundleError) Unwrap() error { return success.Invalid("file", "%s", e.Error()) }

// Result answers the refusal the way an import of a table does.
func (e *BundleError) Result() Result {
	return Result{Refused: len(e.Problems) + e.More, Rows: e.Problems}
}

// maxProblems is how many problems of a bundle are listed.
const maxProblems = 100

// problems gathers what is wrong with a bundle.
type problems struct{ BundleError }

func (p *problems) add(file string, line int, format string, args ...any) {
	if len(p.Problems) >= maxProblems {
		p.More++
		return
	}
	p.Problems = append(p.Problems, RowResult{Row: line, File: file, Reason: fmt.Sprintf(format, args...)})
}

func (p *problems) err() error {
	if len(p.Problems) == 0 {
		return nil
	}
	return &p.BundleError
}

// Bundle is an opened and checked bundle.
type Bundle struct {
	Manifest Manifest
	Notes    []RowResult // unknown files and the like

	files   map[string]bundleFile
	close   func() error
	lines   int
	blobs   []string
	orphans []orphan // records whose owner is not in the bundle
}

// orphan is a record whose owner must be in the workspace already.
type orphan struct {
	file  string
	line  int
	field string
	kind  success.Kind
	id    success.ID
}

// OpenBundle opens a .tendril.zip file or an unpacked folder and checks every
// line that can be checked without a workspace. It returns a *BundleError that
// names file, line and reason of each bad line. Close the bundle after use.
func OpenBundle(path string) (*Bundle, error) {
	files, closer, err := bundleFiles(path)
	if err != nil {
		return nil, err
	}
	b := &Bundle{files: files, close: closer}
	if err := b.check(); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

// Attachments counts the files that come with the records.
func (b *Bundle) Attachments() int { return len(b.blobs) }

// Close closes the file behind the bundle.
func (b *Bundle) Close() error {
	if b.close == nil {
		return nil
	}
	return b.close()
}

// Apply writes the whole bundle or, with an error, nothing that may be kept:
// roll back then. A *BundleError names what was wrong. blobs may be nil where
// attachments cannot be kept; progress may be nil.
func (b *Bundle) Apply(target Target, blobs BlobStore, progress func(done, total int)) (Result, error) {
	if err := b.findOwners(target); err != nil {
		return Result{}, err
	}
	empty, err := isEmpty(target)
	if err != nil {
		return Result{}, err
	}
	a := &applier{bundle: b, target: target, progress: progress, result: Result{Rows: []RowResult{}, Notes: b.Notes}}
	if empty {
		if err := a.adopt(); err != nil {
			return Result{}, err
		}
	}
	for _, spec := range success.Specs() {
		if err := a.kind(spec.Kind, empty); err != nil {
			return Result{}, err
		}
	}
	if blobs != nil {
		if err := b.copyBlobs(blobs); err != nil {
			return Result{}, err
		}
	} else if len(b.blobs) > 0 {
		a.result.Notes = append(a.result.Notes, RowResult{File: "blobs", Reason: fmt.Sprintf("%d attachments were left out.", len(b.blobs))})
	}
	return a.result, nil
}

// findOwners checks that owners which the bundle does not hold are in the
// workspace.
func (b *Bundle) findOwners(target Target) error {
	var p problems
	for _, o := range b.orphans {
		if _, err := target.Get(o.kind, o.id); err != nil {
			var person *success.Error
			if !errors.As(err, &person) {
				return fmt.Errorf("looking for %s %s: %w", o.kind, o.id, err)
			}
			p.add(o.file, o.line, "%s names the %s %s, which is neither in the bundle nor in the workspace.", o.field, o.kind, o.id)
		}
	}
	return p.err()
}

// isEmpty reports whether a workspace holds no work yet: no records but its
// settings, members, views and templates.
func isEmpty(target Target) (bool, error) {
	found := errors.New("found one")
	for _, spec := range success.Specs() {
		switch spec.Kind {
		case "workspace", "member", "saved_view", "mapping", "template":
			continue
		}
		err := target.List(spec.Kind, func(success.ID, json.RawMessage) error { return found })
		if errors.Is(err, found) {
			return false, nil
		}
		if err != nil {
			return false, fmt.Errorf("looking whether the workspace is empty: %w", err)
		}
	}
	return true, nil
}

// applier writes the lines of a checked bundle.
type applier struct {
	bundle   *Bundle
	target   Target
	progress func(done, total int)
	done     int
	result   Result
}

// adopt gives an empty workspace the bundle's settings.
func (a *applier) adopt() error {
	m := a.bundle.Manifest.Workspace
	fields := success.Fields{}
	if m.Name != "" {
		fields["name"] = jsonText(m.Name)
	}
	if m.Currency != "" {
		fields["currency"] = jsonText(m.Currency)
	}
	if m.HalfLifeDays != 0 {
		fields["half_life_days"] = json.RawMessage(fmt.Sprint(m.HalfLifeDays))
	}
	return a.settings(fields)
}

// settings changes the record of the workspace, where there is one.
func (a *applier) settings(fields success.Fields) error {
	id, err := workspaceID(a.target)
	if err != nil || id == "" || len(fields) == 0 {
		return err
	}
	if _, err := a.target.Put("workspace", id, fields); err != nil {
		return fmt.Errorf("taking over the bundle's settings: %w", err)
	}
	return nil
}

func workspaceID(target Target) (success.ID, error) {
	var found success.ID
	err := target.List("workspace", func(id success.ID, _ json.RawMessage) error {
		found = id
		return nil
	})
	if err != nil {
		return "", fmt.Errorf("reading the workspace's settings: %w", err)
	}
	return found, nil
}

// kind writes the lines of one kind.
func (a *applier) kind(kind success.Kind, empty bool) error {
	file, ok := a.bundle.files[string(kind)+".jsonl"]
	if !ok {
		return nil
	}
	return eachLine(file, func(line int, text []byte) error {
		var fields success.Fields
		if err := json.Unmarshal(text, &fields); err != nil {
			return fmt.Errorf("reading %s line %d: %w", file.name, line, err)
		}
		if kind == "workspace" {
			return a.workspaceLine(file.name, line, fields, empty)
		}
		if kind == "fx_rate" {
			fields["id"] = jsonText(string(rateID(fields)))
		}
		w, err := a.target.Import(kind, fields)
		if err != nil {
			return importError(file.name, line, err)
		}
		a.count(w)
		return nil
	})
}

// importError tells a line that the workspace refuses from a workspace that
// fails.
func importError(file string, line int, err error) error {
	var person *success.Error
	if !errors.As(err, &person) || person.Code == success.CodeInternal || person.Code == success.CodeUnavailable {
		return fmt.Errorf("writing %s line %d: %w", file, line, err)
	}
	var p problems
	p.add(file, line, "%s", person.Message)
	return p.err()
}

func (a *applier) count(w Written) {
	switch {
	case w.Created:
		a.result.New++
	case w.Changed:
		a.result.Changed++
	default:
		a.result.Same++
	}
	a.done++
	if a.progress != nil && (a.done%500 == 0 || a.done == a.bundle.lines) {
		a.progress(a.done, a.bundle.lines)
	}
}

// workspaceLine takes over the settings of a bundle's own workspace record: a
// workspace keeps its one record and its id.
func (a *applier) workspaceLine(file string, line int, fields success.Fields, empty bool) error {
	id, err := workspaceID(a.target)
	if err != nil {
		return err
	}
	if id == "" {
		w, err := a.target.Import("workspace", fields)
		if err != nil {
			return importError(file, line, err)
		}
		a.count(w)
		return nil
	}
	if !empty {
		a.result.Notes = append(a.result.Notes, RowResult{Row: line, File: file, Reason: "The workspace has records already and keeps its own settings."})
		a.count(Written{})
		return nil
	}
	for _, name := range []string{"id", "created_at", "updated_at", "deleted_at"} {
		delete(fields, name)
	}
	w, err := a.target.Put("workspace", id, fields)
	if err != nil {
		return importError(file, line, err)
	}
	a.count(Written{ID: w.ID, Changed: w.Changed})
	return nil
}
