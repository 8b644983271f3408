// Package document renders the document model. A format never decides
// content: it measures, places and writes what the model says, in the model's
// order, and the same model gives the same bytes.
package document

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/document/template"
	"github.com/tendril-app/tendril/internal/story/model"
)

// Options say how a document is made; the zero value is a file to hand over.
type Options struct {
	// Notes writes the pages' speaker notes: the presenter's own copy. Only a
	// document whose audience is internal may carry them.
	Notes bool
	// Tables adds a slide with the table behind each value picture at the end,
	// for readers who cannot see it and for those who want the figures.
	Tables bool
	// Template is the company's own design; nil means ours. Its tokens are filled
	// with the document's own words and logo.
	Template *template.Template
}

// ErrNotes says that notes were asked for in a file that leaves the house.
var ErrNotes = errors.New("speaker notes go only into an internal (presenter's) copy")

// PPTX writes a document as a PowerPoint presentation, 16:9, with native
// charts and tables. A page that does not fit runs on to further slides.
func PPTX(w io.Writer, doc *model.Document, o Options) error {
	if o.Notes && doc.Audience != model.AudienceInternal {
		return ErrNotes
	}
	date := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	if doc.Date != "" {
		var err error
		if date, err = time.Parse(time.DateOnly, doc.Date); err != nil {
			return fmt.Errorf("reading the document's date: %w", err)
		}
	}
	d := newDeck(doc, o, date)
	if err := d.build(); err != nil {
		return fmt.Errorf("making the presentation: %w", err)
	}
	if err := d.pkg.Write(w, date); err != nil {
		return fmt.Errorf("making the presentation: %w", err)
	}
	return nil
}

// language is the tag that texts bear: the locale, else the language.
func language(doc *model.Document) string {
	tag := doc.Locale
	if tag == "" {
		tag = doc.Language
	}
	if tag == "" {
		tag = "en"
	}
	return strings.ReplaceAll(ooxml.Clean(tag), "_", "-")
}

// word is a renderer's own word, or the English one.
func word(own, english string) string {
	if own != "" {
		return own
	}
	return english
}
