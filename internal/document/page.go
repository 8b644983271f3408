package document

import (
	"strings"

	"github.com/tendril-app/tendril/internal/document/metrics"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// box is a block that can be measured, drawn, and continued on a further
// slide.
type box interface {
	// height is what the block needs in a width; an elastic one takes more.
	height(w float64) float64
	elastic() bool
	// split parts the block so that head fits into h; rest is nil when all of
	// it fits, head nil when nothing does.
	split(w, h float64) (head, rest box)
	// draw writes the block; holder above 0 is the layout's content
	// placeholder that it may fill.
	draw(s *slide, r rect, holder int) error
}

func (d *deck) boxOf(b model.Block) box {
	switch {
	case b.Text != nil:
		return newTextBox(d, b.Text)
	case b.Figures != nil && len(b.Figures.Items) > 0:
		return &figuresBox{items: b.Figures.Items}
	case b.Quotes != nil && len(b.Quotes.Items) > 0:
		return newQuotes(b.Quotes)
	case b.Table != nil:
		return newTable(d, b.Table)
	case b.Chart != nil:
		return newChartBox(d, b.Chart)
	case b.Value != nil:
		return newValueBox(d, b.Value)
	case b.Decisions != nil:
		return newDecisions(d, b.Decisions)
	default:
		return nil
	}
}

const (
	gapLeast, gapMost = 22.0, 56.0
	gapTight          = 11.0 // where that saves a further slide
	columnGap         = 34.0
	closingSize       = 9.0
)

// page writes a page, on as many slides as it takes.
func (d *deck) page(p *model.Page, last bool) error {
	var rest []box
	for _, b := range p.Blocks {
		if bx := d.boxOf(b); bx != nil {
			rest = append(rest, bx)
		}
	}
	if p.Columns && len(rest) > 1 {
		rest = []box{&columnsBox{rest}}
	}
	var closing []para
	if footer := strings.Join(strings.Fields(ooxml.Clean(d.doc.Footer)), " "); last && footer != "" {
		closing = []para{{spans: []span{{text: footer, size: closingSize, ink: inkFaint}}, line: 1.1}}
	}
	for first := true; first || len(rest) > 0; first = false {
		s, top := d.startPage(p, first, rest)
		end := s.end(p)
		bottom := end
		if len(closing) > 0 {
			bottom -= heightOf(closing, s.area.W) + 14
		}
		if first {
			rest = zoom(rest, s.area.W, bottom-top)
		}
		var on []box
		on, rest = fillTight(rest, s.area.W, bottom-top)
		if err := s.blocks(on, top, bottom); err != nil {
			return err
		}
		if len(closing) > 0 && len(rest) == 0 {
			h := heightOf(closing, s.area.W)
			s.textBox("Closing line", rect{X: s.area.X, Y: end - h, W: s.area.W, H: h}, true, closing...)
		}
		s.foot(p)
	}
	return nil
}

// startPage begins a slide with the page's title and returns where its
// content may begin.
func (d *deck) startPage(p *model.Page, first bool, content []box) (*slide, float64) {
	s := d.newSlide(layoutFor(content))
	title := ooxml.Clean(p.Title)
	s.title = title
	if first {
		s.notes = p.Notes
	} else {
		title += " (" + word(ooxml.Clean(d.doc.Words.Continued), "continued") + ")"
	}
	if d.house != nil {
		return s, s.houseTitle(title, p)
	}
	size, lines := metrics.Fit(metrics.SansBold, title, contentW, titleSize, titleSize-3, 1)
	if lines > 1 {
		size, lines = metrics.Fit(metrics.SansBold, title, contentW, titleSize, 22, 2)
	}
	if lines > 2 {
		size, lines = metrics.Fit(metrics.SansBold, title, contentW, size, 14, 3)
	}
	h := float64(lines)*size*metrics.LineHeight*0.96 + 2
	r := rect{X: margin, Y: titleTop, W: contentW, H: h}
	if !rightToLeft(title, d.rtl) {
		r.W = even(title, size, contentW)
	}
	s.placeholder("Title", "title", 0, &r, size/titleSize, []para{{spans: []span{{text: title}}, bare: true}})
	top := titleTop + h
	if sub := strings.Join(strings.Fields(ooxml.Clean(p.Subtitle)), " "); sub != "" {
		subSize, n := metrics.Fit(metrics.Sans, sub, contentW, 13.5, 10, 2)
		box := rect{X: margin, Y: top + 7, W: contentW, H: float64(n)*subSize*metrics.LineHeight*1.1 + 2}
		s.placeholder("Subtitle", "body", 13, &box, subSize/13.5, []para{{spans: []span{{text: sub}}, bare: true}})
		top = box.Y + box.H
	}
	return s, top + 26
}

// zoomer is a block whose type may be set larger where there is room, or
// smaller where much has to be shown: zooms are the sizes to try, in order.
type zoomer interface {
	box
	zooms() []float64
	zoomed(by float64) box
	// lines counts lines that a larger type should not make more of.
	lines(w float64) int
}

// zoom sets a page's only block in the largest type that leaves some white and
// breaks no line that was whole.
func zoom(blocks []box, w, h float64) []box {
	if len(blocks) != 1 {
		return blocks
	}
	z, ok := blocks[0].(zoomer)
	if !ok {
		return blocks
	}
	smallest, usual := box(z), z.lines(w)
	for _, by := range z.zooms() {
		larger := z.zoomed(by)
		if l, ok := larger.(zoomer); ok && by > 1 && l.lines(w) > usual {
			continue
		}
		if need := larger.height(w); need <= h*0.85 || by <= 1 && need <= h*tableFull {
			return []box{larger}
		}
		if by < 1 {
			smallest = larger
		}
	}
	return []box{smallest}
}

// even is the width at which a title that takes two lines or more breaks into
// lines of about one length, so that no last word stands alone.
func even(title string, size, width float64) float64 {
	lines := metrics.Wrap(metrics.SansBold, size, title, width)
	if len(lines) < 2 || strings.Contains(title, "\n") {
		return width
	}
	first := metrics.Width(metrics.SansBold, size, lines[0])
	if metrics.Width(metrics.SansBold, size, lines[len(lines)-1]) > first*0.4 {
		return width
	}
	for w := width; w > width*0.55; w -= 8 {
		if metrics.Lines(metrics.SansBold, size, title, w-8) > len(lines) {
			return w
		}
	}
	return width
}

// layoutFor picks the layout whose placeholders the blocks can fill.
func layoutFor(content []box) layoutKind {
	if len(content) != 1 {
		return layoutTitleOnly
	}
	if holds(content[0]) {
		return layoutContent
	}
	if c, ok := content[0].(*columnsBox); ok && len(c.boxes) == 2 && holds(c.boxes[0]) && holds(c.boxes[1]) {
		return layoutTwo
	}
	return layoutTitleOnly
}

// holds says whether a block can stand in a content placeholder.
func holds(b box) bool {
	switch b := b.(type) {
	case *textBox, *chartBox:
		return true
	case *tableBox:
		return len(b.rows) > 0 || b.emptyText == ""
	default:
		return false
	}
}

// force parts a block of which nothing fits on a slide of its own: its first
// thing is set in smaller type.
func force(b box, w, h float64) (head, rest box) {
	switch b := b.(type) {
	case *columnsBox:
		return b.part(w, h, true)
	case *quotesBox:
		if len(b.items) > 1 {
			first, others := *b, *b
			first.items, others.items = b.items[:1], b.items[1:]
			first.form, others.form = quoteRows, quoteRows
			return shrunk(&first, w, h), &others
		}
	case *figuresBox:
		if n := b.perRow(w); len(b.items) > n {
			return shrunk(&figuresBox{b.items[:n], b.zoom, b.most}, w, h), &figuresBox{b.items[n:], b.zoom, b.most}
		}
	case *tableBox:
		if len(b.rows) > 1 {
			first, others := *b, *b
			first.rows, others.rows = b.rows[:1], b.rows[1:]
			return shrunk(&first, w, h), &others
		}
	}
	return shrunk(b, w, h), nil
}

// shrunk sets a block that cannot be parted in smaller type until it fits.
func shrunk(b box, w, h float64) box {
	z, ok := b.(interface{ zoomed(by float64) box })
	if !ok {
		return b
	}
	out := b
	for by := 0.9; by > 0.35; by -= 0.05 {
		if out = z.zoomed(by); out.height(w) <= h {
			break
		}
	}
	return out
}

// fillTight is fill with less white between blocks where that takes all of them: a
// last line alone on a slide is worse.
func fillTight(blocks []box, w, h float64) (on, rest []box) {
	on, rest = fill(blocks, w, h, gapLeast)
	if len(rest) > 0 {
		if all, none := fill(blocks, w, h, gapTight); len(none) == 0 {
			return all, nil
		}
	}
	return on, rest
}

// fill takes the blocks that fit into a height, and what is left over. At
// least something is always taken, so that a page comes to an end.
func fill(blocks []box, w, h, gap float64) (on, rest []box) {
	left := h
	for i, b := range blocks {
		if i > 0 {
			left -= gap
		}
		if need := b.height(w); need <= left {
			on, left = append(on, b), left-need
			continue
		}
		head, tail := b.split(w, left)
		if head == nil && len(on) == 0 {
			head, tail = force(b, w, left)
		}
		if head != nil {
			on = append(on, head)
		}
		if tail != nil {
			rest = append(rest, tail)
		}
		return on, append(rest, blocks[i+1:]...)
	}
	return on, nil
}

// blocks sets blocks one under another: an elastic one takes what room is
// left; without one the gaps widen a little and the rest stays white.
func (s *slide) blocks(on []box, top, bottom float64) error {
	if len(on) == 0 {
		return nil
	}
	need, stretch := 0.0, 0
	for _, b := range on {
		need += b.height(s.area.W)
		if b.elastic() {
			stretch++
		}
	}
	gap := gapLeast
	if n := float64(len(on) - 1); n > 0 {
		gap = max(min(gap, (bottom-top-need)/n), gapTight)
	}
	slack := bottom - top - need - gap*float64(len(on)-1)
	if stretch == 0 && slack > 0 {
		lead := min(slack*0.2, 26)
		top, slack = top+lead, slack-lead
		if len(on) > 1 {
			gap += min(slack/float64(len(on)), gapMost-gapLeast)
		}
	}
	y := top
	for _, b := range on {
		h := b.height(s.area.W)
		if b.elastic() && slack > 0 {
			h += slack / float64(stretch)
		}
		holder := 0
		if s.layout == layoutContent {
			holder = 1
		}
		if err := b.draw(s, rect{X: s.area.X, Y: y, W: s.area.W, H: h}, holder); err != nil {
			return err
		}
		y += h + gap
	}
	return nil
}

// footOf is a page's line at the bottom, its place and its size; a long one
// grows upwards.
func footOf(p *model.Page) (text string, r rect, size float64) {
	text = strings.Join(strings.Fields(ooxml.Clean(p.Foot)), " ")
	size, lines := metrics.Fit(metrics.Sans, text, footHolder.r.W, footHolder.size, 7, 1)
	r = footHolder.r
	if lines > 1 {
		r.H = float64(lines)*size*metrics.LineHeight + 2
		r.Y = min(footTop-2, slideH-16-r.H)
	}
	return text, r, size
}

// end is where a page's content ends on the slide.
func (s *slide) end(p *model.Page) float64 {
	if s.house() != nil {
		return s.houseEnd(p)
	}
	_, foot, _ := footOf(p)
	return min(contentBottom, foot.Y-12)
}

// foot writes what proves the page, and its number.
func (s *slide) foot(p *model.Page) {
	if s.house() != nil {
		s.houseFoot(p)
		return
	}
	if text, r, size := footOf(p); text != "" {
		place := &r
		if r == footHolder.r {
			place = nil
		}
		s.placeholder("Footer", "ftr", 11, place, size/footHolder.size, []para{{spans: []span{{text: text}}, bare: true}})
	}
	s.pageNumber(numberHolder.idx)
}
