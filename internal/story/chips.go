package story

import (
	"cmp"

	"github.com/tendril-app/tendril/internal/success"
)

// Chip is one proof of a claim as a screen shows it: what kind of record it
// is in words, what it is called, and how far it carries. Title is empty where
// the record is in the bin or gone: the state is then unproved.
type Chip struct {
	Link  success.Link       `json:"link"`
	Kind  string             `json:"kind"`
	Title string             `json:"title"`
	State success.ClaimState `json:"state"`
}

// Chips writes the proof chips of a whole story over one account.
type Chips struct {
	x      *facts
	proofs *success.Proofs
}

// NewChips prepares an account's records for chips on a day. Of the options
// the language, the locale and the audience count; the audience decides which
// records are there.
func NewChips(f *success.File, s *success.Settings, on success.Date, o Options) *Chips {
	o = o.filled()
	x := &facts{options: o, w: words{lang: o.Language}, l: NewLocale(o.Locale), s: s, on: on, live: f.Live()}
	x.f = Visible(f, o.Audience, on)
	return &Chips{x: x, proofs: success.NewProofs(x.f, s, on)}
}

// Proof returns the chip of one link.
func (c *Chips) Proof(link success.Link) Chip {
	kind := c.x.w.try("chip."+string(link.Kind), string(link.Kind))
	return Chip{Link: link, Kind: kind, Title: c.x.titleOf(link), State: c.proofs.State([]success.Link{link})}
}

// titleOf names a record in a few words, with its day where it has one.
func (x *facts) titleOf(link success.Link) string {
	dated := func(title string, on success.Date) string {
		if on == 0 || title == "" {
			return title
		}
		return title + ", " + x.l.ShortDate(on)
	}
	switch link.Kind {
	case "benefit":
		return x.about(link)
	case "benefit_step":
		if s := find(x.f.Steps, link.ID); s != nil {
			return dated(x.about(link), s.On)
		}
	case "measure":
		return x.about(link)
	case "reading":
		if r := find(x.f.Readings, link.ID); r != nil {
			m := find(x.f.Measures, r.MeasureID)
			if m == nil {
				return ""
			}
			return dated(m.Name+": "+x.value(m, r.Value), r.On)
		}
	case "evidence":
		if e := find(x.f.Evidence, link.ID); e != nil {
			return dated(cmp.Or(e.Title, e.Body), e.On)
		}
	}
	return x.titleOfPlan(link, dated)
}

func (x *facts) titleOfPlan(link success.Link, dated func(string, success.Date) string) string {
	switch link.Kind {
	case "account":
		if link.ID == x.f.Account.ID {
			return x.f.Account.Name
		}
	case "outcome":
		if o := find(x.f.Outcomes, link.ID); o != nil {
			return o.Statement
		}
	case "behavior_change":
		if b := find(x.f.BehaviorChanges, link.ID); b != nil {
			return b.Process
		}
	case "milestone":
		if m := find(x.f.Milestones, link.ID); m != nil {
			return dated(m.Title, cmp.Or(m.DoneOn, m.Due))
		}
	case "plan_signoff":
		if s := find(x.f.Signoffs, link.ID); s != nil {
			return dated(cmp.Or(x.person(s.StakeholderID), x.f.Account.Name), s.SignedOn)
		}
	case "success_plan":
		if p := find(x.f.Plans, link.ID); p != nil {
			return p.Title
		}
	}
	return x.titleOfTalk(link, dated)
}

func (x *facts) titleOfTalk(link success.Link, dated func(string, success.Date) string) string {
	switch link.Kind {
	case "term":
		if t := find(x.f.Terms, link.ID); t != nil {
			return x.w.say("chip.term.title", "from", x.l.ShortDate(t.Start), "to", x.l.ShortDate(t.End))
		}
	case "renewal":
		if r := find(x.f.Renewals, link.ID); r != nil {
			return x.titleOfTalk(success.Link{Kind: "term", ID: r.TermID}, dated)
		}
	case "insight":
		if i := find(x.f.Insights, link.ID); i != nil {
			return i.Text
		}
	case "question":
		if q := find(x.f.Questions, link.ID); q != nil {
			return dated(q.Text, q.AskedOn)
		}
	case "touchpoint":
		if t := find(x.f.Touchpoints, link.ID); t != nil {
			return dated(t.Summary, t.On)
		}
	case "stakeholder":
		if s := find(x.f.Stakeholders, link.ID); s != nil {
			return x.person(s.ID)
		}
	}
	return ""
}
