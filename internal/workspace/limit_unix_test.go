//go:build unix

package workspace_test

import (
	"os"
	"os/signal"
	"strconv"
	"syscall"
)

// childFileLimit is how large a file the child may write, in bytes.
const childFileLimit = "TENDRIL_TEST_FILE_LIMIT"

func init() {
	limit, err := strconv.ParseUint(os.Getenv(childFileLimit), 10, 63)
	if err != nil {
		return
	}
	// The signal would end the process; ignored, the write fails.
	signal.Ignore(syscall.SIGXFSZ)
	old := syscall.Rlimit{Cur: limit, Max: limit}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		panic(err)
	}
}
