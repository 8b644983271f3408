package template

import (
	"cmp"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Ink is a colour by its share of red, green and blue, 0 to 1.
type Ink struct{ R, G, B float64 }

// Colour is a colour of the theme as the first master maps it (tx1, bg2,
// accent3 …); ok is false where the theme does not name it.
func (t *Template) Colour(name string) (c Ink, ok bool) {
	m := t.masters[0]
	if mapped := m.root.child("clrMap").attr(name); mapped != "" {
		name = mapped
	}
	of := m.theme.root.child("themeElements", "clrScheme", name)
	return inkOf(cmp.Or(of.child("srgbClr").attr("val"), of.child("sysClr").attr("lastClr")))
}

var hexInk = regexp.MustCompile(`^[0-9A-Fa-f]{6}$`)

func inkOf(hex string) (Ink, bool) {
	if !hexInk.MatchString(hex) {
		return Ink{}, false
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	return Ink{float64(v>>16) / 255, float64(v>>8&255) / 255, float64(v&255) / 255}, err == nil
}

// Ground is what slides of a kind are drawn on, where it is one colour; else
// that of the theme's first ground.
func (t *Template) Ground(kind Kind) Ink {
	paper, ok := t.Colour("bg1")
	if !ok {
		paper = Ink{1, 1, 1}
	}
	l := t.kinds[kind].layout
	for _, s := range []*sheet{l, l.master} {
		bg := s.root.child("cSld", "bg")
		if bg == nil {
			continue
		}
		fill := bg.child("bgPr", "solidFill")
		if fill == nil {
			fill = bg.child("bgRef")
		}
		if c, ok := inkOf(fill.child("srgbClr").attr("val")); ok {
			return c
		}
		if c, ok := t.Colour(fill.child("schemeClr").attr("val")); ok {
			return c
		}
		break
	}
	return paper
}

// Contrast is the contrast of two colours as the accessibility guidelines
// reckon it (WCAG 2.2, relative luminance), 1 to 21.
func Contrast(a, b Ink) float64 {
	la, lb := a.luminance(), b.luminance()
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func (c Ink) luminance() float64 {
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Dark says that white text is easier to read on a colour than black.
func (c Ink) Dark() bool { return Contrast(c, Ink{1, 1, 1}) > Contrast(c, Ink{}) }

// Shade is a colour with its lightness (of hue, saturation and lightness)
// multiplied and raised, as a file's lumMod and lumOff do.
func (c Ink) Shade(by, raise float64) Ink {
	most, least := max(c.R, c.G, c.B), min(c.R, c.G, c.B)
	light := (most + least) / 2
	next := math.Min(math.Max(light*by+raise, 0), 1)
	chroma := most - least
	if chroma == 0 {
		return Ink{next, next, next}
	}
	full := 1 - math.Abs(2*light-1) // the chroma of full saturation
	now := (1 - math.Abs(2*next-1)) * chroma / full
	turn := func(v float64) float64 { return next + (v-light)*now/chroma }
	return Ink{turn(c.R), turn(c.G), turn(c.B)}
}

var schemeName = regexp.MustCompile(`<a:schemeClr val="(\w+)"`)

// SchemeOf is the theme colour that a colour's markup names, or "".
func SchemeOf(markup string) string {
	if m := schemeName.FindStringSubmatch(markup); m != nil && !strings.HasPrefix(m[1], "bg") {
		return m[1]
	}
	return ""
}
