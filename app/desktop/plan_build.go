package desktop

import (
	"cmp"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
)

// stuckDays is how long a change may stand before habit until it is stuck.
const stuckDays = 120

// planBuilder makes the plan's page from an account's live file.
type planBuilder struct {
	app      *App
	file     *success.File
	settings *success.Settings
	today    success.Date

	people   map[success.ID]*success.Stakeholder
	figures  map[success.ID]success.MeasureFigure
	readings map[success.ID][]*success.Reading
	backed   map[success.ID]bool // records that evidence hangs on
	pieces   map[success.ID]int  // how much hangs on each, notes included
	skipped  map[success.ID]success.Date
	prompts  map[success.ID]string // what to ask for the words of an outcome
}

func newPlanBuilder(app *App, f *success.File, s *success.Settings, today success.Date) *planBuilder {
	b := &planBuilder{
		app: app, file: f, settings: s, today: today,
		people: map[success.ID]*success.Stakeholder{}, figures: map[success.ID]success.MeasureFigure{},
		readings: map[success.ID][]*success.Reading{}, backed: map[success.ID]bool{},
		pieces: map[success.ID]int{}, skipped: map[success.ID]success.Date{}, prompts: map[success.ID]string{},
	}
	for i := range f.Stakeholders {
		b.people[f.Stakeholders[i].ID] = &f.Stakeholders[i]
	}
	for _, figure := range success.Measures(f, s, today).Measures {
		b.figures[figure.Measure] = figure
	}
	for i := range f.Readings {
		r := &f.Readings[i]
		b.readings[r.MeasureID] = append(b.readings[r.MeasureID], r)
	}
	for _, list := range b.readings {
		slices.SortFunc(list, func(x, y *success.Reading) int {
			return cmp.Or(cmp.Compare(x.On, y.On), cmp.Compare(x.RecordedAt, y.RecordedAt), cmp.Compare(x.CreatedAt, y.CreatedAt), cmp.Compare(x.ID, y.ID))
		})
	}
	for i := range f.Evidence {
		b.take(&f.Evidence[i])
	}
	return b
}

// take counts a piece of evidence for its subject. A note of our own counts as
// none; the note that a measure could not be read is an answer of its own, and
// that of what to ask is a question.
func (b *planBuilder) take(e *success.Evidence) {
	if success.IsNotMeasured(e) {
		b.skipped[e.Subject.ID] = max(b.skipped[e.Subject.ID], e.On)
		return
	}
	if isPrompt(e) {
		b.prompts[e.Subject.ID] = e.Body
		return
	}
	b.pieces[e.Subject.ID]++
	if (e.EvidenceKind != "" && e.EvidenceKind != "note") || e.StakeholderID != "" {
		b.backed[e.Subject.ID] = true
	}
}

// page builds the page of a plan; of the one that counts today where id is empty.
func (b *planBuilder) page(id success.ID) (PlanPageView, error) {
	view := PlanPageView{
		Account: string(b.file.Account.ID), Name: b.file.Account.Name, Us: b.settings.Workspace.Name, Me: b.app.o.Actor,
		Today: b.today.String(), Currency: success.CurrencyOf(&b.file.Account, b.settings),
		People: b.personViews(), Plans: []PlanChoiceView{}, Outcomes: []OutcomeView{},
		Milestones: []MilestoneView{}, Terms: []PlanTermView{}, Evidence: b.evidence(),
	}
	if t, ok := success.RenewalTerm(b.file, b.today); ok {
		view.TermEnd = t.End.String()
	}
	for i := range b.file.Terms {
		t := &b.file.Terms[i]
		view.Terms = append(view.Terms, PlanTermView{ID: string(t.ID), Start: t.Start.String(), End: t.End.String()})
	}
	plan := b.choose(id)
	for i := range b.file.Plans {
		p := &b.file.Plans[i]
		view.Plans = append(view.Plans, PlanChoiceView{ID: string(p.ID), Title: p.Title, Status: cmp.Or(p.Status, "draft")})
	}
	if plan == nil {
		return view, nil
	}
	head, err := b.head(plan)
	if err != nil {
		return PlanPageView{}, err
	}
	view.Plan = head
	for _, o := range planOutcomes(b.file, plan.ID) {
		view.Outcomes = append(view.Outcomes, b.outcome(o))
	}
	view.Milestones = b.milestones(plan.ID)
	return view, nil
}

// choose finds the plan that was asked for; the one that counts today where none
// was, or where it is gone, as after an undo; nil where the account has none.
func (b *planBuilder) choose(id success.ID) *success.SuccessPlan {
	for i := range b.file.Plans {
		if b.file.Plans[i].ID == id {
			return &b.file.Plans[i]
		}
	}
	plan, _ := success.PlanOn(b.file, b.today)
	return plan
}

func (b *planBuilder) personViews() []PlanPersonView {
	views := []PlanPersonView{}
	for i := range b.file.Stakeholders {
		p := &b.file.Stakeholders[i]
		views = append(views, PlanPersonView{
			ID: string(p.ID), Name: p.Name, Title: p.Title, Role: p.Role, Left: p.LeftOn != 0 && p.LeftOn <= b.today,
		})
	}
	return views
}

func (b *planBuilder) outcome(o *success.Outcome) OutcomeView {
	view := OutcomeView{
		ID: string(o.ID), Statement: o.Statement, Prompt: b.prompts[o.ID], Quote: o.Quote, QuotedBy: string(o.QuotedStakeholderID), SaidOn: o.SaidOn.String(),
		Job: o.Job, WhyItMatters: o.WhyItMatters, Link: o.Link, Priority: whole(o.Priority), Status: cmp.Or(o.Status, "open"),
		TargetDate: o.TargetDate.String(), ValidatedOn: o.ValidatedOn.String(), ValidatedBy: string(o.ValidatedBy),
		Measures: []PlanMeasureView{}, Changes: []BehaviorChangeView{},
	}
	if who := b.people[o.QuotedStakeholderID]; who != nil {
		view.QuotedName, view.QuotedTitle = who.Name, cmp.Or(who.Title, who.Role)
	}
	for _, m := range b.measuresOf(o.ID) {
		view.Measures = append(view.Measures, b.measure(m))
	}
	for i := range b.file.BehaviorChanges {
		if c := &b.file.BehaviorChanges[i]; c.OutcomeID == o.ID {
			view.Changes = append(view.Changes, b.change(c))
		}
	}
	return view
}

// measuresOf returns an outcome's measures in the order they were made.
func (b *planBuilder) measuresOf(outcome success.ID) []*success.Measure {
	var list []*success.Measure
	for i := range b.file.Measures {
		if b.file.Measures[i].OutcomeID == outcome {
			list = append(list, &b.file.Measures[i])
		}
	}
	slices.SortStableFunc(list, func(x, y *success.Measure) int {
		return cmp.Or(cmp.Compare(x.CreatedAt, y.CreatedAt), cmp.Compare(x.ID, y.ID))
	})
	return list
}

func (b *planBuilder) measure(m *success.Measure) PlanMeasureView {
	figure := b.figures[m.ID]
	view := PlanMeasureView{
		ID: string(m.ID), Name: m.Name, Unit: m.Unit, Direction: cmp.Or(m.Direction, "up"), Baseline: m.Baseline, BaselineOn: m.BaselineOn.String(),
		Target: m.Target, TargetOn: m.TargetOn.String(), Tolerance: m.Tolerance, BadSide: m.BadSide, UnitValueBasis: m.UnitValueBasis,
		Attribution: m.Attribution, UnitValueConfirmedBy: m.UnitValueConfirmedBy, UnitValueConfirmedOn: m.UnitValueConfirmedOn.String(),
		CadenceDays: whole(m.CadenceDays), Source: m.Source, Owner: string(m.OwnerStakeholderID), Kind: cmp.Or(m.MeasureKind, "client"),
		Question: m.MeasureKind != "vendor" && success.IsVendorWord(m.Name),
		State:    string(figure.State), Progress: figure.Progress, Now: figure.Now,
		Readings: []ReadingView{}, NotMeasuredOn: b.skipped[m.ID].String(), Evidence: b.pieces[m.ID],
	}
	if !m.UnitValue.IsZero() {
		view.UnitValue = m.UnitValue.Value.String()
	}
	if owner := b.people[m.OwnerStakeholderID]; owner != nil {
		view.OwnerName = owner.Name
	}
	if figure.Trend != nil {
		view.Trend = figure.Trend.Direction
	}
	for _, r := range b.readings[m.ID] {
		view.Readings = append(view.Readings, b.reading(r))
	}
	if n := len(view.Readings); n > 0 && figure.Now != nil {
		last := view.Readings[n-1]
		view.NowOn, view.NowSource, view.NowProof = last.On, last.Source, last.Proof
		view.Age = b.today.Sub(figure.NowOn)
	}
	return view
}

func (b *planBuilder) reading(r *success.Reading) ReadingView {
	proof := "claimed"
	switch {
	case r.ConfirmedBy != "":
		proof = "confirmed"
	case b.backed[r.ID]:
		proof = "evidenced"
	}
	return ReadingView{
		ID: string(r.ID), On: r.On.String(), Value: r.Value, Source: r.Source, Confidence: r.Confidence,
		ConfirmedBy: r.ConfirmedBy, Proof: proof, Evidence: b.pieces[r.ID],
	}
}

func (b *planBuilder) change(c *success.BehaviorChange) BehaviorChangeView {
	view := BehaviorChangeView{
		ID: string(c.ID), Process: c.Process, From: c.From, To: c.To, WhyToday: c.WhyToday, Who: c.Who, People: whole(c.People),
		Owner: string(c.OwnerStakeholderID), Stage: cmp.Or(c.Stage, "not started"), StageOn: c.StageOn.String(),
	}
	since := c.StageOn
	if since == 0 {
		since = success.DateOf(c.CreatedAt.Time())
	}
	view.Days = b.today.Sub(since)
	view.Stuck = view.Stage != "habit" && view.Stage != "embedded" && view.Days >= stuckDays
	return view
}

// milestones returns a plan's milestones by the day that they stand on.
func (b *planBuilder) milestones(plan success.ID) []MilestoneView {
	views := []MilestoneView{}
	for i := range b.file.Milestones {
		m := &b.file.Milestones[i]
		if m.PlanID != plan {
			continue
		}
		view := MilestoneView{
			ID: string(m.ID), Title: m.Title, Side: cmp.Or(m.Side, "us"), Owner: m.Owner, Due: m.Due.String(), DoneOn: m.DoneOn.String(),
			Outcome: string(m.OutcomeID), Change: string(m.BehaviorChangeID), DependsOn: []string{},
		}
		if m.DoneOn == 0 && m.Due != 0 && m.Due < b.today {
			view.Late = b.today.Sub(m.Due)
		}
		for _, id := range m.DependsOn {
			view.DependsOn = append(view.DependsOn, string(id))
		}
		views = append(views, view)
	}
	slices.SortFunc(views, func(x, y MilestoneView) int {
		return cmp.Or(lastIfEmpty(standsOn(x) == "", standsOn(y) == ""), cmp.Compare(standsOn(x), standsOn(y)), cmp.Compare(x.ID, y.ID))
	})
	return views
}

// standsOn is the day on which a milestone stands: done, else due.
func standsOn(m MilestoneView) string { return cmp.Or(m.DoneOn, m.Due) }

func whole(n *success.Count) *int64 {
	if n == nil {
		return nil
	}
	v := int64(*n)
	return &v
}
