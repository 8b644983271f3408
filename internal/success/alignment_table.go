package success

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// TableColumn is one column of a plain table, one entry a row. Numbers is set
// where each known value is a number, with NaN where it is unknown; elsewhere
// an empty word is unknown.
type TableColumn struct {
	Name    string
	Words   []string
	Numbers []float64
}

// OutcomeColumn is the column of a plain table that holds the result, with the
// value that is the negative one; rows that say nothing there are left out. ID
// is the column that names the rows, if any.
type OutcomeColumn struct {
	Column   string
	Negative string
	ID       string
}

// TableAlignment is the answer of Alignment for a plain table: each column is
// an indicator, by its heading. Left out are the outcome, the id, columns
// without a value, and columns of texts that differ in every row (LeftOut,
// in the table's order).
type TableAlignment struct {
	AlignmentFigure
	LeftOut []string `json:"-"`
}

// mostCategories is how many different numbers a column may hold and still be
// a category.
const mostCategories = 10

// AlignTable tests every column of a table against one of its columns, in order
// of heading. It returns CodeInvalid for a column that is not there, and for a
// negative value that no row has.
func AlignTable(columns []TableColumn, outcome OutcomeColumn, on Date) (TableAlignment, error) {
	figure := TableAlignment{AlignmentFigure: AlignmentFigure{
		On: on, Outcome: outcome.Column + "=" + outcome.Negative, Indicators: []IndicatorFigure{},
	}}
	at, err := tableColumn(columns, outcome.Column)
	if err != nil {
		return figure, err
	}
	id := -1
	if outcome.ID != "" {
		if id, err = tableColumn(columns, outcome.ID); err != nil {
			return figure, err
		}
	}
	results, err := tableResults(&columns[at], outcome.Negative)
	if err != nil {
		return figure, err
	}
	for i := range columns {
		if i == at {
			continue
		}
		if i == id {
			figure.LeftOut = append(figure.LeftOut, columns[i].Name)
			continue
		}
		x, ok := tableIndicator(&columns[i], results)
		if !ok {
			figure.LeftOut = append(figure.LeftOut, columns[i].Name)
			continue
		}
		figure.Indicators = append(figure.Indicators, x)
	}
	slices.SortStableFunc(figure.Indicators, func(a, b IndicatorFigure) int { return cmp.Compare(a.Indicator, b.Indicator) })
	adjust(figure.Indicators)
	return figure, nil
}

// tableColumn finds a column by its heading: as it is written, else with blanks
// and case set aside.
func tableColumn(columns []TableColumn, name string) (int, error) {
	for _, same := range []func(a, b string) bool{
		func(a, b string) bool { return a == b },
		func(a, b string) bool {
			return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
		},
	} {
		if i := slices.IndexFunc(columns, func(c TableColumn) bool { return same(c.Name, name) }); i >= 0 {
			return i, nil
		}
	}
	names := make([]string, len(columns))
	for i := range columns {
		names[i] = columns[i].Name
	}
	return -1, Invalid("outcome", "The table has no column %q. Its columns are: %s.", name, shortList(names))
}

// result is what a row's outcome says.
type result int8

const (
	unknownResult result = iota
	negativeResult
	positiveResult
)

// tableResults reads the column of outcomes. A negative value that is written
// in another case, or as another form of the same number, is meant too, where
// no row has it as it was given.
func tableResults(c *TableColumn, negative string) ([]result, error) {
	negative = strings.TrimSpace(negative)
	number, err := strconv.ParseFloat(negative, 64)
	isNumber := c.Numbers != nil && err == nil
	for _, same := range []func(i int) bool{
		func(i int) bool { return c.Words[i] == negative },
		func(i int) bool { return strings.EqualFold(c.Words[i], negative) },
		func(i int) bool { return isNumber && c.Numbers[i] == number },
	} {
		results := make([]result, len(c.Words))
		negatives, known := 0, 0
		for i := range c.Words {
			switch {
			case !c.isKnown(i):
				continue
			case same(i):
				results[i] = negativeResult
				negatives++
			default:
				results[i] = positiveResult
			}
			known++
		}
		if negatives > 0 {
			return results, nil
		}
	}
	return nil, Invalid("outcome", "No row of %s is %q. Its values are: %s.", c.Name, negative, shortList(c.distinct(unlimited)))
}

// isKnown reports whether a row says anything in the column.
func (c *TableColumn) isKnown(row int) bool {
	if c.Numbers != nil {
		return !math.IsNaN(c.Numbers[row])
	}
	return c.Words[row] != ""
}

// word is a row's value as a category: of numbers the shortest form, so that
// 1 and 1.0 are one.
func (c *TableColumn) word(row int) string {
	if c.Numbers != nil {
		return strconv.FormatFloat(c.Numbers[row], 'f', -1, 64)
	}
	return c.Words[row]
}

const unlimited = math.MaxInt

// distinct returns the different values, in order of the rows, up to a number
// of them.
func (c *TableColumn) distinct(limit int) []string {
	seen := map[string]bool{}
	var out []string
	for i := range c.Words {
		if !c.isKnown(i) {
			continue
		}
		if word := c.word(i); !seen[word] {
			seen[word] = true
			if out = append(out, word); len(out) >= limit {
				break
			}
		}
	}
	return out
}

// tableIndicator tests one column; false where it is left out. What kind it is
// is judged by all its rows, also by those whose outcome is unknown.
func tableIndicator(c *TableColumn, results []result) (IndicatorFigure, bool) {
	x := IndicatorFigure{Indicator: ID(c.Name)}
	filled := 0
	for i := range c.Words {
		if c.isKnown(i) {
			filled++
		}
	}
	different := len(c.distinct(unlimited))
	switch {
	case filled == 0, c.Numbers == nil && different == filled && different > 1:
		return x, false
	case different == 2:
		x.Kind = kindYesNo
	case c.Numbers != nil && different > mostCategories:
		x.Kind = kindNumber
	default:
		x.Kind = kindCategory
	}
	if x.Kind == kindNumber {
		x.testNumbers(tableNumbers(c, results))
	} else {
		x.testCategories(tableCategories(c, results))
	}
	return x, true
}

func tableNumbers(c *TableColumn, results []result) []observation {
	list := make([]observation, 0, len(results))
	for i, r := range results {
		if r != unknownResult && c.isKnown(i) {
			list = append(list, observation{c.Numbers[i], r == positiveResult})
		}
	}
	return list
}

func tableCategories(c *TableColumn, results []result) []category {
	list := make([]category, 0, len(results))
	for i, r := range results {
		if r != unknownResult && c.isKnown(i) {
			list = append(list, category{c.word(i), r == positiveResult})
		}
	}
	return list
}

// shortList joins the first few of a list for a sentence.
func shortList(items []string) string {
	const most = 12
	if len(items) > most {
		return strings.Join(items[:most], ", ") + ", …"
	}
	return strings.Join(items, ", ")
}
