package template

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// Placed is a template's design in a package.
type Placed struct {
	// Masters are the slide masters in their order, and Theme that of the first.
	Masters []*ooxml.Part
	Theme   *ooxml.Part
	// MasterIDs are the ids of the masters, which the presentation lists.
	MasterIDs []string
	// TableStyles is nil where the template has none.
	TableStyles *ooxml.Part
	// DefaultText is the markup of the presentation's own text style, "" where
	// the template says none.
	DefaultText string

	t       *Template
	fill    *filler
	pkg     *ooxml.Package
	layouts map[*sheet]*ooxml.Part
	images  map[string]*ooxml.Part
	id      int64
	n       int // layouts so far
}

const (
	typeMaster   = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"
	typeLayout   = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
	typeTheme    = "application/vnd.openxmlformats-officedocument.theme+xml"
	typeOverride = "application/vnd.openxmlformats-officedocument.themeOverride+xml"
	typeStyles   = "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml"
	firstID      = 2147483648 // the least id of a master or layout
)

// Place adds the design to a package under names of our own, with its tokens filled.
func (t *Template) Place(pkg *ooxml.Package, f Fill) *Placed {
	p := &Placed{t: t, fill: newFiller(f), pkg: pkg, layouts: map[*sheet]*ooxml.Part{}, images: map[string]*ooxml.Part{}, id: firstID}
	for i, m := range t.masters {
		p.master(i, m)
	}
	if t.defaultText != nil {
		_, p.DefaultText, _ = strings.Cut(string(t.defaultText.bytes()), "\n")
	}
	if t.tableStyles != nil {
		p.TableStyles = pkg.Add("ppt/tableStyles.xml", typeStyles, t.tableStyles.bytes())
	}
	return p
}

// Layout is the part of the layout for a kind of slide.
func (p *Placed) Layout(kind Kind) *ooxml.Part { return p.layouts[p.t.kinds[kind].layout] }

// FooterText is what the design wants to say at the foot of a kind of slide, or "".
func (p *Placed) FooterText(kind Kind) string {
	text := p.t.kinds[kind].layout.look.text
	return strings.Join(strings.Fields(tokenForm.ReplaceAllStringFunc(text, func(token string) string {
		value, _ := p.fill.value(token)
		return value
	})), " ")
}

// Layout is what a slide of a kind stands on.
func (t *Template) Layout(kind Kind) *Layout { return &t.kinds[kind].layout.look }

func (p *Placed) nextID() string {
	p.id++
	return strconv.FormatInt(p.id-1, 10)
}

func (p *Placed) master(i int, m *sheet) {
	part := p.pkg.Add(fmt.Sprintf("ppt/slideMasters/slideMaster%d.xml", i+1), typeMaster, nil)
	p.Masters, p.MasterIDs = append(p.Masters, part), append(p.MasterIDs, p.nextID())
	filled := p.fill.sheet(m)
	var list strings.Builder
	fmt.Fprintf(&list, `<p:sldLayoutIdLst xmlns:p="%s" xmlns:r="%s">`, nsPresentation, ooxml.NSRelationships)
	for _, l := range m.layouts {
		lp := p.layout(l, part)
		fmt.Fprintf(&list, `<p:sldLayoutId id="%s" r:id="%s"/>`, p.nextID(), part.Relate(relLayout, lp))
	}
	list.WriteString(`</p:sldLayoutIdLst>`)
	theme := p.pkg.Add(fmt.Sprintf("ppt/theme/theme%d.xml", i+1), typeTheme, nil)
	theme.Body = p.body(m.theme, theme)
	part.Relate(relTheme, theme)
	if i == 0 {
		p.Theme = theme
	}
	if ids, err := parse([]byte(list.String())); err == nil {
		at := slices.IndexFunc(filled.root.kids, func(k *node) bool { return k.is("clrMap") })
		filled.root.kids = slices.Insert(filled.root.kids, at+1, ids)
	}
	part.Body = p.body(filled, part)
}

func (p *Placed) layout(l *sheet, master *ooxml.Part) *ooxml.Part {
	p.n++
	part := p.pkg.Add(fmt.Sprintf("ppt/slideLayouts/slideLayout%d.xml", p.n), typeLayout, nil)
	part.Relate(relMaster, master)
	part.Body = p.body(p.fill.sheet(l), part)
	if l.over != nil {
		over := p.pkg.Add(fmt.Sprintf("ppt/theme/themeOverride%d.xml", p.n), typeOverride, nil)
		over.Body = p.body(l.over, over)
		part.Relate(relOverride, over)
	}
	p.layouts[l] = part
	return part
}

// body writes a sheet, its pictures under the ids that its part knows them by.
func (p *Placed) body(s *sheet, part *ooxml.Part) []byte {
	root := s.root.clone()
	root.each(func(n *node) {
		for i, a := range n.attrs {
			if rel, ok := s.rels[a.value]; ok && a.space == ooxml.NSRelationships && rel.kind == relImage {
				n.attrs[i].value = part.Relate(relImage, p.image(rel.target))
			}
		}
	})
	return root.bytes()
}

func (p *Placed) image(target string) *ooxml.Part {
	if part := p.images[target]; part != nil {
		return part
	}
	pic := p.t.pictures[target]
	if target == logoID {
		pic = p.fill.logo
	}
	p.pkg.Default(pic.extension, pic.kind)
	part := p.pkg.Add(fmt.Sprintf("ppt/media/image%d.%s", len(p.images)+1, pic.extension), "", pic.body)
	p.images[target] = part
	return part
}
