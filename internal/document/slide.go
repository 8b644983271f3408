package document

import (
	"math"
	"strconv"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/ooxml"
)

type rect = chart.Rect

// slide is one slide being written: shapes are added in reading order.
type slide struct {
	deck   *deck
	x      *ooxml.XML
	part   *ooxml.Part
	layout layoutKind
	lastID int
	number int
	notes  []string
	title  string // stands in where a chart or table has no words of its own
	area   rect   // where content stands; the design decides
}

const xmlns = "http://schemas.openxmlformats.org/presentationml/2006/main"

// openTree starts a slide-like part (root is p:sld, p:sldLayout …) up to and
// with the head of its shape tree.
func openTree(x *ooxml.XML, root string, name string, attrs ...string) {
	x.Start(root, append([]string{"xmlns:a", ooxml.NSDrawing, "xmlns:r", ooxml.NSRelationships, "xmlns:p", xmlns}, attrs...)...)
	if name != "" {
		x.Start("p:cSld", "name", name)
	} else {
		x.Start("p:cSld")
	}
	if root == "p:sldMaster" {
		x.Raw(`<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`)
	}
	x.Start("p:spTree")
	x.Raw(`<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
		`<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`)
}

// head writes a shape's identity: a number unique on the slide, a name, and
// the text read out in its place. A shape without one that only decorates is
// marked so.
func (s *slide) head(name, descr string, decorative bool) {
	s.lastID++
	attrs := []string{"id", strconv.Itoa(s.lastID), "name", name + " " + strconv.Itoa(s.lastID-1)}
	if descr = ooxml.Clean(descr); descr != "" {
		attrs = append(attrs, "descr", descr)
	}
	if !decorative {
		s.x.Empty("p:cNvPr", attrs...)
		return
	}
	s.x.Start("p:cNvPr", attrs...)
	s.x.Raw(`<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">` +
		`<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>`)
	s.x.End()
}

func (s *slide) xfrm(tag string, r rect) {
	s.x.Start(tag).Empty("a:off", "x", s.emu(r.X), "y", s.emu(r.Y)).
		Empty("a:ext", "cx", s.emu(math.Max(r.W, 0)), "cy", s.emu(math.Max(r.H, 0))).End()
}

// placeholder fills a placeholder of the layout. A nil rectangle keeps the
// layout's place; scale under 1 shrinks its text.
func (s *slide) placeholder(name, kind string, idx int, r *rect, scale float64, paras []para) {
	x := s.x.Start("p:sp").Start("p:nvSpPr")
	s.head(name, "", false)
	x.Raw(`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`).Start("p:nvPr")
	s.ph(kind, idx)
	x.End().End().Start("p:spPr")
	if r != nil {
		s.xfrm("a:xfrm", *r)
	}
	x.End().Start("p:txBody")
	if kind == "" && s.house() != nil { // the place is ours, to its edges
		x.Start("a:bodyPr", "vert", "horz", "wrap", "square", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "anchor", "t").Empty("a:normAutofit").End()
	} else if scale > 0 && scale < 1 {
		x.Start("a:bodyPr").Empty("a:normAutofit", "fontScale", percent(scale)).End()
	} else {
		x.Start("a:bodyPr").Empty("a:normAutofit").End()
	}
	x.Empty("a:lstStyle")
	s.paragraphs(paras)
	x.End().End()
}

func (s *slide) ph(kind string, idx int) {
	if kind == "" && s.house() != nil {
		held := s.house().layout(s).Contents[idx-1]
		kind, idx = held.Type, held.Index
	}
	var attrs []string
	if kind != "" {
		attrs = append(attrs, "type", kind)
	}
	if kind == "ftr" || kind == "sldNum" || kind == "dt" {
		attrs = append(attrs, "sz", "quarter")
	}
	if idx > 0 {
		attrs = append(attrs, "idx", strconv.Itoa(idx))
	}
	s.x.Empty("p:ph", attrs...)
}

// pageNumber writes the slide's number as a field.
func (s *slide) pageNumber(idx int) {
	x := s.x.Start("p:sp").Start("p:nvSpPr")
	s.head(word(ooxml.Clean(s.deck.doc.Words.Page), "Page"), "", false)
	x.Raw(`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`).Start("p:nvPr")
	s.ph("sldNum", idx)
	x.End().End().Empty("p:spPr").Start("p:txBody").Empty("a:bodyPr").Empty("a:lstStyle").Start("a:p")
	s.numberField("lang", s.deck.lang)
	x.End().End().End()
}

func (s *slide) numberField(look ...string) {
	s.x.Start("a:fld", "id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type", "slidenum")
	s.x.Empty("a:rPr", look...).Element("a:t", strconv.Itoa(s.number)).End()
}

// textBox writes a text box. Words that must not wrap in another typeface
// (labels of a picture) say so.
func (s *slide) textBox(name string, r rect, wrap bool, paras ...para) {
	x := s.x.Start("p:sp").Start("p:nvSpPr")
	s.head(name, "", false)
	x.Empty("p:cNvSpPr", "txBox", "1").Empty("p:nvPr").End()
	x.Start("p:spPr")
	s.xfrm("a:xfrm", r)
	x.Raw(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`).End()
	mode := "none"
	if wrap {
		mode = "square"
	}
	x.Start("p:txBody").Start("a:bodyPr", "wrap", mode, "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "anchor", "t").
		Empty("a:noAutofit").End().Empty("a:lstStyle")
	s.paragraphs(paras)
	x.End().End()
}

// rule writes a horizontal hairline that only decorates.
func (s *slide) rule(x0, y, width, weight float64, ink string) {
	s.shape("Rule", []chart.Point{{X: x0, Y: y}, {X: x0 + width, Y: y}}, false, "", line(weight, ink, ""))
}

// line is a line's markup; dash may be empty.
func line(weight float64, ink, dash string) string {
	markup := `<a:ln w="` + emu(weight) + `" cap="flat"><a:solidFill>` + ink + `</a:solidFill>`
	if dash != "" {
		markup += `<a:prstDash val="` + dash + `"/>`
	}
	return markup + `<a:miter lim="800000"/></a:ln>`
}

const noLine = `<a:ln><a:noFill/></a:ln>`

func solid(ink string) string { return `<a:solidFill>` + ink + `</a:solidFill>` }

// shape writes a freeform through points; fill is markup, empty for none.
func (s *slide) shape(name string, pts []chart.Point, closed bool, fill, ln string) {
	s.shapes(name, [][]chart.Point{pts}, closed, fill, ln)
}

// shapes writes one freeform of several paths.
func (s *slide) shapes(name string, paths [][]chart.Point, closed bool, fill, ln string) {
	lo := chart.Point{X: math.Inf(1), Y: math.Inf(1)}
	hi := chart.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, pts := range paths {
		for _, p := range pts {
			lo.X, lo.Y = math.Min(lo.X, p.X), math.Min(lo.Y, p.Y)
			hi.X, hi.Y = math.Max(hi.X, p.X), math.Max(hi.Y, p.Y)
		}
	}
	if math.IsInf(lo.X, 1) {
		return
	}
	r := rect{X: lo.X, Y: lo.Y, W: hi.X - lo.X, H: hi.Y - lo.Y}
	x := s.x.Start("p:sp").Start("p:nvSpPr")
	s.head(name, "", true)
	x.Empty("p:cNvSpPr").Empty("p:nvPr").End().Start("p:spPr")
	s.xfrm("a:xfrm", r)
	x.Start("a:custGeom").Raw(`<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>`).Start("a:pathLst")
	for _, pts := range paths {
		s.path(pts, lo, r, closed, fill == "")
	}
	x.End().End()
	if fill == "" {
		fill = `<a:noFill/>`
	}
	x.Raw(fill).Raw(ln).End()
	x.Raw(`<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>`).End()
}

func (s *slide) path(pts []chart.Point, lo chart.Point, r rect, closed, hollow bool) {
	attrs := []string{"w", s.emu(r.W), "h", s.emu(r.H)}
	if hollow {
		attrs = append(attrs, "fill", "none")
	}
	x := s.x.Start("a:path", attrs...)
	for i, p := range pts {
		verb := "a:lnTo"
		if i == 0 {
			verb = "a:moveTo"
		}
		x.Start(verb).Empty("a:pt", "x", s.emu(p.X-lo.X), "y", s.emu(p.Y-lo.Y)).End()
	}
	if closed {
		x.Empty("a:close")
	}
	x.End()
}

// disc writes a circle that only decorates.
func (s *slide) disc(at chart.Point, radius float64, fill, ln string) {
	x := s.x.Start("p:sp").Start("p:nvSpPr")
	s.head("Mark", "", true)
	x.Empty("p:cNvSpPr").Empty("p:nvPr").End().Start("p:spPr")
	s.xfrm("a:xfrm", rect{X: at.X - radius, Y: at.Y - radius, W: 2 * radius, H: 2 * radius})
	x.Raw(`<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>`).Raw(fill).Raw(ln).End()
	x.Raw(`<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>`).End()
}

// group starts a group that is read as one picture; endGroup ends it.
func (s *slide) group(name, descr string, r rect) {
	x := s.x.Start("p:grpSp").Start("p:nvGrpSpPr")
	s.head(name, word(ooxml.Clean(descr), word(s.title, name)), false)
	x.Empty("p:cNvGrpSpPr").Empty("p:nvPr").End().Start("p:grpSpPr").Start("a:xfrm")
	x.Empty("a:off", "x", s.emu(r.X), "y", s.emu(r.Y)).Empty("a:ext", "cx", s.emu(r.W), "cy", s.emu(r.H))
	x.Empty("a:chOff", "x", s.emu(r.X), "y", s.emu(r.Y)).Empty("a:chExt", "cx", s.emu(r.W), "cy", s.emu(r.H))
	x.End().End()
}

func (s *slide) endGroup() { s.x.End() }

// frame writes the frame of a chart or table; a holder above 0 is the
// content placeholder of the layout that it fills. The caller writes the graphic and calls End.
func (s *slide) frame(name, descr string, r rect, holder int) {
	x := s.x.Start("p:graphicFrame").Start("p:nvGraphicFramePr")
	s.head(name, word(ooxml.Clean(descr), word(s.title, name)), false)
	x.Raw(`<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>`)
	if holder > 0 {
		x.Start("p:nvPr")
		s.ph("", holder)
		x.End()
	} else {
		x.Empty("p:nvPr")
	}
	x.End()
	s.xfrm("p:xfrm", r)
}
