//go:build windows

package sqlite

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// lockOffset is beyond what is ever written, as Windows keeps others from
// reading locked bytes and they should see who holds the lock.
const lockOffset = 1 << 30

func lockFile(f *os.File) error {
	at := &windows.Overlapped{Offset: lockOffset}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errHeld
	}
	return err
}

// releaseFile removes the file where nobody else has it open yet.
func releaseFile(f *os.File, name string) error {
	err := f.Close()
	_ = os.Remove(name)
	return err
}

func readOnlyDisk(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// writeProtected reports whether a file is there that is marked read-only.
func writeProtected(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode()&0o200 == 0
}

// syncFolder does nothing: Windows writes names with the files.
func syncFolder(string) error { return nil }

// FreeSpace returns the bytes that can still be written to the disk of a folder.
func FreeSpace(folder string) (int64, error) {
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, fmt.Errorf("asking for the free space of %s: %w", folder, err)
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(name, &free, nil, nil); err != nil {
		return 0, fmt.Errorf("asking for the free space of %s: %w", folder, err)
	}
	return int64(min(free, 1<<62)), nil
}
