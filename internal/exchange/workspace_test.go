package exchange_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func newWorkspace(tb testing.TB) *workspace.Workspace {
	tb.Helper()
	began := time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)
	var asked atomic.Int64 // also by what goes on in the background
	now := func() time.Time { return began.Add(time.Duration(asked.Add(1)) * time.Millisecond) }
	o := workspace.Options{Now: now, Actor: "Ada"}
	w, err := workspace.Create(context.Background(), filepath.Join(tb.TempDir(), "x.tendril"), "Book", "EUR", o)
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

// takeInto imports a table into a real workspace file as one action.
func takeInto(tb testing.TB, w *workspace.Workspace, table *exchange.Table, o exchange.Options) exchange.Result {
	tb.Helper()
	o.Today, o.WorkspaceCurrency = w.Today(), "EUR"
	var r exchange.Result
	_, err := w.Do(context.Background(), "Import", func(tx *workspace.Tx) error {
		p, err := exchange.NewPlan(table, exchange.Into(tx), o)
		if err != nil {
			return err
		}
		r, err = p.Apply(exchange.Into(tx), nil)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func TestImportsIntoAWorkspaceFileAreOneUndo(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := newWorkspace(t)
	table := readFile(t, "testdata/salesforce/accounts.csv")
	if got := counts(takeInto(t, w, table, exchange.Options{})); got != [4]int{423, 0, 0, 0} {
		t.Fatalf("new, changed, same, refused = %v", got)
	}
	if got := counts(takeInto(t, w, table, exchange.Options{})); got != [4]int{0, 0, 423, 0} {
		t.Errorf("the same file again: %v", got)
	}
	for _, vendor := range []string{"pipedrive_deals", "hubspot_companies", "gainsight_companies", "zoho_accounts", "dynamics_accounts"} {
		vendorTable := readFile(t, "testdata/header_samples/"+vendor+".csv")
		first := takeInto(t, w, vendorTable, exchange.Options{})
		if first.Refused > 0 || vendor != "pipedrive_deals" && first.New > 0 {
			t.Errorf("%s: %+v", vendor, first)
		}
		if again := takeInto(t, w, vendorTable, exchange.Options{}); again.Same != 12 {
			t.Errorf("%s again: %+v", vendor, again)
		}
	}
	info, err := w.Info(ctx)
	if err != nil || info.Counts["account"] != 435 || info.Counts["term"] != 12 {
		t.Fatalf("%v, %v", info.Counts, err)
	}
	for range 6 {
		if _, err := w.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if info, err = w.Info(ctx); err != nil || info.Counts["account"] != 0 || info.Counts["term"] != 0 {
		t.Errorf("after undoing all: %v, %v", info.Counts, err)
	}
}

// workspaceSource hands a workspace's records out.
type workspaceSource struct{ w *workspace.Workspace }

func (s workspaceSource) Records(kind success.Kind, fn func(body json.RawMessage) error) error {
	return s.w.List(context.Background(), kind, workspace.Query{All: true}, fn)
}

func (workspaceSource) Blob(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist }

func TestABundleGoesThroughWorkspaceFilesUnchanged(t *testing.T) {
	t.Parallel()
	first, second := newWorkspace(t), newWorkspace(t)
	shelf := fullBook(t)
	path := filepath.Join(t.TempDir(), "b.tendril.zip")
	data := writeBundle(t, shelf)
	for _, w := range []*workspace.Workspace{first, second} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := exchange.OpenBundle(path)
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.Do(context.Background(), "Import", func(tx *workspace.Tx) error {
			_, err := b.Apply(exchange.Into(tx), nil, nil)
			return err
		})
		b.Close()
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if _, err := exchange.WriteBundle(&out, workspaceSource{w}, exchange.Manifest{Workspace: exchange.ManifestWorkspace{Name: "Book", Currency: "EUR"}}); err != nil {
			t.Fatal(err)
		}
		data = out.Bytes()
	}
	b, err := openBytes(t, data)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	back := newShelf("")
	if _, err := b.Apply(back, back, nil); err != nil {
		t.Fatal(err)
	}
	want, got := bodies(t, shelf), bodies(t, back)
	for _, records := range []map[string]any{want, got} {
		for name := range records {
			if kind, _, _ := bytes.Cut([]byte(name), []byte("/")); string(kind) == "workspace" || string(kind) == "member" {
				delete(records, name) // every file has its own
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("records differ (-wrote +read):\n%s", diff)
	}
}

func BenchmarkImportReadings(b *testing.B) {
	text := manyReadings(100000)
	for b.Loop() {
		b.StopTimer()
		w := newWorkspace(b)
		shelf := bookWithMeasure(b)
		_, err := w.Do(context.Background(), "Fill", func(tx *workspace.Tx) error {
			for _, kind := range []success.Kind{"account", "success_plan", "outcome", "measure"} {
				for _, id := range shelf.order[kind] {
					if _, err := tx.Import(kind, shelf.records[kind][id]); err != nil {
						return err
					}
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if r := takeInto(b, w, readText(b, text), exchange.Options{}); r.New != 100000 {
			b.Fatalf("%+v", r)
		}
	}
}
