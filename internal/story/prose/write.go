package prose

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
)

// Mark is what stands before a list item where lists cannot be drawn.
func Mark(p model.Paragraph) string {
	switch {
	case p.Number > 0:
		return strconv.Itoa(p.Number) + ". "
	case p.Bullet:
		return "• "
	}
	return ""
}

// written writes normal paragraphs.
func written(paragraphs []model.Paragraph) string {
	var b strings.Builder
	var offsets []int // how far each level of the list at hand is set in
	for i, p := range paragraphs {
		item := p.Bullet || p.Number > 0
		if i > 0 {
			b.WriteString("\n")
			before := paragraphs[i-1]
			if !item || !before.Bullet && before.Number == 0 {
				b.WriteString("\n")
			}
		}
		switch {
		case p.Heading:
			b.WriteString(headingMark + inline(p.Runs, ""))
		case item:
			mark := "- "
			if p.Number > 0 {
				mark = strconv.Itoa(p.Number) + ". "
			}
			indent := 0
			for _, o := range offsets[:min(p.Level, len(offsets))] {
				indent += o
			}
			offsets = append(offsets[:min(p.Level, len(offsets))], len(mark))
			b.WriteString(strings.Repeat(" ", indent) + mark + inline(p.Runs, strings.Repeat(" ", indent+len(mark))))
		default:
			b.WriteString(inline(p.Runs, ""))
		}
		if !item {
			offsets = nil
		}
	}
	return b.String()
}

// inline writes runs, nested as they overlap: the manner that lasts longer is
// the outer one. Lines after the first are set in.
func inline(runs []model.Run, indent string) string {
	var b strings.Builder
	stack := "" // delimiters that are open, outermost first: "b" and "i"
	for i, r := range runs {
		keep := 0
		for keep < len(stack) && has(r, stack[keep]) {
			keep++
		}
		delimiters := closing(stack[keep:])
		stack = stack[:keep]
		for _, manner := range opening(runs[i:], stack) {
			delimiters += delimiter(manner)
			stack += string(manner)
		}
		put(&b, delimiters)
		b.WriteString(escaped(r.Text, b.Len() == 0, i+1 < len(runs)))
	}
	put(&b, closing(stack))
	if indent == "" {
		return b.String()
	}
	return strings.ReplaceAll(b.String(), "\n", "\n"+indent)
}

func has(r model.Run, manner byte) bool { return manner == 'b' && r.Bold || manner == 'i' && r.Italic }

func delimiter(manner rune) string {
	if manner == 'b' {
		return "**"
	}
	return "*"
}

// closing are the delimiters that end what is open, the innermost first.
func closing(open string) string {
	out := ""
	for i := len(open) - 1; i >= 0; i-- {
		out += delimiter(rune(open[i]))
	}
	return out
}

// opening are the manners that begin with the first of the runs.
func opening(runs []model.Run, open string) string {
	lasts := func(manner byte) int {
		n := 0
		for n < len(runs) && has(runs[n], manner) {
			n++
		}
		return n
	}
	out := ""
	for _, manner := range []byte{'b', 'i'} {
		if has(runs[0], manner) && !strings.Contains(open, string(rune(manner))) {
			out += string(rune(manner))
		}
	}
	if out == "bi" && lasts('i') > lasts('b') {
		return "ib"
	}
	return out
}

// put writes delimiters; backslashes right before them are doubled, so that
// they hide none.
func put(b *strings.Builder, delimiters string) {
	if delimiters == "" {
		return
	}
	said := b.String()
	b.WriteString(strings.Repeat(`\`, len(said)-len(strings.TrimRight(said, `\`))))
	b.WriteString(delimiters)
}

var opens = regexp.MustCompile(`^(?:(-)([ \t\n]|$)|(#{3} )|([0-9]{1,9})(\.)([ \t\n]|$)|(\\)([-#])|([0-9]{1,9}\\)(\.))`)

// escaped takes the meaning away from signs that would have one.
func escaped(text string, first, more bool) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		var b strings.Builder
		for at := 0; at < len(line); at++ {
			if line[at] == '*' && !alone(line, at, more) {
				said := b.String()
				b.WriteString(strings.Repeat(`\`, len(said)-len(strings.TrimRight(said, `\`))) + `\`)
			}
			b.WriteByte(line[at])
		}
		lines[i] = b.String()
		if i > 0 || first {
			lines[i] = hidden(lines[i])
		}
	}
	return strings.Join(lines, "\n")
}

// alone reports whether a star stands between spaces and so means nothing.
func alone(line string, at int, more bool) bool {
	spaced := at > 0 && line[at-1] == ' ' && at+1 < len(line) && line[at+1] == ' '
	return spaced && (at+2 < len(line) || !more)
}

// hidden keeps a line from beginning a list or a heading.
func hidden(line string) string {
	if !opens.MatchString(line) {
		return line
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	return line[:digits] + `\` + line[digits:]
}
