package chart

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
)

func (w *writer) axisIDs() {
	w.val("axId", firstAxis)
	w.val("axId", valueAxis)
}

func column(n int) string {
	var s string
	for n++; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

func (w *writer) name(i int) {
	w.val("idx", strconv.Itoa(i))
	w.val("order", strconv.Itoa(i))
	w.Start("c:tx").Start("c:strRef")
	w.Element("c:f", fmt.Sprintf("%s!$%s$1", sheet, column(i+1)))
	w.Start("c:strCache")
	w.val("ptCount", "1")
	w.Start("c:pt", "idx", "0").Element("c:v", w.d.names[i]).End()
	w.End().End().End()
}

func (w *writer) categories(name string) {
	if w.d.rows() == 0 {
		return
	}
	ref := fmt.Sprintf("%s!$A$2:$A$%d", sheet, w.d.rows()+1)
	w.Start("c:" + name)
	if w.d.days == nil {
		w.Start("c:strRef").Element("c:f", ref).Start("c:strCache")
		w.val("ptCount", strconv.Itoa(w.d.rows()))
		for i, t := range w.d.labels {
			w.Start("c:pt", "idx", strconv.Itoa(i)).Element("c:v", t).End()
		}
	} else {
		w.Start("c:numRef").Element("c:f", ref).Start("c:numCache").Element("c:formatCode", w.dateFormat())
		w.val("ptCount", strconv.Itoa(w.d.rows()))
		for i, day := range w.d.days {
			w.Start("c:pt", "idx", strconv.Itoa(i)).Element("c:v", number(serial(day))).End()
		}
	}
	w.End().End().End()
}

func (w *writer) values(i int, name string) {
	if w.d.rows() == 0 {
		return
	}
	col := column(i + 1)
	w.Start("c:" + name).Start("c:numRef")
	w.Element("c:f", fmt.Sprintf("%s!$%s$2:$%s$%d", sheet, col, col, w.d.rows()+1))
	w.Start("c:numCache").Element("c:formatCode", numberFormat(w.c.NumberFormat))
	w.val("ptCount", strconv.Itoa(w.d.rows()))
	for r, v := range w.d.values[i] {
		if v != nil {
			w.Start("c:pt", "idx", strconv.Itoa(r)).Element("c:v", number(*v)).End()
		}
	}
	w.End().End().End()
}

func number(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

// labels shows each value at its mark.
func (w *writer) labels(pos string, onFill bool) {
	w.Start("c:dLbls")
	w.Empty("c:numFmt", "formatCode", numberFormat(w.c.NumberFormat), "sourceLinked", "0")
	w.Raw(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
	w.textRuns(w.style.TextSize, false, pick(onFill, `<a:schemeClr val="bg1"/>`, `<a:schemeClr val="tx1"/>`))
	if pos != "" {
		w.val("dLblPos", pos)
	}
	w.shown("showVal")
	w.End()
}

func (w *writer) shown(what string) {
	for _, s := range []string{"showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"} {
		w.val(s, pick(s == what, "1", "0"))
	}
}

// endLabel names a line at its last point, and shows its values where asked.
func (w *writer) endLabel(i int) {
	last := -1
	for r, v := range w.d.values[i] {
		if v != nil {
			last = r
		}
	}
	if last < 0 {
		return
	}
	named := w.lines()
	guide := w.c.Series[i].Role == model.RoleTarget || w.c.Series[i].Role == model.RoleBaseline
	if !named && (!w.c.Labels || guide) {
		return
	}
	w.Start("c:dLbls")
	if named {
		w.Start("c:dLbl")
		w.val("idx", strconv.Itoa(last))
		if away := w.away(i); away != 0 {
			w.Start("c:layout").Start("c:manualLayout")
			w.val("x", "0")
			w.val("y", number(away))
			w.End().End()
		}
		w.Raw(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
		w.textRuns(w.style.TextSize, true, colour(i, w.c.Series[i].Role))
		w.val("dLblPos", "r")
		w.shown("showSerName")
		w.End()
	}
	if w.c.Labels && !guide && w.c.Kind != model.ChartStep {
		w.Empty("c:numFmt", "formatCode", numberFormat(w.c.NumberFormat), "sourceLinked", "0")
		w.Raw(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
		w.textRuns(w.style.TextSize, false, `<a:schemeClr val="tx1"/>`)
		w.val("dLblPos", "t")
		w.shown("showVal")
	} else {
		w.shown("")
	}
	w.End()
}

// nameRoom is how far apart the names at two lines' ends have to be, as a share
// of the chart's height: two lines of the longer, one of the other.
const nameRoom = 0.16

// away is how far the name at a line's end is moved, as a share of the chart's
// height and down where positive, so that it does not lie on the name of a line
// that ends beside it.
func (w *writer) away(i int) float64 {
	lowest, highest := w.span()
	own, ok := w.d.end(i)
	if !ok || highest <= lowest {
		return 0
	}
	moved := 0.0
	for j := range w.c.Series {
		other, ok := w.d.end(j)
		if j == i || !ok {
			continue
		}
		apart := math.Abs(own-other) / (highest - lowest) * 0.75 // the plot's share of the height
		if apart >= nameRoom {
			continue
		}
		upper := own > other || own == other && i < j
		switch low := (min(own, other) - lowest) / (highest - lowest); {
		case low < nameRoom && upper: // below the other name are the days
			moved -= nameRoom - apart
		case low < nameRoom:
		case upper:
			moved -= (nameRoom - apart) / 2
		default:
			moved += (nameRoom - apart) / 2
		}
	}
	return math.Round(moved*1000) / 1000
}

// span is what the value axis goes from and to.
func (w *writer) span() (lowest, highest float64) {
	lowest, highest = w.d.bounds()
	if w.c.Min != nil {
		lowest = *w.c.Min
	}
	if w.c.Max != nil {
		highest = *w.c.Max
	}
	return lowest, highest
}

func (w *writer) axes() {
	switch w.c.Kind {
	case model.ChartDoughnut:
		return
	case model.ChartStep:
		if w.d.days != nil {
			w.timeScale()
			w.valueScale()
			return
		}
	case model.ChartBar, model.ChartStackedBar:
		w.textAxis("l", "maxMin")
		w.valueScale()
		return
	}
	if w.d.days != nil {
		w.Start("c:dateAx")
		w.axisHead("b", "minMax", "", nil, nil)
		w.title(w.c.CategoryAxis)
		w.axisLook(w.dateFormat(), true)
		w.val("crossAx", valueAxis)
		w.val("crosses", "autoZero")
		w.val("auto", "0")
		w.val("lblOffset", "100")
		w.val("baseTimeUnit", "days")
		w.timeUnit()
		w.End()
	} else {
		w.textAxis("b", "minMax")
	}
	w.valueScale()
}

// timeUnit sets the axis of time in whole days, months or years, so that six
// or so words stand under it.
func (w *writer) timeUnit() {
	span := w.d.days[len(w.d.days)-1] - w.d.days[0]
	unit, every := "days", max(math.Ceil(span/7), 1)
	switch {
	case span > 6*365:
		unit, every = "years", math.Ceil(span/365/7)
	case span > 60:
		unit, every = "months", math.Ceil(span/30.4/7)
	}
	w.val("majorUnit", number(every))
	w.val("majorTimeUnit", unit)
}

func (w *writer) textAxis(pos, orientation string) {
	w.Start("c:catAx")
	w.axisHead(pos, orientation, "", nil, nil)
	w.title(w.c.CategoryAxis)
	w.axisLook("General", true)
	w.val("crossAx", valueAxis)
	w.val("crosses", "autoZero")
	w.val("auto", "0")
	w.val("lblAlgn", "ctr")
	w.val("lblOffset", "100")
	w.val("noMultiLvlLbl", "1")
	w.End()
}

// timeScale is a step chart's axis of time: a scale, since its days repeat.
func (w *writer) timeScale() {
	w.Start("c:valAx")
	var lo, hi *float64
	if n := len(w.d.days); n > 0 {
		lo, hi = ptr(serial(w.d.days[0])), ptr(serial(w.d.days[n-1]))
	}
	w.axisHead("b", "minMax", "", lo, hi)
	w.title(w.c.CategoryAxis)
	w.axisLook(w.dateFormat(), true)
	w.val("crossAx", valueAxis)
	w.val("crosses", "autoZero")
	w.val("crossBetween", "midCat")
	if lo != nil && *hi > *lo {
		w.val("majorUnit", number(math.Ceil((*hi-*lo)/6)))
	}
	w.End()
}

func (w *writer) valueScale() {
	lowest, _ := w.d.bounds()
	lo := w.c.Min
	if lo == nil && lowest >= 0 {
		lo = ptr(0.0)
	}
	horizontal := w.c.Kind == model.ChartBar || w.c.Kind == model.ChartStackedBar
	w.Start("c:valAx")
	w.axisHead(pick(horizontal, "b", "l"), "minMax", "grid", lo, w.c.Max)
	title := w.c.ValueAxis
	if title == "" {
		title = w.c.Unit
	}
	w.title(title)
	w.axisLook(numberFormat(w.c.NumberFormat), false)
	w.val("crossAx", firstAxis)
	w.val("crosses", pick(horizontal, "max", "autoZero"))
	scatter := w.c.Kind == model.ChartStep && w.d.days != nil
	w.val("crossBetween", pick(scatter, "midCat", "between"))
	w.End()
}

func (w *writer) axisHead(pos, orientation, grid string, lo, hi *float64) {
	w.val("axId", pick(grid == "grid", valueAxis, firstAxis))
	w.Start("c:scaling")
	w.val("orientation", orientation)
	if hi != nil && (lo == nil || *hi > *lo) {
		w.val("max", number(*hi))
	}
	if lo != nil {
		w.val("min", number(*lo))
	}
	w.End()
	w.val("delete", "0")
	w.val("axPos", pos)
	if grid != "" {
		w.Raw(`<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:schemeClr val="bg1"><a:lumMod val="90000"/></a:schemeClr></a:solidFill></a:ln></c:spPr></c:majorGridlines>`)
	}
}

func (w *writer) title(text string) {
	if text == "" {
		return
	}
	w.Start("c:title").Start("c:tx").Start("c:rich")
	w.Empty("a:bodyPr").Start("a:p").Start("a:pPr")
	w.runs("a:defRPr", w.style.TextSize, false, quiet)
	w.End().Start("a:r")
	w.runs("a:rPr", w.style.TextSize, false, quiet)
	w.Element("a:t", oneLine(text))
	w.End().End().End().End()
	w.val("overlay", "0")
	w.End()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (w *writer) axisLook(format string, line bool) {
	w.Empty("c:numFmt", "formatCode", format, "sourceLinked", "0")
	w.val("majorTickMark", "none")
	w.val("minorTickMark", "none")
	// Words of the categories stay at the edge where values are negative.
	w.val("tickLblPos", pick(line, "low", "nextTo"))
	if line {
		w.Raw(`<c:spPr><a:ln w="6350"><a:solidFill><a:schemeClr val="bg1"><a:lumMod val="75000"/></a:schemeClr></a:solidFill></a:ln></c:spPr>`)
	} else {
		w.Raw(`<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>`)
	}
	w.textStyle(w.style.TextSize, true)
}

// quiet is the ink of axes and labels.
const quiet = `<a:schemeClr val="tx2"><a:lumMod val="82000"/><a:lumOff val="18000"/></a:schemeClr>`

func (w *writer) textStyle(size float64, axis bool) {
	w.textRuns(size, false, pick(axis, quiet, `<a:schemeClr val="tx2"/>`))
}

func (w *writer) textRuns(size float64, bold bool, ink string) {
	w.Start("c:txPr").Empty("a:bodyPr").Start("a:p").Start("a:pPr")
	w.runs("a:defRPr", size, bold, ink)
	w.End().Empty("a:endParaRPr", "lang", w.style.Language)
	w.End().End()
}

func (w *writer) runs(name string, size float64, bold bool, ink string) {
	attrs := []string{"sz", strconv.Itoa(int(size * 100)), "b", pick(bold, "1", "0")}
	if name == "a:rPr" {
		attrs = append([]string{"lang", w.style.Language}, attrs...)
	}
	w.Start(name, attrs...).Start("a:solidFill").Raw(ink).End()
	w.Empty("a:latin", "typeface", w.style.Sans)
	w.End()
}

// palette is what plain series take in turn.
var palette = []string{
	`<a:schemeClr val="tx1"/>`, `<a:schemeClr val="accent5"/>`, `<a:schemeClr val="accent2"/>`,
	`<a:schemeClr val="accent6"/>`, `<a:schemeClr val="accent3"/>`,
}

func colour(i int, role model.Role) string {
	switch role {
	case model.RoleProved:
		return `<a:schemeClr val="accent1"/>`
	case model.RoleClaimed:
		return `<a:schemeClr val="accent2"/>`
	case model.RoleTarget, model.RoleBaseline:
		return quiet
	case model.RoleCost:
		return `<a:schemeClr val="tx2"/>`
	default:
		return palette[i%len(palette)]
	}
}

func (w *writer) stroke(i int, role model.Role) {
	thin := role == model.RoleTarget || role == model.RoleBaseline
	w.Start("a:ln", "w", pick(thin, "15875", "31750"), "cap", "flat").Start("a:solidFill").Raw(colour(i, role)).End()
	if thin {
		w.Empty("a:prstDash", "val", pick(role == model.RoleTarget, "dash", "sysDot"))
	}
	w.Empty("a:miter", "lim", "800000").End()
}

func (w *writer) fill(i int, role model.Role) {
	if role == model.RoleClaimed {
		w.Start("a:pattFill", "prst", "wdUpDiag").Start("a:fgClr").Raw(colour(i, role)).End()
		w.Start("a:bgClr").Raw(`<a:schemeClr val="bg1"/>`).End().End()
		return
	}
	w.Start("a:solidFill").Raw(colour(i, role)).End()
}
