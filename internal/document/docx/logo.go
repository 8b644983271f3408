package docx

import (
	"cmp"
	"strconv"

	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// The room of a logo in the masthead, in points.
const logoW, logoH = 150.0, 30.0

const nsPicture = "http://schemas.openxmlformats.org/drawingml/2006/picture"

// logo writes the provider's logo into a paragraph.
func (d *writer) logo() {
	logo := d.doc.Brand.Logo
	w, h := logo.Fit(logoW*d.scale, logoH*d.scale)
	d.pkg.Default("png", "image/png")
	media := d.main.Relate(ooxml.RelOffice+"/image", d.pkg.Add("word/media/logo.png", "", logo.PNG))
	d.shapes += 2 // each of the two that a picture is has a number of its own
	id, inside, name := strconv.Itoa(d.shapes-1), strconv.Itoa(d.shapes), oneLine(cmp.Or(d.doc.Provider, "Logo"))
	d.Start("w:r").Start("w:drawing").Start("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	d.Empty("wp:extent", "cx", emu(w), "cy", emu(h))
	d.Empty("wp:docPr", "id", id, "name", "Logo "+id, "descr", name)
	d.Empty("wp:cNvGraphicFramePr")
	d.Start("a:graphic").Start("a:graphicData", "uri", nsPicture).Start("pic:pic", "xmlns:pic", nsPicture)
	d.Start("pic:nvPicPr").Empty("pic:cNvPr", "id", inside, "name", "Logo "+inside, "descr", name).Empty("pic:cNvPicPr").End()
	d.Start("pic:blipFill").Empty("a:blip", "r:embed", media).Start("a:stretch").Empty("a:fillRect").End().End()
	d.Start("pic:spPr").Start("a:xfrm").Empty("a:off", "x", "0", "y", "0").Empty("a:ext", "cx", emu(w), "cy", emu(h)).End()
	d.Start("a:prstGeom", "prst", "rect").Empty("a:avLst").End().End()
	d.End().End().End().End().End().End()
}
