package exchange

import (
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// Cell is one field of a row as it will be: From is what it was where it
// changes. Kind says how the value is to be read: "text", "date" (ISO), "money"
// ("12.00 EUR") or "number". A value that cannot be read stands as it is written
// and is Bad.
type Cell struct {
	Field string `json:"field"`
	Kind  string `json:"kind"`
	From  string `json:"from"`
	Value string `json:"value"`
	Bad   bool   `json:"bad"`
}

// mainFields are what a row is told apart by, beside its name.
var mainFields = map[As][]string{
	AsAccounts:     {"arr", "mrr", "renewal_date", "csm"},
	AsTerms:        {"term_start", "renewal_date", "arr", "result"},
	AsStakeholders: {"account", "title", "email", "role"},
	AsReadings:     {"account", "on", "value"},
	AsBenefits:     {"account", "dimension", "on", "amount", "people"},
	AsTouchpoints:  {"account", "on", "kind", "ticket"},
	AsValues:       {"account", "value", "on"},
}

// MainFields lists the fields of this file that a row is best told apart by.
func (p *Plan) MainFields() []string {
	out := []string{}
	for _, field := range mainFields[p.Matching.As] {
		if p.by.fields[field] != nil {
			out = append(out, field)
		}
	}
	return out
}

// Rows returns the places of the rows with a status, "" for all, or of those
// that ask a question of a kind.
func (p *Plan) Rows(status Status, question string) []int {
	var out []int
	for i := range p.rows {
		r := &p.rows[i]
		if (status == "" || r.status == status) && (question == "" || r.ask != nil && r.ask.Kind == question) {
			out = append(out, i)
		}
	}
	return out
}

// Row returns what happens to the row at a place, with the main fields as they
// will be.
func (p *Plan) Row(place int) (RowPreview, []Cell) {
	r := &p.rows[place]
	out := RowPreview{Row: p.Table.Rows[r.index].Number, Status: r.status, Name: r.name, Reason: r.reason, Changes: r.changes, Question: r.ask}
	row := &p.Table.Rows[r.index]
	cells := []Cell{}
	if row.Fault != "" {
		return out, cells
	}
	c := p.by.cellsOf(r)
	if out.Name == "" {
		out.Name = c.text("name")
	}
	for _, field := range p.MainFields() {
		cells = append(cells, p.by.cell(c, r, field))
	}
	return out, cells
}

func (p *planner) cellsOf(r *rowPlan) cells { return cells{p.fields, &p.Table.Rows[r.index]} }

// cell reads a field of a row once more, for a person to look at.
func (p *planner) cell(c cells, r *rowPlan, field string) Cell {
	b := p.fields[field]
	out := Cell{Field: field, Kind: kindOfValue(b.value)}
	value, err := p.read(c, r, field)
	if err != nil {
		out.Value, out.Bad, out.Kind = c.text(field), true, "text"
		return out
	}
	out.Value = value
	for _, change := range r.changes {
		if change.Kind == b.kind && change.Field == b.field && change.From != "" {
			out.From = change.From
		}
	}
	return out
}

func (p *planner) read(c cells, r *rowPlan, field string) (string, error) {
	b := p.fields[field]
	if b.value == valueNumber {
		v, ok, err := c.number(field)
		if err != nil || !ok {
			return "", err
		}
		return v.String(), nil
	}
	k, err := p.currencies(c, r.account)
	if err != nil {
		return "", err
	}
	if p.Matching.As == AsReadings && field == "on" {
		day, err := c.readingDay()
		if err != nil || day.date == 0 {
			return "", err
		}
		return day.date.String(), nil
	}
	raw, err := c.plain(field, b, k)
	if err != nil || raw == nil {
		return "", err
	}
	return shown(raw), nil
}

func kindOfValue(v valueType) string {
	switch v {
	case valueDate, valuePeriod:
		return "date"
	case valueMoney:
		return "money"
	case valueNumber, valueWhole, valueShare:
		return "number"
	case valueText, valueBool, valueCurrency, valueList, valueEnum:
	}
	return "text"
}

// Details lists every field that the row at a place would write, those of new
// records included.
func (p *Plan) Details(place int) []CellChange {
	r := &p.rows[place]
	out := slices.Clone(r.changes)
	for _, w := range r.writes {
		if w.target() != "" || w.same != nil {
			continue // it is there already, and its changes are listed
		}
		for _, change := range cellChanges(w.kind, nil, w.looked()) {
			there := func(c CellChange) bool { return c.Kind == change.Kind && c.Field == change.Field }
			if !slices.ContainsFunc(out, there) {
				out = append(out, change)
			}
		}
	}
	return out
}

// looked returns the fields of a write that mean something to a person: no ids.
func (w *write) looked() success.Fields {
	fields := w.fields
	if w.reading != nil {
		fields = success.Fields{}
		w.reading.fill(fields, w.target() == "")
	}
	out := success.Fields{}
	for name, value := range fields {
		if !strings.HasSuffix(name, "_id") && name != "stakeholder_ids" {
			out[name] = value
		}
	}
	return out
}

// Written lists the rows as the file has them, heading first: what a person
// sees of one row that was refused.
func (p *Plan) Written(place int) (headings, cells []string) {
	row := &p.Table.Rows[p.rows[place].index]
	for i, column := range p.Table.Columns {
		headings = append(headings, column.Name)
		cell := ""
		if i < len(row.Cells) {
			cell = row.Cells[i]
		}
		cells = append(cells, cell)
	}
	return headings, cells
}
