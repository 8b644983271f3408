package document

import (
	"github.com/tendril-app/tendril/internal/document/metrics"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// figuresBox sets big figures side by side under a rule each, at most four in
// a row.
type figuresBox struct{ items []model.Figure }

const figureSize, figurePad = 56.0, 13.0

func (f *figuresBox) perRow() int {
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
	n := float64(f.perRow())
	return (w - (n-1)*columnGap) / n
}

// size is the largest at which every figure stands on one line.
func (f *figuresBox) size(w float64) float64 {
	size := figureSize
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
		ps = append(ps, para{spans: []span{{text: it.Label, size: 14.5, bold: true, ink: inkText}}, before: 5})
	}
	if it.Detail != "" {
		ps = append(ps, para{spans: []span{{text: it.Detail, size: 12, ink: inkQuiet}}, before: 4, line: 1.12})
	}
	return ps
}

func (f *figuresBox) rows(w float64) (heights []float64) {
	size, n := f.size(w), f.perRow()
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
	used, n := 0.0, f.perRow()
	for i, row := range f.rows(w) {
		if used += row; used > h {
			if i == 0 {
				return nil, f
			}
			return &figuresBox{f.items[:i*n]}, &figuresBox{f.items[i*n:]}
		}
		used += gapLeast
	}
	return f, nil
}

func (f *figuresBox) draw(s *slide, r rect, _ bool) error {
	size, n, w := f.size(r.W), f.perRow(), f.width(r.W)
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
