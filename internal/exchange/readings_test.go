package exchange_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// withMeasures makes accounts with a plan and an outcome, and in each two measures,
// "Speed" and "Errors". It returns the measures' ids, account by account.
func withMeasures(tb testing.TB, w *workspace.Workspace, accounts ...string) (measures [][]success.ID) {
	tb.Helper()
	_, err := w.Do(context.Background(), "Set up", func(tx *workspace.Tx) error {
		put := func(kind success.Kind, fields ...string) success.ID {
			values := success.Fields{}
			for i := 0; i < len(fields); i += 2 {
				values[fields[i]] = json.RawMessage(fmt.Sprintf("%q", fields[i+1]))
			}
			done, err := tx.Put(kind, "", values)
			if err != nil {
				tb.Fatal(err)
			}
			return done.ID
		}
		for _, name := range accounts {
			plan := put("success_plan", "account_id", string(put("account", "name", name)), "title", "Plan")
			outcome := put("outcome", "plan_id", string(plan), "statement", "Ship faster")
			var ids []success.ID
			for _, measure := range []string{"Speed", "Errors"} {
				ids = append(ids, put("measure", "outcome_id", string(outcome), "name", measure))
			}
			measures = append(measures, ids)
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return measures
}

func TestReadingsAreMatchedToTheMeasuresOfTheirAccounts(t *testing.T) {
	t.Parallel()
	w := newWorkspace(t)
	measures := withMeasures(t, w, "Acme", "Borg", "Cyan")
	_, err := w.Do(context.Background(), "Delete", func(tx *workspace.Tx) error { return tx.Delete("measure", measures[2][1]) })
	if err != nil {
		t.Fatal(err)
	}
	table := readText(t, "account,measure_id,measure,on,value\n"+
		fmt.Sprintf(",%s,,2026-10-01,1.5\n", measures[0][0])+
		fmt.Sprintf(",%s,,2026-10-01,2\n", strings.ToUpper(string(measures[1][1])))+
		"Borg,,Speed,2026-10-02,3\n"+
		"Cyan,,speed,2026-10-02,4\n"+
		fmt.Sprintf("Cyan,,%s,2026-10-03,5\n", measures[2][0])+
		fmt.Sprintf(",%s,,2026-10-02,6\n", measures[2][1])+ // in the bin
		"Cyan,,Errors,2026-10-02,7\n"+
		",,Speed,2026-10-02,8\n"+ // whose?
		"Nobody,,Speed,2026-10-02,9\n"+
		fmt.Sprintf(",%s,,soon,10\n", measures[0][0]))
	got := takeInto(t, w, table, exchange.Options{As: exchange.AsReadings})
	if counts(got) != [4]int{5, 0, 0, 5} {
		t.Fatalf("%+v", got)
	}
	for i, want := range []string{"names no measure", `Cyan has no measure "Errors"`, "3 measures named", "Nobody", "soon"} {
		if !strings.Contains(got.Rows[i].Reason, want) {
			t.Errorf("row %d: %s", got.Rows[i].Row, got.Rows[i].Reason)
		}
	}
	if again := takeInto(t, w, table, exchange.Options{As: exchange.AsReadings}); counts(again) != [4]int{0, 0, 5, 5} {
		t.Errorf("again: %+v", again)
	}
}

func TestManyReadingsComeInWholeAndInOrder(t *testing.T) {
	t.Parallel()
	w := newWorkspace(t)
	measures := withMeasures(t, w, "Acme", "Borg", "Cyan")
	const days = 1800 // more rows than a processor reads, and than a batch writes, at once
	lines := func(value func(day, of int) int) string {
		var text strings.Builder
		text.WriteString("measure_id,on,value\n")
		for day := range days {
			for of := range measures {
				fmt.Fprintf(&text, "%s,%s,%d\n", measures[of][day%2], w.Today().AddDays(-day), value(day, of))
			}
		}
		return text.String()
	}
	first := readText(t, lines(func(day, of int) int { return 10*day + of }))
	if got := takeInto(t, w, first, exchange.Options{}); counts(got) != [4]int{3 * days, 0, 0, 0} {
		t.Fatalf("%v of %v", counts(got), got.Rows)
	}
	changed := readText(t, lines(func(day, of int) int { return 10*day + of + (day%3)/2 }))
	if got := takeInto(t, w, changed, exchange.Options{}); counts(got) != [4]int{0, days, 2 * days, 0} {
		t.Fatalf("%v of %v", counts(got), got.Rows)
	}
	found := 0
	err := w.List(context.Background(), "reading", workspace.Query{}, func(body json.RawMessage) error {
		rec, err := success.Decode("reading", body)
		if err != nil {
			return err
		}
		r, ok := rec.(*success.Reading)
		if !ok {
			t.Fatalf("a %T", rec)
		}
		day := w.Today().Sub(r.On)
		for of := range measures {
			if measures[of][day%2] == r.MeasureID && r.Value == float64(10*day+of+(day%3)/2) {
				found++
			}
		}
		return nil
	})
	if err != nil || found != 3*days {
		t.Errorf("%d readings as in the file, %v", found, err)
	}
	if report, err := w.Verify(context.Background()); err != nil || len(report.Problems) > 0 {
		t.Errorf("%v, %v", report.Problems, err)
	}
}
