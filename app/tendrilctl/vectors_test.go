package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// vectorDir holds small bundles with the figures they must give, worked out by
// an independent implementation.
const vectorDir = "../../internal/success/testdata/vectors"

// commandLine turns a vector's command and arguments into tendrilctl's.
func commandLine(command string, args map[string]any) []string {
	line := []string{command}
	if command == "story" {
		line = append(line, "check")
	}
	for _, positional := range []string{"account", "story"} {
		if v, ok := args[positional]; ok {
			line = append(line, fmt.Sprint(v))
		}
	}
	for name, flag := range map[string]string{
		"on": "--on", "from": "--from", "to": "--to", "discount_rate": "--discount-rate", "growth": "--growth",
		"cheque": "--cheque", "discount": "--discount", "migration": "--migration", "match": "--match", "outcome": "--outcome",
	} {
		if v, ok := args[name]; ok {
			line = append(line, flag, fmt.Sprint(v))
		}
	}
	return append(line, "--json")
}

// differs says where got is not what was expected; floats may be off by a
// billionth.
func differs(path string, want, got any) string {
	switch w := want.(type) {
	case float64:
		g, ok := got.(float64)
		if !ok || math.Abs(g-w) > math.Max(1e-9*math.Abs(w), map[bool]float64{true: 1e-6}[w == 0]) {
			return fmt.Sprintf("%s: got %v, want %v", path, got, want)
		}
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			return fmt.Sprintf("%s: got %v, want %v", path, got, want)
		}
		for i := range w {
			if d := differs(fmt.Sprintf("%s[%d]", path, i), w[i], g[i]); d != "" {
				return d
			}
		}
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return fmt.Sprintf("%s: got %v, want %v", path, got, want)
		}
		for k := range w {
			if _, there := g[k]; !there {
				return fmt.Sprintf("%s.%s is missing", path, k)
			}
			if d := differs(path+"."+k, w[k], g[k]); d != "" {
				return d
			}
		}
	default:
		if want != got {
			return fmt.Sprintf("%s: got %v, want %v", path, got, want)
		}
	}
	return ""
}

// TestVectorsThroughTheCommandLine imports each vector's bundle into a real
// workspace file and asks tendrilctl for the figures.
func TestVectorsThroughTheCommandLine(t *testing.T) {
	t.Parallel()
	p := &program{}
	known := map[string]bool{}
	for _, c := range p.commands() {
		known[c.Name()] = true
	}
	dirs, err := filepath.Glob(filepath.Join(vectorDir, "*", "expected.json"))
	if err != nil || len(dirs) < 20 {
		t.Fatalf("the vectors are missing: %d, %v", len(dirs), err)
	}
	for _, expected := range dirs {
		dir := filepath.Dir(expected)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			runVector(t, dir, known)
		})
	}
}

func runVector(t *testing.T, dir string, known map[string]bool) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var expected struct {
		Cases []struct {
			Command string         `json:"command"`
			Args    map[string]any `json:"args"`
			Expect  any            `json:"expect"`
		} `json:"cases"`
	}
	if err := json.Unmarshal(text, &expected); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "v.tendril")
	must := func(args ...string) []byte {
		var out, messages bytes.Buffer
		p := &program{stdout: &out, stderr: &messages, now: clockOn(today), actor: "test"}
		if status := p.run(context.Background(), append(args, "-w", file)); status != 0 {
			t.Fatalf("%v: exit %d: %s", args, status, messages.String())
		}
		return out.Bytes()
	}
	must("new", file, "--currency", "USD")
	must("import", filepath.Join(dir, "bundle"))
	for i, c := range expected.Cases {
		if !known[c.Command] {
			t.Fatalf("case %d asks for %q, which is no command", i, c.Command)
		}
		var got any
		if err := json.Unmarshal(must(commandLine(c.Command, c.Args)...), &got); err != nil {
			t.Fatal(err)
		}
		if d := differs(c.Command, c.Expect, got); d != "" {
			t.Errorf("case %d %v: %s", i, c.Args, d)
		}
	}
	if len(expected.Cases) == 0 {
		t.Fatal("the vector has no case")
	}
}
