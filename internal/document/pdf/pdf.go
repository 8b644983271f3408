// Package pdf prints a story: vector pictures, embedded fonts, an outline, and
// nothing but what the document model says. The same model gives the same
// bytes.
package pdf

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// Options say how a document is printed.
type Options struct {
	// Paper is the sheets' size; the zero value is what the document's locale
	// prints on.
	Paper drawing.Format
}

var notTag = regexp.MustCompile(`[^A-Za-z0-9-]`)

// Render writes a document as a PDF. Signs that the fonts lack are written by
// their names; a document with text that runs from right to left, or in
// another script that cannot be set, gives a *ScriptError before anything is
// written.
func Render(w io.Writer, doc *model.Document, o Options) error {
	date := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	if doc.Date != "" {
		var err error
		if date, err = time.Parse(time.DateOnly, doc.Date); err != nil {
			return fmt.Errorf("reading the document's date: %w", err)
		}
	}
	doc, err := settable(doc)
	if err != nil {
		return err
	}
	if o.Paper.W <= 0 || o.Paper.H <= 0 {
		o.Paper = drawing.PaperOf(doc)
	}
	p := &printer{doc: doc, layout: drawing.Lay(doc, o.Paper), brand: brand(doc.Brand), added: map[fonts.Face]bool{}}
	p.open(date)
	for i := range p.layout.Sheets {
		p.sheet(&p.layout.Sheets[i])
	}
	if err := p.f.Output(w); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	return nil
}

type printer struct {
	f      *fpdf.Fpdf
	doc    *model.Document
	layout *drawing.Layout
	brand  map[drawing.Ink][3]int
	added  map[fonts.Face]bool
}

func (p *printer) open(date time.Time) {
	p.f = fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt",
		Size: fpdf.SizeType{Wd: p.layout.Format.W, Ht: p.layout.Format.H}})
	f := p.f
	f.SetCatalogSort(true)
	f.SetCreationDate(date)
	f.SetModificationDate(date)
	f.SetProducer("Tendril", true)
	f.SetCreator("Tendril", true)
	f.SetTitle(oneLine(p.doc.Title), true)
	f.SetAuthor(oneLine(p.doc.FileAuthor()), true)
	f.SetSubject(oneLine(p.doc.Subtitle), true)
	f.SetLang(notTag.ReplaceAllString(strings.ReplaceAll(cmp.Or(p.doc.Locale, p.doc.Language, "en"), "_", "-"), ""))
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetDisplayMode("fullpage", "single")
	f.SetLineJoinStyle("miter")
	p.face(fonts.Sans, 10) // so that titles in the outline are written in Unicode
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// face makes a typeface the current one and embeds it at first use.
func (p *printer) face(face fonts.Face, size float64) {
	name := fmt.Sprintf("f%d", face)
	if !p.added[face] {
		p.added[face] = true
		p.f.AddUTF8FontFromBytes(name, "", face.Data())
	}
	p.f.SetFont(name, "", size)
}

func (p *printer) sheet(s *drawing.Sheet) {
	p.f.AddPage()
	ground := p.layout.Ground(s)
	for _, sh := range ground {
		p.shape(sh, 0, 0)
	}
	for _, st := range s.Strips {
		if st.Kind == drawing.KindTitle || st.Kind == drawing.KindCover && st.Text != "" {
			p.face(fonts.Sans, 10)
			p.f.Bookmark(oneLine(st.Text), 0, st.Y)
		}
		for _, sh := range st.Shapes {
			p.shape(sh, drawing.Margin, st.Y)
		}
		if st.Kind == drawing.KindClosing {
			continue
		}
		p.links(st)
	}
}
