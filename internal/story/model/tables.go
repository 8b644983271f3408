package model

// Table returns the table behind the picture: a row for each day on which a
// level changes.
func (v *ValuePicture) Table(w Words) *Table {
	t := &Table{Caption: v.Alt, RowHeads: true, Columns: []Column{
		{Title: w.Date, Width: 1}, {Title: v.ProvedName, Align: AlignEnd, Width: 1}, {Title: v.ClaimedName, Align: AlignEnd, Width: 1},
	}}
	for _, p := range v.Points {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: p.DateText}, {Text: p.ProvedText}, {Text: p.ClaimsText}}})
	}
	return t
}

// Table returns the table behind the chart: a row for each point along the
// first axis, a column for each series.
func (c *Chart) Table() *Table {
	t := &Table{Caption: c.Alt, RowHeads: true, Columns: []Column{{Title: c.CategoryHead, Width: 1}}}
	for _, s := range c.Series {
		t.Columns = append(t.Columns, Column{Title: s.Name, Align: AlignEnd, Width: 1})
	}
	for i, name := range c.Categories {
		row := Row{Cells: []Cell{{Text: name}}}
		for _, s := range c.Series {
			var text string
			if i < len(s.Texts) {
				text = s.Texts[i]
			}
			row.Cells = append(row.Cells, Cell{Text: text})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
