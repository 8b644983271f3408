package sqlite

import (
	"database/sql"
	"fmt"
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
)

// Doc is what search knows of a record: folded words. Name is set for accounts
// only, so that they come first.
type Doc struct {
	No                int64
	Space, ID         journal.UUID
	Kind              string
	Name, Title, Text string
}

// Words of names and titles stand in the index a second time behind a letter that
// nobody types, so that to look in names only is to read short lists.
const (
	nameMark  = "ǂ"
	titleMark = "ǁ"
)

func (d *Doc) indexed() (name, title, text string) {
	return marked(nameMark, d.Name), marked(titleMark, d.Title), d.Name + "\n" + d.Title + "\n" + d.Text
}

// marked puts the mark before each word of folded text.
func marked(mark, text string) string {
	var b strings.Builder
	for _, word := range words(text) {
		b.WriteString(mark)
		b.WriteString(word)
		b.WriteByte(' ')
	}
	return b.String()
}

// NextDoc returns the number of the next document.
func (r *Reader) NextDoc() (no int64, err error) {
	_, err = r.one("SELECT coalesce(max(no), 0) + 1 FROM doc", nil, &no)
	return no, err
}

// AddDoc stores a new document.
func (w *Writer) AddDoc(d *Doc) error {
	if err := w.docs.add(w.ctx, w.s, d.No, d.Space[:], d.Kind, d.ID[:]); err != nil {
		return err
	}
	name, title, text := d.indexed()
	return w.words.add(w.ctx, w.s, d.No, name, title, text)
}

// ChangeDoc stores a document's new words.
func (w *Writer) ChangeDoc(d *Doc) error {
	if err := w.settle(); err != nil {
		return err
	}
	name, title, text := d.indexed()
	return w.s.exec(w.ctx, "INSERT OR REPLACE INTO search (rowid, name, title, text) VALUES (?, ?, ?, ?)", d.No, name, title, text)
}

// DropDoc removes a document.
func (w *Writer) DropDoc(no int64) error {
	if err := w.settle(); err != nil {
		return err
	}
	if err := w.s.exec(w.ctx, "DELETE FROM search WHERE rowid = ?", no); err != nil {
		return err
	}
	return w.s.exec(w.ctx, "DELETE FROM doc WHERE no = ?", no)
}

// Found is a document that has the words.
type Found struct {
	Space, ID journal.UUID
	Kind      string
}

// Search hands out the documents that have all words, those that have them in
// their names first and the newest before older ones; fn returns false to stop.
// The words are folded (Fold); the last may be the beginning of one.
func (r *Reader) Search(words []string, fn func(f Found) bool) error {
	if len(words) == 0 {
		return nil
	}
	seen := map[journal.UUID]bool{}
	for _, mark := range []string{nameMark, titleMark, ""} {
		terms := make([]string, len(words))
		for i, word := range words {
			terms[i] = `"` + mark + strings.ReplaceAll(word, `"`, `""`) + `"`
		}
		more, err := r.searchIn(strings.Join(terms, " AND ")+"*", seen, fn)
		if err != nil || !more {
			return err
		}
	}
	return nil
}

// errEnough ends a search early.
var errEnough = fmt.Errorf("enough found")

func (r *Reader) searchIn(match string, seen map[journal.UUID]bool, fn func(f Found) bool) (more bool, err error) {
	var space, id sql.RawBytes
	err = r.each("SELECT d.space, d.kind, d.id FROM search AS s JOIN doc AS d ON d.no = s.rowid WHERE s.search MATCH ? ORDER BY s.rowid DESC",
		[]any{match}, func(rows *sql.Rows) error {
			var f Found
			if err := rows.Scan(&space, &f.Kind, &id); err != nil {
				return fmt.Errorf("reading a document: %w", err)
			}
			copy(f.Space[:], space)
			copy(f.ID[:], id)
			if seen[f.ID] {
				return nil
			}
			seen[f.ID] = true
			if !fn(f) {
				return errEnough
			}
			return nil
		})
	if err == errEnough { //nolint:errorlint // the very value made here, never wrapped
		return false, nil
	}
	return err == nil, err
}
