// Package prose reads and writes the running text of a story: a small part of
// Markdown that any reader can make sense of.
//
//	**strong**, *emphasis*, "### " before a heading, "- " before a list item,
//	"1. " before a numbered one, two spaces or three to go deeper, a blank line
//	between paragraphs, a line break where the author broke a line.
//
// Nothing else is markup: underscores, angle brackets, ampersands and the "+"
// and "*" that begin a line are what they look like. A backslash before a sign
// takes its meaning away. What was written before there was any markup is read
// as the same words.
package prose

import (
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
)

// headingMark begins a line that is a heading.
const headingMark = "### "

// tidy takes out what no text has.
var tidy = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd")

// Parse reads a text as paragraphs. It never fails: what is no markup is text.
func Parse(text string) []model.Paragraph {
	text = strings.TrimSpace(tidy.Replace(strings.ToValidUTF8(text, "\ufffd")))
	if text == "" {
		return nil
	}
	if !marked(text) {
		return []model.Paragraph{model.Plain(text)}
	}
	return normal(read(text))
}

// marked reports whether a text may hold markup at all; most do not.
func marked(text string) bool {
	return strings.ContainsAny(text, "*\\\n") || strings.HasPrefix(text, "- ") || strings.HasPrefix(text, "-\t") ||
		strings.HasPrefix(text, headingMark)
}

// Write returns the text that Parse reads as these paragraphs, as far as the
// markup can say them: tones, the client's serif and empty paragraphs are not
// kept, emphasis keeps clear of spaces at its ends. No word is ever lost.
func Write(paragraphs []model.Paragraph) string {
	want := normal(paragraphs)
	for _, manner := range []func(*model.Run){
		func(*model.Run) {},
		func(r *model.Run) { r.Italic = false }, // overlapping manners may have no way of being written
		func(r *model.Run) { r.Bold, r.Italic = false, false },
	} {
		for i := range want {
			for j := range want[i].Runs {
				manner(&want[i].Runs[j])
			}
		}
		want = normal(want)
		if text := written(want); same(Parse(text), want) {
			return text
		}
	}
	return written(want)
}

// Escape returns the text that Parse reads as one paragraph of just these words.
func Escape(words string) string {
	if !marked(strings.TrimSpace(words)) {
		return words
	}
	return Write([]model.Paragraph{model.Plain(words)})
}

// Plain returns the words of a text without its markup, a line a paragraph.
func Plain(text string) string {
	paragraphs := Parse(text)
	lines := make([]string, 0, len(paragraphs))
	for _, p := range paragraphs {
		lines = append(lines, Mark(p)+p.String())
	}
	return strings.Join(lines, "\n")
}

func same(a, b []model.Paragraph) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		p, q := a[i], b[i]
		if p.Bullet != q.Bullet || p.Number != q.Number || p.Level != q.Level || p.Heading != q.Heading || len(p.Runs) != len(q.Runs) {
			return false
		}
		for j := range p.Runs {
			if p.Runs[j] != q.Runs[j] {
				return false
			}
		}
	}
	return true
}
