package desktop_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/document/ooxmltest"
	"github.com/tendril-app/tendril/internal/document/template/templatetest"
	"github.com/tendril-app/tendril/internal/success"
)

// fileOf writes a file into a folder of the test and returns its path.
func fileOf(t *testing.T, name string, body []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// brandFiles are the files of the workspace's brand.
func brandFiles(t *testing.T, app *desktop.App) desktop.BrandView {
	t.Helper()
	view, err := desktop.NewBrand(app).Files()
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// hasLogo reports whether a document has a picture in it.
func hasLogo(t *testing.T, format string, file []byte) bool {
	t.Helper()
	switch format {
	case "pdf":
		return bytes.Contains(file, []byte("/Subtype /Image"))
	case "html":
		return bytes.Contains(file, []byte(`src="data:image/png;base64,`))
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, "media/logo.png") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		return err == nil && bytes.HasPrefix(body, []byte("\x89PNG"))
	}
	return false
}

func TestTheLogoIsInEveryDocumentUntilItIsRemoved(t *testing.T) {
	t.Parallel()
	app, stories, id := composed(t, "Nordhavn Freight")
	looks := desktop.NewBrand(app)
	documents := func(want bool) {
		t.Helper()
		for _, format := range []string{"pptx", "pdf", "docx", "html"} {
			path := filepath.Join(t.TempDir(), "story."+format)
			if _, err := stories.Export(id, format, path, british, nil); err != nil {
				t.Fatal(err)
			}
			file := []byte(read(t, path))
			if hasLogo(t, format, file) != want {
				t.Errorf("the %s has a logo: %t", format, !want)
			}
			if format == "pptx" || format == "docx" {
				p, err := ooxmltest.Open(file)
				if err != nil {
					t.Fatal(err)
				}
				for _, problem := range p.Lint() {
					t.Errorf("%s: %s", format, problem)
				}
			}
		}
	}
	documents(false)
	if _, err := looks.SetLogo(fileOf(t, "logo.png", templatetest.Logo(2000, 400))); err != nil {
		t.Fatal(err)
	}
	if got := brandFiles(t, app); !strings.HasPrefix(got.Logo, "data:image/png;base64,") || got.Width != 900 || got.Height != 180 {
		t.Errorf("the logo is kept as %d × %d", got.Width, got.Height)
	}
	documents(true)
	if !strings.Contains(drawn(t, stories, desktop.PreviewInput{Story: id, Locale: british}), "td-logo") {
		t.Error("the preview lacks the logo")
	}
	for name, body := range map[string]string{"logo.svg": "<svg/>", "broken.png": string(templatetest.Logo(40, 40)[:60]), "words.txt": "Quayside"} {
		if _, err := looks.SetLogo(fileOf(t, name, []byte(body))); desktop.ProblemOf(err).Code != success.CodeInvalid || desktop.ProblemOf(err).Field != "logo" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := looks.RemoveLogo(); err != nil {
		t.Fatal(err)
	}
	if got := brandFiles(t, app); got.Logo != "" || got.Waiting {
		t.Errorf("there still is %+v", got)
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if got := brandFiles(t, app); got.Width != 900 {
		t.Errorf("undo gave back %+v", got)
	}
}

func TestAToldStoryKeepsTheLogoItWasToldWith(t *testing.T) {
	t.Parallel()
	app, stories, id := composed(t, "Nordhavn Freight")
	looks := desktop.NewBrand(app)
	if _, err := looks.SetLogo(fileOf(t, "logo.png", templatetest.Logo(200, 40))); err != nil {
		t.Fatal(err)
	}
	if _, err := desktop.NewStoryTelling(app).Tell(desktop.TellInput{Story: id, Locale: british}); err != nil {
		t.Fatal(err)
	}
	export := func() []byte {
		path := filepath.Join(t.TempDir(), "told.pptx")
		if _, err := stories.Export(id, "pptx", path, british, nil); err != nil {
			t.Fatal(err)
		}
		return []byte(read(t, path))
	}
	told := export()
	if _, err := looks.SetLogo(fileOf(t, "other.png", templatetest.Logo(80, 80))); err != nil {
		t.Fatal(err)
	}
	if again := export(); !bytes.Equal(told, again) || !hasLogo(t, "pptx", again) {
		t.Error("another logo changed what was told")
	}
	// Into the company's template it goes from the same frozen words, each time alike.
	own := desktop.NewStoryTemplate(app)
	if _, err := own.Keep(fileOf(t, "Haus.pptx", templatetest.House())); err != nil {
		t.Fatal(err)
	}
	first := exported(t, own, id, filepath.Join(t.TempDir(), "a.pptx"))
	if _, err := desktop.NewSettings(app).Set("company", "Somebody Else Ltd"); err != nil {
		t.Fatal(err)
	}
	if second := exported(t, own, id, filepath.Join(t.TempDir(), "b.pptx")); !bytes.Equal(first, second) || bytes.Contains(second, []byte("Somebody Else")) {
		t.Error("a told story in a template is not what was told")
	}
}

func TestTheTemplateIsForgotten(t *testing.T) {
	t.Parallel()
	app, _, id := composed(t, "Nordhavn Freight")
	own, looks := desktop.NewStoryTemplate(app), desktop.NewBrand(app)
	if _, err := own.Keep(fileOf(t, "Haus.pptx", templatetest.House())); err != nil {
		t.Fatal(err)
	}
	if _, err := looks.SetLogo(fileOf(t, "logo.png", templatetest.Logo(200, 40))); err != nil {
		t.Fatal(err)
	}
	if _, err := looks.ForgetTemplate(); err != nil {
		t.Fatal(err)
	}
	if got := brandFiles(t, app); got.Template != "" || got.Width != 200 {
		t.Errorf("without the template the brand is %+v", got)
	}
	if view, err := own.Look(id, "", british); err != nil || view.Name != "" {
		t.Errorf("the workspace keeps %q, %v", view.Name, err)
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if got := brandFiles(t, app); got.Template != "Haus.pptx" {
		t.Errorf("undo gave back %+v", got)
	}
}

func TestAColourThatCannotBeReadIsRefusedWithOneThatCan(t *testing.T) {
	t.Parallel()
	app, _, _ := composed(t, "Nordhavn Freight")
	settings := desktop.NewSettings(app)
	problem := desktop.ProblemOf(func() error { _, err := settings.Set("accent", "#FFD400"); return err }())
	if problem.Field != "accent" || !strings.Contains(problem.Message, "too light") {
		t.Fatalf("yellow: %+v", problem)
	}
	at := strings.LastIndex(problem.Message, "#")
	if _, err := settings.Set("accent", problem.Message[at:at+7]); err != nil {
		t.Errorf("the shade that was offered: %v", err)
	}
}
