package desktop_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/document/ooxmltest"
	"github.com/tendril-app/tendril/internal/document/template/templatetest"
)

func TestAStoryIsWrittenIntoTheKeptTemplate(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateSample(); err != nil {
		t.Fatal(err)
	}
	draft, err := desktop.NewStories(app).Compose(accountID(t, app, "Nordhavn Freight"), british)
	if err != nil {
		t.Fatal(err)
	}
	own, folder := desktop.NewStoryTemplate(app), t.TempDir()
	if view, err := own.Look(draft.ID, "", british); err != nil || view.Name != "" {
		t.Fatalf("an empty workspace keeps %q, %v", view.Name, err)
	}
	if _, err := own.Export(draft.ID, filepath.Join(folder, "none.pptx"), british, nil); desktop.ProblemOf(err).Field != "template" {
		t.Errorf("an export without a template: %v", err)
	}
	house, macros := filepath.Join(folder, "Haus.pptx"), filepath.Join(folder, "macros.pptx")
	for path, body := range map[string][]byte{house: templatetest.House(), macros: templatetest.WithMacros()} {
		if err := os.WriteFile(path, body, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	view, err := own.Look(draft.ID, house, british)
	if err != nil {
		t.Fatal(err)
	}
	if view.Name != "Haus.pptx" || view.Width != 720 || len(view.Layouts) != 4 || view.Layouts[3].Layout != "01_Nur Titel" || view.Layouts[3].How != "name" {
		t.Errorf("the template is seen as %+v", view)
	}
	if _, err := own.Keep(house); err != nil {
		t.Fatal(err)
	}
	if _, err := own.Keep(macros); !strings.Contains(desktop.ProblemOf(err).Message, "macros") {
		t.Errorf("a template with macros: %v", err)
	}
	if view, err = own.Look(draft.ID, "", british); err != nil || view.Name != "Haus.pptx" {
		t.Fatalf("the workspace keeps %q, %v", view.Name, err)
	}
	first, second := exported(t, own, draft.ID, filepath.Join(folder, "a.pptx")), exported(t, own, draft.ID, filepath.Join(folder, "b.pptx"))
	if !bytes.Equal(first, second) {
		t.Error("the same story and template give two files")
	}
	p, err := ooxmltest.Open(first)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range p.Lint() {
		t.Error(problem)
	}
	if cover := string(p.Parts["ppt/slideLayouts/slideLayout1.xml"]); !strings.Contains(cover, "Für Nordhavn Freight") {
		t.Errorf("the cover's layout is %s", cover)
	}
	files, err := desktop.NewLibrary(app).Files(draft.ID)
	if err != nil || len(files) != 2 || files[0].Template != "Haus.pptx" {
		t.Errorf("the exports are noted as %+v, %v", files, err)
	}
}

// exported writes a story into the kept template and returns the file.
func exported(t *testing.T, own *desktop.StoryTemplate, story, path string) []byte {
	t.Helper()
	findings, err := own.Check(story, british)
	if err != nil {
		t.Fatal(err)
	}
	var agreed []string
	for _, f := range findings {
		agreed = append(agreed, f.Key)
	}
	if _, err := own.Export(story, path, british, agreed); err != nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func TestAnotherAccountsNameInATemplateStopsTheExport(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateSample(); err != nil {
		t.Fatal(err)
	}
	draft, err := desktop.NewStories(app).Compose(accountID(t, app, "Nordhavn Freight"), british)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.pptx")
	if err := os.WriteFile(path, templatetest.Saying("Prepared for Kestrel Parcel"), 0o600); err != nil {
		t.Fatal(err)
	}
	own := desktop.NewStoryTemplate(app)
	if _, err := own.Keep(path); err != nil {
		t.Fatal(err)
	}
	findings, err := own.Check(draft.ID, british)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, f := range findings {
		if f.Place == "template" {
			said = append(said, f.Level+": "+f.Message)
		}
	}
	if len(said) != 1 || said[0] != `error: "Kestrel Parcel" names another account, Kestrel Parcel.` {
		t.Errorf("the template is found to say %v", said)
	}
	if _, err := own.Export(draft.ID, path+".out", british, nil); desktop.ProblemOf(err).Field != "preflight" {
		t.Errorf("the export: %v", err)
	}
}
