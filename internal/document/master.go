package document

import (
	"fmt"
	"strconv"

	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// The slide's measures, in points.
const (
	slideW, slideH = 960.0, 540.0
	margin         = 66.0
	contentW       = slideW - 2*margin
	titleTop       = 46.0
	titleSize      = 32.0
	footTop        = 496.0
	footH          = 18.0
	contentBottom  = 480.0
)

type layoutKind int

const (
	layoutCover layoutKind = iota
	layoutContent
	layoutTwo
	layoutTitleOnly
	layoutBlank
)

// holder is a placeholder of a layout or the master.
type holder struct {
	name, kind string
	idx        int
	r          rect
	size       float64
	bold       bool
	ink        string
	align      string
	prompt     string
	body       bool // has the master's five levels
}

var (
	titleHolder  = holder{name: "Title", kind: "title", r: rect{X: margin, Y: titleTop, W: contentW, H: 76}, prompt: "Title"}
	subHolder    = holder{name: "Subtitle", kind: "body", idx: 13, r: rect{X: margin, Y: 124, W: contentW, H: 18}, size: 13.5, ink: inkQuiet, prompt: "Subtitle"}
	footHolder   = holder{name: "Footer", kind: "ftr", idx: 11, r: rect{X: margin, Y: footTop, W: contentW - 60, H: footH}, size: 10, ink: inkFaint}
	numberHolder = holder{name: "Slide number", kind: "sldNum", idx: 12, r: rect{X: slideW - margin - 50, Y: footTop, W: 50, H: footH}, size: 10, ink: inkFaint, align: "r"}
	bodyRect     = rect{X: margin, Y: 160, W: contentW, H: contentBottom - 160}
)

type layoutSpec struct {
	kind    layoutKind
	name    string
	ooxml   string
	holders []holder
}

func halves() (left, right rect) {
	w := (contentW - 34) / 2
	return rect{X: margin, Y: bodyRect.Y, W: w, H: bodyRect.H}, rect{X: margin + w + 34, Y: bodyRect.Y, W: w, H: bodyRect.H}
}

func layouts() []layoutSpec {
	left, right := halves()
	return []layoutSpec{
		{layoutCover, "Title Slide", "title", []holder{
			{name: "Parties", kind: "body", idx: 13, r: rect{X: margin, Y: 50, W: 480, H: 20}, size: 13.5, ink: inkQuiet, prompt: "Parties"},
			{name: "Confidentiality", kind: "body", idx: 14, r: rect{X: 560, Y: 50, W: 334, H: 34}, size: 10, ink: inkFaint, align: "r", prompt: "Confidentiality"},
			{name: "Title", kind: "ctrTitle", r: rect{X: margin, Y: 92, W: 700, H: 120}, size: 52, bold: true, prompt: "Title"},
			{name: "Subtitle", kind: "subTitle", idx: 1, r: rect{X: margin, Y: 224, W: 700, H: 40}, size: 17, ink: inkQuiet, prompt: "Subtitle"},
			{name: "Date", kind: "dt", idx: 10, r: rect{X: margin, Y: footTop, W: 380, H: footH}, size: 10.5, ink: inkQuiet},
			{name: "Teams", kind: "body", idx: 15, r: rect{X: 454, Y: footTop, W: 440, H: footH}, size: 10.5, ink: inkQuiet, align: "r", prompt: "Teams"},
		}},
		{layoutContent, "Title and Content", "obj", []holder{titleHolder, subHolder,
			{name: "Content", idx: 1, r: bodyRect, body: true, prompt: "Content"}, footHolder, numberHolder}},
		{layoutTwo, "Two Content", "twoObj", []holder{titleHolder, subHolder,
			{name: "Content", idx: 1, r: left, body: true, prompt: "Content"},
			{name: "Content", idx: 2, r: right, body: true, prompt: "Content"}, footHolder, numberHolder}},
		{layoutTitleOnly, "Title Only", "titleOnly", []holder{titleHolder, subHolder, footHolder, numberHolder}},
		{layoutBlank, "Blank", "blank", []holder{footHolder, numberHolder}},
	}
}

const (
	typeMaster = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"
	typeLayout = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
	typeTheme  = "application/vnd.openxmlformats-officedocument.theme+xml"
	relMaster  = ooxml.RelOffice + "/slideMaster"
	relLayout  = ooxml.RelOffice + "/slideLayout"
	relTheme   = ooxml.RelOffice + "/theme"
)

// addMaster adds the theme, the master and its layouts.
func (d *deck) addMaster() {
	d.master = d.pkg.Add("ppt/slideMasters/slideMaster1.xml", typeMaster, nil)
	specs := layouts()
	var ids []string
	for i, spec := range specs {
		part := d.pkg.Add(fmt.Sprintf("ppt/slideLayouts/slideLayout%d.xml", i+1), typeLayout, nil)
		part.Body = d.layoutXML(spec, part)
		part.Relate(relMaster, d.master)
		ids = append(ids, d.master.Relate(relLayout, part))
		d.layouts[spec.kind] = part
	}
	d.theme = d.pkg.Add("ppt/theme/theme1.xml", typeTheme, ooxml.Theme(d.doc.Brand, "Tendril"))
	d.master.Relate(relTheme, d.theme)
	s := &slide{deck: d, x: ooxml.NewXML(), lastID: 1}
	openTree(s.x, "p:sldMaster", "")
	for _, h := range []holder{titleHolder,
		{name: "Text", kind: "body", idx: 1, r: bodyRect, body: true, prompt: "Text"},
		{name: "Date", kind: "dt", idx: 2, r: rect{X: 620, Y: footTop, W: 200, H: footH}, size: 10, ink: inkFaint, align: "r"},
		{name: "Footer", kind: "ftr", idx: 3, r: footHolder.r, size: 10, ink: inkFaint},
		{name: "Slide number", kind: "sldNum", idx: 4, r: numberHolder.r, size: 10, ink: inkFaint, align: "r"},
	} {
		s.holder(h, true)
	}
	s.x.End().End()
	s.x.Raw(colourMap)
	s.x.Start("p:sldLayoutIdLst")
	for i, id := range ids {
		s.x.Empty("p:sldLayoutId", "id", strconv.Itoa(2147483649+i), "r:id", id)
	}
	s.x.End()
	s.x.Raw(`<p:hf hdr="0" dt="0"/>`)
	s.textStyles()
	d.master.Body = s.x.Bytes()
}

const colourMap = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`

func (d *deck) layoutXML(spec layoutSpec, part *ooxml.Part) []byte {
	s := &slide{deck: d, x: ooxml.NewXML(), lastID: 1}
	openTree(s.x, "p:sldLayout", spec.name, "type", spec.ooxml, "preserve", "1")
	holders := spec.holders
	if spec.kind == layoutCover {
		s.logo(part)
		holders = d.belowLogo(holders)
	}
	for _, h := range holders {
		s.holder(h, false)
	}
	s.x.End().End()
	s.x.Raw(`<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`)
	return s.x.Bytes()
}

// holder writes a placeholder of a layout or, with defaults of its own, of
// the master.
func (s *slide) holder(h holder, master bool) {
	x := s.x.Start("p:sp").Start("p:nvSpPr")
	s.head(h.name, "", false)
	x.Raw(`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`).Start("p:nvPr")
	s.ph(h.kind, h.idx)
	x.End().End().Start("p:spPr")
	s.xfrm("a:xfrm", h.r)
	if master {
		x.Raw(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`)
	}
	x.End().Start("p:txBody")
	x.Start("a:bodyPr", "vert", "horz", "wrap", "square", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "anchor", "t").
		Empty("a:normAutofit").End()
	x.Start("a:lstStyle")
	if h.size > 0 {
		s.levelStyle("a:lvl1pPr", h)
	}
	x.End()
	s.holderText(h)
	x.End().End()
}

func (s *slide) levelStyle(level string, h holder) {
	align := h.align
	if align == "" {
		align = "l"
	}
	x := s.x.Start(level, "marL", "0", "indent", "0", "algn", align).Empty("a:buNone")
	attrs := []string{"sz", hundredths(h.size)}
	if h.bold {
		attrs = append(attrs, "b", "1")
	}
	x.Start("a:defRPr", attrs...)
	if h.ink != "" {
		x.Start("a:solidFill").Raw(h.ink).End()
	}
	x.Empty("a:latin", "typeface", pick(h.bold, "+mj-lt", "+mn-lt"))
	x.End().End()
}

func (s *slide) holderText(h holder) {
	x := s.x
	switch h.kind {
	case "sldNum":
		x.Start("a:p").Start("a:fld", "id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type", "slidenum").
			Empty("a:rPr", "lang", s.deck.lang).Element("a:t", "‹#›").End().End()
	case "ftr", "dt":
		x.Start("a:p").Empty("a:endParaRPr", "lang", s.deck.lang).End()
	default:
		x.Start("a:p").Start("a:r").Empty("a:rPr", "lang", s.deck.lang).Element("a:t", h.prompt).End().End()
	}
}

// textStyles are the master's: titles, five levels of text, anything else.
func (s *slide) textStyles() {
	x := s.x.Start("p:txStyles").Start("p:titleStyle")
	x.Start("a:lvl1pPr", "algn", "l", "rtl", "0", "eaLnBrk", "1", "hangingPunct", "1")
	x.Raw(`<a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>`)
	x.Start("a:defRPr", "sz", hundredths(titleSize), "b", "1", "kern", "1200", "spc", "-30").Raw(solid(inkText))
	x.Raw(`<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>`).End().End().End()
	x.Start("p:bodyStyle")
	for level := range 5 {
		left := indentStep * float64(level)
		s.bodyLevel(level+1, left, 16-1.5*float64(level))
	}
	x.End().Start("p:otherStyle")
	for level := range 5 {
		x.Start(fmt.Sprintf("a:lvl%dpPr", level+1), "marL", emu(indentStep*float64(level)), "algn", "l", "rtl", "0")
		s.defaultRun(12)
		x.End()
	}
	x.End().End()
}

func (s *slide) bodyLevel(level int, left, size float64) {
	s.x.Start(fmt.Sprintf("a:lvl%dpPr", level), "marL", emu(left), "indent", "0", "algn", "l", "rtl", "0")
	s.x.Raw(`<a:lnSpc><a:spcPct val="110000"/></a:lnSpc><a:spcBef><a:spcPts val="600"/></a:spcBef><a:buNone/>`)
	s.defaultRun(size)
	s.x.End()
}

func (s *slide) defaultRun(size float64) {
	s.x.Start("a:defRPr", "sz", hundredths(size), "kern", "1200").Raw(solid(inkText))
	s.x.Raw(`<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>`).End()
}

func pick(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}
