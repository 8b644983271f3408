package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// evidenceRows is how many pieces of evidence the appendix lists: the newest.
const evidenceRows = 40

// appendixPages are the evidence, what is measured, what is assumed, the people
// met and what the words mean; each is left out where there is nothing to list.
func (p *pages) appendixPages() []model.Page {
	var out []model.Page
	for _, make := range []func() (model.Page, bool){p.evidencePage, p.definitionPage, p.assumptionPage, p.peoplePage, p.glossaryPage} {
		if page, ok := make(); ok {
			out = append(out, page)
		}
	}
	return out
}

// counted is a heading that begins with or holds a small number as a word.
func (p *pages) counted(n int64, key string, pairs ...string) string {
	word := p.w.spell(n, p.l)
	return p.w.one(n, key, append(pairs, "n", word, "N", capital(word))...)
}

// evidencePage lists what backs the story, newest first.
func (p *pages) evidencePage() (model.Page, bool) {
	list := keep(p.f.Evidence, func(e *success.Evidence) bool {
		return e.Title != "" && e.On <= p.on && !p.takenOut[success.Link{Kind: "evidence", ID: e.ID}]
	})
	slices.SortStableFunc(list, func(a, b success.Evidence) int {
		return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(a.ID, b.ID))
	})
	n := int64(len(list))
	page := model.Page{Key: model.KeyAppendix + "-evidence", Title: p.ownHeading(SectionAppendix)}
	if page.Title == "" {
		page.Title = p.counted(n, "title.evidence")
	}
	if n == 0 {
		page.Title = p.w.say("title.evidence.none")
		p.missing(&page, "missing.evidence")
		return page, p.w.internal
	}
	t := &model.Table{
		Caption: p.w.say("section.appendix"), RowHeads: true,
		Columns: []model.Column{{Title: p.w.say("evidence.what"), Width: 4}, {Title: p.w.say("evidence.for"), Width: 3}, {Title: p.w.say("evidence.kind"), Width: 1}, {Title: p.w.say("word.date"), Width: 1.3}},
	}
	for i := range list[:min(len(list), evidenceRows)] {
		e := &list[i]
		what := model.Cell{Text: e.Title}
		if p.w.internal {
			what.Detail = e.URL // it may lead into our own systems
		}
		if e.EvidenceKind == "quote" && e.Body != "" {
			what = model.Cell{Text: p.l.Quote(e.Body), Client: true, Detail: cmp.Or(p.person(e.StakeholderID), e.Title)}
		}
		kind := cmp.Or(e.EvidenceKind, "note")
		t.Rows = append(t.Rows, model.Row{Cells: []model.Cell{
			what, {Text: p.about(e.Subject), Tone: model.ToneQuiet}, {Text: p.w.try("kind."+kind, kind), Tone: model.ToneQuiet}, {Text: p.l.ShortDate(e.On)},
		}})
	}
	page.Blocks = []model.Block{{Table: t}}
	if n > evidenceRows {
		page.Subtitle = p.w.say("evidence.newest", "n", p.l.Count(evidenceRows), "all", p.l.Count(n))
	}
	p.withOwn(&page, SectionAppendix)
	page.Foot = p.w.say("foot.filed", "by", p.recorder(), "date", p.l.Date(list[0].On))
	page.Notes = []string{p.w.say("note.evidence")}
	return page, true
}

// definitionPage says what each measure is.
func (p *pages) definitionPage() (model.Page, bool) {
	t := &model.Table{
		Caption: p.w.say("define.caption"), RowHeads: true,
		Columns: []model.Column{
			{Title: p.w.say("score.measure"), Width: 3}, {Title: p.w.say("define.unit"), Width: 1.2}, {Title: p.w.say("define.direction"), Width: 1.2},
			{Title: p.w.say("score.baseline"), Align: model.AlignEnd, Width: 1.3}, {Title: p.w.say("score.target"), Align: model.AlignEnd, Width: 1.3},
			{Title: p.w.say("define.every"), Width: 1.1}, {Title: p.w.say("score.source"), Width: 2},
		},
	}
	for i := range p.outcomes {
		for _, m := range p.measuresOf(p.outcomes[i].ID) {
			number := func(v *float64, on success.Date) model.Cell {
				if v == nil {
					return model.Cell{}
				}
				return model.Cell{Text: p.bare(&m, *v), Detail: p.l.ShortDate(on)}
			}
			every := ""
			if m.CadenceDays != nil && *m.CadenceDays > 0 {
				every = p.w.one(int64(*m.CadenceDays), "define.days", "n", p.l.Count(int64(*m.CadenceDays)))
			}
			t.Rows = append(t.Rows, model.Row{Cells: []model.Cell{
				{Text: m.Name, Detail: p.outcomes[i].Statement, Bold: true}, {Text: m.Unit}, {Text: p.w.try("direction."+cmp.Or(m.Direction, "up"), m.Direction)},
				number(m.Baseline, m.BaselineOn), number(m.Target, m.TargetOn), {Text: every}, {Text: m.Source, Detail: p.person(m.OwnerStakeholderID), Tone: model.ToneQuiet},
			}})
		}
	}
	n := int64(len(t.Rows))
	page := model.Page{Key: model.KeyAppendix + "-measures", Title: p.counted(n, "title.definitions"), Blocks: []model.Block{{Table: t}}}
	page.Foot, page.Notes = p.planFoot(), []string{p.w.say("note.state")}
	return page, n > 0
}

// assumptionPage lists what one unit of each measure is worth, on what basis,
// and what of it is counted. A page of the client's sums is not for the public.
func (p *pages) assumptionPage() (model.Page, bool) {
	t := &model.Table{
		Caption: p.w.say("assume.caption"), RowHeads: true,
		Columns: []model.Column{
			{Title: p.w.say("score.measure"), Width: 2.6}, {Title: p.w.say("assume.head"), Align: model.AlignEnd, Width: 1.5},
			{Title: p.w.say("assume.basis"), Width: 3.4}, {Title: p.w.say("assume.ours"), Align: model.AlignEnd, Width: 1}, {Title: p.w.say("assume.by"), Width: 2},
		},
	}
	sure := int64(0)
	for i := range p.outcomes {
		for _, m := range p.measuresOf(p.outcomes[i].ID) {
			if m.UnitValue.IsZero() {
				continue
			}
			share := 1.0
			if m.Attribution != nil {
				share = *m.Attribution
			}
			mark := model.MarkClaimed
			switch {
			case m.UnitValueConfirmedBy != "":
				mark = model.MarkConfirmed
				sure++
			case p.evidenceOf(success.Link{Kind: "measure", ID: m.ID}) != nil:
				mark = model.MarkEvidenced
			}
			basis := model.Cell{Text: m.UnitValueBasis}
			if basis.Text == "" {
				basis = model.Cell{Text: p.w.say("assume.nobasis"), Tone: model.ToneQuiet}
			}
			t.Rows = append(t.Rows, model.Row{Cells: []model.Cell{
				{Text: m.Name, Detail: m.Unit, Bold: true}, {Text: p.unitValue(&m)}, basis, {Text: p.l.Percent(share)}, {Text: capital(p.confirmedUnit(&m)), Mark: mark},
			}})
		}
	}
	n := int64(len(t.Rows))
	page := model.Page{Key: model.KeyAppendix + "-assumptions", Title: p.counted(n, "title.assumptions"), Blocks: []model.Block{{Table: t}}}
	page.Foot = p.w.say("foot.assumptions", "n", p.l.Count(sure), "all", p.l.Count(n))
	page.Subtitle, page.Notes = p.w.say("assume.sub"), []string{p.w.say("note.unit")}
	return page, n > 0 && p.options.Audience != model.AudiencePublic
}

// peoplePage lists who was met since the day the story compares with. It is not
// for the public.
func (p *pages) peoplePage() (model.Page, bool) {
	times, last, talks := map[success.ID]int64{}, map[success.ID]success.Date{}, int64(0)
	for i := range p.f.Touchpoints {
		t := &p.f.Touchpoints[i]
		if t.On < p.since || t.On > p.on {
			continue
		}
		if len(t.StakeholderIDs) > 0 {
			talks++
		}
		for _, id := range t.StakeholderIDs {
			times[id]++
			last[id] = max(last[id], t.On)
		}
	}
	met := keep(p.f.Stakeholders, func(s *success.Stakeholder) bool { return times[s.ID] > 0 })
	slices.SortStableFunc(met, func(a, b success.Stakeholder) int {
		return cmp.Or(cmp.Compare(times[b.ID], times[a.ID]), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	t := &model.Table{
		Caption: p.w.say("people.caption"), RowHeads: true,
		Columns: []model.Column{{Title: p.w.say("people.name"), Width: 2.4}, {Title: p.w.say("people.title"), Width: 3}, {Title: p.w.say("people.times"), Align: model.AlignEnd, Width: 1.2}, {Title: p.w.say("people.last"), Width: 1.4}},
	}
	for i := range met {
		s := &met[i]
		left := ""
		if s.LeftOn != 0 && s.LeftOn <= p.on {
			left = p.w.say("people.left", "date", p.l.ShortDate(s.LeftOn))
		}
		t.Rows = append(t.Rows, model.Row{Cells: []model.Cell{
			{Text: s.Name, Detail: left, Bold: true}, {Text: s.Title}, {Text: p.l.Count(times[s.ID])}, {Text: p.l.ShortDate(last[s.ID])},
		}})
	}
	n := int64(len(met))
	page := model.Page{
		Key: model.KeyAppendix + "-people", Title: p.counted(n, "title.people", "date", p.l.Date(p.since)),
		Blocks: []model.Block{{Table: t}}, Notes: []string{p.w.say("note.met")},
		Foot: p.w.one(talks, "foot.talks", "n", p.l.Count(talks), "by", p.recorder()),
	}
	return page, n > 0 && p.options.Audience != model.AudiencePublic
}

// glossaryPage says what the words of the document mean. It stands where any
// page before has used them.
func (p *pages) glossaryPage() (model.Page, bool) {
	t := &model.Table{
		Caption: p.w.say("title.glossary"), RowHeads: true,
		Columns: []model.Column{{Title: p.w.say("glossary.word"), Width: 1.4}, {Title: p.w.say("glossary.means"), Width: 6}},
	}
	for _, key := range []string{"proved", "claimed", "value", "delivered", "people", "dimension", "ontrack", "stale", "habit", "confidence"} {
		word, means, _ := strings.Cut(p.w.say("glossary."+key), ": ")
		t.Rows = append(t.Rows, model.Row{Cells: []model.Cell{{Text: word, Bold: true}, {Text: means}}})
	}
	page := model.Page{
		Key: model.KeyAppendix + "-glossary", Title: p.w.say("title.glossary"),
		Foot:   p.w.say("foot.words"),
		Blocks: []model.Block{{Table: t}}, Notes: []string{p.w.say("note.level", "date", p.l.Date(p.on))},
	}
	return page, len(p.outcomes)+len(p.f.Benefits) > 0
}
