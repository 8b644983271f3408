// Package capture reads a page of notes from a conversation into records. A
// line that begins with a sign is one thing:
//
//	?  a question                  =  its answer
//	!  an insight                  "  something they said
//	$  a benefit                   >  a milestone
//	~  a behavior change           #  a reading of a measure
//	@  the people who were met
//
// Reading proposes and saves nothing. Every byte of the page is either part of
// a proposed record or stays in the note, which becomes the conversation's
// summary: what cannot be read with certainty is left in the writer's words.
package capture

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/tendril-app/tendril/internal/success"
)

// Span is a stretch of the page's text, in bytes: From counted, To not.
type Span struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Part says which field of which record a stretch of text became.
type Part struct {
	Span
	Record string `json:"record"` // a key of Page.Records
	Field  string `json:"field"`
}

// Link makes a field of one proposed record name another. A field of a list
// may have several.
type Link struct {
	Field string `json:"field"`
	Key   string `json:"key"`
}

// Record is a record to be made or, with an ID, to be changed. Key names it on
// its page.
type Record struct {
	Key    string         `json:"key"`
	Kind   success.Kind   `json:"kind"`
	ID     success.ID     `json:"id,omitempty"`
	Fields success.Fields `json:"fields"`
	Links  []Link         `json:"links,omitempty"`
	Line   int            `json:"line,omitempty"` // the line that proposes it; 0 is the conversation
}

// Item is one line that was read.
type Item struct {
	Sign  string `json:"sign"`
	Line  int    `json:"line"` // the first is 1
	Span  Span   `json:"span"` // the whole line without its end
	Text  string `json:"text"` // the same in words
	Parts []Part `json:"parts"`
	// Guess names a field that the line does not settle and that was chosen
	// for it, to be looked at: the outcome of a behavior change.
	Guess string `json:"guess,omitempty"`
}

// Unread is a stretch that begins as if it were a record and is none; it stays
// in the note. Reason is a sentence, empty where the writer chose so.
type Unread struct {
	Line   int    `json:"line"`
	Span   Span   `json:"span"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

// Page is what a text was read as. Text is the page as it was read (bytes that
// are no text stand as replacement characters), Note what stays in words, and
// Records what would be saved, in the order of saving: new people, the
// conversation, the rest. A blank page has no records.
type Page struct {
	On      success.Date `json:"on"`
	Text    string       `json:"-"`
	Items   []Item       `json:"items"`
	Note    string       `json:"note"`
	Kept    []Span       `json:"-"` // what the note is made of
	Unread  []Unread     `json:"unread"`
	Records []Record     `json:"records"`
}

// Context is what a page is read against: the account it is about and the day
// of the conversation. Comma reads 4,200 as a little over four, as most of
// Europe writes it.
type Context struct {
	File     *success.File
	Settings *success.Settings
	On       success.Date
	Comma    bool
	Choices
}

// Key of the conversation among a page's records.
const touchpointKey = "touchpoint"

// Parse reads a page.
func Parse(text string, c Context) Page {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	r := &reader{
		Context: c, file: c.File.Live(), keys: map[string]int{},
		page: Page{On: c.On, Text: text, Items: []Item{}, Unread: []Unread{}, Records: []Record{}},
	}
	at := 0
	for number := 1; at < len(text); number++ {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		r.line(number, at, end)
		at = end
	}
	return r.finish()
}

// reader is one page being read.
type reader struct {
	Context
	file   *success.File
	page   Page
	people []Record // new people, in order of being named
	met    []Link   // of the conversation, to new people
	metIDs []success.ID
	rest   []Record
	keys   map[string]int
	last   string // the record of the line above: what an answer or an insight hangs on
}

// line reads the bytes of one line, its end included.
func (r *reader) line(number, from, end int) {
	raw := r.page.Text[from:end]
	content := strings.TrimRight(raw, "\r\n")
	sign, rest := signOf(content)
	if sign == "" {
		if strings.TrimSpace(content) != "" {
			r.last = ""
		}
		r.keep(from, end)
		return
	}
	l := &line{
		reader: r, number: number, start: from, text: content, sign: sign,
		body: from + len(content) - len(rest), used: make([]bool, len(content)),
	}
	for i := range len(content) - len(rest) {
		l.used[i] = true
	}
	reason := ""
	if !r.Plain[number] {
		reason = readers[sign](l)
	}
	if reason != "" || r.Plain[number] {
		r.page.Unread = append(r.page.Unread, Unread{Line: number, Span: Span{from, from + len(content)}, Text: content, Reason: reason})
		r.last = ""
		r.keep(from, end)
		return
	}
	for _, list := range [][]Record{l.people, l.records} {
		for i := range list {
			list[i].Line = number
		}
	}
	r.people, r.rest = append(r.people, l.people...), append(r.rest, l.records...)
	r.met, r.metIDs = append(r.met, l.met...), append(r.metIDs, l.metIDs...)
	r.page.Items = append(r.page.Items, Item{
		Sign: sign, Line: number, Span: Span{from, from + len(content)}, Text: content, Parts: l.parts, Guess: l.guess,
	})
	r.last = l.hangs
}

// keep leaves bytes in the note.
func (r *reader) keep(from, to int) {
	if n := len(r.page.Kept); n > 0 && r.page.Kept[n-1].To == from {
		r.page.Kept[n-1].To = to
		return
	}
	r.page.Kept = append(r.page.Kept, Span{from, to})
}

// finish puts the note and the conversation together.
func (r *reader) finish() Page {
	pieces := make([]string, 0, len(r.page.Kept))
	for _, s := range r.page.Kept {
		if piece := strings.Trim(r.page.Text[s.From:s.To], "\r\n"); strings.TrimSpace(piece) != "" {
			pieces = append(pieces, piece)
		}
	}
	r.page.Note = strings.TrimSpace(strings.Join(pieces, "\n"))
	if r.page.Note == "" && len(r.page.Items) == 0 {
		return r.page
	}
	summary := r.page.Note
	if summary == "" { // a conversation in a list needs words to be known by
		summary = strings.TrimSpace(r.page.Items[0].Text)
	}
	fields := success.Fields{
		"account_id": jsonOf(r.file.Account.ID), "on": jsonOf(r.On), "summary": jsonOf(summary), "kind": jsonOf(r.kind()),
	}
	if len(r.metIDs) > 0 {
		fields["stakeholder_ids"] = jsonOf(r.metIDs)
	}
	r.page.Records = append(r.page.Records, r.people...)
	r.page.Records = append(r.page.Records, Record{Key: touchpointKey, Kind: "touchpoint", Fields: fields, Links: r.met})
	r.page.Records = append(r.page.Records, r.rest...)
	r.page.correct(r.Corrections)
	return r.page
}

// kind is what sort of conversation it was: who asks or has learned, learns.
func (r *reader) kind() string {
	for _, rec := range r.rest {
		if rec.Kind == "question" || rec.Kind == "insight" {
			return "learn"
		}
	}
	return "engage"
}

// key makes a name for a new record of the page.
func (r *reader) key(kind string) string {
	r.keys[kind]++
	return fmt.Sprintf("%s %d", kind, r.keys[kind])
}

// find returns a record that an earlier line proposed, by its key.
func (r *reader) find(key string) *Record {
	for i := range r.rest {
		if r.rest[i].Key == key {
			return &r.rest[i]
		}
	}
	return nil
}

// jsonOf writes a value of which none fails.
func jsonOf(v any) json.RawMessage {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		panic(fmt.Sprintf("capture: %v", err))
	}
	return bytes.TrimSpace(b.Bytes())
}

// Put writes one record and returns its id, as a workspace's action does.
type Put func(kind success.Kind, id success.ID, fields success.Fields) (success.ID, error)

// Save writes the page's records in order, links resolved. The caller runs it
// in one action, so that a refused record keeps the others out too.
func (p *Page) Save(put Put) error {
	ids := map[string]success.ID{}
	kinds := map[string]success.Kind{}
	for i := range p.Records {
		rec := &p.Records[i]
		fields := success.Fields{}
		for name, value := range rec.Fields {
			fields[name] = value
		}
		for _, link := range rec.Links {
			if err := resolve(fields, link, kinds[link.Key], ids[link.Key]); err != nil {
				return err
			}
		}
		id, err := put(rec.Kind, rec.ID, fields)
		if err != nil {
			return fmt.Errorf("save %s: %w", rec.Key, err)
		}
		ids[rec.Key], kinds[rec.Key] = id, rec.Kind
	}
	return nil
}

func resolve(fields success.Fields, link Link, kind success.Kind, id success.ID) error {
	switch link.Field {
	case "stakeholder_ids":
		var list []success.ID
		if raw := fields[link.Field]; raw != nil {
			if err := json.Unmarshal(raw, &list); err != nil {
				return fmt.Errorf("read %s: %w", link.Field, err)
			}
		}
		fields[link.Field] = jsonOf(append(list, id))
	case "subject":
		fields[link.Field] = jsonOf(success.Link{Kind: kind, ID: id})
	default:
		fields[link.Field] = jsonOf(id)
	}
	return nil
}

// textOf reads a field of words.
func textOf(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return ""
	}
	return text
}
