package sqlite

import "context"

// Reader reads one consistent state of the file. It must not be used after the
// function it was given to returned.
type Reader struct {
	s   *session
	ctx context.Context
	w   *Writer // that it is part of; nil for one that only reads
	old bool    // the file has the first schema, and is not to be written
}

// each hands every row of a query to fn.
func (r *Reader) each(text string, args []any, fn func(row *row) error) error {
	return r.eachOf(context.Background(), text, args, fn)
}

// eachSlow is each for a query that may take long to find its first row.
func (r *Reader) eachSlow(text string, args []any, fn func(row *row) error) error {
	return r.eachOf(r.ctx, text, args, fn)
}

// askEvery is after how many rows it is asked whether anybody still waits.
const askEvery = 64

func (r *Reader) eachOf(ctx context.Context, text string, args []any, fn func(row *row) error) error {
	if r.w != nil {
		if err := r.w.settle(); err != nil {
			return err
		}
		r.w.reading++
		defer func() { r.w.reading-- }()
	}
	n := 0
	return r.s.each(ctx, text, args, func(row *row) error {
		if n++; n%askEvery == 0 && r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		return fn(row)
	})
}

// one runs a query for one row; found is false when there is none.
func (r *Reader) one(text string, args []any, into ...any) (found bool, err error) {
	err = r.each(text, args, func(row *row) error {
		found = true
		return row.scan(into...)
	})
	return found, err
}

// about runs a small query about one thing. Within a Writer it waits only where
// the thing itself is among what was given and is not stored yet. fn may do
// nothing but take the row.
func (r *Reader) about(unwritten func(w *Writer) bool, text string, args []any, fn func(row *row) error) error {
	if r.w != nil {
		if unwritten(r.w) {
			if err := r.w.settle(); err != nil {
				return err
			}
		}
		r.s.mu.Lock()
		defer r.s.mu.Unlock()
	}
	return r.s.each(context.Background(), text, args, fn)
}
