package desktop

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// RenewalForecastView is what the renewals of this and the next quarters bring, and
// what moved in it since Since (Monday). Amounts are in Currency, at today's rates.
// Moved counts the moves; Moves are the largest. TooMuch says that so many terms were
// written since that nothing is known of the moves. Calls is how good past calls were,
// null while figures about CSMs are off.
type RenewalForecastView struct {
	Currency string                  `json:"currency"`
	Today    string                  `json:"today"`
	Since    string                  `json:"since"`
	Quarters []RenewalQuarterView    `json:"quarters"`
	Moved    int                     `json:"moved"`
	MovedBy  float64                 `json:"moved_by"` // what is expected more than then
	Moves    []RenewalMoveView       `json:"moves"`
	TooMuch  bool                    `json:"too_much"`
	Decided  []RenewalDecidedView    `json:"decided"` // of the quarter, the last decided first
	Calls    []RenewalCallRecordView `json:"calls"`
}

// RenewalQuarterView is the forecast of a quarter: see success.ForecastQuarter.
// Quarter is its first day.
type RenewalQuarterView struct {
	Quarter   string            `json:"quarter"`
	Terms     int               `json:"terms"`
	ARR       float64           `json:"arr"`
	Decided   RenewalAmountView `json:"decided"`
	Lost      RenewalAmountView `json:"lost"`
	Committed RenewalAmountView `json:"committed"`
	Likely    RenewalAmountView `json:"likely"`
	AtRisk    RenewalAmountView `json:"at_risk"`
	Disputed  RenewalAmountView `json:"disputed"`
	Unpriced  int               `json:"unpriced"`
	GrossLow  *float64          `json:"gross_low"`
	GrossHigh *float64          `json:"gross_high"`
	NetLow    *float64          `json:"net_low"`
	NetHigh   *float64          `json:"net_high"`
}

// RenewalAmountView is some terms and what they bring.
type RenewalAmountView struct {
	Terms  int     `json:"terms"`
	Amount float64 `json:"amount"`
}

// RenewalDecidedView is a term of the quarter that has its result.
type RenewalDecidedView struct {
	Account string  `json:"account"`
	Name    string  `json:"name"`
	Term    string  `json:"term"`
	End     string  `json:"end"`
	Result  string  `json:"result"`
	ARR     float64 `json:"arr"`
	To      float64 `json:"to"`
	Lessons bool    `json:"lessons"` // were written
}

// RenewalCallRecordView is how calls came out: see success.CallRecord.
type RenewalCallRecordView struct {
	Gate  int    `json:"gate"`
	Call  string `json:"call"`
	Terms int    `json:"terms"`
	Kept  int    `json:"kept"`
}

const forecastQuarters = 4

// Forecast returns what the renewals bring. CSMs are as in RenewalsQuery.
func (r *Renewals) Forecast(csms []string) (_ RenewalForecastView, err error) {
	defer r.app.catch("renewals.forecast", &err)
	now, err := r.app.rows.now()
	if err != nil {
		return RenewalForecastView{}, err
	}
	chosen := chosenCSMs(now.summaries, csms, r.app.person())
	key := strings.Join(chosen, "\n")
	if view, ok := r.kept(now, key); ok {
		return view, nil
	}
	book, err := r.app.terms.book(now.ws, now.settings)
	if err != nil {
		return RenewalForecastView{}, err
	}
	view, err := r.reckon(now, book, chosen)
	if err == nil {
		r.keep(now, key, view)
	}
	return view, err
}

// kept returns a forecast that nothing has changed since.
func (r *Renewals) kept(now *accountRows, key string) (RenewalForecastView, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.of != now {
		r.of, r.forecast = now, map[string]RenewalForecastView{}
	}
	view, ok := r.forecast[key]
	return view, ok
}

func (r *Renewals) keep(now *accountRows, key string, view RenewalForecastView) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.of == now {
		r.forecast[key] = view
	}
}

// reckon works the forecast out.
func (r *Renewals) reckon(now *accountRows, whole *success.Book, chosen []string) (RenewalForecastView, error) {
	today := now.today
	book, signals := chosenBook(whole, now.summaries, chosen)
	from, _ := success.QuarterOf(today)
	to := from
	for range forecastQuarters {
		_, to = success.QuarterOf(to)
	}
	lines := success.ForecastLines(book, signals, from, to, today)
	monday := mondayOf(today)
	view := RenewalForecastView{
		Currency: book.Settings.Workspace.Currency, Today: today.String(), Since: monday.String(),
		Quarters: []RenewalQuarterView{}, Moves: []RenewalMoveView{}, Decided: decidedOf(book, lines, today),
	}
	for _, q := range success.ForecastQuarters(lines, today, forecastQuarters) {
		view.Quarters = append(view.Quarters, quarterView(&q))
	}
	rewound := rewinder{app: r.app, ws: now.ws, moment: startOf(monday, r.app.o.Now())}
	before, err := rewound.book(book, chosen)
	switch {
	case errors.Is(err, errTooMuch):
		view.TooMuch = true
	case err != nil:
		return RenewalForecastView{}, err
	case rewound.looked > 0:
		view.addMoves(before, book, success.ForecastMoves(success.ForecastLines(before, signals, from, to, today), lines))
	}
	if book.Settings.Workspace.CSMFigures {
		view.Calls = []RenewalCallRecordView{}
		for _, c := range success.CallRecords(book, today) {
			view.Calls = append(view.Calls, RenewalCallRecordView{Gate: c.Gate, Call: c.Call, Terms: c.Terms, Kept: c.Kept})
		}
	}
	return view, nil
}

func mondayOf(today success.Date) success.Date {
	return today.AddDays(-(int(today.Time().Weekday()) + 6) % 7)
}

// startOf is the moment a day began where the clock stands.
func startOf(day success.Date, now time.Time) time.Time {
	t := day.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, now.Location())
}

// chosenBook leaves the accounts of some CSMs, with what the records say of each.
func chosenBook(book *success.Book, rows []workspace.Summary, chosen []string) (*success.Book, map[success.ID]success.RiskLevel) {
	signals := make(map[success.ID]success.RiskLevel, len(rows))
	for i := range rows {
		signals[rows[i].Account] = success.RiskLevel(rows[i].Risk)
		if rows[i].Ready != nil {
			signals[rows[i].Account] = rows[i].Ready.Signal
		}
	}
	if len(chosen) == 0 {
		return book, signals
	}
	out := &success.Book{Settings: book.Settings}
	for _, f := range book.Files {
		if slices.Contains(chosen, f.Account.CSM) {
			out.Files = append(out.Files, f)
		}
	}
	return out, signals
}

func quarterView(q *success.ForecastQuarter) RenewalQuarterView {
	sum := func(s success.ForecastSum) RenewalAmountView {
		return RenewalAmountView{Terms: s.Terms, Amount: s.Expected}
	}
	view := RenewalQuarterView{
		Quarter: q.From.String(), Terms: q.Terms, ARR: q.ARR, Decided: sum(q.Decided), Lost: sum(q.Lost), Committed: sum(q.Committed),
		Likely: sum(q.Likely), AtRisk: sum(q.AtRisk), Disputed: sum(q.Disputed), Unpriced: q.Unpriced,
	}
	if q.Gross != nil {
		view.GrossLow, view.GrossHigh, view.NetLow, view.NetHigh = &q.Gross.Low, &q.Gross.High, &q.Net.Low, &q.Net.High
	}
	return view
}

func accountNames(book *success.Book) map[success.ID]string {
	names := make(map[success.ID]string, len(book.Files))
	for _, f := range book.Files {
		names[f.Account.ID] = f.Account.Name
	}
	return names
}

// decidedOf lists the terms of the quarter that have their result.
func decidedOf(book *success.Book, lines []success.ForecastLine, today success.Date) []RenewalDecidedView {
	_, to := success.QuarterOf(today)
	names, lessons := accountNames(book), map[success.ID]bool{}
	for _, f := range book.Files {
		for i := range f.Renewals {
			lessons[f.Renewals[i].TermID] = f.Renewals[i].Lessons != ""
		}
	}
	views := []RenewalDecidedView{}
	for i := range lines {
		line := &lines[i]
		if line.End >= to || line.Kind != success.ForecastDecided && line.Kind != success.ForecastLost {
			continue
		}
		views = append(views, RenewalDecidedView{
			Account: string(line.Account), Name: names[line.Account], Term: string(line.Term), End: line.End.String(),
			Result: line.Result, ARR: line.ARR, To: line.Expected, Lessons: lessons[line.Term],
		})
	}
	slices.SortStableFunc(views, func(a, b RenewalDecidedView) int {
		if a.End != b.End {
			if a.End > b.End {
				return -1
			}
			return 1
		}
		return 0
	})
	return views[:min(len(views), usualCards)]
}
