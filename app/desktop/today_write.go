package desktop

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// TodayInput names a row of the list.
type TodayInput struct {
	Account string `json:"account"`
	Key     string `json:"key"`
}

// CallInput is somebody's call on a renewal at a gate: "on track", "at risk" or,
// more than 90 days before the decision, "monitor".
type CallInput struct {
	Row    TodayInput `json:"row"`
	Call   string     `json:"call"`
	Reason string     `json:"reason"`
}

// Answered notes that a message was answered today.
func (t *Today) Answered(in TodayInput) (_ WrittenView, err error) {
	defer t.app.catch("today.answered", &err)
	b, item, err := t.open(in, success.TodoLeaving, success.TodoMessage)
	if err != nil {
		return WrittenView{}, err
	}
	return t.app.write("Answer a message of "+b.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("touchpoint", item.todo.Record.ID, success.Fields{"replied_on": jsonText(b.today.String())})
		return written.ID, err
	})
}

// Call notes the call of a gate, with what the records said at the time.
func (t *Today) Call(in CallInput) (_ WrittenView, err error) {
	defer t.app.catch("today.call", &err)
	b, item, err := t.open(in.Row, success.TodoGate)
	if err != nil {
		return WrittenView{}, err
	}
	term := byID(b.file.Terms, item.todo.Record.ID)
	if term == nil {
		return WrittenView{}, gone()
	}
	call := success.GateCall{
		DaysBefore: success.Count(item.todo.Number), Call: in.Call, Reason: strings.TrimSpace(in.Reason), DecidedBy: t.app.person(),
		Signal: b.renewalSignal(term), On: b.today,
	}
	if err := success.CheckCall(call); err != nil {
		return WrittenView{}, err
	}
	label := fmt.Sprintf("Decide the %d-day gate of %s", item.todo.Number, b.file.Account.Name)
	return t.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		return putCall(tx, b.file, term, call)
	})
}

// putCall writes a call into the renewal of a term, which is made where there is none.
func putCall(tx *workspace.Tx, f *success.File, term *success.Term, call success.GateCall) (success.ID, error) {
	for i := range f.Renewals {
		r := &f.Renewals[i]
		if r.TermID != term.ID {
			continue
		}
		gates := slices.DeleteFunc(slices.Clone(r.Gates), func(g success.GateCall) bool { return g.DaysBefore == call.DaysBefore })
		body, err := json.Marshal(append(gates, call))
		if err != nil {
			return "", fmt.Errorf("write gates: %w", err)
		}
		written, err := tx.Put("renewal", r.ID, success.Fields{"gates": body})
		return written.ID, err
	}
	return tx.Create(&success.Renewal{TermID: term.ID, Gates: []success.GateCall{call}})
}

// Read notes what a measure was read at today, or that it was asked for and not
// measured. The error's field is "value" where that is no number.
func (t *Today) Read(in TodayInput, value string, notMeasured bool) (_ WrittenView, err error) {
	defer t.app.catch("today.read", &err)
	b, item, err := t.open(in, success.TodoReading)
	if err != nil {
		return WrittenView{}, err
	}
	var rec success.Record = &success.Evidence{
		Subject: item.todo.Record, EvidenceKind: "note", Title: success.NotMeasuredTitle, On: b.today, Internal: true,
	}
	if !notMeasured {
		if strings.TrimSpace(value) == "" {
			return WrittenView{}, success.Invalid("value", "Type what was read.")
		}
		number, err := readNumber("value", value)
		if err != nil {
			return WrittenView{}, err
		}
		rec = &success.Reading{MeasureID: item.todo.Record.ID, On: b.today, Value: number, RecordedAt: success.InstantOf(t.app.o.Now())}
	}
	return t.app.write("Update a reading of "+b.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		return tx.Create(rec)
	})
}

// Kept notes that a promise was kept today.
func (t *Today) Kept(in TodayInput) (_ WrittenView, err error) {
	defer t.app.catch("today.kept", &err)
	b, item, err := t.open(in, success.TodoPromise)
	if err != nil {
		return WrittenView{}, err
	}
	label := "Done: " + titleOf(b.file, "milestone", item.todo.Record.ID)
	return t.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("milestone", item.todo.Record.ID, success.Fields{"done_on": jsonText(b.today.String())})
		return written.ID, err
	})
}

// Learned notes the answer to a question, given today.
func (t *Today) Learned(in TodayInput, answer string) (_ WrittenView, err error) {
	defer t.app.catch("today.learned", &err)
	b, item, err := t.open(in, success.TodoQuestion)
	if err != nil {
		return WrittenView{}, err
	}
	if answer = strings.TrimSpace(answer); answer == "" {
		return WrittenView{}, success.Invalid("answer", "Write what they said.")
	}
	return t.app.write("Answer a question of "+b.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("question", item.todo.Record.ID, success.Fields{"answer": jsonText(answer), "answered_on": jsonText(b.today.String())})
		return written.ID, err
	})
}

// StoodBy notes that somebody at the client stood by outcomes today.
func (t *Today) StoodBy(in TodayInput, person string, outcomes []string) (_ WrittenView, err error) {
	defer t.app.catch("today.stood_by", &err)
	b, _, err := t.open(in, success.TodoValidate)
	if err != nil {
		return WrittenView{}, err
	}
	who := b.people[success.ID(person)]
	switch {
	case who == nil:
		return WrittenView{}, success.Invalid("person", "Say who stands by it.")
	case len(outcomes) == 0:
		return WrittenView{}, success.Invalid("outcomes", "Choose what they stand by.")
	}
	for _, id := range outcomes {
		if byID(b.file.Outcomes, success.ID(id)) == nil {
			return WrittenView{}, gone()
		}
	}
	label := fmt.Sprintf("Validate %d outcomes of %s", len(outcomes), b.file.Account.Name)
	if len(outcomes) == 1 {
		label = "Validate an outcome of " + b.file.Account.Name
	}
	return t.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		for _, id := range outcomes {
			fields := success.Fields{"validated_on": jsonText(b.today.String()), "validated_by": jsonText(person)}
			if _, err := tx.Put("outcome", success.ID(id), fields); err != nil {
				return "", err
			}
		}
		return success.ID(outcomes[0]), nil
	})
}

// Compose writes the draft of the story that a row asks for, in the language of
// locale.
func (t *Today) Compose(in TodayInput, locale string) (_ ComposedView, err error) {
	defer t.app.catch("today.compose", &err)
	if _, _, err := t.open(in, success.TodoStory); err != nil {
		return ComposedView{}, err
	}
	return NewStories(t.app).Compose(in.Account, locale)
}

// Calendar writes what lies ahead of the accounts looked at as a calendar file
// (.ics), in a language. Records is how many events are in it.
func (t *Today) Calendar(q TodayQuery, path, language string) (_ ExportFileView, err error) {
	defer t.app.catch("today.calendar", &err)
	ws, err := t.app.workspace()
	if err != nil {
		return ExportFileView{}, err
	}
	book, err := ws.Book(t.app.ctx(), success.CalendarKinds()...)
	if err != nil {
		return ExportFileView{}, fmt.Errorf("read what lies ahead: %w", err)
	}
	t.mu.Lock()
	err = t.load()
	chosen := t.chosen(q.CSMs, t.app.person())
	t.mu.Unlock()
	if err != nil {
		return ExportFileView{}, err
	}
	if len(chosen) > 0 {
		book.Files = slices.DeleteFunc(book.Files, func(f *success.File) bool { return !slices.Contains(chosen, f.Account.CSM) })
	}
	events := success.Calendar(book, ws.Today())
	err = putFile(path, func(w io.Writer) error {
		return exchange.WriteCalendar(w, book.Settings.Workspace.Name, events, language, t.app.o.Now())
	})
	return ExportFileView{Path: path, Name: filepath.Base(path), Records: len(events)}, err
}

// open finds the row that is to be done, in its account's file as it is now.
func (t *Today) open(in TodayInput, kinds ...success.TodoKind) (*planBuilder, *todoItem, error) {
	file, settings, today, err := t.app.account(in.Account)
	if err != nil {
		return nil, nil, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.load(); err != nil {
		return nil, nil, err
	}
	at := slices.IndexFunc(t.rows, func(s workspace.Summary) bool { return s.Account == success.ID(in.Account) })
	if at < 0 {
		return nil, nil, gone()
	}
	for _, todo := range success.Todos(file, settings, today) {
		if todo.Key() == in.Key && (len(kinds) == 0 || slices.Contains(kinds, todo.Kind)) {
			return newPlanBuilder(t.app, file, settings, today), &todoItem{row: &t.rows[at], todo: todo}, nil
		}
	}
	return nil, nil, gone()
}

func gone() error {
	return success.NotFound("This is not to be done any more. Nothing was written.")
}
