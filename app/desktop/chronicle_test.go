package desktop_test

import (
	"encoding/json"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

func chronicleOf(t *testing.T, app *desktop.App, q desktop.ChronicleQuery) desktop.ChronicleView {
	t.Helper()
	view, err := desktop.NewChronicle(app).Page(q)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := json.Marshal(view); err != nil {
		t.Fatalf("the history cannot cross: %v", err)
	}
	return view
}

func TestTheHistoryTellsAChangeAndPutsItBack(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	id := accountID(t, app, "Nordhavn Freight")
	plan := planOf(t, app, "Nordhavn Freight")
	outcome := plan.Outcomes[0]
	_, err := desktop.NewPlan(app).Write(desktop.RecordInput{
		Account: id, Kind: "outcome", ID: outcome.ID, Fields: map[string]string{"target_date": "2026-12-31"},
	})
	if err != nil {
		t.Fatal(err)
	}
	view := chronicleOf(t, app, desktop.ChronicleQuery{Account: id})
	first := view.Actions[0]
	if len(first.Changes) != 1 || !first.CanUndo {
		t.Fatalf("%+v", first)
	}
	change := first.Changes[0]
	if change.Field != "target_date" || change.Type != "date" || change.To != "2026-12-31" || change.Title != outcome.Statement || !change.CanRestore {
		t.Fatalf("%+v", change)
	}
	_, err = desktop.NewChronicle(app).PutBack(desktop.PutBackInput{
		Kind: change.Kind, ID: change.ID, Title: change.Title, Field: change.Field, Entry: change.Entry,
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := planOf(t, app, "Nordhavn Freight").Outcomes[0].TargetDate; got != outcome.TargetDate {
		t.Errorf("target date %q, want %q", got, outcome.TargetDate)
	}
	found := chronicleOf(t, app, desktop.ChronicleQuery{Account: id, Words: "target date", Kind: "outcome"})
	if found.Total != 2 {
		t.Errorf("found %d actions", found.Total)
	}
}

func TestADeletedRecordComesBackFromTheHistory(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	id := accountID(t, app, "Nordhavn Freight")
	outcome := planOf(t, app, "Nordhavn Freight").Outcomes[3]
	if _, err := desktop.NewPlan(app).Delete(id, "outcome", outcome.ID); err != nil {
		t.Fatal(err)
	}
	change := chronicleOf(t, app, desktop.ChronicleQuery{Account: id}).Actions[0].Changes[0]
	if change.What != "deleted" || !change.CanRestore {
		t.Fatalf("%+v", change)
	}
	if _, err := desktop.NewChronicle(app).PutBack(desktop.PutBackInput{Kind: change.Kind, ID: change.ID, Title: change.Title}); err != nil {
		t.Fatal(err)
	}
	if got := planOf(t, app, "Nordhavn Freight").Outcomes; len(got) != 4 {
		t.Errorf("%d outcomes", len(got))
	}
}
