package exchange

import (
	"context"
	"encoding/json"
	"io"

	"github.com/tendril-app/tendril/internal/success"
)

// Until returns a target whose calls fail with the context's error once it is
// cancelled. The transaction around it then takes everything back, so that an
// import which a person stops leaves nothing behind.
func Until(ctx context.Context, target Target) Target { return &untilTarget{ctx, target, nil} }

// Planning is Until that also tells how many of the rows are planned.
func Planning(ctx context.Context, target Target, progress func(done, total int)) Target {
	return &untilTarget{ctx, target, progress}
}

// stopped returns the error of a target that was cancelled; rows are planned
// without a call to it, so every so many of them ask.
func stopped(target Target, row, rows int) error {
	u, ok := target.(*untilTarget)
	if !ok || row%500 != 0 {
		return nil
	}
	if u.progress != nil {
		u.progress(row, rows)
	}
	return u.ctx.Err()
}

type untilTarget struct {
	ctx    context.Context //nolint:containedctx // lives as long as the one import it stops
	target Target

	progress func(done, total int) // of planning; may be nil
}

func (u *untilTarget) Put(kind success.Kind, id success.ID, fields success.Fields) (Written, error) {
	if err := u.ctx.Err(); err != nil {
		return Written{}, err
	}
	return u.target.Put(kind, id, fields)
}

func (u *untilTarget) Import(kind success.Kind, fields success.Fields) (Written, error) {
	if err := u.ctx.Err(); err != nil {
		return Written{}, err
	}
	return u.target.Import(kind, fields)
}

func (u *untilTarget) Get(kind success.Kind, id success.ID) (json.RawMessage, error) {
	if err := u.ctx.Err(); err != nil {
		return nil, err
	}
	return u.target.Get(kind, id)
}

func (u *untilTarget) List(kind success.Kind, fn func(id success.ID, body json.RawMessage) error) error {
	return u.target.List(kind, u.each(fn))
}

func (u *untilTarget) ListIn(kind success.Kind, account success.ID, fn func(id success.ID, body json.RawMessage) error) error {
	return u.target.ListIn(kind, account, u.each(fn))
}

func (u *untilTarget) each(fn func(id success.ID, body json.RawMessage) error) func(success.ID, json.RawMessage) error {
	return func(id success.ID, body json.RawMessage) error {
		if err := u.ctx.Err(); err != nil {
			return err
		}
		return fn(id, body)
	}
}

// Watch returns a source that stops with the context's error once it is
// cancelled, and tells seen of every record it hands out.
func Watch(ctx context.Context, src Source, seen func(kind success.Kind)) Source {
	return &watchedSource{ctx, src, seen}
}

type watchedSource struct {
	ctx  context.Context //nolint:containedctx // lives as long as the one export it stops
	src  Source
	seen func(kind success.Kind)
}

func (s *watchedSource) Records(kind success.Kind, fn func(body json.RawMessage) error) error {
	return s.src.Records(kind, func(body json.RawMessage) error {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		s.seen(kind)
		return fn(body)
	})
}

func (s *watchedSource) Blob(hash string) (io.ReadCloser, error) {
	if err := s.ctx.Err(); err != nil {
		return nil, err
	}
	return s.src.Blob(hash)
}
