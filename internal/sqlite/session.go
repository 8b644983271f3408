package sqlite

import (
	"context"
	"database/sql"
	"fmt"
)

// session is one connection with the statements prepared on it: preparing costs
// more than most statements themselves.
type session struct {
	db    *sql.DB
	conn  *sql.Conn
	stmts map[string]*sql.Stmt
	open  bool // a transaction is open
}

func newSession(ctx context.Context, db *sql.DB) (*session, error) {
	s := &session{db: db}
	return s, s.connect(ctx)
}

func (s *session) connect(ctx context.Context) error {
	if s.conn != nil {
		return nil
	}
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("connecting to the workspace file: %w", err)
	}
	s.conn, s.stmts = conn, map[string]*sql.Stmt{}
	return nil
}

func (s *session) close() {
	for _, stmt := range s.stmts {
		stmt.Close()
	}
	if s.conn != nil {
		s.conn.Close()
	}
	s.conn, s.stmts = nil, nil
}

func (s *session) begin(ctx context.Context, text string) error {
	if err := s.connect(ctx); err != nil {
		return err
	}
	if err := s.exec(ctx, text); err != nil {
		return fmt.Errorf("beginning a transaction: %w", err)
	}
	s.open = true
	return nil
}

// rollback ends the transaction; after a commit there is none, and SQLite's
// complaint about that is of no interest.
func (s *session) rollback() {
	if s.open {
		_, _ = s.conn.ExecContext(context.Background(), "ROLLBACK")
	}
	s.open = false
}

func (s *session) stmt(ctx context.Context, text string) (*sql.Stmt, error) {
	if stmt, ok := s.stmts[text]; ok {
		return stmt, nil
	}
	stmt, err := s.conn.PrepareContext(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("preparing %.60q: %w", text, err)
	}
	s.stmts[text] = stmt
	return stmt, nil
}

func (s *session) exec(ctx context.Context, text string, args ...any) error {
	stmt, err := s.stmt(ctx, text) //nolint:sqlclosecheck // kept prepared for as long as the connection lives
	if err != nil {
		return err
	}
	if _, err := stmt.ExecContext(ctx, args...); err != nil {
		return fmt.Errorf("running %.60q: %w", text, err)
	}
	return nil
}

// Reader reads one consistent state of the file. It must not be used after the
// function it was given to returned.
type Reader struct {
	s     *session
	ctx   context.Context
	ahead func() error // writes what is still in memory, before a read
}

func (r *Reader) settle() error {
	if r.ahead == nil {
		return nil
	}
	return r.ahead()
}

// one runs a query for one row; found is false when there is none.
func (r *Reader) one(text string, args []any, into ...any) (found bool, err error) {
	found = false
	err = r.each(text, args, func(rows *sql.Rows) error {
		found = true
		return rows.Scan(into...)
	})
	return found, err
}

func (r *Reader) each(text string, args []any, fn func(rows *sql.Rows) error) error {
	if err := r.settle(); err != nil {
		return err
	}
	stmt, err := r.s.stmt(r.ctx, text) //nolint:sqlclosecheck // kept prepared for as long as the connection lives
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(r.ctx, args...)
	if err != nil {
		return fmt.Errorf("running %.60q: %w", text, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := fn(rows); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("reading %.60q: %w", text, err)
	}
	return nil
}

// Writer is a Reader that also writes. What it inserts is gathered and written
// in rows of many; every read writes it first.
type Writer struct {
	*Reader
	changes, records, docs, words bulk

	keepsTail bool
	tail      []TailEntry
}

func newWriter(r *Reader) *Writer {
	w := &Writer{Reader: r}
	w.changes = bulk{into: "INSERT INTO change (id, rec, rank, seq, action, body, digest) VALUES ", width: 7}
	w.records = bulk{into: "INSERT INTO record (space, kind, id, made, newest, deleted, doc, body) VALUES ", width: 8}
	w.docs = bulk{into: "INSERT INTO doc (no, space, kind, id) VALUES ", width: 4}
	w.words = bulk{into: "INSERT INTO search (rowid, name, title, text) VALUES ", width: 4}
	r.ahead = w.flush
	return w
}

func (w *Writer) flush() error {
	for _, b := range []*bulk{&w.changes, &w.records, &w.docs, &w.words} {
		if err := b.flush(w.ctx, w.s); err != nil {
			return err
		}
	}
	return nil
}

// bulkRows is how many rows one statement inserts; more gain nothing.
const bulkRows = 32

type bulk struct {
	into  string
	width int
	args  []any
}

func (b *bulk) add(ctx context.Context, s *session, args ...any) error {
	b.args = append(b.args, args...)
	if len(b.args) < bulkRows*b.width {
		return nil
	}
	return b.write(ctx, s, bulkRows)
}

func (b *bulk) flush(ctx context.Context, s *session) error {
	rows := len(b.args) / b.width
	for rows > 0 {
		n := 1
		for n*2 <= rows {
			n *= 2
		}
		if err := b.writeFirst(ctx, s, n); err != nil {
			return err
		}
		rows -= n
	}
	b.args = b.args[:0]
	return nil
}

func (b *bulk) write(ctx context.Context, s *session, rows int) error {
	err := b.writeFirst(ctx, s, rows)
	b.args = b.args[:0]
	return err
}

// writeFirst inserts the first rows gathered and drops them.
func (b *bulk) writeFirst(ctx context.Context, s *session, rows int) error {
	n := rows * b.width
	if err := s.exec(ctx, b.into+placeholders(rows, b.width), b.args[:n]...); err != nil {
		return err
	}
	b.args = append(b.args[:0], b.args[n:]...)
	return nil
}

// placeholderTexts holds the texts for powers of two rows; there are few.
func placeholders(rows, width int) string {
	row := make([]byte, 0, 2*width+2)
	row = append(row, '(')
	for i := range width {
		if i > 0 {
			row = append(row, ',')
		}
		row = append(row, '?')
	}
	row = append(row, ')')
	all := make([]byte, 0, rows*(len(row)+1))
	for i := range rows {
		if i > 0 {
			all = append(all, ',')
		}
		all = append(all, row...)
	}
	return string(all)
}
