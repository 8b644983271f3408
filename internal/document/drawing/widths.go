package drawing

import (
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// ColumnWidths shares a width among a table's columns: no column is narrower
// than its longest word, what remains goes step by step to the column whose
// texts make most rows tall, and what nobody needs is shared as the table says.
func ColumnWidths(t *model.Table, w float64) []float64 {
	f := newFitting(t, w)
	sum := 0.0
	for _, least := range f.out {
		sum += least
	}
	if sum >= w {
		for i := range f.out {
			f.out[i] *= w / sum
		}
		return f.out
	}
	const step = 5.0
	for left := w - sum; left > 0; left -= step {
		i := f.tightest()
		if i < 0 {
			f.share(left)
			break
		}
		f.out[i] += min(step, left)
	}
	return f.out
}

// fitting is a table whose columns are being fitted to a width.
type fitting struct {
	t    *model.Table
	out  []float64
	gap  []float64 // white beside a column's words, and its mark
	rows [][]float64
}

// newFitting measures a table; each column begins with its least width.
func newFitting(t *model.Table, w float64) *fitting {
	n := len(t.Columns)
	f := &fitting{t: t, out: make([]float64, n), gap: make([]float64, n), rows: make([][]float64, len(t.Rows))}
	natural := make([]float64, n)
	g := grid{t: t}
	for i, c := range t.Columns {
		f.out[i] = longestWord(c.Title, fonts.Sans, sizeSmall)
		natural[i] = fonts.Sans.Width(sizeSmall, c.Title) + 2
		if i < n-1 {
			f.gap[i] = cellGap
		}
		mark := 0.0
		for r := range t.Rows {
			if i == 0 {
				f.rows[r] = make([]float64, n)
			}
			if t.Rows[r].Group || i >= len(t.Rows[r].Cells) {
				continue
			}
			cell := &t.Rows[r].Cells[i]
			indent := 0.0
			if cell.Mark != model.MarkNone {
				indent, mark = markStep, markStep
			}
			face := g.face(i, cell)
			f.rows[r][i] = face.Width(sizeBody-0.4, cell.Text)
			f.out[i] = max(f.out[i], longestWord(cell.Text, face, sizeBody-0.4)+indent, longestWord(cell.Detail, fonts.Sans, sizeSmall)+indent)
			natural[i] = max(natural[i], f.rows[r][i]+indent+2, fonts.Sans.Width(sizeSmall, cell.Detail)+indent+2)
			f.rows[r][i] += fonts.Sans.Width(sizeSmall, cell.Detail)
		}
		f.gap[i] += mark
		f.out[i] = min(f.out[i]+f.gap[i]-mark, w/float64(n)*1.2, w*0.4)
		if short := natural[i] + f.gap[i] - mark; short <= w*0.16 { // a short column never breaks
			f.out[i] = max(f.out[i], short)
		}
	}
	return f
}

// tightest is the column whose texts make most rows tall; -1 where all fit.
func (f *fitting) tightest() int {
	pressure := make([]float64, len(f.out))
	for _, row := range f.rows {
		most, at := 1.0, -1
		for i, wide := range row {
			room := f.out[i] - f.gap[i]
			if lines := wide / max(room, 1); lines > most {
				most, at = lines, i
			}
		}
		if at >= 0 {
			pressure[at] += most
		}
	}
	best, most := -1, 0.0
	for i, p := range pressure {
		if p > most {
			best, most = i, p
		}
	}
	return best
}

// share gives what is left to all columns by their shares.
func (f *fitting) share(left float64) {
	sum := 0.0
	for _, c := range f.t.Columns {
		sum += shareOf(c)
	}
	for i, c := range f.t.Columns {
		f.out[i] += left * shareOf(c) / sum
	}
}

func shareOf(c model.Column) float64 {
	if c.Width > 0 {
		return c.Width
	}
	return 1
}
