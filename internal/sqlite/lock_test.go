package sqlite_test

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// TestMain lets a test start this program again as a process that holds a lock.
func TestMain(m *testing.M) {
	if path := os.Getenv("TENDRIL_TEST_HOLD_LOCK"); path != "" {
		if _, err := sqlite.AcquireLock(path, sqlite.ThisProcess(noon)); err != nil {
			os.Stdout.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		os.Stdout.WriteString("held\n")
		_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
		os.Exit(0) // without releasing
	}
	os.Exit(m.Run())
}

func TestALockedFileNamesItsHolder(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	holder := sqlite.Holder{PID: 4711, Host: "laptop", Program: "tendril", Since: noon}
	lock, err := sqlite.AcquireLock(path, holder)
	if err != nil {
		t.Fatal(err)
	}
	_, err = sqlite.AcquireLock(path, sqlite.ThisProcess(noon))
	var refused *success.Error
	if !errors.As(err, &refused) || refused.Code != success.CodeUnavailable {
		t.Fatalf("a second lock gives error %v", err)
	}
	for _, part := range []string{"acme.tendril", "tendril", "4711", "laptop", "Nothing was changed"} {
		if !strings.Contains(refused.Message, part) {
			t.Errorf("the message lacks %q: %s", part, refused.Message)
		}
	}
	got, err := sqlite.ReadHolder(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(holder, got); diff != "" {
		t.Errorf("-holder +read:\n%s", diff)
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
	again, err := sqlite.AcquireLock(path, sqlite.ThisProcess(noon))
	if err != nil {
		t.Fatalf("a released lock cannot be taken: %v", err)
	}
	if err := errors.Join(again.Release(), again.Release()); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(sqlite.LockPath(path)); !os.IsNotExist(err) {
		t.Errorf("a released lock leaves its file behind: %v", err)
	}
}

func TestTheLockOfAProcessThatDiedIsFree(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "TENDRIL_TEST_HOLD_LOCK="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "held\n" {
		t.Fatalf("the other process says %q, error %v", line, err)
	}
	if _, err := sqlite.AcquireLock(path, sqlite.ThisProcess(noon)); err == nil {
		t.Error("a lock that another process holds was taken")
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if h, err := sqlite.ReadHolder(path); err != nil || h.PID != cmd.Process.Pid {
		t.Errorf("the dead holder is %+v, error %v", h, err)
	}
	lock, err := sqlite.AcquireLock(path, sqlite.ThisProcess(noon))
	if err != nil {
		t.Fatalf("the lock of a dead process cannot be taken: %v", err)
	}
	defer lock.Release()
	if h, err := sqlite.ReadHolder(path); err != nil || h.PID != os.Getpid() {
		t.Errorf("the new holder is %+v, error %v", h, err)
	}
}

func TestAFolderThatIsNotThereCannotBeLocked(t *testing.T) {
	t.Parallel()
	_, err := sqlite.AcquireLock(filepath.Join(t.TempDir(), "none", "acme.tendril"), sqlite.ThisProcess(noon))
	if err == nil || errors.Is(err, sqlite.ErrLockFolder) {
		t.Errorf("error %v", err)
	}
}
