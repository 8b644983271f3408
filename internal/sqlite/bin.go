package sqlite

import (
	"fmt"

	"github.com/tendril-app/tendril/internal/journal"
)

// Bin hands out every deleted record, kind by kind.
func (r *Reader) Bin(fn func(space journal.UUID, row Row) error) error {
	var space, id []byte
	out := Row{Deleted: true}
	return r.each("SELECT space, kind, id, CAST(body AS BLOB) FROM record WHERE deleted ORDER BY kind", nil, func(row *row) error {
		if err := row.scan(&space, &out.Kind, &id, &out.Body); err != nil {
			return fmt.Errorf("reading the bin: %w", err)
		}
		copy(out.ID[:], id)
		return fn(journal.UUID(space), out)
	})
}

// BlankChange stores what is left of an entry whose texts were taken out. The
// digest stays that of the whole: who has the whole entry still knows it by it.
func (w *Writer) BlankChange(id int64, body []byte) error {
	return w.run("UPDATE change SET body = ? WHERE id = ?", body, id)
}

// DropBlob removes an attachment.
func (w *Writer) DropBlob(hash string) error {
	if err := w.exec("DELETE FROM blob_piece WHERE hash = ?", hash); err != nil {
		return err
	}
	return w.exec("DELETE FROM blob WHERE hash = ?", hash)
}
