package document

import (
	"slices"

	"github.com/tendril-app/tendril/internal/story/model"
)

// textBox is running text.
type textBox struct {
	paras []para
	src   *model.Text
	deck  *deck
	size  float64
}

const textMost, textLeast = 16.0, 12.5

func newTextBox(d *deck, t *model.Text) *textBox {
	b := &textBox{deck: d, src: t, size: textMost}
	b.set(textMost)
	return b
}

// set makes the paragraphs at a size.
func (b *textBox) set(size float64) {
	b.size, b.paras = size, nil
	if b.src.Heading != "" {
		b.paras = append(b.paras, one(span{text: b.src.Heading, size: size, bold: true, ink: inkText}))
	}
	for _, p := range b.src.Paragraphs {
		out := para{bullet: p.Bullet, number: p.Number, level: min(max(p.Level, 0), 3), before: size * 0.5, line: 1.12}
		for _, r := range p.Runs {
			out.spans = append(out.spans, span{text: r.Text, size: size, bold: r.Bold || p.Heading, italic: r.Italic,
				serif: r.Client, ink: toneInk(r.Tone, inkText)})
		}
		if p.Heading {
			out.before = size * 0.9
		}
		b.paras = append(b.paras, out)
	}
}

func (b *textBox) height(w float64) float64 { return heightOf(b.paras, w) }
func (b *textBox) elastic() bool            { return false }

// split first tries smaller type, then parts between paragraphs.
func (b *textBox) split(w, h float64) (head, rest box) {
	if b.src != nil {
		for size := b.size; size >= textLeast; size -= 0.5 {
			if b.set(size); b.height(w) <= h {
				return b, nil
			}
		}
	}
	a, left := splitParas(b.paras, w, h)
	switch {
	case len(a) == 0:
		return nil, b
	case len(left) == 0:
		return b, nil
	default:
		return &textBox{deck: b.deck, paras: slices.Clone(a)}, &textBox{deck: b.deck, paras: slices.Clone(left)}
	}
}

func (b *textBox) draw(s *slide, r rect, holder int) error {
	if holder > 0 {
		s.placeholder("Text", "", holder, &r, 1, b.paras)
	} else {
		s.textBox("Text", r, true, b.paras...)
	}
	return nil
}
