package success

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
)

// What an indicator is held against.
const (
	OutcomeRetention = "retention" // retained or cancelled
	OutcomeAction    = "action"    // the last action at the indicator's stage
)

// AlignmentReading says what an indicator is worth.
type AlignmentReading string

// The readings, in the order in which they are tried.
const (
	ReadTooFew      AlignmentReading = "too few"
	ReadIndicates   AlignmentReading = "indicates"
	ReadWeak        AlignmentReading = "weak"
	ReadSaysNothing AlignmentReading = "says nothing"
)

// CategoryFigure is the result among the accounts of one value.
type CategoryFigure struct {
	Value    string     `json:"value"`
	N        int        `json:"n"`
	Positive int        `json:"positive"`
	Rate     float64    `json:"rate"`
	Wilson   [2]float64 `json:"wilson"`
	Lift     *float64   `json:"lift"`
}

// QuartileFigure is the result among a quarter of the accounts, by number.
type QuartileFigure struct {
	Quartile int        `json:"quartile"`
	From     float64    `json:"from"`
	To       float64    `json:"to"`
	N        int        `json:"n"`
	Positive int        `json:"positive"`
	Rate     float64    `json:"rate"`
	Wilson   [2]float64 `json:"wilson"`
	Lift     *float64   `json:"lift"`
}

// IndicatorFigure is what one indicator really indicates.
type IndicatorFigure struct {
	Indicator  ID               `json:"indicator"`
	Kind       string           `json:"kind"`
	N          int              `json:"n"`
	Positive   int              `json:"positive"`
	Negative   int              `json:"negative"`
	BaseRate   *float64         `json:"base_rate"`
	Test       Word             `json:"test"` // chi2, fisher, mann-whitney
	Statistic  *float64         `json:"statistic"`
	V          *float64         `json:"V"`
	AUC        *float64         `json:"auc"`
	P          *float64         `json:"p"`
	Q          *float64         `json:"q"`
	Reading    AlignmentReading `json:"reading"`
	Categories []CategoryFigure `json:"categories"`
	Quartiles  []QuartileFigure `json:"quartiles"`
}

// AlignmentFigure is every live indicator, in order of id, against an outcome.
type AlignmentFigure struct {
	On         Date              `json:"on"`
	Outcome    string            `json:"outcome"`
	Indicators []IndicatorFigure `json:"indicators"`
}

// Alignment tests each indicator against an outcome, "retention" (also where
// it is empty) or "action". It returns CodeInvalid for another outcome.
func Alignment(b *Book, on Date, outcome string) (AlignmentFigure, error) {
	if outcome == "" {
		outcome = OutcomeRetention
	}
	if outcome != OutcomeRetention && outcome != OutcomeAction {
		return AlignmentFigure{}, Invalid("outcome", "An outcome is retention or action, not %q.", outcome)
	}
	figure := AlignmentFigure{On: on, Outcome: outcome, Indicators: []IndicatorFigure{}}
	files := make([]*File, 0, len(b.Files))
	for _, f := range b.Files {
		if f.Account.DeletedAt == 0 && f.Account.StartDate <= on {
			files = append(files, f.settled())
		}
	}
	for _, i := range b.Settings.liveIndicators() {
		figure.Indicators = append(figure.Indicators, indicatorFigure(i, files, on, outcome))
	}
	adjust(figure.Indicators)
	return figure, nil
}

// liveIndicators returns the indicators that are not in the bin and whose
// motivation, if they name one, is not either; in order of id.
func (s *Settings) liveIndicators() []*Indicator {
	motivations := map[ID]bool{}
	for i := range s.Motivations {
		if m := &s.Motivations[i]; m.DeletedAt == 0 {
			motivations[m.ID] = true
		}
	}
	return byID(s.Indicators, func(i *Indicator) bool {
		return i.DeletedAt == 0 && (i.MotivationID == "" || motivations[i.MotivationID])
	})
}

// sample is one account's value of an indicator with its result.
type sample struct {
	value    json.RawMessage
	positive bool
}

func indicatorFigure(i *Indicator, files []*File, on Date, outcome string) IndicatorFigure {
	figure := IndicatorFigure{Indicator: i.ID, Kind: i.IndicatorKind}
	var samples []sample
	for _, f := range files {
		value, ok := latestValue(f, i.ID, on)
		if !ok {
			continue
		}
		positive, ok := resultOf(f, i, on, outcome)
		if ok {
			samples = append(samples, sample{value, positive})
		}
	}
	if i.IndicatorKind == kindNumber {
		figure.testNumbers(numbersOf(samples))
	} else {
		figure.testCategories(categoriesOf(samples))
	}
	return figure
}

// The kinds of an indicator.
const (
	kindYesNo    = "yes/no"
	kindNumber   = "number"
	kindCategory = "category"
)

// category is one account's word with its result.
type category struct {
	word     string
	positive bool
}

// numbersOf reads the values that are numbers.
func numbersOf(samples []sample) []observation {
	list := make([]observation, 0, len(samples))
	for _, s := range samples {
		var value float64
		if json.Unmarshal(s.value, &value) == nil {
			list = append(list, observation{value, s.positive})
		}
	}
	return list
}

// categoriesOf reads the values that can be told apart as words.
func categoriesOf(samples []sample) []category {
	list := make([]category, 0, len(samples))
	for _, s := range samples {
		if word, ok := categoryWord(s.value); ok {
			list = append(list, category{word, s.positive})
		}
	}
	return list
}

// latestValue is an account's value of an indicator on a day.
func latestValue(f *File, indicator ID, on Date) (json.RawMessage, bool) {
	var best *IndicatorValue
	for i := range f.IndicatorValues {
		v := &f.IndicatorValues[i]
		if v.IndicatorID == indicator && v.On <= on && (best == nil || v.On >= best.On) { // of one day the last made
			best = v
		}
	}
	if best == nil || missing(best.Value) {
		return nil, false
	}
	return best.Value, true
}

// ResultOf is what an account's outcome, "retention" or "action" (its last one, of
// any stage), comes to on a day; ok is false where it has none.
func ResultOf(f *File, on Date, outcome string) (positive, ok bool) {
	return resultOf(f.settled(), &Indicator{}, on, outcome)
}

// resultOf is an account's result; false where it has none.
func resultOf(f *File, i *Indicator, on Date, outcome string) (positive, ok bool) {
	if outcome == OutcomeRetention {
		return !isCancelled(f, on), true
	}
	var last *CustomerAction
	for j := range f.Actions {
		a := &f.Actions[j]
		if a.On <= on && (i.Stage == "" || a.Stage == i.Stage) && (last == nil || a.On >= last.On) {
			last = a
		}
	}
	if last == nil {
		return false, false
	}
	return isPositive(last), true
}

func (x *IndicatorFigure) count(positive bool) {
	x.N++
	if positive {
		x.Positive++
	} else {
		x.Negative++
	}
}

func (x *IndicatorFigure) testNumbers(list []observation) {
	for _, o := range list {
		x.count(o.positive)
	}
	x.BaseRate = share(float64(x.Positive), float64(x.N))
	if x.Positive > 0 && x.Negative > 0 {
		u, p := mannWhitney(list)
		auc := u / (float64(x.Positive) * float64(x.Negative))
		x.Test, x.Statistic, x.AUC, x.P = "mann-whitney", &u, &auc, &p
	}
	slices.SortFunc(list, func(a, b observation) int { return cmp.Compare(a.value, b.value) })
	x.Quartiles = quartiles(list, x.BaseRate)
}

// quartiles cuts sorted observations in four; a value equal to a cut goes below
// it, and empty quarters are left out.
func quartiles(list []observation, base *float64) []QuartileFigure {
	out := []QuartileFigure{}
	if len(list) == 0 {
		return out
	}
	cuts := [3]float64{quantile(list, 0.25), quantile(list, 0.5), quantile(list, 0.75)}
	for _, o := range list {
		quarter := 1
		for _, cut := range cuts {
			if o.value > cut {
				quarter++
			}
		}
		if n := len(out); n == 0 || out[n-1].Quartile != quarter {
			out = append(out, QuartileFigure{Quartile: quarter, From: o.value})
		}
		q := &out[len(out)-1]
		q.To = o.value
		q.N++
		if o.positive {
			q.Positive++
		}
	}
	for i := range out {
		q := &out[i]
		q.Rate = float64(q.Positive) / float64(q.N)
		q.Wilson, q.Lift = wilson(q.Positive, q.N), lift(q.Rate, base)
	}
	return out
}

func lift(rate float64, base *float64) *float64 {
	if base == nil {
		return nil
	}
	return share(rate, *base)
}

func (x *IndicatorFigure) testCategories(list []category) {
	x.Categories = []CategoryFigure{}
	index := map[string]int{}
	for _, s := range list {
		x.count(s.positive)
		at, known := index[s.word]
		if !known {
			at = len(x.Categories)
			index[s.word] = at
			x.Categories = append(x.Categories, CategoryFigure{Value: s.word})
		}
		x.Categories[at].N++
		if s.positive {
			x.Categories[at].Positive++
		}
	}
	slices.SortFunc(x.Categories, func(a, b CategoryFigure) int { return strings.Compare(a.Value, b.Value) })
	x.BaseRate = share(float64(x.Positive), float64(x.N))
	positive, size := make([]int, len(x.Categories)), make([]int, len(x.Categories))
	for i := range x.Categories {
		c := &x.Categories[i]
		positive[i], size[i] = c.Positive, c.N
		c.Rate = float64(c.Positive) / float64(c.N)
		c.Wilson, c.Lift = wilson(c.Positive, c.N), lift(c.Rate, x.BaseRate)
	}
	if x.Positive > 0 && x.Negative > 0 {
		x.testTable(positive, size)
	}
}

func (x *IndicatorFigure) testTable(positive, size []int) {
	statistic, smallest := chiSquared(positive, size)
	v, p := math.Sqrt(statistic/float64(x.N)), 1.0
	x.Test = "chi2"
	switch {
	case len(size) == 1:
		statistic, v = 0, 0
	case len(size) == 2 && smallest < 5:
		x.Test, p = "fisher", fisher(positive, size)
	default:
		p = chiSquaredP(statistic, len(size)-1)
	}
	x.Statistic, x.V, x.P = &statistic, &v, &p
}

// categoryWord is a value as a category: yes and no for what is true or false.
func categoryWord(value json.RawMessage) (string, bool) {
	value = bytes.TrimSpace(value)
	switch string(value) {
	case "true":
		return "yes", true
	case "false":
		return "no", true
	}
	var text string
	if json.Unmarshal(value, &text) == nil {
		return text, true
	}
	var number float64
	if json.Unmarshal(value, &number) == nil {
		return fmt.Sprint(number), true
	}
	return "", false
}

// adjust sets q over all tests, and the readings.
func adjust(indicators []IndicatorFigure) {
	var p []float64
	for i := range indicators {
		if indicators[i].P != nil {
			p = append(p, *indicators[i].P)
		}
	}
	q := benjaminiHochberg(p)
	for i := range indicators {
		x := &indicators[i]
		if x.P != nil {
			x.Q, q = &q[0], q[1:]
		}
		x.Reading = x.reading()
	}
}

func (x *IndicatorFigure) reading() AlignmentReading {
	strong := (x.V != nil && *x.V >= 0.1) || (x.AUC != nil && math.Abs(*x.AUC-0.5) >= 0.06)
	switch {
	case x.N < 30 || min(x.Positive, x.Negative) < 5 || x.Q == nil:
		return ReadTooFew
	case *x.Q < 0.05 && strong:
		return ReadIndicates
	case *x.Q < 0.05:
		return ReadWeak
	}
	return ReadSaysNothing
}
