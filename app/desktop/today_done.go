package desktop

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// doneItem is a row that was done today: it stays where it stood, struck through,
// until it is taken back or the day ends. It is read from the journal, so that it is
// there after a restart, and wherever in the program it was done.
type doneItem struct {
	action string
	row    workspace.Summary
	todo   success.Todo
	view   TodayRowView
}

// doneOf is what was done in a workspace on a day.
type doneOf struct {
	ws    *workspace.Workspace
	day   success.Date
	seen  map[string]bool // actions that were looked at
	items []doneItem      // oldest first
}

// mostDeeds is how many of the newest actions are looked at.
const mostDeeds = 200

// recall looks through today's actions of this person that it has not seen yet: what
// an account asked for before one and does not ask for now was done by it.
func (t *Today) recall() error {
	ws, today := t.from.ws, t.from.today
	if t.done.ws != ws || t.done.day != today {
		t.done = doneOf{ws: ws, day: today, seen: map[string]bool{}}
	}
	deeds, err := ws.Deeds(t.app.ctx(), startOf(today, t.app.o.Now()), mostDeeds, func(action string) bool { return t.done.seen[action] })
	if err != nil {
		return fmt.Errorf("read what was done today: %w", err)
	}
	for i := range deeds {
		t.done.seen[deeds[i].Action.ID] = true
		if err := t.recallDeed(&deeds[i]); err != nil {
			return err
		}
	}
	return nil
}

func (t *Today) recallDeed(deed *workspace.Deed) error {
	at := slices.IndexFunc(t.rows, func(s workspace.Summary) bool { return s.Account == deed.Account })
	if at < 0 || !slices.ContainsFunc(deed.Records, func(l success.Link) bool { return doneKinds[l.Kind] != nil }) {
		return nil
	}
	now, err := t.from.ws.File(t.app.ctx(), deed.Account)
	if isNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	before := *now
	for _, rec := range deed.Records {
		put := doneKinds[rec.Kind]
		if put == nil {
			continue
		}
		body, found, err := t.from.ws.BeforeAction(t.app.ctx(), rec, deed.Action.ID)
		if err != nil {
			return fmt.Errorf("read what was before: %w", err)
		}
		if !found {
			body = nil
		}
		if err := put(&before, rec.ID, body); err != nil {
			return fmt.Errorf("read %s %s as it was: %w", rec.Kind, rec.ID, err)
		}
	}
	open := map[string]bool{}
	for _, todo := range success.Todos(now, t.from.settings, t.from.today) {
		open[todo.Key()] = true
	}
	b := newPlanBuilder(t.app, before.Live(), t.from.settings, t.from.today)
	for _, todo := range success.Todos(b.file, t.from.settings, t.from.today) {
		if open[todo.Key()] {
			continue
		}
		view := b.todoView(&todoItem{row: &t.rows[at], todo: todo})
		view.Done = &TodayDoneView{Action: deed.Action.ID, Label: deed.Action.Label, At: deed.Action.At.String()}
		t.done.items = append(t.done.items, doneItem{action: deed.Action.ID, row: t.rows[at], todo: todo, view: view})
	}
	return nil
}

// doneKinds are the records by which things are done; each puts a record into a file
// as it was, or takes it out where it was not there.
var doneKinds = map[success.Kind]func(f *success.File, id success.ID, body json.RawMessage) error{
	"touchpoint": func(f *success.File, id success.ID, body json.RawMessage) error {
		return putBack(&f.Touchpoints, id, body)
	},
	"renewal": func(f *success.File, id success.ID, body json.RawMessage) error {
		return putBack(&f.Renewals, id, body)
	},
	"reading": func(f *success.File, id success.ID, body json.RawMessage) error {
		return putBack(&f.Readings, id, body)
	},
	"evidence": func(f *success.File, id success.ID, body json.RawMessage) error {
		return putBack(&f.Evidence, id, body)
	},
	"milestone": func(f *success.File, id success.ID, body json.RawMessage) error {
		return putBack(&f.Milestones, id, body)
	},
	"question": func(f *success.File, id success.ID, body json.RawMessage) error {
		return putBack(&f.Questions, id, body)
	},
	"outcome": func(f *success.File, id success.ID, body json.RawMessage) error {
		return putBack(&f.Outcomes, id, body)
	},
	"story": func(f *success.File, id success.ID, body json.RawMessage) error { return putBack(&f.Stories, id, body) },
}

// putBack replaces a record by what it was; the list itself stays as it is.
func putBack[T any, P interface {
	*T
	success.Record
}](list *[]T, id success.ID, body json.RawMessage) error {
	out := make([]T, 0, len(*list))
	for i := range *list {
		one := (*list)[i]
		if P(&one).Base().ID == id {
			if body == nil {
				continue
			}
			var was T
			if err := json.Unmarshal(body, &was); err != nil {
				return fmt.Errorf("unmarshal: %w", err)
			}
			one = was
		}
		out = append(out, one)
	}
	*list = out
	return nil
}
