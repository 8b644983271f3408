package sample

import (
	"slices"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/success"
)

// handwritten is the section of the open draft whose sentences are its author's;
// all others are as composing writes them.
const handwritten = story.SectionLearned

// draft composes the story that is being written, as its author would have: from
// the records as they stand, with two headings and a section in words of her own.
// So the first story that anybody opens says what its pages say.
func (b *book) draft() {
	at := slices.IndexFunc(b.records, func(rec success.Record) bool {
		s, is := rec.(*success.Story)
		return is && s.Status == "draft"
	})
	if at < 0 {
		return
	}
	open := b.records[at].(*success.Story)
	composed, ok := b.composed(open)
	if !ok {
		return
	}
	own := map[success.Link]bool{}
	b.records = slices.DeleteFunc(b.records, func(rec success.Record) bool {
		c, is := rec.(*success.Claim)
		if !is || c.StoryID != open.ID {
			return false
		}
		if c.Section != handwritten {
			return true
		}
		for _, link := range c.Proof {
			own[link] = true
		}
		return false
	})
	for i := range composed.Claims {
		c := composed.Claims[i]
		if c.Section == handwritten && slices.ContainsFunc(c.Proof, func(l success.Link) bool { return own[l] }) {
			continue // she says it herself
		}
		c.StoryID = open.ID
		b.add("2026-06-08", &c)
	}
	headings := map[string]string{}
	for _, s := range open.Sections {
		headings[s.Key] = s.Title
	}
	open.Sections, open.Locale = composed.Story.Sections, composed.Story.Locale
	for i := range open.Sections {
		if title := headings[open.Sections[i].Key]; title != "" {
			open.Sections[i].Title = title
		}
	}
}

// composed composes a story from the records.
func (b *book) composed(open *success.Story) (story.Draft, bool) {
	all, err := bookOf(b.records)
	if err != nil {
		return story.Draft{}, false
	}
	for _, f := range all.Files {
		for i := range f.Stories {
			if f.Stories[i].ID == open.ID {
				d, err := story.Compose(f, &all.Settings, open.TermID, b.end, story.Options{Locale: "en-GB"})
				return d, err == nil
			}
		}
	}
	return story.Draft{}, false
}
