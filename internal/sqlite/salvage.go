package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/tendril-app/tendril/internal/journal"
)

// salvageTries bounds how often a damaged table is asked again around rows that
// cannot be read.
const salvageTries = 200_000

// salvager reads the rows of the journal that can be read, around those that
// cannot.
type salvager struct {
	db    *sql.DB
	tries int
	bad   error // the first damage that was met
}

func openSalvage(ctx context.Context, path string) (*salvager, error) {
	db, err := sql.Open("sqlite", dsn(path, "rw", "_txlock=deferred", "busy_timeout(5000)"))
	if err != nil {
		return nil, fmt.Errorf("opening the damaged file: %w", err)
	}
	db.SetMaxOpenConns(1)
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		return nil, fmt.Errorf("opening the damaged file: %w", err)
	}
	return &salvager{db: db, tries: salvageTries}, nil
}

func (s *salvager) close() { s.db.Close() }

// span is a stretch of rows of the journal, first and last included.
type span struct{ first, last int64 }

// run hands on every readable entry after the vector. The error is the first
// damage that was met, if any.
func (s *salvager) run(ctx context.Context, after Vector, add func(TailEntry)) error {
	spans, err := s.replicas(ctx, after)
	if err != nil {
		s.bad = err
	}
	for len(spans) > 0 && s.tries > 0 {
		at := spans[len(spans)-1]
		spans = spans[:len(spans)-1]
		next, err := s.read(ctx, at, add)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil {
			continue
		}
		s.tries--
		if s.bad == nil {
			s.bad = err
		}
		switch rest := (span{next, at.last}); {
		case rest.first > rest.last || rest.first == rest.last && at.first == at.last:
			// This one row is lost.
		case rest.first > at.first:
			spans = append(spans, rest)
		default:
			middle := rest.first + (rest.last-rest.first)/2
			spans = append(spans, span{middle + 1, rest.last}, span{rest.first, middle})
		}
	}
	return s.bad
}

// replicas returns the rows that may be there for each replica. Where the list
// of replicas cannot be read, it guesses that there were few.
func (s *salvager) replicas(ctx context.Context, after Vector) (spans []span, err error) {
	rows, err := s.db.QueryContext(ctx, "SELECT no, id, last FROM replica NOT INDEXED")
	if err == nil {
		defer rows.Close()
		for rows.Next() {
			var no int64
			var id []byte
			var last uint64
			if err = rows.Scan(&no, &id, &last); err != nil {
				break
			}
			if len(id) == 16 {
				spans = append(spans, span{ChangeID(no, after[journal.ReplicaID(id)]+1), ChangeID(no, last)})
			}
		}
		err = errors.Join(err, rows.Err())
	}
	if err != nil {
		spans = nil
		for no := range int64(4) {
			spans = append(spans, span{ChangeID(no+1, 1), ChangeID(no+1, 1<<20)})
		}
		return spans, fmt.Errorf("reading the replicas of the damaged file: %w", err)
	}
	return spans, nil
}

// read hands on the good entries of a span, in order, until a row cannot be read,
// and returns the row to go on with.
func (s *salvager) read(ctx context.Context, at span, add func(TailEntry)) (next int64, err error) {
	next = at.first
	rows, err := s.db.QueryContext(ctx,
		"SELECT id, coalesce(seq, 0), rank, body, digest FROM change NOT INDEXED WHERE id BETWEEN ? AND ? ORDER BY id",
		at.first, at.last)
	if err != nil {
		return next, fmt.Errorf("reading the journal of the damaged file: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var t TailEntry
		var digest []byte
		if err := rows.Scan(&id, &t.Seq, &t.Eff, &t.Body, &digest); err != nil {
			return next, fmt.Errorf("reading the journal of the damaged file: %w", err)
		}
		next = id + 1
		if journal.Digest(t.Body) != [32]byte(append(digest, make([]byte, 32)...)) && !journal.IsBlanked(t.Body) {
			s.bad = fmt.Errorf("entry %d: %w", id, ErrDamaged)
			continue
		}
		if t.Seq == 0 {
			t.Eff = 0 // only a server's effective time is for ever
		}
		add(t)
	}
	if err := rows.Err(); err != nil {
		return next, fmt.Errorf("reading the journal of the damaged file: %w", err)
	}
	return next, nil
}
