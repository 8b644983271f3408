package workspace

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/success"
)

// canonical returns a value in its one spelling, so that equal values are equal
// bytes: numbers as shortest decimals, money with its currency's places, objects
// with sorted keys, sets sorted. A null, and an empty set or map, is nil.
func canonical(kind success.FieldType, raw []byte) ([]byte, error) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || string(raw) == "null" {
		return nil, nil
	}
	if value, ok := canonicalOf(kind, raw); ok {
		return value, nil
	}
	return canonicalJSON(raw)
}

// canonicalOf knows the types that have a spelling of their own; ok is false for
// the others, and for values that are not of their type.
func canonicalOf(kind success.FieldType, raw []byte) (value []byte, ok bool) {
	switch kind {
	case success.TypeWhole, success.TypePosition:
		return canonicalDecimal(raw)
	case success.TypeNumber:
		f, err := strconv.ParseFloat(string(raw), 64)
		if text := shortest(f); text != string(raw) {
			return []byte(text), err == nil
		}
		return raw, err == nil
	case success.TypeMoney:
		return respelled(raw, &success.Money{})
	case success.TypeAmount:
		return respelled(raw, &success.Amount{})
	case success.TypeInstant:
		return respelled(raw, new(success.Instant))
	case success.TypeSet:
		set, ok := elementsOf(raw)
		return renderSet(set), ok
	case success.TypeMap:
		pairs, ok := pairsOf(raw)
		return renderMap(pairs), ok
	}
	return nil, false
}

// canonicalDecimal leaves numbers with absurd exponents to canonicalJSON: written
// out they would fill the memory.
func canonicalDecimal(raw []byte) ([]byte, bool) {
	d, err := decimal.NewFromString(string(raw))
	if err != nil || len(raw) >= 400 || d.Exponent() <= -400 || d.Exponent() >= 400 {
		return nil, false
	}
	return []byte(d.String()), true
}

// respelled reads a value into its type and writes it again.
func respelled(raw []byte, into interface {
	json.Unmarshaler
	IsZero() bool
}) ([]byte, bool) {
	if into.UnmarshalJSON(raw) != nil || into.IsZero() {
		return nil, false
	}
	out, err := json.Marshal(into)
	return out, err == nil
}

// canonicalJSON writes any JSON compactly, with sorted keys.
func canonicalJSON(raw []byte) ([]byte, error) {
	switch raw[0] {
	case '"':
		if end := stringEnd(raw, 0); end == len(raw) && bytes.IndexByte(raw, '\\') < 0 && !hasControl(raw) {
			return raw, nil
		}
	case 't', 'f':
		if string(raw) == "true" || string(raw) == "false" {
			return raw, nil
		}
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, success.Invalid("", "A value is not JSON: %.60s", raw)
	}
	return writeJSON(value)
}

func hasControl(raw []byte) bool {
	for _, c := range raw {
		if c < 0x20 {
			return true
		}
	}
	return false
}

func writeJSON(value any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// appendString appends text as a JSON string.
func appendString(b []byte, text string) []byte {
	for i := range len(text) {
		if c := text[i]; c < 0x20 || c == '"' || c == '\\' || c >= 0x80 {
			quoted, err := writeJSON(text)
			if err != nil {
				quoted = []byte(`""`)
			}
			return append(b, quoted...)
		}
	}
	b = append(b, '"')
	b = append(b, text...)
	return append(b, '"')
}

// shortest writes a number without an exponent.
func shortest(f float64) string {
	text := strconv.FormatFloat(f, 'f', -1, 64)
	if text == "-0" {
		return "0"
	}
	return text
}

// textOf returns what a person reads of a value: a text without quotes, the
// amount of money, any other JSON as it is.
func textOf(raw []byte) string {
	switch {
	case len(raw) == 0:
		return ""
	case raw[0] == '"':
		if bytes.IndexByte(raw, '\\') < 0 {
			return string(raw[1 : len(raw)-1])
		}
		var text string
		if json.Unmarshal(raw, &text) == nil {
			return text
		}
	case raw[0] == '{':
		if amount := member(raw, "amount"); amount != nil {
			return textOf(amount)
		}
	}
	return string(raw)
}

// elementsOf returns a set's elements, sorted; ok is false when raw is no set.
func elementsOf(raw []byte) (elements []string, ok bool) {
	if len(raw) == 0 {
		return nil, true
	}
	if json.Unmarshal(raw, &elements) != nil {
		return nil, false
	}
	slices.Sort(elements)
	return slices.Compact(elements), true
}

func renderSet(elements []string) []byte {
	if len(elements) == 0 {
		return nil
	}
	out := []byte{'['}
	for i, e := range elements {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendString(out, e)
	}
	return append(out, ']')
}

// pair is one key of a map with its value.
type pair struct {
	key string
	raw []byte
}

// pairsOf returns a map's pairs in order of key, each value in its one spelling.
func pairsOf(raw []byte) (pairs []pair, ok bool) {
	if len(raw) == 0 {
		return nil, true
	}
	if raw[0] != '{' {
		return nil, false
	}
	err := eachMember(raw, func(name, value []byte) error {
		value, err := canonical(success.TypeJSON, value)
		if err == nil && value != nil {
			pairs = append(pairs, pair{textOf(append(append([]byte{'"'}, name...), '"')), value})
		}
		return err
	})
	if err != nil {
		return nil, false
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return strings.Compare(a.key, b.key) })
	return pairs, true
}

func renderMap(pairs []pair) []byte {
	if len(pairs) == 0 {
		return nil
	}
	out := []byte{'{'}
	for i, p := range pairs {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(appendString(out, p.key), ':')
		out = append(out, p.raw...)
	}
	return append(out, '}')
}

// toValue turns canonical JSON into a value of the journal.
func toValue(kind success.FieldType, raw []byte) journal.Value {
	switch raw[0] {
	case '"':
		return journal.Value{Type: textType(kind), Text: textOf(raw)}
	case 't', 'f':
		return journal.Value{Type: journal.TypeBool, Text: string(raw)}
	}
	number := raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9'
	switch {
	case number && kind == success.TypeWhole:
		if _, err := strconv.ParseInt(string(raw), 10, 64); err == nil {
			return journal.Value{Type: journal.TypeInt, Text: string(raw)}
		}
	case number && (kind == success.TypeNumber || kind == success.TypePosition):
		return journal.Value{Type: journal.TypeDecimal, Text: string(raw)}
	}
	return journal.Value{Type: journal.TypeJSON, Text: string(raw)}
}

// textType is the journal's type of a quoted value.
func textType(kind success.FieldType) journal.ValueType {
	switch kind {
	case success.TypeDate:
		return journal.TypeDate
	case success.TypeInstant:
		return journal.TypeTimestamp
	case success.TypeID:
		return journal.TypeRef
	}
	return journal.TypeString
}

// fromValue turns a value of the journal into JSON; nil for none.
func fromValue(v journal.Value) []byte {
	if v.Type == journal.TypeNull {
		return nil
	}
	return appendValue(make([]byte, 0, len(v.Text)+2), v)
}

// appendValue appends a value that is one.
func appendValue(b []byte, v journal.Value) []byte {
	switch v.Type {
	case journal.TypeBool, journal.TypeInt, journal.TypeDecimal:
		return append(b, v.Text...)
	case journal.TypeJSON:
		if json.Valid([]byte(v.Text)) {
			return append(b, v.Text...)
		}
	}
	return appendString(b, v.Text)
}
