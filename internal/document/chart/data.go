package chart

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

// sheet is the name of the one sheet behind a chart.
const sheet = "Data"

// data is a chart's figures as they lie in the sheet: heads in the first row,
// a category and the series' values in each further one.
type data struct {
	head   string
	names  []string
	labels []string     // the categories' texts, where there are no days
	days   []float64    // the categories as days since 1970; nil without
	values [][]*float64 // by series, then by row
}

// dataOf reads a chart's figures. A step chart over days gets each later day
// twice, with the value before and after, so that a straight line between
// points is a staircase.
func dataOf(c *model.Chart) data {
	d := data{head: ooxml.Clean(c.CategoryHead)}
	for _, s := range c.Series {
		d.names = append(d.names, ooxml.Clean(s.Name))
		d.values = append(d.values, finite(s.Values, len(c.Categories)))
	}
	for _, t := range c.Categories {
		d.labels = append(d.labels, ooxml.Clean(t))
	}
	if len(c.Days) != len(c.Categories) || len(c.Days) == 0 {
		return d
	}
	for i, iso := range c.Days {
		day, ok := Day(iso)
		if !ok || i > 0 && day < d.days[i-1] {
			d.days = nil // not an axis of time after all: the texts stand
			return d
		}
		d.days = append(d.days, day)
	}
	if c.Kind == model.ChartStep {
		d.double()
	}
	return d
}

func finite(values []*float64, n int) []*float64 {
	out := make([]*float64, n)
	for i, v := range values {
		if i < n && v != nil && !math.IsNaN(*v) && !math.IsInf(*v, 0) {
			out[i] = v
		}
	}
	return out
}

func (d *data) double() {
	var days []float64
	var labels []string
	values := make([][]*float64, len(d.values))
	for i, day := range d.days {
		if i > 0 {
			days, labels = append(days, day), append(labels, d.labels[i])
			for s := range values {
				values[s] = append(values[s], d.values[s][i-1])
			}
		}
		days, labels = append(days, day), append(labels, d.labels[i])
		for s := range values {
			values[s] = append(values[s], d.values[s][i])
		}
	}
	d.days, d.labels, d.values = days, labels, values
}

func (d *data) rows() int { return len(d.labels) }

// serial is a day as a spreadsheet counts it.
func serial(day float64) float64 { return day + 25569 }

// lowest and highest are the bounds of all values; both 0 without any.
func (d *data) bounds() (lowest, highest float64) {
	for _, vs := range d.values {
		for _, v := range vs {
			if v != nil {
				lowest, highest = min(lowest, *v), max(highest, *v)
			}
		}
	}
	return lowest, highest
}

// end is the last value of a series.
func (d *data) end(i int) (float64, bool) {
	for r := len(d.values[i]) - 1; r >= 0; r-- {
		if v := d.values[i][r]; v != nil {
			return *v, true
		}
	}
	return 0, false
}

// workbook makes the spreadsheet that opens on "edit data".
func workbook(c *model.Chart, d *data, date time.Time) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // nothing was opened: the workbook lives in memory
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return nil, fmt.Errorf("naming the chart's sheet: %w", err)
	}
	day := date.UTC().Format(time.RFC3339)
	if err := f.SetDocProps(&excelize.DocProperties{Created: day, Modified: day}); err != nil {
		return nil, fmt.Errorf("dating the chart's workbook: %w", err)
	}
	if err := f.SetAppProps(&excelize.AppProperties{Application: "Tendril"}); err != nil {
		return nil, fmt.Errorf("naming the chart's program: %w", err)
	}
	if err := fill(f, c, d); err != nil {
		return nil, fmt.Errorf("filling the chart's sheet: %w", err)
	}
	var raw bytes.Buffer
	if err := f.Write(&raw); err != nil {
		return nil, fmt.Errorf("writing the chart's workbook: %w", err)
	}
	return settle(raw.Bytes(), date)
}

func fill(f *excelize.File, c *model.Chart, d *data) error {
	numbers, err := f.NewStyle(&excelize.Style{CustomNumFmt: ptr(numberFormat(c.NumberFormat))})
	if err != nil {
		return err
	}
	dates, err := f.NewStyle(&excelize.Style{CustomNumFmt: ptr("yyyy-mm-dd")})
	if err != nil {
		return err
	}
	w, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	if err := w.SetColWidth(1, 1+max(len(d.names), 1), 18); err != nil {
		return err
	}
	row := []any{d.head}
	for _, n := range d.names {
		row = append(row, n)
	}
	if err := w.SetRow("A1", row); err != nil {
		return err
	}
	for r := range d.rows() {
		row = row[:0]
		if d.days != nil {
			row = append(row, excelize.Cell{StyleID: dates, Value: serial(d.days[r])})
		} else {
			row = append(row, d.labels[r])
		}
		for s := range d.values {
			if v := d.values[s][r]; v != nil {
				row = append(row, excelize.Cell{StyleID: numbers, Value: *v})
			} else {
				row = append(row, nil)
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", r+2), row); err != nil {
			return err
		}
	}
	return w.Flush()
}

func ptr[T any](v T) *T { return &v }

func numberFormat(s string) string {
	if s == "" {
		return "General"
	}
	return s
}

// settle packs a workbook anew, its files in order and all of one date, so
// that the same figures give the same bytes.
func settle(raw []byte, date time.Time) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, fmt.Errorf("reading the chart's workbook: %w", err)
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, f := range in.File {
		if err := repack(out, f, date); err != nil {
			return nil, fmt.Errorf("packing %s: %w", f.Name, err)
		}
	}
	if err := out.Close(); err != nil {
		return nil, fmt.Errorf("closing the chart's workbook: %w", err)
	}
	return buf.Bytes(), nil
}

func repack(out *zip.Writer, f *zip.File, date time.Time) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: date.UTC()})
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}
