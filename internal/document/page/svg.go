package page

import (
	"strings"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// svg writes a picture with its description.
func (p *writer) svg(pic *drawing.Picture, alt string) {
	p.raw(`<svg viewBox="0 0 `, num(pic.W), " ", num(pic.H), `" role="img" aria-label="`, esc(alt), `">`)
	for _, s := range pic.Shapes {
		if s.Hatched && !p.hatch {
			p.hatch = true
			p.raw(`<defs><pattern id="`, esc(p.o.Prefix), `-hatch" width="2.55" height="2.55" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`,
				`<rect width="2.55" height="2.55" class="f-paper"/><path d="M0 0V2.55" class="s-claim" stroke-width=".9"/></pattern></defs>`)
		}
	}
	for _, s := range pic.Shapes {
		p.shape(s)
	}
	p.raw("</svg>")
}

// mark writes the sign before a word; the word says the same.
func (p *writer) mark(m model.Mark) {
	shapes := drawing.Mark(m)
	if len(shapes) == 0 {
		return
	}
	p.raw(`<svg class="td-mark" viewBox="0 0 7 7" aria-hidden="true">`)
	for _, s := range shapes {
		p.shape(s)
	}
	p.raw("</svg>")
}

func (p *writer) shape(s drawing.Shape) {
	switch {
	case s.Words != "":
		p.text(s)
	case s.Radius > 0:
		p.raw(`<circle cx="`, num(s.Points[0].X), `" cy="`, num(s.Points[0].Y), `" r="`, num(s.Radius), `"`)
		p.paint(s)
	case len(s.Points) > 1:
		p.raw(`<path d="`)
		for i, q := range s.Points {
			if i == 0 {
				p.raw("M")
			} else {
				p.raw("L")
			}
			p.raw(num(q.X), " ", num(q.Y))
		}
		if s.Fill != drawing.None {
			p.raw("Z")
		}
		p.raw(`"`)
		p.paint(s)
	}
}

func (p *writer) paint(s drawing.Shape) {
	class := "f-none"
	switch {
	case s.Hatched:
		class = ""
		p.raw(` fill="url(#`, esc(p.o.Prefix), `-hatch)"`)
	case s.Fill != drawing.None:
		class = "f-" + string(s.Fill)
	}
	if s.Stroke != drawing.None && s.Width > 0 {
		class += " s-" + string(s.Stroke)
		p.raw(` stroke-width="`, num(s.Width), `"`)
		if len(s.Dash) > 0 {
			var dash []string
			for _, d := range s.Dash {
				dash = append(dash, num(d))
			}
			p.raw(` stroke-dasharray="`, strings.Join(dash, " "), `"`)
		}
	}
	if class = strings.TrimSpace(class); class != "" {
		p.raw(` class="`, class, `"`)
	}
	p.raw("/>")
}

func (p *writer) text(s drawing.Shape) {
	p.raw(`<text x="`, num(s.Points[0].X), `" y="`, num(s.Points[0].Y), `" font-size="`, num(s.Size), `" class="f-`, string(s.Fill))
	if s.Face == fonts.SansBold || s.Face == fonts.Display {
		p.raw(" b")
	}
	p.raw(`"`)
	switch s.Align {
	case model.AlignEnd:
		p.raw(` text-anchor="end"`)
	case model.AlignCenter:
		p.raw(` text-anchor="middle"`)
	}
	p.raw(">", esc(s.Words), "</text>")
}
