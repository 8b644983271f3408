package success

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"strings"
)

// TypeSuggestion is a bundle of indicator values that goes with the positive
// outcome: a customer type for a person to name. Lift is over the base rate
// among the accounts of which all its values are known.
type TypeSuggestion struct {
	Rules    []TypeRule `json:"rules"`
	N        int        `json:"n"`
	Support  float64    `json:"support"`
	Positive int        `json:"positive"`
	Rate     float64    `json:"rate"`
	Wilson   [2]float64 `json:"wilson"`
	BaseRate float64    `json:"base_rate"`
	Lift     float64    `json:"lift"`
	P        float64    `json:"p"`
	Q        float64    `json:"q"`
}

// TypeSuggestions are at most ten suggested customer types, highest lift first.
// Accounts is how many had a result; Tried is how many bundles were tried, over
// all of which the q of each is adjusted.
type TypeSuggestions struct {
	On          Date             `json:"on"`
	Outcome     string           `json:"outcome"`
	Accounts    int              `json:"accounts"`
	Tried       int              `json:"tried"`
	TooFew      bool             `json:"too_few"`
	Suggestions []TypeSuggestion `json:"suggestions"`
}

// What a suggestion must meet.
const (
	leastSupport    = 0.05
	mostRules       = 3
	mostSuggestions = 10
	significant     = 0.05
	// mostTraits bounds the values that bundles are made of; with more, those of
	// the largest support are taken, which does not look at the outcome.
	mostTraits = 240
)

// SuggestTypes looks for bundles of up to three indicator values that go with an
// outcome, "retention" (also where it is empty) or "action" (the last of any
// stage). Indicators about ourselves are left out: they tell no client from
// another before they are one. It returns CodeInvalid for another outcome.
func SuggestTypes(b *Book, on Date, outcome string) (TypeSuggestions, error) {
	outcome = cmp.Or(outcome, OutcomeRetention)
	if outcome != OutcomeRetention && outcome != OutcomeAction {
		return TypeSuggestions{}, Invalid("outcome", "An outcome is retention or action, not %q.", outcome)
	}
	var files []*File
	var results []result
	for _, f := range b.Files {
		if f.Account.DeletedAt != 0 || f.Account.StartDate > on {
			continue
		}
		f = f.settled()
		positive, ok := resultOf(f, &Indicator{}, on, outcome)
		if !ok {
			continue
		}
		files = append(files, f)
		results = append(results, map[bool]result{true: positiveResult, false: negativeResult}[positive])
	}
	s := traits{results: results}
	for _, i := range b.Settings.liveIndicators() {
		if i.Nature == natureInternal {
			continue
		}
		values := make([]json.RawMessage, len(files))
		for row, f := range files {
			values[row], _ = latestValue(f, i.ID, on)
		}
		s.addIndicator(i, values)
	}
	return s.suggest(on, outcome), nil
}

// SuggestTableTypes does the same for a plain table; a rule's indicator is the
// column's heading. Errors are those of AlignTable.
func SuggestTableTypes(columns []TableColumn, outcome OutcomeColumn, on Date) (TypeSuggestions, error) {
	figure, err := AlignTable(columns, outcome, on)
	if err != nil {
		return TypeSuggestions{}, err
	}
	at, err := tableColumn(columns, outcome.Column)
	if err != nil {
		return TypeSuggestions{}, err
	}
	results, err := tableResults(&columns[at], outcome.Negative)
	if err != nil {
		return TypeSuggestions{}, err
	}
	s := traits{results: results}
	for _, x := range figure.Indicators {
		c := &columns[slices.IndexFunc(columns, func(c TableColumn) bool { return ID(c.Name) == x.Indicator })]
		if x.Kind == kindNumber {
			s.addNumbers(x.Indicator, c.Numbers)
			continue
		}
		words := make([]string, len(c.Words))
		for i := range words {
			if c.isKnown(i) {
				words[i] = c.word(i)
			}
		}
		s.addWords(x.Indicator, words, func(word string) json.RawMessage { return quoted(word) })
	}
	return s.suggest(on, figure.Outcome), nil
}

func quoted(word string) json.RawMessage {
	raw, err := json.Marshal(word)
	if err != nil {
		panic(err) // no string fails
	}
	return raw
}

// trait is one value of an indicator, or a quarter of its numbers.
type trait struct {
	indicator ID
	rules     []TypeRule
	members   bitset // the accounts that show it
	known     bitset // the accounts of which the indicator is known
	size      int
}

// traits are all values that bundles can be made of.
type traits struct {
	results []result
	list    []trait
}

func (s *traits) addIndicator(i *Indicator, values []json.RawMessage) {
	if i.IndicatorKind == kindNumber {
		numbers := make([]float64, len(values))
		for row, raw := range values {
			if raw == nil || json.Unmarshal(raw, &numbers[row]) != nil {
				numbers[row] = math.NaN()
			}
		}
		s.addNumbers(i.ID, numbers)
		return
	}
	words, raws := make([]string, len(values)), map[string]json.RawMessage{}
	for row, raw := range values {
		if raw == nil {
			continue
		}
		if word, ok := categoryWord(raw); ok {
			words[row] = word
			raws[word] = raw
		}
	}
	s.addWords(i.ID, words, func(word string) json.RawMessage { return raws[word] })
}

// addWords adds each value of a category; an empty word is unknown.
func (s *traits) addWords(indicator ID, words []string, raw func(word string) json.RawMessage) {
	known := newBitset(len(s.results))
	members := map[string]bitset{}
	for row, word := range words {
		if word == "" || s.results[row] == unknownResult {
			continue
		}
		known.set(row)
		if members[word] == nil {
			members[word] = newBitset(len(s.results))
		}
		members[word].set(row)
	}
	order := make([]string, 0, len(members))
	for word := range members {
		order = append(order, word)
	}
	slices.Sort(order)
	for _, word := range order {
		s.add(indicator, []TypeRule{{IndicatorID: indicator, Op: RuleIs, Value: raw(word)}}, members[word], known)
	}
}

// addNumbers adds the quarters of a number, cut as for its figure; NaN is
// unknown.
func (s *traits) addNumbers(indicator ID, numbers []float64) {
	known := newBitset(len(s.results))
	var sorted []observation
	for row, x := range numbers {
		if !math.IsNaN(x) && s.results[row] != unknownResult {
			known.set(row)
			sorted = append(sorted, observation{value: x})
		}
	}
	if len(sorted) == 0 {
		return
	}
	slices.SortFunc(sorted, func(a, b observation) int { return cmp.Compare(a.value, b.value) })
	cuts := [5]float64{math.Inf(-1), quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75), math.Inf(1)}
	for quarter := range 4 {
		low, high := cuts[quarter], cuts[quarter+1]
		members := newBitset(len(s.results))
		for row, x := range numbers {
			if known.has(row) && x > low && x <= high {
				members.set(row)
			}
		}
		var rules []TypeRule
		if quarter > 0 {
			rules = append(rules, TypeRule{IndicatorID: indicator, Op: RuleAbove, Value: numberJSON(low)})
		}
		if quarter < 3 {
			rules = append(rules, TypeRule{IndicatorID: indicator, Op: RuleAtMost, Value: numberJSON(high)})
		}
		s.add(indicator, rules, members, known)
	}
}

func numberJSON(x float64) json.RawMessage {
	raw, err := json.Marshal(x)
	if err != nil {
		panic(err) // cuts are finite
	}
	return raw
}

func (s *traits) add(indicator ID, rules []TypeRule, members, known bitset) {
	if size := members.count(); size > 0 {
		s.list = append(s.list, trait{indicator: indicator, rules: rules, members: members, known: known, size: size})
	}
}

// key orders bundles that are otherwise alike.
func (t *TypeSuggestion) key() string {
	var b strings.Builder
	for _, r := range t.Rules {
		b.WriteString(string(r.IndicatorID) + "\x00" + r.Op + "\x00" + string(r.Value) + "\x01")
	}
	return b.String()
}
