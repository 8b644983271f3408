package document

import (
	"strings"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/metrics"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

const (
	coverSize = 52.0
	coverW    = 720.0
	artH      = 258.0
)

// cover makes the title slide. Its art is the client's own curve, taken from
// the page's value picture: the staircase, without words.
func (d *deck) cover(p *model.Page) error {
	s := d.newSlide(layoutCover)
	s.notes, s.title = p.Notes, ooxml.Clean(p.Title)
	if d.house != nil {
		s.houseCover(p)
		return nil
	}
	hold := func(name, kind string, idx int, text string, r *rect, scale float64) {
		if ooxml.Clean(text) != "" {
			s.placeholder(name, kind, idx, r, scale, []para{{spans: []span{{text: text}}, bare: true}})
		}
	}
	hold("Parties", "body", 13, d.doc.Parties, nil, 1)
	title, sub := p.Title, p.Subtitle
	if title == "" {
		title = d.doc.Title
	}
	size, lines := metrics.Fit(metrics.SansBold, ooxml.Clean(title), coverW, coverSize, 20, 3)
	r := rect{X: margin, Y: 92, W: coverW, H: float64(min(lines, 7))*size*metrics.LineHeight*0.97 + 4}
	hold("Title", "ctrTitle", 0, title, &r, size/coverSize)
	if !rightToLeft(title, d.rtl) {
		r.W = even(ooxml.Clean(title), size, coverW)
	}
	below := r.Y + r.H + 14
	if ooxml.Clean(sub) != "" {
		subSize, n := metrics.Fit(metrics.Sans, ooxml.Clean(sub), coverW, 17, 11, 2)
		box := rect{X: margin, Y: below, W: coverW, H: float64(min(n, 3))*subSize*metrics.LineHeight*1.1 + 2}
		hold("Subtitle", "subTitle", 1, sub, &box, subSize/17)
		below = box.Y + box.H + 14
	}
	corner := make([]string, 0, 2)
	for _, t := range []string{d.doc.Confidentiality, d.doc.VersionText} {
		if ooxml.Clean(t) != "" {
			corner = append(corner, t)
		}
	}
	hold("Confidentiality", "body", 14, strings.Join(corner, "\n"), nil, 1)
	for _, b := range p.Blocks {
		if b.Value != nil {
			s.art(b.Value)
			break
		}
	}
	s.coverFoot(p, below)
	return nil
}

// coverFoot sets the day and the teams at the bottom, or under the title
// where the curve would run through them.
func (s *slide) coverFoot(p *model.Page, below float64) {
	d := s.deck
	var art *chart.Value
	for _, b := range p.Blocks {
		if b.Value != nil {
			art = chart.LayoutArt(b.Value, slideW, artH)
			break
		}
	}
	place := func(name, kind string, idx int, text string, atEnd bool) {
		text = ooxml.Clean(text)
		if text == "" {
			return
		}
		size, lines := metrics.Fit(metrics.Sans, text, 440, 10.5, 8, 1)
		r := rect{X: margin, Y: footTop, W: 440, H: float64(min(lines, 3))*size*metrics.LineHeight + 2}
		r.Y -= r.H - footH/1.2
		if atEnd {
			r.X = slideW - margin - r.W
		}
		var moved *rect
		used := metrics.Width(metrics.Sans, size, text) * 1.1
		clear := rect{X: r.X, Y: r.Y - 3, W: min(used, r.W), H: r.H + 6}
		if atEnd {
			clear.X = r.X + r.W - clear.W
		}
		if lines > 1 || crosses(art, clear) {
			if crosses(art, clear) {
				r.X, r.Y = margin, below
				below += r.H + 5
				s.placeholder(name, kind, idx, &r, size/10.5, []para{{spans: []span{{text: text, ink: inkQuiet}}}})
				return
			}
			moved = &r
		}
		s.placeholder(name, kind, idx, moved, size/10.5, []para{{spans: []span{{text: text}}, bare: true}})
	}
	place("Date", "dt", 10, d.doc.DateText, false)
	place("Teams", "body", 15, d.doc.Teams, true)
}

// crosses says whether the curve runs through a rectangle of the slide.
func crosses(art *chart.Value, r rect) bool {
	if art == nil {
		return false
	}
	up := slideH - artH
	for i := 1; i < len(art.Proved); i++ {
		a, b := art.Proved[i-1], art.Proved[i]
		if min(a.X, b.X) < r.X+r.W && max(a.X, b.X) > r.X &&
			min(a.Y, b.Y)+up < r.Y+r.H && max(a.Y, b.Y)+up > r.Y {
			return true
		}
	}
	return false
}

func (s *slide) art(pic *model.ValuePicture) {
	v := chart.LayoutArt(pic, slideW, artH)
	if v == nil {
		return
	}
	stairs := make([]chart.Point, len(v.Proved))
	for i, p := range append(v.Proved, v.ProvedAhead...)[:len(v.Proved)] {
		stairs[i] = chart.Point{X: p.X, Y: p.Y + slideH - artH}
	}
	if last := stairs[len(stairs)-1]; last.X < slideW {
		stairs = append(stairs, chart.Point{X: slideW, Y: last.Y})
	}
	area := append([]chart.Point{{X: 0, Y: slideH}}, stairs...)
	area = append(area, chart.Point{X: slideW, Y: slideH})
	top := slideH
	for _, p := range stairs {
		top = min(top, p.Y)
	}
	s.group("Picture", pic.Alt, rect{X: 0, Y: top, W: slideW, H: slideH - top})
	s.shape("Proved value", area, true, solid(s.deck.area), noLine)
	s.shape("Proved value", stairs, false, "", line(2.4, inkGrowth, ""))
	s.endGroup()
}
