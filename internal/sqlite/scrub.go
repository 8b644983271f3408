package sqlite

import (
	"context"
	"errors"
	"fmt"
)

// patience is how often the write-ahead log is tried to be emptied.
const patience = 6

// Relabel stores other words for what an action did.
func (w *Writer) Relabel(no int64, label string) error {
	return w.exec("UPDATE action SET label = ? WHERE no = ?", label, no)
}

// Labels hands out the numbers of all actions with their words, oldest first.
func (r *Reader) Labels(fn func(no int64, label string) error) error {
	return r.each("SELECT no, label FROM action ORDER BY no", nil, func(row *row) error {
		var no int64
		var label string
		if err := row.scan(&no, &label); err != nil {
			return fmt.Errorf("reading an action: %w", err)
		}
		return fn(no, label)
	})
}

// Scrub writes the whole file anew, so that nothing stays on the disk of what was
// taken out: SQLite leaves old bytes in its free pages, and search leaves words of
// old texts. It takes as long as a copy of the file, and everybody who writes waits.
func (f *File) Scrub(ctx context.Context) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.writer == nil {
		return ErrReadOnly
	}
	f.copying.Wait() // two cannot empty the log at once
	return f.writer.do(context.WithoutCancel(ctx), func() error {
		for _, text := range []string{
			"INSERT INTO search (search) VALUES ('optimize')",
			"VACUUM",
		} {
			if err := f.writer.exec(text); err != nil {
				return fullDisk(fmt.Errorf("writing the file anew: %w", err))
			}
		}
		return f.emptyLog(ctx)
	})
}

// emptyLog writes the write-ahead log into the file and cuts it to nothing. It waits
// for those who still read an older state, five seconds at a time as busy_timeout has
// it.
func (f *File) emptyLog(ctx context.Context) error {
	r := &Reader{s: f.writer, ctx: ctx}
	for range patience {
		var busy, pages, done int64
		if _, err := r.one("PRAGMA wal_checkpoint(TRUNCATE)", nil, &busy, &pages, &done); err != nil {
			return fmt.Errorf("emptying the write-ahead log: %w", err)
		}
		if busy == 0 {
			return nil
		}
	}
	return errors.New("emptying the write-ahead log: somebody reads it still")
}
