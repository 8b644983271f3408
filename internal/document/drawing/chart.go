package drawing

import (
	"math"
	"strings"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// Chart draws a chart in a rectangle with words of a size, its numbers as the
// locale writes them; nil when there is nothing to draw.
func Chart(c *model.Chart, w, h, size float64, locale string) *Picture {
	d := &chartDrawing{Picture: Picture{W: w, H: h}, c: c, size: size, locale: locale}
	if !d.read() {
		return nil
	}
	switch c.Kind {
	case model.ChartDoughnut:
		d.doughnut()
	case model.ChartBar, model.ChartStackedBar:
		d.legend()
		d.horizontal()
	default:
		d.legend()
		d.upright()
	}
	return &d.Picture
}

type chartDrawing struct {
	Picture
	c      *model.Chart
	size   float64
	locale string
	values [][]float64 // by series; NaN is a gap
	days   []float64
	plot   chart.Rect
	lo, hi float64
	top    float64
}

func (d *chartDrawing) read() bool {
	n := len(d.c.Categories)
	some := false
	for _, s := range d.c.Series {
		row := make([]float64, n)
		for i := range row {
			row[i] = math.NaN()
			if i < len(s.Values) && s.Values[i] != nil && !math.IsInf(*s.Values[i], 0) {
				row[i] = *s.Values[i]
				some = some || !math.IsNaN(row[i])
			}
		}
		d.values = append(d.values, row)
	}
	if len(d.c.Days) == n && n > 1 {
		for i, iso := range d.c.Days {
			day, ok := chart.Day(iso)
			if !ok || i > 0 && day < d.days[i-1] {
				d.days = nil
				break
			}
			d.days = append(d.days, day)
		}
		if d.days != nil && d.days[n-1] == d.days[0] {
			d.days = nil
		}
	}
	d.bounds()
	return some
}

func (d *chartDrawing) stacked() bool {
	return d.c.Kind == model.ChartStackedBar || d.c.Kind == model.ChartStackedColumn
}

func (d *chartDrawing) lines() bool {
	return d.c.Kind == model.ChartLine || d.c.Kind == model.ChartStep
}

func (d *chartDrawing) isLine(i int) bool {
	return d.lines() || d.c.Kind == model.ChartCombination && d.c.Series[i].Line
}

func (d *chartDrawing) bounds() {
	see := func(v float64) {
		if !math.IsNaN(v) {
			d.lo, d.hi = min(d.lo, v), max(d.hi, v)
		}
	}
	for _, row := range d.values {
		for _, v := range row {
			see(v)
		}
	}
	if d.stacked() {
		for i := range d.c.Categories {
			up, down := 0.0, 0.0
			for _, row := range d.values {
				if v := row[i]; v > 0 {
					up += v
				} else if v < 0 {
					down += v
				}
			}
			see(up)
			see(down)
		}
	}
	d.hi *= 1.06
	d.lo *= 1.06
	if d.c.Min != nil && *d.c.Min < d.hi {
		d.lo = *d.c.Min
	}
	if d.c.Max != nil && *d.c.Max > d.lo {
		d.hi = *d.c.Max
	}
	if d.hi <= d.lo {
		d.hi = d.lo + 1
	}
}

func (d *chartDrawing) number(v float64) string { return Number(v, d.c.NumberFormat, d.locale) }

func (d *chartDrawing) text(series, i int) string {
	if t := d.c.Series[series].Texts; i < len(t) && t[i] != "" {
		return t[i]
	}
	return d.number(d.values[series][i])
}

var plain = []Ink{Text, Blue, Claim, Plum, Gold}

func seriesInk(i int, role model.Role) Ink {
	switch role {
	case model.RoleProved:
		return Green
	case model.RoleClaimed:
		return Claim
	case model.RoleTarget, model.RoleBaseline:
		return Faint
	case model.RoleCost:
		return Quiet
	default:
		return plain[i%len(plain)]
	}
}

// legend names the series over the plot, unless lines are named at their ends.
func (d *chartDrawing) legend() {
	if title := d.axisTitle(); title != "" {
		d.words(0, d.size*0.7, fit(fonts.Sans, d.size, title, d.W), fonts.Sans, d.size, Faint, model.AlignStart)
		d.top += d.size * 1.7
	}
	if d.lines() || len(d.c.Series) < 2 {
		return
	}
	x, y := 0.0, d.top+d.size*0.7
	for i, s := range d.c.Series {
		name := fit(fonts.Sans, d.size, s.Name, d.W/2)
		w := fonts.Sans.Width(d.size, name) + 26
		if x > 0 && x+w > d.W {
			x, y = 0, y+d.size*1.5
		}
		if d.isLine(i) {
			d.stroke(i, []chart.Point{{X: x, Y: y}, {X: x + 10, Y: y}})
		} else {
			d.swatch(x+1, y-3.5, 7, i, s.Role)
		}
		d.words(x+14, y, name, fonts.Sans, d.size, Quiet, model.AlignStart)
		x += w
	}
	d.top = y + d.size*1.2
}

func (d *chartDrawing) axisTitle() string {
	if d.c.ValueAxis != "" {
		return d.c.ValueAxis
	}
	return d.c.Unit
}

func (d *chartDrawing) swatch(x, y, side float64, i int, role model.Role) {
	d.bar(chart.Rect{X: x, Y: y, W: side, H: side}, seriesInk(i, role), role)
}

func (d *chartDrawing) bar(r chart.Rect, ink Ink, role model.Role) {
	if r.W <= 0 || r.H <= 0 {
		return
	}
	pts := []chart.Point{{X: r.X, Y: r.Y}, {X: r.X + r.W, Y: r.Y}, {X: r.X + r.W, Y: r.Y + r.H}, {X: r.X, Y: r.Y + r.H}}
	if role == model.RoleClaimed {
		d.add(Shape{Points: pts, Fill: Claim, Hatched: true})
		d.path(append(pts, pts[0]), 0.6, Claim)
		return
	}
	d.add(Shape{Points: pts, Fill: ink})
}

func (d *chartDrawing) stroke(i int, pts []chart.Point) {
	role := d.c.Series[i].Role
	switch ink := seriesInk(i, role); role {
	case model.RoleTarget:
		d.path(pts, 1, ink, 3, 2)
	case model.RoleBaseline:
		d.path(pts, 1, ink, 1, 2)
	default:
		d.path(pts, 1.7, ink)
	}
}

// fit shortens a line to a width with an ellipsis.
func fit(f fonts.Face, size float64, s string, width float64) string {
	s = strings.Join(strings.Fields(s), " ")
	if f.Width(size, s) <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 && f.Width(size, string(runes)+"…") > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ") + "…"
}
