package sqlite

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/tendril-app/tendril/internal/success"
)

// Holder is whoever has a workspace file open for writing.
type Holder struct {
	PID     int       `json:"pid"`
	Host    string    `json:"host"`
	Program string    `json:"program"`
	Since   time.Time `json:"since"`
}

// ThisProcess returns the Holder that stands for the running process.
func ThisProcess(now time.Time) Holder {
	host, err := os.Hostname()
	if err != nil {
		host = "this computer"
	}
	return Holder{PID: os.Getpid(), Host: host, Program: filepath.Base(os.Args[0]), Since: now.UTC().Truncate(time.Second)}
}

// String names the holder for a person.
func (h Holder) String() string {
	if h.PID == 0 {
		return "another program"
	}
	return fmt.Sprintf("%s (process %d on %s, since %s)", h.Program, h.PID, h.Host, h.Since.Local().Format("2006-01-02 15:04"))
}

// ErrLockFolder says that no lock can be taken because the file, or what has to
// lie beside it, cannot be written: it can still be opened for reading.
var ErrLockFolder = errors.New("the workspace file or its folder cannot be written")

// errHeld says that another open file has the operating system's lock.
var errHeld = errors.New("the lock is held")

// HeldElsewhere reports whether an error says that another process writes to the file.
func HeldElsewhere(err error) bool { return errors.Is(err, errHeld) }

// Lock is the right to write to a workspace file. The operating system takes it
// back when the process ends, however it ends, so there are no stale locks.
type Lock struct {
	file *os.File
	path string
}

// LockPath returns the name of a workspace file's lock.
func LockPath(path string) string { return path + ".lock" }

// AcquireLock takes the lock of a workspace file for h. Where another process has
// it, the error is a *success.Error of CodeUnavailable that names the holder;
// where the file or its folder cannot be written, it wraps ErrLockFolder.
func AcquireLock(path string, h Holder) (*Lock, error) {
	name := LockPath(path)
	if writeProtected(path) {
		return nil, fmt.Errorf("locking %s: %w", path, ErrLockFolder)
	}
	for {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			if errors.Is(err, fs.ErrPermission) || readOnlyDisk(err) {
				return nil, fmt.Errorf("locking %s: %w: %w", path, ErrLockFolder, err)
			}
			return nil, fmt.Errorf("locking %s: %w", path, err)
		}
		if err := lockFile(f); err != nil {
			defer f.Close()
			if errors.Is(err, errHeld) {
				return nil, heldError(path)
			}
			return nil, fmt.Errorf("locking %s: %w", path, err)
		}
		// Whoever had the lock removes the file when done; a lock on a file that is
		// no longer there protects nothing.
		if !sameFile(f, name) {
			f.Close()
			continue
		}
		l := &Lock{file: f, path: name}
		if err := l.write(h); err != nil {
			_ = l.Release()
			return nil, fmt.Errorf("writing who locks %s: %w", path, err)
		}
		return l, nil
	}
}

func heldError(path string) error {
	who := "another program"
	if h, err := ReadHolder(path); err == nil {
		who = h.String()
	}
	return &success.Error{
		Code: success.CodeUnavailable,
		Message: fmt.Sprintf("The workspace %s is open in %s. Nothing was changed; close it there, or open it here for reading only.",
			filepath.Base(path), who),
		Err: errHeld,
	}
}

// ReadHolder returns who last said to hold the lock of a workspace file. It does
// not say whether the lock is held.
func ReadHolder(path string) (Holder, error) {
	var h Holder
	text, err := os.ReadFile(LockPath(path))
	if err != nil {
		return h, fmt.Errorf("reading who locks %s: %w", path, err)
	}
	if err := json.Unmarshal(text, &h); err != nil {
		return h, fmt.Errorf("reading who locks %s: %w", path, err)
	}
	return h, nil
}

func (l *Lock) write(h Holder) error {
	text, err := json.Marshal(h)
	if err != nil {
		return err
	}
	if err := l.file.Truncate(0); err != nil {
		return err
	}
	_, err = l.file.WriteAt(append(text, '\n'), 0)
	return err
}

// Release gives the lock back. A second call does nothing.
func (l *Lock) Release() error {
	if l.file == nil {
		return nil
	}
	err := releaseFile(l.file, l.path)
	l.file = nil
	if err != nil {
		return fmt.Errorf("unlocking %s: %w", l.path, err)
	}
	return nil
}

func sameFile(f *os.File, name string) bool {
	open, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(name)
	return err == nil && os.SameFile(open, named)
}
