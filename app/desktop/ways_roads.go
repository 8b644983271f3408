package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// RoadsView is the portfolio on the two roads: a cell for each pair of phases that
// some account is in. ARR is in Currency, at today's rates. Mismatched and Overruled
// count accounts.
type RoadsView struct {
	Waiting    ReckoningView  `json:"waiting"`
	Today      string         `json:"today"`
	Currency   string         `json:"currency"`
	Accounts   int            `json:"accounts"`
	All        int            `json:"all"` // without the filter
	Mismatched int            `json:"mismatched"`
	Overruled  int            `json:"overruled"`
	Broken     int            `json:"broken"` // of those at risk or being saved, with a broken step
	Listed     int            `json:"listed"` // with a mismatch, at risk or being saved
	Cells      []RoadCellView `json:"cells"`
}

// RoadCellView is the accounts in one phase of the client and one of ours, the most
// urgent of them as chips.
type RoadCellView struct {
	Client     string        `json:"client"`
	Provider   string        `json:"provider"`
	Accounts   int           `json:"accounts"`
	ARR        float64       `json:"arr"`
	Mismatched int           `json:"mismatched"`
	Chips      []RoadRowView `json:"chips"`
}

// RoadRowView is an account on the roads. Client and Provider hold; ClientDerived
// and ProviderDerived are what the records say where somebody overruled them, else
// empty, with the reason. Broken is the earliest broken step along our road, as the
// check of a principle, and BrokenIn its phase; both empty where all hold. ARR is in
// the workspace's currency.
type RoadRowView struct {
	ID              string   `json:"id"`
	Name            string   `json:"name"`
	ARR             float64  `json:"arr"`
	Client          string   `json:"client"`
	Provider        string   `json:"provider"`
	ClientDerived   string   `json:"client_derived"`
	ProviderDerived string   `json:"provider_derived"`
	ClientReason    string   `json:"client_reason"`
	ProviderReason  string   `json:"provider_reason"`
	Mismatches      []string `json:"mismatches"`
	Decision        string   `json:"decision"`
	Days            int      `json:"days"` // until the decision; says nothing without one
	Risk            string   `json:"risk"`
	Verdict         string   `json:"verdict"`
	Broken          string   `json:"broken"`
	BrokenIn        string   `json:"broken_in"`
}

// RoadsQuery asks for the accounts of a cell, the most urgent first; empty phases
// mean any. Odd leaves only those with a mismatch, at risk or being saved.
type RoadsQuery struct {
	Only     WaysFilter `json:"only"`
	Client   string     `json:"client"`
	Provider string     `json:"provider"`
	Odd      bool       `json:"odd"`
	Offset   int        `json:"offset"`
	Limit    int        `json:"limit"`
}

// RoadRowsView is a page of accounts on the roads.
type RoadRowsView struct {
	Total  int           `json:"total"`
	Offset int           `json:"offset"`
	Rows   []RoadRowView `json:"rows"`
}

// chipsShown is how many accounts of a cell are named in it.
const chipsShown = 12

// Roads returns the portfolio on the two roads.
func (w *Ways) Roads(only WaysFilter) (_ RoadsView, err error) {
	defer w.app.catch("ways.roads", &err)
	now, rows, err := w.load(only)
	if err != nil {
		return RoadsView{}, err
	}
	today := now.today
	view := RoadsView{
		Waiting: now.waiting(), Today: today.String(), Currency: now.settings.Workspace.Currency, All: now.started(), Cells: []RoadCellView{},
	}
	if view.Waiting.Accounts > 0 {
		return view, nil
	}
	at := map[[2]string]int{}
	for _, i := range urgent(rows, today) {
		row := &rows[i]
		client, provider := row.Phases()
		cell, ok := at[[2]string{client, provider}]
		if !ok {
			cell = len(view.Cells)
			at[[2]string{client, provider}] = cell
			view.Cells = append(view.Cells, RoadCellView{Client: client, Provider: provider, Chips: []RoadRowView{}})
		}
		view.count(row)
		view.Cells[cell].add(row, today)
	}
	return view, nil
}

func (v *RoadsView) count(row *workspace.Summary) {
	v.Accounts++
	if len(row.Mismatches) > 0 {
		v.Mismatched++
	}
	if row.ClientSet != "" || row.ProviderSet != "" {
		v.Overruled++
	}
	if row.Broken != nil && needsMending(row) {
		v.Broken++
	}
	if isPointedAt(row) {
		v.Listed++
	}
}

// isPointedAt reports whether an account is one that the roads point at.
func isPointedAt(row *workspace.Summary) bool { return len(row.Mismatches) > 0 || needsMending(row) }

// needsMending reports whether an account is in danger, so that what broke first
// is worth a word.
func needsMending(row *workspace.Summary) bool {
	client, provider := row.Phases()
	return isAtRisk(row) || provider == success.PhaseSaving && client != success.PhaseCancelled
}

func (c *RoadCellView) add(row *workspace.Summary, today success.Date) {
	c.Accounts++
	c.ARR += row.BookARR
	if len(row.Mismatches) > 0 {
		c.Mismatched++
	}
	if len(c.Chips) < chipsShown {
		c.Chips = append(c.Chips, roadRowView(row, today))
	}
}

// RoadRows returns the accounts of a cell, or of all.
func (w *Ways) RoadRows(q RoadsQuery) (_ RoadRowsView, err error) {
	defer w.app.catch("ways.road_rows", &err)
	now, rows, err := w.load(q.Only)
	if err != nil {
		return RoadRowsView{}, err
	}
	today := now.today
	view := RoadRowsView{Offset: max(q.Offset, 0), Rows: []RoadRowView{}}
	limit := q.Limit
	if limit <= 0 || limit > pageLimit {
		limit = pageLimit
	}
	for _, i := range urgent(rows, today) {
		row := &rows[i]
		client, provider := row.Phases()
		if q.Client != "" && q.Client != client || q.Provider != "" && q.Provider != provider || q.Odd && !isPointedAt(row) {
			continue
		}
		if view.Total >= view.Offset && len(view.Rows) < limit {
			view.Rows = append(view.Rows, roadRowView(row, today))
		}
		view.Total++
	}
	return view, nil
}

// urgent returns the places of the accounts that are listed: mismatches first, then
// what weighs most against them, then the largest.
func urgent(rows []workspace.Summary, today success.Date) []int {
	places := make([]int, 0, len(rows))
	for i := range rows {
		if hasStarted(&rows[i], today) {
			places = append(places, i)
		}
	}
	slices.SortFunc(places, func(i, j int) int {
		a, b := &rows[i], &rows[j]
		return cmp.Or(
			cmp.Compare(min(1, len(b.Mismatches)), min(1, len(a.Mismatches))), cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(b.BookARR, a.BookARR), strings.Compare(a.Name, b.Name), cmp.Compare(a.Account, b.Account),
		)
	})
	return places
}

func roadRowView(row *workspace.Summary, today success.Date) RoadRowView {
	client, provider := row.Phases()
	view := RoadRowView{
		ID: string(row.Account), Name: row.Name, ARR: row.BookARR, Client: client, Provider: provider,
		ClientReason: row.ClientWhy, ProviderReason: row.ProviderWhy, Mismatches: append([]string{}, row.Mismatches...),
		Decision: row.Decision.String(), Risk: row.Risk, Verdict: row.Verdict,
	}
	if row.ClientSet != "" {
		view.ClientDerived = row.ClientPhase
	}
	if row.ProviderSet != "" {
		view.ProviderDerived = row.ProviderPhase
	}
	if !row.Decision.IsZero() {
		view.Days = row.Decision.Sub(today)
	}
	if row.Broken != nil {
		_, view.Broken, _ = strings.Cut(row.Broken.Check, ".")
		view.BrokenIn = row.Broken.Phase
	}
	return view
}

// OverruleInput sets a phase by hand. Road is client or provider; an empty Phase
// gives the derived one back.
type OverruleInput struct {
	Account string `json:"account"`
	Road    string `json:"road"`
	Phase   string `json:"phase"`
	Reason  string `json:"reason"`
}

// Overrule sets one of an account's phases by hand, with the reason and from today,
// or gives the derived one back. It returns CodeInvalid without a reason.
func (w *Ways) Overrule(in OverruleInput) (_ WrittenView, err error) {
	defer w.app.catch("ways.overrule", &err)
	ws, err := w.app.workspace()
	if err != nil {
		return WrittenView{}, err
	}
	if in.Road != "client" && in.Road != "provider" {
		return WrittenView{}, success.Invalid("road", "There is no road called %q.", in.Road)
	}
	label, on := "Overrule the client's phase", ws.Today().String()
	if in.Road == "provider" {
		label = "Overrule our phase"
	}
	if in.Phase == "" {
		label, in.Reason, on = "Take the derived phase again", "", ""
	} else if strings.TrimSpace(in.Reason) == "" {
		return WrittenView{}, success.Invalid("reason", "Say why the phase is overruled; the derived one stays beside it.")
	}
	prefix := "overruled_" + in.Road + "_"
	return w.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("account", success.ID(in.Account), success.Fields{
			prefix + "phase": jsonText(in.Phase), prefix + "reason": jsonText(strings.TrimSpace(in.Reason)), prefix + "on": jsonText(on),
		})
		return written.ID, err
	})
}
