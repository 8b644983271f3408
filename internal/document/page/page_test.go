package page_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/drawing/drawingtest"
	"github.com/tendril-app/tendril/internal/document/page"
	"github.com/tendril-app/tendril/internal/story/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func render(t *testing.T, doc *model.Document, o page.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.HTML(&b, doc, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAPageIsDrawnAsItWas(t *testing.T) {
	t.Parallel()
	for _, name := range drawingtest.Names() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			// One element a line, so that a change can be read.
			got := strings.ReplaceAll(render(t, drawingtest.Document(name), page.Options{WithoutStyle: true}), "><", ">\n<") + "\n"
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
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// allowed are the only elements a story is made of.
var allowed = map[string]bool{}

func init() {
	for _, name := range strings.Fields("html head meta title style body main article div section header footer h1 h2 h3 p b span strong em ul li figure figcaption blockquote table caption colgroup col thead tbody tr th td details summary svg defs pattern rect path circle text") {
		allowed[name] = true
	}
}

var void = regexp.MustCompile(`<(meta|col)( [^>]*)?>`)

// check walks a page and tells what it must not have.
func check(body string) error {
	body = strings.TrimPrefix(body, "<!doctype html>\n")
	body = void.ReplaceAllString(body, "<$1$2/>")
	body = strings.NewReplacer(" data-continued", ` data-continued=""`).Replace(body)
	d := xml.NewDecoder(strings.NewReader(body))
	d.Entity = xml.HTMLEntity
	ids := map[string]bool{}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		if !allowed[e.Name.Local] {
			return fmt.Errorf("element %s", e.Name.Local)
		}
		for _, a := range e.Attr {
			name := strings.ToLower(a.Name.Local)
			if strings.HasPrefix(name, "on") || name == "src" || name == "href" || name == "action" || name == "srcset" {
				return fmt.Errorf("attribute %s on %s", name, e.Name.Local)
			}
			if name == "id" && ids[a.Value] {
				return fmt.Errorf("two of id %s", a.Value)
			} else if name == "id" {
				ids[a.Value] = true
			}
			if name == "fill" && strings.Contains(a.Value, "url(") && !strings.HasPrefix(a.Value, "url(#") {
				return fmt.Errorf("%s of %s", name, a.Value)
			}
		}
	}
}

func TestAPageAsksNothingOfTheNetwork(t *testing.T) {
	t.Parallel()
	for _, name := range drawingtest.Names() {
		for _, o := range []page.Options{{}, {Standalone: true}} {
			body := render(t, drawingtest.Document(name), o)
			if err := check(body); err != nil {
				t.Errorf("%s, alone %v: %v", name, o.Standalone, err)
			}
			if strings.Contains(page.Style(), "url(") || strings.Contains(page.Style(), "@import") {
				t.Error("the styles ask for something")
			}
		}
	}
}

func TestEveryTextIsEscaped(t *testing.T) {
	t.Parallel()
	doc := drawingtest.Document("bare")
	const evil = `"><script>x</script><img src=x onerror=y> & ' </title>`
	doc.Title, doc.Client, doc.Locale, doc.Author, doc.VersionText = evil, evil, evil, evil, evil
	doc.Brand = model.Brand{Accent: `red;"><script>`, Ink: "181b18"}
	doc.Pages = []model.Page{{Key: model.Key(evil), Title: evil, Blocks: []model.Block{
		{Text: &model.Text{Heading: evil, Paragraphs: []model.Paragraph{{Runs: []model.Run{{Text: evil, Tone: model.Tone(evil)}}}}}},
		{Table: &model.Table{Caption: evil, Columns: []model.Column{{Title: evil, Align: model.Align(evil)}}, Rows: []model.Row{{Cells: []model.Cell{{Text: evil, Mark: model.Mark(evil), Tone: model.Tone(evil)}}}}}},
	}}}
	for _, o := range []page.Options{{Prefix: evil, Claims: []page.Claim{{ID: evil, Section: evil, Text: evil}}}, {Standalone: true}} {
		body := render(t, doc, o)
		if err := check(body); err != nil {
			t.Error(err)
		}
		if strings.Contains(body, "<script") || strings.Contains(body, "<img") {
			t.Error("a text became an element")
		}
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(drawingtest.Nasty, true)
	f.Add("\xff\"'><b onx=1>", false)
	f.Fuzz(func(t *testing.T, s string, alone bool) {
		doc := drawingtest.Document("bare")
		doc.Title, doc.Locale, doc.Parties = s, s, s
		doc.Pages = []model.Page{{Key: model.Key(s), Title: s, Blocks: []model.Block{
			{Quotes: &model.Quotes{Items: []model.Quote{{Text: s, By: s, Label: s}}}},
			{Chart: &model.Chart{Kind: model.ChartColumn, Categories: []string{s}, Alt: s, NumberFormat: s, Labels: true, Series: []model.Series{{Name: s, Values: []*float64{new(float64)}, Texts: []string{s}}}}}}}}
		var b bytes.Buffer
		if err := page.HTML(&b, doc, page.Options{Standalone: alone}); err != nil {
			t.Fatal(err)
		}
		if err := check(b.String()); err != nil {
			t.Fatal(err)
		}
	})
}

func TestClaimsAreFoundWhereTheyStand(t *testing.T) {
	t.Parallel()
	doc := drawingtest.Document("bare")
	doc.Pages = []model.Page{
		{Key: model.KeyScorecard, Title: "R", Blocks: []model.Block{{Text: &model.Text{Paragraphs: []model.Paragraph{model.Bullet("It fell."), model.Plain("Other."), model.Plain("No claim.")}}}}},
		{Key: model.KeyDecisions, Title: "D", Blocks: []model.Block{{Decisions: &model.Decisions{Items: []model.Decision{{Ask: "Renew for year three"}}}}}},
	}
	body := render(t, doc, page.Options{Claims: []page.Claim{{"c1", "results", "It fell."}, {"c2", "decisions", "Renew for year three, with Gdańsk."}, {"c3", "growth", "Other."}}})
	for _, want := range []string{`data-section="results" data-key="scorecard" data-page="0"`, `<li data-claim="c1">It fell.`, `<tr data-claim="c2">`, `<p data-claim="c3">Other.</p>`, `<p>No claim.</p>`} {
		if !strings.Contains(body, want) {
			t.Errorf("%s is not in the page", want)
		}
	}
}

func TestAWholePageNamesItself(t *testing.T) {
	t.Parallel()
	body := render(t, drawingtest.Document("nordhavn.de"), page.Options{Standalone: true})
	for _, want := range []string{`<html lang="de-DE">`, "<title>Gdańsk, Aarhus and the customs desk</title>", "prefers-color-scheme:dark", "@media print", "<details>", "<h1"} {
		if !strings.Contains(body, want) {
			t.Errorf("%s is not in the page", want)
		}
	}
	if strings.Contains(body, "td-sheet\"") {
		t.Error("the web page is cut into sheets")
	}
}

func TestThePreviewHasThePDFsSheets(t *testing.T) {
	t.Parallel()
	for _, name := range drawingtest.Names() {
		doc := drawingtest.Document(name)
		sheets := len(drawing.Lay(doc, drawing.A4).Sheets)
		if got := strings.Count(render(t, doc, page.Options{}), `<div class="td-sheet"`); got != sheets {
			t.Errorf("%s: %d sheets, %d laid out", name, got, sheets)
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestAFullDiskIsAnError(t *testing.T) {
	t.Parallel()
	if err := page.HTML(broken{}, drawingtest.Document("bare"), page.Options{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkHTML(b *testing.B) {
	doc := drawingtest.Document("nordhavn.en")
	for b.Loop() {
		if err := page.HTML(io.Discard, doc, page.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAWebPageForUsAloneSaysSo(t *testing.T) {
	t.Parallel()
	doc := drawingtest.Document("handover.en")
	says := "Internal to Quayside: not for Nordhavn Freight"
	if got := render(t, doc, page.Options{Standalone: true}); !strings.Contains(got, says) {
		t.Error("a page for us alone does not say that it is")
	}
	doc.Audience = model.AudienceClient
	if got := render(t, doc, page.Options{Standalone: true}); strings.Contains(got, says) {
		t.Error("a page for the client ends in our own line")
	}
}

func TestAParagraphOfAWebPageStaysWhole(t *testing.T) {
	t.Parallel()
	doc := drawingtest.Document("bare")
	doc.Pages = []model.Page{{Key: model.KeyWhy, Blocks: []model.Block{{Text: &model.Text{Paragraphs: []model.Paragraph{model.Bullet(strings.Repeat("Every dock is planned. ", 60))}}}}}}
	if got := render(t, doc, page.Options{Standalone: true}); strings.Count(got, "<li") != 1 || strings.Contains(got, "<p>Every") {
		t.Errorf("a long item is parted: %s", got[strings.Index(got, "<body"):])
	}
}
