package story

import (
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// aims writes what the client set out to achieve, in the client's words, and
// who agreed to it.
func (c *composer) aims() string {
	if len(c.outcomes) == 0 {
		c.claim(c.w.say("aims.missing"), c.standing()...)
		return c.aimsTitle()
	}
	for i := range c.outcomes {
		o := &c.outcomes[i]
		link := success.Link{Kind: "outcome", ID: o.ID}
		if o.Quote == "" {
			c.claim(c.w.say("aims.noquote", "aim", sentence(o.Statement)), link)
			continue
		}
		c.claim(c.w.say("aims.quote", "aim", sentence(o.Statement), "quote", c.l.Quote(o.Quote), "who", c.quotedBy(o, c.l.Date)), link)
	}
	signed, same := c.signoff()
	if signed == nil {
		c.claim(c.w.say("aims.unsigned"), c.standing()...)
		return c.aimsTitle()
	}
	text := c.agreedBy(signed)
	if !same {
		text += " " + c.w.say("aims.changed")
	}
	c.claim(text, success.Link{Kind: "plan_signoff", ID: signed.ID})
	return c.aimsTitle()
}

// agreedBy says who agreed to the plan, when and how, and who wrote that down.
func (x *facts) agreedBy(s *success.PlanSignoff) string {
	method := s.Method
	if method == "" {
		method = "unknown"
	}
	who := x.person(s.StakeholderID)
	if name, _, _ := strings.Cut(who, ", "); name != "" {
		who = name
	} else {
		who = x.f.Account.Name
	}
	return x.w.say("aims.agreed", "who", who, "date", x.l.Date(s.SignedOn), "method", x.w.try("method."+method, method), "by", x.recorder())
}

// quotedBy names who said an outcome's words, in what role and when.
func (x *facts) quotedBy(o *success.Outcome, date func(success.Date) string) string {
	parts := []string{}
	if who := x.person(o.QuotedStakeholderID); who != "" {
		parts = append(parts, who)
	}
	if o.SaidOn != 0 {
		parts = append(parts, date(o.SaidOn))
	}
	if len(parts) == 0 {
		return x.w.say("by.unknown")
	}
	return strings.Join(parts, ", ")
}

func (x *facts) aimsTitle() string {
	n := int64(len(x.outcomes))
	if n == 0 {
		return x.w.say("title.aims.none")
	}
	word := x.w.spell(n, x.l)
	if signed, _ := x.signoff(); signed != nil {
		return x.w.one(n, "title.aims.agreed", "n", word, "N", capital(word), "date", x.l.Date(signed.SignedOn))
	}
	return x.w.one(n, "title.aims", "n", word, "N", capital(word))
}

// results writes where each measure stands, outcome by outcome.
func (c *composer) results() string {
	for i := range c.outcomes {
		for _, m := range c.measuresOf(c.outcomes[i].ID) {
			text, proof := c.measureSentence(&m)
			c.claim(text, proof...)
		}
	}
	return c.resultsTitle()
}

func (x *facts) resultsTitle() string {
	var all, good, stale int64
	for i := range x.outcomes {
		for _, m := range x.measuresOf(x.outcomes[i].ID) {
			switch x.measures[m.ID].State {
			case success.NoBaseline, success.NotMeasured:
				continue
			case success.Met, success.OnTrack:
				good++
			case success.Stale:
				stale++
			case success.OffTrack:
			}
			all++
		}
	}
	n, k := x.w.spell(all, x.l), x.w.spell(good, x.l)
	switch {
	case all == 0:
		return x.w.say("title.results.missing")
	case good == all && all == 2:
		return x.w.say("title.results.both")
	case good == all:
		return x.w.one(all, "title.results.all", "n", n)
	case stale == all:
		return x.w.say("title.results.stale")
	case good > 0:
		return x.w.say("title.results.some", "K", capital(k), "n", n)
	case all == 1:
		return x.w.say("title.results.one")
	}
	return x.w.say("title.results.none", "n", n)
}

// value writes a measure's number with its unit. A unit that begins with a
// currency sign stands before the number ("€19.5k a month").
func (x *facts) value(m *success.Measure, v float64) string {
	n := x.l.Number(v, 2)
	unit := strings.TrimSpace(m.Unit)
	switch unit {
	case "":
		return n
	case "%":
		return n + x.l.form.percent
	}
	for code, sign := range signs {
		if code == "CHF" || !strings.HasPrefix(unit, sign) {
			continue
		}
		rest := strings.TrimPrefix(unit, sign)
		if rest == "k" || strings.HasPrefix(rest, "k ") {
			return x.l.amount(n, x.l.form.thousand, code) + strings.TrimPrefix(rest, "k")
		}
		return x.l.amount(n, "", code) + rest
	}
	return n + nbsp + unit
}

// bare writes a measure's number beside one that has the whole unit: a unit of
// several words ("h a week") is not said twice.
func (x *facts) bare(m *success.Measure, v float64) string {
	unit := strings.TrimSpace(m.Unit)
	first, _, several := strings.Cut(unit, " ")
	if !several {
		return x.value(m, v)
	}
	short := *m
	short.Unit = ""
	for _, sign := range signs {
		if strings.HasPrefix(first, sign) && sign != "CHF" {
			short.Unit = first
		}
	}
	return x.value(&short, v)
}

// measureSentence says how a measure moved, who says so, and how fresh that is.
func (c *composer) measureSentence(m *success.Measure) (string, []success.Link) {
	link := success.Link{Kind: "measure", ID: m.ID}
	figure := c.measures[m.ID]
	switch {
	case figure.State == success.NoBaseline:
		return c.w.say("result.nobaseline", "name", m.Name), []success.Link{link}
	case figure.Now == nil:
		return c.w.say("result.unread", "name", m.Name), []success.Link{link}
	}
	text := c.w.say(movement(m, *figure.Now), "name", m.Name, "from", c.bare(m, *m.Baseline), "now", c.value(m, *figure.Now), "target", c.bare(m, *m.Target))
	reading := c.lastReading(m.ID)
	proof := []success.Link{link}
	if reading != nil {
		proof = append(proof, success.Link{Kind: "reading", ID: reading.ID})
		text += " " + c.readBy(reading)
	}
	switch figure.State {
	case success.Stale:
		text += " " + c.w.say("result.stale", "days", c.l.Count(int64(c.on.Sub(figure.NowOn))))
	case success.OffTrack:
		text += " " + c.w.say("result.off")
	case success.Met, success.OnTrack, success.NoBaseline, success.NotMeasured:
	}
	return text, proof
}

func movement(m *success.Measure, now float64) string {
	switch {
	case m.Direction == "hold":
		return "result.hold"
	case now < *m.Baseline:
		return "result.fell"
	case now > *m.Baseline:
		return "result.rose"
	}
	return "result.same"
}

// readBy says when a value was read and who or what vouches for it.
func (x *facts) readBy(r *success.Reading) string {
	date := x.l.Date(r.On)
	if r.ConfirmedBy != "" {
		return x.w.say("result.confirmed", "date", date, "who", r.ConfirmedBy)
	}
	for i := range x.f.Evidence {
		if e := &x.f.Evidence[i]; e.Subject == (success.Link{Kind: "reading", ID: r.ID}) {
			title := e.Title
			if title == "" {
				title = r.Source
			}
			return x.w.say("result.evidenced", "date", date, "source", title)
		}
	}
	return x.w.say("result.claimed", "date", date)
}

// work writes which changes in the client's work have stuck, and which have not.
func (c *composer) work() string {
	for _, b := range c.changes() {
		key := "work.open"
		if stuck(&b) {
			key = "work.stuck"
		}
		stage := b.Stage
		if stage == "" {
			stage = "not started"
		}
		since := b.StageOn
		if since == 0 {
			since = b.CreatedAt.Date()
		}
		text := c.w.say(key, "process", b.Process, "from", c.l.Quote(b.From), "to", c.l.Quote(b.To),
			"stage", c.w.try("stage."+stage, stage), "date", c.l.Date(since))
		if b.People != nil && *b.People > 0 && b.Who != "" {
			text += c.w.say("work.people", "n", c.l.Count(int64(*b.People)), "who", b.Who)
		}
		c.claim(sentence(text), success.Link{Kind: "behavior_change", ID: b.ID})
	}
	return c.workTitle()
}

func stuck(b *success.BehaviorChange) bool { return b.Stage == "habit" || b.Stage == "embedded" }

// changes returns the plan's behavior changes, outcome by outcome.
func (x *facts) changes() []success.BehaviorChange {
	var out []success.BehaviorChange
	for i := range x.outcomes {
		id := x.outcomes[i].ID
		out = append(out, keep(x.f.BehaviorChanges, func(b *success.BehaviorChange) bool {
			return b.OutcomeID == id && b.Process != "" && b.StageOn <= x.on
		})...)
	}
	return out
}

func (x *facts) workTitle() string {
	all := x.changes()
	var done int64
	for i := range all {
		if stuck(&all[i]) {
			done++
		}
	}
	n := int64(len(all))
	switch {
	case n == 0:
		return x.w.say("section.work")
	case n == 1 && done == 1:
		return x.w.say("title.work.onestuck")
	case n == 1:
		return x.w.say("title.work.one")
	case n == 2 && done == n:
		return x.w.say("title.work.both")
	case done == n:
		return x.w.say("title.work.all", "n", x.w.spell(n, x.l))
	}
	return x.w.say("title.work", "K", capital(x.w.spell(done, x.l)), "n", x.w.spell(n, x.l))
}
