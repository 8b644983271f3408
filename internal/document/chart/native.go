package chart

import (
	"fmt"
	"strconv"
	"time"

	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// Style is what a native chart takes from its document.
type Style struct {
	// Sans is the typeface; a theme's reference ("+mn-lt") is one.
	Sans string
	// Language is the tag of its texts.
	Language string
	// TextSize is the size of its words in points.
	TextSize float64
	// Date is the time that the workbook inside bears.
	Date time.Time
	// Width is the frame's width in points, to leave room for series' names.
	Width float64
	// Legend names lines above a chart that is too low for names at their ends.
	Legend bool
	// Folder is that of the document's parts in the package: "ppt", "word".
	Folder string
}

// Add adds a chart's part and the workbook behind it to a package, as number
// n of its charts.
func Add(pkg *ooxml.Package, c *model.Chart, n int, style Style) (*ooxml.Part, error) {
	d := dataOf(c)
	book, err := workbook(c, &d, style.Date)
	if err != nil {
		return nil, fmt.Errorf("making chart %d: %w", n, err)
	}
	pkg.Default("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
	part := pkg.Add(fmt.Sprintf("%s/charts/chart%d.xml", style.Folder, n),
		"application/vnd.openxmlformats-officedocument.drawingml.chart+xml", nil)
	sheet := pkg.Add(fmt.Sprintf("%s/embeddings/chart%d.xlsx", style.Folder, n), "", book)
	w := writer{XML: ooxml.NewXML(), c: c, d: &d, style: style}
	w.space(part.Relate(ooxml.RelPackage, sheet))
	part.Body = w.Bytes()
	return part, nil
}

type writer struct {
	*ooxml.XML
	c     *model.Chart
	d     *data
	style Style
}

// The two axes' ids; each chart part has its own.
const (
	firstAxis = "111111111"
	valueAxis = "222222222"
)

func (w *writer) val(name, value string) { w.Empty("c:"+name, "val", value) }

func (w *writer) space(book string) {
	w.Start("c:chartSpace", "xmlns:c", ooxml.NSChart, "xmlns:a", ooxml.NSDrawing, "xmlns:r", ooxml.NSRelationships)
	w.val("date1904", "0")
	w.val("lang", w.style.Language)
	w.val("roundedCorners", "0")
	w.Start("c:chart")
	w.val("autoTitleDeleted", "1")
	w.Start("c:plotArea")
	w.layout()
	w.plots()
	w.axes()
	w.End()
	if w.legend() {
		w.Start("c:legend")
		w.val("legendPos", "t")
		w.val("overlay", "0")
		w.textStyle(w.style.TextSize, false)
		w.End()
	}
	w.val("plotVisOnly", "1")
	w.val("dispBlanksAs", "gap")
	w.End()
	w.Raw(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
	w.textStyle(w.style.TextSize, false)
	w.Start("c:externalData", "r:id", book)
	w.val("autoUpdate", "0")
	w.End()
	w.End()
}

// lines says whether the chart's series are lines named at their ends.
func (w *writer) lines() bool {
	return !w.style.Legend && (w.c.Kind == model.ChartLine || w.c.Kind == model.ChartStep)
}

func (w *writer) legend() bool {
	return !w.lines() && (len(w.c.Series) > 1 || w.c.Kind == model.ChartDoughnut)
}

// layout leaves room at the right for the names at the lines' ends.
func (w *writer) layout() {
	if !w.lines() {
		w.Empty("c:layout")
		return
	}
	room := 0.0
	for _, n := range w.d.names {
		room = max(room, labelWidth(n, "", w.style.TextSize)+14)
	}
	share := min(room/max(w.style.Width, 1), 0.3)
	left := 58 / max(w.style.Width, 100)
	w.Start("c:layout").Start("c:manualLayout")
	w.val("layoutTarget", "inner")
	w.val("xMode", "edge")
	w.val("yMode", "edge")
	w.val("x", decimal(left))
	w.val("y", "0.04")
	w.val("w", decimal(1-left-share))
	w.val("h", "0.82")
	w.End().End()
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', 4, 64) }

func (w *writer) plots() {
	switch w.c.Kind {
	case model.ChartStep:
		if w.d.days != nil {
			w.scatter()
		} else {
			w.line(func(model.Series) bool { return true })
		}
	case model.ChartColumn, model.ChartStackedColumn, model.ChartBar, model.ChartStackedBar:
		w.bars(func(model.Series) bool { return true })
	case model.ChartCombination:
		bars, lines := 0, 0
		for _, s := range w.c.Series {
			if s.Line {
				lines++
			} else {
				bars++
			}
		}
		if bars > 0 {
			w.bars(func(s model.Series) bool { return !s.Line })
		}
		if lines > 0 || bars == 0 {
			w.line(func(s model.Series) bool { return s.Line })
		}
	case model.ChartDoughnut:
		w.doughnut()
	default:
		w.line(func(model.Series) bool { return true })
	}
}

func (w *writer) line(in func(model.Series) bool) {
	w.Start("c:lineChart")
	w.val("grouping", "standard")
	w.val("varyColors", "0")
	for i, s := range w.c.Series {
		if in(s) {
			w.serie(i, s, "cat", "val")
		}
	}
	w.val("marker", "1")
	w.axisIDs()
	w.End()
}

func (w *writer) scatter() {
	w.Start("c:scatterChart")
	w.val("scatterStyle", "lineMarker")
	w.val("varyColors", "0")
	for i, s := range w.c.Series {
		w.serie(i, s, "xVal", "yVal")
	}
	w.axisIDs()
	w.End()
}

// serie writes a line's series; cat and val are the names of its two halves.
func (w *writer) serie(i int, s model.Series, cat, val string) {
	w.Start("c:ser")
	w.name(i)
	w.Start("c:spPr")
	w.stroke(i, s.Role)
	w.End()
	w.Start("c:marker")
	if cat == "cat" && s.Role != model.RoleTarget && s.Role != model.RoleBaseline && w.d.rows() <= 40 {
		w.val("symbol", "circle")
		w.val("size", "6")
		w.Start("c:spPr").Start("a:solidFill")
		w.Raw(`<a:schemeClr val="bg1"/>`)
		w.End()
		w.Start("a:ln", "w", "19050").Start("a:solidFill")
		w.Raw(colour(i, s.Role))
		w.End().End().End()
	} else {
		w.val("symbol", "none")
	}
	w.End()
	w.endLabel(i)
	w.categories(cat)
	w.values(i, val)
	w.val("smooth", "0")
	w.End()
}

func (w *writer) bars(in func(model.Series) bool) {
	horizontal := w.c.Kind == model.ChartBar || w.c.Kind == model.ChartStackedBar
	stacked := w.c.Kind == model.ChartStackedColumn || w.c.Kind == model.ChartStackedBar
	w.Start("c:barChart")
	w.val("barDir", pick(horizontal, "bar", "col"))
	w.val("grouping", pick(stacked, "stacked", "clustered"))
	w.val("varyColors", "0")
	for i, s := range w.c.Series {
		if !in(s) {
			continue
		}
		w.Start("c:ser")
		w.name(i)
		w.Start("c:spPr")
		w.fill(i, s.Role)
		w.End()
		w.val("invertIfNegative", "0")
		if w.c.Labels {
			w.labels(pick(stacked, "ctr", "outEnd"), stacked && s.Role != model.RoleClaimed)
		}
		w.categories("cat")
		w.values(i, "val")
		w.End()
	}
	w.val("gapWidth", "60")
	w.val("overlap", pick(stacked, "100", "-10"))
	w.axisIDs()
	w.End()
}

func (w *writer) doughnut() {
	w.Start("c:doughnutChart")
	w.val("varyColors", "1")
	for i, s := range w.c.Series[:min(len(w.c.Series), 1)] {
		w.Start("c:ser")
		w.name(i)
		for p := range w.d.rows() {
			role := model.RolePlain
			if p < len(s.Roles) {
				role = s.Roles[p]
			}
			w.Start("c:dPt")
			w.val("idx", strconv.Itoa(p))
			w.val("bubble3D", "0")
			w.Start("c:spPr")
			w.fill(p, role)
			w.Raw(`<a:ln w="19050"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:ln>`)
			w.End().End()
		}
		if w.c.Labels {
			w.labels("", true)
		}
		w.categories("cat")
		w.values(i, "val")
		w.End()
	}
	w.val("firstSliceAng", "0")
	w.val("holeSize", "62")
	w.End()
}

func pick(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}
