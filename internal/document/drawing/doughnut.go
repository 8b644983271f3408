package drawing

import (
	"math"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// doughnut draws the shares of the first series, from the top and clockwise,
// and names each beside the ring.
func (d *chartDrawing) doughnut() {
	sum := 0.0
	for _, v := range d.values[0] {
		if v > 0 {
			sum += v
		}
	}
	if sum <= 0 {
		return
	}
	r := min(d.H/2, d.W*0.24) - 2
	c := chart.Point{X: r + 2, Y: d.H / 2}
	step := min(d.size*2, d.H/float64(len(d.c.Categories)))
	y := d.H/2 - step*float64(len(d.c.Categories)-1)/2
	from := -math.Pi / 2
	for i, v := range d.values[0] {
		role := model.RolePlain
		if roles := d.c.Series[0].Roles; i < len(roles) {
			role = roles[i]
		}
		ink := seriesInk(i, role)
		if v > 0 {
			to := from + 2*math.Pi*v/sum
			d.add(Shape{Points: ring(c, r*0.6, r, from, to), Fill: ink, Hatched: role == model.RoleClaimed, Stroke: Paper, Width: 1})
			from = to
		}
		x := c.X + r + 20
		d.bar(chart.Rect{X: x, Y: y - 3.5, W: 7, H: 7}, ink, role)
		text := ""
		if !math.IsNaN(v) {
			text = d.text(0, i)
		}
		right := min(d.W, x+200)
		w := fonts.SansBold.Width(d.size, text)
		d.words(x+13, y, fit(fonts.Sans, d.size, d.c.Categories[i], right-x-22-w), fonts.Sans, d.size, Quiet, model.AlignStart)
		d.words(right, y, text, fonts.SansBold, d.size, Text, model.AlignEnd)
		y += step
	}
}

// ring is a piece of a ring as a polygon of short sides.
func ring(c chart.Point, inner, outer, from, to float64) []chart.Point {
	n := max(int((to-from)/0.06), 2)
	var out, back []chart.Point
	for i := range n + 1 {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/float64(n))
		out = append(out, chart.Point{X: c.X + outer*cos, Y: c.Y + outer*sin})
		back = append(back, chart.Point{X: c.X + inner*cos, Y: c.Y + inner*sin})
	}
	for i := len(back) - 1; i >= 0; i-- {
		out = append(out, back[i])
	}
	return out
}
