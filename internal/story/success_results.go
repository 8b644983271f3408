package story

import (
	"math"
	"slices"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// moved is where a measure came from and stands: for an anonymous story's sums
// only by how much it changed.
func (t *teller) moved(m *success.Measure) (from, now string, ok bool) {
	at := t.measures[m.ID].Now
	if at == nil || m.Baseline == nil || *at == *m.Baseline {
		return "", "", false
	}
	if t.mask == nil || !isSum(m) {
		return t.bare(m, *m.Baseline), t.value(m, *at), true
	}
	if *m.Baseline == 0 {
		return "", "", false
	}
	change := (*at - *m.Baseline) / math.Abs(*m.Baseline)
	text := t.l.Percent(math.Round(math.Abs(change)*20) / 20) // to five points
	if change < 0 {
		return "", "−" + text, true
	}
	return "", "+" + text, true
}

// resultsPart are up to three results with their days: measures that moved the
// right way, the most telling first, then the largest benefits.
func (t *teller) resultsPart(r room) model.Page {
	page := model.Page{Key: model.KeyResults, Title: t.w.say("ss.results.none")}
	figures := t.measureFigures(r)
	used := map[string]bool{}
	for _, f := range figures {
		used[f.Label] = true
	}
	for _, lane := range t.largest() {
		b := find(t.f.Benefits, lane.Benefit)
		if len(figures) == 3 || b == nil {
			break
		}
		if m := find(t.f.Measures, b.MeasureID); m != nil && used[shorten(m.Name, 60)] {
			continue
		}
		if f, ok := t.laneFigure(&lane); ok {
			figures = append(figures, f)
		}
	}
	if len(figures) == 0 {
		page.Blocks = []model.Block{{Text: &model.Text{Paragraphs: []model.Paragraph{model.Plain(t.w.say("ss.results.nothing"))}}}}
		return page
	}
	page.Title = t.w.say([]string{"", "ss.results.one", "ss.results.two", "ss.results"}[len(figures)])
	page.Blocks = []model.Block{{Figures: &model.Figures{Items: figures}}}
	return page
}

func (t *teller) measureFigures(room) []model.Figure {
	type result struct {
		measure success.Measure
		rank    []float64
	}
	var all []result
	for i := range t.outcomes {
		for _, m := range t.measuresOf(t.outcomes[i].ID) {
			if f := t.measures[m.ID]; f.Progress != nil && *f.Progress > 0 {
				all = append(all, result{m, t.telling(&m, len(t.readingPoints(&m)))})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b result) int { return slices.Compare(b.rank, a.rank) })
	var out []model.Figure
	for i := range all {
		m := &all[i].measure
		from, now, ok := t.moved(m)
		name, reading := t.say(m.Name), t.lastReading(m.ID)
		if !ok || name == "" || reading == nil || len(out) == 3 {
			continue
		}
		tone := model.ToneGrowth
		if !t.isVouched(m) {
			tone = model.ToneClaimed
		}
		detail := t.w.say(t.dated("ss.read", "ss.read.month"), "from", from, "date", t.day(reading.On), "who", t.who(reading.ConfirmedBy, t.isVouched(m)))
		if from == "" {
			detail = capital(t.who(reading.ConfirmedBy, t.isVouched(m)) + ", " + t.day(reading.On) + ".")
		}
		out = append(out, model.Figure{Value: now, Label: shorten(name, 60), Detail: detail, Tone: tone})
	}
	return out
}

// who says who stands behind a figure: by name only where people are named.
func (t *teller) who(name string, vouched bool) string {
	switch {
	case name != "" && t.mask == nil && t.audience != model.AudiencePublic:
		return t.w.say("step.confirmed", "who", name)
	case name != "":
		return t.w.say("ss.theirs")
	case vouched:
		return t.w.say("ss.document")
	}
	return t.w.say("ss.unconfirmed")
}

func (t *teller) laneFigure(lane *success.Lane) (model.Figure, bool) {
	title := t.say(lane.Title)
	at := slices.IndexFunc(lane.Marks, func(m success.StepMark) bool { return m.On <= t.on && m.Confirmation != "claimed" })
	if title == "" || at < 0 {
		return model.Figure{}, false
	}
	mark := lane.Marks[at]
	f := model.Figure{Label: shorten(title, 60), Tone: model.ToneGrowth}
	switch {
	case lane.Proved > 0 && mark.Kind == "once":
		f.Value = t.sum(lane.Proved)
	case lane.Proved > 0:
		f.Value = t.w.say("sum.yearly", "sum", t.sum(lane.Proved))
	case lane.People > 0:
		f.Value = t.w.one(lane.People, "step.people", "n", t.people(lane.People))
	default:
		return f, false
	}
	name := ""
	if s := find(t.f.Steps, mark.Record.ID); s != nil {
		name = s.ConfirmedBy
	} else if reading := find(t.f.Readings, mark.Record.ID); reading != nil {
		name = reading.ConfirmedBy
	}
	key := "ss.since"
	if mark.Kind == "once" {
		key = t.dated("ss.once", "ss.once.month")
	}
	f.Detail = t.w.say(key, "date", t.day(mark.On), "who", t.who(name, true))
	return f, true
}
