package success

import (
	"cmp"
	"slices"
)

// The calls that a CSM makes at a gate.
const (
	CallOnTrack = "on track"
	CallAtRisk  = "at risk"
	CallMonitor = "monitor"
)

// How a call differs from the signal; empty where it does not. Such a difference is
// kept and shown: the CSM may know what no record says, and the records may show
// what nobody wanted to see.
const (
	DisagreesHopeful Word = "hopeful" // called on track, and the records say at risk
	DisagreesWorried Word = "worried" // called at risk, and nothing recorded says so
)

// Disagreement says how a call differs from a signal. "Watch" speaks against
// neither call, and where nothing is known there is nothing to differ from.
func Disagreement(call string, signal RiskLevel) Word {
	switch {
	case call == CallOnTrack && (signal == RiskAtRisk || signal == RiskCritical):
		return DisagreesHopeful
	case call == CallAtRisk && signal == RiskOnTrack:
		return DisagreesWorried
	}
	return ""
}

// SignalReason is one reason for a signal: a flag by its name with its severity, a
// verdict by its word, or ("readiness") how many lines that were due are done.
type SignalReason struct {
	Kind     string    `json:"kind"` // flag, verdict, readiness
	Name     string    `json:"name"`
	Severity int       `json:"severity"`
	Count    int       `json:"count"`
	Of       int       `json:"of"`
	Record   Link      `json:"record"`
	Level    RiskLevel `json:"level"` // what the reason alone would make of it
}

// Signal is what the records say of a renewal, beside the CSM's call.
type Signal struct {
	Level   RiskLevel      `json:"level"`
	Reasons []SignalReason `json:"reasons"`
}

// halfReadyDays is from how many days before the decision on a renewal that is less
// than half ready is at risk.
const halfReadyDays = 60

// signal is the worst of three: the risk by evidence, the verdict (a shrinking
// client, or one without value at its decision, is at risk), and readiness
// (something due that is missing is to be watched; less than half of it within 60
// days of the decision is a risk). Where nothing is known, it says that.
func (x *standing) signal(risk RiskFigure, r *RenewalFigure) Signal {
	out := Signal{Level: risk.Risk, Reasons: []SignalReason{}}
	if risk.Risk == RiskUnknown || risk.Risk == "" {
		return out
	}
	flags := slices.Clone(risk.Flags)
	slices.SortStableFunc(flags, func(a, b Flag) int { return cmp.Compare(b.Severity, a.Severity) })
	for _, f := range flags {
		if f.Name == FlagShrinking || f.Name == FlagStatic {
			continue // the verdict says it
		}
		out.Reasons = append(out.Reasons, SignalReason{
			Kind: "flag", Name: string(f.Name), Severity: f.Severity, Record: f.Record, Level: risk.Risk,
		})
	}
	out.raise(x.verdictReason(r))
	if r.Holds < r.Of {
		level := RiskWatch
		if r.Days <= halfReadyDays && 2*r.Holds < r.Of {
			level = RiskAtRisk
		}
		out.raise(SignalReason{Kind: "readiness", Count: r.Holds, Of: r.Of, Level: level, Record: Link{"term", r.Term}})
	}
	return out
}

// verdictReason is what the verdict says of the decision; its Level is empty where
// it says nothing against it.
func (x *standing) verdictReason(r *RenewalFigure) SignalReason {
	reason := SignalReason{Kind: "verdict", Name: string(x.velocity.Verdict), Record: Link{"account", x.file.Account.ID}}
	switch {
	case x.velocity.Verdict == Shrinking:
		reason.Level = RiskAtRisk
	case x.velocity.Verdict == NoValueYet && r.Days <= lastMonitor:
		reason.Level = RiskAtRisk
	case x.velocity.Verdict == NoValueYet, x.velocity.Verdict == Static:
		reason.Level = RiskWatch
	}
	return reason
}

// raise takes a reason in, and its level where that is worse.
func (s *Signal) raise(reason SignalReason) {
	if reason.Level == "" {
		return
	}
	s.Reasons = append(s.Reasons, reason)
	if worse(reason.Level) > worse(s.Level) {
		s.Level = reason.Level
	}
}

func worse(level RiskLevel) int {
	return slices.Index([]RiskLevel{RiskOnTrack, RiskWatch, RiskAtRisk, RiskCritical}, level)
}
