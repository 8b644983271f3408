package sqlite

import (
	"database/sql"
	"fmt"

	"github.com/tendril-app/tendril/internal/journal"
)

// Bin hands out every deleted record, kind by kind.
func (r *Reader) Bin(fn func(space journal.UUID, row Row) error) error {
	var space, kind, id, body sql.RawBytes
	row := Row{Deleted: true}
	return r.each("SELECT space, kind, id, body FROM record WHERE deleted ORDER BY kind", nil, func(rows *sql.Rows) error {
		if err := rows.Scan(&space, &kind, &id, &body); err != nil {
			return fmt.Errorf("reading the bin: %w", err)
		}
		if string(kind) != row.Kind {
			row.Kind = string(kind)
		}
		copy(row.ID[:], id)
		row.Body = body
		return fn(journal.UUID(space), row)
	})
}

// BlankChange stores what is left of an entry whose texts were taken out. The
// digest stays that of the whole: who has the whole entry still knows it by it.
func (w *Writer) BlankChange(id int64, body []byte) error {
	if err := w.settle(); err != nil {
		return err
	}
	return w.s.exec(w.ctx, "UPDATE change SET body = ? WHERE id = ?", body, id)
}

// DropBlob removes an attachment.
func (w *Writer) DropBlob(hash string) error {
	if err := w.s.exec(w.ctx, "DELETE FROM blob_piece WHERE hash = ?", hash); err != nil {
		return err
	}
	return w.s.exec(w.ctx, "DELETE FROM blob WHERE hash = ?", hash)
}
