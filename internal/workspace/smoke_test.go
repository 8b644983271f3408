package workspace_test

import (
	"context"
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func options() workspace.Options {
	now := time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)
	return workspace.Options{Now: func() time.Time { now = now.Add(time.Second); return now }, Actor: "Ada"}
}

func create(t testing.TB) *workspace.Workspace {
	t.Helper()
	w, err := workspace.Create(context.Background(), filepath.Join(t.TempDir(), "x.tendril"), "Nordlicht", "EUR", options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

func text(s string) json.RawMessage { b, _ := json.Marshal(s); return b }

func TestSmoke(t *testing.T) {
	ctx := context.Background()
	w := create(t)
	var acc success.ID
	_, err := w.Do(ctx, "Add account", func(tx *workspace.Tx) error {
		wr, err := tx.Put("account", "", success.Fields{"name": text("Łódź Café"), "tags": json.RawMessage(`["b","a"]`), "external_ids": json.RawMessage(`{"crm":"7"}`), "attributes": json.RawMessage(`{"x":1}`)})
		acc = wr.ID
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var term success.ID
	_, err = w.Do(ctx, "Add term", func(tx *workspace.Tx) error {
		wr, err := tx.Put("term", "", success.Fields{"account_id": text(string(acc)), "start": text("2026-01-01"), "end": text("2027-01-01"), "arr": json.RawMessage(`{"amount":"12000","currency":"EUR"}`)})
		term = wr.ID
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = w.Do(ctx, "Rename", func(tx *workspace.Tx) error {
		_, err := tx.Put("account", acc, success.Fields{"name": text("Acme"), "tags": json.RawMessage(`["c","a"]`)})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	body, err := w.Get(ctx, "account", acc)
	t.Log(string(body), err)
	f, err := w.File(ctx, acc)
	if err != nil || len(f.Terms) != 1 {
		t.Fatal(f, err)
	}
	for _, ref := range []string{"acme", "7", string(acc)} {
		if id, err := w.Resolve(ctx, "account", ref); err != nil || id != acc {
			t.Error(ref, id, err)
		}
	}
	hits, err := w.Search(ctx, "acm", 10)
	t.Log(hits, err)
	u, err := w.Undo(ctx)
	t.Log(u, err)
	body, _ = w.Get(ctx, "account", acc)
	t.Log(string(body))
	hits, err = w.Search(ctx, "lodz", 10)
	t.Log(hits, err)
	u, err = w.Redo(ctx)
	t.Log(u, err)
	body, _ = w.Get(ctx, "account", acc)
	t.Log(string(body))
	h, err := w.History(ctx, "account", acc)
	for _, c := range h {
		t.Logf("%+v", c)
	}
	sums, err := w.Summaries(ctx)
	t.Logf("%+v %v", sums, err)
	acts, err := w.Actions(ctx, 10)
	for _, c := range acts {
		t.Logf("%+v", c)
	}
	info, err := w.Info(ctx)
	t.Logf("%+v %v", info, err)
	rep, err := w.Verify(ctx)
	t.Logf("%+v %v", rep, err)
	_ = term
	for range 3 {
		u, err = w.Undo(ctx)
		t.Log(u, err)
	}
}
