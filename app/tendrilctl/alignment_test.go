package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

// align asks tendrilctl about a table and returns the indicators by heading.
func align(t *testing.T, args ...string) (success.AlignmentFigure, map[string]success.IndicatorFigure) {
	t.Helper()
	var out, messages bytes.Buffer
	p := &program{stdout: &out, stderr: &messages, now: clockOn(today), actor: "test"}
	if status := p.run(context.Background(), append([]string{"alignment", "--json", "--table"}, args...)); status != 0 {
		t.Fatalf("%v: exit %d: %s", args, status, messages.String())
	}
	var figure success.AlignmentFigure
	if err := json.Unmarshal(out.Bytes(), &figure); err != nil {
		t.Fatal(err)
	}
	by := map[string]success.IndicatorFigure{}
	for _, i := range figure.Indicators {
		by[string(i.Indicator)] = i
	}
	return figure, by
}

// near reports whether got rounds to a figure that was published with places
// after the point.
func near(got, published float64, places int) bool {
	return math.Abs(got-published) <= 0.5000001*math.Pow10(-places)
}

// publishedFigures are worked out by others, and state churn rates.
type publishedFigures struct {
	Rows        int `json:"rows"`
	Churned     int `json:"churned"`
	Categorical map[string]struct {
		N       int     `json:"n"`
		Chi2    float64 `json:"chi2"`
		P       float64 `json:"p"`
		CramerV float64 `json:"cramers_v"`
		Levels  map[string]struct {
			N       int     `json:"n"`
			Churned int     `json:"churned"`
			Rate    float64 `json:"rate_pct"`
			Lift    float64 `json:"lift"`
		} `json:"levels"`
	} `json:"categorical"`
	Numeric map[string]struct {
		N int     `json:"n"`
		R float64 `json:"r"`
	} `json:"numeric"`
}

func TestThePublishedChurnFiguresHold(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/tables/iranian_churn_figures.json")
	if err != nil {
		t.Fatal(err)
	}
	var published publishedFigures
	if err := json.Unmarshal(text, &published); err != nil {
		t.Fatal(err)
	}
	figure, by := align(t, "testdata/tables/iranian_churn.csv", "--outcome", "Churn=1")
	if figure.On.String() != today || figure.Outcome != "Churn=1" || len(figure.Indicators) != 13 {
		t.Fatalf("on %s, outcome %q, %d indicators", figure.On, figure.Outcome, len(figure.Indicators))
	}
	churnRate := float64(published.Churned) / float64(published.Rows)
	for _, i := range figure.Indicators {
		if i.N != published.Rows || i.Negative != published.Churned || i.Positive != published.Rows-published.Churned {
			t.Errorf("%s: n %d, %d retained, %d churned", i.Indicator, i.N, i.Positive, i.Negative)
		}
		if !near(*i.BaseRate, 1-churnRate, 12) {
			t.Errorf("%s: base rate %v", i.Indicator, *i.BaseRate)
		}
	}
	for name, want := range published.Categorical {
		got := by[name]
		if name == "Charge  Amount" { // eleven different values make it a number here
			if got.Kind != "number" {
				t.Errorf("%s is %q", name, got.Kind)
			}
			continue
		}
		kind := map[bool]string{true: "yes/no", false: "category"}[len(want.Levels) == 2]
		if got.Kind != kind || got.Test != "chi2" || !near(*got.Statistic, want.Chi2, 4) || !near(*got.V, want.CramerV, 4) ||
			math.Abs(*got.P-want.P) > 1e-9*want.P || len(got.Categories) != len(want.Levels) {
			t.Errorf("%s: %s, %s %v, V %v, p %v", name, got.Kind, got.Test, *got.Statistic, *got.V, *got.P)
		}
		for _, c := range got.Categories {
			level := want.Levels[c.Value]
			churned := c.N - c.Positive
			rate := float64(churned) / float64(c.N)
			if c.N != level.N || churned != level.Churned || !near(100*rate, level.Rate, 2) || !near(rate/churnRate, level.Lift, 3) {
				t.Errorf("%s = %s: %d of %d churned, %v %%", name, c.Value, churned, c.N, 100*rate)
			}
			if !near(c.Rate, 1-rate, 12) || !near(*c.Lift, (1-rate)/(1-churnRate), 12) {
				t.Errorf("%s = %s: the rate %v and lift %v are not those of the retained", name, c.Value, c.Rate, *c.Lift)
			}
		}
		if got.Reading != success.ReadIndicates {
			t.Errorf("%s %s", name, got.Reading)
		}
	}
	for name, want := range published.Numeric {
		got := by[name]
		if name == "Age" { // five different ages
			if got.Kind != "category" || len(got.Categories) != 5 {
				t.Errorf("%s is %q with %d values", name, got.Kind, len(got.Categories))
			}
			continue
		}
		// r is that of churn: who uses more, stays, and the AUC of staying lies above a half.
		if got.Kind != "number" || got.N != want.N || (*got.AUC > 0.5) != (want.R < 0) || len(got.Quartiles) != 4 {
			t.Errorf("%s: %s, n %d, AUC %v, %d quartiles", name, got.Kind, got.N, *got.AUC, len(got.Quartiles))
		}
	}
	if by["Call  Failure"].Reading != success.ReadSaysNothing {
		t.Errorf("call failures say %q", by["Call  Failure"].Reading)
	}
}

func TestNothingDrivesTheSyntheticChurn(t *testing.T) {
	t.Parallel()
	for file, args := range map[string][]string{
		"ravenstack_accounts.csv": {"--outcome", "churn_flag=TRUE", "--id", "account_id"},
		"ravenstack_joined.csv":   {"--outcome", "churned=yes", "--id", "account"},
	} {
		figure, by := align(t, append([]string{filepath.Join("testdata/tables", file)}, args...)...)
		if len(figure.Indicators) < 7 {
			t.Errorf("%s: %d indicators", file, len(figure.Indicators))
		}
		for name, i := range by {
			if i.Reading != success.ReadSaysNothing {
				t.Errorf("%s: %s %s (q %v)", file, name, i.Reading, *i.Q)
			}
		}
		for _, left := range []string{"account_id", "account", "account_name", "churn_flag", "churned"} {
			if _, there := by[left]; there {
				t.Errorf("%s: %s is taken for an indicator", file, left)
			}
		}
	}
	_, by := align(t, "testdata/tables/ravenstack_accounts.csv", "--outcome", "churn_flag=TRUE")
	if v := *by["plan_tier"].V; !near(v, 0.0017, 4) {
		t.Errorf("plan tier V %v, published 0.0017", v)
	}
	if p := *by["plan_tier"].P; !near(p, 0.999, 3) {
		t.Errorf("plan tier p %v, published 0.999", p)
	}
	_, joined := align(t, "testdata/tables/ravenstack_joined.csv", "--outcome", "churned=yes")
	if got := joined["satisfaction"]; got.Kind != "number" || got.N != 466 || got.Quartiles[3].To != 5 {
		t.Errorf("decimal commas: %+v", got)
	}
}

func TestTypesAreSuggestedOfRealClientsAndNotOfChance(t *testing.T) {
	t.Parallel()
	for file, c := range map[string]struct {
		outcome string
		want    int
	}{
		"iranian_churn.csv": {"Churn=1", 10}, "ravenstack_joined.csv": {"churned=yes", 0}, "ravenstack_accounts.csv": {"churn_flag=TRUE", 0},
	} {
		var out, messages bytes.Buffer
		p := &program{stdout: &out, stderr: &messages, now: clockOn(today), actor: "test"}
		if status := p.run(context.Background(), []string{"alignment", "--json", "--types", "--table", filepath.Join("testdata/tables", file), "--outcome", c.outcome}); status != 0 {
			t.Fatalf("%s: exit %d: %s", file, status, messages.String())
		}
		var answer struct {
			Suggested success.TypeSuggestions `json:"suggested_types"`
		}
		if err := json.Unmarshal(out.Bytes(), &answer); err != nil {
			t.Fatal(err)
		}
		if got := answer.Suggested; len(got.Suggestions) != c.want || got.Tried < 100 || got.TooFew {
			t.Errorf("%s: %d suggestions of %d bundles", file, len(got.Suggestions), got.Tried)
		}
	}
}

func TestATableIsReadAsItIsWritten(t *testing.T) {
	t.Parallel()
	rows := func(sep, comma, newline string) string {
		b := strings.Builder{}
		b.WriteString("\ufeff" + strings.Join([]string{"Kunde", "  Zufrieden", `"Größe"`, "Preis", "Treu = bleibt"}, sep) + newline)
		for i := range 40 {
			price := fmt.Sprintf("%d%s5", i, comma)
			if sep == "," && comma == "," {
				price = `"` + price + `"`
			}
			answer := []string{"ja", "nein", ""}[i%3]
			b.WriteString(strings.Join([]string{fmt.Sprintf("K-%d", i), answer, `"klein; groß"`, price, []string{"ja", "nein"}[i%2]}, sep) + newline)
		}
		return b.String()
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"points": rows(",", ".", "\n"), "commas": rows(";", ",", "\r\n"), "quoted": rows(",", ",", "\n"), "tabs": rows("\t", ",", "\r\n"),
	} {
		file := filepath.Join(dir, name+".csv")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, by := align(t, file, "--outcome", "Treu = bleibt=nein")
		if len(by) != 3 {
			t.Errorf("%s: %d indicators", name, len(by))
		}
		if got := by["Preis"]; got.Kind != "number" || got.N != 40 || got.Quartiles[0].From != 0.5 || got.Quartiles[3].To != 39.5 {
			t.Errorf("%s: the price is %+v", name, got)
		}
		if got := by["Zufrieden"]; got.Kind != "yes/no" || got.N != 27 {
			t.Errorf("%s: the answer is %s with n %d", name, got.Kind, got.N)
		}
		if got := by["Größe"]; got.Kind != "category" || got.N != 40 || *got.P != 1 || *got.V != 0 {
			t.Errorf("%s: one value is %s with n %d", name, got.Kind, got.N)
		}
	}
}

func TestATableWithoutItsColumnIsRefused(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]struct {
		status int
		says   string
	}{
		"--outcome Gone=1":                       {1, "no column"},
		"--outcome Churned=maybe":                {1, "no, yes"},
		"--outcome Churned=yes --id Who":         {1, "no column"},
		"--outcome Churned":                      {2, "COLUMN=NEGATIVE-VALUE"},
		"--outcome Churned=yes --on yesterday":   {2, "--on"},
		"--outcome Churned=yes --table none.csv": {1, "none.csv"},
	} {
		var out, messages bytes.Buffer
		p := &program{stdout: &out, stderr: &messages, now: clockOn(today), actor: "test"}
		args := append([]string{"alignment", "--table", "testdata/examples/customers.csv"}, strings.Fields(line)...)
		if status := p.run(context.Background(), args); status != want.status || !strings.Contains(messages.String(), want.says) || out.Len() > 0 {
			t.Errorf("%s: exit %d, %q, said %q", line, status, out.String(), messages.String())
		}
	}
}
