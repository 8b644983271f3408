package document_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/tendril-app/tendril/internal/document"
	"github.com/tendril-app/tendril/internal/document/ooxmltest"
	"github.com/tendril-app/tendril/internal/story/model"
)

func open(t *testing.T, file []byte) *ooxmltest.Package {
	t.Helper()
	p, err := ooxmltest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func internal(doc *model.Document) *model.Document {
	doc.Audience = model.AudienceInternal
	return doc
}

// everything is each deck as a client gets it and as a presenter does.
func everything(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for name, doc := range decks() {
		files[name] = pptx(t, doc, document.Options{})
		files[name+" for the presenter"] = pptx(t, internal(doc), document.Options{Notes: true, Tables: true})
	}
	return files
}

func TestPackagesAreWhole(t *testing.T) {
	t.Parallel()
	for name, file := range everything(t) {
		for _, problem := range open(t, file).Lint() {
			t.Errorf("%s: %s", name, problem)
		}
	}
}

func TestNotesStayInTheHouse(t *testing.T) {
	t.Parallel()
	for _, audience := range []model.Audience{model.AudienceClient, model.AudiencePublic, ""} {
		doc := nordhavn()
		doc.Audience = audience
		if err := document.PPTX(&bytes.Buffer{}, doc, document.Options{Notes: true}); !errors.Is(err, document.ErrNotes) {
			t.Errorf("audience %q: got %v, want ErrNotes", audience, err)
		}
	}
	for _, name := range open(t, pptx(t, internal(nordhavn()), document.Options{})).Names {
		if strings.Contains(name, "notes") {
			t.Errorf("%s lies in a file without notes", name)
		}
	}
	p := open(t, pptx(t, internal(nordhavn()), document.Options{Notes: true}))
	if body := string(p.Parts["ppt/notesSlides/notesSlide2.xml"]); !strings.Contains(body, "the sum of the benefits in force") {
		t.Error("the presenter's copy lacks the notes of slide 2")
	}
}

func TestFilesNameNoMachine(t *testing.T) {
	t.Parallel()
	host, _ := os.Hostname()
	p := open(t, pptx(t, nordhavn(), document.Options{}))
	for name, body := range p.Parts {
		if len(host) > 3 && bytes.Contains(body, []byte(host)) || bytes.Contains(body, []byte("/tmp/")) {
			t.Errorf("%s names the machine", name)
		}
	}
	core := string(p.Parts["docProps/core.xml"])
	for _, want := range []string{"2026-06-18T00:00:00Z", "<dc:creator>Quayside</dc:creator>", "<dc:language>en-GB</dc:language>", "<cp:version>a41c09fe</cp:version>"} {
		if !strings.Contains(core, want) {
			t.Errorf("core properties lack %s", want)
		}
	}
}

func TestWorkbooksHoldTheChartsFigures(t *testing.T) {
	t.Parallel()
	p := open(t, pptx(t, nordhavn(), document.Options{}))
	book, err := excelize.OpenReader(bytes.NewReader(p.Parts["ppt/embeddings/chart1.xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Data", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], "|"); got != "Month|Hours|Target 2.5" {
		t.Errorf("the sheet's heads are %q", got)
	}
	if last := rows[len(rows)-1]; len(rows) != 12 || last[1] != "2.1" || last[0] != "46143" {
		t.Errorf("%d rows, the last is %v", len(rows), last)
	}
	xml := string(p.Parts["ppt/charts/chart1.xml"])
	for _, want := range []string{"Data!$B$2:$B$12", "<c:v>46143</c:v>", "<c:v>2.1</c:v>"} {
		if !strings.Contains(xml, want) {
			t.Errorf("the chart lacks %s", want)
		}
	}
}

func TestLongTablesRunOnUnderTheirHeader(t *testing.T) {
	t.Parallel()
	p := open(t, pptx(t, extreme(), document.Options{}))
	seen, slides := 0, 0
	for name, body := range p.Parts {
		if !strings.HasPrefix(name, "ppt/slides/slide") || !bytes.Contains(body, []byte("Sixty outcomes")) {
			continue
		}
		slides++
		if !bytes.Contains(body, []byte(`firstRow="1"`)) || !bytes.Contains(body, []byte("State &amp; mark")) {
			t.Errorf("%s lacks the table's header", name)
		}
		seen += len(regexp.MustCompile(`Outcome \d+ `).FindAll(body, -1))
	}
	if seen != 60 || slides < 4 {
		t.Errorf("%d outcomes on %d slides, want all 60", seen, slides)
	}
}

// schemaOf names the schema of a part, and is empty for parts that have none
// here: core properties (their schema imports from the web) and workbooks.
func schemaOf(name string) string {
	switch {
	case name == "[Content_Types].xml":
		return "opc-contentTypes"
	case strings.HasSuffix(name, ".rels"):
		return "opc-relationships"
	case name == "docProps/app.xml":
		return "shared-documentPropertiesExtended"
	case strings.HasPrefix(name, "ppt/charts/"):
		return "dml-chart"
	case strings.HasPrefix(name, "ppt/theme/"), name == "ppt/tableStyles.xml":
		return "dml-main"
	case strings.HasPrefix(name, "ppt/") && strings.HasSuffix(name, ".xml"):
		return "pml"
	default:
		return ""
	}
}

func need(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skip("needs " + program)
	}
}

func TestPartsAreValid(t *testing.T) {
	t.Parallel()
	need(t, "xmllint")
	schemas, err := filepath.Abs("testdata/ooxml-xsd")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	bySchema := map[string][]string{}
	n := 0
	files := everything(t)
	own := house(t)
	for name, doc := range decks() {
		files[name+" in a template"] = pptx(t, withLogo(internal(doc)), document.Options{Template: own, Notes: true})
	}
	for deck, file := range files {
		for name, body := range open(t, file).Parts {
			schema := schemaOf(name)
			if schema == "" {
				continue
			}
			n++
			// The deck and the part stay readable in xmllint's complaints.
			flat := strings.NewReplacer("/", "~", " ", "-", "[", "", "]", "").Replace(strconv.Itoa(n) + "~" + deck + "~" + name)
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
			t.Errorf("%s: %s", schema, complaints(out))
		}
	}
	t.Logf("%d parts checked", n)
}

func complaints(out []byte) string {
	var b strings.Builder
	for line := range strings.Lines(string(out)) {
		if !strings.HasSuffix(strings.TrimSpace(line), "validates") && b.Len() < 4000 {
			b.WriteString(line)
		}
	}
	return b.String()
}
