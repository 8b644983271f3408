package success_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/success"
)

// rulesText writes a suggestion's rules.
func rulesText(s success.TypeSuggestion) string {
	words := make([]string, 0, len(s.Rules))
	for _, r := range s.Rules {
		words = append(words, fmt.Sprintf("%s %s %s", r.IndicatorID, r.Op, r.Value))
	}
	return strings.Join(words, "; ")
}

// clients are made-up rows: four columns of words and one of numbers; stays
// says who stays.
func clients(seed uint64, rows int, stays func(r *rand.Rand, words [4]string, number float64) bool) []success.TableColumn {
	r := rand.New(rand.NewPCG(seed, 9))
	columns := []success.TableColumn{column("auditor"), column("exports"), column("color"), column("month"), numbers("size"), column("left")}
	for range rows {
		words := [4]string{
			[]string{"yes", "no"}[r.IntN(2)], []string{"yes", "no"}[r.IntN(2)],
			[]string{"red", "green", "blue", ""}[r.IntN(4)], fmt.Sprint("m", r.IntN(12)),
		}
		number := math.Round(r.Float64() * 1000)
		for i, word := range words {
			columns[i].Words = append(columns[i].Words, word)
		}
		columns[4].Words, columns[4].Numbers = append(columns[4].Words, fmt.Sprint(number)), append(columns[4].Numbers, number)
		columns[5].Words = append(columns[5].Words, map[bool]string{true: "no", false: "yes"}[stays(r, words, number)])
	}
	return columns
}

var left = success.OutcomeColumn{Column: "left", Negative: "yes"}

func TestAPlantedTypeIsSuggestedFirst(t *testing.T) {
	t.Parallel()
	for seed := range uint64(8) {
		columns := clients(seed, 800, func(r *rand.Rand, words [4]string, number float64) bool {
			duck := words[0] == "yes" && words[1] == "no" && number > 500
			return r.Float64() < map[bool]float64{true: 0.97, false: 0.45}[duck]
		})
		got, err := success.SuggestTableTypes(columns, left, day("2026-06-09"))
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Suggestions) == 0 || len(got.Suggestions) > 10 {
			t.Fatalf("seed %d: %d suggestions", seed, len(got.Suggestions))
		}
		first := rulesText(got.Suggestions[0])
		if !strings.Contains(first, `auditor is "yes"`) || !strings.Contains(first, `exports is "no"`) || !strings.Contains(first, "size above") {
			t.Errorf("seed %d: the first is %s", seed, first)
		}
		for i, s := range got.Suggestions {
			indicators := map[success.ID]bool{}
			for _, r := range s.Rules {
				indicators[r.IndicatorID] = true
			}
			if len(indicators) > 3 || s.Support < 0.05 || s.Q >= 0.05 || s.Q < s.P || s.Lift <= 1 || i > 0 && s.Lift > got.Suggestions[i-1].Lift {
				t.Errorf("seed %d: %s: support %v, lift %v, p %v, q %v", seed, rulesText(s), s.Support, s.Lift, s.P, s.Q)
			}
		}
	}
}

// Chance alone hardly ever makes a type, though a hundred bundles are tried.
func TestChanceMakesNoType(t *testing.T) {
	t.Parallel()
	const books = 60
	suggested := 0
	for seed := range uint64(books) {
		columns := clients(1000+seed, 300, func(r *rand.Rand, _ [4]string, _ float64) bool { return r.Float64() < 0.7 })
		got, err := success.SuggestTableTypes(columns, left, day("2026-06-09"))
		if err != nil {
			t.Fatal(err)
		}
		if got.Tried < 80 {
			t.Fatalf("only %d bundles tried", got.Tried)
		}
		if len(got.Suggestions) > 0 {
			suggested++
		}
	}
	if suggested > books/10 {
		t.Errorf("chance made a type in %d of %d books", suggested, books)
	}
}

// A suggestion's counts are those of the accounts for which its rules hold.
func TestASuggestionCountsWhoItsRulesHold(t *testing.T) {
	t.Parallel()
	columns := clients(5, 500, func(r *rand.Rand, words [4]string, number float64) bool {
		return r.Float64() < map[bool]float64{true: 0.95, false: 0.5}[words[2] == "red" || number < 200]
	})
	on := day("2026-06-09")
	got, err := success.SuggestTableTypes(columns, left, on)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Suggestions) < 2 {
		t.Fatalf("%d suggestions", len(got.Suggestions))
	}
	for _, s := range got.Suggestions {
		settings := success.Settings{CustomerTypes: []success.CustomerType{{Meta: success.Meta{ID: "type"}, Name: "T", Rules: s.Rules}}}
		n, positive := 0, 0
		for row := range columns[0].Words {
			f := &success.File{Account: success.Account{Meta: success.Meta{ID: "a"}}}
			for _, c := range columns {
				value, err := json.Marshal(c.Words[row])
				if err != nil {
					t.Fatal(err)
				}
				if c.Numbers != nil {
					value = json.RawMessage(c.Words[row])
				}
				if c.Words[row] != "" {
					f.IndicatorValues = append(f.IndicatorValues, success.IndicatorValue{IndicatorID: success.ID(c.Name), AccountID: "a", On: on, Value: value})
				}
			}
			if _, is := success.TypeOf(f, &settings, on); is {
				n++
				if columns[5].Words[row] == "no" {
					positive++
				}
			}
		}
		if n != s.N || positive != s.Positive || s.Rate != float64(positive)/float64(n) {
			t.Errorf("%s: said %d of %d, is %d of %d", rulesText(s), s.Positive, s.N, positive, n)
		}
	}
}

func TestFewAccountsSuggestNoType(t *testing.T) {
	t.Parallel()
	columns := clients(1, 29, func(_ *rand.Rand, words [4]string, _ float64) bool { return words[0] == "yes" })
	got, err := success.SuggestTableTypes(columns, left, day("2026-06-09"))
	if err != nil || !got.TooFew || len(got.Suggestions) != 0 || got.Tried != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := success.SuggestTypes(&success.Book{}, day("2026-06-09"), "weather"); err == nil {
		t.Error("an outcome that is none was taken")
	}
}

// typed is an account with values of the indicators "color" and "size".
func typed(id string, given success.ID, color string, size float64) *success.File {
	f := &success.File{Account: success.Account{Meta: success.Meta{ID: success.ID(id)}, CustomerTypeID: given}}
	add := func(indicator success.ID, raw string) {
		f.IndicatorValues = append(f.IndicatorValues, success.IndicatorValue{IndicatorID: indicator, AccountID: f.Account.ID, On: day("2026-01-01"), Value: json.RawMessage(raw)})
	}
	if color != "" {
		add("color", fmt.Sprintf("%q", color))
	}
	add("size", fmt.Sprint(size))
	return f
}

func TestTheFirstTypeThatHoldsWins(t *testing.T) {
	t.Parallel()
	rule := func(id success.ID, op, value string) success.TypeRule {
		return success.TypeRule{IndicatorID: id, Op: op, Value: json.RawMessage(value)}
	}
	s := &success.Settings{CustomerTypes: []success.CustomerType{
		{Meta: success.Meta{ID: "1"}, Name: "Small and red", Rules: []success.TypeRule{rule("color", success.RuleIs, `"Red"`), rule("size", success.RuleBelow, "10")}},
		{Meta: success.Meta{ID: "2"}, Name: "Not red", Rules: []success.TypeRule{rule("color", success.RuleIsNot, `"red"`)}},
		{Meta: success.Meta{ID: "3"}, Name: "Large", Rules: []success.TypeRule{rule("size", success.RuleAtLeast, "10"), rule("size", success.RuleAtMost, "20")}},
		{Meta: success.Meta{ID: "4"}, Name: "Given"},
		{Meta: success.Meta{ID: "5", DeletedAt: 1}, Name: "Gone", Rules: []success.TypeRule{rule("size", success.RuleAbove, "0")}},
	}}
	on := day("2026-06-09")
	for name, c := range map[string]struct {
		file *success.File
		want success.ID
	}{
		"both rules hold":              {typed("a", "", "red", 9), "1"},
		"the second type":              {typed("a", "", "blue", 9), "2"},
		"an edge counts":               {typed("a", "", "red", 10), "3"},
		"and the other edge":           {typed("a", "", "red", 20), "3"},
		"none holds":                   {typed("a", "", "red", 21), ""},
		"unknown is not 'is not'":      {typed("a", "", "", 30), ""},
		"what was given wins":          {typed("a", "4", "red", 9), "4"},
		"what is in the bin does not":  {typed("a", "5", "red", 9), "1"},
		"a link to nothing does not":   {typed("a", "9", "red", 30), ""},
		"a deleted type holds nothing": {typed("a", "", "red", 100), ""},
	} {
		if got, is := success.TypeOf(c.file, s, on); got != c.want || is != (c.want != "") {
			t.Errorf("%s: %q, %v", name, got, is)
		}
	}
}

func TestATypesRenewalsAreCounted(t *testing.T) {
	t.Parallel()
	on := day("2026-06-09")
	one, two := typed("a", "x", "red", 1), typed("b", "", "", 1)
	one.Terms = []success.Term{
		{Meta: success.Meta{ID: "1"}, Start: day("2024-01-01"), End: day("2025-01-01"), Result: "expanded"},
		{Meta: success.Meta{ID: "2"}, Start: day("2025-01-01"), End: day("2026-01-01"), Result: "cancelled"},
		{Meta: success.Meta{ID: "3"}, Start: day("2026-01-01"), End: day("2027-01-01"), Result: "renewed"}, // not there yet
	}
	two.Account.CancelledOn = day("2026-02-01")
	book := &success.Book{Files: []*success.File{one, two}, Settings: success.Settings{CustomerTypes: []success.CustomerType{{Meta: success.Meta{ID: "x"}, Name: "X"}}}}
	half := 0.5
	got := success.CustomerTypeFigures(book, on)
	if len(got) != 2 || got[0].Wilson == nil || got[1].Wilson != nil {
		t.Fatalf("%+v", got)
	}
	got[0].Wilson = nil
	want := []success.TypeFigure{{Type: "x", Accounts: 1, Decided: 2, Renewed: 1, RenewalRate: &half}, {Cancelled: 1}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("types (-want +got):\n%s", d)
	}
}

func TestIndicatorsAreWarnedOfAndPicked(t *testing.T) {
	t.Parallel()
	s := &success.Settings{Indicators: []success.Indicator{
		{Meta: success.Meta{ID: "who"}, Nature: "demographic", Source: "asked"},
		{Meta: success.Meta{ID: "who, and it matters"}, Nature: "demographic", Source: "asked"},
		{Meta: success.Meta{ID: "ours"}, Nature: "internal", Source: " "},
		{Meta: success.Meta{ID: "theirs"}, Nature: "motivational", Source: "interview, 3 March"},
		{Meta: success.Meta{ID: "number"}, Nature: "motivational"},
	}}
	v := func(x float64) *float64 { return &x }
	figure := success.AlignmentFigure{Indicators: []success.IndicatorFigure{
		{Indicator: "who", Reading: success.ReadSaysNothing, V: v(0.3)},
		{Indicator: "who, and it matters", Reading: success.ReadIndicates, V: v(0.2), Categories: []success.CategoryFigure{
			{Value: "three of three", N: 3, Positive: 3, Rate: 1, Wilson: [2]float64{0.44, 1}},
			{Value: "ninety of a hundred", N: 100, Positive: 90, Rate: 0.9, Wilson: [2]float64{0.83, 0.94}},
		}},
		{Indicator: "ours", Reading: success.ReadIndicates, V: v(0.9)},
		{Indicator: "theirs", Reading: success.ReadWeak, V: v(0.05)},
		{Indicator: "number", Reading: success.ReadIndicates, AUC: v(0.2), Quartiles: []success.QuartileFigure{{Quartile: 1, From: 1, To: 4, N: 50, Rate: 0.8, Wilson: [2]float64{0.6, 0.9}}}},
	}}
	want := map[success.ID][]success.IndicatorWarning{
		"who": {success.WarnDemographic}, "ours": {success.WarnInternal, success.WarnNoConversation}, "number": {success.WarnNoConversation},
	}
	if d := cmp.Diff(want, success.IndicatorWarnings(s, figure)); d != "" {
		t.Errorf("warnings (-want +got):\n%s", d)
	}
	focus := success.FocusOn(s, figure, 5)
	if len(focus) != 2 || focus[0].Indicator != "number" || focus[0].Quartile != 1 || math.Abs(focus[0].Effect-0.6) > 1e-12 || focus[1].Value != "ninety of a hundred" {
		t.Errorf("focus: %+v", focus)
	}
	if focus := success.FocusOn(s, figure, 1); len(focus) != 1 {
		t.Errorf("asked for one, got %d", len(focus))
	}
}
