package success_test

import (
	"slices"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

func days(n success.Count) *success.Count { return &n }

// handedOver is an account with somebody of each sort, and something of each kind
// to do.
func handedOver() *success.File {
	on := success.MustDate("2026-06-09")
	made := success.InstantOf(on.AddDays(-400).Time())
	meta := func(id string) success.Meta { return success.Meta{ID: success.ID(id), CreatedAt: made} }
	f := &success.File{Account: success.Account{Meta: meta("account"), Name: "Nordhavn", StartDate: on.AddDays(-400)}}
	f.Terms = []success.Term{{Meta: meta("term"), AccountID: "account", Start: on.AddDays(-300), End: on.AddDays(65)}}
	f.Stakeholders = []success.Stakeholder{
		{Meta: meta("blocker"), AccountID: "account", Name: "B", Role: "blocker", Influence: days(3)},
		{Meta: meta("user"), AccountID: "account", Name: "U", Role: "user"},
		{Meta: meta("buyer"), AccountID: "account", Name: "E", Role: "economic buyer", Influence: days(3)},
		{Meta: meta("gone"), AccountID: "account", Name: "G", Role: "champion", LeftOn: on.AddDays(-5)},
		{Meta: meta("champion"), AccountID: "account", Name: "C", Role: "champion", Stance: days(2)},
		{Meta: meta("foe"), AccountID: "account", Name: "F", Role: "executive sponsor", Stance: days(-1)},
	}
	f.Plans = []success.SuccessPlan{{Meta: meta("plan"), AccountID: "account", TermID: "term", Status: "active"}}
	f.Milestones = []success.Milestone{
		{Meta: meta("soon"), PlanID: "plan", Title: "soon", Side: "client", Due: on.AddDays(10)},
		{Meta: meta("late"), PlanID: "plan", Title: "late", Side: "us", Due: on.AddDays(-3)},
		{Meta: meta("later"), PlanID: "plan", Title: "later", Side: "us", Due: on.AddDays(15)},
		{Meta: meta("done"), PlanID: "plan", Title: "done", Side: "us", Due: on.AddDays(2), DoneOn: on.AddDays(-1)},
	}
	f.Renewals = []success.Renewal{{Meta: meta("renewal"), TermID: "term", Gates: []success.GateCall{{DaysBefore: 90, Call: "on track"}},
		PaperPath: []success.PaperStep{{Step: "Legal", Due: on.AddDays(4)}, {Step: "Signature", Due: on.AddDays(40)}, {Step: "Security", Due: on.AddDays(1), DoneOn: on}}}}
	f.Touchpoints = []success.Touchpoint{{Meta: meta("leaving"), AccountID: "account", On: on.AddDays(-2), Direction: "in", Leaving: true, StakeholderIDs: []success.ID{"buyer"}}}
	f.Benefits = []success.Benefit{{Meta: meta("benefit"), AccountID: "account", Title: "Less waiting"}}
	f.Steps = []success.BenefitStep{{Meta: meta("step"), BenefitID: "benefit", On: on.AddDays(-30), StepKind: "yearly",
		Amount: success.Money{Minor: 100, Currency: "EUR"}, Confirmation: "claimed"}}
	return f
}

func TestSomebodyNewSpeaksFirstToWhoSpeaksForUs(t *testing.T) {
	t.Parallel()
	var got []string
	for _, s := range success.FirstCalls(handedOver(), success.MustDate("2026-06-09")) {
		got = append(got, string(s.ID))
	}
	if want := []string{"champion", "buyer", "user", "blocker", "foe"}; !slices.Equal(got[:3], want[:3]) || len(got) != 5 {
		t.Errorf("got %v, want %v, nobody who left", got, want)
	}
}

func TestTheFirstTwoWeeksBeginWithWhoMayLeave(t *testing.T) {
	t.Parallel()
	on := success.MustDate("2026-06-09")
	settings := &success.Settings{Workspace: success.Workspace{Currency: "EUR"}}
	steps := success.FirstSteps(handedOver(), settings, on)
	type step struct {
		kind   success.FirstStepKind
		record success.ID
		due    int // days from the day
		late   bool
	}
	var got []step
	for _, s := range steps {
		due := 0
		if s.Due != 0 {
			due = s.Due.Sub(on)
		}
		got = append(got, step{s.Kind, s.Records[0].ID, due, s.Late})
	}
	want := []step{
		{"leaving", "leaving", -2, true}, {success.FirstMeet, "champion", 7, false}, {success.FirstMeet, "buyer", 14, false},
		{success.FirstOurs, "late", -3, true}, {success.FirstPaper, "renewal", 4, false}, {"gate", "term", 5, false},
		{success.FirstTheirs, "soon", 10, false}, {"story", "term", 65, false}, {success.FirstConfirm, "benefit", 0, false},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}

	left := handedOver()
	left.Account.CancelledOn = on
	if steps := success.FirstSteps(left, settings, on); len(steps) != 0 {
		t.Errorf("of a client who has left %v is asked", steps)
	}
	if steps := success.FirstSteps(&success.File{Account: success.Account{Meta: success.Meta{ID: "a"}}}, settings, on); len(steps) != 0 {
		t.Errorf("of an account of which nothing is known %v is asked", steps)
	}
}

func TestAWrittenDocumentIsOfAStoryOrOfAnAccount(t *testing.T) {
	t.Parallel()
	on := success.MustDate("2026-06-09")
	id := success.ID("11111111-1111-4111-8111-111111111111")
	for _, c := range []struct {
		rec  success.ExportRecord
		good bool
	}{
		{success.ExportRecord{StoryID: id}, true}, {success.ExportRecord{AccountID: id}, true},
		{success.ExportRecord{}, false}, {success.ExportRecord{StoryID: id, AccountID: id}, false},
	} {
		fields, err := success.FieldsOf(&c.rec)
		if err != nil {
			t.Fatal(err)
		}
		if err := success.Validate("export_record", fields, on); (err == nil) != c.good {
			t.Errorf("%+v: %v", c.rec, err)
		}
	}
}

func TestFailingChecksAreThoseThatTheTalliesMiss(t *testing.T) {
	t.Parallel()
	p := success.Principles(handedOver(), &success.Settings{}, success.MustDate("2026-06-09"))
	missing := 0
	for _, tally := range p.Tallies() {
		missing += tally.Of - tally.Holds
	}
	if got := p.Failing(); len(got) != missing || !slices.Contains(got, "success.plan_has_outcome") {
		t.Errorf("%d checks fail, %v", missing, got)
	}
}
