package workspace_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// crashRounds names the environment variable that asks for more rounds.
const crashRounds = "TENDRIL_CRASH_ROUNDS"

// withAccounts makes a workspace of five accounts and closes it.
func withAccounts(tb testing.TB) (path string, accounts []success.ID) {
	tb.Helper()
	path = filepath.Join(tb.TempDir(), "acme.tendril")
	return path, fillAccounts(tb, path)
}

func fillAccounts(tb testing.TB, path string) (accounts []success.ID) {
	tb.Helper()
	ctx := context.Background()
	w, err := workspace.Create(ctx, path, "Acme", "EUR", childOptions())
	if err != nil {
		tb.Fatal(err)
	}
	_, err = w.Do(ctx, "Add accounts", func(tx *workspace.Tx) error {
		for i := range 5 {
			got, err := tx.Put("account", "", success.Fields{"name": jsonText("Account " + strconv.Itoa(i)), "csm": jsonText("group 0")})
			if err != nil {
				return err
			}
			accounts = append(accounts, got.ID)
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return accounts
}

func reopen(tb testing.TB, path string) *workspace.Workspace {
	tb.Helper()
	w, err := workspace.Open(context.Background(), path, childOptions())
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

// mustBeSound fails unless the file verifies.
func mustBeSound(tb testing.TB, w *workspace.Workspace) {
	tb.Helper()
	report, err := w.Verify(context.Background())
	if err != nil {
		tb.Fatal(err)
	}
	if len(report.Problems) > 0 {
		tb.Fatalf("the file has problems: %s", strings.Join(report.Problems, "; "))
	}
}

func TestNoAcknowledgedEditIsLostWhenTheProgramIsKilled(t *testing.T) {
	t.Parallel()
	rounds := 20
	if asked := os.Getenv(crashRounds); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil || n < 1 {
			t.Fatalf("%s=%q is no number of rounds", crashRounds, asked)
		}
		rounds = n
	}
	path, accounts := withAccounts(t)
	acked := map[success.ID][]int{}
	total := 0
	for round := range rounds {
		total += killAfter(t, path, rand.IntN(12)+1, time.Duration(rand.IntN(4000))*time.Microsecond, acked)
		unacked := keptAll(t, path, acked)
		if t.Failed() {
			t.Fatalf("in round %d of %d", round+1, rounds)
		}
		if unacked > 1 {
			t.Fatalf("round %d: %d edits are there that nobody was told of; one can be under way", round+1, unacked)
		}
	}
	if total < rounds {
		t.Fatalf("%d edits were acknowledged in %d rounds; too few to prove anything", total, rounds)
	}
	t.Logf("killed %d times in a stream of %d acknowledged edits of %d accounts: all are shown or in the history, and the file is sound", rounds, total, len(accounts))
}

// killAfter lets a child edit, kills it some time after so many acknowledgements,
// and notes all it acknowledged.
func killAfter(t *testing.T, path string, edits int, delay time.Duration, acked map[success.ID][]int) (n int) {
	t.Helper()
	c := startChild(t, "edit", path, nil)
	for {
		line, ok := c.next()
		if !ok {
			break
		}
		parts := strings.Fields(line)
		number, err := strconv.Atoi(parts[1])
		if err != nil || parts[0] != "acked" {
			t.Fatalf("the child says %q", line)
		}
		id := success.ID(parts[2])
		acked[id] = append(acked[id], number)
		n++
		if n == edits {
			go func() {
				time.Sleep(delay) // somewhere in the middle of what it does next
				_ = c.cmd.Process.Kill()
			}()
		}
	}
	_ = c.cmd.Wait()
	if n < edits {
		t.Fatalf("the child ended after %d edits: %s", n, c.other.String())
	}
	return n
}

// keptAll fails unless every acknowledged edit is in its account's history, the
// newest is shown, and groups are whole. It returns how many more edits are shown
// than were acknowledged.
func keptAll(t *testing.T, path string, acked map[success.ID][]int) (unacked int) {
	t.Helper()
	ctx := context.Background()
	w := reopen(t, path)
	defer func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	}()
	book, err := w.Book(ctx, "account")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range book.Files {
		a := &f.Account
		changes, err := w.History(ctx, "account", a.ID)
		if err != nil {
			t.Fatal(err)
		}
		noted := map[string]bool{}
		for _, c := range changes {
			if c.Field == "notes" {
				noted[strings.Trim(c.To, `"`)] = true
			}
		}
		newest := 0
		for _, n := range acked[a.ID] {
			newest = max(newest, n)
			if !noted[strconv.Itoa(n)] {
				t.Errorf("edit %d of account %s was acknowledged and is not in its history", n, a.ID)
			}
		}
		shown, _ := strconv.Atoi(a.Notes)
		if shown < newest {
			t.Errorf("account %s shows edit %d; edit %d was acknowledged", a.ID, shown, newest)
		}
		if shown > newest {
			unacked++
			acked[a.ID] = append(acked[a.ID], shown) // it is saved now
		}
		if a.CSM != book.Files[0].Account.CSM {
			t.Errorf("of one group, account %s shows %q and another %q", a.ID, a.CSM, book.Files[0].Account.CSM)
		}
	}
	mustBeSound(t, w)
	inTail(t, path, w)
	return unacked
}

// inTail fails unless the second copy has every entry that the file has: no backup
// was made that would have let it be trimmed.
func inTail(t *testing.T, path string, w *workspace.Workspace) {
	t.Helper()
	report, err := sqlite.ReadTail(path, func(sqlite.TailEntry) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	v, err := w.Verify(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if report.Skipped != 0 || report.Torn != 0 || report.Entries < v.Changes {
		t.Errorf("the file has %d entries and its second copy %+v", v.Changes, report)
	}
}
