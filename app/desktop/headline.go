package desktop

import (
	"fmt"
	"math"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// HeadlineView holds the figures over all accounts. Amounts are in Currency, in
// major units, at today's rates; an account in a currency without a rate is left
// out of the sums and counted in Unpriced. Shares are 0..1, or null where there
// is nothing to take a share of.
//
// While Reckoning is above 0 there are accounts without figures yet: nothing else
// but Accounts is known then, and no amount may be shown. Reckoned of them are done.
// Stale accounts have figures of an earlier day or an earlier state, and new ones
// are on their way.
type HeadlineView struct {
	Currency    string   `json:"currency"`
	Reckoning   int      `json:"reckoning"`
	Reckoned    int      `json:"reckoned"`
	Stale       int      `json:"stale"`
	Accounts    int      `json:"accounts"` // not cancelled
	Unpriced    int      `json:"unpriced"`
	ARR         float64  `json:"arr"`
	Level       float64  `json:"level"`   // proved value a year
	Claimed     float64  `json:"claimed"` // with what is only claimed
	Growing     int      `json:"growing"` // expanding or deepening
	GrowingARR  float64  `json:"growing_arr"`
	Silent      int      `json:"silent"` // nothing new for 120 days or longer
	SilentARR   float64  `json:"silent_arr"`
	Renewing    int      `json:"renewing"` // a decision within 90 days, past ones included
	RenewingARR float64  `json:"renewing_arr"`
	NotKnown    int      `json:"not_known"` // nothing recorded yet
	From        string   `json:"from"`      // retention is from this day until today
	BaseARR     float64  `json:"base_arr"`  // of the accounts that had ARR on that day
	BaseNow     float64  `json:"base_now"`  // and what the same accounts have today
	Base        int      `json:"base"`
	BaseKept    int      `json:"base_kept"`
	Gross       *float64 `json:"gross"`
	Net         *float64 `json:"net"`
}

// silentDays is from when on nothing new is a silence.
const silentDays = 120

// renewingDays is how long before its decision an account is in renewal.
const renewingDays = 90

// Headline returns the figures over all accounts, whatever the table shows.
func (p *Portfolio) Headline() (_ HeadlineView, err error) {
	defer p.app.catch("portfolio.headline", &err)
	ws, err := p.app.workspace()
	if err != nil {
		return HeadlineView{}, err
	}
	p.mu.Lock()
	err = p.load(ws)
	rows := p.rows
	p.mu.Unlock()
	if err != nil {
		return HeadlineView{}, err
	}
	today := ws.Today()
	if waiting := reckoningOf(rows, ws, today); waiting.Reckoning > 0 {
		return waiting, nil
	}
	book, err := ws.Book(p.app.ctx(), "account", "term")
	if err != nil {
		return HeadlineView{}, fmt.Errorf("read terms: %w", err)
	}
	view := headline(rows, &book.Settings, today)
	r := success.Retention(book, today.AddYears(-1), today)
	view.From, view.BaseARR, view.BaseNow, view.Base, view.BaseKept = r.From.String(), r.ARRFrom, r.ARRTo, r.Accounts, r.Kept
	view.Gross, view.Net = r.GRR, r.NRR
	return view, nil
}

// reckoningOf counts the accounts without figures, and how many have theirs by now.
func reckoningOf(rows []portfolioRow, ws *workspace.Workspace, today success.Date) HeadlineView {
	var view HeadlineView
	for i := range rows {
		row := &rows[i].Summary
		if row.Verdict == "" {
			view.Reckoning++
		}
		if row.Cancelled.IsZero() || row.Cancelled > today {
			view.Accounts++
		}
	}
	if made, _ := ws.Reckoning(); view.Reckoning > 0 {
		view.Reckoned = min(made, view.Reckoning)
	}
	return view
}

func headline(rows []portfolioRow, s *success.Settings, today success.Date) HeadlineView {
	view := HeadlineView{Currency: s.Workspace.Currency}
	for i := range rows {
		row := &rows[i].Summary
		if !row.Cancelled.IsZero() && row.Cancelled <= today {
			continue
		}
		view.Accounts++
		if row.Stale {
			view.Stale++
		}
		rate, ok := rateTo(s, row.Currency, today)
		if !ok {
			view.Unpriced++
		}
		view.add(row, rate, today)
	}
	return view
}

func (v *HeadlineView) add(row *workspace.Summary, rate float64, today success.Date) {
	arr := row.ARR * rate
	v.ARR += arr
	v.Level += row.Level * rate
	v.Claimed += row.Claimed * rate
	switch row.Verdict {
	case "expanding", "deepening":
		v.Growing++
		v.GrowingARR += arr
	case "not yet known":
		v.NotKnown++
	}
	if hasNews(row) && *row.Silence >= silentDays {
		v.Silent++
		v.SilentARR += arr
	}
	if !row.Decision.IsZero() && row.Decision.Sub(today) <= renewingDays {
		v.Renewing++
		v.RenewingARR += arr
	}
}

// rateTo returns today's price of one unit of a currency in the workspace's, and
// 0 and false where no rate leads there.
func rateTo(s *success.Settings, currency string, today success.Date) (float64, bool) {
	if currency == s.Workspace.Currency || currency == "" {
		return 1, true
	}
	const units = 1_000_000 // enough places for any rate
	one := success.Money{Minor: units * int64(math.Pow10(int(success.Exponent(currency)))), Currency: currency}
	amount, ok := s.Convert(one, s.Workspace.Currency, today)
	if !ok {
		return 0, false
	}
	return amount / units, true
}
