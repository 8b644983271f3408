package desktop_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

func planOf(t *testing.T, app *desktop.App, name string) desktop.PlanPageView {
	t.Helper()
	page, err := desktop.NewPlan(app).Page(accountID(t, app, name), "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := json.Marshal(page); err != nil {
		t.Fatalf("the plan cannot cross: %v", err)
	}
	return page
}

// newAccount opens a workspace with one account and nothing else.
func newAccount(t *testing.T, name string) (*desktop.App, string) {
	t.Helper()
	app, sh := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Quayside", "EUR"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(sh.dir, "one.csv")
	if err := os.WriteFile(path, []byte("Account Name,CSM Owner\n"+name+",Ines Moreau\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	imports := desktop.NewImports(app)
	if _, err := imports.Inspect(desktop.ImportRequest{Path: path}); err != nil {
		t.Fatal(err)
	}
	if _, err := imports.Apply(); err != nil {
		t.Fatal(err)
	}
	return app, accountID(t, app, name)
}

func statements(page desktop.PlanPageView) []string {
	var out []string
	for _, o := range page.Outcomes {
		out = append(out, o.Statement)
	}
	return out
}

// fieldOf returns the field that an error names, or fails.
func fieldOf(t *testing.T, err error) string {
	t.Helper()
	var e *success.Error
	if !errors.As(err, &e) {
		t.Fatalf("err = %v, want one a person can mend", err)
	}
	return e.Field
}

func TestNordhavnsPlanReadsAsItWasDrawn(t *testing.T) {
	t.Parallel()
	page := planOf(t, newSample(t), "Nordhavn Freight")
	want := []string{
		"Planners finish the day's plan in the day", "Trucks leave when they are due",
		"Customers hear of a delay from us", "Customs stands up to any question",
	}
	if diff := cmp.Diff(want, statements(page)); diff != "" {
		t.Errorf("outcomes (-want +got):\n%s", diff)
	}
	first := page.Outcomes[0]
	if first.QuotedName != "Mette Lindqvist" || first.SaidOn != "2024-09-12" || len(first.Measures) != 2 {
		t.Errorf("the first outcome = %+v", first)
	}
	states := map[string]string{}
	for _, o := range page.Outcomes {
		for _, m := range o.Measures {
			states[m.Name] = m.State
		}
	}
	wantStates := map[string]string{
		"Daily dock plan": "on track", "Planner overtime a month": "off track", "Detention charges": "on track",
		"Median truck turnaround": "met", "Notices before the call": "on track", "“Where is it?” calls": "stale",
		"Customs filings right first time": "on track", "Days to answer an auditor": "no baseline",
	}
	if diff := cmp.Diff(wantStates, states); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
	stuck := page.Outcomes[2].Changes[0]
	if stuck.Stage != "trying" || stuck.Days != 109 || stuck.Stuck {
		t.Errorf("the change that nearly sticks = %+v", stuck)
	}
}

func TestThePlanSaysWhatChangedSinceItWasAgreed(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	page := planOf(t, app, "Nordhavn Freight")
	head := page.Plan
	if !head.Signed || head.Current || head.SignedBy != "Mette Lindqvist" || head.SignedOn != "2026-04-14" || head.Method != "meeting" {
		t.Errorf("head = %+v", head)
	}
	if len(head.Since) != 1 || head.Since[0].Title != "Days to answer an auditor" || head.Since[0].What != "added" {
		t.Errorf("since = %+v", head.Since)
	}
	plan := desktop.NewPlan(app)
	outcome := page.Outcomes[0]
	if _, err := plan.Write(desktop.RecordInput{Account: page.Account, Kind: "outcome", ID: outcome.ID, Fields: map[string]string{"status": "achieved", "link": "It is computed."}}); err != nil {
		t.Fatal(err)
	}
	if since := planOf(t, app, "Nordhavn Freight").Plan.Since; len(since) != 2 || since[1].What != "changed" || since[1].ID != outcome.ID {
		t.Errorf("after an edit since = %+v", since)
	}
	sign := desktop.SignInput{Account: page.Account, Plan: head.ID, Person: page.People[0].ID, On: "2026-06-09", Method: "mail"}
	if _, err := plan.Sign(sign); err != nil {
		t.Fatal(err)
	}
	if head := planOf(t, app, "Nordhavn Freight").Plan; !head.Current || len(head.Since) != 0 || head.Method != "mail" || head.RecordedBy != "Ines Moreau" {
		t.Errorf("after agreeing again head = %+v", head)
	}
	sign.On = "2026-06-10"
	if _, err := plan.Sign(sign); err == nil || fieldOf(t, err) != "signed_on" {
		t.Errorf("agreeing tomorrow: %v", err)
	}
}

func TestMilestonesOfBothSidesStandByTheirDays(t *testing.T) {
	t.Parallel()
	page := planOf(t, newSample(t), "Nordhavn Freight")
	late := map[string]int{}
	for i, m := range page.Milestones {
		if i > 0 && max(m.DoneOn, m.Due) < "2026-02-11" {
			t.Errorf("%s stands out of order", m.Title)
		}
		if m.Late > 0 {
			late[m.Title] = m.Late
		}
	}
	if diff := cmp.Diff(map[string]int{"Read the “where is it?” calls": 6}, late); diff != "" {
		t.Errorf("late (-want +got):\n%s", diff)
	}
}

func TestAPastedQuoteBecomesAnOutcomeInOneAction(t *testing.T) {
	t.Parallel()
	app, account := newAccount(t, "Halden Timber")
	plan := desktop.NewPlan(app)
	empty, err := plan.Page(account, "")
	if err != nil || empty.Plan.ID != "" || len(empty.Outcomes) != 0 {
		t.Fatalf("empty plan = %+v, %v", empty, err)
	}
	in := desktop.QuoteInput{
		Account: account, PlanTitle: "What success means in 2026", Quote: "I want to be home by five.",
		Statement: "The day ends at five", NewPerson: "Ida Moen", NewTitle: "Planner", On: "2026-06-08",
	}
	written, err := plan.Paste(in)
	if err != nil {
		t.Fatal(err)
	}
	page, err := plan.Page(account, "")
	if err != nil || len(page.Outcomes) != 1 || page.Outcomes[0].QuotedName != "Ida Moen" || page.Plan.Title != in.PlanTitle {
		t.Fatalf("page = %+v, %v", page, err)
	}
	if _, err := desktop.NewHistory(app).UndoAction(written.Action.ID); err != nil {
		t.Fatal(err)
	}
	if page, err = plan.Page(account, ""); err != nil || page.Plan.ID != "" || len(page.People) != 0 {
		t.Errorf("one undo leaves %+v, %v", page, err)
	}
	for field, wrong := range map[string]desktop.QuoteInput{
		"statement": {Account: account, Quote: "x"},
		"said_on":   {Account: account, Statement: "x", On: "2026-06-10"},
	} {
		if _, err := plan.Paste(wrong); err == nil || fieldOf(t, err) != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestOutcomesMoveAndComeBack(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	page := planOf(t, app, "Nordhavn Freight")
	plan, before := desktop.NewPlan(app), statements(page)
	ids := []string{page.Outcomes[0].ID, page.Outcomes[1].ID, page.Outcomes[2].ID, page.Outcomes[3].ID}
	move := func(id, to string) {
		t.Helper()
		if _, err := plan.Move(page.Account, id, to); err != nil {
			t.Fatal(err)
		}
	}
	move(ids[3], ids[0]) // all of them get a place
	move(ids[0], "")
	move(ids[2], ids[1]) // only this one is written
	want := []string{before[3], before[2], before[1], before[0]}
	if diff := cmp.Diff(want, statements(planOf(t, app, "Nordhavn Freight"))); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	for range 3 {
		if _, err := desktop.NewHistory(app).Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(before, statements(planOf(t, app, "Nordhavn Freight"))); diff != "" {
		t.Errorf("undone (-want +got):\n%s", diff)
	}
}

func TestEditsNameTheFieldThatIsWrong(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	page := planOf(t, app, "Nordhavn Freight")
	plan, measure := desktop.NewPlan(app), page.Outcomes[0].Measures[0].ID
	var rules, cleared string
	for _, m := range page.Milestones {
		switch m.Title {
		case "Slot rules for Gdańsk set up":
			rules = m.ID
		case "Gdańsk plans in one pass":
			cleared = m.ID
		}
	}
	for _, c := range []struct{ kind, id, field, text string }{
		{"measure", measure, "baseline", "six"}, {"measure", measure, "cadence_days", "1.5"}, {"measure", measure, "attribution", "2"},
		{"measure", measure, "direction", "sideways"}, {"measure", measure, "unit_value", "-3"}, {"measure", measure, "name", ""},
		{"measure", measure, "baseline_on", "yesterday"}, {"measure", measure, "outcome_id", "x"}, {"milestone", rules, "depends_on", cleared},
		{"milestone", rules, "done_on", "2026-06-10"}, {"outcome", page.Outcomes[0].ID, "nonsense", "x"},
	} {
		_, err := plan.Write(desktop.RecordInput{Account: page.Account, Kind: c.kind, ID: c.id, Fields: map[string]string{c.field: c.text}})
		if err == nil || fieldOf(t, err) != c.field {
			t.Errorf("%s %q: %v", c.field, c.text, err)
		}
	}
	if _, err := plan.Write(desktop.RecordInput{Account: page.Account, Kind: "account", ID: page.Account}); err == nil {
		t.Error("the plan's page edits an account")
	}
}

func TestRecordsOfThePlanAreMadeChangedAndDeletedWithLabelsThatSayIt(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	page := planOf(t, app, "Nordhavn Freight")
	plan, outcome := desktop.NewPlan(app), page.Outcomes[3]
	made, err := plan.Write(desktop.RecordInput{Account: page.Account, Kind: "measure", Owner: outcome.ID, Fields: map[string]string{"name": "Weekly logins, notice board"}})
	if err != nil || made.Action.Label != "Add measure “Weekly logins, notice board”" {
		t.Fatalf("%+v, %v", made, err)
	}
	find := func() (desktop.PlanMeasureView, bool) {
		for _, m := range planOf(t, app, "Nordhavn Freight").Outcomes[3].Measures {
			if m.ID == made.ID {
				return m, true
			}
		}
		return desktop.PlanMeasureView{}, false
	}
	if m, _ := find(); !m.Question {
		t.Error("a count of logins raises no question")
	}
	if _, err := plan.Write(desktop.RecordInput{Account: page.Account, Kind: "measure", ID: made.ID, Fields: map[string]string{"kind": "vendor", "unit_value": "12.345", "unit_value_basis": "Hours saved"}}); err != nil {
		t.Fatal(err)
	}
	if m, _ := find(); m.Question || m.UnitValue != "12.345" {
		t.Errorf("kept as ours = %+v", m)
	}
	change := outcome.Changes[0]
	if _, err := plan.Write(desktop.RecordInput{Account: page.Account, Kind: "behavior_change", ID: change.ID, Fields: map[string]string{"stage": "embedded"}}); err != nil {
		t.Fatal(err)
	}
	if now := planOf(t, app, "Nordhavn Freight").Outcomes[3].Changes[0]; now.Stage != "embedded" || now.StageOn != "2026-06-09" || now.Days != 0 {
		t.Errorf("the stage = %+v", now)
	}
	gone, err := plan.Delete(page.Account, "measure", made.ID)
	if err != nil || !strings.HasPrefix(gone.Action.Label, "Delete measure “Weekly logins") {
		t.Fatalf("%+v, %v", gone, err)
	}
	if _, there := find(); there {
		t.Error("the deleted measure is still there")
	}
	if _, err := desktop.NewHistory(app).UndoAction(gone.Action.ID); err != nil {
		t.Fatal(err)
	}
	if _, there := find(); !there {
		t.Error("undo does not bring it back")
	}
}

func TestARoundOfReadingsIsOneAction(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	readings := desktop.NewReadings(app)
	account := accountID(t, app, "Nordhavn Freight")
	sheet, err := readings.Sheet(account)
	if err != nil || len(sheet.Rows) != 8 || sheet.Rows[0].Measure.Name != "Daily dock plan" {
		t.Fatalf("sheet = %+v, %v", sheet, err)
	}
	before := len(sheet.Rows[0].Measure.Readings)
	in := desktop.RoundInput{Account: account, On: "2026-06-09", ConfirmedBy: "Mette Lindqvist", Rows: []desktop.ReadingInput{
		{Measure: sheet.Rows[0].Measure.ID, Value: "1.9"}, {Measure: sheet.Rows[1].Measure.ID, NotMeasured: true},
		{Measure: sheet.Rows[2].Measure.ID, Value: "19", ConfirmedBy: "Henrik Dahl", On: "2026-06-01"}, {Measure: sheet.Rows[3].Measure.ID},
	}}
	written, err := readings.Save(in)
	if err != nil || written.Action.Records != 3 {
		t.Fatalf("%+v, %v", written, err)
	}
	after, err := readings.Sheet(account)
	if err != nil {
		t.Fatal(err)
	}
	first, skipped, third := after.Rows[0].Measure, after.Rows[1].Measure, after.Rows[2].Measure
	if first.State != "met" || first.NowProof != "confirmed" || *first.Now != 1.9 {
		t.Errorf("the first row = %+v", first)
	}
	if skipped.NotMeasuredOn != "2026-06-09" || len(skipped.Readings) != len(sheet.Rows[1].Measure.Readings) || skipped.Evidence != 0 {
		t.Errorf("not measured = %+v", skipped)
	}
	if *third.Now != 19 || third.NowOn != "2026-06-01" {
		t.Errorf("of two readings of a day the last recorded holds: %+v", third)
	}
	if _, err := desktop.NewHistory(app).UndoAction(written.Action.ID); err != nil {
		t.Fatal(err)
	}
	if undone, err := readings.Sheet(account); err != nil || len(undone.Rows[0].Measure.Readings) != before || undone.Rows[1].Measure.NotMeasuredOn != "" {
		t.Errorf("undone = %v", err)
	}
}

func TestAWrongRoundWritesNothing(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	readings := desktop.NewReadings(app)
	account := accountID(t, app, "Nordhavn Freight")
	sheet, err := readings.Sheet(account)
	if err != nil {
		t.Fatal(err)
	}
	first, second := sheet.Rows[0].Measure.ID, sheet.Rows[1].Measure.ID
	good := desktop.ReadingInput{Measure: first, Value: "2"}
	for field, in := range map[string]desktop.RoundInput{
		"on":              {On: "2026-06-10", Rows: []desktop.ReadingInput{good}},
		"value." + second: {On: "2026-06-09", Rows: []desktop.ReadingInput{good, {Measure: second, Value: "NaN"}}},
		"on." + second:    {On: "2026-06-09", Rows: []desktop.ReadingInput{good, {Measure: second, Value: "3", On: "2027-01-01"}}},
		"rows":            {On: "2026-06-09"},
	} {
		in.Account = account
		if _, err := readings.Save(in); err == nil || fieldOf(t, err) != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if after, err := readings.Sheet(account); err != nil || len(after.Rows[0].Measure.Readings) != len(sheet.Rows[0].Measure.Readings) {
		t.Error("a refused round left something")
	}
}

func TestEvidenceIsTakenInHandedOutAndRemoved(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	page := planOf(t, app, "Nordhavn Freight")
	evidence, m := desktop.NewEvidence(app), page.Outcomes[0].Measures[0]
	reading := m.Readings[len(m.Readings)-1]
	dir := t.TempDir()
	path := filepath.Join(dir, "time sheet.pdf")
	if err := os.WriteFile(path, []byte("hours"), 0o600); err != nil {
		t.Fatal(err)
	}
	in := desktop.EvidenceInput{Account: page.Account, SubjectKind: "reading", SubjectID: reading.ID, Kind: "file", Path: path}
	written, err := evidence.Add(in)
	if err != nil {
		t.Fatal(err)
	}
	list, err := evidence.List(page.Account, "reading", reading.ID)
	if err != nil || len(list) != 1 || list[0].Title != "time sheet.pdf" || !list[0].HasFile {
		t.Fatalf("list = %+v, %v", list, err)
	}
	copied := filepath.Join(dir, "copy.pdf")
	if err := evidence.Save(written.ID, copied); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(copied); err != nil || !bytes.Equal(got, []byte("hours")) { //nolint:gosec // a path of this test
		t.Errorf("copy = %q, %v", got, err)
	}
	if _, err := evidence.Remove(written.ID); err != nil {
		t.Fatal(err)
	}
	if list, err := evidence.List(page.Account, "reading", reading.ID); err != nil || len(list) != 0 {
		t.Errorf("removed: %+v, %v", list, err)
	}
}

func TestEvidenceThatIsNoneIsRefusedAtItsField(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	page := planOf(t, app, "Nordhavn Freight")
	large := filepath.Join(t.TempDir(), "large.bin")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 25<<20+1); err != nil {
		t.Fatal(err)
	}
	base := desktop.EvidenceInput{Account: page.Account, SubjectKind: "measure", SubjectID: page.Outcomes[0].Measures[0].ID}
	for _, c := range []struct {
		field string
		with  func(*desktop.EvidenceInput)
	}{
		{"path", func(in *desktop.EvidenceInput) { in.Kind, in.Path = "file", large }},
		{"path", func(in *desktop.EvidenceInput) { in.Kind = "file" }},
		{"url", func(in *desktop.EvidenceInput) { in.Kind, in.URL = "link", "javascript:alert(1)" }},
		{"body", func(in *desktop.EvidenceInput) { in.Kind = "quote" }},
		{"on", func(in *desktop.EvidenceInput) { in.Kind, in.Body, in.On = "note", "x", "2026-06-10" }},
		{"subject", func(in *desktop.EvidenceInput) { in.Kind, in.Body, in.SubjectKind = "note", "x", "account" }},
	} {
		in := base
		c.with(&in)
		if _, err := desktop.NewEvidence(app).Add(in); err == nil || fieldOf(t, err) != c.field {
			t.Errorf("%s: %v", c.field, err)
		}
	}
}
