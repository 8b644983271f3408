package docx_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/tendril-app/tendril/internal/document/docx"
	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/drawing/drawingtest"
	"github.com/tendril-app/tendril/internal/document/ooxmltest"
	"github.com/tendril-app/tendril/internal/document/template/templatetest"
	"github.com/tendril-app/tendril/internal/story/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func write(t *testing.T, doc *model.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(&b, doc, docx.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t *testing.T, file []byte) *ooxmltest.Package {
	t.Helper()
	p, err := ooxmltest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// documents are those of the other formats' tests and one that runs from right
// to left.
func documents() map[string]*model.Document {
	docs := map[string]*model.Document{}
	for _, name := range drawingtest.Names() {
		docs[name] = drawingtest.Document(name)
	}
	right := drawingtest.Document("nordhavn.en")
	right.Language, right.Locale, right.Title = "he", "he-IL", "שלום & <תודה>"
	right.Pages[1].Title = "التقرير السنوي (2026)"
	docs["right to left"] = right
	docs["nothing"] = &model.Document{}
	docs["empty blocks"] = &model.Document{Title: "T", Pages: []model.Page{{Title: "P", Blocks: []model.Block{
		{}, {Text: &model.Text{}}, {Figures: &model.Figures{}}, {Quotes: &model.Quotes{}}, {Table: &model.Table{Empty: "No row."}},
		{Chart: &model.Chart{Alt: "No point."}}, {Value: &model.ValuePicture{Empty: "No value."}}, {Decisions: &model.Decisions{Empty: "No ask."}},
	}}}}
	docs["with a logo"] = &model.Document{Client: "Nordhavn", Brand: model.Brand{Logo: &model.Logo{PNG: templatetest.Logo(40, 10), W: 40, H: 10}}}
	return docs
}

func TestPackagesAreWhole(t *testing.T) {
	t.Parallel()
	for name, doc := range documents() {
		for _, problem := range open(t, write(t, doc)).Lint() {
			t.Errorf("%s: %s", name, problem)
		}
	}
}

func TestTheSameStoryGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	if !bytes.Equal(write(t, drawingtest.Document("nordhavn.de")), write(t, drawingtest.Document("nordhavn.de"))) {
		t.Error("two files of one story differ")
	}
}

func need(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skip("needs " + program)
	}
}

func schemaOf(name string) string {
	switch {
	case strings.HasSuffix(name, ".rels"):
		return "opc-relationships"
	case name == "[Content_Types].xml":
		return "opc-contentTypes"
	case name == "docProps/app.xml":
		return "shared-documentPropertiesExtended"
	case strings.HasPrefix(name, "word/charts/"):
		return "dml-chart"
	case strings.HasPrefix(name, "word/theme/"):
		return "dml-main"
	case strings.HasPrefix(name, "word/") && strings.HasSuffix(name, ".xml"):
		return "wml"
	default:
		return ""
	}
}

func TestPartsAreValid(t *testing.T) {
	t.Parallel()
	need(t, "xmllint")
	schemas, err := filepath.Abs("../testdata/ooxml-xsd")
	if err != nil {
		t.Fatal(err)
	}
	dir, n := t.TempDir(), 0
	bySchema := map[string][]string{}
	for name, doc := range documents() {
		for part, body := range open(t, write(t, doc)).Parts {
			schema := schemaOf(part)
			if schema == "" {
				continue
			}
			n++
			flat := strings.NewReplacer("/", "~", " ", "-", "[", "", "]", "").Replace(strconv.Itoa(n) + "~" + name + "~" + part)
			if err := os.WriteFile(filepath.Join(dir, flat), body, 0o600); err != nil {
				t.Fatal(err)
			}
			bySchema[schema] = append(bySchema[schema], flat)
		}
	}
	for schema, files := range bySchema {
		cmd := exec.CommandContext(t.Context(), "xmllint", append([]string{"--nonet", "--noout", "--schema", filepath.Join(schemas, schema+".xsd")}, files...)...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %.4000s", schema, complaints(out))
		}
	}
}

func complaints(out []byte) string {
	var b strings.Builder
	for line := range strings.Lines(string(out)) {
		if !strings.HasSuffix(strings.TrimSpace(line), "validates") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// outline is the body as a person would describe it: each paragraph's style
// and words, tables by their rows, pictures by what they say to who cannot see.
func outline(t *testing.T, body []byte) string {
	t.Helper()
	var b strings.Builder
	var style, words, depth string
	d := xml.NewDecoder(bytes.NewReader(body))
	in := false
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			val := ""
			for _, a := range e.Attr {
				if a.Name.Local == "val" || a.Name.Local == "descr" {
					val = a.Value
				}
			}
			switch e.Name.Local {
			case "p":
				style, words = "", ""
			case "pStyle":
				style = val
			case "t":
				in = true
			case "tab":
				words += "\t"
			case "br":
				words += "\n"
			case "docPr":
				fmt.Fprintf(&b, "%spicture %q\n", depth, val)
			case "tbl":
				b.WriteString("table\n")
				depth = "    "
			case "tr":
				b.WriteString("  row\n")
			case "sectPr":
				b.WriteString("end\n")
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "t":
				in = false
			case "p":
				fmt.Fprintf(&b, "%s%s %q\n", depth, style, words)
			case "tbl":
				depth = ""
			}
		case xml.CharData:
			if in {
				words += string(e)
			}
		}
	}
}

func TestADocumentReadsAsItDid(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"bare", "extreme", "nordhavn.en", "nordhavn.de", "albion.en", "vega.de", "handover.en", "handover.de"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := outline(t, open(t, write(t, drawingtest.Document(name))).Parts["word/document.xml"])
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				if err := errors.Join(os.MkdirAll("testdata", 0o750), os.WriteFile(golden, []byte(got), 0o600)); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("the document changed (-want +got); look at it, then -update:\n%s", diff)
			}
		})
	}
}

func TestAFileThatLeavesTheHouseNamesNobodyOfOurs(t *testing.T) {
	t.Parallel()
	doc := drawingtest.Document("nordhavn.en")
	doc.Author, doc.Provider = "Ines Moreau", "Quayside"
	creator := func() string {
		core := string(open(t, write(t, doc)).Parts["docProps/core.xml"])
		_, after, _ := strings.Cut(core, "<dc:creator>")
		name, _, _ := strings.Cut(after, "<")
		return name
	}
	for audience, want := range map[model.Audience]string{model.AudienceClient: "Quayside", model.AudiencePublic: "Quayside", "": "Quayside", model.AudienceInternal: "Ines Moreau"} {
		if doc.Audience = audience; creator() != want {
			t.Errorf("a file for %q is by %q, want %q", audience, creator(), want)
		}
	}
	host, _ := os.Hostname()
	for name, body := range open(t, write(t, doc)).Parts {
		if len(host) > 3 && bytes.Contains(body, []byte(host)) || bytes.Contains(body, []byte("/tmp/")) {
			t.Errorf("%s names the machine", name)
		}
	}
}

func TestThePaperIsThatOfTheLocale(t *testing.T) {
	t.Parallel()
	size := func(locale string) string {
		doc := drawingtest.Document("bare")
		doc.Locale = locale
		body := string(open(t, write(t, doc)).Parts["word/document.xml"])
		_, after, _ := strings.Cut(body, "<w:pgSz ")
		return after[:strings.Index(after, "/")]
	}
	for locale, want := range map[string]string{"en-US": `w:w="12240" w:h="15840"`, "en_CA": `w:w="12240" w:h="15840"`, "de-DE": `w:w="11906" w:h="16838"`, "en-GB": `w:w="11906" w:h="16838"`, "": `w:w="11906" w:h="16838"`} {
		if got := size(locale); got != want {
			t.Errorf("%q is printed on %s, want %s", locale, got, want)
		}
	}
	var b bytes.Buffer
	if err := docx.Write(&b, drawingtest.Document("bare"), docx.Options{Paper: drawing.Letter}); err != nil {
		t.Fatal(err)
	}
	if body := open(t, b.Bytes()).Parts["word/document.xml"]; !bytes.Contains(body, []byte(`w:w="12240"`)) {
		t.Error("the paper asked for is not taken")
	}
}

func TestTheWorkbookBehindTheValuePictureHoldsItsLevels(t *testing.T) {
	t.Parallel()
	v := &model.ValuePicture{From: "2025-01-01", To: "2026-01-01", ProvedName: "Proved", ClaimedName: "Claims too", Alt: "Alt",
		Points: []model.LevelPoint{{On: "2024-06-01", Proved: 10, WithClaims: 10}, {On: "2025-03-01", Proved: 20, WithClaims: 25}, {On: "2026-02-01", Proved: 99, WithClaims: 99}}}
	p := open(t, write(t, &model.Document{Title: "T", Pages: []model.Page{{Title: "P", Blocks: []model.Block{{Value: v}}}}}))
	book, err := excelize.OpenReader(bytes.NewReader(p.Parts["word/embeddings/chart1.xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Data", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"", "Proved", "Claims too"}, {"45658", "10", "10"}, {"45717", "10", "10"}, {"45717", "20", "25"}, {"46023", "20", "25"}, {"46023", "20", "25"}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestANumberedListBeginsWhereTheTextSays(t *testing.T) {
	t.Parallel()
	item := func(n int) model.Paragraph {
		return model.Paragraph{Number: n, Runs: []model.Run{{Text: "item"}}}
	}
	doc := &model.Document{Title: "T", Pages: []model.Page{{Title: "P", Blocks: []model.Block{{Text: &model.Text{Paragraphs: []model.Paragraph{
		item(1), item(2), model.Plain("between"), item(1), item(2), item(7),
	}}}}}}}
	p := open(t, write(t, doc))
	body := string(p.Parts["word/document.xml"])
	var lists []string
	for _, part := range strings.Split(body, `<w:numId w:val="`)[1:] {
		lists = append(lists, part[:strings.Index(part, `"`)])
	}
	if got := strings.Join(lists, " "); got != "2 2 3 3 4" {
		t.Errorf("the items are of the lists %s, want 2 2 3 3 4", got)
	}
	if numbering := string(p.Parts["word/numbering.xml"]); !strings.Contains(numbering, `<w:startOverride w:val="7"/>`) {
		t.Error("no list begins at 7")
	}
}

func TestLibreOfficeShowsWhatTheModelSays(t *testing.T) {
	need(t, "soffice")
	need(t, "pdftotext")
	dir := t.TempDir()
	doc := drawingtest.Document("nordhavn.de")
	file := filepath.Join(dir, "story.docx")
	if err := os.WriteFile(file, write(t, doc), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), "soffice", "-env:UserInstallation=file://"+dir+"/profile", "--headless",
		"--convert-to", "pdf", "--outdir", dir, file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", filepath.Join(dir, "story.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	flat := func(s string) string { return strings.Join(strings.Fields(s), "") }
	seen, from := flat(string(text)), 0
	for _, p := range doc.Pages[1:] { // in the model's order
		at := strings.Index(seen[from:], flat(p.Title))
		if at < 0 {
			t.Errorf("%q is not there, or not in its place", p.Title)
			continue
		}
		from += at
	}
	if !strings.Contains(seen, flat(doc.Footer)) {
		t.Error("the closing line is missing")
	}
}

func FuzzAnyTextGivesAWholeFile(f *testing.F) {
	f.Add(drawingtest.Nasty, "שלום world العربية 12", 3)
	f.Add("\n\n", "\u200f", 0)
	f.Fuzz(func(t *testing.T, a, b string, n int) {
		doc := &model.Document{Title: a, Client: b, Locale: a, Footer: b, Pages: []model.Page{{Title: b, Blocks: []model.Block{
			{Text: &model.Text{Heading: a, Paragraphs: []model.Paragraph{{Number: n, Level: n, Runs: []model.Run{{Text: a}, {Text: b, Client: true}}}}}},
			{Table: &model.Table{Caption: a, Columns: []model.Column{{Title: a}}, Rows: []model.Row{{Cells: []model.Cell{{Text: b, Detail: a}}}}}},
			{Figures: &model.Figures{Items: []model.Figure{{Value: b, Label: a}}}},
			{Quotes: &model.Quotes{Items: []model.Quote{{Text: a, By: b, Detail: b}}}},
		}}}}
		for _, problem := range open(t, write(t, doc)).Lint() {
			t.Error(problem)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	doc := drawingtest.Document("nordhavn.en")
	for b.Loop() {
		if err := docx.Write(io.Discard, doc, docx.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
