package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
)

// today is the day of every script: the sample's own.
const today = "2026-06-09"

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"tendrilctl": main})
}

func params(dir string, setup func(*testscript.Env) error) testscript.Params {
	return testscript.Params{
		Dir: dir, RequireExplicitExec: true, RequireUniqueNames: true, ContinueOnError: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("TENDRIL_TODAY", today)
			env.Setenv("TENDRIL_PERSON", "Ines Moreau")
			return setup(env)
		},
	}
}

func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, params("testdata/script", func(*testscript.Env) error { return nil }))
}

// examples returns the example of every command that does something, by its
// words.
func examples(t *testing.T) map[string]string {
	t.Helper()
	p := &program{stdout: os.Stdout, stderr: os.Stderr}
	root := p.root()
	out := map[string]string{}
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		for _, sub := range c.Commands() {
			walk(sub)
		}
		if c.HasSubCommands() || !c.Runnable() || c.Name() == "help" {
			return
		}
		if c.Example == "" {
			t.Errorf("%s has no example", c.CommandPath())
		}
		out[strings.ReplaceAll(c.CommandPath(), " ", "-")] = strings.TrimSpace(c.Example)
	}
	walk(root)
	return out
}

// TestExamples runs the example of each command's help, on the sample.
func TestExamples(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	book := filepath.Join(dir, "book.tendril")
	p := &program{stdout: os.Stdout, stderr: os.Stderr, now: clockOn(today), actor: "Ines Moreau", quiet: true}
	if status := p.run(context.Background(), []string{"sample", book, "-q"}); status != 0 {
		t.Fatal("no sample to try the examples on")
	}
	// Any presentation is a template: here one of our own.
	house := filepath.Join(dir, "house.pptx")
	if status := p.run(context.Background(), []string{"story", "export", "The evening came back", "-o", house, "-w", book, "-q"}); status != 0 {
		t.Fatal("no presentation to take as a template")
	}
	scripts := filepath.Join(dir, "scripts")
	if err := os.Mkdir(scripts, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, example := range examples(t) {
		script := fmt.Sprintf("exec sh -e example.sh\n-- example.sh --\n%s\n", example)
		if err := os.WriteFile(filepath.Join(scripts, name+".txtar"), []byte(script), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	testscript.Run(t, params(scripts, func(env *testscript.Env) error {
		for from, to := range map[string]string{
			book:                              "book.tendril",
			house:                             "house.pptx",
			"testdata/examples/accounts.csv":  "accounts.csv",
			"testdata/examples/customers.csv": "customers.csv",
			"testdata/examples/notes.txt":     "notes.txt",
		} {
			text, err := os.ReadFile(from)
			if err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(env.WorkDir, to), text, 0o600); err != nil {
				return err
			}
		}
		return nil
	}))
}
