package desktop

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/tendril-app/tendril/internal/workspace"
)

// portfolioRow is a summary with the texts that it is sorted and found by.
type portfolioRow struct {
	workspace.Summary
	foldedName, foldedCSM, words string
}

func newPortfolioRow(s workspace.Summary) portfolioRow {
	words := append([]string{s.Name, s.Segment, s.CSM, s.Verdict}, s.Tags...)
	return portfolioRow{Summary: s, foldedName: folded(s.Name), foldedCSM: folded(s.CSM), words: folded(strings.Join(words, "\n"))}
}

// folded returns text without case and accents.
func folded(text string) string {
	fold := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(fold, text)
	if err != nil {
		out = text
	}
	return strings.ToLower(out)
}

// An order compares two accounts; has says which accounts have the value at all.
type order struct {
	has     func(r *portfolioRow) bool
	compare func(a, b *portfolioRow) int
}

func always(*portfolioRow) bool { return true }

// verdictRanks puts what needs a hand first.
var verdictRanks = map[string]int{"shrinking": 1, "static": 2, "no value yet": 3, "deepening": 4, "expanding": 5}

var orders = map[string]order{
	"name": {always, byName},
	"verdict": {
		func(r *portfolioRow) bool { return verdictRanks[r.Verdict] > 0 },
		func(a, b *portfolioRow) int {
			return cmp.Or(cmp.Compare(verdictRanks[a.Verdict], verdictRanks[b.Verdict]), cmp.Compare(a.Velocity, b.Velocity))
		},
	},
	"level": {always, func(a, b *portfolioRow) int { return cmp.Compare(a.Level, b.Level) }},
	"news": {
		func(r *portfolioRow) bool { return hasNews(&r.Summary) },
		func(a, b *portfolioRow) int { return cmp.Compare(*a.Silence, *b.Silence) },
	},
	"arr": {always, func(a, b *portfolioRow) int { return cmp.Compare(a.ARR, b.ARR) }},
	"renewal": {
		func(r *portfolioRow) bool { return !r.Renewal.IsZero() },
		func(a, b *portfolioRow) int { return cmp.Compare(a.Renewal, b.Renewal) },
	},
	"last_touch": {
		func(r *portfolioRow) bool { return !r.LastTouch.IsZero() },
		func(a, b *portfolioRow) int { return cmp.Compare(a.LastTouch, b.LastTouch) },
	},
	"csm": {
		func(r *portfolioRow) bool { return r.CSM != "" },
		func(a, b *portfolioRow) int { return cmp.Compare(a.foldedCSM, b.foldedCSM) },
	},
}

// rank returns the places of the rows that pass the filter, in order. Equal ones
// stand by name, and those without the value at the end.
func rank(rows []portfolioRow, q PortfolioQuery) []int {
	words := strings.Fields(folded(q.Filter))
	places := make([]int, 0, len(rows))
	for i := range rows {
		if hasAll(rows[i].words, words) {
			places = append(places, i)
		}
	}
	by, sign := orders[q.Sort], 1
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
	return places
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
