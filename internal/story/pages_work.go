package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// workPage is how work has changed and, with the same weight, what did not
// work: each miss with its cause, what is done about it and by whom.
func (p *pages) workPage() (model.Page, bool) {
	changes, misses := p.stuckTable(), p.missTable()
	if p.hides(SectionLearned) {
		misses.Rows = nil
	}
	page := model.Page{Key: model.KeyWork, Title: p.heading(SectionWork, p.workPageTitle(len(misses.Rows)))}
	if p.hides(SectionWork) {
		changes.Rows = nil
		n := int64(len(misses.Rows))
		page.Title = p.heading(SectionLearned, p.w.one(n, "title.misses", "N", capital(p.w.spell(n, p.l))))
	}
	if len(changes.Rows)+len(misses.Rows) == 0 && !p.w.internal {
		return page, false
	}
	if title := p.ownHeading(SectionLearned); title != "" && !p.hides(SectionWork) && !p.hides(SectionLearned) {
		page.Subtitle = title
	}
	for _, t := range []*model.Table{changes, misses} {
		if len(t.Rows) > 0 {
			page.Blocks = append(page.Blocks, model.Block{Table: t})
		}
	}
	p.withOwn(&page, SectionWork)
	p.withOwn(&page, SectionLearned)
	switch {
	case p.plan == nil:
		p.missing(&page, "missing.plan")
	case len(p.changes()) == 0:
		p.missing(&page, "missing.changes")
	case len(changes.Rows) == 0:
		p.missing(&page, "missing.stuck")
	}
	page.Foot = p.workFoot(len(misses.Rows))
	page.Notes = p.notes(SectionWork, p.notes(SectionLearned, p.w.say("note.work"))...)
	return page, true
}

// workPageTitle says how many changes stuck and how many things did not work.
func (p *pages) workPageTitle(misses int) string {
	title := p.workTitle()
	if len(p.changes()) == 0 {
		if misses == 0 {
			return title
		}
		return p.w.one(int64(misses), "title.misses", "N", capital(p.w.spell(int64(misses), p.l)))
	}
	if misses == 0 {
		return title
	}
	return title + p.w.one(int64(misses), "title.work.misses", "n", p.w.spell(int64(misses), p.l))
}

func (p *pages) workFoot(misses int) string {
	all := p.changes()
	if len(all) == 0 && misses == 0 {
		return ""
	}
	parts := []string{}
	if n := int64(len(all)); n > 0 {
		parts = append(parts, p.w.one(n, "foot.changes", "n", p.l.Count(n)))
		newest := success.Date(0)
		for i := range all {
			newest = max(newest, all[i].StageOn)
		}
		if newest != 0 {
			parts = append(parts, p.w.say("foot.changes.newest", "date", p.l.Date(newest)))
		}
	}
	if n := int64(misses); n > 0 {
		parts = append(parts, p.w.one(n, "foot.misses", "n", p.l.Count(n)))
	}
	return p.w.say("foot.proof", "parts", strings.Join(parts, ", "))
}

// stuckTable lists the changes that have become habit.
func (p *pages) stuckTable() *model.Table {
	t := &model.Table{
		Caption: p.w.say("section.work"), RowHeads: true,
		Columns: []model.Column{
			{Title: p.w.say("work.head"), Width: 2.2}, {Title: p.w.say("work.from"), Width: 2.6}, {Title: p.w.say("work.to"), Width: 2.6}, {Title: p.w.say("work.stage"), Width: 1.6},
		},
	}
	for _, b := range p.changes() {
		if !stuck(&b) {
			continue
		}
		who := ""
		if b.People != nil && *b.People > 0 {
			who = p.w.one(int64(*b.People), "step.people", "n", p.l.Count(int64(*b.People)))
			if b.Who != "" && *b.People != 1 {
				who = p.w.say("step.peoplegroup", "n", p.l.Count(int64(*b.People)), "group", b.Who)
			}
		}
		since := ""
		if b.StageOn != 0 {
			since = p.w.say("work.since", "date", p.l.ShortDate(b.StageOn))
		}
		t.Rows = append(t.Rows, model.Row{Cells: []model.Cell{
			{Text: b.Process, Detail: who, Bold: true}, {Text: b.From, Tone: model.ToneQuiet}, {Text: b.To},
			{Text: p.w.try("stage."+b.Stage, b.Stage), Detail: since, Mark: model.MarkMet, Tone: model.ToneGrowth},
		}})
	}
	return t
}

// miss is one thing that did not work. Cause and fix are empty where the
// records do not say.
type miss struct {
	what, detail, cause, fix, owner string
	mark                            model.Mark
}

// missTable lists what did not work.
func (p *pages) missTable() *model.Table {
	t := &model.Table{
		Caption: p.w.say("miss.head"), RowHeads: true,
		Columns: []model.Column{
			{Title: p.w.say("miss.head"), Width: 3}, {Title: p.w.say("miss.cause"), Width: 2.4}, {Title: p.w.say("miss.fix"), Width: 2.4}, {Title: p.w.say("miss.owner"), Width: 1.2},
		},
	}
	for _, m := range p.misses() {
		t.Rows = append(t.Rows, model.Row{Cells: []model.Cell{
			{Text: m.what, Detail: m.detail, Mark: m.mark, Bold: true},
			{Text: cmp.Or(m.cause, p.w.say("miss.nocause")), Tone: quietUnless(m.cause)},
			{Text: cmp.Or(m.fix, p.w.say("miss.nofix")), Tone: quietUnless(m.fix)},
			{Text: m.owner},
		}})
	}
	return t
}

func quietUnless(text string) model.Tone {
	if text == "" {
		return model.ToneQuiet
	}
	return model.TonePlain
}

// misses are the measures off track, the promises past their day, the changes
// that stand still, the benefits that fell and the outcomes given up.
func (p *pages) misses() []miss {
	var out []miss
	for i := range p.outcomes {
		o := &p.outcomes[i]
		for _, m := range p.measuresOf(o.ID) {
			if f := p.measures[m.ID]; f.State == success.OffTrack && f.Now != nil {
				fix, owner := p.fixFor(o.ID, "")
				out = append(out, miss{
					what: m.Name, detail: p.w.say("miss.off", "now", p.value(&m, *f.Now), "target", p.value(&m, *m.Target)),
					cause: p.causeOf(o.ID), fix: fix, owner: cmp.Or(owner, p.name(m.OwnerStakeholderID), p.recorder()), mark: model.MarkOffTrack,
				})
			}
		}
	}
	out = append(out, p.lateMisses()...)
	out = append(out, p.stillMisses()...)
	out = append(out, p.fallen()...)
	return append(out, p.dropped()...)
}

// lateMisses are the promises of both sides that are past their day.
func (p *pages) lateMisses() []miss {
	var out []miss
	for _, m := range p.milestones() {
		if m.DoneOn != 0 && m.DoneOn <= p.on || m.Due == 0 || m.Due >= p.on {
			continue
		}
		key := "miss.late"
		if m.Side != "client" {
			key = "miss.late.us"
		}
		late := miss{what: m.Title, detail: p.w.say(key, "date", p.l.ShortDate(m.Due)), owner: p.owner(&m), mark: model.MarkOffTrack}
		if waits := p.waitsFor(&m); len(waits) > 0 {
			late.cause = p.w.say("miss.waits", "list", p.w.list(waits))
		} else {
			late.cause = p.causeOf(m.OutcomeID)
		}
		late.fix = p.w.say("miss.open", "days", p.l.Count(int64(p.on.Sub(m.Due))))
		out = append(out, late)
	}
	return out
}

// stillMisses are the changes that have stayed at a stage before habit for long.
func (p *pages) stillMisses() []miss {
	var out []miss
	for _, b := range p.changes() {
		days := p.on.Sub(b.StageOn)
		if stuck(&b) || b.StageOn == 0 || days < silentDays {
			continue
		}
		fix, owner := p.fixFor(b.OutcomeID, b.ID)
		stage := cmp.Or(b.Stage, "not started")
		out = append(out, miss{
			what: b.Process, detail: p.w.say("miss.still", "stage", p.w.try("stage."+stage, stage), "days", p.l.Count(int64(days))),
			cause: strings.TrimSuffix(b.WhyToday, "."), fix: fix, owner: cmp.Or(owner, p.name(b.OwnerStakeholderID), p.recorder()), mark: model.MarkStale,
		})
	}
	return out
}

// fallen are the benefits that ended or fell since the day compared with and
// have not come back.
func (p *pages) fallen() []miss {
	var out []miss
	c := composer{facts: p.facts}
	for i := range p.lanes() {
		lane := &p.lanes()[i]
		last := -1
		for j := range lane.Marks {
			if m := &lane.Marks[j]; m.On <= p.on && m.Kind == "yearly" && m.Amount != nil {
				last = j
			}
		}
		if last < 0 || lane.Marks[last].On <= p.since || !c.isFall(lane, last) {
			continue
		}
		m := &lane.Marks[last]
		detail := p.w.say("miss.fell", "sum", p.full(*m.Amount), "date", p.l.ShortDate(m.On))
		if *m.Amount == 0 {
			detail = p.w.say("miss.ended", "date", p.l.ShortDate(m.On))
		}
		b := find(p.f.Benefits, lane.Benefit)
		lost := miss{what: lane.Title, detail: detail, owner: p.recorder(), mark: model.MarkOffTrack}
		if b != nil {
			fix, owner := p.fixFor(b.OutcomeID, b.BehaviorChangeID)
			lost.cause, lost.fix, lost.owner = p.causeOf(b.OutcomeID), fix, cmp.Or(owner, lost.owner)
		}
		out = append(out, lost)
	}
	return out
}

// dropped are the outcomes that were given up.
func (p *pages) dropped() []miss {
	if p.plan == nil {
		return nil
	}
	list := keep(p.f.Outcomes, func(o *success.Outcome) bool { return o.PlanID == p.plan.ID && o.Status == "dropped" })
	slices.SortStableFunc(list, func(a, b success.Outcome) int {
		return cmp.Or(a.Position.Cmp(b.Position.Decimal), cmp.Compare(a.ID, b.ID))
	})
	var out []miss
	for i := range list {
		out = append(out, miss{
			what: list[i].Statement, detail: p.w.say("miss.dropped"), cause: p.causeOf(list[i].ID), fix: p.w.say("miss.dropped.fix"),
			owner: cmp.Or(p.name(list[i].QuotedStakeholderID), p.recorder()), mark: model.MarkNoBaseline,
		})
	}
	return out
}

// causeOf is why an outcome is behind, as far as it was learned: the newest
// insight from a question about it, else why the work that has not changed is
// done as it is.
func (p *pages) causeOf(outcome success.ID) string {
	if outcome == "" {
		return ""
	}
	last := p.learnedOf(outcome)
	if last != nil {
		return strings.TrimSuffix(last.Text, ".")
	}
	for _, b := range p.changes() {
		if b.OutcomeID == outcome && !stuck(&b) && b.WhyToday != "" {
			return strings.TrimSuffix(b.WhyToday, ".")
		}
	}
	return ""
}

// learnedOf is the newest insight from an answered question about an outcome,
// or nil. To the public goes none.
func (p *pages) learnedOf(outcome success.ID) *success.Insight {
	if p.options.Audience == model.AudiencePublic {
		return nil
	}
	var last *success.Insight
	for i := range p.f.Insights {
		in := &p.f.Insights[i]
		q := find(p.f.Questions, in.QuestionID)
		if q == nil || q.OutcomeID != outcome || q.AnsweredOn == 0 || q.AnsweredOn > p.on || in.CreatedAt.Date() > p.on {
			continue
		}
		if last == nil || in.CreatedAt > last.CreatedAt || in.CreatedAt == last.CreatedAt && in.ID > last.ID {
			last = in
		}
	}
	return last
}

// fixFor is the next open step for a change or an outcome, and who owns it.
func (p *pages) fixFor(outcome, change success.ID) (fix, owner string) {
	for _, m := range p.coming() {
		if outcome != "" && m.OutcomeID == outcome || change != "" && m.BehaviorChangeID == change {
			if m.Due == 0 {
				return m.Title, p.owner(&m)
			}
			return p.w.say("miss.step", "title", m.Title, "date", p.l.ShortDate(m.Due)), p.owner(&m)
		}
	}
	return "", ""
}

// name is a person's name alone where an audience may know it, else the role.
func (x *facts) name(id success.ID) string {
	s := find(x.f.Stakeholders, id)
	if s == nil || x.options.Audience == model.AudiencePublic {
		return x.person(id)
	}
	return s.Name
}

// waitsFor names the open steps that a milestone depends on.
func (p *pages) waitsFor(m *success.Milestone) []string {
	var out []string
	for _, id := range m.DependsOn {
		if d := find(p.f.Milestones, id); d != nil && (d.DoneOn == 0 || d.DoneOn > p.on) {
			out = append(out, d.Title)
		}
	}
	return out
}
