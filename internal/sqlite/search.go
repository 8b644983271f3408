package sqlite

import (
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

// docChange is a document that comes, gets new words or goes.
type docChange struct {
	doc *Doc
	op  docOp
}

type docOp int

const (
	docNew docOp = iota
	docWords
	docGone
)

// AddDoc stores a new document.
func (w *Writer) AddDoc(d *Doc) error { return w.changeDoc(d, docNew) }

// ChangeDoc stores a document's new words.
func (w *Writer) ChangeDoc(d *Doc) error { return w.changeDoc(d, docWords) }

// DropDoc removes a document.
func (w *Writer) DropDoc(no int64) error { return w.changeDoc(&Doc{No: no}, docGone) }

func (w *Writer) changeDoc(d *Doc, op docOp) error {
	w.docs = append(w.docs, docChange{d, op})
	if len(w.docs) < gatherRows {
		return nil
	}
	return w.handDocs()
}

const replaceWords = "INSERT OR REPLACE INTO search (rowid, name, title, text) VALUES (?, ?, ?, ?)"

func (w *Writer) handDocs() error {
	if len(w.docs) == 0 {
		return nil
	}
	given := w.docs
	w.docs = make([]docChange, 0, cap(given))
	return w.later(func() error {
		for len(given) > 0 {
			n := 0
			for n < len(given) && given[n].op == docNew {
				n++
			}
			if n == 0 {
				if err := w.changeWords(given[0]); err != nil {
					return err
				}
				n = 1
			} else if err := w.insertDocs(given[:n]); err != nil {
				return err
			}
			given = given[n:]
		}
		return nil
	})
}

func (w *Writer) insertDocs(given []docChange) error {
	docs, words := newBulk(&insertDoc, len(given)), newBulk(&insertWords, len(given))
	for _, c := range given {
		d := c.doc
		docs.add(d.No, d.Space[:], d.Kind, d.ID[:])
		name, title, text := d.indexed()
		words.add(d.No, name, title, text)
	}
	if err := w.insert(docs); err != nil {
		return err
	}
	return w.insert(words)
}

func (w *Writer) changeWords(c docChange) error {
	if c.op == docWords {
		name, title, text := c.doc.indexed()
		return w.exec(replaceWords, c.doc.No, name, title, text)
	}
	if err := w.exec("DELETE FROM search WHERE rowid = ?", c.doc.No); err != nil {
		return err
	}
	return w.exec("DELETE FROM doc WHERE no = ?", c.doc.No)
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
	var space, id []byte
	err = r.eachSlow("SELECT d.space, d.kind, d.id FROM search AS s JOIN doc AS d ON d.no = s.rowid WHERE s.search MATCH ? ORDER BY s.rowid DESC",
		[]any{match}, func(r *row) error {
			var f Found
			if err := r.scan(&space, &f.Kind, &id); err != nil {
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
