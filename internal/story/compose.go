package story

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
)

// Compose writes the story of a term from an account's records as of a day: ten
// sections, each sentence a claim with the records that prove it. The draft is
// the author's from then on. An empty term means the account's renewal. It
// returns CodeNotFound for a term that is not in the file.
func Compose(f *success.File, s *success.Settings, term success.ID, on success.Date, o Options) (Draft, error) {
	return composeFor(f, s, term, "", on, o)
}

func composeFor(f *success.File, s *success.Settings, term, story success.ID, on success.Date, o Options) (Draft, error) {
	x, err := gather(f, s, term, story, on, o)
	if err != nil {
		return Draft{}, err
	}
	draft := x.compose()
	remember(&draft)
	return draft, nil
}

// compose writes the draft of the facts.
func (x *facts) compose() Draft {
	c := &composer{facts: x}
	for _, part := range []struct {
		key   string
		write func() string
	}{
		{SectionAnswer, c.answer}, {SectionAims, c.aims}, {SectionResults, c.results}, {SectionGrowth, c.growth},
		{SectionWork, c.work}, {SectionLearned, c.learned}, {SectionInvestment, c.investment}, {SectionNext, c.next},
		{SectionDecisions, c.decisions}, {SectionAppendix, c.appendix},
	} {
		c.section = part.key
		title := part.write()
		c.draft.Story.Sections = append(c.draft.Story.Sections, success.StorySection{Key: part.key, Title: title})
	}
	st := &c.draft.Story
	if x.term != nil {
		st.TermID = x.term.ID
	}
	st.Title, st.Audience, st.Status = c.storyTitle(), string(x.options.Audience), "draft"
	st.Locale = x.options.Locale
	return c.draft
}

// composer collects the claims of a draft.
type composer struct {
	*facts
	draft   Draft
	section string
}

// claim adds a sentence with its proof to the section at hand. Empty texts are
// left out, so that a phrase can be for one audience only.
func (c *composer) claim(text string, proof ...success.Link) {
	text = strings.TrimSpace(text)
	if text == "" {
		return
	}
	c.draft.Claims = append(c.draft.Claims, success.Claim{
		Section: c.section, Text: prose.Escape(text), Proof: proof,
		Position: success.Position{Decimal: decimal.NewFromInt(int64(len(c.draft.Claims) + 1))},
	})
}

// standing returns what a sentence about the whole stands on where no benefit
// does: the plan's outcomes, else the term, else the account.
func (c *composer) standing() []success.Link {
	var out []success.Link
	for i := range c.outcomes {
		out = append(out, success.Link{Kind: "outcome", ID: c.outcomes[i].ID})
	}
	if len(out) == 0 && c.term != nil {
		out = append(out, success.Link{Kind: "term", ID: c.term.ID})
	}
	if len(out) == 0 {
		out = append(out, success.Link{Kind: "account", ID: c.f.Account.ID})
	}
	return out
}

func (c *composer) storyTitle() string {
	if c.plan != nil && c.plan.Title != "" {
		return c.plan.Title
	}
	return c.w.say("title.story.default")
}

// short and full write money in the account's currency.
func (x *facts) short(v float64) string { return x.l.ShortMoney(v, x.velocity.Currency) }

func (x *facts) full(v float64) string { return x.l.Money(v, x.velocity.Currency) }

// answerTitle is the story in one sentence.
func (x *facts) answerTitle() string {
	is, was := x.axes.Value.Is, x.axes.Value.Was
	people := int64(x.axes.People.Is - x.axes.People.Was)
	days := ""
	if x.velocity.SilenceDays != nil {
		days = x.l.Count(int64(*x.velocity.SilenceDays))
	}
	pairs := []string{"sum", x.short(is), "was", x.short(was), "people", x.l.Count(people), "days", days}
	switch {
	case x.velocity.Proved.Benefits == 0 && x.claimedSum() > 0:
		return x.w.say("title.answer.claimed", "sum", x.short(x.claimedSum()))
	case is == 0 && x.velocity.Proved.People > 0:
		return x.w.say("title.answer.peopleonly", "people", x.l.Count(x.velocity.Proved.People))
	case is == 0 && len(x.outcomes) == 0:
		return x.w.say("title.answer.nothing")
	case is == 0:
		return x.w.say("title.answer.none")
	case was == 0:
		return x.w.say("title.answer.reached", pairs...)
	case is > was && people > 0:
		return x.w.say("title.answer.people", pairs...)
	case is > was:
		return x.w.say("title.answer.grown", pairs...)
	case is < was:
		return x.w.say("title.answer.fallen", pairs...)
	case x.isSilent():
		return x.w.say("title.answer.silent", pairs...)
	}
	return x.w.say("title.answer.level", pairs...)
}

// isSilent reports whether nothing new came for 120 days or more.
func (x *facts) isSilent() bool {
	return x.velocity.SilenceDays != nil && *x.velocity.SilenceDays >= silentDays
}

// silentDays is how long nothing new has to last to be called a silence.
const silentDays = 120

func (c *composer) answer() string {
	proved := c.velocity.Proved
	date := c.l.Date(c.on)
	switch {
	case proved.Benefits == 0:
		c.claim(c.w.say("answer.none"), c.standing()...)
	case proved.Level > 0:
		c.claim(c.levelSentence(date), c.provedLinks()...)
		c.claim(c.reachSentence(), c.provedLinks()...)
	default:
		c.claim(c.reachSentence(), c.provedLinks()...)
	}
	if sum := c.claimedSum(); sum > 0 {
		key := "answer.claimed"
		if proved.Benefits == 0 {
			key = "answer.claimedonly"
			if c.onlyOnce() {
				key = "answer.claimedonly.sum"
			}
		}
		c.claim(c.w.say(key, "sum", c.full(sum)), c.claimedLinks()...)
	}
	c.answerSilence()
	c.answerStale()
	return c.answerTitle()
}

func (c *composer) levelSentence(date string) string {
	key, ratio := "answer.level", ""
	if c.timesPrice() > 0 {
		key, ratio = "answer.level.times", c.l.Number(c.timesPrice(), 1)
	}
	text := c.w.say(key, "date", date, "sum", c.full(c.velocity.Proved.Level), "ratio", ratio)
	if once := c.onceSum(); once > 0 {
		text += " " + c.w.say("answer.once", "sum", c.full(once))
	}
	return text
}

// timesPrice is proved value a year over the recurring price a year: 0 without a
// price and for the public. Below 1 it is no headline for a client; the section
// on investment has the sums.
func (x *facts) timesPrice() float64 {
	if x.arr <= 0 || x.options.Audience == model.AudiencePublic {
		return 0
	}
	ratio := x.velocity.Proved.Level / x.arr
	if ratio < 1 && !x.w.internal {
		return 0
	}
	return ratio
}

// onceSum is the part of the proved level that came once.
func (x *facts) onceSum() float64 {
	var sum float64
	for i := range x.lanes() {
		for _, m := range x.lanes()[i].Marks {
			if m.Kind == "once" && m.Confirmation != "claimed" && m.Amount != nil && m.On <= x.on && x.on.Sub(m.On) <= 364 {
				sum += *m.Amount
			}
		}
	}
	return sum
}

// onlyOnce reports whether all that is claimed came once.
func (x *facts) onlyOnce() bool {
	for _, m := range x.claimedMarks() {
		if m.mark.Kind != "once" {
			return false
		}
	}
	return true
}

func (c *composer) reachSentence() string {
	is, was := c.velocity.Proved, c.axes
	dims := c.w.spell(int64(is.Dimensions), c.l)
	if c.renewed && was.People.Was > 0 && was.People.Is > was.People.Was && is.Dimensions > 1 {
		return c.w.say("answer.reach.from", "people", c.l.Count(is.People), "dims", dims, "was", c.l.Count(int64(was.People.Was)),
			"wasdims", c.w.spell(int64(was.Dimensions.Was), c.l), "when", c.w.say("when.renewal"))
	}
	return c.w.one(int64(is.Dimensions), "answer.reach", "people", c.l.Count(is.People), "dims", dims)
}

func (x *facts) claimedLinks() []success.Link {
	var out []success.Link
	for _, m := range x.claimedMarks() {
		out = append(out, m.mark.Record)
	}
	return out
}

// answerSilence says plainly where nothing is new: since the last told story,
// or for 120 days and more, or at all when first value is overdue.
func (c *composer) answerSilence() {
	v := &c.velocity
	lastNews := success.Date(0)
	if v.SilenceDays != nil {
		lastNews = c.on.AddDays(-*v.SilenceDays)
	}
	switch {
	case v.Proved.Benefits == 0:
		if v.FirstValueOverdue {
			due := c.f.Account.StartDate.AddDays(c.firstValueTarget())
			c.claim(c.w.say("answer.overdue", "date", c.l.Date(due), "days", c.l.Count(int64(c.on.Sub(due)))), c.standing()...)
		}
	case c.told != 0 && lastNews != 0 && lastNews <= c.told:
		key := "answer.nonew.told"
		if c.levelAt(c.told) != v.Proved.Level {
			key = "answer.nonew.moved"
		}
		c.claim(c.w.say(key, "date", c.l.Date(c.told)), c.provedLinks()...)
	case c.isSilent() && lastNews != 0:
		c.claim(c.w.say("answer.nonew", "date", c.l.Date(lastNews), "days", c.l.Count(int64(*v.SilenceDays))), c.provedLinks()...)
	}
}

// levelAt is the proved level on a day of the picture.
func (x *facts) levelAt(on success.Date) float64 {
	level := 0.0
	for _, p := range x.timeline.Levels {
		if p.On > on {
			break
		}
		level = p.Proved
	}
	return level
}

func (x *facts) firstValueTarget() int {
	if t := x.f.Account.FirstValueTargetDays; t != nil {
		return int(*t)
	}
	return 90
}

// answerStale names the benefits whose proof is older than a year.
func (c *composer) answerStale() {
	var titles []string
	var proof []success.Link
	for i := range c.lanes() {
		if lane := &c.lanes()[i]; lane.Stale && c.inForce(lane) {
			titles = append(titles, c.l.Quote(lane.Title))
			proof = append(proof, c.proof(lane))
		}
	}
	if len(titles) > 0 {
		c.claim(c.w.say("answer.stale", "titles", c.w.list(titles)), proof...)
	}
}
