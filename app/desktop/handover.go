package desktop

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/tendril-app/tendril/internal/document/formats"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Handovers writes accounts on two sides of paper for the CSM who takes them over.
type Handovers struct{ app *App }

// NewHandovers returns the bound handover pages.
func NewHandovers(app *App) *Handovers { return &Handovers{app} }

// Export writes an account's handover page to a file in the language of locale, as a
// job that can be cancelled, and notes who wrote it. The formats are those of
// formats.For. It is for us alone: no pre-flight holds it back, and the record of it
// says so.
func (x *Handovers) Export(account, format, path, locale string) (_ ExportedView, err error) {
	defer x.app.catch("handovers.export", &err)
	if !slices.Contains(formats.For(model.KindHandover), format) {
		return ExportedView{}, success.Invalid("format", "A page can be written as PDF, Word, a web page or Markdown, not as %q.", format)
	}
	file, settings, today, err := x.app.account(account)
	if err != nil {
		return ExportedView{}, err
	}
	ws, err := x.app.workspace()
	if err != nil {
		return ExportedView{}, err
	}
	logo, err := telling.ReadLogo(x.app.ctx(), ws, settings)
	if err != nil {
		return ExportedView{}, err
	}
	view := ExportedView{Path: path, FileName: filepath.Base(path)}
	doc, err := x.app.writeDocument(format, path, formats.Options{}, func() (*model.Document, error) {
		return story.Handover(file, settings, today, story.Options{Locale: locale, Logo: logo})
	})
	if err != nil {
		return ExportedView{}, err
	}
	hash, err := doc.ContentHash()
	if err != nil {
		return ExportedView{}, fmt.Errorf("hash the document: %w", err)
	}
	_, err = x.app.write("Export "+view.FileName, func(tx *workspace.Tx) (success.ID, error) {
		return tx.Create(&success.ExportRecord{
			AccountID: file.Account.ID, Format: format, Audience: string(doc.Audience), ExportedAt: success.InstantOf(x.app.o.Now()),
			ExportedBy: x.app.o.Actor, ContentHash: hash, FileName: view.FileName,
		})
	})
	view.Pages = formats.Pages(doc)
	return view, err
}
