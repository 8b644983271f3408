package desktop

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// AlignmentView is the stage table with what each indicator really indicates.
// Accounts counts those with a result, Positive the ones with the positive one;
// TooFew says that nothing can be told of so few, whatever the indicators.
type AlignmentView struct {
	On         string               `json:"on"`
	Outcome    string               `json:"outcome"`
	Accounts   int                  `json:"accounts"`
	Positive   int                  `json:"positive"`
	TooFew     bool                 `json:"too_few"`
	Stages     []AlignmentStageView `json:"stages"`
	Focus      []FocusView          `json:"focus"`
	Indicators int                  `json:"indicators"`
	ReadOnly   bool                 `json:"read_only"`
}

// AlignmentStageView is one stage of the life of a client: its motivations, and
// the indicators that belong to none, as a motivation without an id at the end.
type AlignmentStageView struct {
	Stage       string           `json:"stage"`
	Motivations []MotivationView `json:"motivations"`
}

// MotivationView is why clients of a kind act, with the signs of it.
type MotivationView struct {
	ID          string          `json:"id"`
	Name        string          `json:"name"`
	Description string          `json:"description"`
	Stage       string          `json:"stage"`
	Indicators  []IndicatorView `json:"indicators"`
}

// IndicatorView is a sign with what it indicates. Effect lies between 0 and 1:
// Cramér's V, or how far twice the AUC lies from 1; null where nothing was
// tested. More counts the categories beyond those that are listed.
type IndicatorView struct {
	ID         string          `json:"id"`
	Motivation string          `json:"motivation"`
	Name       string          `json:"name"`
	Stage      string          `json:"stage"`
	Kind       string          `json:"kind"`
	Nature     string          `json:"nature"`
	Source     string          `json:"source"`
	Values     int             `json:"values"` // accounts of which it is known
	N          int             `json:"n"`
	Positive   int             `json:"positive"`
	BaseRate   *float64        `json:"base_rate"`
	Test       string          `json:"test"`
	V          *float64        `json:"v"`
	AUC        *float64        `json:"auc"`
	P          *float64        `json:"p"`
	Q          *float64        `json:"q"`
	Effect     *float64        `json:"effect"`
	Reading    string          `json:"reading"`
	Warnings   []string        `json:"warnings"`
	Parts      []IndicatorPart `json:"parts"`
	More       int             `json:"more"`
}

// IndicatorPart is the result among the accounts of one value, or of a quarter of
// the numbers (Quartile 1 to 4, From and To inclusive). Rate and the interval lie
// between 0 and 1; Lift is over the base rate.
type IndicatorPart struct {
	Value    string   `json:"value"`
	Quartile int      `json:"quartile"`
	From     float64  `json:"from"`
	To       float64  `json:"to"`
	N        int      `json:"n"`
	Positive int      `json:"positive"`
	Rate     float64  `json:"rate"`
	Low      float64  `json:"low"`
	High     float64  `json:"high"`
	Lift     *float64 `json:"lift"`
}

// FocusView is one of the few indicators to look at, with the value that speaks
// most for the positive outcome.
type FocusView struct {
	Indicator string        `json:"indicator"`
	Name      string        `json:"name"`
	Effect    float64       `json:"effect"`
	Part      IndicatorPart `json:"part"`
}

// alignmentStages are the stages of a client's life, in order.
var alignmentStages = []string{"acquisition", "purchase", "success", "renewal"}

// mostParts is how many values of an indicator a chart can show.
const mostParts = 12

// mostFocus is how many indicators a person can keep an eye on.
const mostFocus = 5

func alignmentView(book *success.Book, figure *success.AlignmentFigure) AlignmentView {
	s := &book.Settings
	view := AlignmentView{On: figure.On.String(), Outcome: figure.Outcome, Stages: []AlignmentStageView{}, Focus: []FocusView{}}
	view.Accounts, view.Positive = resultsIn(book, figure)
	view.TooFew = view.Accounts < 30 || min(view.Positive, view.Accounts-view.Positive) < 5
	warnings := success.IndicatorWarnings(s, *figure)
	figures := map[success.ID]*success.IndicatorFigure{}
	for i := range figure.Indicators {
		figures[figure.Indicators[i].Indicator] = &figure.Indicators[i]
	}
	known := valuesKnown(book)
	under := map[success.ID][]IndicatorView{}
	loose := map[string][]IndicatorView{}
	for _, i := range orderedIndicators(s) {
		x := figures[i.ID]
		if x == nil {
			continue // its motivation lies in the bin
		}
		view.Indicators++
		one := indicatorView(i, x, known[i.ID], warnings[i.ID])
		if i.MotivationID == "" {
			loose[stageOr(i.Stage)] = append(loose[stageOr(i.Stage)], one)
		} else {
			under[i.MotivationID] = append(under[i.MotivationID], one)
		}
	}
	for _, stage := range alignmentStages {
		part := AlignmentStageView{Stage: stage, Motivations: []MotivationView{}}
		for _, m := range orderedMotivations(s) {
			if stageOr(m.Stage) == stage {
				part.Motivations = append(part.Motivations, MotivationView{
					ID: string(m.ID), Name: m.Name, Description: m.Description, Stage: stage, Indicators: append([]IndicatorView{}, under[m.ID]...),
				})
			}
		}
		if len(loose[stage]) > 0 {
			part.Motivations = append(part.Motivations, MotivationView{Stage: stage, Indicators: loose[stage]})
		}
		view.Stages = append(view.Stages, part)
	}
	for _, f := range success.FocusOn(s, *figure, mostFocus) {
		view.Focus = append(view.Focus, focusView(s, f))
	}
	return view
}

// stageOr puts what has no stage at the first.
func stageOr(stage string) string { return cmp.Or(stage, alignmentStages[0]) }

// resultsIn counts the accounts that have a result at all.
func resultsIn(book *success.Book, figure *success.AlignmentFigure) (accounts, positive int) {
	for _, f := range book.Files {
		if f.Account.StartDate > figure.On {
			continue
		}
		if good, ok := success.ResultOf(f, figure.On, figure.Outcome); ok {
			accounts++
			if good {
				positive++
			}
		}
	}
	return accounts, positive
}

// valuesKnown counts, for each indicator, the accounts of which it is known.
func valuesKnown(book *success.Book) map[success.ID]int {
	known := map[success.ID]int{}
	for _, f := range book.Files {
		for i := range f.IndicatorValues {
			if v := f.IndicatorValues[i].Value; len(v) > 0 && string(v) != "null" {
				known[f.IndicatorValues[i].IndicatorID]++
			}
		}
	}
	return known
}

func orderedMotivations(s *success.Settings) []*success.Motivation {
	return inOrder(s.Motivations, func(m *success.Motivation) success.Position { return m.Position })
}

func orderedIndicators(s *success.Settings) []*success.Indicator {
	return inOrder(s.Indicators, func(i *success.Indicator) success.Position { return i.Position })
}

// inOrder returns records by position, those without one last, as they were made.
func inOrder[T any, P interface {
	*T
	success.Record
}](list []T, position func(P) success.Position) []P {
	out := make([]P, 0, len(list))
	for i := range list {
		out = append(out, &list[i])
	}
	slices.SortStableFunc(out, func(a, b P) int {
		x, y := position(a), position(b)
		return cmp.Or(lastIfEmpty(x.IsZero(), y.IsZero()), x.Cmp(y.Decimal),
			cmp.Compare(a.Base().CreatedAt, b.Base().CreatedAt), cmp.Compare(a.Base().ID, b.Base().ID))
	})
	return out
}

func indicatorView(i *success.Indicator, x *success.IndicatorFigure, known int, warnings []success.IndicatorWarning) IndicatorView {
	view := IndicatorView{
		ID: string(i.ID), Motivation: string(i.MotivationID), Name: i.Name, Stage: i.Stage, Kind: i.IndicatorKind, Nature: i.Nature,
		Source: i.Source, Values: known, N: x.N, Positive: x.Positive, BaseRate: x.BaseRate, Test: string(x.Test),
		V: x.V, AUC: x.AUC, P: x.P, Q: x.Q, Reading: string(x.Reading), Warnings: []string{}, Parts: []IndicatorPart{},
	}
	switch {
	case x.V != nil:
		view.Effect = x.V
	case x.AUC != nil:
		effect := math.Abs(2**x.AUC - 1)
		view.Effect = &effect
	}
	for _, w := range warnings {
		view.Warnings = append(view.Warnings, string(w))
	}
	for _, c := range x.Categories {
		view.Parts = append(view.Parts, IndicatorPart{
			Value: c.Value, N: c.N, Positive: c.Positive, Rate: c.Rate, Low: c.Wilson[0], High: c.Wilson[1], Lift: c.Lift,
		})
	}
	if i.IndicatorKind == "category" {
		slices.SortStableFunc(view.Parts, func(a, b IndicatorPart) int { return cmp.Compare(b.N, a.N) })
	}
	for _, q := range x.Quartiles {
		view.Parts = append(view.Parts, IndicatorPart{
			Quartile: q.Quartile, From: q.From, To: q.To, N: q.N, Positive: q.Positive, Rate: q.Rate, Low: q.Wilson[0], High: q.Wilson[1], Lift: q.Lift,
		})
	}
	if len(view.Parts) > mostParts {
		view.More = len(view.Parts) - mostParts
		view.Parts = view.Parts[:mostParts]
	}
	return view
}

func focusView(s *success.Settings, f success.FocusFigure) FocusView {
	return FocusView{
		Indicator: string(f.Indicator), Effect: f.Effect,
		Name: titleIn(s.Indicators, f.Indicator, func(i *success.Indicator) string { return i.Name }),
		Part: IndicatorPart{
			Value: f.Value, Quartile: f.Quartile, From: f.From, To: f.To, N: f.N, Positive: int(math.Round(f.Rate * float64(f.N))),
			Rate: f.Rate, Low: f.Wilson[0], High: f.Wilson[1], Lift: f.Lift,
		},
	}
}

// plainValue is a value as the window reads it: yes, no, a plain decimal or a word.
func plainValue(raw json.RawMessage) string {
	text := strings.TrimSpace(string(raw))
	switch text {
	case "true":
		return "yes"
	case "false":
		return "no"
	case "", "null":
		return ""
	}
	var word string
	if json.Unmarshal(raw, &word) == nil {
		return word
	}
	var number float64
	if json.Unmarshal(raw, &number) == nil {
		return strconv.FormatFloat(number, 'f', -1, 64)
	}
	return text
}
