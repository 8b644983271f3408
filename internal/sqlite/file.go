// Package sqlite is the workspace file on disk: tables, migrations, statements.
// It stores and finds; what a change means is decided in package workspace and
// how changes merge in package journal.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"

	driver "modernc.org/sqlite"
)

// applicationID marks a SQLite file as a workspace ("Tndl").
const applicationID = 0x546e646c

// readerCount is how many reads can go on at once: two in the background and two
// for whoever waits.
const readerCount = 4

// ErrNotWorkspace says that a file is something else than a workspace.
var ErrNotWorkspace = errors.New("the file is not a Tendril workspace")

// Options say how a file is opened.
type Options struct {
	ReadOnly bool
	// Backup copies the file before a migration changes it; nil skips that.
	Backup func(ctx context.Context) error
}

// File is an open workspace file: one connection that writes and a few that
// read. It is safe for concurrent use.
type File struct {
	path    string
	schema  int
	newer   bool // written by a newer version
	ro      bool
	writer  *session
	dbs     []*sql.DB
	readers readers
	mu      sync.Mutex // held by whoever writes
	copying sync.WaitGroup
	tail    *Tail // nil: none is kept
}

// Create makes a new workspace file; the error wraps fs.ErrExist where there is
// one already.
func Create(ctx context.Context, path string) (*File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("creating the workspace file: %w", err)
	}
	if err := f.Close(); err != nil {
		return nil, fmt.Errorf("creating the workspace file: %w", err)
	}
	if err := layOut(ctx, path); err != nil {
		return nil, fmt.Errorf("creating the workspace file: %w", err)
	}
	return Open(ctx, path, Options{})
}

// pageSize is of new files. Twice SQLite's own: a large import splits half as many
// pages, and an account's records lie on half as many.
const pageSize = "page_size(8192)"

// layOut writes the first page of an empty file. The size of its pages holds only
// when the file has a page before it is told to keep a write-ahead log.
func layOut(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", dsn(path, "rw", "", pageSize))
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "PRAGMA user_version = 0")
	return errors.Join(err, db.Close())
}

// Open opens a workspace file and brings it to this version's schema. A file of
// a newer version opens read-only (Newer).
func Open(ctx context.Context, path string, o Options) (*File, error) {
	driver.StrictPragmas(true)
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	if _, err := os.Stat(abs); err != nil {
		return nil, fmt.Errorf("opening the workspace file: %w", err)
	}
	f := &File{path: abs, ro: o.ReadOnly}
	if err := f.open(ctx, o); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

func (f *File) open(ctx context.Context, o Options) error {
	if err := f.inspect(ctx); err != nil {
		return err
	}
	if !f.ro {
		db, err := sql.Open("sqlite", writerDSN(f.path))
		if err != nil {
			return fmt.Errorf("opening the workspace file: %w", err)
		}
		db.SetMaxOpenConns(1)
		f.dbs = append(f.dbs, db)
		if err := f.migrate(ctx, db, o); err != nil {
			return err
		}
		if f.writer, err = newSession(ctx, db); err != nil {
			return err
		}
	}
	db, err := sql.Open("sqlite", readerDSN(f.path, f.ro))
	if err != nil {
		return fmt.Errorf("opening the workspace file: %w", err)
	}
	db.SetMaxOpenConns(readerCount)
	f.dbs = append(f.dbs, db)
	f.readers.start(db)
	return nil
}

// inspect reads what the file says about itself without changing it.
func (f *File) inspect(ctx context.Context) error {
	db, err := sql.Open("sqlite", readerDSN(f.path, true))
	if err != nil {
		return fmt.Errorf("opening the workspace file: %w", err)
	}
	defer db.Close()
	var app, tables int
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&app); err != nil {
		return notWorkspace(err)
	}
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return notWorkspace(err)
	}
	if tables == 0 && !f.ro {
		return nil
	}
	if app != applicationID {
		return ErrNotWorkspace
	}
	if f.schema, err = schemaOf(ctx, db); err != nil {
		return err
	}
	if f.schema > SchemaVersion() {
		f.newer, f.ro = true, true
	}
	return nil
}

func notWorkspace(err error) error {
	var e *driver.Error
	if errors.As(err, &e) && e.Code()&0xff == 26 { // SQLITE_NOTADB
		return ErrNotWorkspace
	}
	return fmt.Errorf("reading the workspace file: %w", err)
}

// Path returns the file's absolute path.
func (f *File) Path() string { return f.path }

// Schema returns the file's schema version.
func (f *File) Schema() int { return f.schema }

// Newer reports whether a newer version wrote the file.
func (f *File) Newer() bool { return f.newer }

// ReadOnly reports whether nothing can be written.
func (f *File) ReadOnly() bool { return f.ro }

// Close closes all connections.
func (f *File) Close() error {
	f.copying.Wait()
	if f.writer != nil {
		f.writer.close()
	}
	f.readers.close()
	var errs []error
	if f.tail != nil {
		errs = append(errs, f.tail.Close())
	}
	for _, db := range f.dbs {
		errs = append(errs, db.Close())
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("closing the workspace file: %w", err)
	}
	return nil
}

// Read calls fn with a view of the file as it stands now; it does not see what
// is written meanwhile.
func (f *File) Read(ctx context.Context, fn func(r *Reader) error) error {
	s, err := f.readers.take(ctx)
	if err != nil {
		return err
	}
	defer f.readers.give(s)
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.do(ctx, func() error {
		if err := s.begin("BEGIN"); err != nil {
			return err
		}
		defer s.rollback()
		return fn(&Reader{s: s, ctx: ctx, old: f.schema < 2})
	})
}

// Write calls fn in a transaction that is committed, durably, when fn returns
// nil and taken back otherwise. It is not cut short by ctx once it has begun.
func (f *File) Write(ctx context.Context, fn func(w *Writer) error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	if f.writer == nil {
		return ErrReadOnly
	}
	ctx = context.WithoutCancel(ctx)
	return f.writer.do(ctx, func() error { return f.transact(ctx, fn) })
}

// Rest returns when nobody writes.
func (f *File) Rest() {
	f.mu.Lock()
	f.mu.Unlock() //nolint:staticcheck // to have had it is to have waited
}

func (f *File) transact(ctx context.Context, fn func(w *Writer) error) error {
	if err := f.writer.begin("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	defer f.writer.rollback()
	w := newWriter(&Reader{s: f.writer, ctx: ctx})
	defer w.stop()
	w.keepsTail = f.tail != nil
	err := fn(w)
	if err == nil {
		err = w.settle()
	}
	if err == nil {
		err = f.commit(&w.frames)
	}
	if err != nil {
		return fullDisk(err)
	}
	f.writer.open = false
	return nil
}

// commit makes the transaction durable: first in the tail, so that what is in the
// file is always there too, then in the file.
func (f *File) commit(entries *frames) error {
	if f.tail == nil || entries.size == 0 {
		return f.writer.exec("COMMIT")
	}
	if err := f.tail.append(entries); err != nil {
		return err
	}
	err := f.noteTail()
	switch {
	case err != nil:
	case entries.size < largeCommit:
		err = f.writer.exec("COMMIT")
	default:
		err = f.commitLarge()
	}
	if err != nil {
		return errors.Join(err, f.tail.TakeBack())
	}
	return nil
}

// noteTail stores how large the tail is, so that opening need not read all of it.
func (f *File) noteTail() error {
	return f.writer.exec("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", metaTail, strconv.FormatInt(f.tail.Size(), 10))
}

// KeepTail opens the file's tail; from now on every change is written there too.
func (f *File) KeepTail(ctx context.Context) error {
	var from int64
	err := f.Read(ctx, func(r *Reader) (err error) {
		from, err = r.tailEnd()
		return err
	})
	if err != nil {
		return err
	}
	t, err := openTail(f.path, from)
	if err != nil {
		return err
	}
	f.tail = t
	return nil
}

// TrimTail drops from the tail what a verified backup holds.
func (f *File) TrimTail(backup Vector) error {
	if f.tail == nil {
		return nil
	}
	return f.Write(context.Background(), func(w *Writer) error {
		if err := f.tail.Trim(backup); err != nil {
			return err
		}
		return f.noteTail()
	})
}

// ErrReadOnly says that the file was opened for reading.
var ErrReadOnly = errors.New("the workspace file is open for reading only")

// ErrFull says that the disk has no room; nothing was written.
var ErrFull = errors.New("the disk is full")

func fullDisk(err error) error {
	var e *driver.Error
	if errors.Is(err, syscall.ENOSPC) || errors.As(err, &e) && e.Code()&0xff == 13 { // SQLITE_FULL
		return fmt.Errorf("%w: %w", ErrFull, err)
	}
	return err
}

// Pragmas go into the address so that each connection of a pool has them;
// busy_timeout comes first, as switching to WAL may itself have to wait.
func writerDSN(path string) string {
	return dsn(path, "rwc", "_txlock=immediate",
		"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(0)",
		"fullfsync(1)", "checkpoint_fullfsync(1)", "cache_size(-49152)", "temp_store(2)",
		"wal_autocheckpoint("+autocheckpoint+")", "journal_size_limit(67108864)")
}

func readerDSN(path string, alone bool) string {
	mode := "rw"
	extra := "_txlock=deferred&_query_only=1"
	if alone {
		mode = "ro"
		if !writable(filepath.Dir(path)) && missing(path+"-wal") {
			// A WAL file cannot be read in a folder that takes no index beside it,
			// unless nobody can write there anyway.
			extra += "&immutable=1"
		}
	}
	return dsn(path, mode, extra, "busy_timeout(5000)", "cache_size(-8192)", "temp_store(2)")
}

// dsn names a file to the driver. A file address is always absolute: a relative
// path in it would be looked for at the root.
func dsn(path, mode, extra string, pragmas ...string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	var b strings.Builder
	b.WriteString((&url.URL{Scheme: "file", Path: slashed}).String())
	b.WriteString("?mode=" + mode + "&_dqs=0&_defensive=1&" + extra)
	for _, p := range pragmas {
		b.WriteString("&_pragma=" + url.QueryEscape(p))
	}
	return b.String()
}

func writable(dir string) bool {
	f, err := os.CreateTemp(dir, ".tendril-*")
	if err != nil {
		return false
	}
	name := f.Name()
	return errors.Join(f.Close(), os.Remove(name)) == nil
}

func missing(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, os.ErrNotExist)
}

// Size returns the bytes of the file and its write-ahead log.
func (f *File) Size() (int64, error) {
	var size int64
	for _, path := range []string{f.path, f.path + "-wal"} {
		info, err := os.Stat(path)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return 0, fmt.Errorf("measuring the workspace file: %w", err)
		}
		size += info.Size()
	}
	return size, nil
}

func quote(name string) string { return strconv.Quote(name) }

// IsReadOnly reports whether err says that the file or its folder takes no writes.
func IsReadOnly(err error) bool {
	var e *driver.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case 8, 14: // SQLITE_READONLY, SQLITE_CANTOPEN
			return true
		}
	}
	return errors.Is(err, os.ErrPermission)
}

// IsMissing reports whether err says that there is no such file.
func IsMissing(err error) bool { return errors.Is(err, os.ErrNotExist) }

// Exists reports whether there is a file, and its size.
func Exists(path string) (size int64, found bool) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, false
	}
	return info.Size(), true
}
