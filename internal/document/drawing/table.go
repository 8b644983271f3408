package drawing

import (
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

const (
	cellPad  = 4.5 // above and under a row
	closePad = 2.4 // the same in a document that is to fit one sheet
	cellGap  = 14  // between columns
	markStep = MarkSize + 4
)

// table makes a strip for the heads and one for each row, or the part of a row
// that fits a sheet.
func (m *maker) table(t *model.Table, w float64) []*Strip {
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		if t.Empty == "" {
			return nil
		}
		return []*Strip{empty(t.Empty, w)}
	}
	g := grid{pad: m.pad(), t: t, widths: ColumnWidths(t, w), w: w}
	head := g.head()
	out := []*Strip{head}
	for i := range t.Rows {
		for _, row := range g.parts(&t.Rows[i], m.most/2) {
			s := g.row(row)
			s.Head = head
			if row.Group {
				s.Keep = true
			}
			out = append(out, s)
		}
	}
	keepEnds(out)
	return out
}

// pad is the white above and under a row.
func (m *maker) pad() float64 {
	if m.close {
		return closePad
	}
	return cellPad
}

// keepEnds holds a table's first two rows and its last two on one sheet.
func keepEnds(strips []*Strip) {
	if n := len(strips); n > 2 {
		strips[1].Keep, strips[n-2].Keep = true, true
	}
}

type grid struct {
	pad    float64 // above and under a row
	t      *model.Table
	widths []float64
	w      float64
}

func (g *grid) head() *Strip {
	c := &column{}
	tall, any := 0.0, false
	for i, col := range g.t.Columns {
		ls := wrap(plainLine(col.Title, fonts.Sans, Faint), sizeSmall, g.room(i))
		tall, any = max(tall, float64(len(ls))*leadSmall), any || col.Title != ""
	}
	x := 0.0
	for i, col := range g.t.Columns {
		ls := wrap(plainLine(col.Title, fonts.Sans, Faint), sizeSmall, g.room(i))
		c.lines(ls, x, tall-float64(len(ls))*leadSmall, g.room(i), sizeSmall, leadSmall, col.Align)
		x += g.widths[i]
	}
	c.y = tall + 4
	if !any {
		c.y = 1
	}
	c.line(0, c.y, g.w, c.y, 0.9, Text)
	s := c.strip(KindTableHead, 13)
	s.Table, s.Widths, s.Keep = g.t, g.widths, true
	return s
}

// room is the width of a column's words.
func (g *grid) room(i int) float64 {
	if i == len(g.widths)-1 {
		return g.widths[i]
	}
	return g.widths[i] - cellGap
}

func (g *grid) face(i int, c *model.Cell) fonts.Face {
	switch {
	case c.Client:
		return fonts.Serif
	case c.Bold || g.t.RowHeads && i == 0:
		return fonts.SansBold
	default:
		return fonts.Sans
	}
}

// cell are the broken lines of a cell and of its second line.
func (g *grid) cell(i int, c *model.Cell) (text, detail []textLine, indent float64) {
	if c.Mark != model.MarkNone {
		indent = markStep
	}
	room := g.room(i)
	if c.Text != "" {
		text = wrap(plainLine(c.Text, g.face(i, c), ToneInk(c.Tone, Text)), sizeBody-0.4, room-indent)
	}
	if c.Detail != "" {
		detail = wrap(plainLine(c.Detail, fonts.Sans, Faint), sizeSmall, room-indent)
	}
	return text, detail, indent
}

const leadCell = (sizeBody - 0.4) * 1.36

func (g *grid) row(r *model.Row) *Strip {
	if r.Group {
		return g.group(r)
	}
	c := &column{}
	x, tall := 0.0, leadCell
	for i := range g.t.Columns {
		if i < len(r.Cells) {
			cell := &r.Cells[i]
			text, detail, indent := g.cell(i, cell)
			align := g.t.Columns[i].Align
			c.place(Mark(cell.Mark), g.markAt(x, i, align, text), g.pad+leadCell/2-MarkSize/2)
			y := c.lines(text, x+indent, g.pad, g.room(i)-indent, sizeBody-0.4, leadCell, align)
			y = c.lines(detail, x+indent, y, g.room(i)-indent, sizeSmall, leadSmall, align)
			tall = max(tall, y-g.pad)
		}
		x += g.widths[i]
	}
	c.y = tall + 2*g.pad
	c.line(0, c.y, g.w, c.y, 0.5, Hair)
	s := c.strip(KindRow, 0)
	s.Table, s.Widths, s.Row = g.t, g.widths, r
	return s
}

// markAt is where a mark stands: before its words, on whichever side they are.
func (g *grid) markAt(x float64, i int, align model.Align, text []textLine) float64 {
	if len(text) == 0 || align == model.AlignStart {
		return x
	}
	free := g.room(i) - markStep - text[0].width
	if align == model.AlignCenter {
		free /= 2
	}
	return x + free
}

func (g *grid) group(r *model.Row) *Strip {
	c := &column{y: 9}
	if len(r.Cells) > 0 {
		c.said(r.Cells[0].Text, fonts.SansBold, sizeBody-0.4, leadCell, Text, g.w)
	}
	c.y += 3
	c.line(0, c.y, g.w, c.y, 0.5, Hair2)
	s := c.strip(KindRow, 0)
	s.Table, s.Widths, s.Row = g.t, g.widths, r
	return s
}

// parts cuts a row that is taller than a height into rows of whole lines.
func (g *grid) parts(r *model.Row, most float64) []*model.Row {
	if r.Group || short(r) || g.row(r).H <= most {
		return []*model.Row{r}
	}
	count := max(int(most/leadCell)-2, 3)
	var out []*model.Row
	for i := range r.Cells[:min(len(r.Cells), len(g.t.Columns))] {
		cell := r.Cells[i]
		text, detail, _ := g.cell(i, &cell)
		for k := 0; k*count < len(text)+len(detail); k++ {
			for len(out) <= k {
				out = append(out, &model.Row{Cells: make([]model.Cell, len(r.Cells))})
			}
			part := cell
			part.Text = joined(text, k*count, (k+1)*count)
			part.Detail = joined(detail, k*count-len(text), (k+1)*count-len(text))
			if k > 0 {
				part.Mark = model.MarkNone
			}
			out[k].Cells[i] = part
		}
	}
	if len(out) == 0 {
		return []*model.Row{r}
	}
	return out
}

// short says without measuring that a row cannot be tall.
func short(r *model.Row) bool {
	for i := range r.Cells {
		if len(r.Cells[i].Text)+len(r.Cells[i].Detail) > 120 {
			return false
		}
	}
	return true
}

func joined(ls []textLine, from, to int) string {
	from, to = min(max(from, 0), len(ls)), min(max(to, 0), len(ls))
	var s string
	for i, l := range ls[from:to] {
		if i > 0 {
			s += " "
		}
		s += l.String()
	}
	return s
}

// decisions are asks with who and by when, the decision asked for in bold.
func (m *maker) decisions(d *model.Decisions, w float64) []*Strip {
	if len(d.Items) == 0 {
		if d.Empty == "" {
			return nil
		}
		return []*Strip{empty(d.Empty, w)}
	}
	t := DecisionTable(d)
	g := grid{pad: m.pad(), t: t, widths: ColumnWidths(t, w), w: w}
	head := g.head()
	head.Kind, head.Decisions = KindDecision, d
	out := []*Strip{head}
	for i := range d.Items {
		for k, row := range g.parts(&t.Rows[i], m.most/2) {
			s := g.row(row)
			s.Kind, s.Head, s.Decisions = KindDecision, head, d
			if k == 0 {
				s.Decision = &d.Items[i]
			}
			out = append(out, s)
		}
	}
	keepEnds(out)
	return out
}

// DecisionTable is the table that decisions are set as; columns that no
// decision fills are left out.
func DecisionTable(d *model.Decisions) *model.Table {
	owner, by := false, false
	for _, it := range d.Items {
		owner, by = owner || it.Owner != "", by || it.By != ""
	}
	t := &model.Table{Columns: []model.Column{{Title: d.AskHead, Width: 3.4}}}
	if owner {
		t.Columns = append(t.Columns, model.Column{Title: d.OwnerHead, Width: 1.2})
	}
	if by {
		t.Columns = append(t.Columns, model.Column{Title: d.ByHead, Width: 1})
	}
	for _, it := range d.Items {
		row := model.Row{Cells: []model.Cell{{Text: it.Ask, Detail: it.Detail, Bold: it.Main}}}
		if owner {
			row.Cells = append(row.Cells, model.Cell{Text: it.Owner})
		}
		if by {
			row.Cells = append(row.Cells, model.Cell{Text: it.By})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
