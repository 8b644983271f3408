package workspace_test

import (
	"os"
	"strconv"
	"syscall"
	"testing"
)

// smallDisk mounts a disk of its own for a test. Only the superuser can; the test
// of the file size limit is for everybody.
func smallDisk(t *testing.T, size int) string {
	t.Helper()
	folder := t.TempDir()
	if os.Getuid() != 0 {
		t.Skip("mounting a small disk needs the superuser")
	}
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size="+strconv.Itoa(size)); err != nil {
		t.Skipf("a small disk cannot be mounted here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return folder
}
