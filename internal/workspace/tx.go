package workspace

import (
	"time"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// flushAt is how many records are gathered before they are written; it is also
// the limit of a group.
const flushAt = journal.MaxGroup

// Tx is one action being made. It sees its own writes. It must not be used
// after fn of Do returned, nor from two goroutines.
type Tx struct {
	w        *Workspace
	st       *sqlite.Writer
	now      time.Time
	today    success.Date
	act      sqlite.Action
	clock    journal.Clock
	seen     journal.HLC
	reps     *replicas
	apply    *applier
	drafts   map[journal.UUID]*draft
	order    []*draft
	fresh    reused[draft]         // new records, until they are written
	made     reused[journal.Entry] // and what makes them
	blocks   block                 // for entries as bytes
	places   map[journal.UUID]sqlite.Place
	hidden   hiddenByKind
	hiddenAt int // how many records were written when hidden was found
	undoes   journal.UUID
	trust    bool         // values come from the journal and were checked when they were entered
	space    journal.UUID // of the workspace
}

// draft is a record that this action touches: as it was and as it shall be. The
// difference becomes one entry.
type draft struct {
	id     journal.UUID
	space  journal.UUID
	info   *kindInfo
	rec    *sqlite.Record // nil for a new record
	before body
	now    body
	settle bool // every conflict of the fields in force is settled
	force  []string
}

func (d *draft) isNew() bool { return d.rec == nil }

// Create writes a new record and fills its id and created_at where empty.
func (tx *Tx) Create(rec success.Record) (success.ID, error) {
	fields, err := success.FieldsOf(rec)
	if err != nil {
		return "", err
	}
	if rec.Base().ID == "" && rec.Kind() != "fx_rate" {
		fields["id"] = appendString(nil, string(tx.newID()))
	}
	if id := textOf(fields["id"]); id != "" {
		uid, err := parseID(success.ID(id))
		if err != nil {
			return "", err
		}
		if d, err := tx.find(uid); err != nil {
			return "", err
		} else if d != nil {
			return "", &success.Error{Code: success.CodeConflict, Field: "id", Message: "There is a record with this id already; nothing was changed."}
		}
	}
	if rec.Kind() == "claim" {
		if err := tx.checkClaimOf(textOf(fields["story_id"])); err != nil {
			return "", err
		}
	}
	written, err := tx.Import(rec.Kind(), fields)
	if err != nil {
		return "", err
	}
	rec.Base().ID = written.ID
	return written.ID, nil
}

// Put creates a record (id "" means a new id) or changes the fields given;
// only what differs is journaled. A null clears a field. A change of a record
// that is not there is an error of CodeNotFound; nothing of a refused record is
// kept, and the action can go on.
func (tx *Tx) Put(kind success.Kind, id success.ID, fields success.Fields) (Written, error) {
	return tx.write(kind, id, fields, putMode)
}

// Import is Put with the id of the fields, and with created_at, updated_at and
// deleted_at kept as given.
func (tx *Tx) Import(kind success.Kind, fields success.Fields) (Written, error) {
	return tx.write(kind, success.ID(textOf(fields["id"])), fields, importMode)
}

// Settle is Put that ends the conflicts of the fields given, also where a value
// stays as it is shown.
func (tx *Tx) Settle(kind success.Kind, id success.ID, fields success.Fields) (Written, error) {
	return tx.write(kind, id, fields, settleMode)
}

type writeMode int

const (
	putMode writeMode = iota
	importMode
	settleMode
)

func (tx *Tx) write(kind success.Kind, id success.ID, fields success.Fields, mode writeMode) (Written, error) {
	info, err := infoOf(kind)
	if err != nil {
		return Written{}, err
	}
	d, isNew, err := tx.draftFor(info, id, fields, mode)
	if err != nil {
		return Written{}, err
	}
	saved := *d
	if !isNew { // a new draft that is refused is thrown away
		saved.now = d.now.clone()
	}
	changed, err := tx.merge(d, fields, mode)
	if err == nil && (changed || isNew) {
		err = tx.check(d, isNew)
	}
	if err == nil && changed && mode != importMode {
		err = tx.checkTold(d)
	}
	if err != nil {
		*d = saved
		if isNew {
			tx.fresh.back()
		}
		return Written{}, err
	}
	if isNew {
		tx.keep(d)
	}
	written := Written{ID: success.ID(d.now.id), Created: isNew, Changed: changed || isNew}
	if len(tx.order) >= flushAt {
		err = tx.flush()
	}
	return written, err
}

// keep makes a draft part of the action.
func (tx *Tx) keep(d *draft) {
	tx.drafts[d.id] = d
	tx.order = append(tx.order, d)
}

// Delete puts a record in the bin, and with it what hangs on it. Deleting what
// is in the bin already changes nothing.
func (tx *Tx) Delete(kind success.Kind, id success.ID) error {
	return tx.setDeleted(kind, id, success.InstantOf(tx.now).String())
}

// Restore takes a record out of the bin.
func (tx *Tx) Restore(kind success.Kind, id success.ID) error { return tx.setDeleted(kind, id, "") }

func (tx *Tx) setDeleted(kind success.Kind, id success.ID, at string) error {
	d, err := tx.existing(kind, id)
	if err != nil {
		return err
	}
	if kind == "workspace" {
		return success.Invalid("", "The workspace's own record cannot be deleted.")
	}
	if (d.now.deleted == "") == (at == "") {
		return nil
	}
	if d.isPurged() {
		return gone(kind)
	}
	if kind == "claim" {
		if err := tx.checkTold(d); err != nil {
			return err
		}
	}
	if tx.drafts[d.id] == nil {
		tx.keep(d)
	}
	d.now.deleted = at
	return nil
}

func (tx *Tx) existing(kind success.Kind, id success.ID) (*draft, error) {
	uid, err := parseID(id)
	if err != nil {
		return nil, err
	}
	d, err := tx.find(uid)
	if err != nil {
		return nil, err
	}
	if d == nil || d.info.kind != kind {
		return nil, notFound(kind, id)
	}
	return d, nil
}
