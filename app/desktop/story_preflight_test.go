package desktop_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

func TestAStoryOfItsRecordsAloneIsFreeToLeave(t *testing.T) {
	t.Parallel()
	app, _, id := composed(t, "Nordhavn Freight")
	found, err := desktop.NewStoryPreflight(app).Check(id, british)
	if err != nil || len(found) != 0 {
		t.Errorf("found %+v, %v", found, err)
	}
}

func TestAWarningIsAgreedToByItsKeyAndAnErrorByNothing(t *testing.T) {
	t.Parallel()
	app, stories, id := composed(t, "Nordhavn Freight")
	path := filepath.Join(t.TempDir(), "story.pdf")
	write := func(text string) string {
		t.Helper()
		written, err := stories.WriteClaim(desktop.ClaimInput{Story: id, Section: "answer", Words: []desktop.ParagraphView{{
			Kind: "text", Runs: []desktop.RunView{{Text: text}},
		}}})
		if err != nil {
			t.Fatal(err)
		}
		return written.ID
	}
	find := func(level, claim string) desktop.StoryFindingView {
		t.Helper()
		found, err := desktop.NewStoryPreflight(app).Check(id, british)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if f.Level == level && f.Claim == claim {
				if f.Section != "answer" || f.Place != "claim" || f.Message == "" {
					t.Errorf("it does not say where it stands: %+v", f)
				}
				return f
			}
		}
		t.Fatalf("there is no %s on %s in %+v", level, claim, found)
		return desktop.StoryFindingView{}
	}
	warned := find("warning", write("Write to m.lindqvist@nordhavn.example."))
	_, err := stories.Export(id, "pdf", path, british, nil)
	if p := desktop.ProblemOf(err); p.Code != success.CodeInvalid || p.Field != "preflight" || !strings.Contains(p.Message, "no file was written") {
		t.Errorf("%+v", p)
	}
	if _, err = stories.Export(id, "pdf", path, british, []string{warned.Key}); err != nil {
		t.Fatal(err)
	}
	stopped := find("error", write("Kestrel Parcel pays less."))
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	_, err = stories.Export(id, "pdf", path, british, []string{warned.Key, stopped.Key})
	if p := desktop.ProblemOf(err); p.Code != success.CodeInvalid || !strings.Contains(p.Message, "stopped this export") {
		t.Errorf("%+v", p)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("a file was written: %v", err)
	}
	if n := written(t, app); n != 1 {
		t.Errorf("%d documents noted", n)
	}
	if _, err := stories.WriteAudience(id, "internal"); err != nil {
		t.Fatal(err)
	}
	if found, err := desktop.NewStoryPreflight(app).Check(id, british); err != nil || len(found) != 0 {
		t.Errorf("an internal story is held to %+v, %v", found, err)
	}
	if _, err := stories.Export(id, "pdf", path, british, nil); err != nil {
		t.Error(err)
	}
}
