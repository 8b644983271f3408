package pdf_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/drawing/drawingtest"
	"github.com/tendril-app/tendril/internal/document/pdf"
	"github.com/tendril-app/tendril/internal/story/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func render(t *testing.T, doc *model.Document, o pdf.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Render(&b, doc, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool runs one of poppler's programs over a PDF.
func tool(t *testing.T, name string, body []byte, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skip("needs " + name)
	}
	file := filepath.Join(t.TempDir(), "story.pdf")
	if err := os.WriteFile(file, body, 0o600); err != nil {
		t.Fatal(err)
	}
	var complaints bytes.Buffer
	cmd := exec.CommandContext(t.Context(), path, append(args, file, "-")[:len(args)+1+dash(name)]...)
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil || complaints.Len() > 0 {
		t.Fatalf("%s: %v %s", name, err, complaints.String())
	}
	return string(out)
}

func dash(name string) int {
	if name == "pdftotext" {
		return 1
	}
	return 0
}

func TestTheTextsExtractInOrder(t *testing.T) {
	t.Parallel()
	for _, name := range drawingtest.Names() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := tool(t, "pdftotext", render(t, drawingtest.Document(name), pdf.Options{}), "-layout")
			path := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.MkdirAll("testdata", 0o750); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			// Programs of different age set their blanks differently.
			if diff := cmp.Diff(words(string(want)), words(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func words(s string) []string { return strings.Fields(s) }

func TestAccentsAndIdeographsComeThroughIntact(t *testing.T) {
	t.Parallel()
	doc := drawingtest.Document("bare")
	doc.Pages = []model.Page{{Title: "Zażółć gęślą jaźń, Ærøskøbing", Blocks: []model.Block{{Text: &model.Text{Paragraphs: []model.Paragraph{
		model.Plain("Ελληνικά, Українська, 日本語テキスト (a) [b] \\ c"), model.Bullet("e\u0301 composed"), model.Plain("done 🎉 by 👩‍👩‍👧 of 🇩🇪 ❤️")}}}}}}
	got := strings.Join(words(tool(t, "pdftotext", render(t, doc, pdf.Options{}))), " ")
	for _, want := range []string{"Zażółć gęślą jaźń, Ærøskøbing", "Ελληνικά, Українська, 日本語テキスト (a) [b] \\ c", "é composed",
		"done [party popper] by [woman, woman, girl] of [flag DE]"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
}

func TestRightToLeftTextIsRefusedWithASentence(t *testing.T) {
	t.Parallel()
	for script, text := range map[string]string{"Hebrew": "שלום", "Arabic": "العربية", "Thai": "ภาษาไทย", "Hangul": "한국어"} {
		doc := drawingtest.Document("bare")
		doc.Pages = []model.Page{{Title: "P", Blocks: []model.Block{{Table: &model.Table{Columns: []model.Column{{}}, Rows: []model.Row{{Cells: []model.Cell{{Detail: "in " + text}}}}}}}}}
		var b bytes.Buffer
		err := pdf.Render(&b, doc, pdf.Options{})
		var refused *pdf.ScriptError
		if !errors.As(err, &refused) || !errors.Is(err, pdf.ErrScript) || refused.Script != script {
			t.Errorf("%s gives %v", script, err)
			continue
		}
		if !strings.Contains(err.Error(), "web page or PowerPoint") || !strings.Contains(err.Error(), text) {
			t.Errorf("%s: %q does not say where and what else", script, err)
		}
		if refused.RightToLeft != (script == "Hebrew" || script == "Arabic") {
			t.Errorf("%s: right to left %v", script, refused.RightToLeft)
		}
		if b.Len() > 0 {
			t.Errorf("%s: something was written", script)
		}
	}
}

func TestTheSameStoryGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"nordhavn.en", "extreme"} {
		doc := drawingtest.Document(name)
		before := drawingtest.Document(name)
		if !bytes.Equal(render(t, doc, pdf.Options{}), render(t, doc, pdf.Options{})) {
			t.Errorf("%s differs from itself", name)
		}
		if diff := cmp.Diff(before, doc); diff != "" {
			t.Errorf("%s was changed: %s", name, diff)
		}
	}
}

func TestTheFileSaysWhatItIs(t *testing.T) {
	t.Parallel()
	doc := drawingtest.Document("nordhavn.de")
	doc.Locale = "de_DE) /Evil (x"
	body := render(t, doc, pdf.Options{Paper: drawing.Letter})
	info := tool(t, "pdfinfo", body)
	for _, want := range []string{"Gdańsk, Aarhus and the customs desk", "Quayside", "612 x 792", "Tendril", "2026"} {
		if !strings.Contains(info, want) {
			t.Errorf("%q is not in %s", want, info)
		}
	}
	if !bytes.Contains(body, []byte("/Lang (de-DEEvilx)")) {
		t.Error("the language is not tagged, or not safely")
	}
	if !bytes.Contains(body, []byte("/Outlines")) {
		t.Error("there is no outline")
	}
	if n := bytes.Count(body, []byte("/FontFile2")); n < 3 || bytes.Contains(body, []byte("/BaseFont /Helvetica")) {
		t.Errorf("%d fonts are embedded", n)
	}
	if len(body) > 300<<10 {
		t.Errorf("%d bytes: the fonts are not subsets", len(body))
	}
}

func TestAStoryTakesAsManySheetsAsItNeeds(t *testing.T) {
	t.Parallel()
	for name, most := range map[string]int{"bare": 1, "albion.en": 1, "vega.en": 4, "meridian.de": 5, "nordhavn.en": 8, "extreme": 16} {
		info := tool(t, "pdfinfo", render(t, drawingtest.Document(name), pdf.Options{}))
		_, after, _ := strings.Cut(info, "Pages:")
		n, err := strconv.Atoi(strings.Fields(after)[0])
		if err != nil || n > most || name == "extreme" && n < 8 {
			t.Errorf("%s takes %d sheets", name, n)
		}
	}
}

func TestAddressesOpen(t *testing.T) {
	t.Parallel()
	doc := drawingtest.Document("bare")
	doc.Pages = []model.Page{{Title: "P", Blocks: []model.Block{{Text: &model.Text{Paragraphs: []model.Paragraph{model.Plain("See https://example.com/a(b), or mailto:a@example.com.")}}}}}}
	body := render(t, doc, pdf.Options{})
	for _, want := range []string{"/URI (https://example.com/a)", "/URI (mailto:a@example.com)"} {
		if !bytes.Contains(body, []byte(want)) {
			t.Errorf("no link %s", want)
		}
	}
}

func TestABadDateIsAnError(t *testing.T) {
	t.Parallel()
	if err := pdf.Render(&bytes.Buffer{}, &model.Document{Date: "June"}, pdf.Options{}); err == nil {
		t.Error("a date that is none was taken")
	}
}

func FuzzRender(f *testing.F) {
	f.Add(drawingtest.Nasty)
	f.Add("[\U0001f389]\\()\x00")
	f.Fuzz(func(t *testing.T, s string) {
		doc := drawingtest.Document("bare")
		doc.Title, doc.Locale = s, s
		doc.Pages = []model.Page{{Title: s, Blocks: []model.Block{{Table: &model.Table{Columns: []model.Column{{Title: s}}, Rows: []model.Row{{Cells: []model.Cell{{Text: s, Detail: s}}}}}}}}}
		if err := pdf.Render(&bytes.Buffer{}, doc, pdf.Options{}); err != nil && !errors.Is(err, pdf.ErrScript) {
			t.Fatal(err)
		}
	})
}

func BenchmarkRender(b *testing.B) {
	doc := drawingtest.Document("nordhavn.en")
	for b.Loop() {
		var out bytes.Buffer
		if err := pdf.Render(&out, doc, pdf.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
