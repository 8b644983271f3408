package success_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/success"
)

// busy is an account that asks for one thing of every kind on 9 June 2026, its
// renewal being decided on 31 July.
func busy() *success.File {
	month, notice := success.Count(30), success.Count(31)
	baseline, target := 60.0, 20.0
	account := success.Account{Meta: meta(1), Name: "Harbour"}
	return &success.File{
		Account: account,
		Terms:   []success.Term{{Meta: meta(2), AccountID: testID(1), Start: day("2025-08-31"), End: day("2026-08-31"), NoticeDays: &notice}},
		Stakeholders: []success.Stakeholder{
			{Meta: meta(3), AccountID: testID(1), Name: "Ruth"},
			{Meta: meta(4), AccountID: testID(1), Name: "Ida", LeftOn: day("2026-01-01")},
		},
		Plans: []success.SuccessPlan{{Meta: meta(5), AccountID: testID(1), TermID: testID(2), Status: "active"}},
		Outcomes: []success.Outcome{
			{Meta: meta(6), PlanID: testID(5), Statement: "On time", QuotedStakeholderID: testID(3), SaidOn: day("2025-12-10")},
			{Meta: meta(7), PlanID: testID(5), Statement: "Fresh", ValidatedBy: testID(3), ValidatedOn: day("2026-05-01")},
			{Meta: meta(8), PlanID: testID(5), Statement: "Dropped", Status: "dropped"},
		},
		Measures: []success.Measure{
			{Meta: meta(9), OutcomeID: testID(6), Name: "Hours", Baseline: &baseline, Target: &target, CadenceDays: &month},
			{Meta: meta(10), OutcomeID: testID(6), Name: "Without a cadence", Baseline: &baseline, Target: &target},
		},
		Readings: []success.Reading{
			{Meta: meta(11), MeasureID: testID(9), On: day("2026-05-01"), Value: 50},
			{Meta: meta(12), MeasureID: testID(9), On: day("2026-03-01"), Value: 55},
		},
		Milestones: []success.Milestone{
			{Meta: meta(13), PlanID: testID(5), Title: "Ours", Due: day("2026-06-08")},
			{Meta: meta(14), PlanID: testID(5), Title: "Theirs", Side: "client", Due: day("2026-06-03")},
			{Meta: meta(15), PlanID: testID(5), Title: "Due today", Due: day("2026-06-09")},
			{Meta: meta(16), PlanID: testID(5), Title: "Done", Due: day("2026-06-01"), DoneOn: day("2026-06-01")},
		},
		Touchpoints: []success.Touchpoint{
			{Meta: meta(17), AccountID: testID(1), On: day("2026-06-09"), Direction: "in", Leaving: true},
			{Meta: meta(18), AccountID: testID(1), On: day("2026-06-01"), Direction: "in", TouchKind: "support"},
			{Meta: meta(19), AccountID: testID(1), On: day("2026-06-05"), Direction: "in", NeedsReplyBy: day("2026-06-16")},
			{Meta: meta(20), AccountID: testID(1), On: day("2026-06-05"), Direction: "in", NeedsReplyBy: day("2026-06-17")},
			{Meta: meta(21), AccountID: testID(1), On: day("2026-06-01"), Direction: "in", TouchKind: "support", RepliedOn: day("2026-06-02")},
		},
		Questions: []success.Question{
			{Meta: meta(22), AccountID: testID(1), Text: "Old", AskedOn: day("2026-04-25")},
			{Meta: meta(23), AccountID: testID(1), Text: "Young", AskedOn: day("2026-04-26")},
		},
	}
}

func keys(todos []success.Todo) []string {
	var out []string
	for _, t := range todos {
		now := ""
		if t.Now {
			now = " now"
		}
		out = append(out, t.Key()+" "+t.Since.String()+now)
	}
	return out
}

func TestAnAccountAsksForWhatDoesHarmFirst(t *testing.T) {
	t.Parallel()
	id := func(n int) string { return string(testID(n)) }
	want := []string{
		"leaving:" + id(17) + " 2026-06-09 now",
		"gate:" + id(2) + ":60 2026-06-01 now",
		"message:" + id(18) + " 2026-06-08 now",
		"promise:" + id(13) + " 2026-06-08 now",
		"story:" + id(2) + " 2026-07-31 now",
		"message:" + id(19) + " 2026-06-16",
		"reading:" + id(9) + " 2026-05-31",
		"promise:" + id(14) + " 2026-06-03",
		"question:" + id(22) + " 2026-04-25",
		"validate:" + id(5) + " 2026-06-09",
	}
	if diff := cmp.Diff(want, keys(success.Todos(busy(), &success.Settings{}, ninthOfJune))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWhatIsDoneIsNotAskedForAgain(t *testing.T) {
	t.Parallel()
	f := busy()
	f.Touchpoints[0].RepliedOn, f.Touchpoints[1].RepliedOn, f.Touchpoints[2].RepliedOn = ninthOfJune, ninthOfJune, ninthOfJune
	f.Renewals = []success.Renewal{{Meta: meta(30), TermID: testID(2), Gates: []success.GateCall{{DaysBefore: 60, Call: "at risk"}}}}
	f.Milestones[0].DoneOn, f.Milestones[1].DoneOn = ninthOfJune, ninthOfJune
	f.Stories = []success.Story{{Meta: meta(31), TermID: testID(2)}}
	f.Evidence = []success.Evidence{{Meta: meta(32), Subject: success.Link{Kind: "measure", ID: testID(9)}, EvidenceKind: "note",
		Title: success.NotMeasuredTitle, On: ninthOfJune, Internal: true}}
	f.Questions[0].AnsweredOn = ninthOfJune
	f.Outcomes[0].ValidatedBy, f.Outcomes[0].ValidatedOn = testID(3), ninthOfJune
	if got := keys(success.Todos(f, &success.Settings{}, ninthOfJune)); len(got) != 0 {
		t.Errorf("still asks for %v", got)
	}
}

func TestOnlySomebodyWhoIsThereStandsByAnOutcome(t *testing.T) {
	t.Parallel()
	f := busy()
	f.Outcomes[1].ValidatedBy = testID(4)
	outcomes, last := success.ToValidate(f, ninthOfJune)
	if len(outcomes) != 2 || last[0] != day("2025-12-10") || last[1] != 0 {
		t.Errorf("%d outcomes, last %v", len(outcomes), last)
	}
	for _, todo := range success.Todos(f, &success.Settings{}, ninthOfJune) {
		if todo.Kind == success.TodoValidate && todo.Number != 2 {
			t.Errorf("%+v", todo)
		}
	}
}

func TestATermThatHasEndedWantsAResultAndNoCall(t *testing.T) {
	t.Parallel()
	for _, todo := range success.Todos(busy(), &success.Settings{}, day("2026-08-31")) {
		if todo.Kind == success.TodoGate || todo.Kind == success.TodoStory {
			t.Errorf("asks for %s", todo.Key())
		}
	}
	if got := success.Todos(busy(), &success.Settings{}, day("2026-03-01")); got[0].Kind == success.TodoGate {
		t.Errorf("152 days before the decision a call is due: %v", keys(got))
	}
	f := busy()
	f.Account.CancelledOn = ninthOfJune
	if got := success.Todos(f, &success.Settings{}, ninthOfJune); got != nil {
		t.Errorf("a cancelled account asks for %v", keys(got))
	}
}

func TestAmongEqualsTheHourGoesWhereTendingHelps(t *testing.T) {
	t.Parallel()
	first := success.Todo{Kind: success.TodoReading, Since: day("2026-06-01")}
	second := first
	second.Nth = 1
	older := first
	older.Since = day("2026-05-01")
	for name, got := range map[string]int{
		"somebody's first before anybody's second": first.Compare(&second, success.TendCritical, 0, success.TendNew, 0),
		"the group of the standing order":          first.Compare(&older, success.TendSilent, 0, success.TendRest, 0),
		"the place in the group":                   first.Compare(&older, success.TendRest, -3, success.TendRest, 0),
		"then what waits longest":                  older.Compare(&first, success.TendRest, 0, success.TendRest, 0),
	} {
		if got >= 0 {
			t.Errorf("%s: %d", name, got)
		}
	}
}

func TestSnoozedIsBackOnItsDay(t *testing.T) {
	t.Parallel()
	a := &success.Account{SetAside: map[string]json.RawMessage{
		"reading:1": json.RawMessage(`{"until":"2026-06-10"}`), "gate:2:60": json.RawMessage(`{"reason":"Their board decides"}`),
		"story:3": json.RawMessage(`{}`), "story:4": json.RawMessage(`7`),
	}}
	asides := success.Asides(a)
	if len(asides) != 2 {
		t.Fatalf("%v", asides)
	}
	snoozed, muted := asides["reading:1"], asides["gate:2:60"]
	if !snoozed.Holds(ninthOfJune) || snoozed.Holds(day("2026-06-10")) || !muted.Holds(day("2036-01-01")) {
		t.Errorf("%+v, %+v", snoozed, muted)
	}
}

func TestMonitorIsNoCallFromNinetyDaysOn(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		days := success.Count(rapid.IntRange(1, 400).Draw(t, "days"))
		call := rapid.SampledFrom([]string{"on track", "at risk", "monitor", "", "soup"}).Draw(t, "call")
		ok := call == "on track" || call == "at risk" || call == "monitor" && days > 90
		if err := success.CheckCall(success.GateCall{DaysBefore: days, Call: call}); (err == nil) != ok {
			t.Fatalf("%q at %d days: %v", call, days, err)
		}
	})
}

func TestTheSameThingsAreAskedForEveryTime(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		on := ninthOfJune.AddDays(rapid.IntRange(-400, 400).Draw(t, "days"))
		todos := success.Todos(busy(), &success.Settings{}, on)
		seen := map[string]bool{}
		for i, todo := range todos {
			if seen[todo.Key()] {
				t.Fatalf("%s is asked for twice", todo.Key())
			}
			seen[todo.Key()] = true
			if i > 0 && todos[i-1].Compare(&todo, 0, 0, 0, 0) > 0 && todos[i-1].Nth <= todo.Nth {
				t.Fatalf("%s stands before %s", todos[i-1].Key(), todo.Key())
			}
		}
		if diff := cmp.Diff(keys(todos), keys(success.Todos(busy(), &success.Settings{}, on))); diff != "" {
			t.Fatal(diff)
		}
	})
}
