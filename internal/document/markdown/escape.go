package markdown

import (
	"regexp"
	"strings"
	"unicode"
)

// clean is a text without the characters that a text file should not hold.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == '\r', r == '\v', r == '\u2028', r == '\u2029', r == '\u0085':
			return ' '
		case unicode.IsControl(r), r == '\ufeff', r&0xfffe == 0xfffe:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// line is a text on one line.
func line(s string) string { return strings.Join(strings.FieldsFunc(clean(s), isSpace), " ") }

// isSpace leaves the spaces that do not break, which keep a number together.
func isSpace(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }

// escape makes a text mean itself in Markdown, in running text and in a cell.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '|', '~':
			b.WriteByte('\\')
		case '&':
			if entity.MatchString(s[i:]) {
				b.WriteByte('\\')
			}
		case '!':
			if strings.HasPrefix(s[i:], "![") {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

var (
	entity = regexp.MustCompile(`^&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)
	number = regexp.MustCompile(`^([0-9]{1,9})([.)])(\s|$)`)
)

// start keeps what begins a line from being a heading, a list, a rule or a
// heading's underline.
func start(markup string) string {
	if m := number.FindStringSubmatch(markup); m != nil {
		return m[1] + `\` + markup[len(m[1]):]
	}
	if markup != "" && strings.ContainsRune("#-+=", rune(markup[0])) {
		return `\` + markup
	}
	return markup
}
