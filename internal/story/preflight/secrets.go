package preflight

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/success"
)

// secret is a text that must not be seen, in folded words.
type secret struct {
	record success.Link
	what   string // "a note of ours"
	words  []string
	short  bool // a name or title: found whole, however short
}

// window is how many words in a row of an internal text give it away.
const window = 4

// learnWords gathers the words of what the client may see: a term of theirs is
// no leak.
func (c *check) learnWords() {
	c.common = map[string]bool{}
	for _, text := range visibleTexts(c.visible) {
		for _, w := range folds(text) {
			c.common[w] = true
		}
	}
	for i := range c.in.Claims { // what we write ourselves gives nobody away
		if !story.Edited(c.in.Story, &c.in.Claims[i]) {
			for _, w := range folds(c.in.Claims[i].Text) {
				c.common[w] = true
			}
		}
	}
}

// visibleTexts are the texts of records that a client may see.
func visibleTexts(f *success.File) []string {
	texts := []string{f.Account.Name, f.Account.Segment}
	for i := range f.Plans {
		texts = append(texts, f.Plans[i].Title, f.Plans[i].Summary)
	}
	for i := range f.Outcomes {
		o := &f.Outcomes[i]
		texts = append(texts, o.Statement, o.Quote, o.Job, o.WhyItMatters, o.Link)
	}
	for i := range f.Measures {
		m := &f.Measures[i]
		texts = append(texts, m.Name, m.Unit, m.UnitValueBasis, m.Source)
	}
	for i := range f.BehaviorChanges {
		b := &f.BehaviorChanges[i]
		texts = append(texts, b.Process, b.From, b.To, b.WhyToday, b.Who)
	}
	for i := range f.Milestones {
		texts = append(texts, f.Milestones[i].Title)
	}
	for i := range f.Benefits {
		texts = append(texts, f.Benefits[i].Title, f.Benefits[i].Group, f.Benefits[i].Dimension)
	}
	for i := range f.Evidence {
		texts = append(texts, f.Evidence[i].Title, f.Evidence[i].Body)
	}
	for i := range f.Questions {
		texts = append(texts, f.Questions[i].Text, f.Questions[i].Answer)
	}
	for i := range f.Insights {
		texts = append(texts, f.Insights[i].Text)
	}
	for i := range f.Stakeholders {
		texts = append(texts, f.Stakeholders[i].Name, f.Stakeholders[i].Title, f.Stakeholders[i].Team)
	}
	for i := range f.Touchpoints {
		texts = append(texts, f.Touchpoints[i].Summary)
	}
	return texts
}

// learnSecrets gathers what is internal: records marked so, and the fields that
// are ours by nature.
func (c *check) learnSecrets() {
	f := c.live
	add := func(kind success.Kind, id success.ID, what string, short bool, texts ...string) {
		for _, text := range texts {
			if words := folds(text); len(words) > 0 {
				c.secrets = append(c.secrets, secret{success.Link{Kind: kind, ID: id}, what, words, short})
			}
		}
	}
	a := &f.Account
	add("account", a.ID, ofOurNotesOnTheAccount, false, a.Notes, a.CancelReason)
	for i := range f.Benefits {
		if b := &f.Benefits[i]; b.Internal {
			add("benefit", b.ID, ofAnInternalBenefit, true, b.Title)
		}
	}
	for i := range f.Evidence {
		if e := &f.Evidence[i]; e.Internal {
			add("evidence", e.ID, ofInternalEvidence, false, e.Title, e.Body)
		}
	}
	for i := range f.Touchpoints {
		if t := &f.Touchpoints[i]; t.Internal {
			add("touchpoint", t.ID, ofAnInternalConversation, false, t.Summary)
		}
	}
	for i := range f.Stakeholders {
		s := &f.Stakeholders[i]
		add("stakeholder", s.ID, ofWhatWeThinkSomebodyCaresAbout, false, s.CaresAbout)
		if s.Internal {
			add("stakeholder", s.ID, ofAPersonKeptInternal, true, s.Name)
		}
	}
	for i := range f.Terms {
		add("term", f.Terms[i].ID, ofOurReasonForAResult, false, f.Terms[i].ResultReason)
	}
	for i := range f.Renewals {
		r := &f.Renewals[i]
		add("renewal", r.ID, ofOurWorkOnTheRenewal, false, r.Mitigation, r.Lessons, r.Concessions)
		for _, g := range r.Gates {
			add("renewal", r.ID, ofOurCallOnTheRenewal, false, g.Reason)
		}
		for _, item := range r.Checklist {
			add("renewal", r.ID, ofOurChecklist, false, item.Text)
		}
	}
	c.dropVisible()
}

// dropVisible leaves out what the client may see elsewhere, word for word.
func (c *check) dropVisible() {
	seen := map[string]bool{}
	for _, text := range visibleTexts(c.visible) {
		words := folds(text)
		for i := range words {
			if i+window <= len(words) {
				seen[strings.Join(words[i:i+window], " ")] = true
			}
		}
		seen[strings.Join(words, " ")] = true
	}
	var kept []secret
	for _, s := range c.secrets {
		if len(s.words) <= window || s.short {
			if !seen[strings.Join(s.words, " ")] && s.tells() {
				kept = append(kept, s)
			}
			continue
		}
		for i := 0; i+window <= len(s.words); i++ {
			if part := s.words[i : i+window]; !seen[strings.Join(part, " ")] {
				kept = append(kept, secret{s.record, s.what, part, false})
			}
		}
	}
	c.secrets = kept
	c.byFirst = map[string][]int{}
	for i := range kept {
		first := kept[i].words[0]
		if kept[i].short { // its first word may be in another case
			first = ""
		}
		c.byFirst[first] = append(c.byFirst[first], i)
	}
}

// tells reports whether a short text would be known again.
func (s *secret) tells() bool {
	return s.short && len(strings.Join(s.words, "")) >= 4 || len(s.words) >= 3
}

// internals finds words of internal records.
func (c *check) internals(t Text, words []word) {
	told := map[success.Link]bool{}
	for i := range words {
		for _, list := range [][]int{c.byFirst[words[i].fold], c.byFirst[""]} {
			for _, at := range list {
				s := &c.secrets[at]
				if told[s.record] || i+len(s.words) > len(words) || !s.at(words[i:]) {
					continue
				}
				told[s.record] = true
				found := t.Text[words[i].from:words[i+len(s.words)-1].to]
				c.add(Finding{Code: CodeInternal, Level: Error, Place: t.Place, Found: found, Record: s.record,
					Message: fmt.Sprintf("%q stands in %s, which the client must not see.", found, s.what)})
			}
		}
	}
	if m := internalMark.FindString(t.Text); m != "" {
		c.add(Finding{Code: CodeInternal, Level: Error, Place: t.Place, Found: m, Message: fmt.Sprintf("%q marks a text that is for us only.", m)})
	}
}

func (s *secret) at(words []word) bool {
	for i, w := range s.words {
		if words[i].fold != w && (!s.short || !inflects(words[i].fold, w, false)) {
			return false
		}
	}
	return true
}

// departed finds people who have left.
func (c *check) departed(t Text, words []word) {
	if t.generated && t.Place.Section != story.SectionAims {
		return // who confirmed a figure confirmed it, also when they are gone; words quoted are asked about
	}
	mine := c.ownWords(words)
	for i := range c.live.Stakeholders {
		s := &c.live.Stakeholders[i]
		if s.LeftOn == 0 || s.LeftOn > c.in.On {
			continue
		}
		for _, name := range c.namesOf(s) {
			at := whereNamed(words, mine, name)
			if at < 0 {
				continue
			}
			found := t.Text[words[at].from:words[at+len(name)-1].to]
			if leftWords.MatchString(t.Text) {
				break
			}
			c.add(Finding{Code: CodeLeft, Level: Warning, Place: t.Place, Found: found, Name: s.Name, Record: success.Link{Kind: "stakeholder", ID: s.ID},
				Message: fmt.Sprintf("%s left on %s.", s.Name, s.LeftOn)})
			break
		}
	}
}

// whereNamed finds a name in capitals among words that are not the account's
// own name; -1 where it is not.
func whereNamed(words []word, mine []bool, name []string) int {
	for i := 0; i+len(name) <= len(words); i++ {
		if mine[i] || !words[i].upper {
			continue
		}
		all := true
		for k, w := range name {
			all = all && inflects(words[i+k].fold, w, true)
		}
		if all {
			return i
		}
	}
	return -1
}

// namesOf are the whole name, and each part of it that nobody who is still
// there has and that is no word of the client's records.
func (c *check) namesOf(s *success.Stakeholder) [][]string {
	whole := folds(s.Name)
	if len(whole) == 0 {
		return nil
	}
	out := [][]string{whole}
	if len(whole) == 1 {
		return out
	}
	for _, part := range whole {
		taken := slices.ContainsFunc(c.live.Stakeholders, func(o success.Stakeholder) bool {
			return o.ID != s.ID && slices.Contains(folds(o.Name), part)
		})
		if len(part) >= 3 && !taken {
			out = append(out, []string{part})
		}
	}
	return out
}
