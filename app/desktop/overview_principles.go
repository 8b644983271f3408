package desktop

import (
	"github.com/tendril-app/tendril/internal/success"
)

// principles tells the five principles and coverage: which checks hold, what
// fails them and what can be said where nothing does.
func (b *planBuilder) principles(v *success.VelocityFigure) []PrincipleView {
	p := success.Principles(b.file, b.settings, b.today)
	l := b.planLists()
	return []PrincipleView{
		principle("success", FactsView{Count: len(l.measures), Of: len(l.outcomes)}, b.successChecks(&p.Success, l)),
		principle("behavior", FactsView{Count: count(l.changes, b.atHabit), Of: len(l.changes)}, b.behaviorChecks(&p.Behavior, l)),
		principle("bonding", FactsView{Share: b.bondedShare()}, b.bondingChecks(&p.Bonding, l)),
		principle("learning", FactsView{Count: b.asked(90)}, b.learningChecks(&p.Learning)),
		principle("velocity", FactsView{Days: v.SilenceDays}, b.velocityChecks(&p.Velocity, v)),
		principle("coverage", FactsView{Count: b.active()}, b.coverageChecks(&p.Coverage)),
	}
}

func principle(key string, facts FactsView, checks []CheckView) PrincipleView {
	view := PrincipleView{Key: key, Checks: checks, Facts: facts}
	for _, c := range checks {
		if c.Holds {
			view.Holds++
		}
	}
	return view
}

// planLists are the records of the plan that counts, as the checks look at them.
type planLists struct {
	outcomes []*success.Outcome
	measures []*success.Measure
	changes  []*success.BehaviorChange
}

func (b *planBuilder) planLists() *planLists {
	l := &planLists{}
	plan, ok := success.PlanOn(b.file, b.today)
	if !ok {
		return l
	}
	of := map[success.ID]bool{}
	for _, o := range planOutcomes(b.file, plan.ID) {
		if o.Status == "dropped" {
			continue
		}
		l.outcomes = append(l.outcomes, o)
		l.measures = append(l.measures, b.measuresOf(o.ID)...)
		of[o.ID] = true
	}
	for i := range b.file.BehaviorChanges {
		if of[b.file.BehaviorChanges[i].OutcomeID] {
			l.changes = append(l.changes, &b.file.BehaviorChanges[i])
		}
	}
	return l
}

func count[T any](list []T, is func(T) bool) int {
	n := 0
	for _, item := range list {
		if is(item) {
			n++
		}
	}
	return n
}

// failing makes a check with those that fail it: how many, the first by name, and
// where in that record it is mended.
func failing[T success.Record](key string, holds bool, list []T, name func(T) string, fails func(T) bool) CheckView {
	c := CheckView{Key: key, Holds: holds}
	if holds {
		return c
	}
	for _, item := range list {
		if !fails(item) {
			continue
		}
		if c.Count++; c.Count == 1 {
			c.What, c.Kind, c.ID, c.Field = name(item), string(item.Kind()), string(item.Base().ID), mendingField(key, item)
		}
	}
	return c
}

// mendingFields are the fields that a failing check is mended in. Those that are
// none of the record's own say what it lacks: a measure, a change, a reading, help.
var mendingFields = map[string]string{
	"outcomes_have_client_measure": "measure", "readings_fresh": "now", "outcomes_validated": "validated_on",
	"measures_are_theirs": "name", "outcomes_have_change": "change", "changes_say_why": "why_today",
	"half_at_habit": "stage", "none_stuck": "stage", "economics_known": "why_it_matters", "changes_are_helped": "help",
}

// mendingField names the field of a failing record in which it is mended.
func mendingField(key string, rec success.Record) string {
	choose := func(fields ...string) string {
		values, err := success.FieldsOf(rec)
		for _, f := range fields {
			if err == nil && len(values[f]) == 0 {
				return f
			}
		}
		return fields[0]
	}
	switch key {
	case "outcomes_quoted":
		return choose("quote", "quoted_stakeholder_id", "said_on")
	case "measures_have_baseline_and_target":
		return choose("baseline", "target")
	case "changes_name_who_and_how_many":
		return choose("who", "people")
	case "outcomes_have_job_and_link":
		return choose("job", "link")
	}
	return mendingFields[key]
}

func nameOfOutcome(o *success.Outcome) string { return o.Statement }
func nameOfMeasure(m *success.Measure) string { return m.Name }
func nameOfChange(c *success.BehaviorChange) string {
	if c.To != "" {
		return c.To
	}
	return c.Process
}

func (b *planBuilder) successChecks(p *success.SuccessChecks, l *planLists) []CheckView {
	own := func(m *success.Measure) bool { return m.MeasureKind != "vendor" }
	stale := failing("readings_fresh", p.ReadingsFresh, l.measures, nameOfMeasure, func(m *success.Measure) bool {
		figure := b.figures[m.ID]
		return figure.Now == nil || isPastCadence(m, b.today.Sub(figure.NowOn))
	})
	for _, m := range l.measures {
		if m.Name == stale.What && b.figures[m.ID].Now != nil {
			stale.Days = b.today.Sub(b.figures[m.ID].NowOn)
		}
	}
	return []CheckView{
		{Key: "plan_has_outcome", Holds: p.PlanHasOutcome},
		failing("outcomes_quoted", p.OutcomesQuoted, l.outcomes, nameOfOutcome, func(o *success.Outcome) bool {
			return o.Quote == "" || o.QuotedStakeholderID == "" || o.SaidOn == 0
		}),
		failing("outcomes_have_client_measure", p.OutcomesHaveClientMeasure, l.outcomes, nameOfOutcome, func(o *success.Outcome) bool {
			return count(b.measuresOf(o.ID), own) == 0
		}),
		failing("measures_have_baseline_and_target", p.MeasuresHaveBaselineAndTarget, l.measures, nameOfMeasure, func(m *success.Measure) bool {
			return m.Baseline == nil || m.Target == nil
		}),
		stale,
		failing("outcomes_validated", p.OutcomesValidated, l.outcomes, nameOfOutcome, func(o *success.Outcome) bool {
			return max(o.ValidatedOn, o.SaidOn) == 0 || b.today.Sub(max(o.ValidatedOn, o.SaidOn)) > 180
		}),
		{Key: "plan_signed", Holds: p.PlanSigned},
		failing("measures_are_theirs", p.MeasuresAreTheirs, l.measures, nameOfMeasure, func(m *success.Measure) bool {
			return own(m) && success.IsVendorWord(m.Name)
		}),
	}
}

func isPastCadence(m *success.Measure, days int) bool {
	return m.CadenceDays != nil && *m.CadenceDays > 0 && float64(days) > 1.5*float64(*m.CadenceDays)
}

func (b *planBuilder) atHabit(c *success.BehaviorChange) bool {
	return (c.Stage == "habit" || c.Stage == "embedded") && c.StageOn <= b.today
}

func (b *planBuilder) behaviorChecks(p *success.BehaviorChecks, l *planLists) []CheckView {
	stuck := func(c *success.BehaviorChange) bool {
		since := c.StageOn
		if since == 0 {
			since = c.CreatedAt.Date()
		}
		return !b.atHabit(c) && b.today.Sub(since) >= stuckDays
	}
	return []CheckView{
		failing("outcomes_have_change", p.OutcomesHaveChange, l.outcomes, nameOfOutcome, func(o *success.Outcome) bool {
			return count(l.changes, func(c *success.BehaviorChange) bool { return c.OutcomeID == o.ID }) == 0
		}),
		failing("changes_say_why", p.ChangesSayWhy, l.changes, nameOfChange, func(c *success.BehaviorChange) bool { return c.WhyToday == "" }),
		failing("changes_name_who_and_how_many", p.ChangesNameWhoAndHowMany, l.changes, nameOfChange, func(c *success.BehaviorChange) bool {
			return c.Who == "" || c.People == nil || *c.People == 0
		}),
		failing("half_at_habit", p.HalfAtHabit, l.changes, nameOfChange, func(c *success.BehaviorChange) bool { return !b.atHabit(c) }),
		failing("none_stuck", p.NoneStuck, l.changes, nameOfChange, stuck),
		{Key: "not_all_training", Holds: p.NotAllTraining},
	}
}

func (b *planBuilder) bondingChecks(p *success.BondingChecks, l *planLists) []CheckView {
	return []CheckView{
		failing("outcomes_have_job_and_link", p.OutcomesHaveJobAndLink, l.outcomes, nameOfOutcome, func(o *success.Outcome) bool { return o.Job == "" || o.Link == "" }),
		failing("economics_known", p.EconomicsKnown, l.outcomes, nameOfOutcome, func(o *success.Outcome) bool {
			return o.WhyItMatters == "" && count(b.measuresOf(o.ID), func(m *success.Measure) bool { return !m.UnitValue.IsZero() }) == 0
		}),
		failing("changes_are_helped", p.ChangesAreHelped, l.changes, nameOfChange, func(c *success.BehaviorChange) bool {
			for i := range b.file.Milestones {
				if m := &b.file.Milestones[i]; m.BehaviorChangeID == c.ID && m.Side != "client" {
					return false
				}
			}
			return true
		}),
		{Key: "bonded_share_half", Holds: p.BondedShareHalf},
	}
}

// bondedShare is the part of felt value that is surely bonded, 0 where none is felt.
func (b *planBuilder) bondedShare() float64 {
	e, err := success.Explain("bonded_share", b.file, b.settings, b.today)
	if err != nil || e.Total == nil {
		return 0
	}
	return *e.Total
}

// asked counts the questions of the last days.
func (b *planBuilder) asked(days int) int {
	n := 0
	for i := range b.file.Questions {
		on := b.file.Questions[i].AskedOn
		if on != 0 && on <= b.today && b.today.Sub(on) <= days {
			n++
		}
	}
	return n
}

func (b *planBuilder) learningChecks(p *success.LearningChecks) []CheckView {
	open := CheckView{Key: "no_question_left_open", Holds: p.NoQuestionLeftOpen}
	for i := range b.file.Questions {
		q := &b.file.Questions[i]
		answered := q.AnsweredOn != 0 && q.AnsweredOn <= b.today
		if open.Holds || answered || q.AskedOn == 0 || b.today.Sub(q.AskedOn) < 45 {
			continue
		}
		open.Count++
		if days := b.today.Sub(q.AskedOn); days > open.Days {
			open.Days, open.What = days, q.Text
		}
	}
	return []CheckView{
		{Key: "question_asked", Holds: p.QuestionAsked},
		{Key: "asks_as_much_as_teaches", Holds: p.AsksAsMuchAsTeaches},
		open,
		{Key: "insight_shared", Holds: p.InsightShared},
	}
}

func (b *planBuilder) velocityChecks(p *success.VelocityChecks, v *success.VelocityFigure) []CheckView {
	silent := CheckView{Key: "not_silent", Holds: p.NotSilent}
	if v.SilenceDays != nil {
		silent.Days = *v.SilenceDays
	}
	first := CheckView{Key: "first_value_in_time", Holds: p.FirstValueInTime}
	// A value that came late cannot come earlier any more: the days say that it came.
	if !first.Holds && v.TimeToFirstValueDays != nil {
		first.Days = *v.TimeToFirstValueDays
	}
	return []CheckView{
		first,
		{Key: "verdict_expanding_or_deepening", Holds: p.VerdictExpandingOrDeepening, What: string(v.Verdict)},
		silent,
		{Key: "story_not_old_news", Holds: p.StoryNotOldNews},
	}
}

// active counts the people at the client who are there.
func (b *planBuilder) active() int {
	n := 0
	for i := range b.file.Stakeholders {
		if left := b.file.Stakeholders[i].LeftOn; left == 0 || left > b.today {
			n++
		}
	}
	return n
}

// withRole counts those of them whose part in a decision is known.
func (b *planBuilder) withRole() int {
	n := 0
	for i := range b.file.Stakeholders {
		s := &b.file.Stakeholders[i]
		if s.Role != "" && (s.LeftOn == 0 || s.LeftOn > b.today) {
			n++
		}
	}
	return n
}

func (b *planBuilder) coverageChecks(p *success.CoverageChecks) []CheckView {
	return []CheckView{
		{Key: "three_active_stakeholders", Holds: p.ThreeActiveStakeholders, Count: b.active()},
		{Key: "two_levels", Holds: p.TwoLevels, Count: b.withRole()},
		{Key: "economic_buyer_met", Holds: p.EconomicBuyerMet},
		{Key: "champion_not_left", Holds: p.ChampionNotLeft},
		{Key: "messages_answered_in_time", Holds: p.MessagesAnsweredInTime},
	}
}
