package document

import (
	"unicode/utf8"

	"github.com/tendril-app/tendril/internal/document/metrics"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// quotesBox sets the client's words in the serif: one large, a few side by
// side, many one under another.
type quotesBox struct {
	items []model.Quote
	form  quoteForm
	zoom  float64 // the type's size as a share of the usual; 0 is 1
}

type quoteForm int

const (
	quoteSingle quoteForm = iota
	quoteColumns
	quoteRows
)

func newQuotes(q *model.Quotes) *quotesBox {
	b := &quotesBox{items: q.Items, form: quoteRows}
	long := 0
	for _, it := range q.Items {
		long = max(long, utf8.RuneCountInString(it.Text))
	}
	switch n := len(q.Items); {
	case n == 1 && q.Items[0].Label == "" && q.Items[0].Detail == "":
		b.form = quoteSingle
	case n <= 3 && long <= 200:
		b.form = quoteColumns
	}
	return b
}

func (q *quotesBox) words(it model.Quote, size float64) para {
	return para{spans: []span{{text: it.Text, size: size, serif: true, ink: inkText}}, line: 1.08}
}

func (q *quotesBox) by(it model.Quote, size float64) para {
	return para{spans: []span{{text: it.By, size: size, ink: inkFaint}}, before: 7}
}

func (q *quotesBox) ours(it model.Quote, size float64) []para {
	var ps []para
	if it.Label != "" {
		ps = append(ps, one(span{text: it.Label, size: size, bold: true, ink: inkText}))
	}
	if it.Detail != "" {
		ps = append(ps, para{spans: []span{{text: it.Detail, size: size, ink: inkQuiet}}, before: 3, line: 1.1})
	}
	return ps
}

const singleSize = 22.0

// inline says whether a single quote and its speaker stand on one line.
func (q *quotesBox) inline(w float64) (bool, float64) {
	it := q.items[0]
	used := metrics.Width(metrics.Serif, singleSize, ooxml.Clean(it.Text))*1.08 + 18
	return used+metrics.Width(metrics.Sans, 12, ooxml.Clean(it.By))*1.05 <= w, used
}

func (q *quotesBox) singleParas(w float64) []para {
	it := q.items[0]
	size, _ := metrics.Fit(metrics.Serif, ooxml.Clean(it.Text), w, singleSize, 14, 3)
	return []para{q.words(it, size), q.by(it, 12)}
}

const (
	rowQuote  = 0.62 // the quotes' share of a row
	onlyQuote = 0.75 // one quote's share of the slide
	// spare is how much of its room a quote is measured in: who has no Georgia sees
	// it in a wider serif.
	spare = 0.92
)

func (q *quotesBox) columnWidth(w float64) float64 {
	n := float64(len(q.items))
	if n == 1 && w > contentW/2 {
		return w * onlyQuote
	}
	return (w - (n-1)*columnGap) / n
}

// columnHeads are the heights of the two halves of the columns.
func (q *quotesBox) columnHeads(w float64) (words, ours float64) {
	cw := q.columnWidth(w)
	for _, it := range q.items {
		words = max(words, heightOf([]para{q.words(it, 20*q.k()), q.by(it, 11.5*q.k())}, cw*spare))
		if ps := q.ours(it, 13*q.k()); len(ps) > 0 {
			ours = max(ours, heightOf(ps, cw))
		}
	}
	return words, ours
}

// stacked says that a row is too narrow for words and speaker side by side.
func stacked(w float64) bool { return w < contentW*0.6 }

// side is what stands beside the words of a row, or under them.
func (q *quotesBox) side(it model.Quote) []para {
	return append([]para{q.by(it, 11.5*q.k())}, spaced(q.ours(it, 12*q.k()))...)
}

func (q *quotesBox) rowHeight(it model.Quote, w float64) float64 {
	words := q.words(it, 17*q.k())
	if stacked(w) {
		return heightOf(append([]para{words}, q.side(it)...), w) + 22
	}
	return max(words.height(w*rowQuote), heightOf(q.side(it), w*(1-rowQuote)-columnGap)+2) + 22
}

func (q *quotesBox) height(w float64) float64 {
	switch q.form {
	case quoteSingle:
		if ok, _ := q.inline(w); ok {
			return singleSize * metrics.LineHeight * 1.1
		}
		return heightOf(q.singleParas(w), w)
	case quoteColumns:
		words, ours := q.columnHeads(w)
		if ours > 0 {
			ours += 18 + 14
		}
		return words + ours
	default:
		var h float64
		for _, it := range q.items {
			h += q.rowHeight(it, w)
		}
		return h
	}
}

func (q *quotesBox) elastic() bool { return false }

func (q *quotesBox) split(w, h float64) (head, rest box) {
	rows := &quotesBox{items: q.items, form: quoteRows, zoom: q.zoom}
	used := 0.0
	for i, it := range q.items {
		if used += rows.rowHeight(it, w); used <= h {
			continue
		}
		if i == 0 {
			return nil, rows
		}
		return &quotesBox{items: q.items[:i], form: quoteRows, zoom: q.zoom}, &quotesBox{items: q.items[i:], form: quoteRows, zoom: q.zoom}
	}
	return rows, nil
}

func (q *quotesBox) draw(s *slide, r rect, _ int) error {
	switch q.form {
	case quoteSingle:
		q.drawSingle(s, r)
	case quoteColumns:
		q.drawColumns(s, r)
	default:
		q.drawRows(s, r)
	}
	return nil
}

func (q *quotesBox) drawSingle(s *slide, r rect) {
	ok, used := q.inline(r.W)
	if !ok || s.deck.rtl {
		s.textBox("Quote", r, true, q.singleParas(r.W)...)
		return
	}
	it := q.items[0]
	s.textBox("Quote", rect{X: r.X, Y: r.Y, W: used, H: r.H}, true, q.words(it, singleSize))
	by := q.by(it, 12)
	by.before = 0
	drop := (singleSize - 12) * 0.95 // the two stand on one base line
	s.textBox("Speaker", rect{X: r.X + used, Y: r.Y + drop, W: r.W - used, H: r.H - drop}, true, by)
}

func (q *quotesBox) drawColumns(s *slide, r rect) {
	words, ours := q.columnHeads(r.W)
	w := q.columnWidth(r.W)
	for i, it := range q.items {
		x := r.X + float64(i)*(w+columnGap)
		if s.deck.rtl {
			x = r.X + r.W - w - float64(i)*(w+columnGap)
		}
		s.textBox("Quote", rect{X: x, Y: r.Y, W: w, H: words}, true, q.words(it, 20*q.k()), q.by(it, 11.5*q.k()))
		if ours > 0 {
			s.rule(x, r.Y+words+18, w, 1.2, inkText)
			s.textBox("Measure", rect{X: x, Y: r.Y + words + 32, W: w, H: ours}, true, q.ours(it, 13*q.k())...)
		}
	}
}

func (q *quotesBox) drawRows(s *slide, r rect) {
	y := r.Y
	for _, it := range q.items {
		h := q.rowHeight(it, r.W)
		s.rule(r.X, y, r.W, 0.75, inkHair)
		if stacked(r.W) {
			s.textBox("Quote", rect{X: r.X, Y: y + 11, W: r.W, H: h - 22}, true, append([]para{q.words(it, 17*q.k())}, q.side(it)...)...)
			y += h
			continue
		}
		lw, rw := r.W*rowQuote, r.W*(1-rowQuote)-columnGap
		lx, rx := r.X, r.X+r.W-rw
		if s.deck.rtl {
			lx, rx = r.X+r.W-lw, r.X
		}
		s.textBox("Quote", rect{X: lx, Y: y + 11, W: lw, H: h - 22}, true, q.words(it, 17*q.k()))
		s.textBox("Speaker", rect{X: rx, Y: y + 13, W: rw, H: h - 24}, true, q.side(it)...)
		y += h
	}
}

// spaced sets a first paragraph apart from what stands over it.
func spaced(ps []para) []para {
	if len(ps) > 0 && ps[0].before == 0 {
		ps[0].before = 3
	}
	return ps
}

func (q *quotesBox) k() float64 {
	if q.zoom == 0 {
		return 1
	}
	return q.zoom
}

func (q *quotesBox) zooms() []float64 {
	if len(q.items) == 1 {
		return []float64{1.5, 1.3, 1.15}
	}
	return []float64{1.15}
}

func (q *quotesBox) zoomed(by float64) box {
	out := *q
	out.zoom = by
	return &out
}

// lines counts the lines of what is not the client's words.
func (q *quotesBox) lines(w float64) int {
	if q.form == quoteColumns {
		w = q.columnWidth(w)
	} else {
		w = w*(1-rowQuote) - columnGap
	}
	n := 0
	for _, it := range q.items {
		n += linesOf(q.side(it), w)
	}
	return n
}
