package document

import (
	"github.com/tendril-app/tendril/internal/document/metrics"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// figuresBox sets big figures side by side under a rule each, at most four in
// a row.
type figuresBox struct {
	items []model.Figure
	zoom  float64 // the type's size as a share of the usual; 0 is 1
	most  float64 // the figures' size on the slide before; 0 is none
}

func (f *figuresBox) zoomed(by float64) box { return &figuresBox{f.items, by, f.most} }

func (f *figuresBox) k() float64 {
	if f.zoom == 0 {
		return 1
	}
	return f.zoom
}

const figureSize, figurePad, figureLeast = 56.0, 13.0, 120.0

// perRow is how many stand side by side: at most four, and none narrower than
// a column can be.
func (f *figuresBox) perRow(w float64) int {
	return min(f.wanted(), max(1, int((w+columnGap)/(figureLeast+columnGap))))
}

func (f *figuresBox) wanted() int {
	switch n := len(f.items); {
	case n <= 4:
		return max(n, 3) // one or two keep a third's width
	case n <= 6:
		return 3
	default:
		return 4
	}
}

func (f *figuresBox) width(w float64) float64 {
	n := float64(f.perRow(w))
	return (w - (n-1)*columnGap) / n
}

// size is the largest at which every figure stands on one line.
func (f *figuresBox) size(w float64) float64 {
	size := figureSize * f.k()
	if f.most > 0 {
		size = min(size, f.most)
	}
	for _, it := range f.items {
		if it.Value == "" {
			continue
		}
		s, _ := metrics.Fit(metrics.SansBold, ooxml.Clean(it.Value), f.width(w), size, 16, 1)
		size = min(size, s)
	}
	return size
}

func (f *figuresBox) paras(it model.Figure, size float64) []para {
	ps := []para{{spans: []span{{text: it.Value, size: size, bold: true, ink: toneInk(it.Tone, inkText)}}, line: 0.92}}
	if it.Label != "" {
		ps = append(ps, para{spans: []span{{text: it.Label, size: 14.5 * f.k(), bold: true, ink: inkText}}, before: 5})
	}
	if it.Detail != "" {
		ps = append(ps, para{spans: []span{{text: it.Detail, size: 12 * f.k(), ink: inkQuiet}}, before: 4, line: 1.12})
	}
	return ps
}

func (f *figuresBox) rows(w float64) (heights []float64) {
	size, n := f.size(w), f.perRow(w)
	for i, it := range f.items {
		if i%n == 0 {
			heights = append(heights, 0)
		}
		last := len(heights) - 1
		heights[last] = max(heights[last], figurePad+heightOf(f.paras(it, size), f.width(w)))
	}
	return heights
}

func (f *figuresBox) height(w float64) float64 {
	h := -gapLeast
	for _, row := range f.rows(w) {
		h += row + gapLeast
	}
	return h
}

func (f *figuresBox) elastic() bool { return false }

func (f *figuresBox) split(w, h float64) (head, rest box) {
	used, n := 0.0, f.perRow(w)
	for i, row := range f.rows(w) {
		if used += row; used > h {
			if i == 0 {
				return nil, f
			}
			size := f.size(w) // stays the same wherever the row comes to stand
			return &figuresBox{f.items[:i*n], f.zoom, size}, &figuresBox{f.items[i*n:], f.zoom, size}
		}
		used += gapLeast
	}
	return f, nil
}

func (f *figuresBox) draw(s *slide, r rect, _ int) error {
	size, n, w := f.size(r.W), f.perRow(r.W), f.width(r.W)
	y := r.Y
	for row, h := range f.rows(r.W) {
		for i := row * n; i < min((row+1)*n, len(f.items)); i++ {
			x := r.X + float64(i%n)*(w+columnGap)
			if s.deck.rtl {
				x = r.X + r.W - w - float64(i%n)*(w+columnGap)
			}
			s.rule(x, y, w, 1.2, inkText)
			s.textBox("Figure", rect{X: x, Y: y + figurePad, W: w, H: h - figurePad}, true, f.paras(f.items[i], size)...)
		}
		y += h + gapLeast
	}
	return nil
}
