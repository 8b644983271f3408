package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
)

func TestAGistGoesWithAnyChangeOfItsAccount(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	f := create(t, filepath.Join(t.TempDir(), "acme.tendril"))
	space, other := journal.UUID{1}, journal.UUID{2}
	write := func(fn func(w *sqlite.Writer) error) {
		t.Helper()
		if err := f.Write(ctx, fn); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(when, want string) {
		t.Helper()
		err := f.Read(ctx, func(r *sqlite.Reader) error {
			g, found, err := r.Gist(space)
			if string(g.Body) != want || found != (want != "") {
				t.Errorf("%s: %q, found %v", when, g.Body, found)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	set := func(version int64, body string) func(w *sqlite.Writer) error {
		return func(w *sqlite.Writer) error {
			return w.SetGist(space, version, &sqlite.Gist{Day: 1, Format: 1, Body: []byte(body)})
		}
	}
	write(func(w *sqlite.Writer) error { return w.Touch(space) })
	write(set(1, "first"))
	expect("stored", "first")
	write(func(w *sqlite.Writer) error { return w.Touch(other) })
	write(func(w *sqlite.Writer) error { return w.TouchAll() })
	expect("after another account changed, and a rate", "first")
	write(func(w *sqlite.Writer) error { return w.Touch(space) })
	expect("after the account changed", "")
	write(set(2, "of what was before")) // whoever made it had read an older version
	expect("after that", "")
	write(set(3, "second"))
	write(func(w *sqlite.Writer) error { return w.DropRecords() })
	expect("while the file is made anew", "")
}
