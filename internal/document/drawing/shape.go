// Package drawing lays a story out on paper: it breaks texts, places blocks on
// sheets and turns pictures and charts into a few plain shapes, so that the
// PDF and the page on the screen have one geometry. All measures are points
// from the top left corner.
package drawing

import (
	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// Ink names a colour; each format has its own value for it.
type Ink string

// The inks: three strengths of text, green for value, grey for claims, amber
// and red for trouble, hairlines, the paper and what lies on it.
const (
	None      Ink = ""
	Text      Ink = "ink"
	Quiet     Ink = "ink-2"
	Faint     Ink = "ink-3"
	Green     Ink = "green"
	GreenArea Ink = "green-area"
	Claim     Ink = "claim"
	Amber     Ink = "amber"
	AmberBand Ink = "amber-band"
	Red       Ink = "red"
	Hair      Ink = "line"
	Hair2     Ink = "line-2"
	Wash      Ink = "paper-2"
	Paper     Ink = "paper"
	Blue      Ink = "time"
	Plum      Ink = "risk"
	Gold      Ink = "revenue"
)

// Hex are the inks on white paper, as RRGGBB.
var Hex = map[Ink]string{
	Text: "181B18", Quiet: "474D47", Faint: "666D66", Green: "1B7446", GreenArea: "CFE7D9", Claim: "6A716A",
	Amber: "8A5800", AmberBand: "FBEFD5", Red: "B3261E", Hair: "E4E7E1", Hair2: "CBD0C8", Wash: "F7F8F6", Paper: "FFFFFF",
	Blue: "3973AB", Plum: "921864", Gold: "AA5128",
}

// Shape is one thing to draw: a polygon (Fill), a path (Stroke), a disc
// (Radius around the one point), words (at the base line's start, centre or
// end, as Align says) or the logo (between two corners).
type Shape struct {
	Points []chart.Point
	Radius float64
	// Fill and Stroke are its inks; Hatched fills it with lines of Fill.
	Fill, Stroke Ink
	Hatched      bool
	Width        float64
	Dash         []float64

	Logo *model.Logo

	Words string
	Face  fonts.Face
	Size  float64
	Align model.Align
}

// Picture is a drawing with its size.
type Picture struct {
	W, H   float64
	Shapes []Shape
}

func (p *Picture) add(s Shape) { p.Shapes = append(p.Shapes, s) }

func (p *Picture) rect(x, y, w, h float64, fill Ink) {
	p.add(Shape{Points: []chart.Point{{X: x, Y: y}, {X: x + w, Y: y}, {X: x + w, Y: y + h}, {X: x, Y: y + h}}, Fill: fill})
}

func (p *Picture) line(x1, y1, x2, y2, width float64, ink Ink, dash ...float64) {
	p.add(Shape{Points: []chart.Point{{X: x1, Y: y1}, {X: x2, Y: y2}}, Stroke: ink, Width: width, Dash: dash})
}

func (p *Picture) path(pts []chart.Point, width float64, ink Ink, dash ...float64) {
	p.add(Shape{Points: pts, Stroke: ink, Width: width, Dash: dash})
}

func (p *Picture) disc(at chart.Point, r float64, fill, stroke Ink, width float64) {
	p.add(Shape{Points: []chart.Point{at}, Radius: r, Fill: fill, Stroke: stroke, Width: width})
}

// words sets one line with its middle at y.
func (p *Picture) words(x, y float64, s string, face fonts.Face, size float64, ink Ink, align model.Align) {
	if s != "" {
		p.add(Shape{Points: []chart.Point{{X: x, Y: y + size*middle}}, Words: s, Face: face, Size: size, Fill: ink, Align: align})
	}
}

// middle is how far the base line lies under the middle of a line, in ems.
const middle = 0.36

// place adds another picture's shapes moved to a corner.
func (p *Picture) place(o []Shape, x, y float64) {
	for _, s := range o {
		pts := make([]chart.Point, len(s.Points))
		for i, q := range s.Points {
			pts[i] = chart.Point{X: q.X + x, Y: q.Y + y}
		}
		s.Points = pts
		p.add(s)
	}
}

// ToneInk is the ink of a tone; plain keeps the given one.
func ToneInk(t model.Tone, plain Ink) Ink {
	switch t {
	case model.ToneQuiet:
		return Faint
	case model.ToneGrowth:
		return Green
	case model.ToneTrouble:
		return Amber
	case model.ToneDanger:
		return Red
	case model.ToneClaimed:
		return Claim
	default:
		return plain
	}
}

// scaled are shapes as much smaller.
func scaled(shapes []Shape, by float64) []Shape {
	out := make([]Shape, len(shapes))
	for i, s := range shapes {
		points := make([]chart.Point, len(s.Points))
		for k, p := range s.Points {
			points[k] = chart.Point{X: p.X * by, Y: p.Y * by}
		}
		dash := make([]float64, len(s.Dash))
		for k, d := range s.Dash {
			dash[k] = d * by
		}
		s.Points, s.Dash = points, dash
		s.Size, s.Width, s.Radius = s.Size*by, s.Width*by, s.Radius*by
		out[i] = s
	}
	return out
}
