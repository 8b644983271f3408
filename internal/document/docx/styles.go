package docx

import (
	"bytes"
	"strconv"

	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// themeColours are the fallbacks of the theme's colours, for readers that know
// no themes.
var themeColours = map[string]string{
	"text1": "181B18", "text2": "474D47", "accent1": "1B7446", "accent2": "6A716A", "accent3": "8A5800", "accent4": "B3261E",
}

// colour is a colour of the theme, so that a brand recolours everything.
func colour(theme string) string {
	return `<w:color w:val="` + themeColours[theme] + `" w:themeColor="` + theme + `"/>`
}

// branded is a part with the brand's accent for readers that know no themes, too.
func (d *writer) branded(part []byte) []byte {
	if !ooxml.IsColour(d.doc.Brand.Accent) {
		return part
	}
	const theme = `" w:themeColor="accent1"`
	return bytes.ReplaceAll(part, []byte(`"`+themeColours["accent1"]+theme), []byte(`"`+d.doc.Brand.Accent+theme))
}

// style is one paragraph style. Lengths are in points.
type style struct {
	id, name, next         string
	size, before, after    float64
	line                   float64 // of the size; 0 is the base's
	bold                   bool
	serif, keepNext, whole bool
	ink                    string // a theme's colour; "" is the base's
	indent, hanging        float64
	more                   string // borders, tabs: markup before the spacing
	outline                int    // 1 to 3 for headings
}

const (
	ruleUnder = `<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="181B18" w:themeColor="text1"/></w:pBdr>`
	ruleAbove = `<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="C9CDC9"/></w:pBdr>`
	ruleSide  = `<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="1B7446" w:themeColor="accent1"/></w:pBdr>`
)

// paragraphStyles are the document's, Word's own names where it has one.
func paragraphStyles(width float64) []style {
	atEnd := `<w:tabs><w:tab w:val="right" w:pos="` + twips(width) + `"/></w:tabs>`
	return []style{
		{id: "Masthead", name: "Masthead", size: 9, after: 20, more: ruleUnder + atEnd},
		{id: "Title", name: "Title", next: "Subtitle", size: 26, bold: true, after: 6, line: 1.1, keepNext: true},
		{id: "Subtitle", name: "Subtitle", next: "BodyText", size: 14, ink: "text2", after: 6, line: 1.2},
		{id: "Teams", name: "Teams", size: 9, ink: "text2", after: 6},
		{id: "Heading1", name: "heading 1", next: "BodyText", size: 17, bold: true, before: 26, after: 6, line: 1.15, keepNext: true, whole: true, outline: 1},
		{id: "Heading2", name: "heading 2", next: "BodyText", size: 12, bold: true, before: 12, after: 4, keepNext: true, whole: true, outline: 2},
		{id: "Heading3", name: "heading 3", next: "BodyText", size: 10.5, bold: true, before: 8, after: 3, keepNext: true, whole: true, outline: 3},
		{id: "BodyText", name: "Body Text", after: 6},
		{id: "Lead", name: "Lead", size: 11, ink: "text2", after: 8, keepNext: true},
		{id: "Empty", name: "Nothing Yet", size: 11, ink: "text2", after: 8},
		{id: "ListBullet", name: "List Bullet", after: 3, indent: 15, hanging: 15},
		{id: "ListNumber", name: "List Number", after: 3, indent: 15, hanging: 15},
		{id: "Quote", name: "Quote", next: "QuoteBy", size: 13, serif: true, before: 8, after: 3, line: 1.25, keepNext: true, whole: true, indent: 14, more: ruleSide},
		{id: "QuoteBy", name: "Quote By", size: 9, ink: "text2", after: 4, indent: 14, more: ruleSide},
		{id: "QuoteMeasured", name: "Quote Measured", size: 9.5, after: 8, indent: 14, more: ruleSide},
		{id: "FigureValue", name: "Figure Value", size: 26, bold: true, before: 4, line: 1.05, keepNext: true},
		{id: "FigureLabel", name: "Figure Label", size: 9.5, bold: true, after: 2},
		{id: "FigureDetail", name: "Figure Detail", size: 9, ink: "text2", after: 2},
		{id: "Caption", name: "caption", size: 9.5, bold: true, before: 6, after: 2, keepNext: true},
		{id: "Picture", name: "Picture", before: 4, after: 4, keepNext: true},
		{id: "Dated", name: "Dated", size: 9.5, after: 2, indent: 84, hanging: 84},
		{id: "Small", name: "Small", size: 8.5, ink: "text2", after: 2},
		{id: "Proof", name: "Proof", size: 8.5, ink: "text2", before: 8, after: 2},
		{id: "TableHead", name: "Table Head", size: 8.5, ink: "text2", keepNext: true, line: 1.1},
		{id: "TableText", name: "Table Text", size: 9, line: 1.15},
		{id: "TableDetail", name: "Table Detail", size: 8, ink: "text2", line: 1.15},
		{id: "TableGroup", name: "Table Group", size: 9, bold: true, before: 4, keepNext: true},
		{id: "Gap", name: "Gap", size: 4},
		{id: "Closing", name: "Closing Line", size: 8.5, ink: "text2", before: 24, whole: true, more: ruleAbove},
		{id: "Header", name: "header", size: 8.5, ink: "text2", more: atEnd},
		{id: "Footer", name: "footer", size: 8.5, ink: "text2", more: atEnd},
	}
}

func (d *writer) styles() []byte {
	x := ooxml.NewXML().Start("w:styles", "xmlns:w", nsWord)
	x.Start("w:docDefaults").Start("w:rPrDefault").Start("w:rPr")
	x.Empty("w:rFonts", "w:asciiTheme", "minorHAnsi", "w:hAnsiTheme", "minorHAnsi", "w:eastAsiaTheme", "minorEastAsia", "w:cstheme", "minorBidi")
	x.Raw(colour("text1"))
	x.Empty("w:sz", "w:val", "20").Empty("w:szCs", "w:val", "20")
	attrs := []string{"w:val", d.lang, "w:eastAsia", "ja-JP"}
	if rightToLeft(d.lang) {
		attrs = append(attrs, "w:bidi", d.lang)
	}
	x.Empty("w:lang", attrs...)
	x.End().End().Start("w:pPrDefault").Start("w:pPr")
	x.Empty("w:widowControl").Empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", "300", "w:lineRule", "auto")
	x.End().End().End()
	x.Start("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal").Empty("w:name", "w:val", "Normal").Empty("w:qFormat").End()
	x.Start("w:style", "w:type", "character", "w:default", "1", "w:styleId", "DefaultParagraphFont").Empty("w:name", "w:val", "Default Paragraph Font").End()
	d.tableStyles(x)
	serif := ooxml.Clean(d.doc.Brand.Serif)
	if serif == "" {
		serif = "Georgia"
	}
	for _, s := range paragraphStyles(d.width) {
		if d.doc.Close() {
			s.close(d.scale)
		}
		s.write(x, serif)
	}
	x.Start("w:style", "w:type", "character", "w:customStyle", "1", "w:styleId", "ClientWords").Empty("w:name", "w:val", "Client Words")
	x.Start("w:rPr").Empty("w:rFonts", "w:ascii", serif, "w:hAnsi", serif, "w:cs", serif).End().End()
	return x.Bytes()
}

// closely are the size, the space before and the space after of styles in a
// document that is to fit one page.
var closely = map[string][3]float64{
	"Masthead": {8.5, 0, 10}, "Title": {18, 0, 3}, "Subtitle": {10.5, 0, 3}, "Heading1": {10.5, 7, 2}, "Heading2": {9.5, 4, 1},
	"BodyText": {8.8, 0, 2}, "ListBullet": {8.8, 0, 1}, "ListNumber": {8.8, 0, 1}, "FigureValue": {16, 0, 0}, "FigureLabel": {8.8, 0, 0},
	"FigureDetail": {8, 0, 1}, "Picture": {0, 0, 0}, "Caption": {8.8, 0, 1}, "Small": {7.5, 0, 1}, "Proof": {7.5, 3, 0}, "TableHead": {7.5, 0, 0},
	"TableText": {8.4, 0, 0}, "TableDetail": {7.4, 0, 0}, "Gap": {2, 0, 0}, "Closing": {7.5, 6, 0},
}

// close sets a style closer, and as much smaller as the document takes.
func (s *style) close(scale float64) {
	if c, ok := closely[s.id]; ok {
		s.size, s.before, s.after = c[0], c[1], c[2]
		if s.line == 0 {
			s.line = 1.14
		}
	}
	s.size, s.before, s.after, s.indent, s.hanging = s.size*scale, s.before*scale, s.after*scale, s.indent*scale, s.hanging*scale
}

func (s *style) write(x *ooxml.XML, serif string) {
	attrs := []string{"w:type", "paragraph"}
	switch s.id {
	case "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "BodyText", "ListBullet", "ListNumber", "Quote", "Caption", "Header", "Footer":
	default:
		attrs = append(attrs, "w:customStyle", "1")
	}
	x.Start("w:style", append(attrs, "w:styleId", s.id)...).Empty("w:name", "w:val", s.name)
	x.Empty("w:basedOn", "w:val", "Normal")
	if s.next != "" {
		x.Empty("w:next", "w:val", s.next)
	}
	x.Empty("w:qFormat")
	x.Start("w:pPr")
	if s.keepNext {
		x.Empty("w:keepNext")
	}
	if s.whole {
		x.Empty("w:keepLines")
	}
	x.Raw(s.more)
	spacing := []string{"w:before", twips(s.before), "w:after", twips(s.after)}
	if s.line > 0 {
		spacing = append(spacing, "w:line", strconv.Itoa(int(s.line*240+0.5)), "w:lineRule", "auto")
	}
	x.Empty("w:spacing", spacing...)
	if s.indent > 0 {
		x.Empty("w:ind", "w:left", twips(s.indent), "w:hanging", twips(s.hanging))
	}
	if s.outline > 0 {
		x.Empty("w:outlineLvl", "w:val", strconv.Itoa(s.outline-1))
	}
	x.End().Start("w:rPr")
	if s.serif {
		x.Empty("w:rFonts", "w:ascii", serif, "w:hAnsi", serif, "w:cs", serif)
	}
	if s.bold {
		x.Empty("w:b").Empty("w:bCs")
	}
	if s.ink != "" {
		x.Raw(colour(s.ink))
	}
	if s.size > 0 {
		half := strconv.Itoa(int(s.size*2 + 0.5))
		x.Empty("w:sz", "w:val", half).Empty("w:szCs", "w:val", half)
	}
	x.End().End()
}

// tableStyles are Word's own table without anything, ours with a rule under
// each row, and the one of the big figures.
func (d *writer) tableStyles(x *ooxml.XML) {
	cell := func(top, left, right string) {
		x.Start("w:tblCellMar").Empty("w:top", "w:w", top, "w:type", "dxa").Empty("w:left", "w:w", left, "w:type", "dxa").
			Empty("w:bottom", "w:w", top, "w:type", "dxa").Empty("w:right", "w:w", right, "w:type", "dxa").End()
	}
	x.Start("w:style", "w:type", "table", "w:default", "1", "w:styleId", "TableNormal").Empty("w:name", "w:val", "Normal Table")
	x.Empty("w:uiPriority", "w:val", "99").Empty("w:semiHidden").Empty("w:unhideWhenUsed")
	x.Start("w:tblPr").Empty("w:tblInd", "w:w", "0", "w:type", "dxa")
	cell("0", "108", "108")
	x.End().End()
	x.Start("w:style", "w:type", "table", "w:customStyle", "1", "w:styleId", "StoryTable").Empty("w:name", "w:val", "Story Table").Empty("w:basedOn", "w:val", "TableNormal")
	x.Start("w:tblPr")
	x.Raw(`<w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="C9CDC9"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="DDE0DD"/></w:tblBorders>`)
	pad := "60"
	if d.doc.Close() {
		pad = "24"
	}
	cell(pad, "80", "80")
	x.End()
	x.Raw(`<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="181B18" w:themeColor="text1"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`)
	x.End()
	x.Start("w:style", "w:type", "table", "w:customStyle", "1", "w:styleId", "FigureTable").Empty("w:name", "w:val", "Figure Table").Empty("w:basedOn", "w:val", "TableNormal")
	x.Start("w:tblPr")
	cell("0", "0", "240")
	x.End().End()
}
