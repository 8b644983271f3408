package document

import (
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// noStyle is the built-in table style without fills and lines; our rules are
// written on the cells.
const noStyle = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"

// tableBox is a native table. It runs on with its header repeated.
type tableBox struct {
	name, descr string
	widths      []float64 // shares, adding up to 1
	head        []para    // nil: no header row
	rows        []tableRow
	rowHeads    bool
	emptyText   string
	padY        float64
	most        float64 // the largest zoom
}

type tableRow struct {
	cells [][]para
	group bool
	// heavy sets a dark rule under the row instead of a hairline.
	heavy bool
	// lead is space above all cells but the first, whose type is larger, so
	// that they stand on one base line.
	lead float64
}

// tableFull is how much of a slide a long table fills: rows grow where a taller
// face stands in for Arial.
const tableFull = 0.91

const (
	cellSize, detailSize, headSize = 12.0, 10.0, 10.5
	cellPadX, cellPadY             = 9.0, 5.5
)

func newTable(d *deck, t *model.Table) *tableBox {
	b := &tableBox{name: word(ooxml.Clean(d.doc.Words.Table), "Table"), descr: t.Caption, rowHeads: t.RowHeads, emptyText: t.Empty, padY: cellPadY, most: 1.25}
	total := 0.0
	for _, c := range t.Columns {
		total += share(c)
	}
	for _, c := range t.Columns {
		b.widths = append(b.widths, share(c)/total)
		b.head = append(b.head, para{spans: []span{{text: c.Title, size: headSize, ink: inkFaint}}, align: c.Align})
	}
	for _, r := range t.Rows {
		b.rows = append(b.rows, rowOf(r, t.Columns, t.RowHeads))
	}
	return b
}

func share(c model.Column) float64 {
	if c.Width > 0 {
		return c.Width
	}
	return 1
}

func rowOf(r model.Row, cols []model.Column, rowHeads bool) tableRow {
	out := tableRow{group: r.Group}
	for i, c := range cols {
		var cell model.Cell
		if i < len(r.Cells) {
			cell = r.Cells[i]
		}
		cell.Bold = cell.Bold || r.Group || rowHeads && i == 0
		out.cells = append(out.cells, cellParas(cell, c.Align))
		if r.Group {
			break
		}
	}
	return out
}

func cellParas(c model.Cell, align model.Align) []para {
	text := span{text: c.Text, size: cellSize, bold: c.Bold, serif: c.Client, ink: toneInk(c.Tone, inkText)}
	p := para{align: align, line: 1.05}
	if sign := markSign(c.Mark); sign != "" {
		p.spans = append(p.spans, span{text: sign + " ", size: cellSize, ink: markInk(c.Mark, text.ink)})
	}
	p.spans = append(p.spans, text)
	ps := []para{p}
	if c.Detail != "" {
		ps = append(ps, para{spans: []span{{text: c.Detail, size: detailSize, ink: inkFaint}}, align: align, before: 1.5})
	}
	return ps
}

// markSign is the mark as a character, of those that text faces carry, so
// that a table stays a table when it is edited. The word beside it says what
// it means.
func markSign(m model.Mark) string {
	switch m {
	case model.MarkOnTrack, model.MarkEvidenced:
		return "●"
	case model.MarkOffTrack:
		return "◆"
	case model.MarkMet, model.MarkConfirmed:
		return "✓"
	case model.MarkStale:
		return "○"
	case model.MarkNoBaseline:
		return "···"
	case model.MarkClaimed:
		return "□"
	case model.MarkNew:
		return "+"
	case model.MarkGrown:
		return "↑"
	default:
		return ""
	}
}

func markInk(m model.Mark, text string) string {
	switch m {
	case model.MarkOnTrack, model.MarkMet, model.MarkConfirmed, model.MarkEvidenced, model.MarkNew, model.MarkGrown:
		return inkGrowth
	case model.MarkOffTrack:
		return inkTrouble
	case model.MarkClaimed, model.MarkStale, model.MarkNoBaseline:
		return inkClaim
	default:
		return text
	}
}

func (t *tableBox) columns(w float64) []float64 {
	out := make([]float64, len(t.widths))
	for i, s := range t.widths {
		out[i] = s * w
	}
	return out
}

func (t *tableBox) rowHeight(r tableRow, w float64) float64 {
	cols := t.columns(w)
	h := cellSize
	for i, ps := range r.cells {
		cw := cols[i]
		if r.group {
			cw = w
		}
		need := heightOf(ps, cw-2*cellPadX)
		if i > 0 {
			need += r.lead
		}
		h = max(h, need)
	}
	return h + 2*t.padY + 1
}

func (t *tableBox) headRow() tableRow {
	r := tableRow{heavy: true}
	for _, p := range t.head {
		r.cells = append(r.cells, []para{p})
	}
	return r
}

func (t *tableBox) headHeight(w float64) float64 {
	if t.head == nil {
		return 0
	}
	return t.rowHeight(t.headRow(), w)
}

func (t *tableBox) empty() []para {
	return []para{one(span{text: t.emptyText, size: 15, ink: inkFaint})}
}

func (t *tableBox) height(w float64) float64 {
	if len(t.rows) == 0 && t.emptyText != "" {
		return heightOf(t.empty(), w)
	}
	h := t.headHeight(w)
	for _, r := range t.rows {
		h += t.rowHeight(r, w)
	}
	return h
}

func (t *tableBox) zooms() []float64 {
	var out []float64
	for by := t.most; by > 1; by -= 0.05 {
		out = append(out, by)
	}
	return append(out, 1, 0.9)
}

// lines counts the lines of all cells.
func (t *tableBox) lines(w float64) int {
	n, cols := 0, t.columns(w)
	for _, r := range t.rows {
		for i, ps := range r.cells {
			n += linesOf(ps, cols[i]-2*cellPadX)
		}
	}
	return n
}

func (t *tableBox) zoomed(by float64) box {
	out := *t
	out.padY *= by * by
	if by > 1 {
		out.padY *= by * by
	}
	out.head = nil
	if t.head != nil {
		out.head = scaled(t.head, by)
	}
	out.rows = make([]tableRow, len(t.rows))
	for i, r := range t.rows {
		cells := make([][]para, len(r.cells))
		for c, ps := range r.cells {
			cells[c] = scaled(ps, by)
		}
		r.cells = cells
		r.lead *= by
		out.rows[i] = r
	}
	return &out
}

func (t *tableBox) elastic() bool { return false }

func (t *tableBox) split(w, h float64) (head, rest box) {
	if len(t.rows) == 0 {
		return nil, t
	}
	h *= tableFull
	used := t.headHeight(w)
	for i, r := range t.rows {
		if used += t.rowHeight(r, w); used <= h {
			continue
		}
		if i > 0 && t.rows[i-1].group {
			i-- // a heading goes with what it heads
		}
		a, b := *t, *t
		if i == 0 {
			return t.splitRow(w, h)
		}
		a.rows, b.rows = t.rows[:i], t.rows[i:]
		return &a, &b
	}
	return t, nil
}

// splitRow parts a first row that is higher than what is left, unless that is
// little and the row may fit on a slide of its own.
func (t *tableBox) splitRow(w, h float64) (head, rest box) {
	if h < (contentBottom-titleTop)/2 {
		return nil, t
	}
	cols, inner := t.columns(w), h-t.headHeight(w)-2*t.padY-1
	top, under := t.rows[0], t.rows[0]
	top.cells, under.cells = nil, nil
	parted := false
	for i, ps := range t.rows[0].cells {
		width := cols[i]
		if top.group {
			width = w
		}
		a, b := splitParas(ps, width-2*cellPadX, inner)
		parted = parted || len(a) > 0 && len(b) > 0
		top.cells, under.cells = append(top.cells, a), append(under.cells, b)
	}
	if !parted {
		return nil, t
	}
	a, b := *t, *t
	a.rows, b.rows = []tableRow{top}, append([]tableRow{under}, t.rows[1:]...)
	return &a, &b
}

func (t *tableBox) draw(s *slide, r rect, holder int) error {
	if len(t.widths) == 0 || len(t.rows) == 0 && t.emptyText != "" {
		s.textBox("Text", r, true, t.empty()...)
		return nil
	}
	// The cells' padding hangs into the margin, so that their words stand on
	// the slide's edge.
	s.frame(t.name, t.descr, r, holder)
	x := s.x
	x.Start("a:graphic").Start("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/table").Start("a:tbl")
	attrs := []string{}
	if s.deck.rtl {
		attrs = append(attrs, "rtl", "1")
	}
	if t.head != nil {
		attrs = append(attrs, "firstRow", "1")
	}
	if t.rowHeads {
		attrs = append(attrs, "firstCol", "1")
	}
	x.Start("a:tblPr", attrs...).Element("a:tableStyleId", noStyle).End()
	x.Start("a:tblGrid")
	for _, w := range t.columns(r.W) {
		x.Empty("a:gridCol", "w", s.emu(w))
	}
	x.End()
	if t.head != nil {
		t.row(s, t.headRow(), r.W)
	}
	for _, row := range t.rows {
		t.row(s, row, r.W)
	}
	x.End().End().End().End()
	return nil
}

func (t *tableBox) row(s *slide, r tableRow, w float64) {
	x := s.x.Start("a:tr", "h", s.emu(t.rowHeight(r, w)))
	for i := range t.widths {
		var ps []para
		if i < len(r.cells) {
			ps = r.cells[i]
		}
		var attrs []string
		if r.group && len(t.widths) > 1 {
			if i == 0 {
				attrs = []string{"gridSpan", itoa(len(t.widths))}
			} else {
				attrs = []string{"hMerge", "1"}
			}
		}
		x.Start("a:tc", attrs...).Start("a:txBody").Raw(`<a:bodyPr/><a:lstStyle/>`)
		s.paragraphs(ps)
		x.End()
		t.cellLook(s, i, r)
		x.End()
	}
	x.End()
}

func (t *tableBox) cellLook(s *slide, i int, r tableRow) {
	left, right := cellPadX, cellPadX
	if i == 0 {
		left = 0
	}
	if i == len(t.widths)-1 {
		right = 0
	}
	if s.deck.rtl {
		left, right = right, left
	}
	anchor, top := "t", t.padY
	if i > 0 {
		top += r.lead
	}
	if r.heavy {
		anchor = "b"
	}
	x := s.x.Start("a:tcPr", "marL", s.emu(left), "marR", s.emu(right), "marT", s.emu(top), "marB", s.emu(t.padY), "anchor", anchor)
	weight, ink := 0.75, inkHair
	if r.heavy || r.group {
		weight, ink = 1.2, inkText
	}
	x.Raw(`<a:lnL w="0"><a:noFill/></a:lnL><a:lnR w="0"><a:noFill/></a:lnR><a:lnT w="0"><a:noFill/></a:lnT>`)
	x.Start("a:lnB", "w", emu(weight), "cap", "flat", "cmpd", "sng").Raw(solid(ink)).End()
	x.Raw(`<a:noFill/>`).End()
}
