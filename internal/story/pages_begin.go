package story

import (
	"slices"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// beginning says what has to be written down before there is a story to tell.
func (p *pages) beginning() model.Page {
	page := model.Page{Key: model.KeyAnswer, Title: p.heading(SectionAnswer, p.answerTitle())}
	p.withOwn(&page, SectionAnswer)
	text := &model.Text{Paragraphs: []model.Paragraph{model.Plain(p.w.say("begin.lead"))}}
	for _, key := range []string{"begin.outcome", "begin.measure", "begin.steps", "begin.benefit"} {
		text.Paragraphs = append(text.Paragraphs, model.Bullet(p.w.say(key)))
	}
	page.Blocks = append(page.Blocks, model.Block{Text: text})
	page.Foot, page.Notes = p.w.say("begin.foot", "date", p.l.Date(p.on)), p.notes(SectionAnswer)
	return page
}

// dimensions are the kinds of benefit in force by proof on a day, by first
// appearance.
func (p *pages) dimensions(on success.Date) []string {
	var out []string
	for i := range p.lanes() {
		if lane := &p.lanes()[i]; lane.Dimension != "" && spanAt(lane, on, true) && !slices.Contains(out, lane.Dimension) {
			out = append(out, lane.Dimension)
		}
	}
	return out
}

// named are kinds of benefit in the document's language: those that a workspace
// begins with have a name in it, its own are called what they are called.
func (p *pages) named(dimensions []string) []string {
	out := make([]string, len(dimensions))
	for i, d := range dimensions {
		out[i] = d
		if key := "dimension." + d; phrases[key].en != "" {
			out[i] = p.w.say(key)
		}
	}
	return out
}

// dimensionDetail names the kinds that are new, else all.
func (p *pages) dimensionDetail() string {
	was := p.dimensions(p.since)
	fresh := slices.DeleteFunc(p.dimensions(p.on), func(d string) bool { return slices.Contains(was, d) })
	if len(was) == 0 || len(fresh) == 0 {
		return p.w.say("figure.dims.same", "list", capital(p.w.list(p.named(p.dimensions(p.on)))))
	}
	return p.w.one(int64(len(fresh)), "figure.dims.new", "list", capital(p.w.list(p.named(fresh))), "month", p.l.Month(p.since))
}
