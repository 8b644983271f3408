package document

import "github.com/tendril-app/tendril/internal/document/ooxml"

// The logo stands at the top right of the cover, above what says who may read it.
const (
	logoTop    = 26.0
	logoW      = 200.0
	logoH      = 34.0
	underLogo  = 68.0
	underLogoH = 24.0
)

// logo draws the provider's logo on the layout of covers, so that a slide that is
// added later has it too.
func (s *slide) logo(part *ooxml.Part) {
	logo := s.deck.doc.Brand.Logo
	w, h := logo.Fit(logoW, logoH)
	if w <= 0 {
		return
	}
	s.deck.pkg.Default("png", "image/png")
	media := s.deck.pkg.Add("ppt/media/logo.png", "", logo.PNG)
	x := s.x.Start("p:pic").Start("p:nvPicPr")
	s.head("Logo", word(s.deck.doc.Provider, "Logo"), false)
	x.Raw(`<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/>`).End()
	x.Start("p:blipFill").Empty("a:blip", "r:embed", part.Relate(ooxml.RelOffice+"/image", media)).
		Raw(`<a:stretch><a:fillRect/></a:stretch>`).End()
	x.Start("p:spPr")
	s.xfrm("a:xfrm", rect{X: slideW - margin - w, Y: logoTop, W: w, H: h})
	x.Raw(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`).End().End()
}

// belowLogo are the places of a cover with a logo.
func (d *deck) belowLogo(holders []holder) []holder {
	if d.doc.Brand.Logo == nil {
		return holders
	}
	out := append([]holder(nil), holders...)
	for i := range out {
		if out[i].name == "Confidentiality" {
			out[i].r.Y, out[i].r.H = underLogo, underLogoH
		}
	}
	return out
}
