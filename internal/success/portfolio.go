package success

import (
	"cmp"
	"slices"
)

// Offer is what a rival puts on the table in the off-ramp stress test.
type Offer struct {
	Cheque    float64 // in major units of the workspace's currency
	Discount  float64 // off our price, 0..1
	Migration float64 // 1 is a magic button, 0 costs all of switching
	Match     float64 // share of the technology-only value the rival matches
}

// defaultCheque is the cheque where a workspace sets none.
const defaultCheque = 5000

// DefaultOffer is the offer a workspace looks at first, on a day. A cheque in
// another currency without a rate stands as it is.
func DefaultOffer(s *Settings, on Date) Offer {
	o := Offer{Cheque: defaultCheque, Migration: 1, Match: 1}
	if cheque := s.Workspace.Cheque; !cheque.IsZero() {
		o.Cheque = cheque.Major()
		if v, ok := s.Convert(cheque, s.Workspace.Currency, on); ok {
			o.Cheque = v
		}
	}
	return o
}

// Range is a figure of which only the ends are known.
type Range struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// Word is one of a figure's fixed words; empty is null in JSON.
type Word string

// MarshalJSON writes the word, or null for none.
func (w Word) MarshalJSON() ([]byte, error) {
	if w == "" {
		return []byte("null"), nil
	}
	return []byte(`"` + string(w) + `"`), nil
}

// The reasons for having no walk-away price.
const (
	UnpricedCancelled = Word("cancelled")
	UnpricedUnknown   = Word("not yet known")
	UnpricedTooNew    = Word("too new")
	UnpricedNoMoney   = Word("not priced")
)

// The answers to whether an account is for sale.
const (
	ForSaleYes   = Word("yes")
	ForSaleMaybe = Word("maybe")
	ForSaleNo    = Word("no")
)

// AccountStanding is one account among the others. ARR and the walk-away price
// are in the account's currency.
type AccountStanding struct {
	Account       ID         `json:"account"`
	ARR           float64    `json:"arr"`
	DecisionDate  Date       `json:"decision_date"`
	WalkAway      *Range     `json:"walk_away"`
	Unpriced      Word       `json:"unpriced"`
	BondedShare   *Range     `json:"bonded_share"`
	ForSale       Word       `json:"for_sale"`
	Flags         []FlagName `json:"flags"`
	Risk          RiskLevel  `json:"risk"`
	ClientPhase   string     `json:"client_phase"`
	ProviderPhase string     `json:"provider_phase"`

	// What the CSM set instead of the derived phases; nil where nobody did.
	ClientOverruled   *Overruling `json:"client_overruled,omitempty"`
	ProviderOverruled *Overruling `json:"provider_overruled,omitempty"`

	Currency string         `json:"-"`
	Velocity VelocityFigure `json:"-"`
	BookARR  float64        `json:"-"` // in the workspace's currency
	rate     float64        // one unit of the workspace's currency in the account's
	discount float64        // what the rival's discount is worth
}

// PortfolioTotals are over the accounts that are not cancelled; shares of
// nothing are nil.
type PortfolioTotals struct {
	Accounts             int      `json:"accounts"`
	ARR                  float64  `json:"arr"`
	PricedAccounts       int      `json:"priced_accounts"`
	ForSaleShareAccounts *float64 `json:"for_sale_share_accounts"`
	ForSaleShareARR      *float64 `json:"for_sale_share_arr"`
	MaybeShareAccounts   *float64 `json:"maybe_share_accounts"`
	MaybeShareARR        *float64 `json:"maybe_share_arr"`
	AtRiskShareAccounts  *float64 `json:"at_risk_share_accounts"`
	AtRiskShareARR       *float64 `json:"at_risk_share_arr"`
	NotYetKnown          int      `json:"not_yet_known"`
	Herfindahl           *float64 `json:"herfindahl"`
}

// CurvePoint is what is for sale at one cheque.
type CurvePoint struct {
	Cheque             float64  `json:"cheque"`
	ShareAccounts      *float64 `json:"share_accounts"`
	ShareARR           *float64 `json:"share_arr"`
	MaybeShareAccounts *float64 `json:"maybe_share_accounts"`
	MaybeShareARR      *float64 `json:"maybe_share_arr"`
}

// PortfolioFigure is all accounts, in order of id, against one offer.
type PortfolioFigure struct {
	On        Date              `json:"on"`
	Currency  string            `json:"currency"`
	Cheque    float64           `json:"cheque"`
	Discount  float64           `json:"discount"`
	Migration float64           `json:"migration"`
	Match     float64           `json:"match"`
	Accounts  []AccountStanding `json:"accounts"`
	Totals    PortfolioTotals   `json:"totals"`
	Curve     []CurvePoint      `json:"curve"`
}

// Portfolio looks at every account that has started, on a day, against an offer.
func Portfolio(b *Book, on Date, offer Offer) PortfolioFigure {
	p := PortfolioFigure{
		On: on, Currency: b.Settings.Workspace.Currency, Cheque: offer.Cheque, Discount: offer.Discount,
		Migration: offer.Migration, Match: offer.Match, Accounts: []AccountStanding{},
	}
	for _, f := range b.Files {
		if f.Account.DeletedAt != 0 || f.Account.StartDate > on {
			continue
		}
		p.Accounts = append(p.Accounts, Stand(f, &b.Settings, on, offer))
	}
	slices.SortFunc(p.Accounts, func(a, b AccountStanding) int { return cmp.Compare(a.Account, b.Account) })
	p.Totals = totalsOf(p.Accounts, offer.Cheque)
	p.Curve = CurveOf(p.Accounts)
	return p
}

// Stand places one account in the portfolio.
func Stand(f *File, s *Settings, on Date, offer Offer) AccountStanding {
	x := newStanding(f, s, on)
	return x.stand(x.risk(), offer)
}

func (x *standing) stand(risk RiskFigure, offer Offer) AccountStanding {
	account, s, on := &x.file.Account, x.settings, x.on
	own := newExchange(s, x.currency)
	a := AccountStanding{
		Account: account.ID, Currency: x.currency, Velocity: x.velocity, Flags: []FlagName{},
		ARR:     arrOn(x.file, own, on, on),
		BookARR: arrOn(x.file, newExchange(s, s.Workspace.Currency), on, on),
	}
	if x.renewal != nil {
		a.DecisionDate = DecisionDate(x.renewal)
	}
	a.Risk = risk.Risk
	for _, flag := range risk.Flags {
		a.Flags = append(a.Flags, flag.Name)
	}
	a.ClientPhase = x.clientPhase()
	a.ProviderPhase = x.providerPhase(a.ClientPhase, a.Risk)
	a.ClientOverruled, a.ProviderOverruled = Overruled(account, a.ClientPhase, on)
	if a.Unpriced = x.unpriced(); a.Unpriced != "" {
		return a
	}
	low, high := x.bonded()
	a.BondedShare = &Range{low, high}
	a.WalkAway = x.walkAway(own, a.ARR, *a.BondedShare, offer)
	a.rate, a.discount = 1, offer.Discount*a.ARR
	if rate, ok := own.rate(s.Workspace.Currency, on); ok {
		a.rate = rate
	}
	a.ForSale = a.forSaleAt(offer.Cheque)
	return a
}

// unpriced says why an account has no walk-away price; empty where it has one.
func (x *standing) unpriced() Word {
	switch {
	case x.cancelled:
		return UnpricedCancelled
	case x.velocity.Verdict == NotYetKnown:
		return UnpricedUnknown
	case x.velocity.FirstValueOn == 0 && !x.velocity.FirstValueOverdue:
		return UnpricedTooNew
	case x.velocity.FirstValueOn != 0 && !x.hasProvedMoney():
		return UnpricedNoMoney
	}
	return ""
}

func (x *standing) hasProvedMoney() bool {
	for i := range x.stairs {
		if slices.ContainsFunc(x.stairs[i].steps, func(s step) bool { return s.proved && s.above && s.on <= x.on }) {
			return true
		}
	}
	return false
}

// walkAway is what a rival would have to pay: felt value that he does not match,
// and the cost of switching that he does not take away.
func (x *standing) walkAway(own *exchange, arr float64, bonded Range, o Offer) *Range {
	parts := PriceParts{Felt: x.velocity.Proved.Perceived, Bonded: bonded, Switching: x.switchingCost(own, arr)}
	price := parts.WalkAway(o)
	return &price
}

// switchingCost is what leaving us costs the client, in the account's currency.
func (x *standing) switchingCost(own *exchange, arr float64) float64 {
	const switchingShare = 0.25 // of ARR, where no cost is set
	if cost, ok := own.money(x.file.Account.SwitchingCost, x.on); ok {
		return cost
	}
	return switchingShare * arr
}

// PriceParts are what a walk-away price is made of, in the account's currency:
// with them the price against any offer is a line of arithmetic.
type PriceParts struct {
	Felt      float64 `json:"felt"`      // proved perceived value
	Bonded    Range   `json:"bonded"`    // share of it that is bonded, 0..1
	Switching float64 `json:"switching"` // what switching costs
	Rate      float64 `json:"rate"`      // one unit of the workspace's currency in the account's; 1 without a rate
}

// WalkAway is what a rival would have to pay: domain, section 6.
func (p PriceParts) WalkAway(o Offer) Range {
	price := func(s float64) float64 { return p.Felt*(1-o.Match*(1-s)) + p.Switching*(1-o.Migration) }
	return Range{price(p.Bonded.Low), price(p.Bonded.High)}
}

// SaleAt answers whether an account with a walk-away price is for sale for what
// is offered, both in one currency.
func SaleAt(price Range, offered float64) Word {
	switch {
	case offered >= price.High:
		return ForSaleYes
	case offered >= price.Low:
		return ForSaleMaybe
	}
	return ForSaleNo
}

// forSaleAt answers for a cheque in the workspace's currency.
func (a *AccountStanding) forSaleAt(cheque float64) Word {
	return SaleAt(*a.WalkAway, cheque*a.rate+a.discount)
}

// tally counts accounts and their ARR.
type tally struct{ accounts, arr float64 }

func (t *tally) add(arr float64) { t.accounts++; t.arr += arr }

// saleAt counts what is for sale at a cheque, and what may be.
func saleAt(accounts []AccountStanding, cheque float64) (priced, yes, maybe tally) {
	for i := range accounts {
		a := &accounts[i]
		if a.WalkAway == nil {
			continue
		}
		priced.add(a.BookARR)
		switch a.forSaleAt(cheque) {
		case ForSaleYes:
			yes.add(a.BookARR)
			maybe.add(a.BookARR)
		case ForSaleMaybe:
			maybe.add(a.BookARR)
		}
	}
	return priced, yes, maybe
}

func totalsOf(accounts []AccountStanding, cheque float64) PortfolioTotals {
	var t PortfolioTotals
	var risky, atRisk tally
	var squares float64
	for i := range accounts {
		a := &accounts[i]
		if a.Unpriced == UnpricedCancelled {
			continue
		}
		t.Accounts++
		t.ARR += a.BookARR
		squares += a.BookARR * a.BookARR
		if a.Risk == RiskUnknown {
			t.NotYetKnown++
			continue
		}
		risky.add(a.BookARR)
		if a.Risk == RiskAtRisk || a.Risk == RiskCritical {
			atRisk.add(a.BookARR)
		}
	}
	priced, yes, maybe := saleAt(accounts, cheque)
	t.PricedAccounts = int(priced.accounts)
	t.ForSaleShareAccounts = share(yes.accounts, priced.accounts)
	t.ForSaleShareARR = share(yes.arr, priced.arr)
	t.MaybeShareAccounts = share(maybe.accounts, priced.accounts)
	t.MaybeShareARR = share(maybe.arr, priced.arr)
	t.AtRiskShareAccounts = share(atRisk.accounts, risky.accounts)
	t.AtRiskShareARR = share(atRisk.arr, risky.arr)
	t.Herfindahl = share(squares, t.ARR*t.ARR)
	return t
}

// CurveOf is what is for sale at the usual cheques, in the workspace's currency.
func CurveOf(accounts []AccountStanding) []CurvePoint {
	var out []CurvePoint
	for _, k := range []float64{0, 1000, 5000, 10000, 50000, 100000} {
		priced, yes, maybe := saleAt(accounts, k)
		out = append(out, CurvePoint{
			Cheque: k, ShareAccounts: share(yes.accounts, priced.accounts), ShareARR: share(yes.arr, priced.arr),
			MaybeShareAccounts: share(maybe.accounts, priced.accounts), MaybeShareARR: share(maybe.arr, priced.arr),
		})
	}
	return out
}
