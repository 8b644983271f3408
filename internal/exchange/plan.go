package exchange

import (
	"errors"
	"io"

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
)

// Options steer an import. The zero value finds out everything from the table.
type Options struct {
	As                As                // what the rows are; found when empty
	Map               map[string]string // column → field; an empty field leaves the column out
	Source            string            // whose ids external ids are ("salesforce"); found when empty
	Currency          string            // of amounts whose row names none
	WorkspaceCurrency string            // where Currency is empty too
	DateOrder         DateOrder         // for dates the values leave open; found when empty
	Today             success.Date      // nothing observed can be dated after it
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
	Source         string        `json:"source"` // "hubspot", "salesforce", … or "import"
	Columns        []ColumnMatch `json:"columns"`
	Fields         []string      `json:"fields"`  // what a column may be mapped to
	Missing        []string      `json:"missing"` // fields without which no row can be applied
	SourceEvidence string        `json:"source_evidence,omitempty"`
}

// Match finds what a table is and where its columns go.
func Match(t *Table, o Options) (*Matching, error) {
	return nil, errors.New("matching columns is not written yet")
}

// Plan is an import worked out to the last row and not yet written.
type Plan struct {
	Table    *Table
	Matching *Matching
}

// NewPlan works out what importing t into target would do. It only reads from
// target.
func NewPlan(t *Table, target Target, o Options) (*Plan, error) {
	return nil, errors.New("planning imports is not written yet")
}

// Result returns what the plan would do, or did once applied.
func (p *Plan) Result() Result { return Result{} }

// Preview returns what would happen to each row.
func (p *Plan) Preview() []RowPreview { return nil }

// Apply writes the plan: good rows are written though others are refused.
// progress may be nil. An error means that nothing may be kept: roll back.
func (p *Plan) Apply(target Target, progress func(done, total int)) (Result, error) {
	return Result{}, errors.New("applying imports is not written yet")
}

// WriteRefused writes the refused rows as CSV, the original columns and a last
// one with the reason, to be mended and imported again.
func (p *Plan) WriteRefused(w io.Writer) error {
	return errors.New("writing refused rows is not written yet")
}
