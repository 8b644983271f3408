package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// Behind is a record that a proof stands on: its chip, and what it says in a few
// words ("€96,000 a year; 22 people; confirmed by Henrik Dahl").
type Behind struct {
	Chip
	Detail string `json:"detail"`
}

// newest sorts what has a day by it, the newest first.
func newest[T any](list []T, on func(*T) success.Date) []T {
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(on(&b), on(&a)) })
	return list
}

// Words are the words of a proof's record where it has some of its own: what the
// client said, what was learned, what a piece of evidence reads.
func (c *Chips) Words(link success.Link) string {
	x := c.x
	switch link.Kind {
	case "outcome":
		if o := find(x.f.Outcomes, link.ID); o != nil && o.Quote != "" {
			return x.l.Quote(o.Quote) + " " + x.quotedBy(o, x.l.ShortDate)
		}
	case "evidence":
		if e := find(x.f.Evidence, link.ID); e != nil {
			return e.Body
		}
	case "insight":
		if i := find(x.f.Insights, link.ID); i != nil {
			return i.Text
		}
	case "question":
		if q := find(x.f.Questions, link.ID); q != nil {
			return q.Answer
		}
	case "behavior_change":
		if b := find(x.f.BehaviorChanges, link.ID); b != nil && b.From+b.To != "" {
			return strings.Trim(b.From+" → "+b.To, " →")
		}
	}
	return ""
}

// Behind returns the records that a proof stands on: the steps of a benefit, the
// readings of a measure, the evidence of each, the outcome they serve.
func (c *Chips) Behind(link success.Link) []Behind {
	var out []Behind
	add := func(kind success.Kind, id success.ID, detail string) {
		if at := (success.Link{Kind: kind, ID: id}); id != "" && at != link {
			if chip := c.Proof(at); chip.Title != "" {
				out = append(out, Behind{chip, detail})
			}
		}
	}
	evidence := func(subject success.Link) {
		for _, e := range newest(keep(c.x.f.Evidence, func(e *success.Evidence) bool { return e.Subject == subject }), func(e *success.Evidence) success.Date { return e.On }) {
			add("evidence", e.ID, cmp.Or(c.x.person(e.StakeholderID), e.URL))
		}
	}
	switch link.Kind {
	case "benefit":
		c.behindBenefit(link, add, evidence)
	case "measure":
		c.behindMeasure(link, add, evidence)
	case "outcome":
		for i := range c.x.f.Measures {
			if m := &c.x.f.Measures[i]; m.OutcomeID == link.ID {
				add("measure", m.ID, c.measureDetail(m))
			}
		}
	default:
		evidence(link)
		above, detail := c.above(link)
		add(above.Kind, above.ID, detail)
	}
	return out
}

// above is the record that another hangs on or serves, and what is said of it.
func (c *Chips) above(link success.Link) (success.Link, string) {
	f := c.x.f
	switch link.Kind {
	case "benefit_step":
		if s := find(f.Steps, link.ID); s != nil {
			return success.Link{Kind: "benefit", ID: s.BenefitID}, c.stepDetail(s)
		}
	case "reading":
		if r := find(f.Readings, link.ID); r != nil {
			return success.Link{Kind: "measure", ID: r.MeasureID}, c.readingDetail(r)
		}
	case "evidence":
		if e := find(f.Evidence, link.ID); e != nil {
			return e.Subject, ""
		}
	case "behavior_change":
		if b := find(f.BehaviorChanges, link.ID); b != nil {
			return success.Link{Kind: "outcome", ID: b.OutcomeID}, ""
		}
	case "insight":
		if i := find(f.Insights, link.ID); i != nil {
			return success.Link{Kind: "question", ID: i.QuestionID}, ""
		}
	}
	return success.Link{}, ""
}

func (c *Chips) behindBenefit(link success.Link, add func(success.Kind, success.ID, string), evidence func(success.Link)) {
	b := find(c.x.f.Benefits, link.ID)
	if b == nil {
		return
	}
	steps := keep(c.x.f.Steps, func(s *success.BenefitStep) bool { return s.BenefitID == b.ID })
	for _, s := range newest(steps, func(s *success.BenefitStep) success.Date { return s.On }) {
		add("benefit_step", s.ID, c.stepDetail(&s))
		evidence(success.Link{Kind: "benefit_step", ID: s.ID})
	}
	evidence(link)
	if m := find(c.x.f.Measures, b.MeasureID); m != nil {
		add("measure", m.ID, c.measureDetail(m))
	}
	add("outcome", b.OutcomeID, "")
	add("behavior_change", b.BehaviorChangeID, "")
}

// shownReadings is how many readings of a measure are named.
const shownReadings = 6

func (c *Chips) behindMeasure(link success.Link, add func(success.Kind, success.ID, string), evidence func(success.Link)) {
	m := find(c.x.f.Measures, link.ID)
	if m == nil {
		return
	}
	for _, r := range c.readings(m.ID, shownReadings) {
		add("reading", r.ID, c.readingDetail(&r))
		evidence(success.Link{Kind: "reading", ID: r.ID})
	}
	evidence(link)
	add("outcome", m.OutcomeID, "")
}

// readings are the newest readings of a measure.
func (c *Chips) readings(measure success.ID, most int) []success.Reading {
	list := keep(c.x.f.Readings, func(r *success.Reading) bool { return r.MeasureID == measure && r.On <= c.x.on })
	list = newest(list, func(r *success.Reading) success.Date { return r.On })
	return list[:min(most, len(list))]
}

func (c *Chips) stepDetail(s *success.BenefitStep) string {
	x := c.x
	var parts []string
	if s.Amount.Minor != 0 || !s.Amount.IsZero() {
		key := "behind.yearly"
		if s.StepKind == "once" {
			key = "picture.once"
		}
		parts = append(parts, x.w.say(key, "sum", x.l.Money(s.Amount.Major(), s.Amount.Currency)))
	}
	if s.People != nil && *s.People > 0 {
		parts = append(parts, x.w.one(int64(*s.People), "step.people", "n", x.l.Count(int64(*s.People))))
	}
	switch {
	case s.Confirmation == "confirmed" && s.ConfirmedBy != "":
		parts = append(parts, x.w.say("step.confirmed", "who", s.ConfirmedBy))
	case s.Confirmation == "evidenced" || s.Confirmation == "confirmed":
		parts = append(parts, x.w.say("step.document"))
	default:
		parts = append(parts, x.w.say("step.claimed"))
	}
	return strings.Join(parts, "; ")
}

func (c *Chips) readingDetail(r *success.Reading) string {
	if r.ConfirmedBy != "" {
		return c.x.w.say("step.confirmed", "who", r.ConfirmedBy)
	}
	return r.Source
}

func (c *Chips) measureDetail(m *success.Measure) string {
	last := c.readings(m.ID, 1)
	if len(last) == 0 || m.Baseline == nil {
		return ""
	}
	return c.x.bare(m, *m.Baseline) + " → " + c.x.value(m, last[0].Value)
}

// Choices are the records of an account that a claim may lean on: benefits,
// outcomes, measures with their newest readings, changes in the work, and what
// people said or showed.
func (c *Chips) Choices() []Chip {
	var out []Chip
	add := func(kind success.Kind, id success.ID) {
		if chip := c.Proof(success.Link{Kind: kind, ID: id}); chip.Title != "" {
			out = append(out, chip)
		}
	}
	f := c.x.f
	for i := range f.Benefits {
		add("benefit", f.Benefits[i].ID)
	}
	for i := range f.Outcomes {
		add("outcome", f.Outcomes[i].ID)
	}
	for i := range f.Measures {
		add("measure", f.Measures[i].ID)
		for _, r := range c.readings(f.Measures[i].ID, 3) {
			add("reading", r.ID)
		}
	}
	for i := range f.BehaviorChanges {
		add("behavior_change", f.BehaviorChanges[i].ID)
	}
	for i := range f.Evidence {
		add("evidence", f.Evidence[i].ID)
	}
	for i := range f.Insights {
		add("insight", f.Insights[i].ID)
	}
	return out
}
