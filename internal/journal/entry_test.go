package journal_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"google.golang.org/protobuf/encoding/protowire"
	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/journal"
)

// reading is the creation of a reading, the commonest entry of all.
func reading() *journal.Entry {
	return &journal.Entry{
		ID: journal.ID{Replica: journal.ReplicaID{7, 1}, N: 48_211}, HLC: 1_772_000_000_000 << 20,
		Space: journal.UUID{1, 2, 3}, Record: journal.UUID{1, 2, 4}, Kind: "reading",
		Fields: []journal.Field{
			{Name: "measure_id", Value: journal.Value{Type: journal.TypeRef, Text: "01990000-0000-7000-8000-000000000001"}},
			{Name: "on", Value: journal.Value{Type: journal.TypeDate, Text: "2026-02-25"}},
			{Name: "value", Value: journal.Value{Type: journal.TypeDecimal, Text: "1234.5"}},
			{Name: "created_at", Value: journal.Value{Type: journal.TypeTimestamp, Text: "2026-02-25T09:00:00.000Z"}},
		},
		TxFirst: 48_001, TxLen: 5000, Action: journal.UUID{9, 9}, Schema: 1,
		Actor: "01990000-0000-7000-8000-0000000000aa",
	}
}

func TestTheCreationOfAReadingIsSmall(t *testing.T) {
	t.Parallel()
	size := len(reading().Encode())
	t.Logf("the creation of a reading takes %d bytes", size)
	if size < 100 || size > 215 {
		t.Errorf("the creation of a reading takes %d bytes, not 100 to 215", size)
	}
}

func TestAnEntryComesBackAsItWasWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		e := entries().Draw(t, "entry")
		body := e.Encode()
		if !bytes.Equal(body, e.Encode()) {
			t.Fatal("the same entry gives other bytes")
		}
		back, err := journal.Decode(body)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(e, back, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("-written +read:\n%s", diff)
		}
		if !bytes.Equal(body, back.Encode()) {
			t.Fatal("what was read is written in other bytes")
		}
		if id, ok := journal.IDOf(body); !ok || id != e.ID {
			t.Fatalf("the id alone is read as %v", id)
		}
	})
}

func TestPrevIsWrittenOnceWhenAllFieldsShareIt(t *testing.T) {
	t.Parallel()
	seen := []journal.ID{{Replica: journal.ReplicaID{42}, N: 7}}
	with := func(fields int) int {
		e := reading()
		e.Fields = nil
		for i := range fields {
			e.Fields = append(e.Fields, journal.Field{Name: string(rune('a' + i)), Op: journal.OpClear, Prev: seen})
		}
		return len(e.Encode())
	}
	if more := with(9) - with(1); more != 8*7 {
		t.Errorf("eight fields more take %d bytes, not 7 each", more)
	}
}

func TestUnknownFieldsOfALaterVersionAreKept(t *testing.T) {
	t.Parallel()
	e := reading()
	e.Unknown = protowire.AppendString(protowire.AppendTag(nil, 99, protowire.BytesType), "from a later version")
	e.Fields[1].Unknown = protowire.AppendVarint(protowire.AppendTag(nil, 44, protowire.VarintType), 12)
	e.Fields[2].Op = 77
	e.Fields[3].Value.Type = 200
	back, err := journal.Decode(e.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(back.Encode(), e.Encode()) {
		t.Error("the later version's fields did not come through")
	}
	if back.Understood() {
		t.Error("an operation of a later version counts as understood")
	}
}

func TestDecodeRefusesWhatIsNoEntry(t *testing.T) {
	t.Parallel()
	good := reading().Encode()
	change := func(f func(e *journal.Entry)) []byte { e := reading(); f(e); return e.Encode() }
	value := func(v journal.Value) []byte {
		return change(func(e *journal.Entry) { e.Fields[0].Value = v })
	}
	tests := map[string][]byte{
		"nothing":              nil,
		"a torn end":           good[:len(good)-1],
		"a repeated field":     append(bytes.Clone(good), good[:18]...),
		"no number":            change(func(e *journal.Entry) { e.ID.N, e.TxFirst = 0, 0 }),
		"no record":            change(func(e *journal.Entry) { e.Record = journal.UUID{} }),
		"no kind":              change(func(e *journal.Entry) { e.Kind = "" }),
		"a group elsewhere":    change(func(e *journal.Entry) { e.TxLen = 3 }),
		"an empty group":       change(func(e *journal.Entry) { e.TxLen = 0 }),
		"a cell set twice":     change(func(e *journal.Entry) { e.Fields[1].Name = e.Fields[0].Name }),
		"a deleted field":      change(func(e *journal.Entry) { e.Fields[1].Op = journal.OpDelete }),
		"a set presence":       change(func(e *journal.Entry) { e.Fields[1].Name = "" }),
		"an unnamed element":   change(func(e *journal.Entry) { e.Fields[1] = journal.Field{Name: "tags", Op: journal.OpAdd} }),
		"itself as seen":       change(func(e *journal.Entry) { e.Fields[1].Prev = []journal.ID{e.ID} }),
		"a zero byte":          value(journal.Value{Type: journal.TypeString, Text: "a\x00b"}),
		"bad UTF-8":            value(journal.Value{Type: journal.TypeString, Text: "a\xff"}),
		"a long value":         value(journal.Value{Type: journal.TypeString, Text: strings.Repeat("a", journal.MaxValue+1)}),
		"a second spelling":    value(journal.Value{Type: journal.TypeDecimal, Text: "1.50"}),
		"a float as decimal":   value(journal.Value{Type: journal.TypeDecimal, Text: "1e3"}),
		"a whole with a plus":  value(journal.Value{Type: journal.TypeInt, Text: "+1"}),
		"a third truth":        value(journal.Value{Type: journal.TypeBool, Text: "maybe"}),
		"a null with a text":   value(journal.Value{Type: journal.TypeNull, Text: "x"}),
		"too many bytes":       make([]byte, journal.MaxBody+1),
		"a wrong wire type":    protowire.AppendVarint(protowire.AppendTag(nil, 1, protowire.VarintType), 1),
		"a short replica":      protowire.AppendBytes(protowire.AppendTag(nil, 1, protowire.BytesType), []byte("short")),
		"a replica of zeroes":  protowire.AppendBytes(protowire.AppendTag(nil, 1, protowire.BytesType), make([]byte, 16)),
		"a length without end": {0x0a, 0xff, 0xff, 0xff, 0xff, 0x7f},
	}
	for name, body := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if e, err := journal.Decode(body); !errors.Is(err, journal.ErrMalformed) {
				t.Errorf("read as %+v with error %v", e, err)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(reading().Encode())
	e := reading()
	e.Unknown = []byte{0x9a, 0x06, 0x01, 'x'}
	e.Fields[0].Prev = []journal.ID{{Replica: journal.ReplicaID{3}, N: 4}, {Replica: e.ID.Replica, N: 2}}
	f.Add(e.Encode())
	f.Add([]byte{0x0a, 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Fuzz(func(t *testing.T, body []byte) {
		e, err := journal.Decode(body)
		if err != nil {
			return
		}
		if id, ok := journal.IDOf(body); ok && id != e.ID {
			t.Fatalf("the id alone is read as %v", id)
		}
		// What is read once is read again, and is then written the same for ever.
		again, err := journal.Decode(e.Encode())
		if err != nil {
			t.Fatalf("an entry that was read is refused when written again: %v", err)
		}
		if diff := cmp.Diff(e, again, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("-first +second:\n%s", diff)
		}
	})
}

func TestUUIDHasOneSpelling(t *testing.T) {
	t.Parallel()
	const text = "01990000-0abc-7000-8000-0000000000aa"
	u, err := journal.ParseUUID(text)
	if err != nil || u.String() != text {
		t.Errorf("%q became %q, error %v", text, u, err)
	}
	for _, bad := range []string{"", strings.ToUpper(text), "{" + text + "}", strings.ReplaceAll(text, "-", ""), text[:35] + "g"} {
		if _, err := journal.ParseUUID(bad); err == nil {
			t.Errorf("%q was taken as a UUID", bad)
		}
	}
}

func TestCellNamesComeApartAgain(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"Industry", "a/b", "", "salesforce\x1f001"} {
		field, got, keyed := journal.CellField(journal.CellName("attributes", key))
		if field != "attributes" || got != key || !keyed {
			t.Errorf("key %q came back as %q of %q", key, got, field)
		}
	}
	if field, _, keyed := journal.CellField("name"); field != "name" || keyed {
		t.Error("a plain field counts as keyed")
	}
}

// entries draws entries that may be stored.
func entries() *rapid.Generator[*journal.Entry] {
	ids := rapid.Custom(func(t *rapid.T) journal.ID {
		return journal.ID{
			Replica: journal.ReplicaID{byte(rapid.IntRange(1, 3).Draw(t, "replica"))},
			N:       rapid.Uint64Range(1, 50).Draw(t, "n"),
		}
	})
	values := rapid.SampledFrom([]journal.Value{
		{},
		{Type: journal.TypeBool, Text: "true"},
		{Type: journal.TypeInt, Text: "-12"},
		{Type: journal.TypeDecimal, Text: "0.001"},
		{Type: journal.TypeDate, Text: "2026-02-28"},
		{Type: journal.TypeDate, Text: "1969-12-31"},
		{Type: journal.TypeDate, Text: "some day"},
		{Type: journal.TypeTimestamp, Text: "2026-02-28T10:11:12.5Z"},
		{Type: journal.TypeTimestamp, Text: "2026-02-28T10:11:12.500Z"},
		{Type: journal.TypeTimestamp, Text: "2026-02-28T10:11:12+01:00"},
		{Type: journal.TypeTimestamp, Text: "1970-01-01T00:00:00.000Z"},
		{Type: journal.TypeString, Text: "Łódź"},
		{Type: journal.TypeString},
		{Type: journal.TypeRef, Text: "01990000-0000-7000-8000-000000000001"},
		{Type: journal.TypeRef, Text: "00000000-0000-0000-0000-000000000000"},
		{Type: journal.TypeRef},
		{Type: journal.TypeJSON, Text: `{"amount":"12.00","currency":"EUR"}`},
	})
	return rapid.Custom(func(t *rapid.T) *journal.Entry {
		e := &journal.Entry{
			ID:     journal.ID{Replica: journal.ReplicaID{1}, N: rapid.Uint64Range(51, 1<<40).Draw(t, "n")},
			HLC:    journal.HLC(rapid.Uint64().Draw(t, "hlc")),
			Record: journal.UUID{5}, Kind: "account", TxLen: uint32(rapid.IntRange(1, 50).Draw(t, "group")),
			Label:  rapid.SampledFrom([]string{"", "Rename outcome"}).Draw(t, "label"),
			Actor:  rapid.SampledFrom([]string{"", "ada", "01990000-0000-7000-8000-000000000001", "00000000-0000-0000-0000-000000000000"}).Draw(t, "actor"),
			Schema: uint32(rapid.IntRange(0, 9).Draw(t, "schema")),
		}
		e.TxFirst = e.ID.N - rapid.Uint64Range(0, uint64(e.TxLen)-1).Draw(t, "offset")
		if rapid.Bool().Draw(t, "full") {
			e.Space, e.Action, e.Undoes = journal.UUID{1}, journal.UUID{2}, journal.UUID{3}
		}
		shared := rapid.SliceOfN(ids, 0, 3).Draw(t, "seen")
		for i := range rapid.IntRange(0, 5).Draw(t, "fields") {
			f := journal.Field{Name: string(rune('a' + i)), Prev: shared, Value: values.Draw(t, "value")}
			if rapid.IntRange(0, 3).Draw(t, "own prev") == 0 {
				f.Prev = rapid.SliceOfN(ids, 0, 3).Draw(t, "own seen")
			}
			e.Fields = append(e.Fields, f)
		}
		return e
	})
}

func BenchmarkEncodeAReading(b *testing.B) {
	e := reading()
	b.ReportAllocs()
	for b.Loop() {
		if len(e.Encode()) == 0 {
			b.Fatal("nothing was written")
		}
	}
}

func BenchmarkDecodeAReading(b *testing.B) {
	body := reading().Encode()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := journal.Decode(body); err != nil {
			b.Fatal(err)
		}
	}
}
