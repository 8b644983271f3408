package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// facts is what a story is made from: the records an audience may see and the
// figures reckoned from them on a day.
type facts struct {
	options Options
	w       words
	l       *Locale
	f       *success.File // what the audience may see
	live    *success.File // all, only to know a plan's version
	s       *success.Settings
	on      success.Date

	term     *success.Term // nil for an account without one
	renewed  bool          // the term followed another
	since    success.Date  // the day the story compares with
	told     success.Date  // when the last story was told
	plan     *success.SuccessPlan
	outcomes []success.Outcome // of the plan, in order, dropped ones left out

	velocity success.VelocityFigure
	axes     success.AxesFigure
	timeline success.Timeline
	measures map[success.ID]success.MeasureFigure
	arr      float64
}

// gather reckons the figures of a story. The term may be "": then the account's
// renewal, or its latest term, is taken.
func gather(f *success.File, s *success.Settings, term, story success.ID, on success.Date, o Options) (*facts, error) {
	o = o.filled()
	x := &facts{options: o, w: words{lang: o.Language, internal: o.Audience == model.AudienceInternal}, l: NewLocale(o.Locale), s: s, on: on}
	x.live = f.Live()
	x.f = Visible(f, o.Audience, on)
	if err := x.chooseTerm(term); err != nil {
		return nil, err
	}
	x.chooseSince()
	x.choosePlan()
	x.told = success.LastTold(x.f, story, on)
	x.velocity = success.Velocity(x.f, s, on)
	x.axes = success.AxesSince(x.f, s, x.since, on)
	x.timeline = success.TimelineOf(x.f, s, x.pictureStart(), on, on)
	x.arr = success.ARR(x.f, s, on)
	x.measures = map[success.ID]success.MeasureFigure{}
	for _, m := range success.Measures(x.f, s, on).Measures {
		x.measures[m.Measure] = m
	}
	return x, nil
}

func (x *facts) chooseTerm(id success.ID) error {
	if id != "" {
		x.term = find(x.f.Terms, id)
		if x.term == nil {
			return success.NotFound("There is no term %s in this account.", id)
		}
		return nil
	}
	if t, ok := success.RenewalTerm(x.f, x.on); ok {
		x.term = t
		return nil
	}
	for i := range x.f.Terms {
		if t := &x.f.Terms[i]; x.term == nil || t.Start > x.term.Start {
			x.term = t
		}
	}
	return nil
}

// chooseSince sets the day to compare with: the term's start where it followed
// another term and has begun, else the account's start, else a year ago.
func (x *facts) chooseSince() {
	if x.term != nil && x.term.Start <= x.on {
		for i := range x.f.Terms {
			o := &x.f.Terms[i]
			same := strings.EqualFold(strings.TrimSpace(cmp.Or(o.Contract, "main")), strings.TrimSpace(cmp.Or(x.term.Contract, "main")))
			if o.ID != x.term.ID && same && o.Start < x.term.Start {
				x.renewed, x.since = true, x.term.Start
			}
		}
	}
	if x.renewed {
		return
	}
	x.since = x.on.AddDays(-365)
	switch a := &x.f.Account; {
	case a.StartDate != 0 && a.StartDate <= x.on:
		x.since = a.StartDate
	case x.term != nil && x.term.Start <= x.on:
		x.since = x.term.Start
	}
}

// pictureStart is the first day of the value picture: the account's start, but
// at most three years ago, so that the last year can still be read.
func (x *facts) pictureStart() success.Date {
	start := x.f.Account.StartDate
	if start == 0 || start >= x.on {
		start = x.on.AddDays(-365)
		for i := range x.f.Steps {
			start = min(start, x.f.Steps[i].On)
		}
	}
	return max(start, x.on.AddYears(-3))
}

// choosePlan takes the term's own plan, else the last that is not closed.
func (x *facts) choosePlan() {
	rank := func(p *success.SuccessPlan) int {
		switch own := x.term != nil && p.TermID == x.term.ID; {
		case own && p.Status != "closed":
			return 3
		case p.Status != "closed":
			return 2
		case own:
			return 1
		}
		return 0
	}
	for i := range x.f.Plans {
		p := &x.f.Plans[i]
		switch {
		case rank(p) == 0:
		case x.plan == nil || rank(p) > rank(x.plan),
			rank(p) == rank(x.plan) && (p.CreatedAt > x.plan.CreatedAt || p.CreatedAt == x.plan.CreatedAt && p.ID > x.plan.ID):
			x.plan = p
		}
	}
	if x.plan == nil {
		return
	}
	x.outcomes = keep(x.f.Outcomes, func(o *success.Outcome) bool { return o.PlanID == x.plan.ID && o.Status != "dropped" })
	slices.SortStableFunc(x.outcomes, func(a, b success.Outcome) int {
		return cmp.Or(a.Position.Cmp(b.Position.Decimal), cmp.Compare(a.ID, b.ID))
	})
}

// signoff returns the newest agreement to the plan, or nil, and whether the plan
// is still as it was agreed.
func (x *facts) signoff() (*success.PlanSignoff, bool) {
	if x.plan == nil {
		return nil, false
	}
	var last *success.PlanSignoff
	for i := range x.f.Signoffs {
		if s := &x.f.Signoffs[i]; s.PlanID == x.plan.ID && s.SignedOn <= x.on && (last == nil || s.SignedOn > last.SignedOn) {
			last = s
		}
	}
	return last, last != nil && last.Version == success.PlanVersion(x.live, x.plan.ID)
}

// measuresOf returns an outcome's measures in the order they were made. A
// measure of our own success is for our own eyes.
func (x *facts) measuresOf(outcome success.ID) []success.Measure {
	out := keep(x.f.Measures, func(m *success.Measure) bool {
		return m.OutcomeID == outcome && (x.w.internal || m.MeasureKind != "vendor")
	})
	slices.SortStableFunc(out, func(a, b success.Measure) int {
		return cmp.Or(cmp.Compare(a.CreatedAt, b.CreatedAt), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// lastReading returns the reading that a measure's present value is taken from.
func (x *facts) lastReading(measure success.ID) *success.Reading {
	var last *success.Reading
	for i := range x.f.Readings {
		r := &x.f.Readings[i]
		if r.MeasureID != measure || r.On > x.on {
			continue
		}
		if last == nil || r.On > last.On || r.On == last.On && r.RecordedAt >= last.RecordedAt {
			last = r
		}
	}
	return last
}

// lanes returns the benefits in order of first appearance.
func (x *facts) lanes() []success.Lane { return x.timeline.Lanes }

func (x *facts) proof(lane *success.Lane) success.Link {
	return success.Link{Kind: "benefit", ID: lane.Benefit}
}

// inForce reports whether a benefit is in force on the day by proved steps.
func (x *facts) inForce(lane *success.Lane) bool { return spanAt(lane, x.on, true) }

// isClaimedOnly reports whether a benefit is in force by claims alone.
func (x *facts) isClaimedOnly(lane *success.Lane) bool {
	return !spanAt(lane, x.on, true) && spanAt(lane, x.on, false)
}

func spanAt(lane *success.Lane, on success.Date, proved bool) bool {
	for _, s := range lane.Spans {
		if s.From <= on && (s.To == 0 || on < s.To) && s.Proved == proved {
			return true
		}
	}
	return false
}

// provedLinks returns the benefits in force by proved steps.
func (x *facts) provedLinks() []success.Link {
	var out []success.Link
	for i := range x.lanes() {
		if lane := &x.lanes()[i]; x.inForce(lane) {
			out = append(out, x.proof(lane))
		}
	}
	return out
}

// claimedMarks returns the newest steps that are claimed and would add to the
// proved figures today.
func (x *facts) claimedMarks() []claimedMark {
	var out []claimedMark
	for i := range x.lanes() {
		lane := &x.lanes()[i]
		if lane.Claimed <= lane.Proved && !x.isClaimedOnly(lane) {
			continue
		}
		for j := len(lane.Marks) - 1; j >= 0; j-- {
			if m := lane.Marks[j]; m.Confirmation == "claimed" && m.On <= x.on {
				out = append(out, claimedMark{lane, m})
				break
			}
		}
	}
	return out
}

type claimedMark struct {
	lane *success.Lane
	mark success.StepMark
}

// claimedSum is what every claim together would add to the level.
func (x *facts) claimedSum() float64 { return x.velocity.Claimed.Level - x.velocity.Proved.Level }

func (x *facts) provider() string {
	return cmp.Or(x.s.Workspace.Brand.Company, x.s.Workspace.Name)
}

func (x *facts) recorder() string { return cmp.Or(x.f.Account.CSM, x.provider()) }

// person names a stakeholder, with the title where there is one; "" for none.
func (x *facts) person(id success.ID) string {
	s := find(x.f.Stakeholders, id)
	if s == nil {
		return ""
	}
	if x.options.Audience == model.AudiencePublic && s.QuotePermission != "public" {
		return cmp.Or(s.Title, s.Role)
	}
	if s.Title == "" {
		return s.Name
	}
	return s.Name + ", " + s.Title
}
