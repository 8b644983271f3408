package success

// SuccessChecks are the checks of "success, not happiness".
type SuccessChecks struct {
	PlanHasOutcome                bool `json:"plan_has_outcome"`
	OutcomesQuoted                bool `json:"outcomes_quoted"`
	OutcomesHaveClientMeasure     bool `json:"outcomes_have_client_measure"`
	MeasuresHaveBaselineAndTarget bool `json:"measures_have_baseline_and_target"`
	ReadingsFresh                 bool `json:"readings_fresh"`
	OutcomesValidated             bool `json:"outcomes_validated"`
	PlanSigned                    bool `json:"plan_signed"`
	MeasuresAreTheirs             bool `json:"measures_are_theirs"`
}

// BehaviorChecks are the checks of "behavior, not technology".
type BehaviorChecks struct {
	OutcomesHaveChange       bool `json:"outcomes_have_change"`
	ChangesSayWhy            bool `json:"changes_say_why"`
	ChangesNameWhoAndHowMany bool `json:"changes_name_who_and_how_many"`
	HalfAtHabit              bool `json:"half_at_habit"`
	NoneStuck                bool `json:"none_stuck"`
	NotAllTraining           bool `json:"not_all_training"`
}

// BondingChecks are the checks of "bonding, not relationships".
type BondingChecks struct {
	OutcomesHaveJobAndLink bool `json:"outcomes_have_job_and_link"`
	EconomicsKnown         bool `json:"economics_known"`
	ChangesAreHelped       bool `json:"changes_are_helped"`
	BondedShareHalf        bool `json:"bonded_share_half"`
}

// LearningChecks are the checks of "learning, not teaching".
type LearningChecks struct {
	QuestionAsked       bool `json:"question_asked"`
	AsksAsMuchAsTeaches bool `json:"asks_as_much_as_teaches"`
	NoQuestionLeftOpen  bool `json:"no_question_left_open"`
	InsightShared       bool `json:"insight_shared"`
}

// VelocityChecks are the checks of "velocity, not value".
type VelocityChecks struct {
	FirstValueInTime            bool `json:"first_value_in_time"`
	VerdictExpandingOrDeepening bool `json:"verdict_expanding_or_deepening"`
	NotSilent                   bool `json:"not_silent"`
	StoryNotOldNews             bool `json:"story_not_old_news"`
}

// CoverageChecks stand beside the principles.
type CoverageChecks struct {
	ThreeActiveStakeholders bool `json:"three_active_stakeholders"`
	TwoLevels               bool `json:"two_levels"`
	EconomicBuyerMet        bool `json:"economic_buyer_met"`
	ChampionNotLeft         bool `json:"champion_not_left"`
	MessagesAnsweredInTime  bool `json:"messages_answered_in_time"`
}

// PrinciplesFigure is the checks of the five principles, and coverage beside
// them, for an account on a day.
type PrinciplesFigure struct {
	Account  ID             `json:"account"`
	On       Date           `json:"on"`
	Success  SuccessChecks  `json:"success"`
	Behavior BehaviorChecks `json:"behavior"`
	Bonding  BondingChecks  `json:"bonding"`
	Learning LearningChecks `json:"learning"`
	Velocity VelocityChecks `json:"velocity"`
	Coverage CoverageChecks `json:"coverage"`
}

// Principles checks an account against the five principles on a day.
func Principles(f *File, s *Settings, on Date) PrinciplesFigure {
	return newStanding(f, s, on).principles()
}

func (x *standing) principles() PrinciplesFigure {
	return PrinciplesFigure{
		Account: x.file.Account.ID, On: x.on,
		Success: x.successChecks(), Behavior: x.behaviorChecks(), Bonding: x.bondingChecks(),
		Learning: x.learningChecks(), Velocity: x.velocityChecks(), Coverage: x.coverageChecks(),
	}
}

// each reports whether something holds for all of a list; of nothing it is no.
func each[T any](list []*T, holds func(*T) bool) bool {
	for _, item := range list {
		if !holds(item) {
			return false
		}
	}
	return len(list) > 0
}

// none reports whether something holds for none of a list; of nothing it is yes.
func none[T any](list []*T, holds func(*T) bool) bool {
	for _, item := range list {
		if holds(item) {
			return false
		}
	}
	return true
}

func (x *standing) successChecks() SuccessChecks {
	return SuccessChecks{
		PlanHasOutcome: len(x.outcomes) > 0,
		OutcomesQuoted: each(x.outcomes, func(o *Outcome) bool {
			return isFilled(o.Quote) && o.QuotedStakeholderID != "" && o.SaidOn != 0 && o.SaidOn <= x.on
		}),
		OutcomesHaveClientMeasure: each(x.outcomes, func(o *Outcome) bool {
			return !none(x.measures, func(m *Measure) bool { return m.OutcomeID == o.ID && m.MeasureKind != "vendor" })
		}),
		MeasuresHaveBaselineAndTarget: each(x.measures, func(m *Measure) bool { return m.Baseline != nil && m.Target != nil }),
		ReadingsFresh: each(x.measures, func(m *Measure) bool {
			now := x.measureNow[m.ID]
			return now.Now != nil && !pastCadence(m, now.NowOn, x.on)
		}),
		OutcomesValidated: each(x.outcomes, x.isValidated),
		PlanSigned:        x.isSigned(),
		MeasuresAreTheirs: none(x.measures, func(m *Measure) bool { return m.MeasureKind != "vendor" && IsVendorWord(m.Name) }),
	}
}

func (x *standing) behaviorChecks() BehaviorChecks {
	const stuckDays = 120
	habits := 0
	for _, b := range x.changes {
		if x.atHabit(b) {
			habits++
		}
	}
	return BehaviorChecks{
		OutcomesHaveChange: each(x.outcomes, func(o *Outcome) bool {
			return !none(x.changes, func(b *BehaviorChange) bool { return b.OutcomeID == o.ID })
		}),
		ChangesSayWhy: each(x.changes, func(b *BehaviorChange) bool { return isFilled(b.WhyToday) }),
		ChangesNameWhoAndHowMany: each(x.changes, func(b *BehaviorChange) bool {
			return isFilled(b.Who) && b.People != nil && *b.People > 0
		}),
		HalfAtHabit: habits > 0 && 2*habits >= len(x.changes),
		NoneStuck: none(x.changes, func(b *BehaviorChange) bool {
			since := b.StageOn
			if since == 0 {
				since = b.CreatedAt.Date()
			}
			return !x.atHabit(b) && x.on.Sub(since) >= stuckDays
		}),
		NotAllTraining: len(x.changes) > 0 && !each(x.changes, func(b *BehaviorChange) bool {
			return isTraining(b.Process) || isTraining(b.To)
		}),
	}
}

func (x *standing) bondingChecks() BondingChecks {
	low, _ := x.bonded()
	return BondingChecks{
		OutcomesHaveJobAndLink: each(x.outcomes, func(o *Outcome) bool { return isFilled(o.Job) && isFilled(o.Link) }),
		EconomicsKnown: each(x.outcomes, func(o *Outcome) bool {
			return isFilled(o.WhyItMatters) ||
				!none(x.measures, func(m *Measure) bool { return m.OutcomeID == o.ID && !m.UnitValue.IsZero() })
		}),
		ChangesAreHelped: each(x.changes, func(b *BehaviorChange) bool {
			for i := range x.file.Milestones {
				if m := &x.file.Milestones[i]; m.BehaviorChangeID == b.ID && m.Side != "client" {
					return true
				}
			}
			return false
		}),
		BondedShareHalf: low >= 0.5,
	}
}

func (x *standing) learningChecks() LearningChecks {
	asked30, asked90, open, taught, shared := 0, 0, 0, 0, false
	for i := range x.file.Questions {
		q := &x.file.Questions[i]
		if x.within(q.AskedOn, 30) {
			asked30++
		}
		if x.within(q.AskedOn, 90) {
			asked90++
		}
		answered := q.AnsweredOn != 0 && q.AnsweredOn <= x.on
		if q.AskedOn != 0 && !answered && x.on.Sub(q.AskedOn) >= 45 {
			open++
		}
	}
	for i := range x.file.Touchpoints {
		if t := &x.file.Touchpoints[i]; t.TouchKind == "teach" && x.within(t.On, 90) {
			taught++
		}
	}
	for i := range x.file.Insights {
		for _, team := range x.file.Insights[i].Teams {
			shared = shared || x.within(team.SharedOn, 90)
		}
	}
	return LearningChecks{
		QuestionAsked: asked30 > 0, AsksAsMuchAsTeaches: asked90 >= taught,
		NoQuestionLeftOpen: open == 0, InsightShared: shared,
	}
}

func (x *standing) velocityChecks() VelocityChecks {
	v := &x.velocity
	c := VelocityChecks{
		VerdictExpandingOrDeepening: v.Verdict == Expanding || v.Verdict == Deepening,
		NotSilent:                   v.SilenceDays != nil && *v.SilenceDays < silentDays,
		StoryNotOldNews:             true,
		FirstValueInTime:            !v.FirstValueOverdue,
	}
	if v.TimeToFirstValueDays != nil {
		c.FirstValueInTime = *v.TimeToFirstValueDays <= firstValueTarget(&x.file.Account)
	}
	if x.renewal == nil {
		return c
	}
	for i := len(x.file.Stories) - 1; i >= 0; i-- {
		if s := &x.file.Stories[i]; s.TermID == x.renewal.ID {
			c.StoryNotOldNews = !x.story(s, x.on).OldNews
			break
		}
	}
	return c
}

func (x *standing) coverageChecks() CoverageChecks {
	active := x.active()
	levels := map[string]bool{}
	met := false
	for _, s := range active {
		if level := levelOf(s.Role); level != "" {
			levels[level] = true
		}
		met = met || (s.Role == "economic buyer" && x.isMet(s.ID))
	}
	return CoverageChecks{
		ThreeActiveStakeholders: len(active) >= 3,
		TwoLevels:               len(levels) >= 2,
		EconomicBuyerMet:        met,
		ChampionNotLeft:         !x.championLeft(),
		MessagesAnsweredInTime:  x.answersInTime(),
	}
}

// levelOf is the level on which a role decides; a blocker is on none.
func levelOf(role string) string {
	switch role {
	case "economic buyer", "executive sponsor":
		return "executive"
	case "champion", "user lead", "technical lead", "procurement":
		return "lead"
	case "user":
		return "user"
	}
	return ""
}

// isMet reports whether somebody was in a touchpoint of the last 90 days.
func (x *standing) isMet(id ID) bool {
	for i := range x.file.Touchpoints {
		t := &x.file.Touchpoints[i]
		if !x.within(t.On, 90) {
			continue
		}
		for _, who := range t.StakeholderIDs {
			if who == id {
				return true
			}
		}
	}
	return false
}

// answersInTime looks at the messages of the last 90 days that are owed an
// answer, and at older ones still open.
func (x *standing) answersInTime() bool {
	for i := range x.file.Touchpoints {
		t := &x.file.Touchpoints[i]
		due := owedBy(t)
		if due == 0 || t.On > x.on {
			continue
		}
		replied := x.isReplied(t)
		if !x.within(t.On, 90) && replied {
			continue
		}
		if due < x.on && (!replied || t.RepliedOn > due) || (replied && t.RepliedOn > due) {
			return false
		}
	}
	return true
}
