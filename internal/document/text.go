package document

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/document/metrics"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// The inks: everything is a colour of the theme, so that another theme
// recolours the whole document.
const (
	inkText    = `<a:schemeClr val="tx1"/>`
	inkQuiet   = `<a:schemeClr val="tx2"/>`
	inkFaint   = `<a:schemeClr val="tx2"><a:lumMod val="82000"/><a:lumOff val="18000"/></a:schemeClr>`
	inkGrowth  = `<a:schemeClr val="accent1"/>`
	inkClaim   = `<a:schemeClr val="accent2"/>`
	inkTrouble = `<a:schemeClr val="accent3"/>`
	inkDanger  = `<a:schemeClr val="accent4"/>`
	inkPaper   = `<a:schemeClr val="bg1"/>`
	inkHair    = `<a:schemeClr val="bg1"><a:lumMod val="88000"/></a:schemeClr>`
	inkWash    = `<a:schemeClr val="bg2"/>`
	inkBand    = `<a:schemeClr val="accent3"><a:satMod val="83000"/><a:lumMod val="12500"/><a:lumOff val="87500"/></a:schemeClr>`
	inkArea    = `<a:schemeClr val="accent1"><a:satMod val="55000"/><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>`
)

func toneInk(t model.Tone, plain string) string {
	switch t {
	case model.ToneQuiet:
		return inkFaint
	case model.ToneGrowth:
		return inkGrowth
	case model.ToneTrouble:
		return inkTrouble
	case model.ToneDanger:
		return inkDanger
	case model.ToneClaimed:
		return inkClaim
	default:
		return plain
	}
}

// span is a stretch of text in one manner. Zero fields inherit.
type span struct {
	text         string
	size         float64
	bold, italic bool
	serif        bool
	ink          string
}

// para is a paragraph; before is the space above it in points and line the
// line spacing as a multiple (0 is 1).
type para struct {
	spans  []span
	align  model.Align
	bullet bool
	number int // of a numbered item, from 1; else 0
	level  int
	before float64
	line   float64
	// bare writes no paragraph settings, as a placeholder inherits them.
	bare bool
}

func one(s span) para { return para{spans: []span{s}} }

// plain is the paragraph's words.
func (p para) plain() string {
	var b strings.Builder
	for _, s := range p.spans {
		b.WriteString(s.text)
	}
	return ooxml.Clean(b.String())
}

func (p para) size() float64 {
	size := 0.0
	for _, s := range p.spans {
		size = max(size, s.size)
	}
	return size
}

// face is the widest face that the paragraph uses.
func (p para) face() metrics.Face {
	face := metrics.Sans
	for _, s := range p.spans {
		if s.bold {
			return metrics.SansBold
		}
		if s.serif {
			face = metrics.Serif
		}
	}
	return face
}

const indentStep = 16.0

// hangs reports whether the paragraph is set in.
func (p para) hangs() bool { return p.bullet || p.number > 0 || p.level > 0 }

// height is how high the paragraph stands in a width, without the space above.
func (p para) height(width float64) float64 {
	if p.hangs() {
		width -= indentStep * float64(p.level+1)
	}
	line := p.line
	if line == 0 {
		line = 1
	}
	return float64(metrics.Lines(p.face(), p.size(), p.plain(), width)) * p.size() * metrics.LineHeight * line
}

func heightOf(paras []para, width float64) float64 {
	var h float64
	for i, p := range paras {
		if i > 0 {
			h += p.before
		}
		h += p.height(width)
	}
	return h
}

// linesOf counts the lines that paragraphs take in a width.
func linesOf(paras []para, width float64) int {
	n := 0
	for _, p := range paras {
		n += metrics.Lines(p.face(), p.size(), p.plain(), width)
	}
	return n
}

// splitParas parts paragraphs so that head fits into a height, inside a
// paragraph where even its first does not; head is empty when not one line
// fits.
func splitParas(ps []para, width, h float64) (head, tail []para) {
	used := 0.0
	for i, p := range ps {
		if i > 0 {
			used += p.before
		}
		need := p.height(width)
		if used+need <= h {
			used += need
			continue
		}
		if i > 0 {
			return ps[:i], ps[i:]
		}
		a, b, ok := p.split(width, h)
		if !ok {
			return nil, ps
		}
		return []para{a}, append([]para{b}, ps[1:]...)
	}
	return ps, nil
}

// split parts a paragraph after the lines that fit into a height.
func (p para) split(width, h float64) (head, tail para, ok bool) {
	if p.hangs() {
		width -= indentStep * float64(p.level+1)
	}
	lines := metrics.Wrap(p.face(), p.size(), p.plain(), width)
	fit := int(h / (p.height(math.Inf(1)) / float64(strings.Count(p.plain(), "\n")+1)))
	if fit < 1 || fit >= len(lines) {
		return p, para{}, false
	}
	keep := 0
	for _, l := range lines[:fit] {
		keep += len([]rune(strings.ReplaceAll(l, " ", "")))
	}
	return p.cut(keep)
}

// cut parts a paragraph after so many characters that are not spaces.
func (p para) cut(keep int) (head, tail para, ok bool) {
	head, tail = p, p
	head.spans, tail.spans, tail.bullet, tail.number = nil, nil, false, 0
	for i, sp := range p.spans {
		runes := []rune(ooxml.Clean(sp.text))
		for at, r := range runes {
			if r != ' ' && r != '\n' {
				keep--
			}
			if keep >= 0 {
				continue
			}
			a, b := sp, sp
			a.text, b.text = string(runes[:at]), string(runes[at:])
			head.spans = append(head.spans, a)
			tail.spans = append([]span{b}, p.spans[i+1:]...)
			return head, tail, true
		}
		head.spans = append(head.spans, sp)
	}
	return p, para{}, false
}

// rightToLeft says whether a text reads from the right: its first letter
// decides, and base where it has none.
func rightToLeft(s string, base bool) bool {
	for _, r := range s {
		switch {
		case r >= 0x0590 && r <= 0x08ff, r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfeff:
			return true
		case r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z', r >= 0xc0 && r < 0x0590, r >= 0x0900:
			return false
		}
	}
	return base
}

// scaled is the paragraphs with their sizes multiplied.
func scaled(ps []para, by float64) []para {
	out := make([]para, len(ps))
	for i, p := range ps {
		p.before *= by
		p.spans = slices.Clone(p.spans)
		for k := range p.spans {
			p.spans[k].size *= by
		}
		out[i] = p
	}
	return out
}

func (s *slide) paragraphs(paras []para) {
	if len(paras) == 0 {
		s.x.Start("a:p").Empty("a:endParaRPr", "lang", s.deck.lang).End()
	}
	starts := startsOf(paras)
	for i, p := range paras {
		s.paragraph(p, i == 0, starts[i])
	}
}

// startsOf says for each numbered item at what number its list begins: all
// items of a list say the same, so that it goes on counting when it is edited.
func startsOf(paras []para) []int {
	out := make([]int, len(paras))
	var start, last [4]int
	for i, p := range paras {
		level := min(max(p.level, 0), 3)
		if p.number == 0 {
			if !p.bullet {
				last = [4]int{}
			} else {
				clear(last[level:])
			}
			continue
		}
		clear(last[level+1:])
		if last[level] == 0 || p.number != last[level]+1 {
			start[level] = p.number
		}
		last[level], out[i] = p.number, start[level]
	}
	return out
}

func (s *slide) paragraph(p para, first bool, start int) {
	x := s.x
	x.Start("a:p")
	rtl := rightToLeft(p.plain(), s.deck.rtl)
	var attrs []string
	if p.hangs() {
		left := s.emu(indentStep * float64(p.level+1))
		attrs = append(attrs, "marL", left, "indent", "-"+s.emu(indentStep))
	}
	if !p.bare || rtl {
		attrs = append(attrs, "algn", physical(p.align, rtl))
	}
	if rtl {
		attrs = append(attrs, "rtl", "1")
	}
	x.Start("a:pPr", attrs...)
	if !p.bare {
		if p.line != 0 {
			x.Start("a:lnSpc").Empty("a:spcPct", "val", percent(p.line)).End()
		}
		if p.before > 0 && !first {
			x.Start("a:spcBef").Empty("a:spcPts", "val", s.size(p.before)).End()
		}
		s.itemMark(p, start)
	}
	x.End()
	for _, sp := range p.spans {
		for i, line := range strings.Split(ooxml.Clean(sp.text), "\n") {
			if i > 0 {
				x.Start("a:br")
				s.runStyle(sp)
				x.End()
			}
			if line != "" {
				x.Start("a:r")
				s.runStyle(sp)
				x.Element("a:t", line).End()
			}
		}
	}
	x.End()
}

// itemMark is what stands before a list item.
func (s *slide) itemMark(p para, start int) {
	switch {
	case p.bullet:
		s.x.Raw(`<a:buFont typeface="Arial"/><a:buChar char="•"/>`)
	case start > 1:
		s.x.Empty("a:buAutoNum", "type", "arabicPeriod", "startAt", strconv.Itoa(start))
	case start == 1:
		s.x.Empty("a:buAutoNum", "type", "arabicPeriod")
	default:
		s.x.Raw(`<a:buNone/>`)
	}
}

func (s *slide) runStyle(sp span) {
	attrs := []string{"lang", s.deck.lang}
	if sp.size > 0 {
		attrs = append(attrs, "sz", s.size(sp.size))
	}
	if sp.bold {
		attrs = append(attrs, "b", "1")
	}
	if sp.italic || sp.serif && s.house() != nil {
		attrs = append(attrs, "i", "1")
	}
	x := s.x.Start("a:rPr", append(attrs, "dirty", "0")...)
	if ink := sp.ink; ink != "" {
		if s.house() != nil && s.part != nil {
			ink = s.house().readable(ink, s.layout)
		}
		x.Start("a:solidFill").Raw(ink).End()
	}
	switch {
	case sp.serif && s.house() == nil:
		x.Empty("a:latin", "typeface", s.deck.serif)
	case sp.size > 0 || sp.serif:
		// Said outright: some programs let a serif neighbour decide.
		x.Empty("a:latin", "typeface", "+mn-lt")
	}
	x.End()
}

// physical turns start and end into left and right.
func physical(a model.Align, rtl bool) string {
	switch {
	case a == model.AlignCenter:
		return "ctr"
	case (a == model.AlignEnd) != rtl:
		return "r"
	default:
		return "l"
	}
}

// emu writes points in the unit of the format, 12,700 to the point.
func emu(points float64) string { return strconv.Itoa(int(math.Round(points * 12700))) }

func hundredths(points float64) string { return strconv.Itoa(int(math.Round(points * 100))) }

func percent(f float64) string { return strconv.Itoa(int(math.Round(f * 100000))) }
