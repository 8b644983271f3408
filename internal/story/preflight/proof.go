package preflight

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
)

var (
	hasNumber  = regexp.MustCompile(`\d`)
	saysClaim  = plain(`claim\pL*|confirm|bestätigen|not yet confirmed|unconfirmed|not confirmed|not yet agreed|estimate[ds]?|expected|behauptet\pL*|angenommen\pL*|noch nicht (?:bestätigt|belegt)\pL*|nicht bestätigt\pL*|unbestätigt\pL*|geschätzt\pL*|genannt\pL*`)
	saysStale  = plain(`last (?:measured|read|confirmed)|read on|days old|gelesen am|abgelesen am|tage alt|as of|as at|stale|not (?:measured|confirmed) since|since then|before|zuletzt|stand|nicht mehr (?:gemessen|bestätigt)|veraltet\pL*|older than`)
	datePhrase = regexp.MustCompile(`(?i)\b\d{1,2}(?:st|nd|rd|th|\.)?\s(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\pL*\.?(?:,?\s\d{4})?|\b(?:19|20)\d{2}\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b`)
)

// claims holds each claim against the records behind it.
func (c *check) claims() {
	marks := story.Marks(c.live, c.in.Settings, c.in.Story, c.in.Claims, c.in.On)
	fresh := c.freshNumbers()
	for i := range c.in.Claims {
		claim := &c.in.Claims[i]
		place := Place{Kind: PlaceClaim, Section: claim.Section, Claim: claim.ID}
		text := prose.Plain(claim.Text)
		c.leansOnInternal(claim, place, text)
		if !hasNumber.MatchString(datePhrase.ReplaceAllString(text, "")) {
			continue
		}
		switch marks.Claims[i].State {
		case success.ClaimUnproved:
			c.add(Finding{Code: CodeUnproved, Level: Error, Place: place, Found: text, Message: "This claim has a number and no record that proves it."})
		case success.ClaimStale:
			if !saysStale.MatchString(text) && !saysClaim.MatchString(text) {
				c.add(Finding{Code: CodeStale, Level: Warning, Place: place, Found: text, Message: "What proves this number is old, and the text does not say so."})
			}
		case success.ClaimClaimed:
			if story.Edited(c.in.Story, claim) && !saysClaim.MatchString(text) && c.isMoney(text) {
				c.add(Finding{Code: CodeClaimed, Level: Warning, Place: place, Found: text, Message: "This sum is only claimed, and the text does not say so."})
			}
		case success.ClaimProved:
		}
		if fresh != nil && story.Edited(c.in.Story, claim) && marks.Claims[i].State != success.ClaimUnproved {
			c.movedOn(text, place, fresh)
		}
	}
}

// isMoney reports whether a text names a sum.
func (c *check) isMoney(text string) bool {
	return slices.ContainsFunc(numberPattern.FindAllStringIndex(text, -1), func(at []int) bool {
		_, _, _, money := readNumber(text, at)
		return money
	})
}

// leansOnInternal finds a claim whose proof is not for the client.
func (c *check) leansOnInternal(claim *success.Claim, place Place, text string) {
	for _, link := range claim.Proof {
		if c.isInternal(link) {
			c.add(Finding{Code: CodeInternal, Level: Error, Place: place, Found: text, Record: link, Message: "What proves this claim is internal."})
			return
		}
	}
}

// isInternal reports whether a record is in the file and not for the audience.
func (c *check) isInternal(link success.Link) bool {
	return inFile(c.live, link) && !inFile(c.visible, link)
}

func inFile(f *success.File, link success.Link) bool {
	switch link.Kind {
	case "benefit":
		return slices.ContainsFunc(f.Benefits, func(r success.Benefit) bool { return r.ID == link.ID })
	case "benefit_step":
		return slices.ContainsFunc(f.Steps, func(r success.BenefitStep) bool { return r.ID == link.ID })
	case "evidence":
		return slices.ContainsFunc(f.Evidence, func(r success.Evidence) bool { return r.ID == link.ID && !isNote(&r) })
	case "touchpoint":
		return slices.ContainsFunc(f.Touchpoints, func(r success.Touchpoint) bool { return r.ID == link.ID })
	case "stakeholder":
		return slices.ContainsFunc(f.Stakeholders, func(r success.Stakeholder) bool { return r.ID == link.ID })
	}
	return false
}

// isNote reports whether evidence is a plain note of ours, which a document
// leaves out without being a secret.
func isNote(e *success.Evidence) bool {
	return !e.Internal && e.EvidenceKind == "note" && e.StakeholderID == ""
}

// freshNumbers are the numbers that the records say today: of the records
// themselves, and of the sentences that would be composed from them.
func (c *check) freshNumbers() []float64 {
	if c.in.Story.Status == "told" {
		return nil
	}
	o := c.in.Options
	o.Audience, o.Commercial = model.AudienceInternal, true
	draft, err := story.Compose(c.live, c.in.Settings, c.in.Story.TermID, c.in.On, o)
	if err != nil {
		return nil
	}
	var out []float64
	for i := range draft.Claims {
		out = append(out, numbersIn(draft.Claims[i].Text)...)
	}
	for _, text := range visibleTexts(c.visible) {
		out = append(out, numbersIn(text)...)
	}
	out = append(out, c.recordNumbers()...)
	for _, m := range success.Measures(c.visible, c.in.Settings, c.in.On).Measures {
		if m.Now != nil {
			out = append(out, *m.Now)
		}
		if m.Progress != nil {
			out = append(out, 100**m.Progress)
		}
	}
	return out
}

// recordNumbers are the numbers that stand in the records themselves.
func (c *check) recordNumbers() []float64 {
	var out []float64
	for i := range c.visible.Steps {
		s := &c.visible.Steps[i]
		out = append(out, s.Amount.Major(), s.AmountLow.Major(), s.AmountHigh.Major())
		if s.People != nil {
			out = append(out, float64(*s.People))
		}
	}
	for i := range c.visible.BehaviorChanges {
		if p := c.visible.BehaviorChanges[i].People; p != nil {
			out = append(out, float64(*p))
		}
	}
	for i := range c.visible.Measures {
		m := &c.visible.Measures[i]
		for _, v := range []*float64{m.Baseline, m.Target} {
			if v != nil {
				out = append(out, *v)
			}
		}
	}
	for i := range c.live.Terms {
		t := &c.live.Terms[i]
		out = append(out, t.ARR.Major(), t.ClientCost.Major())
	}
	return out
}

func numbersIn(text string) []float64 {
	var out []float64
	for _, at := range numberPattern.FindAllStringIndex(text, -1) {
		value, _, _, _ := readNumber(text, at)
		out = append(out, value)
	}
	return out
}

// movedOn finds numbers in an author's sentence that no record says today.
// Small numbers and dates are left alone.
func (c *check) movedOn(text string, place Place, fresh []float64) {
	const small = 13
	bare := datePhrase.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
	for _, at := range numberPattern.FindAllStringIndex(bare, -1) {
		value, slack, end, _ := readNumber(bare, at)
		if value < small && !strings.ContainsAny(bare[at[0]:at[1]], ".,") {
			continue
		}
		if slices.ContainsFunc(fresh, func(v float64) bool { return math.Abs(v-value) <= slack*1.0001 || math.Abs(v*100-value) <= slack }) {
			continue
		}
		found := text[at[0]:end]
		c.add(Finding{Code: CodeStale, Level: Warning, Place: place, Found: found,
			Message: fmt.Sprintf("No record says %q today. Has it moved on?", found)})
	}
}

// permissions holds leave to tell the story, and to quote, against the audience.
func (c *check) permissions() {
	place := Place{Kind: PlaceStory}
	st := c.in.Story
	// A success story is for others than the client, whoever it is handed to.
	if o := c.in.Options; o.Audience == model.AudiencePublic || o.Kind == model.KindSuccessStory {
		switch {
		case st.Permission == "anonymous" && !o.Anonymous:
			c.add(Finding{Code: CodePermission, Level: Error, Place: place, Message: "The client gave leave to tell this story without its name only."})
		case st.Permission == "" || st.Permission == "internal":
			c.add(Finding{Code: CodePermission, Level: Error, Place: place, Message: "The client has not given leave to tell this story to others."})
		case st.PermissionUntil != 0 && st.PermissionUntil < c.in.On:
			c.add(Finding{Code: CodePermission, Level: Error, Place: place, Found: st.PermissionUntil.String(), Message: fmt.Sprintf("The leave to tell this story ended on %s.", st.PermissionUntil)})
		case st.PermissionBy == "":
			c.add(Finding{Code: CodePermission, Level: Warning, Place: place, Message: "Nobody is named who gave leave to tell this story."})
		}
	}
	c.quotes()
}

// leftOut tells what is not in an anonymous story, as nobody sees what is missing.
func (c *check) leftOut(doc *model.Document) {
	if !c.in.Options.Anonymous {
		return
	}
	for i := range doc.Pages {
		page := &doc.Pages[i]
		if page.Key != model.KeyLeave || len(page.Blocks) == 0 || page.Blocks[0].Text == nil {
			continue
		}
		found := page.Blocks[0].Text.Paragraphs[0].String()
		c.add(Finding{Code: CodeMasked, Level: Warning, Place: Place{Kind: PlaceStory}, Found: found,
			Message: "An anonymous story leaves out every text that could give the client away. Read what is left."})
	}
}

// quotes finds words of people who gave no leave for this audience, where an
// author has written them in.
func (c *check) quotes() {
	type said struct {
		words []string
		who   success.ID
		link  success.Link
	}
	var all []said
	for i := range c.live.Outcomes {
		o := &c.live.Outcomes[i]
		all = append(all, said{folds(o.Quote), o.QuotedStakeholderID, success.Link{Kind: "outcome", ID: o.ID}})
	}
	for i := range c.live.Evidence {
		if e := &c.live.Evidence[i]; e.EvidenceKind == "quote" {
			all = append(all, said{folds(e.Body), e.StakeholderID, success.Link{Kind: "evidence", ID: e.ID}})
		}
	}
	shown := visibleTexts(c.visible)
	for _, q := range all {
		if len(q.words) < window || c.mayQuote(q.who) || slices.ContainsFunc(shown, func(text string) bool { return hasRun(folds(text), q.words) }) {
			continue // an outcome may be stated in the words that were said
		}
		for _, t := range storyTexts(c.in) {
			if hasRun(folds(t.Text), q.words) {
				c.add(Finding{Code: CodePermission, Level: Error, Place: t.Place, Found: t.Text, Record: q.link, Name: c.nameOf(q.who),
					Message: fmt.Sprintf("“%s” gave no leave to be quoted before this audience.", c.nameOf(q.who))})
			}
		}
	}
}

// hasRun reports whether a text has a window of words in a row of another.
func hasRun(text, said []string) bool {
	for i := 0; i+window <= len(said); i++ {
		for j := 0; j+window <= len(text); j++ {
			if slices.Equal(said[i:i+window], text[j:j+window]) {
				return true
			}
		}
	}
	return false
}

func (c *check) mayQuote(who success.ID) bool {
	at := slices.IndexFunc(c.live.Stakeholders, func(s success.Stakeholder) bool { return s.ID == who })
	if at < 0 {
		return who == "" && c.in.Options.Audience == model.AudienceClient
	}
	s := &c.live.Stakeholders[at]
	if s.QuotePermission == "internal" || s.QuotePermissionUntil != 0 && s.QuotePermissionUntil < c.in.On {
		return false
	}
	return c.in.Options.Audience == model.AudienceClient || s.QuotePermission == "public"
}

func (c *check) nameOf(who success.ID) string {
	for i := range c.live.Stakeholders {
		if c.live.Stakeholders[i].ID == who {
			return c.live.Stakeholders[i].Name
		}
	}
	return "Nobody known"
}
