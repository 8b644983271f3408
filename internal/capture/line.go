package capture

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tendril-app/tendril/internal/success"
)

// line is one line with a sign being read. What becomes of each byte is kept:
// the bytes that no field has taken are the rest, which has to go somewhere.
type line struct {
	*reader
	number int
	sign   string
	start  int    // of the line, in the page
	body   int    // of what follows the sign, in the page
	text   string // the line without its end
	used   []bool // by byte of text

	records []Record
	people  []Record
	met     []Link
	metIDs  []success.ID
	parts   []Part
	guess   string
	hangs   string // what the next line's answer or insight hangs on
}

// readers read a line after its sign; each answers why it cannot, or "".
var readers map[string]func(l *line) string

func init() { // a map of functions that lead back to it cannot be initialised in place
	readers = map[string]func(l *line) string{
		"?": (*line).question, "=": (*line).answer, "!": (*line).insight, "$": (*line).benefit,
		">": (*line).milestone, "~": (*line).change, "#": (*line).reading, `"`: (*line).quote, "@": (*line).persons,
	}
}

// quoteMarks open or close a quote.
const quoteMarks = "\"“”„‟«»"

// signOf cuts the sign off a line. A row of signs is a rule or a heading of
// Markdown, and a sign with nothing after it is nothing.
func signOf(text string) (sign, rest string) {
	trimmed := strings.TrimLeft(text, " \t")
	first, size := utf8.DecodeRuneInString(trimmed)
	sign = string(first)
	if strings.ContainsRune(quoteMarks, first) {
		sign = `"`
	}
	if size == 0 || !strings.Contains(`?=!$>~#"@`, sign) {
		return "", text
	}
	rest = trimmed[size:]
	if sign != `"` && strings.HasPrefix(rest, sign) {
		return "", text
	}
	if !strings.ContainsFunc(rest, isWord) {
		return "", text
	}
	return sign, rest
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// free is the line with what is used blanked out, byte for byte.
func (l *line) free() string {
	b := []byte(l.text)
	for i, used := range l.used {
		if used {
			b[i] = 0
		}
	}
	return string(b)
}

// take gives bytes of the line to a field, as far as no other has them.
func (l *line) take(from, to int, record, field string) {
	for from < to {
		if l.used[from] {
			from++
			continue
		}
		end := from
		for end < to && !l.used[end] {
			l.used[end] = true
			end++
		}
		if strings.TrimSpace(l.text[from:end]) != "" {
			l.parts = append(l.parts, Part{Span: Span{l.start + from, l.start + end}, Record: record, Field: field})
		}
		from = end
	}
}

// match finds a pattern in what is free. Groups are offsets in the line.
func (l *line) match(pattern *regexp.Regexp) []int { return pattern.FindStringSubmatchIndex(l.free()) }

// group returns a group's words; "" where it is not there.
func (l *line) group(match []int, n int) string {
	if match[2*n] < 0 {
		return ""
	}
	return l.text[match[2*n]:match[2*n+1]]
}

// stretches are the free stretches that hold a word.
func (l *line) stretches() []Span {
	var out []Span
	for i := 0; i < len(l.used); {
		if l.used[i] {
			i++
			continue
		}
		from := i
		for i < len(l.used) && !l.used[i] {
			i++
		}
		if strings.ContainsFunc(l.text[from:i], isWord) {
			out = append(out, Span{from, i})
		}
	}
	return out
}

// tidy takes off the ends what stood between two things.
func tidy(text string) string {
	return strings.TrimFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(",;:–—-|·", r)
	})
}

// takeRest gives all that is left to a field of words, and returns the words.
func (l *line) takeRest(record, field string) string {
	var words []string
	for _, s := range l.stretches() {
		if text := tidy(l.text[s.From:s.To]); text != "" {
			words = append(words, text)
		}
		l.take(s.From, s.To, record, field)
	}
	return clean(strings.Join(words, ", "))
}

// clean makes runs of blanks one blank, and control characters blanks.
func clean(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// propose adds a record.
func (l *line) propose(key string, kind success.Kind, fields success.Fields, links ...Link) {
	l.records = append(l.records, Record{Key: key, Kind: kind, Fields: fields, Links: links})
}

// words gives the whole line after the sign to a field.
func (l *line) words(record, field string) string { return l.takeRest(record, field) }

// chunks are the free stretches between commas. A comma between digits is part
// of a number.
func (l *line) chunks() []Span {
	var out []Span
	for _, s := range l.stretches() {
		from := s.From
		for i := s.From; i < s.To; i++ {
			c := l.text[i]
			if c != ';' && (c != ',' || i > 0 && i+1 < len(l.text) && isDigit(l.text[i-1]) && isDigit(l.text[i+1])) {
				continue
			}
			out = append(out, Span{from, i})
			from = i + 1
		}
		out = append(out, Span{from, s.To})
	}
	return out
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
