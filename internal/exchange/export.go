package exchange

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/tendril-app/tendril/internal/success"
)

// maxSheetRows is how many rows a sheet of a workbook can have.
const maxSheetRows = 1048576

// sheet is a table on its way out: headings that an import recognises, and
// typed cells.
type sheet struct {
	columns []string
	each    func(emit func(row []any) error) error // cells: nil, string, number, bool, success.Date
}

// number is a cell that holds a number as exact decimal text.
type number string

// Grid is a table of somebody else's making: headings and rows of typed cells,
// each nil, a string, a float64, a bool or a success.Date.
type Grid struct {
	Name    string // of the sheet
	Columns []string
	Rows    [][]any
}

// WriteGrid writes a grid as csv or xlsx and returns how many rows it wrote. Texts
// are kept from being run as formulas, as WriteCSV and WriteXLSX do.
func WriteGrid(w io.Writer, g Grid, format string) (int, error) {
	return writeSheet(w, &sheet{columns: g.Columns, each: func(emit func(row []any) error) error {
		for _, row := range g.Rows {
			cells := make([]any, len(row))
			for i, cell := range row {
				if f, ok := cell.(float64); ok {
					cell = number(strconv.FormatFloat(f, 'f', -1, 64))
				}
				cells[i] = cell
			}
			if err := emit(cells); err != nil {
				return err
			}
		}
		return nil
	}}, g.Name, format)
}

// WriteCSV writes all live records of a kind as CSV in UTF-8 and returns how
// many rows it wrote. A text that begins with = + - @, or a tab or line end
// before one, could be run as a formula by a spreadsheet; it gets an apostrophe
// in front, which ReadTable takes off again. Numbers stay as they are.
func WriteCSV(w io.Writer, src Source, as As) (int, error) {
	s, err := sheetOf(src, as)
	if err != nil {
		return 0, err
	}
	return writeSheet(w, s, string(as), "csv")
}

// writeSheet writes a sheet as csv or xlsx.
func writeSheet(w io.Writer, s *sheet, name, format string) (n int, err error) {
	switch strings.ToLower(strings.TrimPrefix(format, ".")) {
	case "csv":
		n, err = s.writeCSV(w)
	case "xlsx":
		n, err = s.writeXLSX(w, name)
	default:
		return 0, success.Invalid("to", "Tables are written as .csv or .xlsx, not as %q.", format)
	}
	if err != nil {
		return n, fmt.Errorf("writing %s as %s: %w", name, format, err)
	}
	return n, nil
}

func (s *sheet) writeCSV(w io.Writer) (int, error) {
	out := csv.NewWriter(w)
	n := 0
	header := make([]string, len(s.columns))
	for i, name := range s.columns {
		header[i] = guarded(name)
	}
	if err := out.Write(header); err != nil {
		return 0, err
	}
	record := make([]string, len(s.columns))
	err := s.each(func(row []any) error {
		for i, cell := range row {
			record[i] = csvCell(cell)
		}
		n++
		return out.Write(record)
	})
	if err == nil {
		out.Flush()
		err = out.Error()
	}
	return n, err
}

func csvCell(cell any) string {
	switch v := cell.(type) {
	case string:
		return guarded(v)
	case number:
		return string(v)
	case bool:
		return strconv.FormatBool(v)
	case success.Date:
		return v.String()
	}
	return ""
}

// guarded keeps a text from being run as a formula.
func guarded(text string) string {
	if text == "" || !strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		return text
	}
	if _, err := parseNumber(text, "."); err == nil && text[0] != '=' && text[0] != '@' {
		return text
	}
	return "'" + text
}

// unguarded takes off the apostrophe that guarded sets.
func unguarded(text string) string {
	if len(text) > 1 && text[0] == '\'' && strings.ContainsRune("=+-@\t\r\n", rune(text[1])) {
		return text[1:]
	}
	return text
}

// WriteXLSX writes all live records of a kind as a workbook of one sheet with
// typed cells: dates are dates, amounts numbers; texts are stored as texts and
// never as formulas. It returns how many rows it wrote.
func WriteXLSX(w io.Writer, src Source, as As) (int, error) {
	s, err := sheetOf(src, as)
	if err != nil {
		return 0, err
	}
	return writeSheet(w, s, string(as), "xlsx")
}

func (s *sheet) writeXLSX(w io.Writer, name string) (int, error) {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // it only takes temporary files away
	n, err := s.fill(f, name)
	if err == nil {
		err = f.Write(w)
	}
	return n, err
}

func (s *sheet) fill(f *excelize.File, name string) (int, error) {
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return 0, err
	}
	format := "yyyy-mm-dd"
	day, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return 0, err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return 0, err
	}
	out, err := f.NewStreamWriter(name)
	if err != nil {
		return 0, err
	}
	header := make([]any, len(s.columns))
	for i, c := range s.columns {
		header[i] = excelize.Cell{StyleID: bold, Value: c}
	}
	if err := out.SetRow("A1", header); err != nil {
		return 0, err
	}
	n := 0
	cells := make([]any, len(s.columns))
	err = s.each(func(row []any) error {
		n++
		if n >= maxSheetRows {
			return success.Invalid("to", "A sheet holds %d rows and there are more. Export to CSV.", maxSheetRows)
		}
		for i, cell := range row {
			cells[i] = sheetCell(cell, day)
		}
		return out.SetRow("A"+strconv.Itoa(n+1), cells)
	})
	if err != nil {
		return n, err
	}
	return n, out.Flush()
}

func sheetCell(cell any, day int) any {
	switch v := cell.(type) {
	case success.Date:
		if v.IsZero() {
			return nil
		}
		return excelize.Cell{StyleID: day, Value: v.Time()}
	case number:
		if f, err := strconv.ParseFloat(string(v), 64); err == nil {
			return f
		}
		return string(v)
	case string:
		if v == "" {
			return nil
		}
		return v
	}
	return cell
}

// live calls fn with the body of each record of a kind that is not in the bin.
func live[T any](src Source, kind success.Kind, fn func(id success.ID, rec *T) error) error {
	err := src.Records(kind, func(body json.RawMessage) error {
		var meta struct {
			ID        success.ID      `json:"id"`
			DeletedAt success.Instant `json:"deleted_at"`
		}
		if err := json.Unmarshal(body, &meta); err != nil {
			return fmt.Errorf("reading a %s: %w", kind, err)
		}
		if meta.DeletedAt != 0 {
			return nil
		}
		rec := new(T)
		if err := json.Unmarshal(body, rec); err != nil {
			return fmt.Errorf("reading %s %s: %w", kind, meta.ID, err)
		}
		return fn(meta.ID, rec)
	})
	if err != nil {
		return fmt.Errorf("reading the records of %s: %w", kind, err)
	}
	return nil
}

// WriteTable writes all live records of a kind as "csv" or "xlsx" and returns
// how many rows it wrote.
func WriteTable(w io.Writer, src Source, as As, format string) (int, error) {
	s, err := sheetOf(src, as)
	if err != nil {
		return 0, err
	}
	return writeSheet(w, s, string(as), format)
}
