package success

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// Validate holds the values of one whole record (as it stands after a change,
// not only what changed) against the rules of entry: what is required, the
// words allowed, the ranges of numbers, terms that end after they start, the
// rule for measures to hold, no reading, step or answer later than today, and
// money in one currency. It returns an *Error that names the field. Nulls and
// empty texts count as missing; names it does not know are let pass.
func Validate(kind Kind, fields Fields, today Date) error {
	return ValidateValues(kind, func(name string) []byte { return fields[name] }, today)
}

// ValidateValues is Validate for values that are no Fields: value returns that of
// a field, or nil.
func ValidateValues(kind Kind, value func(name string) []byte, today Date) error {
	spec, err := SpecOf(kind)
	if err != nil {
		return err
	}
	rec := spec.New()
	for i := range spec.Fields {
		f := &spec.Fields[i]
		if err := validateField(rec, f, value(f.Name), today); err != nil {
			return err
		}
	}
	if err := validateMeta(rec.Base(), value); err != nil {
		return err
	}
	if err := oneCurrency(rec, spec); err != nil {
		return err
	}
	return validateWhole(rec)
}

// IsID reports whether text has the canonical form of a UUID.
func IsID(text string) bool {
	if len(text) != 36 {
		return false
	}
	for i := range len(text) {
		c := text[i]
		switch i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		default:
			if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
				return false
			}
		}
	}
	return true
}

func validateMeta(m *Meta, of func(name string) []byte) error {
	for i, target := range [...]any{&m.ID, &m.CreatedAt, &m.UpdatedAt, &m.DeletedAt} {
		name := metaNames[i]
		if value := of(name); len(value) > 0 && json.Unmarshal(value, target) != nil {
			return Invalid(name, "%s cannot be %s; nothing was saved.", label(name), clip(value))
		}
	}
	if m.ID != "" && !IsID(string(m.ID)) {
		return Invalid("id", "%q is not an id; nothing was saved.", m.ID)
	}
	return nil
}

var metaNames = [...]string{"id", "created_at", "updated_at", "deleted_at"}

// validateField reads one field into rec and checks it.
func validateField(rec Record, f *FieldSpec, value json.RawMessage, today Date) error {
	if missing(value) {
		if f.Required {
			return Invalid(f.Name, "%s is missing; fill it in and save again.", label(f.Name))
		}
		return nil
	}
	target := reflect.ValueOf(rec).Elem().Field(f.index)
	if err := readValue(target.Addr().Interface(), value); err != nil {
		e := Invalid(f.Name, "%s %s, not %s; nothing was saved.", label(f.Name), wanted[f.Type], clip(value))
		e.Err = err
		return e
	}
	return validateValue(f, reflect.Indirect(target).Interface(), today)
}

// readValue reads a value into a field, quickly where it is plain.
func readValue(field any, value []byte) error {
	if _, rest, ok := plainValue(value); ok && len(rest) == 0 && quickSet(field, value) {
		return nil
	}
	return json.Unmarshal(value, field)
}

// validateValue checks a value that has been read.
func validateValue(f *FieldSpec, value any, today Date) error {
	switch v := value.(type) {
	case string:
		return validateText(f, v)
	case Date:
		if f.Past && v > today {
			return Invalid(f.Name, "%s lies in the future (%s); give today's date or an earlier one.", label(f.Name), v)
		}
	case float64:
		return validateRange(f, v)
	case Count:
		return validateRange(f, float64(v))
	case ID:
		if !IsID(string(v)) {
			return Invalid(f.Name, "%s names no record (%q is not an id); choose it again.", label(f.Name), v)
		}
	case []ID:
		return validateIDs(f, v)
	case Link:
		return validateLink(f, v)
	case []Link:
		for _, l := range v {
			if err := validateLink(f, l); err != nil {
				return err
			}
		}
	}
	return nil
}

// wanted says in words what a field of a type holds.
var wanted = map[FieldType]string{
	TypeText: "is a text", TypeBool: "is yes or no", TypeWhole: "is a whole number",
	TypeNumber: "is a number", TypeDate: "is a date like 2026-03-31",
	TypeInstant:  "is a time like 2026-03-31T09:30:00.000Z",
	TypeMoney:    "is an amount, not below 0, with its currency",
	TypeAmount:   "is an amount, not below 0, with its currency",
	TypeID:       "is the id of a record",
	TypeLink:     "is the type and id of a record",
	TypePosition: "is a number", TypeJSON: "has a form of its own",
	TypeSet: "is a list of texts", TypeMap: "is a list of names and values",
}

func missing(value json.RawMessage) bool {
	switch string(bytes.TrimSpace(value)) {
	case "", "null", `""`:
		return true
	}
	return false
}

func validateText(f *FieldSpec, text string) error {
	if f.Required && strings.TrimSpace(text) == "" {
		return Invalid(f.Name, "%s is missing; fill it in and save again.", label(f.Name))
	}
	if len(f.Enum) > 0 && !slices.Contains(f.Enum, text) {
		return Invalid(f.Name, "%s cannot be %q; choose one of %s.", label(f.Name), text, strings.Join(f.Enum, ", "))
	}
	if f.Currency && !IsCurrency(text) {
		return Invalid(f.Name, "%q is no currency code; write three capitals such as EUR.", text)
	}
	return nil
}

func validateRange(f *FieldSpec, v float64) error {
	switch {
	case f.Min != nil && v < *f.Min:
		return Invalid(f.Name, "%s cannot be below %g.", label(f.Name), *f.Min)
	case f.Max != nil && v > *f.Max:
		return Invalid(f.Name, "%s cannot be above %g.", label(f.Name), *f.Max)
	case f.Above != nil && v <= *f.Above:
		return Invalid(f.Name, "%s has to be above %g.", label(f.Name), *f.Above)
	}
	return nil
}

func validateIDs(f *FieldSpec, ids []ID) error {
	for _, id := range ids {
		if !IsID(string(id)) {
			return Invalid(f.Name, "%s names no record (%q is not an id); choose it again.", label(f.Name), id)
		}
	}
	return nil
}

func validateLink(f *FieldSpec, l Link) error {
	if _, err := SpecOf(l.Kind); err != nil {
		return Invalid(f.Name, "%s cannot be a %q: there is no such kind of record.", label(f.Name), l.Kind)
	}
	if !IsID(string(l.ID)) {
		return Invalid(f.Name, "%s names no record (%q is not an id); choose it again.", label(f.Name), l.ID)
	}
	return nil
}

// oneCurrency holds the money of one record to one currency.
func oneCurrency(rec Record, spec *Spec) error {
	first, firstName := "", ""
	for i := range spec.Fields {
		f := &spec.Fields[i]
		if f.Type != TypeMoney && f.Type != TypeAmount {
			continue
		}
		currency := ""
		switch m := reflect.ValueOf(rec).Elem().Field(f.index).Interface().(type) {
		case Money:
			currency = m.Currency
		case Amount:
			currency = m.Currency
		}
		switch {
		case currency == "":
		case first == "":
			first, firstName = currency, f.Name
		case currency != first:
			return Invalid(f.Name, "%s is in %s and %s in %s; one record keeps one currency.",
				label(f.Name), currency, strings.ToLower(label(firstName)), first)
		}
	}
	return nil
}

// validateWhole checks the rules that look at several fields.
func validateWhole(rec Record) error {
	switch r := rec.(type) {
	case *Account:
		return validateOverruling(r)
	case *Term:
		if r.End <= r.Start {
			return Invalid("end", "A term ends after it starts; this one would run from %s to %s.", r.Start, r.End)
		}
	case *Measure:
		if r.Baseline != nil && r.Target != nil && *r.Baseline == *r.Target && r.Direction != "hold" {
			return Invalid("direction", "Baseline and target are the same, so there is nothing to gain: choose the direction hold, or change the target.")
		}
	case *ExportRecord:
		if (r.StoryID == "") == (r.AccountID == "") {
			return Invalid("story_id", "A written document is of a story or of an account: name one of them.")
		}
	case *BenefitStep:
		low, high := r.AmountLow, r.AmountHigh
		if !low.IsZero() && !high.IsZero() && low.Minor > high.Minor {
			return Invalid("amount_low", "The lowest amount is above the highest; change one of them.")
		}
	}
	return nil
}

// validateOverruling asks for the reason of a phase that somebody set by hand.
func validateOverruling(a *Account) error {
	switch {
	case a.OverruledClientPhase != "" && !isFilled(a.OverruledClientReason):
		return Invalid("overruled_client_reason", "Say why the phase is overruled; the derived one stays beside it.")
	case a.OverruledProviderPhase != "" && !isFilled(a.OverruledProviderReason):
		return Invalid("overruled_provider_reason", "Say why the phase is overruled; the derived one stays beside it.")
	}
	return nil
}

// label is a field's name as a person reads it.
func label(name string) string {
	words := strings.ReplaceAll(strings.TrimSuffix(name, "_id"), "_", " ")
	if words == "" {
		return words
	}
	return strings.ToUpper(words[:1]) + words[1:]
}

// clip shortens a value for a message.
func clip(value json.RawMessage) string {
	const longest = 40
	if r := []rune(string(value)); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return string(value)
}
