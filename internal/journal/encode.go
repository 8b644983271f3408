package journal

import (
	"encoding/binary"
	"slices"
	"time"

	"google.golang.org/protobuf/encoding/protowire"
)

// The protobuf numbers of change.proto.
const (
	changeReplica  = 1
	changeN        = 2
	changeHLC      = 3
	changeSpace    = 4
	changeRecord   = 5
	changeKind     = 6
	changePrev     = 7
	changeFields   = 8
	changeTxOffset = 9
	changeTxLen    = 10
	changeAction   = 11
	changeLabel    = 12
	changeUndoes   = 13
	changeActor    = 14
	changeActorID  = 15
	changeSchema   = 16

	fieldName    = 1
	fieldOp      = 2
	fieldType    = 3
	fieldText    = 4
	fieldRaw     = 5
	fieldOwnPrev = 6
	fieldPrev    = 7
	fieldNumber  = 8

	idReplica = 1
	idN       = 2
)

// Encode returns the bytes of e. The same entry always gives the same bytes;
// they are stored once and sent as they are.
func (e *Entry) Encode() []byte { return e.Append(make([]byte, 0, 160+64*len(e.Fields))) }

// Append is Encode behind what is there.
func (e *Entry) Append(b []byte) []byte {
	b = appendBytes(b, changeReplica, e.ID.Replica[:])
	b = appendVarint(b, changeN, e.ID.N)
	if e.HLC != 0 {
		b = protowire.AppendTag(b, changeHLC, protowire.Fixed64Type)
		b = protowire.AppendFixed64(b, uint64(e.HLC))
	}
	b = appendUUID(b, changeSpace, e.Space)
	b = appendUUID(b, changeRecord, e.Record)
	b = appendString(b, changeKind, e.Kind)
	shared := sharedPrev(e.Fields)
	b = appendIDs(b, changePrev, shared, e.ID.Replica)
	var scratch []byte
	for i := range e.Fields {
		scratch = e.Fields[i].append(scratch[:0], shared, e.ID.Replica)
		b = appendBytes(b, changeFields, scratch)
	}
	b = appendVarint(b, changeTxOffset, e.ID.N-e.TxFirst)
	if e.TxLen != 1 {
		b = protowire.AppendTag(b, changeTxLen, protowire.VarintType)
		b = protowire.AppendVarint(b, uint64(e.TxLen))
	}
	b = appendUUID(b, changeAction, e.Action)
	b = appendString(b, changeLabel, e.Label)
	b = appendUUID(b, changeUndoes, e.Undoes)
	if id, err := ParseUUID(e.Actor); err == nil && !id.IsZero() {
		b = appendBytes(b, changeActorID, id[:])
	} else {
		b = appendString(b, changeActor, e.Actor)
	}
	b = appendVarint(b, changeSchema, uint64(e.Schema))
	return append(b, e.Unknown...)
}

// append writes the field; shared is the list that need not be written again.
func (f *Field) append(b []byte, shared []ID, self ReplicaID) []byte {
	b = appendString(b, fieldName, f.Name)
	b = appendVarint(b, fieldOp, uint64(f.Op))
	b = appendVarint(b, fieldType, uint64(f.Value.Type))
	b = f.Value.append(b)
	if !slices.Equal(f.Prev, shared) {
		b = appendVarint(b, fieldOwnPrev, 1)
		b = appendIDs(b, fieldPrev, f.Prev, self)
	}
	return append(b, f.Unknown...)
}

// append writes the value: short in binary where its text can be made again from
// that, as text else.
func (v Value) append(b []byte) []byte {
	switch v.Type {
	case TypeRef:
		if id, err := ParseUUID(v.Text); err == nil && !id.IsZero() {
			return appendBytes(b, fieldRaw, id[:])
		}
	case TypeDate, TypeTimestamp:
		if n, ok := numberOf(v); ok {
			b = protowire.AppendTag(b, fieldNumber, protowire.VarintType)
			return protowire.AppendVarint(b, protowire.EncodeZigZag(n))
		}
	}
	return appendString(b, fieldText, v.Text)
}

// timestampLayout is how instants are written in an entry.
const timestampLayout = "2006-01-02T15:04:05.000Z"

// numberOf returns a date as days and an instant as milliseconds since 1970; ok
// is false when textOf would not give the same text.
func numberOf(v Value) (n int64, ok bool) {
	if v.Type == TypeDate {
		return dayOf(v.Text)
	}
	const day = 10 // bytes of a date
	if len(v.Text) != len(timestampLayout) {
		return 0, false
	}
	days, ok := dayOf(v.Text[:day])
	clock, okClock := clockOf(v.Text[day:])
	return days*86_400_000 + clock, ok && okClock
}

// dayOf reads YYYY-MM-DD as days since 1970. It is what time.Parse does for this
// one form, in a fraction of the time: an import has a date in every entry.
func dayOf(text string) (int64, bool) {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return 0, false
	}
	year, ok1 := digitsOf(text[:4])
	month, ok2 := digitsOf(text[5:7])
	day, ok3 := digitsOf(text[8:])
	if !ok1 || !ok2 || !ok3 || month < 1 || month > 12 || day < 1 {
		return 0, false
	}
	t := time.Date(int(year), time.Month(month), int(day), 0, 0, 0, 0, time.UTC)
	return t.Unix() / 86400, t.Day() == int(day) // the 31st of June is the 1st of July
}

// clockOf reads T15:04:05.000Z as milliseconds.
func clockOf(text string) (int64, bool) {
	if text[0] != 'T' || text[3] != ':' || text[6] != ':' || text[9] != '.' || text[13] != 'Z' {
		return 0, false
	}
	hour, ok1 := digitsOf(text[1:3])
	minute, ok2 := digitsOf(text[4:6])
	second, ok3 := digitsOf(text[7:9])
	milli, ok4 := digitsOf(text[10:13])
	ok := ok1 && ok2 && ok3 && ok4 && hour < 24 && minute < 60 && second < 60
	return ((hour*60+minute)*60+second)*1000 + milli, ok
}

func digitsOf(text string) (n int64, ok bool) {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		n = n*10 + int64(text[i]-'0')
	}
	return n, true
}

// textOf is the text of a date or an instant that was written as a number.
func textOf(t ValueType, n int64) string {
	if t == TypeDate {
		return time.Unix(n*86400, 0).UTC().Format(time.DateOnly)
	}
	return time.UnixMilli(n).UTC().Format(timestampLayout)
}

// sharedPrev returns the list that most fields have; of two as frequent ones the
// one that comes first.
func sharedPrev(fields []Field) []ID {
	alike := true
	for i := 1; i < len(fields) && alike; i++ {
		alike = slices.Equal(fields[i].Prev, fields[0].Prev)
	}
	if alike {
		if len(fields) == 0 {
			return nil
		}
		return fields[0].Prev
	}
	var shared []ID
	most := 0
	counts := make(map[string]int, 1)
	for i := range fields {
		key := prevKey(fields[i].Prev)
		counts[key]++
	}
	for i := range fields {
		if n := counts[prevKey(fields[i].Prev)]; n > most {
			most, shared = n, fields[i].Prev
		}
	}
	return shared
}

func prevKey(ids []ID) string {
	if len(ids) == 0 {
		return ""
	}
	key := make([]byte, 0, 24*len(ids))
	for _, id := range ids {
		key = append(key, id.Replica[:]...)
		key = binary.BigEndian.AppendUint64(key, id.N)
	}
	return string(key)
}

func appendIDs(b []byte, num protowire.Number, ids []ID, self ReplicaID) []byte {
	var scratch []byte
	for _, id := range ids {
		scratch = scratch[:0]
		if id.Replica != self {
			scratch = appendBytes(scratch, idReplica, id.Replica[:])
		}
		scratch = appendVarint(scratch, idN, id.N)
		b = appendBytes(b, num, scratch)
	}
	return b
}

func appendBytes(b []byte, num protowire.Number, v []byte) []byte {
	return protowire.AppendBytes(protowire.AppendTag(b, num, protowire.BytesType), v)
}

func appendString(b []byte, num protowire.Number, v string) []byte {
	if v == "" {
		return b
	}
	return protowire.AppendString(protowire.AppendTag(b, num, protowire.BytesType), v)
}

func appendVarint(b []byte, num protowire.Number, v uint64) []byte {
	if v == 0 {
		return b
	}
	return protowire.AppendVarint(protowire.AppendTag(b, num, protowire.VarintType), v)
}

func appendUUID(b []byte, num protowire.Number, v UUID) []byte {
	if v.IsZero() {
		return b
	}
	return appendBytes(b, num, v[:])
}
