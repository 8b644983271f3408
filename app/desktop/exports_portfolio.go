package desktop

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

// Portfolio writes the accounts that a page of the portfolio would show, all
// pages of it, filtered and in its order, as CSV or XLSX by the path's ending.
// The headings are those that an import recognises.
func (x *Exports) Portfolio(q PortfolioQuery, path string) (_ ExportFileView, err error) {
	defer x.app.catch("exports.portfolio", &err)
	now, err := x.app.rows.now()
	if err != nil {
		return ExportFileView{}, err
	}
	rows, book := now.portfolio().rows, &now.portfolio().book
	places, err := book.rank(rows, q, now.today)
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
	now, err := x.app.rows.now()
	if err != nil {
		return ExportFileView{}, err
	}
	rows, book := now.portfolio().rows, &now.portfolio().book
	in.Query.Folded = nil
	lines, err := book.lines(rows, in.Query, now.today)
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

// shownFields are what the fields of the table are in a file, by name. Sums are in
// the account's currency.
var shownFields = map[string]func(r *portfolioRow) any{
	"name":           func(r *portfolioRow) any { return r.Name },
	"type":           func(r *portfolioRow) any { return r.typeName },
	"segment":        func(r *portfolioRow) any { return r.Segment },
	"csm":            func(r *portfolioRow) any { return r.CSM },
	"owner":          func(r *portfolioRow) any { return r.Owner },
	"parent":         func(r *portfolioRow) any { return r.parentName },
	"tags":           func(r *portfolioRow) any { return strings.Join(r.Tags, "; ") },
	"client_phase":   func(r *portfolioRow) any { return r.client },
	"provider_phase": func(r *portfolioRow) any { return r.provider },
	"verdict":        func(r *portfolioRow) any { return r.Verdict },
	"risk":           func(r *portfolioRow) any { return r.Risk },
	"sale":           func(r *portfolioRow) any { return r.sale },
	"currency":       func(r *portfolioRow) any { return r.Currency },
	"arr":            func(r *portfolioRow) any { return r.ARR },
	"level":          func(r *portfolioRow) any { return r.Level },
	"growth":         func(r *portfolioRow) any { return r.Velocity },
	"renewal":        func(r *portfolioRow) any { return r.Renewal },
	"decision":       func(r *portfolioRow) any { return r.Decision },
	"last_touch":     func(r *portfolioRow) any { return r.LastTouch },
	"added":          func(r *portfolioRow) any { return r.Added },
	"flag": func(r *portfolioRow) any {
		if f := worst(r.Flags); f != nil {
			return string(f.Name)
		}
		return nil
	},
	"price_low": func(r *portfolioRow) any {
		if r.price == nil {
			return nil
		}
		return r.price.Low
	},
	"price_high": func(r *portfolioRow) any {
		if r.price == nil {
			return nil
		}
		return r.price.High
	},
	"news": func(r *portfolioRow) any {
		if !hasNews(&r.Summary) {
			return nil
		}
		return float64(*r.Silence)
	},
}

// shownCell is what a field of the table is in a file; ok is false for a field that
// the table has not.
func shownCell(r *portfolioRow, field string) (cell any, ok bool) {
	if of := shownFields[field]; of != nil {
		return of(r), true
	}
	if at := slices.Index(principleNames, field); at >= 0 {
		if at < len(r.Checks) && r.Checks[at].Of > 0 {
			return fmt.Sprintf("%d/%d", r.Checks[at].Holds, r.Checks[at].Of), true
		}
		return nil, true
	}
	name, is := strings.CutPrefix(field, attributePrefix)
	return r.attribute(name), is
}
