package success

// The client's phases and, beside them, ours.
const (
	PhaseNew         = "new"
	PhaseGrowing     = "growing"
	PhaseRenewal     = "renewal"
	PhaseCancelled   = "cancelled"
	PhaseIntegrating = "integrating"
	PhaseTending     = "tending"
	PhaseHarvesting  = "harvesting"
	PhaseSaving      = "saving"
)

// RoadsFigure is where an account stands on the two roads: the phases derived from
// its records, and those the CSM set instead, nil where nobody did. Mismatches names
// what does not go together in the phases that hold, in plain words.
type RoadsFigure struct {
	Client            string      `json:"client_phase"`
	Provider          string      `json:"provider_phase"`
	ClientOverruled   *Overruling `json:"client_overruled,omitempty"`
	ProviderOverruled *Overruling `json:"provider_overruled,omitempty"`
	Mismatches        []string    `json:"mismatches"`
}

// Overruling is a phase that the CSM set instead of the derived one, with the
// reason and the day it holds from; the day may be missing.
type Overruling struct {
	Phase  string `json:"phase"`
	Reason string `json:"reason"`
	On     Date   `json:"on"`
}

// Held returns the phase that holds: the one set by hand, else the derived one.
func (o *Overruling) Held(derived string) string {
	if o == nil {
		return derived
	}
	return o.Phase
}

// Overruled returns what the CSM set instead of the derived phases on a day, nil
// where nothing is set or not yet. An account that has left is cancelled whatever
// somebody set before: that is no judgement.
func Overruled(a *Account, derivedClient string, on Date) (client, provider *Overruling) {
	if derivedClient == PhaseCancelled {
		return nil, nil
	}
	if a.OverruledClientPhase != "" && a.OverruledClientOn <= on {
		client = &Overruling{Phase: a.OverruledClientPhase, Reason: a.OverruledClientReason, On: a.OverruledClientOn}
	}
	if a.OverruledProviderPhase != "" && a.OverruledProviderOn <= on {
		provider = &Overruling{Phase: a.OverruledProviderPhase, Reason: a.OverruledProviderReason, On: a.OverruledProviderOn}
	}
	return client, provider
}

// Roads derives an account's phases on a day, and what was set instead.
func Roads(f *File, s *Settings, on Date) RoadsFigure {
	x := newStanding(f, s, on)
	r := RoadsFigure{Client: x.clientPhase(), Mismatches: []string{}}
	r.Provider = x.providerPhase(r.Client, x.risk().Risk)
	x.mismatches(&r)
	return r
}

func (x *standing) clientPhase() string {
	if x.cancelled {
		return PhaseCancelled
	}
	for _, t := range x.open {
		if DecisionDate(t).Sub(x.on) <= 90 {
			return PhaseRenewal
		}
	}
	if x.velocity.FirstValueOn != 0 {
		return PhaseGrowing
	}
	return PhaseNew
}

func (x *standing) providerPhase(client string, risk RiskLevel) string {
	switch {
	case client == PhaseCancelled:
		return PhaseSaving
	case client == PhaseNew:
		return PhaseIntegrating
	case risk == RiskCritical:
		return PhaseSaving
	case client == PhaseRenewal:
		return PhaseHarvesting
	case x.velocity.Verdict == Expanding && (risk == RiskOnTrack || risk == RiskWatch) && x.isSigned():
		return PhaseHarvesting
	}
	return PhaseTending
}

func (x *standing) isSigned() bool { return x.plan != nil && IsPlanSigned(x.file, x.plan.ID, x.on) }

// mismatches names where we and the client are not on the same stretch, in the
// phases that hold, and fills in which of them were set by hand.
func (x *standing) mismatches(r *RoadsFigure) {
	r.ClientOverruled, r.ProviderOverruled = Overruled(&x.file.Account, r.Client, x.on)
	client, provider := r.ClientOverruled.Held(r.Client), r.ProviderOverruled.Held(r.Provider)
	add := func(text string) { r.Mismatches = append(r.Mismatches, text) }
	if x.velocity.FirstValueOn == 0 && client != PhaseCancelled {
		for i := range x.file.Touchpoints {
			t := &x.file.Touchpoints[i]
			if x.within(t.On, 90) && (t.TouchKind == "commercial" || t.TouchKind == "upgrade") {
				add("selling before first value")
				break
			}
		}
	}
	if client == PhaseNew && x.velocity.FirstValueOverdue {
		add("new for longer than the target")
	}
	if provider == PhaseHarvesting && x.velocity.Verdict == Static {
		add("harvesting a static account")
	}
}
