package exchange

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/tendril-app/tendril/internal/success"
)

// unzipLimit bounds what a workbook may unfold to, so that a small file cannot
// fill the memory.
const unzipLimit = 1 << 30

// readWorkbook reads the sheet that a person named, else the first of a workbook
// that holds a table. Dates
// come as ISO texts and numbers as they are stored, not as they are shown.
func (t *Table) readWorkbook(data []byte, o ReadOptions) ([]record, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: unzipLimit, UnzipXMLSizeLimit: unzipLimit})
	if err != nil {
		return nil, &success.Error{Code: success.CodeInvalid, Field: "file", Err: err,
			Message: fmt.Sprintf("%s could not be read as a workbook. Save it again as XLSX without a password, or as CSV.", t.Name)}
	}
	defer func() { _ = f.Close() }() // it only takes temporary files away
	t.Format = "xlsx"
	best, rows := "", [][]string(nil)
	t.Sheets = f.GetSheetList()
	if o.Sheet != "" && !slices.Contains(t.Sheets, o.Sheet) {
		return nil, success.Invalid("sheet", "%s has no sheet %q.", t.Name, o.Sheet)
	}
	for _, sheet := range t.Sheets {
		if o.Sheet != "" && sheet != o.Sheet {
			continue
		}
		got, err := f.GetRows(sheet)
		if err != nil {
			return nil, fmt.Errorf("reading sheet %s of %s: %w", sheet, t.Name, err)
		}
		if len(got) > len(rows) && (len(rows) < 2 || best == "") {
			best, rows = sheet, got
		}
	}
	if len(t.Sheets) > 1 && o.Sheet == "" {
		t.Notes = append(t.Notes, fmt.Sprintf("The workbook has several sheets; %q was read.", best))
	}
	t.Sheet = best
	return t.sheetRecords(f, best, rows, o.Max)
}

func (t *Table) sheetRecords(f *excelize.File, sheet string, rows [][]string, limit int) ([]record, error) {
	dates := dateStyles{file: f, known: map[int]bool{}}
	var records []record
	for i, cells := range rows {
		rec := record{row: i + 1, cells: cells}
		if rec.blank() {
			continue
		}
		if limit > 0 && len(records) > limit+maxPreamble {
			t.Truncated = true
			break
		}
		for j, cell := range cells {
			if _, err := parseNumber(cell, "."); err != nil || cell == "" {
				continue
			}
			axis, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				return nil, fmt.Errorf("reading row %d of %s: %w", i+1, t.Name, err)
			}
			if isDate, err := dates.at(sheet, axis); err != nil {
				return nil, fmt.Errorf("reading cell %s of %s: %w", axis, t.Name, err)
			} else if isDate {
				cells[j] = serialText(cell)
			} else {
				cells[j] = tidyFloat(cell)
			}
		}
		records = append(records, rec)
	}
	return records, nil
}

// tidyFloat undoes the seventeen digits that spreadsheets store numbers with:
// 75250.500000000015 is 75250.5.
func tidyFloat(text string) string {
	if len(text) < 17 || !strings.Contains(text, ".") {
		return text
	}
	v, err := parseNumber(text, ".")
	if err != nil {
		return text
	}
	whole, _, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return v.Round(int32(max(0, 15-len(whole)))).String()
}

func serialText(cell string) string {
	v, err := parseNumber(cell, ".")
	if err != nil || v.IsNegative() {
		return cell
	}
	days, _ := v.Float64()
	at, err := excelize.ExcelDateToTime(days, false)
	if err != nil {
		return cell
	}
	at = at.Round(time.Second)
	if at.Hour() == 0 && at.Minute() == 0 && at.Second() == 0 {
		return at.Format(time.DateOnly)
	}
	return at.Format(time.DateTime)
}

// dateStyles knows which of a workbook's number formats show dates.
type dateStyles struct {
	file  *excelize.File
	known map[int]bool
}

func (d *dateStyles) at(sheet, axis string) (bool, error) {
	id, err := d.file.GetCellStyle(sheet, axis)
	if err != nil {
		return false, err
	}
	if known, ok := d.known[id]; ok {
		return known, nil
	}
	style, err := d.file.GetStyle(id)
	if err != nil {
		return false, err
	}
	is := style.NumFmt >= 14 && style.NumFmt <= 17 || style.NumFmt == 22 ||
		style.NumFmt >= 27 && style.NumFmt <= 36 || style.NumFmt >= 50 && style.NumFmt <= 58
	if style.CustomNumFmt != nil {
		is = is || isDateFormat(*style.CustomNumFmt)
	}
	d.known[id] = is
	return is, nil
}

// isDateFormat looks for a day or a year in a number format, outside of quoted
// texts and of brackets.
func isDateFormat(format string) bool {
	quoted, bracket := false, false
	for _, r := range strings.ToLower(format) {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '[':
			bracket = true
		case r == ']':
			bracket = false
		case !bracket && (r == 'y' || r == 'd' || r == 'j'):
			return true
		}
	}
	return false
}
