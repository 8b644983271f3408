package workspace

import (
	"fmt"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// draftFor returns the draft of a record that is there, or a new one that is not
// part of the action yet.
func (tx *Tx) draftFor(info *kindInfo, id success.ID, fields success.Fields, mode writeMode) (d *draft, isNew bool, err error) {
	id = tx.ownID(info, id, fields)
	given := id != ""
	var uid journal.UUID
	if given {
		if uid, err = parseID(id); err == nil {
			d, err = tx.find(uid)
		}
		if err != nil {
			return nil, false, err
		}
	} else {
		uid = tx.w.ids.next(tx.now)
		id = success.ID(uid.String())
	}
	switch {
	case d != nil && d.info.kind != info.kind:
		return nil, false, success.Invalid("id", "The id %s belongs to a %s, not to a %s.", id, spoken(d.info.kind), spoken(info.kind))
	case d != nil:
		return d, false, tx.reuse(d, mode)
	case given && mode != importMode && !info.namesItself():
		return nil, false, notFound(info.kind, id)
	}
	d = tx.fresh.next()
	*d = draft{id: uid, info: info, now: body{info: info, id: string(id), fields: d.now.fields[:0]}}
	return d, true, nil
}

// ownID returns the id of a record whose id follows from what it is, else id.
func (tx *Tx) ownID(info *kindInfo, id success.ID, fields success.Fields) success.ID {
	switch {
	case info.kind == "workspace" && !tx.space.IsZero():
		return success.ID(tx.space.String())
	case info.kind == "fx_rate" && id == "":
		return rateID(fields)
	}
	return id
}

// find returns the record as this action has it; nil when there is none.
func (tx *Tx) find(id journal.UUID) (*draft, error) {
	if d := tx.drafts[id]; d != nil {
		return d, nil
	}
	rec, found, err := tx.record(id)
	if err != nil || !found {
		return nil, err
	}
	b, err := parseBody(infoOrUnknown(rec.Kind), rec.Body)
	if err != nil {
		return nil, fmt.Errorf("reading record %s: %w", id, err)
	}
	return &draft{id: id, space: rec.Space, info: b.info, rec: rec, before: b, now: b.clone()}, nil
}

// record reads a stored record, or takes it from what was read beforehand.
func (tx *Tx) record(id journal.UUID) (*sqlite.Record, bool, error) {
	if rec := tx.apply.ahead.takeRecord(id); rec != nil {
		return rec, true, nil
	}
	return tx.st.Record(id)
}

func (tx *Tx) newID() success.ID { return tx.w.newID(tx.now) }
