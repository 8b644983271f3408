package desktop_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/app/desktop"
)

func templateNames(t *testing.T, plan *desktop.Plan, locale string) map[string]desktop.PlanTemplateView {
	t.Helper()
	list, err := plan.Templates(locale)
	if err != nil {
		t.Fatal(err)
	}
	views := map[string]desktop.PlanTemplateView{}
	for _, one := range list {
		views[one.Name] = one
	}
	return views
}

func TestTemplatesComeInBothLanguagesWithTheSameShape(t *testing.T) {
	t.Parallel()
	app, _ := newAccount(t, "Lantern Foods")
	plan := desktop.NewPlan(app)
	english, err := plan.Templates("en-GB")
	if err != nil {
		t.Fatal(err)
	}
	german, err := plan.Templates("de-DE")
	if err != nil {
		t.Fatal(err)
	}
	if len(english) != 3 || len(german) != 3 {
		t.Fatalf("%d English and %d German templates, want 3 of each", len(english), len(german))
	}
	for i, en := range english {
		de := german[i]
		if en.Name == de.Name || en.Own {
			t.Errorf("%+v and %+v are not the same in two languages", en, de)
		}
		en.Name, en.About, de.Name, de.About = "", "", "", ""
		if len(en.Outcomes) < 3 || len(en.Outcomes) != len(de.Outcomes) {
			t.Errorf("%s has %d outcomes and %d in German", en.ID, len(en.Outcomes), len(de.Outcomes))
		}
		en.Outcomes, de.Outcomes = nil, nil
		if diff := cmp.Diff(en, de); diff != "" {
			t.Errorf("shape (-en +de):\n%s", diff)
		}
	}
}

func TestATemplateBecomesAPlanInOneActionAndOneUndoTakesItBack(t *testing.T) {
	t.Parallel()
	app, account := newAccount(t, "Lantern Foods")
	plan := desktop.NewPlan(app)
	for _, template := range []string{"onboarding", "expansion", "turnaround"} {
		made, err := plan.ApplyTemplate(desktop.PlanTemplateInput{Account: account, Template: template, Start: "2026-06-15", Locale: "en"})
		if err != nil {
			t.Fatal(err)
		}
		page, err := plan.Page(account, made.ID)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(page.Plan.Title, "Lantern Foods") || page.Plan.Status != "draft" || page.Plan.Signed {
			t.Errorf("plan = %+v", page.Plan)
		}
		checkDraft(t, page)
		if _, err := desktop.NewHistory(app).Undo(); err != nil {
			t.Fatal(err)
		}
		// The window still asks for the plan that was undone.
		if page, err = plan.Page(account, made.ID); err != nil || page.Plan.ID != "" || len(page.Plans) != 0 {
			t.Errorf("%s: one undo leaves %d plans, %v", template, len(page.Plans), err)
		}
	}
}

// checkDraft holds a plan made from a template against what such a plan may claim.
func checkDraft(t *testing.T, page desktop.PlanPageView) {
	t.Helper()
	for _, o := range page.Outcomes {
		if o.Quote != "" || !strings.HasSuffix(o.Prompt, "?") || o.Job == "" || o.Link == "" {
			t.Errorf("%q: quote %q, asks %q, job %q, link %q", o.Statement, o.Quote, o.Prompt, o.Job, o.Link)
		}
		if len(o.Measures) == 0 || len(o.Changes) == 0 {
			t.Errorf("%q has %d measures and %d changes", o.Statement, len(o.Measures), len(o.Changes))
		}
		for _, m := range o.Measures {
			if m.Question || m.Baseline != nil || m.Target != nil || strings.Contains(m.Unit, "{") {
				t.Errorf("measure %+v", m)
			}
		}
		for _, c := range o.Changes {
			if c.From == "" || c.To == "" || c.Who == "" || c.Stage != "not started" {
				t.Errorf("change %+v", c)
			}
		}
	}
	if len(page.Evidence) != 0 {
		t.Errorf("the questions stand as evidence: %+v", page.Evidence)
	}
	sides := map[string]int{}
	for _, m := range page.Milestones {
		sides[m.Side]++
		if m.Due < "2026-06-15" || m.Side == "us" && m.Owner != "Ines Moreau" || len(m.DependsOn) > 0 && slices.Contains(m.DependsOn, m.ID) {
			t.Errorf("milestone %+v", m)
		}
	}
	if sides["us"] < 4 || sides["client"] < 4 || page.Milestones[0].Due != "2026-06-15" || page.Milestones[0].Side != "us" {
		t.Errorf("milestones %v, first %+v", sides, page.Milestones[0])
	}
}

func TestATemplateFillsAnEmptyPlanAndNoOther(t *testing.T) {
	t.Parallel()
	app, account := newAccount(t, "Lantern Foods")
	plan := desktop.NewPlan(app)
	blank, err := plan.Write(desktop.RecordInput{Account: account, Kind: "success_plan", Fields: map[string]string{"title": "Ours"}})
	if err != nil {
		t.Fatal(err)
	}
	in := desktop.PlanTemplateInput{Account: account, Plan: blank.ID, Template: "onboarding", Start: "2026-06-15", Locale: "de"}
	if _, err := plan.ApplyTemplate(in); err != nil {
		t.Fatal(err)
	}
	page := planOf(t, app, "Lantern Foods")
	if page.Plan.ID != blank.ID || page.Plan.Title != "Ours" || len(page.Plans) != 1 || len(page.Outcomes) != 3 {
		t.Errorf("the empty plan became %+v with %d outcomes", page.Plan, len(page.Outcomes))
	}
	_, err = plan.ApplyTemplate(in)
	if field := fieldOf(t, err); field != "plan" {
		t.Errorf("a full plan is filled again: field %q", field)
	}
	in.Plan, in.Start = "", "soon"
	_, err = plan.ApplyTemplate(in)
	if field := fieldOf(t, err); field != "start" {
		t.Errorf("field = %q", field)
	}
}

func TestAPlanBecomesATemplateWithoutWhatOnlyTheClientCanSay(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	plan := desktop.NewPlan(app)
	account := accountID(t, app, "Nordhavn Freight")
	page := planOf(t, app, "Nordhavn Freight")
	saved, err := plan.SaveTemplate(account, page.Plan.ID, "  Docks ")
	if err != nil {
		t.Fatal(err)
	}
	own := templateNames(t, plan, "en")["Docks"]
	if !own.Own || own.ID != saved.ID || len(own.Outcomes) != 4 || own.Milestones != len(page.Milestones) {
		t.Fatalf("own = %+v", own)
	}
	other := accountID(t, app, "Solent Marine Supply")
	made, err := plan.ApplyTemplate(desktop.PlanTemplateInput{Account: other, Template: own.ID, Start: "2026-07-01", Locale: "en"})
	if err != nil {
		t.Fatal(err)
	}
	next, err := plan.Page(other, made.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(statements(page), statements(next)); diff != "" {
		t.Errorf("outcomes (-want +got):\n%s", diff)
	}
	for _, o := range next.Outcomes {
		if o.Quote != "" || o.QuotedBy != "" || o.WhyItMatters != "" || o.ValidatedOn != "" {
			t.Errorf("%q carries what Nordhavn said: %+v", o.Statement, o)
		}
		for _, m := range o.Measures {
			if m.Baseline != nil || m.Target != nil || m.UnitValue != "" || len(m.Readings) > 0 {
				t.Errorf("%q carries Nordhavn's figures", m.Name)
			}
		}
	}
	if first := next.Milestones[0]; first.Due != "2026-07-01" {
		t.Errorf("the first milestone is due on %s, want the start", first.Due)
	}
}

func TestTheWorkspacesTemplatesAreRenamedAndDeletedAndOursAreNot(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	plan := desktop.NewPlan(app)
	account := accountID(t, app, "Nordhavn Freight")
	saved, err := plan.SaveTemplate(account, planOf(t, app, "Nordhavn Freight").Plan.ID, "Docks")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := plan.RenameTemplate(saved.ID, "Terminals"); err != nil {
		t.Fatal(err)
	}
	if _, ok := templateNames(t, plan, "en")["Terminals"]; !ok {
		t.Error("the template kept its old name")
	}
	_, err = plan.RenameTemplate(saved.ID, " ")
	if field := fieldOf(t, err); field != "name" {
		t.Errorf("field = %q", field)
	}
	if _, err := plan.DeleteTemplate(saved.ID); err != nil {
		t.Fatal(err)
	}
	if n := len(templateNames(t, plan, "en")); n != 3 {
		t.Errorf("%d templates after the only own one was deleted", n)
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if _, ok := templateNames(t, plan, "en")["Terminals"]; !ok {
		t.Error("undo does not bring the template back")
	}
	if _, err := plan.DeleteTemplate("onboarding"); err == nil {
		t.Error("one of the program's templates was deleted")
	}
}

func TestThePlanOfTheNextTermCarriesWhatIsOpen(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	plan := desktop.NewPlan(app)
	account := accountID(t, app, "Nordhavn Freight")
	before := planOf(t, app, "Nordhavn Freight")
	made, err := plan.Duplicate(desktop.DuplicateInput{Account: account, Plan: before.Plan.ID, Title: "Year three"})
	if err != nil {
		t.Fatal(err)
	}
	after, err := plan.Page(account, made.ID)
	if err != nil {
		t.Fatal(err)
	}
	if after.Plan.Title != "Year three" || after.Plan.Status != "draft" || after.Plan.Signed {
		t.Errorf("plan = %+v", after.Plan)
	}
	if diff := cmp.Diff(statements(before), statements(after)); diff != "" {
		t.Errorf("outcomes (-want +got):\n%s", diff)
	}
	dock, was := after.Outcomes[0].Measures[0], before.Outcomes[0].Measures[0]
	if dock.Baseline == nil || *dock.Baseline != *was.Now || dock.BaselineOn != was.NowOn || *dock.Target != *was.Target {
		t.Errorf("the measure goes on from %+v, want where it stands: %v on %s", dock, *was.Now, was.NowOn)
	}
	if after.Outcomes[0].Quote != before.Outcomes[0].Quote || after.Outcomes[0].ValidatedOn != "" {
		t.Errorf("outcome = %+v", after.Outcomes[0])
	}
	turnaround := after.Outcomes[1].Measures[1]
	if turnaround.Target != nil {
		t.Errorf("a target that was met goes on as %v, want it to be agreed anew", *turnaround.Target)
	}
	if after.Outcomes[0].Changes[0].Stage != "embedded" {
		t.Errorf("change = %+v", after.Outcomes[0].Changes[0])
	}
	for _, m := range after.Milestones {
		if m.DoneOn != "" || m.Due < "2026-08-31" && m.Due != "" {
			t.Errorf("milestone %+v lies in the old term", m)
		}
	}
	if len(after.Milestones) == 0 || len(after.Milestones) >= len(before.Milestones) {
		t.Errorf("%d of %d milestones go over", len(after.Milestones), len(before.Milestones))
	}
	if again := planOf(t, app, "Nordhavn Freight"); again.Plan.ID != before.Plan.ID {
		t.Error("the next term's plan counts before its term begins")
	}
}
