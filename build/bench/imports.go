package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// readingsBrought is how many readings the measured import brings.
const readingsBrought = 100_000

// readings writes a table of n readings for the measures of the workspace.
func (b *bench) readings(n int) (*bytes.Buffer, error) {
	var ids []string
	err := b.ws.List(b.ctx, "measure", workspace.Query{Limit: 2000}, func(body json.RawMessage) error {
		rec, err := success.Decode("measure", body)
		if err != nil {
			return err
		}
		ids = append(ids, string(rec.Base().ID))
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(ids) == 0 {
		return nil, fmt.Errorf("the workspace has no measures")
	}
	var text bytes.Buffer
	text.WriteString("measure_id,on,value\n")
	for i := range n {
		fmt.Fprintf(&text, "%s,%s,%d.%d\n", ids[i%len(ids)], today.AddDays(-i/len(ids)), 10+i%90, i%10)
	}
	return &text, nil
}

// imports measures on a copy: the bin would keep what the undo takes back, and the
// next run would read it all.
func (b *bench) imports() (err error) {
	text, err := b.readings(readingsBrought)
	if err != nil {
		return err
	}
	if err := b.ws.Close(); err != nil {
		return err
	}
	path, err := copied(b.path)
	if err != nil {
		return err
	}
	if b.ws, err = workspace.Open(b.ctx, path, options(today)); err != nil {
		return err
	}
	err = b.pair("import 100,000 readings from CSV", b.size.budgets.imports, 1, func(int) error {
		return b.importReadings(text.Bytes())
	}, "insert 100,000 rows into one plain table", func(int) error {
		return b.raw.Insert(b.ctx, readingsBrought, strings.Repeat("x", 200))
	})
	if err == nil && b.wants("undo") {
		err = b.pair("undo that import", 0, 1, func(int) error {
			_, err := b.ws.Undo(b.ctx)
			return err
		}, "insert 100,000 rows into one plain table", func(int) error {
			return b.raw.Insert(b.ctx, readingsBrought, strings.Repeat("x", 200))
		})
	}
	if err := errors.Join(err, b.ws.Close(), removed(path)); err != nil {
		return err
	}
	b.ws, err = workspace.Open(b.ctx, b.path, options(today))
	return err
}

func (b *bench) importReadings(text []byte) error {
	table, err := exchange.ReadTable("readings.csv", bytes.NewReader(text), 0)
	if err != nil {
		return err
	}
	_, err = b.ws.Do(b.ctx, "Import readings", func(tx *workspace.Tx) error {
		target := exchange.Into(tx)
		plan, err := exchange.NewPlan(table, target, exchange.Options{As: exchange.AsReadings, WorkspaceCurrency: "EUR", Today: today})
		if err != nil {
			return err
		}
		r, err := plan.Apply(target, nil)
		if err == nil && r.New+r.Changed+r.Same != readingsBrought {
			err = fmt.Errorf("%d of %d readings came in: %+v", r.New, readingsBrought, r.Rows[:min(3, len(r.Rows))])
		}
		return err
	})
	return err
}

// parts are the files of a workspace, by what their names end with.
var parts = []string{"", "-wal", "-shm", ".tail", ".lock"}

// copied copies a closed workspace beside itself and returns the copy's path.
func copied(path string) (string, error) {
	to := filepath.Join(filepath.Dir(path), "copy-"+filepath.Base(path))
	if err := removed(to); err != nil {
		return "", err
	}
	for _, part := range []string{"", "-wal", ".tail"} {
		if err := copyFile(path+part, to+part); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", fmt.Errorf("copy %s: %w", path+part, err)
		}
	}
	return to, nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

func removed(path string) error {
	for _, part := range parts {
		if err := os.RemoveAll(path + part); err != nil {
			return fmt.Errorf("remove %s: %w", path+part, err)
		}
	}
	return nil
}
