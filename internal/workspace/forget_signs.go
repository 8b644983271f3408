package workspace

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"unicode"
)

// signs are the words by which texts name a person, and what stands there instead.
type signs struct {
	as    string
	words []sign
	// found counts, by the spelling of a sign, how often it was replaced.
	found map[string]int
}

// sign is one spelling. A whole one (a full name, a mail address, a telephone
// number) is found however it is written; a part of a name only with its capital,
// so that nobody called Will takes the future out of a text.
type sign struct {
	text  string
	runes []rune // in lower case
	whole bool
	name  bool // may end in the s of a genitive or a plural
}

// shortestPart is how many letters a part of a name must have to be looked for.
const shortestPart = 3

// forms of address are no parts of a name.
var addresses = []string{"prof", "herr", "frau", "mrs", "miss", "dipl", "ing", "sir", "dame", "lord", "lady", "señor", "señora", "monsieur", "madame"}

// signsOf gathers the signs of a person who had these names, mail addresses and
// telephone numbers. taken are names of others whose parts are theirs as well, keep
// are parts that are to stay where they stand alone.
func signsOf(as string, names, contacts, taken, keep []string) *signs {
	s := &signs{as: as, found: map[string]int{}}
	others := map[string]bool{}
	for _, name := range taken {
		for _, part := range partsOf(name) {
			others[strings.ToLower(part)] = true
		}
	}
	for _, part := range keep {
		others[strings.ToLower(part)] = true
	}
	for _, text := range contacts {
		if len([]rune(text)) >= 5 {
			s.add(sign{text: text, whole: true})
		}
	}
	for _, name := range names {
		if name = strings.Join(strings.Fields(name), " "); name != "" && name != as {
			s.add(sign{text: name, whole: true, name: true})
		}
	}
	for _, name := range names {
		if name == as {
			continue
		}
		for _, part := range partsOf(name) {
			if !others[strings.ToLower(part)] {
				s.add(sign{text: part, name: true})
			}
		}
	}
	slices.SortStableFunc(s.words, func(a, b sign) int { return len(b.runes) - len(a.runes) })
	return s
}

func (s *signs) add(one sign) {
	one.runes = lower([]rune(one.text))
	if !slices.ContainsFunc(s.words, func(w sign) bool { return slices.Equal(w.runes, one.runes) }) {
		s.words = append(s.words, one)
	}
}

// partsOf are the words of a name that name a person on their own: long enough,
// with a capital, and no form of address.
func partsOf(name string) []string {
	var parts []string
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		runes := []rune(part)
		if len(runes) >= shortestPart && !unicode.IsLower(runes[0]) && !slices.Contains(addresses, strings.ToLower(part)) {
			parts = append(parts, part)
		}
	}
	return parts
}

// parts returns the parts of the name that are looked for on their own.
func (s *signs) parts() []string {
	var out []string
	for _, w := range s.words {
		if !w.whole {
			out = append(out, w.text)
		}
	}
	return out
}

// redact returns a text without the person. Replacing what was replaced changes
// nothing, so that forgetting again after a backup was restored is safe.
func (s *signs) redact(text string) string {
	if len(text) < shortestPart {
		return text
	}
	runes := []rune(text)
	small := lower(runes)
	var b strings.Builder
	last := 0
	for i := 0; i < len(runes); {
		end := 0
		if i == 0 || !inWord(runes[i-1]) {
			end = s.at(runes, small, i)
		}
		if end == 0 {
			i++
			continue
		}
		b.WriteString(string(runes[last:i]))
		b.WriteString(s.as)
		i, last = end, end
	}
	if last == 0 {
		return text
	}
	b.WriteString(string(runes[last:]))
	return b.String()
}

// at returns where a sign that begins at i ends, 0 where none begins.
func (s *signs) at(runes, small []rune, i int) int {
	for _, w := range s.words {
		end := i + len(w.runes)
		if end > len(small) || small[i] != w.runes[0] || !slices.Equal(small[i:end], w.runes) {
			continue
		}
		if !w.whole && runes[i] != []rune(w.text)[0] {
			continue
		}
		if w.name && end < len(small) && small[end] == 's' && (end+1 == len(small) || !inWord(small[end+1])) {
			end++
		}
		if end < len(runes) && inWord(runes[end]) {
			continue
		}
		s.found[w.text]++
		return end
	}
	return 0
}

// names reports whether bytes that may be any file's name the person by a whole
// sign, in capitals or not.
func (s *signs) names(file []byte) bool {
	small := bytes.ToLower(file)
	return slices.ContainsFunc(s.words, func(w sign) bool {
		return w.whole && bytes.Contains(small, []byte(string(w.runes)))
	})
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// lower folds rune by rune, so that places stay what they are.
func lower(runes []rune) []rune {
	out := make([]rune, len(runes))
	for i, r := range runes {
		out[i] = unicode.ToLower(r)
	}
	return out
}

// redactJSON redacts the strings of a JSON value, names of members excepted.
// Everything else stays byte for byte.
func (s *signs) redactJSON(raw []byte) []byte {
	var out []byte
	last := 0
	for i := 0; i < len(raw); {
		if raw[i] != '"' {
			i++
			continue
		}
		end := stringEnd(raw, i)
		if end < 0 {
			return raw
		}
		next := skipSpace(raw, end)
		if next >= len(raw) || raw[next] != ':' {
			if now, changed := s.redactString(raw[i:end]); changed {
				out = append(append(out, raw[last:i]...), now...)
				last = end
			}
		}
		i = end
	}
	if last == 0 {
		return raw
	}
	return append(out, raw[last:]...)
}

func (s *signs) redactString(raw []byte) ([]byte, bool) {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return nil, false
	}
	now := s.redact(text)
	if now == text {
		return nil, false
	}
	return appendString(nil, now), true
}
