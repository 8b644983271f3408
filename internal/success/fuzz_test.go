package success_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/tendril-app/tendril/internal/success"
)

func FuzzDate(f *testing.F) {
	for _, text := range []string{"2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31", "", "2024-2-1", "2024-13-01", "1900-02-29"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := success.ParseDate(text)
		quoted, _ := json.Marshal(text)
		var read success.Date
		if jsonErr := json.Unmarshal(quoted, &read); (jsonErr == nil) != (err == nil) || read != d {
			t.Fatalf("%q is %v (%v) alone and %v (%v) in JSON", text, d, err, read, jsonErr)
		}
		if err == nil && d.String() != text {
			t.Fatalf("%q comes back as %q", text, d)
		}
	})
}

func FuzzInstant(f *testing.F) {
	for _, text := range []string{"2024-02-29T23:59:59.999Z", "2024-01-01T00:00:00Z", "2024-01-01T02:00:00.5+02:00", "2024-01-01T24:00:00.000Z", "0000-01-01T00:00:00.000Z"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at, err := success.ParseInstant(text)
		if err == nil && at.Time().Year() < 1 {
			return // before all dates
		}
		quoted, _ := json.Marshal(text)
		var read success.Instant
		if jsonErr := json.Unmarshal(quoted, &read); (jsonErr == nil) != (err == nil) || read != at {
			t.Fatalf("%q is %v (%v) alone and %v (%v) in JSON", text, at, err, read, jsonErr)
		}
		if err == nil && at != 0 {
			again, err := success.ParseInstant(at.String())
			if err != nil || again != at {
				t.Fatalf("%q comes back as %q", text, at)
			}
		}
	})
}

func FuzzMoney(f *testing.F) {
	for _, text := range []string{
		`{"amount":"12.00","currency":"EUR"}`, `{"amount": "12.5", "currency": "EUR"}`, `{"amount":"","currency":"JPY"}`,
		`{"amount":"5.","currency":"JPY"}`, `{"amount":"20000.00","currency":"JPY"}`, `{"currency":"EUR","amount":12}`, `{"amount":"-1","currency":"EUR"}`,
		`{"amount":"99999999999999999999.00","currency":"EUR"}`, `null`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var m success.Money
		if json.Unmarshal([]byte(text), &m) != nil {
			return
		}
		if m.Minor < 0 {
			t.Fatalf("%s is %d", text, m.Minor)
		}
		body, err := json.Marshal(m)
		must(t, err)
		var again success.Money
		must(t, json.Unmarshal(body, &again))
		if again != m {
			t.Fatalf("%s comes back as %s", text, body)
		}
		if !m.IsZero() {
			parsed, err := success.ParseMoney(m.Text(), m.Currency)
			if err != nil || parsed != m {
				t.Fatalf("%s is written as %s (%v)", text, m.Text(), err)
			}
		}
	})
}

func FuzzCount(f *testing.F) {
	for _, text := range []string{"12", "12.0", "12.5", "1e3", "-3", "null", "1e999999999", "1e-999999999", "007"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var c success.Count
		if json.Unmarshal([]byte(text), &c) != nil {
			return
		}
		body, err := json.Marshal(c)
		must(t, err)
		var again success.Count
		must(t, json.Unmarshal(body, &again))
		if again != c {
			t.Fatalf("%s comes back as %s", text, body)
		}
	})
}

func FuzzPosition(f *testing.F) {
	for _, text := range []string{"1", "1.5", "0.00000000001", "1e999999999", "null", `"2"`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var p success.Position
		if json.Unmarshal([]byte(text), &p) != nil {
			return
		}
		body, err := json.Marshal(p)
		must(t, err)
		var again success.Position
		must(t, json.Unmarshal(body, &again))
		if !again.Equal(p.Decimal) {
			t.Fatalf("%s comes back as %s", text, body)
		}
	})
}

func FuzzQuickReading(f *testing.F) {
	f.Add(`{"id":"a","created_at":"2024-01-01T00:07:05.136Z","on":"2024-05-01","kind":"yearly","amount":{"amount":"12.00","currency":"EUR"},"people":12.0,"other":[1,{"a":"}"}],"confirmed_by":"A\\u00e9"}`)
	f.Add(`{"measure_id":"m","on":"2024-05-01","value":1e2,"recorded_at":null,"ON":"2024-05-02","source":"x"}`)
	f.Add(`{"value":01}`)
	f.Add(`{ "value" : -1.5 , "kind" : null } `)
	f.Add(`{"value":"1","people":"3"}`)
	f.Add(`{"name":"A","website":null,"tags":["a","b"],"attributes":{"x":1},"external_ids":{"crm":"1"},"gross_margin":0.5,"first_value_target_days":null}`)
	f.Add(`{"title":"","statement":"x","priority":3,"priority":null,"position":1.50,"said_on":"2024-01-01","tags":[]}`)
	f.Add(`{"subject":{"type":"benefit","id":"b"},"internal":true,"internal":"x"}`)
	f.Add(`{"stakeholder_ids":["a", "b",null],"depends_on":[ ],"leaving":false,"value":null}`)
	f.Add(`{"unit_value":{"amount":"200.00","currency":"EUR"},"baseline":-0,"target":1e3,"start":"","end":"2024-02-30"}`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, spec := range success.Specs() {
			readsAlike(t, spec.Kind, text)
		}
		fieldsAlike(t, text)
		textsAlike(t, text)
	})
}

// fieldsAlike compares the quick reader of a body by name with the general one.
func fieldsAlike(t *testing.T, text string) {
	t.Helper()
	var plain success.Fields
	plainErr := json.Unmarshal([]byte(text), &plain)
	quick, err := success.ReadFields([]byte(text))
	if (err == nil) != (plainErr == nil) {
		t.Fatalf("%s is read as %v, and as %v by the general reader", text, err, plainErr)
	}
	if err == nil && len(quick)+len(plain) > 0 && !reflect.DeepEqual(quick, plain) {
		t.Fatalf("%s is read as %s, and as %s by the general reader", text, quick, plain)
	}
}

// textsAlike compares the texts picked out of a plain body with the general reader's.
func textsAlike(t *testing.T, text string) {
	t.Helper()
	texts, ok := success.PlainTexts([]byte(text), "on", "name", "source")
	if !ok {
		return
	}
	var plain map[string]any
	if err := json.Unmarshal([]byte(text), &plain); err != nil {
		t.Fatalf("%s is plain, and the general reader says %v", text, err)
	}
	for i, name := range []string{"on", "name", "source"} {
		if expect, _ := plain[name].(string); texts[i] != expect {
			t.Fatalf("%s: %q is %q, and %q by the general reader", text, name, texts[i], expect)
		}
	}
}

// readsAlike compares the quick reader with the general one.
func readsAlike(t *testing.T, kind success.Kind, text string) {
	t.Helper()
	rec, plainErr := success.DecodeSlowly(kind, []byte(text))
	quick, err := success.Decode(kind, []byte(text))
	if (err == nil) != (plainErr == nil) {
		t.Fatalf("%s: %s is read as %v, and as %v by the general reader", kind, text, err, plainErr)
	}
	if err != nil {
		return
	}
	got, err := json.Marshal(quick)
	must(t, err)
	expect, err := json.Marshal(rec)
	must(t, err)
	if string(got) != string(expect) || !reflect.DeepEqual(quick, rec) {
		t.Fatalf("%s: %s is read as %s, and as %s by the general reader", kind, text, got, expect)
	}
}

func TestDaysAreCountedAsTheCalendarDoes(t *testing.T) {
	t.Parallel()
	for at := time.Date(1899, 12, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2110; at = at.AddDate(0, 0, 1) {
		text := at.Format(time.DateOnly)
		var d success.Date
		must(t, json.Unmarshal([]byte(`"`+text+`"`), &d))
		if d != success.DateOf(at) || d.String() != text {
			t.Fatalf("%s is read as %s", text, d)
		}
	}
	if _, err := success.ParseDate(strings.Repeat("1", 50)); err == nil {
		t.Error("fifty digits are a date")
	}
}
