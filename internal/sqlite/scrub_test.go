package sqlite_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
)

// summarize stores a line of one account; version is what it was made of.
func summarize(t *testing.T, f *sqlite.File, touch bool, version int64, body string) {
	t.Helper()
	space := journal.UUID{1}
	err := f.Write(context.Background(), func(w *sqlite.Writer) error {
		if touch {
			if err := w.Touch(space); err != nil {
				return err
			}
		}
		return w.SetSummary(&sqlite.Summary{Space: space, MadeOf: version, Day: 1, Body: []byte(body)})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestALineReadBeforeTheAccountChangedIsNotStored(t *testing.T) {
	t.Parallel()
	f := create(t, filepath.Join(t.TempDir(), "acme.tendril"))
	summarize(t, f, true, 1, "names Maria")
	summarize(t, f, true, 2, "names nobody")
	summarize(t, f, false, 1, "names Maria") // whoever made it had read the first version
	err := f.Read(context.Background(), func(r *sqlite.Reader) error {
		return r.Summaries(func(s sqlite.Summary) error {
			if string(s.Body) != "names nobody" || !s.Fresh(1) {
				t.Errorf("stored: %+v, %s", s, s.Body)
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestScrubbingWaitsForSomebodyWhoStillReads(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "acme.tendril")
	f := create(t, path)
	summarize(t, f, true, 1, "names Maria")
	reads, goOn, read := make(chan struct{}), make(chan struct{}), make(chan error)
	go func() {
		read <- f.Read(ctx, func(r *sqlite.Reader) error {
			_, err := r.StaleSummaries(0)
			close(reads)
			<-goOn
			return err
		})
	}()
	<-reads
	summarize(t, f, true, 2, "names nobody")
	scrubbed := make(chan error)
	go func() { scrubbed <- f.Scrub(ctx) }()
	close(goOn)
	if err := <-read; err != nil {
		t.Fatal(err)
	}
	if err := <-scrubbed; err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path, path + "-wal"} {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(body, []byte("Maria")) {
			t.Errorf("%s has her name still", filepath.Base(name))
		}
	}
}
