package story

import (
	"maps"
	"strings"
)

// words finds phrases in one language. A phrase that a language lacks is taken
// from English, so that a new phrase is never an empty line.
type words struct {
	lang     string
	internal bool
}

// phrase is one fixed phrase in its languages. The internal forms, where given,
// are for documents that stay in the house.
type phrase struct {
	en, de                 string
	internalEn, internalDe string
}

// phrases is the one table of fixed phrases, by key.
var phrases = func() map[string]phrase {
	all := maps.Clone(storyPhrases)
	maps.Copy(all, documentPhrases)
	maps.Copy(all, pagePhrases)
	maps.Copy(all, appendixPhrases)
	maps.Copy(all, onePagePhrases)
	maps.Copy(all, handoverPhrases)
	maps.Copy(all, standingPhrases)
	maps.Copy(all, checkPhrases)
	return all
}()

// say returns a phrase with its {names} filled in, given as pairs.
func (w words) say(key string, pairs ...string) string {
	p, known := phrases[key]
	if !known {
		panic("story: no phrase " + key)
	}
	text := p.en
	if w.internal && p.internalEn != "" {
		text = p.internalEn
	}
	if w.lang == "de" {
		switch {
		case w.internal && p.internalDe != "":
			text = p.internalDe
		case p.de != "":
			text = p.de
		}
	}
	if own := labels[key].in(w.lang); own != "" {
		text = own
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}

// try returns a phrase whose key comes from a record, or the fallback where the
// record has a value that this version does not know.
func (w words) try(key, fallback string) string {
	if _, known := phrases[key]; !known {
		return fallback
	}
	return w.say(key)
}

// one returns the phrase KEY.one for a count of 1 and KEY for any other.
func (w words) one(n int64, key string, pairs ...string) string {
	if n == 1 {
		return w.say(key+".one", pairs...)
	}
	return w.say(key, pairs...)
}

// numerals are the numbers that are written as words in running text.
var numerals = map[string][]string{
	"en": {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"},
	"de": {"keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"},
}

// spell writes a small count as a word, a larger one in digits.
func (w words) spell(n int64, l *Locale) string {
	list := numerals[w.phraseLang()]
	if n >= 0 && n < int64(len(list)) {
		return list[n]
	}
	return l.Count(n)
}

// phraseLang is the language phrases are in: German where asked, else English.
func (w words) phraseLang() string {
	if w.lang == "de" {
		return "de"
	}
	return "en"
}

// capital makes the first letter of a sentence a capital one.
func capital(text string) string {
	runes := []rune(text)
	if len(runes) > 0 {
		runes[0] = []rune(strings.ToUpper(string(runes[0])))[0]
	}
	return string(runes)
}

// list joins names as a sentence does: "a, b and c".
func (w words) list(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	return strings.Join(items[:len(items)-1], ", ") + " " + w.say("and") + " " + items[len(items)-1]
}

// sentence ends a text with a full stop unless it has an end already.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?") || strings.HasSuffix(text, "…") ||
		strings.HasSuffix(text, ".”") || strings.HasSuffix(text, "?”") || strings.HasSuffix(text, ".“") || strings.HasSuffix(text, "?“") {
		return text
	}
	return text + "."
}
