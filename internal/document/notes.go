package document

import (
	"fmt"

	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

const (
	typeNotes       = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
	typeNotesMaster = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml"
	relNotes        = ooxml.RelOffice + "/notesSlide"
	relNotesMaster  = ooxml.RelOffice + "/notesMaster"
)

// addNotes adds a slide's speaker notes, and the master of all notes with the
// first of them.
func (d *deck) addNotes(of *slide) {
	if d.notes == nil {
		d.addNotesMaster()
	}
	part := d.pkg.Add(fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", of.number), typeNotes, nil)
	part.Relate(relNotesMaster, d.notes)
	part.Relate(relSlide, of.part)
	of.part.Relate(relNotes, part)
	s := &slide{deck: d, x: ooxml.NewXML(), lastID: 1}
	openTree(s.x, "p:notes", "")
	s.slideImage(nil)
	var paras []para
	for _, n := range of.notes {
		paras = append(paras, para{spans: []span{{text: n}}, bare: true})
	}
	s.placeholder("Notes", "body", 1, nil, 1, paras)
	s.x.End().End()
	s.x.Raw(`<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`)
	part.Body = s.x.Bytes()
}

func (s *slide) slideImage(r *rect) {
	x := s.x.Start("p:sp").Start("p:nvSpPr")
	s.head("Slide image", "", false)
	x.Raw(`<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>`)
	x.Start("p:nvPr").Empty("p:ph", "type", "sldImg").End().End().Start("p:spPr")
	if r != nil {
		s.xfrm("a:xfrm", *r)
		x.Raw(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>` + line(0.5, inkHair, ""))
	}
	x.End().End()
}

func (d *deck) addNotesMaster() {
	d.notes = d.pkg.Add("ppt/notesMasters/notesMaster1.xml", typeNotesMaster, nil)
	d.notes.Relate(relTheme, d.pkg.Add(fmt.Sprintf("ppt/theme/theme%d.xml", len(d.masters())+1), typeTheme, ooxml.Theme(model.Brand{}, "Tendril notes")))
	s := &slide{deck: d, x: ooxml.NewXML(), lastID: 1}
	openTree(s.x, "p:notesMaster", "")
	s.slideImage(&rect{X: 54, Y: 54, W: 432, H: 243})
	s.holder(holder{name: "Notes", kind: "body", idx: 1, r: rect{X: 54, Y: 324, W: 432, H: 350}, size: 12, prompt: "Notes"}, true)
	s.x.End().End()
	s.x.Raw(colourMap)
	s.x.Start("p:notesStyle").Start("a:lvl1pPr", "marL", "0", "algn", "l", "rtl", "0")
	s.x.Raw(`<a:spcBef><a:spcPts val="400"/></a:spcBef>`)
	s.defaultRun(12)
	s.x.End().End()
	d.notes.Body = s.x.Bytes()
}
