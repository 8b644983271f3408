package story

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// headlinePage is one chart of the readings of the most telling measure; its
// title says how far it has come.
func (p *pages) headlinePage() (model.Page, bool) {
	page := model.Page{Key: model.KeyHeadline, Title: p.w.say("title.headline.missing")}
	o, m := p.mostTelling()
	if m == nil {
		p.missing(&page, "missing.headline")
		return page, p.w.internal
	}
	p.headline = m.ID
	page.Title = p.conclusion(m)
	page.Subtitle = o.Statement
	page.Blocks = []model.Block{{Chart: p.readingsChart(m)}}
	page.Foot = p.readingsFoot(m)
	page.Notes = p.measureNotes(m)
	return page, true
}

// mostTelling is the measure that one picture is given: a fresh one before a
// stale one, a proved one before a claimed one, a good one before one that is
// behind, then the one with most proved value behind it, with most readings,
// and the first. It has a baseline, a target and two days to draw.
func (x *facts) mostTelling() (*success.Outcome, *success.Measure) {
	type candidate struct {
		outcome *success.Outcome
		measure success.Measure
		rank    []float64
	}
	var best *candidate
	for i := range x.outcomes {
		for _, m := range x.measuresOf(x.outcomes[i].ID) {
			points := x.readingPoints(&m)
			if m.Baseline == nil || m.Target == nil || x.measures[m.ID].Now == nil || len(points) < 2 {
				continue
			}
			c := &candidate{&x.outcomes[i], m, x.telling(&m, len(points))}
			if best == nil || slices.Compare(c.rank, best.rank) > 0 {
				best = c
			}
		}
	}
	if best == nil {
		return nil, nil
	}
	return best.outcome, &best.measure
}

func (x *facts) telling(m *success.Measure, points int) []float64 {
	yes := func(b bool) float64 {
		if b {
			return 1
		}
		return 0
	}
	state := x.measures[m.ID].State
	value := 0.0
	for i := range x.f.Benefits {
		if b := &x.f.Benefits[i]; b.MeasureID == m.ID {
			value = max(value, x.laneValue(b.ID))
		}
	}
	return []float64{
		yes(state != success.Stale), yes(x.isVouched(m)), yes(state == success.Met || state == success.OnTrack), value, float64(points),
	}
}

// laneValue is what a benefit's proved steps are worth on the day.
func (x *facts) laneValue(benefit success.ID) float64 {
	for i := range x.lanes() {
		if x.lanes()[i].Benefit == benefit {
			return x.lanes()[i].Proved
		}
	}
	return 0
}

// isVouched reports whether somebody or something stands behind the present
// value of a measure.
func (x *facts) isVouched(m *success.Measure) bool {
	r := x.lastReading(m.ID)
	return r != nil && (r.ConfirmedBy != "" || x.evidenceOf(success.Link{Kind: "reading", ID: r.ID}) != nil)
}

// evidenceOf returns the first evidence that hangs on a record, or nil.
func (x *facts) evidenceOf(subject success.Link) *success.Evidence {
	for i := range x.f.Evidence {
		if x.f.Evidence[i].Subject == subject {
			return &x.f.Evidence[i]
		}
	}
	return nil
}

// point is a value of a measure on a day.
type point struct {
	on    success.Date
	value float64
}

// readingPoints are a measure's values by day: its baseline, where it has a
// day before all readings, and the reading of each day that was recorded last.
func (x *facts) readingPoints(m *success.Measure) []point {
	list := keep(x.f.Readings, func(r *success.Reading) bool { return r.MeasureID == m.ID && r.On <= x.on })
	slices.SortStableFunc(list, func(a, b success.Reading) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.RecordedAt, b.RecordedAt), cmp.Compare(a.CreatedAt, b.CreatedAt), cmp.Compare(a.ID, b.ID))
	})
	var out []point
	for i := range list {
		if n := len(out); n > 0 && out[n-1].on == list[i].On {
			out[n-1].value = list[i].Value
			continue
		}
		out = append(out, point{list[i].On, list[i].Value})
	}
	if m.Baseline != nil && m.BaselineOn != 0 && m.BaselineOn <= x.on && (len(out) == 0 || m.BaselineOn < out[0].on) {
		out = append([]point{{m.BaselineOn, *m.Baseline}}, out...)
	}
	return out
}

// conclusion says how a measure has moved and how far that is.
func (x *facts) conclusion(m *success.Measure) string {
	f := x.measures[m.ID]
	now, key := *f.Now, ""
	pairs := []string{"name", m.Name, "from", x.bare(m, *m.Baseline), "now", x.value(m, now), "target", x.bare(m, *m.Target)}
	switch movement(m, now) {
	case "result.hold":
		key = "conclude.hold"
		if f.State == success.OffTrack {
			key = "conclude.hold.off"
		}
		return x.w.say(key, pairs...)
	case "result.same":
		return x.w.say("conclude.same", pairs...)
	case "result.fell":
		key = "conclude.fell"
	default:
		key = "conclude.rose"
	}
	switch {
	case f.Progress == nil || *f.Progress <= 0:
		return x.w.say(key+".away", pairs...)
	case *f.Progress >= 1:
		return x.w.say(key+".met", pairs...)
	}
	// Floored, so that 99.6 % of the way is not told as all of it.
	return x.w.say(key, append(pairs, "share", x.l.Percent(math.Floor(*f.Progress*100)/100))...)
}

// readingsChart draws a measure's readings over time with its target.
func (x *facts) readingsChart(m *success.Measure) *model.Chart {
	points := x.readingPoints(m)
	c := &model.Chart{
		Kind: model.ChartLine, CategoryHead: x.w.say("word.date"), NumberFormat: x.measureFormat(m, points), Unit: axisUnit(m),
		Source: x.sourceOf(m), Method: x.methodOf(m, points),
	}
	line := model.Series{Name: m.Name, Role: model.RoleProved}
	if !x.isVouched(m) {
		line.Role = model.RolePlain
	}
	goal := model.Series{Name: x.w.say("chart.target", "target", x.bare(m, *m.Target)), Role: model.RoleTarget}
	for _, at := range points {
		c.Days = append(c.Days, at.on.String())
		c.Categories = append(c.Categories, x.l.ShortDate(at.on))
		v, target := at.value, *m.Target
		line.Values, line.Texts = append(line.Values, &v), append(line.Texts, x.value(m, at.value))
		goal.Values, goal.Texts = append(goal.Values, &target), append(goal.Texts, x.value(m, target))
	}
	c.Series = []model.Series{line, goal}
	if low, ok := axisStart(points, *m.Target); ok {
		c.Min = &low
		c.Method += " " + x.w.say("chart.cut", "low", x.value(m, low))
	}
	last := points[len(points)-1]
	c.Alt = x.w.say("chart.alt", "name", m.Name, "n", x.l.Count(int64(len(points))), "from", x.l.Date(points[0].on), "to", x.l.Date(last.on),
		"first", line.Texts[0], "last", line.Texts[len(points)-1], "target", x.value(m, *m.Target))
	return c
}

// axisStart is where an axis begins that would hide a movement if it began at
// zero: values that lie in the upper third. It is a round number below all.
func axisStart(points []point, target float64) (float64, bool) {
	low, high := target, target
	for _, at := range points {
		low, high = min(low, at.value), max(high, at.value)
	}
	if low <= 0 || high-low <= 0 || high-low > high/3 {
		return 0, false
	}
	step := roundStep((high - low) / 2)
	start := math.Floor((low-(high-low)/4)/step) * step
	return start, start > 0
}

// measureFormat is the spreadsheet notation of a measure's values: its unit
// where it is a sign, whole numbers where no value needs decimals.
func (x *facts) measureFormat(m *success.Measure, points []point) string {
	digits := "#,##0"
	for _, at := range points {
		if at.value != math.Trunc(at.value) && math.Abs(at.value) < 10 {
			digits = "#,##0.0"
		}
	}
	unit := strings.TrimSpace(m.Unit)
	if unit == "%" {
		return digits + `"` + x.l.form.percent + `"`
	}
	for code, sign := range signs {
		if code == "CHF" || sign == "kr" || !strings.HasPrefix(unit, sign) {
			continue
		}
		thousand := ""
		if rest := strings.TrimPrefix(unit, sign); rest == "k" || strings.HasPrefix(rest, "k ") {
			thousand = x.l.form.thousand
		}
		if strings.HasPrefix(x.l.form.money, "{c}") {
			return `"` + sign + `"` + digits + `"` + thousand + `"`
		}
		return digits + `"` + thousand + nbsp + sign + `"`
	}
	return digits
}

// axisUnit is what of a measure's unit its number format does not say.
func axisUnit(m *success.Measure) string {
	unit := strings.TrimSpace(m.Unit)
	if unit == "%" {
		return ""
	}
	for code, sign := range signs {
		if code != "CHF" && sign != "kr" && strings.HasPrefix(unit, sign) {
			_, rest, _ := strings.Cut(unit, " ")
			return rest
		}
	}
	return unit
}

// sourceOf says where a measure's readings come from and who vouches for the
// last.
func (x *facts) sourceOf(m *success.Measure) string {
	parts := []string{}
	if m.Source != "" {
		parts = append(parts, m.Source)
	}
	if r := x.lastReading(m.ID); r != nil {
		switch e := x.evidenceOf(success.Link{Kind: "reading", ID: r.ID}); {
		case r.ConfirmedBy != "":
			parts = append(parts, x.w.say("chart.confirmed", "who", r.ConfirmedBy, "date", x.l.ShortDate(r.On)))
		case e != nil && e.Title != "" && e.Title != m.Source:
			parts = append(parts, e.Title)
		case e == nil:
			parts = append(parts, x.w.say("chart.unconfirmed", "date", x.l.ShortDate(r.On)))
		}
	}
	return strings.Join(parts, "; ")
}

func (x *facts) methodOf(m *success.Measure, points []point) string {
	text := x.w.one(int64(len(points)), "chart.method", "n", x.l.Count(int64(len(points))))
	base := x.value(m, *m.Baseline)
	if m.BaselineOn != 0 {
		text += " " + x.w.say("chart.baseline", "base", base, "date", x.l.ShortDate(m.BaselineOn))
	} else {
		text += " " + x.w.say("chart.baseline.undated", "base", base)
	}
	if m.TargetOn != 0 {
		text += " " + x.w.say("chart.due", "target", x.value(m, *m.Target), "date", x.l.ShortDate(m.TargetOn))
	}
	return text
}

// readingsFoot says how many readings prove a chart and how sure the last is.
func (x *facts) readingsFoot(m *success.Measure) string {
	n, newest := int64(0), success.Date(0)
	for i := range x.f.Readings {
		if r := &x.f.Readings[i]; r.MeasureID == m.ID && r.On <= x.on {
			n++
			newest = max(newest, r.On)
		}
	}
	foot := x.w.one(n, "foot.readings", "n", x.l.Count(n), "date", x.l.Date(newest))
	if r := x.lastReading(m.ID); r != nil && r.ConfirmedBy != "" {
		foot += ", " + x.w.say("step.confirmed", "who", r.ConfirmedBy)
	} else if !x.isVouched(m) {
		foot += ", " + x.w.say("foot.unconfirmed")
	}
	if f := x.measures[m.ID]; f.State == success.Stale {
		foot += "; " + x.w.say("score.age", "days", x.l.Count(int64(x.on.Sub(f.NowOn))))
	}
	return foot
}

// measureNotes are what a presenter needs to answer for a measure.
func (x *facts) measureNotes(m *success.Measure) []string {
	notes := []string{x.w.say("note.measure", "text", x.definition(m))}
	if t := x.measures[m.ID].Trend; t != nil {
		notes = append(notes, x.w.say("note.trend", "direction", x.w.try("trend."+t.Direction, t.Direction), "n", x.l.Count(int64(t.N)), "p", x.l.Number(t.P, 3)))
	}
	if text := x.assumption(m); text != "" {
		notes = append(notes, text)
	}
	return append(notes, x.w.say("note.state"))
}

// definition says what a measure is: direction, interval, source and who keeps it.
func (x *facts) definition(m *success.Measure) string {
	parts := []string{x.w.try("direction."+cmp.Or(m.Direction, "up"), m.Direction)}
	if m.CadenceDays != nil && *m.CadenceDays > 0 {
		parts = append(parts, x.w.one(int64(*m.CadenceDays), "define.cadence", "n", x.l.Count(int64(*m.CadenceDays))))
	}
	if m.Source != "" {
		parts = append(parts, m.Source)
	}
	if who := x.person(m.OwnerStakeholderID); who != "" {
		parts = append(parts, who)
	}
	return m.Name + ": " + strings.Join(parts, "; ") + "."
}
