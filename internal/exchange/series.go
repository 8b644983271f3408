package exchange

import (
	"math"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// Series returns the table's columns as the analysis of a plain table wants
// them: each by its heading as the file has it, with what every row says. A
// column in which each filled cell is a number, in whatever way it is written,
// is one of numbers; elsewhere only an empty cell is unknown. Rows that could
// not be read are left out, and counted.
func (t *Table) Series() (columns []success.TableColumn, unread int) {
	rows := make([]*Row, 0, len(t.Rows))
	for i := range t.Rows {
		if t.Rows[i].Fault == "" {
			rows = append(rows, &t.Rows[i])
		}
	}
	count := map[string]int{}
	for i := range t.Columns {
		count[t.Columns[i].heading]++
	}
	columns = make([]success.TableColumn, len(t.Columns))
	for i := range t.Columns {
		c := &columns[i]
		c.Name = t.Columns[i].Name
		if h := t.Columns[i].heading; h != "" && count[h] == 1 {
			c.Name = h
		}
		c.Words = make([]string, len(rows))
		for j, row := range rows {
			c.Words[j] = strings.TrimSpace(row.Cells[i])
		}
		if t.Columns[i].numbers > 0 {
			c.Numbers = numbersOf(c.Words, &t.Columns[i])
		}
	}
	return columns, len(t.Rows) - len(rows)
}

// numbersOf reads all words as numbers, the unknown as NaN; nil where a word is
// neither a number nor stands for nothing.
func numbersOf(words []string, column *Column) []float64 {
	numbers := make([]float64, len(words))
	any := false
	for i, word := range words {
		if isNone(word) {
			numbers[i] = math.NaN()
			continue
		}
		value, ok := quickNumber(word, column)
		if !ok {
			exact, err := columnNumber(word, column)
			if err != nil {
				return nil
			}
			value, _ = exact.Float64()
		}
		numbers[i] = value
		any = true
	}
	if !any {
		return nil
	}
	return numbers
}

// quickNumber reads what most tables are full of, plain digits with at most one
// decimal point, without the patience that the others need.
func quickNumber(word string, column *Column) (float64, bool) {
	if column.Decimal != "." || strings.Count(word, ".") > 1 || strings.Trim(word, "0123456789.") != "" {
		return 0, false
	}
	value, err := strconv.ParseFloat(word, 64)
	return value, err == nil
}
