package success

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// IndicatorWarning is why an indicator should be looked at twice.
type IndicatorWarning string

// The warnings, in the order in which an indicator lists them.
const (
	WarnDemographic    IndicatorWarning = "demographic"     // says who they are, and says nothing about what they do
	WarnInternal       IndicatorWarning = "internal"        // says something about us: a date of purchase, a program of ours
	WarnNoConversation IndicatorWarning = "no conversation" // nobody at a client is known to have named it
)

// IndicatorWarnings lists what is to be said against each indicator of a
// figure. Indicators without a warning are not in the answer.
func IndicatorWarnings(s *Settings, figure AlignmentFigure) map[ID][]IndicatorWarning {
	out := map[ID][]IndicatorWarning{}
	for i := range figure.Indicators {
		x := &figure.Indicators[i]
		indicator := find(s.Indicators, x.Indicator)
		if indicator == nil {
			continue
		}
		var list []IndicatorWarning
		if indicator.Nature == "demographic" && x.Reading == ReadSaysNothing {
			list = append(list, WarnDemographic)
		}
		if indicator.Nature == natureInternal {
			list = append(list, WarnInternal)
		}
		if strings.TrimSpace(indicator.Source) == "" {
			list = append(list, WarnNoConversation)
		}
		if len(list) > 0 {
			out[x.Indicator] = list
		}
	}
	return out
}

// natureInternal is the nature of an indicator that is about us.
const natureInternal = "internal"

// FocusFigure is one of the few indicators to look at, with the value that
// speaks most for the positive outcome. Effect lies between 0 and 1: Cramér's
// V, or how far twice the AUC lies from 1.
type FocusFigure struct {
	Indicator ID         `json:"indicator"`
	Effect    float64    `json:"effect"`
	Value     string     `json:"value"`    // the category; empty for a number
	Quartile  int        `json:"quartile"` // the quarter of a number; else 0
	From      float64    `json:"from"`     // of the quarter
	To        float64    `json:"to"`
	N         int        `json:"n"`
	Rate      float64    `json:"rate"`
	Wilson    [2]float64 `json:"wilson"`
	Lift      *float64   `json:"lift"`
}

// FocusOn picks, strongest first, at most `most` of the indicators that
// indicate something. What is about us is left out: it tells no client from
// another before they are one.
func FocusOn(s *Settings, figure AlignmentFigure, most int) []FocusFigure {
	out := []FocusFigure{}
	for i := range figure.Indicators {
		x := &figure.Indicators[i]
		indicator := find(s.Indicators, x.Indicator)
		if x.Reading != ReadIndicates || indicator != nil && indicator.Nature == natureInternal {
			continue
		}
		out = append(out, x.focus())
	}
	slices.SortStableFunc(out, func(a, b FocusFigure) int { return cmp.Compare(b.Effect, a.Effect) })
	return out[:min(most, len(out))]
}

func (x *IndicatorFigure) focus() FocusFigure {
	f := FocusFigure{Indicator: x.Indicator}
	if x.V != nil {
		f.Effect = *x.V
	}
	if x.AUC != nil {
		f.Effect = math.Abs(2**x.AUC - 1)
	}
	// The lower end of the interval decides, so that three of three is not
	// taken for better than ninety of a hundred.
	best := math.Inf(-1)
	for _, c := range x.Categories {
		if c.Wilson[0] > best {
			best = c.Wilson[0]
			f.Value, f.N, f.Rate, f.Wilson, f.Lift = c.Value, c.N, c.Rate, c.Wilson, c.Lift
		}
	}
	for _, q := range x.Quartiles {
		if q.Wilson[0] > best {
			best = q.Wilson[0]
			f.Quartile, f.From, f.To = q.Quartile, q.From, q.To
			f.N, f.Rate, f.Wilson, f.Lift = q.N, q.Rate, q.Wilson, q.Lift
		}
	}
	return f
}
