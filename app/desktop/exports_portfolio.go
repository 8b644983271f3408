package desktop

import (
	"fmt"
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
	if _, ok := orders[q.Sort]; !ok {
		return ExportFileView{}, success.Invalid("sort", "The portfolio has no column %q.", q.Sort)
	}
	summaries, err := ws.Summaries(x.app.ctx())
	if err != nil {
		return ExportFileView{}, fmt.Errorf("read summaries: %w", err)
	}
	rows := make([]portfolioRow, len(summaries))
	for i := range summaries {
		rows[i] = newPortfolioRow(summaries[i])
	}
	var ids []success.ID
	for _, place := range rank(rows, q) {
		ids = append(ids, rows[place].Account)
	}
	counts := func(kind success.Kind) bool { return kind == "account" || kind == "term" }
	return x.write(jobExportTable, path, counts, func(w io.Writer, src exchange.Source) (int, error) {
		return exchange.WriteTable(w, exchange.Chosen(src, ids), exchange.AsAccounts, filepath.Ext(path))
	})
}
