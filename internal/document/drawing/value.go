package drawing

import (
	"slices"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// narrowed fits our sans into places measured for the deck's, which runs a
// little narrower.
const narrowed = 0.95

// Value draws the value picture in a rectangle with words of a size; nil when
// there is nothing to draw. The places are those of the deck.
func Value(pic *model.ValuePicture, w, h, size float64) *Picture {
	v := chart.LayoutValue(pic, w, h, size/narrowed)
	if v == nil {
		return nil
	}
	d := &valueDrawing{Picture: Picture{W: w, H: h}, v: v, pic: pic, size: size}
	d.ground()
	d.stairs()
	d.legend()
	return &d.Picture
}

type valueDrawing struct {
	Picture
	v    *chart.Value
	pic  *model.ValuePicture
	size float64
}

// ground is what lies under the stairs: the future's wash, silences, grid, axis.
func (d *valueDrawing) ground() {
	v := d.v
	if r := v.Future; r != nil {
		d.rect(r.X, r.Y, r.W, r.H, Wash)
	}
	for _, q := range v.Silences {
		d.rect(q.Band.X, q.Band.Y, q.Band.W, q.Band.H, AmberBand)
	}
	right := v.Plot.X + v.Plot.W
	for _, g := range v.Grid {
		y := g.Rect.Y + g.Rect.H/2
		d.line(v.Plot.X, y, right, y, 0.5, Hair)
	}
	base := v.Plot.Y + v.Plot.H
	d.line(v.Plot.X, base, right, base, 0.6, Hair2)
	for _, x := range v.Ticks {
		d.line(x, base, x, base+3, 0.6, Hair2)
	}
}

func (d *valueDrawing) stairs() {
	v := d.v
	base := v.Plot.Y + v.Plot.H
	area := append([]chart.Point{{X: v.Proved[0].X, Y: base}}, v.Proved...)
	d.add(Shape{Points: append(area, chart.Point{X: v.ProvedEnd.X, Y: base}), Fill: GreenArea})
	for _, h := range v.Hatches {
		d.add(Shape{Points: h, Fill: Claim, Hatched: true})
		d.path(h[:len(h)/2], 0.6, Claim)
	}
	if len(v.ClaimedAhead) > 0 && len(v.Hatches) > 0 {
		d.path(v.ClaimedAhead, 0.7, Claim, 3, 2)
	}
	for _, u := range v.Uprights {
		d.upright(u)
	}
	d.path(v.Proved, 1.7, Green)
	if len(v.ProvedAhead) > 0 {
		d.path(v.ProvedAhead, 1.4, Green, 3.5, 2.2)
	}
}

func (d *valueDrawing) upright(u chart.Upright) {
	top, bottom := d.v.Plot.Y, d.v.Plot.Y+d.v.Plot.H
	if u.Label != nil {
		top = u.Label.Rect.Y
	}
	switch u.Kind {
	case model.VerticalTold:
		d.line(u.X, top, u.X, bottom, 0.7, Faint, 0.7, 2)
	case model.VerticalFirst:
		d.line(u.X, top, u.X, bottom, 0.7, Green)
	case model.VerticalLeaves:
		d.line(u.X, top, u.X, bottom, 0.7, Faint, 3, 2)
	case model.VerticalToday:
		d.line(u.X, top, u.X, bottom, 1.1, Text)
	default:
		d.line(u.X, top, u.X, bottom, 0.6, Quiet)
	}
}

// legend are the marks and everything that is read, from left to right.
func (d *valueDrawing) legend() {
	v := d.v
	for i := range v.Grid {
		d.label(&v.Grid[i], Faint, Faint)
	}
	for _, u := range v.Uprights {
		d.label(u.Label, Text, Text)
	}
	for _, q := range v.Silences {
		d.label(q.Label, Amber, Amber)
	}
	d.narrowSilences()
	for _, m := range v.Marks {
		if m.Label != nil {
			d.path(m.Leader[:], 0.6, Faint)
		}
	}
	for _, m := range v.Marks {
		d.disc(m.At, 2.9, Paper, Green, 1.2)
		d.label(m.Label, Text, Quiet)
	}
	if v.ClaimedLabel != nil {
		d.disc(v.ClaimedEnd, 2.5, Claim, Paper, 0.8)
		d.label(v.ClaimedLabel, Claim, Claim)
	}
	if v.ProvedLabel != nil {
		d.disc(v.ProvedEnd, 3.2, Green, Paper, 0.8)
		d.label(v.ProvedLabel, Green, Quiet)
	}
	for i := range v.Dates {
		d.label(&v.Dates[i], Faint, Faint)
	}
}

func (d *valueDrawing) label(l *chart.Label, title, detail Ink) {
	if l == nil {
		return
	}
	x := l.Rect.X
	switch l.Align {
	case model.AlignEnd:
		x += l.Rect.W
	case model.AlignCenter:
		x += l.Rect.W / 2
	}
	lines := 0.0
	for _, s := range []string{l.Title, l.Detail} {
		if s != "" {
			lines++
		}
	}
	if lines == 0 {
		return
	}
	size, step := l.Size*narrowed, l.Rect.H/lines
	y := l.Rect.Y + step/2
	for i, s := range []string{l.Title, l.Detail} {
		if s == "" {
			continue
		}
		face, ink := fonts.SansBold, title
		if i == 1 {
			face, ink = fonts.Sans, detail
		}
		d.words(x, y, s, face, size, ink, l.Align)
		y += step
	}
}

// narrowSilences breaks the words of a silence that found no room on one line
// into the widest stretch of its band, above the stairs.
func (d *valueDrawing) narrowSilences() {
	at := d.size
	named := 0
	for _, s := range d.pic.Silences {
		if named >= len(d.v.Silences) || !d.drawn(s) {
			continue
		}
		q := d.v.Silences[named]
		named++
		if q.Label != nil || s.Title == "" {
			continue
		}
		from, to := d.stretch(q.Band)
		ls := wrap(plainLine(s.Title, fonts.SansBold, Amber), at, to-from-8)
		if longestWord(s.Title, fonts.SansBold, at) > to-from-8 || q.Band.Y+5+float64(len(ls))*at*1.25 > d.ceiling(q.Band)-2 {
			continue
		}
		d.lines(ls, from+5, q.Band.Y+4, to-from, at, at*1.25, model.AlignStart)
	}
}

// drawn says whether the layout made a band for a silence.
func (d *valueDrawing) drawn(s model.Silence) bool {
	from, ok1 := chart.Day(s.From)
	to, ok2 := chart.Day(s.To)
	first, _ := chart.Day(d.pic.From)
	last, _ := chart.Day(d.pic.To)
	return ok1 && ok2 && to > from && to > first && from < last
}

// stretch is the widest part of a band that no upright crosses.
func (d *valueDrawing) stretch(band chart.Rect) (from, to float64) {
	edges := []float64{band.X}
	for _, u := range d.v.Uprights {
		if u.X > band.X && u.X < band.X+band.W {
			edges = append(edges, u.X)
		}
	}
	edges = append(edges, band.X+band.W)
	slices.Sort(edges)
	for i := 1; i < len(edges); i++ {
		if edges[i]-edges[i-1] > to-from {
			from, to = edges[i-1], edges[i]
		}
	}
	return from, to
}

// ceiling is the highest place of the stairs inside a band.
func (d *valueDrawing) ceiling(band chart.Rect) float64 {
	highest := band.Y + band.H
	for _, stair := range [][]chart.Point{d.v.Claimed, d.v.Proved} {
		for i := 1; i < len(stair); i++ {
			if a, b := stair[i-1], stair[i]; b.X > band.X+0.5 && a.X < band.X+band.W-0.5 {
				highest = min(highest, a.Y, b.Y)
			}
		}
	}
	return highest
}
