package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	raw "github.com/tendril-app/tendril/build/bench/sqlite"
	"github.com/tendril-app/tendril/internal/document"
	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
	"github.com/tendril-app/tendril/internal/workspace/benchgen"
)

// today is the day that the generated history ends on.
var today = success.MustDate("2026-06-09")

// size is a generated workspace and its budgets.
type size struct {
	name     string
	gen      benchgen.Size
	accounts int
	records  int
	bytes    int64
	budgets  budgets
}

// budgets are what each work may take.
type budgets struct{ open, account, edit, search, summaries, imports, deck time.Duration }

var sizesByName = map[string]size{
	"S": {name: "S", gen: benchgen.S, budgets: budgets{
		300 * time.Millisecond, 20 * time.Millisecond, 10 * time.Millisecond, 20 * time.Millisecond,
		300 * time.Millisecond, 3 * time.Second, 300 * time.Millisecond}},
	"L": {name: "L", gen: benchgen.L, budgets: budgets{
		time.Second, 30 * time.Millisecond, 10 * time.Millisecond, 60 * time.Millisecond,
		8 * time.Second, 4 * time.Second, 300 * time.Millisecond}},
}

// bench is one size being measured.
type bench struct {
	ctx  context.Context
	path string
	size size
	ws   *workspace.Workspace
	raw  *raw.Raw
	only string // the steps to measure, between commas; "" for all
	out  column
}

func (b *bench) wants(step string) bool {
	return b.only == "" || slices.Contains(strings.Split(b.only, ","), step)
}

func options(day success.Date) workspace.Options {
	t := day.Time()
	noon := time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.Local)
	began := time.Now()
	return workspace.Options{Actor: "bench", Now: func() time.Time { return noon.Add(time.Since(began)) }}
}

// generated returns the path of the generated workspace, made where it is missing.
func generated(ctx context.Context, dir string, s size) (string, error) {
	path := filepath.Join(dir, s.name+".tendril")
	if _, err := os.Stat(path + ".done"); err == nil {
		return path, nil
	}
	if err := removed(path); err != nil {
		return "", err
	}
	ws, err := workspace.Create(ctx, path, "Bench "+s.name, "EUR", options(today))
	if err != nil {
		return "", err
	}
	began := time.Now()
	if err := benchgen.Fill(ctx, ws, s.gen, today); err != nil {
		return "", fmt.Errorf("generate: %w", err)
	}
	if err := ws.Refresh(ctx); err != nil {
		return "", err
	}
	if err := ws.Close(); err != nil {
		return "", err
	}
	fmt.Fprintf(os.Stderr, "bench: generated %s in %s\n", s.name, time.Since(began).Round(time.Second))
	return path, os.WriteFile(path+".done", nil, 0o600)
}

func measure(ctx context.Context, dir string, s size, only string) (column, error) {
	path, err := generated(ctx, dir, s)
	if err != nil {
		return column{}, err
	}
	b := &bench{ctx: ctx, path: path, size: s, only: only}
	if err := b.start(); err != nil {
		return column{}, err
	}
	for _, step := range []struct {
		name string
		run  func() error
	}{
		{"open", b.open}, {"account", b.account}, {"edit", b.edit}, {"search", b.search},
		{"summaries", b.summaries}, {"imports", b.imports}, {"deck", b.deck},
	} {
		if !b.wants(step.name) {
			continue
		}
		if err := step.run(); err != nil {
			return column{}, err
		}
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.out.memory = m.Sys - m.HeapReleased
	b.out.size = b.size
	return b.out, b.ws.Close()
}

// spent is what one run took: on the clock, and of all processors.
type spent struct{ clock, processor time.Duration }

// median runs work n times and returns the run in the middle.
func median(n int, work func(i int) error) (spent, error) {
	var runs []spent
	for i := range n {
		began, used := time.Now(), processorTime()
		if err := work(i); err != nil {
			return spent{}, err
		}
		runs = append(runs, spent{time.Since(began), processorTime() - used})
	}
	slices.SortFunc(runs, func(a, b spent) int { return cmp.Compare(a.clock, b.clock) })
	return runs[len(runs)/2], nil
}

// pair measures the product and the baseline in turn and adds the row.
func (b *bench) pair(what string, budget time.Duration, n int, product func(i int) error, means string, baseline func(i int) error) error {
	took, err := median(n, product)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	r := result{what: what, budget: budget, took: took.clock, processor: took.processor, means: means}
	if baseline != nil {
		base, err := median(n, baseline)
		if err != nil {
			return fmt.Errorf("%s: baseline: %w", what, err)
		}
		r.baseline = base.clock
	}
	b.out.results = append(b.out.results, r)
	fmt.Fprintf(os.Stderr, "bench: %s %s: %s, processors %s (%s)\n", b.size.name, what, show(r.took), show(r.processor), show(r.baseline))
	return nil
}

func (b *bench) open() error {
	if err := b.ws.Close(); err != nil { // each run opens the file anew
		return err
	}
	err := b.pair("open the file and show the portfolio", b.size.budgets.open, 5, func(int) error {
		ws, err := workspace.Open(b.ctx, b.path, options(today))
		if err != nil {
			return err
		}
		rows, err := ws.Summaries(b.ctx)
		if err != nil {
			return err
		}
		b.size.accounts = len(rows)
		return ws.Close()
	}, "open the file, read every summary's text", func(int) error {
		r, err := raw.Open(b.path)
		if err != nil {
			return err
		}
		if _, err := r.Read(b.ctx, "SELECT body FROM summary"); err != nil {
			return err
		}
		return r.Close()
	})
	if err != nil {
		return err
	}
	b.ws, err = workspace.Open(b.ctx, b.path, options(today))
	return err
}

// start opens the file for the rest of the measurements.
func (b *bench) start() error {
	var err error
	if b.ws, err = workspace.Open(b.ctx, b.path, options(today)); err != nil {
		return err
	}
	if b.raw, err = raw.Open(filepath.Join(filepath.Dir(b.path), "scratch-"+b.size.name+".db")); err != nil {
		return err
	}
	// The last run looked at other days: the portfolio is brought up to date first.
	if err := b.ws.Refresh(b.ctx); err != nil {
		return err
	}
	info, err := b.ws.Info(b.ctx)
	if err != nil {
		return err
	}
	b.size.bytes = info.Size
	for _, n := range info.Counts {
		b.size.records += n
	}
	return b.raw.Scratch(b.ctx)
}

// someAccounts returns n accounts spread over the portfolio.
func (b *bench) someAccounts(n int) ([]success.ID, error) {
	rows, err := b.ws.Summaries(b.ctx)
	if err != nil {
		return nil, err
	}
	var ids []success.ID
	for i := range n {
		ids = append(ids, rows[i*len(rows)/n].Account)
	}
	return ids, nil
}

func (b *bench) account() error {
	ids, err := b.someAccounts(21)
	if err != nil {
		return err
	}
	file, err := raw.Open(b.path)
	if err != nil {
		return err
	}
	defer closing(file)
	return b.pair("any account page, data ready", b.size.budgets.account, 21, func(i int) error {
		f, err := b.ws.File(b.ctx, ids[i])
		if err != nil {
			return err
		}
		s, err := b.ws.Settings(b.ctx)
		if err != nil {
			return err
		}
		success.Velocity(f, s, today)
		success.Measures(f, s, today)
		success.TimelineOf(f, s, f.Account.StartDate, today.AddDays(365), today)
		return nil
	}, "read the account's bodies as text", func(i int) error {
		_, err := file.Read(b.ctx, "SELECT body FROM record WHERE space = unhex(replace(?, '-', ''))", string(ids[i]))
		return err
	})
}

func (b *bench) edit() error {
	ids, err := b.someAccounts(41)
	if err != nil {
		return err
	}
	return b.pair("save one edit (durable)", b.size.budgets.edit, 41, func(i int) error {
		_, err := b.ws.Do(b.ctx, "Change notes", func(tx *workspace.Tx) error {
			_, err := tx.Put("account", ids[i], success.Fields{"notes": fmt.Appendf(nil, "%q", time.Now())})
			return err
		})
		return err
	}, "insert one row, durably, into another file", func(int) error {
		return b.raw.Insert(b.ctx, 1, strings.Repeat("x", 300))
	})
}

func (b *bench) search() error {
	words := []string{"renewal", "invoice team", "pla", "report", "quarter rev", "harbour"}
	file, err := raw.Open(b.path)
	if err != nil {
		return err
	}
	defer closing(file)
	return b.pair("search, first results", b.size.budgets.search, 18, func(i int) error {
		_, err := b.ws.Search(b.ctx, words[i%len(words)], 50)
		return err
	}, "the same words in the same index, numbers only", func(i int) error {
		match := strings.Join(strings.Fields(words[i%len(words)]), " ") + "*"
		_, err := file.Read(b.ctx, "SELECT rowid FROM search WHERE search MATCH ? LIMIT 50", match)
		return err
	})
}

func (b *bench) summaries() error {
	if err := b.ws.Close(); err != nil { // each run opens the file anew
		return err
	}
	file, err := raw.Open(b.path)
	if err != nil {
		return err
	}
	defer closing(file)
	refresh := func(day success.Date) error {
		ws, err := workspace.Open(b.ctx, b.path, options(day))
		if err != nil {
			return err
		}
		return errors.Join(ws.Refresh(b.ctx), ws.Close())
	}
	const means = "read every record's body as text, one reader"
	readAll := func(int) error {
		_, err := file.Read(b.ctx, "SELECT body FROM record")
		return err
	}
	day := today
	tomorrow := func(int) error {
		day = day.AddDays(1) // a new day makes every row old
		return refresh(day)
	}
	if err := b.pair("recompute every summary", b.size.budgets.summaries, 3, tomorrow, means, readAll); err != nil {
		return err
	}
	// As after an import of all: what the summaries were made of is read anew.
	if err := file.Run(b.ctx, "DELETE FROM gist"); err != nil {
		return err
	}
	if err := b.pair("the same after every account changed", 0, 1, tomorrow, means, readAll); err != nil {
		return err
	}
	b.ws, err = workspace.Open(b.ctx, b.path, options(today))
	return err
}

// closing closes what was only read.
func closing(file *raw.Raw) { _ = file.Close() }

func (b *bench) deck() error {
	f, s, term, err := nordhavn()
	if err != nil {
		return err
	}
	return b.pair("story to PowerPoint", b.size.budgets.deck, 9, func(int) error {
		draft, err := story.Compose(f, s, term, today, story.Options{})
		if err != nil {
			return err
		}
		doc, err := story.Document(f, s, &draft.Story, draft.Claims, today, story.Options{})
		if err != nil {
			return err
		}
		return document.PPTX(io.Discard, doc, document.Options{})
	}, "", nil)
}

// nordhavn is the sample's richest account, the same on both sizes.
func nordhavn() (*success.File, *success.Settings, success.ID, error) {
	book, err := sample.Book(today, sample.DefaultSeed)
	if err != nil {
		return nil, nil, "", err
	}
	for _, f := range book.Files {
		if f.Account.Name == "Nordhavn Freight" {
			return f, &book.Settings, f.Terms[len(f.Terms)-1].ID, nil
		}
	}
	return nil, nil, "", fmt.Errorf("the sample has no Nordhavn Freight")
}
