package exchange

import (
	"encoding/csv"
	"fmt"
	"io"
)

// refusedColumn is the heading under which the reasons stand.
const refusedColumn = "Why it was refused"

// WriteRefused writes the refused rows as CSV in UTF-8, the original columns
// and a last one with the reason, to be mended and imported again.
func (p *Plan) WriteRefused(w io.Writer) error {
	out := csv.NewWriter(w)
	header := make([]string, 0, len(p.Table.Columns)+1)
	for _, c := range p.Table.Columns {
		header = append(header, c.Name)
	}
	if err := out.Write(append(header, refusedColumn)); err != nil {
		return fmt.Errorf("writing refused rows: %w", err)
	}
	for i := range p.rows {
		r := &p.rows[i]
		if r.status != StatusRefused {
			continue
		}
		record := append([]string{}, p.Table.Rows[r.index].Cells...)
		for len(record) < len(p.Table.Columns) {
			record = append(record, "")
		}
		if err := out.Write(append(record, r.reason)); err != nil {
			return fmt.Errorf("writing refused rows: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing refused rows: %w", err)
	}
	return nil
}
