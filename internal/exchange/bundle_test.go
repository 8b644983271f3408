package exchange_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

// Records and Blob make a shelf a Source; it hands records out newest first, to
// show that the order does not matter.
func (s *shelf) Records(kind success.Kind, fn func(body json.RawMessage) error) error {
	for _, id := range slices.Backward(s.order[kind]) {
		body, err := json.Marshal(s.records[kind][id])
		if err != nil {
			return err
		}
		if err := fn(body); err != nil {
			return err
		}
	}
	return nil
}

func (s *shelf) Blob(hash string) (io.ReadCloser, error) {
	data, ok := s.blobs[hash]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

func (s *shelf) PutBlob(hash string, r io.Reader) error {
	data, err := io.ReadAll(r)
	s.blobs[hash] = data
	return err
}

func writeBundle(tb testing.TB, s *shelf) []byte {
	tb.Helper()
	var out bytes.Buffer
	at, err := success.ParseInstant("2026-11-21T08:00:00.000Z")
	if err != nil {
		tb.Fatal(err)
	}
	m := exchange.Manifest{ExportedAt: at, Workspace: exchange.ManifestWorkspace{Name: "Book", Currency: "EUR", HalfLifeDays: 365}}
	if _, err := exchange.WriteBundle(&out, s, m); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func openBytes(tb testing.TB, data []byte) (*exchange.Bundle, error) {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "b.tendril.zip")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		tb.Fatal(err)
	}
	return exchange.OpenBundle(path)
}

// bodies answers all records by kind and id, as values.
func bodies(tb testing.TB, s *shelf) map[string]any {
	tb.Helper()
	out := map[string]any{}
	for kind, records := range s.records {
		for id, fields := range records {
			body, err := json.Marshal(fields)
			if err != nil {
				tb.Fatal(err)
			}
			var v any
			d := json.NewDecoder(bytes.NewReader(body))
			d.UseNumber()
			if err := d.Decode(&v); err != nil {
				tb.Fatal(err)
			}
			out[string(kind)+"/"+string(id)] = v
		}
	}
	return out
}

func TestABundleWrittenAndReadBackGivesTheSameRecords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		from := randomShelf(rt)
		data := writeBundle(t, from)
		b, err := openBytes(t, data)
		if err != nil {
			rt.Fatal(err)
		}
		defer b.Close()
		to := newShelf("")
		r, err := b.Apply(to, to, nil)
		if err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(bodies(t, from), bodies(t, to)); diff != "" {
			rt.Fatalf("records differ (-wrote +read):\n%s", diff)
		}
		if r.New == 0 || r.Changed+r.Same+r.Refused != 0 {
			rt.Fatalf("into an empty workspace: %+v", r)
		}
		if !bytes.Equal(data, writeBundle(t, to)) {
			rt.Fatal("the same records give other bytes")
		}
		again, err := b.Apply(to, to, nil)
		if err != nil || again.New+again.Changed != 0 {
			rt.Fatalf("the same bundle again: %+v, %v", again, err)
		}
		if diff := cmp.Diff(from.blobs, to.blobs); diff != "" {
			rt.Fatalf("attachments differ:\n%s", diff)
		}
	})
}

// bundleOf zips files into a bundle.
func bundleOf(tb testing.TB, files map[string]string) []byte {
	tb.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

const (
	manifestText = `{"format":"tendril-bundle","version":1,"exported_at":"2025-07-01T06:00:00.000Z","workspace":{"name":"w","currency":"CHF","half_life_days":180},"counts":{}}`
	accountLine  = `{"id":"018cc254-1c8f-7c35-b6cf-29a6a34faab9","created_at":"2024-01-01T00:00:00.000Z","updated_at":"2024-01-01T00:00:00.000Z","name":"Alder","color":"green"}`
	termLine     = `{"id":"018cc254-f642-724c-b69c-bd3f35fef587","account_id":"018cc254-1c8f-7c35-b6cf-29a6a34faab9","start":"2024-06-01","end":"2025-06-01","arr":{"amount":"40000.00","currency":"EUR"}}`
)

func TestABadLineRefusesTheWholeBundle(t *testing.T) {
	t.Parallel()
	swap := func(old, with string) string { return strings.Replace(termLine, old, with, 1) }
	for name, c := range map[string]struct{ file, text, reason string }{
		"no JSON":                   {"term.jsonl", "{", "not a JSON object"},
		"a list":                    {"term.jsonl", "[1]", "not a JSON object"},
		"money below 0":             {"term.jsonl", swap("40000.00", "-1.00"), "below 0"},
		"more places":               {"term.jsonl", swap("40000.00", "1.001"), "decimal places"},
		"unknown currency":          {"term.jsonl", swap(`"EUR"`, `"EUX"`), "no currency"},
		"a day that is none":        {"term.jsonl", swap("2025-06-01", "2025-02-30"), "not a date"},
		"ends before it starts":     {"term.jsonl", swap("2025-06-01", "2024-06-01"), "does not end"},
		"wrong type":                {"term.jsonl", swap(`"2024-06-01"`, `5`), "not a date"},
		"missing field":             {"term.jsonl", swap(`"start":"2024-06-01",`, ``), "start is missing"},
		"missing owner":             {"term.jsonl", swap("018cc254-1c8f", "018cc255-1c8f"), "neither in the bundle"},
		"no id":                     {"term.jsonl", swap(`"id":"018cc254-f642-724c-b69c-bd3f35fef587",`, ``), "not a UUID"},
		"twice":                     {"term.jsonl", termLine + "\n" + termLine, "twice"},
		"a word that is none":       {"term.jsonl", swap(`"start"`, `"result":"won","start"`), "none of"},
		"a number that is too long": {"term.jsonl", swap(`"start"`, `"notice_days":1e999999999,"start"`), "too large"},
		"a name that is a number":   {"account.jsonl", strings.Replace(accountLine, `"Alder"`, `5`, 1), "name cannot be"},
		"counts":                    {"manifest.json", strings.Replace(manifestText, `"counts":{}`, `"counts":{"account":2}`, 1), "not whole"},
		"another format":            {"manifest.json", `{"format":"zip"}`, "format"},
		"a newer version":           {"manifest.json", `{"format":"tendril-bundle","version":2}`, "version 2"},
		"a changed attachment":      {"blobs/" + strings.Repeat("0", 64), "text", "changed or damaged"},
		"a way out":                 {"../evil", "text", "may hold"},
		"a way out of Windows":      {`..\evil`, "text", "may hold"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files := map[string]string{"manifest.json": manifestText, "account.jsonl": accountLine, "term.jsonl": termLine}
			files[c.file] = c.text
			s := newShelf("EUR")
			b, err := openBytes(t, bundleOf(t, files))
			if err == nil {
				defer b.Close()
				_, err = b.Apply(s, s, nil)
			}
			var refused *exchange.BundleError
			if !errors.As(err, &refused) {
				t.Fatalf("not refused: %v", err)
			}
			if p := refused.Problems[0]; !strings.Contains(p.Reason, c.reason) || p.File != c.file {
				t.Errorf("refused for %q in %s line %d, want %q in %s", p.Reason, p.File, p.Row, c.reason, c.file)
			}
			if s.puts != 1 || len(s.records["account"]) != 0 {
				t.Errorf("something was written")
			}
			var person *success.Error
			if !errors.As(err, &person) || person.Code != success.CodeInvalid {
				t.Errorf("a person cannot read %v", err)
			}
		})
	}
}

func TestALineIsNamedByFileAndNumber(t *testing.T) {
	t.Parallel()
	text := accountLine + "\n\n" + strings.Replace(accountLine, `"name":"Alder"`, `"name":""`, 1)
	_, err := openBytes(t, bundleOf(t, map[string]string{"manifest.json": manifestText, "account.jsonl": text}))
	var refused *exchange.BundleError
	if !errors.As(err, &refused) || refused.Problems[0].Row != 3 || refused.Problems[0].File != "account.jsonl" {
		t.Fatalf("got %v", err)
	}
}

func TestAnEmptyWorkspaceTakesTheBundlesSettings(t *testing.T) {
	t.Parallel()
	data := bundleOf(t, map[string]string{"manifest.json": manifestText, "account.jsonl": accountLine, "term.jsonl": termLine, "notes.txt": "hello"})
	for _, c := range []struct {
		name, want string
		fill       bool
	}{{"empty", "CHF", false}, {"in use", "EUR", true}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newShelf("EUR")
			if c.fill {
				if _, err := s.Put("account", "", success.Fields{"name": quote("Mine")}); err != nil {
					t.Fatal(err)
				}
			}
			b, err := openBytes(t, data)
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			r, err := b.Apply(s, s, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := all[success.Workspace](t, s, "workspace")[0]; got.Currency != c.want {
				t.Errorf("the currency is %s, want %s", got.Currency, c.want)
			}
			if r.New != 2 || len(r.Notes) != 1 || r.Notes[0].File != "notes.txt" {
				t.Errorf("got %+v", r)
			}
			if string(s.records["account"]["018cc254-1c8f-7c35-b6cf-29a6a34faab9"]["color"]) != `"green"` {
				t.Error("an unknown field was lost")
			}
		})
	}
}

func TestAFolderIsABundleAndALinkInItIsNot(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{"manifest.json": manifestText, "account.jsonl": accountLine, "term.jsonl": termLine} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b, err := exchange.OpenBundle(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	s := newShelf("EUR")
	if r, err := b.Apply(s, nil, nil); err != nil || r.New != 2 {
		t.Fatalf("got %+v, %v", r, err)
	}
	if err := os.Symlink("/etc/hosts", filepath.Join(dir, "member.jsonl")); err != nil {
		t.Skip("links cannot be made here")
	}
	if _, err := exchange.OpenBundle(dir); err == nil || !strings.Contains(err.Error(), "link") {
		t.Errorf("a link was read: %v", err)
	}
}

func TestAZipThatUnfoldsTooFarIsRefused(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create("account.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	block := bytes.Repeat([]byte(" "), 1<<20)
	for range 80 {
		if _, err := w.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := openBytes(t, out.Bytes()); err == nil || !strings.Contains(err.Error(), "unfolds") {
		t.Errorf("got %v", err)
	}
}

func TestRatesOfOneDayAreOneRecord(t *testing.T) {
	t.Parallel()
	if got := exchange.RateID(success.MustDate("2024-02-01"), "USD", "CHF"); got != "56c2a0d3-11c4-56c2-bc67-292fe97e25a5" {
		t.Errorf("the id of a rate is %s", got)
	}
	line := `{"id":"018cc254-f642-724c-b69c-bd3f35fef58%d","on":"2024-02-01","from":"USD","to":"CHF","rate":0.%d}` + "\n"
	s := newShelf("EUR")
	b, err := openBytes(t, bundleOf(t, map[string]string{"manifest.json": manifestText, "fx_rate.jsonl": fmt.Sprintf(line, 1, 8) + fmt.Sprintf(line, 2, 9)}))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if _, err := b.Apply(s, nil, nil); err != nil {
		t.Fatal(err)
	}
	if rates := all[success.FxRate](t, s, "fx_rate"); len(rates) != 1 || rates[0].Rate != 0.9 {
		t.Errorf("got %+v", rates)
	}
}

func FuzzBundleLine(f *testing.F) {
	f.Add("account.jsonl", accountLine)
	f.Add("term.jsonl", termLine)
	f.Add("evidence.jsonl", `{"id":"018cc259-0507-7c1b-9f8d-53b0e44a6fc9","subject":{"type":"account","id":"x"}}`)
	f.Add("reading.jsonl", `{"id":"","value":1e309,"on":"2024-05-01"}`)
	f.Fuzz(func(t *testing.T, name, text string) {
		dir := t.TempDir()
		files := map[string]string{"manifest.json": manifestText, "account.jsonl": accountLine, filepath.Base(name): text}
		for name, text := range files {
			if !fs.ValidPath(name) || name == "." || os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600) != nil {
				t.Skip()
			}
		}
		b, err := exchange.OpenBundle(dir)
		if err != nil {
			var person *success.Error
			if !errors.As(err, &person) {
				t.Fatalf("a person cannot read %v", err)
			}
			return
		}
		defer b.Close()
		s := newShelf("EUR")
		if _, err := b.Apply(s, nil, nil); err != nil {
			var refused *exchange.BundleError
			if !errors.As(err, &refused) {
				t.Fatalf("checked and yet not written: %v", err)
			}
		}
	})
}
