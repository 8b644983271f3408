package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// An order compares two accounts; has says which accounts have the value at all.
type order struct {
	has     func(r *portfolioRow) bool
	compare func(a, b *portfolioRow) int
}

func always(*portfolioRow) bool { return true }

// The words that a column's accounts stand in, what needs a hand first.
var (
	verdictRanks = map[string]int{"shrinking": 1, "static": 2, "no value yet": 3, "deepening": 4, "expanding": 5}
	riskRanks    = map[string]int{"critical": 1, "at risk": 2, "watch": 3, "on track": 4}
	phaseRanks   = map[string]int{
		"new": 1, "growing": 2, "renewal": 3, "cancelled": 4, "integrating": 1, "tending": 2, "harvesting": 3, "saving": 4,
	}
)

// standingSort is the order of the book: where tending still helps first.
const standingSort = "standing"

func byWord(ranks map[string]int, word func(r *portfolioRow) string) order {
	return order{
		func(r *portfolioRow) bool { return ranks[word(r)] > 0 },
		func(a, b *portfolioRow) int { return cmp.Compare(ranks[word(a)], ranks[word(b)]) },
	}
}

func byText(text func(r *portfolioRow) string) order {
	return order{
		func(r *portfolioRow) bool { return text(r) != "" },
		func(a, b *portfolioRow) int { return cmp.Compare(folded(text(a)), folded(text(b))) },
	}
}

func byDay(on func(r *portfolioRow) success.Date) order {
	return order{
		func(r *portfolioRow) bool { return !on(r).IsZero() },
		func(a, b *portfolioRow) int { return cmp.Compare(on(a), on(b)) },
	}
}

var orders = map[string]order{
	standingSort: {always, func(a, b *portfolioRow) int {
		return cmp.Or(a.Tending.Compare(b.Tending), compareDays(a.Decision, b.Decision))
	}},
	"name":           {always, byName},
	"type":           byText(func(r *portfolioRow) string { return r.typeName }),
	"segment":        byText(func(r *portfolioRow) string { return r.Segment }),
	"owner":          byText(func(r *portfolioRow) string { return r.Owner }),
	"parent":         byText(func(r *portfolioRow) string { return r.parentName }),
	"client_phase":   byWord(phaseRanks, func(r *portfolioRow) string { return r.client }),
	"provider_phase": byWord(phaseRanks, func(r *portfolioRow) string { return r.provider }),
	"roads": {
		func(r *portfolioRow) bool { return r.client != "" },
		func(a, b *portfolioRow) int {
			return cmp.Or(cmp.Compare(phaseRanks[a.client], phaseRanks[b.client]), cmp.Compare(phaseRanks[a.provider], phaseRanks[b.provider]))
		},
	},
	"verdict": {
		func(r *portfolioRow) bool { return verdictRanks[r.Verdict] > 0 },
		func(a, b *portfolioRow) int {
			return cmp.Or(cmp.Compare(verdictRanks[a.Verdict], verdictRanks[b.Verdict]), cmp.Compare(a.Velocity, b.Velocity))
		},
	},
	"risk": {
		func(r *portfolioRow) bool { return riskRanks[r.Risk] > 0 },
		func(a, b *portfolioRow) int {
			return cmp.Or(cmp.Compare(riskRanks[a.Risk], riskRanks[b.Risk]), cmp.Compare(b.Severity, a.Severity))
		},
	},
	"level": {always, func(a, b *portfolioRow) int { return cmp.Compare(a.Level, b.Level) }},
	"news": {
		func(r *portfolioRow) bool { return hasNews(&r.Summary) },
		func(a, b *portfolioRow) int { return cmp.Compare(*a.Silence, *b.Silence) },
	},
	"walk_away": {
		func(r *portfolioRow) bool { return r.price != nil },
		func(a, b *portfolioRow) int { return cmp.Compare(a.price.Low*a.rate, b.price.Low*b.rate) },
	},
	"arr":        {always, func(a, b *portfolioRow) int { return cmp.Compare(a.ARR*a.rate, b.ARR*b.rate) }},
	"renewal":    byDay(func(r *portfolioRow) success.Date { return r.Renewal }),
	"decision":   byDay(func(r *portfolioRow) success.Date { return r.Decision }),
	"last_touch": byDay(func(r *portfolioRow) success.Date { return r.LastTouch }),
	"added":      byDay(func(r *portfolioRow) success.Date { return r.Added }),
	"csm": {
		func(r *portfolioRow) bool { return r.CSM != "" },
		func(a, b *portfolioRow) int { return cmp.Compare(a.foldedCSM, b.foldedCSM) },
	},
}

// compareDays puts no day last.
func compareDays(a, b success.Date) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Compare(a, b)
}

// orderOf returns the order by a column; the principles' is by the share of their
// checks that hold.
func orderOf(sort string) (order, error) {
	if by, ok := orders[sort]; ok {
		return by, nil
	}
	if at := slices.Index(principleNames, sort); at >= 0 {
		share := func(r *portfolioRow) float64 { return float64(r.Checks[at].Holds) / float64(r.Checks[at].Of) }
		return order{
			func(r *portfolioRow) bool { return r.Checks[at].Of > 0 },
			func(a, b *portfolioRow) int { return cmp.Compare(share(a), share(b)) },
		}, nil
	}
	if name, ok := strings.CutPrefix(sort, attributePrefix); ok {
		return byAttribute(name), nil
	}
	return order{}, success.Invalid("sort", "The portfolio has no column %q.", sort)
}

// byAttribute sorts numbers as numbers, before texts.
func byAttribute(name string) order {
	return order{
		func(r *portfolioRow) bool { return r.attribute(name) != "" },
		func(a, b *portfolioRow) int {
			x, y := a.attribute(name), b.attribute(name)
			n, isN := number(x)
			m, isM := number(y)
			switch {
			case isN && isM:
				return cmp.Compare(n, m)
			case isN != isM:
				if isN {
					return -1
				}
				return 1
			}
			return cmp.Compare(folded(x), folded(y))
		},
	}
}

// rank returns the places of the rows that pass the filters, in order. Equal ones
// stand by name, and those without the value at the end.
func (b *portfolioBook) rank(rows []portfolioRow, q PortfolioQuery, today success.Date) ([]int, error) {
	by, err := orderOf(q.Sort)
	if err != nil {
		return nil, err
	}
	passes, err := b.passing(q.Filter, q.Filters, today)
	if err != nil {
		return nil, err
	}
	places := make([]int, 0, len(rows))
	for i := range rows {
		if passes(&rows[i]) {
			places = append(places, i)
		}
	}
	sign := 1
	if q.Descending {
		sign = -1
	}
	slices.SortFunc(places, func(i, j int) int {
		a, b := &rows[i], &rows[j]
		hasA, hasB := by.has(a), by.has(b)
		switch {
		case hasA && !hasB:
			return -1
		case hasB && !hasA:
			return 1
		case hasA && hasB:
			if c := by.compare(a, b); c != 0 {
				return sign * c
			}
		}
		return byName(a, b)
	})
	return places, nil
}

func byName(a, b *portfolioRow) int {
	if c := strings.Compare(a.foldedName, b.foldedName); c != 0 {
		return c
	}
	return cmp.Compare(a.Account, b.Account)
}

func hasAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
