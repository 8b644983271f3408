// Package docx writes a story as a Word document: headings and styles that
// Word knows, tables whose first row is repeated, charts that can be edited,
// page numbers, and nothing but what the document model says. The same model
// gives the same bytes.
package docx

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// Options say how a document is written.
type Options struct {
	// Paper is the pages' size; the zero value is what the document's locale
	// prints on.
	Paper drawing.Format
}

const (
	nsWord    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsInline  = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	typeWord  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	typeTheme = "application/vnd.openxmlformats-officedocument.theme+xml"
	// margin is the white at every side of a page, in points; marginClose that
	// of a document that is to fit one page.
	margin      = 62.0
	marginClose = 46.0
)

// Write writes a document as .docx.
func Write(w io.Writer, doc *model.Document, o Options) error {
	date := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	if doc.Date != "" {
		var err error
		if date, err = time.Parse(time.DateOnly, doc.Date); err != nil {
			return fmt.Errorf("reading the document's date: %w", err)
		}
	}
	if o.Paper.W <= 0 || o.Paper.H <= 0 {
		o.Paper = drawing.PaperOf(doc)
	}
	d := &writer{doc: doc, pkg: ooxml.NewPackage(), XML: ooxml.NewXML(), date: date, paper: o.Paper,
		lang: language(doc), margin: margin, scale: 1}
	if doc.Close() {
		d.margin = marginClose
		// Word has other fonts than the layout was measured with: some room is left.
		d.scale = min(drawing.Lay(doc, o.Paper).Scale, 1) * 0.96
	}
	d.width = o.Paper.W - 2*d.margin
	if err := d.build(); err != nil {
		return fmt.Errorf("making the Word document: %w", err)
	}
	if err := d.pkg.Write(w, date); err != nil {
		return fmt.Errorf("making the Word document: %w", err)
	}
	return nil
}

// writer is a document being written; its XML is the body's part.
type writer struct {
	*ooxml.XML
	doc   *model.Document
	pkg   *ooxml.Package
	main  *ooxml.Part
	date  time.Time
	paper drawing.Format
	lang  string
	width float64 // of the text, in points
	// margin is the white at every side; scale how much smaller than usual a
	// document is set that is to fit one page.
	margin, scale float64
	// charts and shapes count what has a number of its own; lists are the
	// first numbers of the numbered lists, in order.
	charts, shapes int
	lists          []int
	// tied says that what the block ends with stays on the page of what follows;
	// keep that the paragraph does.
	tied, keep bool
}

// language is the tag that texts bear: the locale, else the language.
func language(doc *model.Document) string {
	return strings.ReplaceAll(ooxml.Clean(cmp.Or(doc.Locale, doc.Language, "en")), "_", "-")
}

// rightToLeft reports whether a language is written from right to left.
func rightToLeft(tag string) bool {
	switch base, _, _ := strings.Cut(tag, "-"); base {
	case "ar", "he", "fa", "ur", "yi":
		return true
	}
	return false
}

// twips are a length in the twentieth of a point that Word counts in.
func twips(points float64) string { return strconv.Itoa(int(points*20 + 0.5)) }

func (d *writer) build() error {
	d.main = d.pkg.Add("word/document.xml", typeWord+"document.main+xml", nil)
	d.pkg.Relate(ooxml.RelDocument, d.main)
	d.Start("w:document", "xmlns:w", nsWord, "xmlns:r", ooxml.NSRelationships, "xmlns:wp", nsInline,
		"xmlns:a", ooxml.NSDrawing, "xmlns:c", ooxml.NSChart).Start("w:body")
	pages := d.doc.Pages
	if len(pages) > 0 && pages[0].Key == model.KeyTitle {
		d.cover(&pages[0])
		pages = pages[1:]
	} else {
		d.cover(nil)
	}
	for i := range pages {
		if err := d.page(&pages[i]); err != nil {
			return fmt.Errorf("page %q: %w", pages[i].Key, err)
		}
	}
	if d.doc.Footer != "" {
		d.line("Closing", d.doc.Footer)
	}
	d.section()
	d.main.Body = d.branded(d.Bytes())
	d.frame()
	d.pkg.AddProperties(ooxml.Properties{
		Title: d.doc.Title, Subject: d.doc.Subtitle, Author: d.doc.FileAuthor(), Company: d.doc.Provider,
		Language: d.lang, Version: d.doc.Version, Date: d.date})
	return nil
}

// cover is the head of the first page: who and when, the title, for whom.
func (d *writer) cover(p *model.Page) {
	title, subtitle := d.doc.Title, d.doc.Subtitle
	if p != nil {
		title, subtitle = cmp.Or(p.Title, title), cmp.Or(p.Subtitle, subtitle)
	}
	if who := cmp.Or(d.doc.Parties, d.doc.Client); who != "" || d.doc.DateText != "" || d.doc.Brand.Logo != nil {
		d.open("Masthead", false)
		d.run(who, manner{bold: true})
		switch {
		case d.doc.Brand.Logo != nil:
			d.tab()
			d.logo()
			if d.doc.DateText != "" {
				d.Start("w:r").Empty("w:br").End()
				d.run(d.doc.DateText, manner{})
			}
		case d.doc.DateText != "":
			d.tab()
			d.run(d.doc.DateText, manner{})
		}
		d.End()
	}
	d.line("Title", title)
	if subtitle != "" {
		d.line("Subtitle", subtitle)
	}
	if d.doc.Teams != "" {
		d.line("Teams", d.doc.Teams)
	}
}

func (d *writer) page(p *model.Page) error {
	d.line("Heading1", p.Title)
	if p.Subtitle != "" {
		d.line("Lead", p.Subtitle)
	}
	if p.Columns && d.doc.Close() {
		d.beside(p.Blocks)
	} else {
		for i := range p.Blocks {
			d.tied = p.Foot != "" && i == len(p.Blocks)-1
			if err := d.block(&p.Blocks[i]); err != nil {
				return err
			}
		}
	}
	d.tied = false
	if p.Foot != "" {
		d.line("Proof", p.Foot)
	}
	return nil
}

func (d *writer) block(b *model.Block) error {
	switch {
	case b.Text != nil:
		d.text(b.Text)
	case b.Figures != nil:
		d.figures(b.Figures.Items)
	case b.Quotes != nil:
		for i := range b.Quotes.Items {
			d.quote(&b.Quotes.Items[i])
		}
	case b.Table != nil:
		d.table(b.Table)
	case b.Chart != nil:
		return d.chart(b.Chart)
	case b.Value != nil:
		return d.value(b.Value)
	case b.Decisions != nil:
		if len(b.Decisions.Items) == 0 {
			d.empty(b.Decisions.Empty)
			return nil
		}
		d.table(drawing.DecisionTable(b.Decisions))
	}
	return nil
}

// empty is the sentence that stands where there is nothing to show.
func (d *writer) empty(sentence string) {
	if sentence != "" {
		d.line("Empty", sentence)
	}
}

// beside sets texts side by side.
func (d *writer) beside(blocks []model.Block) {
	widths := make([]float64, len(blocks))
	for i := range widths {
		widths[i] = d.width / float64(len(blocks))
	}
	d.openTable("FigureTable", widths, &model.Table{})
	d.Start("w:tr")
	for i := range blocks {
		d.openCell(widths[i], 1)
		if t := blocks[i].Text; t != nil && (t.Heading != "" || len(t.Paragraphs) > 0) {
			d.text(t)
		} else {
			d.cellLine("BodyText", model.AlignStart, "", manner{}) // a cell ends in a paragraph
		}
		d.End()
	}
	d.End().End()
	d.gap()
}
