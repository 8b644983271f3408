package story

import (
	"cmp"
	"slices"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// learned writes what was learned in the term, and plainly what did not work:
// measures off track, promises past their day, changes that do not move.
func (c *composer) learned() string {
	for _, i := range c.insights() {
		c.claim(sentence(i.Text), success.Link{Kind: "insight", ID: i.ID})
	}
	c.offTrack()
	c.late()
	for _, b := range c.changes() {
		if days := c.on.Sub(b.StageOn); !stuck(&b) && b.StageOn != 0 && days >= silentDays {
			c.claim(c.w.say("learned.stuck", "process", b.Process, "days", c.l.Count(int64(days)), "stage", c.w.try("stage."+cmp.Or(b.Stage, "not started"), b.Stage)), success.Link{Kind: "behavior_change", ID: b.ID})
		}
	}
	for _, s := range c.timeline.Silences {
		if s.To > c.since {
			c.claim(c.w.say("learned.silence", "from", c.l.Date(s.From), "to", c.l.Date(s.To), "days", c.l.Count(int64(s.Days))), c.standing()...)
		}
	}
	return c.w.say("section.learned")
}

// offTrack names the measures that are behind.
func (c *composer) offTrack() {
	for i := range c.outcomes {
		for _, m := range c.measuresOf(c.outcomes[i].ID) {
			if f := c.measures[m.ID]; f.State == success.OffTrack && f.Now != nil {
				c.claim(c.w.say("learned.off", "name", m.Name, "now", c.value(&m, *f.Now), "target", c.value(&m, *m.Target)), success.Link{Kind: "measure", ID: m.ID})
			}
		}
	}
}

// late names the promises of both sides that are past their day.
func (c *composer) late() {
	for _, m := range c.milestones() {
		if m.DoneOn != 0 || m.Due == 0 || m.Due >= c.on {
			continue
		}
		key := "learned.late"
		if m.Side != "client" {
			key = "learned.late.us"
		}
		c.claim(c.w.say(key, "date", c.l.Date(m.Due), "title", m.Title, "owner", c.owner(&m)), success.Link{Kind: "milestone", ID: m.ID})
	}
}

// insights returns what was learned since the day compared with, oldest first,
// the last five. A client sees what came of questions they answered; to the
// public goes none.
func (x *facts) insights() []success.Insight {
	if x.options.Audience == model.AudiencePublic {
		return nil
	}
	out := keep(x.f.Insights, func(i *success.Insight) bool {
		q := find(x.f.Questions, i.QuestionID)
		theirs := q != nil && q.AnsweredOn != 0 && q.AnsweredOn <= x.on
		return i.CreatedAt.Date() >= x.since && i.CreatedAt.Date() <= x.on && (theirs || x.w.internal)
	})
	slices.SortStableFunc(out, func(a, b success.Insight) int {
		return cmp.Or(cmp.Compare(a.CreatedAt, b.CreatedAt), cmp.Compare(a.ID, b.ID))
	})
	return out[max(0, len(out)-5):]
}

// milestones returns the plan's milestones by day.
func (x *facts) milestones() []success.Milestone {
	if x.plan == nil {
		return nil
	}
	out := keep(x.f.Milestones, func(m *success.Milestone) bool { return m.PlanID == x.plan.ID })
	slices.SortStableFunc(out, func(a, b success.Milestone) int {
		return cmp.Or(cmp.Compare(a.Due, b.Due), a.Position.Cmp(b.Position.Decimal), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// coming returns the milestones that are not done and not past their day; those
// without a day come last.
func (x *facts) coming() []success.Milestone {
	var dated, undated []success.Milestone
	for _, m := range x.milestones() {
		switch {
		case m.DoneOn != 0:
		case m.Due == 0:
			undated = append(undated, m)
		case m.Due >= x.on:
			dated = append(dated, m)
		}
	}
	return append(dated, undated...)
}

func (x *facts) owner(m *success.Milestone) string {
	if m.Owner != "" && x.options.Audience != model.AudiencePublic {
		return m.Owner
	}
	if m.Side == "client" {
		return x.f.Account.Name
	}
	return x.provider()
}

// next writes the steps agreed.
func (c *composer) next() string {
	for _, m := range c.coming() {
		if c.isAsk(&m) {
			continue
		}
		key := "next.step"
		if m.Due == 0 {
			key = "next.undated"
		}
		c.claim(c.w.say(key, "title", m.Title, "owner", c.owner(&m), "date", c.l.Date(m.Due)), success.Link{Kind: "milestone", ID: m.ID})
	}
	return c.nextTitle()
}

func (x *facts) nextTitle() string {
	all := x.coming()
	if len(all) == 0 || all[0].Due == 0 {
		return x.w.say("section.next")
	}
	n := int64(len(all))
	return x.w.one(n, "title.next", "N", capital(x.w.spell(n, x.l)), "date", x.l.Date(all[0].Due))
}

// isAsk reports whether a milestone is a decision the client is asked for: one
// of theirs, due before the term's decision and within 60 days.
func (x *facts) isAsk(m *success.Milestone) bool {
	return m.Side == "client" && m.DoneOn == 0 && m.Due >= x.on && m.Due.Sub(x.on) <= 60 && x.deciding()
}

// deciding reports whether the term's decision is near enough to ask for it:
// within 120 days, the first gate.
func (x *facts) deciding() bool {
	if x.term == nil || x.term.Result != "" && x.term.Result != "open" {
		return false
	}
	return success.DecisionDate(x.term).Sub(x.on) <= 120
}

// decisions writes what the client is asked for: the renewal, confirmations and
// their own next decisions.
func (c *composer) decisions() string {
	if c.deciding() {
		ask := c.w.say("decide.renew")
		proof := []success.Link{{Kind: "term", ID: c.term.ID}}
		if r := c.renewal(); r != nil && r.Ask != "" {
			ask = sentence(r.Ask)
			proof = append(proof, success.Link{Kind: "renewal", ID: r.ID})
		}
		c.claim(ask, proof...)
		if c.options.showsPrice() && !c.term.ARR.IsZero() {
			c.claim(c.w.say("decide.terms", "price", c.l.Money(c.term.ARR.Major(), c.term.ARR.Currency), "date", c.l.Date(c.term.End)), success.Link{Kind: "term", ID: c.term.ID})
		}
	}
	if marks := c.claimedMarks(); len(marks) > 0 && c.claimedSum() > 0 {
		n := int64(len(marks))
		word := c.w.spell(n, c.l)
		c.claim(c.w.one(n, "decide.confirm", "n", word, "N", capital(word), "sum", c.claimedText()), c.claimedLinks()...)
	}
	for _, m := range c.coming() {
		if c.isAsk(&m) {
			c.claim(sentence(m.Title), success.Link{Kind: "milestone", ID: m.ID})
		}
	}
	return c.decisionsTitle()
}

func (x *facts) renewal() *success.Renewal {
	for i := range x.f.Renewals {
		if r := &x.f.Renewals[i]; x.term != nil && r.TermID == x.term.ID {
			return r
		}
	}
	return nil
}

// decisionsTitle counts what the records ask for.
func (x *facts) decisionsTitle() string {
	n := int64(0)
	if x.deciding() {
		n++
	}
	if len(x.claimedMarks()) > 0 && x.claimedSum() > 0 {
		n++
	}
	for _, m := range x.coming() {
		if x.isAsk(&m) {
			n++
		}
	}
	return x.asksTitle(n)
}

// asksTitle says how many decisions are asked for, and by when.
func (x *facts) asksTitle(n int64) string {
	by := success.Date(0)
	for _, m := range x.coming() {
		if x.isAsk(&m) {
			by = max(by, m.Due)
		}
	}
	if x.deciding() {
		by = max(by, success.DecisionDate(x.term))
	} else if all := x.coming(); by == 0 && len(all) > 0 {
		by = all[0].Due
	}
	switch {
	case n == 0 && len(x.coming()) == 0:
		return x.w.say("title.decisions.nothing")
	case n == 0:
		return x.w.say("title.decisions.none")
	case by == 0:
		return x.w.one(n, "title.decisions.undated", "n", x.w.spell(n, x.l))
	case by < x.on:
		return x.w.say("title.decisions.past")
	}
	return x.w.one(n, "title.decisions", "n", x.w.spell(n, x.l), "date", x.l.Date(by))
}

// appendix lists the evidence behind the story, newest first, thirty at most.
func (c *composer) appendix() string {
	list := keep(c.f.Evidence, func(e *success.Evidence) bool { return e.Title != "" && e.On <= c.on })
	slices.SortStableFunc(list, func(a, b success.Evidence) int {
		return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(a.ID, b.ID))
	})
	for _, e := range list[:min(len(list), 30)] {
		text := e.Title
		if e.EvidenceKind == "quote" {
			text = c.l.Quote(e.Body) + " (" + e.Title + ")"
		} else if e.On != 0 {
			text += ", " + c.l.Date(e.On)
		}
		if what := c.about(e.Subject); what != "" {
			text = c.w.say("appendix.for", "what", what, "title", text)
		}
		c.claim(sentence(text), success.Link{Kind: "evidence", ID: e.ID})
	}
	return c.w.say("section.appendix")
}

// about names what a piece of evidence belongs to: a benefit or a measure.
func (x *facts) about(subject success.Link) string {
	switch subject.Kind {
	case "benefit":
		if b := find(x.f.Benefits, subject.ID); b != nil {
			return b.Title
		}
	case "benefit_step":
		if s := find(x.f.Steps, subject.ID); s != nil {
			return x.about(success.Link{Kind: "benefit", ID: s.BenefitID})
		}
	case "measure":
		if m := find(x.f.Measures, subject.ID); m != nil {
			return m.Name
		}
	case "reading":
		if r := find(x.f.Readings, subject.ID); r != nil {
			return x.about(success.Link{Kind: "measure", ID: r.MeasureID})
		}
	}
	return ""
}
