package success_test

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

func TestEveryRecordOfTheVectorsMayBeEntered(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/vectors/*/bundle/*.jsonl")
	must(t, err)
	if len(paths) < 100 {
		t.Fatalf("only %d files", len(paths))
	}
	for _, path := range paths {
		kind := success.Kind(filepath.Base(path[:len(path)-len(".jsonl")]))
		readLines(t, path, func(body []byte) {
			var fields success.Fields
			must(t, json.Unmarshal(body, &fields))
			if err := success.Validate(kind, fields, success.MustDate("2026-11-21")); err != nil {
				t.Errorf("%s: %v in %s", path, err, body)
			}
		})
	}
}
func TestBadEntriesAreRefusedWithTheirField(t *testing.T) {
	t.Parallel()
	const id = `"018cc253-4591-74db-8e83-49606a06e9ab"`
	today := success.MustDate("2026-11-21")
	cases := map[string]struct {
		kind  success.Kind
		body  string
		field string // "" where the record is fine
	}{
		"a term that ends when it starts":  {"term", `{"account_id":` + id + `,"start":"2026-01-01","end":"2026-01-01"}`, "end"},
		"a term of one day":                {"term", `{"account_id":` + id + `,"start":"2026-01-01","end":"2026-01-02"}`, ""},
		"a term without an end":            {"term", `{"account_id":` + id + `,"start":"2026-01-01"}`, "end"},
		"a term in two currencies":         {"term", `{"account_id":` + id + `,"start":"2026-01-01","end":"2026-01-02","arr":{"amount":"1.00","currency":"EUR"},"result_arr":{"amount":"1.00","currency":"USD"}}`, "result_arr"},
		"an amount below 0":                {"term", `{"account_id":` + id + `,"start":"2026-01-01","end":"2026-01-02","arr":{"amount":"-1.00","currency":"EUR"}}`, "arr"},
		"an amount finer than its cents":   {"term", `{"account_id":` + id + `,"start":"2026-01-01","end":"2026-01-02","arr":{"amount":"1.001","currency":"EUR"}}`, "arr"},
		"a measure with nothing to gain":   {"measure", `{"outcome_id":` + id + `,"name":"n","direction":"up","baseline":1,"target":1}`, "direction"},
		"a measure to hold":                {"measure", `{"outcome_id":` + id + `,"name":"n","direction":"hold","baseline":1,"target":1}`, ""},
		"a share above 1":                  {"measure", `{"outcome_id":` + id + `,"name":"n","attribution":1.5}`, "attribution"},
		"a reading of tomorrow":            {"reading", `{"measure_id":` + id + `,"on":"2026-11-22","value":1}`, "on"},
		"a reading of today":               {"reading", `{"measure_id":` + id + `,"on":"2026-11-21","value":1}`, ""},
		"a reading of 0":                   {"reading", `{"measure_id":` + id + `,"on":"2026-11-21","value":0}`, ""},
		"a reading without a value":        {"reading", `{"measure_id":` + id + `,"on":"2026-11-21","value":null}`, "value"},
		"a reading in words":               {"reading", `{"measure_id":` + id + `,"on":"2026-11-21","value":"many"}`, "value"},
		"a step of tomorrow":               {"benefit_step", `{"benefit_id":` + id + `,"on":"2026-11-22","kind":"once"}`, "on"},
		"a step of an unknown kind":        {"benefit_step", `{"benefit_id":` + id + `,"on":"2026-11-20","kind":"monthly"}`, "kind"},
		"half a person":                    {"benefit_step", `{"benefit_id":` + id + `,"on":"2026-11-20","kind":"once","people":1.5}`, "people"},
		"a step whose range is turned":     {"benefit_step", `{"benefit_id":` + id + `,"on":"2026-11-20","kind":"once","amount_low":{"amount":"2","currency":"EUR"},"amount_high":{"amount":"1","currency":"EUR"}}`, "amount_low"},
		"an answer of tomorrow":            {"question", `{"account_id":` + id + `,"text":"t","answered_on":"2026-11-22"}`, "answered_on"},
		"an account without a name":        {"account", `{"name":" "}`, "name"},
		"an account in no currency":        {"account", `{"name":"n","currency":"eur"}`, "currency"},
		"a day that does not exist":        {"account", `{"name":"n","start_date":"2026-02-30"}`, "start_date"},
		"an owner that is no id":           {"term", `{"account_id":"Nordhavn","start":"2026-01-01","end":"2026-01-02"}`, "account_id"},
		"evidence on nothing known":        {"evidence", `{"subject":{"type":"planet","id":` + id + `}}`, "subject"},
		"an id that is none":               {"account", `{"id":"7","name":"n"}`, "id"},
		"a rate of nothing":                {"fx_rate", `{"on":"2026-01-01","from":"EUR","to":"USD","rate":0}`, "rate"},
		"a kind that there is not":         {"planet", `{}`, "type"},
		"a name that no struct knows":      {"account", `{"name":"n","shoe_size":{"eu":42}}`, ""},
		"tags that are no list":            {"account", `{"name":"n","tags":"a"}`, "tags"},
		"an attribute of any form":         {"account", `{"name":"n","attributes":{"Industry":"Rail","Seats":12}}`, ""},
		"an empty word for no word at all": {"account", `{"name":"n","currency":""}`, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var fields success.Fields
			must(t, json.Unmarshal([]byte(c.body), &fields))
			err := success.Validate(c.kind, fields, today)
			if c.field == "" {
				must(t, err)
				return
			}
			var e *success.Error
			if !errors.As(err, &e) || e.Field != c.field || e.Code != success.CodeInvalid {
				t.Errorf("got %v, expected a refusal of %s", err, c.field)
			}
		})
	}
}
