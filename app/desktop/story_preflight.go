package desktop

import (
	"strings"

	"github.com/tendril-app/tendril/internal/document/page"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/preflight"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
)

// StoryFindingView is one thing that the pre-flight found. Level is error, which
// stops an export, or warning, which asks once. Place says where it stands: title,
// section, claim, page, notes, property or story; Section and Claim are where a click
// leads, empty where there is no such place. Key tells it from every other finding.
type StoryFindingView struct {
	Key     string `json:"key"`
	Level   string `json:"level"`
	Place   string `json:"place"`
	Section string `json:"section"`
	Claim   string `json:"claim"`
	Found   string `json:"found"`
	Message string `json:"message"`
}

// StoryPreflight reads stories as a stranger would before they leave the house.
type StoryPreflight struct{ stories *Stories }

// NewStoryPreflight returns the bound pre-flight.
func NewStoryPreflight(app *App) *StoryPreflight { return &StoryPreflight{NewStories(app)} }

// Check reads a story as its audience would, and says what stands in the way of an
// export, errors first. An internal story has none.
func (x *StoryPreflight) Check(id, locale string) (_ []StoryFindingView, err error) {
	defer x.stories.app.catch("story_preflight.check", &err)
	d, err := x.stories.desk(id)
	if err != nil {
		return nil, err
	}
	return x.stories.findings(d, locale)
}

// findings are what the pre-flight says to a story, as a screen shows it.
func (x *Stories) findings(d *onDesk, locale string) ([]StoryFindingView, error) {
	found, err := x.preflight(d, locale)
	if err != nil {
		return nil, err
	}
	out := make([]StoryFindingView, 0, len(found))
	for i := range found {
		out = append(out, findingView(&found[i]))
	}
	return out, nil
}

func findingView(f *preflight.Finding) StoryFindingView {
	view := StoryFindingView{
		Key: keyOf(f), Level: string(f.Level), Place: string(f.Place.Kind),
		Section: f.Place.Section, Claim: string(f.Place.Claim), Found: f.Found, Message: f.Message,
	}
	if f.Place.Page != "" {
		view.Section = page.SectionOf(model.Key(f.Place.Page))
	}
	return view
}

func keyOf(f *preflight.Finding) string {
	return strings.Join([]string{string(f.Code), string(f.Place.Kind), f.Place.Section, string(f.Place.Claim), f.Place.Page, f.Found, f.Message}, "\x1f")
}

// preflight holds a story, as it stands or as it was told, against what must not
// leave the house.
func (x *Stories) preflight(d *onDesk, locale string) ([]preflight.Finding, error) {
	ws, err := x.app.workspace()
	if err != nil {
		return nil, err
	}
	var doc *model.Document
	if d.frozen != nil {
		if doc, err = d.document(d.claims, locale); err != nil {
			return nil, err
		}
	}
	return telling.Preflight(x.app.ctx(), ws, d.told(), d.options(locale), doc, d.design.of())
}

// mayLeave refuses an export that the pre-flight stops, or one with warnings that
// the person has not seen: agreed are the keys of those they were shown.
func (x *Stories) mayLeave(d *onDesk, locale string, agreed []string) error {
	found, err := x.preflight(d, locale)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, key := range agreed {
		seen[key] = true
	}
	var stops, asks []string
	for i := range found {
		switch f := &found[i]; {
		case f.Level == preflight.Error:
			stops = append(stops, f.Message)
		case !seen[keyOf(f)]:
			asks = append(asks, f.Message)
		}
	}
	switch {
	case len(stops) > 0:
		return success.Invalid("preflight", "The pre-flight stopped this export, and no file was written: “%s”", strings.Join(stops, " "))
	case len(asks) > 0:
		return success.Invalid("preflight", "The pre-flight asks before this export, and no file was written: “%s”", strings.Join(asks, " "))
	}
	return nil
}
