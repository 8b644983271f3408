package success

// BrokenStep is a step of integrating or tending that does not hold. Check is named
// as in PrinciplesFigure, with its principle: "success.plan_signed".
type BrokenStep struct {
	Phase string `json:"phase"`
	Check string `json:"check"`
}

// EarliestBroken returns the first step along our road that does not hold for an
// account on a day, false where all do. Saving comes too late, so that an account in
// danger is mended where it broke first (domain, section 4). Steps of tending are not
// asked for while the client is new, and nothing is asked of one that has left.
func EarliestBroken(f *File, s *Settings, on Date) (BrokenStep, bool) {
	x := newStanding(f, s, on)
	p := PrinciplesFigure{
		Success: x.successChecks(), Behavior: x.behaviorChecks(), Bonding: x.bondingChecks(),
		Learning: x.learningChecks(), Velocity: x.velocityChecks(), Coverage: x.coverageChecks(),
	}
	return x.earliestBroken(&p)
}

// stepOfRoad is a check at its place along our road.
type stepOfRoad struct {
	check string
	holds bool
}

func (x *standing) earliestBroken(p *PrinciplesFigure) (BrokenStep, bool) {
	if x.cancelled {
		return BrokenStep{}, false
	}
	// First value that came late has come: nobody can mend that any more.
	arrived := x.velocity.FirstValueOn != 0 || !x.velocity.FirstValueOverdue
	integrating := []stepOfRoad{
		{"success.plan_has_outcome", p.Success.PlanHasOutcome},
		{"success.outcomes_quoted", p.Success.OutcomesQuoted},
		{"success.outcomes_have_client_measure", p.Success.OutcomesHaveClientMeasure},
		{"success.measures_have_baseline_and_target", p.Success.MeasuresHaveBaselineAndTarget},
		{"behavior.outcomes_have_change", p.Behavior.OutcomesHaveChange},
		{"success.plan_signed", p.Success.PlanSigned},
		{"velocity.first_value_in_time", arrived},
	}
	for _, s := range integrating {
		if !s.holds {
			return BrokenStep{PhaseIntegrating, s.check}, true
		}
	}
	if x.velocity.FirstValueOn == 0 {
		return BrokenStep{}, false
	}
	tending := []stepOfRoad{
		{"success.readings_fresh", p.Success.ReadingsFresh},
		{"coverage.messages_answered_in_time", p.Coverage.MessagesAnsweredInTime},
		{"learning.question_asked", p.Learning.QuestionAsked},
		{"learning.no_question_left_open", p.Learning.NoQuestionLeftOpen},
		{"behavior.none_stuck", p.Behavior.NoneStuck},
		{"behavior.half_at_habit", p.Behavior.HalfAtHabit},
		{"bonding.bonded_share_half", p.Bonding.BondedShareHalf},
		{"coverage.champion_not_left", p.Coverage.ChampionNotLeft},
		{"success.outcomes_validated", p.Success.OutcomesValidated},
		{"velocity.not_silent", p.Velocity.NotSilent},
		{"velocity.verdict_expanding_or_deepening", p.Velocity.VerdictExpandingOrDeepening},
	}
	for _, s := range tending {
		if !s.holds {
			return BrokenStep{PhaseTending, s.check}, true
		}
	}
	return BrokenStep{}, false
}
