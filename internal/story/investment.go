package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// showsPrice reports whether a document may say what the subscription costs:
// an internal one always, a client's where the author asked for it, a public
// one never.
func (o Options) showsPrice() bool {
	return o.Audience == model.AudienceInternal || o.Commercial && o.Audience != model.AudiencePublic
}

// termSpan is the term to date; no days where there is no term or it has not begun.
func (x *facts) termSpan() (from, to success.Date) {
	if x.term == nil || x.term.Start >= x.on {
		return 0, 0
	}
	return x.term.Start, min(x.on, x.term.End)
}

// sums are low, likely and high of one sum. Low and high are the likely sum
// where no range is written down.
type sums struct{ low, likely, high float64 }

func (s sums) isRange() bool { return s.high-s.low >= 0.5 }

// delivered is the proved value of the term to date, the last day counted.
func (x *facts) delivered() float64 {
	from, to := x.termSpan()
	if from == 0 {
		return 0
	}
	return success.Delivered(x.f, x.s, from, to.AddDays(1)).Proved
}

// deliveredRange is delivered with the low and the high amounts of the steps
// that have them: the same arithmetic over the same days.
func (x *facts) deliveredRange() sums {
	from, to := x.termSpan()
	if from == 0 {
		return sums{}
	}
	with := func(choose func(s *success.BenefitStep) success.Money) float64 {
		f := *x.f
		f.Steps = slices.Clone(f.Steps)
		for i := range f.Steps {
			f.Steps[i].Amount = choose(&f.Steps[i])
		}
		return success.Delivered(&f, x.s, from, to.AddDays(1)).Proved
	}
	out := sums{likely: x.delivered()}
	out.low = min(out.likely, with(func(s *success.BenefitStep) success.Money {
		if s.Amount.IsZero() || s.AmountLow.IsZero() || s.AmountLow.Currency == s.Amount.Currency && s.AmountLow.Minor > s.Amount.Minor {
			return s.Amount
		}
		return s.AmountLow
	}))
	out.high = max(out.likely, with(func(s *success.BenefitStep) success.Money {
		if s.Amount.IsZero() || s.AmountHigh.IsZero() || s.AmountHigh.Currency == s.Amount.Currency && s.AmountHigh.Minor < s.Amount.Minor {
			return s.Amount
		}
		return s.AmountHigh
	}))
	return out
}

// spending is what the value is set against. Known is false where a sum has no
// rate into the account's currency: then no total is shown.
type spending struct {
	price, own float64
	known      bool
}

func (s spending) total() float64 { return s.price + s.own }

// costs are the price and the client's own cost over the term to date, by the
// day (ACT/365), in the account's currency: of every contract, as the value is
// that of all of them.
func (x *facts) costs() spending {
	from, to := x.termSpan()
	out := spending{known: true}
	if from == 0 {
		return out
	}
	for i := range x.f.Terms {
		t := &x.f.Terms[i]
		days := min(to, x.lastDay(t)).Sub(max(from, t.Start)) + 1
		if days <= 0 {
			continue
		}
		add := func(sum *float64, m success.Money) {
			if m.IsZero() {
				return
			}
			v, ok := x.s.Convert(m, x.velocity.Currency, x.on)
			out.known = out.known && ok
			*sum += v * float64(days) / 365
		}
		add(&out.price, t.ARR)
		add(&out.own, t.ClientCost)
	}
	return out
}

// lastDay is the last day that a term is paid for: its end, or the day before
// the next term of its contract begins.
func (x *facts) lastDay(t *success.Term) success.Date {
	last := t.End
	for i := range x.f.Terms {
		if o := &x.f.Terms[i]; o.ID != t.ID && o.Start > t.Start && contract(o) == contract(t) {
			last = min(last, o.Start.AddDays(-1))
		}
	}
	return last
}

func contract(t *success.Term) string {
	return cmp.Or(strings.ToLower(strings.TrimSpace(t.Contract)), "main")
}

// investment sets what was delivered beside what it cost, over the same days.
func (c *composer) investment() string {
	from, to := c.termSpan()
	if from == 0 || c.delivered() == 0 { // benefits may hold and have no sum
		return c.investTitle()
	}
	proof := c.provedLinks()
	if len(proof) == 0 {
		proof = c.standing()
	}
	text := c.w.say("invest.delivered", "from", c.l.Date(from), "to", c.l.Date(to), "sum", c.full(c.delivered()))
	if r := c.deliveredRange(); r.isRange() {
		text += " " + c.w.say("invest.range", "low", c.full(r.low), "high", c.full(r.high))
	}
	c.claim(text+" "+c.w.say("invest.basis"), proof...)
	cost := c.costs()
	switch {
	case !cost.known || c.options.Audience == model.AudiencePublic:
	case c.options.showsPrice() && cost.price > 0:
		mine := ""
		if cost.own > 0 {
			mine = c.w.say("invest.own", "sum", c.full(cost.own))
		}
		c.claim(c.w.say("invest.cost", "price", c.full(cost.price), "own", mine, "ratio", c.l.Number(c.delivered()/cost.total(), 1)),
			append([]success.Link{{Kind: "term", ID: c.term.ID}}, proof...)...)
	case cost.own > 0:
		c.claim(c.w.say("invest.ownonly", "sum", c.full(cost.own)), success.Link{Kind: "term", ID: c.term.ID})
	}
	return c.investTitle()
}

func (x *facts) investTitle() string {
	sum, cost := x.delivered(), x.costs()
	ratio := 0.0
	if x.options.showsPrice() && cost.known && cost.price > 0 {
		ratio = sum / cost.total()
	}
	switch {
	case sum <= 0:
		return x.w.say("section.investment")
	case ratio >= 1 || ratio > 0 && x.w.internal:
		return x.w.say("title.invest.ratio", "ratio", x.l.Number(ratio, 1))
	}
	return x.w.say("title.invest.sum", "sum", x.short(sum))
}

// investmentPage sets the value of the term to date, low, likely and high,
// against the price and the client's own cost over the same days.
func (p *pages) investmentPage() (model.Page, bool) {
	page := model.Page{Key: model.KeyInvestment, Title: p.heading(SectionInvestment, p.investTitle())}
	from, to := p.termSpan()
	value, cost := p.deliveredRange(), p.costs()
	if from == 0 || value.likely <= 0 {
		key := "missing.delivered"
		switch {
		case from == 0:
			key = "missing.term"
		case p.velocity.Proved.Benefits > 0:
			key = "missing.sum"
		}
		p.missing(&page, key)
		return page, p.w.internal
	}
	if p.options.Audience == model.AudiencePublic {
		return page, false
	}
	if !p.options.showsPrice() {
		cost.price = 0
	}
	if !cost.known {
		cost.price, cost.own = 0, 0
	}
	page.Subtitle = p.w.say("invest.sub", "from", p.l.Date(from), "to", p.l.Date(to))
	page.Blocks = []model.Block{
		{Figures: &model.Figures{Items: p.investFigures(value, cost)}},
		{Chart: p.investChart(value, cost)},
	}
	page.Blocks[1].Chart.Method += p.missingInvestment(value)
	p.withOwn(&page, SectionInvestment)
	page.Foot = p.benefitFoot()
	page.Notes = p.notes(SectionInvestment, p.w.say("note.delivered"))
	if value.isRange() {
		page.Notes = append(page.Notes, p.w.say("note.range"))
	}
	switch {
	case cost.price > 0:
		page.Notes = append(page.Notes, p.w.say("note.cost"))
	case cost.own > 0:
		page.Notes = append(page.Notes, p.w.say("note.owncost"))
	}
	page.Notes = append(page.Notes, p.assumptions()...)
	return page, true
}

// missingInvestment names in an internal document what the sum lacks, in the
// small type under the bars.
func (p *pages) missingInvestment(value sums) string {
	if !p.w.internal {
		return ""
	}
	text := ""
	add := func(lacks bool, key string) {
		if lacks {
			text += " " + p.w.say(key)
		}
	}
	add(!value.isRange(), "missing.range")
	add(p.term.ARR.IsZero(), "missing.price")
	add(p.term.ClientCost.IsZero(), "missing.owncost")
	add(!p.costs().known, "missing.rate")
	return text
}

// investFigures are the likely sums alone, so that figures and bars stand on one
// slide; low and high are in the bars and in the method.
func (p *pages) investFigures(value sums, cost spending) []model.Figure {
	out := []model.Figure{{Value: p.short(value.likely), Label: p.w.say("figure.delivered"), Tone: model.ToneGrowth}}
	if cost.price > 0 {
		out = append(out, model.Figure{Value: p.short(cost.price), Label: p.w.say("figure.price")})
	}
	if cost.own > 0 {
		out = append(out, model.Figure{Value: p.short(cost.own), Label: p.w.say("figure.own")})
	}
	if cost.price > 0 {
		out = append(out, model.Figure{Value: p.l.Number(value.likely/cost.total(), 1) + "×", Label: p.w.say("figure.ratio")})
	}
	return out
}

// onceIn is the part of the delivered value that came once within the term to
// date.
func (x *facts) onceIn() float64 {
	from, to := x.termSpan()
	var sum float64
	for i := range x.lanes() {
		for _, m := range x.lanes()[i].Marks {
			if m.Kind == "once" && m.Confirmation != "claimed" && m.Amount != nil && m.On >= from && m.On <= to {
				sum += *m.Amount
			}
		}
	}
	return sum
}

// investChart sets bars of value beside one of cost.
func (p *pages) investChart(value sums, cost spending) *model.Chart {
	type bar struct {
		name               string
		proved, price, own *float64
	}
	bars := []bar{}
	if value.isRange() {
		bars = append(bars, bar{name: p.w.say("chart.low"), proved: &value.low}, bar{name: p.w.say("chart.likely"), proved: &value.likely}, bar{name: p.w.say("chart.high"), proved: &value.high})
	} else {
		bars = append(bars, bar{name: p.w.say("chart.value"), proved: &value.likely})
	}
	switch {
	case cost.price > 0:
		bars = append(bars, bar{name: p.w.say("chart.cost"), price: &cost.price, own: positive(cost.own)})
	case cost.own > 0:
		bars = append(bars, bar{name: p.w.say("chart.own"), own: &cost.own})
	}
	c := &model.Chart{
		Kind: model.ChartStackedBar, CategoryHead: p.w.say("chart.head"), NumberFormat: p.l.NumberFormat(p.velocity.Currency),
		Method: p.investMethod(value, cost),
	}
	if value.high < 20000 && cost.total() < 20000 {
		c.NumberFormat = p.wholeFormat()
	}
	series := []model.Series{
		{Name: p.w.say("chart.proved"), Role: model.RoleProved}, {Name: p.w.say("chart.price"), Role: model.RoleCost}, {Name: p.w.say("chart.own")},
	}
	said := []string{}
	for _, b := range bars {
		total := 0.0
		for i, v := range []*float64{b.proved, b.price, b.own} {
			text := ""
			if v != nil {
				text = p.full(*v)
				total += *v
				name := b.name
				if i > 0 {
					name = series[i].Name
				}
				said = append(said, name+" "+text)
			}
			series[i].Values, series[i].Texts = append(series[i].Values, v), append(series[i].Texts, text)
		}
		c.Categories = append(c.Categories, p.w.say("chart.bar", "name", b.name, "sum", p.short(total)))
	}
	for i := range series {
		if slices.ContainsFunc(series[i].Values, func(v *float64) bool { return v != nil }) {
			c.Series = append(c.Series, series[i])
		}
	}
	c.Alt = p.w.say("chart.invest.alt", "list", strings.Join(said, "; "))
	return c
}

func positive(v float64) *float64 {
	if v <= 0 {
		return nil
	}
	return &v
}

// wholeFormat is the spreadsheet notation of amounts in whole units.
func (x *facts) wholeFormat() string {
	sign := cmp.Or(signs[x.velocity.Currency], x.velocity.Currency)
	if strings.HasPrefix(x.l.form.money, "{c}") {
		return `"` + sign + `"#,##0`
	}
	return `#,##0"` + nbsp + sign + `"`
}

// investMethod says how the sums were reckoned, with the first assumption; all
// of them are in the appendix.
func (p *pages) investMethod(value sums, cost spending) string {
	parts := []string{p.w.say("invest.basis")}
	if once := p.onceIn(); once > 0 {
		parts = append(parts, p.w.say("figure.oncein", "sum", p.short(once)))
	}
	switch {
	case cost.price == 0:
		parts = append(parts, p.w.say("figure.own.alone"))
	case value.isRange():
		parts = append(parts, p.w.say("figure.ratio.range", "low", p.l.Number(value.low/cost.total(), 1), "high", p.l.Number(value.high/cost.total(), 1)))
	}
	all := p.assumptions()
	parts = append(parts, all[:min(1, len(all))]...)
	if n := int64(len(all)) - 1; n > 0 {
		parts = append(parts, p.w.one(n, "chart.more", "n", p.l.Count(n)))
	}
	return strings.Join(parts, " ")
}

// assumptions are the values of one unit that benefits are reckoned with.
func (x *facts) assumptions() []string {
	var out []string
	for i := range x.outcomes {
		for _, m := range x.measuresOf(x.outcomes[i].ID) {
			if text := x.assumption(&m); text != "" {
				out = append(out, text)
			}
		}
	}
	return out
}

// assumption says what one unit of a measure is worth, on what basis, how much
// of it is counted and who confirmed it; "" for a measure without a unit value.
func (x *facts) assumption(m *success.Measure) string {
	if m.UnitValue.Currency == "" {
		return ""
	}
	text := x.w.say("assume", "name", m.Name, "sum", x.unitValue(m))
	if m.UnitValueBasis != "" {
		text += " (" + strings.TrimSuffix(m.UnitValueBasis, ".") + ")"
	}
	text += ", " + x.confirmedUnit(m)
	if m.Attribution != nil && *m.Attribution < 1 {
		text += ", " + x.w.say("assume.share", "share", x.l.Percent(*m.Attribution))
	}
	return text + "."
}

// unitValue writes what one unit is worth a year, with the places it has.
func (x *facts) unitValue(m *success.Measure) string {
	v, _ := m.UnitValue.Value.Float64()
	places := int(min(4, max(0, -m.UnitValue.Value.Exponent())))
	if places > 0 { // €1,250.50, not €1,250.5
		places = max(places, int(success.Exponent(m.UnitValue.Currency)))
	}
	return x.l.amount(x.l.Fixed(v, places), "", m.UnitValue.Currency)
}

func (x *facts) confirmedUnit(m *success.Measure) string {
	switch {
	case m.UnitValueConfirmedBy != "" && m.UnitValueConfirmedOn != 0:
		return x.w.say("assume.confirmed.on", "who", m.UnitValueConfirmedBy, "date", x.l.ShortDate(m.UnitValueConfirmedOn))
	case m.UnitValueConfirmedBy != "":
		return x.w.say("step.confirmed", "who", m.UnitValueConfirmedBy)
	case x.evidenceOf(success.Link{Kind: "measure", ID: m.ID}) != nil:
		return x.w.say("step.document")
	}
	return x.w.say("step.claimed")
}
