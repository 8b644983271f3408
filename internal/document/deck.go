package document

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// deck is a presentation being written.
type deck struct {
	doc     *model.Document
	o       Options
	pkg     *ooxml.Package
	date    time.Time
	lang    string
	serif   string
	rtl     bool
	pres    *ooxml.Part
	master  *ooxml.Part
	layouts map[layoutKind]*ooxml.Part
	slides  []*slide
	charts  int
	notes   *ooxml.Part
	theme   *ooxml.Part
	area    string // the fill of proved value
	house   *house // the company's own design; nil for ours
}

const (
	typePresentation = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
	typeSlide        = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
	typeProps        = "application/vnd.openxmlformats-officedocument.presentationml.presProps+xml"
	typeTableStyles  = "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml"
	relSlide         = ooxml.RelOffice + "/slide"
)

func newDeck(doc *model.Document, o Options, date time.Time) *deck {
	d := &deck{doc: doc, o: o, pkg: ooxml.NewPackage(), date: date, lang: language(doc),
		serif: word(ooxml.Clean(doc.Brand.Serif), "Georgia"), layouts: map[layoutKind]*ooxml.Part{}, area: inkArea}
	switch base, _, _ := strings.Cut(d.lang, "-"); base {
	case "ar", "he", "fa", "ur", "yi":
		d.rtl = true
	}
	if ooxml.IsColour(doc.Brand.AccentSoft) {
		d.area = `<a:srgbClr val="` + doc.Brand.AccentSoft + `"/>`
	}
	return d
}

func (d *deck) build() error {
	d.pres = d.pkg.Add("ppt/presentation.xml", typePresentation, nil)
	d.pkg.Relate(ooxml.RelDocument, d.pres)
	if d.o.Template != nil {
		d.enter(d.o.Template)
	} else {
		d.addMaster()
	}
	for i := range d.doc.Pages {
		page := &d.doc.Pages[i]
		var err error
		if page.Key == model.KeyTitle {
			err = d.cover(page)
		} else {
			err = d.page(page, i == len(d.doc.Pages)-1)
		}
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	if d.o.Tables {
		if err := d.tables(); err != nil {
			return err
		}
	}
	d.finish()
	return nil
}

// tables adds the table behind each value picture as pages of their own.
func (d *deck) tables() error {
	for i := range d.doc.Pages {
		p := &d.doc.Pages[i]
		if p.Key == model.KeyTitle {
			continue
		}
		for _, b := range p.Blocks {
			if b.Value == nil || len(b.Value.Points) == 0 {
				continue
			}
			t := model.Page{Key: model.KeyAppendix, Title: p.Title, Subtitle: p.Subtitle, Foot: p.Foot,
				Blocks: []model.Block{{Table: b.Value.Table(d.doc.Words)}}}
			if err := d.page(&t, false); err != nil {
				return err
			}
		}
	}
	return nil
}

// newSlide starts a slide on a layout.
func (d *deck) newSlide(kind layoutKind) *slide {
	n := len(d.slides) + 1
	s := &slide{deck: d, x: ooxml.NewXML(), layout: kind, lastID: 1, number: n}
	s.part = d.pkg.Add(fmt.Sprintf("ppt/slides/slide%d.xml", n), typeSlide, nil)
	s.area = rect{X: margin, Y: titleTop, W: contentW, H: contentBottom - titleTop}
	if d.house != nil {
		d.house.stand(s)
	}
	s.part.Relate(relLayout, d.layouts[s.layout])
	openTree(s.x, "p:sld", "")
	d.slides = append(d.slides, s)
	return s
}

// addChart adds a native chart's part and returns the id the slide knows it by.
func (s *slide) addChart(c *model.Chart, width float64) (string, error) {
	s.deck.charts++
	part, err := chart.Add(s.deck.pkg, c, s.deck.charts, chart.Style{
		Sans: "+mn-lt", Language: s.deck.lang, TextSize: chartText * s.type1(), Date: s.deck.date, Width: width * s.scale(), Folder: "ppt"})
	if err != nil {
		return "", err
	}
	return s.part.Relate(ooxml.RelChart, part), nil
}

// finish closes the slides and writes what holds them together.
func (d *deck) finish() {
	noted := 0
	for _, s := range d.slides {
		s.x.End().End()
		s.x.Raw(`<p:clrMapOvr>` + s.colourMap() + `</p:clrMapOvr>`)
		s.part.Body = s.x.Bytes()
		if d.o.Notes && len(s.notes) > 0 {
			d.addNotes(s)
			noted++
		}
	}
	x := ooxml.NewXML().Start("p:presentation", "xmlns:a", ooxml.NSDrawing, "xmlns:r", ooxml.NSRelationships,
		"xmlns:p", xmlns, "saveSubsetFonts", "1")
	x.Start("p:sldMasterIdLst")
	for _, m := range d.masters() {
		x.Empty("p:sldMasterId", "id", m.id, "r:id", d.pres.Relate(relMaster, m.part))
	}
	x.End()
	if d.notes != nil {
		x.Start("p:notesMasterIdLst").Empty("p:notesMasterId", "r:id", d.pres.Relate(relNotesMaster, d.notes)).End()
	}
	if len(d.slides) > 0 {
		x.Start("p:sldIdLst")
		for i, s := range d.slides {
			x.Empty("p:sldId", "id", strconv.Itoa(256+i), "r:id", d.pres.Relate(relSlide, s.part))
		}
		x.End()
	}
	w, h := d.slideSize()
	x.Empty("p:sldSz", "cx", emu(w), "cy", emu(h)).Empty("p:notesSz", "cx", "6858000", "cy", "9144000")
	if own := d.house.defaultText(); own != "" {
		x.Raw(own)
	} else {
		x.Start("p:defaultTextStyle").Start("a:defPPr").Empty("a:defRPr", "lang", d.lang).End().End()
	}
	d.pres.Body = x.Bytes()
	d.pres.Relate(relTheme, d.theme)
	d.pres.Relate(ooxml.RelOffice+"/presProps", d.pkg.Add("ppt/presProps.xml", typeProps,
		ooxml.NewXML().Empty("p:presentationPr", "xmlns:a", ooxml.NSDrawing, "xmlns:r", ooxml.NSRelationships, "xmlns:p", xmlns).Bytes()))
	styles := d.house.tableStyles()
	if styles == nil {
		styles = d.pkg.Add("ppt/tableStyles.xml", typeTableStyles,
			ooxml.NewXML().Empty("a:tblStyleLst", "xmlns:a", ooxml.NSDrawing, "def", noStyle).Bytes())
	}
	d.pres.Relate(ooxml.RelOffice+"/tableStyles", styles)
	d.pkg.AddProperties(ooxml.Properties{
		Title: d.doc.Title, Subject: d.doc.Subtitle, Author: d.doc.FileAuthor(), Company: d.doc.Provider,
		Language: d.lang, Version: d.doc.Version, Date: d.date, Slides: len(d.slides), Notes: noted, Format: formatOf(w, h)})
}
