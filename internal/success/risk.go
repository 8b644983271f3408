package success

import (
	"cmp"
	"slices"
)

// RiskLevel is how much evidence speaks against an account.
type RiskLevel string

// The levels of risk; empty (null in JSON) for a cancelled account.
const (
	RiskOnTrack  RiskLevel = "on track"
	RiskWatch    RiskLevel = "watch"
	RiskAtRisk   RiskLevel = "at risk"
	RiskCritical RiskLevel = "critical"
	RiskUnknown  RiskLevel = "not yet known"
)

// MarshalJSON writes the level, or null for none.
func (r RiskLevel) MarshalJSON() ([]byte, error) {
	if r == "" {
		return []byte("null"), nil
	}
	return []byte(`"` + string(r) + `"`), nil
}

// FlagName names a sign that something is wrong.
type FlagName string

// The flags.
const (
	FlagNoOutcome         FlagName = "no_outcome"
	FlagFirstValueOverdue FlagName = "first_value_overdue"
	FlagShrinking         FlagName = "shrinking"
	FlagStatic            FlagName = "static"
	FlagReadingsStale     FlagName = "readings_stale"
	FlagProofStale        FlagName = "proof_stale"
	FlagDefinitionStale   FlagName = "definition_stale"
	FlagChampionLeft      FlagName = "champion_left"
	FlagSingleThreaded    FlagName = "single_threaded"
	FlagUnanswered        FlagName = "unanswered_message"
	FlagLeaving           FlagName = "leaving_unanswered"
	FlagNegativeAction    FlagName = "negative_action"
	FlagRenewalUnsigned   FlagName = "renewal_unsigned"
	FlagRenewalNoStory    FlagName = "renewal_no_story"
	FlagTermEnded         FlagName = "term_ended_no_result"
)

// Flag is one sign, with the day it dates from and the record that shows it.
type Flag struct {
	Name     FlagName `json:"flag"`
	Severity int      `json:"severity"`
	On       Date     `json:"on"`
	Record   Link     `json:"record"`
}

// RiskFigure is the evidence against an account on a day: flags in order of
// name, the sum of their severities and the level it makes.
type RiskFigure struct {
	Account ID        `json:"account"`
	On      Date      `json:"on"`
	Flags   []Flag    `json:"flags"`
	Sum     int       `json:"sum"`
	Risk    RiskLevel `json:"risk"`
}

// Risk gathers the evidence against an account on a day.
func Risk(f *File, s *Settings, on Date) RiskFigure { return newStanding(f, s, on).risk() }

func (x *standing) risk() RiskFigure {
	r := RiskFigure{Account: x.file.Account.ID, On: x.on, Flags: []Flag{}}
	switch {
	case x.cancelled:
		return r
	case x.velocity.Verdict == NotYetKnown:
		r.Risk = RiskUnknown
		return r
	}
	r.Flags = x.flags()
	for _, f := range r.Flags {
		r.Sum += f.Severity
	}
	switch {
	case r.Sum >= 5:
		r.Risk = RiskCritical
	case r.Sum >= 3:
		r.Risk = RiskAtRisk
	case r.Sum >= 1:
		r.Risk = RiskWatch
	default:
		r.Risk = RiskOnTrack
	}
	return r
}

func severity(name FlagName) int {
	switch name {
	case FlagLeaving:
		return 5
	case FlagFirstValueOverdue, FlagShrinking, FlagChampionLeft, FlagNegativeAction,
		FlagRenewalUnsigned, FlagRenewalNoStory, FlagTermEnded:
		return 2
	}
	return 1
}

// flagger collects flags, each once with its oldest record.
type flagger struct{ flags []Flag }

func (g *flagger) raise(name FlagName, on Date, kind Kind, id ID) {
	at := slices.IndexFunc(g.flags, func(f Flag) bool { return f.Name == name })
	flag := Flag{Name: name, Severity: severity(name), On: on, Record: Link{Kind: kind, ID: id}}
	switch {
	case at < 0:
		g.flags = append(g.flags, flag)
	case on < g.flags[at].On:
		g.flags[at] = flag
	}
}

func (x *standing) flags() []Flag {
	g := &flagger{flags: []Flag{}}
	x.flagPlan(g)
	x.flagValue(g)
	x.flagPeople(g)
	x.flagMessages(g)
	x.flagTerms(g)
	slices.SortFunc(g.flags, func(a, b Flag) int { return cmp.Compare(a.Name, b.Name) })
	return g.flags
}

func (x *standing) flagPlan(g *flagger) {
	if len(x.outcomes) == 0 {
		if x.plan != nil {
			g.raise(FlagNoOutcome, x.on, "success_plan", x.plan.ID)
		} else {
			g.raise(FlagNoOutcome, x.on, "account", x.file.Account.ID)
		}
	}
	for _, o := range x.outcomes {
		if !x.isValidated(o) {
			g.raise(FlagDefinitionStale, max(o.ValidatedOn, o.SaidOn), "outcome", o.ID)
		}
	}
	for _, m := range x.measures {
		if now := x.measureNow[m.ID]; now.State == Stale {
			g.raise(FlagReadingsStale, now.NowOn, "measure", m.ID)
		}
	}
}

func (x *standing) flagValue(g *flagger) {
	account := x.file.Account.ID
	if x.velocity.FirstValueOverdue {
		due := x.file.Account.StartDate.AddDays(firstValueTarget(&x.file.Account))
		g.raise(FlagFirstValueOverdue, due, "account", account)
	}
	switch x.velocity.Verdict {
	case Shrinking:
		g.raise(FlagShrinking, x.velocity.Since, "account", account)
	case Static:
		g.raise(FlagStatic, x.velocity.Since, "account", account)
	}
	for i := range x.stairs {
		st := &x.stairs[i]
		written := !slices.ContainsFunc(st.steps, func(s step) bool { return s.proved && s.fromReading && s.on <= x.on })
		if written && st.isStale(x.on) {
			g.raise(FlagProofStale, st.proofOn(), "benefit", st.benefit.ID)
		}
	}
}

func (x *standing) flagPeople(g *flagger) {
	if x.championLeft() {
		for i := range x.file.Stakeholders {
			if s := &x.file.Stakeholders[i]; s.Role == "champion" {
				g.raise(FlagChampionLeft, s.LeftOn, "stakeholder", s.ID)
			}
		}
	}
	if len(x.active()) < 2 {
		g.raise(FlagSingleThreaded, x.on, "account", x.file.Account.ID)
	}
	for i := range x.file.Actions {
		if a := &x.file.Actions[i]; x.within(a.On, 90) && !isPositive(a) && !x.isExcused(a) {
			g.raise(FlagNegativeAction, a.On, "customer_action", a.ID)
		}
	}
}

// isPositive reports whether an action speaks for us; where nobody said so, the
// action itself decides.
func isPositive(a *CustomerAction) bool {
	if a.Positive != nil {
		return *a.Positive
	}
	switch a.Action {
	case "try", "buy", "upgrade", "refer":
		return true
	}
	return false
}

// isExcused reports whether an action is the negotiating that comes before any
// decision.
func (x *standing) isExcused(a *CustomerAction) bool {
	return a.Action == "negotiate" && slices.ContainsFunc(x.open, func(t *Term) bool {
		days := DecisionDate(t).Sub(a.On)
		return days >= 0 && days <= 90
	})
}

func (x *standing) flagMessages(g *flagger) {
	for i := range x.file.Touchpoints {
		t := &x.file.Touchpoints[i]
		if t.On > x.on || x.isReplied(t) {
			continue
		}
		if due := owedBy(t); due != 0 && due < x.on {
			g.raise(FlagUnanswered, due, "touchpoint", t.ID)
		}
		if t.Leaving && t.Direction == "in" && x.on.Sub(t.On) >= 1 {
			g.raise(FlagLeaving, t.On, "touchpoint", t.ID)
		}
	}
}

func (x *standing) flagTerms(g *flagger) {
	for _, t := range x.open {
		left := DecisionDate(t).Sub(x.on)
		if left <= 90 && !x.hasSignoff(t) {
			g.raise(FlagRenewalUnsigned, DecisionDate(t), "term", t.ID)
		}
		hasStory := slices.ContainsFunc(x.file.Stories, func(s Story) bool { return s.TermID == t.ID })
		if left <= 60 && !hasStory {
			g.raise(FlagRenewalNoStory, DecisionDate(t), "term", t.ID)
		}
		if t.End <= x.on {
			g.raise(FlagTermEnded, t.End, "term", t.ID)
		}
	}
}

// hasSignoff reports whether any version of any plan of a term, or of none, has
// been agreed.
func (x *standing) hasSignoff(t *Term) bool {
	return slices.ContainsFunc(x.file.Signoffs, func(s PlanSignoff) bool {
		p := find(x.file.Plans, s.PlanID)
		return p != nil && s.SignedOn <= x.on && (p.TermID == t.ID || p.TermID == "")
	})
}
