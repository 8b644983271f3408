package desktop_test

import (
	"fmt"
	"math"
	"slices"
	"sync"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// linesOf are the accounts on a page, in order; a group's head is "[key]".
func linesOf(page desktop.PortfolioPageView) []string {
	var names []string
	for i := range page.Rows {
		if row := &page.Rows[i]; row.Head == nil {
			names = append(names, row.Name)
		} else {
			names = append(names, "["+row.Head.Key+"]")
		}
	}
	return names
}

func filtered(t *testing.T, p *desktop.Portfolio, filters ...desktop.PortfolioFilter) []string {
	t.Helper()
	return linesOf(pageOf(t, p, desktop.PortfolioQuery{Sort: "name", Filters: filters}))
}

func only(field, op string, values ...string) desktop.PortfolioFilter {
	return desktop.PortfolioFilter{Field: field, Op: op, Values: values}
}

func TestThePortfolioIsFilteredByAnything(t *testing.T) {
	t.Parallel()
	p := desktop.NewPortfolio(newSample(t))
	all := pageOf(t, p, desktop.PortfolioQuery{Sort: "name"})
	holds := map[string]struct {
		filter desktop.PortfolioFilter
		passes func(r *desktop.PortfolioRowView) bool
	}{
		"risk":      {only("risk", "is", "critical", "at risk"), func(r *desktop.PortfolioRowView) bool { return r.Risk == "critical" || r.Risk == "at risk" }},
		"not csm":   {only("csm", "not", "Ines Moreau"), func(r *desktop.PortfolioRowView) bool { return r.CSM != "Ines Moreau" }},
		"arr":       {only("arr", "between", "100000", ""), func(r *desktop.PortfolioRowView) bool { return r.ARR >= 100000 }},
		"sale":      {only("sale", "is", "yes"), func(r *desktop.PortfolioRowView) bool { return r.Sale == "yes" }},
		"verdict":   {only("verdict", "is", "static"), func(r *desktop.PortfolioRowView) bool { return r.Verdict == "static" }},
		"phase":     {only("client_phase", "is", "renewal"), func(r *desktop.PortfolioRowView) bool { return r.Client == "renewal" }},
		"principle": {only("learning", "is", "none"), func(r *desktop.PortfolioRowView) bool { return r.Checks[3][0] == 0 && r.Checks[3][1] > 0 }},
		"renewal":   {only("renewal", "next", "90"), func(r *desktop.PortfolioRowView) bool { return r.Renewal != "" && r.Renewal <= "2026-09-07" }},
		"quarter":   {only("renewal", "quarter", "0"), func(r *desktop.PortfolioRowView) bool { return r.Renewal >= "2026-04-01" && r.Renewal <= "2026-06-30" }},
		"touch":     {only("last_touch", "before", "10"), func(r *desktop.PortfolioRowView) bool { return r.LastTouch <= "2026-05-30" }},
		"mismatch":  {only("mismatch", "not", ""), func(r *desktop.PortfolioRowView) bool { return len(r.Mismatches) > 0 }},
		"no type":   {only("type", "is", ""), func(r *desktop.PortfolioRowView) bool { return r.Type == "" }},
	}
	for name, c := range holds {
		var want []string
		for i := range all.Rows {
			if c.passes(&all.Rows[i]) {
				want = append(want, all.Rows[i].Name)
			}
		}
		if got := filtered(t, p, c.filter); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	both := filtered(t, p, only("verdict", "is", "static"), only("arr", "between", "", "50000"))
	if !slices.Equal(both, []string{"Solent Marine Supply", "Sundqvist Trävaror"}) {
		t.Errorf("static and small: %q", both)
	}
	for _, wrong := range []desktop.PortfolioFilter{only("colour", "is", "red"), only("arr", "between", "much", ""), only("csm", "is"), only("renewal", "next", "soon")} {
		if _, err := p.Page(desktop.PortfolioQuery{Sort: "name", Filters: []desktop.PortfolioFilter{wrong}}); err == nil {
			t.Errorf("%+v is answered", wrong)
		}
	}
}

func TestAGroupHasItsCountItsSumsAndFolds(t *testing.T) {
	t.Parallel()
	p := desktop.NewPortfolio(newSample(t))
	open := pageOf(t, p, desktop.PortfolioQuery{Sort: "arr", Descending: true, Group: "client_phase"})
	var heads []string
	var count int
	var arr float64
	for i := range open.Rows {
		if h := open.Rows[i].Head; h != nil {
			heads = append(heads, h.Key)
			count += h.Count
			arr += h.ARR
		}
	}
	if !slices.Equal(heads, []string{"new", "growing", "renewal", "cancelled"}) {
		t.Errorf("the groups are %q", heads)
	}
	headline, err := p.Headline()
	if err != nil || count != open.Found || open.Total != open.Found+len(heads) || math.Abs(arr-headline.ARR) > 0.01 {
		t.Errorf("%d of %d accounts, %v of %v, on %d lines, %v", count, open.Found, arr, headline.ARR, open.Total, err)
	}
	folded := pageOf(t, p, desktop.PortfolioQuery{Sort: "arr", Group: "client_phase", Folded: []string{"growing", "new"}})
	if folded.Found != open.Found || folded.Total >= open.Total || !folded.Rows[0].Head.Folded || folded.Rows[1].Head == nil {
		t.Errorf("folded: %q", linesOf(folded))
	}
	ids, err := p.IDs(desktop.PortfolioQuery{Sort: "arr", Group: "client_phase", Folded: []string{"growing"}}, 0, -1)
	if err != nil || len(ids) != open.Found {
		t.Errorf("all are %d of %d, %v", len(ids), open.Found, err)
	}
}

func TestTheStandingOrderHasTheCriticalApart(t *testing.T) {
	t.Parallel()
	p := desktop.NewPortfolio(newSample(t))
	page := pageOf(t, p, desktop.PortfolioQuery{Sort: "standing"})
	group := ""
	for i := range page.Rows {
		row := &page.Rows[i]
		switch {
		case row.Head != nil:
			group = row.Head.Key
		case (row.Risk == "critical") != (group == "tending:critical"):
			t.Errorf("%s (%s) stands in %s", row.Name, row.Risk, group)
		}
	}
	if group == "" {
		t.Error("no group stands apart")
	}
}

func TestManyAreChangedAndOneUndoTakesItBack(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	p := desktop.NewPortfolio(app)
	ids, err := p.IDs(desktop.PortfolioQuery{Sort: "name"}, 0, -1)
	if err != nil {
		t.Fatal(err)
	}
	before := filtered(t, p, only("csm", "is", "Ada Brandt"))
	done, err := p.Change(desktop.PortfolioChangeInput{Accounts: ids, Field: "csm", Value: " Ada Brandt "})
	if err != nil || done.Changed != len(ids)-len(before) || done.Same != len(before) {
		t.Fatalf("%+v, %v", done, err)
	}
	if got := filtered(t, p, only("csm", "is", "Ada Brandt")); len(got) != len(ids) {
		t.Errorf("%d of %d are Ada's", len(got), len(ids))
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if got := filtered(t, p, only("csm", "is", "Ada Brandt")); !slices.Equal(got, before) {
		t.Errorf("after the undo %q are Ada's", got)
	}
	if _, err := p.Change(desktop.PortfolioChangeInput{Accounts: ids[:3], Field: "tags", Add: []string{"spring"}}); err != nil {
		t.Fatal(err)
	}
	tagged := pageOf(t, p, desktop.PortfolioQuery{Sort: "name", Filters: []desktop.PortfolioFilter{only("tag", "is", "spring")}})
	again, err := p.Change(desktop.PortfolioChangeInput{Accounts: ids[:3], Field: "tags", Remove: []string{"spring"}})
	if err != nil || tagged.Found != 3 || again.Changed != 3 {
		t.Errorf("%d had the tag, %+v, %v", tagged.Found, again, err)
	}
	if _, err := p.Delete(ids[:2]); err != nil {
		t.Fatal(err)
	}
	if page := pageOf(t, p, desktop.PortfolioQuery{Sort: "name"}); page.All != len(ids)-2 {
		t.Errorf("%d accounts are left of %d", page.All, len(ids))
	}
}

func TestAParentShowsWhatStandsBelowItAndNobodyBelowThemselves(t *testing.T) {
	t.Parallel()
	p := desktop.NewPortfolio(newSample(t))
	euros := desktop.PortfolioQuery{Sort: "name", Filters: []desktop.PortfolioFilter{only("currency", "is", "EUR")}}
	ids, err := p.IDs(euros, 0, -1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Change(desktop.PortfolioChangeInput{Accounts: ids[1:3], Field: "parent", Value: ids[0]}); err != nil {
		t.Fatal(err)
	}
	page := pageOf(t, p, euros)
	want := page.Rows[0].ARR + page.Rows[1].ARR + page.Rows[2].ARR
	if below := page.Rows[0].Below; below == nil || below.Accounts != 2 || below.ARR != want {
		t.Errorf("below it stand %+v, want an ARR of %v", below, want)
	}
	if page.Rows[1].Parent != page.Rows[0].Name {
		t.Errorf("%s stands below %q", page.Rows[1].Name, page.Rows[1].Parent)
	}
	if _, err := p.Change(desktop.PortfolioChangeInput{Accounts: ids[:1], Field: "parent", Value: ids[1]}); err == nil {
		t.Error("an account stands below itself")
	}
	family := pageOf(t, p, desktop.PortfolioQuery{Sort: "name", Group: "parent"})
	if h := family.Rows[0].Head; h == nil || h.Count != 3 || h.Label != page.Rows[0].Name {
		t.Errorf("the family is headed by %+v", h)
	}
	none, err := p.Change(desktop.PortfolioChangeInput{Accounts: ids[:3], Field: "parent", Value: ids[0]})
	if err != nil || none.LeftOut != 1 || none.Same != 2 {
		t.Errorf("%+v, %v", none, err)
	}
}

func TestAViewIsSavedRenamedAndTakenBack(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	views := desktop.NewSavedViews(app)
	saved, err := views.Save(desktop.SavedViewInput{Name: " My  hour ", Shows: `{"sort":"arr"}`})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := views.Save(desktop.SavedViewInput{Name: "my hour", Shows: `{}`}); err == nil {
		t.Error("two views have one name")
	}
	if _, err := views.Save(desktop.SavedViewInput{ID: saved.ID, Name: "Monday", Shows: `{"sort":"name"}`}); err != nil {
		t.Fatal(err)
	}
	list, err := views.List()
	if err != nil || len(list) != 1 || list[0].Name != "Monday" || list[0].Shows != `{"sort":"name"}` {
		t.Fatalf("%+v, %v", list, err)
	}
	if _, err := views.Delete(saved.ID); err != nil {
		t.Fatal(err)
	}
	undone, err := desktop.NewHistory(app).Undo()
	if err != nil || undone.Screen.Name != "portfolio" {
		t.Fatalf("%+v, %v", undone, err)
	}
	if list, err := views.List(); err != nil || len(list) != 1 {
		t.Errorf("after the undo there are %+v, %v", list, err)
	}
}

func TestAFilterOffersWhatAccountsHave(t *testing.T) {
	t.Parallel()
	p := desktop.NewPortfolio(newSample(t))
	for field, least := range map[string]int{"csm": 2, "type": 1, "risk": 3, "flag": 3, "client_phase": 3} {
		choices, err := p.Choices(field)
		if err != nil || len(choices) < least || choices[0].Label == "" {
			t.Errorf("%s: %+v, %v", field, choices, err)
		}
		for i := 1; i < len(choices); i++ {
			if choices[i-1].Count < choices[i].Count {
				t.Errorf("%s: %+v stands before %+v", field, choices[i-1], choices[i])
			}
		}
	}
}

func TestAChangeOfManyAndItsUndoAreJobsThatCanBeStopped(t *testing.T) {
	t.Parallel()
	app, sh := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Quayside", "EUR"); err != nil {
		t.Fatal(err)
	}
	const many = 600
	err := app.DoForTest("Import", func(tx *workspace.Tx) error {
		for i := range many {
			if _, err := tx.Create(&success.Account{Name: fmt.Sprintf("Account %d", i)}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	p, jobs, history := desktop.NewPortfolio(app), desktop.NewJobs(app), desktop.NewHistory(app)
	ids, err := p.IDs(desktop.PortfolioQuery{Sort: "name"}, 0, -1)
	if err != nil || len(ids) != many {
		t.Fatalf("%d accounts (%v)", len(ids), err)
	}
	var mu sync.Mutex
	stop, last := true, desktop.JobView{}
	sh.hear = func(name string, data any) {
		job, ok := data.(desktop.JobView)
		if name != "job" || !ok {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		if last = job; stop && job.State == "running" {
			if err := jobs.Cancel(job.ID); err != nil {
				t.Error(err)
			}
		}
	}
	stopping := func(on bool) {
		mu.Lock()
		stop = on
		mu.Unlock()
	}
	newest := func() string {
		actions, err := history.Recent()
		if err != nil || len(actions) == 0 {
			t.Fatalf("%d actions (%v)", len(actions), err)
		}
		return actions[0].Label
	}
	change := desktop.PortfolioChangeInput{Accounts: ids, Field: "csm", Value: "Ada Brandt"}
	if _, err := p.Change(change); desktop.ProblemOf(err).Code != success.CodeCancelled || newest() != "Import" {
		t.Fatalf("stopped: %v, and the newest action is %q", err, newest())
	}
	stopping(false)
	done, err := p.Change(change)
	if err != nil || done.Changed != many || done.Action.Records != many {
		t.Fatalf("%+v, %v", done, err)
	}
	stopping(true)
	if _, err := history.Undo(); desktop.ProblemOf(err).Code != success.CodeCancelled || newest() != done.Action.Label {
		t.Fatalf("the undo was stopped: %v, and the newest action is %q", err, newest())
	}
	stopping(false)
	if undone, err := history.Undo(); err != nil || undone.Action.ID != done.Action.ID || len(undone.Kept) != 0 {
		t.Fatalf("%+v, %v", undone, err)
	}
	mu.Lock()
	defer mu.Unlock()
	if last.Kind != "undo" || last.State != "done" || last.Total != many {
		t.Errorf("the undo was told as %+v", last)
	}
}
