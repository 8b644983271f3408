package desktop

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// rowsBook is the summaries of all accounts in memory, for every screen that looks
// over them. They are read once after a change, whichever screen asks first.
type rowsBook struct {
	app *App

	mu   sync.Mutex
	rows *accountRows
}

// rowsKey says of what rows are: of this workspace, as of that change, on that day.
type rowsKey struct {
	ws    *workspace.Workspace
	at    uint64
	today success.Date
}

// accountRows is every account's summary as of a change and a day. Nobody changes a
// row: whoever holds old ones goes on with them.
type accountRows struct {
	rowsKey
	summaries []workspace.Summary
	settings  *success.Settings

	once  sync.Once
	table portfolioTable

	mu    sync.Mutex
	asked string // the filter that left answers
	left  []workspace.Summary
}

func newRowsBook(app *App) *rowsBook { return &rowsBook{app: app} }

// now returns the rows of the open workspace, read again where something changed.
func (b *rowsBook) now() (*accountRows, error) {
	ws, err := b.app.workspace()
	if err != nil {
		return nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	// The counter is read first: a change meanwhile makes these rows old at once.
	key := rowsKey{ws: ws, at: b.app.changes.Load(), today: ws.Today()}
	if b.rows != nil && b.rows.rowsKey == key {
		return b.rows, nil
	}
	rows := &accountRows{rowsKey: key}
	if rows.settings, err = ws.Settings(b.app.ctx()); err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	if rows.summaries, err = ws.Summaries(b.app.ctx()); err != nil {
		return nil, fmt.Errorf("read summaries: %w", err)
	}
	b.rows = rows
	return rows, nil
}

// forget lets go of the rows of a workspace that was closed.
func (b *rowsBook) forget() {
	b.mu.Lock()
	b.rows = nil
	b.mu.Unlock()
}

// portfolio returns the rows as a table is made of them; the first who asks makes it.
func (r *accountRows) portfolio() *portfolioTable {
	r.once.Do(func() { r.table = portfolioTableOf(r.summaries, r.settings, r.today) })
	return &r.table
}

// waiting counts the accounts without figures, and how many have theirs by now.
func (r *accountRows) waiting() ReckoningView {
	var view ReckoningView
	for i := range r.summaries {
		if r.summaries[i].Verdict == "" {
			view.Accounts++
		}
	}
	if view.Accounts > 0 {
		made, _ := r.ws.Reckoning()
		view.Done = min(made, view.Accounts)
	}
	return view
}

// WaysFilter leaves some of the accounts, as Filter and Filters of PortfolioQuery do.
type WaysFilter struct {
	Filter  string            `json:"filter"`
	Filters []PortfolioFilter `json:"filters"`
}

// filtered returns the summaries that a filter leaves: all of them, not copied, where
// there is none. The last answer is kept: the pages and pictures of a way ask again.
func (r *accountRows) filtered(f WaysFilter) ([]workspace.Summary, error) {
	if strings.TrimSpace(f.Filter) == "" && len(f.Filters) == 0 {
		return r.summaries, nil
	}
	asked, err := json.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("read the filter: %w", err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.left != nil && r.asked == string(asked) {
		return r.left, nil
	}
	table := r.portfolio()
	passes, err := table.book.passing(f.Filter, f.Filters, r.today)
	if err != nil {
		return nil, err
	}
	places := make([]int, 0, len(table.rows))
	for i := range table.rows {
		if passes(&table.rows[i]) {
			places = append(places, i)
		}
	}
	left := make([]workspace.Summary, len(places))
	for i, at := range places {
		left[i] = r.summaries[at]
	}
	r.asked, r.left = string(asked), left
	return left, nil
}
