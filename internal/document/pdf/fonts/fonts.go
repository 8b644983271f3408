// Package fonts holds the typefaces of the paper document, as static TrueType
// files, and their widths: Inter for our words, Inter Tight for headings,
// Source Serif 4 for the client's, and Droid Sans Fallback for Chinese and
// Japanese characters that the others lack (it has no Korean ones).
package fonts

import (
	_ "embed" // the typefaces
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
)

// Face is a typeface of the document.
type Face int

// The faces. Fallback is never asked for by name: a character that its own
// face lacks is drawn in it.
const (
	Sans Face = iota
	SansBold
	SansItalic
	Display
	Serif
	SerifItalic
	Fallback
)

// Faces are all faces in order.
var Faces = []Face{Sans, SansBold, SansItalic, Display, Serif, SerifItalic, Fallback}

var (
	//go:embed Inter-Regular.ttf
	sans []byte
	//go:embed Inter-SemiBold.ttf
	sansBold []byte
	//go:embed Inter-Italic.ttf
	sansItalic []byte
	//go:embed InterTight-SemiBold.ttf
	display []byte
	//go:embed SourceSerif4-Regular.ttf
	serif []byte
	//go:embed SourceSerif4-Italic.ttf
	serifItalic []byte
	//go:embed DroidSansFallback.ttf
	fallback []byte
)

// Data is the face's TrueType file; it must not be changed.
func (f Face) Data() []byte {
	return [...][]byte{sans, sansBold, sansItalic, display, serif, serifItalic, fallback}[f]
}

// widths are the advances in ems, one table a face, read at first use.
var widths = func() (out [Fallback + 1]func() map[rune]float64) {
	for i := range out {
		out[i] = sync.OnceValue(func() map[rune]float64 {
			table, err := advances(Face(i).Data())
			if err != nil {
				return map[rune]float64{}
			}
			return table
		})
	}
	return out
}()

// Has says whether the face itself has a sign for a character.
func (f Face) Has(r rune) bool {
	_, ok := widths[f]()[r]
	return ok
}

// For is the face that draws a character asked for in f, and whether any does.
func (f Face) For(r rune) (Face, bool) {
	if f.Has(r) {
		return f, true
	}
	if r > 0x7f && Fallback.Has(r) {
		return Fallback, true
	}
	return f, false
}

// latin are the widths of the first characters, which most texts are made of,
// where no map has to be asked; those that a face lacks are negative.
var latin = func() (out [Fallback + 1]func() *[0x180]float64) {
	for i := range out {
		out[i] = sync.OnceValue(func() *[0x180]float64 {
			var table [0x180]float64
			all := widths[i]()
			for r := range table {
				if w, ok := all[rune(r)]; ok {
					table[r] = w
				} else {
					table[r] = -1
				}
			}
			return &table
		})
	}
	return out
}()

// Advance is a character's width in ems. One that no face has is taken to be
// square.
func (f Face) Advance(r rune) float64 {
	if r >= 0 && r < 0x180 {
		if w := latin[f]()[r]; w >= 0 {
			return w
		}
	}
	if w, ok := widths[f]()[r]; ok {
		return w
	}
	if w, ok := widths[Fallback]()[r]; ok {
		return w
	}
	return 1
}

// Width is the width of s, on one line, at a size; both in points.
func (f Face) Width(size float64, s string) float64 {
	var em float64
	for _, r := range s {
		em += f.Advance(r)
	}
	return em * size
}

var errFont = errors.New("not a static TrueType font")

// tables are the parts of a TrueType file by name.
func tables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errFont
	}
	out := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil, errFont
		}
		from, size := binary.BigEndian.Uint32(data[at+8:]), binary.BigEndian.Uint32(data[at+12:])
		if uint64(from)+uint64(size) > uint64(len(data)) {
			return nil, errFont
		}
		out[string(data[at:at+4])] = data[from : from+size]
	}
	return out, nil
}

// advances reads a font's widths in ems by character, of the Basic
// Multilingual Plane: what a PDF can address.
func advances(data []byte) (map[rune]float64, error) {
	t, err := tables(data)
	if err != nil {
		return nil, err
	}
	head, hhea, hmtx, cmap := t["head"], t["hhea"], t["hmtx"], t["cmap"]
	if len(head) < 20 || len(hhea) < 36 || len(cmap) < 4 {
		return nil, errFont
	}
	em := float64(binary.BigEndian.Uint16(head[18:]))
	count := int(binary.BigEndian.Uint16(hhea[34:]))
	if em == 0 || count == 0 || len(hmtx) < 4*count {
		return nil, errFont
	}
	for i := range int(binary.BigEndian.Uint16(cmap[2:])) {
		if len(cmap) < 12+8*i {
			break
		}
		from := int(binary.BigEndian.Uint32(cmap[8+8*i:]))
		if from+14 > len(cmap) || binary.BigEndian.Uint16(cmap[from:]) != 4 {
			continue
		}
		out := make(map[rune]float64, 4096)
		eachGlyph(cmap[from:], func(r rune, glyph int) {
			out[r] = float64(binary.BigEndian.Uint16(hmtx[4*min(glyph, count-1):])) / em
		})
		return out, nil
	}
	return nil, fmt.Errorf("%w: no table of characters", errFont)
}

// eachGlyph walks a character table of format 4.
func eachGlyph(sub []byte, see func(r rune, glyph int)) {
	u16 := func(at int) int {
		if at+2 > len(sub) {
			return 0
		}
		return int(binary.BigEndian.Uint16(sub[at:]))
	}
	double := u16(6)
	ends, starts := 14, 16+double
	deltas, ranges := starts+double, starts+2*double
	for s := 0; s < double; s += 2 {
		first, last, delta, offset := u16(starts+s), u16(ends+s), u16(deltas+s), u16(ranges+s)
		for c := first; c <= last && c != 0xffff; c++ {
			glyph := c
			if offset != 0 {
				if glyph = u16(ranges + s + offset + 2*(c-first)); glyph == 0 {
					continue
				}
			}
			if glyph = (glyph + delta) & 0xffff; glyph != 0 {
				see(rune(c), glyph)
			}
		}
	}
}
