package journal

import (
	"errors"
	"fmt"
	"slices"

	"google.golang.org/protobuf/encoding/protowire"
)

// ErrMalformed is wrapped by every error of Decode and Entry.Check: the bytes are
// not an entry, or not one that may be stored.
var ErrMalformed = errors.New("malformed journal entry")

func malformed(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrMalformed, fmt.Sprintf(format, args...))
}

// Decode reads an entry. It is strict: wrong lengths, repeated single fields, bad
// UTF-8 and anything that Entry.Check refuses are errors that wrap ErrMalformed.
// Protobuf fields that this version does not know are kept. It never panics,
// and allocates no more than a small multiple of the body.
func Decode(body []byte) (*Entry, error) {
	if len(body) > MaxBody {
		return nil, malformed("%d bytes, and %d are allowed", len(body), MaxBody)
	}
	d := decoder{entry: &Entry{TxLen: 1}}
	if err := each(body, &d.entry.Unknown, d.change); err != nil {
		return nil, err
	}
	if err := d.finish(); err != nil {
		return nil, err
	}
	if err := d.entry.Check(); err != nil {
		return nil, err
	}
	return d.entry, nil
}

// IDOf returns the id of an entry without reading the rest of its bytes; ok is
// false when they do not begin as Encode begins.
func IDOf(body []byte) (id ID, ok bool) {
	const replica = 2 + len(id.Replica)
	if len(body) < replica+2 || body[0] != changeReplica<<3|byte(protowire.BytesType) ||
		int(body[1]) != len(id.Replica) || body[replica] != changeN<<3|byte(protowire.VarintType) {
		return ID{}, false
	}
	copy(id.Replica[:], body[2:])
	n, length := protowire.ConsumeVarint(body[replica+1:])
	id.N = n
	return id, length > 0 && n > 0
}

type decoder struct {
	entry  *Entry
	shared []rawID
	own    []ownPrev // by field
	offset uint64
}

// rawID is an ID whose replica may be that of the entry, not yet known.
type rawID struct {
	id   ID
	self bool
}

type ownPrev struct {
	is  bool
	ids []rawID
}

// handler takes one protobuf field; known is false for numbers it does not know.
type handler func(num protowire.Number, v wire) (known bool, err error)

// wire is one protobuf value of any type.
type wire struct {
	typ   protowire.Type
	bytes []byte
	num   uint64
}

// each calls h for every protobuf field of b, in order. Known fields are taken
// once, except for the repeated ones, which h tells apart by its own state;
// unknown ones are added to keep as they came, or refused where keep is nil.
func each(b []byte, keep *[]byte, h handler) error {
	for len(b) > 0 {
		num, typ, n := protowire.ConsumeTag(b)
		if n < 0 {
			return malformed("%v", protowire.ParseError(n))
		}
		v, m := consume(num, typ, b[n:])
		if m < 0 {
			return malformed("%v", protowire.ParseError(m))
		}
		known, err := h(num, v)
		if err != nil {
			return err
		}
		if !known {
			if keep == nil {
				return malformed("unknown field %d", num)
			}
			*keep = append(*keep, b[:n+m]...)
		}
		b = b[n+m:]
	}
	return nil
}

func consume(num protowire.Number, typ protowire.Type, b []byte) (wire, int) {
	v := wire{typ: typ}
	var n int
	switch typ {
	case protowire.BytesType:
		v.bytes, n = protowire.ConsumeBytes(b)
	case protowire.VarintType:
		v.num, n = protowire.ConsumeVarint(b)
	case protowire.Fixed64Type:
		v.num, n = protowire.ConsumeFixed64(b)
	default:
		n = protowire.ConsumeFieldValue(num, typ, b)
	}
	return v, n
}

func (d *decoder) change(num protowire.Number, v wire) (bool, error) {
	e := d.entry
	switch num {
	case changeReplica:
		return true, v.array(num, e.ID.Replica[:])
	case changeN:
		return true, v.varint(num, &e.ID.N)
	case changeHLC:
		if v.typ != protowire.Fixed64Type || e.HLC != 0 || v.num == 0 {
			return true, malformed("bad or repeated field %d", num)
		}
		e.HLC = HLC(v.num)
		return true, nil
	case changeSpace:
		return true, v.array(num, e.Space[:])
	case changeRecord:
		return true, v.array(num, e.Record[:])
	case changeKind:
		return true, v.text(num, &e.Kind)
	case changePrev:
		return true, v.id(num, &d.shared)
	case changeFields:
		return true, d.field(v)
	}
	return d.origin(num, v)
}

// origin takes the fields that say where the change belongs and comes from.
func (d *decoder) origin(num protowire.Number, v wire) (bool, error) {
	e := d.entry
	switch num {
	case changeTxOffset:
		return true, v.varint(num, &d.offset)
	case changeTxLen:
		return true, v.groupLength(&e.TxLen)
	case changeAction:
		return true, v.array(num, e.Action[:])
	case changeLabel:
		return true, v.text(num, &e.Label)
	case changeUndoes:
		return true, v.array(num, e.Undoes[:])
	case changeActor:
		return true, v.text(num, &e.Actor)
	case changeActorID:
		var id UUID
		if err := v.array(num, id[:]); err != nil {
			return true, err
		}
		if e.Actor != "" {
			return true, malformed("two actors")
		}
		e.Actor = id.String()
	case changeSchema:
		return true, v.version(num, &e.Schema)
	default:
		return false, nil
	}
	return true, nil
}

func (d *decoder) field(v wire) error {
	if v.typ != protowire.BytesType {
		return malformed("bad field %d", changeFields)
	}
	if len(d.entry.Fields) >= MaxFields {
		return malformed("more than %d fields", MaxFields)
	}
	var f fieldDecoder
	if err := each(v.bytes, &f.field.Unknown, f.take); err != nil {
		return err
	}
	if !f.own.is && len(f.own.ids) > 0 {
		return malformed("prev of a field that has no list of its own")
	}
	if err := f.value(); err != nil {
		return err
	}
	d.entry.Fields = append(d.entry.Fields, f.field)
	d.own = append(d.own, f.own)
	return nil
}

type fieldDecoder struct {
	field  Field
	own    ownPrev
	raw    UUID
	number *int64
}

func (f *fieldDecoder) take(num protowire.Number, v wire) (bool, error) {
	switch num {
	case fieldName:
		return true, v.text(num, &f.field.Name)
	case fieldOp:
		return true, v.small(num, (*uint8)(&f.field.Op))
	case fieldType:
		return true, v.small(num, (*uint8)(&f.field.Value.Type))
	case fieldText:
		return true, v.text(num, &f.field.Value.Text)
	case fieldRaw:
		return true, v.array(num, f.raw[:])
	case fieldOwnPrev:
		if v.typ != protowire.VarintType || v.num != 1 || f.own.is {
			return true, malformed("bad field %d", num)
		}
		f.own.is = true
	case fieldPrev:
		return true, v.id(num, &f.own.ids)
	case fieldNumber:
		if v.typ != protowire.VarintType || f.number != nil {
			return true, malformed("bad field %d", num)
		}
		n := protowire.DecodeZigZag(v.num)
		f.number = &n
	default:
		return false, nil
	}
	return true, nil
}

// value makes the text of a value that came in binary, which must be of the type
// that is written so.
func (f *fieldDecoder) value() error {
	v := &f.field.Value
	switch {
	case !f.raw.IsZero():
		if v.Type != TypeRef || v.Text != "" || f.number != nil {
			return malformed("raw bytes in a value of type %d", v.Type)
		}
		v.Text = f.raw.String()
	case f.number != nil:
		n := *f.number
		if v.Type != TypeDate && v.Type != TypeTimestamp || v.Text != "" {
			return malformed("a number in a value of type %d", v.Type)
		}
		if v.Type == TypeDate && (n < -1<<31 || n > 1<<31) {
			return malformed("day %d", n)
		}
		v.Text = textOf(v.Type, n)
		if back, ok := numberOf(*v); !ok || back != n {
			return malformed("a date or an instant out of range")
		}
	}
	return nil
}

// finish fills in what depends on several fields.
func (d *decoder) finish() error {
	e := d.entry
	if d.offset >= e.ID.N {
		return malformed("a group that starts before the first entry")
	}
	e.TxFirst = e.ID.N - d.offset
	shared := resolve(d.shared, e.ID.Replica)
	for i := range e.Fields {
		e.Fields[i].Prev = shared
		if d.own[i].is {
			e.Fields[i].Prev = resolve(d.own[i].ids, e.ID.Replica)
		}
	}
	return nil
}

func resolve(raw []rawID, self ReplicaID) []ID {
	var ids []ID
	for _, r := range raw {
		if r.self {
			r.id.Replica = self
		}
		ids = append(ids, r.id)
	}
	// The list is shared between fields: nobody may append in place.
	return slices.Clip(ids)
}

// groupLength takes a length whose default is 1, so that 1 itself is never written.
func (v wire) groupLength(dst *uint32) error {
	if v.typ != protowire.VarintType || *dst != 1 || v.num == 1 || v.num > MaxGroup {
		return malformed("bad group length")
	}
	*dst = uint32(v.num)
	return nil
}

func (v wire) version(num protowire.Number, dst *uint32) error {
	if v.typ != protowire.VarintType || *dst != 0 || v.num == 0 || v.num > 1<<31 {
		return malformed("bad or repeated field %d", num)
	}
	*dst = uint32(v.num)
	return nil
}

// array takes a value of exactly len(dst) bytes, once: dst must still be zero,
// and a zero value is never written.
func (v wire) array(num protowire.Number, dst []byte) error {
	zero := func(b []byte) bool { return !slices.ContainsFunc(b, func(x byte) bool { return x != 0 }) }
	if v.typ != protowire.BytesType || len(v.bytes) != len(dst) || !zero(dst) || zero(v.bytes) {
		return malformed("bad or repeated field %d", num)
	}
	copy(dst, v.bytes)
	return nil
}

func (v wire) text(num protowire.Number, dst *string) error {
	if v.typ != protowire.BytesType || *dst != "" || len(v.bytes) == 0 {
		return malformed("bad or repeated field %d", num)
	}
	*dst = string(v.bytes)
	return nil
}

func (v wire) varint(num protowire.Number, dst *uint64) error {
	if v.typ != protowire.VarintType || *dst != 0 || v.num == 0 {
		return malformed("bad or repeated field %d", num)
	}
	*dst = v.num
	return nil
}

func (v wire) small(num protowire.Number, dst *uint8) error {
	if v.typ != protowire.VarintType || *dst != 0 || v.num == 0 || v.num > 255 {
		return malformed("bad or repeated field %d", num)
	}
	*dst = uint8(v.num)
	return nil
}

func (v wire) id(num protowire.Number, dst *[]rawID) error {
	if v.typ != protowire.BytesType || len(*dst) >= MaxPrev {
		return malformed("bad field %d", num)
	}
	r := rawID{self: true}
	err := each(v.bytes, nil, func(num protowire.Number, v wire) (bool, error) {
		switch num {
		case idReplica:
			r.self = false
			return true, v.array(num, r.id.Replica[:])
		case idN:
			return true, v.varint(num, &r.id.N)
		}
		return false, nil
	})
	if err != nil {
		return err
	}
	*dst = append(*dst, r)
	return nil
}
