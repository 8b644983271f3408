package sqlite

import (
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

const recordColumns = "space, kind, id, made, newest, deleted, coalesce(doc, 0), CAST(body AS BLOB)"

func (rec *Record) scan(row *row) error {
	var space, id []byte
	if err := row.scan(&space, &rec.Kind, &id, &rec.Made, &rec.Newest, &rec.Deleted, &rec.Doc, &rec.Body); err != nil {
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
	unwritten := func(w *Writer) bool { return w.unwritten[id] }
	err = r.about(unwritten, "SELECT "+recordColumns+" FROM record WHERE id = ?", []any{id[:]}, func(row *row) error {
		found = true
		return rec.scan(row)
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
	unwritten := func(w *Writer) bool { return w.unwritten[id] }
	err = r.about(unwritten, "SELECT space, kind, deleted FROM record WHERE id = ?", []any{id[:]}, func(row *row) error {
		found = true
		return row.scan(&space, &p.Kind, &p.Deleted)
	})
	copy(p.Space[:], space)
	return p, found, err
}

// Row is what listing hands out.
type Row struct {
	Kind    string
	ID      journal.UUID
	Deleted bool
	Body    []byte
}

func (r *Reader) rows(text string, args []any, fn func(row Row) error) error {
	var id []byte
	var out Row
	return r.each(text, args, func(row *row) error {
		if err := row.scan(&out.Kind, &id, &out.Deleted, &out.Body); err != nil {
			return fmt.Errorf("reading a record: %w", err)
		}
		copy(out.ID[:], id)
		return fn(out)
	})
}

// InSpace hands out every record of an account (or of the workspace), in order
// of kind and id, those in the bin too.
func (r *Reader) InSpace(space journal.UUID, fn func(row Row) error) error {
	return r.rows("SELECT kind, id, deleted, CAST(body AS BLOB) FROM record WHERE space = ?", []any{space[:]}, fn)
}

// KindInSpace hands out an account's records of one kind, in order of id.
func (r *Reader) KindInSpace(space journal.UUID, kind string, fn func(row Row) error) error {
	return r.rows("SELECT kind, id, deleted, CAST(body AS BLOB) FROM record WHERE space = ? AND kind = ?", []any{space[:], kind}, fn)
}

// OfKind hands out all accounts' records of one kind, account by account.
func (r *Reader) OfKind(kind string, fn func(space journal.UUID, row Row) error) error {
	var space, id []byte
	out := Row{Kind: kind}
	return r.each("SELECT s.space, r.id, r.deleted, CAST(r.body AS BLOB) FROM summary AS s CROSS JOIN record AS r ON r.space = s.space AND r.kind = ?",
		[]any{kind}, func(row *row) error {
			if err := row.scan(&space, &id, &out.Deleted, &out.Body); err != nil {
				return fmt.Errorf("reading a record: %w", err)
			}
			copy(out.ID[:], id)
			return fn(journal.UUID(space), out)
		})
}

// Spaces returns the accounts, deleted ones too, in order of id.
func (r *Reader) Spaces() ([]journal.UUID, error) {
	var all []journal.UUID
	var id []byte
	err := r.each("SELECT space FROM summary", nil, func(row *row) error {
		if err := row.scan(&id); err != nil {
			return fmt.Errorf("reading an account: %w", err)
		}
		all = append(all, journal.UUID(id))
		return nil
	})
	return all, err
}

// InBin hands out where the deleted records of these kinds are.
func (r *Reader) InBin(kind string, fn func(space, id journal.UUID) error) error {
	var space, id []byte
	return r.each("SELECT space, id FROM record WHERE kind = ? AND deleted", []any{kind}, func(row *row) error {
		if err := row.scan(&space, &id); err != nil {
			return fmt.Errorf("reading the bin: %w", err)
		}
		return fn(journal.UUID(space), journal.UUID(id))
	})
}

// Counts returns how many records of each kind are not in the bin themselves.
func (r *Reader) Counts() (map[string]int, error) {
	counts := map[string]int{}
	err := r.eachSlow("SELECT kind, count(*) FROM record WHERE NOT deleted GROUP BY kind", nil, func(row *row) error {
		var kind string
		var n int
		if err := row.scan(&kind, &n); err != nil {
			return fmt.Errorf("counting records: %w", err)
		}
		counts[kind] = n
		return nil
	})
	return counts, err
}

// CountAccounts counts the accounts that are not in the bin, without reading records.
func (r *Reader) CountAccounts() (n int, err error) {
	_, err = r.one(`SELECT (SELECT count(*) FROM summary) -
		(SELECT count(*) FROM record WHERE kind = 'account' AND deleted)`, nil, &n)
	return n, err
}

// DropRecords removes all records, cells, documents, summaries and gists: the first
// step of rebuilding them from the journal.
func (w *Writer) DropRecords() error {
	for _, text := range []string{
		"DELETE FROM record", "DELETE FROM cell", "DELETE FROM doc",
		"DELETE FROM search", "DELETE FROM summary", "DELETE FROM gist",
	} {
		if err := w.run(text); err != nil {
			return err
		}
	}
	return nil
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
	return r.rows("SELECT kind, id, deleted, CAST(body AS BLOB) FROM record WHERE space = ? AND kind IN "+placeholders(1, len(kinds)), args, fn)
}

// RecordIDs returns the ids of all records.
func (r *Reader) RecordIDs() ([]journal.UUID, error) {
	var all []journal.UUID
	var id []byte
	err := r.each("SELECT id FROM record", nil, func(row *row) error {
		if err := row.scan(&id); err != nil {
			return fmt.Errorf("reading an id: %w", err)
		}
		all = append(all, journal.UUID(id))
		return nil
	})
	return all, err
}

// Bodies hands out an account's records kind by kind: the bodies of a kind in
// order of id, each on a line, and of the account itself also in the bin. To read
// an account is to read hundreds of records, and one row a kind costs a fraction
// of one row a record. No kinds means all.
func (r *Reader) Bodies(space journal.UUID, kinds []string, fn func(kind string, bodies []byte) error) error {
	text := "SELECT kind, CAST(group_concat(body, char(10)) AS BLOB) FROM record WHERE space = ?"
	args := make([]any, 0, 1+len(kinds))
	args = append(args, space[:])
	if len(kinds) > 0 {
		text += " AND kind IN " + placeholders(1, len(kinds))
		for _, k := range kinds {
			args = append(args, k)
		}
	}
	return r.each(text+" AND (NOT deleted OR kind = 'account') GROUP BY kind", args, func(row *row) error {
		var kind string
		var bodies []byte
		if err := row.scan(&kind, &bodies); err != nil {
			return fmt.Errorf("reading records: %w", err)
		}
		return fn(kind, bodies)
	})
}
