package workspace

import (
	"bytes"
	"errors"
	"fmt"
	"sort"
)

// body is a record as stored: a JSON object with the record's own four values
// first and its fields in the order of their description. Records are read and
// written by the ten thousand, so this is done by hand and without reflection.
type body struct {
	info                          *kindInfo
	id, created, updated, deleted string // as texts
	fields                        []field
}

// field is one value in its JSON form.
type field struct {
	name string
	raw  []byte
}

func (b *body) get(name string) []byte {
	for i := range b.fields {
		if b.fields[i].name == name {
			return b.fields[i].raw
		}
	}
	return nil
}

// set gives a field a value; nil clears it.
func (b *body) set(name string, raw []byte) {
	for i := range b.fields {
		if b.fields[i].name == name {
			if raw == nil {
				b.fields = append(b.fields[:i], b.fields[i+1:]...)
			} else {
				b.fields[i].raw = raw
			}
			return
		}
	}
	if raw == nil {
		return
	}
	if last := len(b.fields) - 1; last < 0 || b.info.before(b.fields[last].name, name) {
		b.fields = append(b.fields, field{name, raw})
		return
	}
	at := sort.Search(len(b.fields), func(i int) bool { return b.info.before(name, b.fields[i].name) })
	b.fields = append(b.fields, field{})
	copy(b.fields[at+1:], b.fields[at:])
	b.fields[at] = field{name, raw}
}

func (b *body) clone() body {
	c := *b
	c.fields = append([]field(nil), b.fields...)
	return c
}

// render writes the body.
func (b *body) render() []byte { return b.append(make([]byte, 0, b.size())) }

// size is about how many bytes the body has.
func (b *body) size() int {
	size := 144
	for _, f := range b.fields {
		size += len(f.name) + len(f.raw) + 4
	}
	return size
}

// append writes the body behind what is there.
func (b *body) append(out []byte) []byte {
	out = append(out, `{"id":"`...)
	out = append(out, b.id...)
	out = append(out, `","created_at":"`...)
	out = append(out, b.created...)
	out = append(out, `","updated_at":"`...)
	out = append(out, b.updated...)
	out = append(out, '"')
	if b.deleted != "" {
		out = append(out, `,"deleted_at":"`...)
		out = append(out, b.deleted...)
		out = append(out, '"')
	}
	for _, f := range b.fields {
		out = append(out, ',')
		out = appendString(out, f.name)
		out = append(out, ':')
		out = append(out, f.raw...)
	}
	return append(out, '}')
}

// parseBody reads a stored body. The values point into raw.
func parseBody(info *kindInfo, raw []byte) (body, error) {
	b := body{info: info, fields: make([]field, 0, 16)}
	err := eachMember(raw, func(name, value []byte) error {
		switch string(name) {
		case "id":
			b.id = textOf(value)
		case "created_at":
			b.created = textOf(value)
		case "updated_at":
			b.updated = textOf(value)
		case "deleted_at":
			b.deleted = textOf(value)
		default:
			if f := info.spec.Field(string(name)); f != nil {
				b.fields = append(b.fields, field{f.Name, value})
			} else {
				b.fields = append(b.fields, field{textOf(append(append([]byte{'"'}, name...), '"')), value})
			}
		}
		return nil
	})
	return b, err
}

var errBody = errors.New("a stored record is not a JSON object")

// eachMember walks the members of a JSON object that is known to be valid; name
// comes without quotes, as it is written.
func eachMember(raw []byte, fn func(name, value []byte) error) error {
	i := skipSpace(raw, 0)
	if i >= len(raw) || raw[i] != '{' {
		return errBody
	}
	i = skipSpace(raw, i+1)
	for i < len(raw) && raw[i] != '}' {
		end := valueEnd(raw, i)
		if end < 0 || raw[i] != '"' {
			return errBody
		}
		name := raw[i+1 : end-1]
		i = skipSpace(raw, end)
		if i >= len(raw) || raw[i] != ':' {
			return errBody
		}
		i = skipSpace(raw, i+1)
		if end = valueEnd(raw, i); end < 0 {
			return errBody
		}
		if err := fn(name, raw[i:end:end]); err != nil {
			if err == errFound { //nolint:errorlint // the very value made here, never wrapped
				return err
			}
			return fmt.Errorf("reading member %q: %w", name, err)
		}
		i = skipSpace(raw, end)
		if i < len(raw) && raw[i] == ',' {
			i = skipSpace(raw, i+1)
		}
	}
	return nil
}

// member returns one member's value of a JSON object, or nil.
func member(raw []byte, name string) []byte {
	if !bytes.Contains(raw, []byte(name)) {
		return nil // to look for what is not there takes longest
	}
	var found []byte
	_ = eachMember(raw, func(n, value []byte) error {
		if string(n) != name {
			return nil
		}
		found = value
		return errFound
	})
	return found
}

// errFound ends the search for a member; no object that we store has two of a name.
var errFound = errors.New("found")

func skipSpace(raw []byte, i int) int {
	for i < len(raw) && (raw[i] == ' ' || raw[i] == '\n' || raw[i] == '\t' || raw[i] == '\r') {
		i++
	}
	return i
}

// valueEnd returns where the JSON value at i ends, or -1.
func valueEnd(raw []byte, i int) int {
	if i >= len(raw) {
		return -1
	}
	switch raw[i] {
	case '"':
		return stringEnd(raw, i)
	case '{', '[':
		return nestedEnd(raw, i)
	}
	for ; i < len(raw); i++ {
		switch raw[i] {
		case ',', '}', ']', ' ', '\n', '\t', '\r':
			return i
		}
	}
	return i
}

func stringEnd(raw []byte, i int) int {
	for i++; i < len(raw); i++ {
		at := bytes.IndexByte(raw[i:], '"')
		if at < 0 {
			return -1
		}
		i += at
		escapes := 0
		for raw[i-1-escapes] == '\\' { // it ends at the quote that opens the text
			escapes++
		}
		if escapes%2 == 0 {
			return i + 1
		}
	}
	return -1
}

func nestedEnd(raw []byte, i int) int {
	depth := 0
	for i < len(raw) {
		switch raw[i] {
		case '"':
			if i = stringEnd(raw, i); i < 0 {
				return -1
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
		i++
	}
	return -1
}
