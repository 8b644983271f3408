package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
)

// pageDays is how far ahead a renewal page looks.
const pageDays = 90

// renewalPage is the renewal for the client's finance and procurement on one
// page: what is asked, what it brought and cost, why now, and what it rests on.
func (p *pages) renewalPage(r room) *model.Document {
	doc := p.onPaper(model.KindRenewalPage, p.heading(SectionAnswer, p.answerTitle()), "")
	doc.Footer = p.w.say("rp.footer", "client", p.f.Account.Name, "provider", p.provider(), "date", p.l.Date(p.on))
	doc.Pages = append(doc.Pages, p.askedPage(r), p.pageFigures())
	if picture := p.onePicture(); picture != nil && !p.hides(SectionGrowth) {
		title := p.w.say("picture.sub")
		if picture.Chart != nil {
			title, picture.Chart.Title = picture.Chart.Title, ""
		}
		doc.Pages = append(doc.Pages, model.Page{Key: model.KeyGrowth, Title: title, Blocks: []model.Block{*picture}})
	}
	doc.Pages = append(doc.Pages, model.Page{Key: model.KeyWhy, Title: p.w.say("rp.why"), Blocks: []model.Block{{Text: p.bullets("", p.whyNow(), r.why, r)}}})
	if table, more := p.outcomeTable(r); len(table.Rows) > 0 && !p.hides(SectionResults) {
		page := model.Page{Key: model.KeyScorecard, Title: p.w.say("rp.outcomes"), Blocks: []model.Block{{Table: table}}}
		if !r.sources {
			page.Foot = p.readFoot()
		}
		if more != "" {
			page.Foot = strings.TrimSpace(capital(more) + ". " + page.Foot)
		}
		doc.Pages = append(doc.Pages, page)
	}
	var assumed, risks, steps *model.Text
	if !p.hides(SectionInvestment) {
		assumed = p.assumedText(r)
	}
	if !p.hides(SectionLearned) {
		risks = p.riskText(r)
	}
	if !p.hides(SectionNext) {
		steps = p.orSay(p.bullets(p.w.say("rp.steps"), p.stepsAhead(), r.steps, r), "rp.steps.none")
	}
	people := p.orSay(p.bullets(p.w.say("rp.contacts"), p.contacts(), r.people, r), "rp.contacts.none")
	for _, page := range []model.Page{beside(model.KeyRisks, assumed, risks), beside(model.KeyNext, steps, people)} {
		if len(page.Blocks) > 0 {
			doc.Pages = append(doc.Pages, page)
		}
	}
	return doc
}

// askedPage is what is to be decided, by whom and when.
func (p *pages) askedPage(r room) model.Page {
	page := model.Page{Key: model.KeyDecisions, Title: p.w.say("rp.noask")}
	asks := p.asks(0)
	if len(asks) == 0 {
		if p.term != nil && (p.term.Result == "" || p.term.Result == "open") {
			page.Blocks = []model.Block{{Text: &model.Text{Paragraphs: []model.Paragraph{
				model.Plain(p.w.say("rp.noask.text", "date", p.l.Date(success.DecisionDate(p.term))))}}}}
		}
		return page
	}
	page.Title = p.heading(SectionDecisions, p.asksTitle(int64(len(asks))))
	most := min(3, len(asks))
	for i := range asks[:most] {
		asks[i].Ask, asks[i].Detail = shorten(asks[i].Ask, r.letters), shorten(asks[i].Detail, r.letters)
	}
	page.Blocks = []model.Block{{Decisions: &model.Decisions{
		Items: asks[:most], AskHead: p.w.say("decide.head"), OwnerHead: p.w.say("decide.owner"), ByHead: p.w.say("decide.by"),
	}}}
	page.Foot = capital(p.more(len(asks) - most))
	return page
}

// pageFigures are net value, time to first value and the ratio; before any
// value, what is there instead.
func (p *pages) pageFigures() model.Page {
	page := model.Page{Key: model.KeyInvestment, Title: p.w.say("rp.figures")}
	value, cost := p.deliveredRange(), p.costs()
	first := p.firstValueFigure()
	if value.likely <= 0 || p.hides(SectionInvestment) {
		figures := p.valueFigures()
		if p.velocity.Proved.Benefits == 0 {
			page.Title, figures = p.w.say("rp.figures.none"), p.firstFigures()
		}
		figures = figures[:min(2, len(figures))]
		page.Blocks = []model.Block{{Figures: &model.Figures{Items: append(slices.Clone(figures), first)}}}
		return page
	}
	from, to := p.termSpan()
	days := p.l.Count(int64(to.Sub(from)) + 1)
	figures := []model.Figure{}
	if p.netShown(value, cost) {
		figures = append(figures, p.netFigure(value, cost, days), first, p.ratioFigure(value, cost))
	} else {
		page.Title = p.w.say("title.invest.sum", "sum", p.short(value.likely))
		figures = append(figures, model.Figure{
			Value: p.span(value.low, value.high), Tone: model.ToneGrowth, Label: p.w.say("rp.gross"),
			Detail: strings.TrimSpace(p.w.say("rp.gross.detail", "days", days) + " " + p.onceDetail()),
		}, first)
		if n := p.velocity.Proved.People; n > 0 {
			figures = append(figures, model.Figure{Value: p.l.Count(n), Label: p.w.say("figure.people"), Detail: p.peopleDetail()})
		}
	}
	page.Blocks = []model.Block{{Figures: &model.Figures{Items: figures}}}
	return page
}

// netShown reports whether value is set against its cost: where the price is
// known, and not below the cost in a document that may not name it, in which
// it could not be explained.
func (p *pages) netShown(value sums, cost spending) bool {
	return cost.known && cost.price > 0 && (p.options.showsPrice() || value.likely >= cost.total())
}

func (p *pages) netFigure(value sums, cost spending, days string) model.Figure {
	f := model.Figure{Value: p.span(value.low-cost.total(), value.high-cost.total()), Label: p.w.say("rp.net")}
	if value.likely > cost.total() {
		f.Tone = model.ToneGrowth
	}
	f.Detail = p.w.say("rp.net.detail", "days", days)
	if value.isRange() {
		f.Label = p.w.say("rp.net.range")
	}
	if p.options.showsPrice() {
		f.Detail = p.w.say("rp.net.sums", "value", p.span(value.low, value.high), "cost", p.short(cost.total()), "days", days)
	}
	f.Detail = strings.TrimSpace(f.Detail + " " + p.onceDetail())
	return f
}

// onceDetail says what of the term's value came once: only what fell into it.
func (p *pages) onceDetail() string {
	if once := p.onceIn(); once > 0 {
		return p.w.say("rp.once", "sum", p.short(once))
	}
	return ""
}

func (p *pages) ratioFigure(value sums, cost spending) model.Figure {
	f := model.Figure{Value: p.l.Number(value.likely/cost.total(), 1) + "×", Label: p.w.say("rp.ratio"), Detail: p.w.say("rp.ratio.same")}
	if value.isRange() {
		f.Detail = p.w.say("rp.ratio.range", "low", p.l.Number(value.low/cost.total(), 1), "high", p.l.Number(value.high/cost.total(), 1))
	}
	return f
}

// span writes low to high, or one sum where they are the same.
func (p *pages) span(low, high float64) string {
	from, to := p.short(low), p.short(high)
	if from == to {
		return from
	}
	return from + "–" + to
}

// firstValueFigure is the time from the start to the first proved value.
func (p *pages) firstValueFigure() model.Figure {
	v := &p.velocity
	target := p.firstValueTarget()
	switch start := p.f.Account.StartDate; {
	case v.TimeToFirstValueDays != nil && v.FirstValueOn != 0 && v.FirstValueOn <= p.on:
		n := int64(*v.TimeToFirstValueDays)
		return model.Figure{Value: p.l.Count(n), Label: p.w.one(n, "rp.first"),
			Detail: p.w.say("rp.first.detail", "date", p.l.Date(v.FirstValueOn), "target", p.l.Count(int64(target)))}
	case v.FirstValueOn != 0 && v.FirstValueOn <= p.on:
		return model.Figure{Value: p.l.ShortDate(v.FirstValueOn), Label: p.w.say("rp.first.unknown"), Detail: p.w.say("growth.first.known", "date", p.l.Date(v.FirstValueOn))}
	case start == 0:
		return model.Figure{Value: p.w.say("rp.first.none"), Label: p.w.say("rp.first.unknown")}
	default:
		due, key := start.AddDays(target), "rp.first.due"
		if due < p.on {
			key = "rp.first.late"
		}
		return model.Figure{Value: p.w.say("rp.first.none"), Label: p.w.say("rp.first.unknown"),
			Detail: p.w.say(key, "date", p.l.Date(due), "days", p.l.Count(int64(p.on.Sub(due))))}
	}
}

// whyNow are the reasons to decide now: the author's own sentences first, then
// the day, what is new or that little is, and what will not count any more.
func (p *pages) whyNow() []string {
	var out []string
	for _, c := range p.in(SectionAnswer) {
		if !p.known[fingerprint(c.Section, c.Text)] {
			out = append(out, prose.Plain(c.Text))
		}
	}
	if p.term != nil && p.deciding() {
		due := success.DecisionDate(p.term)
		key := "rp.why.decide"
		switch {
		case due < p.on:
			key = "rp.why.past"
		case due == p.term.End:
			key = "rp.why.end"
		}
		out = append(out, p.w.say(key, "end", p.l.Date(p.term.End), "date", p.l.Date(due), "days", p.l.Count(int64(due.Sub(p.on)))))
	}
	if p.velocity.Proved.Benefits == 0 {
		out = append(out, p.w.say("rp.why.none"))
	} else {
		out = append(out, p.newsLines()...)
	}
	for _, gone := range p.oneTimes() {
		if last := gone.mark.On.AddDays(364); last.Sub(p.on) <= 2*pageDays {
			out = append(out, p.w.say("rp.why.leaves", "title", gone.lane.Title, "sum", p.short(*gone.mark.Amount), "date", p.l.Date(last)))
		}
	}
	if sum := p.claimedSum(); sum > 0 {
		out = append(out, p.w.say("rp.why.claimed", "sum", p.claimedText()))
	}
	return out
}

// newsLines say what is new and grown since the day compared with, or since the
// last told story, and otherwise plainly that little is, and what is proposed.
func (p *pages) newsLines() []string {
	var out []string
	fresh, grown := p.news()
	date := p.l.Date(max(p.since, p.told))
	if len(fresh) > 0 {
		out = append(out, p.w.say("rp.why.new", "date", date, "titles", p.few(fresh)))
	}
	if len(grown) > 0 {
		out = append(out, p.w.say("rp.why.grown", "date", date, "titles", p.few(grown)))
	}
	if len(out) > 0 {
		return out
	}
	return []string{p.littleNew()}
}

// news are the titles of the benefits that came and those that grew since the day
// compared with, or since the last told story.
func (p *pages) news() (fresh, grown []string) {
	since := max(p.since, p.told)
	for i := range p.lanes() {
		switch lane := &p.lanes()[i]; {
		case !p.inForce(lane):
		case p.firstProved(lane) > since:
			fresh = append(fresh, lane.Title)
		case slices.ContainsFunc(lane.Marks, func(m success.StepMark) bool {
			return m.On > since && m.On <= p.on && m.News > 0 && m.Confirmation != "claimed"
		}):
			grown = append(grown, lane.Title)
		}
	}
	return fresh, grown
}

// littleNew says plainly that little is new, and what is proposed about it.
func (p *pages) littleNew() string {
	last := max(p.since, p.told)
	if p.velocity.SilenceDays != nil {
		last = p.on.AddDays(-*p.velocity.SilenceDays)
	}
	key := "rp.why.little"
	if p.levelAt(last) > p.velocity.Proved.Level {
		key = "rp.why.fell"
	}
	text := p.w.say(key, "date", p.l.Date(last)) + " "
	if next := p.openSteps(); len(next) > 0 {
		return text + p.w.say("rp.why.answer", "step", next[0].Title)
	}
	return text + p.w.say("rp.why.noanswer")
}

func (x *facts) firstProved(lane *success.Lane) success.Date {
	for i := range lane.Marks {
		if m := &lane.Marks[i]; m.Confirmation != "claimed" {
			return m.On
		}
	}
	return 0
}

// few names the first three, and how many more there are.
func (p *pages) few(titles []string) string {
	if len(titles) <= 3 {
		return p.w.list(titles)
	}
	return strings.Join(titles[:3], ", ") + " " + p.more(len(titles)-3)
}

// outcomeTable has a row for each measure, with where its value comes from, and
// says how many more there are.
func (p *pages) outcomeTable(r room) (_ *model.Table, more string) {
	t := &model.Table{
		Caption: p.w.say("section.results"), RowHeads: true,
		Columns: []model.Column{
			{Title: p.w.say("score.measure"), Width: 3}, {Title: p.w.say("score.baseline"), Align: model.AlignEnd, Width: 1.1},
			{Title: p.w.say("score.now"), Align: model.AlignEnd, Width: 1.1}, {Title: p.w.say("score.target"), Align: model.AlignEnd, Width: 1.1},
			{Title: p.w.say("score.state"), Width: 1.5}, {Title: p.w.say("score.source"), Width: 2.4},
		},
	}
	if !r.sources {
		t.Columns = t.Columns[:5]
	}
	all := 0
	for i := range p.outcomes {
		for _, m := range p.measuresOf(p.outcomes[i].ID) {
			if all++; all > r.rows {
				continue
			}
			row := p.scoreRow(&p.outcomes[i], &m)
			row.Cells[0].Detail = ""
			row.Cells = append(row.Cells[:5:5], row.Cells[6])
			if !r.sources {
				row.Cells = row.Cells[:5]
			}
			for c := range row.Cells {
				row.Cells[c].Text = shorten(row.Cells[c].Text, min(r.letters, 70))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t, p.more(all - r.rows)
}

// readFoot says how many readings are behind all measures, and how new they are.
func (p *pages) readFoot() string {
	n, newest := int64(0), success.Date(0)
	for i := range p.outcomes {
		for _, m := range p.measuresOf(p.outcomes[i].ID) {
			if r := p.lastReading(m.ID); r != nil {
				n, newest = n+1, max(newest, r.On)
			}
		}
	}
	if n == 0 {
		return ""
	}
	return p.w.one(n, "foot.readings", "n", p.l.Count(n), "date", p.l.Date(newest))
}

// assumedText is what the sums rest on: how they are counted, the values of one
// unit, and who stands behind the largest benefits.
func (p *pages) assumedText(r room) *model.Text {
	heading := p.w.say("rp.assumptions")
	if p.velocity.Proved.Benefits == 0 {
		return &model.Text{Heading: heading, Paragraphs: []model.Paragraph{model.Bullet(p.w.say("rp.assume.nothing"))}}
	}
	items := []string{p.w.say("invest.basis")}
	for i := range p.outcomes {
		for _, m := range p.measuresOf(p.outcomes[i].ID) {
			if text := p.assumption(&m); text != "" {
				items = append(items, text)
			}
		}
	}
	if len(items) == 1 {
		items = append(items, p.w.say("rp.assume.none"))
	}
	for _, lane := range p.largest() {
		for j := len(lane.Marks) - 1; j >= 0; j-- {
			if m := &lane.Marks[j]; m.On <= p.on && m.Confirmation != "claimed" {
				items = append(items, p.w.say("rp.source", "title", lane.Title, "who", p.vouched(m)))
				break
			}
		}
	}
	return p.bullets(heading, items, r.assumptions, r)
}

// largest are the benefits in force by proof, the largest first.
func (p *pages) largest() []success.Lane {
	out := keep(p.lanes(), p.inForce)
	slices.SortStableFunc(out, func(a, b success.Lane) int { return cmp.Compare(b.Proved, a.Proved) })
	return out
}

// riskText is what did not work or may not, each with what is done about it.
func (p *pages) riskText(r room) *model.Text {
	t := &model.Text{Heading: p.w.say("rp.risks")}
	all := p.misses()
	for _, m := range all[:min(len(all), r.risks)] {
		fix := p.w.say("rp.risk", "detail", m.detail, "fix", cmp.Or(m.fix, p.w.say("miss.nofix")))
		if m.owner != "" {
			fix += p.w.say("rp.risk.owner", "owner", m.owner)
		}
		t.Paragraphs = append(t.Paragraphs, model.Paragraph{Bullet: true, Runs: []model.Run{{Text: shorten(m.what, 60), Bold: true}, {Text: sentence(shorten(fix, r.letters))}}})
	}
	p.withMore(t, len(all)-r.risks)
	return p.orSay(t, "rp.risks.none")
}

// stepsAhead are the steps of both sides that are open and due within the days
// a page looks ahead, those that are asked for left out.
func (p *pages) stepsAhead() []string {
	var out []string
	for _, m := range p.openSteps() {
		if m.Due == 0 || m.Due.Sub(p.on) > pageDays || p.isAsk(&m) {
			continue
		}
		day := p.l.ShortDate(m.Due)
		if m.Due < p.on {
			day += ", " + p.w.say("next.late")
		}
		out = append(out, day+": "+p.w.say("rp.step", "title", m.Title, "owner", p.owner(&m)))
	}
	return out
}

// contacts are who decides and who uses it at the client, and ours.
func (p *pages) contacts() []string {
	var out []string
	for _, role := range []string{"economic buyer", "executive sponsor", "champion", "procurement"} {
		for i := range p.f.Stakeholders {
			s := &p.f.Stakeholders[i]
			if s.Role == role && (s.LeftOn == 0 || s.LeftOn > p.on) && s.CreatedAt.Date() <= p.on {
				out = append(out, p.w.say("rp.contact", "who", p.person(s.ID), "party", p.f.Account.Name))
				break
			}
		}
	}
	ours := p.f.Account.CSM
	if ours == "" {
		return out
	}
	line := p.w.say("rp.contact", "who", ours, "party", cmp.Or(p.provider(), "–"))
	return slices.Insert(out, min(1, len(out)), line) // where there is room for two, both sides are named
}
