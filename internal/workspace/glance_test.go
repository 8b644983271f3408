package workspace_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
	"github.com/tendril-app/tendril/internal/workspace/benchgen"
)

// A summary skips most of what an account holds; what it says must be what all of
// it says.
func TestASummarySaysWhatTheWholeAccountSays(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := create(t)
	_, err := w.Do(ctx, "Sample", func(tx *workspace.Tx) error {
		return sample.Load(func(rec success.Record) error {
			_, err := tx.Create(rec)
			return err
		}, w.Today())
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := benchgen.Fill(ctx, w, benchgen.Size{Name: "few", Accounts: 6}, w.Today()); err != nil {
		t.Fatal(err)
	}
	settings, err := w.Settings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	summaries, err := w.Summaries(ctx)
	if err != nil || len(summaries) < 18 {
		t.Fatalf("%d summaries, %v", len(summaries), err)
	}
	for i := range summaries {
		s := &summaries[i]
		f, err := w.File(ctx, s.Account)
		if err != nil {
			t.Fatal(err)
		}
		whole := success.LookAt(f, settings, w.Today(), success.Offer{})
		if got, want := asJSON(t, s.Flags), asJSON(t, whole.Flags); len(whole.Flags) > 0 && got != want {
			t.Errorf("%s: flags %s, want %s", s.Name, got, want)
		}
		for at, tally := range whole.Principles.Tallies() {
			if int(s.Checks[at].Holds) != tally.Holds || int(s.Checks[at].Of) != tally.Of {
				t.Errorf("%s: principle %d has %v, want %v", s.Name, at, s.Checks[at], tally)
			}
		}
		got := asJSON(t, []any{s.Risk, s.ClientPhase, s.ProviderPhase, len(s.Mismatches), s.Price, s.Unpriced, s.Tending, s.Verdict, s.Level})
		want := asJSON(t, []any{
			string(whole.Standing.Risk), whole.Standing.ClientPhase, whole.Standing.ProviderPhase, len(whole.Roads.Mismatches),
			whole.Price, string(whole.Standing.Unpriced), whole.Tending, whole.Standing.Velocity.Verdict, whole.Standing.Velocity.Proved.Level,
		})
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", s.Name, got, want)
		}
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
