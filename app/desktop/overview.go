package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Overview is how a client is doing, in its own terms, on one page.
type Overview struct{ app *App }

// NewOverview returns the bound overview.
func NewOverview(app *App) *Overview { return &Overview{app: app} }

// mostQuotes is how many outcomes stand on the page.
const mostQuotes = 3

// Page returns an account on one page.
func (o *Overview) Page(account string) (_ OverviewView, err error) {
	defer o.app.catch("overview.page", &err)
	file, settings, today, err := o.app.account(account)
	if err != nil {
		return OverviewView{}, err
	}
	b := newPlanBuilder(o.app, file, settings, today)
	velocity := success.Velocity(file, settings, today)
	view := OverviewView{
		Account: account, Today: today.String(), Currency: success.CurrencyOf(&file.Account, settings), Us: settings.Workspace.Name,
		Outcomes: []OverviewOutcomeView{}, Proved: velocity.Proved.Level, Claimed: velocity.Claimed.Level - velocity.Proved.Level,
		ARR: success.ARR(file, settings, today), Verdict: string(velocity.Verdict),
		Principles: b.principles(&velocity), Promises: []MilestoneView{}, Renewal: b.renewal(), Story: lastStory(file, today),
	}
	view.Risk, view.Flags = b.flags()
	plan, ok := success.PlanOn(file, today)
	if !ok {
		return view, nil
	}
	head, err := b.head(plan)
	if err != nil {
		return OverviewView{}, err
	}
	view.Plan = OverviewPlanView{
		ID: head.ID, Title: head.Title, Signed: head.Signed, SignedBy: head.SignedBy, SignedOn: head.SignedOn,
		Current: head.Current, Signings: head.Signings, Since: len(head.Since),
	}
	view.Outcomes, view.OutcomeCount = b.headlines(plan.ID)
	view.Promises = b.promises(plan.ID)
	return view, nil
}

// headlines returns the outcomes that stand on the page, those with words of the
// client first, and how many there are.
func (b *planBuilder) headlines(plan success.ID) ([]OverviewOutcomeView, int) {
	list := slices.DeleteFunc(planOutcomes(b.file, plan), func(o *success.Outcome) bool { return o.Status == "dropped" })
	count := len(list)
	slices.SortStableFunc(list, func(x, y *success.Outcome) int {
		return lastIfEmpty(strings.TrimSpace(x.Quote) == "", strings.TrimSpace(y.Quote) == "")
	})
	views := []OverviewOutcomeView{}
	for _, o := range list[:min(count, mostQuotes)] {
		view := OverviewOutcomeView{ID: string(o.ID), Statement: o.Statement, Quote: o.Quote, SaidOn: o.SaidOn.String(), Measure: b.headlineMeasure(o.ID)}
		if who := b.people[o.QuotedStakeholderID]; who != nil {
			view.QuotedName, view.QuotedTitle = who.Name, cmp.Or(who.Title, who.Role)
		}
		views = append(views, view)
	}
	return views, count
}

// headlineMeasure chooses the measure that says most: the client's own before
// the vendor's, one that can be placed before one that cannot, else the first.
func (b *planBuilder) headlineMeasure(outcome success.ID) *PlanMeasureView {
	var best *success.Measure
	rank := func(m *success.Measure) int {
		n := 0
		if m.MeasureKind != "vendor" {
			n += 2
		}
		if state := b.figures[m.ID].State; state != success.NoBaseline && state != success.NotMeasured {
			n++
		}
		return n
	}
	for _, m := range b.measuresOf(outcome) {
		if best == nil || rank(m) > rank(best) {
			best = m
		}
	}
	if best == nil {
		return nil
	}
	view := b.measure(best)
	view.Readings = view.Readings[max(0, len(view.Readings)-1):]
	return &view
}

// promises returns what is still open of both sides, by its day, what has none
// last. What was done today stays, so that it is not gone under the hand.
func (b *planBuilder) promises(plan success.ID) []MilestoneView {
	list := slices.DeleteFunc(b.milestones(plan), func(m MilestoneView) bool {
		return m.DoneOn != "" && m.DoneOn != b.today.String()
	})
	slices.SortStableFunc(list, func(x, y MilestoneView) int {
		return cmp.Or(lastIfEmpty(x.Due == "", y.Due == ""), cmp.Compare(x.Due, y.Due))
	})
	return append([]MilestoneView{}, list...)
}

func (b *planBuilder) flags() (string, []FlagView) {
	risk := success.Risk(b.file, b.settings, b.today)
	views := []FlagView{}
	for _, f := range risk.Flags {
		views = append(views, FlagView{
			Name: string(f.Name), Severity: f.Severity, On: f.On.String(), Kind: string(f.Record.Kind), ID: string(f.Record.ID),
			Title: b.nameOf(f.Record),
		})
	}
	slices.SortStableFunc(views, func(x, y FlagView) int { return cmp.Compare(y.Severity, x.Severity) })
	return string(risk.Risk), views
}

// nameOf is what a person calls the record behind a flag; empty for the account
// itself and for terms, which have no name.
func (b *planBuilder) nameOf(of success.Link) string {
	switch of.Kind {
	case "benefit":
		return titleIn(b.file.Benefits, of.ID, func(x *success.Benefit) string { return x.Title })
	case "stakeholder":
		return titleIn(b.file.Stakeholders, of.ID, func(x *success.Stakeholder) string { return x.Name })
	case "touchpoint":
		return titleIn(b.file.Touchpoints, of.ID, func(x *success.Touchpoint) string { return x.Summary })
	case "customer_action":
		return titleIn(b.file.Actions, of.ID, func(x *success.CustomerAction) string { return x.Action })
	}
	return titleOf(b.file, of.Kind, of.ID)
}

// usualGates are the days before a decision on which a call is due, where the
// workspace has set none.
var usualGates = []success.Count{120, 90, 60, 30}

func (b *planBuilder) renewal() *OverviewRenewalView {
	t, ok := success.RenewalTerm(b.file, b.today)
	if !ok {
		return nil
	}
	decision := success.DecisionDate(t)
	view := &OverviewRenewalView{
		Term: string(t.ID), End: t.End.String(), DecisionOn: decision.String(), Days: decision.Sub(b.today),
		AutoRenew: t.AutoRenew, Gates: []GateView{}, Signal: b.renewalSignal(t),
	}
	if t.NoticeDays != nil {
		view.NoticeDays = int64(*t.NoticeDays)
	}
	calls := map[success.Count]success.GateCall{}
	for i := range b.file.Renewals {
		if b.file.Renewals[i].TermID == t.ID {
			for _, call := range b.file.Renewals[i].Gates {
				calls[call.DaysBefore] = call
			}
		}
	}
	for _, before := range b.gateDays(calls) {
		on, call := decision.AddDays(-int(before)), calls[before]
		view.Gates = append(view.Gates, GateView{
			DaysBefore: int64(before), On: on.String(), Call: call.Call, Signal: call.Signal, Reason: call.Reason,
			DecidedBy: call.DecidedBy, DecidedOn: call.On.String(), Past: on <= b.today,
		})
	}
	b.addDraft(t, view)
	return view
}

// gateDays are the workspace's gates and those of the records besides, the
// earliest first.
func (b *planBuilder) gateDays(calls map[success.Count]success.GateCall) []success.Count {
	days := slices.Clone(b.settings.Workspace.Gates)
	if len(days) == 0 {
		days = slices.Clone(usualGates)
	}
	for day := range calls {
		days = append(days, day)
	}
	slices.Sort(days)
	days = slices.Compact(days)
	slices.Reverse(days)
	return days
}

// addDraft adds the newest story of a term that was not told yet.
func (b *planBuilder) addDraft(t *success.Term, view *OverviewRenewalView) {
	for i := range b.file.Stories {
		s := &b.file.Stories[i]
		if s.TermID != t.ID || s.ToldOn != 0 || s.Status == "told" {
			continue
		}
		figure, err := success.StoryFigure(b.file, b.settings, s.ID, b.today)
		if err == nil {
			view.Draft, view.DraftID, view.Novelty = cmp.Or(s.Title, "—"), string(s.ID), figure.Novelty
		}
	}
}

func lastStory(f *success.File, today success.Date) *OverviewStoryView {
	var best *success.Story
	for i := range f.Stories {
		s := &f.Stories[i]
		if s.ToldOn != 0 && s.ToldOn <= today && (best == nil || s.ToldOn >= best.ToldOn) {
			best = s
		}
	}
	if best == nil {
		return nil
	}
	return &OverviewStoryView{ID: string(best.ID), Title: best.Title, ToldOn: best.ToldOn.String()}
}

// SetPromise notes that a promise was kept today, or that it was not.
func (o *Overview) SetPromise(account, id string, done bool) (_ WrittenView, err error) {
	defer o.app.catch("overview.set_promise", &err)
	file, _, today, err := o.app.account(account)
	if err != nil {
		return WrittenView{}, err
	}
	title := titleOf(file, "milestone", success.ID(id))
	if title == "" {
		return WrittenView{}, success.NotFound("This promise is not there any more.")
	}
	label, day := "Done: "+title, today.String()
	if !done {
		label, day = "Not done: "+title, ""
	}
	return o.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("milestone", success.ID(id), success.Fields{"done_on": jsonText(day)})
		return written.ID, err
	})
}
