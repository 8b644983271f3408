package workspace_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func code(err error) success.Code {
	var e *success.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

func TestARecordNeedsItsOwner(t *testing.T) {
	t.Parallel()
	w := create(t)
	_, err := w.Do(context.Background(), "Add", func(tx *workspace.Tx) error {
		_, err := tx.Put("reading", "", success.Fields{
			"measure_id": text("01a200b9-6789-7401-a482-076809309f7d"), "on": text("2026-10-01"), "value": raw("1"),
		})
		return err
	})
	var e *success.Error
	if !errors.As(err, &e) || e.Field != "measure_id" || !strings.Contains(e.Message, "does not exist") {
		t.Fatalf("a reading without its measure: %v", err)
	}
}

func TestARefusedRecordLeavesTheActionGoingOn(t *testing.T) {
	t.Parallel()
	w := create(t)
	_, err := w.Do(context.Background(), "Import", func(tx *workspace.Tx) error {
		if _, err := tx.Put("account", "", success.Fields{"name": text("Good")}); err != nil {
			return err
		}
		if _, err := tx.Put("account", "", success.Fields{"csm": text("no name")}); code(err) != success.CodeInvalid {
			t.Errorf("an account without a name: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	info, err := w.Info(context.Background())
	if err != nil || info.Counts["account"] != 1 {
		t.Fatalf("%v accounts, %v", info.Counts, err)
	}
}

func TestAnErrorKeepsEverythingAsItWas(t *testing.T) {
	t.Parallel()
	w := create(t)
	mistake := errors.New("mistake")
	_, err := w.Do(context.Background(), "Add", func(tx *workspace.Tx) error {
		if _, err := tx.Put("account", "", success.Fields{"name": text("Acme")}); err != nil {
			return err
		}
		return mistake
	})
	if !errors.Is(err, mistake) {
		t.Fatal(err)
	}
	if _, err := w.Resolve(context.Background(), "account", "Acme"); code(err) != success.CodeNotFound {
		t.Fatalf("the account is there: %v", err)
	}
	report, err := w.Verify(context.Background())
	if err != nil || report.Changes != 2 {
		t.Fatalf("%+v, %v", report, err)
	}
}

func TestAnActionThatChangesNothingIsNone(t *testing.T) {
	t.Parallel()
	w := create(t)
	account, _, _, _ := plan(t, w)
	a, err := w.Do(context.Background(), "Rename", func(tx *workspace.Tx) error {
		written, err := tx.Put("account", account, success.Fields{"name": text("Łódź Café"), "notes": raw("null")})
		if written.Changed {
			t.Error("the same name is a change")
		}
		return err
	})
	if err != nil || a.ID != "" {
		t.Fatalf("%+v, %v", a, err)
	}
}

func TestAWholeTransactionIsOneEntryARecord(t *testing.T) {
	t.Parallel()
	w := create(t)
	a, err := w.Do(context.Background(), "Add", func(tx *workspace.Tx) error {
		written, err := tx.Put("account", "", success.Fields{"name": text("Acme")})
		if err != nil {
			return err
		}
		_, err = tx.Put("account", written.ID, success.Fields{"csm": text("Ben")})
		return err
	})
	if err != nil || a.Records != 1 {
		t.Fatalf("%+v, %v", a, err)
	}
}

func TestDeletingHidesWhatHangsOnItAndRestoringBringsItBack(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	account, outcome, _, _ := plan(t, w)
	count := func() (n int) {
		err := w.List(ctx, "reading", workspace.Query{}, func(json.RawMessage) error { n++; return nil })
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := count(); n != 1 {
		t.Fatalf("%d readings", n)
	}
	do(t, w, func(tx *workspace.Tx) error { return tx.Delete("outcome", outcome) })
	if n := count(); n != 0 {
		t.Fatalf("%d readings of a deleted outcome", n)
	}
	f, err := w.File(ctx, account)
	if err != nil || len(f.Readings) != 0 || len(f.Plans) != 1 {
		t.Fatalf("%d readings and %d plans, %v", len(f.Readings), len(f.Plans), err)
	}
	if hits, err := w.Search(ctx, "ticket", 10); err != nil || len(hits) != 0 {
		t.Fatalf("search finds %v, %v", hits, err)
	}
	do(t, w, func(tx *workspace.Tx) error { return tx.Restore("outcome", outcome) })
	if hits, err := w.Search(ctx, "ticket", 10); err != nil || len(hits) != 2 || count() != 1 {
		t.Fatalf("search finds %v, %v", hits, err)
	}
	do(t, w, func(tx *workspace.Tx) error { return tx.Delete("account", account) })
	if _, err := w.File(ctx, account); code(err) != success.CodeNotFound || count() != 0 {
		t.Fatalf("an account in the bin: %v", err)
	}
}

func do(tb testing.TB, w *workspace.Workspace, fn func(tx *workspace.Tx) error) {
	tb.Helper()
	if _, err := w.Do(context.Background(), "Edit", fn); err != nil {
		tb.Fatal(err)
	}
}

func TestUndoKeepsWhatSomebodyChangedSince(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	account := put(t, w, "account", "", success.Fields{"name": text("Acme"), "csm": text("Ada")})
	a, err := w.Do(ctx, "Hand over", func(tx *workspace.Tx) error {
		_, err := tx.Put("account", account, success.Fields{"csm": text("Ben"), "segment": text("large")})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	put(t, w, "account", account, success.Fields{"csm": text("Cleo")})
	undone, err := w.UndoAction(ctx, a.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"account “Acme” was changed since and stays as it is"}, undone.Kept); diff != "" {
		t.Error(diff)
	}
	got := get(t, w, "account", account)
	if got["csm"] != "Cleo" || got["segment"] != nil {
		t.Errorf("%v", got)
	}
}

func TestOneUndoTakesAWholeImportBackAfterReopening(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.tendril")
	w, err := workspace.Create(ctx, path, "N", "EUR", options())
	if err != nil {
		t.Fatal(err)
	}
	_, _, measure, _ := plan(t, w)
	a, err := w.Do(ctx, "Import readings", func(tx *workspace.Tx) error {
		for i := range 12_000 {
			_, err := tx.Put("reading", "", success.Fields{
				"measure_id": text(string(measure)), "on": text(success.MustDate("2026-11-01").AddDays(-i % 900).String()), "value": raw("1"),
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || a.Records != 12_000 {
		t.Fatalf("%+v, %v", a, err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if w, err = workspace.Open(ctx, path, options()); err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	undone, err := w.Undo(ctx)
	if err != nil || undone.Action.Label != "Import readings" {
		t.Fatalf("%+v, %v", undone, err)
	}
	info, err := w.Info(ctx)
	if err != nil || info.Counts["reading"] != 1 {
		t.Fatalf("%d readings, %v", info.Counts["reading"], err)
	}
}

func TestImportKeepsItsTimesUntilTheFirstEdit(t *testing.T) {
	t.Parallel()
	w := create(t)
	id := success.ID("018cc253-63a5-78d9-ae20-af8e1001a662")
	fields := success.Fields{
		"id": text(string(id)), "name": text("Old"), "created_at": text("2024-01-01T00:00:00.000Z"),
		"updated_at": text("2024-02-01T00:00:00.000Z"), "from_later": raw(`{"b":1,"a":[1.50]}`),
	}
	do(t, w, func(tx *workspace.Tx) error { _, err := tx.Import("account", fields); return err })
	got := get(t, w, "account", id)
	if got["created_at"] != "2024-01-01T00:00:00.000Z" || got["updated_at"] != "2024-02-01T00:00:00.000Z" || got["from_later"] == nil {
		t.Fatalf("%v", got)
	}
	do(t, w, func(tx *workspace.Tx) error {
		written, err := tx.Import("account", fields)
		if written.Changed {
			t.Error("importing the same again is a change")
		}
		return err
	})
	put(t, w, "account", id, success.Fields{"name": text("New")})
	if got := get(t, w, "account", id); got["created_at"] != "2024-01-01T00:00:00.000Z" || !strings.HasPrefix(got["updated_at"].(string), "2026-11-21") {
		t.Fatalf("%v", got)
	}
}

func TestResolveTakesIDExternalIDAndUniqueName(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	id := put(t, w, "account", "", success.Fields{"name": text("Łódź Café"), "external_ids": raw(`{"crm":"A-7"}`)})
	put(t, w, "account", "", success.Fields{"name": text("Twin")})
	put(t, w, "account", "", success.Fields{"name": text("twin")})
	for _, ref := range []string{string(id), "A-7", "lodz cafe", "ŁÓDŹ CAFÉ"} {
		if got, err := w.Resolve(ctx, "account", ref); err != nil || got != id {
			t.Errorf("%q resolves to %q, %v", ref, got, err)
		}
	}
	if _, err := w.Resolve(ctx, "account", "Twin"); code(err) != success.CodeConflict {
		t.Errorf("two accounts of a name: %v", err)
	}
	if _, err := w.Resolve(ctx, "account", "nobody"); code(err) != success.CodeNotFound {
		t.Errorf("no account of a name: %v", err)
	}
}

func TestSearchFoldsLettersAndFindsNamesFirst(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	named := put(t, w, "account", "", success.Fields{"name": text("Straße Øst 東京都")})
	put(t, w, "account", "", success.Fields{"name": text("Other"), "notes": text("They moved to strasse 5 in 東京")})
	for _, words := range []string{"strasse", "STRASSE", "stras", "東京"} {
		hits, err := w.Search(ctx, words, 10)
		if err != nil || len(hits) != 2 || hits[0].ID != named || hits[0].AccountName != "Straße Øst 東京都" {
			t.Errorf("%q finds %+v, %v", words, hits, err)
		}
	}
	if hits, err := w.Search(ctx, `"ost" OR *`, 10); err != nil || len(hits) != 0 {
		t.Errorf("operators are words: %+v, %v", hits, err)
	}
}

func TestSummariesFollowAChangeAndSkipTheBin(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	account, _, _, _ := plan(t, w)
	gone := put(t, w, "account", "", success.Fields{"name": text("Gone")})
	do(t, w, func(tx *workspace.Tx) error { return tx.Delete("account", gone) })
	put(t, w, "term", "", success.Fields{
		"account_id": text(string(account)), "start": text("2026-01-01"), "end": text("2027-01-01"), "arr": raw(`{"amount":"1200","currency":"EUR"}`),
	})
	for range 2 {
		rows, err := w.Summaries(ctx)
		if err != nil || len(rows) != 1 || rows[0].ARR != 1200 || rows[0].Renewal != success.MustDate("2027-01-01") || rows[0].Stale {
			t.Fatalf("%+v, %v", rows, err)
		}
		if err := w.Refresh(ctx); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAnySQLiteToolReadsTheRecordsAsTables(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.tendril")
	w, err := workspace.Create(ctx, path, "N", "EUR", options())
	if err != nil {
		t.Fatal(err)
	}
	account := put(t, w, "account", "", success.Fields{"name": text("Acme")})
	put(t, w, "term", "", success.Fields{
		"account_id": text(string(account)), "start": text("2026-01-01"), "end": text("2027-01-01"), "arr": raw(`{"amount":"1200.5","currency":"EUR"}`),
	})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var name, amount, currency string
	err = db.QueryRow("SELECT a.name, t.arr, t.arr_currency FROM terms t JOIN accounts a ON a.id = t.account_id").Scan(&name, &amount, &currency)
	if err != nil || name+amount+currency != "Acme1200.50EUR" {
		t.Fatalf("%s %s %s, %v", name, amount, currency, err)
	}
	var workspaces int
	if err := db.QueryRow("SELECT count(*) FROM workspaces").Scan(&workspaces); err != nil || workspaces != 1 {
		t.Fatalf("%d workspaces, %v", workspaces, err)
	}
}

func TestClosingLeavesNothingRunning(t *testing.T) {
	// Other tests' workspaces are open at the same time, so this one runs alone.
	before := goleak.IgnoreCurrent()
	w, err := workspace.Create(context.Background(), filepath.Join(t.TempDir(), "x.tendril"), "N", "EUR", options())
	if err != nil {
		t.Fatal(err)
	}
	plan(t, w)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	goleak.VerifyNone(t, before)
}
