package capture

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

var (
	valuePattern = regexp.MustCompile(`(?i)(?:^|[^\pL\d.,'’])((-|−)?(` + digits + `)(k|%)?)`)
	unitPattern  = regexp.MustCompile(`^\s?([\pL%€$£/°]+)`)
)

// units are words for one unit; a line that says another one than its measure
// is not read, as nothing here converts.
var units = [][]string{
	{"h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"},
	{"min", "mins", "minute", "minutes", "minuten"},
	{"s", "sec", "secs", "second", "seconds", "sek", "sekunden"},
	{"d", "day", "days", "tag", "tage"},
	{"week", "weeks", "woche", "wochen"},
	{"month", "months", "monat", "monate"},
	{"%", "percent", "pct", "prozent"},
	{"€", "eur", "euro", "euros"}, {"$", "usd", "dollar", "dollars"}, {"£", "gbp", "pound", "pounds"},
	{"people", "persons", "personen", "leute"},
}

func unitClass(word string) int {
	word = strings.ToLower(word)
	return slices.IndexFunc(units, func(u []string) bool { return slices.Contains(u, word) })
}

// sameUnit reports whether a line's unit is, or begins, its measure's.
func sameUnit(said, measure string) (same, other bool) {
	said, measure = fold(said), fold(measure)
	first := measure
	if words := strings.FieldsFunc(measure, func(r rune) bool { return r == ' ' || r == '/' }); len(words) > 0 {
		first = words[0]
	}
	if said == measure || said == first {
		return true, false
	}
	class := unitClass(said)
	if class >= 0 && class == unitClass(first) {
		return true, false
	}
	return false, class >= 0 && measure != ""
}

// reading reads "# ticket time 4.2 h".
func (l *line) reading() string {
	m, measure, why := l.measured()
	if why != "" {
		return why
	}
	key := l.key("reading")
	value, ok := number(l.group(m, 3), false, l.Comma)
	if !ok {
		return "The number cannot be read."
	}
	if l.group(m, 2) != "" {
		value = value.Neg()
	}
	if strings.EqualFold(l.group(m, 4), "k") {
		value = value.Mul(factor("k"))
	}
	unit, why := l.unit(m, measure)
	if why != "" {
		return why
	}
	float, _ := value.Float64()
	if math.IsInf(float, 0) {
		return "The number cannot be read."
	}
	l.take(l.body-l.start, m[2], key, "measure_id")
	l.take(m[2], m[3]+unit, key, "value")
	fields := success.Fields{"measure_id": jsonOf(measure.ID), "on": jsonOf(l.On), "value": jsonOf(float)}
	if why := l.readOn(key, fields); why != "" {
		return why
	}
	if source := l.takeRest(key, "source"); source != "" {
		fields["source"] = jsonOf(strings.Trim(source, "() "))
	}
	l.propose(key, "reading", fields)
	return ""
}

// unit returns how long the unit after the value is, if it is the measure's;
// another unit is a reason not to read the line.
func (l *line) unit(m []int, measure *success.Measure) (length int, why string) {
	said, end := l.group(m, 4), 0
	if said != "%" {
		u := unitPattern.FindStringSubmatchIndex(l.text[m[3]:])
		if u == nil {
			return 0, ""
		}
		said, end = l.text[m[3]+u[2]:m[3]+u[3]], u[1]
	}
	same, other := sameUnit(said, measure.Unit)
	if other {
		return 0, fmt.Sprintf("%s is measured in %s, not in %s.", measure.Name, measure.Unit, said)
	}
	if !same {
		return 0, ""
	}
	return end, ""
}

// readOn reads the day of the value, where the line says one.
func (l *line) readOn(key string, fields success.Fields) string {
	d := l.match(onPattern)
	if d == nil {
		return ""
	}
	on, ok := l.day(d, false)
	if !ok {
		return ""
	}
	if on > l.On {
		return "A reading cannot lie in the future."
	}
	fields["on"] = jsonOf(on)
	l.take(d[2], d[3], key, "on")
	if l.match(onPattern) != nil {
		return "There is more than one day on this line."
	}
	return ""
}

// measured finds the value on the line and the measure whose name stands before
// it: a whole name, else words that only one measure has.
func (l *line) measured() (match []int, measure *success.Measure, why string) {
	start := l.body - l.start
	why = "There is no number on this line."
	var first []int // the first number that would do
	for at := start; at < len(l.text); {
		m := valuePattern.FindStringSubmatchIndex(l.text[at:])
		if m == nil {
			break
		}
		for i := range m {
			if m[i] >= 0 {
				m[i] += at
			}
		}
		found, whole, reason := l.measure(l.text[start:m[2]])
		if chosen := l.chosenMeasure(); chosen != nil {
			found, whole = chosen, true
		}
		if whole {
			return m, found, ""
		}
		if first == nil {
			measure, why = found, reason
			if found != nil {
				first = m
			}
		}
		at = m[3]
	}
	return first, measure, why
}

// chosenMeasure is the measure that the writer gave to this line; nil for none.
func (l *line) chosenMeasure() *success.Measure {
	for i := range l.file.Measures {
		if m := &l.file.Measures[i]; m.ID == l.Measures[l.number] && m.ID != "" {
			return m
		}
	}
	return nil
}

// linkWords stand between a measure's name and its value.
var linkWords = map[string]bool{"is": true, "now": true, "at": true, "to": true, "down": true, "up": true, "ist": true, "jetzt": true, "bei": true, "auf": true, "the": true}

func (l *line) measure(name string) (measure *success.Measure, whole bool, why string) {
	words := strings.FieldsFunc(fold(name), func(r rune) bool { return !isWord(r) })
	var named []string
	for _, w := range words {
		if !linkWords[w] {
			named = append(named, w)
		}
	}
	if len(named) == 0 {
		return nil, false, "No measure is named before the number."
	}
	var full, part []*success.Measure
	for i := range l.file.Measures {
		m := &l.file.Measures[i]
		have := strings.FieldsFunc(fold(m.Name), func(r rune) bool { return !isWord(r) })
		if slices.Equal(have, words) || slices.Equal(have, named) {
			full = append(full, m)
			continue
		}
		if !slices.ContainsFunc(named, func(w string) bool { return !slices.Contains(have, w) }) {
			part = append(part, m)
		}
	}
	whole = len(full) > 0
	if !whole {
		full = part
	}
	switch len(full) {
	case 0:
		return nil, false, "No measure of this account goes by that name."
	case 1:
		return full[0], whole, ""
	}
	return nil, false, fmt.Sprintf("%d measures of this account go by that name.", len(full))
}
