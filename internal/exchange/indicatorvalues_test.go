package exchange_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

// bookWithIndicators is a shelf with two accounts and an indicator of each kind.
func bookWithIndicators(tb testing.TB) *shelf {
	tb.Helper()
	s := bookWithMeasure(tb)
	for _, i := range [][2]string{{"Answers to an auditor", "yes/no"}, {"Gates", "number"}, {"Industry", "category"}} {
		if _, err := s.Put("indicator", "", success.Fields{"name": quote(i[0]), "kind": quote(i[1])}); err != nil {
			tb.Fatal(err)
		}
	}
	return s
}

// shown lists every value as account/indicator: value, day.
func shown(tb testing.TB, s *shelf) []string {
	tb.Helper()
	var out []string
	for _, v := range all[success.IndicatorValue](tb, s, "indicator_value") {
		out = append(out, fmt.Sprintf("%s %s %s", string(v.IndicatorID)[30:], v.Value, v.On))
	}
	slices.Sort(out)
	return out
}

func TestValuesOfIndicatorsComeInByTheirKind(t *testing.T) {
	t.Parallel()
	s := bookWithIndicators(t)
	table := readText(t, "Account;Indicator;Value;On\n"+
		"Alder;Answers to an auditor;ja;01.02.2025\n"+
		"001x0000002xLC1;gates;1.250,5;01.02.2025\n"+
		"Alder;Industry;Ports;01.02.2025\n"+
		"Birch;Industry;;01.02.2025\n"+ // says nothing
		"Alder;Answers to an auditor;perhaps;02.02.2025\n"+
		"Alder;Gates;many;02.02.2025\n"+
		"Cedar;Gates;1;02.02.2025\n"+
		"Alder;Mood;1;02.02.2025\n"+
		"Alder;Gates;1;02.02.2027\n"+
		"Alder;Industry;Rail;01.02.2025\n")
	m, err := exchange.Match(table, exchange.Options{})
	if err != nil || m.As != exchange.AsValues {
		t.Fatalf("taken for %v, %v", m, err)
	}
	r := take(t, s, table, exchange.Options{Source: "salesforce"})
	if counts(r) != [4]int{3, 0, 1, 6} {
		t.Fatalf("got %+v", r)
	}
	for i, want := range []string{"neither yes nor no", "not a number", "no account", "no indicator", "has not come", "Row 4 already"} {
		if !strings.Contains(r.Rows[i].Reason, want) {
			t.Errorf("row %d is refused for %q, want %q", r.Rows[i].Row, r.Rows[i].Reason, want)
		}
	}
	before := shown(t, s)
	if len(before) != 3 || !strings.HasSuffix(before[0], "true 2025-02-01") || !strings.HasSuffix(before[1], "1250.5 2025-02-01") || !strings.HasSuffix(before[2], `"Ports" 2025-02-01`) {
		t.Errorf("shown: %v", before)
	}
	if again := counts(take(t, s, table, exchange.Options{Source: "salesforce"})); again[0]+again[1] != 0 {
		t.Errorf("again: %v", again)
	}
	if diff := cmp.Diff(before, shown(t, s)); diff != "" {
		t.Error(diff)
	}
}

func TestAColumnOfAnyTableIsOneIndicatorsValues(t *testing.T) {
	t.Parallel()
	s := bookWithIndicators(t)
	take(t, s, readText(t, "Account,Indicator,Value,On\nAlder,Gates,4,2025-06-01\n"), exchange.Options{})
	o := exchange.Options{
		As: exchange.AsValues, Constants: map[string]string{"indicator": "Gates"},
		Map: map[string]string{"Customer": "account", "No. of gates": "value", "Date": ""},
	}
	heads := "Customer,Date,No. of gates\n"
	if r := take(t, s, readText(t, heads+"Alder,2019-01-01,4\nBirch,2019-01-01,\n"), o); counts(r) != [4]int{0, 0, 2, 0} || !strings.Contains(fmt.Sprint(r.Notes), "1 rows say nothing") {
		t.Errorf("what is known already was written again: %+v", r)
	}
	if r := take(t, s, readText(t, heads+"Alder,2019-01-01,5\n"), o); counts(r) != [4]int{1, 0, 0, 0} {
		t.Errorf("what is new since was not written: %+v", r)
	}
	if r := take(t, s, readText(t, heads+"Alder,2019-01-01,6\n"), o); counts(r) != [4]int{0, 1, 0, 0} {
		t.Errorf("a correction on the same day: %+v", r)
	}
	want := []string{"4 2025-06-01", "6 2026-11-21"}
	got := shown(t, s)
	for i := range got {
		got[i] = got[i][7:]
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestValuesThatAreExportedComeInUnchanged(t *testing.T) {
	t.Parallel()
	s := bookWithIndicators(t)
	take(t, s, readText(t, "Account,Indicator,Value,On\nAlder,Answers to an auditor,no,2025-02-01\nAlder,Gates,-2.5,2025-02-01\nBirch,Industry,=1+1,2025-02-01\n"), exchange.Options{})
	before := shown(t, s)
	var out bytes.Buffer
	if n, err := exchange.WriteTable(&out, s, exchange.AsValues, "csv"); err != nil || n != 3 {
		t.Fatalf("%d rows, %v", n, err)
	}
	if r := take(t, s, readText(t, out.String()), exchange.Options{}); counts(r) != [4]int{0, 0, 3, 0} {
		t.Errorf("got %+v\n%s", r, out.String())
	}
	if diff := cmp.Diff(before, shown(t, s)); diff != "" {
		t.Error(diff)
	}
}
