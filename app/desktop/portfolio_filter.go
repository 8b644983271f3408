package desktop

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/success"
)

// PortfolioFilter is one condition on an account. Field names a column, or
// "attribute:" and an imported column's name. Op is
//   - "is" or "not" for words: one of Values is, or none of them is, among the
//     account's; an empty value stands for having none;
//   - "between" for numbers: from the first value to the second, both included,
//     either of them empty for no bound; money is in the workspace's currency;
//   - for days: "next" (within so many days, earlier ones included), "last" (in
//     the last so many), "before" (so many days ago or more, or never), "quarter"
//     (0 for this quarter of the calendar, 1 for the next), and "between".
type PortfolioFilter struct {
	Field  string   `json:"field"`
	Op     string   `json:"op"`
	Values []string `json:"values"`
}

// A condition says whether an account passes.
type condition func(r *portfolioRow) bool

// wordFields are the fields of words, with the words that an account has.
var wordFields = map[string]func(r *portfolioRow) []string{
	"type":           func(r *portfolioRow) []string { return one(string(r.CustomerType)) },
	"csm":            func(r *portfolioRow) []string { return one(r.CSM) },
	"owner":          func(r *portfolioRow) []string { return one(r.Owner) },
	"segment":        func(r *portfolioRow) []string { return one(r.Segment) },
	"tag":            func(r *portfolioRow) []string { return r.Tags },
	"currency":       func(r *portfolioRow) []string { return one(r.Currency) },
	"client_phase":   func(r *portfolioRow) []string { return one(r.client) },
	"provider_phase": func(r *portfolioRow) []string { return one(r.provider) },
	"mismatch":       func(r *portfolioRow) []string { return r.Mismatches },
	"verdict":        func(r *portfolioRow) []string { return one(r.Verdict) },
	"risk":           func(r *portfolioRow) []string { return one(r.Risk) },
	"sale":           func(r *portfolioRow) []string { return one(r.sale) },
	"flag": func(r *portfolioRow) []string {
		var names []string
		for i := range r.Flags {
			names = append(names, string(r.Flags[i].Name))
		}
		return names
	},
}

func one(word string) []string {
	if word == "" {
		return nil
	}
	return []string{word}
}

// numberFields are the fields of numbers; false where an account has none.
var numberFields = map[string]func(r *portfolioRow) (float64, bool){
	"arr":      func(r *portfolioRow) (float64, bool) { return r.ARR * r.rate, true },
	"level":    func(r *portfolioRow) (float64, bool) { return r.Level * r.rate, true },
	"growth":   func(r *portfolioRow) (float64, bool) { return r.Velocity * r.rate, true },
	"severity": func(r *portfolioRow) (float64, bool) { return float64(r.Severity), r.Risk != "" },
	"walk_away": func(r *portfolioRow) (float64, bool) {
		if r.price == nil {
			return 0, false
		}
		return r.price.Low * r.rate, true
	},
	"news": func(r *portfolioRow) (float64, bool) {
		if !hasNews(&r.Summary) {
			return 0, false
		}
		return float64(*r.Silence), true
	},
}

// dayFields are the fields of days.
var dayFields = map[string]func(r *portfolioRow) success.Date{
	"renewal":    func(r *portfolioRow) success.Date { return r.Renewal },
	"decision":   func(r *portfolioRow) success.Date { return r.Decision },
	"last_touch": func(r *portfolioRow) success.Date { return r.LastTouch },
	"added":      func(r *portfolioRow) success.Date { return r.Added },
	"start":      func(r *portfolioRow) success.Date { return r.Start },
}

// passing makes one condition of the words that an account must have and of filters.
func (b *portfolioBook) passing(filter string, filters []PortfolioFilter, today success.Date) (condition, error) {
	holds, err := b.conditions(filters, today)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(folded(filter))
	return func(r *portfolioRow) bool { return hasAll(r.words, words) && holds(r) }, nil
}

// conditions makes one condition of several filters: all must hold.
func (b *portfolioBook) conditions(filters []PortfolioFilter, today success.Date) (condition, error) {
	var all []condition
	for _, f := range filters {
		holds, err := b.condition(f, today)
		if err != nil {
			return nil, err
		}
		all = append(all, holds)
	}
	return func(r *portfolioRow) bool {
		for _, holds := range all {
			if !holds(r) {
				return false
			}
		}
		return true
	}, nil
}

func (b *portfolioBook) condition(f PortfolioFilter, today success.Date) (condition, error) {
	if words := b.wordsOf(f.Field); words != nil {
		return wordCondition(f, words)
	}
	if value, ok := numberFields[f.Field]; ok && f.Op == "between" {
		return between(f, value)
	}
	if on, ok := dayFields[f.Field]; ok {
		return dayCondition(f, on, today)
	}
	return nil, success.Invalid("filters", "The portfolio has no filter %q.", strings.TrimSpace(f.Field+" "+f.Op))
}

// wordsOf returns what an account has of a field of words; nil for other fields.
func (b *portfolioBook) wordsOf(field string) func(r *portfolioRow) []string {
	if words, ok := wordFields[field]; ok {
		return words
	}
	if name, ok := strings.CutPrefix(field, attributePrefix); ok {
		return func(r *portfolioRow) []string { return one(r.attribute(name)) }
	}
	if at := slices.Index(principleNames, field); at >= 0 {
		return func(r *portfolioRow) []string {
			return one(standingWord(int(r.Checks[at].Holds), int(r.Checks[at].Of)))
		}
	}
	if field == "parent" {
		return func(r *portfolioRow) []string {
			if head := b.families.Head(r.Account); head != r.Account || b.families.HasBelow(head) {
				return []string{string(head)}
			}
			return nil
		}
	}
	return nil
}

// standingWord says whether all, some or none of a principle's checks hold; empty
// where it has none.
func standingWord(holds, of int) string {
	switch {
	case of == 0:
		return ""
	case holds == of:
		return "all"
	case holds == 0:
		return "none"
	}
	return "some"
}

func wordCondition(f PortfolioFilter, words func(r *portfolioRow) []string) (condition, error) {
	if f.Op != "is" && f.Op != "not" || len(f.Values) == 0 {
		return nil, success.Invalid("filters", "Choose at least one value.")
	}
	wanted := f.Op == "is"
	return func(r *portfolioRow) bool {
		has := words(r)
		found := len(has) == 0 && slices.Contains(f.Values, "") ||
			slices.ContainsFunc(has, func(word string) bool { return slices.Contains(f.Values, word) })
		return found == wanted
	}, nil
}

func between(f PortfolioFilter, value func(r *portfolioRow) (float64, bool)) (condition, error) {
	if len(f.Values) != 2 {
		return nil, success.Invalid("filters", "A range has a lowest and a highest value.")
	}
	low, hasLow := number(f.Values[0])
	high, hasHigh := number(f.Values[1])
	if !hasLow && f.Values[0] != "" || !hasHigh && f.Values[1] != "" {
		return nil, success.Invalid("filters", "%q is no number.", strings.Join(f.Values, " "))
	}
	return func(r *portfolioRow) bool {
		v, ok := value(r)
		return ok && (!hasLow || v >= low) && (!hasHigh || v <= high)
	}, nil
}

func dayCondition(f PortfolioFilter, on func(r *portfolioRow) success.Date, today success.Date) (condition, error) {
	if f.Op == "between" {
		return betweenDays(f, on)
	}
	if len(f.Values) != 1 {
		return nil, success.Invalid("filters", "Say how many days.")
	}
	n, err := strconv.Atoi(strings.TrimSpace(f.Values[0]))
	if err != nil || n < 0 || n > 36500 {
		return nil, success.Invalid("filters", "%q is no number of days.", f.Values[0])
	}
	fits := dayTest(f.Op, n, today)
	if fits == nil {
		return nil, success.Invalid("filters", "The portfolio has no filter %q.", f.Field+" "+f.Op)
	}
	return func(r *portfolioRow) bool { return fits(on(r)) }, nil
}

// dayTest returns what a day is held against, or nil for a word it does not know.
func dayTest(op string, n int, today success.Date) func(d success.Date) bool {
	switch op {
	case "next":
		return func(d success.Date) bool { return !d.IsZero() && d.Sub(today) <= n }
	case "last":
		return func(d success.Date) bool { return !d.IsZero() && d <= today && today.Sub(d) <= n }
	case "before":
		return func(d success.Date) bool { return d.IsZero() || today.Sub(d) >= n }
	case "quarter":
		from, to := quarterOf(today, n)
		return func(d success.Date) bool { return !d.IsZero() && d >= from && d <= to }
	}
	return nil
}

func betweenDays(f PortfolioFilter, on func(r *portfolioRow) success.Date) (condition, error) {
	if len(f.Values) != 2 {
		return nil, success.Invalid("filters", "A range has a first and a last day.")
	}
	var ends [2]success.Date
	for i, text := range f.Values {
		if text == "" {
			continue
		}
		day, err := success.ParseDate(text)
		if err != nil {
			return nil, success.Invalid("filters", "%q is no day.", text)
		}
		ends[i] = day
	}
	return func(r *portfolioRow) bool {
		d := on(r)
		return !d.IsZero() && (ends[0].IsZero() || d >= ends[0]) && (ends[1].IsZero() || d <= ends[1])
	}, nil
}

// quarterOf returns the first and the last day of a quarter of the calendar: of
// today's, or of one that is so many ahead.
func quarterOf(today success.Date, ahead int) (from, to success.Date) {
	year, month, _ := today.Time().Date()
	first := (int(month)-1)/3*3 + 1 + 3*ahead
	at := func(month int) success.Date {
		return success.NewDate(year, time.Month(month), 1)
	}
	return at(first), at(first + 3).AddDays(-1)
}
