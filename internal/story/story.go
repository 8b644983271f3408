// Package story turns an account's records into the renewal story of a term:
// sections of claims, each tied to the records that prove it, and from them
// the pages of a document. It reads records and writes words; it stores
// nothing, knows no file format and takes the day from its caller.
//
// What a client or the public may see is settled once, before a word is
// written: Visible takes internal records out of the file, and every figure,
// sentence and page is made from what is left.
package story

import (
	"cmp"
	"slices"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// The sections of a story, in order. SectionComposed is no section to show: its
// body remembers what Compose wrote, see Recompose.
const (
	SectionAnswer     = "answer"
	SectionAims       = "aims"
	SectionResults    = "results"
	SectionGrowth     = "growth"
	SectionWork       = "work"
	SectionLearned    = "learned"
	SectionInvestment = "investment"
	SectionNext       = "next"
	SectionDecisions  = "decisions"
	SectionAppendix   = "appendix"
	SectionComposed   = "composed"
)

// Sections lists the sections of a story in order.
func Sections() []string {
	return []string{
		SectionAnswer, SectionAims, SectionResults, SectionGrowth, SectionWork,
		SectionLearned, SectionInvestment, SectionNext, SectionDecisions, SectionAppendix,
	}
}

// SectionLabel names a section in a language ("The answer first"); a key that
// is none of Sections is returned as it is.
func SectionLabel(lang, key string) string {
	if _, known := phrases["section."+key]; !known {
		return key
	}
	return words{lang: lang}.say("section." + key)
}

// Options say for whom and how a story is written. The zero value is a client's
// story in English (en-GB) without commercial terms.
type Options struct {
	// Kind is what the story is told as; a deck where empty. A renewal page is for
	// the client or for us.
	Kind model.Kind
	// Anonymous hides in a success story who the client is.
	Anonymous bool
	// Audience is client where empty.
	Audience model.Audience
	// Language is that of the phrases ("en", "de"); empty follows Locale.
	Language string
	// Locale writes numbers, dates and money ("en-GB" where empty).
	Locale string
	// Commercial puts prices into the sections on investment and decisions of
	// a client's story. An internal one always has them, a public one never.
	Commercial bool
	// Length is how many slides a deck has, about: 10 (also where it is none of
	// Lengths), 5 for executives, 15 with a page for each outcome.
	Length int
	// Without names pages to leave out, by key; a part's key ("appendix",
	// "outcome") leaves out all its pages.
	Without []string
	// Silences names times without news in a client's picture too; an internal
	// one always does.
	Silences bool
	// Presenter makes the document of a client's story the presenter's own
	// copy: the same pages, marked internal so that notes may be drawn.
	Presenter bool
	// Logo is the provider's; nil where there is none.
	Logo *model.Logo
}

// Lengths lists the lengths of a deck, the usual one first.
func Lengths() []int { return []int{10, 5, 15} }

func (o Options) filled() Options {
	if o.Audience == "" {
		o.Audience = model.AudienceClient
	}
	if o.Locale == "" {
		o.Locale = cmp.Or(o.Language, "en-GB")
	}
	locale := NewLocale(o.Locale)
	o.Locale, o.Language = locale.Tag(), cmp.Or(o.Language, locale.lang)
	return o
}

// Draft is a composed story that is not a record yet: neither the story nor its
// claims have ids, and the claims do not name their story.
type Draft struct {
	Story  success.Story
	Claims []success.Claim
}

// Records gives the draft ids and returns it as records, the story first.
func (d *Draft) Records(newID func() success.ID) []success.Record {
	story := d.Story
	story.ID = newID()
	out := []success.Record{&story}
	for i := range d.Claims {
		c := d.Claims[i]
		c.ID, c.StoryID = newID(), story.ID
		out = append(out, &c)
	}
	return out
}

// Visible returns what an audience may see of an account: the live file, and
// for a client or the public one without internal records, without what hangs
// on them, and without the words of people who gave no leave to be quoted
// there on a day.
func Visible(f *success.File, audience model.Audience, on success.Date) *success.File {
	live := *f.Live()
	if audience == model.AudienceInternal {
		return &live
	}
	live.Stakeholders = slices.Clone(live.Stakeholders)
	live.Stakeholders = slices.DeleteFunc(live.Stakeholders, func(s success.Stakeholder) bool { return s.Internal })
	for i := range live.Stakeholders {
		live.Stakeholders[i].Stance = nil
	}
	live.Benefits = keep(live.Benefits, func(b *success.Benefit) bool { return !b.Internal })
	live.Steps = keep(live.Steps, func(s *success.BenefitStep) bool { return has(live.Benefits, s.BenefitID) })
	live.Touchpoints = keep(live.Touchpoints, func(t *success.Touchpoint) bool { return !t.Internal })
	live.Outcomes = slices.Clone(live.Outcomes)
	for i := range live.Outcomes {
		o := &live.Outcomes[i]
		if o.QuotedStakeholderID != "" && !mayQuote(&live, o.QuotedStakeholderID, audience, on) {
			o.Quote = ""
		}
	}
	live.Evidence = visibleEvidence(&live, audience, on)
	return &live
}

// visibleEvidence drops internal evidence, our own notes, quotes without leave
// and what hangs on records that are no longer in the file.
func visibleEvidence(f *success.File, audience model.Audience, on success.Date) []success.Evidence {
	return keep(f.Evidence, func(e *success.Evidence) bool {
		switch {
		case e.Internal, e.EvidenceKind == "note" && e.StakeholderID == "":
			return false
		case e.EvidenceKind == "quote" && !mayQuote(f, e.StakeholderID, audience, on):
			return false
		case e.Subject.Kind == "benefit":
			return has(f.Benefits, e.Subject.ID)
		case e.Subject.Kind == "benefit_step":
			return has(f.Steps, e.Subject.ID)
		case e.Subject.Kind == "touchpoint":
			return has(f.Touchpoints, e.Subject.ID)
		}
		return true
	})
}

// mayQuote reports whether a person's words may be shown to an audience. To the
// client's own people they may unless they were given for our ears only; to the
// public only with leave for it, while it lasts.
func mayQuote(f *success.File, who success.ID, audience model.Audience, on success.Date) bool {
	if audience == model.AudienceInternal {
		return true
	}
	s := find(f.Stakeholders, who)
	if s == nil || s.QuotePermission == "internal" {
		return false
	}
	if s.QuotePermissionUntil != 0 && s.QuotePermissionUntil < on {
		return false
	}
	return audience == model.AudienceClient || s.QuotePermission == "public"
}

// keep returns the records that pass, in a list of its own.
func keep[T any](list []T, pass func(*T) bool) []T {
	out := make([]T, 0, len(list))
	for i := range list {
		if pass(&list[i]) {
			out = append(out, list[i])
		}
	}
	return out
}

// find returns the record with an id, or nil.
func find[T any, P interface {
	*T
	success.Record
}](list []T, id success.ID) *T {
	if id == "" {
		return nil
	}
	for i := range list {
		if P(&list[i]).Base().ID == id {
			return &list[i]
		}
	}
	return nil
}

func has[T any, P interface {
	*T
	success.Record
}](list []T, id success.ID) bool {
	return find[T, P](list, id) != nil
}
