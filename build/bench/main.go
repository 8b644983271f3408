// Bench measures the budgets on generated workspaces, each beside the same work
// with the bare driver in the same run, and writes the table to a page. These
// machines are noisy: the ratio is the figure to compare, the time is for a feeling.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	out := flag.String("o", "", "write the page to this file (standard output)")
	dir := flag.String("dir", filepath.Join(".cache", "bench"), "where generated workspaces are kept")
	sizes := flag.String("sizes", "S,L", "which sizes to measure")
	flag.Parse()
	if err := run(context.Background(), *out, *dir, strings.Split(*sizes, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out, dir string, names []string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make %s: %w", dir, err)
	}
	var measured []column
	for _, name := range names {
		size, ok := sizesByName[name]
		if !ok {
			return fmt.Errorf("there is no size %q", name)
		}
		c, err := measure(ctx, dir, size)
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
