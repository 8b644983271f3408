package desktop

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

// Portfolio writes the accounts that a page of the portfolio would show, all
// pages of it, filtered and in its order, as CSV or XLSX by the path's ending.
// The headings are those that an import recognises.
func (x *Exports) Portfolio(q PortfolioQuery, path string) (_ ExportFileView, err error) {
	defer x.app.catch("exports.portfolio", &err)
	ws, err := x.app.workspace()
	if err != nil {
		return ExportFileView{}, err
	}
	rows, book, err := x.app.portfolioRows(ws)
	if err != nil {
		return ExportFileView{}, err
	}
	places, err := book.rank(rows, q, ws.Today())
	if err != nil {
		return ExportFileView{}, err
	}
	var ids []success.ID
	for _, place := range places {
		ids = append(ids, rows[place].Account)
	}
	counts := func(kind success.Kind) bool { return kind == "account" || kind == "term" }
	return x.write(jobExportTable, path, counts, func(w io.Writer, src exchange.Source) (int, error) {
		return exchange.WriteTable(w, exchange.Chosen(src, ids), exchange.AsAccounts, filepath.Ext(path))
	})
}

// ShownInput asks for the table as it stands: its query, its columns from left to
// right, what the column of groups is called, and the window's words for what the
// program calls by a name of its own, by field and value ("risk.watch").
type ShownInput struct {
	Query   PortfolioQuery    `json:"query"`
	Columns []ShownColumn     `json:"columns"`
	Group   string            `json:"group"`
	Sheet   string            `json:"sheet"`
	Words   map[string]string `json:"words"`
}

// ShownColumn is one column of figures and its heading.
type ShownColumn struct {
	Field   string `json:"field"`
	Heading string `json:"heading"`
}

// Shown writes the table as it is shown, with its columns, filters, order and groups
// (folded ones too), as CSV or XLSX by the path's ending: one line an account, typed
// cells, the group in a column of its own.
func (x *Exports) Shown(in ShownInput, path string) (_ ExportFileView, err error) {
	defer x.app.catch("exports.shown", &err)
	ws, err := x.app.workspace()
	if err != nil {
		return ExportFileView{}, err
	}
	rows, book, err := x.app.portfolioRows(ws)
	if err != nil {
		return ExportFileView{}, err
	}
	in.Query.Folded = nil
	lines, err := book.lines(rows, in.Query, ws.Today())
	if err != nil {
		return ExportFileView{}, err
	}
	grid := exchange.Grid{Name: cmp.Or(in.Sheet, "Portfolio")}
	if in.Query.Group != "" {
		grid.Columns = append(grid.Columns, in.Group)
	}
	for _, c := range in.Columns {
		if _, ok := shownCell(&portfolioRow{}, c.Field); !ok {
			return ExportFileView{}, success.Invalid("columns", "There is no column %q in the portfolio.", c.Field)
		}
		grid.Columns = append(grid.Columns, c.Heading)
	}
	for _, line := range lines.list {
		if line.row < 0 {
			continue
		}
		var cells []any
		if in.Query.Group != "" {
			label := lines.groups[line.group].Label
			cells = append(cells, cmp.Or(in.Words[in.Query.Group+"."+label], label))
		}
		for _, c := range in.Columns {
			cell, _ := shownCell(&rows[line.row], c.Field)
			if text, ok := cell.(string); ok {
				cell = cmp.Or(in.Words[c.Field+"."+text], text)
			}
			cells = append(cells, cell)
		}
		grid.Rows = append(grid.Rows, cells)
	}
	none := func(success.Kind) bool { return false }
	return x.write(jobExportTable, path, none, func(w io.Writer, _ exchange.Source) (int, error) {
		return exchange.WriteGrid(w, grid, filepath.Ext(path))
	})
}

// shownCell is what a field of the table is in a file; ok is false for a field that
// the table has not. Sums are in the account's currency.
func shownCell(r *portfolioRow, field string) (cell any, ok bool) {
	s := &r.Summary
	switch field {
	case "name":
		return s.Name, true
	case "type":
		return r.typeName, true
	case "segment":
		return s.Segment, true
	case "csm":
		return s.CSM, true
	case "owner":
		return s.Owner, true
	case "parent":
		return r.parentName, true
	case "tags":
		return strings.Join(s.Tags, "; "), true
	case "client_phase":
		return r.client, true
	case "provider_phase":
		return r.provider, true
	case "verdict":
		return s.Verdict, true
	case "risk":
		return s.Risk, true
	case "flag":
		if f := worst(s.Flags); f != nil {
			return string(f.Name), true
		}
		return "", true
	case "sale":
		return r.sale, true
	case "currency":
		return s.Currency, true
	}
	return shownFigure(r, field)
}

// shownFigure is shownCell for numbers, days and checks.
func shownFigure(r *portfolioRow, field string) (cell any, ok bool) {
	s := &r.Summary
	switch field {
	case "arr":
		return s.ARR, true
	case "level":
		return s.Level, true
	case "growth":
		return s.Velocity, true
	case "price_low", "price_high":
		switch {
		case r.price == nil:
			return nil, true
		case field == "price_low":
			return r.price.Low, true
		}
		return r.price.High, true
	case "news":
		if hasNews(s) {
			return float64(*s.Silence), true
		}
		return nil, true
	case "renewal":
		return s.Renewal, true
	case "decision":
		return s.Decision, true
	case "last_touch":
		return s.LastTouch, true
	case "added":
		return s.Added, true
	}
	for i, name := range principleNames {
		if name == field {
			if i < len(s.Checks) && s.Checks[i].Of > 0 {
				return fmt.Sprintf("%d/%d", s.Checks[i].Holds, s.Checks[i].Of), true
			}
			return "", true
		}
	}
	if name, is := strings.CutPrefix(field, attributePrefix); is {
		return r.attribute(name), true
	}
	return nil, false
}
