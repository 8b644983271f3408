// Package chart holds the geometry of the pictures and the native chart parts
// that every format shares.
package chart

import (
	"math"
	"slices"
	"time"

	"github.com/tendril-app/tendril/internal/document/metrics"
	"github.com/tendril-app/tendril/internal/story/model"
)

// Point is a place in a picture, in points from its top left corner.
type Point struct{ X, Y float64 }

// Rect is an upright rectangle in a picture.
type Rect struct{ X, Y, W, H float64 }

func (r Rect) overlaps(o Rect) bool {
	return r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H
}

func (r Rect) grown(by float64) Rect { return Rect{r.X - by, r.Y - by, r.W + 2*by, r.H + 2*by} }

// Label is words in a picture: a bold line and a plain one under it, either
// of which may be empty, in a rectangle.
type Label struct {
	Rect          Rect
	Title, Detail string
	Align         model.Align
	Size          float64
}

// Mark is a step's disc and the line that leads to its words.
type Mark struct {
	At     Point
	Leader [2]Point
	// Label is nil where there was no room for words.
	Label *Label
}

// Upright is a vertical with its words; Label is nil where there was no room.
type Upright struct {
	Kind  model.VerticalKind
	X     float64
	Label *Label
}

// Quiet is the band of a silence with its words.
type Quiet struct {
	Band  Rect
	Label *Label
}

// Value is the value picture laid out: everything has its place, nothing
// covers anything else, and a renderer only draws.
type Value struct {
	W, H float64
	// Plot is the rectangle between the axes.
	Plot Rect
	// Grid are the heights of the value ticks, beside their words.
	Grid []Label
	// Dates are the words under the plot; Ticks their places.
	Dates []Label
	Ticks []float64
	// Proved and Claimed are the staircases from left to right up to today;
	// the later parts, empty where nothing lies ahead, are drawn dashed.
	Proved, Claimed           []Point
	ProvedAhead, ClaimedAhead []Point
	Hatches                   [][]Point
	Future                    *Rect
	Marks                     []Mark
	Uprights                  []Upright
	Silences                  []Quiet
	ProvedEnd, ClaimedEnd     Point
	ProvedLabel, ClaimedLabel *Label
	textSize, gap, lineHeight float64
	max                       float64
	fromDay, toDay            float64
	taken                     []Rect
	pic                       *model.ValuePicture
	levels                    []level
	verticalXs, leaders       []Rect
	todayX                    float64
}

type level struct{ day, proved, claims float64 }

// Day counts the days of an ISO date since 1970; ok is false when it is none.
func Day(iso string) (day float64, ok bool) {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return 0, false
	}
	return math.Floor(float64(t.Unix()) / 86400), true
}

// LayoutValue lays a value picture out in a rectangle of w by h points with
// words of a size. It returns nil when the picture has no points or no span.
func LayoutValue(pic *model.ValuePicture, w, h, size float64) *Value {
	v := &Value{W: w, H: h, pic: pic, textSize: size, gap: size * 0.5, lineHeight: size * metrics.LineHeight}
	if !v.readLevels() {
		return nil
	}
	v.placePlot()
	v.placeScale()
	v.drawStairs()
	v.placeEnds()
	v.placeUprights()
	v.placeSilences()
	v.placeMarks()
	return v
}

// LayoutArt lays out only the staircase of proved value across the whole
// rectangle, as the cover has it; nil when there is nothing to draw.
func LayoutArt(pic *model.ValuePicture, w, h float64) *Value {
	v := &Value{W: w, H: h, pic: pic, textSize: 10}
	if !v.readLevels() {
		return nil
	}
	for _, l := range v.levels {
		v.max = max(v.max, l.proved)
	}
	if v.max <= 0 {
		return nil
	}
	v.max *= 1.12
	v.Plot = Rect{0, 0, w, h}
	v.drawStairs()
	return v
}

func (v *Value) readLevels() bool {
	from, ok1 := Day(v.pic.From)
	to, ok2 := Day(v.pic.To)
	if !ok1 || !ok2 || to <= from {
		return false
	}
	v.fromDay, v.toDay = from, to
	for _, p := range v.pic.Points {
		day, ok := Day(p.On)
		if !ok || day > to || math.IsNaN(p.Proved) || math.IsInf(p.Proved, 0) {
			continue
		}
		v.levels = append(v.levels, level{max(day, from), max(p.Proved, 0), max(p.WithClaims, p.Proved, 0)})
	}
	if len(v.levels) == 0 {
		return false
	}
	slices.SortStableFunc(v.levels, func(a, b level) int { return int(a.day - b.day) })
	return true
}

// placePlot leaves room for the words around the plot: ticks at the left, end
// labels at the right, two rows of verticals above, dates below.
func (v *Value) placePlot() {
	left := 0.0
	for _, t := range v.pic.ValueTicks {
		left = max(left, metrics.Width(metrics.Sans, v.textSize, t.Text))
	}
	right := 0.0
	for _, e := range []model.EndLabel{v.pic.ProvedEnd, v.pic.ClaimedEnd} {
		right = max(right, labelWidth(e.Title, e.Detail, v.textSize*1.14))
	}
	right = min(right+3*v.gap, v.W*0.28)
	top := v.lineHeight * 0.6
	if len(v.pic.Verticals) > 0 {
		top = v.lineHeight * 1.5
	}
	if len(v.pic.Verticals) > 2 {
		top = v.lineHeight * 2.6
	}
	left = min(left*1.06+2*v.gap, v.W*0.2)
	v.Plot = Rect{left, top, v.W - left - right, v.H - top - v.lineHeight*1.7}
}

func (v *Value) placeScale() {
	for _, l := range v.levels {
		v.max = max(v.max, l.claims)
	}
	v.max *= 1.07
	for _, t := range v.pic.ValueTicks {
		v.max = max(v.max, t.At)
	}
	// The words of a silence stand in its band above the level that held.
	room := 3 * v.lineHeight / v.Plot.H
	for _, s := range v.pic.Silences {
		from, ok1 := Day(s.From)
		to, ok2 := Day(s.To)
		if !ok1 || !ok2 || room > 0.5 {
			continue
		}
		v.max = max(v.max, v.at(from).claims/(1-room))
		for _, l := range v.levels {
			if l.day > from && l.day < to {
				v.max = max(v.max, l.claims/(1-room))
			}
		}
	}
	if v.max <= 0 {
		v.max = 1
	}
	for _, t := range v.pic.ValueTicks {
		y := v.y(t.At)
		v.Grid = append(v.Grid, Label{Detail: t.Text, Align: model.AlignEnd, Size: v.textSize,
			Rect: Rect{0, y - v.lineHeight/2, v.Plot.X - 1.4*v.gap, v.lineHeight}})
	}
	v.placeDates()
}

func (v *Value) placeDates() {
	free := math.Inf(-1)
	for i, t := range v.pic.DateTicks {
		day, ok := Day(t.On)
		if !ok || day < v.fromDay || day > v.toDay {
			continue
		}
		x := v.x(day)
		w := metrics.Width(metrics.Sans, v.textSize, t.Text)*1.08 + 2
		r := Rect{x - w/2, v.Plot.Y + v.Plot.H + v.gap, w, v.lineHeight}
		align := model.AlignCenter
		if i == 0 && r.X < v.Plot.X {
			r.X, align = x, model.AlignStart
		}
		if r.X+r.W > v.W {
			r.X, align = v.W-r.W, model.AlignEnd
		}
		if r.X < free+v.gap {
			continue
		}
		free = r.X + r.W
		v.Ticks = append(v.Ticks, x)
		v.Dates = append(v.Dates, Label{Detail: t.Text, Align: align, Size: v.textSize, Rect: r})
	}
}

func (v *Value) x(day float64) float64 {
	share := (min(max(day, v.fromDay), v.toDay) - v.fromDay) / (v.toDay - v.fromDay)
	return v.Plot.X + share*v.Plot.W
}

func (v *Value) y(amount float64) float64 {
	return v.Plot.Y + v.Plot.H*(1-min(amount/v.max, 1))
}

// at is the level on a day; before the first point it is nothing.
func (v *Value) at(day float64) level {
	var last level
	for _, l := range v.levels {
		if l.day > day {
			break
		}
		last = l
	}
	return last
}

// drawStairs makes the two staircases: level treads, upright risers.
func (v *Value) drawStairs() {
	v.todayX = v.Plot.X + v.Plot.W
	today := v.toDay
	if day, ok := Day(v.pic.Today); ok && day < v.toDay && day > v.fromDay {
		today, v.todayX = day, v.x(day)
		v.Future = &Rect{v.todayX, v.Plot.Y, v.Plot.X + v.Plot.W - v.todayX, v.Plot.H}
	}
	proved := func(l level) float64 { return l.proved }
	claims := func(l level) float64 { return l.claims }
	v.Proved = v.stair(v.fromDay, today, proved)
	v.Claimed = v.stair(v.fromDay, today, claims)
	if v.Future != nil {
		v.ProvedAhead = v.stair(today, v.toDay, proved)
		v.ClaimedAhead = v.stair(today, v.toDay, claims)
	}
	v.hatch(today)
	v.ProvedEnd = v.Proved[len(v.Proved)-1]
	v.ClaimedEnd = v.Claimed[len(v.Claimed)-1]
}

func (v *Value) stair(from, to float64, of func(level) float64) []Point {
	y := v.y(of(v.at(from)))
	pts := []Point{{v.x(from), y}}
	for _, l := range v.levels {
		next := v.y(of(l))
		if l.day <= from || l.day > to || next == y {
			continue
		}
		x := v.x(l.day)
		pts = append(pts, Point{x, y}, Point{x, next})
		y = next
	}
	return append(pts, Point{v.x(to), y})
}

// hatch makes a polygon for each stretch of days with something claimed.
func (v *Value) hatch(today float64) {
	days := []float64{v.fromDay}
	for _, l := range v.levels {
		if l.day > days[len(days)-1] && l.day < today {
			days = append(days, l.day)
		}
	}
	days = append(days, today)
	var top, bottom []Point
	flush := func() {
		if len(top) > 0 {
			slices.Reverse(bottom)
			v.Hatches = append(v.Hatches, append(top, bottom...))
		}
		top, bottom = nil, nil
	}
	for i := 0; i+1 < len(days); i++ {
		l := v.at(days[i])
		if l.claims <= l.proved {
			flush()
			continue
		}
		a, b := v.x(days[i]), v.x(days[i+1])
		top = append(top, Point{a, v.y(l.claims)}, Point{b, v.y(l.claims)})
		bottom = append(bottom, Point{a, v.y(l.proved)}, Point{b, v.y(l.proved)})
	}
	flush()
}

func labelWidth(title, detail string, size float64) float64 {
	return max(metrics.Width(metrics.SansBold, size, title), metrics.Width(metrics.Sans, size, detail))*1.06 + 2
}
