package sqlite

import (
	"strconv"
	"strings"
	"sync"
)

// bulkRows is how many rows one statement inserts; more gain nothing.
const bulkRows = 32

// insertion is a statement that inserts rows. The first columns may be the same in
// all rows: they are given once, as to give SQLite a value takes about as long as
// to store it.
//
// A row that cannot be stored is a bug or a damaged file, and the whole transaction
// is taken back. So OR FAIL has SQLite keep no copy of the pages to take back the
// one statement, which is a tenth of the work.
type insertion struct {
	table   string
	columns string
	width   int // columns
	shared  int // how many of them are the same in all rows

	mu    sync.Mutex
	texts map[int]string // by rows
}

var (
	insertChange = insertion{table: "change", columns: "id, rec, rank, seq, action, body, digest", width: 7}
	insertMade   = insertion{table: "change", columns: "action, id, rank, body, digest", width: 5, shared: 1}
	insertRecord = insertion{table: "record", columns: "space, kind, id, made, newest, deleted, doc, body", width: 8}
	insertPlain  = insertion{table: "record", columns: "space, kind, id, made, newest, body", width: 6, shared: 2}
	insertDoc    = insertion{table: "doc", columns: "no, space, kind, id", width: 4}
	insertWords  = insertion{table: "search", columns: "rowid, name, title, text", width: 4}
	insertCell   = insertion{table: "cell", columns: "rec, name, change", width: 3}
)

// text returns the statement for some rows.
func (in *insertion) text(rows int) string {
	in.mu.Lock()
	defer in.mu.Unlock()
	if text, ok := in.texts[rows]; ok {
		return text
	}
	again := strings.Repeat("?,", in.width-in.shared-1) + "?)"
	var b strings.Builder
	b.WriteString("INSERT OR FAIL INTO " + in.table + " (" + in.columns + ") VALUES (")
	b.WriteString(strings.Repeat("?,", in.shared) + again)
	for range rows - 1 {
		b.WriteString(",(")
		for i := range in.shared {
			b.WriteString("?" + strconv.Itoa(i+1) + ",")
		}
		b.WriteString(again)
	}
	if in.texts == nil {
		in.texts = map[int]string{}
	}
	in.texts[rows] = b.String()
	return b.String()
}

// bulk gathers the rows of an insertion.
type bulk struct {
	in   *insertion
	args []any // those shared, then those of each row
}

func newBulk(in *insertion, rows int) *bulk {
	return &bulk{in: in, args: make([]any, 0, in.shared+rows*(in.width-in.shared))}
}

// share gives the columns that are the same in all rows.
func (b *bulk) share(args ...any) { b.args = append(b.args, args...) }

// add gives the other columns of a row.
func (b *bulk) add(args ...any) { b.args = append(b.args, args...) }

// insert stores the rows, many in a statement.
func (w *Writer) insert(b *bulk) error {
	shared, width := b.in.shared, b.in.width-b.in.shared
	for n := bulkRows; len(b.args) > shared; {
		for shared+n*width > len(b.args) {
			n /= 2
		}
		end := shared + n*width
		if err := w.exec(b.in.text(n), b.args[:end]...); err != nil {
			return err
		}
		// What is shared stands before the rows that are left.
		copy(b.args[end-shared:end], b.args[:shared])
		b.args = b.args[end-shared:]
	}
	b.args = b.args[:shared]
	return nil
}

// alike returns how many of the first things are each like the one before.
func alike[T any](all []T, like func(a, b *T) bool) int {
	n := 1
	for n < len(all) && like(&all[n-1], &all[n]) {
		n++
	}
	return n
}

// placeholders returns the marks of some rows, "(?,?),(?,?)".
func placeholders(rows, width int) string {
	one := "(" + strings.Repeat("?,", width-1) + "?)"
	return strings.Repeat(one+",", rows-1) + one
}
