package journal

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// The limits of an entry, in bytes or in pieces. Longer texts are refused before
// they are stored; longer values are attachments.
const (
	MaxBody   = 4 << 20
	MaxValue  = 256 << 10
	MaxName   = 128  // of a field
	MaxKey    = 1024 // of a key of a map or an element of a set
	MaxLabel  = 1024
	MaxFields = 4096
	MaxPrev   = 4096
	MaxGroup  = 5000 // entries of a group
)

// Check reports why e may not be stored or sent, as an error that wraps
// ErrMalformed, or nil. Whoever writes an entry calls it before Encode.
func (e *Entry) Check() error {
	group := e.TxLen > 0 && e.TxLen <= MaxGroup &&
		e.TxFirst > 0 && e.TxFirst <= e.ID.N && e.ID.N-e.TxFirst < uint64(e.TxLen)
	switch {
	case e.ID.Replica == ReplicaID{} || e.ID.N == 0 || e.Record.IsZero():
		return malformed("no id or no record")
	case e.Kind == "" || len(e.Kind) > MaxName:
		return malformed("a kind of %d bytes", len(e.Kind))
	case len(e.Fields) > MaxFields:
		return malformed("%d fields", len(e.Fields))
	case !group:
		return malformed("entry %d is not in its group of %d from %d", e.ID.N, e.TxLen, e.TxFirst)
	}
	for _, text := range [...]string{e.Kind, e.Label, e.Actor} {
		if len(text) > MaxLabel || !clean(text) {
			return malformed("a text of %d bytes that is too long, is not UTF-8 or has a zero byte", len(text))
		}
	}
	return e.checkFields()
}

func (e *Entry) checkFields() error {
	for i := range e.Fields {
		if err := e.Fields[i].check(e.ID); err != nil {
			return err
		}
	}
	if name, twice := e.repeatedCell(); twice {
		return malformed("two fields for cell %q", name)
	}
	return nil
}

// repeatedCell returns a cell that two fields write, if any. Most entries have so
// few fields that comparing each with each is quickest.
func (e *Entry) repeatedCell() (name string, twice bool) {
	if len(e.Fields) <= 16 {
		for i := range e.Fields {
			for j := range i {
				if e.Fields[i].Name == e.Fields[j].Name {
					return e.Fields[i].Name, true
				}
			}
		}
		return "", false
	}
	names := make(map[string]bool, len(e.Fields))
	for i := range e.Fields {
		if names[e.Fields[i].Name] {
			return e.Fields[i].Name, true
		}
		names[e.Fields[i].Name] = true
	}
	return "", false
}

func (f *Field) check(self ID) error {
	name, key, keyed := CellField(f.Name)
	switch {
	case len(name) > MaxName || len(key) > MaxKey:
		return malformed("a cell name of %d bytes", len(f.Name))
	case len(f.Value.Text) > MaxValue:
		return malformed("a value of %d bytes in %q, and %d are allowed", len(f.Value.Text), name, MaxValue)
	case !clean(f.Name) || !clean(f.Value.Text):
		return malformed("text that is not UTF-8 or has a zero byte in %q", name)
	case len(f.Prev) > MaxPrev:
		return malformed("%d entries seen", len(f.Prev))
	case f.misplaced(keyed):
		return malformed("operation %d with value %q on cell %q", f.Op, f.Value.Text, f.Name)
	}
	for _, p := range f.Prev {
		if p.N == 0 || p.Replica == (ReplicaID{}) || p.Replica == self.Replica && p.N >= self.N {
			return malformed("an entry that saw what was not yet there")
		}
	}
	return f.Value.check()
}

// misplaced reports whether the operation does not belong to the cell: deletions
// to the presence, additions and removals to an element, which is named by its
// cell and has no value.
func (f *Field) misplaced(keyed bool) bool {
	switch f.Op {
	case OpDelete, OpRestore:
		return f.Name != ""
	case OpAdd, OpRemove:
		return !keyed || f.Value != Value{}
	case OpSet, OpClear:
		return f.Name == ""
	}
	return false
}

// isDecimal reports whether text is a decimal in its one spelling: no exponent, no
// zeros that say nothing, no sign on a zero.
func isDecimal(text string) bool {
	negative := strings.HasPrefix(text, "-")
	whole, fraction, point := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	switch {
	case !isDigits(whole) || len(whole) > 1 && whole[0] == '0':
		return false
	case !point:
		return !negative || whole != "0"
	}
	return isDigits(fraction) && fraction[len(fraction)-1] != '0'
}

func isDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}

// check holds the types whose text has one spelling; values of types of a later
// version pass.
func (v Value) check() error {
	ok := true
	switch v.Type {
	case TypeNull:
		ok = v.Text == ""
	case TypeBool:
		ok = v.Text == "true" || v.Text == "false"
	case TypeInt:
		n, err := strconv.ParseInt(v.Text, 10, 64)
		ok = err == nil && strconv.FormatInt(n, 10) == v.Text
	case TypeDecimal:
		ok = isDecimal(v.Text)
	}
	if !ok {
		return malformed("%q is no value of type %d", v.Text, v.Type)
	}
	return nil
}

func clean(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }
