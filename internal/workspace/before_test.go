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

func TestARecordIsReadAsItStoodBeforeAMoment(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	now := time.Date(2026, 6, 5, 9, 0, 0, 0, time.UTC)
	w, err := workspace.Create(ctx, filepath.Join(t.TempDir(), "x.tendril"), "N", "EUR", workspace.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	monday := time.Date(2026, 6, 8, 0, 0, 0, 0, time.UTC)
	id := put(t, w, "account", "", success.Fields{"name": text("Harbour"), "csm": text("Ines")})
	now = monday.Add(9 * time.Hour)
	put(t, w, "account", id, success.Fields{"name": text("Harbour Lines"), "csm": raw("null"), "notes": text("New name.")})
	made := put(t, w, "account", "", success.Fields{"name": text("Made this week")})
	var imported success.ID
	if _, err := w.Do(ctx, "Import", func(tx *workspace.Tx) error {
		rec := &success.Account{Name: "Brought this week"}
		rec.CreatedAt = success.InstantOf(monday.AddDate(-1, 0, 0))
		imported, err = tx.Create(rec)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	now = now.Add(time.Hour)
	put(t, w, "account", imported, success.Fields{"name": text("Edited this week")})
	for _, c := range []struct {
		id    success.ID
		found bool
		name  string
		csm   string
	}{{id, true, "Harbour", "Ines"}, {made, false, "", ""}, {imported, true, "Brought this week", ""}} {
		body, found, err := w.Before(ctx, "account", c.id, monday)
		if err != nil || found != c.found {
			t.Fatalf("%s: %v, %v", c.name, found, err)
		}
		var was success.Account
		if !found {
			continue
		}
		if err := json.Unmarshal(body, &was); err != nil {
			t.Fatal(err)
		}
		if was.Name != c.name || was.CSM != c.csm || was.Notes != "" {
			t.Errorf("was %q of %q, notes %q", was.Name, was.CSM, was.Notes)
		}
	}
}
