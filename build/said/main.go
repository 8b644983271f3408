// Command said writes down every sentence of the program that a person may read,
// so that the window can word it in another language.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/preflight"
	"github.com/tendril-app/tendril/internal/success"
)

// scanned are the packages whose sentences reach the window.
var scanned = []string{
	"app/desktop", "internal/success", "internal/workspace", "internal/exchange", "internal/exchange/letter",
	"internal/story", "internal/story/preflight", "internal/telling", "internal/sqlite", "internal/sample", "internal/document/pdf", "internal/document/template", "internal/document/logos",
}

// terminal is the package whose errors never reach the window, but the labels of
// its actions do: they are in the history.
const terminal = "app/tendrilctl"

// former are labels that were written once and still stand in journals.
var former = []string{}

const head = `// Written by "make said" from the program's own source; do not edit. docs/decisions/%s says why.

`

func main() {
	out := flag.String("o", "frontend/src/i18n/en/said.ts", "the file to write")
	root := flag.String("root", ".", "the module's folder")
	flag.Parse()
	text, lost, err := source(*root)
	if err == nil {
		err = os.WriteFile(*out, text, 0o600)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, place := range lost {
		fmt.Fprintf(os.Stderr, "%s: this sentence cannot be traced; write it where it is used\n", place)
	}
}

// source returns the file of all sentences and words, and the places whose
// sentence cannot be traced.
func source(root string) (text []byte, lost []string, err error) {
	found, err := Scan(root, append(slices.Clone(scanned), terminal))
	if err != nil {
		return nil, nil, err
	}
	found = slices.DeleteFunc(found, func(f Finding) bool { return strings.HasPrefix(f.At, terminal) && !f.Label })
	said, err := rules()
	if err != nil {
		return nil, nil, err
	}
	said = append(said, "{0} (process {1} on {2}, since {3})") // who holds a file, within a sentence
	said = append(said, "{0}, line {1#}")                      // where in a bundle, within a sentence
	said = append(said, former...)
	for _, f := range found {
		if f.Text == "" {
			lost = append(lost, f.At)
			continue
		}
		said = append(said, f.Text)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, head, decision)
	words := terms()
	said = slices.DeleteFunc(said, func(t string) bool { return slices.Contains(words, strings.ToLower(t[:1])+t[1:]) })
	list(&b, "sentences", "All that the program says in words of its own; {0} stands for a text, {0#} for a number.", said)
	list(&b, "terms", "The words of its records that may stand in a sentence.", words)
	return b.Bytes(), lost, nil
}

const decision = "0009-german-from-english-sentences.md"

func list(b *bytes.Buffer, name, about string, texts []string) {
	slices.Sort(texts)
	fmt.Fprintf(b, "/** %s */\nexport const %s = [\n", about, name)
	for _, t := range slices.Compact(texts) {
		quoted := "'" + strings.ReplaceAll(strings.ReplaceAll(t, `\`, `\\`), "'", `\'`) + "'"
		if strings.Contains(t, "'") && !strings.Contains(t, `"`) {
			quoted = `"` + strings.ReplaceAll(t, `\`, `\\`) + `"`
		}
		fmt.Fprintf(b, "  %s,\n", strings.ReplaceAll(quoted, "\n", `\n`))
	}
	fmt.Fprintf(b, "] as const;\n")
}

// terms returns the names of kinds and fields and the values that a field may have.
func terms() []string {
	var out []string
	add := func(name string) {
		if words := strings.ReplaceAll(strings.TrimSuffix(name, "_id"), "_", " "); words != "" {
			out = append(out, words)
		}
	}
	for _, s := range success.Specs() {
		add(string(s.Kind))
		for _, f := range s.Fields {
			add(f.Name)
			for _, value := range f.Enum {
				add(value)
			}
		}
	}
	for _, v := range []success.Verdict{success.NotYetKnown, success.NoValueYet, success.Shrinking, success.Expanding, success.Deepening, success.Static} {
		out = append(out, string(v))
	}
	for _, m := range []success.MeasureState{success.NoBaseline, success.NotMeasured, success.Stale, success.Met, success.OnTrack, success.OffTrack} {
		out = append(out, string(m))
	}
	for _, r := range []success.RiskLevel{success.RiskOnTrack, success.RiskWatch, success.RiskAtRisk, success.RiskCritical} {
		out = append(out, string(r))
	}
	for _, m := range []success.Mark{success.MarkNew, success.MarkGrown, success.MarkOldNews} {
		out = append(out, string(m))
	}
	for _, w := range []success.Word{success.UnpricedCancelled, success.UnpricedUnknown, success.UnpricedTooNew, success.UnpricedNoMoney} {
		out = append(out, string(w))
	}
	out = append(out, preflight.Phrases()...)
	out = append(out, "yes", "no", "maybe", "rising", "falling", "flat", "another program")
	return append(out, success.PhaseNew, success.PhaseGrowing, success.PhaseRenewal, success.PhaseCancelled,
		success.PhaseIntegrating, success.PhaseTending, success.PhaseHarvesting, success.PhaseSaving)
}

// rules returns the titles and rules of the figures that can be explained.
func rules() ([]string, error) {
	file := &success.File{Account: success.Account{Meta: success.Meta{ID: "a"}, StartDate: 1}}
	var out []string
	for _, name := range success.Figures() {
		e, err := success.Explain(name, file, &success.Settings{}, 1)
		if err != nil {
			return nil, fmt.Errorf("explain %s: %w", name, err)
		}
		out = append(out, e.Title, e.Rule)
	}
	return out, nil
}
