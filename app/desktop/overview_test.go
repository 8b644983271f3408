package desktop_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/app/desktop"
)

func overviewOf(t *testing.T, app *desktop.App, name string) desktop.OverviewView {
	t.Helper()
	view, err := desktop.NewOverview(app).Page(accountID(t, app, name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := json.Marshal(view); err != nil {
		t.Fatalf("the overview of %s cannot cross: %v", name, err)
	}
	return view
}

func TestNordhavnsOverviewBeginsWithItsOwnWords(t *testing.T) {
	t.Parallel()
	view := overviewOf(t, newSample(t), "Nordhavn Freight")
	if view.OutcomeCount != 4 || len(view.Outcomes) != 3 {
		t.Fatalf("%d of %d outcomes", len(view.Outcomes), view.OutcomeCount)
	}
	for _, o := range view.Outcomes {
		if o.Quote == "" || o.QuotedName == "" || o.SaidOn == "" || o.Measure == nil || o.Measure.Now == nil {
			t.Errorf("outcome %q lacks its quote or its measure", o.Statement)
		}
	}
	if view.Proved != 909_000 || view.Claimed != 204_000 || view.Verdict != "expanding" || view.ARR != 126_000 {
		t.Errorf("proved %v, claimed %v, %s, ARR %v", view.Proved, view.Claimed, view.Verdict, view.ARR)
	}
	if view.Story == nil || view.Story.ToldOn != "2025-08-21" {
		t.Errorf("last story %+v", view.Story)
	}
	if view.Renewal == nil || len(view.Renewal.Gates) == 0 || view.Renewal.DecisionOn == "" {
		t.Errorf("renewal %+v", view.Renewal)
	}
}

func TestEveryAccountOfTheSampleHasAnOverviewWhosePrinciplesAddUp(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	page := pageOf(t, desktop.NewPortfolio(app), desktop.PortfolioQuery{Limit: 50, Sort: "name"})
	for _, name := range namesOf(page) {
		view := overviewOf(t, app, name)
		var keys []string
		for _, p := range view.Principles {
			keys = append(keys, p.Key)
			holds := 0
			for _, c := range p.Checks {
				if c.Holds {
					holds++
				}
			}
			if holds != p.Holds {
				t.Errorf("%s, %s: %d hold, said %d", name, p.Key, holds, p.Holds)
			}
		}
		if diff := cmp.Diff([]string{"success", "behavior", "bonding", "learning", "velocity", "coverage"}, keys); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		for _, m := range view.Promises {
			if m.DoneOn != "" && m.DoneOn != view.Today {
				t.Errorf("%s: the promise %q was kept on %s", name, m.Title, m.DoneOn)
			}
		}
	}
}

func TestAFreshAccountHasAnOverviewThatIsEmptyAndCrosses(t *testing.T) {
	t.Parallel()
	app, id := newAccount(t, "Albion")
	view, err := desktop.NewOverview(app).Page(id)
	if err != nil {
		t.Fatal(err)
	}
	if view.Plan.ID != "" || len(view.Outcomes) != 0 || view.Story != nil || len(view.Flags) != 0 || view.Risk != "not yet known" {
		t.Errorf("%+v", view)
	}
}

func TestAPromiseIsKeptAndTheUndoOpensItAgain(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	id := accountID(t, app, "Nordhavn Freight")
	before := overviewOf(t, app, "Nordhavn Freight")
	if len(before.Promises) == 0 {
		t.Fatal("Nordhavn has no open promises")
	}
	overview := desktop.NewOverview(app)
	if _, err := overview.SetPromise(id, before.Promises[0].ID, true); err != nil {
		t.Fatal(err)
	}
	if got := overviewOf(t, app, "Nordhavn Freight").Promises[0]; got.DoneOn != before.Today || got.Late != 0 {
		t.Errorf("%+v", got)
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before.Promises, overviewOf(t, app, "Nordhavn Freight").Promises); diff != "" {
		t.Error(diff)
	}
	if _, err := overview.SetPromise(id, id, true); err == nil {
		t.Error("an account was noted as done")
	}
}
