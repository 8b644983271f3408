// Package page draws a story as HTML and SVG: as sheets of paper for the
// preview beside the story's editor, and as one web page that stands alone. It
// is laid out by the same measures as the PDF, has no script, asks nothing of
// the network, and every text in it is escaped.
package page

import (
	"bytes"
	_ "embed" // the styles
	"fmt"
	"html"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

//go:embed style.css
var style string

//go:embed alone.css
var alone string

// Options say how a story is drawn; the zero value is the preview on
// the paper of the document's locale.
type Options struct {
	// Paper is the sheets' size; the zero value is what the document's locale
	// prints on.
	Paper drawing.Format
	// Standalone makes a whole HTML file that flows and prints, instead of
	// sheets to put into a page.
	Standalone bool
	// WithoutStyle leaves the styles out, for a page that has Style once.
	WithoutStyle bool
	// Prefix begins every id inside, where two stories are on one page; "td"
	// where empty.
	Prefix string
	// Claims are the story's claims, so that the places where they stand can
	// be found; may be nil.
	Claims []Claim
}

// Claim names a claim of a story by its words.
type Claim struct{ ID, Section, Text string }

// Style is the preview's style sheet, scoped to elements of class td-story.
func Style() string { return style }

// HTML writes a document. The outermost element is <article class="td-story">.
// A part of the story bears data-section (the story's section), data-key (the
// page's), data-page and data-block (places in the document); words that are a
// claim's bear data-claim.
func HTML(w io.Writer, doc *model.Document, o Options) error {
	if o.Paper.W <= 0 || o.Paper.H <= 0 {
		o.Paper = drawing.PaperOf(doc)
	}
	if o.Prefix == "" {
		o.Prefix = "td"
	}
	format := o.Paper
	if o.Standalone {
		format.H = math.MaxFloat32 // one sheet without an end
	}
	p := &writer{doc: doc, o: o, layout: drawing.Lay(doc, format)}
	if o.Standalone {
		p.whole()
	} else {
		p.article()
	}
	if _, err := w.Write(p.b.Bytes()); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	return nil
}

type writer struct {
	b      bytes.Buffer
	doc    *model.Document
	o      Options
	layout *drawing.Layout
	hatch  bool
}

func (p *writer) raw(parts ...string) {
	for _, s := range parts {
		p.b.WriteString(s)
	}
}

// esc makes a text safe between tags and in a quoted attribute.
func esc(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r&0xfffe == 0xfffe {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}

// el writes an element of one text, where there is any.
func (p *writer) el(name, class, text string) {
	if text == "" {
		return
	}
	p.raw("<", name)
	if class != "" {
		p.raw(` class="`, class, `"`)
	}
	p.raw(">", esc(text), "</", name, ">")
}

func (p *writer) language() string {
	tag := p.doc.Locale
	if tag == "" {
		tag = p.doc.Language
	}
	if tag == "" {
		tag = "en"
	}
	return esc(strings.ReplaceAll(tag, "_", "-"))
}

func (p *writer) whole() {
	title := p.doc.Title
	if title == "" {
		title = p.doc.Client
	}
	p.raw("<!doctype html>\n<html lang=\"", p.language(), "\"><head><meta charset=\"utf-8\">",
		`<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">`,
		`<meta name="generator" content="Tendril">`)
	if author := p.doc.FileAuthor(); author != "" {
		p.raw(`<meta name="author" content="`, esc(author), `">`)
	}
	p.el("title", "", title)
	p.raw("<style>", style, alone, p.looks(), "</style></head><body><main>")
	p.o.WithoutStyle = true
	p.article()
	p.raw("</main></body></html>\n")
}

func (p *writer) article() {
	class := "td-story"
	if p.doc.Close() {
		class += " td-one"
	}
	if p.o.Standalone {
		class += " td-flow"
	}
	p.raw(`<article class="`, class, `" lang="`, p.language(), `" dir="auto"`, p.brand(), ">")
	if !p.o.WithoutStyle {
		p.raw("<style>", style, "</style>")
	}
	for i := range p.layout.Sheets {
		p.sheet(&p.layout.Sheets[i])
	}
	p.raw("</article>")
}

// brand sets the brand's own colours over ours on the element itself; a page that
// stands alone has them in its styles.
func (p *writer) brand() string {
	set := p.colours(p.doc.Brand) + p.faces()
	if p.o.Standalone || set == "" {
		return ""
	}
	return ` style="` + set + `"`
}

// looks are the brand's colours and fonts as styles of a page that stands alone: on
// its dark side, on which a dark colour is lost, in a lighter shade.
func (p *writer) looks() string {
	out := ""
	rule := func(before, set, after string) {
		if set != "" {
			out += before + ".td-flow{" + set + "}" + after
		}
	}
	light := p.colours(p.doc.Brand)
	rule("", p.faces(), "")
	rule("@media (prefers-color-scheme:light),print{", light, "}")
	dark := model.Brand{Accent: ooxml.Readable(p.doc.Brand.Accent, darkPaper)}
	rule("@media screen and (prefers-color-scheme:dark){", p.colours(dark), "}")
	return out
}

// darkPaper is the ground of the page that stands alone where the reader wants it dark.
const darkPaper = "121512"

func (p *writer) colours(b model.Brand) string {
	set := ""
	for _, c := range [][2]string{{"ink", b.Ink}, {"green", b.Accent}, {"green-area", b.AccentSoft}} {
		if ooxml.IsColour(c[1]) {
			set += "--td-" + c[0] + ":#" + c[1] + ";"
		}
	}
	if b.AccentSoft == "" && ooxml.IsColour(b.Accent) {
		set += "--td-green-area:color-mix(in srgb, var(--td-green) 20%, var(--td-paper));"
	}
	return set
}

// notName is what no font is called, and what could end a style.
var notName = regexp.MustCompile(`[^\p{L}\p{N} ._-]`)

// faces are the brand's fonts, before those that stand in for them.
func (p *writer) faces() string {
	set := ""
	for _, f := range [][3]string{{"sans", p.doc.Brand.Sans, "system-ui,sans-serif"}, {"serif", p.doc.Brand.Serif, "Georgia,serif"}} {
		if name := strings.TrimSpace(notName.ReplaceAllString(f[1], "")); name != "" {
			set += "--td-" + f[0] + ":'" + name + "'," + f[2] + ";"
		}
	}
	return set
}

func (p *writer) sheet(s *drawing.Sheet) {
	if p.o.Standalone {
		p.raw(`<div class="td-room">`)
		p.sections(s)
		if p.doc.Audience == model.AudienceInternal { // there is no foot that says so
			p.el("p", "td-proof", p.doc.Confidentiality)
		}
		p.raw("</div>")
		return
	}
	f := p.layout.Format
	p.raw(`<div class="td-sheet" data-sheet="`, strconv.Itoa(s.Number), `" style="--td-w:`, num(f.W), `;--td-h:`, num(f.H), `">`)
	who := p.doc.Parties
	if who == "" {
		who = p.doc.Client
	}
	if s.Number > 1 {
		p.raw(`<div class="td-running" aria-hidden="true"><b>`, esc(who), "</b><span>", esc(p.doc.Title), "</span></div>")
	}
	p.raw(`<div class="td-room">`)
	p.sections(s)
	p.raw(`</div><div class="td-foot-line"><span>`, esc(p.doc.Confidentiality), "</span><span>")
	if p.doc.VersionText != "" {
		p.raw(esc(p.doc.VersionText), " · ")
	}
	word := p.doc.Words.Page
	if word == "" {
		word = "Page"
	}
	p.raw(`<span class="td-only-read">`, esc(word), " </span>", p.layout.Number(s), "</span></div></div>")
}

// sections writes a sheet's strips, each page's in a section of its own.
func (p *writer) sections(s *drawing.Sheet) {
	for i := 0; i < len(s.Strips); {
		page, end := s.Strips[i].Page, i
		var strips []*drawing.Strip
		for end < len(s.Strips) && s.Strips[end].Page == page {
			strips = append(strips, s.Strips[end].Strip)
			end++
		}
		p.section(page, strips)
		i = end
	}
}

func (p *writer) section(page int, strips []*drawing.Strip) {
	if page < 0 || page >= len(p.doc.Pages) {
		p.strips(strips)
		return
	}
	key := p.doc.Pages[page].Key
	p.raw(`<section data-section="`, esc(SectionOf(key)), `" data-key="`, esc(string(key)), `" data-page="`, strconv.Itoa(page), `"`)
	if k := strips[0].Kind; k != drawing.KindTitle && k != drawing.KindCover {
		p.raw(` data-continued`)
	}
	p.raw(">")
	p.strips(strips)
	p.raw("</section>")
}

// SectionOf is the story's section that a page of the document comes from.
func SectionOf(k model.Key) string {
	switch {
	case k == model.KeyWhy:
		return "answer"
	case k == model.KeyRisks:
		return "learned"
	case k == model.KeyBefore, k == model.KeyQuote:
		return "aims"
	case k == model.KeyDone:
		return "work"
	case k == model.KeyLeave, k == model.KeyPeople:
		return "decisions"
	case k == model.KeyScorecard, k == model.KeyHeadline, strings.HasPrefix(string(k), string(model.KeyOutcome)):
		return "results"
	case strings.HasPrefix(string(k), string(model.KeyAppendix)):
		return "appendix"
	default:
		return string(k)
	}
}

// claim is the attribute of words that are a claim's.
func (p *writer) claim(page int, text string) string {
	if len(p.o.Claims) == 0 || text == "" || page < 0 || page >= len(p.doc.Pages) {
		return ""
	}
	section := SectionOf(p.doc.Pages[page].Key)
	found := ""
	for _, c := range p.o.Claims {
		switch {
		case c.Section == section && c.Text == text:
			return ` data-claim="` + esc(c.ID) + `"`
		case c.Text == text: // one page may be of two sections
			found = ` data-claim="` + esc(c.ID) + `"`
		case c.Section == section && strings.HasPrefix(c.Text, text) && found == "":
			found = ` data-claim="` + esc(c.ID) + `"`
		}
	}
	return found
}

func num(f float64) string {
	return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64)
}
