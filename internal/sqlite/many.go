package sqlite

import (
	"fmt"
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
)

// manyAtOnce is how many things one query asks for; more gain little.
const manyAtOnce = 64

// ofAll runs a query that ends with a list of ids, for some of them at a time.
func (r *Reader) ofAll(text string, ids []journal.UUID, fn func(row *row) error) error {
	for some := range slices.Chunk(ids, manyAtOnce) {
		args := make([]any, len(some))
		for i := range some {
			args[i] = some[i][:]
		}
		if err := r.each(text+placeholders(1, len(some)), args, fn); err != nil {
			return err
		}
	}
	return nil
}

// RecordsOf hands out the records with these ids, those that there are, in no
// particular order.
func (r *Reader) RecordsOf(ids []journal.UUID, fn func(rec *Record)) error {
	return r.ofAll("SELECT "+recordColumns+" FROM record WHERE id IN ", ids, func(row *row) error {
		rec := &Record{}
		if err := rec.scan(row); err != nil {
			return err
		}
		fn(rec)
		return nil
	})
}

// ChangesOfAll hands out the entries that changed these records after they were
// made.
func (r *Reader) ChangesOfAll(ids []journal.UUID, fn func(c *Change)) error {
	return r.ofAll("SELECT "+changeColumns+" FROM change WHERE rec IN ", ids, func(row *row) error {
		c := &Change{}
		if err := c.scan(row); err != nil {
			return err
		}
		fn(c)
		return nil
	})
}

// CellsOfAll hands out the current changes of these records' cells that have rows.
func (r *Reader) CellsOfAll(ids []journal.UUID, fn func(rec journal.UUID, c CellRow)) error {
	return r.ofAll("SELECT rec, name, change FROM cell WHERE rec IN ", ids, func(row *row) error {
		var rec []byte
		var c CellRow
		if err := row.scan(&rec, &c.Name, &c.Change); err != nil {
			return fmt.Errorf("reading a cell: %w", err)
		}
		fn(journal.UUID(rec), c)
		return nil
	})
}
