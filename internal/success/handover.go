package success

import (
	"cmp"
	"slices"
)

// FirstStepKind is what somebody who takes over an account does first.
type FirstStepKind string

// The kinds of first steps besides those of TodoKinds.
const (
	FirstMeet    FirstStepKind = "meet"    // speak to somebody who carries the account
	FirstOurs    FirstStepKind = "ours"    // a promise of ours falls due
	FirstTheirs  FirstStepKind = "theirs"  // a promise of theirs falls due, or is overdue
	FirstPaper   FirstStepKind = "paper"   // a step of the paper path falls due, or is overdue
	FirstReview  FirstStepKind = "review"  // the plan is to be gone through
	FirstResult  FirstStepKind = "result"  // a term is over and nobody wrote how it ended
	FirstConfirm FirstStepKind = "confirm" // what is claimed is to be confirmed by the client
)

// firstDays is how far the first steps look ahead, in days: two weeks.
const firstDays = 14

// FirstStep is one thing for the first two weeks: things of one kind are one
// step. Records are in order of urgency, at least one. Due is the first day of
// them, 0 where there is none; Number is a gate's days before the decision, or
// how many outcomes are to be validated.
type FirstStep struct {
	Kind    FirstStepKind
	Records []Link
	Due     Date
	Late    bool
	Number  int
}

// FirstCalls lists the people at the client who are there, in the order in which
// somebody new speaks to them: who speaks for us, then who decides, then who is
// above them, and among equals who has more influence and who was met last. A
// blocker, and somebody against us, comes last: nobody begins there.
func FirstCalls(f *File, on Date) []*Stakeholder {
	f = f.settled()
	met := LastMet(f, on)
	var out []*Stakeholder
	for i := range f.Stakeholders {
		if s := &f.Stakeholders[i]; isActive(s, on) && s.ForgottenOn == 0 && s.CreatedAt.Date() <= on {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b *Stakeholder) int {
		return cmp.Or(
			cmp.Compare(callRank(a), callRank(b)), cmp.Compare(level(b.Stance), level(a.Stance)),
			cmp.Compare(level(b.Influence), level(a.Influence)), cmp.Compare(met[b.ID], met[a.ID]), compareMade(&a.Meta, &b.Meta),
		)
	})
	return out
}

// callRank is where a role stands in the order of first calls.
func callRank(s *Stakeholder) int {
	if s.Role == "blocker" || level(s.Stance) < 0 {
		return 9
	}
	order := []string{"champion", "economic buyer", "executive sponsor", "user lead", "technical lead"}
	if at := slices.Index(order, s.Role); at >= 0 {
		return at
	}
	return len(order)
}

func level(n *Count) int64 {
	if n == nil {
		return 0
	}
	return int64(*n)
}

// LastMet returns the day of the newest conversation with each person that is on
// record up to a day.
func LastMet(f *File, on Date) map[ID]Date {
	f = f.settled()
	met := map[ID]Date{}
	for i := range f.Touchpoints {
		if t := &f.Touchpoints[i]; t.On <= on {
			for _, id := range t.StakeholderIDs {
				met[id] = max(met[id], t.On)
			}
		}
	}
	return met
}

// FirstSteps lists what somebody who takes over an account on a day does in the
// first two weeks: first who may leave, then whom to meet, then what does harm by
// the day, then what falls due within 14 days by its day, then the rest of what
// the account asks for (see Todos), and the confirmation of what is only claimed.
// A client who has left is asked nothing of.
func FirstSteps(f *File, s *Settings, on Date) []FirstStep {
	f = f.settled()
	if isCancelled(f, on) {
		return nil
	}
	l := &firstList{file: f, on: on, todos: Todos(f, s, on)}
	l.fromTodos(func(t *Todo) bool { return t.Kind == TodoLeaving })
	l.meet()
	l.fromTodos(func(t *Todo) bool { return t.Kind != TodoLeaving && t.Now })
	l.results()
	l.comingUp(s)
	l.fromTodos(func(t *Todo) bool { return t.Kind != TodoLeaving && !t.Now })
	l.claims(s)
	return l.steps
}

type firstList struct {
	file  *File
	on    Date
	todos []Todo
	steps []FirstStep
}

// add takes a record into the step of its kind and lateness, or begins one.
func (l *firstList) add(kind FirstStepKind, record Link, due Date, number int) {
	late := due != 0 && due < l.on
	for i := range l.steps {
		st := &l.steps[i]
		if st.Kind == kind && st.Late == late && kind != FirstMeet {
			st.Records = append(st.Records, record)
			if due != 0 && (st.Due == 0 || due < st.Due) {
				st.Due = due
			}
			return
		}
	}
	l.steps = append(l.steps, FirstStep{Kind: kind, Records: []Link{record}, Due: due, Late: late, Number: number})
}

// fromTodos takes in what the account asks for. A promise is ours or theirs.
func (l *firstList) fromTodos(which func(t *Todo) bool) {
	for i := range l.todos {
		t := &l.todos[i]
		if !which(t) {
			continue
		}
		kind := FirstStepKind(t.Kind)
		if t.Kind == TodoPromise {
			kind = FirstOurs
			if !t.Now {
				kind = FirstTheirs
			}
		}
		l.add(kind, t.Record, t.Since, t.Number)
	}
}

// meet is who to speak to first, and who decides, where that is somebody else:
// within a week, and within two.
func (l *firstList) meet() {
	calls := FirstCalls(l.file, l.on)
	if len(calls) == 0 || callRank(calls[0]) == 9 {
		return
	}
	l.add(FirstMeet, Link{"stakeholder", calls[0].ID}, l.on.AddDays(firstDays/2), 0)
	for _, p := range calls[1:] {
		if p.Role == "economic buyer" && callRank(p) != 9 {
			l.add(FirstMeet, Link{"stakeholder", p.ID}, l.on.AddDays(firstDays), 0)
			return
		}
	}
}

// results are the terms that ended without one.
func (l *firstList) results() {
	for _, t := range openTerms(l.file, l.on) {
		if t.End <= l.on {
			l.add(FirstResult, Link{"term", t.ID}, t.End, 0)
		}
	}
}

// ahead is something that falls due.
type ahead struct {
	kind   FirstStepKind
	record Link
	due    Date
	number int
}

// comingUp is what falls due within two weeks, by its day, and what of the paper
// path is overdue.
func (l *firstList) comingUp(s *Settings) {
	list := append(l.planAhead(), l.renewalAhead(s)...)
	slices.SortStableFunc(list, func(a, b ahead) int {
		return cmp.Or(cmp.Compare(a.due, b.due), cmp.Compare(a.record.ID, b.record.ID))
	})
	for _, a := range list {
		l.add(a.kind, a.record, a.due, a.number)
	}
}

// isSoon reports whether a day lies in the first two weeks.
func (l *firstList) isSoon(d Date) bool { return d >= l.on && d <= l.on.AddDays(firstDays) }

// planAhead are the promises of the plan that fall due, and its review.
func (l *firstList) planAhead() []ahead {
	plan, ok := PlanOn(l.file, l.on)
	if !ok {
		return nil
	}
	var list []ahead
	for i := range l.file.Milestones {
		m := &l.file.Milestones[i]
		if m.PlanID != plan.ID || m.DoneOn != 0 && m.DoneOn <= l.on || !l.isSoon(m.Due) {
			continue
		}
		kind := FirstOurs
		if m.Side == "client" {
			kind = FirstTheirs
		}
		list = append(list, ahead{kind, Link{"milestone", m.ID}, m.Due, 0})
	}
	if day := NextReview(l.file, l.on); l.isSoon(day) {
		list = append(list, ahead{FirstReview, Link{"success_plan", plan.ID}, day, 0})
	}
	return list
}

// renewalAhead are the gates that will be reached, and the steps of the paper path
// that fall due or are overdue.
func (l *firstList) renewalAhead(s *Settings) []ahead {
	t, ok := RenewalTerm(l.file, l.on)
	if !ok || t.End <= l.on {
		return nil
	}
	var list []ahead
	for _, days := range Gates(s) {
		if day := DecisionDate(t).AddDays(-days); day > l.on && l.isSoon(day) {
			list = append(list, ahead{FirstStepKind(TodoGate), Link{"term", t.ID}, day, days})
		}
	}
	for i := range l.file.Renewals {
		r := &l.file.Renewals[i]
		if r.TermID != t.ID {
			continue
		}
		for _, step := range r.PaperPath {
			if (step.DoneOn == 0 || step.DoneOn > l.on) && step.Due != 0 && step.Due <= l.on.AddDays(firstDays) {
				list = append(list, ahead{FirstPaper, Link{"renewal", r.ID}, step.Due, 0})
			}
		}
	}
	return list
}

// claims is what the client has not confirmed: the benefits that are in force by
// claims alone.
func (l *firstList) claims(s *Settings) {
	for _, lane := range TimelineOf(l.file, s, l.on.AddDays(-1), l.on, l.on).Lanes {
		if lane.Claimed > lane.Proved {
			l.add(FirstConfirm, Link{"benefit", lane.Benefit}, 0, 0)
		}
	}
}

// Failing lists the checks that do not hold, each with its principle
// ("success.plan_signed"), in the order of the principles and their checks.
func (p *PrinciplesFigure) Failing() []string {
	s, b, o, l, v, c := &p.Success, &p.Behavior, &p.Bonding, &p.Learning, &p.Velocity, &p.Coverage
	var out []string
	for _, check := range []stepOfRoad{
		{"success.plan_has_outcome", s.PlanHasOutcome}, {"success.outcomes_quoted", s.OutcomesQuoted},
		{"success.outcomes_have_client_measure", s.OutcomesHaveClientMeasure},
		{"success.measures_have_baseline_and_target", s.MeasuresHaveBaselineAndTarget}, {"success.readings_fresh", s.ReadingsFresh},
		{"success.outcomes_validated", s.OutcomesValidated}, {"success.plan_signed", s.PlanSigned}, {"success.measures_are_theirs", s.MeasuresAreTheirs},
		{"behavior.outcomes_have_change", b.OutcomesHaveChange}, {"behavior.changes_say_why", b.ChangesSayWhy},
		{"behavior.changes_name_who_and_how_many", b.ChangesNameWhoAndHowMany}, {"behavior.half_at_habit", b.HalfAtHabit},
		{"behavior.none_stuck", b.NoneStuck}, {"behavior.not_all_training", b.NotAllTraining},
		{"bonding.outcomes_have_job_and_link", o.OutcomesHaveJobAndLink}, {"bonding.economics_known", o.EconomicsKnown},
		{"bonding.changes_are_helped", o.ChangesAreHelped}, {"bonding.bonded_share_half", o.BondedShareHalf},
		{"learning.question_asked", l.QuestionAsked}, {"learning.asks_as_much_as_teaches", l.AsksAsMuchAsTeaches},
		{"learning.no_question_left_open", l.NoQuestionLeftOpen}, {"learning.insight_shared", l.InsightShared},
		{"velocity.first_value_in_time", v.FirstValueInTime}, {"velocity.verdict_expanding_or_deepening", v.VerdictExpandingOrDeepening},
		{"velocity.not_silent", v.NotSilent}, {"velocity.story_not_old_news", v.StoryNotOldNews},
		{"coverage.three_active_stakeholders", c.ThreeActiveStakeholders}, {"coverage.two_levels", c.TwoLevels},
		{"coverage.economic_buyer_met", c.EconomicBuyerMet}, {"coverage.champion_not_left", c.ChampionNotLeft},
		{"coverage.messages_answered_in_time", c.MessagesAnsweredInTime},
	} {
		if !check.holds {
			out = append(out, check.check)
		}
	}
	return out
}
