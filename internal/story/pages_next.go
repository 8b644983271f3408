package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// nextPage is the next term: the outcomes that stay open with their targets,
// and the steps of both sides with what each waits for.
func (p *pages) nextPage() (model.Page, bool) {
	outcomes, steps := p.openTable(), p.stepTable()
	page := model.Page{Key: model.KeyNext, Title: p.heading(SectionNext, p.nextPageTitle())}
	p.still(&page)
	if len(outcomes.Rows)+len(steps.Rows)+len(page.Blocks) == 0 && !p.w.internal {
		return page, false
	}
	for _, t := range []*model.Table{outcomes, steps} {
		if len(t.Rows) > 0 {
			page.Blocks = append(page.Blocks, model.Block{Table: t})
		}
	}
	p.withOwn(&page, SectionNext)
	switch {
	case p.plan == nil:
		p.missing(&page, "missing.plan")
	case len(steps.Rows) == 0:
		p.missing(&page, "missing.steps")
	case !p.bothSides():
		p.missing(&page, "missing.sides")
	}
	if p.plan != nil && p.plan.Title != "" {
		page.Foot = p.w.say("foot.plan", "title", p.l.Quote(p.plan.Title))
		if signed, same := p.signoff(); signed != nil {
			page.Foot += ", " + p.w.say("foot.plan.agreed", "date", p.l.Date(signed.SignedOn))
			if !same {
				page.Foot += p.w.say("foot.changed")
			}
		}
	}
	page.Notes = p.notes(SectionNext, p.w.say("note.next"))
	return page, true
}

// still begins the page of a client for whom little is new with that, and with what
// is proposed about it.
func (p *pages) still(page *model.Page) {
	if p.velocity.Proved.Benefits == 0 {
		return
	}
	if fresh, grown := p.news(); len(fresh)+len(grown) == 0 {
		page.Blocks = append(page.Blocks, model.Block{Text: &model.Text{Paragraphs: []model.Paragraph{model.Plain(p.littleNew())}}})
	}
}

// nextPageTitle counts the rows of both tables: outcomes open, steps not done.
func (p *pages) nextPageTitle() string {
	open, steps := int64(len(p.openOutcomes())), int64(len(p.openSteps()))
	if open == 0 {
		return p.nextTitle()
	}
	title := p.w.one(open, "title.next.open", "N", capital(p.w.spell(open, p.l)))
	if steps == 0 {
		return title
	}
	return title + p.w.one(steps, "title.next.steps", "n", p.w.spell(steps, p.l))
}

// nextPlan is the plan of the term that follows, or nil while there is none.
func (x *facts) nextPlan() *success.SuccessPlan {
	var next *success.SuccessPlan
	for i := range x.f.Plans {
		p := &x.f.Plans[i]
		t := find(x.f.Terms, p.TermID)
		if t == nil || x.term == nil || p.Status == "closed" || x.plan != nil && p.ID == x.plan.ID || t.Start <= x.term.Start {
			continue
		}
		if next == nil || p.CreatedAt > next.CreatedAt || p.CreatedAt == next.CreatedAt && p.ID > next.ID {
			next = p
		}
	}
	return next
}

// openOutcomes are the outcomes of this plan that are not achieved, and those
// of the next term's.
func (x *facts) openOutcomes() []success.Outcome {
	out := keep(x.outcomes, func(o *success.Outcome) bool { return o.Status != "achieved" })
	if next := x.nextPlan(); next != nil {
		more := keep(x.f.Outcomes, func(o *success.Outcome) bool {
			return o.PlanID == next.ID && o.Status != "dropped" && o.Status != "achieved"
		})
		slices.SortStableFunc(more, func(a, b success.Outcome) int {
			return cmp.Or(a.Position.Cmp(b.Position.Decimal), cmp.Compare(a.ID, b.ID))
		})
		out = append(out, more...)
	}
	return out
}

// openTable lists the open outcomes, each with the measure that is furthest
// from its target.
func (p *pages) openTable() *model.Table {
	t := &model.Table{
		Caption: p.w.say("next.outcomes"), RowHeads: true,
		Columns: []model.Column{
			{Title: p.w.say("next.outcomes"), Width: 3.3}, {Title: p.w.say("next.measure"), Width: 2.7}, {Title: p.w.say("score.state"), Width: 1.4},
			{Title: p.w.say("score.now"), Align: model.AlignEnd, Width: 1.1}, {Title: p.w.say("score.target"), Align: model.AlignEnd, Width: 1.1}, {Title: p.w.say("decide.by"), Width: 1.4},
		},
	}
	for _, o := range p.openOutcomes() {
		row := model.Row{Cells: []model.Cell{{Text: o.Statement, Bold: true}, {Text: p.w.say("next.nomeasure"), Tone: model.ToneQuiet}, {}, {}, {}, {}}}
		by := o.TargetDate
		if m := p.furthest(o.ID); m != nil {
			f := p.measures[m.ID]
			mark, tone := stateLook(f.State)
			row.Cells[1] = model.Cell{Text: m.Name}
			row.Cells[2] = model.Cell{Text: p.w.try("state."+string(f.State), string(f.State)), Mark: mark, Tone: tone}
			if f.Now != nil {
				row.Cells[3].Text = p.bare(m, *f.Now)
			}
			if m.Target != nil {
				row.Cells[4].Text = p.bare(m, *m.Target)
			}
			by = cmp.Or(m.TargetOn, by)
		}
		row.Cells[5].Text = p.l.ShortDate(by)
		t.Rows = append(t.Rows, row)
	}
	return t
}

// furthest is an outcome's measure that has the longest way to its target;
// where none has a way, the first.
func (x *facts) furthest(outcome success.ID) *success.Measure {
	var best *success.Measure
	way := 0.0
	for _, m := range x.measuresOf(outcome) {
		f := x.measures[m.ID]
		left := -1.0
		if f.Progress != nil {
			left = 1 - *f.Progress
		}
		if best == nil || left > way {
			best, way = &m, left
		}
	}
	return best
}

// openSteps are the steps not done, of this plan and the next term's, by day;
// those past their day come first, those without one last.
func (p *pages) openSteps() []success.Milestone {
	next := p.nextPlan()
	out := keep(p.f.Milestones, func(m *success.Milestone) bool {
		mine := p.plan != nil && m.PlanID == p.plan.ID || next != nil && m.PlanID == next.ID
		return mine && (m.DoneOn == 0 || m.DoneOn > p.on)
	})
	day := func(m *success.Milestone) success.Date { return cmp.Or(m.Due, success.Date(1<<30)) }
	slices.SortStableFunc(out, func(a, b success.Milestone) int {
		return cmp.Or(cmp.Compare(day(&a), day(&b)), a.Position.Cmp(b.Position.Decimal), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func (p *pages) bothSides() bool {
	client, us := false, false
	for _, m := range p.openSteps() {
		client, us = client || m.Side == "client", us || m.Side != "client"
	}
	return client && us
}

// stepTable lists the steps of both sides.
func (p *pages) stepTable() *model.Table {
	t := &model.Table{
		Caption: p.w.say("next.steps"), RowHeads: true,
		Columns: []model.Column{
			{Title: p.w.say("next.steps"), Width: 3.3}, {Title: p.w.say("next.waits"), Width: 2.7},
			{Title: p.w.say("next.side"), Width: 1.8}, {Title: p.w.say("decide.owner"), Width: 1.8}, {Title: p.w.say("decide.by"), Width: 1.4},
		},
	}
	for _, m := range p.openSteps() {
		side := p.f.Account.Name
		if m.Side != "client" {
			side = p.provider()
		}
		due := model.Cell{Text: p.l.ShortDate(m.Due)}
		if m.Due != 0 && m.Due < p.on {
			due.Detail, due.Mark, due.Tone = p.w.say("next.late"), model.MarkOffTrack, model.ToneTrouble
		}
		t.Rows = append(t.Rows, model.Row{Cells: []model.Cell{
			{Text: m.Title, Bold: true}, {Text: strings.Join(p.waitsFor(&m), "; "), Tone: model.ToneQuiet}, {Text: side, Tone: model.ToneQuiet}, {Text: p.owner(&m)}, due,
		}})
	}
	return t
}
