package main

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// The window words the program's sentences by their English: one that it does not
// know would stand in English in a German window.
func TestTheWindowKnowsEverySentenceOfTheProgram(t *testing.T) {
	t.Parallel()
	text, lost, err := source("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, place := range lost {
		t.Errorf("%s: this sentence cannot be traced; write it where it is used", place)
	}
	was, err := os.ReadFile("../../frontend/src/i18n/en/said.ts")
	if err != nil {
		t.Fatal(err)
	}
	if string(was) != string(text) {
		t.Errorf("the sentences changed: run make said, and give the new ones their German in frontend/src/i18n/de/said.ts\n%s",
			strings.Join(difference(string(was), string(text)), "\n"))
	}
}

func difference(was, is string) []string {
	before, after := strings.Split(was, "\n"), strings.Split(is, "\n")
	var out []string
	for _, line := range before {
		if !slices.Contains(after, line) {
			out = append(out, "-"+line)
		}
	}
	for _, line := range after {
		if !slices.Contains(before, line) {
			out = append(out, "+"+line)
		}
	}
	return out
}

func TestASentenceIsTracedThroughVariablesTablesAndHelpers(t *testing.T) {
	t.Parallel()
	found, err := Scan("testdata", []string{"sample"})
	if err != nil {
		t.Fatal(err)
	}
	var texts, lost []string
	for _, f := range found {
		if f.Text == "" {
			lost = append(lost, f.At)
			continue
		}
		texts = append(texts, f.Text)
	}
	slices.Sort(texts)
	want := []string{
		`"{0}" is taken.`, "Add {0}", "Add {0} “{1}”", "Import {0}", "It is damaged.", "It is damaged. Nothing was changed.",
		"Update a reading of {0}", "Update {0#} readings of {1}", "{0} is a number, not {1#}.", "{0} is a text, not {1#}.",
	}
	if !slices.Equal(slices.Compact(texts), want) {
		t.Errorf("found %q", texts)
	}
	if len(lost) != 1 {
		t.Errorf("%q cannot be traced, one was expected", lost)
	}
}
