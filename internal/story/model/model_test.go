package model_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/story/model"
)

func story() *model.Document {
	v := 1.5
	return &model.Document{Title: "T", Audience: model.AudienceClient, Version: "v", Pages: []model.Page{{Key: model.KeyGrowth, Title: "P", Blocks: []model.Block{
		{Value: &model.ValuePicture{From: "2026-01-01", To: "2026-06-09", ProvedName: "Proved", ClaimedName: "With claims", Points: []model.LevelPoint{{On: "2026-02-01", Proved: 5, WithClaims: 6, DateText: "1 Feb", ProvedText: "€5", ClaimsText: "€6"}}}},
		{Chart: &model.Chart{Kind: model.ChartLine, Categories: []string{"a", "b"}, CategoryHead: "Month", Series: []model.Series{{Name: "S", Values: []*float64{&v, nil}, Texts: []string{"1.5"}}}}},
	}}}}
}

func TestAStoryKeptAsJSONComesBackEqual(t *testing.T) {
	t.Parallel()
	body, err := json.Marshal(story())
	if err != nil {
		t.Fatal(err)
	}
	var back model.Document
	if err := json.Unmarshal(body, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(story(), &back); diff != "" {
		t.Error(diff)
	}
}

func TestTheHashFollowsWhatIsSaidAndNothingElse(t *testing.T) {
	t.Parallel()
	hash := func(change func(*model.Document)) string {
		d := story()
		change(d)
		h, err := d.ContentHash()
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	base := hash(func(*model.Document) {})
	if got := hash(func(d *model.Document) { d.Version, d.VersionText, d.Audience = "w", "x", model.AudienceInternal }); got != base {
		t.Error("the version or the audience changes the hash")
	}
	if got := hash(func(d *model.Document) { d.Pages[0].Blocks[0].Value.Points[0].Proved = 5.5 }); got == base {
		t.Error("a changed figure keeps the hash")
	}
}

func TestTablesBehindPicturesHoldEveryPoint(t *testing.T) {
	t.Parallel()
	blocks := story().Pages[0].Blocks
	v := blocks[0].Value.Table(model.Words{Date: "Date"})
	if got := []string{v.Columns[0].Title, v.Columns[2].Title, v.Rows[0].Cells[0].Text, v.Rows[0].Cells[2].Text}; !cmp.Equal(got, []string{"Date", "With claims", "1 Feb", "€6"}) {
		t.Errorf("the value picture's table reads %v", got)
	}
	c := blocks[1].Chart.Table()
	if got := []string{c.Columns[1].Title, c.Rows[0].Cells[1].Text, c.Rows[1].Cells[1].Text}; len(c.Rows) != 2 || !cmp.Equal(got, []string{"S", "1.5", ""}) {
		t.Errorf("the chart's table reads %v", got)
	}
}
