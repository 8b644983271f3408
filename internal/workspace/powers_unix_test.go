//go:build unix

package workspace_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// nobody is the user without powers as whom the tests of permissions run: the
// superuser may write everywhere, which would prove nothing.
const nobody = 65534

// ordinary makes a folder that an ordinary user may enter, and returns it with
// what lets a child run as that user.
func ordinary(t *testing.T) (folder string, as func(cmd *exec.Cmd)) {
	t.Helper()
	folder = t.TempDir()
	if os.Getuid() != 0 {
		return folder, nil
	}
	if err := os.Chmod(filepath.Dir(folder), 0o755); err != nil {
		t.Fatal(err)
	}
	// The test program lies where only the superuser may look.
	program := filepath.Join(t.TempDir(), "program")
	if err := os.Chmod(filepath.Dir(filepath.Dir(program)), 0o755); err != nil {
		t.Fatal(err)
	}
	copyProgram(t, program)
	return folder, func(cmd *exec.Cmd) {
		cmd.Path, cmd.Args[0] = program, program
		cmd.Dir = folder
		cmd.Env = append(cmd.Env, "HOME="+folder, "TMPDIR="+os.TempDir())
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
}

// copyProgram copies this program by another process: a file that this one still
// has open for writing, if only in a child being started, cannot be run.
func copyProgram(t *testing.T, to string) {
	t.Helper()
	if out, err := exec.Command("cp", os.Args[0], to).CombinedOutput(); err != nil {
		t.Fatalf("copying the test program: %v: %s", err, out)
	}
	if err := os.Chmod(to, 0o755); err != nil {
		t.Fatal(err)
	}
}

// give hands a folder and all in it to the ordinary user.
func give(t *testing.T, folder string) {
	t.Helper()
	if os.Getuid() != 0 {
		return
	}
	err := filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		return errors.Join(err, os.Chown(path, nobody, nobody))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func attemptAt(t *testing.T, path string, as func(cmd *exec.Cmd)) (a attempt) {
	t.Helper()
	c := startChild(t, "try", path, as)
	line, ok := c.next()
	if !ok {
		t.Fatalf("the child said nothing: %s", c.other.String())
	}
	if err := json.Unmarshal([]byte(line), &a); err != nil {
		t.Fatalf("the child says %q", line)
	}
	if a.User == 0 {
		t.Fatal("the child has the superuser's powers")
	}
	if a.Read != "" || a.Accounts != 5 {
		t.Errorf("for reading, %d of 5 accounts can be read, error %q", a.Accounts, a.Read)
	}
	return a
}

// listing returns the names, sizes and contents of a folder.
func listing(t *testing.T, folder string) (all []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		all = append(all, path+"\x00"+string(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAReadOnlyFolderOpensForReadingAndSaysWhy(t *testing.T) {
	t.Parallel()
	for name, prepare := range map[string]func(folder, file string) error{
		"folder and file": func(folder, file string) error { return errors.Join(os.Chmod(file, 0o444), os.Chmod(folder, 0o555)) },
		"only the folder": func(folder, _ string) error { return os.Chmod(folder, 0o555) },
		"only the file":   func(_, file string) error { return os.Chmod(file, 0o444) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder, as := ordinary(t)
			path := filepath.Join(folder, "acme.tendril")
			fillAccounts(t, path)
			give(t, folder)
			if err := prepare(folder, path); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })
			before := listing(t, folder)
			a := attemptAt(t, path, as)
			said := a.Error + a.ReadOnly
			if !strings.Contains(said, "cannot be written") || a.Error != "" && a.Code == "" {
				t.Errorf("the window is told %+v", a)
			}
			if a.Error == "" && !strings.Contains(a.Write, "Nothing was changed") {
				t.Errorf("an edit gives %q", a.Write)
			}
			// SQLite may lay its index beside a file where it can, and nothing else.
			after := slices.DeleteFunc(listing(t, folder), func(file string) bool {
				return strings.HasPrefix(file, path+"-shm\x00") || file == path+"-wal\x00"
			})
			if !slices.Equal(before, after) {
				t.Error("something in the folder was changed")
			}
			t.Logf("all 5 accounts can be read, the file is as it was, and the person is told: %s", said)
		})
	}
}

func TestAFileThatAnotherProcessHoldsNamesItAndCanBeRead(t *testing.T) {
	t.Parallel()
	folder, as := ordinary(t)
	path := filepath.Join(folder, "acme.tendril")
	fillAccounts(t, path)
	give(t, folder)
	holder := startChild(t, "hold", path, as)
	if line, ok := holder.next(); !ok || line != "open" {
		t.Fatalf("the holder says %q: %s", line, holder.other.String())
	}
	a := attemptAt(t, path, as)
	if a.Code != string(success.CodeUnavailable) || !strings.Contains(a.Error, "open in") || !strings.Contains(a.Error, "process") {
		t.Errorf("whoever comes second is told %+v", a)
	}
	t.Logf("all 5 accounts can be read beside the holder, and whoever wants to write is told: %s", a.Error)
	if err := holder.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = holder.cmd.Wait()
	if a := attemptAtAfter(t, path, as); a.Error != "" || a.Write != "" {
		t.Errorf("after the holder was killed, writing gives %+v", a)
	}
}

// attemptAtAfter is attemptAt where the attempt itself adds an account.
func attemptAtAfter(t *testing.T, path string, as func(cmd *exec.Cmd)) (a attempt) {
	t.Helper()
	line, ok := startChild(t, "try", path, as).next()
	if !ok {
		t.Fatal("the child said nothing")
	}
	if err := json.Unmarshal([]byte(line), &a); err != nil {
		t.Fatalf("the child says %q", line)
	}
	if a.Accounts != 6 {
		t.Errorf("%d accounts, not 6", a.Accounts)
	}
	return a
}

func TestAFullDiskRefusesTheEditAndWorksAgainWhenThereIsRoom(t *testing.T) {
	t.Parallel()
	folder := smallDisk(t, 6<<20)
	path := filepath.Join(folder, "acme.tendril")
	filler := filepath.Join(folder, "filler")
	fillAccounts(t, path)
	if err := os.WriteFile(filler, make([]byte, 1<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	c := startChild(t, "fill", path, nil)
	saved, why := refusal(t, c)
	if saved == 0 || !strings.Contains(why, "disk is full") || !strings.Contains(why, "Nothing was changed") {
		t.Fatalf("after %d edits the person is told: %s", saved, why)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(c.in, "go on\n"); err != nil {
		t.Fatal(err)
	}
	more, _ := refusal(t, c)
	if more <= saved {
		t.Errorf("with room again, %d edits more were saved", more-saved)
	}
	if err := c.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.cmd.Wait()
	keptAfterFilling(t, path, more)
	t.Logf("%d edits were saved before the disk was full and %d after there was room; all are there. The person was told: %s", saved, more-saved, why)
}

func TestAWriteThatTheSystemRefusesSavesNothingAndLosesNothing(t *testing.T) {
	t.Parallel()
	path, _ := withAccounts(t)
	// The limit counts for each file: the write-ahead log meets it first.
	c := startChild(t, "fill", path, func(cmd *exec.Cmd) { cmd.Env = append(cmd.Env, childFileLimit+"=1500000") })
	saved, why := refusal(t, c)
	if saved == 0 || !strings.Contains(why, "Nothing was changed") {
		t.Fatalf("after %d edits the person is told: %s", saved, why)
	}
	if err := c.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.cmd.Wait()
	keptAfterFilling(t, path, saved)
	t.Logf("%d edits were saved before the system refused a write; all are there. The person was told: %s", saved, why)
}

func refusal(t *testing.T, c *child) (saved int, why string) {
	t.Helper()
	first, _ := c.next()
	second, ok := c.next()
	if !ok {
		t.Fatalf("the child said %q and no more: %s", first, c.other.String())
	}
	return number(t, strings.TrimPrefix(first, "saved ")), strings.TrimPrefix(second, "refused ")
}

// keptAfterFilling fails unless the newest saved number is shown and the file is
// sound and takes edits.
func keptAfterFilling(t *testing.T, path string, saved int) {
	t.Helper()
	ctx := context.Background()
	w := reopen(t, path)
	defer w.Close()
	_, newest, err := notes(ctx, w)
	if err != nil {
		t.Fatal(err)
	}
	if newest != saved {
		t.Errorf("edit %d was the last that was saved, and %d is shown", saved, newest)
	}
	mustBeSound(t, w)
	var ro workspace.Info
	if ro, err = w.Info(ctx); err != nil || ro.ReadOnly != "" {
		t.Errorf("the file opens for reading only: %q, error %v", ro.ReadOnly, err)
	}
}
