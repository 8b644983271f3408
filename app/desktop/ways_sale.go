package desktop

import (
	"slices"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// SaleView is what the off-ramp stress test is reckoned from: of each account with
// a price the parts of it, so that the window answers any offer by itself, and the
// accounts without a price. Cheque is the workspace's own, in Currency.
type SaleView struct {
	Waiting  ReckoningView     `json:"waiting"`
	Currency string            `json:"currency"`
	Today    string            `json:"today"`
	Cheque   float64           `json:"cheque"`
	All      int               `json:"all"` // of the base, without the filter
	Accounts []SaleAccountView `json:"accounts"`
	Unpriced []UnpricedView    `json:"unpriced"`
}

// SaleAccountView is what an account's walk-away price is made of. Felt value and
// the cost of switching are in Currency, the account's own, in major units; Low and
// High are the ends of its bonded share (0..1). ARR is in Currency, BookARR in the
// workspace's. Rate is one unit of the workspace's currency in the account's.
type SaleAccountView struct {
	ID        string        `json:"id"`
	Name      string        `json:"name"`
	Currency  string        `json:"currency"`
	ARR       float64       `json:"arr"`
	BookARR   float64       `json:"book_arr"`
	Rate      float64       `json:"rate"`
	Felt      float64       `json:"felt"`
	Low       float64       `json:"low"`
	High      float64       `json:"high"`
	Switching float64       `json:"switching"`
	Verdict   string        `json:"verdict"`
	Silence   *int          `json:"silence"`
	Since     int           `json:"since"` // days since its start; 0 where that is not known
	Replies   *ReplySumView `json:"replies"`
	Risk      string        `json:"risk"`
	FirstFlag string        `json:"first_flag"` // the heaviest, in words
	FlaggedOn string        `json:"flagged_on"`
}

// ReplySumView is how messages that were owed an answer have been answered in a
// year. Median is in days, Share is 0..1 in time; both null where nothing was due.
type ReplySumView struct {
	Messages int      `json:"messages"`
	Open     int      `json:"open"`
	Late     int      `json:"late"`
	Median   *float64 `json:"median"`
	Share    *float64 `json:"share"`
}

// UnpricedView is an account without a walk-away price. Reason is cancelled, not
// yet known, too new or not priced.
type UnpricedView struct {
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Reason  string  `json:"reason"`
	BookARR float64 `json:"book_arr"`
}

// Sale returns what the window needs to answer any offer to the portfolio, or to the
// part of it that a filter leaves.
func (w *Ways) Sale(only WaysFilter) (_ SaleView, err error) {
	defer w.app.catch("ways.sale", &err)
	now, rows, err := w.load(only)
	if err != nil {
		return SaleView{}, err
	}
	today := now.today
	view := SaleView{
		Waiting: now.waiting(), Currency: now.settings.Workspace.Currency, Today: today.String(),
		Cheque: success.DefaultOffer(now.settings, today).Cheque, All: now.base(),
		Accounts: make([]SaleAccountView, 0, len(rows)), Unpriced: []UnpricedView{},
	}
	if view.Waiting.Accounts > 0 {
		return view, nil
	}
	for i := range rows {
		row := &rows[i]
		if !hasStarted(row, today) {
			continue
		}
		if row.Price == nil {
			view.Unpriced = append(view.Unpriced, UnpricedView{
				ID: string(row.Account), Name: row.Name, Reason: row.Unpriced, BookARR: row.BookARR,
			})
			continue
		}
		view.Accounts = append(view.Accounts, saleAccountView(row, today))
	}
	return view, nil
}

func saleAccountView(row *workspace.Summary, today success.Date) SaleAccountView {
	price := row.Price
	view := SaleAccountView{
		ID: string(row.Account), Name: row.Name, Currency: row.Currency, ARR: row.ARR, BookARR: row.BookARR,
		Rate: price.Rate, Felt: price.Felt, Low: price.Bonded.Low, High: price.Bonded.High, Switching: price.Switching,
		Verdict: row.Verdict, Replies: replySumView(row.Replies), Risk: row.Risk,
	}
	if hasNews(row) {
		view.Silence = row.Silence
	}
	if !row.Start.IsZero() {
		view.Since = today.Sub(row.Start)
	}
	if flag, ok := heaviest(row.Flags); ok {
		view.FirstFlag, view.FlaggedOn = flag.Name.Words(), flag.On.String()
	}
	return view
}

// heaviest returns the flag that weighs most, and of equal ones the oldest.
func heaviest(flags []success.Flag) (success.Flag, bool) {
	if len(flags) == 0 {
		return success.Flag{}, false
	}
	return slices.MaxFunc(flags, func(a, b success.Flag) int {
		if a.Severity != b.Severity {
			return a.Severity - b.Severity
		}
		return b.On.Sub(a.On)
	}), true
}

func replySumView(r *workspace.Replies) *ReplySumView {
	if r == nil {
		return nil
	}
	return &ReplySumView{Messages: r.Messages, Open: r.Open, Late: r.Late, Median: r.Median, Share: r.Share}
}
