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

// RoadsFigure is where an account stands on the two roads, as derived from its
// records. Mismatches names what does not go together, in plain words.
type RoadsFigure struct {
	Client     string   `json:"client_phase"`
	Provider   string   `json:"provider_phase"`
	Mismatches []string `json:"mismatches"`
}

// Roads derives an account's phases on a day.
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

// mismatches names where we and the client are not on the same stretch.
func (x *standing) mismatches(r *RoadsFigure) {
	add := func(text string) { r.Mismatches = append(r.Mismatches, text) }
	if x.velocity.FirstValueOn == 0 && r.Client != PhaseCancelled {
		for i := range x.file.Touchpoints {
			t := &x.file.Touchpoints[i]
			if x.within(t.On, 90) && (t.TouchKind == "commercial" || t.TouchKind == "upgrade") {
				add("selling before first value")
				break
			}
		}
	}
	if r.Client == PhaseNew && x.velocity.FirstValueOverdue {
		add("new for longer than the target")
	}
	if r.Provider == PhaseHarvesting && x.velocity.Verdict == Static {
		add("harvesting a static account")
	}
}
