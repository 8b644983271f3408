package document

import (
	"math"
	"strings"

	"github.com/tendril-app/tendril/internal/document/metrics"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/document/template"
	"github.com/tendril-app/tendril/internal/story/model"
)

// house is the company's own design that a deck is written into. Our slides
// are laid out in points of a slide of our height, and written scaled to its
// own; its typefaces' width is taken for Arial's, and the type set smaller by
// what they are wider.
type house struct {
	t      *template.Template
	placed *template.Placed
	k      float64 // points of the template to one of ours
	type1  float64 // the same for the size of text
	title1 float64 // and for that of titles
	inks   map[string]string
}

const chartText = 11.0

// Fill is what a document says for the tokens of a template.
func Fill(doc *model.Document) template.Fill {
	plain := func(s string) string { return strings.Join(strings.Fields(ooxml.Clean(s)), " ") }
	values := map[string]string{
		"account": doc.Client, "client": doc.Client, "company": doc.Provider, "provider": doc.Provider, "parties": doc.Parties,
		"title": doc.Title, "subtitle": doc.Subtitle, "date": doc.DateText, "csm": doc.Author, "author": doc.Author, "teams": doc.Teams,
		"confidentiality": doc.Confidentiality, "version": doc.VersionText,
	}
	for name, value := range values {
		values[name] = plain(value)
	}
	fill := template.Fill{Values: values}
	if doc.Brand.Logo != nil {
		fill.Logo = doc.Brand.Logo.PNG
	}
	return fill
}

// enter takes a template's design for the deck's.
func (d *deck) enter(t *template.Template) {
	k := min(t.H/slideH, t.W/leastSlideW)
	d.house = &house{t: t, placed: t.Place(d.pkg, Fill(d.doc)), k: k, type1: k / t.TextSpread(), title1: k / t.TitleSpread(), inks: map[string]string{}}
	d.theme, d.area = d.house.placed.Theme, inkArea
	for kind, own := range kinds {
		d.layouts[kind] = d.house.placed.Layout(own)
	}
}

// leastSlideW is the least width that our pages are laid out in, that of a
// slide of 4:3.
const leastSlideW = 720.0

var kinds = map[layoutKind]template.Kind{
	layoutCover: template.Cover, layoutContent: template.Content, layoutTwo: template.Two, layoutTitleOnly: template.Plain,
}

func (s *slide) house() *house { return s.deck.house }

// scale is how many points of the file are one of ours; notes pages are always ours.
func (s *slide) scale() float64 {
	if s.house() == nil || s.part == nil {
		return 1
	}
	return s.house().k
}

func (s *slide) type1() float64 {
	if s.house() == nil || s.part == nil {
		return 1
	}
	return s.house().type1
}

func (s *slide) emu(points float64) string { return emu(points * s.scale()) }

// size is a size of type as the file writes it.
func (s *slide) size(points float64) string { return hundredths(points * s.type1()) }

// readable is an ink that can be read as text on the design's ground: the same
// where that is so, else a darker or lighter one of its hue, else the text's own.
func (h *house) readable(ink string, on layoutKind) string {
	name := template.SchemeOf(ink)
	if name == "" {
		return ink
	}
	key := ink + string(kinds[on])
	if h.inks[key] == "" {
		h.inks[key] = h.shade(ink, name, h.t.Ground(kinds[on]))
	}
	return h.inks[key]
}

const legible = 4.5 // the contrast that text needs (WCAG 2.2, 1.4.3)

func (h *house) shade(ink, name string, ground template.Ink) string {
	c, ok := h.t.Colour(name)
	if !ok {
		return inkText
	}
	own := c
	if ink == inkFaint {
		own = c.Shade(0.82, 0.18)
	}
	if template.Contrast(own, ground) >= legible {
		return ink
	}
	for _, by := range []float64{1, 0.75, 0.6, 0.5, 0.4, 0.3} {
		raise := 0.0
		if ground.Dark() {
			raise = 1 - by
		}
		if template.Contrast(c.Shade(by, raise), ground) >= legible {
			return `<a:schemeClr val="` + name + `"><a:lumMod val="` + percent(by) + `"/><a:lumOff val="` + percent(raise) + `"/></a:schemeClr>`
		}
	}
	return inkText
}

type masterPart struct {
	id   string
	part *ooxml.Part
}

func (d *deck) masters() []masterPart {
	if d.house == nil {
		return []masterPart{{"2147483648", d.master}}
	}
	var out []masterPart
	for i, part := range d.house.placed.Masters {
		out = append(out, masterPart{d.house.placed.MasterIDs[i], part})
	}
	return out
}

func (d *deck) slideSize() (w, h float64) {
	if d.house == nil {
		return slideW, slideH
	}
	return d.house.t.W, d.house.t.H
}

// formatOf names the shape of a slide as presentations' properties do.
func formatOf(w, h float64) string {
	switch math.Round(w / h * 100) {
	case 178:
		return "Widescreen"
	case 133:
		return "On-screen Show (4:3)"
	default:
		return "Custom"
	}
}

func (h *house) defaultText() string {
	if h == nil {
		return ""
	}
	return h.placed.DefaultText
}

func (h *house) tableStyles() *ooxml.Part {
	if h == nil {
		return nil
	}
	return h.placed.TableStyles
}

func (s *slide) colourMap() string {
	if s.house() != nil {
		if own := s.house().layout(s).Colours; own != "" {
			return own
		}
	}
	return `<a:masterClrMapping/>`
}

func (h *house) layout(s *slide) *template.Layout { return h.t.Layout(kinds[s.layout]) }

// stand sets a new slide on its layout. Where a layout only stands in, nothing
// of it is filled but the title.
func (h *house) stand(s *slide) {
	l := h.layout(s)
	if s.layout == layoutContent && len(l.Contents) != 1 || s.layout == layoutTwo && len(l.Contents) != 2 {
		s.layout = layoutTitleOnly
		l = h.layout(s)
	}
	s.area = h.ours(l.Area)
}

// ours is a place of the template in our points.
func (h *house) ours(r template.Rect) rect {
	return rect{X: r.X / h.k, Y: r.Y / h.k, W: r.W / h.k, H: r.H / h.k}
}

// fitting is the share of its own size at which a text fits into a
// placeholder, at most 1.
func (h *house) fitting(held template.Holder, text string, least float64) float64 {
	r, own := h.ours(held.Rect), held.Size/h.type1
	if held.Type == "title" || held.Type == "ctrTitle" {
		own = held.Size / h.title1
	}
	if held.Capitals {
		text = strings.ToUpper(text)
	}
	size := own
	for size > least {
		if float64(metrics.Lines(metrics.SansBold, size, text, r.W))*size*metrics.LineHeight <= r.H {
			break
		}
		size -= 0.5
	}
	return min(1, size/own)
}

// houseTitle writes a page's title and subtitle, and returns where its content
// may begin.
func (s *slide) houseTitle(title string, p *model.Page) float64 {
	h := s.house()
	held := h.layout(s).Title
	s.placeholder("Title", held.Type, held.Index, nil, h.fitting(held, title, 12), []para{{spans: []span{{text: title}}, bare: true}})
	top := s.area.Y
	if sub := strings.Join(strings.Fields(ooxml.Clean(p.Subtitle)), " "); sub != "" {
		size, n := metrics.Fit(metrics.Sans, sub, s.area.W, 13.5, 10, 2)
		r := rect{X: s.area.X, Y: top, W: s.area.W, H: float64(n)*size*metrics.LineHeight*1.1 + 2}
		s.textBox("Subtitle", r, true, one(span{text: sub, size: size, ink: inkQuiet}))
		top = r.Y + r.H + 14
	}
	return top
}

// houseFooting is a page's line at the bottom where it has no place in the
// layout's footer: above the slide's edge, under the content.
func (s *slide) houseFooting(p *model.Page) (paras []para, height float64) {
	text := strings.Join(strings.Fields(ooxml.Clean(p.Foot)), " ")
	if text == "" || s.inFooter(text) {
		return nil, 0
	}
	paras = []para{one(span{text: text, size: smallSize, ink: inkFaint})}
	return paras, heightOf(paras, s.area.W) + 2
}

// inFooter says whether a text can stand in the layout's footer.
func (s *slide) inFooter(text string) bool {
	h := s.house()
	held := h.layout(s).Footer
	return held.There() && h.placed.FooterText(kinds[s.layout]) == "" && h.fitting(held, text, 0) == 1
}

func (s *slide) houseEnd(p *model.Page) float64 {
	end := s.area.Y + s.area.H
	if _, height := s.houseFooting(p); height > 0 {
		end -= height + 8
	}
	return end
}

// houseFoot writes what proves the page, what the design says at the foot, and
// the slide's number.
func (s *slide) houseFoot(p *model.Page) {
	h := s.house()
	l := h.layout(s)
	if paras, height := s.houseFooting(p); height > 0 {
		s.textBox("Proof", rect{X: s.area.X, Y: s.area.Y + s.area.H - height, W: s.area.W, H: height}, true, paras...)
	}
	text := h.placed.FooterText(kinds[s.layout])
	if text == "" {
		if foot := strings.Join(strings.Fields(ooxml.Clean(p.Foot)), " "); s.inFooter(foot) {
			text = foot
		}
	}
	if text != "" && l.Footer.There() {
		s.placeholder("Footer", "ftr", l.Footer.Index, nil, 1, []para{{spans: []span{{text: text}}, bare: true}})
	}
	s.houseNumber(l)
}

// houseNumber writes the slide's number where the design has a place for it;
// one that has none and writes none gets it in the corner.
func (s *slide) houseNumber(l *template.Layout) {
	switch {
	case l.Number.There():
		s.pageNumber(l.Number.Index)
	case !l.Numbered:
		h := s.house()
		right, bottom := s.area.X+s.area.W, h.t.H/h.k
		x := s.x.Start("p:sp").Start("p:nvSpPr")
		s.head(word(ooxml.Clean(s.deck.doc.Words.Page), "Page"), "", false)
		x.Empty("p:cNvSpPr", "txBox", "1").Empty("p:nvPr").End().Start("p:spPr")
		s.xfrm("a:xfrm", rect{X: right - 50, Y: bottom - 24, W: 50, H: 14})
		x.Raw(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`).End().Start("p:txBody")
		x.Start("a:bodyPr", "wrap", "square", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0").Empty("a:noAutofit").End().Empty("a:lstStyle")
		x.Start("a:p").Empty("a:pPr", "algn", "r")
		s.numberField("lang", s.deck.lang, "sz", s.size(smallSize))
		x.End().End().End()
	}
}

// houseCover makes the title slide: the title in its own place, and everything
// else in the places for text, where the design's own colours stand behind it.
func (s *slide) houseCover(p *model.Page) {
	h, d := s.house(), s.deck
	l := h.layout(s)
	title := ooxml.Clean(word(p.Title, d.doc.Title))
	s.placeholder("Title", l.Title.Type, l.Title.Index, nil, h.fitting(l.Title, title, 14), []para{{spans: []span{{text: title}}, bare: true}})
	var lines []string
	for _, t := range []string{p.Subtitle, d.doc.Parties, d.doc.DateText, d.doc.Teams, d.doc.Confidentiality, d.doc.VersionText} {
		if t = strings.Join(strings.Fields(ooxml.Clean(t)), " "); t != "" {
			lines = append(lines, t)
		}
	}
	s.coverLines(l, lines)
	if text := h.placed.FooterText(kinds[s.layout]); text != "" && l.Footer.There() {
		s.placeholder("Footer", "ftr", l.Footer.Index, nil, 1, []para{{spans: []span{{text: text}}, bare: true}})
	}
}

// coverLines sets the lines under a cover's title into the layout's first
// place for text, or under the title where it has none.
func (s *slide) coverLines(l *template.Layout, lines []string) {
	h := s.house()
	held := append(append([]template.Holder{}, l.Texts...), l.Contents...)
	if len(held) == 0 {
		var paras []para
		for _, t := range lines {
			paras = append(paras, para{spans: []span{{text: t, size: 14, ink: inkText}}, before: 5})
		}
		s.textBox("Subtitle", rect{X: s.area.X, Y: s.area.Y, W: s.area.W, H: heightOf(paras, s.area.W)}, true, paras...)
		return
	}
	first := held[0]
	var paras []para
	for _, t := range lines {
		paras = append(paras, para{spans: []span{{text: t}}, bare: true})
	}
	// Room for the space that the design sets between paragraphs.
	share := h.fitting(first, strings.Join(lines, "\n")+strings.Repeat("\n", len(lines)/2), 7)
	if first.Type == "" {
		first.Type = "obj"
	}
	s.placeholder("Subtitle", first.Type, first.Index, nil, share, paras)
}
