package desktop

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// PreviewInput asks for the pages of a story with words that are not saved yet:
// those of Claim, or of a new claim of Section where Claim is empty. Without
// Text nothing is unsaved.
type PreviewInput struct {
	Story   string `json:"story"`
	Locale  string `json:"locale"`
	Claim   string `json:"claim"`
	Section string `json:"section"`
	Text    string `json:"text"`
}

// PreviewView are the sheets of a story as they print, each a drawing of its own.
type PreviewView struct {
	Sheets []SheetView `json:"sheets"`
}

// SheetView is one sheet: SVG without scripts, styles or addresses. A group with
// data-section is a part of that section, one with data-claim says that claim.
type SheetView struct {
	SVG string `json:"svg"`
}

// Preview draws a story's sheets as the PDF prints them.
func (x *Stories) Preview(in PreviewInput) (_ PreviewView, err error) {
	defer x.app.catch("stories.preview", &err)
	d, err := x.desk(in.Story)
	if err != nil {
		return PreviewView{}, err
	}
	claims := d.claims
	if text := strings.TrimSpace(in.Text); text != "" {
		claims = d.unsaved(in, text)
	}
	doc, err := story.Document(d.file, d.settings, d.story, claims, d.today, d.options(in.Locale))
	if err != nil {
		return PreviewView{}, err
	}
	p := &sheets{doc: doc, claims: claims, layout: drawing.Lay(doc, drawing.A4), inks: drawing.Hex}
	view := PreviewView{Sheets: []SheetView{}}
	for i := range p.layout.Sheets {
		view.Sheets = append(view.Sheets, SheetView{SVG: p.sheet(&p.layout.Sheets[i])})
	}
	return view, nil
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

// sheets draws laid-out sheets as SVG.
type sheets struct {
	doc    *model.Document
	claims []success.Claim
	layout *drawing.Layout
	inks   map[drawing.Ink]string
	out    strings.Builder
}

func (p *sheets) sheet(s *drawing.Sheet) string {
	p.out.Reset()
	f := p.layout.Format
	fmt.Fprintf(&p.out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" role="group" aria-label="%s %s">`,
		f.W, f.H, escaped(cmp.Or(p.doc.Words.Page, "Page")), escaped(p.layout.Number(s)))
	fmt.Fprintf(&p.out, `<defs><pattern id="hatch%d" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`+
		`<rect width="4" height="4" fill="#FFFFFF"/><line x1="0" y1="0" x2="0" y2="4" stroke="#%s" stroke-width="1"/></pattern></defs>`,
		s.Number, p.ink(drawing.Claim))
	fmt.Fprintf(&p.out, `<rect width="%g" height="%g" fill="#%s"/>`, f.W, f.H, p.ink(drawing.Paper))
	for _, shape := range p.layout.Ground(s) {
		p.shape(shape, s.Number)
	}
	for _, strip := range s.Strips {
		p.strip(strip, s.Number)
	}
	p.out.WriteString("</svg>")
	return p.out.String()
}

func (p *sheets) strip(s drawing.Placed, sheet int) {
	section := ""
	if s.Page >= 0 && s.Page < len(p.doc.Pages) {
		section = sectionOf(p.doc.Pages[s.Page].Key)
	}
	said := squeezed(wordsOf(s.Shapes))
	var claims []string
	for i := range p.claims {
		text := squeezed(p.claims[i].Text)
		if p.claims[i].ID != "" && text != "" && strings.Contains(said, text) {
			claims = append(claims, string(p.claims[i].ID))
		}
	}
	fmt.Fprintf(&p.out, `<g transform="translate(%g %.2f)" data-section="%s" data-claim="%s">`,
		drawing.Margin, s.Y, escaped(section), escaped(strings.Join(claims, " ")))
	// What is clicked is the whole strip, not only its ink.
	fmt.Fprintf(&p.out, `<rect x="-6" y="-2" width="%.2f" height="%.2f" fill="transparent"/>`, p.layout.Width+12, s.H+4)
	for _, shape := range s.Shapes {
		p.shape(shape, sheet)
	}
	p.out.WriteString("</g>")
}

// sectionOf is the section of a story that a page is made of.
func sectionOf(key model.Key) string {
	part, _, _ := strings.Cut(string(key), "-")
	switch model.Key(part) {
	case model.KeyTitle:
		return story.SectionAnswer
	case model.KeyScorecard, model.KeyHeadline, model.KeyOutcome:
		return story.SectionResults
	}
	return part
}

// wordsOf are the words of shapes in the order in which they are drawn.
func wordsOf(shapes []drawing.Shape) string {
	var b strings.Builder
	for i := range shapes {
		b.WriteString(shapes[i].Words)
	}
	return b.String()
}

// squeezed leaves out all white space: lines break anywhere.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

func (p *sheets) ink(i drawing.Ink) string {
	own := ""
	switch i {
	case drawing.Text:
		own = p.doc.Brand.Ink
	case drawing.Green:
		own = p.doc.Brand.Accent
	case drawing.GreenArea:
		own = p.doc.Brand.AccentSoft
	}
	if len(own) == 6 && strings.Trim(own, "0123456789abcdefABCDEF") == "" {
		return own
	}
	return cmp.Or(p.inks[i], "000000")
}

func (p *sheets) shape(s drawing.Shape, sheet int) {
	if s.Words != "" {
		p.words(s)
		return
	}
	fill, stroke := "none", "none"
	if s.Fill != drawing.None {
		fill = "#" + p.ink(s.Fill)
	}
	if s.Hatched {
		fill = fmt.Sprintf("url(#hatch%d)", sheet)
	}
	if s.Stroke != drawing.None && s.Width > 0 {
		stroke = "#" + p.ink(s.Stroke)
	}
	manner := fmt.Sprintf(`fill="%s" stroke="%s" stroke-width="%g"`, fill, stroke, s.Width)
	if len(s.Dash) > 0 {
		manner += fmt.Sprintf(` stroke-dasharray="%s"`, strings.Trim(fmt.Sprint(s.Dash), "[]"))
	}
	if s.Radius > 0 {
		fmt.Fprintf(&p.out, `<circle cx="%.2f" cy="%.2f" r="%.2f" %s/>`, s.Points[0].X, s.Points[0].Y, s.Radius, manner)
		return
	}
	if len(s.Points) < 2 {
		return
	}
	name := "polyline"
	if s.Fill != drawing.None || s.Hatched {
		name = "polygon"
	}
	fmt.Fprintf(&p.out, `<%s %s points="`, name, manner)
	for _, q := range s.Points {
		fmt.Fprintf(&p.out, "%.2f,%.2f ", q.X, q.Y)
	}
	p.out.WriteString(`"/>`)
}

// words sets one line at the width it has in print, whatever the screen's
// version of the typeface.
func (p *sheets) words(s drawing.Shape) {
	anchor := map[model.Align]string{model.AlignEnd: "end", model.AlignCenter: "middle"}[s.Align]
	family, more := "var(--sans)", ""
	switch s.Face {
	case fonts.SansBold, fonts.Display:
		more = ` font-weight="620"`
	case fonts.SansItalic:
		more = ` font-style="italic"`
	case fonts.Serif:
		family = "var(--serif)"
	case fonts.SerifItalic:
		family, more = "var(--serif)", ` font-style="italic"`
	}
	if s.Halo {
		more += ` stroke="#FFFFFF" stroke-width="2.4" stroke-linejoin="round" paint-order="stroke"`
	}
	if w := s.Face.Width(s.Size, s.Words); w > 0 && len(s.Words) > 1 {
		more += fmt.Sprintf(` textLength="%.2f" lengthAdjust="spacingAndGlyphs"`, w)
	}
	fmt.Fprintf(&p.out, `<text x="%.2f" y="%.2f" font-size="%g" style="font-family:%s" fill="#%s" text-anchor="%s"%s xml:space="preserve">%s</text>`,
		s.Points[0].X, s.Points[0].Y, s.Size, family, p.ink(s.Fill), cmp.Or(anchor, "start"), more, escaped(s.Words))
}

func escaped(text string) string {
	var b strings.Builder
	// A builder takes all that is written to it.
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}
