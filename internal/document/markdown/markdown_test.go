package markdown_test

import (
	"bytes"
	"errors"
	"flag"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/tendril-app/tendril/internal/document/drawing/drawingtest"
	"github.com/tendril-app/tendril/internal/document/markdown"
	"github.com/tendril-app/tendril/internal/story/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func write(t *testing.T, doc *model.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := markdown.Write(&b, doc); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAStoryReadsAsItDid(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"bare", "extreme", "nordhavn.en", "nordhavn.de", "albion.en", "vega.de", "handover.en", "handover.de"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := write(t, drawingtest.Document(name))
			golden := filepath.Join("testdata", name+".md")
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
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

var tag = regexp.MustCompile(`<[^>]*>`)

// read is Markdown as a reader shows it: HTML, and its words alone.
func read(t *testing.T, markup string) (page, words string) {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Convert([]byte(markup), &b); err != nil {
		t.Fatal(err)
	}
	return b.String(), html.UnescapeString(tag.ReplaceAllString(b.String(), " "))
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == '\ufeff' || r&0xfffe == 0xfffe {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

func TestAReaderShowsWhatTheModelSays(t *testing.T) {
	t.Parallel()
	for _, name := range drawingtest.Names() {
		doc := drawingtest.Document(name)
		_, words := read(t, write(t, doc))
		seen := squeeze(words)
		want := []string{doc.Footer, doc.Parties}
		for _, p := range doc.Pages {
			want = append(want, p.Title, p.Foot)
			for _, b := range p.Blocks {
				if b.Table != nil {
					for _, r := range b.Table.Rows {
						want = append(want, r.Cells[0].Text)
					}
				}
				if b.Quotes != nil {
					for _, q := range b.Quotes.Items {
						want = append(want, q.Text, q.By, q.Detail)
					}
				}
				if b.Chart != nil && len(b.Chart.Categories) > 0 {
					want = append(want, b.Chart.Alt, b.Chart.Categories[0])
				}
			}
		}
		for _, w := range want {
			if !strings.Contains(seen, squeeze(w)) {
				t.Errorf("%s: %q is not there", name, w)
			}
		}
	}
}

// FuzzAnyTextMeansItself: no text of a story becomes markup.
func FuzzAnyTextMeansItself(f *testing.F) {
	for _, s := range []string{drawingtest.Nasty, "# not a heading", "1. no item", "- no item", "a | b", "~~~", "`x`", "&amp; &#60;", "***", "=== ", "[a](b) ![c](d) <e@f.gh>", "x #", "    indented", "a\\", "__b__", "+", "> q", "\ufeff#", "12345678901. x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := &model.Document{Title: "T", Pages: []model.Page{{Title: s, Subtitle: s, Foot: s, Blocks: []model.Block{
			{Text: &model.Text{Paragraphs: []model.Paragraph{model.Plain(s), model.Bullet(s)}}},
			{Table: &model.Table{Columns: []model.Column{{Title: s}, {Title: "B"}}, Rows: []model.Row{{Cells: []model.Cell{{Text: s}, {Text: "end"}}}}}},
		}}}}
		page, words := read(t, write(t, doc))
		want := squeeze(s)
		n := 6
		if want == "" {
			return
		}
		if got := strings.Count(squeeze(words), want); got < n {
			t.Errorf("%q stands %d times, want %d:\n%s", s, got, n, page)
		}
		for _, element := range []string{"<code", "<pre", "<a ", "<img", "<em", "<strong", "<del", "<blockquote", "<hr", "<h3", "<ol"} {
			if strings.Contains(page, element) {
				t.Errorf("%q became %s:\n%s", s, element, page)
			}
		}
	})
}
