package desktop

import (
	"cmp"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// TodayNextView is the account that is met, reviewed or decided next, and what to
// know before: what they said, one measure, what is new and what to ask. Kind is
// that of a TodayEventView. Amounts are in Currency, in major units. Days counts to
// On, Left to the end of the term (TermEnd, empty where none is open).
type TodayNextView struct {
	Account  string    `json:"account"`
	Name     string    `json:"name"`
	Kind     string    `json:"kind"`
	On       string    `json:"on"`
	Days     int       `json:"days"`
	TermEnd  string    `json:"term_end"`
	Left     int       `json:"left"`
	Verdict  string    `json:"verdict"`
	Currency string    `json:"currency"`
	Level    float64   `json:"level"`
	Spark    []float64 `json:"spark"`
	Silence  *int      `json:"silence"`

	Outcome *OverviewOutcomeView `json:"outcome"`
	Measure *PlanMeasureView     `json:"measure"`
	News    []TodayNewsView      `json:"news"`
	Ask     []TodayAskView       `json:"ask"`
}

// TodayNewsView is a benefit that began within the last three months.
type TodayNewsView struct {
	On    string `json:"on"`
	Title string `json:"title"`
}

// TodayAskView is a question to ask. One of ours that waits for its answer comes
// as it was asked; else Key says which question to put, about Words.
type TodayAskView struct {
	Key   string `json:"key"` // open, validate, stuck, worth, silent, success
	Words string `json:"words"`
	Who   string `json:"who"`
}

// comes is what an account has ahead, and when.
type comes struct {
	row  *workspace.Summary
	kind string
	on   success.Date
}

// nearest finds what comes first from a day on; of two on one day the account that
// pays more. Without anything its row is nil.
func nearest(rows []*workspace.Summary, today success.Date) comes {
	var best comes
	for _, s := range rows {
		for _, e := range ahead(s) {
			if e.on.IsZero() || e.on < today {
				continue
			}
			if best.row == nil || e.on < best.on || e.on == best.on && s != best.row && s.ARR > best.row.ARR {
				best = comes{s, e.kind, e.on}
			}
		}
	}
	if best.kind == "decision" && best.row.Decision == best.row.Renewal {
		best.kind = "renewal"
	}
	return best
}

// next says what comes first and what to know before; nil where nothing is ahead.
func (t *Today) next(ws *workspace.Workspace, rows []*workspace.Summary) (*TodayNextView, error) {
	first := nearest(rows, t.from.today)
	if first.row == nil {
		return nil, nil //nolint:nilnil // nothing lies ahead, which is no mistake
	}
	file, err := ws.File(t.app.ctx(), first.row.Account)
	if isNotFound(err) {
		return nil, nil //nolint:nilnil // it went meanwhile
	}
	if err != nil {
		return nil, err
	}
	settings, err := ws.Settings(t.app.ctx())
	if err != nil {
		return nil, err
	}
	row := first.row
	view := &TodayNextView{
		Account: string(row.Account), Name: row.Name, Kind: first.kind, On: first.on.String(), Days: first.on.Sub(t.from.today),
		TermEnd: row.Renewal.String(), Left: row.Renewal.Sub(t.from.today), Verdict: row.Verdict, Currency: row.Currency,
		Level: row.Level, Spark: append([]float64{}, row.Spark...),
	}
	if hasNews(row) {
		view.Silence = row.Silence
	}
	b := newPlanBuilder(t.app, file.Live(), settings, t.from.today)
	if plan, ok := success.PlanOn(b.file, b.today); ok {
		view.Outcome, view.Measure = b.oneOutcome(plan.ID)
	}
	view.News, view.Ask = b.news(), b.ask(row)
	return view, nil
}

// oneOutcome is the first outcome with words of the client, and the measure that
// says best how far it is; the measure of another where it has none.
func (b *planBuilder) oneOutcome(plan success.ID) (*OverviewOutcomeView, *PlanMeasureView) {
	outcomes, _ := b.headlines(plan)
	if len(outcomes) == 0 {
		return nil, nil
	}
	for i := range outcomes {
		if outcomes[i].Measure != nil {
			return &outcomes[0], outcomes[i].Measure
		}
	}
	return &outcomes[0], nil
}

// news lists the benefits that began within the last three months, as far as they
// are proved, the newest first.
func (b *planBuilder) news() []TodayNewsView {
	const recent, most = 90, 2
	first := map[success.ID]success.Date{}
	for i := range b.file.Steps {
		s := &b.file.Steps[i]
		if s.Confirmation != "evidenced" && s.Confirmation != "confirmed" || s.On > b.today {
			continue
		}
		if on := first[s.BenefitID]; on == 0 || s.On < on {
			first[s.BenefitID] = s.On
		}
	}
	views := []TodayNewsView{}
	for range most {
		best := -1
		for i := range b.file.Benefits {
			on := first[b.file.Benefits[i].ID]
			if on != 0 && b.today.Sub(on) <= recent && (best < 0 || on > first[b.file.Benefits[best].ID]) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		benefit := &b.file.Benefits[best]
		views = append(views, TodayNewsView{On: first[benefit.ID].String(), Title: benefit.Title})
		delete(first, benefit.ID)
	}
	return views
}

// ask finds two questions: first ours that wait for an answer, then what the
// records do not know.
func (b *planBuilder) ask(row *workspace.Summary) []TodayAskView {
	const most, silent = 2, 120
	views := b.askedBefore()
	if outcomes, _ := success.ToValidate(b.file, b.today); len(outcomes) > 0 {
		views = append(views, TodayAskView{Key: "validate", Words: outcomes[0].Statement})
	}
	for i := range b.file.BehaviorChanges {
		c := &b.file.BehaviorChanges[i]
		stuck := c.Stage != "habit" && c.Stage != "embedded" && c.To != ""
		if stuck && b.today.Sub(cmp.Or(c.StageOn, c.CreatedAt.Date())) >= stuckDays {
			views = append(views, TodayAskView{Key: "stuck", Words: c.To, Who: c.Who})
			break
		}
	}
	for i := range b.file.Measures {
		if m := &b.file.Measures[i]; m.UnitValue.IsZero() && m.MeasureKind != "vendor" {
			views = append(views, TodayAskView{Key: "worth", Words: m.Name, Who: m.Unit})
			break
		}
	}
	if row.Silence != nil && *row.Silence >= silent {
		views = append(views, TodayAskView{Key: "silent"})
	}
	views = append(views, TodayAskView{Key: "success"})
	return views[:min(most, len(views))]
}

// askedBefore are our questions that wait for an answer.
func (b *planBuilder) askedBefore() []TodayAskView {
	views := []TodayAskView{}
	for i := range b.file.Questions {
		q := &b.file.Questions[i]
		if q.AskedOn == 0 || q.AnsweredOn != 0 {
			continue
		}
		who := q.AskedOf
		if p := b.people[success.ID(who)]; p != nil {
			who = p.Name
		}
		views = append(views, TodayAskView{Key: "open", Words: q.Text, Who: who})
	}
	return views
}
