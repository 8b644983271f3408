package pdf

import (
	"bytes"
	"math"
	"regexp"
	"strconv"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// brand are the inks, with the brand's own where it has any.
func brand(b model.Brand) map[drawing.Ink][3]int {
	out := map[drawing.Ink][3]int{}
	for ink, hex := range drawing.Hex {
		out[ink], _ = rgb(hex)
	}
	for ink, hex := range map[drawing.Ink]string{drawing.Text: b.Ink, drawing.Green: b.Accent, drawing.GreenArea: b.AccentSoft} {
		if c, ok := rgb(hex); ok {
			out[ink] = c
		}
	}
	if c, ok := rgb(b.Accent); ok && b.AccentSoft == "" {
		for i := range c { // a fifth of the accent on white
			c[i] = 255 - (255-c[i])/5
		}
		out[drawing.GreenArea] = c
	}
	return out
}

func rgb(hex string) (c [3]int, ok bool) {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 6 {
		return c, false
	}
	return [3]int{int(n >> 16), int(n >> 8 & 255), int(n & 255)}, true
}

func (p *printer) shape(s drawing.Shape, x, y float64) {
	f := p.f
	if s.Logo != nil {
		p.logo(s, x, y)
		return
	}
	if s.Words != "" {
		p.words(s, x, y)
		return
	}
	fill, stroke := s.Fill != drawing.None, s.Stroke != drawing.None && s.Width > 0
	if fill {
		c := p.brand[s.Fill]
		f.SetFillColor(c[0], c[1], c[2])
	}
	if stroke {
		c := p.brand[s.Stroke]
		f.SetDrawColor(c[0], c[1], c[2])
		f.SetLineWidth(s.Width)
		f.SetDashPattern(s.Dash, 0)
	}
	switch {
	case s.Radius > 0:
		f.Circle(s.Points[0].X+x, s.Points[0].Y+y, s.Radius, style(fill, stroke))
	case s.Hatched:
		p.hatch(s, x, y)
		if stroke {
			p.trace(s, x, y)
			f.ClosePath()
			f.DrawPath("D")
		}
	case len(s.Points) > 1:
		p.trace(s, x, y)
		if fill {
			f.ClosePath()
		}
		f.DrawPath(style(fill, stroke))
	}
}

func (p *printer) logo(s drawing.Shape, x, y float64) {
	o := fpdf.ImageOptions{ImageType: "PNG"}
	p.f.RegisterImageOptionsReader("logo", o, bytes.NewReader(s.Logo.PNG))
	from, to := s.Points[0], s.Points[1]
	p.f.ImageOptions("logo", from.X+x, from.Y+y, to.X-from.X, to.Y-from.Y, false, o, 0, "")
}

func style(fill, stroke bool) string {
	switch {
	case fill && stroke:
		return "DF"
	case fill:
		return "F"
	default:
		return "D"
	}
}

func (p *printer) trace(s drawing.Shape, x, y float64) {
	for i, q := range s.Points {
		if i == 0 {
			p.f.MoveTo(q.X+x, q.Y+y)
		} else {
			p.f.LineTo(q.X+x, q.Y+y)
		}
	}
}

// hatchPitch is the way between two lines of the hatch, along the x axis.
const hatchPitch = 3.6

// hatch fills a polygon with lines that rise to the right.
func (p *printer) hatch(s drawing.Shape, x, y float64) {
	f := p.f
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	pts := make([]fpdf.PointType, len(s.Points))
	for i, q := range s.Points {
		pts[i] = fpdf.PointType{X: q.X + x, Y: q.Y + y}
		left, right = min(left, pts[i].X), max(right, pts[i].X)
		top, bottom = min(top, pts[i].Y), max(bottom, pts[i].Y)
	}
	f.ClipPolygon(pts, false)
	white, c := p.brand[drawing.Paper], p.brand[s.Fill]
	f.SetFillColor(white[0], white[1], white[2])
	f.Rect(left, top, right-left, bottom-top, "F")
	f.SetDrawColor(c[0], c[1], c[2])
	f.SetLineWidth(0.45)
	f.SetDashPattern(nil, 0)
	tall := bottom - top
	for at := math.Floor((left-tall)/hatchPitch) * hatchPitch; at < right; at += hatchPitch {
		f.Line(at, bottom, at+tall, top)
	}
	f.ClipEnd()
	if s.Stroke != drawing.None {
		c := p.brand[s.Stroke]
		f.SetDrawColor(c[0], c[1], c[2])
		f.SetLineWidth(s.Width)
	}
}

// words sets one line, in parts where the fallback face must help.
func (p *printer) words(s drawing.Shape, x, y float64) {
	text := strings.ReplaceAll(s.Words, "\n", " ")
	x, y = x+s.Points[0].X, y+s.Points[0].Y
	switch w := s.Face.Width(s.Size, text); s.Align {
	case model.AlignEnd:
		x -= w
	case model.AlignCenter:
		x -= w / 2
	}
	c := p.brand[s.Fill]
	p.f.SetTextColor(c[0], c[1], c[2])
	for text != "" {
		var face fonts.Face
		end := len(text)
		for i, r := range text {
			f, _ := s.Face.For(r)
			if i == 0 {
				face = f
			} else if f != face {
				end = i
				break
			}
		}
		part := text[:end]
		p.face(face, s.Size)
		p.f.Text(x, y, part)
		x += s.Face.Width(s.Size, part)
		text = text[end:]
	}
}

var address = regexp.MustCompile(`(?:https?://|mailto:)[^\s<>"“”„()]*[^\s<>"“”„().,;:!?]`)

// links makes addresses in the words of a strip open.
func (p *printer) links(st drawing.Placed) {
	for _, s := range st.Shapes {
		if !strings.Contains(s.Words, ":") || s.Align != model.AlignStart {
			continue
		}
		for _, at := range address.FindAllStringIndex(s.Words, -1) {
			from := s.Face.Width(s.Size, s.Words[:at[0]])
			w := s.Face.Width(s.Size, s.Words[at[0]:at[1]])
			p.f.LinkString(drawing.Margin+s.Points[0].X+from, st.Y+s.Points[0].Y-s.Size, w, s.Size*1.3, s.Words[at[0]:at[1]])
		}
	}
}
