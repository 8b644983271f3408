package ooxml

import (
	"archive/zip"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
	"time"
)

// Package is a container of parts. Parts are written in the order in which
// they were added.
type Package struct {
	parts    []*Part
	names    map[string]bool
	rels     []relationship
	defaults []typed
}

// Part is one file of a package.
type Part struct {
	// Name is the path inside the package, without a leading slash.
	Name string
	// Body may be filled in after the part was added, once what it refers to
	// is known.
	Body []byte

	contentType string
	rels        []relationship
}

type relationship struct {
	id, kind string
	target   *Part
}

type typed struct{ extension, contentType string }

// NewPackage returns an empty package. Extensions named in defaults (xlsx,
// png …) take their content type from there, part by part else.
func NewPackage() *Package {
	return &Package{names: map[string]bool{}, defaults: []typed{
		{"rels", "application/vnd.openxmlformats-package.relationships+xml"},
		{"xml", "application/xml"},
	}}
}

// Default sets the content type of every part with an extension.
func (p *Package) Default(extension, contentType string) {
	for _, d := range p.defaults {
		if d.extension == extension {
			return
		}
	}
	p.defaults = append(p.defaults, typed{extension, contentType})
}

// Add puts a part into the package. An empty content type means that the
// extension's default holds. Adding a name twice is a programming error and
// surfaces when the package is written.
func (p *Package) Add(name, contentType string, body []byte) *Part {
	part := &Part{Name: name, Body: body, contentType: contentType}
	p.parts = append(p.parts, part)
	return part
}

// Relate relates the package itself to a part and returns the relationship's id.
func (p *Package) Relate(kind string, target *Part) string {
	return relate(&p.rels, kind, target)
}

// Relate relates the part to another and returns the relationship's id.
func (t *Part) Relate(kind string, target *Part) string {
	return relate(&t.rels, kind, target)
}

func relate(rels *[]relationship, kind string, target *Part) string {
	for _, r := range *rels {
		if r.target == target && r.kind == kind {
			return r.id
		}
	}
	id := "rId" + strconv.Itoa(len(*rels)+1)
	*rels = append(*rels, relationship{id, kind, target})
	return id
}

// Write writes the package as a zip. Every entry bears the time modified;
// nothing else of the time or the machine goes in.
func (p *Package) Write(w io.Writer, modified time.Time) error {
	z := zip.NewWriter(w)
	put := func(name string, body []byte) error {
		if p.names[name] {
			return fmt.Errorf("writing the package: two parts named %s", name)
		}
		p.names[name] = true
		method := zip.Deflate
		if path.Ext(name) == ".xlsx" || path.Ext(name) == ".png" {
			method = zip.Store // is compressed already
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: modified.UTC()})
		if err == nil {
			_, err = f.Write(body)
		}
		if err != nil {
			return fmt.Errorf("writing %s: %w", name, err)
		}
		return nil
	}
	if err := put("[Content_Types].xml", p.contentTypes()); err != nil {
		return err
	}
	if err := put("_rels/.rels", relsXML("", p.rels)); err != nil {
		return err
	}
	for _, t := range p.parts {
		if err := put(t.Name, t.Body); err != nil {
			return err
		}
		if len(t.rels) == 0 {
			continue
		}
		dir, base := path.Split(t.Name)
		if err := put(dir+"_rels/"+base+".rels", relsXML(dir, t.rels)); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("closing the package: %w", err)
	}
	return nil
}

func (p *Package) contentTypes() []byte {
	x := NewXML().Start("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
	for _, d := range p.defaults {
		x.Empty("Default", "Extension", d.extension, "ContentType", d.contentType)
	}
	for _, t := range p.parts {
		if t.contentType != "" {
			x.Empty("Override", "PartName", "/"+t.Name, "ContentType", t.contentType)
		}
	}
	return x.Bytes()
}

func relsXML(dir string, rels []relationship) []byte {
	x := NewXML().Start("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
	for _, r := range rels {
		x.Empty("Relationship", "Id", r.id, "Type", r.kind, "Target", relative(dir, r.target.Name))
	}
	return x.Bytes()
}

// relative is the path to name as seen from the folder dir ("ppt/slides/").
func relative(dir, name string) string {
	from := strings.Split(strings.Trim(dir, "/"), "/")
	if from[0] == "" {
		from = nil
	}
	to := strings.Split(name, "/")
	for len(from) > 0 && len(to) > 1 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(to, "/")
}
