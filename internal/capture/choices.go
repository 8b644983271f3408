package capture

import (
	"bytes"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
)

// Choices are what the writer settled beside the text of a page. Lines count from
// 1; what names a line that is not there, or has no such record, does nothing.
type Choices struct {
	Plain       map[int]bool          // lines that stay words
	Measures    map[int]success.ID    // of which measure a line's reading is
	Names       map[string]success.ID // whom a name means, by its Name; "" is somebody new
	Corrections []Correction
}

// Correction gives a field of what a line proposes another value; null takes it
// out. Line 0 is the conversation itself.
type Correction struct {
	Line  int
	Kind  success.Kind
	Field string
	Value []byte // JSON
}

// Name is a person's name as Choices know it: without case, accents and runs of
// blanks.
func Name(text string) string { return fold(tidy(text)) }

// correct puts the writer's corrections into the records.
func (p *Page) correct(corrections []Correction) {
	for _, c := range corrections {
		at := slices.IndexFunc(p.Records, func(r Record) bool { return r.Line == c.Line && r.Kind == c.Kind })
		if at < 0 {
			continue
		}
		rec := &p.Records[at]
		rec.Links = slices.DeleteFunc(slices.Clone(rec.Links), func(l Link) bool { return l.Field == c.Field })
		if bytes.Equal(c.Value, []byte("null")) {
			delete(rec.Fields, c.Field)
		} else {
			rec.Fields[c.Field] = bytes.Clone(c.Value)
		}
	}
}
