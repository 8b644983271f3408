package template

import (
	"math"
	"strings"
)

// Rect is a place on a slide, in points.
type Rect struct{ X, Y, W, H float64 }

// Layout is what a slide of ours needs to know of a layout.
type Layout struct {
	Name string
	// Title is where a title stands; its H is 0 where the layout has none.
	Title Holder
	// Texts hold running text, Contents anything; in reading order.
	Texts, Contents []Holder
	// Date, Footer and Number are at the slide's edge; H is 0 where there is none.
	Date, Footer, Number Holder
	// Area is where content stands: under the title, above the edge.
	Area Rect
	// Numbered says that the design writes the slide's number by itself.
	Numbered bool
	// Colours is the layout's own mapping of colours as markup, which a slide
	// repeats; "" keeps the master's.
	Colours string

	kind string // the layout's type, such as titleOnly
	text string // what its footer says, by itself or by its master
}

// Holder is a placeholder. Rect is where its text stands, without its inner margins.
type Holder struct {
	Type  string // "" holds anything
	Index int
	Rect  Rect
	// Size is its text's size in points; Capitals says that it is set in capitals.
	Size     float64
	Capitals bool
}

// There says whether a layout has this placeholder.
func (h Holder) There() bool { return h.Rect.H > 0 && h.Rect.W > 0 }

// Usual values where neither layout nor master say anything.
const (
	sideInset, topInset = 7.2, 3.6
	usualTitle          = 44
	usualText           = 18
)

// lookOf reads a layout's placeholders; what one leaves open, its master says.
func lookOf(l, m *sheet, w, h float64) Layout {
	out := Layout{Name: l.root.child("cSld").attr("name"), kind: l.root.attr("type"), Numbered: numbered(l.root) || showsMaster(l.root) && numbered(m.root)}
	if over := l.root.child("clrMapOvr", "overrideClrMapping"); over != nil && plainPrefixes(over) {
		out.Colours = colours(over)
	}
	for _, sp := range placeholders(l.root) {
		ph := sp.child("nvSpPr", "nvPr", "ph")
		kind := ph.attr("type")
		parent := parentOf(m.root, kind)
		one := Holder{Type: kind, Index: number(ph.attr("idx"))}
		var ok bool
		if one.Rect, ok = inner(sp, parent); !ok || one.Rect.X > w || one.Rect.Y > h {
			continue
		}
		one.Size, one.Capitals = manner(sp, parent, m.root, kind)
		out.hold(one)
		if kind == "ftr" {
			out.text = footerText(sp, parent)
		}
	}
	out.Area = area(&out, m, w, h)
	return out
}

// hold puts a placeholder where its type belongs.
func (l *Layout) hold(one Holder) {
	switch one.Type {
	case "title", "ctrTitle":
		if !l.Title.There() {
			l.Title = one
		}
	case "body", "subTitle":
		l.Texts = append(l.Texts, one)
	case "", "obj":
		l.Contents = append(l.Contents, one)
	case "dt":
		l.Date = one
	case "ftr":
		l.Footer = one
	case "sldNum":
		l.Number = one
	}
}

// footerText is what a footer says in the layout, else in the master.
func footerText(sp, parent *node) string {
	if text := sp.words(); text != "" || parent == nil {
		return text
	}
	return parent.words()
}

func showsMaster(layout *node) bool { return layout.attr("showMasterSp") != "0" }

// placeholders are the shapes of a sheet that hold text or anything.
func placeholders(root *node) []*node {
	var out []*node
	if tree := root.child("cSld", "spTree"); tree != nil {
		for _, k := range tree.kids {
			if k.is("sp") && k.child("nvSpPr", "nvPr", "ph") != nil {
				out = append(out, k)
			}
		}
	}
	return out
}

// parentOf is the master's placeholder that one of a layout inherits from.
func parentOf(master *node, kind string) *node {
	switch kind {
	case "ctrTitle":
		kind = "title"
	case "dt", "ftr", "sldNum", "title":
	default:
		kind = "body"
	}
	for _, sp := range placeholders(master) {
		if sp.child("nvSpPr", "nvPr", "ph").attr("type") == kind {
			return sp
		}
	}
	return nil
}

// inner is where a placeholder's text stands.
func inner(sp, parent *node) (Rect, bool) {
	r, ok := outer(sp)
	if !ok && parent != nil {
		r, ok = outer(parent)
	}
	if !ok {
		return r, false
	}
	inset := func(name string, usual float64) float64 {
		for _, from := range []*node{sp, parent} {
			if from == nil {
				continue
			}
			if v, ok := from.child("txBody", "bodyPr").pointsOr(name); ok {
				return v
			}
		}
		return usual
	}
	left, top := inset("lIns", sideInset), inset("tIns", topInset)
	r = Rect{X: r.X + left, Y: r.Y + top, W: r.W - left - inset("rIns", sideInset), H: r.H - top - inset("bIns", topInset)}
	return r, r.W > 0 && r.H > 0
}

func outer(sp *node) (r Rect, ok bool) {
	x := sp.child("spPr", "xfrm")
	if x == nil {
		return r, false
	}
	var oks [4]bool
	r.X, oks[0] = x.child("off").pointsOr("x")
	r.Y, oks[1] = x.child("off").pointsOr("y")
	r.W, oks[2] = x.child("ext").pointsOr("cx")
	r.H, oks[3] = x.child("ext").pointsOr("cy")
	return r, oks[0] && oks[1] && oks[2] && oks[3]
}

// manner is the size of a placeholder's text and whether it is in capitals.
func manner(sp, parent, master *node, kind string) (size float64, capitals bool) {
	style, usual := "bodyStyle", float64(usualText)
	switch kind {
	case "title", "ctrTitle":
		style, usual = "titleStyle", usualTitle
	case "dt", "ftr", "sldNum":
		style, usual = "otherStyle", 12
	}
	from := []*node{sp.child("txBody", "lstStyle", "lvl1pPr", "defRPr")}
	if parent != nil {
		from = append(from, parent.child("txBody", "lstStyle", "lvl1pPr", "defRPr"))
	}
	from = append(from, master.child("txStyles", style, "lvl1pPr", "defRPr"))
	caps := ""
	for _, d := range from {
		if n := number(d.attr("sz")); size == 0 && n >= 100 {
			size = float64(n) / 100
		}
		if caps == "" {
			caps = d.attr("cap")
		}
	}
	if size == 0 {
		size = usual
	}
	return min(size, 200), caps == "all"
}

// numbered says whether a sheet writes the slide's number outside a placeholder.
func numbered(root *node) bool {
	found := false
	tree := root.child("cSld", "spTree")
	if tree == nil {
		return false
	}
	for _, sp := range tree.kids {
		if sp.child("nvSpPr", "nvPr", "ph") != nil {
			continue
		}
		sp.each(func(n *node) { found = found || n.is("fld") && n.attr("type") == "slidenum" })
	}
	return found
}

// area is where content may stand: the master's place for text, or what the
// layout's own content takes, under the title and above the slide's edge.
func area(l *Layout, m *sheet, w, h float64) Rect {
	a := Rect{X: w * 0.07, W: w * 0.86, Y: h * 0.25, H: h * 0.62}
	if l.Title.There() {
		a.X, a.W = l.Title.Rect.X, l.Title.Rect.W
	}
	if body := parentOf(m.root, "body"); body != nil {
		if r, ok := inner(body, nil); ok {
			a = r
		}
	}
	if held := around(l.Contents); held.H > h*0.3 {
		a = held
	}
	top, bottom := a.Y, a.Y+a.H
	if l.Title.There() {
		under := l.Title.Rect.Y + l.Title.Rect.H + topInset
		if l.Title.Rect.Y < h*0.4 {
			top = max(top, under)
		}
	}
	for _, edge := range []Holder{l.Date, l.Footer, l.Number} {
		if edge.There() && edge.Rect.Y > h*0.6 {
			bottom = min(bottom, edge.Rect.Y-topInset)
		}
	}
	bottom = min(bottom, h)
	right := min(a.X+a.W, w)
	a.X = max(a.X, 0)
	return Rect{X: a.X, Y: top, W: right - a.X, H: bottom - top}
}

// around is the smallest place that holds all of some placeholders.
func around(held []Holder) Rect {
	var out Rect
	for i, one := range held {
		r := one.Rect
		if i == 0 {
			out = r
			continue
		}
		right, bottom := math.Max(out.X+out.W, r.X+r.W), math.Max(out.Y+out.H, r.Y+r.H)
		out.X, out.Y = math.Min(out.X, r.X), math.Min(out.Y, r.Y)
		out.W, out.H = right-out.X, bottom-out.Y
	}
	return out
}

// colours writes a mapping of colours as a slide repeats it.
func colours(over *node) string {
	text := string(over.bytes())
	_, text, _ = strings.Cut(text, "\n")
	return text
}
