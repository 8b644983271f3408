package success

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// bitset is a set of rows.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) set(i int)      { b[i/64] |= 1 << (i % 64) }
func (b bitset) has(i int) bool { return b[i/64]&(1<<(i%64)) != 0 }

func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// and sets b to the rows in x and y, and returns how many these are.
func (b bitset) and(x, y bitset) int {
	n := 0
	for i := range b {
		b[i] = x[i] & y[i]
		n += bits.OnesCount64(b[i])
	}
	return n
}

// both counts the rows in x and y.
func both(x, y bitset) int {
	n := 0
	for i := range x {
		n += bits.OnesCount64(x[i] & y[i])
	}
	return n
}

// bundle is a set of traits, by their places, with what it was found to be.
type bundle struct {
	traits []int
	found  TypeSuggestion
}

// trial walks through all bundles of traits.
type trial struct {
	traits   []trait
	positive bitset
	accounts int
	least    int // the fewest accounts of a bundle
	bundles  []bundle
	// One set a depth, so that walking makes none.
	members, known [mostRules]bitset
}

// suggest tries every bundle and returns the best.
func (s *traits) suggest(on Date, outcome string) TypeSuggestions {
	answer := TypeSuggestions{On: on, Outcome: outcome, Suggestions: []TypeSuggestion{}}
	t := trial{positive: newBitset(len(s.results))}
	negative := 0
	for row, r := range s.results {
		switch r {
		case positiveResult:
			t.positive.set(row)
			t.accounts++
		case negativeResult:
			negative++
			t.accounts++
		}
	}
	answer.Accounts = t.accounts
	if t.accounts < 30 || min(negative, t.accounts-negative) < 5 {
		answer.TooFew = true
		return answer
	}
	t.least = int(math.Ceil(leastSupport*float64(t.accounts) - 1e-9))
	t.traits = slices.DeleteFunc(s.list, func(x trait) bool { return x.size < t.least })
	if len(t.traits) > mostTraits {
		slices.SortStableFunc(t.traits, func(a, b trait) int { return cmp.Compare(b.size, a.size) })
		t.traits = t.traits[:mostTraits]
		slices.SortStableFunc(t.traits, func(a, b trait) int { return cmp.Compare(a.indicator, b.indicator) })
	}
	for depth := range mostRules {
		t.members[depth], t.known[depth] = newBitset(len(s.results)), newBitset(len(s.results))
	}
	for i := range t.traits {
		t.try([]int{i}, t.traits[i].members, t.traits[i].known, t.traits[i].size)
	}
	answer.Tried = len(t.bundles)
	answer.Suggestions = t.best()
	return answer
}

// try tests a bundle, and those that have one trait more.
func (t *trial) try(picked []int, members, known bitset, size int) {
	if found, ok := t.test(size, both(members, t.positive), known.count(), both(known, t.positive)); ok {
		t.bundles = append(t.bundles, bundle{traits: slices.Clone(picked), found: found})
	}
	depth := len(picked)
	if depth == mostRules {
		return
	}
	last := picked[depth-1]
	for next := last + 1; next < len(t.traits); next++ {
		x := &t.traits[next]
		if t.has(picked, x.indicator) {
			continue
		}
		n := t.members[depth].and(members, x.members)
		if n < t.least {
			continue
		}
		t.known[depth].and(known, x.known)
		t.try(append(picked, next), t.members[depth], t.known[depth], n)
	}
}

func (t *trial) has(picked []int, indicator ID) bool {
	return slices.ContainsFunc(picked, func(i int) bool { return t.traits[i].indicator == indicator })
}

// test holds the n accounts of a bundle against the rest of those known; false
// where there is nothing to hold them against.
func (t *trial) test(n, positive, known, knownPositive int) (TypeSuggestion, bool) {
	if n == known || knownPositive == 0 || knownPositive == known {
		return TypeSuggestion{}, false
	}
	base := float64(knownPositive) / float64(known)
	found := TypeSuggestion{
		N: n, Support: float64(n) / float64(t.accounts), Positive: positive,
		Rate: float64(positive) / float64(n), Wilson: wilson(positive, n), BaseRate: base,
	}
	found.Lift = found.Rate / base
	found.P = twoByTwo([]int{positive, knownPositive - positive}, []int{n, known - n})
	return found, true
}

// twoByTwo is the p of a table of two by two.
func twoByTwo(positive, size []int) float64 {
	statistic, smallest := chiSquared(positive, size)
	if smallest < 5 {
		return fisher(positive, size)
	}
	return chiSquaredP(statistic, 1)
}

// best adjusts the p of all bundles and picks the suggestions.
func (t *trial) best() []TypeSuggestion {
	p := make([]float64, len(t.bundles))
	for i := range t.bundles {
		p[i] = t.bundles[i].found.P
	}
	var candidates []*bundle
	for i, q := range benjaminiHochberg(p) {
		b := &t.bundles[i]
		if b.found.Q = q; q >= significant || b.found.Lift <= 1 {
			continue
		}
		for _, at := range b.traits {
			b.found.Rules = append(b.found.Rules, t.traits[at].rules...)
		}
		candidates = append(candidates, b)
	}
	slices.SortFunc(candidates, func(a, b *bundle) int {
		return cmp.Or(cmp.Compare(b.found.Lift, a.found.Lift), cmp.Compare(len(a.traits), len(b.traits)),
			cmp.Compare(b.found.N, a.found.N), cmp.Compare(a.found.key(), b.found.key()))
	})
	out := []TypeSuggestion{}
	var taken []bitset
	for _, b := range candidates {
		members := t.membersOf(b.traits)
		if !t.earnsItsRules(b, members) || slices.ContainsFunc(taken, func(x bitset) bool { return slices.Equal(x, members) }) {
			continue
		}
		taken = append(taken, members)
		out = append(out, b.found)
		if len(out) == mostSuggestions {
			break
		}
	}
	return out
}

// earnsItsRules reports whether each trait of a bundle tells its accounts from
// the others of the bundle without it. Else ten names would be given to one
// kind of client, each with a trait more that chance has added.
func (t *trial) earnsItsRules(b *bundle, members bitset) bool {
	if len(b.traits) == 1 {
		return true
	}
	n, positive := members.count(), both(members, t.positive)
	wider := newBitset(len(members))
	for leave := range b.traits {
		rest := slices.Delete(slices.Clone(b.traits), leave, leave+1)
		all := wider.and(t.membersOf(rest), t.traits[b.traits[leave]].known)
		allPositive := both(wider, t.positive)
		found, ok := t.test(n, positive, all, allPositive)
		if !ok || found.P >= significant || found.Lift <= 1 {
			return false
		}
	}
	return true
}

func (t *trial) membersOf(picked []int) bitset {
	members := slices.Clone(t.traits[picked[0]].members)
	for _, i := range picked[1:] {
		members.and(members, t.traits[i].members)
	}
	return members
}
