package story

import (
	"cmp"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// outcomePages are a page for each outcome: the client's words and what was
// done beside the readings of its measure. Outcomes that nothing is known of
// but their name get none.
func (p *pages) outcomePages() []model.Page {
	var out []model.Page
	for i := range p.outcomes {
		if page, ok := p.outcomePage(&p.outcomes[i]); ok {
			out = append(out, page)
		}
	}
	return out
}

func (p *pages) outcomePage(o *success.Outcome) (model.Page, bool) {
	page := model.Page{Key: model.KeyOutcome + "-" + model.Key(o.ID), Title: o.Statement}
	measures := p.measuresOf(o.ID)
	m := p.drawable(measures)
	if m != nil {
		page.Title, page.Subtitle = p.conclusion(m), o.Statement
		if m.ID == p.headline { // its conclusion heads a page already
			page.Title, page.Subtitle = page.Subtitle, page.Title
		}
		page.Foot, page.Notes = p.readingsFoot(m), p.measureNotes(m)
	}
	text := p.outcomeText(o)
	if m == nil && len(measures) > 0 {
		table := p.scoreTable()
		for i := range measures {
			table.Rows = append(table.Rows, p.scoreRow(o, &measures[i]))
		}
		page.Blocks = append(page.Blocks, model.Block{Table: table})
		page.Notes = append(page.Notes, p.w.say("note.state"))
	}
	if len(text.Paragraphs) > 0 {
		page.Blocks = append(page.Blocks, model.Block{Text: text})
	}
	if m != nil {
		page.Blocks = append(page.Blocks, model.Block{Chart: p.readingsChart(m)})
		page.Columns = len(page.Blocks) > 1
	}
	if page.Foot == "" {
		page.Foot = p.planFoot()
	}
	return page, len(page.Blocks) > 0
}

// drawable is the first measure with two days to draw, one that has no page of
// its own before the one that has.
func (p *pages) drawable(list []success.Measure) *success.Measure {
	var shown *success.Measure
	for i := range list {
		m := &list[i]
		if m.Baseline == nil || m.Target == nil || p.measures[m.ID].Now == nil || len(p.readingPoints(m)) < 2 {
			continue
		}
		if m.ID != p.headline {
			return m
		}
		shown = m
	}
	return shown
}

// outcomeText is what stands beside an outcome's chart: the client's words,
// why it matters, what changed in the work, what it is worth, what comes next.
func (p *pages) outcomeText(o *success.Outcome) *model.Text {
	t := &model.Text{}
	if o.Quote != "" {
		t.Paragraphs = append(t.Paragraphs,
			model.Paragraph{Runs: []model.Run{{Text: p.l.Quote(o.Quote), Client: true}}},
			model.Paragraph{Runs: []model.Run{{Text: p.quotedBy(o, p.l.ShortDate), Tone: model.ToneQuiet}}})
	}
	for _, b := range p.changes() {
		if b.OutcomeID == o.ID && b.To != "" {
			stage := cmp.Or(b.Stage, "not started")
			t.Paragraphs = append(t.Paragraphs, model.Bullet(p.w.say("outcome.change", "process", b.Process, "to", b.To, "stage", p.w.try("stage."+stage, stage))))
		}
	}
	for i := range p.lanes() {
		lane := &p.lanes()[i]
		if b := find(p.f.Benefits, lane.Benefit); b == nil || b.OutcomeID != o.ID || !p.inForce(lane) {
			continue
		}
		for j := len(lane.Marks) - 1; j >= 0; j-- {
			if m := &lane.Marks[j]; m.On <= p.on && m.Confirmation != "claimed" {
				t.Paragraphs = append(t.Paragraphs, model.Bullet(p.stepSentence(lane, m)))
				break
			}
		}
	}
	if fix, owner := p.fixFor(o.ID, ""); fix != "" {
		t.Paragraphs = append(t.Paragraphs, model.Bullet(p.w.say("outcome.next", "step", fix, "owner", owner)))
	}
	return t
}
