package desktop_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

// accountState is all that an account's screens show.
type accountState struct {
	Plan     desktop.PlanPageView
	Overview desktop.OverviewView
	Value    desktop.TimelineView
	Story    desktop.StoryPageView
}

// kindCase is a kind of record and how it is written: by the screen that writes
// it where one does, else by the same one action. The history of a change names
// field; a kind without field is only made, never changed.
type kindCase struct {
	kind   success.Kind
	field  string
	change func(d *kindDesk) (desktop.WrittenView, error)
	record func(d *kindDesk) string
}

// kindDesk is one account of the sample with a story, and what writes to it.
type kindDesk struct {
	t       *testing.T
	app     *desktop.App
	account string
	story   string
	start   accountState
}

func newKindDesk(t *testing.T) *kindDesk {
	t.Helper()
	d := &kindDesk{t: t, app: newSample(t)}
	d.account = accountID(t, d.app, "Nordhavn Freight")
	d.story = got[desktop.ComposedView](t)(desktop.NewStories(d.app).Compose(d.account, british)).ID
	d.start = d.state()
	return d
}

func (d *kindDesk) state() accountState {
	d.t.Helper()
	return accountState{
		Plan:     planOf(d.t, d.app, "Nordhavn Freight"),
		Overview: got[desktop.OverviewView](d.t)(desktop.NewOverview(d.app).Page(d.account)),
		Value:    timelineOf(d.t, d.app, "Nordhavn Freight"),
		Story:    got[desktop.StoryPageView](d.t)(desktop.NewStories(d.app).Page(d.story, british)),
	}
}

// newest returns the change of a kind that the account's newest action made.
func (d *kindDesk) newest(kind success.Kind, field string) desktop.ChronicleChangeView {
	d.t.Helper()
	action := chronicleOf(d.t, d.app, desktop.ChronicleQuery{Account: d.account}).Actions[0]
	i := slices.IndexFunc(action.Changes, func(c desktop.ChronicleChangeView) bool {
		return c.Kind == string(kind) && c.Field == field
	})
	if i < 0 {
		d.t.Fatalf("%q tells no change of %s %s: %+v", action.Label, kind, field, action.Changes)
	}
	return action.Changes[i]
}

func (d *kindDesk) putBack(c *desktop.ChronicleChangeView) {
	d.t.Helper()
	if !c.CanRestore {
		d.t.Fatalf("%s %s cannot be put back: %+v", c.Kind, c.Field, c)
	}
	got[desktop.WrittenView](d.t)(desktop.NewChronicle(d.app).PutBack(desktop.PutBackInput{
		Kind: c.Kind, ID: c.ID, Title: c.Title, Field: c.Field, Entry: c.Entry,
	}))
}

func (d *kindDesk) isAsBefore(what string) {
	d.t.Helper()
	if diff := cmp.Diff(d.start, d.state()); diff != "" {
		d.t.Errorf("%s leaves (-before +after):\n%s", what, diff)
	}
}

func (d *kindDesk) undo() {
	d.t.Helper()
	got[desktop.UndoneView](d.t)(desktop.NewHistory(d.app).Undo())
}

// onPlan changes a record as the plan's page does.
func onPlan(kind, field, value string, id func(*kindDesk) string) kindCase {
	return kindCase{kind: success.Kind(kind), field: field, record: id, change: func(d *kindDesk) (desktop.WrittenView, error) {
		return desktop.NewPlan(d.app).Write(desktop.RecordInput{Account: d.account, Kind: kind, ID: id(d), Fields: map[string]string{field: value}})
	}}
}

// inside changes a record that the account's screens only read or make.
func inside(kind success.Kind, field, value string, id func(*kindDesk) string) kindCase {
	return kindCase{kind: kind, field: field, record: id, change: func(d *kindDesk) (desktop.WrittenView, error) {
		return d.app.PutForTest(kind, success.ID(id(d)), success.Fields{field: json.RawMessage(value)})
	}}
}

func firstStep(d *kindDesk) string {
	for _, lane := range d.start.Value.Lanes {
		for i := range lane.Benefits {
			for _, step := range lane.Benefits[i].Steps {
				if step.Record == "benefit_step" && step.Confirmation != "confirmed" {
					return step.ID
				}
			}
		}
	}
	d.t.Fatal("the sample has no step that waits for a yes")
	return ""
}

var kindCases = []kindCase{
	onPlan("success_plan", "title", "Another title", func(d *kindDesk) string { return d.start.Plan.Plan.ID }),
	onPlan("outcome", "statement", "Other words", func(d *kindDesk) string { return d.start.Plan.Outcomes[0].ID }),
	onPlan("measure", "target", "3", func(d *kindDesk) string { return d.start.Plan.Outcomes[0].Measures[0].ID }),
	onPlan("reading", "value", "7", func(d *kindDesk) string { return d.start.Plan.Outcomes[0].Measures[0].Readings[0].ID }),
	onPlan("behavior_change", "stage", "trying", func(d *kindDesk) string { return d.start.Plan.Outcomes[0].Changes[0].ID }),
	onPlan("milestone", "due", "2026-07-31", func(d *kindDesk) string { return d.start.Plan.Milestones[0].ID }),
	{kind: "benefit_step", field: "confirmed_by", record: firstStep, change: func(d *kindDesk) (desktop.WrittenView, error) {
		return desktop.NewValue(d.app).ConfirmStep(firstStep(d), "Mette Lindqvist", "2026-06-08")
	}},
	{kind: "claim", field: "text", record: firstClaim, change: func(d *kindDesk) (desktop.WrittenView, error) {
		return desktop.NewStories(d.app).WriteClaim(desktop.ClaimInput{Story: d.story, ID: firstClaim(d), Words: []desktop.ParagraphView{{Runs: []desktop.RunView{{Text: "Said by hand."}}}}})
	}},
	inside("benefit", "title", `"Another benefit"`, func(d *kindDesk) string { return d.start.Value.Lanes[0].Benefits[0].ID }),
	inside("evidence", "title", `"Another title"`, func(d *kindDesk) string { return d.start.Plan.Evidence[0].ID }),
	inside("stakeholder", "name", `"Mette Lund"`, func(d *kindDesk) string { return d.start.Plan.Outcomes[0].QuotedBy }),
	inside("plan_signoff", "method", `"mail"`, func(d *kindDesk) string { return d.start.Plan.Plan.Agreements[0].ID }),
	inside("term", "end", `"2026-12-31"`, func(d *kindDesk) string { return d.start.Plan.Terms[0].ID }),
}

func firstClaim(d *kindDesk) string { return d.start.Story.Sections[0].Claims[0].ID }

func TestAChangeOfEachKindIsPutBackFromTheHistoryAndByOneUndo(t *testing.T) {
	t.Parallel()
	d := newKindDesk(t)
	for _, c := range kindCases {
		t.Run(string(c.kind), func(t *testing.T) {
			d.t = t
			written := got[desktop.WrittenView](t)(c.change(d))
			if cmp.Equal(d.start, d.state()) {
				t.Fatal("nothing on the screens has changed")
			}
			change := d.newest(c.kind, c.field)
			if change.ID != c.record(d) || written.Action.ID == "" {
				t.Fatalf("the history tells %+v of %s", change, c.record(d))
			}
			d.putBack(&change)
			if back := d.newest(c.kind, c.field); back.To != change.From || back.From != change.To {
				t.Errorf("put back from %q to %q, want %q again", back.From, back.To, change.From)
			}
			d.undo()
			if again := d.newest(c.kind, c.field); again.To != change.To {
				t.Errorf("undo of the putting back leaves %q, want %q", again.To, change.To)
			}
			d.undo()
			d.isAsBefore("one undo")
		})
	}
}

func TestADeletedRecordOfEachKindIsTakenOutOfTheBinByTheHistory(t *testing.T) {
	t.Parallel()
	d := newKindDesk(t)
	for _, c := range kindCases {
		t.Run(string(c.kind), func(t *testing.T) {
			d.t = t
			id := c.record(d)
			got[desktop.WrittenView](t)(d.app.DeleteForTest(c.kind, success.ID(id)))
			if cmp.Equal(d.start, d.state()) {
				t.Fatal("nothing on the screens has gone")
			}
			change := d.newest(c.kind, "")
			if change.What != "deleted" || change.ID != id {
				t.Fatalf("the history tells %+v", change)
			}
			d.putBack(&change)
			d.isAsBefore("taking it out of the bin")
			d.undo()
			d.undo()
			d.isAsBefore("one undo of the deletion")
		})
	}
}
