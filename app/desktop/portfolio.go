package desktop

import (
	"encoding/json"
	"fmt"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Portfolio is the table of accounts with the figures over all of them. It keeps
// the rows and the lines last asked for, so that turning pages of 10,000 rows
// neither reads nor sorts again.
type Portfolio struct {
	app *App

	mu    sync.Mutex
	from  *accountRows
	rows  []portfolioRow // of from
	book  *portfolioBook
	asked string // the query that shown answers, without its page
	shown *portfolioLines

	head   HeadlineView // of headOf
	headOf *accountRows
}

// NewPortfolio returns the bound portfolio.
func NewPortfolio(app *App) *Portfolio { return &Portfolio{app: app} }

// PortfolioQuery asks for a page of accounts. All words of Filter must stand in
// an account's name, segment, tags, type, CSM, owner or verdict, and all Filters
// must hold. Sort is a column's name; an account without the value stands at the
// end, whichever way the rest is sorted. Group names a column whose values part
// the accounts, Folded the groups (by key) whose accounts are not shown. Columns
// are those of a table that is exported, and the attributes that rows bring.
type PortfolioQuery struct {
	Filter     string            `json:"filter"`
	Filters    []PortfolioFilter `json:"filters"`
	Sort       string            `json:"sort"`
	Descending bool              `json:"descending"`
	Group      string            `json:"group"`
	Folded     []string          `json:"folded"`
	Columns    []string          `json:"columns"`
	Offset     int               `json:"offset"`
	Limit      int               `json:"limit"`
}

// PortfolioPageView is a page of lines: accounts, and heads of groups. Total
// counts the lines, Found the accounts that the filters leave, folded ones too,
// and All every account.
type PortfolioPageView struct {
	Total    int                `json:"total"`
	Found    int                `json:"found"`
	All      int                `json:"all"`
	Offset   int                `json:"offset"`
	Today    string             `json:"today"`
	Currency string             `json:"currency"` // of the workspace: sums are in it
	Rows     []PortfolioRowView `json:"rows"`
}

// AccountNameView is an account by its name.
type AccountNameView struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// pageLimit is the most rows that cross to the window at once.
const pageLimit = 200

// Page returns a page of the table: filtered, sorted and grouped.
func (p *Portfolio) Page(q PortfolioQuery) (_ PortfolioPageView, err error) {
	defer p.app.catch("portfolio.page", &err)
	p.mu.Lock()
	defer p.mu.Unlock()
	lines, err := p.lines(q)
	if err != nil {
		return PortfolioPageView{}, err
	}
	limit := q.Limit
	if limit <= 0 || limit > pageLimit {
		limit = pageLimit
	}
	offset := max(q.Offset, 0)
	view := PortfolioPageView{
		Total: len(lines.list), Found: len(lines.order), All: len(p.rows), Offset: offset, Today: p.from.today.String(),
		Currency: p.book.settings.Workspace.Currency, Rows: []PortfolioRowView{},
	}
	for i := offset; i < min(offset+limit, len(lines.list)); i++ {
		if line := lines.list[i]; line.row >= 0 {
			view.Rows = append(view.Rows, p.rowView(&p.rows[line.row], q.Columns))
		} else {
			view.Rows = append(view.Rows, headRow(lines.groups[line.group]))
		}
	}
	return view, nil
}

// IDs returns the accounts on some lines of the table, in order: from the one
// place to the other, both included. A last place below 0 means all accounts
// found, those of folded groups too.
func (p *Portfolio) IDs(q PortfolioQuery, first, last int) (_ []string, err error) {
	defer p.app.catch("portfolio.ids", &err)
	p.mu.Lock()
	defer p.mu.Unlock()
	lines, err := p.lines(q)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	if last < 0 {
		for _, at := range lines.order {
			ids = append(ids, string(p.rows[at].Account))
		}
		return ids, nil
	}
	for i := max(first, 0); i <= min(last, len(lines.list)-1); i++ {
		if at := lines.list[i].row; at >= 0 {
			ids = append(ids, string(p.rows[at].Account))
		}
	}
	return ids, nil
}

// Names returns the names of accounts in the order given; those in the bin are
// left out.
func (p *Portfolio) Names(ids []string) (_ []AccountNameView, err error) {
	defer p.app.catch("portfolio.names", &err)
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.read(); err != nil {
		return nil, err
	}
	views := []AccountNameView{}
	for _, id := range ids {
		if at, ok := p.book.places[success.ID(id)]; ok {
			views = append(views, AccountNameView{ID: id, Name: p.rows[at].Name})
		}
	}
	return views, nil
}

// lines returns what a query shows, kept from the last page where it can be.
func (p *Portfolio) lines(q PortfolioQuery) (*portfolioLines, error) {
	if err := p.read(); err != nil {
		return nil, err
	}
	q.Offset, q.Limit, q.Columns = 0, 0, nil
	text, err := json.Marshal(q)
	if err != nil {
		return nil, fmt.Errorf("read the portfolio's question: %w", err)
	}
	if p.shown != nil && p.asked == string(text) {
		return p.shown, nil
	}
	lines, err := p.book.lines(p.rows, q, p.from.today)
	if err != nil {
		return nil, err
	}
	p.asked, p.shown = string(text), lines
	return lines, nil
}

// read takes the rows of the open workspace as they are now.
func (p *Portfolio) read() error {
	now, err := p.app.rows.now()
	if err != nil || p.from == now {
		return err
	}
	table := now.portfolio()
	p.from, p.rows, p.book, p.shown = now, table.rows, &table.book, nil
	return nil
}

// portfolioBook is what all rows share.
type portfolioBook struct {
	settings *success.Settings
	places   map[success.ID]int
	names    map[success.ID]string
	types    map[success.ID]string
	families *success.Families
}

// portfolioTable is every account as it is filtered and sorted, with what they share.
type portfolioTable struct {
	rows []portfolioRow
	book portfolioBook
}

// portfolioTableOf makes a table of summaries.
func portfolioTableOf(summaries []workspace.Summary, s *success.Settings, today success.Date) portfolioTable {
	book := portfolioBook{
		settings: s, places: make(map[success.ID]int, len(summaries)), names: make(map[success.ID]string, len(summaries)), types: map[success.ID]string{},
	}
	for i := range s.CustomerTypes {
		t := &s.CustomerTypes[i]
		book.types[t.ID] = t.Name
	}
	parents := make(map[success.ID]success.ID, len(summaries))
	for i := range summaries {
		parents[summaries[i].Account] = summaries[i].Parent
		book.places[summaries[i].Account], book.names[summaries[i].Account] = i, summaries[i].Name
	}
	book.families = success.FamiliesOf(parents)
	rows := make([]portfolioRow, len(summaries))
	maker := rowMaker{book: &book, today: today, rates: map[string]float64{}}
	for i := range summaries {
		rows[i] = maker.row(&summaries[i])
	}
	return portfolioTable{rows: rows, book: book}
}

// hasNews reports whether an account ever had new value: only then can its last
// news be so many days ago. Without any, silence counts from its start.
func hasNews(s *workspace.Summary) bool {
	return s.Silence != nil && verdictRanks[s.Verdict] > 0 && s.Verdict != "no value yet"
}
