package sqlite_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
)

var me = journal.ReplicaID{7}

// entry returns the n-th entry of a replica; value makes it differ.
func entry(replica journal.ReplicaID, n uint64, value string) sqlite.TailEntry {
	e := journal.Entry{
		ID: journal.ID{Replica: replica, N: n}, HLC: journal.HLC(n) << 20, Space: journal.UUID{1}, Record: journal.UUID{2},
		Kind: "account", TxFirst: n, TxLen: 1, Action: journal.UUID{3}, Schema: 1,
		Fields: []journal.Field{{Name: "name", Value: journal.Value{Type: journal.TypeString, Text: value}}},
	}
	if n > 1 {
		e.Fields[0].Prev = []journal.ID{{Replica: replica, N: n - 1}}
	}
	return sqlite.TailEntry{Body: e.Encode()}
}

func openTail(tb testing.TB, path string) *sqlite.Tail {
	tb.Helper()
	tail, err := sqlite.OpenTail(path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { tail.Close() })
	return tail
}

func readTail(tb testing.TB, path string) ([]sqlite.TailEntry, sqlite.TailReport) {
	tb.Helper()
	var all []sqlite.TailEntry
	report, err := sqlite.ReadTail(path, func(e sqlite.TailEntry) error {
		all = append(all, e)
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return all, report
}

func write(tb testing.TB, tail *sqlite.Tail, entries ...sqlite.TailEntry) {
	tb.Helper()
	if err := tail.Append(entries); err != nil {
		tb.Fatal(err)
	}
}

func TestATailGivesBackWhatWasAppended(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	want := []sqlite.TailEntry{entry(me, 1, "a"), {Seq: 9, Eff: 1 << 63, Body: entry(me, 2, "b").Body}, entry(me, 3, string(bytes.Repeat([]byte("x"), 100_000)))}
	first := openTail(t, path)
	write(t, first, want[0])
	write(t, first, want[1:]...)
	first.Close()
	openTail(t, path)
	got, report := readTail(t, path)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-appended +read:\n%s", diff)
	}
	if report != (sqlite.TailReport{Entries: 3}) {
		t.Errorf("report %+v", report)
	}
}

func TestATailThatIsNotThereIsEmpty(t *testing.T) {
	t.Parallel()
	if all, report := readTail(t, filepath.Join(t.TempDir(), "none.tendril")); len(all) != 0 || report.Torn != 0 {
		t.Errorf("%d entries, report %+v", len(all), report)
	}
}

func TestATornEndIsPassedOverAndCutOff(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		path := filepath.Join(t.TempDir(), "acme.tendril")
		tail := openTail(t, path)
		write(t, tail, entry(me, 1, "kept"))
		good := tail.Size()
		write(t, tail, entry(me, 2, "torn"))
		cut := rapid.Int64Range(good, tail.Size()-1).Draw(rt, "length")
		tail.Close()
		if err := os.Truncate(sqlite.TailPath(path), cut); err != nil {
			rt.Fatal(err)
		}
		if all, report := readTail(t, path); len(all) != 1 || report.Torn != cut-good {
			rt.Fatalf("%d entries are left, report %+v", len(all), report)
		}
		write(t, openTail(t, path), entry(me, 2, "again"))
		if all, report := readTail(t, path); len(all) != 2 || report.Torn != 0 || report.Skipped != 0 {
			rt.Fatalf("after the next append %d entries are left, report %+v", len(all), report)
		}
	})
}

func TestDamageInTheMiddleCostsOnlyWhatItHits(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		path := filepath.Join(t.TempDir(), "acme.tendril")
		tail := openTail(t, path)
		var ends []int64
		for n := uint64(1); n <= 5; n++ {
			write(t, tail, entry(me, n, "value"))
			ends = append(ends, tail.Size())
		}
		tail.Close()
		at := rapid.Int64Range(ends[1], ends[2]-1).Draw(rt, "byte of the third entry")
		flip(rt, sqlite.TailPath(path), at)
		all, report := readTail(t, path)
		if len(all) != 4 || report.Skipped != ends[2]-ends[1] || report.Torn != 0 {
			rt.Fatalf("%d entries are left, report %+v", len(all), report)
		}
	})
}

// flip inverts one byte of a file.
func flip(t interface {
	Helper()
	Fatal(args ...any)
}, path string, at int64) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b := make([]byte, 1)
	if _, err := f.ReadAt(b, at); err != nil {
		t.Fatal(err)
	}
	b[0] ^= 0xff
	if _, err := f.WriteAt(b, at); err != nil {
		t.Fatal(err)
	}
}

func TestTakingBackRemovesTheLastAppendOnly(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	tail := openTail(t, path)
	write(t, tail, entry(me, 1, "committed"))
	write(t, tail, entry(me, 2, "not committed"), entry(me, 3, "not committed"))
	if err := tail.TakeBack(); err != nil {
		t.Fatal(err)
	}
	write(t, tail, entry(me, 2, "next"))
	want := []sqlite.TailEntry{entry(me, 1, "committed"), entry(me, 2, "next")}
	got, _ := readTail(t, path)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-expected +read:\n%s", diff)
	}
}

func TestTrimmingKeepsWhatTheBackupLacks(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	other := journal.ReplicaID{9}
	tail := openTail(t, path)
	for n := uint64(1); n <= 3; n++ {
		write(t, tail, entry(me, n, "mine"), entry(other, n, "theirs"))
	}
	if err := tail.Trim(sqlite.Vector{me: 2}); err != nil {
		t.Fatal(err)
	}
	write(t, tail, entry(me, 4, "after"))
	want := []sqlite.TailEntry{entry(other, 1, "theirs"), entry(other, 2, "theirs"), entry(me, 3, "mine"), entry(other, 3, "theirs"), entry(me, 4, "after")}
	got, report := readTail(t, path)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-expected +read:\n%s", diff)
	}
	if report.Torn+report.Skipped != 0 {
		t.Errorf("report %+v", report)
	}
	if _, err := os.Stat(sqlite.TailPath(path) + ".part"); !os.IsNotExist(err) {
		t.Errorf("the new tail's draft is still there: %v", err)
	}
}

func FuzzReadTail(f *testing.F) {
	path := filepath.Join(f.TempDir(), "seed.tendril")
	tail := openTail(f, path)
	write(f, tail, entry(me, 1, "a"), entry(me, 2, "b"))
	tail.Close()
	seed, err := os.ReadFile(sqlite.TailPath(path))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add(seed[:len(seed)-5])
	f.Add(append(bytes.Clone(seed), "Tndl\xff\xff\xff\xff"...))
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), "fuzz.tendril")
		if err := os.WriteFile(sqlite.TailPath(path), content, 0o600); err != nil {
			t.Fatal(err)
		}
		before, _ := readTail(t, path)
		tail, err := sqlite.OpenTail(path)
		if err != nil {
			t.Fatal(err)
		}
		defer tail.Close()
		write(t, tail, entry(me, 77, "after damage"))
		after, _ := readTail(t, path)
		if diff := cmp.Diff(append(before, entry(me, 77, "after damage")), after); diff != "" {
			t.Fatalf("an append after damage changed what can be read:\n%s", diff)
		}
	})
}

func TestTheTailTellsWhatTheFileLacks(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	f := create(t, path)
	grow(t, f, 1, 3)
	group := func(n, first uint64, length uint32) sqlite.TailEntry {
		e := journal.Entry{ID: journal.ID{Replica: me, N: n}, Record: journal.UUID{2}, Kind: "account", TxFirst: first, TxLen: length}
		return sqlite.TailEntry{Body: e.Encode()}
	}
	tail := openTail(t, path)
	write(t, tail, entry(me, 3, value(3)), entry(me, 4, "taken back"), entry(journal.ReplicaID{99}, 9, "of another file"))
	write(t, tail, entry(me, 4, "lacking"), group(5, 5, 2), group(6, 5, 2), group(7, 7, 3), group(8, 7, 3))
	got, err := f.TailAhead(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []sqlite.TailEntry{entry(me, 4, "lacking"), group(5, 5, 2), group(6, 5, 2)}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-expected +lacking:\n%s", diff)
	}
}

func BenchmarkAppendOneEntryToTheTail(b *testing.B) {
	tail := openTail(b, filepath.Join(b.TempDir(), "acme.tendril"))
	one := []sqlite.TailEntry{entry(me, 1, "value")}
	for b.Loop() {
		if err := tail.Append(one); err != nil {
			b.Fatal(err)
		}
	}
}
