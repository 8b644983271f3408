package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
)

// grow adds entries first to last of this replica to an open file, in steps of one
// transaction each, long enough to fill pages.
func grow(tb testing.TB, f *sqlite.File, first, last uint64) {
	tb.Helper()
	err := f.Write(context.Background(), func(w *sqlite.Writer) error {
		for n := first; n <= last; n++ {
			c := &sqlite.Change{ID: sqlite.ChangeID(1, n), Rank: n, Action: 1, Body: entry(me, n, value(n)).Body}
			if n > 1 {
				c.Record = &journal.UUID{2}
			}
			if err := w.AddChange(c); err != nil {
				return err
			}
		}
		return w.SetReplica(sqlite.Replica{No: 1, ID: me, Last: last})
	})
	if err != nil {
		tb.Fatal(err)
	}
}

func value(n uint64) string { return fmt.Sprintf("value %d %s", n, strings.Repeat("x", 300)) }

func create(tb testing.TB, path string) *sqlite.File {
	tb.Helper()
	f, err := sqlite.Create(context.Background(), path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { f.Close() })
	return f
}

func TestABackupHoldsWhatTheFileHolds(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	f := create(t, path)
	grow(t, f, 1, 500)
	folder := sqlite.BackupFolder(path)
	to := filepath.Join(folder, sqlite.BackupName(path, noon))
	got, err := f.BackupTo(context.Background(), to, noon)
	if err != nil {
		t.Fatal(err)
	}
	if got.Content.Changes != 500 || got.Content.Last[me] != 500 || got.Content.Schema != sqlite.SchemaVersion() {
		t.Errorf("the backup holds %+v", got.Content)
	}
	grow(t, f, 501, 510)
	content, err := sqlite.VerifyFile(context.Background(), to)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(got.Content, content); diff != "" {
		t.Errorf("-as written +as read:\n%s", diff)
	}
	listed, err := sqlite.ListBackups(path, folder)
	if err != nil || len(listed) != 1 || listed[0].Path != to || !listed[0].At.Equal(noon) {
		t.Errorf("listed are %+v, error %v", listed, err)
	}
	if _, err := f.BackupTo(context.Background(), to, noon); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a second backup of the same name gives error %v", err)
	}
	if left, err := filepath.Glob(filepath.Join(folder, "*.part*")); err != nil || len(left) > 0 {
		t.Errorf("left behind are %v", left)
	}
}

func TestOnlyThisFilesBackupsAreListed(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, name := range []string{
		"acme-20261122T120000Z.tendril", "acme-20261122T120000Z.tendril.part", "acme-notes.tendril",
		"other-20261122T120000Z.tendril", "acme-20261121T120000Z.tendril",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := sqlite.ListBackups("/somewhere/acme.tendril", folder)
	if err != nil {
		t.Fatal(err)
	}
	want := []sqlite.Backup{
		{Path: filepath.Join(folder, "acme-20261122T120000Z.tendril"), At: noon, Size: 1},
		{Path: filepath.Join(folder, "acme-20261121T120000Z.tendril"), At: noon.AddDate(0, 0, -1), Size: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-expected +listed:\n%s", diff)
	}
}

func TestThinningRemovesFiles(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	folder := sqlite.BackupFolder(path)
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		name := sqlite.BackupName(path, noon.Add(-time.Duration(i)*time.Minute))
		if err := os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	removed, err := sqlite.ThinBackups(path, folder)
	if err != nil {
		t.Fatal(err)
	}
	// The newest of two hours are among the three newest.
	if left, err := sqlite.ListBackups(path, folder); err != nil || len(left) != 3 || removed != 37 {
		t.Errorf("%d removed, %d left, error %v", removed, len(left), err)
	}
}

func TestADamagedBackupDoesNotVerify(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	f := create(t, path)
	grow(t, f, 1, 500)
	to := filepath.Join(t.TempDir(), "copy.tendril")
	b, err := f.BackupTo(context.Background(), to, noon)
	if err != nil {
		t.Fatal(err)
	}
	scribble(t, to, b.Size/2, 4096)
	if _, err := sqlite.VerifyFile(context.Background(), to); !errors.Is(err, sqlite.ErrDamaged) {
		t.Errorf("verifying gives error %v", err)
	}
}

// scribble overwrites n bytes of a closed file.
func scribble(tb testing.TB, path string, at, n int64) {
	tb.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(i*7 + 13)
	}
	if _, err := f.WriteAt(b, at); err != nil {
		tb.Fatal(err)
	}
}

// recovered collects what Recover applies.
type recovered struct {
	path    string
	entries []sqlite.TailEntry
}

func (r *recovered) apply(_ context.Context, path string, entries []sqlite.TailEntry) error {
	r.path, r.entries = path, entries
	return nil
}

// loss is a workspace of 600 entries: 300 in a backup, and all since in the tail.
func loss(tb testing.TB) (path string, f *sqlite.File) {
	tb.Helper()
	path = filepath.Join(tb.TempDir(), "acme.tendril")
	f = create(tb, path)
	grow(tb, f, 1, 300)
	if _, err := f.BackupTo(context.Background(), filepath.Join(sqlite.BackupFolder(path), sqlite.BackupName(path, noon)), noon); err != nil {
		tb.Fatal(err)
	}
	grow(tb, f, 301, 600)
	tail := openTail(tb, path)
	for n := uint64(301); n <= 600; n++ {
		write(tb, tail, entry(me, n, value(n)))
	}
	return path, f
}

func numbers(tb testing.TB, entries []sqlite.TailEntry) (all []uint64) {
	tb.Helper()
	for _, e := range entries {
		got, err := journal.Decode(e.Body)
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, got.ID.N)
	}
	return all
}

func upTo(first, last uint64) (all []uint64) {
	for n := first; n <= last; n++ {
		all = append(all, n)
	}
	return all
}

func TestAFileOfWhichNothingCanBeReadComesBackFromBackupAndTail(t *testing.T) {
	t.Parallel()
	path, f := loss(t)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	before := os.WriteFile(path, []byte(strings.Repeat("garbage ", 5000)), 0o600)
	if before != nil {
		t.Fatal(before)
	}
	_ = os.Remove(path + "-wal")
	to := filepath.Join(t.TempDir(), "new.tendril")
	var got recovered
	r, err := sqlite.Recover(context.Background(), sqlite.RecoverOptions{Path: path, To: to, Apply: got.apply})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(upTo(301, 600), numbers(t, got.entries)); diff != "" || got.path != to {
		t.Errorf("applied to %s, -expected +applied:\n%s", got.path, diff)
	}
	if r.Backup.Content.Changes != 300 || r.FromTail != 300 || r.FromFile != 0 || r.Missing != 0 || r.FileError == "" {
		t.Errorf("%+v", r)
	}
	if c, err := sqlite.VerifyFile(context.Background(), to); err != nil || c.Last[me] != 300 {
		t.Errorf("the restored file holds %+v, error %v", c, err)
	}
	if now, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(now), "garbage") || len(now) != 40000 {
		t.Errorf("the damaged file was written to, error %v", err)
	}
}

func TestADamagedFileGivesTheEntriesThatCanBeRead(t *testing.T) {
	t.Parallel()
	path, f := loss(t)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(sqlite.TailPath(path)); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	scribble(t, path, info.Size()-3*8192, 8192)
	var got recovered
	r, err := sqlite.Recover(context.Background(), sqlite.RecoverOptions{Path: path, To: filepath.Join(t.TempDir(), "new.tendril"), Apply: got.apply})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("of 300 entries in the file alone, %d were read around a bad page and %d are missing", r.FromFile, r.Missing)
	if r.FileError == "" || r.FromFile < 200 || r.FromFile+r.Missing != 300 || len(got.entries) != r.FromFile {
		t.Errorf("%+v with %d entries", r, len(got.entries))
	}
}

func TestADamagedBackupIsPassedOver(t *testing.T) {
	t.Parallel()
	path, f := loss(t)
	later := filepath.Join(sqlite.BackupFolder(path), sqlite.BackupName(path, noon.Add(time.Hour)))
	b, err := f.BackupTo(context.Background(), later, noon.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	scribble(t, later, b.Size/2, 4096)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	var got recovered
	r, err := sqlite.Recover(context.Background(), sqlite.RecoverOptions{Path: path, To: filepath.Join(t.TempDir(), "new.tendril"), Apply: got.apply})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{later}, r.BadBackups); diff != "" || !r.Backup.At.Equal(noon) {
		t.Errorf("the backup is of %v, bad ones:\n%s", r.Backup.At, diff)
	}
	if diff := cmp.Diff(upTo(301, 600), numbers(t, got.entries)); diff != "" {
		t.Errorf("-expected +applied:\n%s", diff)
	}
	if r.FromFile != 300 || r.FileError != "" {
		t.Errorf("a good file gave %d entries, error %q", r.FromFile, r.FileError)
	}
}

func TestWhatWasCommittedCountsMoreThanWhatTheTailSays(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	f := create(t, path)
	grow(t, f, 1, 2)
	tail := openTail(t, path)
	write(t, tail, entry(me, 2, "written, never committed"))
	write(t, tail, entry(me, 3, "written, never committed either"), entry(me, 3, "committed later"))
	torn := journal.Entry{
		ID: journal.ID{Replica: me, N: 4}, Record: journal.UUID{2}, Kind: "account", TxFirst: 4, TxLen: 2,
	}
	write(t, tail, sqlite.TailEntry{Body: torn.Encode()})
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	var got recovered
	r, err := sqlite.Recover(context.Background(), sqlite.RecoverOptions{Path: path, To: filepath.Join(t.TempDir(), "new.tendril"), Apply: got.apply})
	if err != nil {
		t.Fatal(err)
	}
	want := []sqlite.TailEntry{entry(me, 1, value(1)), entry(me, 2, value(2)), entry(me, 3, "committed later")}
	if diff := cmp.Diff(want, got.entries); diff != "" {
		t.Errorf("-expected +applied:\n%s", diff)
	}
	if r.Torn != 1 || r.Missing != 0 || r.Backup.Path != "" {
		t.Errorf("%+v", r)
	}
}

func TestNothingIsRecoveredFromNothing(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	if err := os.WriteFile(path, []byte("no database"), 0o600); err != nil {
		t.Fatal(err)
	}
	var got recovered
	to := filepath.Join(t.TempDir(), "new.tendril")
	_, err := sqlite.Recover(context.Background(), sqlite.RecoverOptions{Path: path, To: to, Apply: got.apply})
	if !errors.Is(err, sqlite.ErrDamaged) || got.path != "" {
		t.Errorf("error %v, applied to %q", err, got.path)
	}
	if left, err := os.ReadDir(filepath.Dir(to)); err != nil || len(left) != 0 {
		t.Errorf("left behind are %v, error %v", left, err)
	}
}
