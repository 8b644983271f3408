package exchange

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// As says what the rows of a table are.
type As string

// What can be imported. A bundle is no table: see OpenBundle.
const (
	AsAccounts     As = "accounts"
	AsTerms        As = "terms"
	AsStakeholders As = "stakeholders"
	AsReadings     As = "readings"
	AsBenefits     As = "benefits"
	AsTouchpoints  As = "touchpoints"
	AsValues       As = "values" // of indicators
)

// Options steer an import. The zero value finds out everything from the table.
type Options struct {
	As                As                    `json:"as,omitempty"`         // what the rows are; found when empty
	Map               map[string]string     `json:"columns,omitempty"`    // column → field; an empty field leaves the column out
	Source            string                `json:"source,omitempty"`     // whose ids external ids are ("salesforce"); found when empty
	Currency          string                `json:"currency,omitempty"`   // of amounts whose row names none
	DateOrder         DateOrder             `json:"date_order,omitempty"` // for dates that the values leave open; found when empty
	Decimal           string                `json:"decimal,omitempty"`    // "." or "," for columns of numbers; found when empty
	Constants         map[string]string     `json:"constants,omitempty"`  // field → value for every row that has no such column
	AnswerAll         map[string]TermAnswer `json:"answer_all,omitempty"` // kind of question → what such rows mean
	Answers           map[int]TermAnswer    `json:"answers,omitempty"`    // row number → what it means
	WorkspaceCurrency string                `json:"-"`                    // where Currency is empty too
	Today             success.Date          `json:"-"`                    // nothing observed can be dated after it
}

// Confidence says how sure the matching of a column is.
type Confidence string

// The degrees of confidence. "given" is a person's word.
const (
	ConfidenceGiven  Confidence = "given"
	ConfidenceExact  Confidence = "exact"
	ConfidenceLikely Confidence = "likely"
	ConfidenceGuess  Confidence = "guess"
	ConfidenceNone   Confidence = ""
)

// ColumnMatch says where a column's values go. Field is a field's name, or
// "attributes" for a column without a field, or "" for one that is left out.
type ColumnMatch struct {
	Column     string     `json:"column"`
	Field      string     `json:"field"`
	Confidence Confidence `json:"confidence"`
}

// Matching is how a table is understood.
type Matching struct {
	As             As            `json:"as"`
	AsConfidence   Confidence    `json:"as_confidence"`
	Source         string        `json:"source"`                    // "hubspot", "salesforce", … or "import"
	SourceEvidence string        `json:"source_evidence,omitempty"` // what gave the program away
	Columns        []ColumnMatch `json:"columns"`
	Fields         []string      `json:"fields"`            // what a column may be mapped to
	Missing        []string      `json:"missing,omitempty"` // fields without which no row can be applied
}

// Plan is an import worked out to the last row and not yet written.
type Plan struct {
	Table    *Table
	Matching *Matching

	rows   []rowPlan
	after  []*write // links between records of different rows
	notes  []RowResult
	fields success.Fields // of the reading being written, filled again for each

	by *planner // who made it, to read cells again for those who look at them
}

// rowPlan is what happens to one row.
type rowPlan struct {
	index   int // into Table.Rows
	status  Status
	name    string
	reason  string
	writes  []*write
	changes []CellChange
	ask     *Question
	account *accountEntry // whose contract the row speaks of
}

// write is one record to put. Its id is known, or that of an earlier write, or
// made by writing it.
type write struct {
	kind   success.Kind
	id     success.ID
	same   *write // the record that another write of this plan creates
	fields success.Fields
	parent *write // whose id goes into parentField
	parentField,
	previousField string
	previous *write
	met      *write        // somebody new who was there: their id joins stakeholder_ids
	reading  *readingWrite // instead of fields: a hundred thousand of them are cheap so
	failed   string
}

func (w *write) target() success.ID {
	if w.same != nil {
		return w.same.target()
	}
	return w.id
}

// planner works a plan out.
type planner struct {
	*Plan
	o      Options
	fields map[string]*bound
	extra  []int // columns that go to attributes
	target Target
	seen   *accountBook
	other  lookups

	inFile  map[string]bool // names and ids the file brings
	parents []pendingParent

	readings []readingWrite // what each row says, of a file of readings
	spare    spare
}

// NewPlan works out what importing t into target would do. It only reads from
// target.
func NewPlan(t *Table, target Target, o Options) (*Plan, error) {
	o.Currency = strings.ToUpper(strings.TrimSpace(o.Currency))
	if o.Currency != "" && !knownCurrency(o.Currency) {
		return nil, success.Invalid("currency", "%q is not a currency. Write its code, such as EUR.", o.Currency)
	}
	m, err := Match(t, o)
	if err != nil {
		return nil, err
	}
	if len(m.Missing) > 0 {
		return nil, success.Invalid("map", "No column of %s was found to hold the %s. Say which one does: --map COLUMN=%s. The columns are: %s.",
			t.Name, strings.ReplaceAll(m.Missing[0], "_", " "), m.Missing[0], columnNames(t))
	}
	p := &planner{Plan: &Plan{Table: t, Matching: m}, o: o, target: target, fields: map[string]*bound{}}
	p.bind()
	if err := p.load(); err != nil {
		return nil, err
	}
	p.rows = make([]rowPlan, 0, len(t.Rows))
	for i := range t.Rows {
		if err := stopped(target, i, len(t.Rows)); err != nil {
			return nil, err
		}
		if err := p.planRow(i); err != nil {
			return nil, err
		}
	}
	p.settleParents()
	p.fileNotes()
	p.by = p
	return p.Plan, nil
}

// bind ties fields to columns.
func (p *planner) bind() {
	for i, c := range p.Matching.Columns {
		if c.Field == "" {
			continue
		}
		if c.Field == "attributes" || strings.HasPrefix(c.Field, "attributes.") {
			p.extra = append(p.extra, i)
			continue
		}
		column := p.habits(i)
		b := &bound{index: i, column: &column, hint: headingOf(c.Column).currency}
		for _, f := range fieldsOf(p.Matching.As) {
			if f.name == c.Field {
				b.fieldKind = f
				break
			}
		}
		p.fields[c.Field] = b
	}
	for field, text := range p.o.Constants {
		if alias, ok := fieldAliases[p.Matching.As][field]; ok {
			field = alias
		}
		if p.fields[field] != nil {
			continue
		}
		for _, f := range fieldsOf(p.Matching.As) {
			if f.name == field {
				column := &Column{Name: field, Decimal: ".", DateOrder: OrderYMD}
				p.fields[field] = &bound{fieldKind: f, index: -1, column: column, constant: text}
				break
			}
		}
	}
}

// habits returns how a column is written, with the person's word on it.
func (p *planner) habits(i int) Column {
	column := p.Table.Columns[i]
	if p.o.DateOrder != "" && column.DateOrder != "" && column.DateOrder != OrderYMD {
		column.DateOrder, column.Ambiguous = p.o.DateOrder, false
	}
	if p.o.Decimal != "" && column.Decimal != "" {
		column.Decimal, column.Ambiguous = p.o.Decimal, column.Ambiguous && column.Type == ColumnDate
	}
	return column
}

// load reads what the rows are matched against.
func (p *planner) load() error {
	if p.Matching.As == AsReadings {
		return p.loadReadings()
	}
	if err := p.loadBook(); err != nil {
		return err
	}
	switch p.Matching.As {
	case AsAccounts, AsTerms:
		return p.seen.loadTerms(p.target)
	case AsStakeholders, AsBenefits, AsTouchpoints:
		return p.loadOthers()
	case AsValues:
		return p.loadSigns()
	}
	return nil
}

// loadBook reads the accounts there are.
func (p *planner) loadBook() error {
	book, err := loadAccounts(p.target)
	p.seen = book
	return err
}

// planRow works one row out. Only a failing target is an error: a bad row is
// refused and the rest goes on.
func (p *planner) planRow(index int) error {
	row := &p.Table.Rows[index]
	rp := rowPlan{index: index}
	if row.Fault != "" {
		rp.status, rp.reason = StatusRefused, "The row "+row.Fault+"."
		p.rows = append(p.rows, rp)
		return nil
	}
	c := cells{p.fields, row}
	var err error
	switch p.Matching.As {
	case AsAccounts:
		err = p.planAccount(&rp, c)
	case AsTerms:
		err = p.planTerm(&rp, c)
	case AsStakeholders:
		err = p.planStakeholder(&rp, c)
	case AsReadings:
		err = p.planReading(&rp, c)
	case AsBenefits:
		err = p.planBenefit(&rp, c)
	case AsTouchpoints:
		err = p.planTouchpoint(&rp, c)
	case AsValues:
		err = p.planValue(&rp, c)
	}
	if err != nil {
		var person *success.Error
		var cell *cellError
		switch {
		case errors.As(err, &person):
			rp.reason = person.Message
		case errors.As(err, &cell):
			rp.reason = cell.Error()
		default:
			return fmt.Errorf("planning row %d: %w", row.Number, err)
		}
		rp.status, rp.writes, rp.changes, rp.ask = StatusRefused, nil, nil, nil
	}
	if rp.status == "" {
		rp.status = StatusSame
	}
	p.rows = append(p.rows, rp)
	return nil
}

func (p *planner) note(row int, format string, args ...any) {
	p.notes = append(p.notes, RowResult{Row: row, Reason: fmt.Sprintf(format, args...)})
}

// fileNotes says what holds for the whole file: ambiguous columns, columns
// that are left out, currencies that were assumed.
func (p *planner) fileNotes() {
	var notes []RowResult
	say := func(format string, args ...any) {
		notes = append(notes, RowResult{Reason: fmt.Sprintf(format, args...)})
	}
	for _, n := range p.Table.Notes {
		notes = append(notes, RowResult{Reason: n})
	}
	for i, m := range p.Matching.Columns {
		b := p.fields[m.Field]
		if b == nil || b.index != i || !b.column.Ambiguous {
			continue
		}
		switch b.value {
		case valueDate, valuePeriod:
			say("The dates of %q could be day/month or month/day; they were read as %s.", m.Column, orderName(b.column.DateOrder))
		case valueMoney, valueNumber:
			say("The numbers of %q leave open whether %q marks decimals or thousands.", m.Column, markIn(b.column))
		}
	}
	if p.Matching.As != AsAccounts {
		var unused []string
		for i, m := range p.Matching.Columns {
			if m.Field == "" && m.Confidence != ConfidenceGiven && p.Table.Columns[i].Filled > 0 {
				unused = append(unused, m.Column)
			}
		}
		if len(unused) > 0 {
			say("Columns without a field were left out: %s.", strings.Join(unused, ", "))
		}
	}
	p.signNotes()
	slices.SortStableFunc(p.notes, func(a, b RowResult) int { return cmp.Compare(a.Row, b.Row) })
	p.notes = append(notes, p.notes...)
}

func markIn(c *Column) string {
	for _, s := range c.Samples {
		if strings.Contains(s, ",") {
			return ","
		}
	}
	return "."
}

// Result returns what the plan would do, or did once applied.
func (p *Plan) Result() Result {
	out := Result{Rows: []RowResult{}, Notes: p.notes}
	for i := range p.rows {
		r := &p.rows[i]
		switch r.status {
		case StatusNew:
			out.New++
		case StatusChanged:
			out.Changed++
		case StatusRefused:
			out.Refused++
			out.Rows = append(out.Rows, RowResult{Row: p.Table.Rows[r.index].Number, Reason: r.reason})
		case StatusSame:
			out.Same++
		}
	}
	return out
}

// Preview returns what would happen to up to limit rows from offset on (0
// means all). Cells are listed for records that exist and would change.
func (p *Plan) Preview(offset, limit int) []RowPreview {
	offset = min(max(offset, 0), len(p.rows))
	rows := p.rows[offset:]
	if limit > 0 {
		rows = rows[:min(limit, len(rows))]
	}
	out := make([]RowPreview, 0, len(rows))
	for i := range rows {
		r := &rows[i]
		out = append(out, RowPreview{Row: p.Table.Rows[r.index].Number, Status: r.status, Name: r.name, Reason: r.reason, Changes: r.changes, Question: r.ask})
	}
	return out
}
