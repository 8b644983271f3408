package desktop

import (
	"slices"

	"github.com/tendril-app/tendril/internal/document/formats"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
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
	note := success.ExportRecord{AccountID: file.Account.ID}
	return x.app.exportDocument(format, path, formats.Options{}, note, func() (*model.Document, error) {
		return story.Handover(file, settings, today, story.Options{Locale: locale, Logo: logo})
	})
}
