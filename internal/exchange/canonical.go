package exchange

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// canonical writes a JSON value so that equal values are equal texts: keys
// sorted, numbers without the zeros that mean nothing. Text that is no JSON
// stays as it is.
func canonical(raw json.RawMessage) string {
	var v any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if d.Decode(&v) != nil {
		return string(raw)
	}
	var b strings.Builder
	writeCanonical(&b, v, func(n json.Number) string { return plainNumber(n.String()) })
	return b.String()
}

func writeCanonical(b *strings.Builder, v any, number func(json.Number) string) {
	switch v := v.(type) {
	case map[string]any:
		b.WriteByte('{')
		for i, k := range slices.Sorted(maps.Keys(v)) {
			if i > 0 {
				b.WriteByte(',')
			}
			writeCanonical(b, k, number)
			b.WriteByte(':')
			writeCanonical(b, v[k], number)
		}
		b.WriteByte('}')
	case []any:
		b.WriteByte('[')
		for i, item := range v {
			if i > 0 {
				b.WriteByte(',')
			}
			writeCanonical(b, item, number)
		}
		b.WriteByte(']')
	case json.Number:
		b.WriteString(number(v))
	default:
		text, err := json.Marshal(v)
		if err == nil {
			b.Write(text)
		}
	}
}

// plainNumber makes 12.0, 12 and 1.2e1 alike. Exponents far off keep their text.
func plainNumber(text string) string {
	d, err := decimal.NewFromString(text)
	if err != nil || d.Exponent() > 400 || d.Exponent() < -400 {
		return text
	}
	return d.String()
}
