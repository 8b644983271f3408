package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

// result is one budget, measured: the product's median beside the baseline's.
type result struct {
	what     string
	budget   time.Duration
	took     time.Duration
	baseline time.Duration

	processor time.Duration // of all processors together
	means     string        // what the baseline does
}

// column is all that was measured on one size.
type column struct {
	size    size
	results []result
	memory  uint64 // bytes the Go side held after everything was measured
	note    string
}

func write(columns []column, now time.Time) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Performance\n\nWritten by `make bench` on %s. Each row is the median of several runs, beside the same\n"+
		"work done with the bare SQLite driver and the simplest statements, in the same run. Machines are noisy:\n"+
		"compare the ratios between versions, not the times; where other programs ran beside it, \"processors\" says what it\ncost itself.\n\n", now.Format("2 January 2006"))
	fmt.Fprintf(&b, "Machine: %s, %d cores, %s, %s/%s.\n", processor(), runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	for _, c := range columns {
		fmt.Fprintf(&b, "\n## %s: %d accounts, %d records, %.0f MB\n\n", c.size.name, c.size.accounts, c.size.records, float64(c.size.bytes)/1e6)
		b.WriteString("| what | budget | took | processors | bare SQLite | ratio | the baseline |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |\n")
		for _, r := range c.results {
			mark := ""
			if r.budget > 0 && r.took > r.budget {
				mark = " **over**"
			}
			budget, base, ratio := "", "", ""
			if r.budget > 0 {
				budget = show(r.budget)
			}
			if r.baseline > 0 {
				base, ratio = show(r.baseline), fmt.Sprintf("%.1f", float64(r.took)/float64(r.baseline))
			}
			fmt.Fprintf(&b, "| %s | %s | %s%s | %s | %s | %s | %s |\n", r.what, budget, show(r.took), mark, show(r.processor), base, ratio, r.means)
		}
		fmt.Fprintf(&b, "\nMemory of the Go side afterwards: %.0f MB. %s\n", float64(c.memory)/1e6, c.note)
	}
	return b.String()
}

func show(d time.Duration) string {
	switch {
	case d >= 10*time.Second:
		return fmt.Sprintf("%.0f s", d.Seconds())
	case d >= time.Second:
		return fmt.Sprintf("%.2f s", d.Seconds())
	case d >= 10*time.Millisecond:
		return fmt.Sprintf("%.0f ms", float64(d)/1e6)
	case d >= time.Millisecond:
		return fmt.Sprintf("%.1f ms", float64(d)/1e6)
	}
	return fmt.Sprintf("%.2f ms", float64(d)/1e6)
}

// processor is the processor's name where the system tells it.
func processor() string {
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "an unnamed processor"
	}
	for line := range strings.SplitSeq(string(text), "\n") {
		if name, ok := strings.CutPrefix(line, "model name"); ok {
			return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(name), ":"))
		}
	}
	return "an unnamed processor"
}
