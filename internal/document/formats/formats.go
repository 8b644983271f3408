// Package formats names the formats a story can be written in, so that the
// window and the terminal offer the same ones.
package formats

import (
	"fmt"
	"io"
	"slices"

	"github.com/tendril-app/tendril/internal/document"
	"github.com/tendril-app/tendril/internal/document/docx"
	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/markdown"
	"github.com/tendril-app/tendril/internal/document/page"
	"github.com/tendril-app/tendril/internal/document/pdf"
	"github.com/tendril-app/tendril/internal/document/template"
	"github.com/tendril-app/tendril/internal/story/model"
)

// Options say how a document is written; the zero value is a file to hand over.
type Options struct {
	// Tables adds the table behind each picture to a presentation.
	Tables bool
	// Presenter draws the notes of an internal document's presentation.
	Presenter bool
	// Template is the company's own design of a presentation; nil means ours.
	Template *template.Template
}

// Names lists the formats, by the ending of their files.
func Names() []string { return []string{"pptx", "pdf", "docx", "html", "md"} }

// For lists the formats of a kind of document: what is to fit sheets of paper is
// no presentation.
func For(kind model.Kind) []string {
	if kind == model.KindDeck {
		return Names()
	}
	return Names()[1:]
}

// Pages is how many pages a document has: sheets of paper where it is to fit a
// number of them, else the pages of the model.
func Pages(doc *model.Document) int {
	if !doc.Close() {
		return len(doc.Pages)
	}
	return len(drawing.Lay(doc, drawing.PaperOf(doc)).Sheets)
}

// Known reports whether a format is one of Names.
func Known(format string) bool { return slices.Contains(Names(), format) }

// Write writes a document in a format. A document that the format cannot hold
// gives a *pdf.ScriptError, whose words are for people.
func Write(w io.Writer, format string, doc *model.Document, o Options) error {
	switch format {
	case "pptx":
		if doc.Close() {
			return fmt.Errorf("writing a document: a %s is for paper and no presentation", doc.Kind)
		}
		return document.PPTX(w, doc, document.Options{Notes: o.Presenter && doc.Audience == model.AudienceInternal, Tables: o.Tables, Template: o.Template})
	case "pdf":
		return pdf.Render(w, doc, pdf.Options{})
	case "docx":
		return docx.Write(w, doc, docx.Options{})
	case "html":
		return page.HTML(w, doc, page.Options{Standalone: true})
	case "md":
		return markdown.Write(w, doc)
	}
	return fmt.Errorf("writing a document: there is no format %q", format)
}
