package success_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/success"
)

func column(name string, words ...string) success.TableColumn {
	return success.TableColumn{Name: name, Words: words}
}

func numbers(name string, values ...float64) success.TableColumn {
	c := success.TableColumn{Name: name, Numbers: values}
	for _, v := range values {
		c.Words = append(c.Words, fmt.Sprint(v))
	}
	return c
}

func TestAColumnsKindFollowsItsValues(t *testing.T) {
	t.Parallel()
	nan := math.NaN()
	columns := []success.TableColumn{
		column("result", "no", "yes", "no", "yes", "no", "no", "no", "no", "no", "no", "no", ""),
		column("name", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"),
		column("mostly a name", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "k"),
		column("empty", "", "", "", "", "", "", "", "", "", "", "", ""),
		column("answer", "yes", "no", "yes", "", "no", "no", "no", "no", "no", "no", "no", "yes"),
		column("one", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x"),
		numbers("eleven", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, nan),
		numbers("ten", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, nan),
		numbers("two", 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2),
		numbers("id", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
	}
	figure, err := success.AlignTable(columns, success.OutcomeColumn{Column: "result", Negative: "yes", ID: "id"}, day("2026-06-09"))
	if err != nil {
		t.Fatal(err)
	}
	type seen struct {
		Kind string
		N    int
	}
	got := map[success.ID]seen{}
	for _, i := range figure.Indicators {
		got[i.Indicator] = seen{i.Kind, i.N}
	}
	want := map[success.ID]seen{
		"mostly a name": {"category", 11}, "answer": {"yes/no", 10}, "one": {"category", 11},
		"eleven": {"number", 11}, "ten": {"category", 11}, "two": {"yes/no", 11},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("kinds (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"name", "empty", "id"}, figure.LeftOut); d != "" {
		t.Errorf("left out (-want +got):\n%s", d)
	}
}

// A table and a workspace that say the same get the same answer.
func TestATableAndAWorkspaceAnswerAlike(t *testing.T) {
	t.Parallel()
	const rows = 120
	r := rand.New(rand.NewPCG(3, 4))
	on := day("2026-06-09")
	color, size, result := column("color"), numbers("size"), column("result")
	book := &success.Book{Settings: success.Settings{Indicators: []success.Indicator{
		{Meta: success.Meta{ID: "color"}, Name: "color", IndicatorKind: "category"},
		{Meta: success.Meta{ID: "size"}, Name: "size", IndicatorKind: "number"},
	}}}
	for i := range rows {
		word, number, gone := []string{"red", "green", "blue"}[r.IntN(3)], float64(r.IntN(40)), r.IntN(4) == 0
		color.Words, size.Words = append(color.Words, word), append(size.Words, fmt.Sprint(number))
		size.Numbers = append(size.Numbers, number)
		result.Words = append(result.Words, fmt.Sprint(gone))
		f := &success.File{Account: success.Account{Meta: success.Meta{ID: success.ID(fmt.Sprintf("%03d", i))}, Name: "A"}}
		if gone {
			f.Account.CancelledOn = on.AddDays(-30)
		}
		value := func(indicator success.ID, v any) {
			raw, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			f.IndicatorValues = append(f.IndicatorValues, success.IndicatorValue{IndicatorID: indicator, AccountID: f.Account.ID, On: on.AddDays(-60), Value: raw})
		}
		value("color", word)
		value("size", number)
		book.Files = append(book.Files, f)
	}
	want, err := success.Alignment(book, on, "")
	if err != nil {
		t.Fatal(err)
	}
	got, err := success.AlignTable([]success.TableColumn{size, color, result}, success.OutcomeColumn{Column: "result", Negative: "true"}, on)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want.Indicators, got.Indicators); d != "" {
		t.Errorf("the two differ (-workspace +table):\n%s", d)
	}
}
