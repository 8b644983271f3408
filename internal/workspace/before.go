package workspace

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// Before returns a record as it stood before a moment, by what the journal has of
// it, those in the bin included. One that came later with a creation of its own
// from before (an import) is taken as it came. False where it was not there yet.
func (w *Workspace) Before(ctx context.Context, kind success.Kind, id success.ID, moment time.Time) (body json.RawMessage, found bool, err error) {
	err = w.read(ctx, func(v view) error {
		rec, err := v.record(kind, id)
		if err != nil {
			return err
		}
		entries, err := entriesOf(v.r, rec)
		if err != nil {
			return err
		}
		reps, err := readReplicas(v.r, w.replica)
		if err != nil {
			return err
		}
		made := entries[:1]
		entries = slices.DeleteFunc(slices.Clone(entries), func(l *logged) bool { return !l.entry.HLC.Time().Before(moment) })
		came := len(entries) == 0
		if came {
			entries = made
		}
		s, err := rebuildOf(rec.ID, entries, reps)
		if err != nil {
			return err
		}
		body = s.body.render()
		var meta struct {
			CreatedAt success.Instant `json:"created_at"`
		}
		if err := json.Unmarshal(body, &meta); err != nil {
			return err
		}
		found = !came || meta.CreatedAt.Time().Before(moment)
		return nil
	})
	return body, found, err
}

// Binned is a record that was put into the bin, with the account it hangs on (itself
// where it is one).
type Binned struct {
	Kind    success.Kind
	ID      success.ID
	Account success.ID
}

// BinnedSince lists the records of some kinds that lie in the bin and were put there
// at a moment or after it. What was emptied from the bin is not known any more.
func (w *Workspace) BinnedSince(ctx context.Context, moment time.Time, kinds ...success.Kind) (list []Binned, err error) {
	since := success.InstantOf(moment)
	err = w.read(ctx, func(v view) error {
		return v.r.Bin(func(space journal.UUID, row sqlite.Row) error {
			if !slices.Contains(kinds, success.Kind(row.Kind)) || isPurged(row.Body) {
				return nil
			}
			at, err := success.ParseInstant(textOf(member(row.Body, deletedAt)))
			if err == nil && at >= since {
				list = append(list, Binned{Kind: success.Kind(row.Kind), ID: success.ID(row.ID.String()), Account: success.ID(space.String())})
			}
			return nil
		})
	})
	return list, err
}
