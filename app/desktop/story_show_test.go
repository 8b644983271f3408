package desktop_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/app/desktop"
)

func TestAToldStoryIsPresentedAsItWasTold(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	id := tellStory(t, app, "Nordhavn Freight", desktop.StoryLeaveView{})
	show := desktop.NewStoryShow(app)
	told, err := show.Slides(id, british)
	if err != nil {
		t.Fatal(err)
	}
	if !told.Told || len(told.Slides) < 10 || !strings.Contains(told.Style, ".td-slide") {
		t.Fatalf("%d slides, told %v", len(told.Slides), told.Told)
	}
	noted := 0
	for i, s := range told.Slides {
		if s.Title == "" || s.HTML == "" || s.Notes == nil || s.Sources == nil || strings.Contains(s.HTML, "<script") {
			t.Errorf("slide %d is %+v", i+1, s)
		}
		for _, note := range s.Notes {
			noted++
			if strings.HasPrefix(note, "Method") && strings.Contains(s.HTML, note) {
				t.Errorf("slide %d shows the note %q", i+1, note)
			}
		}
	}
	if noted == 0 {
		t.Error("the presenter has no notes")
	}
	account := accountID(t, app, "Nordhavn Freight")
	anke := desktop.RecordInput{Account: account, Kind: "stakeholder", Owner: account, Fields: map[string]string{"name": "Anke Ohm", "role": "economic buyer"}}
	if _, err := desktop.NewPeople(app).Write(anke); err != nil {
		t.Fatal(err)
	}
	again, err := show.Slides(id, "de-DE")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(told, again); diff != "" {
		t.Errorf("what was told is presented otherwise:\n%s", diff)
	}
}

func TestWhatChangedSinceTheLastReviewIsTheDifferenceOfTwoStories(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	id := tellStory(t, app, "Nordhavn Freight", desktop.StoryLeaveView{})
	next, err := desktop.NewStoryTelling(app).Again(id)
	if err != nil {
		t.Fatal(err)
	}
	compare := desktop.NewStoryCompare(app)
	versions, err := compare.Versions(next.ID)
	if err != nil {
		t.Fatal(err)
	}
	if versions.From != id || len(versions.Versions) < 3 || versions.Versions[0].ID != next.ID {
		t.Fatalf("%+v", versions)
	}
	same, err := compare.Of(id, next.ID, british)
	if err != nil {
		t.Fatal(err)
	}
	if len(same.Changes) != 0 || same.Same == 0 {
		t.Errorf("nothing was changed: %+v", same.Changes)
	}
	page, err := desktop.NewStories(app).Page(next.ID, british)
	if err != nil {
		t.Fatal(err)
	}
	claim := page.Sections[0].Claims[0]
	words := []desktop.ParagraphView{{Kind: "text", Runs: []desktop.RunView{{Text: strings.Replace(claim.Text, " ", " today ", 1)}}}}
	if _, err := desktop.NewStories(app).WriteClaim(desktop.ClaimInput{Story: next.ID, ID: claim.ID, Section: page.Sections[0].Key, Words: words}); err != nil {
		t.Fatal(err)
	}
	last := page.Sections[len(page.Sections)-1]
	for _, s := range page.Sections {
		if len(s.Claims) > 0 {
			last = s
		}
	}
	if _, err := desktop.NewStories(app).DeleteClaim(next.ID, last.Claims[0].ID); err != nil {
		t.Fatal(err)
	}
	diff, err := compare.Of(id, next.ID, british)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	for _, c := range diff.Changes {
		kinds[c.Kind]++
		if c.Section == "" || c.Text == "" || (c.Kind == "changed") != (len(c.Runs) > 0) {
			t.Errorf("%+v", c)
		}
	}
	if kinds["changed"] != 1 || kinds["gone"] != 1 || len(diff.Changes) != 2 || diff.Same != same.Same-2 {
		t.Errorf("%v, %d the same", kinds, diff.Same)
	}
	if len(diff.Figures) == 0 || diff.Figures[0].From == "" || diff.Figures[0].From != diff.Figures[0].To {
		t.Errorf("figures: %+v", diff.Figures)
	}
	if len(diff.Pages) < 10 || diff.Pages[0].From == "" || diff.Pages[0].To == "" {
		t.Errorf("%d pairs of pages", len(diff.Pages))
	}
	back, err := compare.Of(versions.Versions[len(versions.Versions)-1].ID, id, british)
	if err != nil || back.From.ToldOn == "" || len(back.Changes) == 0 {
		t.Errorf("against an older one: %+v, %v", back.Changes, err)
	}
	other := tellStory(t, app, "Castellan Ports", desktop.StoryLeaveView{})
	if _, err := compare.Of(other, id, british); fieldOf(t, err) != "story" {
		t.Errorf("two accounts: %v", err)
	}
}
