package story

import (
	"math"
	"unicode/utf8"

	"github.com/tendril-app/tendril/internal/story/model"
)

// mostLines is how many lines of text two sides of paper hold in a legible size.
const mostLines = 136

// How many letters a line across the page holds, and how many lines the parts
// take that are no text.
const (
	acrossLetters = 104.0
	pictureLines  = 11.0
	titleLines    = 2.2
	rowLines      = 0.45 // the white and the rule of a row of a table
)

// linesOf is about how many lines a document takes on paper. It is reckoned from
// its words alone, so that every format and every paper says the same; what is
// over by a little is set a little smaller.
func linesOf(doc *model.Document) float64 {
	lines := 6.0 // the head and the closing line
	for i := range doc.Pages {
		p := &doc.Pages[i]
		if p.Key == model.KeyTitle {
			continue
		}
		if p.Title != "" {
			lines += titleLines
		}
		tallest := 0.0
		for k := range p.Blocks {
			width := 1.0
			if p.Columns {
				width = 0.47
			}
			n := blockLines(&p.Blocks[k], width)
			if !p.Columns {
				lines += n
			}
			tallest = max(tallest, n)
		}
		if p.Columns {
			lines += tallest + 0.6
		}
		lines += 0.9 * broken(p.Foot, 1.2)
	}
	return lines
}

// broken is how many lines a text takes in a part of the page's width.
func broken(text string, width float64) float64 {
	if text == "" {
		return 0
	}
	return math.Ceil(float64(utf8.RuneCountInString(text)) / (acrossLetters * width))
}

func blockLines(b *model.Block, width float64) float64 {
	n := 0.0
	switch {
	case b.Text != nil:
		if b.Text.Heading != "" {
			n += 1.4
		}
		for i := range b.Text.Paragraphs {
			n += broken(b.Text.Paragraphs[i].String(), width*0.97) + 0.25
		}
	case b.Figures != nil:
		each := width / float64(max(len(b.Figures.Items), 3))
		for _, f := range b.Figures.Items {
			n = max(n, 2+broken(f.Label, each)+broken(f.Detail, each*1.1))
		}
	case b.Table != nil:
		n = 1.6 + tableLines(b.Table, width)
	case b.Decisions != nil:
		n = 1.6
		for _, d := range b.Decisions.Items {
			n += max(broken(d.Ask, width*0.6)+0.9*broken(d.Detail, width*0.7), broken(d.Owner, width*0.2)) + rowLines
		}
	case b.Value != nil, b.Chart != nil:
		n = pictureLines
	}
	return n
}

func tableLines(t *model.Table, width float64) float64 {
	all := 0.0
	for _, c := range t.Columns {
		all += max(c.Width, 1)
	}
	n := 0.0
	for i := range t.Rows {
		tall := 1.0
		for k, c := range t.Rows[i].Cells {
			if k < len(t.Columns) {
				share := width * max(t.Columns[k].Width, 1) / all
				tall = max(tall, broken(c.Text, share)+0.9*broken(c.Detail, share*1.2))
			}
		}
		n += tall + rowLines
	}
	return n
}
