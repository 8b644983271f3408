package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// Renewal returns one renewal of an account: of a term, by its id or that of its
// renewal record, or where none is named of the term that is decided next.
func (r *Renewals) Renewal(account, term string) (_ RenewalView, err error) {
	defer r.app.catch("renewals.renewal", &err)
	b, t, err := r.open(account, term)
	if err != nil {
		return RenewalView{}, err
	}
	view := b.oneRenewal(t)
	view.Person = r.app.person()
	view.ReadOnly, err = r.app.readOnly()
	return view, err
}

// open reads an account and finds the term in it.
func (r *Renewals) open(account, term string) (*planBuilder, *success.Term, error) {
	file, settings, today, err := r.app.account(account)
	if err != nil {
		return nil, nil, err
	}
	b := newPlanBuilder(r.app, file, settings, today)
	if term != "" {
		if t := b.termNamed(success.ID(term)); t != nil {
			return b, t, nil
		}
		return nil, nil, success.NotFound("This term is not there any more.")
	}
	if t, ok := success.RenewalTerm(file, today); ok {
		return b, t, nil
	}
	return nil, nil, success.NotFound("No renewal is open for %s. Add its term first.", file.Account.Name)
}

// termNamed finds a term by its id, or by that of its renewal record.
func (b *planBuilder) termNamed(id success.ID) *success.Term {
	if work := byID(b.file.Renewals, id); work != nil {
		id = work.TermID
	}
	return byID(b.file.Terms, id)
}

// renewalSignal is what the records say of an open term's renewal.
func (b *planBuilder) renewalSignal(t *success.Term) string {
	figure, _ := success.RenewalOf(b.file, b.settings, t.ID, b.today)
	return string(figure.Signal.Level)
}

// workOf is the renewal record of a term; an empty one where nothing was written.
func (b *planBuilder) workOf(term success.ID) *success.Renewal {
	for i := range b.file.Renewals {
		if b.file.Renewals[i].TermID == term {
			return &b.file.Renewals[i]
		}
	}
	return &success.Renewal{TermID: term}
}

// renewalCurrency is the currency of a renewal's amounts: that of those it has,
// else its term's, else the account's.
func (b *planBuilder) renewalCurrency(t *success.Term, w *success.Renewal) string {
	return cmp.Or(w.ForecastARR.Currency, w.Offer.Currency, t.ARR.Currency, success.CurrencyOf(&b.file.Account, b.settings))
}

func major(m success.Money) *float64 {
	if m.IsZero() {
		return nil
	}
	amount := m.Major()
	return &amount
}

func (b *planBuilder) oneRenewal(t *success.Term) RenewalView {
	w := b.workOf(t.ID)
	decision := success.DecisionDate(t)
	gates := success.Gates(b.settings)
	start, end := nextTerm(t)
	view := RenewalView{
		Account: string(b.file.Account.ID), Name: b.file.Account.Name, CSM: b.file.Account.CSM, Currency: b.renewalCurrency(t, w),
		Today: b.today.String(), Term: string(t.ID), Contract: t.Contract, Start: t.Start.String(), End: t.End.String(),
		Decision: decision.String(), AutoRenew: t.AutoRenew, Days: decision.Sub(b.today), FirstGate: decision.AddDays(-gates[0]).String(),
		ARR: t.ARR.Major(), Verdict: string(success.Velocity(b.file, b.settings, b.today).Verdict),
		Items: []RenewalItemView{}, Reasons: []RenewalReasonView{}, Checklist: []RenewalTickView{}, Paper: []RenewalStepView{},
		Mitigation: w.Mitigation, Ask: w.Ask, Offer: major(w.Offer), Concessions: w.Concessions, Forecast: major(w.ForecastARR),
		Probability: w.Probability, Lessons: w.Lessons, Result: cmp.Or(t.Result, "open"), ResultOn: t.ResultOn.String(),
		ResultARR: major(t.ResultARR), ResultReason: t.ResultReason, NextStart: start.String(), NextEnd: end.String(),
		Others: b.otherTerms(t), People: b.owners(),
	}
	if t.NoticeDays != nil {
		view.NoticeDays = int64(*t.NoticeDays)
	}
	for _, item := range w.Checklist {
		view.Checklist = append(view.Checklist, RenewalTickView{Text: item.Text, DoneOn: item.DoneOn.String()})
	}
	for _, step := range w.PaperPath {
		view.Paper = append(view.Paper, RenewalStepView{
			Step: step.Step, Owner: step.Owner, Due: step.Due.String(), DoneOn: step.DoneOn.String(),
			Late: step.DoneOn == 0 && step.Due != 0 && step.Due < b.today,
		})
	}
	for i := range b.file.Stories {
		if s := &b.file.Stories[i]; s.TermID == t.ID {
			view.Story = string(s.ID)
		}
	}
	_, view.Plan = success.PlanOn(b.file, b.today)
	b.addStanding(t, &view)
	view.Gates = b.gateViews(t, view.Gate)
	return view
}

// addStanding adds how ready an open term's renewal is.
func (b *planBuilder) addStanding(t *success.Term, view *RenewalView) {
	figure, ok := success.RenewalOf(b.file, b.settings, t.ID, b.today)
	if !ok {
		return
	}
	view.Gate, view.Holds, view.Of = figure.Gate, figure.Holds, figure.Of
	view.Signal, view.Disagrees = string(figure.Signal.Level), string(figure.Disagrees)
	if figure.Call != nil {
		view.Call = figure.Call.Call
	}
	view.MayWatch = success.CheckCall(success.GateCall{DaysBefore: success.Count(figure.Gate), Call: success.CallMonitor}) == nil
	for i := range figure.Items {
		item := &figure.Items[i]
		view.Items = append(view.Items, RenewalItemView{
			Key: string(item.Key), Gate: item.Gate, Done: item.Done, Due: item.Due, Count: item.Count, Of: item.Of,
			On: item.On.String(), Kind: string(item.Record.Kind), ID: string(item.Record.ID), Title: b.nameOf(item.Record),
		})
	}
	for i := range figure.Signal.Reasons {
		reason := &figure.Signal.Reasons[i]
		view.Reasons = append(view.Reasons, RenewalReasonView{
			Kind: reason.Kind, Name: reason.Name, Severity: reason.Severity, Count: reason.Count, Of: reason.Of,
			Title: b.nameOf(reason.Record),
		})
	}
}

// gateViews lists the gates of the workspace and those that were called besides,
// the earliest first.
func (b *planBuilder) gateViews(t *success.Term, now int) []RenewalGateView {
	decision := success.DecisionDate(t)
	calls := map[success.Count]success.GateCall{}
	for _, call := range b.workOf(t.ID).Gates {
		calls[call.DaysBefore] = call
	}
	views := []RenewalGateView{}
	for _, days := range b.gateDays(calls) {
		on, call := decision.AddDays(-int(days)), calls[days]
		views = append(views, RenewalGateView{
			DaysBefore: int64(days), On: on.String(), Reached: on <= b.today, Now: int(days) == now, Call: call.Call,
			Signal: call.Signal, Disagrees: string(success.Disagreement(call.Call, success.RiskLevel(call.Signal))),
			Reason: call.Reason, DecidedBy: call.DecidedBy, DecidedOn: call.On.String(),
		})
	}
	return views
}

// otherTerms are the account's other terms, the latest first.
func (b *planBuilder) otherTerms(t *success.Term) []RenewalOtherView {
	views := []RenewalOtherView{}
	for i := range b.file.Terms {
		o := &b.file.Terms[i]
		if o.ID != t.ID && o.Start <= b.today {
			views = append(views, RenewalOtherView{
				Term: string(o.ID), Contract: o.Contract, End: o.End.String(), Result: cmp.Or(o.Result, "open"),
			})
		}
	}
	slices.SortStableFunc(views, func(x, y RenewalOtherView) int { return strings.Compare(y.End, x.End) })
	return views
}

// owners are who may own a step: us, and the people at the client who are there.
func (b *planBuilder) owners() []string {
	names := []string{}
	add := func(name string) {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	add(b.file.Account.CSM)
	add(b.file.Account.AccountOwner)
	for i := range b.file.Stakeholders {
		if p := &b.file.Stakeholders[i]; p.LeftOn == 0 || p.LeftOn > b.today {
			add(p.Name)
		}
	}
	return names
}

// nextTerm is the term that would follow one: as long, from its end on where terms
// begin and end on one day of the month, else from the day after.
func nextTerm(t *success.Term) (start, end success.Date) {
	const yearDays, slack = 365, 15
	years := (t.End.Sub(t.Start) + slack) / yearDays
	meets := t.Start.Time().Day() == t.End.Time().Day()
	switch start = t.End.AddDays(1); {
	case years > 0 && meets:
		return t.End, t.End.AddYears(years)
	case years > 0:
		return start, start.AddYears(years).AddDays(-1)
	}
	return start, start.AddDays(t.End.Sub(t.Start))
}
