package exchange

import (
	"fmt"
	"strings"
)

// record is one record of a delimited text: a row that may span several lines.
type record struct {
	row   int // counts records and blank lines alike, as a spreadsheet does
	cells []string
	fault string
}

// maxCells and maxCell bound what one record may hold, so that a file that is
// no table cannot fill the memory.
const (
	maxCells = 4096
	maxCell  = 4 << 20
)

// delimitedReader cuts a text into records. It is more patient than the
// standard: quotes inside a field stay as they are, and a quote that is never
// closed costs one line and not the rest of the file.
type delimitedReader struct {
	text  string
	delim byte
	pos   int
	row   int
	cells []string // reused to size the next record
}

// next returns the next record; ok is false at the end. Blank lines come as
// records with one empty cell.
func (d *delimitedReader) next() (rec record, ok bool) {
	if d.pos >= len(d.text) {
		return record{}, false
	}
	d.row++
	start := d.pos
	cells := make([]string, 0, max(len(d.cells), 4))
	for {
		cell, end, closed := d.field()
		if !closed {
			d.pos = start
			line := d.skipLine()
			return record{row: d.row, cells: []string{line}, fault: "opens a quotation mark that is never closed; close it or take it out"}, true
		}
		if len(cells) < maxCells {
			cells = append(cells, cell)
		}
		if end {
			break
		}
	}
	d.cells = cells
	rec = record{row: d.row, cells: cells}
	if len(cells) == maxCells {
		rec.fault = fmt.Sprintf("has more than %d cells", maxCells-1)
	}
	return rec, true
}

// field reads one field and its end: a delimiter, the end of a line or of the
// text. closed is false for a quote without an end.
func (d *delimitedReader) field() (cell string, end, closed bool) {
	if d.pos < len(d.text) && d.text[d.pos] == '"' {
		return d.quoted()
	}
	rest := d.text[d.pos:]
	n := strings.IndexAny(rest, delimiterSets[d.delim])
	if n < 0 {
		d.pos = len(d.text)
		return rest, true, true
	}
	cell = rest[:n]
	d.pos += n
	return cell, d.endOfField(), true
}

var delimiterSets = map[byte]string{',': ",\r\n", ';': ";\r\n", '\t': "\t\r\n", '|': "|\r\n"}

// endOfField steps over the delimiter or line end at pos and reports whether
// the record ends there.
func (d *delimitedReader) endOfField() bool {
	if d.pos >= len(d.text) {
		return true
	}
	c := d.text[d.pos]
	d.pos++
	if c == d.delim {
		return false
	}
	if c == '\r' && d.pos < len(d.text) && d.text[d.pos] == '\n' {
		d.pos++
	}
	return true
}

// quoted reads a field in quotes. A doubled quote is a quote; one that is
// followed by anything but the field's end is kept as it stands.
func (d *delimitedReader) quoted() (cell string, end, closed bool) {
	var b strings.Builder
	i := d.pos + 1
	for i < len(d.text) && b.Len() < maxCell {
		n := strings.IndexByte(d.text[i:], '"')
		if n < 0 {
			break
		}
		b.WriteString(d.text[i : i+n])
		i += n + 1
		if i >= len(d.text) || d.text[i] == d.delim || d.text[i] == '\n' || d.text[i] == '\r' {
			d.pos = i
			return normalNewlines(b.String()), d.endOfField(), true
		}
		b.WriteByte('"')
		if d.text[i] == '"' {
			i++
		}
	}
	return "", true, false
}

func normalNewlines(s string) string {
	if !strings.Contains(s, "\r") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// skipLine steps over one line of text, quotes or not, and returns it.
func (d *delimitedReader) skipLine() string {
	rest := d.text[d.pos:]
	n := strings.IndexAny(rest, "\r\n")
	if n < 0 {
		d.pos = len(d.text)
		return rest
	}
	d.pos += n
	d.endOfField()
	return rest[:n]
}

func (r record) blank() bool {
	for _, c := range r.cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// sampleRecords is how many records the delimiter is judged by.
const sampleRecords = 200

// findDelimiter returns the delimiter under which most records have the same
// number of cells, more than one; of equals the one with more cells. A first
// line "sep=;" decides, as spreadsheets write it, and is stepped over.
func findDelimiter(text string) (delim byte, rest string, sure bool) {
	if len(text) > 5 && strings.EqualFold(text[:4], "sep=") && delimiterSets[text[4]] != "" {
		d := delimitedReader{text: text, delim: text[4]}
		d.skipLine()
		return text[4], text[d.pos:], true
	}
	best, bestScore := byte(','), 0.0
	for _, delim := range []byte{',', ';', '\t', '|'} {
		if score := delimiterScore(text, delim); score > bestScore*1.0001 {
			best, bestScore = delim, score
		}
	}
	return best, text, bestScore > 0
}

func delimiterScore(text string, delim byte) float64 {
	d := delimitedReader{text: text, delim: delim}
	widths := map[int]int{}
	total, faults := 0, 0
	for range sampleRecords {
		rec, ok := d.next()
		if !ok {
			break
		}
		if rec.blank() {
			continue
		}
		total++
		if rec.fault != "" {
			faults++
		}
		widths[len(rec.cells)]++
	}
	width, count := 1, 0
	for w, n := range widths {
		if w > 1 && (n > count || n == count && w > width) {
			width, count = w, n
		}
	}
	if count == 0 {
		return 0
	}
	share := float64(count-min(count, faults)) / float64(total)
	return share*share + 0.002*float64(min(width, 100))*share
}
