package workspace_test

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
	"github.com/tendril-app/tendril/internal/workspace/benchgen"
)

// benchSize is what the benchmarks run on; make bench measures the large one.
var benchSize = benchgen.S

func benchOptions() workspace.Options {
	now := time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)
	return workspace.Options{Now: func() time.Time { return now }, Actor: "Ada"}
}

func filled(b *testing.B) (w *workspace.Workspace, accounts []success.ID) {
	b.Helper()
	ctx := context.Background()
	w, err := workspace.Create(ctx, filepath.Join(b.TempDir(), "x.tendril"), "Bench", "EUR", benchOptions())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { w.Close() })
	if err := benchgen.Fill(ctx, w, benchSize, w.Today()); err != nil {
		b.Fatal(err)
	}
	err = w.List(ctx, "account", workspace.Query{}, func(body json.RawMessage) error {
		var a success.Account
		err := json.Unmarshal(body, &a)
		accounts = append(accounts, a.ID)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return w, accounts
}

func BenchmarkWorkspace(b *testing.B) {
	ctx := context.Background()
	start := time.Now()
	w, accounts := filled(b)
	info, err := w.Info(ctx)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("filled in %v, %d MB", time.Since(start).Round(time.Millisecond), info.Size>>20)
	if err := w.Refresh(ctx); err != nil {
		b.Fatal(err)
	}
	b.Run("File", func(b *testing.B) {
		for i := range b.N {
			if _, err := w.File(ctx, accounts[i%len(accounts)]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Edit", func(b *testing.B) {
		for i := range b.N {
			_, err := w.Do(ctx, "Rename", func(tx *workspace.Tx) error {
				_, err := tx.Put("account", accounts[i%len(accounts)], success.Fields{"notes": text(fmt.Sprintf("Note %d", i))})
				return err
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Summaries", func(b *testing.B) {
		for range b.N {
			if _, err := w.Summaries(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Refresh", func(b *testing.B) {
		for i := range b.N {
			_, err := w.Do(ctx, "Rate", func(tx *workspace.Tx) error {
				_, err := tx.Put("workspace", "", success.Fields{"half_life_days": json.RawMessage(fmt.Sprint(300 + i%50))})
				return err
			})
			if err != nil {
				b.Fatal(err)
			}
			if err := w.Refresh(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Search", func(b *testing.B) {
		for i := range b.N {
			words := []string{"compliance audit", "billing", "lodz gmb", "forecast growth pil"}[i%4]
			if _, err := w.Search(ctx, words, 20); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("ListTerms", func(b *testing.B) {
		for range b.N {
			if _, err := w.Book(ctx, "term"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkImport(b *testing.B) {
	ctx := context.Background()
	for range b.N {
		b.StopTimer()
		w, accounts := filled(b)
		var measures []success.ID
		f, err := w.File(ctx, accounts[0])
		if err != nil {
			b.Fatal(err)
		}
		for _, m := range f.Measures {
			measures = append(measures, m.ID)
		}
		today := w.Today()
		b.StartTimer()
		_, err = w.Do(ctx, "Import readings", func(tx *workspace.Tx) error {
			for i := range 100_000 {
				_, err := tx.Put("reading", "", success.Fields{
					"measure_id": text(string(measures[i%len(measures)])), "on": text(today.AddDays(-i % 3000).String()),
					"value": json.RawMessage(fmt.Sprintf("%d.5", i)), "source": text("import"),
				})
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		b.Logf("import %v", b.Elapsed())
		begin := time.Now()
		u, err := w.Undo(ctx)
		b.Logf("undo %v %v %v", time.Since(begin), u.Action.Records, err)
		b.StopTimer()
	}
}
