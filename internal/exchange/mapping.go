package exchange

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
)

// Mapping is the body of a saved mapping: what a person said about a file with
// these headings, to be said again when they come again.
type Mapping struct {
	Headings  []string          `json:"headings,omitempty"`
	As        As                `json:"as,omitempty"`
	Columns   map[string]string `json:"columns"`
	Source    string            `json:"source,omitempty"`
	Currency  string            `json:"currency,omitempty"`
	DateOrder DateOrder         `json:"date_order,omitempty"`
	Decimal   string            `json:"decimal,omitempty"`
	Constants map[string]string `json:"constants,omitempty"`
}

// ParseMapping reads the body of a saved mapping, which may also be the bare
// columns and their fields.
func ParseMapping(body json.RawMessage) (*Mapping, error) {
	bare := map[string]string{}
	if json.Unmarshal(body, &bare) == nil {
		return &Mapping{Columns: bare}, nil
	}
	m := &Mapping{}
	if err := json.Unmarshal(body, m); err != nil {
		return nil, fmt.Errorf("reading a mapping: %w", err)
	}
	if m.Columns == nil {
		m.Columns = map[string]string{}
	}
	return m, nil
}

// MappingOf keeps how a table was understood.
func MappingOf(t *Table, m *Matching, o Options) *Mapping {
	out := &Mapping{
		As: m.As, Columns: map[string]string{}, Source: o.Source, Currency: o.Currency,
		DateOrder: o.DateOrder, Decimal: o.Decimal, Constants: o.Constants,
	}
	for i, c := range m.Columns {
		out.Headings = append(out.Headings, t.Columns[i].Name)
		out.Columns[c.Column] = c.Field
	}
	return out
}

// Fits reports whether a table has just the headings a mapping was made for.
func (m *Mapping) Fits(t *Table) bool {
	if len(m.Headings) != len(t.Columns) {
		return false
	}
	for _, c := range t.Columns {
		if !slices.Contains(m.Headings, c.Name) {
			return false
		}
	}
	return true
}

// Over answers the options with the mapping's word wherever a person has not
// said otherwise about this very file.
func (m *Mapping) Over(o Options) Options {
	if o.As != "" && m.As != "" && o.As != m.As {
		return o // its columns are those of another kind
	}
	columns := maps.Clone(m.Columns)
	maps.Copy(columns, o.Map)
	o.Map = columns
	if len(m.Constants) > 0 {
		constants := maps.Clone(m.Constants)
		maps.Copy(constants, o.Constants)
		o.Constants = constants
	}
	o.As = As(firstOf(string(o.As), string(m.As)))
	o.Source = firstOf(o.Source, m.Source)
	o.Currency = firstOf(o.Currency, m.Currency)
	o.DateOrder = DateOrder(firstOf(string(o.DateOrder), string(m.DateOrder)))
	o.Decimal = firstOf(o.Decimal, m.Decimal)
	return o
}

// Only leaves out of a mapping the columns that a table has not: a program may
// have dropped one since.
func (m *Mapping) Only(t *Table) *Mapping {
	out := *m
	out.Columns = map[string]string{}
	for _, c := range t.Columns {
		if field, ok := m.Columns[c.Name]; ok {
			out.Columns[c.Name] = field
		}
	}
	return &out
}

// Body returns the mapping as the record of a saved mapping keeps it.
func (m *Mapping) Body() json.RawMessage { return jsonValue(m) }

// CheckMapping says whether a name can be given to a mapping.
func CheckMapping(name string) error {
	if len([]rune(name)) > 80 {
		return success.Invalid("name", "A name of a mapping has 80 letters at most.")
	}
	if name == "" {
		return success.Invalid("name", "Give the mapping a name.")
	}
	return nil
}
