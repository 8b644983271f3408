package sqlite

import (
	"context"
	"database/sql"
)

// A commit that made the write-ahead log long has SQLite copy the log into the file
// before it answers. After an import that is a second for which somebody waits, and
// all that they are told is safe in the log already. So a large commit leaves the
// copying to a connection of its own.

// largeCommit is from how many bytes of entries on a commit is large; an edit has
// some hundred.
const largeCommit = 4 << 20

// autocheckpoint is how many pages the log has when a commit copies them.
const autocheckpoint = "2000"

// commitLarge commits and returns as soon as it is durable.
func (f *File) commitLarge() error {
	if err := f.writer.exec("PRAGMA wal_autocheckpoint = 0"); err != nil {
		return err
	}
	err := f.writer.exec("COMMIT")
	// What is committed stays so, whatever this says.
	_ = f.writer.exec("PRAGMA wal_autocheckpoint = " + autocheckpoint)
	if err == nil {
		f.copying.Go(f.copyLog)
	}
	return err
}

// copyLog copies the write-ahead log into the file, as far as nobody reads an older
// state. What it cannot do the next commits do.
func (f *File) copyLog() {
	db, err := sql.Open("sqlite", writerDSN(f.path))
	if err != nil {
		return
	}
	defer db.Close()
	_, _ = db.ExecContext(context.Background(), "PRAGMA wal_checkpoint(PASSIVE)")
}
