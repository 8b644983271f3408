package ooxml

import (
	"cmp"
	"regexp"

	"github.com/tendril-app/tendril/internal/story/model"
)

// Paper, ink, one green: the document's own colours.
const (
	colourInk    = "181B18"
	colourInk2   = "474D47"
	colourPaper  = "FFFFFF"
	colourPaper2 = "F7F8F6"
	colourGreen  = "1B7446"
	colourClaim  = "6A716A"
	colourAmber  = "8A5800"
	colourRed    = "B3261E"
	colourBlue   = "3973AB"
	colourPlum   = "921864"
	colourLink   = "1F5FBF"
)

var hexColour = regexp.MustCompile(`^[0-9A-Fa-f]{6}$`)

// IsColour reports whether a text is a colour as a file writes it, "RRGGBB".
func IsColour(text string) bool { return hexColour.MatchString(text) }

func colourOr(own, ours string) string {
	if IsColour(own) {
		return own
	}
	return ours
}

// Theme is the theme's part, the one place where colours and typefaces are
// named; what a brand leaves open is ours.
func Theme(b model.Brand, name string) []byte {
	x := NewXML().Start("a:theme", "xmlns:a", NSDrawing, "name", name)
	x.Start("a:themeElements").Start("a:clrScheme", "name", name)
	for _, c := range [][2]string{
		{"dk1", colourOr(b.Ink, colourInk)}, {"lt1", colourPaper}, {"dk2", colourInk2}, {"lt2", colourPaper2},
		{"accent1", colourOr(b.Accent, colourGreen)}, {"accent2", colourClaim}, {"accent3", colourAmber},
		{"accent4", colourRed}, {"accent5", colourBlue}, {"accent6", colourPlum},
		{"hlink", colourLink}, {"folHlink", colourInk2},
	} {
		x.Start("a:"+c[0]).Empty("a:srgbClr", "val", c[1]).End()
	}
	x.End().Start("a:fontScheme", "name", name)
	for _, kind := range []string{"a:majorFont", "a:minorFont"} {
		x.Start(kind).Empty("a:latin", "typeface", cmp.Or(Clean(b.Sans), "Arial")).
			Empty("a:ea", "typeface", "").Empty("a:cs", "typeface", "").End()
	}
	x.End()
	x.Raw(`<a:fmtScheme name="` + name + `"><a:fillStyleLst>` + three(`<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`) +
		`</a:fillStyleLst><a:lnStyleLst>` + three(`<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`) +
		`</a:lnStyleLst><a:effectStyleLst>` + three(`<a:effectStyle><a:effectLst/></a:effectStyle>`) +
		`</a:effectStyleLst><a:bgFillStyleLst>` + three(`<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`) + `</a:bgFillStyleLst></a:fmtScheme>`)
	return x.Bytes()
}

func three(s string) string { return s + s + s }
