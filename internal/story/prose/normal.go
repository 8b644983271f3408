package prose

import (
	"slices"
	"strings"
	"unicode"

	"github.com/tendril-app/tendril/internal/story/model"
)

// deepest is the deepest level of a list, counted from 0.
const deepest = 3

// normal brings paragraphs to the one form that a text is read as.
func normal(paragraphs []model.Paragraph) []model.Paragraph {
	var out []model.Paragraph
	for _, p := range paragraphs {
		runs := manners(p)
		if len(runs) == 0 {
			continue
		}
		q := model.Paragraph{Runs: runs}
		switch {
		case p.Number > 0:
			q.Number, q.Level = 1, min(max(p.Level, 0), deepest)
		case p.Bullet:
			q.Bullet, q.Level = true, min(max(p.Level, 0), deepest)
		default:
			q.Heading = p.Heading
		}
		out = append(out, q)
	}
	counted(out)
	return slices.Clip(out)
}

// counted gives list items their levels and numbers. A numbered item that is
// all there is of its list is a sentence that begins with a number.
func counted(ps []model.Paragraph) {
	isItem := func(i int) bool { return i >= 0 && i < len(ps) && (ps[i].Bullet || ps[i].Number > 0) }
	var last [deepest + 1]int // the number at each level; 0 where the list there has none
	for i := range ps {
		p := &ps[i]
		if !isItem(i) {
			continue
		}
		if !isItem(i - 1) {
			last = [deepest + 1]int{}
			p.Level = 0
			if p.Number > 0 && !isItem(i+1) {
				p.Number = 0
				p.Runs = joined(append([]model.Run{{Text: "1. "}}, p.Runs...))
				continue
			}
		} else {
			p.Level = min(p.Level, ps[i-1].Level+1)
		}
		for below := p.Level + 1; below <= deepest; below++ {
			last[below] = 0
		}
		if p.Number == 0 {
			last[p.Level] = 0
			continue
		}
		last[p.Level]++
		p.Number = last[p.Level]
	}
}

// letter is a character of a paragraph in its manner.
type letter struct {
	r            rune
	bold, italic bool
}

// manners returns a paragraph's runs with emphasis where it can be said:
// around words, not around the spaces and signs beside them.
func manners(p model.Paragraph) []model.Run {
	var letters []letter
	for _, run := range p.Runs {
		for _, r := range tidy.Replace(strings.ToValidUTF8(run.Text, "\ufffd")) {
			if r == '\n' && p.Heading && !p.Bullet && p.Number == 0 {
				r = ' '
			}
			letters = append(letters, letter{r, run.Bold, run.Italic})
		}
	}
	letters = trimmed(letters)
	shrink(letters, func(l *letter) *bool { return &l.bold })
	shrink(letters, func(l *letter) *bool { return &l.italic })
	var runs []model.Run
	for _, l := range letters {
		runs = append(runs, model.Run{Text: string(l.r), Bold: l.bold, Italic: l.italic})
	}
	return joined(runs)
}

// trimmed takes away spaces at the ends of lines, and empty lines.
func trimmed(letters []letter) []letter {
	out := make([]letter, 0, len(letters))
	for i := 0; i <= len(letters); i++ {
		if i < len(letters) && letters[i].r != '\n' {
			if !blank(letters[i].r) || len(out) > 0 && out[len(out)-1].r != '\n' {
				out = append(out, letters[i])
			}
			continue
		}
		for len(out) > 0 && blank(out[len(out)-1].r) {
			out = out[:len(out)-1]
		}
		if i < len(letters) && len(out) > 0 && out[len(out)-1].r != '\n' {
			out = append(out, letters[i])
		}
	}
	for len(out) > 0 && (out[len(out)-1].r == '\n' || blank(out[len(out)-1].r)) {
		out = out[:len(out)-1]
	}
	return out
}

// blank is a space that a line may not begin or end with.
func blank(r rune) bool { return r == ' ' || r == '\t' || r == '\v' || r == '\f' }

// shrink draws a manner in to where its marks are seen as such: not next to a
// space inside, and next to a sign inside only where outside is no letter.
func shrink(letters []letter, of func(*letter) *bool) {
	for i := 0; i < len(letters); {
		if !*of(&letters[i]) {
			i++
			continue
		}
		end := i
		for end < len(letters) && *of(&letters[end]) {
			end++
		}
		from, to := i, end
		for from < to && loose(letters, from, from-1) {
			*of(&letters[from]) = false
			from++
		}
		for to > from && loose(letters, to-1, to) {
			to--
			*of(&letters[to]) = false
		}
		i = end
	}
}

// loose reports whether the letter at an end of a manner cannot be in it: a
// space, or a sign whose neighbour outside is a letter or digit.
func loose(letters []letter, at, outside int) bool {
	if unicode.IsSpace(letters[at].r) {
		return true
	}
	if !sign(letters[at].r) || outside < 0 || outside >= len(letters) {
		return false
	}
	next := letters[outside].r
	return !unicode.IsSpace(next) && !sign(next)
}

func sign(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// joined merges runs of one manner.
func joined(runs []model.Run) []model.Run {
	var out []model.Run
	for _, r := range runs {
		if r.Text == "" {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Bold == r.Bold && out[n-1].Italic == r.Italic {
			out[n-1].Text += r.Text
			continue
		}
		out = append(out, r)
	}
	return out
}
