package sqlite

import (
	"fmt"

	"github.com/tendril-app/tendril/internal/journal"
)

// A change's id is its replica's number in this file, shifted, and its own
// number; a replica writes at most 2^40 entries.
const replicaShift = 40

// ChangeID returns the row of the n-th change of replica number no.
func ChangeID(no int64, n uint64) int64 { return no<<replicaShift | int64(n) }

// SplitChange returns the replica's number and the change's own.
func SplitChange(id int64) (no int64, n uint64) {
	return id >> replicaShift, uint64(id & (1<<replicaShift - 1))
}

// Change is a stored entry.
type Change struct {
	ID     int64
	Record *journal.UUID // nil for the change that made its record
	Rank   uint64
	Seq    uint64
	Action int64
	Body   []byte
}

const changeColumns = "id, rec, rank, coalesce(seq, 0), action, body"

func (c *Change) scan(row *row) error {
	var rec []byte
	if err := row.scan(&c.ID, &rec, &c.Rank, &c.Seq, &c.Action, &c.Body); err != nil {
		return fmt.Errorf("reading a change: %w", err)
	}
	if len(rec) == 16 {
		c.Record = (*journal.UUID)(rec)
	}
	return nil
}

func (r *Reader) changes(where string, args []any, fn func(c *Change) error) error {
	return r.each("SELECT "+changeColumns+" FROM change WHERE "+where, args, func(row *row) error {
		c := &Change{}
		if err := c.scan(row); err != nil {
			return err
		}
		return fn(c)
	})
}

// Change returns one stored entry; found is false when there is none.
func (r *Reader) Change(id int64) (c *Change, found bool, err error) {
	c = &Change{}
	err = r.about(givenChange(id), "SELECT "+changeColumns+" FROM change WHERE id = ?", []any{id}, func(row *row) error {
		found = true
		return c.scan(row)
	})
	return c, found, err
}

// HasChange reports whether an entry is stored, and its rank.
func (r *Reader) HasChange(id int64) (rank uint64, found bool, err error) {
	err = r.about(givenChange(id), "SELECT rank FROM change WHERE id = ?", []any{id}, func(row *row) error {
		found = true
		return row.scan(&rank)
	})
	return rank, found, err
}

// givenChange asks whether a change may be among those not stored yet.
func givenChange(id int64) func(w *Writer) bool {
	return func(w *Writer) bool { return id >= w.lowest && id <= w.highest }
}

// ChangesBetween hands out stored entries in order, first and last included.
func (r *Reader) ChangesBetween(first, last int64, fn func(c *Change) error) error {
	return r.changes("id BETWEEN ? AND ? ORDER BY id", []any{first, last}, fn)
}

// ChangesOf hands out the entries that changed a record after it was made.
func (r *Reader) ChangesOf(rec journal.UUID, fn func(c *Change) error) error {
	var all []*Change
	unwritten := func(w *Writer) bool { return w.edited[rec] }
	err := r.about(unwritten, "SELECT "+changeColumns+" FROM change WHERE rec = ? ORDER BY id", []any{rec[:]}, func(row *row) error {
		c := &Change{}
		all = append(all, c)
		return c.scan(row)
	})
	if err != nil {
		return err
	}
	for _, c := range all {
		if err := fn(c); err != nil {
			return err
		}
	}
	return nil
}

// CountChanges returns how many entries there are.
func (r *Reader) CountChanges() (n int, err error) {
	err = r.eachSlow("SELECT count(*) FROM change", nil, func(row *row) error { return row.scan(&n) })
	return n, err
}

// Acknowledge stores the server's order and effective time of an entry.
func (w *Writer) Acknowledge(id int64, seq, eff uint64) error {
	return w.run("UPDATE change SET seq = ?, rank = ? WHERE id = ?", int64(seq), int64(eff), id)
}

// SetRecordOf says that an entry did not make its record.
func (w *Writer) SetRecordOf(change int64, rec journal.UUID) error {
	return w.run("UPDATE change SET rec = ? WHERE id = ?", rec[:], change)
}

// CellRow is one current change of a cell.
type CellRow struct {
	Name   string
	Change int64
}

// Cells returns the current changes of all of a record's cells that have rows.
func (r *Reader) Cells(rec journal.UUID) ([]CellRow, error) {
	var cells []CellRow
	unwritten := func(w *Writer) bool { return w.unwritten[rec] }
	err := r.about(unwritten, "SELECT name, change FROM cell WHERE rec = ?", []any{rec[:]}, func(row *row) error {
		var c CellRow
		if err := row.scan(&c.Name, &c.Change); err != nil {
			return fmt.Errorf("reading a cell: %w", err)
		}
		cells = append(cells, c)
		return nil
	})
	return cells, err
}

// Held is an entry that waits for one it names.
type Held struct {
	Replica journal.ReplicaID
	N       uint64
	Seq     uint64
	Eff     uint64
	Body    []byte
}

// Hold keeps an entry until the ones it names have come.
func (w *Writer) Hold(h *Held) error {
	return w.exec("INSERT OR REPLACE INTO held (replica, n, seq, eff, body) VALUES (?, ?, ?, ?, ?)",
		h.Replica[:], int64(h.N), number(int64(h.Seq)), number(int64(h.Eff)), h.Body)
}

// Release forgets a held entry once it is applied.
func (w *Writer) Release(replica journal.ReplicaID, n uint64) error {
	return w.exec("DELETE FROM held WHERE replica = ? AND n = ?", replica[:], int64(n))
}

// AllHeld returns the entries that wait.
func (r *Reader) AllHeld() ([]Held, error) {
	var all []Held
	err := r.each("SELECT replica, n, coalesce(seq, 0), coalesce(eff, 0), body FROM held ORDER BY replica, n", nil, func(row *row) error {
		var h Held
		var replica []byte
		if err := row.scan(&replica, &h.N, &h.Seq, &h.Eff, &h.Body); err != nil {
			return fmt.Errorf("reading a held change: %w", err)
		}
		copy(h.Replica[:], replica)
		all = append(all, h)
		return nil
	})
	return all, err
}

// PendingOf hands out a replica's entries that have no place in a server's order,
// by number, a few more than limit.
func (r *Reader) PendingOf(no int64, limit int, fn func(c *Change) error) error {
	return r.changes("id BETWEEN ? AND ? AND seq IS NULL ORDER BY id LIMIT ?",
		[]any{ChangeID(no, 0), ChangeID(no+1, 0) - 1, int64(limit) + journal.MaxGroup}, fn)
}

// PendingEditsOf hands out those of them that changed a record which was there.
func (r *Reader) PendingEditsOf(no int64, fn func(c *Change) error) error {
	return r.changes("id BETWEEN ? AND ? AND seq IS NULL AND rec IS NOT NULL ORDER BY id",
		[]any{ChangeID(no, 0), ChangeID(no+1, 0) - 1}, fn)
}

// Rerank stores the local order of an entry that no server has seen.
func (w *Writer) Rerank(id int64, rank uint64) error {
	return w.run("UPDATE change SET rank = ? WHERE id = ?", int64(rank), id)
}
