package storydiff_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/storydiff"
)

func figures(key model.Key, items ...string) *model.Document {
	f := &model.Figures{}
	for i := 0; i < len(items); i += 2 {
		f.Items = append(f.Items, model.Figure{Label: items[i], Value: items[i+1]})
	}
	return &model.Document{Pages: []model.Page{{Key: key, Blocks: []model.Block{{Figures: f}}}}}
}

func TestFiguresAreComparedByWhatTheirLabelsSay(t *testing.T) {
	t.Parallel()
	was := figures(model.KeyAnswer, "proved value, a year, as of 21 August 2025", "€595k", "people", "159", "ratio to the price", "5.1")
	is := figures(model.KeyAnswer, "people", "266", "proved value, a year, as of 9 June 2026", "€909k", "first value after", "62 days")
	want := []storydiff.FigureChange{
		{Label: "people", From: "159", To: "266"},
		{Label: "proved value, a year, as of 9 June 2026", From: "€595k", To: "€909k"},
		{Label: "first value after", To: "62 days"},
		{Label: "ratio to the price", From: "5.1"},
	}
	if diff := cmp.Diff(want, storydiff.Figures(was, is)); diff != "" {
		t.Error(diff)
	}
	other := figures(model.KeyInvestment, "people", "12")
	if got := storydiff.Figures(other, is); got[0].From != "" {
		t.Errorf("a figure of another page was taken: %+v", got)
	}
}
