package exchange

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/tendril-app/tendril/internal/success"
)

// maxFile is the largest table that is read, in bytes.
const maxFile = 512 << 20

// ReadOptions are what a person says of how a file is written. The zero value
// finds out everything from the file.
type ReadOptions struct {
	Encoding  string // one of Encodings
	Delimiter string // ",", ";", "\t" or "|"
	Sheet     string // of a workbook
	Max       int    // rows to read; 0 means all
}

// ReadTable reads a CSV file (any of the common delimiters and encodings) or an
// XLSX file, whichever r holds, up to max rows (0 means all). It returns a
// *success.Error for a file that is no table.
func ReadTable(name string, r io.Reader, max int) (*Table, error) {
	return ReadTableAs(name, r, ReadOptions{Max: max})
}

// ReadTableAs is ReadTable with a person's word on how the file is written.
func ReadTableAs(name string, r io.Reader, o ReadOptions) (*Table, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	if len(data) > maxFile {
		return nil, success.Invalid("file", "%s is larger than %d MiB. Split it into smaller files.", name, maxFile>>20)
	}
	t := &Table{Name: name}
	var records []record
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		records, err = t.readWorkbook(data, o)
	case o.Encoding == "" && looksBinary(data):
		err = success.Invalid("file", "%s is not a table. Export it as CSV or XLSX.", name)
	default:
		records, err = t.readDelimited(data, o)
	}
	if err != nil {
		return nil, err
	}
	if err := t.lay(records); err != nil {
		return nil, err
	}
	t.findHabits()
	return t, nil
}

// looksBinary recognises pictures, old spreadsheets and the like by their first bytes.
func looksBinary(data []byte) bool {
	for _, magic := range []string{"\xD0\xCF\x11\xE0", "%PDF", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "\x1F\x8B", "SQLite format 3"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return true
		}
	}
	d := decode(data[:min(len(data), 4096)])
	control := 0
	for _, r := range d.text {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' && r != '\v' || r == utf8.RuneError {
			control++
		}
	}
	return control*20 > len(d.text)
}

func (t *Table) readDelimited(data []byte, o ReadOptions) ([]record, error) {
	text, err := decodeAs(data, o.Encoding)
	if err != nil {
		return nil, err
	}
	t.Format, t.Encoding, t.BOM = "csv", text.encoding, text.bom
	if text.guessed {
		t.Notes = append(t.Notes, fmt.Sprintf("The file does not say its encoding; it was read as %s. Look at names with accents.", text.encoding))
	}
	if text.lost > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("%d characters could not be read in %s and stand as \uFFFD.", text.lost, text.encoding))
	}
	delim, rest, _ := findDelimiter(text.text)
	if len(o.Delimiter) == 1 && delimiterSets[o.Delimiter[0]] != "" {
		delim = o.Delimiter[0]
	}
	t.Delimiter = string(delim)
	d := delimitedReader{text: rest, delim: delim}
	if len(rest) != len(text.text) {
		d.row = 1 // the line "sep=;"
	}
	var records []record
	for {
		rec, ok := d.next()
		if !ok {
			return records, nil
		}
		if rec.blank() && rec.fault == "" {
			continue
		}
		if o.Max > 0 && len(records) > o.Max+maxPreamble {
			t.Truncated = true
			return records, nil
		}
		records = append(records, rec)
	}
}

// maxPreamble is how many lines a title above the header may take.
const maxPreamble = 10

// lay finds the header and lays the rows out under it.
func (t *Table) lay(records []record) error {
	if len(records) == 0 {
		return success.Invalid("file", "%s is empty.", t.Name)
	}
	width := commonWidth(records)
	head := headerIndex(records, width)
	for _, rec := range records[:head] {
		t.Notes = append(t.Notes, fmt.Sprintf("Row %d stands above the header and was left out.", rec.row))
	}
	header := records[head]
	t.HasHeader = isHeader(header, records[head+1:])
	body := records[head+1:]
	if !t.HasHeader {
		body = records[head:]
		t.Notes = append(t.Notes, "The file has no header; its columns are numbered.")
		width = max(width, len(header.cells))
	} else {
		width = lastFilled(header.cells)
	}
	t.Columns = make([]Column, width)
	seen := map[string]int{}
	for i := range t.Columns {
		name := fmt.Sprintf("Column %d", i+1)
		if t.HasHeader {
			if text := tidyHeader(header.cells[i]); text != "" {
				name = text
			}
		}
		seen[name]++
		if n := seen[name]; n > 1 {
			t.Notes = append(t.Notes, fmt.Sprintf("The heading %q stands more than once; the one in column %d is called %q.", name, i+1, fmt.Sprintf("%s (%d)", name, n)))
			name = fmt.Sprintf("%s (%d)", name, n)
			seen[name]++
		}
		t.Columns[i].Name = name
		if t.HasHeader {
			t.Columns[i].heading = plainHeader(header.cells[i])
		}
	}
	t.Rows = make([]Row, 0, len(body))
	for _, rec := range body {
		t.Rows = append(t.Rows, layRow(rec, width))
	}
	return nil
}

func layRow(rec record, width int) Row {
	row := Row{Number: rec.row, Fault: rec.fault, Cells: rec.cells}
	if len(row.Cells) > width {
		if filled := lastFilled(row.Cells); filled > width && row.Fault == "" {
			row.Fault = fmt.Sprintf("has %d cells where the header has %d; a text that holds the delimiter needs quotation marks around it", filled, width)
		}
		if row.Fault == "" {
			row.Cells = row.Cells[:width]
		}
	}
	for len(row.Cells) < width {
		row.Cells = append(row.Cells, "")
	}
	return row
}

func tidyHeader(text string) string {
	return strings.Join(strings.Fields(plainHeader(text)), " ")
}

func plainHeader(text string) string {
	return strings.TrimSpace(strings.TrimPrefix(text, "\uFEFF"))
}

func lastFilled(cells []string) int {
	for n := len(cells); n > 0; n-- {
		if strings.TrimSpace(cells[n-1]) != "" {
			return n
		}
	}
	return 0
}

// commonWidth returns the number of cells most of the first records have.
func commonWidth(records []record) int {
	counts := map[int]int{}
	best := 1
	for _, rec := range records[:min(len(records), sampleRecords)] {
		w := lastFilled(rec.cells)
		counts[w]++
		if counts[w] > counts[best] || counts[w] == counts[best] && w > best {
			best = w
		}
	}
	return best
}

// headerIndex steps over titles above the header: rows with one or two cells
// where the table has more.
func headerIndex(records []record, width int) int {
	if width < 3 {
		return 0
	}
	for i, rec := range records[:min(len(records)-1, maxPreamble)] {
		filled := 0
		for _, c := range rec.cells {
			if strings.TrimSpace(c) != "" {
				filled++
			}
		}
		if filled > 2 || filled*2 >= width {
			return i
		}
	}
	return 0
}

// isHeader reports whether the first record names columns: it holds no dates
// and no numbers, or holds texts where the column below holds something else.
func isHeader(first record, below []record) bool {
	values, texts := 0, 0
	for _, c := range first.cells {
		c = strings.TrimSpace(c)
		switch {
		case c == "":
		case looksLikeValue(c):
			values++
		default:
			texts++
		}
	}
	if values == 0 {
		return texts > 0
	}
	if len(below) == 0 {
		return texts > values
	}
	// A year or a number may be a heading ("2024"), but not over more of its like.
	return texts > values && !sameShape(first, below[0])
}

func sameShape(a, b record) bool {
	for i := range min(len(a.cells), len(b.cells)) {
		x, y := strings.TrimSpace(a.cells[i]), strings.TrimSpace(b.cells[i])
		if x != "" && y != "" && looksLikeValue(x) != looksLikeValue(y) {
			return false
		}
	}
	return true
}

func looksLikeValue(c string) bool {
	if _, err := parseDate(c, OrderDMY, false); err == nil {
		return true
	}
	_, err := parseNumber(c, ".")
	return err == nil
}
