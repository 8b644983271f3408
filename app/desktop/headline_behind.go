package desktop

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
)

// AccountsBehindView holds the accounts that a figure of the headline stands on, those
// that weigh most first. Total counts them all.
type AccountsBehindView struct {
	Accounts []AccountBehindView `json:"accounts"`
	Total    int                 `json:"total"`
}

// AccountBehindView is what an account brings to a figure, in the workspace's
// currency. Was is null where the figure compares no two days.
type AccountBehindView struct {
	ID   string   `json:"id"`
	Name string   `json:"name"`
	Now  float64  `json:"now"`
	Was  *float64 `json:"was"`
}

// behindShown is how many accounts stand behind a figure by name.
const behindShown = 8

// Behind returns the accounts behind a figure of the headline: arr, gross, net,
// level, growing, silent or renewing.
func (p *Portfolio) Behind(figure string) (_ AccountsBehindView, err error) {
	defer p.app.catch("portfolio.behind", &err)
	ws, err := p.app.workspace()
	if err != nil {
		return AccountsBehindView{}, err
	}
	p.mu.Lock()
	err = p.load(ws)
	rows := p.rows
	p.mu.Unlock()
	if err != nil {
		return AccountsBehindView{}, err
	}
	today := ws.Today()
	if figure == "gross" || figure == "net" {
		book, err := ws.Book(p.app.ctx(), "account", "term")
		if err != nil {
			return AccountsBehindView{}, fmt.Errorf("read terms: %w", err)
		}
		return most(retained(book, today, figure == "gross")), nil
	}
	settings, err := ws.Settings(p.app.ctx())
	if err != nil {
		return AccountsBehindView{}, fmt.Errorf("read settings: %w", err)
	}
	amount, known := parts[figure]
	if !known {
		return AccountsBehindView{}, success.NotFound("There is no figure called %q.", figure)
	}
	var found []AccountBehindView
	for i := range rows {
		row := &rows[i]
		if !row.Cancelled.IsZero() && row.Cancelled <= today {
			continue
		}
		rate, _ := rateTo(settings, row.Currency, today)
		if now, part := amount(row, today); part && now*rate != 0 {
			found = append(found, AccountBehindView{ID: string(row.Account), Name: row.Name, Now: now * rate})
		}
	}
	return most(found), nil
}

// parts says of each figure which accounts it counts, and what they bring, in
// their own currency. The conditions are those of HeadlineView.
var parts = map[string]func(row *portfolioRow, today success.Date) (float64, bool){
	"arr":   func(r *portfolioRow, _ success.Date) (float64, bool) { return r.ARR, true },
	"level": func(r *portfolioRow, _ success.Date) (float64, bool) { return r.Level, true },
	"growing": func(r *portfolioRow, _ success.Date) (float64, bool) {
		return r.ARR, r.Verdict == "expanding" || r.Verdict == "deepening"
	},
	"silent": func(r *portfolioRow, _ success.Date) (float64, bool) {
		return r.ARR, hasNews(&r.Summary) && *r.Silence >= silentDays
	},
	"renewing": func(r *portfolioRow, today success.Date) (float64, bool) {
		return r.ARR, !r.Decision.IsZero() && r.Decision.Sub(today) <= renewingDays
	},
}

// retained returns the accounts whose recurring revenue moved in a year; only
// those that lost some where the figure leaves growth out.
func retained(book *success.Book, today success.Date, lost bool) []AccountBehindView {
	var found []AccountBehindView
	for _, f := range book.Files {
		one := success.Retention(&success.Book{Settings: book.Settings, Files: []*success.File{f}}, today.AddYears(-1), today)
		if one.Accounts == 0 || one.ARRTo == one.ARRFrom || lost && one.ARRTo > one.ARRFrom {
			continue
		}
		was := one.ARRFrom
		found = append(found, AccountBehindView{ID: string(f.Account.ID), Name: f.Account.Name, Now: one.ARRTo, Was: &was})
	}
	return found
}

// most keeps the accounts that weigh most: by their amount, or by how far it moved.
func most(found []AccountBehindView) AccountsBehindView {
	weight := func(a AccountBehindView) float64 {
		if a.Was != nil {
			return math.Abs(a.Now - *a.Was)
		}
		return a.Now
	}
	slices.SortFunc(found, func(a, b AccountBehindView) int {
		return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(a.Name, b.Name))
	})
	return AccountsBehindView{Accounts: append([]AccountBehindView{}, found[:min(behindShown, len(found))]...), Total: len(found)}
}
