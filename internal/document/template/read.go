package template

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// Template is a company's design, ready to hold slides. It is not changed
// after it was read, so many documents may use one.
type Template struct {
	// W and H are the slide's size in points.
	W, H float64

	masters     []*sheet
	pictures    map[string]*picture // by the part's name in the file
	defaultText *node               // nil where the presentation says nothing of its own
	tableStyles *node
	removed     []Removed
	kinds       map[Kind]matched
	embedded    bool // it brings typefaces with it
}

// sheet is a master or a layout with what it relates to.
type sheet struct {
	root    *node
	rels    map[string]relation
	theme   *sheet // of a master
	over    *sheet // a layout's own colours, which take the place of the theme's
	layouts []*sheet
	listed  []string // a master's layouts, by the ids of their relationships
	look    Layout   // of a layout
	master  *sheet   // of a layout
}

// picture is an image that a design shows.
type picture struct {
	body      []byte
	extension string
	kind      string
}

// The relationships that a design is made of.
const (
	relMaster   = ooxml.RelOffice + "/slideMaster"
	relLayout   = ooxml.RelOffice + "/slideLayout"
	relTheme    = ooxml.RelOffice + "/theme"
	relOverride = ooxml.RelOffice + "/themeOverride"
	relImage    = ooxml.RelOffice + "/image"
	relStyles   = ooxml.RelOffice + "/tableStyles"
)

// Read reads a template from the bytes of a .pptx or .potx file. What cannot
// be one (a broken, protected or macro file, one without a layout that a slide
// of ours can stand on) gives an *Error that says what to do.
func Read(file []byte) (*Template, error) {
	c, err := open(file)
	if err != nil {
		return nil, err
	}
	main, err := c.main()
	if err != nil {
		return nil, err
	}
	root, err := c.tree(main)
	if err != nil {
		return nil, err
	}
	rels, err := c.relations(main)
	if err != nil {
		return nil, err
	}
	r := reader{c: c, t: &Template{pictures: map[string]*picture{}}, taken: map[string]bool{strings.ToLower(main): true}}
	if err := r.presentation(root, rels); err != nil {
		return nil, err
	}
	if len(r.t.masters) == 0 {
		return nil, noLayout()
	}
	if err := r.t.match(); err != nil {
		return nil, err
	}
	r.t.removed = r.inventory(root)
	return r.t, nil
}

func noLayout() error {
	return &Error{Message: "This template has no layout with a title and room for content under it. Add a layout “Title Only” to it in PowerPoint (View, Slide Master), and choose it again. Nothing was written."}
}

type reader struct {
	c     *container
	t     *Template
	taken map[string]bool // parts that are taken over or made anew, in lower case
}

func (r *reader) presentation(root *node, rels map[string]relation) error {
	size := root.child("sldSz")
	w, okW := size.pointsOr("cx")
	h, okH := size.pointsOr("cy")
	if !okW || !okH || w < leastSide || h < leastSide {
		return &Error{Message: "This template does not say how large its slides are, or they are too small. Set their size in PowerPoint (Design, Slide Size), and choose it again. Nothing was written."}
	}
	r.t.W, r.t.H = w, h
	if d := root.child("defaultTextStyle"); d != nil && plainPrefixes(d) {
		r.t.defaultText = d
		scrub(d, nil)
	}
	r.t.embedded = root.child("embeddedFontLst") != nil
	if list := root.child("sldMasterIdLst"); list != nil {
		for _, k := range list.kids {
			rel, ok := rels[k.related("id")]
			if !ok || rel.kind != relMaster || rel.target == "" {
				continue
			}
			m, err := r.master(rel.target)
			if err != nil {
				return err
			}
			r.t.masters = append(r.t.masters, m)
		}
	}
	return r.styles(rels)
}

// leastSide is the least width and height of a slide, in points.
const leastSide = 144

func (n *node) pointsOr(name string) (float64, bool) {
	if n == nil {
		return 0, false
	}
	return n.points(name)
}

// styles takes over the table styles, so that a table made later has them.
func (r *reader) styles(rels map[string]relation) error {
	for _, id := range sorted(rels) {
		rel := rels[id]
		if rel.kind != relStyles || rel.target == "" {
			continue
		}
		root, err := r.c.tree(rel.target)
		if err != nil {
			return err
		}
		scrub(root, nil)
		r.t.tableStyles = root
		r.taken[strings.ToLower(rel.target)] = true
		break
	}
	return nil
}

// sheet reads a part of the design, without what does not belong to it.
func (r *reader) sheet(name string) (*sheet, error) {
	root, err := r.c.tree(name)
	if err != nil {
		return nil, err
	}
	s := &sheet{root: root}
	if s.rels, err = r.c.relations(name); err != nil {
		return nil, err
	}
	images := map[string]bool{}
	for _, id := range sorted(s.rels) {
		if rel := s.rels[id]; rel.kind == relImage && rel.target != "" {
			if images[id], err = r.picture(rel.target); err != nil {
				return nil, err
			}
		}
	}
	if list := root.child("sldLayoutIdLst"); list != nil {
		for _, k := range list.kids {
			s.listed = append(s.listed, k.related("id"))
		}
	}
	scrub(root, images)
	r.taken[strings.ToLower(name)] = true
	return s, nil
}

// picture takes over an image, and reports whether it is one that a slide can show.
func (r *reader) picture(name string) (bool, error) {
	if r.t.pictures[name] != nil {
		return true, nil
	}
	kind := strings.ToLower(r.c.contentType(name))
	extension := pictureKinds[kind]
	if extension == "" || r.c.files[strings.ToLower(name)] == nil {
		return false, nil
	}
	body, err := r.c.bytes(name)
	if err != nil {
		return false, err
	}
	r.t.pictures[name] = &picture{body: body, extension: extension, kind: kind}
	r.taken[strings.ToLower(name)] = true
	return true, nil
}

var pictureKinds = map[string]string{
	"image/png": "png", "image/jpeg": "jpeg", "image/jpg": "jpg", "image/gif": "gif", "image/bmp": "bmp",
	"image/tiff": "tiff", "image/x-emf": "emf", "image/emf": "emf", "image/x-wmf": "wmf", "image/wmf": "wmf",
}

func (r *reader) master(name string) (*sheet, error) {
	m, err := r.sheet(name)
	if err != nil {
		return nil, err
	}
	for _, id := range sorted(m.rels) {
		if rel := m.rels[id]; rel.kind == relTheme && rel.target != "" {
			if m.theme, err = r.sheet(rel.target); err != nil {
				return nil, err
			}
		}
	}
	if m.theme == nil {
		return nil, broken(errMissing)
	}
	for _, id := range m.listed {
		rel, ok := m.rels[id]
		if !ok || rel.kind != relLayout || rel.target == "" || r.taken[strings.ToLower(rel.target)] {
			continue
		}
		l, err := r.layout(rel.target, m)
		if err != nil {
			return nil, err
		}
		m.layouts = append(m.layouts, l)
	}
	return m, nil
}

func (r *reader) layout(name string, m *sheet) (*sheet, error) {
	l, err := r.sheet(name)
	if err != nil {
		return nil, err
	}
	for _, id := range sorted(l.rels) {
		if rel := l.rels[id]; rel.kind == relOverride && rel.target != "" {
			if l.over, err = r.sheet(rel.target); err != nil {
				return nil, err
			}
		}
	}
	l.master = m
	l.look = lookOf(l, m, r.t.W, r.t.H)
	return l, nil
}

// sorted are the ids of relationships in their order: rId2 before rId10.
func sorted(rels map[string]relation) []string {
	ids := make([]string, 0, len(rels))
	for id := range rels {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	return ids
}

// plainPrefixes says whether a piece of a part can stand in one of ours: it
// uses the prefixes that we declare.
func plainPrefixes(n *node) bool {
	plain := true
	n.each(func(e *node) {
		plain = plain && (e.space == ooxml.NSDrawing && strings.HasPrefix(e.name, "a:") ||
			e.space == nsPresentation && strings.HasPrefix(e.name, "p:") || inExtension(e))
	})
	return plain
}

func inExtension(e *node) bool {
	return e.is("extLst") || e.is("ext") || e.space != ooxml.NSDrawing && e.space != nsPresentation
}

func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}
