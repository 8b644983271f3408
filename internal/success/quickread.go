package success

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"unicode/utf8"
)

// Records as we write them are plain: no escapes, no objects within objects. Those
// are read here, in a fraction of the time; whatever is not plain the general
// reader reads, or says what is wrong with it.

// quickReader is a record that reads its plain body itself: steps and readings
// are most of what a large book consists of.
type quickReader interface{ quickRead(body []byte) bool }

// quickDecode reads a plain body into an empty record; false where it is not
// plain, and then the record holds anything.
func quickDecode(rec Record, body []byte) bool {
	if own, ok := rec.(quickReader); ok {
		return own.quickRead(body)
	}
	spec, ok := registry().byKind[rec.Kind()]
	if !ok {
		return false
	}
	fields := reflect.ValueOf(rec).Elem()
	meta := rec.Base()
	return quickObject(body, func(name, value []byte) bool {
		if handled, ok := meta.quickRead(name, value); handled {
			return ok
		}
		if f := spec.byName[string(name)]; f != nil {
			return quickSet(fields.Field(f.index).Addr().Interface(), value)
		}
		return !isOtherCase(name)
	})
}

// quickSet reads a value into a field as encoding/json does.
func quickSet(field any, value []byte) bool {
	switch f := field.(type) {
	case *string:
		return quickText(f, value)
	case *ID:
		return quickText(f, value)
	case *[]ID:
		return quickTexts(f, value)
	case *[]string:
		return quickTexts(f, value)
	case *float64:
		return quickFloat(f, value)
	case **float64:
		return quickPointer(f, value, quickFloat)
	case **Count:
		return quickPointer(f, value, func(c *Count, value []byte) bool { return c.UnmarshalJSON(value) == nil })
	case *bool:
		return quickBool(f, value)
	case json.Unmarshaler:
		return f.UnmarshalJSON(value) == nil
	}
	return json.Unmarshal(value, field) == nil
}

func quickPointer[T any](target **T, value []byte, read func(*T, []byte) bool) bool {
	if isNull(value) {
		*target = nil
		return true
	}
	var v T
	if !read(&v, value) {
		return false
	}
	*target = &v
	return true
}

func quickBool(target *bool, value []byte) bool {
	switch string(value) {
	case "true":
		*target = true
	case "false":
		*target = false
	case "null":
	default:
		return false
	}
	return true
}

// quickTexts reads a list of plain texts.
func quickTexts[T ~string](target *[]T, value []byte) bool {
	if isNull(value) {
		*target = nil
		return true
	}
	if len(value) < 2 || value[0] != '[' || !utf8.Valid(value) {
		return false
	}
	list := []T{}
	rest := skipSpace(value[1:])
	for len(rest) > 0 && rest[0] != ']' {
		text, after, ok := plainText(rest)
		if !ok {
			return false
		}
		list = append(list, T(text))
		if rest = skipSpace(after); len(rest) > 0 && rest[0] == ',' {
			rest = skipSpace(rest[1:])
		}
	}
	*target = list
	return true
}

// quickObject hands each member of a plain JSON object to fn, and reports
// whether all of it was plain and fn was content.
func quickObject(body []byte, fn func(name, value []byte) bool) bool {
	rest := skipSpace(body)
	if len(rest) == 0 || rest[0] != '{' {
		return false
	}
	rest = skipSpace(rest[1:])
	if len(rest) > 0 && rest[0] == '}' {
		return len(skipSpace(rest[1:])) == 0
	}
	for {
		name, after, ok := plainText(rest)
		if after = skipSpace(after); !ok || len(after) == 0 || after[0] != ':' {
			return false
		}
		value, after, ok := plainValue(skipSpace(after[1:]))
		if !ok || !fn(name, value) {
			return false
		}
		after = skipSpace(after)
		if len(after) == 0 {
			return false
		}
		if after[0] == '}' {
			return len(skipSpace(after[1:])) == 0
		}
		if after[0] != ',' {
			return false
		}
		rest = skipSpace(after[1:])
	}
}

// ReadFields reads a record's body by field name, as encoding/json does into
// Fields, in a fraction of the time. It keeps nothing of body.
func ReadFields(body []byte) (Fields, error) {
	fields := Fields{}
	own := bytes.Clone(body)
	plain := quickObject(own, func(name, value []byte) bool {
		fields[string(name)] = value[:len(value):len(value)]
		return utf8.Valid(name) && utf8.Valid(value)
	})
	if plain {
		return fields, nil
	}
	clear(fields)
	err := json.Unmarshal(body, &fields)
	return fields, err
}

// PlainTexts returns the named members of a record's body, in the order of names,
// "" for one that is not there or is no text. ok is false where the body is not
// plain; then encoding/json has to read it.
func PlainTexts(body []byte, names ...string) (texts []string, ok bool) {
	texts = make([]string, len(names))
	ok = quickObject(body, func(name, value []byte) bool {
		for i := range names {
			if string(name) == names[i] {
				texts[i] = ""
				return isNull(value) || value[0] != '"' || quickText(&texts[i], value)
			}
		}
		return !isOtherCase(name)
	})
	return texts, ok
}

func skipSpace(b []byte) []byte {
	for len(b) > 0 && (b[0] == ' ' || b[0] == '\n' || b[0] == '\t' || b[0] == '\r') {
		b = b[1:]
	}
	return b
}

// plainText reads a JSON text without escapes, and returns what stands within.
func plainText(b []byte) (text, rest []byte, ok bool) {
	if len(b) == 0 || b[0] != '"' {
		return nil, b, false
	}
	for i := 1; i < len(b); i++ {
		switch c := b[i]; {
		case c == '"':
			return b[1:i], b[i+1:], true
		case c == '\\' || c < ' ':
			return nil, b, false
		}
	}
	return nil, b, false
}

// plainValue cuts one value off: a plain text with its quotes, a word, a number
// or a flat object.
func plainValue(b []byte) (value, rest []byte, ok bool) {
	if len(b) == 0 {
		return nil, b, false
	}
	switch b[0] {
	case '"':
		text, rest, ok := plainText(b)
		if !ok {
			return nil, b, false
		}
		return b[:len(text)+2], rest, true
	case '{', '[':
		return flatValue(b)
	}
	end := 0
	for end < len(b) && b[end] != ',' && b[end] != '}' && b[end] != ' ' {
		end++
	}
	return b[:end], b[end:], isPlainNumber(b[:end]) || isScalar(b[:end])
}

// isPlainNumber reports whether b is a JSON number without an exponent.
func isPlainNumber(b []byte) bool {
	if len(b) > 0 && b[0] == '-' {
		b = b[1:]
	}
	whole := digits(b)
	if whole == 0 || whole > 1 && b[0] == '0' {
		return false
	}
	if b = b[whole:]; len(b) == 0 {
		return true
	}
	return b[0] == '.' && len(b) > 1 && digits(b[1:]) == len(b)-1
}

// digits counts the digits that b begins with.
func digits(b []byte) int {
	n := 0
	for n < len(b) && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	return n
}

// flatValue cuts off an object or a list that holds no other, and no escapes.
func flatValue(b []byte) (value, rest []byte, ok bool) {
	end := 1 + bytes.IndexAny(b[1:], `{}[]\`)
	if end == 0 {
		return nil, b, false
	}
	if _, money := parsePlainMoney(b[:end+1]); !money && !json.Valid(b[:end+1]) {
		return nil, b, false
	}
	return b[:end+1], b[end+1:], true
}

// isScalar reports whether a value is a word of JSON or a number.
func isScalar(b []byte) bool {
	switch string(b) {
	case "null", "true", "false":
		return true
	}
	return len(b) > 0 && json.Valid(b)
}

func isNull(value []byte) bool { return string(value) == "null" }

// quickText reads a text into target; the common words cost nothing.
func quickText[T ~string](target *T, value []byte) bool {
	if isNull(value) {
		return true
	}
	if len(value) < 2 || value[0] != '"' || !utf8.Valid(value) {
		return false
	}
	switch string(value[1 : len(value)-1]) {
	case "yearly":
		*target = "yearly"
	case "once":
		*target = "once"
	case claimed:
		*target = claimed
	case evidenced:
		*target = evidenced
	case confirmed:
		*target = confirmed
	default:
		*target = T(value[1 : len(value)-1])
	}
	return true
}

func quickFloat(target *float64, value []byte) bool {
	if isNull(value) {
		return true
	}
	v, err := strconv.ParseFloat(string(value), 64)
	*target = v
	return err == nil && value[0] != '"'
}

// quickRead reads what every record has; handled is false for other names.
func (m *Meta) quickRead(name, value []byte) (handled, ok bool) {
	switch string(name) {
	case "id":
		return true, quickText(&m.ID, value)
	case "created_at":
		return true, m.CreatedAt.UnmarshalJSON(value) == nil
	case "updated_at":
		return true, m.UpdatedAt.UnmarshalJSON(value) == nil
	case "deleted_at":
		return true, m.DeletedAt.UnmarshalJSON(value) == nil
	}
	return false, false
}

func (r *Reading) quickRead(body []byte) bool {
	return quickObject(body, func(name, value []byte) bool {
		if handled, ok := r.Meta.quickRead(name, value); handled {
			return ok
		}
		switch string(name) {
		case "measure_id":
			return quickText(&r.MeasureID, value)
		case "on":
			return r.On.UnmarshalJSON(value) == nil
		case "value":
			return quickFloat(&r.Value, value)
		case "recorded_at":
			return r.RecordedAt.UnmarshalJSON(value) == nil
		case "source":
			return quickText(&r.Source, value)
		case "confidence":
			return quickText(&r.Confidence, value)
		case "confirmed_by":
			return quickText(&r.ConfirmedBy, value)
		}
		return !isOtherCase(name)
	})
}

func (s *BenefitStep) quickRead(body []byte) bool {
	return quickObject(body, func(name, value []byte) bool {
		if handled, ok := s.Meta.quickRead(name, value); handled {
			return ok
		}
		switch string(name) {
		case "benefit_id":
			return quickText(&s.BenefitID, value)
		case "on":
			return s.On.UnmarshalJSON(value) == nil
		case "kind":
			return quickText(&s.StepKind, value)
		case "amount":
			return s.Amount.UnmarshalJSON(value) == nil
		case "amount_low":
			return s.AmountLow.UnmarshalJSON(value) == nil
		case "amount_high":
			return s.AmountHigh.UnmarshalJSON(value) == nil
		case "people":
			return quickSet(&s.People, value)
		case "confirmation":
			return quickText(&s.Confirmation, value)
		case "confirmed_by":
			return quickText(&s.ConfirmedBy, value)
		case "confirmed_on":
			return s.ConfirmedOn.UnmarshalJSON(value) == nil
		}
		return !isOtherCase(name)
	})
}

// isOtherCase reports whether a name may be one of ours in capitals, which the
// general reader accepts.
func isOtherCase(name []byte) bool {
	for i := range len(name) {
		if c := name[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}
