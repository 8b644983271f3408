// Package success is Tendril's domain: the records a customer success manager
// keeps, the rules they obey and the arithmetic of value, velocity and
// retention. It is pure: no storage, no clock, no network. Dates and settings
// come in as arguments, figures go out unrounded.
package success

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// ID names a record: the canonical lower-case text of a UUID (version 7 for
// what Tendril makes itself). The empty ID is no link.
type ID string

// Meta is what every record has. UpdatedAt derives from the newest change;
// DeletedAt is set while the record is in the bin.
type Meta struct {
	ID        ID      `json:"id"`
	CreatedAt Instant `json:"created_at"`
	UpdatedAt Instant `json:"updated_at"`
	DeletedAt Instant `json:"deleted_at,omitzero"`

	blank string // names of fields that were read as an empty text, each between commas
}

// isBlank reports whether a field was read as an empty text, which is not the
// same as missing in the content that a client signs.
func (m *Meta) isBlank(field string) bool {
	return m.blank != "" && strings.Contains(m.blank, ","+field+",")
}

// noteBlanks remembers the empty texts of a signed record's body.
func noteBlanks(m *Meta, kind Kind, body []byte) error {
	switch kind {
	case "success_plan", "outcome", "measure", "behavior_change", "milestone":
	default:
		return nil
	}
	if !bytes.Contains(body, []byte(`""`)) {
		return nil
	}
	var fields Fields
	if err := json.Unmarshal(body, &fields); err != nil {
		return fmt.Errorf("read %s: %w", kind, err)
	}
	names := make([]string, 0, 2)
	for name, value := range fields {
		if string(value) == `""` {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		slices.Sort(names)
		m.blank = "," + strings.Join(names, ",") + ","
	}
	return nil
}

// Base returns the record's Meta, to read and to set.
func (m *Meta) Base() *Meta { return m }

// Record is any record of the domain.
type Record interface {
	Base() *Meta
	// Kind returns the record's name, such as "benefit_step".
	Kind() Kind
}

// Kind is the name of a record type, as in bundles and on the command line.
type Kind string

// Fields are the values of one record by field name, each in its JSON form as
// in a bundle. A null clears the field. Names that no struct knows are kept.
type Fields map[string]json.RawMessage

// Link names another record with its kind: the subject of evidence, the proof
// of a claim.
type Link struct {
	Kind Kind `json:"type"`
	ID   ID   `json:"id"`
}

// IsZero reports whether the link names nothing.
func (l Link) IsZero() bool { return l.Kind == "" && l.ID == "" }

// Position orders siblings: a decimal of any precision, so that there is always
// one between two others; ties are broken by id. In JSON it is a number.
type Position struct{ decimal.Decimal }

// IsZero reports whether no position was given.
func (p Position) IsZero() bool { return p.Decimal.IsZero() }

// MarshalJSON writes a plain number.
func (p Position) MarshalJSON() ([]byte, error) { return []byte(p.Decimal.String()), nil }

// UnmarshalJSON reads a number of a size that can be written out again.
func (p *Position) UnmarshalJSON(data []byte) error {
	const longest, places = 400, 300
	var d decimal.Decimal
	if len(data) > longest {
		return fmt.Errorf("%.20s… is too long for a position", data)
	}
	if err := d.UnmarshalJSON(data); err != nil || d.Exponent() > places || d.Exponent() < -2*places {
		return fmt.Errorf("%s is not a position", data)
	}
	p.Decimal = d
	return nil
}

// Between returns a position after low and before high; a zero high means the
// end of the list.
func Between(low, high Position) Position {
	if high.IsZero() {
		return Position{low.Decimal.Floor().Add(decimal.NewFromInt(1))}
	}
	return Position{low.Decimal.Add(high.Decimal).Div(decimal.NewFromInt(2))}
}
