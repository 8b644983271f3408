package drawing

import (
	"math"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// upright draws columns and lines over an axis of categories or days.
func (d *chartDrawing) upright() {
	left, right := 0.0, d.size*0.6
	scale := ticks(d.lo, d.hi)
	for _, t := range scale {
		left = max(left, fonts.Sans.Width(d.size, d.number(t)))
	}
	if d.lines() {
		for _, s := range d.c.Series {
			right = max(right, min(fonts.SansBold.Width(d.size, s.Name)+10, d.W*0.26))
		}
	}
	left = min(left+8, d.W*0.3)
	top := d.top + d.size
	d.plot = chart.Rect{X: left, Y: top, W: d.W - left - right, H: d.H - top - d.size*2}
	for _, t := range scale {
		y := d.y(t)
		d.line(left, y, left+d.plot.W, y, 0.5, Hair)
		d.words(left-8, y, d.number(t), fonts.Sans, d.size, Faint, model.AlignEnd)
	}
	d.baseLine()
	d.categories()
	for i := range d.c.Series {
		if !d.isLine(i) {
			d.columns(i)
		}
	}
	var taken []float64
	for i := range d.c.Series {
		if d.isLine(i) {
			taken = d.lineOf(i, taken)
		}
	}
}

func (d *chartDrawing) baseLine() {
	y := d.y(min(max(0, d.lo), d.hi))
	d.line(d.plot.X, y, d.plot.X+d.plot.W, y, 0.7, Hair2)
}

func (d *chartDrawing) y(v float64) float64 {
	share := (min(max(v, d.lo), d.hi) - d.lo) / (d.hi - d.lo)
	return d.plot.Y + d.plot.H*(1-share)
}

// band is the room of one category.
func (d *chartDrawing) band() float64 { return d.plot.W / float64(max(len(d.c.Categories), 1)) }

// x is the middle of a category, or the place of its day.
func (d *chartDrawing) x(i int) float64 {
	n := len(d.c.Categories)
	if d.lines() && d.days != nil {
		return d.plot.X + d.plot.W*(d.days[i]-d.days[0])/(d.days[n-1]-d.days[0])
	}
	if d.lines() && n > 1 {
		return d.plot.X + d.plot.W*float64(i)/float64(n-1)
	}
	return d.plot.X + d.band()*(float64(i)+0.5)
}

// categories sets the words under the plot and leaves out what would touch.
func (d *chartDrawing) categories() {
	free, y := math.Inf(-1), d.plot.Y+d.plot.H+d.size*1.1
	for i, name := range d.c.Categories {
		most := max(d.band()-4, 34)
		if d.lines() { // words stand at points and some are left out
			most = max(most, 80)
		}
		name = fit(fonts.Sans, d.size, name, most)
		w := fonts.Sans.Width(d.size, name)
		x := min(max(d.x(i), w/2), d.W-w/2)
		if x-w/2 < free+5 {
			continue
		}
		free = x + w/2
		d.words(x, y, name, fonts.Sans, d.size, Faint, model.AlignCenter)
	}
}

func (d *chartDrawing) columnSeries() []int {
	var out []int
	for i := range d.c.Series {
		if !d.isLine(i) {
			out = append(out, i)
		}
	}
	return out
}

func (d *chartDrawing) columns(series int) {
	all := d.columnSeries()
	place := 0
	for k, s := range all {
		if s == series {
			place = k
		}
	}
	count := len(all)
	if d.stacked() {
		count = 1
	}
	w := min(d.band()*0.64/float64(count), 46)
	for i, v := range d.values[series] {
		if math.IsNaN(v) {
			continue
		}
		from := 0.0
		x := d.x(i) - w*float64(count)/2 + w*float64(place)
		if d.stacked() {
			x, from = d.x(i)-w/2, d.below(all, place, i, v)
		}
		a, b := d.y(from), d.y(from+v)
		d.bar(chart.Rect{X: x + 0.5, Y: min(a, b), W: w - 1, H: math.Abs(a - b)}, seriesInk(series, d.c.Series[series].Role), d.c.Series[series].Role)
		text := d.text(series, i)
		switch {
		case !d.c.Labels:
		case d.stacked():
			if math.Abs(a-b) > d.size*1.3 && fonts.Sans.Width(d.size, text) < w-2 {
				d.words(x+w/2, (a+b)/2, text, fonts.Sans, d.size, onInk(d.c.Series[series].Role), model.AlignCenter)
			}
		case fonts.Sans.Width(d.size, text) < w+d.band()*0.3/float64(count):
			d.words(x+w/2, min(a, b)-d.size*0.7, text, fonts.Sans, d.size, Text, model.AlignCenter)
		}
	}
}

func onInk(r model.Role) Ink {
	if r == model.RoleClaimed {
		return Text
	}
	return Paper
}

// below is where a stacked part begins: the sum of those before it of its sign.
func (d *chartDrawing) below(all []int, place, i int, v float64) float64 {
	sum := 0.0
	for _, s := range all[:place] {
		if o := d.values[s][i]; o > 0 == (v > 0) && !math.IsNaN(o) {
			sum += o
		}
	}
	return sum
}

func (d *chartDrawing) guide(series int) bool {
	role := d.c.Series[series].Role
	return role == model.RoleTarget || role == model.RoleBaseline
}

// lineOf draws a line with its gaps and names it at its end, clear of the
// names at the heights taken; it returns these with its own.
func (d *chartDrawing) lineOf(series int, taken []float64) []float64 {
	var run, all []chart.Point
	flush := func() {
		if len(run) == 1 {
			d.disc(run[0], 2, seriesInk(series, d.c.Series[series].Role), None, 0)
		} else if len(run) > 1 {
			d.stroke(series, run)
		}
		run = nil
	}
	for i, v := range d.values[series] {
		if math.IsNaN(v) {
			flush()
			continue
		}
		p := chart.Point{X: d.x(i), Y: d.y(v)}
		if d.c.Kind == model.ChartStep && len(run) > 0 {
			run = append(run, chart.Point{X: p.X, Y: run[len(run)-1].Y})
		}
		run, all = append(run, p), append(all, p)
	}
	flush()
	if d.c.Labels && !d.guide(series) {
		d.labelLine(series)
	}
	if len(all) == 0 || !d.lines() {
		return taken
	}
	return append(taken, d.nameLine(series, all[len(all)-1], taken)...)
}

// labelLine writes a line's values over its points where there is room.
func (d *chartDrawing) labelLine(series int) {
	free := math.Inf(-1)
	for i, v := range d.values[series] {
		if math.IsNaN(v) {
			continue
		}
		text, x := d.text(series, i), d.x(i)
		if w := fonts.Sans.Width(d.size, text); x-w/2 > free+4 {
			d.words(x, d.y(v)-d.size*0.9, text, fonts.Sans, d.size, Text, model.AlignCenter)
			free = x + w/2
		}
	}
}

// nameLine names a line at its last point, on two lines where one is too narrow, and
// returns their heights.
func (d *chartDrawing) nameLine(series int, last chart.Point, taken []float64) []float64 {
	ink := seriesInk(series, d.c.Series[series].Role)
	x := last.X + 7
	room := max(d.W-x, 20)
	first, second := halved(fonts.SansBold, d.size, d.c.Series[series].Name, room)
	tall := 0.0
	if second != "" {
		tall = d.size * 1.2
	}
	y := d.clearOf(taken, last.Y, tall)
	if !d.guide(series) {
		d.disc(last, 2.4, ink, Paper, 0.8)
	}
	if second == "" {
		d.words(x, y, fit(fonts.SansBold, d.size, first, room), fonts.SansBold, d.size, ink, model.AlignStart)
		return []float64{y}
	}
	under := y + tall
	d.words(x, y, fit(fonts.SansBold, d.size, first, room), fonts.SansBold, d.size, ink, model.AlignStart)
	d.words(x, under, fit(fonts.SansBold, d.size, second, room), fonts.SansBold, d.size, ink, model.AlignStart)
	return []float64{y, under}
}

// clearOf is a height for a name that is tall besides its first line: its own where
// none is taken near, else below that, and above where below are the days.
func (d *chartDrawing) clearOf(taken []float64, y, tall float64) float64 {
	lowest := d.plot.Y + d.plot.H - d.size*0.3 - tall
	y = min(y, lowest)
	highest := y
	for _, t := range taken {
		highest = min(highest, t)
		if math.Abs(y-t) < d.size*1.25 {
			y = t + d.size*1.25
		}
	}
	if y > lowest {
		y = highest - d.size*1.25 - tall
	}
	return y
}

// halved breaks a line that is wider than its room after the last word that fits;
// second is empty where it fits, or where its first word does not.
func halved(f fonts.Face, size float64, s string, room float64) (first, second string) {
	if f.Width(size, s) <= room {
		return s, ""
	}
	for i, r := range s {
		if r == ' ' && f.Width(size, s[:i]) <= room {
			first, second = s[:i], s[i+1:]
		}
	}
	if first == "" {
		return s, ""
	}
	return first, second
}

// horizontal draws bars from left to right, the first category on top.
func (d *chartDrawing) horizontal() {
	left := 0.0
	for _, name := range d.c.Categories {
		left = max(left, fonts.Sans.Width(d.size, name))
	}
	left = min(left+8, d.W*0.34)
	d.plot = chart.Rect{X: left, Y: d.top + 4, W: d.W - left - d.size*3.4, H: d.H - d.top - d.size*2}
	x := func(v float64) float64 {
		return d.plot.X + d.plot.W*(min(max(v, d.lo), d.hi)-d.lo)/(d.hi-d.lo)
	}
	bottom := d.plot.Y + d.plot.H
	for _, t := range ticks(d.lo, d.hi) {
		d.line(x(t), d.plot.Y, x(t), bottom, 0.5, Hair)
		d.words(x(t), bottom+d.size, d.number(t), fonts.Sans, d.size, Faint, model.AlignCenter)
	}
	band := d.plot.H / float64(len(d.c.Categories))
	count := len(d.c.Series)
	if d.stacked() {
		count = 1
	}
	thick := min(band*0.7/float64(count), 18)
	all := d.columnSeries()
	for i, name := range d.c.Categories {
		middle := d.plot.Y + band*(float64(i)+0.5)
		if band >= d.size || i%int(math.Ceil(d.size/band)) == 0 {
			d.words(left-8, middle, fit(fonts.Sans, d.size, name, left-8), fonts.Sans, d.size, Quiet, model.AlignEnd)
		}
		for s := range d.c.Series {
			d.oneBar(s, i, middle, thick, count, all, x)
		}
	}
	d.line(x(max(0, d.lo)), d.plot.Y, x(max(0, d.lo)), bottom, 0.7, Hair2)
}

func (d *chartDrawing) oneBar(s, i int, middle, thick float64, count int, all []int, x func(float64) float64) {
	v := d.values[s][i]
	if math.IsNaN(v) {
		return
	}
	from, y := 0.0, middle-thick*float64(count)/2+thick*float64(s)
	if d.stacked() {
		from, y = d.below(all, s, i, v), middle-thick/2
	}
	a, b := x(from), x(from+v)
	d.bar(chart.Rect{X: min(a, b), Y: y + 0.5, W: math.Abs(a - b), H: thick - 1}, seriesInk(s, d.c.Series[s].Role), d.c.Series[s].Role)
	if !d.c.Labels || thick < d.size*0.9 {
		return
	}
	text := d.text(s, i)
	if !d.stacked() {
		d.words(max(a, b)+4, y+thick/2, text, fonts.Sans, d.size, Text, model.AlignStart)
	} else if fonts.Sans.Width(d.size, text) < math.Abs(a-b)-4 {
		d.words((a+b)/2, y+thick/2, text, fonts.Sans, d.size, onInk(d.c.Series[s].Role), model.AlignCenter)
	}
}
