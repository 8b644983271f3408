package exchange_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"reflect"
	"strings"

	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

func uuidGen() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		h := rapid.StringMatching(`[0-9a-f]{31}`).Draw(t, "hex")
		return h[:8] + "-" + h[8:12] + "-7" + h[12:15] + "-8" + h[15:18] + "-" + h[18:30]
	})
}

// randomShelf fills a shelf with a few records of every kind.
func randomShelf(t *rapid.T) *shelf {
	s := newShelf("")
	for _, spec := range success.Specs() {
		n := rapid.IntRange(0, 3).Draw(t, string(spec.Kind))
		if spec.Kind == "workspace" || spec.Kind == "account" {
			n = 1
		}
		for range n {
			fields, ok := randomRecord(t, s, spec)
			if !ok {
				continue
			}
			if _, err := s.Import(spec.Kind, fields); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s
}

func randomRecord(t *rapid.T, s *shelf, spec *success.Spec) (success.Fields, bool) {
	instant := json.RawMessage(`"2025-03-0` + rapid.StringMatching(`[1-9]T1[0-9]:0[0-9]:00[.][0-9]{3}Z`).Draw(t, "at") + `"`)
	f := success.Fields{"id": quote(uuidGen().Draw(t, "id")), "created_at": instant, "updated_at": instant}
	if rapid.Bool().Draw(t, "deleted") && spec.Kind != "workspace" {
		f["deleted_at"] = instant
	}
	if rapid.Bool().Draw(t, "unknown") {
		f["x_unknown"] = json.RawMessage(rapid.SampledFrom([]string{`{"b":[1,2.50,null],"a":"é<&"}`, `12345678901234567890.000001`, `"text"`, `true`}).Draw(t, "value"))
	}
	for _, field := range spec.Fields {
		if field.Owner != "" || field.Owner2 != "" {
			kind := field.Owner + field.Owner2
			if kind == "*" {
				kind = rapid.SampledFrom([]success.Kind{"account", "benefit", "reading"}).Draw(t, "subject")
			}
			if len(s.order[kind]) == 0 {
				return nil, false
			}
			id := rapid.SampledFrom(s.order[kind]).Draw(t, "owner")
			f[field.Name] = quote(string(id))
			if field.Owner == "*" {
				f[field.Name] = json.RawMessage(`{"type":"` + string(kind) + `","id":"` + string(id) + `"}`)
			}
			continue
		}
		if field.Required || rapid.Bool().Draw(t, "has "+field.Name) {
			if v := randomValue(t, s, spec, field); v != nil {
				f[field.Name] = v
			}
		}
	}
	if spec.Kind == "term" {
		f["start"], f["end"] = json.RawMessage(`"2024-01-01"`), json.RawMessage(`"2025-01-01"`)
	}
	if spec.Kind == "fx_rate" {
		on, err := success.ParseDate(strings.Trim(string(f["on"]), `"`))
		if err != nil {
			t.Fatal(err)
		}
		f["id"] = quote(string(exchange.RateID(on, strings.Trim(string(f["from"]), `"`), strings.Trim(string(f["to"]), `"`))))
	}
	return f, true
}

func quote(s string) json.RawMessage {
	out, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return out
}

func randomValue(t *rapid.T, s *shelf, spec *success.Spec, f success.FieldSpec) json.RawMessage {
	pick := func(texts ...string) json.RawMessage {
		return json.RawMessage(rapid.SampledFrom(texts).Draw(t, f.Name))
	}
	switch {
	case f.Currency:
		return pick(`"EUR"`, `"JPY"`, `"KWD"`)
	case len(f.Enum) > 0:
		return quote(rapid.SampledFrom(f.Enum).Draw(t, f.Name))
	case f.Name == "blob":
		data := []byte(rapid.String().Draw(t, "blob"))
		sum := sha256.Sum256(data)
		s.blobs[hex.EncodeToString(sum[:])] = data
		return quote(hex.EncodeToString(sum[:]))
	}
	switch f.Type {
	case success.TypeText:
		return quote(rapid.StringMatching(`[a-zA-Zäß"\\<&= \n]{1,12}`).Draw(t, f.Name))
	case success.TypeBool:
		return pick("true", "false")
	case success.TypeWhole, success.TypeNumber:
		if f.Min != nil || f.Max != nil || f.Above != nil {
			return pick("1", "1.0")
		}
		if f.Type == success.TypeWhole {
			return pick("0", "7", "-9007199254740992")
		}
		return pick("0.1", "-12", "1e3", "123456789.123456789", "3.0")
	case success.TypeDate:
		return pick(`"2024-02-29"`, `"1999-12-31"`, `"2026-01-01"`)
	case success.TypeInstant:
		return pick(`"2024-02-29T23:59:59.999Z"`)
	case success.TypeMoney:
		return pick(`{"amount":"12000.00","currency":"EUR"}`, `{"amount":"0.00","currency":"CHF"}`, `{"amount":"46116860184273879.04","currency":"USD"}`, `{"amount":"98000","currency":"JPY"}`)
	case success.TypeAmount:
		return pick(`{"amount":"0.125","currency":"EUR"}`, `{"amount":"12.000000001","currency":"JPY"}`)
	case success.TypeID:
		return quote(uuidGen().Draw(t, f.Name))
	case success.TypePosition:
		return pick("1", "0.5", "1.00000000000000000000000001", "-3.25")
	case success.TypeMap:
		return pick(`{}`, `{"Industry":"Machinery","Employees":12.50,"":null}`, `{"ä":[1,{"b":2,"a":1}]}`)
	case success.TypeSet:
		if f.Name == "external_ids" {
			return pick(`{"salesforce":"001x0000002xLCVAA2","zoho":"zcrm_4876876000000111"}`, `{}`)
		}
		return pick(`["a","b"]`, `[]`, `["ä"]`)
	default:
		return randomJSON(spec, f, pick)
	}
}

// randomJSON gives lists and objects of the type their struct has.
func randomJSON(spec *success.Spec, f success.FieldSpec, pick func(...string) json.RawMessage) json.RawMessage {
	field, ok := reflect.TypeOf(spec.New()).Elem().FieldByName(f.Go)
	if !ok {
		return nil
	}
	if field.Type == reflect.TypeFor[json.RawMessage]() {
		return pick(`true`, `"Health"`, `12.50`, `{"b":1,"a":[]}`)
	}
	if field.Type.Kind() == reflect.Slice {
		return pick(`[]`)
	}
	return pick(`{}`)
}
