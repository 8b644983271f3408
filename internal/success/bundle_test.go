package success_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

// line is one record of a bundle on its way to its account's file.
type line struct {
	kind success.Kind
	body json.RawMessage
	rec  success.Record
}

// loadBundle reads an unpacked bundle into a book.
func loadBundle(tb testing.TB, dir string) *success.Book {
	tb.Helper()
	book := &success.Book{}
	var manifest struct {
		Workspace json.RawMessage `json:"workspace"`
	}
	body, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	must(tb, err)
	must(tb, json.Unmarshal(body, &manifest))
	must(tb, json.Unmarshal(manifest.Workspace, &book.Settings.Workspace))

	lines := map[success.ID]line{}
	for _, spec := range success.Specs() {
		readLines(tb, filepath.Join(dir, string(spec.Kind)+".jsonl"), func(body []byte) {
			rec, err := success.Decode(spec.Kind, body)
			must(tb, err)
			lines[rec.Base().ID] = line{spec.Kind, slices.Clone(body), rec}
		})
	}
	files := map[success.ID]*success.File{}
	for id, l := range lines {
		if l.kind == "account" {
			f := &success.File{}
			must(tb, f.Add("account", l.body))
			files[id] = f
			book.Files = append(book.Files, f)
		}
	}
	for _, l := range lines {
		switch f := files[accountOf(tb, l, lines)]; {
		case l.kind == "account":
		case f != nil:
			must(tb, f.Add(l.kind, l.body))
		default:
			must(tb, book.Settings.Add(l.kind, l.body))
		}
	}
	slices.SortFunc(book.Files, func(a, b *success.File) int {
		return strings.Compare(string(a.Account.ID), string(b.Account.ID))
	})
	return book
}

func readLines(tb testing.TB, path string, each func([]byte)) {
	tb.Helper()
	file, err := os.Open(path)
	if os.IsNotExist(err) {
		return
	}
	must(tb, err)
	defer file.Close()
	scanner := bufio.NewScanner(file)
	scanner.Buffer(nil, 1<<24)
	for scanner.Scan() {
		if len(scanner.Bytes()) > 0 {
			each(scanner.Bytes())
		}
	}
	must(tb, scanner.Err())
}

// accountOf follows a record's owners up to its account.
func accountOf(tb testing.TB, l line, lines map[success.ID]line) success.ID {
	tb.Helper()
	for range 10 {
		if l.kind == "account" {
			return l.rec.Base().ID
		}
		spec, err := success.SpecOf(l.kind)
		must(tb, err)
		owner := spec.Owner()
		if owner == nil {
			return ""
		}
		var fields success.Fields
		must(tb, json.Unmarshal(l.body, &fields))
		var id success.ID
		if owner.Owner == "*" {
			var link success.Link
			must(tb, json.Unmarshal(fields[owner.Name], &link))
			id = link.ID
		} else {
			must(tb, json.Unmarshal(fields[owner.Name], &id))
		}
		next, ok := lines[id]
		if !ok {
			return ""
		}
		l = next
	}
	return ""
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}
