package desktop

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// askFor is the title of the note of our own that keeps the question an outcome
// waits for: once the client's words are there, nobody needs it any more.
const askFor = "To ask for their words"

func isPrompt(e *success.Evidence) bool {
	return e.EvidenceKind == "note" && e.Subject.Kind == "outcome" && e.Internal && e.StakeholderID == "" && e.Title == askFor
}

// planDraft is a plan with all that hangs on it, to be written at once. What
// belongs together is held by place, as there are no ids yet.
type planDraft struct {
	plan     success.SuccessPlan
	outcomes []outcomeDraft
	steps    []milestoneDraft
}

type outcomeDraft struct {
	rec      success.Outcome
	prompt   string
	measures []success.Measure
	changes  []success.BehaviorChange
}

// milestoneDraft is a milestone; outcome, change and after count from 1 over all,
// 0 is none.
type milestoneDraft struct {
	rec             success.Milestone
	outcome, change int
	after           []int
}

// newPlanDraft fills a template in for an account.
func newPlanDraft(t *planTemplate, f *success.File, s *success.Settings, start success.Date) *planDraft {
	fill := strings.NewReplacer("{account}", f.Account.Name, "{us}", s.Workspace.Name, "{currency}", success.CurrencyOf(&f.Account, s)).Replace
	d := &planDraft{plan: success.SuccessPlan{AccountID: f.Account.ID, Title: fill(t.Title), Summary: fill(t.Summary), Status: "draft"}}
	if t.ReviewEveryDays > 0 {
		d.plan.ReviewEveryDays = &t.ReviewEveryDays
	}
	for i := range t.Outcomes {
		o := &t.Outcomes[i]
		out := outcomeDraft{prompt: fill(o.Prompt), rec: success.Outcome{
			Statement: fill(o.Statement), Job: fill(o.Job), Link: fill(o.Link), Status: "open",
		}}
		for j := range o.Measures {
			m := &o.Measures[j]
			rec := success.Measure{Name: fill(m.Name), Unit: fill(m.Unit), Direction: m.Direction, BadSide: m.BadSide, MeasureKind: m.Kind}
			if m.CadenceDays > 0 {
				rec.CadenceDays = &m.CadenceDays
			}
			out.measures = append(out.measures, rec)
		}
		for _, c := range o.Changes {
			out.changes = append(out.changes, success.BehaviorChange{
				Process: fill(c.Process), From: fill(c.From), To: fill(c.To), Who: fill(c.Who), Stage: "not started",
			})
		}
		d.outcomes = append(d.outcomes, out)
	}
	for _, m := range t.Milestones {
		rec := success.Milestone{Title: fill(m.Title), Side: m.Side, Due: start.AddDays(m.Day), Owner: ownerByRole(f, m, start)}
		d.steps = append(d.steps, milestoneDraft{rec: rec, outcome: m.Outcome, change: m.Change, after: m.After})
	}
	return d
}

// ownerByRole is who owns a template's milestone: of ours whoever has the
// account, of theirs whoever has the role and is still there.
func ownerByRole(f *success.File, m templateMilestone, on success.Date) string {
	if m.Side == "us" {
		return f.Account.CSM
	}
	for i := range f.Stakeholders {
		p := &f.Stakeholders[i]
		if m.Role != "" && p.Role == m.Role && (p.LeftOn == 0 || p.LeftOn > on) {
			return p.Name
		}
	}
	return ""
}

// into makes the draft fill a plan that is there and has nothing in it yet. The
// title and the term that it has stay.
func (d *planDraft) into(f *success.File, plan success.ID) error {
	for i := range f.Milestones {
		if f.Milestones[i].PlanID == plan {
			return success.Invalid("plan", "This plan has milestones already. Nothing was changed.")
		}
	}
	if len(planOutcomes(f, plan)) > 0 {
		return success.Invalid("plan", "This plan has outcomes already. Nothing was changed.")
	}
	for i := range f.Plans {
		if f.Plans[i].ID == plan {
			d.plan.ID = plan
			return nil
		}
	}
	return success.NotFound("This plan is not there any more.")
}

// write makes the plan and all that hangs on it, and returns the plan's id.
func (d *planDraft) write(tx *workspace.Tx) (success.ID, error) {
	plan, err := d.writePlan(tx)
	if err != nil {
		return "", err
	}
	var outcomes, changes []success.ID
	for i := range d.outcomes {
		o := &d.outcomes[i]
		o.rec.PlanID, o.rec.Position = plan, success.Position{Decimal: decimal.NewFromInt(int64(i + 1))}
		id, err := tx.Create(&o.rec)
		if err != nil {
			return "", err
		}
		outcomes = append(outcomes, id)
		made, err := d.writeOutcome(tx, o, id)
		if err != nil {
			return "", err
		}
		changes = append(changes, made...)
	}
	return plan, d.writeMilestones(tx, plan, outcomes, changes)
}

func (d *planDraft) writePlan(tx *workspace.Tx) (success.ID, error) {
	if d.plan.ID == "" {
		return tx.Create(&d.plan)
	}
	fields := success.Fields{"summary": jsonText(d.plan.Summary)}
	if d.plan.ReviewEveryDays != nil {
		fields["review_every_days"] = []byte(decimal.NewFromInt(int64(*d.plan.ReviewEveryDays)).String())
	}
	written, err := tx.Put("success_plan", d.plan.ID, fields)
	return written.ID, err
}

// writeOutcome makes what hangs on an outcome, and returns its changes' ids.
func (d *planDraft) writeOutcome(tx *workspace.Tx, o *outcomeDraft, id success.ID) ([]success.ID, error) {
	if o.prompt != "" && o.rec.Quote == "" {
		_, err := tx.Create(&success.Evidence{
			Subject: success.Link{Kind: "outcome", ID: id}, EvidenceKind: "note", Title: askFor, Body: o.prompt, Internal: true,
		})
		if err != nil {
			return nil, err
		}
	}
	for i := range o.measures {
		o.measures[i].OutcomeID = id
		if _, err := tx.Create(&o.measures[i]); err != nil {
			return nil, err
		}
	}
	var changes []success.ID
	for i := range o.changes {
		o.changes[i].OutcomeID = id
		made, err := tx.Create(&o.changes[i])
		if err != nil {
			return nil, err
		}
		changes = append(changes, made)
	}
	return changes, nil
}

func (d *planDraft) writeMilestones(tx *workspace.Tx, plan success.ID, outcomes, changes []success.ID) error {
	at := func(list []success.ID, place int) success.ID {
		if place < 1 || place > len(list) {
			return ""
		}
		return list[place-1]
	}
	var made []success.ID
	for i := range d.steps {
		s := &d.steps[i]
		s.rec.PlanID, s.rec.OutcomeID, s.rec.BehaviorChangeID = plan, at(outcomes, s.outcome), at(changes, s.change)
		id, err := tx.Create(&s.rec)
		if err != nil {
			return err
		}
		made = append(made, id)
	}
	for i := range d.steps {
		var after []success.ID
		for _, place := range d.steps[i].after {
			if id := at(made, place); id != "" && place != i+1 {
				after = append(after, id)
			}
		}
		if len(after) == 0 {
			continue
		}
		fields, err := success.FieldsOf(&success.Milestone{DependsOn: after})
		if err != nil {
			return err
		}
		if _, err := tx.Put("milestone", made[i], success.Fields{"depends_on": fields["depends_on"]}); err != nil {
			return err
		}
	}
	return nil
}
