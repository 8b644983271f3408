package desktop

import (
	"fmt"
	"strings"

	"github.com/tendril-app/tendril/internal/document/page"
	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
)

// PreviewInput asks for the pages of a story with words that are not saved yet:
// those of Claim, or of a new claim of Section where Claim is empty. Without
// Words nothing is unsaved.
type PreviewInput struct {
	Story   string          `json:"story"`
	Locale  string          `json:"locale"`
	Claim   string          `json:"claim"`
	Section string          `json:"section"`
	Words   []ParagraphView `json:"words"`
}

// PreviewView are the sheets of a story as they print: HTML without scripts or
// addresses. A part with data-section is made of that section, one with
// data-claim says that claim.
type PreviewView struct {
	HTML string `json:"html"`
}

// Preview draws a story's sheets by the measures of the PDF.
func (x *Stories) Preview(in PreviewInput) (_ PreviewView, err error) {
	defer x.app.catch("stories.preview", &err)
	d, err := x.desk(in.Story)
	if err != nil {
		return PreviewView{}, err
	}
	claims := d.claims
	if text := textOf(in.Words); text != "" {
		claims = d.unsaved(in, text)
	}
	doc, err := d.document(claims, in.Locale)
	if err != nil {
		return PreviewView{}, err
	}
	o := page.Options{Claims: make([]page.Claim, 0, len(claims))}
	for i := range claims {
		for _, p := range prose.Parse(claims[i].Text) { // each of its paragraphs is the claim's
			o.Claims = append(o.Claims, page.Claim{ID: string(claims[i].ID), Section: claims[i].Section, Text: p.String()})
		}
	}
	var out strings.Builder
	if err := page.HTML(&out, doc, o); err != nil {
		return PreviewView{}, fmt.Errorf("draw the preview: %w", err)
	}
	return PreviewView{HTML: out.String()}, nil
}

// unsaved returns the claims with words that were typed and not written yet.
func (d *onDesk) unsaved(in PreviewInput, text string) []success.Claim {
	claims := append([]success.Claim{}, d.claims...)
	for i := range claims {
		if string(claims[i].ID) == in.Claim {
			claims[i].Text = text
			return claims
		}
	}
	fresh := success.Claim{StoryID: d.story.ID, Section: in.Section, Text: text}
	if n := len(claims); n > 0 {
		fresh.Position = success.Between(claims[n-1].Position, success.Position{})
	}
	return append(claims, fresh)
}
