package desktop

import (
	"slices"

	"github.com/tendril-app/tendril/internal/document/formats"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// OnePageInput says how a story is written as one page. Kind is renewal-page or
// success-story; Anonymous leaves out of the latter who the client is; Inside writes
// it for us alone, whoever the story is for. Agreed are the keys of the pre-flight's
// warnings that the person has seen; Format and Path are for a file.
type OnePageInput struct {
	Story     string   `json:"story"`
	Kind      string   `json:"kind"`
	Anonymous bool     `json:"anonymous"`
	Inside    bool     `json:"inside"`
	Format    string   `json:"format"`
	Path      string   `json:"path"`
	Locale    string   `json:"locale"`
	Agreed    []string `json:"agreed"`
}

// onePage is what a story is written as besides a deck.
type onePage struct {
	kind              model.Kind
	anonymous, inside bool
}

// OnePages writes stories as one page: for the client's decision, or for others.
type OnePages struct{ stories *Stories }

// NewOnePages returns the bound pages.
func NewOnePages(app *App) *OnePages { return &OnePages{NewStories(app)} }

// Check reads a page as its audience would, and says what stands in the way of its
// export, errors first.
func (x *OnePages) Check(in OnePageInput) (_ []StoryFindingView, err error) {
	defer x.stories.app.catch("one_pages.check", &err)
	d, err := x.desk(&in)
	if err != nil {
		return nil, err
	}
	return x.stories.findings(d, in.Locale)
}

// Export writes a page to a file, as Stories.Export writes a deck.
func (x *OnePages) Export(in OnePageInput) (_ ExportedView, err error) {
	defer x.stories.app.catch("one_pages.export", &err)
	d, err := x.desk(&in)
	if err != nil {
		return ExportedView{}, err
	}
	if !slices.Contains(formats.For(d.as.kind), in.Format) {
		return ExportedView{}, success.Invalid("format", "A page can be written as PDF, Word, a web page or Markdown, not as %q.", in.Format)
	}
	return x.stories.export(d, in.Format, in.Path, in.Locale, in.Agreed)
}

func (x *OnePages) desk(in *OnePageInput) (*onDesk, error) {
	kind, known := story.KindOf(in.Kind)
	if !known || kind == model.KindDeck {
		return nil, success.Invalid("kind", "A story can be told on one page as a renewal page or a success story, not as %q.", in.Kind)
	}
	d, err := x.stories.desk(in.Story)
	if err != nil {
		return nil, err
	}
	d.as = onePage{kind: kind, anonymous: in.Anonymous && kind == model.KindSuccessStory, inside: in.Inside}
	return d, nil
}
