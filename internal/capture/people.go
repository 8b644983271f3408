package capture

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/tendril-app/tendril/internal/success"
)

// fold makes names comparable: without case and accents, blanks made one.
func fold(text string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// person finds whom a name means: somebody of the account by id, or somebody
// new on this page by key. Part of a name will do where only one has it; those
// who are still there go before those who have left.
func (l *line) person(name string) (id success.ID, key, why string) {
	name = fold(name)
	if name == "" {
		return "", "", "There is no name."
	}
	for _, rec := range append(slices.Clone(l.reader.people), l.people...) {
		if fold(textOf(rec.Fields["name"])) == name {
			return "", rec.Key, ""
		}
	}
	if chosen, ok := l.Names[name]; ok {
		if chosen == "" {
			return "", "", nobody
		}
		return chosen, "", ""
	}
	for _, there := range []bool{true, false} {
		var exact, part []success.ID
		for i := range l.file.Stakeholders {
			s := &l.file.Stakeholders[i]
			if there != (s.LeftOn == 0 || s.LeftOn > l.On) {
				continue
			}
			full := fold(s.Name)
			if full == name {
				exact = append(exact, s.ID)
			} else if hasWords(full, name) {
				part = append(part, s.ID)
			}
		}
		if len(exact) == 0 {
			exact = part
		}
		switch len(exact) {
		case 0:
			continue
		case 1:
			return exact[0], "", ""
		}
		return "", "", fmt.Sprintf("%d people of this account go by that name.", len(exact))
	}
	return "", "", nobody
}

// nobody is why a name that the account does not have is not read.
const nobody = "Nobody of this account goes by that name."

// hasWords reports whether every word of part is a word of full.
func hasWords(full, part string) bool {
	words := strings.Fields(full)
	for _, w := range strings.Fields(part) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}

// persons reads who was met: names between commas, a title in brackets.
// Somebody unknown becomes a new person; a name that several have stays in the
// note.
func (l *line) persons() string {
	var unread []Unread
	names, between := l.names()
	for _, s := range names {
		if why := l.meet(s); why != "" {
			unread = append(unread, Unread{Line: l.number, Span: Span{l.start + s.From, l.start + s.To}, Text: strings.TrimSpace(l.text[s.From:s.To]), Reason: why})
		}
	}
	if len(l.people)+len(l.metIDs)+len(l.parts) == 0 {
		if len(unread) > 0 {
			return unread[0].Reason
		}
		return "There is no name."
	}
	l.page.Unread = append(l.page.Unread, unread...)
	if len(l.met)+len(l.metIDs)+len(l.reader.met)+len(l.reader.metIDs) > 0 {
		for _, s := range between {
			l.take(s.From, s.To, touchpointKey, "stakeholder_ids")
		}
	}
	return l.leftovers()
}

// meet reads one name, and answers why it cannot. A title of somebody known is
// left over, for a person to look at.
func (l *line) meet(s Span) string {
	name, title, _ := strings.Cut(l.text[s.From:s.To], "(")
	name, title = clean(tidy(name)), clean(strings.TrimRight(strings.TrimSpace(title), ")"))
	if !strings.ContainsFunc(name, unicode.IsLetter) {
		return ""
	}
	if strings.Contains(name, "@") {
		return "This is an address and not a name."
	}
	hasTitle := strings.ContainsFunc(title, isWord)
	id, key, why := l.person(name)
	switch {
	case id != "" && !slices.Contains(l.metIDs, id) && !slices.Contains(l.reader.metIDs, id):
		l.metIDs = append(l.metIDs, id)
	case id != "", key != "":
	case why == nobody:
		l.newPerson(s, name, title)
		return ""
	default:
		return why
	}
	if !hasTitle {
		l.take(s.From, s.To, touchpointKey, "stakeholder_ids")
	}
	return ""
}

func (l *line) newPerson(s Span, name, title string) {
	key := l.key("stakeholder")
	fields := success.Fields{"account_id": jsonOf(l.file.Account.ID), "name": jsonOf(name)}
	if title != "" {
		fields["title"] = jsonOf(title)
	}
	l.people = append(l.people, Record{Key: key, Kind: "stakeholder", Fields: fields})
	l.met = append(l.met, Link{"stakeholder_ids", key})
	l.take(s.From, s.To, key, "name")
}

// names are the stretches between commas, semicolons and "and", outside
// brackets, and these words between them.
func (l *line) names() (out, between []Span) {
	from, depth := l.body-l.start, 0
	add := func(to, next int) {
		if strings.ContainsFunc(l.text[from:to], isWord) {
			out = append(out, Span{from, to})
		}
		from = next
	}
	for i := from; i < len(l.text); i++ {
		switch c := l.text[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth = max(0, depth-1)
		case depth > 0:
		case strings.IndexByte(",;&+", c) >= 0, c == '@' && l.text[i-1] == ' ':
			add(i, i+1)
		case c == ' ':
			for _, word := range []string{" and ", " und "} {
				if len(l.text)-i >= len(word) && strings.EqualFold(l.text[i:i+len(word)], word) {
					add(i, i+len(word)-1)
					between = append(between, Span{i, i + len(word) - 1})
				}
			}
		}
	}
	add(len(l.text), len(l.text))
	return out, between
}
