package success

import "cmp"

// AssetTerms are what a look at all accounts as assets assumes: the period [From,
// To) that retention is taken over, and the discount rate and growth a year of the
// margins to come (0.1 is 10 %). Everything but retention is as of To.
type AssetTerms struct {
	From, To         Date
	Discount, Growth float64
}

// AssetLine is one account among the assets. Amounts are in the workspace's
// currency: ARR and what follows from it at the rates on the last day of the
// period, Was and Is at those on its first, as retention takes them.
type AssetLine struct {
	Account   ID
	Listed    bool    // it has started by the last day, and has not left
	ARR       float64 // on the last day
	Was, Is   float64 // ARR on the first and on the last day
	Margin    *float64
	Cost      *float64 // of acquisition; nil where it is not known, or without a rate
	Payback   *float64 // months of margin that the cost takes
	Retention float64  // a year, 0..1
	IsOwnRate bool     // the retention is the probability set for its renewal
	Expected  *float64
	Reason    string // why there is no expected value; empty where there is one
	Spread    float64
}

// Assets looks at every account that has started by the last day, or had ARR on the
// first, as an asset, in the order of the book (domain, section 7). It is Asset and
// Retention for all at once.
func Assets(b *Book, q AssetTerms) []AssetLine {
	a := assetBook{Book: b, on: q.To, all: newExchange(&b.Settings, b.Settings.Workspace.Currency), live: make(map[ID]*File, len(b.Files))}
	for _, f := range b.Files {
		if f.Account.DeletedAt == 0 {
			a.live[f.Account.ID] = f.settled()
		}
	}
	a.countRenewals()
	spread := a.spreads()
	out := make([]AssetLine, 0, len(b.Files))
	for _, f := range b.Files {
		f, ok := a.live[f.Account.ID]
		if !ok {
			continue
		}
		line := a.line(f, &q)
		line.Spread = spread[f.Account.ID]
		if f.Account.StartDate <= q.To || line.Was > 0 {
			out = append(out, line)
		}
	}
	return out
}

// assetBook is a book with what all its accounts share.
type assetBook struct {
	*Book
	on    Date
	all   *exchange // into the workspace's currency
	live  map[ID]*File
	terms map[ID]renewed // by customer type; "" is all accounts
}

// renewed counts terms with a result: those kept, and all.
type renewed struct{ kept, all int }

func (a *assetBook) countRenewals() {
	a.terms = map[ID]renewed{}
	for _, f := range a.live {
		var own renewed
		for i := range f.Terms {
			t := &f.Terms[i]
			if isOpen(t) || cmp.Or(t.ResultOn, t.End) > a.on {
				continue
			}
			own.all++
			if t.Result != resultCancelled {
				own.kept++
			}
		}
		for _, kind := range []ID{"", f.Account.CustomerTypeID} {
			sum := a.terms[kind]
			a.terms[kind] = renewed{sum.kept + own.kept, sum.all + own.all}
			if f.Account.CustomerTypeID == "" {
				break // it is counted among all once
			}
		}
	}
}

// rate is an account's yearly retention, and whether somebody set it.
func (a *assetBook) rate(f *File) (float64, bool) {
	if p := renewalProbability(f, a.on); p != nil {
		return *p, true
	}
	n := a.terms[a.liveType(f.Account.CustomerTypeID)]
	return float64(n.kept+1) / float64(n.all+2), false
}

func (a *assetBook) line(f *File, q *AssetTerms) AssetLine {
	line := AssetLine{
		Account: f.Account.ID, Listed: f.Account.StartDate <= a.on && !isCancelled(f, a.on), ARR: arrOn(f, a.all, a.on, a.on),
		Was: arrOn(f, a.all, q.From, q.From), Is: arrOn(f, a.all, q.To, q.From),
	}
	line.Retention, line.IsOwnRate = a.rate(f)
	own := newExchange(&a.Settings, CurrencyOf(&f.Account, &a.Settings))
	arr := arrOn(f, own, a.on, a.on)
	price, ok := a.all.rate(own.to, a.on)
	if !ok {
		line.Reason = reasonNoRate
		return line
	}
	expected, reason := expectedValue(&f.Account, arr, line.Retention, q.Discount, q.Growth)
	if reason != nil {
		line.Reason = *reason
	}
	line.Expected = times(expected, price)
	line.Payback = payback(&f.Account, own, arr, a.on)
	if f.Account.GrossMargin != nil {
		margin := arr * *f.Account.GrossMargin
		line.Margin = times(&margin, price)
	}
	if cost, ok := own.money(f.Account.AcquisitionCost, cmp.Or(f.Account.StartDate, a.on)); ok {
		line.Cost = times(&cost, price)
	}
	return line
}

func times(amount *float64, rate float64) *float64 {
	if amount == nil {
		return nil
	}
	product := *amount * rate
	return &product
}

// spreads are what each account brought through others.
func (a *assetBook) spreads() map[ID]float64 {
	sums := map[ID]float64{}
	for named, by := range a.referrers(a.live, a.on) {
		sums[by.AccountID] += arrOn(a.live[named], a.all, a.on, a.on)
	}
	for id, f := range a.live {
		for i := range f.Actions {
			act := &f.Actions[i]
			if act.Action != "refer" || act.On > a.on || a.live[act.ReferredAccountID] != nil {
				continue
			}
			if revenue, ok := a.all.money(act.Revenue, act.On); ok {
				sums[id] += revenue
			}
		}
	}
	return sums
}

// AssetSum is some accounts as assets together. Shares and months are nil where
// there is nothing to take them of; Herfindahl is of the ARR of these accounts.
type AssetSum struct {
	Accounts   int // listed
	ARR        float64
	Base, Kept int // accounts with ARR on the first day, and of them those with some on the last
	Was, Is    float64
	GRR        *float64
	NRR        *float64
	Logo       *float64
	Payback    *float64
	PaybackOf  int // accounts whose cost and margin are known
	Expected   float64
	ExpectedOf int // accounts with an expected value
	NoMargin   int
	NoFinite   int
	NoRate     int
	Spread     float64
	Herfindahl *float64
}

// SumAssets adds accounts up.
func SumAssets(lines []AssetLine) AssetSum {
	var s AssetSum
	var low, squares, cost, margin float64
	for i := range lines {
		l := &lines[i]
		if l.Was > 0 {
			s.Base++
			s.Was += l.Was
			s.Is += l.Is
			low += min(l.Was, l.Is)
			if l.Is > 0 {
				s.Kept++
			}
		}
		s.Spread += l.Spread
		if !l.Listed {
			continue
		}
		s.Accounts++
		s.ARR += l.ARR
		squares += l.ARR * l.ARR
		if l.Payback != nil && l.Cost != nil && l.Margin != nil {
			s.PaybackOf++
			cost += *l.Cost
			margin += *l.Margin
		}
		s.countExpected(l)
	}
	if s.Base > 0 {
		s.GRR, s.NRR, s.Logo = share(low, s.Was), share(s.Is, s.Was), share(float64(s.Kept), float64(s.Base))
	}
	if s.PaybackOf > 0 {
		s.Payback = share(cost, margin/12)
	}
	s.Herfindahl = share(squares, s.ARR*s.ARR)
	return s
}

func (s *AssetSum) countExpected(l *AssetLine) {
	switch {
	case l.Expected != nil:
		s.Expected += *l.Expected
		s.ExpectedOf++
	case l.Reason == reasonNotAFinite:
		s.NoFinite++
	case l.Reason == reasonNoRate:
		s.NoRate++
	default:
		s.NoMargin++
	}
}
