package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"sync"
)

// session is one connection with the statements prepared on it: preparing costs
// more than most statements themselves. It gives the driver its values without
// database/sql in between, which costs as much again for each of many small rows.
type session struct {
	mu    sync.Mutex // held by whoever runs a statement while a pipe may
	db    *sql.DB
	conn  *sql.Conn
	drv   driver.Conn // only while do runs
	stmts map[string]*statement
	open  bool // a transaction is open
}

// statement is a prepared statement with room for its arguments.
type statement struct {
	st   preparedStmt
	args []driver.NamedValue
	busy bool // its rows are being read
}

// preparedStmt is what the driver's statements can do.
type preparedStmt interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
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
	s.conn, s.stmts = conn, map[string]*statement{}
	return nil
}

func (s *session) close() {
	if s.conn == nil {
		return
	}
	_ = s.do(context.Background(), func() error {
		for _, stmt := range s.stmts {
			_ = stmt.st.Close()
		}
		return nil
	})
	s.conn.Close()
	s.conn, s.stmts = nil, nil
}

// do runs fn with the connection; statements can only be run within.
func (s *session) do(ctx context.Context, fn func() error) error {
	if err := s.connect(ctx); err != nil {
		return err
	}
	return s.conn.Raw(func(c any) error {
		drv, ok := c.(driver.Conn)
		if !ok {
			return fmt.Errorf("the driver gave a connection of type %T", c)
		}
		s.drv = drv
		defer func() { s.drv = nil }()
		return fn()
	})
}

func (s *session) begin(text string) error {
	if err := s.exec(text); err != nil {
		return fmt.Errorf("beginning a transaction: %w", err)
	}
	s.open = true
	return nil
}

// rollback ends the transaction; after a commit there is none, and SQLite's
// complaint about that is of no interest.
func (s *session) rollback() {
	if s.open {
		_ = s.exec("ROLLBACK")
	}
	s.open = false
}

func (s *session) prepare(text string) (*statement, error) {
	ctx := context.Background()
	var st driver.Stmt
	var err error
	if p, ok := s.drv.(driver.ConnPrepareContext); ok {
		st, err = p.PrepareContext(ctx, text)
	} else {
		st, err = s.drv.Prepare(text)
	}
	if err != nil {
		return nil, fmt.Errorf("preparing %.60q: %w", text, err)
	}
	prepared, ok := st.(preparedStmt)
	if !ok {
		_ = st.Close()
		return nil, fmt.Errorf("the driver gave a statement of type %T", st)
	}
	return &statement{st: prepared}, nil
}

// stmt returns the statement of a text; done gives it back.
func (s *session) stmt(text string) (stmt *statement, done func(), err error) {
	stmt, ok := s.stmts[text]
	switch {
	case ok && !stmt.busy:
	case ok: // its rows are being read further out: this one is for once
		if stmt, err = s.prepare(text); err != nil {
			return nil, nil, err
		}
		return stmt, func() { _ = stmt.st.Close() }, nil
	default:
		if stmt, err = s.prepare(text); err != nil {
			return nil, nil, err
		}
		s.stmts[text] = stmt
	}
	stmt.busy = true
	return stmt, func() { stmt.busy = false }, nil
}

func (s *session) exec(text string, args ...any) error {
	stmt, done, err := s.stmt(text)
	if err != nil {
		return err
	}
	defer done()
	named, err := stmt.named(args)
	if err == nil {
		_, err = stmt.st.ExecContext(context.Background(), named)
	}
	if err != nil {
		return fmt.Errorf("running %.60q: %w", text, err)
	}
	return nil
}

// named gives the arguments the form that the driver takes.
func (s *statement) named(args []any) ([]driver.NamedValue, error) {
	for len(s.args) < len(args) {
		s.args = append(s.args, driver.NamedValue{Ordinal: len(s.args) + 1})
	}
	for i, arg := range args {
		switch v := arg.(type) {
		case nil, int64, string, []byte, bool:
			s.args[i].Value = v
		case int:
			s.args[i].Value = int64(v)
		default:
			value, err := driver.DefaultParameterConverter.ConvertValue(arg)
			if err != nil {
				return nil, fmt.Errorf("argument %d: %w", i+1, err)
			}
			s.args[i].Value = value
		}
	}
	return s.args[:len(args)], nil
}

// each hands every row of a query to fn. A wait that ctx can end makes the driver
// watch it, at the price of a goroutine; most queries are over before that.
func (s *session) each(ctx context.Context, text string, args []any, fn func(r *row) error) (err error) {
	stmt, done, err := s.stmt(text)
	if err != nil {
		return err
	}
	defer done()
	named, err := stmt.named(args)
	if err != nil {
		return fmt.Errorf("running %.60q: %w", text, err)
	}
	rows, err := stmt.st.QueryContext(ctx, named)
	if err != nil {
		return fmt.Errorf("running %.60q: %w", text, err)
	}
	defer func() { _ = rows.Close() }() // what was read is read
	return eachRow(rows, text, fn)
}
