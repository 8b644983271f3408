package page

import (
	_ "embed" // the styles
	"strconv"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/story/model"
)

//go:embed slides.css
var slideStyle string

// Slide is one slide of a document: HTML that fills the width of its container,
// which must be one of container queries. Page is its place among the document's
// pages; a page that does not fit on one slide runs on to further ones.
type Slide struct {
	Page      int
	Continued bool
	HTML      string
}

// SlideStyle is the style sheet of slides, scoped to elements of class td-story.
func SlideStyle() string { return style + slideStyle }

// Slides draws a document as slides of 16 to 9, each an <article> like that of HTML
// without the styles, which SlideStyle has.
func Slides(doc *model.Document, o Options) []Slide {
	if o.Prefix == "" {
		o.Prefix = "td"
	}
	layouts := drawing.Slides(doc)
	total := 0
	for _, l := range layouts {
		total += len(l.Sheets)
	}
	out := make([]Slide, 0, total)
	for i, l := range layouts {
		for k := range l.Sheets {
			number := len(out) + 1
			one := o
			one.Prefix, one.Standalone = o.Prefix+strconv.Itoa(number), false
			p := &writer{doc: doc, o: one, layout: l}
			p.slide(&l.Sheets[k], i, k > 0, strconv.Itoa(number)+" / "+strconv.Itoa(total))
			out = append(out, Slide{Page: i, Continued: k > 0, HTML: p.b.String()})
		}
	}
	return out
}

func (p *writer) slide(s *drawing.Sheet, page int, continued bool, number string) {
	class := "td-slide"
	if page == 0 && p.doc.Pages[0].Key == model.KeyTitle {
		class += " td-cover"
	}
	f := p.layout.Format
	p.raw(`<article class="td-story" lang="`, p.language(), `" dir="auto"`, p.brand(), `><div class="`, class, `" style="--td-w:`, num(f.W), `;--td-h:`, num(f.H), `">`)
	if continued {
		word := p.doc.Words.Continued
		if word == "" {
			word = "continued"
		}
		p.raw(`<p class="td-running"><b>`, esc(p.doc.Pages[page].Title), " (", esc(word), ")</b></p>")
	}
	p.raw(`<div class="td-room">`)
	p.sections(s)
	p.raw(`</div><div class="td-foot-line"><span>`, esc(p.doc.Confidentiality), "</span><span>")
	if p.doc.VersionText != "" {
		p.raw(esc(p.doc.VersionText), " · ")
	}
	p.raw(number, "</span></div></div></article>")
}
