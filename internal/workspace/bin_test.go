package workspace_test

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// planned makes an account with a plan, an outcome and a measure.
func planned(t *testing.T, w *workspace.Workspace, name string) (account, plan, outcome, measure success.ID) {
	t.Helper()
	account = put(t, w, "account", "", success.Fields{"name": text(name)})
	plan = put(t, w, "success_plan", "", success.Fields{"account_id": text(string(account)), "title": text("Plan of " + name)})
	outcome = put(t, w, "outcome", "", success.Fields{"plan_id": text(string(plan)), "statement": text("A quiet evening")})
	measure = put(t, w, "measure", "", success.Fields{"outcome_id": text(string(outcome)), "name": text("Calls after six"), "direction": text("down")})
	return account, plan, outcome, measure
}

func remove(t *testing.T, w *workspace.Workspace, kind success.Kind, id success.ID) {
	t.Helper()
	if _, err := w.Do(context.Background(), "Delete", func(tx *workspace.Tx) error { return tx.Delete(kind, id) }); err != nil {
		t.Fatal(err)
	}
}

func bin(t *testing.T, w *workspace.Workspace, q workspace.BinQuery) workspace.BinPage {
	t.Helper()
	page, err := w.Bin(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func titles(page workspace.BinPage) []string {
	var out []string
	for _, item := range page.Items {
		out = append(out, item.Title)
	}
	return out
}

func TestTheBinTellsWhatLiesInItWhereAndWhoPutItThere(t *testing.T) {
	t.Parallel()
	w := create(t)
	_, _, outcome, _ := planned(t, w, "Nordhavn")
	other := put(t, w, "account", "", success.Fields{"name": text("Balder")})
	remove(t, w, "outcome", outcome)
	remove(t, w, "account", other)

	page := bin(t, w, workspace.BinQuery{})
	if got := titles(page); !slices.Equal(got, []string{"Balder", "A quiet evening"}) {
		t.Fatalf("bin = %q, want what was deleted last first", got)
	}
	item := page.Items[1]
	if item.Kind != "outcome" || item.AccountName != "Nordhavn" || item.By != "Ada" || item.DeletedAt == "" || item.Under != "" {
		t.Errorf("item = %+v", item)
	}
	if page = bin(t, w, workspace.BinQuery{Words: "NORD out"}); page.Found != 1 || page.Total != 2 {
		t.Errorf("found %d of %d, want 1 of 2", page.Found, page.Total)
	}
	if page = bin(t, w, workspace.BinQuery{Offset: 1, Limit: 5}); !slices.Equal(titles(page), []string{"A quiet evening"}) {
		t.Errorf("second page = %q", titles(page))
	}
}

func TestRestoringWhatHangsOnSomethingInTheBinBringsThatBackToo(t *testing.T) {
	t.Parallel()
	w := create(t)
	account, plan, outcome, _ := planned(t, w, "Nordhavn")
	remove(t, w, "outcome", outcome)
	remove(t, w, "success_plan", plan)
	page := bin(t, w, workspace.BinQuery{Words: "evening"})
	if len(page.Items) != 1 || page.Items[0].Under != "Plan of Nordhavn" {
		t.Fatalf("bin = %+v, want the outcome under its plan", page.Items)
	}
	_, err := w.Do(context.Background(), "Restore", func(tx *workspace.Tx) error { return tx.RestoreWithOwners("outcome", outcome) })
	if err != nil {
		t.Fatal(err)
	}
	file, err := w.File(context.Background(), account)
	if err != nil {
		t.Fatal(err)
	}
	if len(file.Plans) != 1 || len(file.Outcomes) != 1 || len(file.Measures) != 1 {
		t.Errorf("%d plans, %d outcomes, %d measures, want one of each", len(file.Plans), len(file.Outcomes), len(file.Measures))
	}
	if page := bin(t, w, workspace.BinQuery{}); page.Total != 0 {
		t.Errorf("%d records are in the bin still", page.Total)
	}
}

func TestEmptyingTheBinTakesOutWhatIsInItAndAllThatHangsOnIt(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	account, _, outcome, measure := planned(t, w, "Nordhavn")
	put(t, w, "outcome", outcome, success.Fields{"statement": text("Nobody is called at night")})
	remove(t, w, "outcome", outcome)
	size, err := w.BinSize(ctx)
	if err != nil || size != 2 {
		t.Fatalf("size = %d, %v, want the outcome and its measure", size, err)
	}
	var told []int
	done, err := w.EmptyBin(ctx, func(done, total int) { told = append(told, done, total) })
	if err != nil || done.Records != 2 || !slices.Equal(told, []int{2, 2}) {
		t.Fatalf("emptied %+v, told %v, %v", done, told, err)
	}
	for kind, id := range map[success.Kind]success.ID{"outcome": outcome, "measure": measure} {
		body := get(t, w, kind, id)
		for name := range body {
			if !slices.Contains([]string{"id", "created_at", "updated_at", "deleted_at", "plan_id", "outcome_id", "purged"}, name) {
				t.Errorf("the %s still says its %s", kind, name)
			}
		}
		changes, err := w.History(ctx, kind, id)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range changes {
			if strings.Contains(c.From+c.To, "evening") || strings.Contains(c.From+c.To, "night") || strings.Contains(c.From+c.To, "Calls") {
				t.Errorf("the history still says %+v", c)
			}
		}
	}
	if report, err := w.Verify(ctx); err != nil || len(report.Problems) > 0 {
		t.Errorf("verify: %v, %v", report.Problems, err)
	}
	if page := bin(t, w, workspace.BinQuery{}); page.Total != 0 {
		t.Errorf("%d records are in the bin still", page.Total)
	}
	if size, err := w.BinSize(ctx); err != nil || size != 0 {
		t.Errorf("size = %d, %v", size, err)
	}
	if file, err := w.File(ctx, account); err != nil || len(file.Plans) != 1 || len(file.Live().Outcomes) != 0 {
		t.Errorf("the account does not read well afterwards: %v", err)
	}
}

func TestUndoDoesNotBringBackWhatWasEmptiedAndReachesWhatWasDoneBefore(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	account, _, outcome, _ := planned(t, w, "Nordhavn")
	put(t, w, "account", account, success.Fields{"name": text("Nordhavn Freight")})
	remove(t, w, "outcome", outcome)
	if _, err := w.EmptyBin(ctx, nil); err != nil {
		t.Fatal(err)
	}
	undone, err := w.Undo(ctx)
	if err != nil || undone.Action.Label != "Delete" || len(undone.Kept) != 1 {
		t.Fatalf("first undo = %+v, %v, want that of the deletion, with a word on what stays", undone, err)
	}
	if body := get(t, w, "outcome", outcome); body["deleted_at"] == nil {
		t.Error("the outcome is back, without its words")
	}
	if undone, err = w.Undo(ctx); err != nil || undone.Action.Label != "Edit" {
		t.Fatalf("second undo = %+v, %v", undone, err)
	}
	if body := get(t, w, "account", account); body["name"] != "Nordhavn" {
		t.Errorf("name = %v", body["name"])
	}
	actions, err := w.Actions(ctx, 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range actions {
		if a.Label != "Empty the bin" {
			continue
		}
		if _, err := w.UndoAction(ctx, a.ID); err == nil {
			t.Error("emptying the bin was undone")
		}
		return
	}
	t.Errorf("the history does not tell of it: %+v", actions)
}

func TestWhatWasEmptiedIsRefusedToEditsAndRestoring(t *testing.T) {
	t.Parallel()
	w := create(t)
	_, _, outcome, _ := planned(t, w, "Nordhavn")
	remove(t, w, "outcome", outcome)
	if _, err := w.EmptyBin(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	for what, fn := range map[string]func(tx *workspace.Tx) error{
		"restore": func(tx *workspace.Tx) error { return tx.Restore("outcome", outcome) },
		"edit": func(tx *workspace.Tx) error {
			_, err := tx.Put("outcome", outcome, success.Fields{"statement": text("x")})
			return err
		},
	} {
		_, err := w.Do(context.Background(), what, fn)
		var e *success.Error
		if !errors.As(err, &e) || e.Code != success.CodeNotFound {
			t.Errorf("%s: err = %v, want CodeNotFound", what, err)
		}
	}
}

func TestACopyFromBeforeEmptyingHasEverythingAndIsNeverThinnedOut(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	_, _, outcome, _ := planned(t, w, "Nordhavn")
	remove(t, w, "outcome", outcome)
	done, err := w.EmptyBin(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	all, err := w.Backups()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(all, func(b workspace.StoredBackup) bool { return b.Path == done.Before.Path })
	if at < 0 || !all[at].Kept {
		t.Fatalf("backups = %+v, want the copy from before, kept", all)
	}
	old := filepath.Join(t.TempDir(), "old.tendril")
	if err := workspace.CopyBackup(ctx, done.Before.Path, old, options()); err != nil {
		t.Fatal(err)
	}
	before, err := workspace.Open(ctx, old, options())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = before.Close() }()
	if page := bin(t, before, workspace.BinQuery{}); !slices.Equal(titles(page), []string{"A quiet evening"}) {
		t.Errorf("the copy's bin = %q", titles(page))
	}
}

func TestEmptiedAttachmentsGoAndSharedOnesStay(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	_, _, outcome, measure := planned(t, w, "Nordhavn")
	hashes := map[string]string{}
	_, err := w.Do(ctx, "Attach", func(tx *workspace.Tx) error {
		for _, words := range []string{"only here", "shared"} {
			hash, err := tx.AddBlob(strings.NewReader(words))
			if err != nil {
				return err
			}
			hashes[words] = hash
			if _, err := tx.Create(&success.Evidence{Subject: success.Link{Kind: "measure", ID: measure}, EvidenceKind: "file", Title: words, Blob: hash}); err != nil {
				return err
			}
		}
		plan := success.ID(get(t, w, "outcome", outcome)["plan_id"].(string))
		_, err := tx.Create(&success.Evidence{Subject: success.Link{Kind: "success_plan", ID: plan}, EvidenceKind: "file", Title: "again", Blob: hashes["shared"]})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	remove(t, w, "outcome", outcome)
	if _, err := w.EmptyBin(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := w.OpenBlob(ctx, hashes["only here"]); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the attachment of nothing is there still: %v", err)
	}
	if _, err := w.OpenBlob(ctx, hashes["shared"]); err != nil {
		t.Errorf("the shared attachment is gone: %v", err)
	}
}

func TestARateThatWasEmptiedCanBeEnteredAgain(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	fields := success.Fields{"on": text("2026-01-05"), "from": text("USD"), "to": text("EUR"), "rate": raw("0.9")}
	id := put(t, w, "fx_rate", "", fields)
	remove(t, w, "fx_rate", id)
	if _, err := w.EmptyBin(ctx, nil); err != nil {
		t.Fatal(err)
	}
	_, err := w.Do(ctx, "Add a rate", func(tx *workspace.Tx) error {
		if _, err := tx.Put("fx_rate", "", fields); err != nil {
			return err
		}
		return tx.Restore("fx_rate", id)
	})
	if err != nil {
		t.Fatal(err)
	}
	settings, err := w.Settings(ctx)
	if err != nil || len(settings.Rates) != 1 || settings.Rates[0].Rate != 0.9 {
		t.Errorf("rates = %+v, %v", settings.Rates, err)
	}
}

func TestAnEmptiedBundleLineIsNotExported(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	_, _, outcome, _ := planned(t, w, "Nordhavn")
	remove(t, w, "outcome", outcome)
	if _, err := w.EmptyBin(ctx, nil); err != nil {
		t.Fatal(err)
	}
	err := w.Records(ctx, "outcome", func(body json.RawMessage) error {
		t.Errorf("%s is handed to a bundle", body)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestADamagedBackupIsToldAndNotRestored(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	planned(t, w, "Nordhavn")
	b, err := w.Backup(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	if report, err := workspace.VerifyBackup(ctx, b.Path); err != nil || report.Problem != "" || report.Records == 0 {
		t.Fatalf("a good backup: %+v, %v", report, err)
	}
	data, err := os.ReadFile(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(data); i++ {
		data[i] ^= 0x5a
	}
	if err := os.WriteFile(b.Path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if report, err := workspace.VerifyBackup(ctx, b.Path); err != nil || report.Problem == "" {
		t.Errorf("a damaged backup: %+v, %v", report, err)
	}
	to := filepath.Join(t.TempDir(), "new.tendril")
	if err := workspace.CopyBackup(ctx, b.Path, to, options()); err == nil {
		t.Error("a damaged backup was restored")
	}
	if _, err := os.Stat(to); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("something was left behind: %v", err)
	}
}

func TestMovingAFileTakesWhatBelongsToItAlongAndReplacesNothing(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	dir := t.TempDir()
	from, to := filepath.Join(dir, "a.tendril"), filepath.Join(dir, "b.tendril")
	w, err := workspace.Create(ctx, from, "One", "EUR", options())
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := workspace.MoveFile(from, to); err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(from + "*")
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if w, err = workspace.Open(ctx, to, options()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(from, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := workspace.MoveFile(to, from); err == nil {
		t.Error("a file was replaced")
	}
}

func TestThePersonsNameIsTheirsInAllTheyWroteAndUndoGivesItBack(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	id := put(t, w, "account", "", success.Fields{"name": text("Nordhavn")})
	if _, err := w.SetPerson(ctx, "Ada King", "ada@example.org"); err != nil {
		t.Fatal(err)
	}
	changes, err := w.History(ctx, "account", id)
	if err != nil || changes[0].Actor != "Ada King" {
		t.Fatalf("changes = %+v, %v", changes, err)
	}
	if _, err := w.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if p, err := w.Person(ctx); err != nil || p.Name != "Ada" || p.Email != "" || p.ID == "" {
		t.Errorf("person = %+v, %v", p, err)
	}
	actions, err := w.Actions(ctx, 1)
	if err != nil || actions[0].Actor != "Ada" {
		t.Errorf("actions = %+v, %v", actions, err)
	}
	for name, field := range map[string]string{"": "name", "Ada@": ""} {
		_, err := w.SetPerson(ctx, name, "nowhere")
		var e *success.Error
		if !errors.As(err, &e) || field != "" && e.Field != field {
			t.Errorf("SetPerson(%q): %v", name, err)
		}
	}
}
