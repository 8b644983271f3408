package desktop

import (
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Ways are the portfolio's other ways to be seen: for sale, as roads, as a map of
// velocity and as assets.
type Ways struct{ app *App }

// NewWays returns the bound ways.
func NewWays(app *App) *Ways { return &Ways{app: app} }

// ReckoningView says that figures are still being made: of so many accounts, of which
// Done are. While Accounts is above 0 nothing else is known.
type ReckoningView struct {
	Accounts int `json:"accounts"`
	Done     int `json:"done"`
}

// load returns the rows as they are now, and those of their summaries that a filter
// leaves. Nothing of them must be changed.
func (w *Ways) load(only WaysFilter) (*accountRows, []workspace.Summary, error) {
	now, err := w.app.rows.now()
	if err != nil {
		return nil, nil, err
	}
	left, err := now.filtered(only)
	return now, left, err
}

// started counts the accounts that are listed today.
func (r *accountRows) started() int {
	n := 0
	for i := range r.summaries {
		if hasStarted(&r.summaries[i], r.today) {
			n++
		}
	}
	return n
}

// base counts the accounts that are listed today and have not left.
func (r *accountRows) base() int {
	n := 0
	for i := range r.summaries {
		if row := &r.summaries[i]; hasStarted(row, r.today) && row.Unpriced != string(success.UnpricedCancelled) {
			n++
		}
	}
	return n
}

// hasStarted reports whether an account is listed on a day.
func hasStarted(row *workspace.Summary, on success.Date) bool { return row.Start <= on }
