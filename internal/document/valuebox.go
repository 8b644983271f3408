package document

import (
	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/story/model"
)

// valueBox is the value picture as a group of native shapes.
type valueBox struct {
	pic   *model.ValuePicture
	small []para
}

const valueLeast, valueText = 230.0, 11.0

func newValueBox(d *deck, pic *model.ValuePicture) *valueBox {
	return &valueBox{pic: pic, small: d.small(pic.Source, pic.Method)}
}

func (b *valueBox) blank() bool { return len(b.pic.Points) == 0 && b.pic.Empty != "" }

func (b *valueBox) emptyParas() []para {
	return []para{one(span{text: b.pic.Empty, size: 15, ink: inkFaint})}
}

func (b *valueBox) height(w float64) float64 {
	if b.blank() {
		return heightOf(b.emptyParas(), w)
	}
	h := valueLeast
	if len(b.small) > 0 {
		h += heightOf(b.small, w) + 8
	}
	return h
}

func (b *valueBox) elastic() bool                           { return !b.blank() }
func (b *valueBox) split(float64, float64) (head, rest box) { return nil, b }

func (b *valueBox) draw(s *slide, r rect, _ int) error {
	if b.blank() {
		s.textBox("Text", r, true, b.emptyParas()...)
		return nil
	}
	foot := 0.0
	if len(b.small) > 0 {
		foot = heightOf(b.small, r.W) + 8
		s.textBox("Source", rect{X: r.X, Y: r.Y + r.H - foot + 8, W: r.W, H: foot - 8}, true, b.small...)
	}
	v := chart.LayoutValue(b.pic, r.W, r.H-foot, valueText)
	if v == nil {
		return nil
	}
	d := valueDrawing{s: s, v: v, at: chart.Point{X: r.X, Y: r.Y}}
	s.group("Value picture", b.pic.Alt, rect{X: r.X, Y: r.Y, W: v.W, H: v.H})
	d.ground()
	d.stairs()
	d.words()
	s.endGroup()
	return nil
}

// valueDrawing draws a picture that is laid out; at is its corner.
type valueDrawing struct {
	s  *slide
	v  *chart.Value
	at chart.Point
}

func (d *valueDrawing) moved(pts []chart.Point) []chart.Point {
	out := make([]chart.Point, len(pts))
	for i, p := range pts {
		out[i] = chart.Point{X: p.X + d.at.X, Y: p.Y + d.at.Y}
	}
	return out
}

func (d *valueDrawing) box(name string, r rect, fill string) {
	d.s.shape(name, d.moved([]chart.Point{{X: r.X, Y: r.Y}, {X: r.X + r.W, Y: r.Y},
		{X: r.X + r.W, Y: r.Y + r.H}, {X: r.X, Y: r.Y + r.H}}), true, fill, noLine)
}

// ground is what lies under the stairs: the future's wash, silences, grid.
func (d *valueDrawing) ground() {
	v := d.v
	if v.Future != nil {
		d.box("Future", *v.Future, solid(inkWash))
	}
	for _, q := range v.Silences {
		d.box("Silence", q.Band, solid(inkBand))
	}
	var grid [][]chart.Point
	for _, g := range v.Grid {
		y := g.Rect.Y + g.Rect.H/2
		grid = append(grid, d.moved([]chart.Point{{X: v.Plot.X, Y: y}, {X: v.Plot.X + v.Plot.W, Y: y}}))
	}
	d.s.shapes("Grid", grid, false, "", line(0.5, inkHair, ""))
	base := v.Plot.Y + v.Plot.H
	axis := [][]chart.Point{d.moved([]chart.Point{{X: v.Plot.X, Y: base}, {X: v.Plot.X + v.Plot.W, Y: base}})}
	for _, x := range v.Ticks {
		axis = append(axis, d.moved([]chart.Point{{X: x, Y: base}, {X: x, Y: base + 4}}))
	}
	d.s.shapes("Axis", axis, false, "", line(0.75, `<a:schemeClr val="bg1"><a:lumMod val="70000"/></a:schemeClr>`, ""))
}

const hatchFill = `<a:pattFill prst="wdUpDiag"><a:fgClr>` + inkClaim + `</a:fgClr><a:bgClr>` + inkPaper + `</a:bgClr></a:pattFill>`

func (d *valueDrawing) stairs() {
	v := d.v
	base := v.Plot.Y + v.Plot.H
	area := append([]chart.Point{{X: v.Proved[0].X, Y: base}}, v.Proved...)
	area = append(area, chart.Point{X: v.ProvedEnd.X, Y: base})
	if tall(v.Proved, base) {
		d.s.shape("Proved value", d.moved(area), true, solid(d.s.deck.area), noLine)
	}
	if len(v.Hatches) > 0 {
		var paths [][]chart.Point
		for _, h := range v.Hatches {
			paths = append(paths, d.moved(h))
		}
		d.s.shapes("Claimed value", paths, true, hatchFill, line(0.6, inkClaim, ""))
	}
	if len(v.ClaimedAhead) > 0 && len(v.Hatches) > 0 {
		d.s.shape("Claimed value ahead", d.moved(v.ClaimedAhead), false, "", line(0.75, inkClaim, "dash"))
	}
	for _, u := range v.Uprights {
		d.upright(u)
	}
	d.s.shape("Proved value", d.moved(v.Proved), false, "", line(2.25, inkGrowth, ""))
	if len(v.ProvedAhead) > 0 {
		d.s.shape("Proved value ahead", d.moved(v.ProvedAhead), false, "", line(1.75, inkGrowth, "dash"))
	}
}

func tall(pts []chart.Point, base float64) bool {
	for _, p := range pts {
		if p.Y < base-0.01 {
			return true
		}
	}
	return false
}

func (d *valueDrawing) upright(u chart.Upright) {
	v := d.v
	top := v.Plot.Y
	if u.Label != nil {
		top = u.Label.Rect.Y
	}
	ln := line(0.6, inkQuiet, "")
	switch u.Kind {
	case model.VerticalTold:
		ln = line(0.75, inkQuiet, "sysDot")
	case model.VerticalFirst:
		ln = line(0.75, inkGrowth, "")
	case model.VerticalLeaves:
		ln = line(0.75, inkQuiet, "dash")
	case model.VerticalToday:
		ln = line(1.25, inkText, "")
	}
	d.s.shape("Line", d.moved([]chart.Point{{X: u.X, Y: top}, {X: u.X, Y: v.Plot.Y + v.Plot.H}}), false, "", ln)
}

// words are the marks and everything that is read, from left to right.
func (d *valueDrawing) words() {
	v := d.v
	for i := range v.Grid {
		d.label(&v.Grid[i], inkFaint, inkFaint)
	}
	for _, u := range v.Uprights {
		d.label(u.Label, inkText, inkText)
	}
	for _, q := range v.Silences {
		d.label(q.Label, inkTrouble, inkTrouble)
	}
	for _, m := range v.Marks {
		if m.Label != nil {
			d.s.shape("Leader", d.moved(m.Leader[:]), false, "", line(0.6, inkFaint, ""))
		}
	}
	for _, m := range v.Marks {
		d.s.disc(d.moved([]chart.Point{m.At})[0], 3.6, solid(inkPaper), line(1.5, inkGrowth, ""))
		d.label(m.Label, inkText, inkQuiet)
	}
	if v.ClaimedLabel != nil {
		d.s.disc(d.moved([]chart.Point{v.ClaimedEnd})[0], 3.4, solid(inkClaim), line(0.9, inkPaper, ""))
		d.label(v.ClaimedLabel, inkClaim, inkClaim)
	}
	if v.ProvedLabel != nil {
		d.s.disc(d.moved([]chart.Point{v.ProvedEnd})[0], 4.2, solid(inkGrowth), line(0.9, inkPaper, ""))
		d.label(v.ProvedLabel, inkGrowth, inkQuiet)
	}
	for i := range v.Dates {
		d.label(&v.Dates[i], inkFaint, inkFaint)
	}
}

func (d *valueDrawing) label(l *chart.Label, title, detail string) {
	if l == nil {
		return
	}
	var ps []para
	if l.Title != "" {
		ps = append(ps, para{spans: []span{{text: l.Title, size: l.Size, bold: true, ink: title}}, align: l.Align})
	}
	if l.Detail != "" {
		ps = append(ps, para{spans: []span{{text: l.Detail, size: l.Size, ink: detail}}, align: l.Align})
	}
	r := l.Rect
	r.X, r.Y = r.X+d.at.X, r.Y+d.at.Y
	d.s.textBox("Label", r, false, ps...)
}
