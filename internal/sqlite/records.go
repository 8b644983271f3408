package sqlite

import (
	"database/sql"
	"fmt"

	"github.com/tendril-app/tendril/internal/journal"
)

// Record is a stored record: its body as in a bundle, and where it came from.
type Record struct {
	Space   journal.UUID
	Kind    string
	ID      journal.UUID
	Made    int64 // the change that made it
	Newest  uint64
	Deleted bool
	Doc     int64 // its row in search, 0 for none
	Body    []byte
}

const recordColumns = "space, kind, id, made, newest, deleted, coalesce(doc, 0), body"

func (rec *Record) scan(rows *sql.Rows) error {
	var space, id sql.RawBytes
	if err := rows.Scan(&space, &rec.Kind, &id, &rec.Made, &rec.Newest, &rec.Deleted, &rec.Doc, &rec.Body); err != nil {
		return fmt.Errorf("reading a record: %w", err)
	}
	if len(space) != 16 || len(id) != 16 {
		return fmt.Errorf("reading a record: its id has %d bytes", len(id))
	}
	copy(rec.Space[:], space)
	copy(rec.ID[:], id)
	return nil
}

// Record finds a record by its id; found is false when there is none.
func (r *Reader) Record(id journal.UUID) (rec *Record, found bool, err error) {
	rec = &Record{}
	err = r.each("SELECT "+recordColumns+" FROM record WHERE id = ?", []any{id[:]}, func(rows *sql.Rows) error {
		found = true
		return rec.scan(rows)
	})
	return rec, found, err
}

// Place says where a record is, without its body.
type Place struct {
	Space   journal.UUID
	Kind    string
	Deleted bool
}

// Place finds where a record is; found is false when there is none.
func (r *Reader) Place(id journal.UUID) (p Place, found bool, err error) {
	var space []byte
	found, err = r.one("SELECT space, kind, deleted FROM record WHERE id = ?", []any{id[:]}, &space, &p.Kind, &p.Deleted)
	copy(p.Space[:], space)
	return p, found, err
}

// Row is what listing hands out; Body is only good until the next row.
type Row struct {
	Kind    string
	ID      journal.UUID
	Deleted bool
	Body    []byte
}

func (r *Reader) rows(text string, args []any, fn func(row Row) error) error {
	var kind, id, body sql.RawBytes
	var row Row
	return r.each(text, args, func(rows *sql.Rows) error {
		if err := rows.Scan(&kind, &id, &row.Deleted, &body); err != nil {
			return fmt.Errorf("reading a record: %w", err)
		}
		if string(kind) != row.Kind {
			row.Kind = string(kind)
		}
		copy(row.ID[:], id)
		row.Body = body
		return fn(row)
	})
}

// InSpace hands out every record of an account (or of the workspace), in order
// of kind and id, those in the bin too.
func (r *Reader) InSpace(space journal.UUID, fn func(row Row) error) error {
	return r.rows("SELECT kind, id, deleted, body FROM record WHERE space = ?", []any{space[:]}, fn)
}

// KindInSpace hands out an account's records of one kind, in order of id.
func (r *Reader) KindInSpace(space journal.UUID, kind string, fn func(row Row) error) error {
	return r.rows("SELECT kind, id, deleted, body FROM record WHERE space = ? AND kind = ?", []any{space[:], kind}, fn)
}

// OfKind hands out all accounts' records of one kind, account by account.
func (r *Reader) OfKind(kind string, fn func(space journal.UUID, row Row) error) error {
	var space, id, body sql.RawBytes
	row := Row{Kind: kind}
	return r.each("SELECT s.space, r.id, r.deleted, r.body FROM summary AS s CROSS JOIN record AS r ON r.space = s.space AND r.kind = ?",
		[]any{kind}, func(rows *sql.Rows) error {
			if err := rows.Scan(&space, &id, &row.Deleted, &body); err != nil {
				return fmt.Errorf("reading a record: %w", err)
			}
			copy(row.ID[:], id)
			row.Body = body
			return fn(journal.UUID(space), row)
		})
}

// Spaces returns the accounts, deleted ones too, in order of id.
func (r *Reader) Spaces() ([]journal.UUID, error) {
	var all []journal.UUID
	var id sql.RawBytes
	err := r.each("SELECT space FROM summary", nil, func(rows *sql.Rows) error {
		if err := rows.Scan(&id); err != nil {
			return fmt.Errorf("reading an account: %w", err)
		}
		all = append(all, journal.UUID(id))
		return nil
	})
	return all, err
}

// InBin hands out where the deleted records of these kinds are.
func (r *Reader) InBin(kind string, fn func(space, id journal.UUID) error) error {
	var space, id sql.RawBytes
	return r.each("SELECT space, id FROM record WHERE kind = ? AND deleted", []any{kind}, func(rows *sql.Rows) error {
		if err := rows.Scan(&space, &id); err != nil {
			return fmt.Errorf("reading the bin: %w", err)
		}
		return fn(journal.UUID(space), journal.UUID(id))
	})
}

// Counts returns how many records of each kind are not in the bin themselves.
func (r *Reader) Counts() (map[string]int, error) {
	counts := map[string]int{}
	err := r.each("SELECT kind, count(*) FROM record WHERE NOT deleted GROUP BY kind", nil, func(rows *sql.Rows) error {
		var kind string
		var n int
		if err := rows.Scan(&kind, &n); err != nil {
			return fmt.Errorf("counting records: %w", err)
		}
		counts[kind] = n
		return nil
	})
	return counts, err
}

// AddRecord stores a new record.
func (w *Writer) AddRecord(rec *Record) error {
	return w.records.add(w.ctx, w.s, rec.Space[:], rec.Kind, rec.ID[:], rec.Made, int64(rec.Newest), rec.Deleted,
		number(rec.Doc), string(rec.Body))
}

// ChangeRecord stores a record that is there with its new body and state.
func (w *Writer) ChangeRecord(rec *Record) error {
	if err := w.settle(); err != nil {
		return err
	}
	return w.s.exec(w.ctx, "UPDATE record SET newest = ?, deleted = ?, doc = ?, body = ? WHERE space = ? AND kind = ? AND id = ?",
		int64(rec.Newest), rec.Deleted, number(rec.Doc), string(rec.Body), rec.Space[:], rec.Kind, rec.ID[:])
}

// DropRecords removes all records, cells, documents and summaries: the first
// step of rebuilding them from the journal.
func (w *Writer) DropRecords() error {
	if err := w.settle(); err != nil {
		return err
	}
	for _, text := range []string{
		"DELETE FROM record", "DELETE FROM cell", "DELETE FROM doc",
		"DELETE FROM search", "DELETE FROM summary",
	} {
		if err := w.s.exec(w.ctx, text); err != nil {
			return err
		}
	}
	return nil
}

// number writes 0 as NULL.
func number(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

// BinIsUsed reports whether any record is deleted.
func (r *Reader) BinIsUsed() (used bool, err error) {
	return r.one("SELECT 1 FROM record WHERE deleted LIMIT 1", nil, new(int))
}

// KindsInSpace hands out an account's records of some kinds, in order of kind
// and id.
func (r *Reader) KindsInSpace(space journal.UUID, kinds []string, fn func(row Row) error) error {
	args := make([]any, 0, 1+len(kinds))
	args = append(args, space[:])
	for _, k := range kinds {
		args = append(args, k)
	}
	return r.rows("SELECT kind, id, deleted, body FROM record WHERE space = ? AND kind IN "+placeholders(1, len(kinds)), args, fn)
}

// RecordIDs returns the ids of all records.
func (r *Reader) RecordIDs() ([]journal.UUID, error) {
	var all []journal.UUID
	var id sql.RawBytes
	err := r.each("SELECT id FROM record", nil, func(rows *sql.Rows) error {
		if err := rows.Scan(&id); err != nil {
			return fmt.Errorf("reading an id: %w", err)
		}
		all = append(all, journal.UUID(id))
		return nil
	})
	return all, err
}

// Bodies hands out an account's records kind by kind, those in the bin too: the
// bodies of a kind in order of id, each on a line. To read an account is to read
// hundreds of records, and one row a kind costs a fraction of one row a record.
// No kinds means all; bodies is only good until fn returns.
func (r *Reader) Bodies(space journal.UUID, kinds []string, fn func(kind string, bodies []byte) error) error {
	text := "SELECT kind, group_concat(body, char(10)) FROM record WHERE space = ?"
	args := make([]any, 0, 1+len(kinds))
	args = append(args, space[:])
	if len(kinds) > 0 {
		text += " AND kind IN " + placeholders(1, len(kinds))
		for _, k := range kinds {
			args = append(args, k)
		}
	}
	var kind, bodies sql.RawBytes
	return r.each(text+" GROUP BY kind", args, func(rows *sql.Rows) error {
		if err := rows.Scan(&kind, &bodies); err != nil {
			return fmt.Errorf("reading records: %w", err)
		}
		return fn(string(kind), bodies)
	})
}
