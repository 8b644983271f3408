package preflight

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/prose"
)

// storyTexts are the story's own texts.
func storyTexts(in Input) []Text {
	out := []Text{{Place: Place{Kind: PlaceTitle}, Text: in.Story.Title}}
	for _, s := range in.Story.Sections {
		if s.Key == story.SectionComposed {
			continue
		}
		out = append(out, Text{Place: Place{Kind: PlaceSection, Section: s.Key, Part: "title"}, Text: s.Title},
			Text{Place: Place{Kind: PlaceSection, Section: s.Key, Part: "body"}, Text: prose.Plain(s.Body)})
	}
	for i := range in.Claims {
		c := &in.Claims[i]
		place := Place{Kind: PlaceClaim, Section: c.Section, Claim: c.ID}
		out = append(out, Text{Place: place, Text: prose.Plain(c.Text), generated: !story.Edited(in.Story, c)})
	}
	return out
}

// documentTexts are all texts of a document, page by page, with its frame.
func documentTexts(doc *model.Document) []Text {
	var out []Text
	frame := *doc
	frame.Pages, frame.Brand = nil, model.Brand{}
	walk(&frame, Place{Kind: PlaceProperty}, &out)
	for i := range doc.Pages {
		page := doc.Pages[i]
		for _, note := range page.Notes {
			out = append(out, Text{Place: Place{Kind: PlaceNotes, Page: string(page.Key)}, Text: note, generated: true})
		}
		page.Notes = nil
		walk(&page, Place{Kind: PlacePage, Page: string(page.Key)}, &out)
	}
	return out
}

// marks are fields of the model that hold no words.
var marks = []string{"key", "tone", "mark", "align", "role", "kind", "language", "locale", "audience", "date", "version", "brand", "number_format",
	"date_format", "from", "to", "today", "on", "days"}

// walk gathers the texts of a piece of the model by way of its JSON, so that no
// field that is added later is forgotten.
func walk(v any, at Place, out *[]Text) {
	raw, err := json.Marshal(v)
	if err != nil {
		return // the model always marshals
	}
	var tree any
	if json.Unmarshal(raw, &tree) != nil {
		return
	}
	walkTree(tree, "", at, out)
}

func walkTree(node any, field string, at Place, out *[]Text) {
	switch n := node.(type) {
	case string:
		if !slices.Contains(marks, field) {
			at.Part = field
			*out = append(*out, Text{Place: at, Text: n, generated: true})
		}
	case []any:
		for _, sub := range n {
			walkTree(sub, field, at, out)
		}
	case map[string]any:
		if runs, ok := n["runs"].([]any); ok { // one paragraph is one text
			walkTree(joined(runs), "text", at, out)
			return
		}
		names := make([]string, 0, len(n))
		for name := range n {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			walkTree(n[name], name, at, out)
		}
	}
}

func joined(runs []any) string {
	var b strings.Builder
	for _, run := range runs {
		if m, ok := run.(map[string]any); ok {
			if text, ok := m["text"].(string); ok {
				b.WriteString(text)
			}
		}
	}
	return b.String()
}

// word is one word of a text: folded, and where it stands.
type word struct {
	fold     string
	from, to int
	upper    bool // begins with a capital letter
	first    bool // begins a sentence
	allUpper bool
}

// foldings are letters that a decomposition leaves whole.
var foldings = strings.NewReplacer("ß", "ss", "ł", "l", "ø", "o", "đ", "d", "æ", "ae", "œ", "oe", "þ", "th", "ı", "i")

// fold makes words comparable: without case, accents and what cannot be seen.
func fold(text string) string {
	if isASCII(text) {
		return strings.ToLower(text)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return foldings.Replace(b.String())
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

func isInWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r)
}

// split cuts a text into words. An apostrophe between letters belongs to its
// word, so that a possessive is an inflection like any other.
func split(text string) []word {
	var out []word
	runes := []rune(text)
	at, sentence := 0, true
	for i := 0; i < len(runes); {
		r := runes[i]
		if !isInWord(r) {
			sentence = sentence || strings.ContainsRune(".!?:\n“\"„(•–—", r)
			at += len(string(r))
			i++
			continue
		}
		w := word{from: at, upper: unicode.IsUpper(r), first: sentence, allUpper: true}
		var letters strings.Builder
		for i < len(runes) {
			r := runes[i]
			apostrophe := (r == '\'' || r == '’') && i+1 < len(runes) && unicode.IsLetter(runes[i+1])
			if !isInWord(r) && !apostrophe {
				break
			}
			if !apostrophe {
				letters.WriteRune(r)
				w.allUpper = w.allUpper && !unicode.IsLower(r)
			}
			at += len(string(r))
			i++
		}
		w.to, w.fold, sentence = at, fold(letters.String()), false
		if w.fold != "" {
			out = append(out, w)
		}
	}
	return out
}

// folds are the words of a text, folded.
func folds(text string) []string {
	words := split(text)
	out := make([]string, len(words))
	for i := range words {
		out[i] = words[i].fold
	}
	return out
}
