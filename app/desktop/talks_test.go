package desktop_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

func talksOf(t *testing.T, app *desktop.App, account string) desktop.TalksView {
	t.Helper()
	page, err := desktop.NewTalks(app).Page(account)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func talkOf(t *testing.T, app *desktop.App, account, id string) desktop.TalkView {
	t.Helper()
	page := talksOf(t, app, account)
	at := slices.IndexFunc(page.Items, func(v desktop.TalkView) bool { return v.ID == id })
	if at < 0 {
		t.Fatalf("%s is not in the stream", id)
	}
	return page.Items[at]
}

func refused(t *testing.T, err error, field string) {
	t.Helper()
	var problem *success.Error
	if !errors.As(err, &problem) || problem.Field != field {
		t.Errorf("got %v, expected a refusal of %s", err, field)
	}
}

func TestAMessageIsOwedAnAnswerUntilItIsMarked(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	talks, account := desktop.NewTalks(app), accountID(t, app, "Nordhavn Freight")
	before := talksOf(t, app, account)
	made, err := talks.Write(desktop.RecordInput{Account: account, Kind: "touchpoint", Fields: map[string]string{
		"on": "2026-06-01", "direction": "in", "kind": "engage", "summary": "Asks for the year's numbers", "needs_reply_by": "2026-06-03",
		"stakeholder_ids": before.People[0].ID + " " + before.People[1].ID, "leaving": "true",
	}})
	if err != nil {
		t.Fatal(err)
	}
	late := talkOf(t, app, account, made.ID)
	if late.Reply != "late" || late.Due != "2026-06-03" || !late.Leaving || len(late.People) != 2 || late.ReplyDays != nil {
		t.Errorf("%+v", late)
	}
	if open := talksOf(t, app, account).Replies; open.Open != before.Replies.Open+1 || open.Late != before.Replies.Late+1 {
		t.Errorf("the record says %+v", open)
	}
	_, err = talks.Replied(account, made.ID, "2026-05-31")
	refused(t, err, "replied_on")
	_, err = talks.Replied(account, made.ID, "2026-06-10")
	refused(t, err, "replied_on")
	if _, err = talks.Replied(account, made.ID, "2026-06-09"); err != nil {
		t.Fatal(err)
	}
	if now := talkOf(t, app, account, made.ID); now.Reply != "too late" || now.ReplyDays == nil || *now.ReplyDays != 8 {
		t.Errorf("%+v", now)
	}
	undone, err := desktop.NewHistory(app).Undo()
	if err != nil || undone.Screen.Name != "conversations" || undone.Screen.Account != account {
		t.Errorf("undone on %+v, %v", undone.Screen, err)
	}
	if talkOf(t, app, account, made.ID).Reply != "late" {
		t.Error("the undo did not take the mark back")
	}
}

func TestTheStreamHoldsWhatWasAskedAndLearned(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	talks, account := desktop.NewTalks(app), accountID(t, app, "Nordhavn Freight")
	made, err := talks.Write(desktop.RecordInput{Account: account, Kind: "question", Fields: map[string]string{"text": "Who packs at night?", "asked_on": "2026-06-08"}})
	if err != nil {
		t.Fatal(err)
	}
	if q := talkOf(t, app, account, made.ID); q.OpenDays == nil || *q.OpenDays != 1 {
		t.Errorf("%+v", q)
	}
	if _, err := talks.Write(desktop.RecordInput{Account: account, Kind: "question", ID: made.ID, Fields: map[string]string{"answer": "Jens does"}}); err != nil {
		t.Fatal(err)
	}
	if q := talkOf(t, app, account, made.ID); q.AnsweredOn != "2026-06-09" || q.OpenDays != nil {
		t.Errorf("an answer has no day: %+v", q)
	}
	insight, err := talks.Write(desktop.RecordInput{Account: account, Kind: "insight", Fields: map[string]string{"text": "Nights are Jens's", "question_id": made.ID}})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := talks.Share(account, insight.ID, " Product ", "2026-06-09"); err != nil {
			t.Fatal(err)
		}
	}
	if got := talkOf(t, app, account, insight.ID); len(got.Teams) != 1 || got.Teams[0].Team != "Product" || got.Question != made.ID {
		t.Errorf("%+v", got)
	}
	if _, err := talks.Share(account, insight.ID, "Product", ""); err != nil || len(talkOf(t, app, account, insight.ID).Teams) != 0 {
		t.Errorf("the team is still told: %v", err)
	}
	_, err = talks.Share(account, insight.ID, " ", "2026-06-09")
	refused(t, err, "team")
	_, err = talks.Write(desktop.RecordInput{Account: account, Kind: "touchpoint", Fields: map[string]string{"on": "2026-06-09", "summary": ""}})
	refused(t, err, "summary")
	_, err = talks.Write(desktop.RecordInput{Account: account, Kind: "benefit", Fields: map[string]string{"title": "x"}})
	refused(t, err, "kind")
	if _, err := talks.Delete(account, "question", made.ID); err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(talksOf(t, app, account).Items, func(v desktop.TalkView) bool { return v.ID == made.ID }) {
		t.Error("the question is still there")
	}
}

const page = "@ Mette, Ruth Penhale (Harbour master)\n? What held the last truck?\n= The papers\n! Papers have no owner\n" +
	"\" We pay for late - Henrik Dahl\n$ 12k/yr cost, 40 people, night desk\n> us: send report by 30 Jun\n> Henrik Dahl: ask the board by 20 Jun\n# late 4\nCoffee was cold."

func TestNothingIsSavedBeforeThePageIsAccepted(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	capture, account := desktop.NewCapture(app), accountID(t, app, "Nordhavn Freight")
	before := talksOf(t, app, account)
	in := desktop.CaptureInput{Account: account, Text: page}
	view, err := capture.Preview(in)
	if err != nil {
		t.Fatal(err)
	}
	if err := capture.KeepDraft(`{"text":"x"}`); err != nil {
		t.Fatal(err)
	}
	if got := talksOf(t, app, account); len(got.Items) != len(before.Items) || len(got.People) != len(before.People) {
		t.Fatal("looking saved something")
	}
	if draft, err := capture.Draft(); err != nil || draft != `{"text":"x"}` {
		t.Errorf("the draft is %q, %v", draft, err)
	}
	if view.Records < 8 || len(view.People) != 2 || view.People[1].ID != "" || !strings.Contains(view.Note, "Coffee") || !strings.Contains(view.Note, "# late 4") {
		t.Errorf("%+v", view)
	}
	written, err := capture.Accept(in)
	if err != nil {
		t.Fatal(err)
	}
	if draft, err := capture.Draft(); err != nil || draft != "" {
		t.Errorf("the draft is still there: %q, %v", draft, err)
	}
	after := talksOf(t, app, account)
	if len(after.People) != len(before.People)+1 || len(after.Items) != len(before.Items)+3 {
		t.Errorf("%d people, %d items", len(after.People), len(after.Items))
	}
	recap, err := desktop.NewTalks(app).Recap(account, written.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(recap.To) != 2 || len(recap.Ours) != 1 || recap.Ours[0].Due != "2026-06-30" || len(recap.Theirs) != 1 || recap.Theirs[0].Who != "Henrik Dahl" ||
		len(recap.Asked) != 1 || recap.Summary != "" || recap.LeftOut != 3 {
		t.Errorf("%+v", recap)
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if got := talksOf(t, app, account); len(got.Items) != len(before.Items) || len(got.People) != len(before.People) {
		t.Error("one undo left something of the page")
	}
	_, err = capture.Accept(desktop.CaptureInput{Account: account, Text: " \n"})
	refused(t, err, "text")
}

func TestWhatAPreviewProposesIsCorrectedBeforeItIsSaved(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	capture, account := desktop.NewCapture(app), accountID(t, app, "Nordhavn Freight")
	about, err := capture.Account(account)
	if err != nil || len(about.Measures) == 0 || len(about.Outcomes) == 0 || !about.HasPlan {
		t.Fatalf("%+v, %v", about, err)
	}
	in := desktop.CaptureInput{
		Account: account, Text: "# late 4\n! keep me\n\" Well - Mette\n$ 12k/yr cost, quiet nights", Plain: []int{2}, Names: map[string]string{"mette": about.People[0].ID},
		Fixes: []desktop.CaptureFix{
			{Line: 1, Kind: "reading", Field: "measure_id", Value: about.Measures[0].ID},
			{Line: 3, Kind: "evidence", Field: "subject", Value: "outcome " + about.Outcomes[0].ID},
			{Line: 4, Kind: "benefit_step", Field: "amount", Value: "9000 EUR"},
			{Line: 0, Kind: "touchpoint", Field: "internal", Value: "true"},
		},
	}
	view, err := capture.Preview(in)
	if err != nil {
		t.Fatal(err)
	}
	line := func(n int) desktop.CaptureLineView {
		return view.Lines[slices.IndexFunc(view.Lines, func(l desktop.CaptureLineView) bool { return l.Line == n })]
	}
	value := func(n int, kind, field string) string {
		for _, r := range line(n).Records {
			for _, f := range r.Fields {
				if r.Kind == kind && f.Name == field {
					return f.Value
				}
			}
		}
		return ""
	}
	if !line(2).Plain || value(1, "reading", "measure_id") != about.Measures[0].ID || value(3, "evidence", "stakeholder_id") != about.People[0].ID ||
		value(3, "evidence", "subject") != "outcome "+about.Outcomes[0].ID || value(4, "benefit_step", "amount") != "9000 EUR" {
		t.Errorf("%+v", view.Lines)
	}
	written, err := capture.Accept(in)
	if err != nil {
		t.Fatal(err)
	}
	if got := talkOf(t, app, account, written.ID); !got.Internal || got.Text != "! keep me" {
		t.Errorf("%+v", got)
	}
	_, err = desktop.NewTalks(app).Recap(account, written.ID)
	refused(t, err, "")
	in.Fixes = []desktop.CaptureFix{{Line: 3, Kind: "evidence", Field: "subject", Value: "account x"}}
	_, err = capture.Preview(in)
	refused(t, err, "subject")
	in.Fixes, in.On = nil, "2026-06-10"
	_, err = capture.Preview(in)
	refused(t, err, "on")
}

// TestEachWordOfAPageIsInWhatWasSaved goes the whole way: pages of odd lines are
// accepted, and each of their words is looked for in the records.
func TestEachWordOfAPageIsInWhatWasSaved(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	capture, account := desktop.NewCapture(app), accountID(t, app, "Nordhavn Freight")
	random := rand.New(rand.NewPCG(5, 9))
	signs := []string{"? ", "= ", "! ", "\" ", "= ", "", " ", "# ", "> ", "@ "}
	for n := range 25 {
		var text strings.Builder
		for line := range 6 {
			text.WriteString(signs[random.IntN(len(signs))])
			for word := range 1 + random.IntN(4) {
				fmt.Fprintf(&text, "wörd%dx%dx%d%s", n, line, word, []string{" ", ", ", " (", ") ", ": ", " — "}[random.IntN(6)])
			}
			text.WriteString("\n")
		}
		written, err := capture.Accept(desktop.CaptureInput{Account: account, Text: text.String()})
		if err != nil {
			t.Fatalf("%q: %v", text.String(), err)
		}
		found, err := desktop.NewChronicle(app).Page(desktop.ChronicleQuery{Account: account, Action: written.Action.ID})
		if err != nil {
			t.Fatal(err)
		}
		var saved strings.Builder
		for _, action := range found.Actions {
			for _, change := range action.Changes {
				fmt.Fprintln(&saved, change.Title, change.To)
				for _, v := range talksOf(t, app, account).Items {
					if v.ID == change.ID {
						fmt.Fprintln(&saved, v.Text, v.Answer)
					}
				}
			}
		}
		list, err := desktop.NewEvidence(app).List(account, "", "")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range list {
			fmt.Fprintln(&saved, e.Title, e.Body)
		}
		for _, p := range talksOf(t, app, account).People {
			fmt.Fprintln(&saved, p.Name, p.Title)
		}
		for _, word := range strings.FieldsFunc(text.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if !strings.Contains(saved.String(), word) {
				t.Fatalf("%q of %q is nowhere in\n%s", word, text.String(), saved.String())
			}
		}
	}
}

func TestADraftBelongsToItsWorkspace(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	capture := desktop.NewCapture(app)
	if err := capture.KeepDraft("one"); err != nil {
		t.Fatal(err)
	}
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Other", "EUR"); err != nil {
		t.Fatal(err)
	}
	if draft, err := capture.Draft(); err != nil || draft != "" {
		t.Errorf("another workspace shows %q, %v", draft, err)
	}
	if err := capture.KeepDraft(""); err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(filepath.Dir(app.LastPath()), "..", "state", "notes-*"))
	if err != nil || len(paths) != 1 {
		t.Errorf("drafts: %v, %v", paths, err)
	}
}
