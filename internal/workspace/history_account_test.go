package workspace_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func accountHistory(tb testing.TB, w *workspace.Workspace, account success.ID, q workspace.AccountQuery) workspace.AccountHistory {
	tb.Helper()
	page, err := w.AccountHistory(context.Background(), account, q)
	if err != nil {
		tb.Fatal(err)
	}
	return page
}

// lines writes a page shortly: what happened to which field of which record.
func lines(page workspace.AccountHistory) []string {
	var out []string
	for _, a := range page.Actions {
		for _, c := range a.Changes {
			line := string(c.Kind) + " " + c.What + " " + c.Field
			if c.What == "changed" {
				line += " " + c.From + "→" + c.To
			}
			out = append(out, line)
		}
	}
	return out
}

func TestAnAccountsHistoryTellsAllThatHangsOnItNewestFirst(t *testing.T) {
	t.Parallel()
	w := create(t)
	account, outcome, measure, _ := plan(t, w)
	put(t, w, "account", "", success.Fields{"name": text("Another")})
	person := put(t, w, "stakeholder", "", success.Fields{"account_id": text(string(account)), "name": text("Mette")})
	put(t, w, "outcome", outcome, success.Fields{"quoted_stakeholder_id": text(string(person))})
	put(t, w, "measure", measure, success.Fields{"unit": text("h")})
	put(t, w, "measure", measure, success.Fields{"unit": text("min")})
	page := accountHistory(t, w, account, workspace.AccountQuery{})
	want := []string{
		"measure changed unit h→min", "measure changed unit →h", "outcome changed quoted_stakeholder_id →Mette",
		"stakeholder created ", "reading created ", "measure created ", "outcome created ", "success_plan created ", "account created ",
	}
	if diff := cmp.Diff(want, lines(page)); diff != "" {
		t.Errorf("history (-want +got):\n%s", diff)
	}
	if page.Total != 9 || !page.Actions[0].CanUndo || page.Actions[0].Actor != "Ada" {
		t.Errorf("total %d, first %+v", page.Total, page.Actions[0].Action)
	}
	if diff := cmp.Diff([]string{"Ada"}, page.Actors); diff != "" {
		t.Error(diff)
	}
}

func TestAnAccountsHistoryIsFilteredAndPaged(t *testing.T) {
	t.Parallel()
	w := create(t)
	account, _, measure, _ := plan(t, w)
	put(t, w, "measure", measure, success.Fields{"unit": text("h")})
	for name, q := range map[string]workspace.AccountQuery{
		"kind":  {Kind: "measure"},
		"words": {Words: "TICKET time"},
		"page":  {Limit: 2},
	} {
		if got := accountHistory(t, w, account, q); len(got.Actions) != 2 && name != "words" || len(got.Actions) < 2 {
			t.Errorf("%s: %v", name, lines(got))
		}
	}
	if got := accountHistory(t, w, account, workspace.AccountQuery{Actor: "Nobody"}); got.Total != 0 {
		t.Errorf("of nobody: %v", lines(got))
	}
	second := accountHistory(t, w, account, workspace.AccountQuery{Limit: 2, Offset: 4})
	if diff := cmp.Diff([]string{"success_plan created ", "account created "}, append([]string{}, lines(second)...)); diff != "" {
		t.Error(diff)
	}
}

func TestPuttingAnOldValueBackIsOneActionThatUndoes(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	account, _, measure, _ := plan(t, w)
	put(t, w, "measure", measure, success.Fields{"unit": text("h")})
	put(t, w, "measure", measure, success.Fields{"unit": text("min")})
	change := accountHistory(t, w, account, workspace.AccountQuery{}).Actions[0].Changes[0]
	if !change.CanRestore || change.From != "h" {
		t.Fatalf("%+v", change)
	}
	if _, err := w.PutBack(ctx, "Put back", "measure", measure, "unit", change.Entry); err != nil {
		t.Fatal(err)
	}
	if got := get(t, w, "measure", measure)["unit"]; got != "h" {
		t.Errorf("unit = %v", got)
	}
	after := accountHistory(t, w, account, workspace.AccountQuery{})
	if after.Actions[1].Changes[0].CanRestore {
		t.Error("what is there already can be put back")
	}
	if _, err := w.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := get(t, w, "measure", measure)["unit"]; got != "min" {
		t.Errorf("unit after undo = %v", got)
	}
	if _, err := w.PutBack(ctx, "Put back", "measure", measure, "unit", "none"); err == nil {
		t.Error("a change that is not there was put back")
	}
}

func TestADeletedRecordIsRestoredFromTheHistory(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	account, _, measure, _ := plan(t, w)
	if _, err := w.Do(ctx, "Delete", func(tx *workspace.Tx) error { return tx.Delete("measure", measure) }); err != nil {
		t.Fatal(err)
	}
	gone := accountHistory(t, w, account, workspace.AccountQuery{}).Actions[0].Changes[0]
	if gone.What != "deleted" || !gone.CanRestore {
		t.Fatalf("%+v", gone)
	}
	if _, err := w.RestoreRecord(ctx, "Restore", "measure", measure); err != nil {
		t.Fatal(err)
	}
	page := accountHistory(t, w, account, workspace.AccountQuery{})
	if page.Actions[0].Changes[0].What != "restored" || page.Actions[1].Changes[0].CanRestore {
		t.Errorf("%v", lines(page))
	}
}
