package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// lines are the verticals of the picture in order of day.
func (p *picture) lines() []LineView {
	views := []LineView{}
	for _, e := range p.line.Events {
		if v, ok := p.lineView(e); ok {
			views = append(views, v)
		}
	}
	if start := p.file.Account.StartDate; start >= p.line.From && start <= p.line.To && start != 0 && !hasKind(views, "start") {
		views = append(views, LineView{Kind: "start", On: start.String(), Proved: true})
	}
	for _, l := range p.line.Leaving {
		views = append(views, LineView{Kind: "leaves", On: l.On.String(), To: l.Amount, Title: l.Title, Proved: l.Proved})
	}
	slices.SortStableFunc(views, func(a, b LineView) int { return strings.Compare(a.On, b.On) })
	return views
}

func hasKind(views []LineView, kind string) bool {
	return slices.ContainsFunc(views, func(v LineView) bool { return v.Kind == kind })
}

func (p *picture) lineView(e success.Event) (LineView, bool) {
	v := LineView{Kind: e.Kind, On: e.On.String(), Proved: true}
	switch e.Kind {
	case "start", "cancelled":
	case "told":
		v.Title = e.Text
	case "first_value":
		v.Days = -1
		if d := p.velocity.TimeToFirstValueDays; d != nil {
			v.Days = *d
		}
	case "renewal":
		v.Kind = "renewed"
		v.From, v.To = p.pricesAround(e.Record.ID)
	case "term_end":
		// What was renewed or has gone is told by another vertical.
		if t := p.term(e.Record.ID); t == nil || (t.Result != "" && t.Result != "open" && e.On <= p.today) {
			return v, false
		}
		v.Kind, v.Days = "renewal", e.On.Sub(p.today)
	default:
		return v, false
	}
	return v, true
}

func (p *picture) term(id success.ID) *success.Term {
	for i := range p.file.Terms {
		if p.file.Terms[i].ID == id {
			return &p.file.Terms[i]
		}
	}
	return nil
}

// pricesAround returns the recurring revenue of the term before and of the term
// itself; nothing where one of them has none or is in another currency.
func (p *picture) pricesAround(id success.ID) (from, to float64) {
	term := p.term(id)
	if term == nil || term.ARR.Currency != p.line.Currency {
		return 0, 0
	}
	var before *success.Term
	for i := range p.file.Terms {
		t := &p.file.Terms[i]
		same := strings.EqualFold(cmp.Or(strings.TrimSpace(t.Contract), "main"), cmp.Or(strings.TrimSpace(term.Contract), "main"))
		if same && t.Start < term.Start && (before == nil || t.Start > before.Start) {
			before = t
		}
	}
	if before != nil && before.ARR.Currency == p.line.Currency {
		from = before.ARR.Major()
	}
	return from, term.ARR.Major()
}

// axesView compares the four axes with the last renewal, else with the start,
// else with a year ago.
func axesView(f *success.File, s *success.Settings, today success.Date) AxesView {
	since, kind := axesSince(f, today)
	axes := success.AxesSince(f, s, since, today)
	line := success.TimelineOf(f, s, since, today, today)
	view := AxesView{
		Since: since.String(), SinceKind: kind, Verdict: string(success.Velocity(f, s, today).Verdict),
		Benefits: axisView(axes.Benefits), People: axisView(axes.People),
		Dimensions: axisView(axes.Dimensions), Value: axisView(axes.Value),
	}
	for _, l := range line.Levels {
		on := l.On.String()
		view.Benefits.Series = append(view.Benefits.Series, AxisPointView{On: on, Value: float64(l.Benefits)})
		view.People.Series = append(view.People.Series, AxisPointView{On: on, Value: float64(l.People)})
		view.Dimensions.Series = append(view.Dimensions.Series, AxisPointView{On: on, Value: float64(l.Dimensions)})
		view.Value.Series = append(view.Value.Series, AxisPointView{On: on, Value: l.Proved})
	}
	return view
}

func axisView(a success.AxisFigure) AxisView {
	return AxisView{Was: a.Was, Is: a.Is, Change: a.ProvedChange, Claimed: a.ClaimedChange, Series: []AxisPointView{}}
}

func axesSince(f *success.File, today success.Date) (success.Date, string) {
	var last success.Date
	for _, t := range success.CurrentTerms(f, today) {
		for i := range f.Terms {
			// A term that has one of the same contract before it began with a renewal.
			if o := &f.Terms[i]; o.Start < t.Start && strings.EqualFold(strings.TrimSpace(o.Contract), strings.TrimSpace(t.Contract)) {
				last = max(last, t.Start)
			}
		}
	}
	switch {
	case last != 0:
		return last, "renewal"
	case f.Account.StartDate != 0 && f.Account.StartDate <= today:
		return f.Account.StartDate, "start"
	}
	return today.AddDays(-yearDays), "year"
}
