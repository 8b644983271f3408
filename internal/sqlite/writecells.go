package sqlite

import (
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
)

// cellChange is one row of a cell that comes or goes.
type cellChange struct {
	rec    journal.UUID
	name   string
	change int64
	gone   bool
}

// SetCell stores the current changes of one cell in place of those before.
func (w *Writer) SetCell(rec journal.UUID, name string, before, after []int64) error {
	w.unwritten[rec] = true
	for _, c := range before {
		if !slices.Contains(after, c) {
			w.cells = append(w.cells, cellChange{rec, name, c, true})
		}
	}
	for _, c := range after {
		if !slices.Contains(before, c) {
			w.cells = append(w.cells, cellChange{rec, name, c, false})
		}
	}
	if len(w.cells) < gatherRecords {
		return nil
	}
	return w.handCells()
}

const deleteCell = "DELETE FROM cell WHERE rec = ? AND name = ? AND change = ?"

func (w *Writer) handCells() error {
	if len(w.cells) == 0 {
		return nil
	}
	given := w.cells
	w.cells = nil
	return w.later(func() error {
		b := newBulk(&insertCell, len(given))
		for i := range given {
			c := &given[i]
			if !c.gone {
				b.add(c.rec[:], c.name, c.change)
				continue
			}
			if err := w.insert(b); err != nil {
				return err
			}
			if err := w.exec(deleteCell, c.rec[:], c.name, c.change); err != nil {
				return err
			}
		}
		return w.insert(b)
	})
}
