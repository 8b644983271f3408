package exchange

import (
	"strings"
	"sync"
)

// habitSample is how many filled cells of a column its habits are judged by;
// the order of dates and the decimal mark look at all of them.
const habitSample = 400

// findHabits looks over each column for what it holds and how that is written.
func (t *Table) findHabits() {
	votes := make([]columnVotes, len(t.Columns))
	var columns sync.WaitGroup
	for i := range t.Columns {
		columns.Go(func() { votes[i] = t.count(i) })
	}
	columns.Wait()
	pointFile, commaFile := t.fileDecimal(votes)
	order := t.fileOrder(votes)
	for i := range t.Columns {
		votes[i].settle(&t.Columns[i], order, pointFile, commaFile, t.Delimiter)
	}
}

type columnVotes struct {
	filled, dates, numbers             int
	plain, dmy, mdy, ymd               int // dates in three numbers, and the orders that fit each
	dmyOnly, mdyOnly                   int
	dots, clocks                       int // dates written with points; with AM or PM
	point, comma, onlyPoint, onlyComma int
	thousands                          string
	serials                            int // numbers that may be the days of a spreadsheet
	months                             int // months, such as 2021-09
	samples                            []string
}

func (t *Table) count(column int) columnVotes {
	var v columnVotes
	for i := range t.Rows {
		cell := strings.TrimSpace(t.Rows[i].Cells[column])
		if cell == "" || t.Rows[i].Fault != "" {
			continue
		}
		v.filled++
		if len(v.samples) < 3 {
			v.samples = append(v.samples, shorten(cell, 60))
		}
		if v.filled > habitSample && v.dates == 0 && v.numbers == 0 {
			continue // a column of texts
		}
		if v.filled > habitSample && v.plain == 0 && v.point+v.comma+v.onlyPoint+v.onlyComma == 0 {
			// Whole numbers or ISO dates so far: only another way of writing would matter.
			if !strings.ContainsAny(cell, ".,/") {
				v.dates += b2i(v.dates > 0)
				v.numbers += b2i(v.numbers > 0)
				v.serials += b2i(v.serials > 0 && isSerial(cell))
				continue
			}
		}
		v.add(cell)
	}
	return v
}

func (v *columnVotes) add(cell string) {
	if _, err := parseDate(cell, OrderDMY, false); err == nil {
		v.dates++
	} else if _, err := parseDate(cell, OrderMDY, false); err == nil {
		v.dates++
	} else if _, ok := lastOfMonth(cell); ok {
		v.months++
	}
	if dmy, mdy, ymd, plain := dateEvidence(cell); plain {
		v.plain++
		v.dmy += b2i(dmy)
		v.mdy += b2i(mdy)
		v.ymd += b2i(ymd)
		v.dmyOnly += b2i(dmy && !mdy)
		v.mdyOnly += b2i(mdy && !dmy)
		v.dots += b2i(strings.Count(cell, ".") >= 2)
		upper := strings.ToUpper(cell)
		v.clocks += b2i(strings.HasSuffix(upper, "AM") || strings.HasSuffix(upper, "PM"))
	}
	e := evidenceOf(cell)
	if !e.isNumber {
		return
	}
	v.numbers++
	v.serials += b2i(isSerial(cell))
	v.point += b2i(e.point)
	v.comma += b2i(e.comma)
	v.onlyPoint += b2i(e.onlyPoint)
	v.onlyComma += b2i(e.onlyComma)
	if e.thousands != "" {
		v.thousands = e.thousands
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func shorten(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// fileDecimal sums up what all columns show: whoever writes one column with
// decimal commas writes the others so too.
func (t *Table) fileDecimal(votes []columnVotes) (point, comma int) {
	for _, v := range votes {
		if v.numbers*2 > v.filled {
			point += v.point
			comma += v.comma
		}
	}
	return point, comma
}

// fileOrder returns the order that the dates of the whole file show, or "".
func (t *Table) fileOrder(votes []columnVotes) DateOrder {
	var dmy, mdy, dots, clocks int
	for _, v := range votes {
		dmy += v.dmyOnly
		mdy += v.mdyOnly
		dots += v.dots
		clocks += v.clocks
	}
	switch {
	case dmy > mdy:
		return OrderDMY
	case mdy > dmy:
		return OrderMDY
	case dots > 0:
		return OrderDMY
	case clocks > 0:
		return OrderMDY
	}
	return ""
}

func (v *columnVotes) settle(c *Column, fileOrder DateOrder, pointFile, commaFile int, delimiter string) {
	c.Filled, c.Samples = v.filled, v.samples
	c.dates, c.serials, c.months, c.numbers = v.dates, v.serials, v.months, v.numbers
	switch {
	case v.filled == 0:
		c.Type = ColumnEmpty
	case v.dates*2 > v.filled && v.dates >= v.numbers:
		c.Type = ColumnDate
	case v.numbers*2 > v.filled:
		c.Type = ColumnNumber
	default:
		c.Type = ColumnText
	}
	v.settleOrder(c, fileOrder)
	v.settleDecimal(c, pointFile, commaFile, delimiter)
}

func (v *columnVotes) settleOrder(c *Column, fileOrder DateOrder) {
	if v.dates == 0 {
		return
	}
	if v.plain == 0 {
		c.DateOrder = OrderYMD
		return
	}
	switch {
	case v.dmyOnly > v.mdyOnly:
		c.DateOrder = OrderDMY
	case v.mdyOnly > v.dmyOnly:
		c.DateOrder = OrderMDY
	case v.ymd > v.dmy && v.ymd > v.mdy:
		c.DateOrder = OrderYMD
	case fileOrder != "":
		c.DateOrder = fileOrder
		c.Ambiguous = c.Type == ColumnDate && v.dots == 0
	default:
		c.DateOrder = OrderDMY
		c.Ambiguous = c.Type == ColumnDate
	}
}

// settleDecimal decides what a column's decimal mark is. Values that show it
// decide; "1,234" and "1.234" alone leave it open and follow the rest of the
// file, else the comma marks thousands and the point decimals.
func (v *columnVotes) settleDecimal(c *Column, pointFile, commaFile int, delimiter string) {
	if v.numbers == 0 {
		return
	}
	c.Decimal, c.Thousands = ".", v.thousands
	open := v.comma == 0 && v.point == 0
	switch {
	case v.comma > v.point,
		open && commaFile > pointFile,
		open && v.onlyPoint > 0 && pointFile == 0 && delimiter == ";" && (v.onlyComma == 0 || commaFile > 0):
		c.Decimal = ","
	}
	unsaid := open && commaFile+pointFile == 0 && v.onlyComma+v.onlyPoint > 0
	c.Ambiguous = c.Ambiguous || unsaid && c.Type == ColumnNumber
	c.Thousands = firstOf(c.Thousands, v.groupMark(c.Decimal))
}

// groupMark names the mark of thousands where the values show one beside the
// decimal mark.
func (v *columnVotes) groupMark(decimal string) string {
	switch {
	case decimal == "," && v.onlyPoint+v.comma > 0:
		return "."
	case decimal == "." && v.onlyComma > 0:
		return ","
	}
	return ""
}
