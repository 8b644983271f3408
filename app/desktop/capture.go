package desktop

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/capture"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Capture turns a page of notes into records, after a look at them.
type Capture struct{ app *App }

// NewCapture returns the bound quick capture.
func NewCapture(app *App) *Capture { return &Capture{app: app} }

// mostNotes is far more than anybody writes in a meeting, in bytes.
const mostNotes = 1 << 20

// Account returns what a preview offers of an account.
func (c *Capture) Account(account string) (_ CaptureAccountView, err error) {
	defer c.app.catch("capture.account", &err)
	file, settings, today, err := c.app.account(account)
	if err != nil {
		return CaptureAccountView{}, err
	}
	view := CaptureAccountView{
		ID: string(file.Account.ID), Name: file.Account.Name, Currency: success.CurrencyOf(&file.Account, settings), Today: today.String(),
		People: talkPeople(file, today), Outcomes: []NamedView{}, Benefits: []NamedView{}, Measures: []CaptureMeasureView{},
		Dimensions: append([]string{}, settings.Workspace.Dimensions...),
	}
	plan, hasPlan := success.PlanOn(file, today)
	view.HasPlan = hasPlan
	for i := range file.Outcomes {
		if o := &file.Outcomes[i]; hasPlan && o.PlanID == plan.ID && o.Status != "dropped" {
			view.Outcomes = append(view.Outcomes, NamedView{ID: string(o.ID), Name: o.Statement})
		}
	}
	for i := range file.Benefits {
		view.Benefits = append(view.Benefits, NamedView{ID: string(file.Benefits[i].ID), Name: file.Benefits[i].Title})
	}
	for i := range file.Measures {
		m := &file.Measures[i]
		view.Measures = append(view.Measures, CaptureMeasureView{ID: string(m.ID), Name: m.Name, Unit: m.Unit})
	}
	return view, nil
}

// Preview reads a page and says what it would become. Nothing is saved.
func (c *Capture) Preview(in CaptureInput) (_ CaptureView, err error) {
	defer c.app.catch("capture.preview", &err)
	page, file, err := c.read(in)
	if err != nil {
		return CaptureView{}, err
	}
	return captureView(&page, file), nil
}

// Accept saves what a page is read as, as one action, and throws the draft away. It
// answers with the id of the conversation, and returns CodeInvalid for a blank page.
func (c *Capture) Accept(in CaptureInput) (_ WrittenView, err error) {
	defer c.app.catch("capture.accept", &err)
	page, file, err := c.read(in)
	if err != nil {
		return WrittenView{}, err
	}
	if len(page.Records) == 0 {
		return WrittenView{}, success.Invalid("text", "There is nothing on this page.")
	}
	written, err := c.app.write(captureLabel+" of “"+file.Account.Name+"”", func(tx *workspace.Tx) (id success.ID, err error) {
		err = page.Save(func(kind success.Kind, known success.ID, fields success.Fields) (success.ID, error) {
			done, err := tx.Put(kind, known, fields)
			if kind == "touchpoint" {
				id = done.ID
			}
			return done.ID, err
		})
		return id, err
	})
	if err != nil {
		return WrittenView{}, err
	}
	c.drop()
	return written, nil
}

// read reads a page against its account.
func (c *Capture) read(in CaptureInput) (capture.Page, *success.File, error) {
	file, settings, today, err := c.app.account(in.Account)
	if err != nil {
		return capture.Page{}, nil, err
	}
	if len(in.Text) > mostNotes {
		return capture.Page{}, nil, success.Invalid("text", "The notes are longer than %d MiB. Nothing was saved.", mostNotes>>20)
	}
	on := today
	if in.On != "" {
		if on, err = success.ParseDate(in.On); err != nil {
			return capture.Page{}, nil, success.Invalid("on", "This is not a day.")
		}
		if on > today {
			return capture.Page{}, nil, success.Invalid("on", "This day has not come yet.")
		}
	}
	choices, err := choicesOf(in, file, success.CurrencyOf(&file.Account, settings))
	if err != nil {
		return capture.Page{}, nil, err
	}
	page := capture.Parse(in.Text, capture.Context{File: file, Settings: settings, On: on, Comma: in.Comma, Choices: choices})
	return page, file, nil
}

func choicesOf(in CaptureInput, f *success.File, currency string) (capture.Choices, error) {
	choices := capture.Choices{Plain: map[int]bool{}, Measures: map[int]success.ID{}, Names: map[string]success.ID{}}
	for _, line := range in.Plain {
		choices.Plain[line] = true
	}
	for _, name := range slices.Sorted(maps.Keys(in.Names)) {
		id := success.ID(in.Names[name])
		if id == "" || slices.ContainsFunc(f.Stakeholders, func(s success.Stakeholder) bool { return s.ID == id }) {
			choices.Names[capture.Name(name)] = id
		}
	}
	for _, fix := range in.Fixes {
		if fix.Field == "measure_id" {
			choices.Measures[fix.Line] = success.ID(fix.Value)
			continue
		}
		value, err := fixedValue(fix, f, currency)
		if err != nil {
			return choices, err
		}
		choices.Corrections = append(choices.Corrections, capture.Correction{Line: fix.Line, Kind: success.Kind(fix.Kind), Field: fix.Field, Value: value})
	}
	return choices, nil
}

// fixedValue is the value of a correction. What a record hangs on may be chosen
// only among what the account has.
func fixedValue(fix CaptureFix, f *success.File, currency string) (json.RawMessage, error) {
	switch {
	case fix.Kind == "evidence" && fix.Field == "subject":
		kind, id, _ := strings.Cut(fix.Value, " ")
		if !slices.Contains(backable, success.Kind(kind)) || !success.IsID(id) {
			return nil, success.Invalid("subject", "Evidence cannot hang on a %s here.", kind)
		}
		return json.Marshal(success.Link{Kind: success.Kind(kind), ID: success.ID(id)})
	case fix.Kind == "behavior_change" && fix.Field == "outcome_id":
		if !slices.ContainsFunc(f.Outcomes, func(o success.Outcome) bool { return string(o.ID) == fix.Value }) {
			return nil, success.NotFound("This outcome is not there any more.")
		}
		return jsonText(fix.Value), nil
	}
	value := fix.Value
	if amount, its, found := strings.Cut(value, " "); found && success.IsCurrency(its) {
		value, currency = amount, its
	}
	fields, err := typedFields(success.Kind(fix.Kind), map[string]string{fix.Field: value}, currency)
	if err != nil {
		return nil, err
	}
	return fields[fix.Field], nil
}

// Draft returns the page that was being written when the window closed, as it was
// kept; "" for none. It is the window's own text.
func (c *Capture) Draft() (_ string, err error) {
	defer c.app.catch("capture.draft", &err)
	path, ok := c.draftPath()
	if !ok {
		return "", nil
	}
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read the draft: %w", err)
	}
	return string(text), nil
}

// KeepDraft keeps the page that is being written until it is accepted or thrown
// away; an empty one is thrown away. It is kept beside the workspace's other state,
// readable by this person alone, and is in no record and no history.
func (c *Capture) KeepDraft(text string) (err error) {
	defer c.app.catch("capture.keep_draft", &err)
	if text == "" {
		c.drop()
		return nil
	}
	path, ok := c.draftPath()
	if !ok || len(text) > 2*mostNotes {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("keep the draft: %w", err)
	}
	if err := os.WriteFile(path+".new", []byte(text), 0o600); err != nil {
		return fmt.Errorf("keep the draft: %w", err)
	}
	return os.Rename(path+".new", path)
}

func (c *Capture) drop() {
	path, ok := c.draftPath()
	if !ok {
		return
	}
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		c.app.o.Log.WithError(err).Warn("the draft of notes was not thrown away")
	}
}

// draftPath is where the draft of the open workspace is kept.
func (c *Capture) draftPath() (string, bool) {
	last := c.app.LastPath()
	if c.app.o.State == "" || last == "" {
		return "", false
	}
	sum := sha256.Sum256([]byte(last))
	return filepath.Join(c.app.o.State, "notes-"+hex.EncodeToString(sum[:8])+".json"), true
}
