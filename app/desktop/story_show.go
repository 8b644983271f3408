package desktop

import (
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/document/page"
	"github.com/tendril-app/tendril/internal/story/model"
)

// ShowView is a story as it is presented. Style is the style sheet of all slides.
type ShowView struct {
	Title  string      `json:"title"`
	Told   bool        `json:"told"`
	Style  string      `json:"style"`
	Slides []SlideView `json:"slides"`
}

// SlideView is one slide: HTML without scripts or addresses, which is all that the
// audience sees. Notes and Sources are the presenter's: what to say, and where the
// figures come from and how they were reckoned.
type SlideView struct {
	Section   string   `json:"section"`
	Title     string   `json:"title"`
	Continued bool     `json:"continued"`
	HTML      string   `json:"html"`
	Notes     []string `json:"notes"`
	Sources   []string `json:"sources"`
}

// StoryShow presents stories.
type StoryShow struct{ stories *Stories }

// NewStoryShow returns the bound presenting.
func NewStoryShow(app *App) *StoryShow { return &StoryShow{NewStories(app)} }

// Slides draws a story as slides, of the document that its audience is given: a told
// one as it was told. It returns CodeNotFound for a story that is not there.
func (x *StoryShow) Slides(id, locale string) (_ ShowView, err error) {
	defer x.stories.app.catch("story_show.slides", &err)
	d, err := x.stories.desk(id)
	if err != nil {
		return ShowView{}, err
	}
	doc, err := d.document(d.claims, locale)
	if err != nil {
		return ShowView{}, err
	}
	view := ShowView{Title: doc.Title, Told: d.story.Status == "told", Style: page.SlideStyle(), Slides: []SlideView{}}
	for _, s := range page.Slides(doc, page.Options{Prefix: "show"}) {
		p := &doc.Pages[s.Page]
		view.Slides = append(view.Slides, SlideView{
			Section: page.SectionOf(p.Key), Title: p.Title, Continued: s.Continued, HTML: s.HTML,
			Notes: append([]string{}, p.Notes...), Sources: sourcesOf(doc, p),
		})
	}
	return view, nil
}

// sourcesOf is what proves a page: its own line, and source and method of each of
// its pictures.
func sourcesOf(doc *model.Document, p *model.Page) []string {
	out := []string{}
	add := func(head, text string) {
		if text == "" {
			return
		}
		if head != "" && !strings.HasPrefix(text, head) {
			text = head + ": " + text
		}
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	add("", p.Foot)
	for _, b := range p.Blocks {
		if b.Chart != nil {
			add(doc.Words.Source, b.Chart.Source)
			add(doc.Words.Method, b.Chart.Method)
		}
		if b.Value != nil {
			add(doc.Words.Source, b.Value.Source)
			add(doc.Words.Method, b.Value.Method)
		}
	}
	return out
}
