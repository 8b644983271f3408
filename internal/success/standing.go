package success

import (
	"slices"
	"strings"
)

// standing is what checks, flags and phases look at: one account on one day.
type standing struct {
	*ledger
	on         Date
	plan       *SuccessPlan // the plan that counts, or nil
	outcomes   []*Outcome   // of the plan, without dropped ones
	measures   []*Measure   // of these outcomes
	changes    []*BehaviorChange
	open       []*Term // open current terms
	renewal    *Term   // the open current term that is decided first, or nil
	cancelled  bool
	velocity   VelocityFigure
	measureNow map[ID]MeasureFigure
}

func newStanding(f *File, s *Settings, on Date) *standing {
	l := newLedger(f, s)
	x := &standing{ledger: l, on: on, velocity: l.velocity(on), measureNow: map[ID]MeasureFigure{}}
	f = l.file
	x.plan = planOn(f, on)
	if x.plan != nil {
		x.addPlan(f)
	}
	x.open = openTerms(f, on)
	if t, ok := RenewalTerm(f, on); ok {
		x.renewal = t
	}
	x.cancelled = isCancelled(f, on)
	for _, m := range placedMeasures(f, on) {
		x.measureNow[m.Measure] = m
	}
	return x
}

func (x *standing) addPlan(f *File) {
	of := map[ID]bool{}
	for i := range f.Outcomes {
		if o := &f.Outcomes[i]; o.PlanID == x.plan.ID && o.Status != "dropped" {
			x.outcomes = append(x.outcomes, o)
			of[o.ID] = true
		}
	}
	for i := range f.Measures {
		if of[f.Measures[i].OutcomeID] {
			x.measures = append(x.measures, &f.Measures[i])
		}
	}
	for i := range f.BehaviorChanges {
		if of[f.BehaviorChanges[i].OutcomeID] {
			x.changes = append(x.changes, &f.BehaviorChanges[i])
		}
	}
}

// PlanOn returns the plan that counts on a day: the last made that is not
// closed, of a current term where there is one. False where there is none.
func PlanOn(f *File, on Date) (*SuccessPlan, bool) {
	p := planOn(f.settled(), on)
	return p, p != nil
}

func planOn(f *File, on Date) *SuccessPlan {
	current := CurrentTerms(f, on)
	var any, best *SuccessPlan
	for i := range f.Plans {
		p := &f.Plans[i]
		if p.Status == "closed" {
			continue
		}
		any = p
		if slices.ContainsFunc(current, func(t *Term) bool { return t.ID == p.TermID }) {
			best = p
		}
	}
	if best != nil {
		return best
	}
	return any
}

// IsPlanSigned reports whether a plan has been agreed at its present version,
// up to a day.
func IsPlanSigned(f *File, plan ID, on Date) bool {
	f = f.settled()
	if !slices.ContainsFunc(f.Signoffs, func(s PlanSignoff) bool { return s.PlanID == plan && s.SignedOn <= on }) {
		return false
	}
	version := PlanVersion(f, plan)
	return slices.ContainsFunc(f.Signoffs, func(s PlanSignoff) bool {
		return s.PlanID == plan && s.Version == version && s.SignedOn <= on
	})
}

func isActive(s *Stakeholder, on Date) bool { return s.LeftOn == 0 || s.LeftOn > on }

func (x *standing) isActiveID(id ID) bool {
	s := find(x.file.Stakeholders, id)
	return s != nil && isActive(s, x.on)
}

// active returns the people who are there.
func (x *standing) active() []*Stakeholder {
	var out []*Stakeholder
	for i := range x.file.Stakeholders {
		if s := &x.file.Stakeholders[i]; isActive(s, x.on) {
			out = append(out, s)
		}
	}
	return out
}

// championLeft reports whether there was a champion and none is there.
func (x *standing) championLeft() bool {
	had := false
	for i := range x.file.Stakeholders {
		if s := &x.file.Stakeholders[i]; s.Role == "champion" {
			if isActive(s, x.on) {
				return false
			}
			had = true
		}
	}
	return had
}

// isValidated reports whether somebody who is still there stood by an outcome
// in the last 180 days: by validating it, or with their own words.
func (x *standing) isValidated(o *Outcome) bool {
	last := x.stoodBy(o)
	return last != 0 && x.on.Sub(last) <= standsByDays
}

// stoodBy is the last day on which somebody who is still there stood by an
// outcome; 0 where nobody did.
func (x *standing) stoodBy(o *Outcome) Date {
	var last Date
	for _, v := range []struct {
		on Date
		by ID
	}{{o.ValidatedOn, o.ValidatedBy}, {o.SaidOn, o.QuotedStakeholderID}} {
		if v.on != 0 && v.on <= x.on && x.isActiveID(v.by) {
			last = max(last, v.on)
		}
	}
	return last
}

// atHabit reports whether a change has stuck. One whose stage is dated later has not yet.
func (x *standing) atHabit(b *BehaviorChange) bool {
	return (b.Stage == "habit" || b.Stage == "embedded") && b.StageOn <= x.on
}

// owedBy is the day by which a message is owed an answer; none where it is not.
func owedBy(t *Touchpoint) Date {
	const supportDays = 7
	switch {
	case t.Direction != "in":
		return 0
	case t.NeedsReplyBy != 0:
		return t.NeedsReplyBy
	case t.TouchKind == "support":
		return t.On.AddDays(supportDays)
	}
	return 0
}

func (x *standing) isReplied(t *Touchpoint) bool { return t.RepliedOn != 0 && t.RepliedOn <= x.on }

// within reports whether a day lies in the last n days.
func (x *standing) within(d Date, n int) bool { return d != 0 && d <= x.on && x.on.Sub(d) <= n }

func isFilled(text string) bool { return strings.TrimSpace(text) != "" }

// bonded returns the bonded share of proved felt value: low takes benefits
// without a behavior change as unbonded, high as bonded. Both are 0 where
// nothing is felt.
func (x *standing) bonded() (low, high float64) {
	var all, sure, unknown float64
	for i := range x.stairs {
		st := &x.stairs[i]
		felt := st.proved.perceived(x.on, x.on, x.settings.HalfLife())
		all += felt
		change := find(x.file.BehaviorChanges, st.benefit.BehaviorChangeID)
		switch {
		case change == nil:
			unknown += felt
		case x.atHabit(change):
			sure += felt
		}
	}
	if all <= 0 {
		return 0, 0
	}
	return sure / all, (sure + unknown) / all
}
