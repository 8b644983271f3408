package document

import (
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// chartBox is a native chart with its heading above and its source below.
type chartBox struct {
	c     *model.Chart
	small []para
}

const (
	chartLeast = 190.0
	smallSize  = 9.5
)

func newChartBox(d *deck, c *model.Chart) *chartBox {
	return &chartBox{c: c, small: d.small(c.Source, c.Method)}
}

// small is the small type under a picture: where its figures come from and
// how they were reckoned.
func (d *deck) small(source, method string) []para {
	var ps []para
	add := func(head, text string) {
		if text = ooxml.Clean(text); text != "" {
			ps = append(ps, one(span{text: head + ": " + text, size: smallSize, ink: inkFaint}))
		}
	}
	add(word(d.doc.Words.Source, "Source"), source)
	add(word(d.doc.Words.Method, "Method"), method)
	return ps
}

func (b *chartBox) headH() float64 {
	if b.c.Title == "" {
		return 0
	}
	return 24
}

func (b *chartBox) footH(w float64) float64 {
	if len(b.small) == 0 {
		return 0
	}
	return heightOf(b.small, w) + 8
}

func (b *chartBox) height(w float64) float64                { return b.headH() + chartLeast + b.footH(w) }
func (b *chartBox) elastic() bool                           { return true }
func (b *chartBox) split(float64, float64) (head, rest box) { return nil, b }

func (b *chartBox) draw(s *slide, r rect, holder int) error {
	if b.c.Title != "" {
		s.textBox("Heading", rect{X: r.X, Y: r.Y, W: r.W, H: 18}, true,
			one(span{text: b.c.Title, size: 13, bold: true, ink: inkText}))
	}
	foot := b.footH(r.W)
	frame := rect{X: r.X, Y: r.Y + b.headH(), W: r.W, H: r.H - b.headH() - foot}
	id, err := s.addChart(b.c, frame.W)
	if err != nil {
		return err
	}
	s.frame(word(ooxml.Clean(s.deck.doc.Words.Chart), "Chart"), b.c.Alt, frame, holder)
	s.x.Start("a:graphic").Start("a:graphicData", "uri", ooxml.NSChart)
	s.x.Empty("c:chart", "xmlns:c", ooxml.NSChart, "r:id", id).End().End().End()
	if len(b.small) > 0 {
		s.textBox("Source", rect{X: r.X, Y: r.Y + r.H - foot + 8, W: r.W, H: foot - 8}, true, b.small...)
	}
	return nil
}
