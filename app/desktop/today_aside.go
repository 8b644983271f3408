package desktop

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// AsideView is a row that was set aside: snoozed until a day, or muted for good
// (Until empty) with the reason.
type AsideView struct {
	Row    TodayRowView `json:"row"`
	Until  string       `json:"until"`
	Reason string       `json:"reason"`
}

// SetAside takes a row off the list: until a day after today, or for good with a
// reason. The error's field is "until" or "reason".
func (t *Today) SetAside(in TodayInput, until, reason string) (_ WrittenView, err error) {
	defer t.app.catch("today.set_aside", &err)
	b, item, err := t.open(in)
	if err != nil {
		return WrittenView{}, err
	}
	aside := success.Aside{Reason: strings.TrimSpace(reason)}
	label := "Mute for " + b.file.Account.Name
	if until != "" {
		if aside.Until, err = success.ParseDate(until); err != nil {
			return WrittenView{}, success.Invalid("until", "This is not a day.")
		}
		if aside.Until <= b.today {
			return WrittenView{}, success.Invalid("until", "Choose a day that is ahead.")
		}
		label = fmt.Sprintf("Snooze until %s for %s", aside.Until, b.file.Account.Name)
	} else if aside.Reason == "" {
		return WrittenView{}, success.Invalid("reason", "Say why, so that everybody knows later.")
	}
	body, err := json.Marshal(aside)
	if err != nil {
		return WrittenView{}, fmt.Errorf("write what is set aside: %w", err)
	}
	return t.putAside(b, label, item.todo.Key(), body)
}

// BringBack puts a row that was set aside back onto the list.
func (t *Today) BringBack(in TodayInput) (_ WrittenView, err error) {
	defer t.app.catch("today.bring_back", &err)
	b, item, err := t.open(in)
	if err != nil {
		return WrittenView{}, err
	}
	return t.putAside(b, "Bring back for "+b.file.Account.Name, item.todo.Key(), nil)
}

// putAside writes one key of what is set aside; keys of what is over go with it.
func (t *Today) putAside(b *planBuilder, label, key string, body json.RawMessage) (WrittenView, error) {
	all := map[string]json.RawMessage{}
	for k, aside := range success.Asides(&b.file.Account) {
		if aside.Holds(b.today) {
			all[k] = b.file.Account.SetAside[k]
		}
	}
	delete(all, key)
	if body != nil {
		all[key] = body
	}
	value, err := json.Marshal(all)
	if err != nil {
		return WrittenView{}, fmt.Errorf("write what is set aside: %w", err)
	}
	if len(all) == 0 {
		value = []byte("null")
	}
	return t.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("account", b.file.Account.ID, success.Fields{"set_aside": value})
		return written.ID, err
	})
}

// Asides lists what was set aside of the accounts looked at, what comes back first
// first and what was muted last.
func (t *Today) Asides(q TodayQuery) (_ []AsideView, err error) {
	defer t.app.catch("today.asides", &err)
	ws, err := t.app.workspace()
	if err != nil {
		return nil, err
	}
	settings, err := ws.Settings(t.app.ctx())
	if err != nil {
		return nil, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.load(); err != nil {
		return nil, err
	}
	wanted := wantedBy(t.chosen(q.CSMs, t.app.person()))
	views := []AsideView{}
	for i := range t.rows {
		row := &t.rows[i]
		if row.Aside == 0 || !wanted(row) || len(views) >= mostTodos {
			continue
		}
		file, err := ws.File(t.app.ctx(), row.Account)
		if isNotFound(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		b := newPlanBuilder(t.app, file.Live(), settings, t.from.today)
		asides := success.Asides(&b.file.Account)
		for _, todo := range success.Todos(b.file, settings, t.from.today) {
			if aside, ok := asides[todo.Key()]; ok && aside.Holds(t.from.today) {
				view := b.todoView(&todoItem{row: row, todo: todo})
				views = append(views, AsideView{Row: view, Until: aside.Until.String(), Reason: aside.Reason})
			}
		}
	}
	slices.SortStableFunc(views, func(a, b AsideView) int {
		return cmp.Or(lastIfEmpty(a.Until == "", b.Until == ""), cmp.Compare(a.Until, b.Until), cmp.Compare(a.Row.AccountName, b.Row.AccountName))
	})
	return views, nil
}

// isNotFound reports whether a record was not there.
func isNotFound(err error) bool {
	return err != nil && ProblemOf(err).Code == success.CodeNotFound
}
