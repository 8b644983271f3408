package success

import (
	"cmp"
	"slices"
)

// defaultHalfLife is the half-life of news in days where a workspace sets none.
const defaultHalfLife = 365

// HalfLife returns the days in which felt value halves.
func (s *Settings) HalfLife() float64 {
	if s.Workspace.HalfLifeDays <= 0 {
		return defaultHalfLife
	}
	return float64(s.Workspace.HalfLifeDays)
}

// rateIndex holds the live rates by pair, each in order of day.
type rateIndex struct {
	from  int // number of rates it was made of
	pairs map[[2]string][]dayRate
}

type dayRate struct {
	on   Date
	rate float64
}

// Index sorts the rates once, for callers that compute many accounts with the
// same settings. It is not safe to call while figures are being computed.
func (s *Settings) Index() { s.rates = newRateIndex(s.Rates) }

func (s *Settings) rateIndex() *rateIndex {
	if s.rates != nil && s.rates.from == len(s.Rates) {
		return s.rates
	}
	return newRateIndex(s.Rates)
}

func newRateIndex(rates []FxRate) *rateIndex {
	live := make([]*FxRate, 0, len(rates))
	for i := range rates {
		if r := &rates[i]; r.DeletedAt == 0 && r.Rate > 0 && r.On != 0 {
			live = append(live, r)
		}
	}
	slices.SortFunc(live, func(a, b *FxRate) int {
		return cmp.Or(cmp.Compare(a.On, b.On), compareMade(&a.Meta, &b.Meta))
	})
	index := &rateIndex{from: len(rates), pairs: map[[2]string][]dayRate{}}
	for _, r := range live {
		pair := [2]string{r.From, r.To}
		list := index.pairs[pair]
		if n := len(list); n > 0 && list[n-1].on == r.On {
			list[n-1].rate = r.Rate // of two rates of one day the later holds
			continue
		}
		index.pairs[pair] = append(list, dayRate{r.On, r.Rate})
	}
	return index
}

// on returns the latest rate of a pair on or before a day, else its earliest.
func (x *rateIndex) on(from, to string, day Date) (float64, bool) {
	list := x.pairs[[2]string{from, to}]
	if len(list) == 0 {
		return 0, false
	}
	i, exact := slices.BinarySearchFunc(list, day, func(r dayRate, d Date) int { return cmp.Compare(r.on, d) })
	if !exact && i > 0 {
		i--
	}
	return list[i].rate, true
}

// leg is the rate of a pair, or one over the rate of the pair turned round.
func (x *rateIndex) leg(from, to string, day Date) (float64, bool) {
	if from == to {
		return 1, true
	}
	if rate, ok := x.on(from, to, day); ok {
		return rate, true
	}
	if rate, ok := x.on(to, from, day); ok {
		return 1 / rate, true
	}
	return 0, false
}

// exchange converts amounts into one currency. It sorts the rates only when it
// meets a foreign amount, because most accounts have none.
type exchange struct {
	settings *Settings
	to       string
	index    *rateIndex
}

func newExchange(s *Settings, to string) *exchange { return &exchange{settings: s, to: to} }

// rate returns the price of one unit of a currency on a day: a direct pair if
// there is any, else its inverse, else by way of the workspace's currency. It
// reports false where there is no path.
func (x *exchange) rate(from string, day Date) (float64, bool) {
	if from == x.to {
		return 1, true
	}
	if x.index == nil {
		x.index = x.settings.rateIndex()
	}
	if rate, ok := x.index.leg(from, x.to, day); ok {
		return rate, true
	}
	via := x.settings.Workspace.Currency
	first, ok1 := x.index.leg(from, via, day)
	second, ok2 := x.index.leg(via, x.to, day)
	return first * second, ok1 && ok2
}

// Converts reports whether amounts of one currency can be shown in another: there
// is a rate between them, either way round, or by way of the workspace's currency.
func (s *Settings) Converts(from, to string) bool {
	_, ok := newExchange(s, to).rate(from, 0)
	return ok
}

// money converts an amount; false where there is none, or no rate for it.
func (x *exchange) money(m Money, day Date) (float64, bool) {
	if m.IsZero() {
		return 0, false
	}
	rate, ok := x.rate(m.Currency, day)
	return m.Major() * rate, ok
}

// CurrencyOf returns the currency in which an account's figures are: its own,
// or the workspace's where it has none.
func CurrencyOf(a *Account, s *Settings) string {
	if a.Currency != "" {
		return a.Currency
	}
	return s.Workspace.Currency
}

// Convert returns an amount in major units of another currency with the rate of
// a day; false where there is no path between the two.
func (s *Settings) Convert(m Money, to string, day Date) (float64, bool) {
	return newExchange(s, to).money(m, day)
}
