package workspace

import (
	"context"
	"encoding/json"
	"io"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// Records hands out all records of a kind, those in the bin included and those that
// were emptied from it left out, in order of account and id: what a bundle is
// written from.
func (w *Workspace) Records(ctx context.Context, kind success.Kind, fn func(body json.RawMessage) error) error {
	info, err := infoOf(kind)
	if err != nil {
		return err
	}
	return w.read(ctx, func(v view) error {
		each := func(_ journal.UUID, row sqlite.Row) error {
			if row.Deleted && isPurged(row.Body) {
				return nil
			}
			return fn(row.Body)
		}
		if kind != "account" && (info.owner == nil || info.owner.Owner == "*") {
			err := v.r.KindInSpace(v.space, string(kind), func(row sqlite.Row) error { return each(v.space, row) })
			if err != nil || info.owner == nil {
				return err
			}
		}
		return v.r.OfKind(string(kind), each)
	})
}

// Source reads the workspace as a bundle is written: every record, the bin
// included, and the attachments.
type Source struct {
	w   *Workspace
	ctx context.Context //nolint:containedctx // a source is made for one export and lives as long as its context
}

// Source returns what a bundle is written from.
func (w *Workspace) Source(ctx context.Context) *Source { return &Source{w: w, ctx: ctx} }

// Records calls fn with each record of a kind, those in the bin included.
func (s *Source) Records(kind success.Kind, fn func(body json.RawMessage) error) error {
	return s.w.Records(s.ctx, kind, fn)
}

// Blob opens an attachment. The error wraps fs.ErrNotExist where it is not here.
func (s *Source) Blob(hash string) (io.ReadCloser, error) { return s.w.OpenBlob(s.ctx, hash) }

// AccountRecords calls fn for each record that hangs on an account, and for the
// account itself, those in the bin included. fn must not keep the body.
func (w *Workspace) AccountRecords(ctx context.Context, account success.ID, fn func(kind success.Kind, body json.RawMessage) error) error {
	space, err := parseID(account)
	if err != nil {
		return err
	}
	return w.read(ctx, func(v view) error {
		return v.r.InSpace(space, func(row sqlite.Row) error {
			if row.Deleted && isPurged(row.Body) {
				return nil
			}
			return fn(success.Kind(row.Kind), row.Body)
		})
	})
}
