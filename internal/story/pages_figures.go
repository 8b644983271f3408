package story

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// scorePage is the scorecard: each measure with baseline, now, target, state,
// confidence and source.
func (p *pages) scorePage() (model.Page, bool) {
	page := model.Page{Key: model.KeyScorecard, Title: p.heading(SectionResults, p.resultsTitle())}
	table := p.scoreTable()
	readings, newest := int64(0), success.Date(0)
	for i := range p.outcomes {
		for _, m := range p.measuresOf(p.outcomes[i].ID) {
			table.Rows = append(table.Rows, p.scoreRow(&p.outcomes[i], &m))
			if r := p.lastReading(m.ID); r != nil {
				readings++
				newest = max(newest, r.On)
			}
		}
	}
	if len(table.Rows) == 0 && !p.w.internal {
		return page, false
	}
	if len(table.Rows) > 0 {
		page.Blocks = append(page.Blocks, model.Block{Table: table})
	}
	p.withOwn(&page, SectionResults)
	if len(table.Rows) == 0 {
		p.missing(&page, "missing.measures")
	}
	page.Foot = p.planFoot()
	if readings > 0 {
		page.Foot = p.w.one(readings, "foot.readings", "n", p.l.Count(readings), "date", p.l.Date(newest))
	}
	page.Notes = p.notes(SectionResults, p.w.say("note.state"))
	return page, true
}

func (p *pages) scoreTable() *model.Table {
	return &model.Table{
		Caption: p.w.say("section.results"), RowHeads: true,
		Columns: []model.Column{
			{Title: p.w.say("score.measure"), Width: 3.3}, {Title: p.w.say("score.baseline"), Align: model.AlignEnd, Width: 1},
			{Title: p.w.say("score.now"), Align: model.AlignEnd, Width: 1}, {Title: p.w.say("score.target"), Align: model.AlignEnd, Width: 1},
			{Title: p.w.say("score.state"), Width: 1.35}, {Title: p.w.say("score.confidence"), Width: 1.3}, {Title: p.w.say("score.source"), Width: 2.2},
		},
	}
}

func (p *pages) scoreRow(o *success.Outcome, m *success.Measure) model.Row {
	figure := p.measures[m.ID]
	number := func(v *float64) string {
		if v == nil {
			return ""
		}
		return p.bare(m, *v)
	}
	unit := ""
	if _, _, several := strings.Cut(m.Unit, " "); several {
		unit = strings.TrimSpace(m.Unit)
		for _, sign := range signs {
			if first, rest, _ := strings.Cut(unit, " "); sign != "CHF" && strings.HasPrefix(first, sign) {
				unit = rest
				break
			}
		}
	}
	detail := o.Statement
	if unit != "" {
		detail = unit + "; " + detail
	}
	mark, tone := stateLook(figure.State)
	age := ""
	if figure.State == success.Stale {
		age = p.w.say("score.age", "days", p.l.Count(int64(p.on.Sub(figure.NowOn))))
	}
	row := model.Row{Cells: []model.Cell{
		{Text: m.Name, Detail: detail, Bold: true}, {Text: number(m.Baseline), Tone: model.ToneQuiet},
		{Text: number(figure.Now), Bold: true}, {Text: number(m.Target), Tone: model.ToneQuiet},
		{Text: p.w.try("state."+string(figure.State), string(figure.State)), Detail: age, Mark: mark, Tone: tone},
	}}
	return p.sourced(row, m)
}

// sourced adds confidence and source of the present value.
func (p *pages) sourced(row model.Row, m *success.Measure) model.Row {
	r := p.lastReading(m.ID)
	if r == nil {
		row.Cells = append(row.Cells, model.Cell{}, model.Cell{Text: m.Source, Tone: model.ToneQuiet})
		return row
	}
	source := m.Source
	if r.ConfirmedBy != "" {
		source = r.ConfirmedBy
	} else if r.Source != "" {
		source = r.Source
	}
	row.Cells = append(row.Cells,
		model.Cell{Text: p.w.try("confidence."+r.Confidence, r.Confidence), Tone: model.ToneQuiet},
		model.Cell{Text: source, Detail: p.l.ShortDate(r.On), Tone: model.ToneQuiet})
	return row
}

func stateLook(s success.MeasureState) (model.Mark, model.Tone) {
	switch s {
	case success.Met:
		return model.MarkMet, model.ToneGrowth
	case success.OnTrack:
		return model.MarkOnTrack, model.ToneGrowth
	case success.OffTrack:
		return model.MarkOffTrack, model.ToneTrouble
	case success.Stale:
		return model.MarkStale, model.ToneTrouble
	case success.NoBaseline, success.NotMeasured:
	}
	return model.MarkNoBaseline, model.ToneQuiet
}

// growthPage is the picture of how value has grown.
func (p *pages) growthPage() (model.Page, bool) {
	page := model.Page{Key: model.KeyGrowth, Title: p.heading(SectionGrowth, p.growthTitle())}
	if p.velocity.Proved.Benefits == 0 && p.claimedSum() <= 0 && !p.w.internal {
		return page, false
	}
	if picture := p.picture(); picture.Empty == "" {
		page.Subtitle = p.w.say("picture.sub")
		page.Blocks = []model.Block{{Value: picture}}
	} else {
		p.inWords(&page)
	}
	p.withOwn(&page, SectionGrowth)
	p.missingValue(&page)
	page.Foot = p.stepFoot()
	page.Notes = p.notes(SectionGrowth, p.w.say("note.level", "date", p.l.Date(p.on)), p.w.say("note.picture"))
	for i := range p.lanes() {
		lane := &p.lanes()[i]
		for j := range lane.Marks {
			if lane.Marks[j].On <= p.on {
				page.Notes = append(page.Notes, p.stepSentence(lane, &lane.Marks[j]))
			}
		}
	}
	return page, true
}

// inWords says of each proved benefit what a picture of sums cannot show, where none
// has a sum.
func (p *pages) inWords(page *model.Page) {
	text := &model.Text{}
	for i := range p.lanes() {
		lane := &p.lanes()[i]
		if !p.inForce(lane) {
			continue
		}
		for j := len(lane.Marks) - 1; j >= 0; j-- {
			if m := &lane.Marks[j]; m.On <= p.on && m.Confirmation != "claimed" {
				text.Paragraphs = append(text.Paragraphs, model.Bullet(p.stepSentence(lane, m)))
				break
			}
		}
	}
	if len(text.Paragraphs) > 0 {
		page.Blocks = append(page.Blocks, model.Block{Text: text})
	}
}

func (p *pages) stepFoot() string {
	var benefits, steps int64
	for i := range p.lanes() {
		lane := &p.lanes()[i]
		proved := int64(0)
		for _, m := range lane.Marks {
			if m.On <= p.on && m.Confirmation != "claimed" {
				proved++
			}
		}
		if proved > 0 {
			benefits++
			steps += proved
		}
	}
	if benefits == 0 {
		return p.benefitFoot()
	}
	parts := []string{p.w.one(benefits, "foot.benefits", "n", p.l.Count(benefits)), p.w.one(steps, "foot.steps", "n", p.l.Count(steps))}
	if n := p.evidenceCount(); n > 0 {
		parts = append(parts, p.w.one(n, "foot.evidence", "n", p.l.Count(n)))
	}
	return p.w.say("foot.proof", "parts", strings.Join(parts, ", "))
}

// evidenceCount counts what hangs on benefits, their steps and their measures.
func (p *pages) evidenceCount() int64 {
	var n int64
	for i := range p.f.Evidence {
		if e := &p.f.Evidence[i]; e.On <= p.on && p.about(e.Subject) != "" {
			n++
		}
	}
	return n
}

// picture draws proved and claimed value from the timeline. The felt line is
// for us alone and is in no document; silences are ours to name unless the
// author asked for them.
func (p *pages) picture() *model.ValuePicture {
	t := &p.timeline
	pic := &model.ValuePicture{
		From: t.From.String(), To: p.on.String(), ProvedName: p.w.say("word.proved"), ClaimedName: p.w.say("word.claimed"),
		NumberFormat: p.l.NumberFormat(t.Currency),
	}
	top := 0.0
	for _, level := range t.Levels {
		claims := max(level.Claimed, level.Proved)
		top = max(top, claims)
		pic.Points = append(pic.Points, model.LevelPoint{
			On: level.On.String(), Proved: level.Proved, WithClaims: claims, DateText: p.l.ShortDate(level.On),
			ProvedText: p.full(level.Proved), ClaimsText: p.full(claims),
		})
	}
	if top == 0 {
		pic.Points = nil
		pic.Empty = p.w.say("picture.empty")
	}
	pic.ValueTicks = p.valueTicks(top)
	pic.DateTicks = p.dateTicks()
	pic.Callouts = p.callouts()
	p.verticals(pic)
	p.ends(pic)
	pic.Alt = p.alt(pic)
	return pic
}

func (p *pages) alt(pic *model.ValuePicture) string {
	if len(pic.Points) == 0 {
		return pic.Empty
	}
	last := pic.Points[len(pic.Points)-1]
	steps := 0
	for i := 1; i < len(pic.Points); i++ {
		if pic.Points[i].Proved != pic.Points[i-1].Proved {
			steps++
		}
	}
	alt := p.w.say("picture.alt", "from", p.l.Date(p.timeline.From), "to", p.l.Date(p.on), "start", pic.Points[0].ProvedText,
		"end", last.ProvedText, "steps", p.l.Count(int64(steps)))
	if last.WithClaims > last.Proved {
		alt += " " + p.w.say("picture.alt.claimed", "sum", p.full(last.WithClaims-last.Proved))
	}
	return alt
}

// valueTicks are at most five round heights, zero included, in one unit.
func (p *pages) valueTicks(top float64) []model.ValueTick {
	if top <= 0 {
		return nil
	}
	step := roundStep(top / 5)
	for math.Floor(top/step) > 4 {
		step = roundStep(step * 1.01)
	}
	var out []model.ValueTick
	for at := 0.0; at <= top && len(out) < 5; at += step {
		text := p.l.Thousands(at, p.velocity.Currency)
		switch {
		case at == 0:
			text = p.l.Count(0)
		case step < 1000:
			text = p.l.Money(at, p.velocity.Currency)
		}
		out = append(out, model.ValueTick{At: at, Text: text})
	}
	return out
}

// roundStep returns the smallest of 1, 2, 2.5, 5 times a power of ten that is
// at least v.
func roundStep(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if v <= m*power*(1+1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// dateTicks are the first day, the turn of each half-year (each quarter in a
// short picture), and today. Ticks too near another are left out.
func (p *pages) dateTicks() []model.DateTick {
	from, to := p.timeline.From, p.on
	span := to.Sub(from)
	every := time.Month(6)
	switch {
	case span < 240:
		every = 1
	case span < 500:
		every = 3
	}
	room := max(span/14, 1)
	out := []model.DateTick{{On: from.String(), Text: p.l.Month(from)}}
	last := from
	t := from.Time()
	for y, m := t.Year(), t.Month()+1; ; m++ {
		if m > 12 {
			y, m = y+1, 1
		}
		on := success.NewDate(y, m, 1)
		if on >= to.AddDays(-room) {
			break
		}
		if (m-1)%every != 0 || on.Sub(last) < room {
			continue
		}
		text := p.l.MonthOnly(m)
		if m == time.January {
			text = p.l.Month(on)
		}
		out = append(out, model.DateTick{On: on.String(), Text: text})
		last = on
	}
	return append(out, model.DateTick{On: to.String(), Text: p.l.DayMonth(to)})
}

// callouts name the first proved step of each benefit, the largest first, so
// that those win where there is no room for all.
func (p *pages) callouts() []model.Callout {
	type named struct {
		callout model.Callout
		weight  float64
	}
	var all []named
	for i := range p.lanes() {
		lane := &p.lanes()[i]
		for j := range lane.Marks {
			m := &lane.Marks[j]
			if m.Confirmation == "claimed" || m.On > p.on || m.On < p.timeline.From {
				continue
			}
			n := named{callout: model.Callout{On: m.On.String(), Title: lane.Title, Short: shortName(lane.Title), Detail: p.calloutDetail(m)}}
			if m.Amount != nil {
				n.weight = *m.Amount
			}
			all = append(all, n)
			break
		}
	}
	out := make([]model.Callout, 0, len(all))
	for len(all) > 0 {
		best := 0
		for i := range all {
			if all[i].weight > all[best].weight {
				best = i
			}
		}
		out = append(out, all[best].callout)
		all = append(all[:best], all[best+1:]...)
	}
	return out
}

func (p *pages) calloutDetail(m *success.StepMark) string {
	switch {
	case m.Kind == "once" && m.Amount != nil:
		return p.w.say("picture.once", "sum", p.short(*m.Amount))
	case m.Reach > 0:
		return p.w.one(m.Reach, "picture.people", "n", p.l.Count(m.Reach))
	}
	return ""
}

// joints are the small words before which a title can end and still mean
// something: "Two slot contracts won" of "… on the on-time record".
var joints = strings.Fields("and as at because before between by during for from in into of on over so that through to until when where which while with without " +
	"als auf aus bei beim bevor bis damit durch für gegen im in mit nach ohne seit sowie statt um und unter vom von vor wegen weil wenn zu zum zur zwischen über")

// shortName is a shorter name for a picture, cut by its sense and not by its
// length: after a comma, or before the first small word that opens a further
// thought with two words at least before it. It is "" where there is no such place.
func shortName(title string) string {
	words := strings.Fields(title)
	for i, word := range words {
		if i > 1 && slices.Contains(joints, strings.ToLower(word)) {
			return strings.TrimRight(strings.Join(words[:i], " "), ",;:–-")
		}
		if strings.ContainsAny(word[len(word)-1:], ",;:") && i+1 < len(words) {
			return strings.TrimRight(strings.Join(words[:i+1], " "), ",;:")
		}
	}
	return ""
}

// verticals marks the renewals and, where they may be named, the silences.
func (p *pages) verticals(pic *model.ValuePicture) {
	for _, e := range p.timeline.Events {
		if e.Kind == "renewal" && e.On <= p.on {
			pic.Verticals = append(pic.Verticals, model.Vertical{On: e.On.String(), Kind: model.VerticalRenewal, Text: p.w.say("picture.renewed", "date", p.l.ShortDate(e.On))})
		}
	}
	if !p.w.internal && !p.options.Silences {
		return
	}
	for _, s := range p.timeline.Silences {
		if s.To <= p.timeline.From || s.From < p.velocity.FirstValueOn || p.velocity.FirstValueOn == 0 {
			continue
		}
		pic.Silences = append(pic.Silences, model.Silence{
			From: max(s.From, p.timeline.From).String(), To: s.To.String(),
			Title: p.w.say("picture.silence", "days", p.l.Count(int64(s.Days))), Detail: p.silenceDetail(s),
		})
	}
}

// silenceDetail says that value stayed level, where it did.
func (p *pages) silenceDetail(s success.Silence) string {
	level, changed := 0.0, false
	for _, l := range p.timeline.Levels {
		switch {
		case l.On <= s.From:
			level = l.Proved
		case l.On < s.To && l.Proved != level:
			changed = true
		}
	}
	if changed || level == 0 {
		return ""
	}
	return p.w.say("picture.level", "sum", p.short(level))
}

func (p *pages) ends(pic *model.ValuePicture) {
	v := &p.velocity
	if v.Proved.Level > 0 {
		pic.ProvedEnd = model.EndLabel{Title: p.w.say("picture.proved", "sum", p.short(v.Proved.Level)), Detail: p.w.say("picture.proved.detail", "date", p.l.DayMonth(p.on))}
	}
	if sum := p.claimedSum(); sum > 0 {
		pic.ClaimedEnd = model.EndLabel{Title: p.w.say("picture.claimed", "sum", p.short(sum)), Detail: p.w.say("picture.claimed.detail")}
	}
}
