package story

import (
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// growth writes what has come since the day compared with: what is new and
// grown, what fell, what holds, and what is claimed.
func (c *composer) growth() string {
	if v := &c.velocity; c.told == 0 && v.FirstValueOn != 0 && v.FirstValueOn >= c.f.Account.StartDate {
		if v.TimeToFirstValueDays != nil {
			c.claim(c.w.say("growth.first", "date", c.l.Date(v.FirstValueOn), "days", c.l.Count(int64(*v.TimeToFirstValueDays))), c.firstProof()...)
		} else {
			c.claim(c.w.say("growth.first.known", "date", c.l.Date(v.FirstValueOn)), c.firstProof()...)
		}
	}
	var holding []string
	var holds []success.Link
	for i := range c.lanes() {
		lane := &c.lanes()[i]
		if c.change(lane) || !c.inForce(lane) {
			continue
		}
		holding = append(holding, lane.Title)
		holds = append(holds, c.proof(lane))
	}
	if n := int64(len(holding)); n > 0 {
		c.claim(c.w.one(n, "growth.holds", "N", capital(c.w.spell(n, c.l)), "titles", c.w.list(holding)), holds...)
	}
	for _, m := range c.claimedMarks() {
		c.claim(c.stepSentence(m.lane, &m.mark), m.mark.Record)
	}
	for _, gone := range c.oneTimes() {
		c.claim(c.w.say("growth.leaves", "title", gone.lane.Title, "sum", c.full(*gone.mark.Amount), "date", c.l.Date(gone.mark.On.AddDays(364))), gone.mark.Record)
	}
	return c.growthTitle()
}

// firstProof is the benefit whose first proved step was the first value.
func (x *facts) firstProof() []success.Link {
	for i := range x.lanes() {
		for _, m := range x.lanes()[i].Marks {
			if m.Confirmation != "claimed" && m.On == x.velocity.FirstValueOn {
				return []success.Link{x.proof(&x.lanes()[i]), m.Record}
			}
		}
	}
	return []success.Link{{Kind: "account", ID: x.f.Account.ID}}
}

// change writes what moved in one benefit since the day compared with; false
// where nothing proved did.
func (c *composer) change(lane *success.Lane) bool {
	var last *success.StepMark
	for i := range lane.Marks {
		m := &lane.Marks[i]
		if m.On > c.since && m.On <= c.on && (m.News > 0 || m.Confirmation != "claimed" || c.isFall(lane, i)) {
			last = m
		}
	}
	if last == nil {
		return false
	}
	switch {
	case last.News > 0 || c.inForce(lane) && !c.fell(lane, last):
		c.claim(c.stepSentence(lane, last), last.Record)
	case !c.inForce(lane):
		c.claim(c.w.say("growth.ended", "title", lane.Title, "date", c.l.Date(last.On)), last.Record)
	default:
		c.claim(c.w.say("growth.fell", "title", lane.Title, "sum", c.full(lane.Proved), "date", c.l.Date(last.On)), last.Record)
	}
	return true
}

// isFall reports whether a step lowers its benefit's yearly rate.
func (c *composer) isFall(lane *success.Lane, i int) bool {
	m := lane.Marks[i]
	for j := i - 1; j >= 0; j-- {
		if was := lane.Marks[j]; was.Kind == "yearly" && was.Amount != nil {
			return m.Kind == "yearly" && m.Amount != nil && *m.Amount < *was.Amount
		}
	}
	return false
}

func (c *composer) fell(lane *success.Lane, m *success.StepMark) bool {
	for i := range lane.Marks {
		if lane.Marks[i].Record == m.Record {
			return c.isFall(lane, i)
		}
	}
	return false
}

// stepSentence says what a step brought, whom it reaches and who says so.
func (x *facts) stepSentence(lane *success.Lane, m *success.StepMark) string {
	key := "step.nosum"
	sum := ""
	if m.Amount != nil && *m.Amount > 0 {
		key, sum = "step."+m.Kind, x.full(*m.Amount)
	}
	if m.Kind != "once" && m.Kind != "yearly" {
		key = "step.nosum"
	}
	parts := []string{x.w.say(key, "title", lane.Title, "sum", sum, "date", x.l.Date(m.On))}
	if reach := x.reach(lane, m); reach != "" {
		parts = append(parts, reach)
	}
	return strings.Join(append(parts, x.vouched(m)), "; ") + "."
}

func (x *facts) reach(lane *success.Lane, m *success.StepMark) string {
	switch {
	case m.Reach <= 0:
		return ""
	case m.Reach == 1 || lane.Group == "":
		return x.w.one(m.Reach, "step.people", "n", x.l.Count(m.Reach))
	}
	return x.w.say("step.peoplegroup", "n", x.l.Count(m.Reach), "group", lane.Group)
}

// vouched says who confirmed a step or what shows it, and otherwise that it is
// only claimed.
func (x *facts) vouched(m *success.StepMark) string {
	if m.Record.Kind == "reading" {
		if r := find(x.f.Readings, m.Record.ID); r != nil && r.ConfirmedBy != "" && m.Confirmation != "claimed" {
			return x.w.say("step.reading") + ", " + x.w.say("step.confirmed", "who", r.ConfirmedBy)
		}
		if m.Confirmation != "claimed" {
			return x.w.say("step.reading")
		}
		return x.w.say("step.claimed")
	}
	switch m.Confirmation {
	case "confirmed":
		if s := find(x.f.Steps, m.Record.ID); s != nil && s.ConfirmedBy != "" {
			return x.w.say("step.confirmed", "who", s.ConfirmedBy)
		}
		return x.w.say("step.document")
	case "evidenced":
		for i := range x.f.Evidence {
			if e := &x.f.Evidence[i]; e.Subject == m.Record && e.Title != "" {
				return x.w.say("step.evidenced", "what", x.l.Quote(e.Title))
			}
		}
		return x.w.say("step.document")
	}
	return x.w.say("step.claimed")
}

// claimedText writes what the claims would add: yearly, once, or both.
func (x *facts) claimedText() string {
	var yearly, once float64
	for _, m := range x.claimedMarks() {
		if m.mark.Kind == "once" && m.mark.Amount != nil {
			once += *m.mark.Amount
		}
	}
	yearly = x.claimedSum() - once
	parts := []string{}
	if yearly >= 0.5 {
		parts = append(parts, x.w.say("sum.yearly", "sum", x.full(yearly)))
	}
	if once > 0 {
		parts = append(parts, x.w.say("sum.once", "sum", x.full(once)))
	}
	return x.w.list(parts)
}

// oneTimes returns the proved one-time amounts that count today.
func (x *facts) oneTimes() []claimedMark {
	var out []claimedMark
	for i := range x.lanes() {
		lane := &x.lanes()[i]
		for _, m := range lane.Marks {
			if m.Kind == "once" && m.Confirmation != "claimed" && m.Amount != nil && *m.Amount > 0 && x.on.Sub(m.On) <= 364 && m.On <= x.on {
				out = append(out, claimedMark{lane, m})
			}
		}
	}
	return out
}

func (x *facts) growthTitle() string {
	is, was := x.axes.Value.Is, x.axes.Value.Was
	days := ""
	since := x.since
	if x.velocity.SilenceDays != nil {
		days = x.l.Count(int64(*x.velocity.SilenceDays))
		if is == was && x.isSilent() {
			since = x.on.AddDays(-*x.velocity.SilenceDays)
		}
	}
	pairs := []string{"sum", x.short(is), "was", x.short(was), "date", x.l.Date(since), "days", days}
	switch {
	case x.velocity.Proved.Benefits == 0 && x.claimedSum() > 0:
		return x.w.say("title.growth.claimed")
	case is == 0 && x.velocity.Proved.Benefits > 0:
		n := int64(x.velocity.Proved.Benefits)
		return x.w.one(n, "title.growth.nosum", "N", capital(x.w.spell(n, x.l)))
	case is == 0:
		return x.w.say("title.growth.none")
	case was == 0:
		return x.w.say("title.growth.first", pairs...)
	case is > was:
		return x.w.say("title.growth.grown", pairs...)
	case is < was:
		return x.w.say("title.growth.fallen", pairs...)
	}
	if !x.isSilent() && x.w.internal {
		return words{lang: x.w.lang}.say("title.growth.level", pairs...)
	}
	return x.w.say("title.growth.level", pairs...)
}
