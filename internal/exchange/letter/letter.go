// Package letter reads what a mail program or a calendar hands over: a mail (.eml)
// or a meeting (.ics), in whatever charset and form it was written. It knows who,
// when and what was said, and nothing of accounts.
package letter

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"net/mail"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/tendril-app/tendril/internal/success"
)

// Message is a mail or a meeting as a file holds it. On is the day that its sender,
// or its organiser, had; From may be empty. Text is its words without what it
// quotes; HTML is made plain.
type Message struct {
	Meeting bool
	Subject string
	On      success.Date
	From    Address
	To      []Address // everybody else, in order, each once
	Text    string
}

// Address is somebody by mail address, in lower case, and the name beside it.
type Address struct {
	Name  string
	Email string
}

// MaxSize is the largest mail or meeting that is read, in bytes: 25 MiB, the
// most that an attachment may have.
const MaxSize = 25 << 20

// mostWords bounds the text that is taken out of a message.
const mostWords = 4000

// Read reads a mail (.eml) or the meetings of a calendar file (.ics). It
// returns an error of CodeInvalid, in a sentence, for a file that is neither or is
// broken.
func Read(name string, raw []byte) ([]Message, error) {
	if len(raw) > MaxSize {
		return nil, success.Invalid("path", "%s is larger than 25 MiB, the most that an attachment may have.", name)
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		return nil, success.Invalid("path", "%s is empty.", name)
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	switch strings.ToLower(filepath.Ext(name)) {
	case ".ics", ".ical", ".ifb", ".vcs":
		return readMeetings(name, raw)
	case ".msg":
		return nil, success.Invalid("path", "%s is Outlook's own format, which is not read. Save the mail as .eml, or drag it from Outlook on the web.", name)
	}
	if bytes.HasPrefix(bytes.ToUpper(bytes.TrimSpace(raw[:min(len(raw), 64)])), []byte("BEGIN:VCALENDAR")) {
		return readMeetings(name, raw)
	}
	return readMail(name, raw)
}

// readMail reads a mail; an invitation in it makes it a meeting.
func readMail(name string, raw []byte) ([]Message, error) {
	// Some programs write an mbox's first line before the headers.
	if bytes.HasPrefix(raw, []byte("From ")) {
		if _, rest, found := bytes.Cut(raw, []byte("\n")); found {
			raw = rest
		}
	}
	read, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil, &success.Error{Code: success.CodeInvalid, Field: "path", Err: err,
			Message: fmt.Sprintf("%s cannot be read as a mail: its head is broken.", name)}
	}
	h := read.Header
	if h.Get("From") == "" && h.Get("To") == "" && h.Get("Subject") == "" && h.Get("Date") == "" {
		return nil, success.Invalid("path", "%s is not a mail: it names no sender, no receiver and no subject.", name)
	}
	m := Message{Subject: oneLine(decoded(h.Get("Subject")))}
	if from := addresses(h["From"]); len(from) > 0 {
		m.From = from[0]
	}
	m.To = addresses(h["To"])
	m.To = withOthers(m.To, m.From, addresses(h["Cc"]))
	if at, err := h.Date(); err == nil {
		m.On = dayOf(at)
	}
	part := body{}
	if err := part.read(h.Get("Content-Type"), h.Get("Content-Transfer-Encoding"), read.Body, 0); err != nil && part.empty() {
		return nil, &success.Error{Code: success.CodeInvalid, Field: "path", Err: err,
			Message: fmt.Sprintf("%s cannot be read as a mail: its text is broken.", name)}
	}
	if len(part.calendar) > 0 {
		if meetings, err := readMeetings(name, part.calendar); err == nil {
			for i := range meetings {
				meetings[i].Subject = firstOf(meetings[i].Subject, m.Subject)
				meetings[i].To = withOthers(meetings[i].To, meetings[i].From, append([]Address{m.From}, m.To...))
			}
			return meetings, nil
		}
	}
	m.Text = shorten(unquoted(part.words()))
	return []Message{m}, nil
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// dayOf is the day on the sender's own clock.
func dayOf(at time.Time) success.Date {
	if at.Year() < 1970 || at.Year() > 2200 {
		return 0
	}
	return success.NewDate(at.Year(), at.Month(), at.Day())
}

// words decodes RFC 2047, in any charset that the web knows.
var words = &mime.WordDecoder{CharsetReader: charsetReader}

func charsetReader(charset string, r io.Reader) (io.Reader, error) {
	e, err := htmlindex.Get(strings.Trim(charset, `"' `))
	if err != nil {
		return nil, fmt.Errorf("charset %q: %w", charset, err)
	}
	return e.NewDecoder().Reader(r), nil
}

func decoded(text string) string {
	if out, err := words.DecodeHeader(text); err == nil {
		text = out
	}
	return valid([]byte(text))
}

// valid makes bytes text: those that are none are read as Windows-1252, as is what
// mails without a charset are written in.
func valid(raw []byte) string {
	if !utf8.Valid(raw) {
		e, _ := htmlindex.Get("windows-1252") // the name is a constant of the standard
		if out, err := e.NewDecoder().Bytes(raw); err == nil {
			raw = out
		}
	}
	text := strings.ToValidUTF8(string(raw), "\uFFFD")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, text)
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// addresses reads the addresses of headers; of a list that is broken, what looks
// like one.
func addresses(lines []string) []Address {
	parser := mail.AddressParser{WordDecoder: words}
	var out []Address
	for _, line := range lines {
		list, err := parser.ParseList(line)
		if err != nil {
			list = guessed(line)
		}
		for _, a := range list {
			out = withOthers(out, Address{}, []Address{{Name: oneLine(valid([]byte(a.Name))), Email: emailOf(a.Address)}})
		}
	}
	return out
}

func guessed(line string) (list []*mail.Address) {
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ';' }) {
		name, rest, found := strings.Cut(part, "<")
		if !found {
			name, rest = "", part
		}
		email := strings.Trim(rest, " <>\t\"'")
		if emailOf(email) != "" {
			list = append(list, &mail.Address{Name: decoded(strings.Trim(name, " \t\"'")), Address: email})
		}
	}
	return list
}

// emailOf is an address as it is compared; "" for what is none.
func emailOf(text string) string {
	text = strings.ToLower(strings.TrimSpace(valid([]byte(text))))
	if text = strings.TrimPrefix(text, "mailto:"); strings.ContainsAny(text, " \n\t") {
		return ""
	}
	if user, host, found := strings.Cut(text, "@"); !found || user == "" || host == "" || len(text) > 254 {
		return ""
	}
	return text
}

// withOthers appends those who are not in the list yet, and are not the sender.
func withOthers(list []Address, from Address, more []Address) []Address {
next:
	for _, a := range more {
		if a.Email == "" || a.Email == from.Email {
			continue
		}
		for i := range list {
			if list[i].Email == a.Email {
				list[i].Name = firstOf(list[i].Name, a.Name)
				continue next
			}
		}
		list = append(list, a)
	}
	return list
}

// shorten cuts a text to what a summary has room for.
func shorten(text string) string {
	runes := []rune(strings.TrimSpace(text))
	if len(runes) <= mostWords {
		return string(runes)
	}
	return strings.TrimSpace(string(runes[:mostWords])) + "…"
}
