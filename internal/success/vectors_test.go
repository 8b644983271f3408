package success_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

// vectorArgs are the arguments of any case.
type vectorArgs struct {
	Account      success.ID   `json:"account"`
	Story        success.ID   `json:"story"`
	On           success.Date `json:"on"`
	From         success.Date `json:"from"`
	To           success.Date `json:"to"`
	DiscountRate float64      `json:"discount_rate"`
	Growth       float64      `json:"growth"`
	Cheque       *float64     `json:"cheque"`
	Discount     *float64     `json:"discount"`
	Migration    *float64     `json:"migration"`
	Match        *float64     `json:"match"`
	Outcome      string       `json:"outcome"`
}

// notYet lists the commands that have no implementation; it must be empty when
// the method is whole.
var notYet = map[string]bool{}

func answer(book *success.Book, command string, a vectorArgs) (any, error) {
	s := &book.Settings
	file := &success.File{}
	for _, f := range book.Files {
		if f.Account.ID == a.Account {
			file = f
		}
	}
	switch command {
	case "velocity":
		return success.Velocity(file, s, a.On), nil
	case "delivered":
		return success.Delivered(file, s, a.From, a.To), nil
	case "measures":
		return success.Measures(file, s, a.On), nil
	case "retention":
		return success.Retention(book, a.From, a.To), nil
	case "asset":
		return success.Asset(book, a.Account, a.On, a.DiscountRate, a.Growth)
	case "alignment":
		return success.Alignment(book, a.On, a.Outcome)
	case "principles":
		return success.Principles(file, s, a.On), nil
	case "portfolio":
		offer := success.DefaultOffer(s, a.On)
		for target, value := range map[*float64]*float64{
			&offer.Cheque: a.Cheque, &offer.Discount: a.Discount, &offer.Migration: a.Migration, &offer.Match: a.Match,
		} {
			if value != nil {
				*target = *value
			}
		}
		return success.Portfolio(book, a.On, offer), nil
	case "story":
		for _, f := range book.Files {
			for i := range f.Stories {
				if f.Stories[i].ID == a.Story {
					return success.StoryFigure(f, s, a.Story, a.On)
				}
			}
		}
	}
	return nil, fmt.Errorf("no implementation of %q", command)
}

func TestFiguresMatchTheVectors(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/vectors/*/expected.json")
	must(t, err)
	counts := map[string]int{}
	for _, path := range paths {
		book := loadBundle(t, filepath.Join(filepath.Dir(path), "bundle"))
		body, err := os.ReadFile(path)
		must(t, err)
		var expected struct {
			Cases []struct {
				Command string          `json:"command"`
				Args    vectorArgs      `json:"args"`
				Expect  json.RawMessage `json:"expect"`
			} `json:"cases"`
		}
		must(t, json.Unmarshal(body, &expected))
		for i, c := range expected.Cases {
			if notYet[c.Command] {
				continue
			}
			counts[c.Command]++
			t.Run(fmt.Sprintf("%s/%d_%s", filepath.Base(filepath.Dir(path)), i, c.Command), func(t *testing.T) {
				got, err := answer(book, c.Command, c.Args)
				must(t, err)
				compareJSON(t, got, c.Expect)
			})
		}
	}
	want := map[string]int{
		"velocity": 131, "delivered": 38, "measures": 21, "retention": 10, "asset": 25, "story": 24,
		"principles": 40, "portfolio": 48, "alignment": 5,
	}
	for command, n := range want {
		if !notYet[command] && counts[command] != n {
			t.Errorf("%d cases of %s ran, %d are there", counts[command], command, n)
		}
	}
}

// compareJSON compares floats relatively and all else exactly.
func compareJSON(t *testing.T, got any, expect json.RawMessage) {
	t.Helper()
	body, err := json.Marshal(got)
	must(t, err)
	var g, e any
	must(t, json.Unmarshal(body, &g))
	must(t, json.Unmarshal(expect, &e))
	compareValues(t, "", g, e)
}

func compareValues(t *testing.T, at string, got, expect any) {
	t.Helper()
	switch e := expect.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok || len(g) != len(e) {
			t.Errorf("%s: got %v, expected %v", at, got, expect)
			return
		}
		for name := range e {
			value, ok := g[name]
			if !ok {
				t.Errorf("%s.%s is missing", at, name)
				continue
			}
			compareValues(t, at+"."+name, value, e[name])
		}
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(e) {
			t.Errorf("%s: got %v, expected %v", at, got, expect)
			return
		}
		for i := range e {
			compareValues(t, fmt.Sprintf("%s[%d]", at, i), g[i], e[i])
		}
	case float64:
		g, ok := got.(float64)
		limit := 1e-9 * math.Abs(e)
		if e == 0 {
			limit = 1e-6
		}
		if !ok || math.Abs(g-e) > limit {
			t.Errorf("%s: got %v, expected %v", at, got, expect)
		}
	default:
		if got != expect {
			t.Errorf("%s: got %v, expected %v", at, got, expect)
		}
	}
}
