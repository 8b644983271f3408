package ooxml

import (
	"cmp"
	"strconv"
	"time"
)

// Relationship types shared by all kinds of document.
const (
	RelOffice   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	RelDocument = RelOffice + "/officeDocument"
	RelChart    = RelOffice + "/chart"
	RelPackage  = RelOffice + "/package"
	relCore     = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	relApp      = RelOffice + "/extended-properties"
)

// Namespaces shared by all kinds of document.
const (
	NSDrawing       = "http://schemas.openxmlformats.org/drawingml/2006/main"
	NSChart         = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	NSRelationships = RelOffice
)

// Properties are a document's properties: what a file manager shows. They
// name no machine and no program version.
type Properties struct {
	Title, Subject, Author, Company, Language, Version string
	Date                                               time.Time
	// Slides and Notes are counted in a presentation, 0 elsewhere.
	Slides, Notes int
	// Format names a presentation's shape; empty means a wide screen.
	Format string
}

// AddProperties adds the core and extended properties to a package.
func (p *Package) AddProperties(q Properties) {
	x := NewXML().Start("cp:coreProperties",
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	some := func(name, text string) {
		if text = Clean(text); text != "" {
			x.Element(name, text)
		}
	}
	day := q.Date.UTC().Format(time.RFC3339)
	some("dc:title", q.Title)
	some("dc:subject", q.Subject)
	some("dc:creator", q.Author)
	some("cp:lastModifiedBy", q.Author)
	x.Element("dcterms:created", day, "xsi:type", "dcterms:W3CDTF")
	x.Element("dcterms:modified", day, "xsi:type", "dcterms:W3CDTF")
	some("dc:language", q.Language)
	some("cp:version", q.Version)
	p.Relate(relCore, p.Add("docProps/core.xml",
		"application/vnd.openxmlformats-package.core-properties+xml", x.Bytes()))

	x = NewXML().Start("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	x.Element("Application", "Tendril")
	if q.Slides > 0 {
		x.Element("PresentationFormat", cmp.Or(q.Format, "Widescreen"))
		x.Element("Slides", strconv.Itoa(q.Slides))
		x.Element("Notes", strconv.Itoa(q.Notes))
		x.Element("HiddenSlides", "0")
	}
	some("Company", q.Company)
	p.Relate(relApp, p.Add("docProps/app.xml",
		"application/vnd.openxmlformats-officedocument.extended-properties+xml", x.Bytes()))
}
