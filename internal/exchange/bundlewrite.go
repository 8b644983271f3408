package exchange

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// WriteBundle writes every record of src as a .tendril.zip file. The same
// records, attachments and manifest give the same bytes, in whatever order src
// hands the records out; m.Counts is filled in.
func WriteBundle(w io.Writer, src Source, m Manifest) (Manifest, error) {
	m.Format, m.Version, m.Counts = bundleFormat, bundleVersion, map[success.Kind]int{}
	z := zip.NewWriter(w)
	blobs := map[string]bool{}
	for _, spec := range success.Specs() {
		lines, err := bundleLines(src, spec, blobs)
		if err != nil {
			return m, err
		}
		if len(lines) == 0 {
			continue
		}
		m.Counts[spec.Kind] = len(lines)
		if err := writeLines(z, string(spec.Kind)+".jsonl", lines); err != nil {
			return m, err
		}
	}
	if err := writeBlobs(z, src, blobs); err != nil {
		return m, err
	}
	manifest, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return m, fmt.Errorf("writing the manifest: %w", err)
	}
	if err := writeEntry(z, "manifest.json", bytes.NewReader(append(manifest, '\n'))); err != nil {
		return m, err
	}
	if err := z.Close(); err != nil {
		return m, fmt.Errorf("closing the bundle: %w", err)
	}
	return m, nil
}

type bundleLine struct {
	id   string
	text []byte
}

// bundleLines reads the records of one kind, in order of id.
func bundleLines(src Source, spec *success.Spec, blobs map[string]bool) ([]bundleLine, error) {
	var lines []bundleLine
	err := src.Records(spec.Kind, func(body json.RawMessage) error {
		var fields success.Fields
		if err := json.Unmarshal(body, &fields); err != nil {
			return fmt.Errorf("reading a %s: %w", spec.Kind, err)
		}
		findBlobs(fields, blobs)
		lines = append(lines, bundleLine{textOf(fields["id"]), lineOf(spec, fields)})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the records of %s: %w", spec.Kind, err)
	}
	slices.SortStableFunc(lines, func(a, b bundleLine) int { return cmp.Compare(a.id, b.id) })
	return lines, nil
}

var blobHash = regexp.MustCompile(`^[0-9a-f]{64}$`)

// findBlobs notes the attachments a record names: evidence its file, a told
// story what was told, the workspace its logo and its template.
func findBlobs(fields success.Fields, blobs map[string]bool) {
	hashes := []string{textOf(fields["blob"]), textOf(fields["frozen"])}
	if raw := fields["brand"]; len(raw) > 0 {
		var brand struct {
			Logo     string `json:"logo"`
			Template string `json:"template"`
		}
		if json.Unmarshal(raw, &brand) == nil {
			hashes = append(hashes, brand.Logo, brand.Template)
		}
	}
	for _, hash := range hashes {
		if blobHash.MatchString(hash) {
			blobs[hash] = true
		}
	}
}

// lineOf writes a record with its fields in the order of its description and
// unknown ones after them by name. Values keep their text, numbers above all.
func lineOf(spec *success.Spec, fields success.Fields) []byte {
	var b strings.Builder
	b.WriteByte('{')
	write := func(name string) {
		raw, ok := fields[name]
		if !ok {
			return
		}
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		b.Write(jsonText(name))
		b.WriteByte(':')
		writeOrdered(&b, raw)
	}
	known := map[string]bool{}
	for _, name := range []string{"id", "created_at", "updated_at", "deleted_at"} {
		known[name] = true
		write(name)
	}
	for _, f := range spec.Fields {
		known[f.Name] = true
		write(f.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if !known[name] {
			write(name)
		}
	}
	b.WriteByte('}')
	return []byte(b.String())
}

// writeOrdered writes a value without blanks and with the keys of objects in
// order, so that equal records are equal bytes.
func writeOrdered(b *strings.Builder, raw json.RawMessage) {
	if len(raw) > 0 && (raw[0] == '{' || raw[0] == '[') {
		var v any
		d := json.NewDecoder(bytes.NewReader(raw))
		d.UseNumber()
		if d.Decode(&v) == nil {
			writeCanonical(b, v, json.Number.String)
			return
		}
	}
	b.Write(raw)
}

func writeLines(z *zip.Writer, name string, lines []bundleLine) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	for _, line := range lines {
		if _, err := w.Write(append(line.text, '\n')); err != nil {
			return fmt.Errorf("writing %s: %w", name, err)
		}
	}
	return nil
}

func writeBlobs(z *zip.Writer, src Source, blobs map[string]bool) error {
	for _, hash := range slices.Sorted(maps.Keys(blobs)) {
		r, err := src.Blob(hash)
		if errors.Is(err, fs.ErrNotExist) {
			continue // named by a record, and its bytes are gone; the record stays
		}
		if err != nil {
			return fmt.Errorf("reading attachment %s: %w", hash, err)
		}
		err = writeEntry(z, "blobs/"+hash, r)
		if err = errors.Join(err, r.Close()); err != nil {
			return err
		}
	}
	return nil
}

func writeEntry(z *zip.Writer, name string, r io.Reader) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	if _, err := io.Copy(w, r); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}
