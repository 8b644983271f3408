package desktop

import (
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// lanes groups the benefits by dimension in order of first appearance, the
// proved ones of a dimension first.
func (p *picture) lanes() []LaneView {
	lanes := []LaneView{}
	for i := range p.line.Lanes {
		lane := &p.line.Lanes[i]
		key := dimensionKey(lane.Dimension)
		at := slices.IndexFunc(lanes, func(l LaneView) bool { return strings.EqualFold(l.Dimension, key) })
		if at < 0 {
			at, lanes = len(lanes), append(lanes, LaneView{Dimension: key, Benefits: []BenefitView{}})
		}
		lanes[at].Benefits = append(lanes[at].Benefits, p.benefitView(lane, key))
	}
	for i := range lanes {
		slices.SortStableFunc(lanes[i].Benefits, func(a, b BenefitView) int {
			switch {
			case a.Proved == b.Proved:
				return 0
			case a.Proved:
				return -1
			}
			return 1
		})
	}
	return lanes
}

func (p *picture) benefitView(lane *success.Lane, dimension string) BenefitView {
	proved := isProved(lane)
	view := BenefitView{
		ID: string(lane.Benefit), Title: lane.Title, Dimension: dimension, Group: lane.Group,
		Measure: p.measureName(lane.Benefit), Internal: lane.Internal, Stale: lane.Stale, ProofOn: lane.ProofOn.String(),
		Proved: proved, Kind: laneKind(lane), ProvedNow: lane.Proved, ClaimedNow: lane.Claimed,
		People: lanePeople(lane, proved), LeavesOn: p.leavesOn(lane.Benefit, proved),
		Spans: []SpanView{}, Steps: []StepView{}, Evidence: p.evidence(lane),
	}
	for _, span := range lane.Spans {
		view.Spans = append(view.Spans, SpanView{From: span.From.String(), To: span.To.String(), Proved: span.Proved})
		if span.From <= p.today && (span.To == 0 || span.To > p.today) {
			view.InForce = true
		}
	}
	for _, m := range lane.Marks {
		view.Steps = append(view.Steps, p.stepView(m))
	}
	return view
}

func laneKind(lane *success.Lane) string {
	kind := "none"
	for _, m := range lane.Marks {
		switch {
		case m.Amount == nil:
		case m.Kind == "yearly":
			return m.Kind
		default:
			kind = m.Kind
		}
	}
	return kind
}

// lanePeople is the reach that is proved; of a benefit that is only claimed, the
// claimed one.
func lanePeople(lane *success.Lane, proved bool) int64 {
	if !proved {
		return lane.People
	}
	var people int64
	for _, m := range lane.Marks {
		if m.Confirmation != "claimed" && m.People != nil {
			people = *m.People
		}
	}
	return people
}

func (p *picture) leavesOn(benefit success.ID, proved bool) string {
	for _, l := range p.line.Leaving {
		if l.Benefit == benefit && l.Proved == proved && l.On > p.today {
			return l.On.String()
		}
	}
	return ""
}

func (p *picture) measureName(benefit success.ID) string {
	for i := range p.file.Benefits {
		b := &p.file.Benefits[i]
		if b.ID != benefit || b.MeasureID == "" {
			continue
		}
		for j := range p.file.Measures {
			// Only a measure with a value in money makes steps of its readings.
			if m := &p.file.Measures[j]; m.ID == b.MeasureID && !m.UnitValue.IsZero() {
				return m.Name
			}
		}
	}
	return ""
}

func (p *picture) stepView(m success.StepMark) StepView {
	view := StepView{
		ID: string(m.Record.ID), Record: string(m.Record.Kind), On: m.On.String(), Kind: m.Kind,
		Amount: m.Amount, People: m.People, Reach: m.Reach, Confirmation: m.Confirmation,
		News: m.News, ClaimedNews: m.ClaimedNews,
	}
	for i := range p.file.Steps {
		if s := &p.file.Steps[i]; s.ID == m.Record.ID {
			view.ConfirmedBy, view.ConfirmedOn = p.personName(s.ConfirmedBy), s.ConfirmedOn.String()
		}
	}
	for i := range p.file.Readings {
		if r := &p.file.Readings[i]; r.ID == m.Record.ID {
			view.ConfirmedBy = p.personName(r.ConfirmedBy)
		}
	}
	return view
}

// evidence lists what hangs on a benefit or on one of its steps, newest first.
func (p *picture) evidence(lane *success.Lane) []EvidenceView {
	views := []EvidenceView{}
	for i := range p.file.Evidence {
		e := &p.file.Evidence[i]
		mine := e.Subject.ID == lane.Benefit
		for _, m := range lane.Marks {
			mine = mine || e.Subject.ID == m.Record.ID
		}
		if !mine {
			continue
		}
		view := EvidenceView{
			ID: string(e.ID), Kind: e.EvidenceKind, Title: e.Title, Body: e.Body, URL: e.URL, On: e.On.String(),
		}
		if who := p.personName(string(e.StakeholderID)); who != string(e.StakeholderID) {
			view.By = who
		}
		views = append(views, view)
	}
	slices.SortStableFunc(views, func(a, b EvidenceView) int { return strings.Compare(b.On, a.On) })
	return views
}
