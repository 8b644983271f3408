package chart

import (
	"math"
	"slices"

	"github.com/tendril-app/tendril/internal/story/model"
)

// label makes a label of its natural size with its corner at the origin.
func (v *Value) label(title, detail string, size float64, align model.Align) *Label {
	h := 0.0
	for _, s := range []string{title, detail} {
		if s != "" {
			h += size * 1.22
		}
	}
	return &Label{Title: title, Detail: detail, Align: align, Size: size,
		Rect: Rect{W: labelWidth(title, detail, size), H: h}}
}

// placeEnds puts today's values at the ends of their lines, apart from each
// other.
func (v *Value) placeEnds() {
	x := v.Plot.X + v.Plot.W + 1.6*v.gap
	width := v.W - x
	if e := v.pic.ProvedEnd; e.Title != "" {
		v.ProvedLabel = v.label(e.Title, e.Detail, v.textSize, model.AlignStart)
		v.ProvedLabel.Rect.X, v.ProvedLabel.Rect.W = x, width
		// The words of the axis of time begin half a line under the plot.
		v.ProvedLabel.Rect.Y = min(v.ProvedEnd.Y-v.lineHeight*0.62, v.Plot.Y+v.Plot.H+v.gap*0.9-v.ProvedLabel.Rect.H)
	}
	end := v.at(v.toDay)
	if e := v.pic.ClaimedEnd; e.Title != "" && end.claims > end.proved {
		l := v.label(e.Title, e.Detail, v.textSize, model.AlignStart)
		l.Rect.X, l.Rect.W = x, width
		l.Rect.Y = v.ClaimedEnd.Y - v.lineHeight*0.62
		if p := v.ProvedLabel; p != nil && l.Rect.Y+l.Rect.H > p.Rect.Y-2 {
			l.Rect.Y = max(p.Rect.Y-2-l.Rect.H, 0)
			p.Rect.Y = max(p.Rect.Y, l.Rect.Y+l.Rect.H+2)
		} else {
			l.Rect.Y = min(l.Rect.Y, v.Plot.Y+v.Plot.H+v.gap*0.9-l.Rect.H)
		}
		v.ClaimedLabel = l
	}
	for _, l := range []*Label{v.ProvedLabel, v.ClaimedLabel} {
		if l != nil {
			v.taken = append(v.taken, l.Rect)
		}
	}
}

// placeUprights sets the verticals' words in two rows above the plot, never
// inside it. Words that find no room are left out; the line stays.
func (v *Value) placeUprights() {
	var placed []Rect
	var texts []string
	for _, u := range v.pic.Verticals {
		day, ok := Day(u.On)
		if !ok || day < v.fromDay || day > v.toDay || u.Kind == model.VerticalToday && v.Future == nil {
			continue // today without a future is the right edge, and its words are there
		}
		x := v.x(day)
		v.verticalXs = append(v.verticalXs, Rect{x - 0.5, v.Plot.Y, 1, v.Plot.H})
		v.Uprights = append(v.Uprights, Upright{Kind: u.Kind, X: x})
		texts = append(texts, u.Text)
	}
	for i := range v.Uprights {
		up := &v.Uprights[i]
		if texts[i] == "" {
			continue
		}
		if up.Label = v.placeUprightWords(texts[i], up.X, placed); up.Label != nil {
			r := up.Label.Rect // with the line that leads up to it
			left, right := min(r.X, up.X-2), max(r.X+r.W, up.X+2)
			placed = append(placed, Rect{left, r.Y, right - left, r.H})
			if r.Y < v.Plot.Y-2*v.lineHeight {
				placed = append(placed, Rect{up.X - 3, r.Y, 6, v.Plot.Y - r.Y})
			}
		}
	}
}

func (v *Value) placeUprightWords(text string, x float64, placed []Rect) *Label {
	rows := []float64{v.Plot.Y - 1.35*v.lineHeight, v.Plot.Y - 2.5*v.lineHeight}
	for i, y := range rows {
		if y < -1 {
			continue
		}
		for _, align := range []model.Align{model.AlignStart, model.AlignEnd} {
			l := v.label(text, "", v.textSize, align)
			l.Rect.Y, l.Rect.X = y, x+v.gap
			if align == model.AlignEnd {
				l.Rect.X = x - v.gap - l.Rect.W
			}
			if i == 0 && v.lineThrough(l.Rect) {
				continue
			}
			if l.Rect.X >= 0 && l.Rect.X+l.Rect.W <= v.W && free(l.Rect, placed) {
				return l
			}
		}
	}
	return nil
}

// lineThrough says whether an upright's line could run through words in the
// lower row.
func (v *Value) lineThrough(r Rect) bool {
	for _, u := range v.Uprights {
		if u.X > r.X-2 && u.X < r.X+r.W+2 {
			return true
		}
	}
	return false
}

// placeSilences sets the words of a silence at the top of its band, in the
// first stretch between verticals that is wide enough.
func (v *Value) placeSilences() {
	for _, s := range v.pic.Silences {
		from, ok1 := Day(s.From)
		to, ok2 := Day(s.To)
		if !ok1 || !ok2 || to <= from || to <= v.fromDay || from >= v.toDay {
			continue
		}
		a, b := v.x(from), v.x(to)
		q := Quiet{Band: Rect{a, v.Plot.Y, b - a, v.Plot.H}}
		top, _ := v.band(a, b, func(l level) float64 { return l.claims })
		for _, detail := range []string{s.Detail, ""} {
			if q.Label = v.silenceWords(s.Title, detail, a, b, top); q.Label != nil {
				v.taken = append(v.taken, q.Label.Rect)
				break
			}
		}
		v.Silences = append(v.Silences, q)
	}
}

func (v *Value) silenceWords(title, detail string, a, b, ceiling float64) *Label {
	l := v.label(title, detail, v.textSize, model.AlignStart)
	l.Rect.Y = v.Plot.Y + v.gap
	if title == "" || l.Rect.Y+l.Rect.H > ceiling {
		return nil
	}
	edges := []float64{a}
	for _, r := range v.verticalXs {
		if r.X > a && r.X < b {
			edges = append(edges, r.X+1)
		}
	}
	edges = append(edges, b)
	slices.Sort(edges)
	best := -1
	for i := 0; i+1 < len(edges); i++ {
		if edges[i+1]-edges[i] >= l.Rect.W+1.6*v.gap && (best < 0 || edges[i+1]-edges[i] > edges[best+1]-edges[best]) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	l.Rect.X = edges[best] + 1.2*v.gap
	return l
}

func free(r Rect, taken []Rect) bool {
	for _, t := range taken {
		if r.overlaps(t) {
			return false
		}
	}
	return true
}

// placeMarks sets a disc at each piece of news and its words where they cover
// nothing: left above the stairs first, then inside the proved area, then
// right above.
func (v *Value) placeMarks() {
	var discs []Rect
	for _, c := range v.pic.Callouts {
		if day, ok := Day(c.On); ok && day >= v.fromDay && day <= v.toDay {
			p := Point{v.x(day), v.y(v.at(day).proved)}
			discs = append(discs, Rect{p.X - 4, p.Y - 4, 8, 8})
			v.Marks = append(v.Marks, Mark{At: p})
		}
	}
	v.taken = append(v.taken, discs...)
	i := 0
	for _, c := range v.pic.Callouts {
		day, ok := Day(c.On)
		if !ok || day < v.fromDay || day > v.toDay {
			continue
		}
		m := &v.Marks[i]
		own := len(v.taken) // the mark's own disc may be close to its words
		if c.Title != "" || c.Detail != "" {
			v.placeWords(m, c, discs[i])
		}
		if m.Label != nil {
			v.taken = append(v.taken[:own:own], m.Label.Rect)
			v.leaders = append(v.leaders, leaderRect(m.Leader))
		}
		i++
	}
}

func leaderRect(l [2]Point) Rect {
	y, h := min(l[0].Y, l[1].Y), math.Abs(l[0].Y-l[1].Y)
	return Rect{l[0].X - 1.5, y, 3, h}
}

// placeWords sets a callout's words where they have room: the whole title, else
// its short one.
func (v *Value) placeWords(m *Mark, c model.Callout, disc Rect) {
	if v.placeTitle(m, c.Title, c.Detail, disc); m.Label == nil && c.Short != "" {
		v.placeTitle(m, c.Short, c.Detail, disc)
	}
}

func (v *Value) placeTitle(m *Mark, title, detail string, disc Rect) {
	for _, side := range []func(*Label, Point, float64) bool{v.leftAbove, v.below, v.rightAbove} {
		for length := 2.8 * v.lineHeight; length < v.Plot.H; length += v.lineHeight / 3 {
			l := v.label(title, detail, v.textSize, model.AlignStart)
			if !side(l, m.At, length) {
				continue
			}
			leader := [2]Point{m.At, {m.At.X, m.At.Y - length}}
			if l.Rect.Y > m.At.Y {
				leader[1].Y = m.At.Y + length
			}
			if v.fits(l.Rect, leader, disc) {
				m.Label, m.Leader = l, leader
				return
			}
		}
	}
}

// fits says whether words and their leader cover nothing that is drawn.
func (v *Value) fits(r Rect, leader [2]Point, own Rect) bool {
	if r.X < v.Plot.X+1 || r.X+r.W > v.todayX || r.Y < v.Plot.Y || r.Y+r.H > v.Plot.Y+v.Plot.H {
		return false
	}
	near := r.grown(1.5)
	if !free(near, v.taken) || !free(near, v.verticalXs) || !free(near, v.leaders) {
		return false
	}
	line := leaderRect(leader)
	for _, t := range v.taken {
		if t != own && line.overlaps(t) {
			return false
		}
	}
	return true
}

func (v *Value) leftAbove(l *Label, p Point, length float64) bool {
	l.Align = model.AlignEnd
	l.Rect.X, l.Rect.Y = p.X-v.gap-l.Rect.W, p.Y-length
	return v.aboveStairs(l.Rect)
}

func (v *Value) rightAbove(l *Label, p Point, length float64) bool {
	l.Rect.X, l.Rect.Y = p.X+v.gap, p.Y-length
	return v.aboveStairs(l.Rect)
}

// below sets the words in the proved area under the step, centred on it or
// pushed in from the edge.
func (v *Value) below(l *Label, p Point, length float64) bool {
	l.Align = model.AlignCenter
	l.Rect.X, l.Rect.Y = p.X-l.Rect.W/2, p.Y+length+2
	if over := l.Rect.X + l.Rect.W + v.gap - v.todayX; over > 0 {
		l.Rect.X, l.Align = l.Rect.X-over, model.AlignEnd
	}
	_, lowest := v.band(l.Rect.X-2, l.Rect.X+l.Rect.W+2, func(l level) float64 { return l.proved })
	return l.Rect.Y > lowest+3
}

func (v *Value) aboveStairs(r Rect) bool {
	highest, _ := v.band(r.X, r.X+r.W, func(l level) float64 { return l.claims })
	if r.Y+r.H > highest-3 {
		return false
	}
	for _, s := range v.Silences {
		if r.overlaps(s.Band.grown(2)) {
			return false
		}
	}
	return true
}

// band is the highest and the lowest place (smallest and largest y) of a
// staircase between two abscissae.
func (v *Value) band(a, b float64, of func(level) float64) (highest, lowest float64) {
	highest, lowest = math.Inf(1), math.Inf(-1)
	see := func(l level) {
		highest, lowest = min(highest, v.y(of(l))), max(lowest, v.y(of(l)))
	}
	perDay := (v.toDay - v.fromDay) / v.Plot.W
	see(v.at(v.fromDay + (a-v.Plot.X)*perDay))
	for _, l := range v.levels {
		if x := v.x(l.day); x > a && x < b {
			see(l)
		}
	}
	return highest, lowest
}
