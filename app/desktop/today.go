package desktop

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Today is what to do next, over all accounts. It keeps the list last made, so
// that showing more of it, or fewer people's accounts, neither reads nor sorts again.
type Today struct {
	app *App

	mu   sync.Mutex
	from *accountRows
	rows []workspace.Summary // of from
	todo []todoItem          // of all accounts, in order
	done doneOf
}

// NewToday returns the bound list of what to do.
func NewToday(app *App) *Today { return &Today{app: app} }

// todoItem is one thing to do with the account that asks for it.
type todoItem struct {
	row  *workspace.Summary
	todo success.Todo
}

func (a *todoItem) compare(b *todoItem) int {
	groupA, byA := tendingOf(a.row)
	groupB, byB := tendingOf(b.row)
	return cmp.Or(a.todo.Compare(&b.todo, groupA, byA, groupB, byB), cmp.Compare(a.row.Name, b.row.Name),
		cmp.Compare(a.row.Account, b.row.Account), cmp.Compare(a.todo.Record.ID, b.todo.Record.ID))
}

// TodayQuery asks for the list. CSMs are whose accounts to look at; "*" among them
// is everybody's, and none at all the person's own where the name is one of a CSM,
// else everybody's. The empty name is the accounts that nobody has. Limit is how
// many open rows; below 1 ten.
type TodayQuery struct {
	CSMs  []string `json:"csms"`
	Limit int      `json:"limit"`
}

// TodayView is what to do on a day. Rows are in order, those that were done among
// them; Total and Now count open ones, Aside those that were set aside. Reckoning
// counts accounts whose figures are still being made. Mine says that the CSMs are
// the person alone, by default.
type TodayView struct {
	Today     string             `json:"today"`
	Person    string             `json:"person"`
	Accounts  int                `json:"accounts"`
	CSMs      []TodayCSMView     `json:"csms"`
	Chosen    []string           `json:"chosen"`
	Total     int                `json:"total"`
	Now       int                `json:"now"`
	Aside     int                `json:"aside"`
	Reckoning int                `json:"reckoning"`
	Rows      []TodayRowView     `json:"rows"`
	Week      []TodayEventView   `json:"week"`
	Horizon   []TodayRenewalView `json:"horizon"`
	Next      *TodayNextView     `json:"next"`
}

// TodayCSMView is somebody who has accounts, with how many and how much they ask for.
type TodayCSMView struct {
	Name     string `json:"name"`
	Accounts int    `json:"accounts"`
	Todos    int    `json:"todos"`
}

// everybody in a query is all accounts, whoever has them.
const everybody = "*"

const (
	usualTodos = 10
	mostTodos  = 200
)

// Page returns what to do next.
func (t *Today) Page(q TodayQuery) (_ TodayView, err error) {
	defer t.app.catch("today.page", &err)
	ws, err := t.app.workspace()
	if err != nil {
		return TodayView{}, err
	}
	person := t.app.person()
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.load(); err != nil {
		return TodayView{}, err
	}
	view := TodayView{Today: t.from.today.String(), Person: person, CSMs: t.csms()}
	view.Chosen = t.chosen(q.CSMs, person)
	wanted := wantedBy(view.Chosen)
	rows := t.accounts(wanted, &view)
	items, err := t.shown(ws, wanted, q.Limit, &view)
	if err != nil {
		return TodayView{}, err
	}
	if view.Rows, err = t.rowViews(ws, items); err != nil {
		return TodayView{}, err
	}
	view.Week, view.Horizon = weekOf(rows, t.from.today), horizonOf(rows, t.from.today)
	view.Next, err = t.next(ws, rows)
	return view, err
}

// load gathers what the accounts ask for where something changed since.
func (t *Today) load() error {
	now, err := t.app.rows.now()
	if err != nil || t.from == now {
		return err
	}
	t.from, t.rows, t.todo = now, now.summaries, nil
	for i := range t.rows {
		for _, todo := range t.rows[i].Todos() {
			t.todo = append(t.todo, todoItem{row: &t.rows[i], todo: todo})
		}
	}
	slices.SortFunc(t.todo, func(a, b todoItem) int { return a.compare(&b) })
	return nil
}

// csms lists who has accounts, by name; the accounts that nobody has come last.
func (t *Today) csms() []TodayCSMView {
	views, at := []TodayCSMView{}, map[string]int{}
	for i := range t.rows {
		row := &t.rows[i]
		if !row.Cancelled.IsZero() && row.Cancelled <= t.from.today {
			continue
		}
		n, ok := at[row.CSM]
		if !ok {
			n = len(views)
			at[row.CSM] = n
			views = append(views, TodayCSMView{Name: row.CSM})
		}
		views[n].Accounts++
	}
	for i := range t.todo {
		if n, ok := at[t.todo[i].row.CSM]; ok {
			views[n].Todos++
		}
	}
	slices.SortFunc(views, func(a, b TodayCSMView) int {
		return cmp.Or(lastIfEmpty(a.Name == "", b.Name == ""), cmp.Compare(folded(a.Name), folded(b.Name)))
	})
	return views
}

// chosen says whose accounts are looked at.
func (t *Today) chosen(asked []string, person string) []string {
	return chosenCSMs(t.rows, asked, person)
}

func wantedBy(chosen []string) func(*workspace.Summary) bool {
	if len(chosen) == 0 {
		return func(*workspace.Summary) bool { return true }
	}
	return func(s *workspace.Summary) bool { return slices.Contains(chosen, s.CSM) }
}

// accounts returns the rows that are looked at and counts them.
func (t *Today) accounts(wanted func(*workspace.Summary) bool, view *TodayView) []*workspace.Summary {
	rows := []*workspace.Summary{}
	for i := range t.rows {
		row := &t.rows[i]
		if !wanted(row) || !row.Cancelled.IsZero() && row.Cancelled <= t.from.today {
			continue
		}
		rows = append(rows, row)
		view.Aside += row.Aside
		if row.Verdict == "" {
			view.Reckoning++
		}
	}
	view.Accounts = len(rows)
	return rows
}

// shownItem is a row to show; done is nil of an open one.
type shownItem struct {
	todoItem
	done *doneItem
}

// shown returns the first open things to do, with those among them that were done.
func (t *Today) shown(ws *workspace.Workspace, wanted func(*workspace.Summary) bool, limit int, view *TodayView) ([]shownItem, error) {
	if limit < 1 {
		limit = usualTodos
	}
	limit = min(limit, mostTodos)
	if err := t.recall(); err != nil {
		return nil, err
	}
	if err := t.dropUndone(ws); err != nil {
		return nil, err
	}
	items, open := []shownItem{}, map[string]bool{}
	for i := range t.todo {
		item := &t.todo[i]
		if !wanted(item.row) {
			continue
		}
		view.Total++
		if item.todo.Now {
			view.Now++
		}
		open[item.todo.Key()] = true
		if view.Total <= limit {
			items = append(items, shownItem{todoItem: *item})
		}
	}
	for i := range t.done.items {
		d := &t.done.items[i]
		if wanted(&d.row) && !open[d.todo.Key()] {
			items = append(items, shownItem{todoItem: todoItem{row: &d.row, todo: d.todo}, done: d})
		}
	}
	slices.SortStableFunc(items, func(a, b shownItem) int { return a.compare(&b.todoItem) })
	return items, nil
}

// dropUndone forgets what was done and has been taken back since.
func (t *Today) dropUndone(ws *workspace.Workspace) error {
	const lookBack = 500
	if len(t.done.items) == 0 {
		return nil
	}
	actions, err := ws.Actions(t.app.ctx(), lookBack)
	if err != nil {
		return fmt.Errorf("read actions: %w", err)
	}
	undone := map[string]bool{}
	for i := range actions {
		undone[actions[i].ID] = actions[i].Undone
	}
	for i := range t.done.items {
		t.done.items[i].view.Done.Undone = undone[t.done.items[i].action]
	}
	return nil
}

// tendingOf is an account's place in the standing order of the portfolio.
func tendingOf(s *workspace.Summary) (group, by int) { return s.Tending.Group, s.Tending.By }
