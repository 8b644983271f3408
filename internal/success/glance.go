package success

import "cmp"

// Glance is what a list says of one account on a day: enough to sort, filter and
// group by without reading its records again.
type Glance struct {
	Standing   AccountStanding
	Flags      []Flag // in order of name
	Severity   int    // sum of theirs
	Roads      RoadsFigure
	Principles PrinciplesFigure
	// Price is what the walk-away price is made of; nil where the account has none.
	Price   *PriceParts
	Tending Tending
	Todos   []Todo // in order of urgency, what was set aside among them
	// Broken is the first step along our road that does not hold; nil where all do.
	Broken  *BrokenStep
	Replies RepliesFigure
	// Ready is how ready the account's renewal is; nil where none is open.
	Ready *RenewalFigure

	ledger *ledger
}

// Level returns the value level of a day, none after that of the glance, proved and
// with claims: that of TimelineOf, from what was added up already.
func (g *Glance) Level(on Date) (proved, claimed float64) {
	return g.ledger.level(on, true), g.ledger.level(on, false)
}

// LookAt works out an account's glance on a day, against an offer.
func LookAt(f *File, s *Settings, on Date, offer Offer) Glance {
	x := newStanding(f, s, on)
	risk := x.risk()
	g := Glance{
		Standing: x.stand(risk, offer), Flags: risk.Flags, Severity: risk.Sum, Principles: x.principles(),
		ledger: x.ledger,
	}
	g.Roads = RoadsFigure{Client: g.Standing.ClientPhase, Provider: g.Standing.ProviderPhase, Mismatches: []string{}}
	x.mismatches(&g.Roads)
	g.Replies = Replies(x.file, on)
	if step, broken := x.earliestBroken(&g.Principles); broken {
		g.Broken = &step
	}
	if bonded := g.Standing.BondedShare; bonded != nil {
		own := newExchange(s, x.currency)
		g.Price = &PriceParts{
			Felt: x.velocity.Proved.Perceived, Bonded: *bonded, Switching: x.switchingCost(own, g.Standing.ARR), Rate: g.Standing.rate,
		}
	}
	g.Tending = x.tending(&g)
	g.Todos = x.todos()
	if x.renewal != nil && !x.cancelled {
		ready := x.renewalFigure(x.renewal, risk)
		g.Ready = &ready
	}
	return g
}

// The groups of the standing order, in order.
const (
	TendNew       = 1 // new, its target day for first value near or past
	TendSilent    = 2 // silent for 120 to 300 days, its decision still ahead
	TendRest      = 3 // by risk
	TendCritical  = 4 // kept apart: saving comes too late to be the first hour's work
	TendCancelled = 5
)

// Tending is an account's place in the standing order ("no saving the soup"):
// first where tending still helps, the critical ones in a group of their own.
// Within a group a lower By comes first.
type Tending struct {
	Group int `json:"group"`
	By    int `json:"by"`
}

// Compare orders two places; equal ones stand by decision date and name.
func (t Tending) Compare(o Tending) int {
	return cmp.Or(cmp.Compare(t.Group, o.Group), cmp.Compare(t.By, o.By))
}

// nearTarget is from how many days before it on a target day is near.
const nearTarget = 30

// longestHelped is the silence, in days, after which news alone no longer helps.
const longestHelped = 300

func (x *standing) tending(g *Glance) Tending {
	switch {
	case x.cancelled:
		return Tending{Group: TendCancelled}
	case g.Standing.Risk == RiskCritical:
		return Tending{Group: TendCritical, By: -g.Severity}
	}
	account := &x.file.Account
	if g.Roads.ClientOverruled.Held(g.Roads.Client) == PhaseNew && account.StartDate != 0 {
		if left := account.StartDate.AddDays(firstValueTarget(account)).Sub(x.on); left <= nearTarget {
			return Tending{Group: TendNew, By: left}
		}
	}
	silence := x.velocity.SilenceDays
	ahead := x.renewal != nil && DecisionDate(x.renewal) >= x.on
	if silence != nil && *silence >= silentDays && *silence <= longestHelped && ahead {
		return Tending{Group: TendSilent, By: -*silence}
	}
	by := -g.Severity
	if g.Standing.Risk == RiskUnknown {
		by = 1 // nothing speaks against what is not known
	}
	return Tending{Group: TendRest, By: by}
}

// Tally says how many of some checks hold.
type Tally struct {
	Holds, Of int
}

// add counts one check.
func (t *Tally) add(holds bool) {
	t.Of++
	if holds {
		t.Holds++
	}
}

func tallyOf(checks ...bool) Tally {
	var t Tally
	for _, holds := range checks {
		t.add(holds)
	}
	return t
}

// Tallies counts the checks of success, behavior, bonding, learning and velocity,
// and those of coverage beside them.
func (p *PrinciplesFigure) Tallies() [6]Tally {
	s, b, o, l, v, c := &p.Success, &p.Behavior, &p.Bonding, &p.Learning, &p.Velocity, &p.Coverage
	return [6]Tally{
		tallyOf(s.PlanHasOutcome, s.OutcomesQuoted, s.OutcomesHaveClientMeasure, s.MeasuresHaveBaselineAndTarget,
			s.ReadingsFresh, s.OutcomesValidated, s.PlanSigned, s.MeasuresAreTheirs),
		tallyOf(b.OutcomesHaveChange, b.ChangesSayWhy, b.ChangesNameWhoAndHowMany, b.HalfAtHabit, b.NoneStuck, b.NotAllTraining),
		tallyOf(o.OutcomesHaveJobAndLink, o.EconomicsKnown, o.ChangesAreHelped, o.BondedShareHalf),
		tallyOf(l.QuestionAsked, l.AsksAsMuchAsTeaches, l.NoQuestionLeftOpen, l.InsightShared),
		tallyOf(v.FirstValueInTime, v.VerdictExpandingOrDeepening, v.NotSilent, v.StoryNotOldNews),
		tallyOf(c.ThreeActiveStakeholders, c.TwoLevels, c.EconomicBuyerMet, c.ChampionNotLeft, c.MessagesAnsweredInTime),
	}
}
