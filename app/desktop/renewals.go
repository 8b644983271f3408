package desktop

import (
	"cmp"
	"slices"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Renewals are the decisions ahead, of all accounts: how ready each is, what is
// called and what the records say, and what is expected of them. It keeps what is
// expected until something changes.
type Renewals struct {
	app *App

	mu       sync.Mutex
	of       *accountRows
	forecast map[string]RenewalForecastView // of those rows, by whose accounts
}

// NewRenewals returns the bound renewals.
func NewRenewals(app *App) *Renewals { return &Renewals{app: app} }

// renewalsAhead is how far ahead renewals are listed, in days, where no gate lies
// further.
const renewalsAhead = 200

// usualCards is how many renewals a column or a month names; the rest is counted.
const usualCards = 40

// RenewalsQuery asks for the renewals ahead. CSMs are whose accounts to look at, as
// in TodayQuery. Limit is how many a column or a month names; below 1 forty.
type RenewalsQuery struct {
	CSMs  []string `json:"csms"`
	Limit int      `json:"limit"`
}

// Page returns the renewals ahead by gate and by month.
func (r *Renewals) Page(q RenewalsQuery) (_ RenewalsView, err error) {
	defer r.app.catch("renewals.page", &err)
	now, err := r.app.rows.now()
	if err != nil {
		return RenewalsView{}, err
	}
	rows, settings, today := now.summaries, now.settings, now.today
	view := RenewalsView{
		Today: today.String(), Currency: settings.Workspace.Currency, Gates: gatesOf(&settings.Workspace),
		CSMs: []TodayCSMView{}, Cards: []RenewalCardView{}, Months: []RenewalGroupView{}, Person: r.app.person(),
	}
	view.ReadOnly = now.ws.ReadOnly() != ""
	view.Chosen = chosenCSMs(rows, q.CSMs, view.Person)
	wanted := wantedBy(view.Chosen)
	var list []renewalCard
	gates := success.Gates(settings)
	ahead := max(renewalsAhead, gates[0]+30)
	perCSM := map[string]int{}
	for i := range rows {
		row := &rows[i]
		if row.Verdict == "" {
			view.Reckoning++
		}
		if isGone(row, today) {
			continue
		}
		view.Accounts++
		perCSM[row.CSM]++
		if row.Decision.IsZero() || row.Decision.Sub(today) > ahead || row.Ready == nil {
			continue
		}
		if wanted(row) {
			list = append(list, cardOf(row, settings, today, gates))
		}
	}
	for name, accounts := range perCSM {
		view.CSMs = append(view.CSMs, TodayCSMView{Name: name, Accounts: accounts})
	}
	slices.SortFunc(view.CSMs, func(a, b TodayCSMView) int {
		return cmp.Or(lastIfEmpty(a.Name == "", b.Name == ""), cmp.Compare(folded(a.Name), folded(b.Name)))
	})
	slices.SortStableFunc(list, func(a, b renewalCard) int {
		return cmp.Or(cmp.Compare(a.decision, b.decision), cmp.Compare(b.arr, a.arr), cmp.Compare(a.view.Name, b.view.Name))
	})
	limit := q.Limit
	if limit < 1 {
		limit = usualCards
	}
	view.fill(list, gates, limit)
	return view, nil
}

// isGone reports whether an account was cancelled by a day.
func isGone(row *workspace.Summary, today success.Date) bool {
	return !row.Cancelled.IsZero() && row.Cancelled <= today
}

// renewalCard is a renewal on the board with what it is sorted by; arr is in the
// workspace's currency.
type renewalCard struct {
	view     RenewalCardView
	decision success.Date
	arr      float64
}

func cardOf(row *workspace.Summary, s *success.Settings, today success.Date, gates []int) renewalCard {
	ready := row.Ready
	days := row.Decision.Sub(today)
	rate, _ := rateTo(s, row.Currency, today)
	view := RenewalCardView{
		Account: string(row.Account), Name: row.Name, CSM: row.CSM, Term: string(ready.Term),
		Decision: row.Decision.String(), End: row.Renewal.String(), Days: days, Gate: success.GateAt(gates, days),
		Currency: row.Currency, ARR: ready.ARR, Forecast: ready.Forecast, Probability: ready.Probability, Signal: string(ready.Signal), Call: ready.Call,
		CallGate: ready.CallGate, Due: ready.Due, Disagrees: string(ready.Disagrees), Holds: ready.Holds, Of: ready.Of,
		Open: []string{}, Verdict: row.Verdict, Ended: row.Renewal <= today, Stale: row.Stale,
	}
	for _, key := range ready.Open {
		view.Open = append(view.Open, string(key))
	}
	return renewalCard{view: view, decision: row.Decision, arr: ready.ARR * rate}
}

// fill puts the cards into the columns and the months.
func (v *RenewalsView) fill(list []renewalCard, gates []int, limit int) {
	v.Columns = []RenewalGroupView{{Key: "passed", Terms: []string{}}}
	for i := len(gates) - 1; i >= 0; i-- {
		v.Columns = append(v.Columns, RenewalGroupView{Key: "gate", Gate: gates[i], Terms: []string{}})
	}
	v.Columns = append(v.Columns, RenewalGroupView{Key: "ahead", Terms: []string{}})
	for i := range list {
		card := &list[i]
		v.Total++
		if card.view.Disagrees != "" {
			v.Disputed++
		}
		if card.view.Due {
			v.CallsDue++
		}
		at := len(v.Columns) - 1
		switch {
		case card.view.Days < 0:
			at = 0
		case card.view.Gate > 0:
			at = slices.IndexFunc(v.Columns, func(c RenewalGroupView) bool { return c.Gate == card.view.Gate })
		}
		month := card.view.Decision[:7]
		if n := len(v.Months); n == 0 || v.Months[n-1].Key != month {
			v.Months = append(v.Months, RenewalGroupView{Key: month, Terms: []string{}})
		}
		onBoard := v.Columns[at].add(card, limit)
		if v.Months[len(v.Months)-1].add(card, limit) || onBoard {
			v.Cards = append(v.Cards, card.view)
		}
	}
}

// add counts a renewal in, and names it while there is room.
func (g *RenewalGroupView) add(card *renewalCard, limit int) bool {
	g.Count++
	g.ARR += card.arr
	if len(g.Terms) >= limit {
		return false
	}
	g.Terms = append(g.Terms, card.view.Term)
	return true
}

// chosenCSMs says whose accounts are looked at: nobody named is the person's own
// where they have any, else everybody's; "*" is everybody's.
func chosenCSMs(rows []workspace.Summary, asked []string, person string) []string {
	has := func(name string) bool {
		return slices.ContainsFunc(rows, func(s workspace.Summary) bool { return s.CSM == name })
	}
	if len(asked) == 0 && person != "" && has(person) {
		return []string{person}
	}
	chosen := []string{}
	for _, name := range asked {
		if name == everybody {
			return []string{}
		}
		if has(name) {
			chosen = append(chosen, name)
		}
	}
	return chosen
}
