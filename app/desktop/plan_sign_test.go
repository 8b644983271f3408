package desktop_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

func TestAnAgreementCarriesWhatShowsIt(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	plan := desktop.NewPlan(app)
	before := planOf(t, app, "Nordhavn Freight")
	mail := filepath.Join(t.TempDir(), "mail.eml")
	if err := os.WriteFile(mail, []byte("Yes, that is it."), 0o600); err != nil {
		t.Fatal(err)
	}
	in := desktop.SignInput{
		Account: before.Account, Plan: before.Plan.ID, Person: before.Outcomes[0].QuotedBy, On: "2026-06-08", Method: "mail",
		Proof: &desktop.EvidenceInput{Kind: "file", Path: mail},
	}
	signed, err := plan.Sign(in)
	if err != nil {
		t.Fatal(err)
	}
	page := planOf(t, app, "Nordhavn Freight")
	if n := len(page.Plan.Agreements); n != before.Plan.Signings+1 {
		t.Fatalf("%d agreements, want one more than %d", n, before.Plan.Signings)
	}
	newest := page.Plan.Agreements[0]
	if newest.ID != signed.ID || !newest.Current || newest.Evidence != 1 || newest.By != "Mette Lindqvist" || newest.Method != "mail" {
		t.Errorf("agreement = %+v", newest)
	}
	if older := page.Plan.Agreements[1]; older.Current || older.Evidence != 0 {
		t.Errorf("the agreement before is %+v, want it to stand for what was", older)
	}
	pieces, err := desktop.NewEvidence(app).List(before.Account, "plan_signoff", signed.ID)
	if err != nil || len(pieces) != 1 || !pieces[0].HasFile || pieces[0].On != "2026-06-08" {
		t.Errorf("evidence = %+v, %v", pieces, err)
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	page = planOf(t, app, "Nordhavn Freight")
	if len(page.Plan.Agreements) != before.Plan.Signings || len(page.Evidence) != len(before.Evidence) {
		t.Errorf("one undo leaves %d agreements and %d pieces", len(page.Plan.Agreements), len(page.Evidence))
	}
}

func TestAnAgreementIsNotNotedWithoutTheFileThatShallShowIt(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	before := planOf(t, app, "Nordhavn Freight")
	_, err := desktop.NewPlan(app).Sign(desktop.SignInput{
		Account: before.Account, Plan: before.Plan.ID, Person: before.Outcomes[0].QuotedBy, On: "2026-06-08", Method: "mail",
		Proof: &desktop.EvidenceInput{Kind: "link", URL: "file:///etc/passwd"},
	})
	if field := fieldOf(t, err); field != "url" {
		t.Errorf("field = %q, want url", field)
	}
	if page := planOf(t, app, "Nordhavn Freight"); len(page.Plan.Agreements) != before.Plan.Signings {
		t.Error("the agreement was noted all the same")
	}
}

func TestAFailingCheckSaysWhereItIsMended(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	view, err := desktop.NewOverview(app).Page(accountID(t, app, "Nordhavn Freight"))
	if err != nil {
		t.Fatal(err)
	}
	page := planOf(t, app, "Nordhavn Freight")
	places := map[string]string{}
	for _, p := range view.Principles {
		for _, c := range p.Checks {
			if c.Holds && c.ID != "" {
				t.Errorf("%s holds and points at %s %s", c.Key, c.Kind, c.ID)
			}
			if c.ID != "" {
				places[c.Key] = c.Kind + "." + c.Field + "." + c.ID
			}
		}
	}
	audit := page.Outcomes[3].Measures[1]
	if want := "measure.baseline." + audit.ID; places["measures_have_baseline_and_target"] != want || audit.Name != "Days to answer an auditor" {
		t.Errorf("baseline is set at %q, want %q of %s", places["measures_have_baseline_and_target"], want, audit.Name)
	}
	calls := page.Outcomes[2].Measures[1]
	if want := "measure.now." + calls.ID; places["readings_fresh"] != want {
		t.Errorf("a reading is taken at %q, want %q", places["readings_fresh"], want)
	}
	header, err := desktop.NewAccount(app).Header(page.Account)
	if err != nil || header.TermNumber != 2 {
		t.Errorf("term number %d, %v, want 2", header.TermNumber, err)
	}
}
