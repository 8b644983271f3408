package desktop_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/app/desktop"
)

func learningOf(t *testing.T, app *desktop.App, q desktop.LearningQuery) desktop.LearningView {
	t.Helper()
	view, err := desktop.NewLearning(app).Page(q)
	if err != nil {
		t.Fatal(err)
	}
	return view
}

func TestAQuestionIsAskedAnsweredLearnedFromAndTold(t *testing.T) {
	t.Parallel()
	app, _ := book(t, 10)
	l, history := desktop.NewLearning(app), desktop.NewHistory(app)
	if _, err := l.Ask(desktop.AskInput{Text: "Who is paid for today?", Type: "all", FromTeam: "Product", On: "2026-06-10"}); fieldOf(t, err) != "on" {
		t.Error(err)
	}
	if _, err := l.Ask(desktop.AskInput{Text: "Who is paid for today?"}); fieldOf(t, err) != "accounts" {
		t.Error(err)
	}
	if _, err := l.Ask(desktop.AskInput{Text: "Who is paid for today?", Type: "all", FromTeam: "Product"}); err != nil {
		t.Fatal(err)
	}
	view := learningOf(t, app, desktop.LearningQuery{State: "open", Team: "product"})
	if view.Total != 8 || view.Open != 8 || view.Rows[0].Question.AskedOn != "2026-06-09" {
		t.Fatalf("asked of those that have not left: %+v", view)
	}
	q := view.Rows[0]
	answer := desktop.AskedInput{ID: q.ID, Text: q.Question.Text, FromTeam: "Product", AskedOn: "2026-06-01", Answer: "The salesman.", AnsweredOn: "2026-05-01"}
	if _, err := l.WriteQuestion(answer); fieldOf(t, err) != "answered_on" {
		t.Error(err)
	}
	answer.AnsweredOn = ""
	if _, err := l.WriteQuestion(answer); err != nil {
		t.Fatal(err)
	}
	written, err := l.WriteInsight(desktop.LearnedInput{Account: q.Account, Question: q.ID, Text: "Promises are paid by the day.", Teams: []string{"Sales", "Product", "sales"}})
	if err != nil {
		t.Fatal(err)
	}
	view = learningOf(t, app, desktop.LearningQuery{State: "untold", Words: "paid by"})
	if view.Total != 1 || view.Answered != 1 || len(view.Rows[0].Insights) != 1 || len(view.Rows[0].Insights[0].Teams) != 2 {
		t.Fatalf("learned: %+v", view)
	}
	for _, team := range []string{"Product", "Sales"} {
		if _, err := l.Tell([]string{written.ID}, team, false); err != nil {
			t.Fatal(err)
		}
	}
	if view = learningOf(t, app, desktop.LearningQuery{State: "untold"}); view.Total != 0 || view.Learned != 1 {
		t.Errorf("told: %+v", view)
	}
	// Another word of it keeps who was told.
	if _, err := l.WriteInsight(desktop.LearnedInput{ID: written.ID, Text: "Promises are paid by the day, not by the lorry.", Teams: []string{"Product", "Support"}}); err != nil {
		t.Fatal(err)
	}
	got := learningOf(t, app, desktop.LearningQuery{State: "learned"}).Rows[0].Insights[0].Teams
	if want := []desktop.ToldView{{Team: "Product", SharedOn: "2026-06-09"}, {Team: "Support"}}; !cmp.Equal(want, got) {
		t.Errorf("teams: %+v", got)
	}
	for range 6 {
		if _, err := history.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if view = learningOf(t, app, desktop.LearningQuery{}); view.All != 0 {
		t.Errorf("one undo takes all eight questions back: %+v", view)
	}
}

func TestADigestHoldsWhatIsForTheTeamAndNothingElse(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	l := desktop.NewLearning(app)
	product, err := l.Digest("product", "2026-05-01", "2026-06-09")
	if err != nil || len(product.Told) == 0 || product.Accounts == 0 {
		t.Fatalf("%+v, %v", product, err)
	}
	text, err := json.Marshal(product)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range learningOf(t, app, desktop.LearningQuery{State: "learned"}).Rows {
		for _, i := range row.Insights {
			for _, told := range i.Teams {
				in := strings.Contains(string(text), strings.Trim(quoted(i.Text), `"`))
				if len(i.Teams) == 1 && told.Team != "Product" && in {
					t.Errorf("%s was told %q", told.Team, i.Text)
				}
			}
		}
	}
	for _, leak := range []string{"@", "EUR", "arr", "risk", "verdict", "Ines Moreau"} {
		if strings.Contains(string(text), leak) {
			t.Errorf("the digest has %q: %s", leak, text)
		}
	}
	if _, err := l.Digest("product", "2026-06-09", "2026-05-01"); fieldOf(t, err) != "to" {
		t.Error(err)
	}
	path, err := l.SaveDigest("Product, June", "# Product\n")
	if err != nil {
		t.Fatal(err)
	}
	if saved, err := os.ReadFile(path); err != nil || string(saved) != "# Product\n" || !strings.HasSuffix(path, "Product, June.md") {
		t.Errorf("%s: %q, %v", path, saved, err)
	}
}

func TestFiguresAboutCSMsAreOffUntilTheyAreTurnedOn(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	view := learningOf(t, app, desktop.LearningQuery{})
	if view.CSMFigures || len(view.CSMs) != 0 {
		t.Errorf("%+v", view.CSMs)
	}
	if _, err := desktop.NewLearning(app).Page(desktop.LearningQuery{CSM: "Ines Moreau"}); fieldOf(t, err) != "csm" {
		t.Error(err)
	}
	if _, err := desktop.NewSettings(app).SetCSMFigures(true); err != nil {
		t.Fatal(err)
	}
	on := learningOf(t, app, desktop.LearningQuery{CSM: "Ines Moreau"})
	if !on.CSMFigures || len(on.CSMs) == 0 || on.All == 0 || on.All > view.All {
		t.Errorf("%+v", on)
	}
}

func TestCommonWordsAreCountedByAccountsAndNotByMentions(t *testing.T) {
	t.Parallel()
	app, ids := book(t, 4)
	fill(t, app, 4)
	l := desktop.NewLearning(app)
	addType(t, app, "Ports", desktop.RuleView{Indicator: ids["Industry"], Op: "is", Value: "Ports"})
	say := func(account, answer string) {
		t.Helper()
		if _, err := l.Ask(desktop.AskInput{Accounts: []string{accountID(t, app, account)}, Text: "Why?"}); err != nil {
			t.Fatal(err)
		}
		row := learningOf(t, app, desktop.LearningQuery{State: "open"}).Rows[0]
		if _, err := l.WriteQuestion(desktop.AskedInput{ID: row.ID, Text: "Why?", Answer: answer}); err != nil {
			t.Fatal(err)
		}
	}
	say("Client 000", "The papers were late, and late papers cost a shift.")
	say("Client 002", "A paper without a signature.")
	say("Client 001", "Papers, papers, papers and the signature.")
	views, err := l.Common()
	if err != nil || len(views) != 2 {
		t.Fatalf("%+v, %v", views, err)
	}
	ports := views[0]
	// Client 000 has left: it says something and is not counted among those that are there.
	if ports.Name != "Ports" || ports.Accounts != 1 || ports.Spoke != 2 || len(ports.Words) != 1 || ports.Words[0].Word != "papers" && ports.Words[0].Word != "paper" || ports.Words[0].N != 2 {
		t.Errorf("%+v", ports)
	}
	if none := views[1]; none.Type != "" || none.Spoke != 1 || len(none.Words) != 0 || none.Shared[0].N != 2 {
		t.Errorf("%+v", none)
	}
}

func quoted(text string) string {
	raw, err := json.Marshal(text)
	if err != nil {
		panic(err) // no text fails
	}
	return string(raw)
}
