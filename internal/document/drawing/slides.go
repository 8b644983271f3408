package drawing

import (
	"cmp"

	"github.com/tendril-app/tendril/internal/story/model"
)

// slideWidths are the widths, in points, that a page is tried on as a slide of 16
// to 9, which a screen then fills: on the narrowest the type is largest, on 640
// points it looks as 14 points do on a slide of a presentation.
var slideWidths = []float64{560, 600, 640, 680, 720, 760}

// The white above and below what a slide shows; a further slide of a page has its
// title again in the white above.
const (
	slideTop    = 30.0
	slideNext   = 52.0
	slideBottom = 40.0
)

// Slides lays each page of a document out on slides of its own, in type as large as
// lets it stand on one; where none does, it runs on to further ones.
func Slides(doc *model.Document) []*Layout {
	out := make([]*Layout, 0, len(doc.Pages))
	for i := range doc.Pages {
		out = append(out, slidesOf(doc, i))
	}
	return out
}

func slidesOf(doc *model.Document, i int) *Layout {
	var l *Layout
	for n, w := range slideWidths {
		l = &Layout{
			Format: Format{"Slide", w, w * 9 / 16}, Width: w - 2*Margin, Scale: 1, doc: doc, Sheets: []Sheet{{Number: 1}},
			first: slideTop, further: slideNext, below: slideBottom,
		}
		strips := l.slideStrips(i)
		if n == len(slideWidths)-1 || tallness(strips) <= l.Format.H-slideTop-slideBottom {
			l.fill(strips)
			break
		}
	}
	return l
}

func (l *Layout) slideStrips(i int) []*Strip {
	page := &l.doc.Pages[i]
	m := &maker{doc: l.doc, width: l.Width, most: l.Format.H - slideNext - slideBottom, locale: cmp.Or(l.doc.Locale, l.doc.Language)}
	strips := []*Strip{}
	if page.Key == model.KeyTitle && i == 0 {
		strips = append(strips, m.cover(page))
	} else {
		strips = m.page(i, page)
	}
	if i == len(l.doc.Pages)-1 && l.doc.Footer != "" {
		s := smallStrip(KindClosing, l.doc.Footer, 12, m.width)
		s.Page, s.Block = -1, -1
		strips = append(strips, s)
	}
	return strips
}

// tallness is the height of strips one under another.
func tallness(strips []*Strip) float64 {
	h := 0.0
	for i, s := range strips {
		if i > 0 {
			h += s.Before
		}
		h += s.H
	}
	return h
}
