package desktop

import (
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/prose"
)

// ParagraphView is a paragraph of a claim: Kind is text, heading, bullet or
// number, Level how deep a list item stands (from 0). The window never sees how
// it is written down.
type ParagraphView struct {
	Kind  string    `json:"kind"`
	Level int       `json:"level"`
	Runs  []RunView `json:"runs"`
}

// RunView is a stretch of words in one manner.
type RunView struct {
	Text   string `json:"text"`
	Bold   bool   `json:"bold"`
	Italic bool   `json:"italic"`
}

// The kinds of paragraphs.
const (
	paragraphText    = "text"
	paragraphHeading = "heading"
	paragraphBullet  = "bullet"
	paragraphNumber  = "number"
)

// paragraphsOf reads a claim's text.
func paragraphsOf(text string) []ParagraphView {
	views := []ParagraphView{}
	for _, p := range prose.Parse(text) {
		view := ParagraphView{Kind: paragraphText, Level: p.Level, Runs: []RunView{}}
		switch {
		case p.Heading:
			view.Kind = paragraphHeading
		case p.Bullet:
			view.Kind = paragraphBullet
		case p.Number > 0:
			view.Kind = paragraphNumber
		}
		for _, r := range p.Runs {
			view.Runs = append(view.Runs, RunView{Text: r.Text, Bold: r.Bold, Italic: r.Italic})
		}
		views = append(views, view)
	}
	return views
}

// textOf writes paragraphs as a claim's text; "" where they have no words.
func textOf(views []ParagraphView) string {
	var paragraphs []model.Paragraph
	for _, view := range views {
		p := model.Paragraph{Level: view.Level}
		switch view.Kind {
		case paragraphHeading:
			p.Heading = true
		case paragraphBullet:
			p.Bullet = true
		case paragraphNumber:
			p.Number = 1
		}
		for _, r := range view.Runs {
			p.Runs = append(p.Runs, model.Run{Text: r.Text, Bold: r.Bold, Italic: r.Italic})
		}
		paragraphs = append(paragraphs, p)
	}
	return prose.Write(paragraphs)
}
