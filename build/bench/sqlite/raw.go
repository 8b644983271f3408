// Package sqlite is what the same work costs with the bare driver and the
// simplest statements that could do it: the baselines that make bench's figures
// comparable between machines. Nothing of the product uses it.
package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"

	_ "modernc.org/sqlite" // the driver under test
)

// Raw is a workspace file opened with the bare driver.
type Raw struct{ db *sql.DB }

// Open opens the file at path with the pragmas that the product promises.
func Open(path string) (*Raw, error) {
	dsn := url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: "_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=cache_size(-65536)"}
	db, err := sql.Open("sqlite", dsn.String())
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	return &Raw{db: db}, nil
}

// Close closes the file.
func (r *Raw) Close() error { return r.db.Close() }

// Read scans every row of a query with one text column and returns their bytes.
func (r *Raw) Read(ctx context.Context, query string, args ...any) (int, error) {
	rows, err := r.db.QueryContext(ctx, query, args...)
	if err != nil {
		return 0, fmt.Errorf("read: %w", err)
	}
	defer rows.Close()
	total := 0
	var text sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&text); err != nil {
			return 0, fmt.Errorf("read: %w", err)
		}
		total += len(text)
	}
	return total, rows.Err()
}

// Run runs a statement.
func (r *Raw) Run(ctx context.Context, statement string) error {
	if _, err := r.db.ExecContext(ctx, statement); err != nil {
		return fmt.Errorf("%.60q: %w", statement, err)
	}
	return nil
}

// Scratch makes an empty table for Insert.
func (r *Raw) Scratch(ctx context.Context) error {
	_, err := r.db.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS scratch (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT`)
	if err != nil {
		return fmt.Errorf("scratch: %w", err)
	}
	return nil
}

// Insert writes n rows of body in one durable transaction.
func (r *Raw) Insert(ctx context.Context, n int, body string) error {
	tx, err := r.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("insert: %w", err)
	}
	defer tx.Rollback()
	stmt, err := tx.PrepareContext(ctx, `INSERT INTO scratch (body) VALUES (?)`)
	if err != nil {
		return fmt.Errorf("insert: %w", err)
	}
	defer stmt.Close()
	for range n {
		if _, err := stmt.ExecContext(ctx, body); err != nil {
			return fmt.Errorf("insert: %w", err)
		}
	}
	return tx.Commit()
}
