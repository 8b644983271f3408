package success

import (
	"cmp"
	"slices"
)

// lanes returns every benefit as the picture shows it today, by the day of its
// first step; benefits without a step come last.
func (l *ledger) lanes(today Date) []Lane {
	out := make([]Lane, 0, len(l.stairs))
	for i := range l.stairs {
		out = append(out, l.stairs[i].lane(today))
	}
	const never = Date(1 << 30)
	first := func(lane *Lane) Date {
		if len(lane.Marks) == 0 {
			return never
		}
		return lane.Marks[0].On
	}
	slices.SortStableFunc(out, func(a, b Lane) int { return cmp.Compare(first(&a), first(&b)) })
	return out
}

func (st *stair) lane(today Date) Lane {
	b := st.benefit
	lane := Lane{
		Benefit: b.ID, Title: b.Title, Dimension: b.Dimension, Group: b.Group, Internal: b.Internal,
		Spans: st.spans(), Marks: st.stepMarks(), ProofOn: st.proofOn(), Stale: st.isStale(today),
		Proved: st.proved.level(today), Claimed: st.claimed.level(today),
	}
	if d, ok := st.claimed.at(today); ok && d.inForce(today) {
		lane.People = d.people
	}
	return lane
}

// level is a benefit's own part of the value level.
func (v *view) level(on Date) float64 {
	d, ok := v.at(on)
	if !ok {
		return 0
	}
	return d.rate + v.onceIn(on.AddDays(-year), on)
}

func (v *view) inForce(on Date) bool {
	d, ok := v.at(on)
	return ok && d.inForce(on)
}

// spans returns the times in force, cut where proof begins or ends.
func (st *stair) spans() []Span {
	out := []Span{}
	if len(st.steps) == 0 {
		return out
	}
	const ever = Date(1 << 30)
	open := false
	for _, on := range inOrder(st.turns(0, ever)) {
		proved := st.proved.inForce(on)
		in := proved || st.claimed.inForce(on)
		last := len(out) - 1
		if open && (!in || out[last].Proved != proved) {
			out[last].To, open = on, false
		}
		if in && !open {
			out, open = append(out, Span{From: on, Proved: proved}), true
		}
	}
	return out
}

// proofOn is the day of a benefit's newest proof: a written step's is the later
// of its day and confirmed_on. None where nothing is proved.
func (st *stair) proofOn() Date {
	var newest Date
	for i := range st.steps {
		if s := &st.steps[i]; s.proved {
			newest = max(newest, s.on, s.confirmedOn)
		}
	}
	return newest
}

// isStale reports whether a benefit in force has no proof of the last 365 days.
func (st *stair) isStale(on Date) bool {
	if !st.proved.inForce(on) {
		return false
	}
	var newest Date
	for i := range st.steps {
		if s := &st.steps[i]; s.proved && s.on <= on {
			newest = max(newest, s.on, s.confirmedOn)
		}
	}
	return on.Sub(newest) > year
}

// stepMarks returns each step with the news it brought.
func (st *stair) stepMarks() []StepMark {
	out := make([]StepMark, 0, len(st.steps))
	var reach int64
	for i := range st.steps {
		s := &st.steps[i]
		m := StepMark{On: s.on, Record: s.link(), Kind: "once", Confirmation: s.confirmation}
		if s.priced {
			amount := s.amount
			m.Amount = &amount
		}
		if s.people != nil {
			people := int64(*s.people)
			m.People, reach = &people, people
		}
		m.Reach = reach
		if s.yearly {
			m.Kind = "yearly"
		} else {
			m.ClaimedNews = s.amount
			if s.proved {
				m.News = s.amount
			}
		}
		out = append(out, m)
	}
	st.creditRates(out)
	return out
}

// creditRates gives the news of a rate to the step that made it: the last
// yearly amount of the day, of the proved ones where it is proved.
func (st *stair) creditRates(marks []StepMark) {
	credit := func(v *view, proved bool, give func(*StepMark, float64)) {
		for _, d := range v.days {
			if d.rateNews == 0 {
				continue
			}
			best := -1
			for i := range st.steps {
				s := &st.steps[i]
				if s.on == d.on && s.yearly && s.priced && (!proved || s.proved || best < 0 || !st.steps[best].proved) {
					best = i
				}
			}
			if best >= 0 {
				give(&marks[best], d.rateNews)
			}
		}
	}
	credit(&st.claimed, false, func(m *StepMark, news float64) { m.ClaimedNews = news })
	credit(&st.proved, true, func(m *StepMark, news float64) { m.News = news })
}
