package story

import (
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
)

// mayTell reports whether somebody's words may stand in the story, and how they
// may be quoted.
func (t *teller) mayTell(id success.ID) (*success.Stakeholder, bool) {
	s := find(t.f.Stakeholders, id)
	if s == nil || s.QuotePermissionUntil != 0 && s.QuotePermissionUntil < t.on {
		return s, false
	}
	switch s.QuotePermission {
	case "public":
		return s, true
	case "named":
		return s, t.audience != model.AudiencePublic || t.mask != nil
	case "anonymous":
		return s, t.mask != nil
	}
	return s, false
}

// by names who said something: anonymous by role alone, and with the leave.
func (t *teller) by(s *success.Stakeholder, on success.Date) string {
	var parts []string
	if t.mask == nil {
		parts = append(parts, s.Name)
	}
	if title := t.say(s.Title); title != "" {
		parts = append(parts, title)
	} else if t.mask != nil {
		parts = append(parts, t.w.say("ss.somebody"))
	}
	if on != 0 {
		parts = append(parts, t.day(on))
	}
	return capital(strings.Join(parts, ", "))
}

func (t *teller) approval(s *success.Stakeholder) string {
	how := t.w.say("ss.how." + s.QuotePermission)
	if s.QuotePermissionUntil != 0 {
		return t.w.say("ss.approved.until", "how", how, "date", t.day(s.QuotePermissionUntil))
	}
	return t.w.say("ss.approved", "how", how)
}

// inTheirWords are paragraphs of a quote and who said it.
func (t *teller) inTheirWords(text, by string, r room) []model.Paragraph {
	return []model.Paragraph{
		{Runs: []model.Run{{Text: t.l.Quote(shorten(text, r.letters)), Client: true}}},
		{Runs: []model.Run{{Text: by, Tone: model.ToneQuiet}}},
	}
}

// wanted is what the client set out for, in its words where they may be told.
func (t *teller) wanted(r room) *model.Text {
	text, why := &model.Text{Heading: t.w.say("ss.wanted")}, "ss.wanted.words"
	for i := range t.outcomes {
		o := &t.outcomes[i]
		s, ok := t.mayTell(o.QuotedStakeholderID)
		if o.Quote == "" || !ok {
			continue
		}
		if words := t.say(o.Quote); words != "" {
			t.quoted[success.Link{Kind: "outcome", ID: o.ID}] = true
			text.Paragraphs = t.inTheirWords(words, t.by(s, o.SaidOn), r)
			return text
		}
		why = "ss.wanted.masked"
	}
	for i := range t.outcomes[:min(len(t.outcomes), 2)] {
		if aim := t.say(t.outcomes[i].Statement); aim != "" {
			text.Paragraphs = append(text.Paragraphs, model.Bullet(sentence(shorten(aim, r.letters))))
		}
	}
	if len(text.Paragraphs) > 0 {
		text.Paragraphs = append(text.Paragraphs, model.Paragraph{Runs: []model.Run{{Text: t.w.say(why), Tone: model.ToneQuiet}}})
	}
	return t.orSay(text, "ss.wanted.none")
}

// quote is one more quote that was approved, with role and approval.
func (t *teller) quote(r room) *model.Text {
	text := &model.Text{Heading: t.w.say("ss.quote")}
	type said struct {
		words string
		who   *success.Stakeholder
		on    success.Date
	}
	var best *said
	consider := func(words string, who success.ID, on success.Date) {
		s, ok := t.mayTell(who)
		if words == "" || !ok || on > t.on || best != nil && on <= best.on {
			return
		}
		if words = t.say(words); words != "" {
			best = &said{words, s, on}
		}
	}
	for i := range t.f.Evidence {
		if e := &t.f.Evidence[i]; e.EvidenceKind == "quote" {
			consider(prose.Plain(e.Body), e.StakeholderID, e.On)
		}
	}
	if best == nil {
		for i := range t.outcomes {
			if o := &t.outcomes[i]; !t.quoted[success.Link{Kind: "outcome", ID: o.ID}] {
				consider(o.Quote, o.QuotedStakeholderID, o.SaidOn)
			}
		}
	}
	if best != nil {
		text.Paragraphs = t.inTheirWords(best.words, t.by(best.who, best.on)+"; "+t.approval(best.who), r)
	}
	return t.orSay(text, "ss.quote.none")
}
