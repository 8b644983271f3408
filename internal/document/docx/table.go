package docx

import (
	"slices"
	"strconv"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// table writes a table with a head that is repeated on every page it runs on
// to; rows stay in one piece.
func (d *writer) table(t *model.Table) {
	if len(t.Columns) == 0 || len(t.Rows) == 0 {
		d.empty(t.Empty)
		return
	}
	widths := drawing.ColumnWidths(t, d.width)
	d.openTable("StoryTable", widths, t)
	if hasHead(t) {
		d.Start("w:tr").Start("w:trPr").Empty("w:cantSplit").Empty("w:tblHeader").End()
		for i, c := range t.Columns {
			d.openCell(widths[i], 1)
			d.cellLine("TableHead", c.Align, c.Title, manner{})
			d.End()
		}
		d.End()
	}
	for i := range t.Rows {
		d.keep = d.tied && i == len(t.Rows)-1
		d.row(t, &t.Rows[i], widths)
	}
	d.End()
	d.gap()
	d.keep = false
}

func hasHead(t *model.Table) bool {
	return slices.ContainsFunc(t.Columns, func(c model.Column) bool { return c.Title != "" })
}

func (d *writer) openTable(style string, widths []float64, t *model.Table) {
	d.Start("w:tbl").Start("w:tblPr").Empty("w:tblStyle", "w:val", style)
	if rightToLeft(d.lang) {
		d.Empty("w:bidiVisual")
	}
	total := 0.0
	for _, w := range widths {
		total += w
	}
	yes := map[bool]string{true: "1", false: "0"}
	d.Empty("w:tblW", "w:w", twips(total), "w:type", "dxa").Empty("w:tblLayout", "w:type", "fixed")
	d.Empty("w:tblLook", "w:val", "0000", "w:firstRow", yes[hasHead(t)], "w:lastRow", "0", "w:firstColumn", yes[t.RowHeads],
		"w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
	if caption := oneLine(t.Caption); caption != "" {
		d.Empty("w:tblCaption", "w:val", caption)
	}
	d.End().Start("w:tblGrid")
	for _, w := range widths {
		d.Empty("w:gridCol", "w:w", twips(w))
	}
	d.End()
}

func (d *writer) openCell(width float64, span int) {
	d.Start("w:tc").Start("w:tcPr").Empty("w:tcW", "w:w", twips(width), "w:type", "dxa")
	if span > 1 {
		d.Empty("w:gridSpan", "w:val", strconv.Itoa(span))
	}
	d.End()
}

func (d *writer) row(t *model.Table, r *model.Row, widths []float64) {
	d.Start("w:tr").Start("w:trPr").Empty("w:cantSplit").End()
	if r.Group {
		d.openCell(d.width, len(t.Columns))
		text := ""
		if len(r.Cells) > 0 {
			text = r.Cells[0].Text
		}
		d.cellLine("TableGroup", model.AlignStart, text, manner{})
		d.End().End()
		return
	}
	for i, c := range t.Columns {
		d.openCell(widths[i], 1)
		var cell model.Cell
		if i < len(r.Cells) {
			cell = r.Cells[i]
		}
		cell.Bold = cell.Bold || t.RowHeads && i == 0
		d.cell(&cell, c.Align)
		d.End()
	}
	d.End()
}

func (d *writer) cell(c *model.Cell, align model.Align) {
	d.openAs("TableText", rtl(c.Text, d.lang), "", justify(align))
	if sign, ink := mark(c.Mark); sign != "" {
		d.run(sign+" ", manner{tone: ink})
	}
	d.run(c.Text, manner{bold: c.Bold, client: c.Client, tone: c.Tone})
	d.End()
	if c.Detail != "" {
		d.cellLine("TableDetail", align, c.Detail, manner{})
	}
}

// cellLine is a cell's paragraph, which is there with or without words.
func (d *writer) cellLine(style string, align model.Align, text string, m manner) {
	d.openAs(style, rtl(text, d.lang), "", justify(align))
	d.run(text, m)
	d.End()
}

func justify(align model.Align) string {
	switch align {
	case model.AlignEnd:
		return `<w:jc w:val="right"/>`
	case model.AlignCenter:
		return `<w:jc w:val="center"/>`
	default:
		return ""
	}
}

// mark is a state's sign, of those that text faces carry, and its ink; the
// word beside it says what it means.
func mark(m model.Mark) (sign string, ink model.Tone) {
	switch m {
	case model.MarkOnTrack, model.MarkEvidenced:
		return "●", model.ToneGrowth
	case model.MarkOffTrack:
		return "◆", model.ToneTrouble
	case model.MarkMet, model.MarkConfirmed:
		return "✓", model.ToneGrowth
	case model.MarkStale:
		return "○", model.ToneClaimed
	case model.MarkNoBaseline:
		return "···", model.ToneClaimed
	case model.MarkClaimed:
		return "□", model.ToneClaimed
	case model.MarkNew:
		return "+", model.ToneGrowth
	case model.MarkGrown:
		return "↑", model.ToneGrowth
	default:
		return "", model.TonePlain
	}
}

// gap parts what follows from a table, which has no space of its own.
func (d *writer) gap() {
	d.open("Gap", false)
	d.End()
}

// acrossMost is how many big figures stand side by side.
const acrossMost = 4

// figures writes big figures side by side, in a table without lines.
func (d *writer) figures(items []model.Figure) {
	for len(items) > 0 {
		n := min(len(items), acrossMost)
		d.figureRow(items[:n], max(n, 3))
		items = items[n:]
	}
}

func (d *writer) figureRow(items []model.Figure, across int) {
	width := d.width / float64(across)
	widths := make([]float64, len(items))
	for i := range widths {
		widths[i] = width
	}
	d.openTable("FigureTable", widths, &model.Table{})
	d.Start("w:tr").Start("w:trPr").Empty("w:cantSplit").End()
	for i := range items {
		f := &items[i]
		d.openCell(width, 1)
		d.cellLine("FigureValue", model.AlignStart, oneLine(f.Value), manner{tone: f.Tone, size: d.figureSize(ooxml.Clean(f.Value), width)})
		if f.Label != "" {
			d.cellLine("FigureLabel", model.AlignStart, f.Label, manner{})
		}
		if f.Detail != "" {
			d.cellLine("FigureDetail", model.AlignStart, f.Detail, manner{})
		}
		d.End()
	}
	d.End().End()
	d.gap()
}
