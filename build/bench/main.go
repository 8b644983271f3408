// Bench measures the budgets on generated workspaces, each beside the same work
// with the bare driver in the same run, and writes the table to a page. These
// machines are noisy: the ratio is the figure to compare, the time is for a feeling.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strings"
	"time"
)

func main() {
	out := flag.String("o", "", "write the page to this file (standard output)")
	dir := flag.String("dir", filepath.Join(".cache", "bench"), "where generated workspaces are kept")
	sizes := flag.String("sizes", "S,L", "which sizes to measure")
	only := flag.String("only", "", "measure only these: open,account,edit,search,summaries,imports,undo,deck (undo needs imports)")
	profile := flag.String("cpuprofile", "", "write where the processors' time goes to this file")
	flag.Parse()
	err := profiled(*profile, func() error {
		return run(context.Background(), *out, *dir, strings.Split(*sizes, ","), *only)
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// profiled writes a profile of work to a file where one is named.
func profiled(file string, work func() error) error {
	if file == "" {
		return work()
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return errors.Join(err, f.Close())
	}
	err = work()
	pprof.StopCPUProfile()
	return errors.Join(err, f.Close())
}

func run(ctx context.Context, out, dir string, names []string, only string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make %s: %w", dir, err)
	}
	var measured []column
	for _, name := range names {
		size, ok := sizesByName[name]
		if !ok {
			return fmt.Errorf("there is no size %q", name)
		}
		c, err := measure(ctx, dir, size, only)
		if err != nil {
			return fmt.Errorf("measure %s: %w", name, err)
		}
		measured = append(measured, c)
	}
	page := write(measured, time.Now())
	if out == "" {
		fmt.Fprint(os.Stdout, page)
		return nil
	}
	return os.WriteFile(out, []byte(page), 0o644)
}
