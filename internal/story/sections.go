package story

import (
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
)

// ownSection begins the key of a section that the author added.
const ownSection = "own-"

// OwnSection returns the key of a section that the author adds.
func OwnSection(id success.ID) string { return ownSection + string(id) }

// IsOwnSection reports whether a section is one that the author added.
func IsOwnSection(key string) bool { return strings.HasPrefix(key, ownSection) }

// SectionsOf lists a story's sections in its order: as the story has them, and
// those that it does not name where they usually stand.
func SectionsOf(st *success.Story) []success.StorySection {
	out := make([]success.StorySection, 0, len(st.Sections))
	for _, s := range st.Sections {
		if s.Key != SectionComposed && s.Key != "" {
			out = append(out, s)
		}
	}
	after := -1
	for _, key := range Sections() {
		if at := slices.IndexFunc(out, func(s success.StorySection) bool { return s.Key == key }); at >= 0 {
			after = at
			continue
		}
		after++
		out = slices.Insert(out, after, success.StorySection{Key: key})
	}
	return out
}

// hides reports whether the author took a section out.
func (p *pages) hides(section string) bool {
	return slices.ContainsFunc(p.story.Sections, func(s success.StorySection) bool { return s.Key == section && s.Hidden })
}

// sectionOf is the section that a page is of.
func sectionOf(key model.Key) string {
	switch {
	case key == model.KeyScorecard, key == model.KeyHeadline, strings.HasPrefix(string(key), string(model.KeyOutcome)):
		return SectionResults
	case strings.HasPrefix(string(key), string(model.KeyAppendix)):
		return SectionAppendix
	}
	return string(key)
}

// arranged puts pages into the order of the story's sections, without those
// that were taken out and with those the author added. The cover stays first.
func (p *pages) arranged(in []model.Page) []model.Page {
	sections := SectionsOf(p.story)
	place := map[string]int{}
	own, last, moved := false, -1, false
	for i, s := range sections {
		place[s.Key] = i
		own = own || IsOwnSection(s.Key)
		if at := slices.Index(Sections(), s.Key); at >= 0 {
			moved = moved || at < last
			last = at
		}
	}
	out := make([]model.Page, 0, len(in))
	for _, page := range in {
		key := sectionOf(page.Key)
		if key == SectionWork && p.hides(SectionWork) {
			key = SectionLearned // the page is of both
		}
		if !p.hides(key) {
			out = append(out, page)
		}
	}
	if !own && !moved {
		return out
	}
	for _, s := range sections {
		if page, ok := p.ownPage(&s); ok {
			out = append(out, page)
		}
	}
	at := func(page *model.Page) int {
		if page.Key == model.KeyTitle {
			return -1
		}
		if i, known := place[sectionOf(page.Key)]; known {
			return i
		}
		return len(sections)
	}
	slices.SortStableFunc(out, func(a, b model.Page) int { return at(&a) - at(&b) })
	return out
}

// ownPage is the page of a section that the author added.
func (p *pages) ownPage(s *success.StorySection) (model.Page, bool) {
	page := model.Page{Key: model.Key(s.Key), Title: s.Title}
	if !IsOwnSection(s.Key) || s.Hidden {
		return page, false
	}
	p.withOwn(&page, s.Key)
	page.Notes = p.notes(s.Key)
	return page, len(page.Blocks) > 0
}

// own returns the sentences of a section that the author wrote or changed, to
// stand on the page: what a person wrote is never left out.
func (p *pages) own(section string) []model.Paragraph {
	var out []model.Paragraph
	for _, c := range p.in(section) {
		if p.known[fingerprint(c.Section, c.Text)] {
			continue
		}
		said := prose.Parse(c.Text)
		if len(said) == 1 && !said[0].Item() && !said[0].Heading {
			said[0].Bullet = true
		}
		out = append(out, said...)
	}
	return out
}
