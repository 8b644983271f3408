package story

import (
	"math"

	"github.com/tendril-app/tendril/internal/story/model"
)

// indexed is a picture without its sums: heights as shares of today's. nil
// where a picture cannot be drawn so.
func (t *teller) indexed(b *model.Block) *model.Block {
	if b.Value != nil {
		return t.indexedValue(b.Value)
	}
	_, m := t.mostTelling()
	if m == nil || t.say(m.Name) == "" || isSum(m) {
		return nil
	}
	c := *b.Chart
	c.Title, c.Source, c.Method = "", "", ""
	for i := range c.Categories {
		on := t.readingPoints(m)[i].on
		c.Categories[i] = t.l.Month(on)
	}
	return &model.Block{Chart: &c}
}

func (t *teller) indexedValue(from *model.ValuePicture) *model.Block {
	top := 0.0
	for _, p := range from.Points {
		top = max(top, p.Proved)
	}
	last := 0.0
	if n := len(from.Points); n > 0 {
		last = from.Points[n-1].Proved
	}
	if last <= 0 {
		return nil // claims alone are no share of anything proved
	}
	v := &model.ValuePicture{From: from.From, To: from.To, Today: from.Today, DateTicks: from.DateTicks,
		ProvedName: t.w.say("ss.index"), ClaimedName: from.ClaimedName, NumberFormat: `0"` + t.l.form.percent + `"`}
	share := func(sum float64) float64 { return math.Round(sum / last * 100) }
	text := func(n float64) string { return t.l.Number(n, 0) + t.l.form.percent }
	for i, p := range from.Points {
		n := share(p.Proved)
		v.Points = append(v.Points, model.LevelPoint{On: p.On, Proved: n, WithClaims: n, DateText: t.day(t.timeline.Levels[i].On), ProvedText: text(n), ClaimsText: text(n)})
	}
	step := roundStep(share(top) / 4)
	for at := 0.0; at <= share(top) && len(v.ValueTicks) < 5; at += step {
		v.ValueTicks = append(v.ValueTicks, model.ValueTick{At: at, Text: text(at)})
	}
	for _, c := range from.Callouts {
		if title := t.say(c.Title); title != "" {
			v.Callouts = append(v.Callouts, model.Callout{On: c.On, Title: title, Short: c.Short})
		}
	}
	v.ProvedEnd = model.EndLabel{Title: text(100), Detail: t.w.say("ss.index.end", "sum", t.band(t.velocity.Proved.Level))}
	steps := 0
	for i := 1; i < len(v.Points); i++ {
		if v.Points[i].Proved != v.Points[i-1].Proved {
			steps++
		}
	}
	v.Alt = t.w.say("ss.index.alt", "from", t.l.Month(t.timeline.From), "to", t.l.Month(t.on), "start", v.Points[0].ProvedText, "end", text(100), "steps", t.l.Count(int64(steps)))
	return &model.Block{Value: v}
}
