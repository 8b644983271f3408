package desktop_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/app/desktop"
)

// importText imports a table into the open workspace.
func importText(t *testing.T, app *desktop.App, text string, r desktop.ImportRequest) desktop.ImportDoneView {
	t.Helper()
	r.Path = filepath.Join(t.TempDir(), "table.csv")
	if err := os.WriteFile(r.Path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	imports := desktop.NewImports(app)
	view, err := imports.Inspect(r)
	if err != nil || view.Problem != "" {
		t.Fatal(view.Problem, err)
	}
	done, err := imports.Apply()
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// book is a workspace of n accounts, every fifth of them cancelled, with an
// indicator of each kind; it returns their ids by name.
func book(t *testing.T, n int) (*desktop.App, map[string]string) {
	t.Helper()
	app, _ := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Quayside", "EUR"); err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	text.WriteString("Account Name,Cancelled On,Start Date,Industry\n")
	for i := range n {
		left := ""
		if i%5 == 0 {
			left = "2026-03-01"
		}
		fmt.Fprintf(&text, "Client %03d,%s,2024-01-01,%s\n", i, left, []string{"Ports", "Rail"}[i%2])
	}
	importText(t, app, text.String(), desktop.ImportRequest{As: "accounts"})
	ids := map[string]string{}
	motivation := put(t, app, "motivation", map[string]string{"name": "Answer the auditor", "stage": "purchase"})
	for _, i := range [][4]string{
		{"Auditor", "yes/no", "motivational", "Three interviews"}, {"Gates", "number", "internal", ""}, {"Industry", "category", "demographic", "Their site"},
	} {
		ids[i[0]] = put(t, app, "indicator", map[string]string{
			"name": i[0], "kind": i[1], "nature": i[2], "source": i[3], "motivation_id": motivation, "stage": "purchase",
		})
	}
	ids["motivation"] = motivation
	return app, ids
}

func put(t *testing.T, app *desktop.App, kind string, fields map[string]string) string {
	t.Helper()
	written, err := desktop.NewAlignment(app).Write(desktop.AlignmentInput{Kind: kind, Fields: fields})
	if err != nil {
		t.Fatal(err)
	}
	return written.ID
}

func alignmentOf(t *testing.T, app *desktop.App) desktop.AlignmentView {
	t.Helper()
	view, err := desktop.NewAlignment(app).Page("")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := json.Marshal(view); err != nil {
		t.Fatalf("the table cannot cross: %v", err)
	}
	return view
}

func indicatorsOf(view desktop.AlignmentView) map[string]desktop.IndicatorView {
	out := map[string]desktop.IndicatorView{}
	for _, stage := range view.Stages {
		for _, m := range stage.Motivations {
			for _, i := range m.Indicators {
				out[i.Name] = i
			}
		}
	}
	return out
}

// fill says what every account shows: those that stay answer to an auditor.
func fill(t *testing.T, app *desktop.App, n int) {
	t.Helper()
	var text strings.Builder
	text.WriteString("Account,Indicator,Value,On\n")
	for i := range n {
		fmt.Fprintf(&text, "Client %03d,Auditor,%s,2025-01-01\n", i, map[bool]string{true: "no", false: "yes"}[i%5 == 0])
		fmt.Fprintf(&text, "Client %03d,Gates,%d,2025-01-01\n", i, i%7)
		fmt.Fprintf(&text, "Client %03d,Industry,%s,2025-01-01\n", i, []string{"Ports", "Rail"}[i%2])
	}
	if done := importText(t, app, text.String(), desktop.ImportRequest{}); done.New != 3*n || done.Refused != 0 {
		t.Fatalf("%+v", done)
	}
}

func TestTheTableSaysWhatEachIndicatorIndicates(t *testing.T) {
	t.Parallel()
	app, ids := book(t, 100)
	before := alignmentOf(t, app)
	if before.Accounts != 100 || before.Positive != 80 || before.TooFew || indicatorsOf(before)["Auditor"].Reading != "too few" {
		t.Errorf("before: %+v", before)
	}
	fill(t, app, 100)
	view := alignmentOf(t, app)
	if names := len(view.Stages[1].Motivations); names != 1 || view.Stages[1].Stage != "purchase" || view.Indicators != 3 {
		t.Fatalf("stages: %+v", view.Stages)
	}
	all := indicatorsOf(view)
	auditor := all["Auditor"]
	if auditor.Reading != "indicates" || auditor.N != 100 || auditor.Values != 100 || *auditor.Effect != 1 || len(auditor.Parts) != 2 || len(auditor.Warnings) != 0 {
		t.Errorf("auditor: %+v", auditor)
	}
	if got := all["Industry"]; got.Reading != "says nothing" || !cmp.Equal(got.Warnings, []string{"demographic"}) {
		t.Errorf("industry: %+v", got)
	}
	if got := all["Gates"]; len(got.Parts) != 4 || !cmp.Equal(got.Warnings, []string{"internal", "no conversation"}) {
		t.Errorf("gates: %+v", got)
	}
	if len(view.Focus) != 1 || view.Focus[0].Name != "Auditor" || view.Focus[0].Part.Value != "yes" || view.Focus[0].Part.N != 80 {
		t.Errorf("focus: %+v", view.Focus)
	}
	if action, err := desktop.NewAlignment(app).Page("action"); err != nil || action.Accounts != 0 || !action.TooFew {
		t.Errorf("actions: %+v, %v", action, err)
	}
	if _, err := desktop.NewAlignment(app).Page("weather"); fieldOf(t, err) != "outcome" {
		t.Error(err)
	}
	// What an indicator is cannot change under its values.
	_, err := desktop.NewAlignment(app).Write(desktop.AlignmentInput{Kind: "indicator", ID: ids["Auditor"], Fields: map[string]string{"kind": "number"}})
	if fieldOf(t, err) != "kind" {
		t.Error(err)
	}
}

// What is kept in memory is what is in the file, whatever was changed since.
func TestWhatIsKeptIsWhatIsThere(t *testing.T) {
	t.Parallel()
	app, ids := book(t, 40)
	fill(t, app, 40)
	a, history := desktop.NewAlignment(app), desktop.NewHistory(app)
	sheet, err := a.Values(desktop.ValuesQuery{Indicators: []string{ids["Auditor"], ids["Gates"], ids["Industry"]}})
	if err != nil || sheet.Total != 40 {
		t.Fatalf("%+v, %v", sheet, err)
	}
	did := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	r := rand.New(rand.NewPCG(4, 4))
	for step := range 30 {
		row := sheet.Rows[r.IntN(40)]
		switch r.IntN(5) {
		case 0:
			did(a.SaveValues([]desktop.ValueInput{{Account: row.ID, Indicator: ids["Auditor"], Value: []string{"yes", "no", ""}[r.IntN(3)]}}))
		case 1:
			did(a.SaveValues([]desktop.ValueInput{{Account: row.ID, Indicator: ids["Gates"], Value: fmt.Sprint(r.IntN(9))}, {Account: row.ID, Indicator: ids["Industry"], Value: "Food"}}))
		case 2:
			did(a.Delete("indicator", ids["Industry"]))
			did(history.Undo())
		case 3:
			did(a.Write(desktop.AlignmentInput{Kind: "indicator", Fields: map[string]string{"name": fmt.Sprint("New ", step), "kind": "number"}}))
		case 4:
			did(history.Undo())
			did(history.Redo())
		}
		kept := alignmentOf(t, app)
		desktop.Forget(app)
		if diff := cmp.Diff(alignmentOf(t, app), kept); diff != "" {
			t.Fatalf("step %d (-read +kept):\n%s", step, diff)
		}
	}
}

func TestMotivationsAndIndicatorsStandWhereTheyArePut(t *testing.T) {
	t.Parallel()
	app, ids := book(t, 1)
	a := desktop.NewAlignment(app)
	second := put(t, app, "motivation", map[string]string{"name": "A quiet evening", "stage": "purchase"})
	names := func() string {
		var out []string
		for _, stage := range alignmentOf(t, app).Stages {
			for _, m := range stage.Motivations {
				out = append(out, stage.Stage+":"+m.Name)
				for _, i := range m.Indicators {
					out = append(out, i.Name)
				}
			}
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		kind, id, before, to, want string
	}{
		{"motivation", second, ids["motivation"], "", "purchase:A quiet evening purchase:Answer the auditor Auditor Gates Industry"},
		{"indicator", ids["Industry"], ids["Auditor"], "", "purchase:A quiet evening purchase:Answer the auditor Industry Auditor Gates"},
		{"indicator", ids["Auditor"], "", second, "purchase:A quiet evening Auditor purchase:Answer the auditor Industry Gates"},
		{"motivation", second, "", "renewal", "purchase:Answer the auditor Industry Gates renewal:A quiet evening Auditor"},
	} {
		if _, err := a.Move(c.kind, c.id, c.before, c.to); err != nil {
			t.Fatal(err)
		}
		if got := names(); got != c.want {
			t.Errorf("got %s\nwant %s", got, c.want)
		}
	}
	if _, err := a.Delete("motivation", ids["motivation"]); err != nil {
		t.Fatal(err)
	}
	if got := names(); got != "renewal:A quiet evening Auditor" {
		t.Errorf("after deleting: %s", got)
	}
	undone, err := desktop.NewHistory(app).Undo()
	if err != nil || undone.Screen.Name != "alignment" || !strings.Contains(names(), "Industry Gates") {
		t.Errorf("%+v, %v: %s", undone, err, names())
	}
}

func TestTheSheetTakesWhatIsTyped(t *testing.T) {
	t.Parallel()
	app, ids := book(t, 3)
	a := desktop.NewAlignment(app)
	q := desktop.ValuesQuery{Indicators: []string{ids["Auditor"], ids["Gates"], ids["Industry"]}, Missing: true, Filter: "client 00"}
	sheet, err := a.Values(q)
	if err != nil || sheet.Total != 3 || len(sheet.Columns) != 3 {
		t.Fatalf("%+v, %v", sheet, err)
	}
	id := sheet.Rows[1].ID
	for value, indicator := range map[string]string{"perhaps": "Auditor", "many": "Gates"} {
		_, err := a.SaveValues([]desktop.ValueInput{{Account: id, Indicator: ids[indicator], Value: value}})
		if fieldOf(t, err) != id+"."+ids[indicator] {
			t.Error(err)
		}
	}
	save := func(auditor, gates, industry string) {
		t.Helper()
		_, err := a.SaveValues([]desktop.ValueInput{
			{Account: id, Indicator: ids["Auditor"], Value: auditor}, {Account: id, Indicator: ids["Gates"], Value: gates}, {Account: id, Indicator: ids["Industry"], Value: industry},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	save("yes", "2.50", "Ports")
	save("no", "", "Rail")
	q.Missing = false
	sheet, err = a.Values(q)
	if err != nil || !cmp.Equal(sheet.Rows[1].Cells, []string{"no", "", "Rail"}) || !cmp.Equal(sheet.Columns[2].Words, []string{"Rail"}) {
		t.Errorf("%+v, %v", sheet, err)
	}
	if q.Missing = true; true {
		if sheet, err = a.Values(q); err != nil || sheet.Total != 3 {
			t.Errorf("%+v, %v", sheet, err)
		}
	}
	attributes, err := a.Attributes()
	if err != nil || len(attributes) != 1 || attributes[0].Name != "Industry" || attributes[0].Filled != 3 {
		t.Fatalf("%+v, %v", attributes, err)
	}
	table, err := a.AttributeTable("Industry")
	if err != nil {
		t.Fatal(err)
	}
	done := importText(t, app, table, desktop.ImportRequest{As: "values", Constants: map[string]string{"indicator": ids["Industry"]}})
	if done.New+done.Changed != 2 || done.Same != 1 {
		t.Errorf("from the attribute: %+v", done)
	}
}
