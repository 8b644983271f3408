package desktop

import (
	"cmp"
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
// at_risk, for_sale (those that may be among them) or not_known.
func (p *Portfolio) Behind(figure string) (_ AccountsBehindView, err error) {
	defer p.app.catch("portfolio.behind", &err)
	now, err := p.app.rows.now()
	if err != nil {
		return AccountsBehindView{}, err
	}
	rows, today := now.portfolio().rows, now.today
	if figure == "gross" || figure == "net" {
		book, err := p.app.terms.book(now.ws, now.settings)
		if err != nil {
			return AccountsBehindView{}, err
		}
		return most(retained(book, today, figure == "gross")), nil
	}
	counts, known := parts[figure]
	if !known {
		return AccountsBehindView{}, success.NotFound("There is no figure called %q.", figure)
	}
	offer := success.DefaultOffer(now.settings, today)
	var found []AccountBehindView
	for i := range rows {
		row := &rows[i]
		if !hasStarted(&row.Summary, today) || row.Unpriced == string(success.UnpricedCancelled) {
			continue
		}
		if counts(row, offer) {
			found = append(found, AccountBehindView{ID: string(row.Account), Name: row.Name, Now: row.BookARR})
		}
	}
	return most(found), nil
}

// parts says of each figure which accounts it counts. The conditions are those of
// HeadlineView; each brings its ARR.
var parts = map[string]func(row *portfolioRow, offer success.Offer) bool{
	"arr":     func(*portfolioRow, success.Offer) bool { return true },
	"at_risk": func(r *portfolioRow, _ success.Offer) bool { return isAtRisk(&r.Summary) },
	"for_sale": func(r *portfolioRow, o success.Offer) bool {
		return r.Price != nil && saleOf(&r.Summary, o) != success.ForSaleNo
	},
	"not_known": func(r *portfolioRow, _ success.Offer) bool { return r.Risk == string(success.RiskUnknown) },
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
