package workspace

import (
	"context"
	"encoding/json"
	"slices"
	"time"

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
