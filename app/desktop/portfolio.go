package desktop

import (
	"fmt"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Portfolio is the table of accounts with the figures over all of them. It keeps
// the rows and the order last asked for, so that turning pages of 10,000 rows
// neither reads nor sorts again.
type Portfolio struct {
	app *App

	mu     sync.Mutex
	key    rowsKey
	rows   []portfolioRow
	query  PortfolioQuery // of order, without the page
	order  []int          // places in rows, filtered and sorted
	ranked bool           // order is of query
}

// NewPortfolio returns the bound portfolio.
func NewPortfolio(app *App) *Portfolio { return &Portfolio{app: app} }

// rowsKey says of what the kept rows are: of this workspace, as of that change,
// on that day.
type rowsKey struct {
	ws    *workspace.Workspace
	at    uint64
	today success.Date
}

// PortfolioQuery asks for a page of accounts. Sort is a column's name: name,
// verdict, level, news, arr, renewal, last_touch or csm; an account without the
// value stands at the end, whichever way the rest is sorted. All words of Filter
// must stand in an account's name, segment, tags, CSM or verdict.
type PortfolioQuery struct {
	Filter     string `json:"filter"`
	Sort       string `json:"sort"`
	Descending bool   `json:"descending"`
	Offset     int    `json:"offset"`
	Limit      int    `json:"limit"`
}

// PortfolioRowView is one account. Amounts are in Currency, in major units;
// dates are YYYY-MM-DD or empty. Verdict is empty while the account's figures are
// still being reckoned.
type PortfolioRowView struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Segment     string    `json:"segment"`
	CSM         string    `json:"csm"`
	Currency    string    `json:"currency"`
	ARR         float64   `json:"arr"`
	Renewal     string    `json:"renewal"`
	LastTouch   string    `json:"last_touch"`
	CancelledOn string    `json:"cancelled_on"`
	Verdict     string    `json:"verdict"`
	Velocity    float64   `json:"velocity"`
	Level       float64   `json:"level"`
	Claimed     float64   `json:"claimed"`
	Silence     *int      `json:"silence"`
	Spark       []float64 `json:"spark"`
	// SparkClaimed is the level with claims; empty where nothing is only claimed.
	SparkClaimed []float64 `json:"spark_claimed"`
}

// PortfolioPageView is a page of rows and how many there are in all.
type PortfolioPageView struct {
	Total  int                `json:"total"`
	Offset int                `json:"offset"`
	Today  string             `json:"today"`
	Rows   []PortfolioRowView `json:"rows"`
}

// AccountNameView is an account by its name.
type AccountNameView struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// pageLimit is the most rows that cross to the window at once.
const pageLimit = 200

// Page returns a page of accounts, filtered and sorted.
func (p *Portfolio) Page(q PortfolioQuery) (_ PortfolioPageView, err error) {
	defer p.app.catch("portfolio.page", &err)
	ws, err := p.app.workspace()
	if err != nil {
		return PortfolioPageView{}, err
	}
	if _, ok := orders[q.Sort]; !ok {
		return PortfolioPageView{}, success.Invalid("sort", "The portfolio has no column %q.", q.Sort)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.load(ws); err != nil {
		return PortfolioPageView{}, err
	}
	limit := q.Limit
	if limit <= 0 || limit > pageLimit {
		limit = pageLimit
	}
	offset := max(q.Offset, 0)
	q.Offset, q.Limit = 0, 0
	if !p.ranked || p.query != q {
		p.order, p.query, p.ranked = rank(p.rows, q), q, true
	}
	view := PortfolioPageView{Total: len(p.order), Offset: offset, Today: p.key.today.String(), Rows: []PortfolioRowView{}}
	for i := offset; i < min(offset+limit, len(p.order)); i++ {
		view.Rows = append(view.Rows, rowView(&p.rows[p.order[i]].Summary))
	}
	return view, nil
}

// Names returns the names of accounts in the order given; those in the bin are
// left out.
func (p *Portfolio) Names(ids []string) (_ []AccountNameView, err error) {
	defer p.app.catch("portfolio.names", &err)
	ws, err := p.app.workspace()
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.load(ws); err != nil {
		return nil, err
	}
	names := map[success.ID]string{}
	for i := range p.rows {
		names[p.rows[i].Account] = p.rows[i].Name
	}
	views := []AccountNameView{}
	for _, id := range ids {
		if name, ok := names[success.ID(id)]; ok {
			views = append(views, AccountNameView{ID: id, Name: name})
		}
	}
	return views, nil
}

// load reads the summaries where something changed since they were read.
func (p *Portfolio) load(ws *workspace.Workspace) error {
	// The counter is read first: a change meanwhile makes these rows old at once.
	key := rowsKey{ws: ws, at: p.app.changes.Load(), today: ws.Today()}
	if p.rows != nil && p.key == key {
		return nil
	}
	summaries, err := ws.Summaries(p.app.ctx())
	if err != nil {
		return fmt.Errorf("read summaries: %w", err)
	}
	p.rows = make([]portfolioRow, len(summaries))
	for i := range summaries {
		p.rows[i] = newPortfolioRow(summaries[i])
	}
	p.key, p.ranked = key, false
	return nil
}

func rowView(s *workspace.Summary) PortfolioRowView {
	view := PortfolioRowView{
		ID: string(s.Account), Name: s.Name, Segment: s.Segment, CSM: s.CSM, Currency: s.Currency,
		ARR: s.ARR, Renewal: s.Renewal.String(), LastTouch: s.LastTouch.String(), CancelledOn: s.Cancelled.String(),
		Verdict: s.Verdict, Velocity: s.Velocity, Level: s.Level, Claimed: s.Claimed,
		Spark: append([]float64{}, s.Spark...), SparkClaimed: append([]float64{}, s.SparkClaimed...),
	}
	if hasNews(s) {
		view.Silence = s.Silence
	}
	return view
}

// hasNews reports whether an account ever had new value: only then can its last
// news be so many days ago. Without any, silence counts from its start.
func hasNews(s *workspace.Summary) bool {
	return s.Silence != nil && verdictRanks[s.Verdict] > 0 && s.Verdict != "no value yet"
}
