package workspace

import (
	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
)

// prefetched is what was read of many records in a few queries, before an action
// takes them one by one. Each part is taken once, as the action then has its own.
type prefetched struct {
	records map[journal.UUID]*sqlite.Record
	changes map[journal.UUID][]*sqlite.Change
	cells   map[journal.UUID][]sqlite.CellRow
}

// prefetch reads records with what changed them and their cells. The records must
// not be part of the action yet.
func (a *applier) prefetch(ids []journal.UUID) error {
	p := prefetched{
		records: make(map[journal.UUID]*sqlite.Record, len(ids)),
		changes: make(map[journal.UUID][]*sqlite.Change, len(ids)),
		cells:   make(map[journal.UUID][]sqlite.CellRow, len(ids)),
	}
	for _, id := range ids {
		p.changes[id], p.cells[id] = nil, nil
	}
	err := a.w.RecordsOf(ids, func(rec *sqlite.Record) { p.records[rec.ID] = rec })
	if err != nil {
		return err
	}
	err = a.w.ChangesOfAll(ids, func(c *sqlite.Change) { p.changes[*c.Record] = append(p.changes[*c.Record], c) })
	if err != nil {
		return err
	}
	err = a.w.CellsOfAll(ids, func(rec journal.UUID, c sqlite.CellRow) { p.cells[rec] = append(p.cells[rec], c) })
	if err != nil {
		return err
	}
	a.ahead = p
	return nil
}

func (p *prefetched) takeRecord(id journal.UUID) *sqlite.Record {
	rec := p.records[id]
	delete(p.records, id)
	return rec
}

func (p *prefetched) takeChanges(id journal.UUID) ([]*sqlite.Change, bool) {
	changes, ok := p.changes[id]
	delete(p.changes, id)
	return changes, ok
}

func (p *prefetched) takeCells(id journal.UUID) ([]sqlite.CellRow, bool) {
	cells, ok := p.cells[id]
	delete(p.cells, id)
	return cells, ok
}
