package workspace

import (
	"errors"
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// schemaOfRecords is the version of the record descriptions that entries carry.
const schemaOfRecords = 1

// flush turns the drafts into entries, a group for each space, and applies them.
func (tx *Tx) flush() error {
	if len(tx.order) == 0 {
		return nil
	}
	var spaces []journal.UUID
	groups := map[journal.UUID][]deed{}
	for _, d := range tx.order {
		done, err := tx.deedOf(d)
		if err != nil {
			return err
		}
		if len(done.entry.Fields) == 0 && !d.isNew() {
			continue
		}
		if groups[d.space] == nil {
			spaces = append(spaces, d.space)
		}
		groups[d.space] = append(groups[d.space], done)
	}
	for _, space := range spaces {
		for group := range slices.Chunk(groups[space], journal.MaxGroup) {
			if err := tx.applyGroup(group); err != nil {
				return err
			}
		}
	}
	for _, d := range tx.order {
		tx.places[d.id] = sqlite.Place{Space: d.space, Kind: string(d.info.kind), Deleted: d.now.deleted != ""}
	}
	tx.order = tx.order[:0]
	clear(tx.drafts)
	tx.fresh.again()
	tx.made.again()
	return tx.apply.save()
}

// deed is what becomes of a draft: the entry, and the record that it makes, nil
// where there is one already.
type deed struct {
	entry *journal.Entry
	makes *state
}

// deedOf hands a draft's record to the applier and works out its entry. Nobody
// looks up a record that is being made by its id in the same batch.
func (tx *Tx) deedOf(d *draft) (deed, error) {
	if d.isNew() {
		return deed{tx.createdEntry(d), tx.apply.anew(d.id)}, nil
	}
	if err := tx.adopt(d); err != nil {
		return deed{}, err
	}
	e := &journal.Entry{}
	tx.begun(e, d)
	return deed{entry: e}, tx.changed(d, e)
}

// adopt hands the record that a draft has read to the applier.
func (tx *Tx) adopt(d *draft) error {
	rec := *d.rec
	_, err := tx.apply.adopt(d.id, &rec, &d.before)
	return err
}

// applyGroup numbers, encodes and applies the entries of one group.
func (tx *Tx) applyGroup(group []deed) error {
	first := tx.reps.own.Last + 1
	group[0].entry.Label = tx.act.Label
	for i, done := range group {
		e := done.entry
		e.ID = journal.ID{Replica: tx.reps.own.ID, N: first + uint64(i)}
		e.TxFirst, e.TxLen = first, uint32(len(group))
		e.HLC = tx.clock.Next(tx.now, tx.seen)
		if err := e.Check(); err != nil {
			return tooLong(err)
		}
		rank, err := tx.rankOf(e)
		if err != nil {
			return err
		}
		encoded := tx.blocks.keep(entrySize, e.Append)
		if len(encoded) > journal.MaxBody {
			return tooLong(journal.ErrMalformed)
		}
		if done.makes != nil {
			err = tx.apply.make(done.makes, e, encoded, rank, tx.act.No)
		} else {
			err = tx.apply.apply(e, encoded, rank, 0, tx.act.No)
		}
		if err != nil {
			return err
		}
	}
	change := sqlite.ChangeID(tx.reps.own.No, first)
	if tx.act.Records == 0 {
		tx.act.First = change
	}
	tx.act.Last = change + int64(len(group)) - 1
	tx.act.Records += len(group)
	return nil
}

// entrySize is a guess at the bytes of an entry; most are shorter.
const entrySize = 512

// rankOf returns the effective time of an entry that is being made.
func (tx *Tx) rankOf(e *journal.Entry) (rank uint64, failed error) {
	rank = journal.LocalRank(e, func(id journal.ID) uint64 {
		eff, err := tx.apply.rankOf(id)
		failed = errors.Join(failed, err)
		return eff
	})
	return rank, failed
}

func tooLong(err error) error {
	return &success.Error{Code: success.CodeInvalid, Message: "A text is too long, or holds what is not text. Longer texts can be attached as a file.", Err: err}
}

// begun makes e the entry of a draft, not numbered yet and without its fields.
func (tx *Tx) begun(e *journal.Entry, d *draft) {
	*e = journal.Entry{
		Space: d.space, Record: d.id, Kind: string(d.info.kind), Action: tx.act.ID, Undoes: tx.undoes,
		Actor: tx.act.Actor, Schema: schemaOfRecords, Fields: e.Fields[:0],
	}
}

// createdEntry lists every value of a new record; nothing came before them.
func (tx *Tx) createdEntry(d *draft) *journal.Entry {
	e := tx.made.next()
	tx.begun(e, d)
	e.Fields = slices.Grow(e.Fields, len(d.now.fields))
	if d.now.created != "" {
		e.Fields = append(e.Fields, ownTime(createdAt, d.now.created))
	}
	if d.now.updated != "" {
		e.Fields = append(e.Fields, ownTime(updatedAt, d.now.updated))
	}
	if d.now.deleted != "" {
		e.Fields = append(e.Fields, journal.Field{Op: journal.OpDelete, Value: timeValue(d.now.deleted)})
	}
	for _, f := range d.now.fields {
		e.Fields = d.difference(e.Fields, f.name, nil, f.raw)
	}
	return e
}

func ownTime(name, text string) journal.Field {
	return journal.Field{Name: name, Op: journal.OpSet, Value: timeValue(text)}
}

func timeValue(text string) journal.Value {
	return journal.Value{Type: journal.TypeTimestamp, Text: text}
}

// changed lists what differs from what the record was, naming what was seen.
func (tx *Tx) changed(d *draft, e *journal.Entry) error {
	for _, f := range d.before.fields {
		if now := d.now.get(f.name); string(now) != string(f.raw) {
			e.Fields = d.difference(e.Fields, f.name, f.raw, now)
		}
	}
	for _, f := range d.now.fields {
		if d.before.get(f.name) == nil {
			e.Fields = d.difference(e.Fields, f.name, nil, f.raw)
		}
	}
	for _, name := range d.force {
		if name != presence && fieldOf(e, name) == nil {
			e.Fields = append(e.Fields, d.again(name))
		}
	}
	if d.now.created != d.before.created {
		e.Fields = append(e.Fields, ownTime(createdAt, d.now.created))
	}
	if (d.now.deleted == "") != (d.before.deleted == "") || slices.Contains(d.force, presence) {
		f := journal.Field{Op: journal.OpRestore}
		if d.now.deleted != "" {
			f = journal.Field{Op: journal.OpDelete, Value: timeValue(d.now.deleted)}
		}
		e.Fields = append(e.Fields, f)
	}
	if len(e.Fields) > 0 && d.now.updated != d.before.updated {
		e.Fields = append(e.Fields, ownTime(updatedAt, d.now.updated))
	}
	return tx.nameSeen(d, e)
}

// presence is the name of the cell that says whether a record is in the bin.
const presence = ""

// again says a shown value once more, to settle a conflict.
func (d *draft) again(name string) journal.Field {
	field, key, keyed := journal.CellField(name)
	raw := d.now.get(field)
	if keyed {
		pairs, _ := pairsOf(raw)
		raw = valueOf(pairs, key)
	}
	if raw == nil {
		return journal.Field{Name: name, Op: journal.OpClear}
	}
	return journal.Field{Name: name, Op: journal.OpSet, Value: toValue(d.info.typeOf(field), raw)}
}

// nameSeen fills in, for each field, the entries whose values the author saw. A
// field that was never set names the entry that made the record, so that nobody
// applies a change to a record that is not there yet.
func (tx *Tx) nameSeen(d *draft, e *journal.Entry) error {
	if len(e.Fields) == 0 {
		return nil
	}
	s, err := tx.apply.state(d.id)
	if err != nil {
		return err
	}
	made := tx.reps.id(d.rec.Made)
	for i := range e.Fields {
		f := &e.Fields[i]
		if f.Name == updatedAt {
			continue
		}
		c, err := tx.apply.cell(s, f.Name)
		if err != nil {
			return err
		}
		f.Prev = heads(&c.cell, d.settle && slices.Contains(d.force, f.Name))
		if f.Op == journal.OpDelete {
			if f.Prev, err = tx.seenByDeletion(s, f.Prev); err != nil {
				return err
			}
		}
		if len(f.Prev) == 0 {
			f.Prev = []journal.ID{made}
		}
	}
	return nil
}

// seenByDeletion adds all current entries of the record, so that an edit that
// whoever deletes does not know of can be told from one they do.
func (tx *Tx) seenByDeletion(s *state, seen []journal.ID) ([]journal.ID, error) {
	rows, err := tx.apply.rowsOf(s)
	if err != nil {
		return nil, err
	}
	seen = append(seen, tx.reps.id(s.rec.Made))
	for name, changes := range rows {
		if name == presence {
			continue
		}
		for _, c := range changes {
			seen = append(seen, tx.reps.id(c))
		}
	}
	slices.SortFunc(seen, journal.ID.Compare)
	return slices.Compact(seen), nil
}

// difference appends what turns a field's old value into the new one: a whole
// value, or the elements of a set and the keys of a map that differ.
func (d *draft) difference(fields []journal.Field, name string, before, now []byte) []journal.Field {
	kind := d.info.typeOf(name)
	switch kind {
	case success.TypeSet:
		old, okOld := elementsOf(before)
		fresh, okNew := elementsOf(now)
		if okOld && okNew {
			return setDifference(fields, name, old, fresh)
		}
	case success.TypeMap:
		old, okOld := pairsOf(before)
		fresh, okNew := pairsOf(now)
		if okOld && okNew {
			return mapDifference(fields, name, old, fresh)
		}
	}
	if now == nil {
		return append(fields, journal.Field{Name: name, Op: journal.OpClear})
	}
	return append(fields, journal.Field{Name: name, Op: journal.OpSet, Value: toValue(kind, now)})
}

func setDifference(fields []journal.Field, name string, old, fresh []string) []journal.Field {
	for _, e := range old {
		if _, kept := slices.BinarySearch(fresh, e); !kept {
			fields = append(fields, journal.Field{Name: journal.CellName(name, e), Op: journal.OpRemove})
		}
	}
	for _, e := range fresh {
		if _, had := slices.BinarySearch(old, e); !had {
			fields = append(fields, journal.Field{Name: journal.CellName(name, e), Op: journal.OpAdd})
		}
	}
	return fields
}

func mapDifference(fields []journal.Field, name string, old, fresh []pair) []journal.Field {
	for _, p := range old {
		if valueOf(fresh, p.key) == nil {
			fields = append(fields, journal.Field{Name: journal.CellName(name, p.key), Op: journal.OpClear})
		}
	}
	for _, p := range fresh {
		if string(valueOf(old, p.key)) != string(p.raw) {
			fields = append(fields, journal.Field{
				Name: journal.CellName(name, p.key), Op: journal.OpSet, Value: toValue(success.TypeJSON, p.raw),
			})
		}
	}
	return fields
}

func valueOf(pairs []pair, key string) []byte {
	for _, p := range pairs {
		if p.key == key {
			return p.raw
		}
	}
	return nil
}
