// Package metrics measures text without a font at hand: it knows the widths
// of Arial, Arial Bold and Georgia (read from Liberation Sans and Gelasio,
// which are made to the same widths), so that a title can be shrunk, a table
// broken and a label placed before anything draws it.
package metrics

import (
	_ "embed" // the width tables
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// Face is a typeface whose widths are known.
type Face int

// The faces of a document: ours, ours in bold, and the client's words.
const (
	Sans Face = iota
	SansBold
	Serif
)

// Each line of a table is the first code point in hex, then the advances of
// it and its followers in thousandths of the size.
var (
	//go:embed sans.txt
	sansTable string
	//go:embed sans-bold.txt
	sansBoldTable string
	//go:embed serif.txt
	serifTable string
)

var faces = [...]func() map[rune]float64{
	Sans:     sync.OnceValue(func() map[rune]float64 { return parse(sansTable) }),
	SansBold: sync.OnceValue(func() map[rune]float64 { return parse(sansBoldTable) }),
	Serif:    sync.OnceValue(func() map[rune]float64 { return parse(serifTable) }),
}

func parse(table string) map[rune]float64 {
	widths := make(map[rune]float64, 1024)
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		first, err := strconv.ParseInt(fields[0], 16, 32)
		if err != nil {
			continue
		}
		for i, f := range fields[1:] {
			if w, err := strconv.Atoi(f); err == nil {
				widths[rune(first)+rune(i)] = float64(w) / 1000
			}
		}
	}
	return widths
}

// Width returns the width of s, on one line, at a size; both in points.
func Width(f Face, size float64, s string) float64 {
	table := faces[f]()
	var em float64
	for _, r := range s {
		em += advance(table, r)
	}
	return em * size
}

// advance is a rune's width in ems. A rune outside the tables is drawn in
// some other face: ideographs and emoji are square, marks have no width, and
// anything else is taken a little wide.
func advance(table map[rune]float64, r rune) float64 {
	if w, ok := table[r]; ok {
		return w
	}
	switch {
	case r == '\t':
		return 0.556
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		return 0
	case wide(r):
		return 1.05
	default:
		return 0.62
	}
}

// wide says whether a character stands in a square: ideographs and emoji.
func wide(r rune) bool {
	for _, span := range [...][2]rune{{0x1100, 0x115f}, {0x2e80, 0xa4cf}, {0xac00, 0xd7a3}, {0xf900, 0xfaff},
		{0xfe30, 0xfe4f}, {0xff00, 0xff60}, {0x1f000, 0x1faff}, {0x20000, 0x3ffff}} {
		if r >= span[0] && r <= span[1] {
			return true
		}
	}
	return false
}

// LineHeight is the height of a line of any of the faces at single spacing,
// as a multiple of the size.
const LineHeight = 1.17

// slack widens every measured word a little: another program's kerning and
// rounding, or a face that stands in for Arial, must not push a word over.
const slack = 1.03

// Wrap breaks s into the lines it takes in a width, both in points: at spaces,
// after hyphens, between ideographs, and inside a word that is wider than a
// whole line. A line break in s ends a line. An empty text is one line.
func Wrap(f Face, size float64, s string, width float64) []string {
	var lines []string
	for part := range strings.SplitSeq(s, "\n") {
		lines = append(lines, wrapLine(f, size, part, width)...)
	}
	return lines
}

func wrapLine(f Face, size float64, s string, width float64) []string {
	table := faces[f]()
	limit := width / (size * slack)
	var lines []string
	runes := []rune(s)
	start, lastBreak := 0, -1 // lastBreak is the index of the first rune after the last place to break
	var used, usedAtBreak float64
	for i, r := range runes {
		w := advance(table, r)
		for r != ' ' && used+w > limit && i > start {
			cut, carried := i, 0.0
			if lastBreak > start {
				cut, carried = lastBreak, used-usedAtBreak
			}
			lines = append(lines, strings.TrimRight(string(runes[start:cut]), " "))
			start, used, lastBreak = cut, carried, -1
		}
		used += w
		if r == ' ' || r == '-' || r == '–' || r == '/' || wide(r) {
			lastBreak, usedAtBreak = i+1, used
		}
	}
	return append(lines, strings.TrimRight(string(runes[start:]), " "))
}

// Lines counts the lines that Wrap makes.
func Lines(f Face, size float64, s string, width float64) int {
	return len(Wrap(f, size, s, width))
}

// Fit returns the largest size from most down to least, in steps of half a
// point, at which s takes no more lines than lines, and the number it takes
// at that size (more than lines where even least is too large).
func Fit(f Face, s string, width, most, least float64, lines int) (size float64, taken int) {
	for size = most; ; size -= 0.5 {
		taken = Lines(f, size, s, width)
		if taken <= lines || size <= least {
			return max(size, least), taken
		}
	}
}
