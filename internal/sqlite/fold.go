package sqlite

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// special are the letters that Unicode does not take apart into a letter and a
// mark, though people type the plain letter for them.
var special = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ð': "d", 'þ': "th", 'ı': "i", 'ħ': "h", 'ŧ': "t",
}

// Fold returns text as search compares it: lower case, without diacritics, with
// Chinese, Japanese and Korean text cut into overlapping pairs, as those scripts
// put no space between words.
func Fold(text string) string {
	if plain(text) {
		return strings.ToLower(text)
	}
	var b strings.Builder
	b.Grow(len(text))
	var previous rune // of a run of CJK letters, 0 outside one
	single := false   // the run has one letter so far
	end := func() {
		if single {
			b.WriteRune(previous)
		}
		if previous != 0 {
			b.WriteByte(' ')
		}
		previous, single = 0, false
	}
	for _, r := range norm.NFKC.String(text) {
		if isCJK(r) {
			if previous != 0 {
				b.WriteRune(previous)
				b.WriteRune(r)
			}
			b.WriteByte(' ')
			single = previous == 0
			previous = r
			continue
		}
		end()
		foldRune(&b, r)
	}
	end()
	return b.String()
}

// foldRune writes a letter without its marks.
func foldRune(b *strings.Builder, r rune) {
	if r < 0x80 {
		b.WriteRune(unicode.ToLower(r))
		return
	}
	for _, part := range norm.NFD.String(string(unicode.ToLower(r))) {
		if s, ok := special[part]; ok {
			b.WriteString(s)
		} else if !unicode.Is(unicode.Mn, part) {
			b.WriteRune(part)
		}
	}
}

// FoldWords returns the words of a search as they stand in the index.
func FoldWords(text string) []string {
	return words(Fold(text))
}

func words(folded string) []string {
	return strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

func plain(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

func isCJK(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
