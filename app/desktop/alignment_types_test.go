package desktop_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

func addType(t *testing.T, app *desktop.App, name string, rules ...desktop.RuleView) string {
	t.Helper()
	written, err := desktop.NewCustomerTypes(app).Write(desktop.CustomerTypeInput{Name: name, Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	return written.ID
}

// sizes are the counts of the types in order, those of none last.
func sizes(t *testing.T, app *desktop.App) (names []string, counts []int, view desktop.CustomerTypesView) {
	t.Helper()
	view, err := desktop.NewCustomerTypes(app).List()
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range view.Types {
		names, counts = append(names, one.Name), append(counts, one.Count.Accounts)
	}
	return names, append(counts, view.Untyped.Accounts), view
}

func TestTheFirstTypeInOrderTakesTheAccounts(t *testing.T) {
	t.Parallel()
	app, ids := book(t, 100)
	fill(t, app, 100)
	a := desktop.NewCustomerTypes(app)
	ports := desktop.RuleView{Indicator: ids["Industry"], Op: "is", Value: "Ports"}
	few := desktop.RuleView{Indicator: ids["Gates"], Op: "below", Value: "3"}
	counted, err := a.Count([]desktop.RuleView{ports, few})
	if err != nil || counted.Accounts+counted.Cancelled == 0 || counted.Known != 100 {
		t.Fatalf("%+v, %v", counted, err)
	}
	if half, err := a.Count([]desktop.RuleView{{Indicator: ids["Gates"], Op: "below"}}); err != nil || half != (desktop.RuleCountView{}) {
		t.Errorf("half a rule: %+v, %v", half, err)
	}
	addType(t, app, "Ports", ports)
	small := addType(t, app, "Small", few)
	names, counts, _ := sizes(t, app)
	if !cmp.Equal(names, []string{"Ports", "Small"}) || counts[0] != 40 {
		t.Errorf("%v %v", names, counts)
	}
	first, _ := a.Count([]desktop.RuleView{few})
	if _, err := a.Move(small, ""); err != nil {
		t.Fatal(err)
	}
	_, _, view := sizes(t, app)
	if _, err := a.Move(small, view.Types[0].ID); err != nil {
		t.Fatal(err)
	}
	names, counts, view = sizes(t, app)
	if !cmp.Equal(names, []string{"Small", "Ports"}) || counts[0] != first.Accounts || counts[0]+counts[1]+counts[2] != 80 {
		t.Errorf("%v %v, want %d first", names, counts, first.Accounts)
	}
	if view.Open != 100 || view.ByRules != 100-counts[2]-untypedCancelled(view) {
		t.Errorf("open %d, by rules %d, %v", view.Open, view.ByRules, counts)
	}
	for want, in := range map[string]desktop.CustomerTypeInput{
		"name":    {Name: " "},
		"rules.0": {Name: "X", Rules: []desktop.RuleView{{Indicator: ids["Industry"], Op: "above", Value: "1"}}},
		"rules.1": {Name: "X", Rules: []desktop.RuleView{ports, {Indicator: "gone", Op: "is", Value: "1"}}},
	} {
		if _, err := a.Write(in); fieldOf(t, err) != want {
			t.Errorf("%+v: %v", in, err)
		}
	}
	if _, err := a.Write(desktop.CustomerTypeInput{Name: "ports"}); fieldOf(t, err) != "name" {
		t.Error(err)
	}
}

func untypedCancelled(view desktop.CustomerTypesView) int { return view.Untyped.Cancelled }

func TestApplyingTypesLeavesThoseAloneThatSomebodySet(t *testing.T) {
	t.Parallel()
	app, ids := book(t, 10)
	fill(t, app, 10)
	a := desktop.NewCustomerTypes(app)
	addType(t, app, "Ports", desktop.RuleView{Indicator: ids["Industry"], Op: "is", Value: "Ports"})
	hand := addType(t, app, "By hand")
	done := importText(t, app, "Account Name,Notes\nClient 000,x\n", desktop.ImportRequest{As: "accounts"})
	if done.Changed != 1 {
		t.Fatalf("%+v", done)
	}
	setType(t, app, "Client 002", hand)
	if _, err := a.Apply(); err != nil {
		t.Fatal(err)
	}
	_, _, view := sizes(t, app)
	if view.Open != 5 || view.ByRules != 0 || view.Types[1].Count.Accounts != 1 {
		t.Errorf("after applying: %+v", view)
	}
	if _, err := a.Apply(); err == nil {
		t.Error("nothing is left to apply, and it was done")
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if _, _, view := sizes(t, app); view.Open != 9 || view.ByRules != 4 {
		t.Errorf("after one undo: %+v", view)
	}
}

func TestATypeIsSuggestedAndKeptUnderANameOfThePersons(t *testing.T) {
	t.Parallel()
	app, _ := book(t, 100)
	fill(t, app, 100)
	a := desktop.NewCustomerTypes(app)
	found, err := a.Suggest("")
	if err != nil || len(found.Suggestions) == 0 || len(found.Suggestions) > 10 || found.Tried == 0 {
		t.Fatalf("%+v, %v", found, err)
	}
	best := found.Suggestions[0]
	if best.Rules[0].Name != "Auditor" || best.Rules[0].Value != "yes" || best.N != 80 || best.Lift <= 1 || best.Q >= 0.05 {
		t.Errorf("best: %+v", best)
	}
	addType(t, app, "Must answer the auditor", best.Rules...)
	if _, counts, _ := sizes(t, app); counts[0] != best.N {
		t.Errorf("%d accounts, suggested %d", counts[0], best.N)
	}
}

func TestTheSampleSaysTooFewAndShowsTheInterviews(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	view := alignmentOf(t, app)
	if !view.TooFew || len(view.Focus) != 0 || view.Indicators < 5 {
		t.Errorf("%+v", view)
	}
	for name, i := range indicatorsOf(view) {
		if i.Reading != "too few" {
			t.Errorf("%s %s of %d", name, i.Reading, i.N)
		}
	}
	a := desktop.NewAlignment(app)
	all, err := a.Interviews("", "")
	if err != nil || len(all) < 8 {
		t.Fatalf("%d, %v", len(all), err)
	}
	spoil := indicatorsOf(view)["Goods that spoil"].ID
	some, err := a.Interviews(spoil, "")
	if err != nil || len(some) == 0 || len(some) >= len(all) || some[0].Value == "" || some[0].Answer == "" {
		t.Errorf("%+v, %v", some, err)
	}
	if found, err := desktop.NewCustomerTypes(app).Suggest(""); err != nil || !found.TooFew || len(found.Suggestions) != 0 {
		t.Errorf("%+v, %v", found, err)
	}
}

func setType(t *testing.T, app *desktop.App, account, customerType string) {
	t.Helper()
	_, err := app.PutForTest("account", success.ID(accountID(t, app, account)), success.Fields{"customer_type_id": []byte(`"` + customerType + `"`)})
	if err != nil {
		t.Fatal(err)
	}
}
