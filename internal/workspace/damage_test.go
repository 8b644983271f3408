package workspace_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// damagedLater is a closed workspace with a backup and edits after it, the last of
// which the child that made them was killed over.
func damagedLater(tb testing.TB, edits int) (path string, acked map[success.ID][]int) {
	tb.Helper()
	path, _ = withAccounts(tb)
	w := reopen(tb, path)
	if _, err := w.Backup(context.Background(), ""); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	acked = map[success.ID][]int{}
	t, ok := tb.(*testing.T)
	if !ok {
		tb.Fatal("not a test")
	}
	killAfter(t, path, edits, 0, acked)
	return path, acked
}

// copyFolder copies a folder with all in it.
func copyFolder(tb testing.TB, from string) (to string) {
	tb.Helper()
	to = tb.TempDir()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		tb.Fatal(err)
	}
	return to
}

// settled closes the file properly, so that all is in the main file.
func settled(tb testing.TB, path string) {
	tb.Helper()
	w := reopen(tb, path)
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
}

func overwrite(tb testing.TB, path string, at int64, with []byte) {
	tb.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt(with, at); err != nil {
		tb.Fatal(err)
	}
}

func TestADamagedFileIsDetectedNeverWrittenAndRecovered(t *testing.T) {
	t.Parallel()
	path, acked := damagedLater(t, 60)
	settled(t, path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 8192
	garbage := bytes.Repeat([]byte("\xa5garbage"), page/8)
	found := 0
	for at := int64(0); at < info.Size()/page; at++ {
		if at > 8 && at%7 != 0 {
			continue // the first pages are roots and all differ; then one in seven
		}
		t.Run(fmt.Sprintf("page %d", at+1), func(t *testing.T) {
			damaged := filepath.Join(copyFolder(t, filepath.Dir(path)), filepath.Base(path))
			overwrite(t, damaged, at*page, garbage)
			before, err := os.ReadFile(damaged)
			if err != nil {
				t.Fatal(err)
			}
			if detected(t, damaged) {
				found++
			}
			after, err := os.ReadFile(damaged)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(before, after) {
				t.Error("the damaged file was written to")
			}
			recovers(t, damaged, acked)
		})
	}
	if found == 0 {
		t.Error("no damage was detected at all")
	}
	t.Logf("damage was detected in %d pages; each time all %d acknowledged edits came back from the backup, the second copy and the file", found, count(acked))
}

// detected opens a damaged file as the window does, and fails unless either that
// is refused, or the check finds the damage and an edit is refused after. Pages
// that hold nothing are no damage.
func detected(t *testing.T, path string) bool {
	t.Helper()
	ctx := context.Background()
	w, err := workspace.Open(ctx, path, childOptions())
	if err != nil {
		var known *success.Error
		if !errors.As(err, &known) {
			t.Errorf("opening a damaged file gives an error that is not for a person: %v", err)
		}
		return true
	}
	defer func() {
		if err := w.Close(); err != nil {
			t.Logf("closing the damaged file: %v", err)
		}
	}()
	report, err := w.Verify(ctx)
	if err == nil && len(report.Problems) == 0 {
		return false
	}
	_, err = w.Do(ctx, "Edit a damaged file", func(tx *workspace.Tx) error {
		_, err := tx.Put("account", "", success.Fields{"name": jsonText("Lost")})
		return err
	})
	if err == nil {
		t.Error("a damaged file takes edits")
	}
	return true
}

// recovers fails unless a new file made of the damaged one has every acknowledged
// edit and takes new ones.
func recovers(t *testing.T, path string, acked map[success.ID][]int) {
	t.Helper()
	ctx := context.Background()
	to := filepath.Join(t.TempDir(), "recovered.tendril")
	r, err := workspace.Recover(ctx, path, to, childOptions())
	if err != nil {
		t.Fatal(err)
	}
	t.Log(r.String())
	if r.Missing > 0 {
		t.Errorf("%d changes are missing", r.Missing)
	}
	keptIn(t, to, acked)
	w := reopen(t, to)
	defer w.Close()
	_, err = w.Do(ctx, "Go on", func(tx *workspace.Tx) error {
		_, err := tx.Put("account", "", success.Fields{"name": jsonText("New")})
		return err
	})
	if err != nil {
		t.Errorf("the recovered file takes no edits: %v", err)
	}
	mustBeSound(t, w)
}

func TestEditsThatTheWriteAheadLogLostComeBackFromTheSecondCopy(t *testing.T) {
	t.Parallel()
	path, acked := damagedLater(t, 30)
	wal, err := os.ReadFile(path + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	// SQLite takes a log with a bad checksum for a shorter log, without a word.
	for name, damage := range map[string]func(path string) error{
		"flipped in the middle": func(wal2 string) error {
			bad := bytes.Clone(wal)
			bad[len(bad)/2] ^= 0xff
			return os.WriteFile(wal2, bad, 0o600)
		},
		"cut short": func(wal2 string) error { return os.Truncate(wal2, int64(len(wal)/3)) },
		"gone":      os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			copied := filepath.Join(copyFolder(t, filepath.Dir(path)), filepath.Base(path))
			_ = os.Remove(copied + "-shm")
			if err := damage(copied + "-wal"); err != nil {
				t.Fatal(err)
			}
			w := reopen(t, copied)
			mustBeSound(t, w)
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			keptIn(t, copied, acked)
			t.Logf("all %d acknowledged edits came back on opening", count(acked))
		})
	}
}

func count(acked map[success.ID][]int) (n int) {
	for _, numbers := range acked {
		n += len(numbers)
	}
	return n
}

func TestAChangedLetterIsFoundByVerifying(t *testing.T) {
	t.Parallel()
	path, _ := withAccounts(t)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// The pages stay sound, so that only comparing with the journal can tell.
	letter, found, places := []byte("Account 3"), 0, 0
	for at := 0; ; places++ {
		next := bytes.Index(content[at:], letter)
		if next < 0 {
			break
		}
		at += next + len(letter)
		copied := filepath.Join(t.TempDir(), "acme.tendril")
		changed := bytes.Clone(content)
		changed[at-1] = '4'
		if err := os.WriteFile(copied, changed, 0o600); err != nil {
			t.Fatal(err)
		}
		w := reopen(t, copied)
		report, err := w.Verify(context.Background())
		if err != nil || len(report.Problems) > 0 {
			found++
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if found < 2 {
		t.Errorf("of %d places only %d were found; the journal and the record are two", places, found)
	}
	t.Logf("a changed letter was found in %d of %d places", found, places)
}

func TestAFileOfANewerVersionOpensForReadingAndSaysWhy(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path, accounts := withAccounts(t)
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(ctx, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	w := reopen(t, path)
	got, _, err := notes(ctx, w)
	if err != nil || len(got) != len(accounts) {
		t.Errorf("%d of %d accounts can be read, error %v", len(got), len(accounts), err)
	}
	info, err := w.Info(ctx)
	if err != nil || !strings.Contains(info.ReadOnly, "newer version") || !strings.Contains(info.ReadOnly, "update") {
		t.Errorf("the reason is %q, error %v", info.ReadOnly, err)
	}
	_, err = w.Do(ctx, "Edit", func(tx *workspace.Tx) error {
		_, err := tx.Put("account", accounts[0], success.Fields{"name": jsonText("Changed")})
		return err
	})
	var refused *success.Error
	if !errors.As(err, &refused) || refused.Code != success.CodeUnavailable || !strings.Contains(refused.Message, "newer version") {
		t.Errorf("an edit gives error %v", err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the newer version's file was written to, error %v", err)
	}
	t.Logf("all %d accounts can be read, and the file is byte for byte as it was", len(got))
}

// keptIn fails unless a file has every acknowledged edit, in history and shown.
func keptIn(t *testing.T, path string, acked map[success.ID][]int) {
	t.Helper()
	ctx := context.Background()
	w := reopen(t, path)
	defer w.Close()
	for id, numbers := range acked {
		changes, err := w.History(ctx, "account", id)
		if err != nil {
			t.Fatal(err)
		}
		noted := map[string]bool{}
		for _, c := range changes {
			if c.Field == "notes" {
				noted[strings.Trim(c.To, `"`)] = true
			}
		}
		for _, n := range numbers {
			if !noted[strconv.Itoa(n)] {
				t.Errorf("edit %d of account %s was acknowledged and is lost", n, id)
			}
		}
	}
}
