package capture

import (
	"encoding/json"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

func (l *line) question() string {
	key := l.key("question")
	l.propose(key, "question", success.Fields{
		"account_id": jsonOf(l.file.Account.ID), "text": jsonOf(l.words(key, "text")), "asked_on": jsonOf(l.On),
	})
	l.hangs = key
	return ""
}

// answer adds to the question above it; of several lines each is a line of it.
func (l *line) answer() string {
	asked := l.find(l.last)
	if asked == nil || asked.Kind != "question" {
		return "There is no question above this answer."
	}
	text := l.words(asked.Key, "answer")
	var before string
	if raw := asked.Fields["answer"]; raw != nil && json.Unmarshal(raw, &before) == nil {
		text = before + "\n" + text
	}
	asked.Fields["answer"], asked.Fields["answered_on"] = jsonOf(text), jsonOf(l.On)
	l.hangs = asked.Key
	return ""
}

// insight hangs on the question above it, if that is where it stands.
func (l *line) insight() string {
	key := l.key("insight")
	var links []Link
	if asked := l.find(l.last); asked != nil && asked.Kind == "question" {
		links = append(links, Link{"question_id", asked.Key})
		l.hangs = asked.Key
	}
	l.propose(key, "insight", success.Fields{"account_id": jsonOf(l.file.Account.ID), "text": jsonOf(l.words(key, "text"))}, links...)
	return ""
}

// quote keeps what was said as evidence of the conversation, with who said it
// where the line names somebody we know or have just met.
func (l *line) quote() string {
	key := l.key("quote")
	fields := success.Fields{"kind": jsonOf("quote"), "on": jsonOf(l.On)}
	links := []Link{{"subject", touchpointKey}}
	from := l.body - l.start
	end := len(l.text)
	if i := strings.LastIndexAny(l.text[from:], quoteMarks); i >= 0 && strings.ContainsFunc(l.text[from:from+i], isWord) {
		end = from + i
	} else if i := lastDash(l.text[from:]); i > 0 {
		if _, _, why := l.person(tidy(l.text[from+i:])); why == "" {
			end = from + i
		}
	}
	if by := tidy(strings.TrimLeft(l.text[end:], quoteMarks)); by != "" {
		name, _, _ := strings.Cut(by, ",")
		id, known, why := l.person(tidy(name))
		switch {
		case why != "":
			fields["title"] = jsonOf(clean(by))
		case id != "":
			fields["stakeholder_id"] = jsonOf(id)
		default:
			links = append(links, Link{"stakeholder_id", known})
		}
		if why == "" && strings.ContainsFunc(by[len(name):], isWord) {
			fields["title"] = jsonOf(clean(by)) // a title beside the name is kept as it was written
		}
		l.take(end, len(l.text), key, map[bool]string{true: "title", false: "stakeholder_id"}[fields["title"] != nil])
	}
	body := clean(strings.Trim(strings.TrimSpace(l.text[from:end]), quoteMarks))
	if body == "" {
		return "There are no words in this quote."
	}
	l.take(from, end, key, "body")
	fields["body"] = jsonOf(body)
	l.propose(key, "evidence", fields, links...)
	return ""
}

// lastDash finds the dash before who said it: one with a blank before it.
func lastDash(text string) int {
	at := -1
	for _, dash := range []string{" — ", " – ", " - ", " —", " –"} {
		at = max(at, strings.LastIndex(text, dash))
	}
	return at
}
