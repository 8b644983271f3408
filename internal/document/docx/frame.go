package docx

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/document/metrics"
	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// bulletList is the number of the list of bullets; numbered lists follow it.
const bulletList = 1

// section closes the body: paper, margins, and what stands above and below on
// every page.
func (d *writer) section() {
	d.Start("w:sectPr")
	d.Empty("w:headerReference", "w:type", "default", "r:id", d.main.Relate(ooxml.RelOffice+"/header", d.header()))
	d.Empty("w:footerReference", "w:type", "default", "r:id", d.main.Relate(ooxml.RelOffice+"/footer", d.footer(1)))
	d.Empty("w:footerReference", "w:type", "first", "r:id", d.main.Relate(ooxml.RelOffice+"/footer", d.footer(2)))
	d.Empty("w:pgSz", "w:w", twips(d.paper.W), "w:h", twips(d.paper.H))
	side := twips(d.margin)
	d.Empty("w:pgMar", "w:top", side, "w:right", side, "w:bottom", side, "w:left", side, "w:header", "540", "w:footer", "540", "w:gutter", "0")
	d.Empty("w:titlePg")
	if rightToLeft(d.lang) {
		d.Empty("w:bidi")
	}
	d.End()
}

// side begins a header or footer and returns a writer for its one part.
func (d *writer) side(name string) (*writer, *ooxml.Part) {
	part := d.pkg.Add("word/"+name+".xml", typeWord+strings.TrimRight(name, "0123456789")+"+xml", nil)
	root := "w:hdr"
	if strings.HasPrefix(name, "footer") {
		root = "w:ftr"
	}
	s := &writer{XML: ooxml.NewXML(), doc: d.doc, lang: d.lang, width: d.width}
	s.Start(root, "xmlns:w", nsWord, "xmlns:r", ooxml.NSRelationships)
	return s, part
}

// header names the parties and the story, on every page but the first.
func (d *writer) header() *ooxml.Part {
	s, part := d.side("header1")
	s.open("Header", rightToLeft(d.lang))
	who := cut(oneLine(cmp.Or(d.doc.Parties, d.doc.Client)), metrics.SansBold, d.width*0.55)
	s.run(who, manner{bold: true})
	s.tab()
	s.run(cut(oneLine(d.doc.Title), metrics.Sans, d.width*0.9-metrics.Width(metrics.SansBold, headSize, who)), manner{})
	s.End()
	part.Body = s.Bytes()
	return part
}

// headSize is the size of the words above a page, in points.
const headSize = 8.5

// cut shortens a text to a width, so that what stands above a page stays on
// one line.
func cut(text string, face metrics.Face, width float64) string {
	if metrics.Width(face, headSize, text) <= width {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && metrics.Width(face, headSize, string(runes)+"…") > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ,.;:") + "…"
}

// footer says who may read it, and which page it is.
func (d *writer) footer(n int) *ooxml.Part {
	s, part := d.side("footer" + strconv.Itoa(n))
	s.open("Footer", rightToLeft(d.lang))
	s.run(oneLine(d.doc.Confidentiality), manner{})
	s.tab()
	if v := oneLine(d.doc.VersionText); v != "" {
		s.run(v+" · ", manner{})
	}
	s.run(cmp.Or(oneLine(d.doc.Words.Page), "Page")+" ", manner{})
	s.field("PAGE")
	s.run(" / ", manner{})
	s.field("NUMPAGES")
	s.End()
	part.Body = s.Bytes()
	return part
}

func (d *writer) field(code string) {
	d.Start("w:fldSimple", "w:instr", code).Start("w:r").Element("w:t", "1").End().End()
}

// frame adds the parts that the body leans on.
func (d *writer) frame() {
	add := func(name, kind string, body []byte) {
		d.main.Relate(ooxml.RelOffice+"/"+kind, d.pkg.Add("word/"+name+".xml", typeWord+name+"+xml", body))
	}
	add("styles", "styles", d.branded(d.styles()))
	add("numbering", "numbering", d.numbering())
	add("settings", "settings", d.settings())
	d.main.Relate(ooxml.RelOffice+"/theme", d.pkg.Add("word/theme/theme1.xml", typeTheme, ooxml.Theme(d.doc.Brand, "Tendril")))
}

func (d *writer) settings() []byte {
	x := ooxml.NewXML().Start("w:settings", "xmlns:w", nsWord)
	x.Empty("w:zoom", "w:percent", "100")
	x.Empty("w:defaultTabStop", "w:val", "720")
	x.Empty("w:characterSpacingControl", "w:val", "doNotCompress")
	x.Start("w:compat")
	for _, c := range [][2]string{{"compatibilityMode", "15"}, {"overrideTableStyleFontSizeAndJustification", "1"}, {"enableOpenTypeFeatures", "1"}, {"doNotFlipMirrorIndents", "1"}} {
		x.Empty("w:compatSetting", "w:name", c[0], "w:uri", "http://schemas.microsoft.com/office/word", "w:val", c[1])
	}
	x.End()
	x.Empty("w:themeFontLang", "w:val", d.lang)
	x.Empty("w:clrSchemeMapping", "w:bg1", "light1", "w:t1", "dark1", "w:bg2", "light2", "w:t2", "dark2",
		"w:accent1", "accent1", "w:accent2", "accent2", "w:accent3", "accent3", "w:accent4", "accent4", "w:accent5", "accent5",
		"w:accent6", "accent6", "w:hyperlink", "hyperlink", "w:followedHyperlink", "followedHyperlink")
	x.Empty("w:decimalSymbol", "w:val", ".").Empty("w:listSeparator", "w:val", ",")
	return x.Bytes()
}

// numbering are the list of bullets, and one numbered list for each that the
// text has, which begins where the text says.
func (d *writer) numbering() []byte {
	x := ooxml.NewXML().Start("w:numbering", "xmlns:w", nsWord)
	level := func(i int, format, text string) {
		x.Start("w:lvl", "w:ilvl", strconv.Itoa(i)).Empty("w:start", "w:val", "1").Empty("w:numFmt", "w:val", format)
		x.Empty("w:lvlText", "w:val", text).Empty("w:lvlJc", "w:val", "left")
		x.Start("w:pPr").Empty("w:ind", "w:left", strconv.Itoa(300+i*300), "w:hanging", "300").End()
		x.End()
	}
	x.Start("w:abstractNum", "w:abstractNumId", "1").Empty("w:multiLevelType", "w:val", "hybridMultilevel")
	for i, sign := range []string{"•", "–", "•", "–"} {
		level(i, "bullet", sign)
	}
	x.End().Start("w:abstractNum", "w:abstractNumId", "2").Empty("w:multiLevelType", "w:val", "hybridMultilevel")
	for i := range 4 {
		level(i, "decimal", "%"+strconv.Itoa(i+1)+".")
	}
	x.End()
	x.Start("w:num", "w:numId", strconv.Itoa(bulletList)).Empty("w:abstractNumId", "w:val", "1").End()
	for i, start := range d.lists {
		x.Start("w:num", "w:numId", strconv.Itoa(bulletList+1+i)).Empty("w:abstractNumId", "w:val", "2")
		for l := range 4 {
			x.Start("w:lvlOverride", "w:ilvl", strconv.Itoa(l)).Empty("w:startOverride", "w:val", strconv.Itoa(start)).End()
		}
		x.End()
	}
	return x.Bytes()
}
