package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	driver "modernc.org/sqlite"

	"github.com/tendril-app/tendril/internal/journal"
)

// Vector is, for each replica, the number of its newest entry in a file.
type Vector map[journal.ReplicaID]uint64

// Content is what a workspace file was found to hold when it was verified.
type Content struct {
	Schema  int
	Size    int64
	Changes int
	Records int
	Last    Vector
}

// Backup is a copy of a workspace file in the folder of backups. Content is
// filled in only where it was verified.
type Backup struct {
	Path    string
	At      time.Time
	Size    int64
	Content Content
}

// ErrDamaged says that a file is a workspace that cannot be trusted any more.
var ErrDamaged = errors.New("the workspace file is damaged")

const (
	backupSuffix = ".tendril"
	backupLayout = "20060102T150405Z"
)

// BackupFolder returns where a workspace file's backups go when nothing else is
// set: a folder beside it.
func BackupFolder(path string) string {
	return filepath.Join(filepath.Dir(path), stem(path)+".backups")
}

// BackupName returns the name of the backup that is made at an instant; names sort
// by time.
func BackupName(path string, at time.Time) string {
	return stem(path) + "-" + at.UTC().Format(backupLayout) + backupSuffix
}

func stem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

// BackupTo writes a verified copy of the file, as it stands at one moment, to a
// new file. Nothing is there under that name until the copy is on the disk and
// was read back whole.
func (f *File) BackupTo(ctx context.Context, to string, at time.Time) (Backup, error) {
	return copyFile(ctx, f.path, f.ro, to, at)
}

// Restore writes a verified copy of a workspace file, usually a backup, to a new
// file.
func Restore(ctx context.Context, from, to string, at time.Time) (Backup, error) {
	return copyFile(ctx, from, true, to, at)
}

func copyFile(ctx context.Context, from string, readOnly bool, to string, at time.Time) (Backup, error) {
	if _, err := os.Stat(to); err == nil {
		return Backup{}, fmt.Errorf("copying the workspace file to %s: %w", to, fs.ErrExist)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return Backup{}, fmt.Errorf("making the folder of the copy: %w", err)
	}
	part := to + ".part"
	_ = os.Remove(part)
	content, err := writeCopy(ctx, from, readOnly, part)
	if err == nil {
		err = os.Rename(part, to)
	}
	if err == nil {
		err = syncFolder(filepath.Dir(to))
	}
	if err != nil {
		_ = os.Remove(part)
		return Backup{}, fmt.Errorf("copying the workspace file: %w", fullDisk(err))
	}
	return Backup{Path: to, At: at, Size: content.Size, Content: content}, nil
}

// writeCopy makes the copy and compares it with what the file held before and
// after: the journal only grows, and records are never taken away.
func writeCopy(ctx context.Context, from string, readOnly bool, to string) (Content, error) {
	// A reader's query_only would also keep VACUUM from writing the copy.
	source := strings.Replace(readerDSN(from, readOnly), "&_query_only=1", "", 1)
	db, err := sql.Open("sqlite", source)
	if err != nil {
		return Content{}, fmt.Errorf("opening the source: %w", err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	before, err := count(ctx, db)
	if err != nil {
		return Content{}, err
	}
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", to); err != nil {
		return Content{}, fmt.Errorf("writing the copy: %w", err)
	}
	after, err := count(ctx, db)
	if err != nil {
		return Content{}, err
	}
	if err := syncFile(to); err != nil {
		return Content{}, err
	}
	content, err := VerifyFile(ctx, to)
	if err != nil {
		return Content{}, err
	}
	if content.Changes < before.Changes || content.Changes > after.Changes ||
		content.Records < before.Records || content.Records > after.Records {
		return Content{}, fmt.Errorf("the copy has %d entries and %d records, the file %d and %d: %w",
			content.Changes, content.Records, after.Changes, after.Records, ErrDamaged)
	}
	return content, nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("syncing the copy: %w", err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("syncing the copy: %w", err)
	}
	return nil
}

// VerifyFile reads a whole workspace file that nobody writes to, and returns what
// it holds. The error wraps ErrDamaged when the file cannot be trusted.
func VerifyFile(ctx context.Context, path string) (Content, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Content{}, fmt.Errorf("verifying %s: %w", path, err)
	}
	db, err := sql.Open("sqlite", readerDSN(path, true))
	if err != nil {
		return Content{}, fmt.Errorf("verifying %s: %w", path, err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if err := checkPages(ctx, db, "integrity_check"); err != nil {
		return Content{}, fmt.Errorf("verifying %s: %w", path, err)
	}
	c, err := count(ctx, db)
	if err != nil {
		return Content{}, fmt.Errorf("verifying %s: %w", path, asDamage(err))
	}
	c.Size = info.Size()
	if c.Schema, err = schemaOf(ctx, db); err != nil {
		return Content{}, fmt.Errorf("verifying %s: %w", path, asDamage(err))
	}
	return c, nil
}

// Check looks for damage in the open file: in every page, and with full also in
// every index. The error wraps ErrDamaged. It does not hold up other readers.
func (f *File) Check(ctx context.Context, full bool) error {
	db, err := sql.Open("sqlite", readerDSN(f.path, f.ro))
	if err != nil {
		return fmt.Errorf("checking the workspace file: %w", err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	pragma := "quick_check"
	if full {
		pragma = "integrity_check"
	}
	return checkPages(ctx, db, pragma)
}

func checkPages(ctx context.Context, db *sql.DB, pragma string) error {
	rows, err := db.QueryContext(ctx, "PRAGMA "+pragma+"(20)")
	if err != nil {
		return fmt.Errorf("checking the pages: %w", asDamage(err))
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return fmt.Errorf("checking the pages: %w", asDamage(err))
		}
		if line != "ok" {
			found = append(found, line)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("checking the pages: %w", asDamage(err))
	}
	if len(found) > 0 {
		return fmt.Errorf("%w: %s", ErrDamaged, strings.Join(found, "; "))
	}
	return nil
}

// asDamage makes ErrDamaged of the driver's word for it.
func asDamage(err error) error {
	var e *driver.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case 11, 26: // SQLITE_CORRUPT, SQLITE_NOTADB
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	return err
}

// Damaged reports whether an error says that a file is damaged, also one that
// came from a statement.
func Damaged(err error) bool {
	return errors.Is(err, ErrDamaged) || errors.Is(asDamage(err), ErrDamaged)
}

// IsDiskError reports whether the disk refused a read or a write, for another
// reason than being full.
func IsDiskError(err error) bool {
	var e *driver.Error
	return errors.As(err, &e) && e.Code()&0xff == 10 || errors.Is(err, errTail) // SQLITE_IOERR
}

func count(ctx context.Context, db *sql.DB) (Content, error) {
	c := Content{Last: Vector{}}
	err := db.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM change), (SELECT count(*) FROM record)").
		Scan(&c.Changes, &c.Records)
	if err != nil {
		return c, fmt.Errorf("counting: %w", err)
	}
	rows, err := db.QueryContext(ctx, "SELECT id, last FROM replica")
	if err != nil {
		return c, fmt.Errorf("reading the replicas: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var id []byte
		var last uint64
		if err := rows.Scan(&id, &last); err != nil {
			return c, fmt.Errorf("reading the replicas: %w", err)
		}
		if len(id) == 16 {
			c.Last[journal.ReplicaID(id)] = last
		}
	}
	return c, rows.Err()
}

// ListBackups returns the backups of a workspace file in a folder, newest first. A
// folder that is not there has none.
func ListBackups(path, folder string) ([]Backup, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("listing the backups: %w", err)
	}
	var all []Backup
	for _, e := range entries {
		text, ours := strings.CutPrefix(e.Name(), stem(path)+"-")
		text, whole := strings.CutSuffix(text, backupSuffix)
		at, err := time.Parse(backupLayout, text)
		if !ours || !whole || err != nil || e.IsDir() {
			continue
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("listing the backups: %w", err)
		}
		all = append(all, Backup{Path: filepath.Join(folder, e.Name()), At: at, Size: info.Size()})
	}
	slices.SortFunc(all, func(a, b Backup) int { return b.At.Compare(a.At) })
	return all, nil
}

// ThinBackups removes the backups of a workspace file that Surplus names, for the
// free space of the folder's disk.
func ThinBackups(path, folder string) (removed int, err error) {
	all, err := ListBackups(path, folder)
	if err != nil || len(all) == 0 {
		return 0, err
	}
	free, err := FreeSpace(folder)
	if err != nil {
		return 0, err
	}
	for _, b := range Surplus(all, free/10) {
		if err := os.Remove(b.Path); err != nil {
			return removed, fmt.Errorf("removing an old backup: %w", err)
		}
		removed++
	}
	return removed, nil
}
