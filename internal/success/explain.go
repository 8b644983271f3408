package success

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Figures returns the names that Explain knows, in the order of the screens.
func Figures() []string {
	out := make([]string, 0, len(explainers))
	for _, e := range explainers {
		out = append(out, e.name)
	}
	return out
}

// explainer explains one figure. The ledger is as of the day asked for.
type explainer struct {
	name  string
	title string
	unit  string
	rule  string
	fill  func(e *Explanation, l *ledger, on Date)
}

// Explain returns the why behind a figure of an account: the rule in plain
// words, the arithmetic and the records it stands on. Figures are named as in
// their answers ("proved.level", "claimed.people", "verdict"); a name without a
// side is the proved one ("level"). "measure/ID" explains one measure and
// "story/ID" a story's novelty. It returns CodeNotFound for a name it does not
// know.
func Explain(figure string, f *File, s *Settings, on Date) (Explanation, error) {
	l := newLedger(f, s)
	if id, ok := strings.CutPrefix(figure, "measure/"); ok {
		return explainMeasure(l.file, ID(id), on)
	}
	if id, ok := strings.CutPrefix(figure, "story/"); ok {
		return explainStory(l, ID(id), on)
	}
	for _, name := range []string{figure, "proved." + figure} {
		for i := range explainers {
			if explainers[i].name != name {
				continue
			}
			x := &explainers[i]
			e := Explanation{
				Figure: name, Title: x.title, Rule: x.rule, Unit: x.unit, Currency: l.currency,
				Rows: []ExplainRow{}, Notes: []string{},
			}
			x.fill(&e, l, on)
			if len(l.leftOut) > 0 {
				e.Notes = append(e.Notes, fmt.Sprintf("%d amounts are left out, because there is no rate for their currency.", len(l.leftOut)))
			}
			return e, nil
		}
	}
	return Explanation{}, NotFound("There is no figure called %q.", figure)
}

func (e *Explanation) add(row ExplainRow) { e.Rows = append(e.Rows, row) }

// sum adds a row of a number and counts it into the total.
func (e *Explanation) sum(row ExplainRow, value float64) {
	row.Value = &value
	if row.Unit == "" {
		row.Unit = e.Unit
	}
	e.add(row)
	total := value
	if e.Total != nil {
		total += *e.Total
	}
	e.Total = &total
}

func (e *Explanation) conclude(total float64) { e.Total = &total }

// side picks the view that a figure's name asks for.
func (e *Explanation) proved() bool { return !strings.HasPrefix(e.Figure, "claimed.") }

const (
	perYear = "money a year"
	ruleOf  = "Proved figures count what is evidenced or confirmed; a claimed fall counts from its day, a claimed rise only once it is proved."
)

// bothSides makes the explainer of a proved figure and of the claimed one.
func bothSides(name, title, unit, rule string, fill func(*Explanation, *ledger, Date)) []explainer {
	return []explainer{
		{"proved." + name, title, unit, rule + " " + ruleOf, fill},
		{"claimed." + name, title + ", with claims", unit, rule + " Claims are counted as if all were confirmed.", fill},
	}
}

var explainers = slices.Concat(
	bothSides("level", "Value, a year", perYear,
		"What the client is getting, per year, as of the day: the yearly rates in force and the one-time amounts of the last 365 days.", explainLevel),
	bothSides("velocity", "Velocity", perYear,
		"How fast value itself is growing: the value level less the level 365 days before. A benefit that stays as it is adds to value and nothing to velocity.", explainVelocity),
	bothSides("perceived", "Felt value", "money",
		"Value as its receivers feel it. News fades by half in each half-life, and a benefit that has fallen below its highest rate is felt in proportion.", explainPerceived),
	bothSides("benefits", "Benefits in force", "",
		"A benefit is in force from its first step until a yearly amount of 0; one with one-time amounts only, for 365 days from the last.", explainBenefits),
	bothSides("people", "People reached", "people",
		"For each group the largest number of people of its benefits in force, summed over the groups.", explainPeople),
	bothSides("dimensions", "Dimensions in force", "",
		"The different kinds of benefit among those in force.", explainDimensions),
	bothSides("series", "Value over time", perYear,
		"The line is the value level on each day: the yearly rates in force then and the one-time amounts of the 365 days before. A step changes it from its day on, a one-time amount leaves it after a year.", explainSeries),
	[]explainer{
		{"verdict", "Verdict", "", "The first that applies: not yet known without plan, benefit and touchpoint; no value yet before first value; shrinking when the yearly rates fell by more than 5 % or an axis fell and none rose; expanding when two of benefits, people and dimensions rose and none fell; deepening when one rose, or the rates by more than 5 %; else static. One-time value running out is no fall.", explainVerdict},
		{"first_value_on", "First value", "", "The earlier of the day known from before and the first proved step with an amount or people above 0. It is overdue when the days allowed since the start are over and there is none.", explainFirstValue},
		{"silence_days", "Nothing new for", "days", "Days since the last proved news, the last first proved step of a benefit, or the last proved rise of its people above what it ever had. Before any of these they count from the start.", explainSilence},
		{"walk_away", "Walk-away price", "money", "What a rival would have to pay: the felt value that he does not match, and the part of the cost of switching that he does not take away. With the usual offer (equal product, painless migration) it is the bonded part of felt value. It is a question to ask ourselves, not a risk.", explainWalkAway},
		{"bonded_share", "Bonded share", "share", "The share of proved felt value from benefits whose behavior change is a habit or embedded. A benefit that names no behavior change is unknown: the share is a range, from it taken as unbonded to it taken as bonded.", explainBonded},
		{"risk", "Risk", "", "The sum of the flags' weights: 0 on track, 1 and 2 watch, 3 and 4 at risk, 5 and more critical. A client who may leave and is not answered weighs 5; first value overdue, shrinking, champion left, a negative action and what a coming or past renewal lacks weigh 2; the others 1.", explainRisk},
		{"client_phase", "The client's phase", "", "Cancelled once it has left; renewal within 90 days of a decision date; growing once there is first value; else new.", explainPhases},
		{"provider_phase", "Our phase", "", "Saving once cancelled or when risk is critical; integrating while the client is new; harvesting in renewal, or when growing with verdict expanding, the plan signed at its present version and risk on track or watch; else tending.", explainPhases},
		{"decision_date", "Decision date", "", "A term's end less its days of notice: what has to be won is won by then. Of several contracts the one that is decided first counts.", explainDecision},
		{"renewal_days", "Days to the renewal", "days", "The days until the end of the term that is decided next. A term without a result stays open after its end; the days are then below 0.", explainRenewal},
		{"last_touch", "Last touch", "days", "Days since the newest touchpoint that is recorded: a meeting, a call, a mail or a note.", explainLastTouch},
		{"arr", "Annual recurring revenue", perYear, "The sum over the contracts of the current term's amount; after its end the result's amount, and nothing once cancelled.", explainARR},
	},
)

// eachStair calls fn with every benefit that has begun in a view, and its state.
func (l *ledger) eachStair(on Date, proved bool, fn func(*stair, *view, *day)) {
	for i := range l.stairs {
		st := &l.stairs[i]
		v := st.view(proved)
		if d, ok := v.at(on); ok {
			fn(st, v, d)
		}
	}
}

// rateStep is the step that sets a benefit's yearly rate on a day.
func (st *stair) rateStep(on Date, proved bool, rate float64) *step {
	var best *step
	for i := range st.steps {
		s := &st.steps[i]
		if s.on > on || !s.yearly || !s.priced {
			continue
		}
		if !proved || s.proved || s.amount == rate {
			best = s
		}
	}
	return best
}

func explainLevel(e *Explanation, l *ledger, on Date) {
	e.conclude(0)
	l.eachStair(on, e.proved(), func(st *stair, _ *view, d *day) {
		if s := st.rateStep(on, e.proved(), d.rate); s != nil && d.rate > 0 {
			e.sum(ExplainRow{Label: st.benefit.Title, On: s.on, Text: "a year, " + s.confirmation, Record: s.link()}, d.rate)
		}
		for i := range st.steps {
			s := &st.steps[i]
			if s.yearly || s.amount == 0 || s.on > on || on.Sub(s.on) >= year || (e.proved() && !s.proved) {
				continue
			}
			text := "once, " + s.confirmation + "; leaves the year on " + s.on.AddDays(year).String()
			e.sum(ExplainRow{Label: st.benefit.Title, On: s.on, Text: text, Record: s.link()}, s.amount)
		}
	})
}

func explainVelocity(e *Explanation, l *ledger, on Date) {
	before := on.AddDays(-year)
	e.conclude(0)
	for i := range l.stairs {
		st := &l.stairs[i]
		was, is := st.view(e.proved()).level(before), st.view(e.proved()).level(on)
		if was != 0 || is != 0 {
			text := fmt.Sprintf("%.0f on %s, %.0f on %s", was, before, is, on)
			e.sum(ExplainRow{Label: st.benefit.Title, Text: text, Record: Link{Kind: "benefit", ID: st.benefit.ID}}, is-was)
		}
	}
}

func explainPerceived(e *Explanation, l *ledger, on Date) {
	halfLife := l.settings.HalfLife()
	e.conclude(0)
	l.eachStair(on, e.proved(), func(st *stair, v *view, d *day) {
		felt := v.perceived(on, on, halfLife)
		var news float64
		last := Date(0)
		for i := range v.days {
			if v.days[i].on <= on && v.days[i].rateNews+v.days[i].onceNews > 0 {
				news += v.days[i].rateNews + v.days[i].onceNews
				last = v.days[i].on
			}
		}
		if news == 0 {
			return
		}
		text := fmt.Sprintf("%.0f of news, the last %d days ago", news, on.Sub(last))
		if d.rate < d.high {
			text += fmt.Sprintf("; now %.0f of the highest %.0f a year", d.rate, d.high)
		}
		e.sum(ExplainRow{Label: st.benefit.Title, On: last, Text: text, Record: Link{Kind: "benefit", ID: st.benefit.ID}}, felt)
	})
	e.Notes = append(e.Notes, fmt.Sprintf("Felt value is a model: news is taken to fade by half in %.0f days.", halfLife))
}

func explainBenefits(e *Explanation, l *ledger, on Date) {
	e.conclude(0)
	l.eachStair(on, e.proved(), func(st *stair, _ *view, d *day) {
		if d.inForce(on) {
			e.sum(ExplainRow{Label: st.benefit.Title, On: d.on, Text: st.benefit.Dimension, Record: Link{Kind: "benefit", ID: st.benefit.ID}}, 1)
		}
	})
}

func explainPeople(e *Explanation, l *ledger, on Date) {
	best := map[string]int{}
	e.conclude(0)
	l.eachStair(on, e.proved(), func(st *stair, _ *view, d *day) {
		if !d.inForce(on) || d.people == 0 {
			return
		}
		row := ExplainRow{Label: st.benefit.Title, On: d.on, Text: st.benefit.Group, Unit: "people", Record: Link{Kind: "benefit", ID: st.benefit.ID}}
		value := float64(d.people)
		row.Value = &value
		e.add(row)
		if at, ok := best[st.group]; !ok || *e.Rows[at].Value < value {
			best[st.group] = len(e.Rows) - 1
		}
	})
	isBest := make([]bool, len(e.Rows))
	for _, i := range best {
		isBest[i] = true
	}
	for i := range e.Rows {
		if !isBest[i] {
			text := "within the group's largest, not added"
			if group := e.Rows[i].Text; group != "" {
				text = fmt.Sprintf("%s: within the group's largest, not added", group)
			}
			e.Rows[i].Text = text
			continue
		}
		e.conclude(*e.Total + *e.Rows[i].Value)
	}
}

func explainDimensions(e *Explanation, l *ledger, on Date) {
	counts := map[string]int{}
	e.conclude(0)
	l.eachStair(on, e.proved(), func(st *stair, _ *view, d *day) {
		if d.inForce(on) && st.benefit.Dimension != "" {
			counts[st.benefit.Dimension]++
		}
	})
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		e.sum(ExplainRow{Label: name, Text: fmt.Sprintf("benefits in force: %d", counts[name])}, 1)
	}
}
