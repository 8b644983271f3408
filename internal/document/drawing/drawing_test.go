package drawing_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/drawing/drawingtest"
	"github.com/tendril-app/tendril/internal/story/model"
)

func TestNothingIsDrawnOffThePaperOrOverTheFoot(t *testing.T) {
	t.Parallel()
	for _, name := range drawingtest.Names() {
		for _, paper := range []drawing.Format{drawing.A4, drawing.Letter} {
			l := drawing.Lay(drawingtest.Document(name), paper)
			for i := range l.Sheets {
				end := 0.0
				for _, st := range l.Sheets[i].Strips {
					if st.Y < end-0.01 {
						t.Errorf("%s %s, sheet %d: a strip at %.1f begins over one that ends at %.1f", name, paper.Name, i+1, st.Y, end)
					}
					end = st.Y + st.H
					for _, s := range st.Shapes {
						checkShape(t, fmt.Sprintf("%s %s, sheet %d", name, paper.Name, i+1), s, l.Width, st.H)
					}
				}
				if end > paper.H-50 {
					t.Errorf("%s %s, sheet %d ends at %.1f", name, paper.Name, i+1, end)
				}
			}
		}
	}
}

func checkShape(t *testing.T, where string, s drawing.Shape, w, h float64) {
	t.Helper()
	for _, p := range s.Points {
		if math.IsNaN(p.X) || math.IsNaN(p.Y) || p.Y < -3 || p.Y > h+3 {
			t.Errorf("%s: %q at %.1f of %.1f", where, s.Words, p.Y, h)
		}
	}
	if s.Words == "" {
		return
	}
	left := s.Points[0].X
	wide := s.Face.Width(s.Size, s.Words)
	switch s.Align {
	case model.AlignEnd:
		left -= wide
	case model.AlignCenter:
		left -= wide / 2
	}
	if left < -3 || left+wide > w+3 {
		t.Errorf("%s: %q from %.1f to %.1f of %.1f", where, s.Words, left, left+wide, w)
	}
}

func TestNoTwoWordsOfAStripCover(t *testing.T) {
	t.Parallel()
	for _, name := range drawingtest.Names() {
		l := drawing.Lay(drawingtest.Document(name), drawing.A4)
		for i := range l.Sheets {
			for _, st := range l.Sheets[i].Strips {
				if st.Kind == drawing.KindChart || st.Kind == drawing.KindColumns {
					continue // labels of a crowded chart may meet; the table behind it has them all
				}
				covered(t, fmt.Sprintf("%s, sheet %d", name, i+1), st.Shapes)
			}
		}
	}
}

func covered(t *testing.T, where string, shapes []drawing.Shape) {
	t.Helper()
	type box struct {
		x1, x2, y1, y2 float64
		words          string
	}
	var boxes []box
	for _, s := range shapes {
		if s.Words == "" {
			continue
		}
		x, w := s.Points[0].X, s.Face.Width(s.Size, s.Words)
		switch s.Align {
		case model.AlignEnd:
			x -= w
		case model.AlignCenter:
			x -= w / 2
		}
		b := box{x + 0.5, x + w - 0.5, s.Points[0].Y - s.Size*0.7, s.Points[0].Y, s.Words}
		for _, o := range boxes {
			if b.x1 < o.x2 && o.x1 < b.x2 && b.y1 < o.y2 && o.y1 < b.y2 {
				t.Errorf("%s: %q covers %q", where, b.words, o.words)
			}
		}
		boxes = append(boxes, b)
	}
}

func TestAContinuedTableHasItsHeadsAgain(t *testing.T) {
	t.Parallel()
	doc := drawingtest.Document("extreme")
	again, rows := 0, 0
	for _, s := range drawing.Lay(doc, drawing.A4).Sheets {
		for i, st := range s.Strips {
			if st.Again {
				again++
				if i != 0 {
					t.Error("heads are repeated inside a sheet")
				}
			}
			if st.Kind == drawing.KindRow {
				rows++
				if i == 0 {
					t.Errorf("sheet %d begins with a row without heads", s.Number)
				}
			}
		}
	}
	if again < 4 || rows < 64 {
		t.Errorf("%d heads again, %d rows", again, rows)
	}
}

func TestATitleNeverEndsASheet(t *testing.T) {
	t.Parallel()
	for _, name := range drawingtest.Names() {
		for _, paper := range []drawing.Format{drawing.A4, drawing.Letter} {
			for _, s := range drawing.Lay(drawingtest.Document(name), paper).Sheets {
				switch last := s.Strips[len(s.Strips)-1]; last.Kind {
				case drawing.KindTitle, drawing.KindSubtitle, drawing.KindTableHead, drawing.KindHeading:
					t.Errorf("%s %s, sheet %d ends with %q", name, paper.Name, s.Number, last.Text)
				}
			}
		}
	}
}

func TestColumnsFillTheWidthAndHoldTheirWords(t *testing.T) {
	t.Parallel()
	table := &model.Table{Columns: []model.Column{{Title: "Outcome"}, {Title: "Now"}, {Title: "Vertragsverlängerungsdatum"}},
		Rows: []model.Row{{Cells: []model.Cell{{Text: strings.Repeat("long words in here ", 20)}, {Text: "€19.5k"}, {Text: "x"}}}}}
	sum := 0.0
	widths := drawing.ColumnWidths(table, 500)
	for _, w := range widths {
		sum += w
	}
	if math.Abs(sum-500) > 0.01 || widths[0] < 250 || widths[1] < 40 || widths[2] < 100 {
		t.Errorf("widths %v", widths)
	}
}

func TestNumbersFollowFormatAndLocale(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		v              float64
		format, locale string
		want           string
	}{
		{1234567, "#,##0", "en-GB", "1,234,567"}, {1234567, "#,##0", "de-DE", "1.234.567"}, {1250000, `"€"#,##0,"k"`, "en-GB", "€1,250k"},
		{1250000, `#,##0," Tsd. €"`, "de-DE", "1.250 Tsd. €"}, {0.125, "0.0%", "de-DE", "12,5%"}, {-5, "0", "en", "−5"}, {-0.2, "0", "en", "0"},
		{0, `"€"#,##0,"k"`, "en", "0"}, {0, "0%", "en", "0%"}, {1.5, "", "en", "1.5"}, {1.5, "General", "fr-FR", "1,5"}, {1234, "#,##0", "fr-FR", "1\u00a0234"}, {2, `"broken`, "en", "2"}, {1234567, "#,##0;-#,##0", "de-CH", "1’234’567"},
	} {
		if got := drawing.Number(c.v, c.format, c.locale); got != c.want {
			t.Errorf("%g as %s in %s: %q, want %q", c.v, c.format, c.locale, got, c.want)
		}
	}
}

func TestAChartWithoutFiguresIsNone(t *testing.T) {
	t.Parallel()
	nan := math.NaN()
	for _, c := range []*model.Chart{{}, {Kind: model.ChartDoughnut}, {Kind: model.ChartColumn, Categories: []string{"a"}, Series: []model.Series{{}}},
		{Kind: model.ChartLine, Categories: []string{"a"}, Series: []model.Series{{Values: []*float64{&nan}}}}} {
		if drawing.Chart(c, 300, 200, 8, "en") != nil {
			t.Errorf("%+v draws something", c)
		}
	}
}

func TestBarsStandToScale(t *testing.T) {
	t.Parallel()
	a, b := 100.0, 50.0
	c := &model.Chart{Kind: model.ChartColumn, Categories: []string{"a", "b"}, Series: []model.Series{{Name: "s", Role: model.RoleProved, Values: []*float64{&a, &b}}}}
	var heights []float64
	for _, s := range drawing.Chart(c, 300, 200, 8, "en").Shapes {
		if s.Fill == drawing.Green && len(s.Points) == 4 {
			heights = append(heights, s.Points[2].Y-s.Points[0].Y)
		}
	}
	if len(heights) != 2 || math.Abs(heights[0]-2*heights[1]) > 0.01 {
		t.Errorf("heights %v", heights)
	}
}
