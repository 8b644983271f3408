package workspace_test

import (
	"context"
	"encoding/json"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// options has a clock that goes on by a second each time it is asked.
func options() workspace.Options {
	start := time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)
	var asked atomic.Int64 // the background asks too
	return workspace.Options{Now: func() time.Time { return start.Add(time.Duration(asked.Add(1)) * time.Second) }, Actor: "Ada"}
}

func create(tb testing.TB) *workspace.Workspace {
	tb.Helper()
	w, err := workspace.Create(context.Background(), filepath.Join(tb.TempDir(), "x.tendril"), "Nordlicht", "EUR", options())
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := w.Close(); err != nil {
			tb.Error(err)
		}
	})
	return w
}

func text(s string) json.RawMessage {
	raw, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return raw
}

// put writes one record as one action.
func put(tb testing.TB, w *workspace.Workspace, kind success.Kind, id success.ID, fields success.Fields) success.ID {
	tb.Helper()
	var written workspace.Written
	_, err := w.Do(context.Background(), "Edit", func(tx *workspace.Tx) (err error) {
		written, err = tx.Put(kind, id, fields)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return written.ID
}

func raw(s string) json.RawMessage { return json.RawMessage(s) }

// get returns a record's body as a map.
func get(tb testing.TB, w *workspace.Workspace, kind success.Kind, id success.ID) map[string]any {
	tb.Helper()
	body, err := w.Get(context.Background(), kind, id)
	if err != nil {
		tb.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(body, &out); err != nil {
		tb.Fatal(err)
	}
	return out
}

// plan makes an account with a plan, an outcome, a measure and a reading.
func plan(tb testing.TB, w *workspace.Workspace) (account, outcome, measure, reading success.ID) {
	tb.Helper()
	account = put(tb, w, "account", "", success.Fields{"name": text("Łódź Café")})
	p := put(tb, w, "success_plan", "", success.Fields{"account_id": text(string(account)), "title": text("Plan")})
	outcome = put(tb, w, "outcome", "", success.Fields{"plan_id": text(string(p)), "statement": text("Tickets are answered the same day")})
	measure = put(tb, w, "measure", "", success.Fields{"outcome_id": text(string(outcome)), "name": text("ticket time")})
	reading = put(tb, w, "reading", "", success.Fields{"measure_id": text(string(measure)), "on": text("2026-10-01"), "value": raw("4.2")})
	return account, outcome, measure, reading
}
