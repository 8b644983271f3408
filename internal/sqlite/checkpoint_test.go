package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/internal/sqlite"
)

func TestALargeCommitIsCopiedIntoTheFileAfterwards(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	f := create(t, path)
	if err := f.KeepTail(ctx); err != nil {
		t.Fatal(err)
	}
	const n = 15_000 // of 300 bytes and more
	grow(t, f, 1, n)
	grow(t, f, n+1, n+10) // beside the copying
	f.Copied()
	// What one copying leaves in the log is nothing but what was written meanwhile.
	info, err := os.Stat(path)
	if err != nil || info.Size() < n*300 {
		t.Fatalf("the file has %d bytes, %v", info.Size(), err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	err = again.Read(ctx, func(r *sqlite.Reader) error {
		found, err := r.CountChanges()
		if found != n+10 {
			t.Errorf("there are %d changes", found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
