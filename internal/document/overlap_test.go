package document_test

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bytes"

	"github.com/tendril-app/tendril/internal/document"
	"github.com/tendril-app/tendril/internal/document/ooxmltest"
	"github.com/tendril-app/tendril/internal/story/model"
)

// xfrm is a shape's place in the format's unit.
type xfrm struct {
	Off struct {
		X int `xml:"x,attr"`
		Y int `xml:"y,attr"`
	} `xml:"off"`
	Ext struct {
		W int `xml:"cx,attr"`
		H int `xml:"cy,attr"`
	} `xml:"ext"`
}

type shape struct {
	Name struct {
		Name string `xml:"name,attr"`
	} `xml:"nvSpPr>cNvPr"`
	Frame struct {
		Name string `xml:"name,attr"`
	} `xml:"nvGraphicFramePr>cNvPr"`
	In   *xfrm `xml:"spPr>xfrm"`
	Own  *xfrm `xml:"xfrm"`
	Text []struct {
		T []string `xml:"r>t"`
	} `xml:"txBody>p"`
}

// standing are the shapes of a slide with words, as name and place in points.
// The picture's inner labels are the chart package's to check.
func standing(tb rapid.TB, body []byte) (names []string, places [][4]float64) {
	tb.Helper()
	var slide struct {
		Shapes []shape `xml:"cSld>spTree>sp"`
		Frames []shape `xml:"cSld>spTree>graphicFrame"`
	}
	if err := xml.Unmarshal(body, &slide); err != nil {
		tb.Fatal(err)
	}
	for _, s := range append(slide.Shapes, slide.Frames...) {
		at := s.In
		if at == nil {
			at = s.Own
		}
		words := s.Frame.Name
		for _, p := range s.Text {
			words += strings.Join(p.T, "")
		}
		if at == nil || words == "" {
			continue
		}
		names = append(names, s.Name.Name+s.Frame.Name)
		places = append(places, [4]float64{float64(at.Off.X) / 12700, float64(at.Off.Y) / 12700, float64(at.Ext.W) / 12700, float64(at.Ext.H) / 12700})
	}
	return names, places
}

// crowding says what lies outside a slide or on something else.
func crowding(tb rapid.TB, file []byte) []string {
	tb.Helper()
	p, err := ooxmltest.Open(file)
	if err != nil {
		tb.Fatal(err)
	}
	var problems []string
	for name, body := range p.Parts {
		if !strings.HasPrefix(name, "ppt/slides/slide") {
			continue
		}
		names, at := standing(tb, body)
		for i, a := range at {
			if a[0] < -0.1 || a[1] < -0.1 || a[0]+a[2] > 960.1 || a[1]+a[3] > 540.1 {
				problems = append(problems, fmt.Sprintf("%s: %s lies outside: %v", name, names[i], a))
			}
			for k, b := range at[:i] {
				if a[0] < b[0]+b[2]-0.1 && b[0] < a[0]+a[2]-0.1 && a[1] < b[1]+b[3]-0.1 && b[1] < a[1]+a[3]-0.1 {
					problems = append(problems, fmt.Sprintf("%s: %s %v lies on %s %v", name, names[i], a, names[k], b))
				}
			}
		}
	}
	return problems
}

func TestNothingLiesOnAnythingElse(t *testing.T) {
	t.Parallel()
	for name, doc := range decks() {
		for _, problem := range crowding(t, pptx(t, doc, document.Options{})) {
			t.Errorf("%s: %s", name, problem)
		}
	}
}

// anyText draws texts from nothing to a few hundred characters of every kind.
func anyText(most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"dock", "Zażółć", "שלום", "日本語", "🚚", "<&>\"'", "\x00\x1f", "a-very-long-word-without-a-space", "€1,000", "\n", "x"}), 0, most).Draw(t, "words")
		return strings.Join(words, " ")
	})
}

func anyBlock() *rapid.Generator[model.Block] {
	return rapid.Custom(func(t *rapid.T) model.Block {
		text := func(most int) string { return anyText(most).Draw(t, "text") }
		n := rapid.IntRange(0, 9).Draw(t, "n")
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			b := &model.Text{Heading: text(3)}
			for range n {
				b.Paragraphs = append(b.Paragraphs, model.Paragraph{Bullet: n%2 == 0, Level: n % 4, Runs: []model.Run{{Text: text(60)}, {Text: text(3), Bold: true, Client: true}}})
			}
			return model.Block{Text: b}
		case 1:
			b := &model.Figures{}
			for range n {
				b.Items = append(b.Items, model.Figure{Value: text(2), Label: text(8), Detail: text(20)})
			}
			return model.Block{Figures: b}
		case 2:
			b := &model.Quotes{}
			for range n {
				b.Items = append(b.Items, model.Quote{Text: text(40), By: text(8), Label: text(4), Detail: text(10)})
			}
			return model.Block{Quotes: b}
		case 3:
			b := &model.Table{Columns: []model.Column{{Title: text(3), Width: 2}, {Title: text(2), Align: model.AlignEnd}, {Title: text(1)}}, Empty: text(3)}
			for range n * 3 {
				b.Rows = append(b.Rows, model.Row{Group: rapid.Bool().Draw(t, "group"), Cells: []model.Cell{{Text: text(40), Detail: text(6)}, {Text: text(2)}}})
			}
			return model.Block{Table: b}
		case 4:
			b := &model.Decisions{AskHead: text(2)}
			for range n {
				b.Items = append(b.Items, model.Decision{Ask: text(30), Detail: text(20), Owner: text(5), By: text(2), Main: rapid.Bool().Draw(t, "main")})
			}
			return model.Block{Decisions: b}
		default:
			return model.Block{Chart: kind(rapid.SampledFrom([]model.ChartKind{model.ChartLine, model.ChartColumn, model.ChartDoughnut, model.ChartCombination}).Draw(t, "chart"))}
		}
	})
}

func TestAnyDocumentMakesAWholeFileWithoutOverlap(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		doc := &model.Document{Title: anyText(30).Draw(t, "title"), Language: rapid.SampledFrom([]string{"en", "de", "ar"}).Draw(t, "language"),
			Footer: anyText(30).Draw(t, "footer"), Date: "2026-06-09"}
		doc.Pages = append(doc.Pages, model.Page{Key: model.KeyTitle, Title: anyText(20).Draw(t, "cover"), Subtitle: anyText(12).Draw(t, "sub")})
		for range rapid.IntRange(0, 3).Draw(t, "pages") {
			doc.Pages = append(doc.Pages, model.Page{Key: model.KeyWork, Title: anyText(25).Draw(t, "title"), Subtitle: anyText(10).Draw(t, "sub"), Foot: anyText(20).Draw(t, "foot"),
				Columns: rapid.Bool().Draw(t, "columns"), Blocks: rapid.SliceOfN(anyBlock(), 0, 3).Draw(t, "blocks")})
		}
		var buf bytes.Buffer
		if err := document.PPTX(&buf, doc, document.Options{}); err != nil {
			t.Fatal(err)
		}
		p, err := ooxmltest.Open(buf.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if problems := append(p.Lint(), crowding(t, buf.Bytes())...); len(problems) > 0 {
			t.Fatal(strings.Join(problems, "\n"))
		}
	})
}
