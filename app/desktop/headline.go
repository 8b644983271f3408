package desktop

import (
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
	Currency   string   `json:"currency"`
	Reckoning  int      `json:"reckoning"`
	Reckoned   int      `json:"reckoned"`
	Stale      int      `json:"stale"`
	Accounts   int      `json:"accounts"` // not cancelled
	Unpriced   int      `json:"unpriced"`
	ARR        float64  `json:"arr"`
	NotKnown   int      `json:"not_known"` // nothing recorded yet
	Known      int      `json:"known"`     // with a risk
	KnownARR   float64  `json:"known_arr"`
	AtRisk     int      `json:"at_risk"` // at risk or critical
	AtRiskARR  float64  `json:"at_risk_arr"`
	Cheque     float64  `json:"cheque"` // of the usual offer, for the following
	Priced     int      `json:"priced"` // with a walk-away price
	PricedARR  float64  `json:"priced_arr"`
	ForSale    int      `json:"for_sale"`
	ForSaleARR float64  `json:"for_sale_arr"`
	MaybeSale  int      `json:"maybe_sale"` // those for sale among them
	MaybeARR   float64  `json:"maybe_sale_arr"`
	Herfindahl *float64 `json:"herfindahl"` // of ARR, 1 is all in one account

	Quarter  string           `json:"quarter"`  // its first day
	Renewals []RenewalSumView `json:"renewals"` // the terms that end in it, by call

	From     string   `json:"from"`     // retention is from this day until today
	BaseARR  float64  `json:"base_arr"` // of the accounts that had ARR on that day
	BaseNow  float64  `json:"base_now"` // and what the same accounts have today
	Base     int      `json:"base"`
	BaseKept int      `json:"base_kept"`
	Gross    *float64 `json:"gross"`
	Net      *float64 `json:"net"`
}

// RenewalSumView is the terms of the quarter with one call, or one result. Call is
// on track, at risk, monitor, none, or the result: renewed, expanded, contracted or
// cancelled.
type RenewalSumView struct {
	Call  string  `json:"call"`
	Terms int     `json:"terms"`
	ARR   float64 `json:"arr"`
}

// Headline returns the figures over all accounts, whatever the table shows.
func (p *Portfolio) Headline() (_ HeadlineView, err error) {
	defer p.app.catch("portfolio.headline", &err)
	p.mu.Lock()
	err = p.read()
	from, rows, head, headOf := p.from, p.rows, p.head, p.headOf
	p.mu.Unlock()
	if err != nil {
		return HeadlineView{}, err
	}
	if headOf == from {
		return head, nil
	}
	ws, today := from.ws, from.today
	if waiting := reckoningOf(rows, ws, today); waiting.Reckoning > 0 {
		return waiting, nil
	}
	book, err := p.app.terms.book(ws, from.settings)
	if err != nil {
		return HeadlineView{}, err
	}
	view := headline(rows, &book.Settings, today)
	r := success.Retention(book, today.AddYears(-1), today)
	view.From, view.BaseARR, view.BaseNow, view.Base, view.BaseKept = r.From.String(), r.ARRFrom, r.ARRTo, r.Accounts, r.Kept
	view.Gross, view.Net = r.GRR, r.NRR
	quarter := success.RenewalsByCall(book, today)
	view.Quarter, view.Renewals = quarter.From.String(), []RenewalSumView{}
	for _, c := range quarter.Calls {
		view.Renewals = append(view.Renewals, RenewalSumView{Call: c.Call, Terms: c.Terms, ARR: c.ARR})
	}
	p.mu.Lock()
	p.head, p.headOf = view, from
	p.mu.Unlock()
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
	offer := success.DefaultOffer(s, today)
	view := HeadlineView{Currency: s.Workspace.Currency, Cheque: offer.Cheque}
	var squares float64
	for i := range rows {
		row := &rows[i].Summary
		if !hasStarted(row, today) || row.Unpriced == string(success.UnpricedCancelled) {
			continue
		}
		view.Accounts++
		if row.Stale {
			view.Stale++
		}
		if _, ok := rateTo(s, row.Currency, today); !ok {
			view.Unpriced++
		}
		squares += row.BookARR * row.BookARR
		view.add(row, offer)
	}
	if view.ARR > 0 {
		index := squares / (view.ARR * view.ARR)
		view.Herfindahl = &index
	}
	return view
}

// add counts an account that is not cancelled.
func (v *HeadlineView) add(row *workspace.Summary, offer success.Offer) {
	arr := row.BookARR
	v.ARR += arr
	if row.Risk == string(success.RiskUnknown) {
		v.NotKnown++
	} else {
		v.Known++
		v.KnownARR += arr
	}
	if isAtRisk(row) {
		v.AtRisk++
		v.AtRiskARR += arr
	}
	if row.Price == nil {
		return
	}
	v.Priced++
	v.PricedARR += arr
	switch saleOf(row, offer) {
	case success.ForSaleYes:
		v.ForSale++
		v.ForSaleARR += arr
		v.MaybeSale++
		v.MaybeARR += arr
	case success.ForSaleMaybe:
		v.MaybeSale++
		v.MaybeARR += arr
	}
}

func isAtRisk(row *workspace.Summary) bool {
	return row.Risk == string(success.RiskAtRisk) || row.Risk == string(success.RiskCritical)
}

// saleOf answers an offer for an account with a price.
func saleOf(row *workspace.Summary, o success.Offer) success.Word {
	return success.SaleAt(row.Price.WalkAway(o), o.Cheque*row.Price.Rate+o.Discount*row.ARR)
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
