package page_test

import (
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/drawing/drawingtest"
	"github.com/tendril-app/tendril/internal/document/page"
)

func TestEveryPageHasASlideOfItsOwnWithAllItSays(t *testing.T) {
	t.Parallel()
	for _, name := range drawingtest.Names() {
		doc := drawingtest.Document(name)
		slides := page.Slides(doc, page.Options{})
		said := map[int]string{}
		for i, s := range slides {
			said[s.Page] += s.HTML
			if s.Continued != (i > 0 && slides[i-1].Page == s.Page) {
				t.Errorf("%s: slide %d of page %d says continued %v", name, i+1, s.Page, s.Continued)
			}
			if strings.Contains(s.HTML, "<script") || strings.Contains(s.HTML, "http") {
				t.Errorf("%s: slide %d asks for something", name, i+1)
			}
		}
		for i := range doc.Pages {
			for _, b := range doc.Pages[i].Blocks {
				if b.Table == nil {
					continue
				}
				for _, row := range b.Table.Rows {
					for _, cell := range row.Cells {
						if word, _, _ := strings.Cut(cell.Text, " "); !strings.Contains(said[i], strings.ReplaceAll(strings.ReplaceAll(word, "&", "&amp;"), "'", "&#39;")) && len(word) < 40 && plain(word) {
							t.Errorf("%s: page %d does not say %q", name, i+1, cell.Text)
						}
					}
				}
			}
			for _, note := range doc.Pages[i].Notes {
				if len(note) > 20 && strings.Contains(said[i], note) {
					t.Errorf("%s: page %d shows the note %q", name, i+1, note)
				}
			}
		}
	}
}

func plain(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > 'z' || r == '<' || r == '>' }) < 0
}

func TestASlideIsFilledNoFurtherThanItsFoot(t *testing.T) {
	t.Parallel()
	for _, name := range drawingtest.Names() {
		for i, l := range drawing.Slides(drawingtest.Document(name)) {
			if ratio := l.Format.W / l.Format.H; ratio < 1.77 || ratio > 1.78 {
				t.Errorf("%s: page %d is %v wide for its height", name, i+1, ratio)
			}
			for _, s := range l.Sheets {
				if len(s.Strips) == 0 {
					t.Errorf("%s: page %d has an empty slide", name, i+1)
				}
				for _, strip := range s.Strips {
					if strip.Y+strip.H > l.Format.H-30 {
						t.Errorf("%s: page %d: a strip of kind %v ends at %.0f of %.0f", name, i+1, strip.Kind, strip.Y+strip.H, l.Format.H)
					}
				}
			}
		}
	}
}
