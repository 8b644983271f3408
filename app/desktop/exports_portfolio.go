package desktop

import (
	"io"
	"path/filepath"

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
