package docx

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"

	"github.com/tendril-app/tendril/internal/document/metrics"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// manner is how a stretch of text looks besides its paragraph's style.
type manner struct {
	bold, italic, client bool
	tone                 model.Tone
	// size in points where it is not the style's.
	size float64
}

// line writes a paragraph of one plain run in a style; none without words.
func (d *writer) line(style, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	d.open(style, rtl(text, d.lang))
	d.run(text, manner{})
	d.End()
}

// open begins a paragraph in a style.
func (d *writer) open(style string, fromRight bool) { d.openAs(style, fromRight, "", "") }

// openAs begins a paragraph in a style; list and align are further properties
// as markup, or "".
func (d *writer) openAs(style string, fromRight bool, list, align string) {
	d.Start("w:p").Start("w:pPr").Empty("w:pStyle", "w:val", style)
	if d.keep {
		d.Empty("w:keepNext")
	}
	d.Raw(list)
	if fromRight {
		d.Empty("w:bidi")
	}
	d.Raw(align).End()
}

// rtl reports whether a paragraph runs from right to left: by its first letter
// that has a direction, else by the document's language.
func rtl(text, lang string) bool {
	if right, known := direction(text); known {
		return right
	}
	return rightToLeft(lang)
}

func direction(text string) (right, known bool) {
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return false, true
		case bidi.R, bidi.AL:
			return true, true
		}
	}
	return false, false
}

// run writes a stretch of text. Stretches in letters that run from right to
// left are runs of their own, told as such.
func (d *writer) run(text string, m manner) {
	text = ooxml.Clean(text)
	for text != "" {
		part, right := stretch(text)
		d.oneRun(part, m, right)
		text = text[len(part):]
	}
}

// stretch is the longest beginning of a text in one direction; signs without
// one go with what stands before them.
func stretch(text string) (part string, right bool) {
	known := false
	for i, r := range text {
		p, _ := bidi.LookupRune(r)
		c := p.Class()
		if c != bidi.L && c != bidi.R && c != bidi.AL {
			continue
		}
		here := c != bidi.L
		if known && here != right {
			cut := i
			for cut > 0 && text[cut-1] == ' ' {
				cut--
			}
			return text[:max(cut, 1)], right
		}
		right, known = here, true
	}
	return text, right
}

func (d *writer) oneRun(text string, m manner, right bool) {
	d.Start("w:r")
	d.manner(m, right)
	for i, part := range strings.Split(text, "\n") {
		if i > 0 {
			d.Empty("w:br")
		}
		if part != "" {
			d.Element("w:t", part, "xml:space", "preserve")
		}
	}
	d.End()
}

func (d *writer) manner(m manner, right bool) {
	if m == (manner{}) && !right {
		return
	}
	d.Start("w:rPr")
	if m.client {
		d.Empty("w:rStyle", "w:val", "ClientWords")
	}
	if m.bold {
		d.Empty("w:b").Empty("w:bCs")
	}
	if m.italic {
		d.Empty("w:i").Empty("w:iCs")
	}
	if c := toneColour(m.tone); c != "" {
		d.Raw(c)
	}
	if m.size > 0 {
		half := strconv.Itoa(int(m.size*2 + 0.5))
		d.Empty("w:sz", "w:val", half).Empty("w:szCs", "w:val", half)
	}
	if right {
		d.Empty("w:rtl")
	}
	d.End()
}

func (d *writer) tab() { d.Start("w:r").Empty("w:tab").End() }

func toneColour(t model.Tone) string {
	switch t {
	case model.ToneQuiet:
		return colour("text2")
	case model.ToneGrowth:
		return colour("accent1")
	case model.ToneTrouble:
		return colour("accent3")
	case model.ToneDanger:
		return colour("accent4")
	case model.ToneClaimed:
		return colour("accent2")
	default:
		return ""
	}
}

func (d *writer) text(t *model.Text) {
	if t.Heading != "" {
		d.line("Heading2", t.Heading)
	}
	last := map[int]int{} // the number last written, by level
	for i := range t.Paragraphs {
		p := &t.Paragraphs[i]
		if !p.Item() {
			clear(last)
		}
		d.paragraph(p, last)
	}
}

func (d *writer) paragraph(p *model.Paragraph, last map[int]int) {
	words := p.String()
	if strings.TrimSpace(words) == "" {
		return
	}
	level := min(max(p.Level, 0), 3)
	number := func(list int) string {
		return `<w:numPr><w:ilvl w:val="` + strconv.Itoa(level) + `"/><w:numId w:val="` + strconv.Itoa(list) + `"/></w:numPr>`
	}
	right := rtl(words, d.lang)
	switch {
	case p.Heading:
		d.open("Heading3", right)
	case p.Number > 0:
		if p.Number != last[level]+1 || last[level] == 0 {
			d.lists = append(d.lists, p.Number)
		}
		last[level] = p.Number
		d.openAs("ListNumber", right, number(bulletList+len(d.lists)), "")
	case p.Bullet:
		d.openAs("ListBullet", right, number(bulletList), "")
	default:
		d.open("BodyText", right)
	}
	for _, r := range p.Runs {
		d.run(r.Text, manner{bold: r.Bold, italic: r.Italic, client: r.Client, tone: r.Tone})
	}
	d.End()
}

func (d *writer) quote(q *model.Quote) {
	d.line("Quote", q.Text)
	d.line("QuoteBy", q.By)
	if q.Label == "" && q.Detail == "" {
		return
	}
	d.open("QuoteMeasured", rtl(q.Label+q.Detail, d.lang))
	if q.Label != "" {
		d.run(q.Label, manner{bold: true})
	}
	if q.Detail != "" {
		d.run(strings.Repeat("  ", min(len(q.Label), 1))+q.Detail, manner{})
	}
	d.End()
}

// figureSize is a big figure's size in points: as large as its column holds on
// one line, within reason.
func (d *writer) figureSize(value string, width float64) float64 {
	size := 26.0
	if d.doc.Close() {
		size = closely["FigureValue"][0] * d.scale
	}
	for size > 11 && metrics.Width(metrics.SansBold, size, value) > width-14 {
		size--
	}
	return size
}

// oneLine is a text without line breaks.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(ooxml.Clean(s), unicode.IsSpace), " ")
}
