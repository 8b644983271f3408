package capture

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tendril-app/tendril/internal/success"
)

// defaultDimensions are the kinds of benefit where a workspace names none.
var defaultDimensions = []string{"revenue", "cost", "time", "risk", "quality", "experience", "compliance", "strategy"}

var groupPattern = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:teams?|departments?|dept|group|desk|office|crew|planners|drivers|managers|\pL*abteilung|\pL*gruppe|\pL*team)(?:[^\pL]|$)`)

// benefit reads "$ 12k/yr cost, 40 people, billing team". What an amount or a
// number of people does not account for is the benefit's title; a benefit that
// is known by that title gets a step more.
func (l *line) benefit() string {
	key, stepKey := l.key("benefit"), l.key("step")
	step := l.step(stepKey)
	dimension, group := l.dimension(key), l.teamOf(key)
	title := l.takeRest(key, "title")
	if dimension == "" {
		dimension = l.dimensionIn(title)
	}
	if title == "" {
		title = capital(strings.Join(slices.DeleteFunc([]string{dimension, group}, func(s string) bool { return s == "" }), ", "))
	}
	if title == "" {
		title = tidy(l.text[l.body-l.start:])
	}
	if known := l.known(title); known != "" {
		return l.another(key, stepKey, known, step)
	}
	fields := success.Fields{"account_id": jsonOf(l.file.Account.ID), "title": jsonOf(title)}
	if dimension != "" {
		fields["dimension"] = jsonOf(dimension)
	}
	if group != "" {
		fields["group"] = jsonOf(group)
	}
	l.propose(key, "benefit", fields)
	if step != nil {
		l.propose(stepKey, "benefit_step", step, Link{"benefit_id", key})
	}
	return ""
}

// step reads the amount and the people; nil where the line has neither.
func (l *line) step(key string) success.Fields {
	step := success.Fields{"on": jsonOf(l.On), "kind": jsonOf("once"), "confirmation": jsonOf("claimed")}
	people, hasPeople := l.takePeople(key)
	if hasPeople {
		step["people"], step["kind"] = people, jsonOf("yearly")
	}
	a, ok := l.findAmount()
	if !ok {
		if hasPeople {
			return step
		}
		return nil
	}
	step["amount"] = jsonOf(a.value)
	if !a.high.IsZero() {
		step["amount_low"], step["amount_high"] = jsonOf(a.low), jsonOf(a.high)
	}
	step["kind"] = jsonOf(map[bool]string{true: "yearly", false: "once"}[a.yearly])
	l.take(a.from, a.to, key, "amount")
	if m := l.match(oncePattern); m != nil && !a.yearly {
		l.take(m[2], m[3], key, "kind")
	}
	return step
}

// another adds a step to a benefit that is known by its title.
func (l *line) another(key, stepKey string, known success.ID, step success.Fields) string {
	if step == nil {
		return "This benefit is known; the line says no amount and no people."
	}
	step["benefit_id"] = jsonOf(known)
	for i := range l.parts { // its title is what it was found by
		if l.parts[i].Record == key {
			l.parts[i] = Part{l.parts[i].Span, stepKey, "benefit_id"}
		}
	}
	l.propose(stepKey, "benefit_step", step)
	return ""
}

// known finds a benefit of the account by its title.
func (l *line) known(title string) success.ID {
	for i := range l.file.Benefits {
		if fold(l.file.Benefits[i].Title) == fold(title) {
			return l.file.Benefits[i].ID
		}
	}
	return ""
}

func (l *line) dimensions() []string {
	if l.Settings != nil && len(l.Settings.Workspace.Dimensions) > 0 {
		return l.Settings.Workspace.Dimensions
	}
	return defaultDimensions
}

// dimension takes a chunk that is nothing but the name of a dimension.
func (l *line) dimension(key string) string {
	for _, s := range l.chunks() {
		for _, d := range l.dimensions() {
			if fold(tidy(l.text[s.From:s.To])) == fold(d) {
				l.take(s.From, s.To, key, "dimension")
				return d
			}
		}
	}
	return ""
}

// dimensionIn finds the name of a dimension among a title's words.
func (l *line) dimensionIn(title string) string {
	words := strings.FieldsFunc(fold(title), func(r rune) bool { return !isWord(r) })
	for _, d := range l.dimensions() {
		if slices.Contains(words, fold(d)) {
			return d
		}
	}
	return ""
}

// teamOf takes a chunk that names a group of people.
func (l *line) teamOf(key string) string {
	for _, s := range l.chunks() {
		if text := tidy(l.text[s.From:s.To]); groupPattern.MatchString(text) && len(strings.Fields(text)) <= 4 {
			l.take(s.From, s.To, key, "group")
			return clean(text)
		}
	}
	return ""
}

func capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}
