package desktop_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

func TestAToldStoryIsReadAndExportedAsItWasTold(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateSample(); err != nil {
		t.Fatal(err)
	}
	stories, telling := desktop.NewStories(app), desktop.NewStoryTelling(app)
	account := accountID(t, app, "Nordhavn Freight")
	draft, err := stories.Compose(account, british)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := telling.Tell(desktop.TellInput{Story: draft.ID, Locale: british, Leave: desktop.StoryLeaveView{By: "Mette Lindqvist"}}); desktop.ProblemOf(err).Field != "permission" {
		t.Errorf("leave that says not how far it goes: %v", err)
	}
	var agreed []string
	findings, err := desktop.NewStoryPreflight(app).Check(draft.ID, british)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		agreed = append(agreed, f.Key)
	}
	in := desktop.TellInput{Story: draft.ID, Locale: british, Agreed: agreed,
		Leave: desktop.StoryLeaveView{Permission: "named", By: "Mette Lindqvist", Until: "2027-06-30"}}
	if _, err := telling.Tell(in); err != nil {
		t.Fatal(err)
	}
	page, err := stories.Page(draft.ID, british)
	if err != nil {
		t.Fatal(err)
	}
	if !page.Told || len(page.Version) != 64 || page.Leave != in.Leave || page.Locale != british {
		t.Errorf("told %v, version %q, leave %+v, locale %q", page.Told, page.Version, page.Leave, page.Locale)
	}
	folder := t.TempDir()
	export := func(name string) []byte {
		t.Helper()
		path := filepath.Join(folder, name)
		if _, err := stories.Export(draft.ID, "docx", path, british, agreed); err != nil {
			t.Fatal(err)
		}
		body, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return body
	}
	before := export("a.docx")
	if _, err := telling.Permit(draft.ID, desktop.StoryLeaveView{Permission: "public", By: "Henrik Dahl"}); err != nil {
		t.Fatal(err)
	}
	if _, err := stories.WriteTitle(draft.ID, "Another"); desktop.ProblemOf(err).Field != "status" {
		t.Errorf("a told story was renamed: %v", err)
	}
	again, err := telling.Again(draft.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stories.WriteTitle(again.ID, "Another"); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, export("b.docx")) {
		t.Error("a later export of the told story is another file")
	}
	next, err := stories.Page(again.ID, british)
	if err != nil {
		t.Fatal(err)
	}
	if next.Told || next.Leave.Permission != "" || next.Title != "Another" || len(next.Sections) != len(page.Sections) {
		t.Errorf("the new draft is told %v, with leave %q, called %q", next.Told, next.Leave.Permission, next.Title)
	}
	preview, err := stories.Preview(desktop.PreviewInput{Story: draft.ID, Locale: british})
	if err != nil || !strings.Contains(preview.HTML, page.Version[:4]) {
		t.Errorf("the preview does not show the version (%v)", err)
	}
}
