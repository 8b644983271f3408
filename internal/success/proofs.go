package success

import "slices"

// ClaimState says how far the records behind a claim carry it.
type ClaimState string

// The states of a claim, in the order in which they are tried.
const (
	ClaimUnproved ClaimState = "unproved" // no live record behind it
	ClaimStale    ClaimState = "stale"    // a stale measure or stale proof behind it
	ClaimProved   ClaimState = "proved"
	ClaimClaimed  ClaimState = "claimed"
)

// Proofs judges what records prove on a day. It is made once for a file and
// asked about many claims, also about ones that are not records yet.
type Proofs struct {
	ledger   *ledger
	on       Date
	backed   map[ID]bool
	measures map[ID]MeasureState
}

// NewProofs prepares a file for judging claims on a day.
func NewProofs(f *File, s *Settings, on Date) *Proofs {
	p := &Proofs{ledger: newLedger(f, s), on: on, measures: map[ID]MeasureState{}}
	p.backed = backedRecords(p.ledger.file)
	for _, m := range measureFigures(p.ledger.file, on) {
		p.measures[m.Measure] = m.State
	}
	return p
}

// State says how far proof carries a claim. Links to records that are not in
// the file, or are in the bin, count as none.
func (p *Proofs) State(proof []Link) ClaimState {
	live, proved := false, false
	for _, link := range proof {
		if !p.isLive(link) {
			continue
		}
		live = true
		if p.isStale(link) {
			return ClaimStale
		}
		proved = proved || p.proves(link)
	}
	switch {
	case !live:
		return ClaimUnproved
	case proved:
		return ClaimProved
	}
	return ClaimClaimed
}

// Mark says what proof brings since a day: new, grown, old news, or nothing
// where it points at no benefit with a step.
func (p *Proofs) Mark(proof []Link, since Date) Mark {
	return p.ledger.mark(p.ledger.pointsAt(proof, make([]bool, len(p.ledger.stairs))), since, p.on)
}

// Novelty is the share (0..1) of news after a day over the proved benefits that
// the proofs of a whole story point at; no day means a first story.
func (p *Proofs) Novelty(proofs [][]Link, since Date) float64 {
	told := make([]bool, len(p.ledger.stairs))
	for _, proof := range proofs {
		p.ledger.pointsAt(proof, told)
	}
	return p.ledger.novelty(told, since, p.on)
}

func (p *Proofs) isLive(link Link) bool {
	f := p.ledger.file
	switch link.Kind {
	case "account":
		return link.ID == f.Account.ID
	case "benefit":
		return find(f.Benefits, link.ID) != nil
	case "benefit_step":
		return find(f.Steps, link.ID) != nil
	case "measure":
		return find(f.Measures, link.ID) != nil
	case "reading":
		return find(f.Readings, link.ID) != nil
	case "outcome":
		return find(f.Outcomes, link.ID) != nil
	case "behavior_change":
		return find(f.BehaviorChanges, link.ID) != nil
	case "milestone":
		return find(f.Milestones, link.ID) != nil
	case "evidence":
		return find(f.Evidence, link.ID) != nil
	}
	return p.isLiveOther(link)
}

func (p *Proofs) isLiveOther(link Link) bool {
	f := p.ledger.file
	switch link.Kind {
	case "success_plan":
		return find(f.Plans, link.ID) != nil
	case "plan_signoff":
		return find(f.Signoffs, link.ID) != nil
	case "touchpoint":
		return find(f.Touchpoints, link.ID) != nil
	case "question":
		return find(f.Questions, link.ID) != nil
	case "insight":
		return find(f.Insights, link.ID) != nil
	case "customer_action":
		return find(f.Actions, link.ID) != nil
	case "stakeholder":
		return find(f.Stakeholders, link.ID) != nil
	case "term":
		return find(f.Terms, link.ID) != nil
	case "renewal":
		return find(f.Renewals, link.ID) != nil
	case "story":
		return find(f.Stories, link.ID) != nil
	case "claim":
		return find(f.Claims, link.ID) != nil
	}
	return false
}

// isStale reports whether a stale measure stands behind a link, or a benefit in
// force whose newest proof is older than 365 days.
func (p *Proofs) isStale(link Link) bool {
	f := p.ledger.file
	switch link.Kind {
	case "measure":
		return p.measures[link.ID] == Stale
	case "reading":
		r := find(f.Readings, link.ID)
		return p.measures[r.MeasureID] == Stale
	case "evidence":
		e := find(f.Evidence, link.ID)
		return e.Subject.Kind != "evidence" && p.isLive(e.Subject) && p.isStale(e.Subject)
	case "benefit_step":
		return p.benefitStale(find(f.Steps, link.ID).BenefitID)
	case "benefit":
		return p.benefitStale(link.ID)
	}
	return false
}

func (p *Proofs) benefitStale(id ID) bool {
	for i := range p.ledger.stairs {
		if st := &p.ledger.stairs[i]; st.benefit.ID == id {
			m := st.benefit.MeasureID
			return st.isStale(p.on) || (m != "" && p.measures[m] == Stale)
		}
	}
	return false
}

// proves reports whether a record is proof by itself: a proved step or reading,
// evidence that is not our own note, a milestone done, or a benefit or measure
// that has such.
func (p *Proofs) proves(link Link) bool {
	f := p.ledger.file
	switch link.Kind {
	case "benefit_step":
		s := find(f.Steps, link.ID)
		return s.On <= p.on && isProof(s.Confirmation)
	case "reading":
		return p.isProved(find(f.Readings, link.ID))
	case "evidence":
		return isEvidence(find(f.Evidence, link.ID))
	case "milestone":
		m := find(f.Milestones, link.ID)
		return m.DoneOn != 0 && m.DoneOn <= p.on
	case "benefit":
		return slices.ContainsFunc(p.ledger.stairs, func(st stair) bool {
			_, begun := st.proved.at(p.on)
			return begun && st.benefit.ID == link.ID
		})
	case "measure":
		return slices.ContainsFunc(f.Readings, func(r Reading) bool { return r.MeasureID == link.ID && p.isProved(&r) })
	}
	return false
}

func (p *Proofs) isProved(r *Reading) bool {
	return r.On <= p.on && isProof(confirmationOf(r.ConfirmedBy, p.backed[r.ID]))
}
