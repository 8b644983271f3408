package workspace_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func TestRecordsReadAheadAreChangedAsIfReadOneByOne(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	var ids []success.ID
	_, err := w.Do(ctx, "Make", func(tx *workspace.Tx) error {
		for i := range 200 {
			id, err := tx.Create(&success.Account{Name: fmt.Sprintf("Account %d", i), Currency: "EUR"})
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.Do(ctx, "Change", func(tx *workspace.Tx) error {
		if _, err := tx.Put("account", ids[0], success.Fields{"csm": text("Written before")}); err != nil {
			return err
		}
		if err := tx.Ahead(append(ids[:200:200], success.ID("0190b0a0-0000-7000-8000-000000000000"))); err != nil {
			return err
		}
		for i, id := range ids {
			for _, segment := range []string{"first", "last"} {
				if _, err := tx.Put("account", id, success.Fields{"segment": text(fmt.Sprintf("%s %d", segment, i))}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, id := range ids {
		var a success.Account
		body, err := w.Get(ctx, "account", id)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(body, &a); err != nil {
			t.Fatal(err)
		}
		if expect := fmt.Sprintf("last %d", i); a.Segment != expect || a.Name != fmt.Sprintf("Account %d", i) {
			t.Fatalf("account %d is %q of segment %q, expected %q", i, a.Name, a.Segment, expect)
		}
		if i == 0 && a.CSM != "Written before" {
			t.Errorf("what the action wrote before reading ahead is lost: %q", a.CSM)
		}
	}
}

func TestANewFileHasPagesOfEightKibibytes(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "x.tendril")
	w, err := workspace.Create(context.Background(), path, "X", "EUR", benchOptions())
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var size int
	if err := db.QueryRow("PRAGMA page_size").Scan(&size); err != nil || size != 8192 {
		t.Errorf("a page has %d bytes (%v)", size, err)
	}
}
