// Package templatetest makes presentations to try templates with.
package templatetest

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// Planted is a word that stands in everything of a made template that is not
// its design: no file made with the template may hold it.
const Planted = "Quellwasser"

// The parts' content types.
const (
	office    = "application/vnd.openxmlformats-officedocument."
	slides    = office + "presentationml."
	ns        = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
	head      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	treeHead  = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>`
	extension = `<p:extLst><p:ext uri="{2F0C4C00-0000-4000-8000-000000000000}"><x:note xmlns:x="urn:planted">` + Planted + `</x:note></p:ext></p:extLst>`
)

// House makes a template as a company has it: 4:3, a dark band, typefaces and
// colours of its own, layouts named in German, tokens, a logo's place, and old
// slides with everything that hangs on such.
func House() []byte { return house(ooxml.NewPackage(), "", "", true) }

// Saying is House with a sentence on its cover.
func Saying(words string) []byte { return house(ooxml.NewPackage(), "", words, true) }

// WithMacros is House with a macro project in it.
func WithMacros() []byte {
	p := ooxml.NewPackage()
	p.Default("bin", "application/vnd.ms-office.vbaProject")
	return house(p, "macro", "", true)
}

// WithoutLayout is House without a layout that a slide of ours can stand on.
func WithoutLayout() []byte { return house(ooxml.NewPackage(), "", "", false) }

// Logo makes a picture of a width and a height in pixels.
func Logo(w, h int) []byte {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.RGBA{R: 20, G: 90, B: 160, A: 255})
		}
	}
	var b bytes.Buffer
	_ = png.Encode(&b, img) // a picture in memory is always encoded
	return b.Bytes()
}

func house(pkg *ooxml.Package, macro, words string, usable bool) []byte {
	pkg.Default("png", "image/png")
	pres := pkg.Add("ppt/presentation.xml", slides+"presentation.main+xml", nil)
	pkg.Relate(ooxml.RelDocument, pres)
	master := pkg.Add("ppt/slideMasters/slideMaster1.xml", slides+"slideMaster+xml", nil)
	theme := pkg.Add("ppt/theme/theme1.xml", office+"theme+xml", []byte(themeXML()))
	master.Relate(ooxml.RelOffice+"/theme", theme)
	band := pkg.Add("ppt/media/band.png", "", Logo(8, 2))
	var list strings.Builder
	for i, l := range layouts(words, usable) {
		part := pkg.Add(fmt.Sprintf("ppt/slideLayouts/slideLayout%d.xml", i+1), slides+"slideLayout+xml", nil)
		part.Relate(ooxml.RelOffice+"/slideMaster", master)
		link := part.Relate(ooxml.RelOffice+"/tags", pkg.Add(fmt.Sprintf("ppt/tags/tag%d.xml", i+1), slides+"tags+xml", planted("p:tagLst")))
		part.Body = []byte(head + `<p:sldLayout ` + ns + l.attrs + `><p:cSld name="` + l.name + `"><p:spTree>` + treeHead + l.shapes +
			`</p:spTree><p:custDataLst><p:tags r:id="` + link + `"/></p:custDataLst>` + extension + `</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`)
		fmt.Fprintf(&list, `<p:sldLayoutId id="%d" r:id="%s"/>`, 2147483661+i, master.Relate(ooxml.RelOffice+"/slideLayout", part))
	}
	master.Body = []byte(masterXML(master.Relate(ooxml.RelOffice+"/image", band), list.String()))
	pres.Body = []byte(presentation(pkg, pres, master, macro))
	var b bytes.Buffer
	_ = pkg.Write(&b, time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)) // nothing in it can fail
	return b.Bytes()
}

func planted(root string) []byte {
	return []byte(head + `<` + root + ` ` + ns + `><a:t>` + Planted + `</a:t></` + root + `>`)
}

// presentation adds old slides and what hangs on them.
func presentation(pkg *ooxml.Package, pres, master *ooxml.Part, macro string) string {
	old := pkg.Add("ppt/slides/slide1.xml", slides+"slide+xml", nil)
	picture := pkg.Add("ppt/media/"+Planted+".png", "", append(Logo(3, 3), Planted...))
	old.Relate(ooxml.RelOffice+"/slideMaster", master)
	embed := old.Relate(ooxml.RelOffice+"/image", picture)
	old.Relate(ooxml.RelOffice+"/notesSlide", pkg.Add("ppt/notesSlides/notesSlide1.xml", slides+"notesSlide+xml", planted("p:notes")))
	old.Relate(ooxml.RelOffice+"/comments", pkg.Add("ppt/comments/comment1.xml", slides+"comments+xml", planted("p:cmLst")))
	old.Relate(ooxml.RelOffice+"/package", pkg.Add("ppt/embeddings/old.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []byte(Planted)))
	old.Body = []byte(head + `<p:sld ` + ns + `><p:cSld><p:spTree>` + treeHead + text("Old", `type="title"`, "", Planted+" in an old slide") +
		`<p:pic><p:nvPicPr><p:cNvPr id="9" name="Old" descr="` + Planted + `"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="` + embed +
		`"/></p:blipFill><p:spPr/></p:pic></p:spTree></p:cSld></p:sld>`)
	pres.Relate(ooxml.RelOffice+"/commentAuthors", pkg.Add("ppt/commentAuthors.xml", slides+"commentAuthors+xml", planted("p:cmAuthorLst")))
	pres.Relate(ooxml.RelOffice+"/customXml", pkg.Add("customXml/item1.xml", "application/xml", planted("p:data")))
	pkg.Relate(ooxml.RelOffice+"/custom-properties", pkg.Add("docProps/custom.xml", office+"custom-properties+xml", planted("p:Properties")))
	pkg.Relate("http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail", pkg.Add("docProps/thumbnail.png", "", append(Logo(4, 3), Planted...)))
	pkg.AddProperties(ooxml.Properties{Title: Planted, Author: Planted, Company: Planted, Date: time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)})
	if macro != "" {
		pres.Relate("http://schemas.microsoft.com/office/2006/relationships/vbaProject", pkg.Add("ppt/vbaProject.bin", "", []byte(Planted)))
	}
	return head + `<p:presentation ` + ns + `><p:sldMasterIdLst><p:sldMasterId id="2147483660" r:id="` + pres.Relate(ooxml.RelOffice+"/slideMaster", master) +
		`"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="` + pres.Relate(ooxml.RelOffice+"/slide", old) + `"/></p:sldIdLst>` +
		`<p:sldSz cx="9144000" cy="6858000" type="screen4x3"/><p:notesSz cx="6858000" cy="9144000"/>` +
		`<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">` +
		`<p14:section name="` + Planted + `" id="{00000000-0000-4000-8000-000000000000}"><p14:sldIdLst/></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>`
}
