package workspace

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// blank takes the person out of what a record's entries say and shows what is left.
func (f *forgetting) blank(tx *Tx, id journal.UUID) error {
	rec, found, err := tx.st.Record(id)
	if err != nil || !found {
		return err
	}
	info := infoOrUnknown(rec.Kind)
	entries, err := entriesOf(tx.st.Reader, rec)
	if err != nil {
		return err
	}
	changed := false
	for _, l := range entries {
		if l.entry.Action == tx.act.ID || !f.rewriteEntry(id, info, l.entry) {
			continue
		}
		changed = true
		f.out.Changes++
		change, _ := tx.reps.change(l.entry.ID)
		if err := tx.st.BlankChange(change, l.entry.Encode()); err != nil {
			return err
		}
	}
	if err := f.dropKeys(tx, info, id, entries); err != nil || !changed {
		return err
	}
	s, err := rebuild(tx.st.Reader, rec, tx.reps)
	if err != nil {
		return err
	}
	rec.Body = s.body.render()
	return tx.st.ChangeRecord(rec)
}

// dropKeys takes out the cells whose very names name the person, such as a tag: of
// this action's own entries too, which say that they are gone.
func (f *forgetting) dropKeys(tx *Tx, info *kindInfo, id journal.UUID, entries []*logged) error {
	cells, err := tx.st.Cells(id)
	if err != nil {
		return err
	}
	found := false
	for _, c := range cells {
		if f.isKey(info, c.Name) {
			found = true
			if err := tx.st.SetCell(id, c.Name, []int64{c.Change}, nil); err != nil {
				return err
			}
		}
	}
	if !found {
		return nil
	}
	for _, l := range entries {
		if l.entry.Action != tx.act.ID || !f.rewriteEntry(id, info, l.entry) {
			continue
		}
		change, _ := tx.reps.change(l.entry.ID)
		if err := tx.st.BlankChange(change, l.entry.Encode()); err != nil {
			return err
		}
	}
	return nil
}

// isKey reports whether a cell's key names the person.
func (f *forgetting) isKey(info *kindInfo, cell string) bool {
	field, key, keyed := journal.CellField(cell)
	return keyed && speaks(info, field) && f.signs.redact(key) != key
}

// rewriteEntry takes the person out of one entry and reports whether it was in it.
func (f *forgetting) rewriteEntry(id journal.UUID, info *kindInfo, e *journal.Entry) bool {
	return e.Rewrite(f.signs.redact(e.Label), func(field journal.Field) (journal.Field, bool) {
		name, _, _ := journal.CellField(field.Name)
		switch {
		case f.isKey(info, field.Name):
			return field, false
		case field.Op != journal.OpSet:
		case id == f.id && slices.Contains(ofPerson, name):
			field.Op, field.Value = journal.OpClear, journal.Value{}
		case id == f.id && name == "name":
			field.Value.Text = f.how.As
		case !speaks(info, name):
		case field.Value.Type == journal.TypeString:
			field.Value.Text = f.signs.redact(field.Value.Text)
		case field.Value.Type == journal.TypeJSON:
			field.Value.Text = string(f.signs.redactJSON([]byte(field.Value.Text)))
		}
		return field, true
	})
}

// relabel takes the person out of the words that say what was done.
func (f *forgetting) relabel(tx *Tx) error {
	words := map[int64]string{}
	err := tx.st.Labels(func(no int64, label string) error {
		if now := f.signs.redact(label); now != label {
			words[no] = now
		}
		return nil
	})
	if err != nil {
		return err
	}
	for no, label := range words {
		if err := tx.st.Relabel(no, label); err != nil {
			return err
		}
	}
	return nil
}

// redactTold takes the person out of what was told; the hashes that the story was
// known by are kept beside the new ones.
func (f *forgetting) redactTold(b *body, r *sqlite.Reader, tx *Tx) ([]string, error) {
	was := textOf(b.get("frozen"))
	if was == "" {
		return nil, nil
	}
	var packed bytes.Buffer
	found, err := r.Blob(was, &packed)
	if err != nil || !found {
		return nil, err
	}
	told, err := unpack(&packed)
	if err != nil {
		return nil, err
	}
	now := f.signs.redactJSON(told)
	if bytes.Equal(now, told) {
		return nil, nil
	}
	f.out.Stories = append(f.out.Stories, textOf(b.get("title")))
	if tx == nil {
		return []string{"frozen"}, nil
	}
	fresh, err := pack(now)
	if err != nil {
		return nil, err
	}
	redactions, err := jsonList[success.Redaction](b.get("redacted"))
	if err != nil {
		return nil, err
	}
	redactions = append(redactions, success.Redaction{On: f.today, Frozen: was, ContentHash: textOf(b.get("content_hash"))})
	kept, err := writeJSON(redactions)
	if err != nil {
		return nil, err
	}
	if kept, err = canonical(success.TypeJSON, kept); err != nil {
		return nil, err
	}
	hash, err := tx.AddBlob(bytes.NewReader(fresh))
	if err != nil {
		return nil, err
	}
	f.blobs[was] = true
	b.set("frozen", appendString(nil, hash))
	b.set("redacted", kept)
	b.set("content_hash", nil)
	if f.hash != nil {
		content, err := f.hash(fresh)
		if err != nil {
			return nil, err
		}
		b.set("content_hash", appendString(nil, content))
	}
	return []string{"frozen", "redacted", "content_hash"}, nil
}

// mostTold is the most that a told story may unpack to, in bytes.
const mostTold = 256 << 20

func unpack(r io.Reader) ([]byte, error) {
	in, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("reading a told story: %w", err)
	}
	out, err := io.ReadAll(io.LimitReader(in, mostTold))
	if err != nil {
		return nil, fmt.Errorf("reading a told story: %w", err)
	}
	return out, nil
}

func pack(told []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err == nil {
		_, err = w.Write(told)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("keeping a told story: %w", err)
	}
	return out.Bytes(), nil
}
