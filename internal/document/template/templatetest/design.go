package templatetest

import (
	"fmt"
	"hash/crc32"
)

type layout struct{ attrs, name, shapes string }

// layouts are those of the template; the type says nothing of the one for
// titles only, so that its name has to.
func layouts(words string, usable bool) []layout {
	edge := text("Fußzeile", `type="ftr" sz="quarter" idx="11"`, "", "{{confidentiality}}") + number()
	cover := layout{` type="title" preserve="1"`, "Titelfolie", text("Titel", `type="ctrTitle"`, place(685800, 1600000, 7772400, 1470025), "Titel") +
		text("Untertitel", `type="subTitle" idx="1"`, place(685800, 3300000, 7772400, 1900000), "Untertitel") +
		text("Für", "", place(685800, 700000, 4000000, 400000), "Für {{acc", "ount}}, {{ Date }}{{quarter}}") +
		tagged("{{logo}}", place(6600000, 500000, 1900000, 800000)) + tagged("{{client_logo}}", place(6600000, 5600000, 1900000, 800000))}
	section := layout{` type="secHead"`, "Abschnitt", text("Titel", `type="title"`, place(685800, 4406900, 7772400, 1362075), "Titel") + text("Text", `type="body" idx="1"`, "", "Text")}
	if words != "" {
		cover.shapes += text("Satz", "", place(685800, 6000000, 4000000, 400000), words)
	}
	if !usable {
		return []layout{section}
	}
	return []layout{cover, section,
		{` type="obj"`, "Titel und Inhalt", text("Titel", `type="title"`, "", "Titel") + text("Inhalt", `idx="1"`, "", "Inhalt") + edge},
		{` userDrawn="1"`, "01_Nur Titel", text("Titel", `type="title"`, "", "Titel") + edge},
		{` type="blank"`, "Leer", edge},
	}
}

func place(x, y, w, h int) string {
	return fmt.Sprintf(`<a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>`, x, y, w, h)
}

// idOf is a number for a shape, the same each time.
func idOf(what string) uint32 { return crc32.ChecksumIEEE([]byte(what))%100_000 + 100 }

// text is a shape with words, a run each; ph are the attributes of its placeholder.
func text(name, ph, xfrm string, runs ...string) string {
	holder, geometry := "", ""
	if ph != "" {
		holder = `<p:ph ` + ph + `/>`
	} else {
		geometry = `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
	}
	out := fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s" descr="%s"/><p:cNvSpPr/><p:nvPr>%s</p:nvPr></p:nvSpPr><p:spPr>%s%s</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>`,
		idOf(name+ph+xfrm), name, Planted+".png", holder, xfrm, geometry)
	for _, r := range runs {
		out += `<a:r><a:rPr lang="de-DE"/><a:t>` + r + `</a:t></a:r>`
	}
	return out + `</a:p></p:txBody></p:sp>`
}

func number() string {
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="Nummer"/><p:cNvSpPr/><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/>`+
		`<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="de-DE"/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>`, idOf("number"))
}

// tagged is a rectangle that stands for a picture.
func tagged(tag, xfrm string) string {
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="Bild" descr="%s"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`, idOf(tag), tag, xfrm)
}

func masterXML(image, list string) string {
	level := func(n int) string {
		return fmt.Sprintf(`<a:lvl%dpPr><a:defRPr sz="%d"/></a:lvl%dpPr>`, n, 2800-n*200, n)
	}
	return head + `<p:sldMaster ` + ns + `><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>` + treeHead +
		`<p:pic><p:nvPicPr><p:cNvPr id="90" name="Band" descr="C:\Users\` + Planted + `\band.png"><a:hlinkClick r:id="rId99"/></p:cNvPr><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="` + image +
		`"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>` + place(0, 0, 9144000, 228600) + `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>` +
		text("Titel", `type="title"`, place(457200, 411480, 8229600, 1005840), "Titel") + text("Text", `type="body" idx="1"`, place(457200, 1600200, 8229600, 4525963), "Text") +
		text("Fußzeile", `type="ftr" sz="quarter" idx="3"`, place(3124200, 6356350, 2895600, 365125), "") + text("Nummer", `type="sldNum" sz="quarter" idx="4"`, place(6553200, 6356350, 2133600, 365125), "") +
		`</p:spTree>` + extension + `</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>` +
		`<p:sldLayoutIdLst>` + list + `</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="ctr"><a:defRPr sz="3600" b="1"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>` +
		`<p:bodyStyle>` + level(1) + level(2) + level(3) + `</p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1200"/></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`
}

func themeXML() string {
	colours := ""
	for _, c := range [][2]string{{"dk1", "1A1A2E"}, {"lt1", "FFFDF7"}, {"dk2", "7A1F3D"}, {"lt2", "F3E9DC"}, {"accent1", "C84B31"}, {"accent2", "7D6E83"},
		{"accent3", "E0A526"}, {"accent4", "8B0000"}, {"accent5", "2D4263"}, {"accent6", "346751"}, {"hlink", "2D4263"}, {"folHlink", "7D6E83"}} {
		colours += fmt.Sprintf(`<a:%s><a:srgbClr val="%s"/></a:%s>`, c[0], c[1], c[0])
	}
	fonts := ""
	for _, f := range [][2]string{{"majorFont", "Verdana"}, {"minorFont", "Hausschrift Grotesk"}} {
		fonts += fmt.Sprintf(`<a:%s><a:latin typeface="%s"/><a:ea typeface=""/><a:cs typeface=""/></a:%s>`, f[0], f[1], f[0])
	}
	three := func(s string) string { return s + s + s }
	fill := `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	return head + `<a:theme ` + ns + ` name="Haus"><a:themeElements><a:clrScheme name="Haus">` + colours + `</a:clrScheme><a:fontScheme name="Haus">` + fonts +
		`</a:fontScheme><a:fmtScheme name="Haus"><a:fillStyleLst>` + three(fill) + `</a:fillStyleLst><a:lnStyleLst>` + three(`<a:ln>`+fill+`</a:ln>`) +
		`</a:lnStyleLst><a:effectStyleLst>` + three(`<a:effectStyle><a:effectLst/></a:effectStyle>`) + `</a:effectStyleLst><a:bgFillStyleLst>` + three(fill) +
		`</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}
