package story

import (
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// Cuts is how often a handover page can be cut.
var Cuts = len(tighter)

// LinesOf is linesOf, for tests.
func LinesOf(doc *model.Document) float64 { return linesOf(doc) }

// HandoverCut is Handover after so many cuts, however much room there is.
func HandoverCut(f *success.File, s *success.Settings, on success.Date, o Options, cuts int) (*model.Document, error) {
	o.Audience, o.Kind = model.AudienceInternal, model.KindHandover
	x, err := gather(f, s, "", "", on, o)
	if err != nil {
		return nil, err
	}
	return handoverOf(x).document(spaceAfter(cuts)), nil
}
