package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// Deed is an action on one account, with the records that it wrote.
type Deed struct {
	Action  Action
	Account success.ID
	Records []success.Link
}

// mostOfDeed is how many records an action may touch to be a deed: beyond it is an
// import or a change of many.
const mostOfDeed = 1000

// Deeds returns what was done in this copy of the workspace at a moment or after it
// and still stands, oldest first: the actions on one account that neither deleted nor
// restored anything. Those that known names are left out, and no more than the newest
// limit actions are looked at.
func (w *Workspace) Deeds(ctx context.Context, moment time.Time, limit int, known func(action string) bool) (deeds []Deed, err error) {
	since := int64(success.InstantOf(moment))
	err = w.read(ctx, func(v view) error {
		reps, err := readReplicas(v.r, w.replica)
		if err != nil {
			return err
		}
		all, err := v.r.Actions(limit)
		if err != nil {
			return err
		}
		for _, a := range all {
			if a.At < since {
				break
			}
			if a.Replica != reps.own.No || a.Depth != 0 || a.Undone || a.Records > mostOfDeed || known(a.ID.String()) {
				continue
			}
			deed := Deed{Action: w.shown(a)}
			ok, err := v.fill(&deed, a.First, a.Last)
			if err != nil {
				return err
			}
			if ok {
				deeds = append(deeds, deed)
			}
		}
		return nil
	})
	slices.Reverse(deeds)
	return deeds, err
}

// fill gathers what an action wrote; false where that is no deed.
func (v view) fill(deed *Deed, first, last int64) (ok bool, err error) {
	seen := map[journal.UUID]bool{}
	ok = true
	err = v.r.ChangesBetween(first, last, func(c *sqlite.Change) error {
		e, err := journal.Decode(c.Body)
		if err != nil {
			return fmt.Errorf("reading change %d: %w", c.ID, err)
		}
		account := success.ID(e.Space.String())
		if e.Space == v.space || deed.Account != "" && deed.Account != account ||
			slices.ContainsFunc(e.Fields, func(f journal.Field) bool { return f.Name == presence }) {
			ok = false
		}
		deed.Account = account
		if !seen[e.Record] {
			seen[e.Record] = true
			deed.Records = append(deed.Records, success.Link{Kind: success.Kind(e.Kind), ID: success.ID(e.Record.String())})
		}
		return nil
	})
	return ok && deed.Account != "", err
}

// BeforeAction returns a record as it stood before an action wrote it; false where the
// action made it, or never wrote it.
func (w *Workspace) BeforeAction(ctx context.Context, rec success.Link, action string) (body json.RawMessage, found bool, err error) {
	err = w.read(ctx, func(v view) error {
		stored, err := v.record(rec.Kind, rec.ID)
		if err != nil {
			return err
		}
		entries, err := entriesOf(v.r, stored)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(entries, func(l *logged) bool { return l.entry.Action.String() == action })
		if at <= 0 {
			return nil
		}
		reps, err := readReplicas(v.r, w.replica)
		if err != nil {
			return err
		}
		s, err := rebuildOf(stored.ID, entries[:at], reps)
		if err != nil {
			return err
		}
		body, found = s.body.render(), true
		return nil
	})
	return body, found, err
}
