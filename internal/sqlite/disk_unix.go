//go:build unix

package sqlite

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

func lockFile(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errHeld
	}
	return err
}

// releaseFile removes the file before it lets go, so that nobody can lock a file
// that is about to vanish without seeing that.
func releaseFile(f *os.File, name string) error {
	return errors.Join(os.Remove(name), f.Close())
}

func readOnlyDisk(err error) bool { return errors.Is(err, unix.EROFS) }

// writeProtected reports whether a file is there that this user may not write. It
// asks without opening: closing it would drop SQLite's locks on it.
func writeProtected(path string) bool {
	err := unix.Access(path, unix.W_OK)
	return errors.Is(err, unix.EACCES) || readOnlyDisk(err)
}

// syncFolder makes a new name in a folder durable.
func syncFolder(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("syncing the folder: %w", err)
	}
	defer dir.Close()
	// Some network disks do not know how to sync a folder.
	if err := dir.Sync(); err != nil && !errors.Is(err, unix.EINVAL) && !errors.Is(err, unix.ENOTSUP) {
		return fmt.Errorf("syncing the folder: %w", err)
	}
	return nil
}

// FreeSpace returns the bytes that can still be written to the disk of a folder.
func FreeSpace(folder string) (int64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil {
		return 0, fmt.Errorf("asking for the free space of %s: %w", folder, err)
	}
	return int64(s.Bavail) * int64(s.Bsize), nil //nolint:unconvert // the types differ between systems
}
