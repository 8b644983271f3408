package drawing

import (
	"strings"
	"unicode"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// piece is a stretch of a line in one manner.
type piece struct {
	text string
	face fonts.Face
	ink  Ink
}

// textLine is one line of a text that is broken.
type textLine struct {
	pieces []piece
	width  float64
}

func (l textLine) String() string {
	var b strings.Builder
	for _, p := range l.pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

// plainLine is a text in one manner.
func plainLine(s string, face fonts.Face, ink Ink) []piece { return []piece{{s, face, ink}} }

// runPieces are a paragraph's runs in their faces.
func runPieces(runs []model.Run, bold bool, ink Ink) []piece {
	var out []piece
	for _, r := range runs {
		out = append(out, piece{r.Text, runFace(r, bold), ToneInk(r.Tone, ink)})
	}
	return out
}

func runFace(r model.Run, bold bool) fonts.Face {
	switch {
	case r.Client && r.Italic:
		return fonts.SerifItalic
	case r.Client:
		return fonts.Serif
	case r.Bold || bold:
		return fonts.SansBold
	case r.Italic:
		return fonts.SansItalic
	default:
		return fonts.Sans
	}
}

type glyph struct {
	r     rune
	piece int
	w     float64
}

// wrap breaks pieces into lines of a width: at spaces, after hyphens and
// slashes, around ideographs, and inside a word wider than a whole line. A
// line break in the text ends a line; no text is one empty line.
func wrap(pieces []piece, size, width float64) []textLine {
	b := breaker{pieces: pieces, glyphs: glyphsOf(pieces, size), lastBreak: -1}
	for i, g := range b.glyphs {
		if g.r == '\n' {
			b.cut(i, i+1)
			b.used = 0
			continue
		}
		for g.r != ' ' && b.used+g.w > width && i > b.start {
			b.over(i)
		}
		if ideograph(g.r) && i > b.start && !closing(g.r) {
			b.lastBreak, b.usedAtBreak = i, b.used
		}
		b.used += g.w
		if b.mayBreakAfter(i) {
			b.lastBreak, b.usedAtBreak = i+1, b.used
		}
	}
	b.cut(len(b.glyphs), len(b.glyphs))
	return b.lines
}

// glyphsOf are the characters of pieces with their widths, without what has no
// sign.
func glyphsOf(pieces []piece, size float64) []glyph {
	room := 0
	for _, p := range pieces {
		room += len(p.text)
	}
	glyphs := make([]glyph, 0, room)
	for i, p := range pieces {
		for _, r := range p.text {
			switch {
			case r == '\t' || r == '\r' || r == '\v' || r == '\f':
				r = ' '
			case r != '\n' && unicode.IsControl(r), r == '\ufeff':
				continue
			}
			glyphs = append(glyphs, glyph{r, i, p.face.Advance(r) * size})
		}
	}
	return glyphs
}

// breaker breaks glyphs into lines; lastBreak is the glyph that could begin
// the next line, used the width since the line's start.
type breaker struct {
	pieces            []piece
	glyphs            []glyph
	lines             []textLine
	start, lastBreak  int
	used, usedAtBreak float64
}

// cut ends a line before one glyph and begins the next at another.
func (b *breaker) cut(end, next int) {
	b.lines = append(b.lines, lineOf(b.pieces, b.glyphs[b.start:end]))
	b.start, b.lastBreak = next, -1
}

// over ends a line that the glyph at i does not fit.
func (b *breaker) over(i int) {
	if b.lastBreak > b.start {
		b.used -= b.usedAtBreak
		b.cut(b.lastBreak, b.lastBreak)
		return
	}
	b.used = 0
	b.cut(i, i)
}

func (b *breaker) mayBreakAfter(i int) bool {
	switch r := b.glyphs[i].r; r {
	case ' ', '-', '–', '/', '\u200b':
		return true
	default:
		return ideograph(r) && (i+1 == len(b.glyphs) || !closing(b.glyphs[i+1].r))
	}
}

// ideograph says whether lines may break around a character.
func ideograph(r rune) bool {
	return r >= 0x2e80 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xff60
}

// closing says whether a character may not begin a line.
func closing(r rune) bool {
	return strings.ContainsRune("、。，．・：；？！」』）】〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ", r)
}

func lineOf(pieces []piece, glyphs []glyph) textLine {
	for len(glyphs) > 0 && glyphs[len(glyphs)-1].r == ' ' {
		glyphs = glyphs[:len(glyphs)-1]
	}
	for len(glyphs) > 0 && glyphs[0].r == ' ' {
		glyphs = glyphs[1:]
	}
	var l textLine
	for i := 0; i < len(glyphs); {
		var b strings.Builder
		first := i
		for i < len(glyphs) && glyphs[i].piece == glyphs[first].piece {
			if glyphs[i].r != '\u200b' {
				b.WriteRune(glyphs[i].r)
			}
			l.width += glyphs[i].w
			i++
		}
		p := pieces[glyphs[first].piece]
		l.pieces = append(l.pieces, piece{b.String(), p.face, p.ink})
	}
	return l
}

// lines sets broken lines under each other from a top edge and returns where
// they end. Align is within the width.
func (p *Picture) lines(ls []textLine, x, y, width, size, leading float64, align model.Align) float64 {
	for _, l := range ls {
		at := x
		switch align {
		case model.AlignEnd:
			at += width - l.width
		case model.AlignCenter:
			at += (width - l.width) / 2
		}
		for _, q := range l.pieces {
			if strings.TrimSpace(q.text) != "" {
				p.add(Shape{Points: []chart.Point{{X: at, Y: y + leading/2 + size*middle}}, Words: q.text, Face: q.face, Size: size, Fill: q.ink})
			}
			at += q.face.Width(size, q.text)
		}
		y += leading
	}
	return y
}

// balanced breaks a heading so that its last line is not a single word: into
// no more lines than it needs, as even as they go.
func balanced(pieces []piece, size, width float64) []textLine {
	best := wrap(pieces, size, width)
	if len(best) < 2 || len(best) > 3 {
		return best
	}
	low, high := width/2, width
	for range 7 {
		middle := (low + high) / 2
		if ls := wrap(pieces, size, middle); len(ls) == len(best) {
			best, high = ls, middle
		} else {
			low = middle
		}
	}
	return best
}

// longestWord is the width of the longest part that no line may break.
func longestWord(s string, face fonts.Face, size float64) float64 {
	most := 0.0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '-' || r == '/' || ideograph(r) }) {
		most = max(most, face.Width(size, w))
	}
	return most + size*0.4
}
