package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// DuplicateInput asks for a plan's successor.
type DuplicateInput struct {
	Account string `json:"account"`
	Plan    string `json:"plan"`
	Title   string `json:"title"`
}

// Duplicate makes the plan of the next term out of one, as one action. Outcomes
// that are still open go over in the client's words, to be validated anew; their
// measures begin where they stand and keep the targets they have not met; changes
// keep how far they have come. Open milestones follow, by as much later as the
// next term begins later. Nobody has agreed to the new plan yet.
func (p *Plan) Duplicate(in DuplicateInput) (_ WrittenView, err error) {
	defer p.app.catch("plan.duplicate", &err)
	file, settings, today, err := p.app.account(in.Account)
	if err != nil {
		return WrittenView{}, err
	}
	at := slices.IndexFunc(file.Plans, func(x success.SuccessPlan) bool { return x.ID == success.ID(in.Plan) })
	if at < 0 {
		return WrittenView{}, success.NotFound("This plan is not there any more.")
	}
	draft := successor(newPlanBuilder(p.app, file, settings, today), &file.Plans[at])
	draft.plan.Title = cmp.Or(strings.TrimSpace(in.Title), draft.plan.Title)
	return p.app.write("Plan the next term"+named(draft.plan.Title), draft.write)
}

func successor(b *planBuilder, plan *success.SuccessPlan) *planDraft {
	d := &planDraft{plan: success.SuccessPlan{
		AccountID: plan.AccountID, Title: plan.Title, Summary: plan.Summary, Status: "draft", ReviewEveryDays: plan.ReviewEveryDays,
	}}
	term, next := b.terms(plan)
	start := b.today
	if term != nil {
		start = max(start, term.End)
	}
	if next != nil {
		d.plan.TermID, start = next.ID, next.Start
	}
	later := 365
	if term != nil && start > term.Start {
		later = start.Sub(term.Start)
	}
	outcomes, changes := map[string]int{}, map[string]int{}
	for _, o := range planOutcomes(b.file, plan.ID) {
		if o.Status == "dropped" || o.Status == "achieved" {
			continue
		}
		outcomes[string(o.ID)] = len(outcomes) + 1
		out := outcomeDraft{prompt: b.prompts[o.ID], rec: success.Outcome{
			Statement: o.Statement, Quote: o.Quote, QuotedStakeholderID: o.QuotedStakeholderID, SaidOn: o.SaidOn, Job: o.Job,
			WhyItMatters: o.WhyItMatters, Link: o.Link, Priority: o.Priority, Status: "open", TargetDate: shifted(o.TargetDate, start, later),
		}}
		for _, m := range b.measuresOf(o.ID) {
			out.measures = append(out.measures, b.carried(m, start, later))
		}
		for i := range b.file.BehaviorChanges {
			c := b.file.BehaviorChanges[i]
			if c.OutcomeID != o.ID {
				continue
			}
			changes[string(c.ID)] = len(changes) + 1
			c.Meta = success.Meta{}
			out.changes = append(out.changes, c)
		}
		d.outcomes = append(d.outcomes, out)
	}
	d.steps = b.openSteps(plan.ID, outcomes, changes, start, later)
	return d
}

// terms returns the term that a plan is for, and the one after it; nil where
// there is none.
func (b *planBuilder) terms(plan *success.SuccessPlan) (term, next *success.Term) {
	for i := range b.file.Terms {
		if b.file.Terms[i].ID == plan.TermID {
			term = &b.file.Terms[i]
		}
	}
	if term == nil {
		return nil, nil
	}
	for i := range b.file.Terms {
		t := &b.file.Terms[i]
		follows := t.PreviousTermID == term.ID || t.Contract == term.Contract && t.Start >= term.End
		if t.ID != term.ID && follows && (next == nil || t.Start < next.Start) {
			next = t
		}
	}
	return term, next
}

// shifted moves a day that the next term would begin after.
func shifted(day, start success.Date, later int) success.Date {
	if day == 0 || day >= start {
		return day
	}
	return day.AddDays(later)
}

// carried is a measure as the next term begins with it: its last reading is where
// it begins, and a target that was met waits to be agreed anew.
func (b *planBuilder) carried(m *success.Measure, start success.Date, later int) success.Measure {
	next := *m
	next.Meta = success.Meta{}
	figure := b.figures[m.ID]
	if figure.Now != nil && m.Direction != "hold" {
		next.Baseline, next.BaselineOn = figure.Now, figure.NowOn
	}
	met := figure.State == success.Met || next.Baseline != nil && next.Target != nil && *next.Baseline == *next.Target
	if met && m.Direction != "hold" {
		next.Target, next.TargetOn = nil, 0
	} else {
		next.TargetOn = shifted(m.TargetOn, start, later)
	}
	return next
}

// openSteps are a plan's milestones that are not done, moved into the next term.
func (b *planBuilder) openSteps(plan success.ID, outcomes, changes map[string]int, start success.Date, later int) []milestoneDraft {
	open := slices.DeleteFunc(b.milestones(plan), func(m MilestoneView) bool { return m.DoneOn != "" })
	place := map[string]int{}
	for i, m := range open {
		place[m.ID] = i + 1
	}
	var steps []milestoneDraft
	for _, m := range open {
		due, err := success.ParseDate(m.Due)
		if err != nil {
			due = 0
		}
		one := milestoneDraft{
			rec:     success.Milestone{Title: m.Title, Side: m.Side, Owner: m.Owner, Due: shifted(due, start, later)},
			outcome: outcomes[m.Outcome], change: changes[m.Change],
		}
		for _, id := range m.DependsOn {
			if n := place[id]; n > 0 {
				one.after = append(one.after, n)
			}
		}
		steps = append(steps, one)
	}
	return steps
}
