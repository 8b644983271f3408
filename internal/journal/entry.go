// Package journal is the record of every change to a workspace: what one entry
// holds, how it is written as bytes, how clocks order entries and how the
// entries of several replicas merge into one state. It is pure: no storage, no
// network, no clock of its own, and nothing of ours is imported, so that the
// laptop, the server and the tests merge by the same code.
package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// ReplicaID names one incarnation of one installation, never a person. A file
// that was copied or restored gets a new one before it writes.
type ReplicaID [16]byte

// String returns the id as 32 hexadecimal digits.
func (r ReplicaID) String() string { return hex.EncodeToString(r[:]) }

// UUID names a space, a record or an action.
type UUID [16]byte

// String returns the canonical lower-case text, 8-4-4-4-12.
func (u UUID) String() string {
	var b [36]byte
	hex.Encode(b[0:8], u[0:4])
	hex.Encode(b[9:13], u[4:6])
	hex.Encode(b[14:18], u[6:8])
	hex.Encode(b[19:23], u[8:10])
	hex.Encode(b[24:36], u[10:16])
	b[8], b[13], b[18], b[23] = '-', '-', '-', '-'
	return string(b[:])
}

// IsZero reports whether u names nothing.
func (u UUID) IsZero() bool { return u == UUID{} }

// ParseUUID reads the canonical lower-case text of a UUID and nothing else, so
// that one id has one spelling.
func ParseUUID(text string) (UUID, error) {
	var u UUID
	if len(text) != 36 {
		return UUID{}, notUUID(text)
	}
	at := 0
	for i := range u {
		if i == 4 || i == 6 || i == 8 || i == 10 {
			if text[at] != '-' {
				return UUID{}, notUUID(text)
			}
			at++
		}
		high, low := nibble(text[at]), nibble(text[at+1])
		if high > 15 || low > 15 {
			return UUID{}, notUUID(text)
		}
		u[i] = high<<4 | low
		at += 2
	}
	return u, nil
}

func notUUID(text string) error { return fmt.Errorf("%q is not the lower-case text of a UUID", text) }

// nibble returns the value of a hexadecimal digit in lower case, 16 for anything else.
func nibble(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	}
	return 16
}

// ID names an entry: the N-th of its replica, counted from 1 without gaps. It
// is also the key by which a repeated delivery is recognised.
type ID struct {
	Replica ReplicaID
	N       uint64
}

// IsZero reports whether id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// Compare orders ids by replica, then by number.
func (id ID) Compare(o ID) int {
	if c := slices.Compare(id.Replica[:], o.Replica[:]); c != 0 {
		return c
	}
	switch {
	case id.N < o.N:
		return -1
	case id.N > o.N:
		return 1
	}
	return 0
}

// Op says what a field of an entry does to its cell.
type Op uint8

// The operations. Numbers are for ever; a reader keeps the ones it does not know.
const (
	OpSet       Op = 0 // the cell has this value
	OpClear     Op = 1 // the cell has no value
	OpAdd       Op = 2 // the element is in the set
	OpRemove    Op = 3 // the element is not in the set
	OpDelete    Op = 4 // the record is in the bin; presence cell only
	OpRestore   Op = 5 // the record is out of the bin; presence cell only
	OpTextPatch Op = 6 // reserved for a text edit
)

// Known reports whether this version can apply the operation.
func (o Op) Known() bool { return o <= OpRestore }

// ValueType says how the text of a Value is to be read.
type ValueType uint8

// The types of values. There are no binary floating point numbers, so that a
// value has one spelling on every machine.
const (
	TypeNull      ValueType = 0
	TypeBool      ValueType = 1 // true or false
	TypeInt       ValueType = 2 // decimal digits of an int64
	TypeDecimal   ValueType = 3 // shortest decimal text
	TypeDate      ValueType = 4 // YYYY-MM-DD
	TypeTimestamp ValueType = 5 // RFC 3339 in UTC with milliseconds
	TypeString    ValueType = 6
	TypeRef       ValueType = 7 // id of another record
	TypeBlob      ValueType = 8 // hexadecimal SHA-256 of an attachment
	TypeJSON      ValueType = 9 // compact JSON
)

// Value is a typed value in its canonical text. Two values are the same when
// both parts are equal, which is why the text must be canonical.
type Value struct {
	Type ValueType
	Text string
}

// Field is what an entry does to one cell of its record.
//
// Name is the name of the cell: a field's name; a field's name and a key for
// maps and sets (CellName), where OpAdd and OpRemove carry no value; empty for
// the record's presence, where OpDelete carries the instant. Prev names the
// entries of the same cell that the author had seen as current (Cell.Seen, or
// Cell.All when a conflict is settled); it is empty where there were none.
type Field struct {
	Name    string
	Op      Op
	Value   Value
	Prev    []ID
	Unknown []byte // protobuf fields of a later version, kept
}

// Entry is everything that one transaction does to one record.
//
// TxFirst is the number of the first entry of the group that applies whole or
// not at all, and TxLen its length; a lone entry has TxFirst = N and TxLen = 1.
// Action is the person's act, which may span several groups; Label, in the first
// entry of an action's group, says it in words. Undoes is the action that this
// one takes back, if any. Actor is the person. Schema is the version of the
// record descriptions that the author had. Unknown are protobuf fields of a
// later version, kept.
type Entry struct {
	ID      ID
	HLC     HLC
	Space   UUID
	Record  UUID
	Kind    string
	Fields  []Field
	TxFirst uint64
	TxLen   uint32
	Action  UUID
	Label   string
	Undoes  UUID
	Actor   string
	Schema  uint32
	Unknown []byte
}

// Digest returns the SHA-256 of an entry's bytes. It stays when a body is
// blanked to forget a person.
func Digest(body []byte) [32]byte { return sha256.Sum256(body) }

// Understood reports whether this version can apply every operation of e. An
// entry that is not understood is stored and handed on, and applied after an
// upgrade.
func (e *Entry) Understood() bool {
	for i := range e.Fields {
		if !e.Fields[i].Op.Known() {
			return false
		}
	}
	return true
}

// Ready reports whether every entry that e names as seen is known, or in the
// same group before it; an entry that is not ready is held until it is.
func (e *Entry) Ready(known func(ID) bool) bool {
	for i := range e.Fields {
		for _, p := range e.Fields[i].Prev {
			inGroup := p.Replica == e.ID.Replica && p.N >= e.TxFirst && p.N < e.ID.N
			if !inGroup && !known(p) {
				return false
			}
		}
	}
	return true
}

// CellName returns the name of the cell for one key of a map field
// ("attributes/Industry") or one element of a set field ("tags/strategic"). A
// field's name has no slash, so CellField takes them apart again.
func CellName(field, key string) string { return field + "/" + key }

// CellField returns the field's name and the key or element of a cell's name;
// keyed is false for a plain field.
func CellField(cell string) (field, key string, keyed bool) {
	return strings.Cut(cell, "/")
}
