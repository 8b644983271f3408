package desktop_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

func TestAStoryIsWrittenAsOnePage(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateSample(); err != nil {
		t.Fatal(err)
	}
	draft, err := desktop.NewStories(app).Compose(accountID(t, app, "Nordhavn Freight"), british)
	if err != nil {
		t.Fatal(err)
	}
	pages := desktop.NewOnePages(app)
	in := desktop.OnePageInput{Story: draft.ID, Kind: "renewal-page", Format: "md", Path: filepath.Join(t.TempDir(), "page.md"), Locale: british}
	done, err := pages.Export(in)
	if err != nil || done.Pages != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	if text := read(t, in.Path); !strings.Contains(text, "We ask you for three decisions") || strings.Contains(text, "126,000") {
		t.Errorf("the page says %s", text)
	}
	if n := written(t, app); n != 1 {
		t.Errorf("%d exports are noted", n)
	}

	other, err := desktop.NewStories(app).Compose(accountID(t, app, "Vega Cold Chain"), british)
	if err != nil {
		t.Fatal(err)
	}
	in.Story, in.Kind = other.ID, "success-story"
	found, err := pages.Check(in)
	if err != nil || len(found) != 1 || found[0].Level != "error" || found[0].Place != "story" {
		t.Fatalf("without leave: %+v, %v", found, err)
	}
	if _, err := pages.Export(in); desktop.ProblemOf(err).Field != "preflight" {
		t.Errorf("without leave it left the house: %v", err)
	}
	in.Inside = true
	if _, err := pages.Export(in); err != nil {
		t.Fatal(err)
	}
	if text := read(t, in.Path); !strings.Contains(text, "Internal to Quayside") || !strings.Contains(text, "Permission: none is on file") {
		t.Errorf("for us it says %s", text)
	}
	in.Anonymous = true
	if _, err := pages.Export(in); err != nil {
		t.Fatal(err)
	}
	if text := read(t, in.Path); strings.Contains(strings.ToLower(text), "vega") || strings.Contains(text, "26k") {
		t.Errorf("anonymous it says %s", text)
	}
	for _, bad := range []desktop.OnePageInput{{Story: draft.ID, Kind: "deck", Format: "pdf"}, {Story: draft.ID, Kind: "renewal-page", Format: "pptx"}} {
		if _, err := pages.Export(bad); desktop.ProblemOf(err).Code != success.CodeInvalid {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
