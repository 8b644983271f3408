// Package ooxmltest checks Office Open XML packages the way a strict reader
// would: what it refuses, an office program repairs or drops in silence.
package ooxmltest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// Package is a package taken apart.
type Package struct {
	// Names are the entries in the zip's order; Parts their bytes.
	Names []string
	Parts map[string][]byte
}

// Open reads a package.
func Open(file []byte) (*Package, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fmt.Errorf("opening the package: %w", err)
	}
	p := &Package{Parts: map[string][]byte{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("opening %s: %w", f.Name, err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", f.Name, err)
		}
		p.Names = append(p.Names, f.Name)
		if _, twice := p.Parts[f.Name]; twice {
			return nil, fmt.Errorf("two entries named %s", f.Name)
		}
		p.Parts[f.Name] = body
	}
	return p, nil
}

// Lint returns what is wrong with the package, nothing when all is well:
// content types, relationships and their targets, orphan parts, ids that
// occur twice, relationship ids that nothing answers to, axes without their
// partner, and pictures without alt text.
func (p *Package) Lint() []string {
	var problems []string
	say := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	if len(p.Names) == 0 || p.Names[0] != "[Content_Types].xml" {
		say("the package does not begin with its content types")
	}
	p.lintTypes(say)
	reached := map[string]bool{}
	p.reach("", reached, say)
	for _, name := range p.Names {
		if !reached[name] && name != "[Content_Types].xml" && !strings.HasSuffix(name, ".rels") {
			say("%s is an orphan: nothing relates to it", name)
		}
		if strings.HasPrefix(name, "/") || strings.Contains(name, "\\") || strings.Contains(name, "..") {
			say("%s is not a plain name", name)
		}
		if strings.HasSuffix(name, ".rels") && !p.hasOwner(name) {
			say("%s belongs to no part", name)
		}
		if path.Ext(name) == ".xml" {
			p.lintPart(name, say)
		}
	}
	return problems
}

type report = func(format string, args ...any)

func (p *Package) hasOwner(rels string) bool {
	if rels == "_rels/.rels" {
		return true
	}
	dir := strings.TrimSuffix(path.Dir(rels), "_rels")
	_, ok := p.Parts[dir+strings.TrimSuffix(path.Base(rels), ".rels")]
	return ok
}

func (p *Package) lintTypes(say report) {
	var types struct {
		Default []struct {
			Extension string `xml:",attr"`
		} `xml:"Default"`
		Override []struct {
			PartName string `xml:",attr"`
		} `xml:"Override"`
	}
	body := p.Parts["[Content_Types].xml"]
	if err := xml.Unmarshal(body, &types); err != nil {
		say("the content types do not parse: %v", err)
		return
	}
	known := map[string]bool{}
	for _, o := range types.Override {
		name := strings.TrimPrefix(o.PartName, "/")
		if _, ok := p.Parts[name]; !ok {
			say("a content type is given for %s, which is not there", name)
		}
		if known[name] {
			say("%s has two content types", name)
		}
		known[name] = true
	}
	byExtension := map[string]bool{}
	for _, d := range types.Default {
		byExtension[d.Extension] = true
	}
	for _, name := range p.Names {
		ext := strings.TrimPrefix(path.Ext(name), ".")
		if name == "[Content_Types].xml" || known[name] || byExtension[ext] && ext != "xml" {
			continue
		}
		say("%s has no content type of its own", name)
	}
}

// Relationship is one relationship of a part.
type Relationship struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:",attr"`
	Target string `xml:",attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// Relationships returns those of a part; the package's own for "".
func (p *Package) Relationships(name string) ([]Relationship, error) {
	dir, base := path.Split(name)
	body, ok := p.Parts[dir+"_rels/"+base+".rels"]
	if !ok {
		return []Relationship{}, nil
	}
	var rels struct {
		All []Relationship `xml:"Relationship"`
	}
	if err := xml.Unmarshal(body, &rels); err != nil {
		return nil, fmt.Errorf("reading the relationships of %q: %w", name, err)
	}
	return rels.All, nil
}

func (p *Package) reach(name string, reached map[string]bool, say report) {
	if reached[name] {
		return
	}
	reached[name] = true
	rels, err := p.Relationships(name)
	if err != nil {
		say("%v", err)
		return
	}
	ids := map[string]bool{}
	for _, r := range rels {
		if ids[r.ID] {
			say("%s has two relationships %s", name, r.ID)
		}
		ids[r.ID] = true
		if r.Mode == "External" {
			say("%s relates to %s outside the file", name, r.Target)
			continue
		}
		if strings.HasPrefix(r.Target, "/") {
			say("%s relates to %s by an absolute path", name, r.Target)
		}
		target := path.Join(path.Dir(name), r.Target)
		if _, ok := p.Parts[target]; !ok {
			say("%s relates to %s, which is not there", name, target)
			continue
		}
		p.reach(target, reached, say)
	}
	for _, id := range referred(p.Parts[name]) {
		if !ids[id] {
			say("%s uses %s, which no relationship has", name, id)
		}
	}
}

const relationshipsNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// referred are the relationship ids that a part uses.
func referred(body []byte) []string {
	var ids []string
	_ = walk(body, func(e xml.StartElement) {
		for _, a := range e.Attr {
			if a.Name.Space == relationshipsNS {
				ids = append(ids, a.Value)
			}
		}
	})
	return ids
}

func walk(body []byte, see func(xml.StartElement)) error {
	d := xml.NewDecoder(bytes.NewReader(body))
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("parsing: %w", err)
		}
		if e, ok := t.(xml.StartElement); ok {
			see(e)
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// seen is what a walk through one part has come across.
type seen struct {
	name                string
	say                 report
	ids                 map[string]bool
	used, axes, crossed []string
	inPlot              bool
	framed              bool
}

// lintPart checks ids, axes and alt texts within a part.
func (p *Package) lintPart(name string, say report) {
	s := seen{name: name, say: say, ids: map[string]bool{}, inPlot: true}
	if err := walk(p.Parts[name], s.element); err != nil {
		say("%s: %v", name, err)
	}
	for _, id := range slices.Concat(s.used, s.crossed) {
		if !slices.Contains(s.axes, id) {
			say("%s: axis %s is used but not there", name, id)
		}
	}
	for _, id := range s.axes {
		if !slices.Contains(s.used, id) || !slices.Contains(s.crossed, id) {
			say("%s: axis %s has no plot or no partner", name, id)
		}
	}
}

func (s *seen) element(e xml.StartElement) {
	switch e.Name.Local {
	case "graphicFrame", "pic":
		s.framed = true
	case "sp", "grpSp", "cxnSp":
		s.framed = false
	case "docPr": // a picture in a Word document
		s.framed = true
		s.shape(attr(e, "id"), attr(e, "name"), attr(e, "descr"))
	case "cNvPr":
		s.shape(attr(e, "id"), attr(e, "name"), attr(e, "descr"))
	case "valAx", "catAx", "dateAx", "serAx":
		s.inPlot = false
	case "axId":
		if s.inPlot {
			s.used = append(s.used, attr(e, "val"))
		} else {
			s.axes = append(s.axes, attr(e, "val"))
		}
	case "crossAx":
		s.crossed = append(s.crossed, attr(e, "val"))
	}
}

func (s *seen) shape(id, name, descr string) {
	if s.ids[id] {
		s.say("%s has two shapes with the id %s", s.name, id)
	}
	s.ids[id] = true
	if s.framed && descr == "" && (strings.HasPrefix(s.name, "ppt/slides/") || s.name == "word/document.xml") {
		s.say("%s: shape %s (%s) has no alt text", s.name, id, name)
	}
}
