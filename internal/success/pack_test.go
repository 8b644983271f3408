package success_test

import (
	"bytes"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/success"
)

func TestAPackedFileComesBackAsItWas(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f := drawFile(t, rapid.Bool().Draw(t, "whole")).Live()
		got, err := success.UnpackFile(f.Pack())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, f) {
			t.Fatalf("got %+v\nof %+v", got, f)
		}
	})
}

// Every field of every kind of record is packed, with what Meta keeps to itself.
func TestAPackedFileHasEveryField(t *testing.T) {
	t.Parallel()
	f := &success.File{}
	for kind, body := range map[success.Kind]string{
		"account":      `{"id":"a","created_at":"2026-01-02T03:04:05.678Z","name":"Ä","tags":[],"external_ids":{"b":"2","a":"1"},"attributes":{"n":1.50,"t":"x"},"acquisition_cost":{"amount":"12.34","currency":"EUR"},"gross_margin":0.75,"first_value_target_days":0}`,
		"success_plan": `{"id":"p","account_id":"a","title":"","summary":""}`,
		"outcome":      `{"id":"o","plan_id":"p","statement":"Fewer","position":12345678901234567890.000000000000000001}`,
		"measure":      `{"id":"m","outcome_id":"o","name":"Days","baseline":-0.5,"unit_value":{"amount":"0.0001","currency":"USD"}}`,
		"reading":      `{"id":"r","measure_id":"m","on":"2026-02-03","value":1e-300}`,
		"touchpoint":   `{"id":"t","account_id":"a","on":"2026-02-03","stakeholder_ids":["x","y"],"leaving":true}`,
		"stakeholder":  `{"id":"x","account_id":"a","name":"Ann","stance":-2}`,
		"claim":        `{"id":"c","story_id":"none","proof":[{"type":"reading","id":"r"}]}`,
	} {
		if err := f.Add(kind, []byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	f = f.Live()
	got, err := success.UnpackFile(f.Pack())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, f) {
		t.Errorf("got %+v\nof %+v", got, f)
	}
	if got, want := success.PlanVersion(got, "p"), success.PlanVersion(f, "p"); got != want {
		t.Errorf("what the client signs is %s, was %s", got, want)
	}
}

func FuzzUnpackFile(f *testing.F) {
	account, _ := busyAccount()
	f.Add(account.Live().Pack())
	f.Add([]byte{})
	f.Add([]byte{1, 1, 'a', 0xff, 0xff, 0xff, 0xff, 0xff, 1})
	f.Fuzz(func(t *testing.T, packed []byte) {
		got, err := success.UnpackFile(packed)
		if err != nil {
			return
		}
		once := got.Pack()
		again, err := success.UnpackFile(once)
		if err != nil {
			t.Fatal(err)
		}
		if twice := again.Pack(); !bytes.Equal(once, twice) {
			t.Errorf("%x is packed again as %x", once, twice)
		}
	})
}
