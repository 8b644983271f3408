package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// Emptying the bin is final. What a record said is taken out of the file: out of
// the record, out of its history and out of search. Its id, who hung on whom and
// that it was deleted stay, for other copies of the workspace must not bring it
// back by not knowing of it. A field of its own says so in the journal.
const purged = "purged"

// purgeDepth is the depth of an action that nobody can take back: Undo and Redo
// look at depths 0 and 1 only.
const purgeDepth = 2

// purgePage is how many records one transaction empties.
const purgePage = 1000

// Emptied tells what emptying the bin took out, and where the copy is that was
// made of the file just before.
type Emptied struct {
	Records int        `json:"records"`
	Before  BackupInfo `json:"before"`
}

// isPurged reports whether a stored record was emptied from the bin.
func isPurged(raw []byte) bool { return string(member(raw, purged)) == "true" }

func (d *draft) isPurged() bool { return string(d.now.get(purged)) == "true" }

// reuse makes a record that is there part of the action. One that was emptied from
// the bin has nothing to change; an import from before, and a record whose id
// follows from what it says, bring it whole.
func (tx *Tx) reuse(d *draft, mode writeMode) error {
	if d.isPurged() {
		if mode != importMode && !d.info.namesItself() {
			return gone(d.info.kind)
		}
		d.now.set(purged, nil)
	}
	if tx.drafts[d.id] == nil {
		tx.keep(d)
	}
	return nil
}

// gone is the error for a record that was emptied from the bin.
func gone(kind success.Kind) error {
	return success.NotFound("This %s was emptied from the bin. A backup from before may still have it.", spoken(kind))
}

// BinSize returns how many records emptying the bin would take out: those in the
// bin and all that hangs on them.
func (w *Workspace) BinSize(ctx context.Context) (n int, err error) {
	err = w.read(ctx, func(v view) error {
		ids, err := v.doomed()
		n = len(ids)
		return err
	})
	return n, err
}

// EmptyBin takes what is in the bin out of the file for good, with all that hangs
// on it. Before that it writes a copy of the file that is never thinned out;
// without one nothing is taken out. It goes page by page: where it is cut short,
// what is left is in the bin still. progress may be nil.
func (w *Workspace) EmptyBin(ctx context.Context, progress func(done, total int)) (Emptied, error) {
	var out Emptied
	var ids []journal.UUID
	err := w.read(ctx, func(v view) (err error) {
		ids, err = v.doomed()
		return err
	})
	if err != nil || len(ids) == 0 {
		return out, err
	}
	if out.Before, err = w.Backup(ctx, w.keptBackup("emptying the bin")); err != nil {
		return out, err
	}
	blobs := map[string]bool{}
	for page := range slices.Chunk(ids, purgePage) {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		_, err := w.act(ctx, "Empty the bin", journal.UUID{}, purgeDepth, func(tx *Tx) error { return tx.purge(page, blobs) })
		if err != nil {
			return out, fmt.Errorf("emptying the bin: %w", err)
		}
		out.Records += len(page)
		if progress != nil {
			progress(out.Records, len(ids))
		}
	}
	if err := w.dropBlobs(ctx, blobs); err != nil {
		return out, err
	}
	// What recovery would start from is the file without them, and the second copy
	// of the journal begins anew.
	if _, err := w.Backup(ctx, ""); err != nil {
		w.o.Log.WithField("err", err.Error()).Warn("the backup after emptying the bin failed")
	}
	return out, nil
}

// keptBackup returns where a backup goes that must not be thinned out.
func (w *Workspace) keptBackup(before string) string {
	name := filepath.Base(w.file.Path())
	name = strings.TrimSuffix(name, filepath.Ext(name))
	return filepath.Join(w.backupFolder(), name+" before "+before+" "+w.o.Now().Format("2006-01-02 150405")+filepath.Ext(w.file.Path()))
}

// purge marks records as emptied, in the journal as every change is, and then
// takes out what they said.
func (tx *Tx) purge(ids []journal.UUID, blobs map[string]bool) error {
	for _, id := range ids {
		d, err := tx.find(id)
		if err != nil {
			return err
		}
		if d == nil || d.isPurged() {
			continue
		}
		d.now.set(purged, []byte("true"))
		if d.now.deleted == "" {
			d.now.deleted = success.InstantOf(tx.now).String()
		}
		tx.keep(d)
	}
	if err := tx.flush(); err != nil {
		return err
	}
	for _, id := range ids {
		if err := tx.blank(id, blobs); err != nil {
			return err
		}
	}
	return nil
}

// blank takes what a record says out of its entries and shows what is left. blobs
// gathers the attachments it named.
func (tx *Tx) blank(id journal.UUID, blobs map[string]bool) error {
	rec, found, err := tx.st.Record(id)
	if err != nil || !found {
		return err
	}
	keep := keeps(infoOrUnknown(rec.Kind))
	entries, err := entriesOf(tx.st.Reader, rec)
	if err != nil {
		return err
	}
	for _, l := range entries {
		noteBlobs(l.entry, blobs)
		if !l.entry.Blank(keep) {
			continue
		}
		change, _ := tx.reps.change(l.entry.ID)
		if err := tx.st.BlankChange(change, l.entry.Encode()); err != nil {
			return err
		}
	}
	cells, err := tx.st.Cells(id)
	if err != nil {
		return err
	}
	for _, c := range cells {
		if !keep(c.Name) {
			if err := tx.st.SetCell(id, c.Name, []int64{c.Change}, nil); err != nil {
				return err
			}
		}
	}
	s, err := rebuild(tx.st.Reader, rec, tx.reps)
	if err != nil {
		return err
	}
	rec.Body = s.body.render()
	return tx.st.ChangeRecord(rec)
}

// keeps says which cells of an emptied record stay: that it is gone, when it was
// made, and what it hung on.
func keeps(info *kindInfo) func(cell string) bool {
	return func(cell string) bool {
		switch cell {
		case presence, createdAt, updatedAt, purged:
			return true
		}
		if f := info.spec.Field(cell); f != nil && f.Else != "" {
			return true
		}
		return info.owner != nil && cell == info.owner.Name || info.owner2 != nil && cell == info.owner2.Name
	}
}

var blobName = regexp.MustCompile(`[0-9a-f]{64}`)

// noteBlobs gathers what may be the name of an attachment.
func noteBlobs(e *journal.Entry, blobs map[string]bool) {
	for _, name := range []string{"blob", "frozen"} {
		if f := fieldOf(e, name); f != nil {
			for _, hash := range blobName.FindAllString(f.Value.Text, -1) {
				blobs[hash] = true
			}
		}
	}
}

// dropBlobs removes the attachments that no other record names.
func (w *Workspace) dropBlobs(ctx context.Context, blobs map[string]bool) error {
	if len(blobs) == 0 {
		return nil
	}
	for kind, field := range map[success.Kind]string{"evidence": "blob", "story": "frozen"} {
		err := w.Records(ctx, kind, func(body json.RawMessage) error {
			delete(blobs, textOf(member(body, field)))
			return nil
		})
		if err != nil {
			return err
		}
	}
	settings, err := w.Settings(ctx)
	if err != nil {
		return err
	}
	delete(blobs, settings.Workspace.Brand.Logo)
	delete(blobs, settings.Workspace.Brand.Template)
	err = w.file.Write(ctx, func(st *sqlite.Writer) error {
		for hash := range blobs {
			if err := st.DropBlob(hash); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return unwritable(w.file.Path(), err)
	}
	return nil
}

// doomed returns the records in the bin and what hangs on them, owners first.
func (v view) doomed() ([]journal.UUID, error) {
	d := dooming{gone: map[string]bool{}}
	spaces := map[journal.UUID]bool{}
	err := v.r.Bin(func(space journal.UUID, row sqlite.Row) error {
		d.gone[row.ID.String()] = true
		spaces[space] = true
		return nil
	})
	if err != nil || len(spaces) == 0 {
		return nil, err
	}
	order := make([]journal.UUID, 0, len(spaces))
	for space := range spaces {
		order = append(order, space)
	}
	slices.SortFunc(order, func(a, b journal.UUID) int { return strings.Compare(a.String(), b.String()) })
	for _, space := range order {
		if err := d.space(v, space); err != nil {
			return nil, err
		}
	}
	if spaces[v.space] {
		// A value in any account may hang on an indicator of the workspace.
		err = v.r.OfKind("indicator_value", func(space journal.UUID, row sqlite.Row) error {
			if !spaces[space] && d.hangs(row) {
				d.add(row)
			}
			return nil
		})
	}
	return d.ids, err
}

// dooming gathers what goes when the bin is emptied.
type dooming struct {
	gone map[string]bool
	ids  []journal.UUID
}

// space goes through the records of one account, again and again until nothing
// more is found: what hangs on a record may stand before it.
func (d *dooming) space(v view, space journal.UUID) error {
	account := space != v.space && d.gone[space.String()]
	taken := map[journal.UUID]bool{}
	for found := -1; found != len(d.ids); {
		found = len(d.ids)
		err := v.r.InSpace(space, func(row sqlite.Row) error {
			if taken[row.ID] || !account && !row.Deleted && !d.hangs(row) {
				return nil
			}
			taken[row.ID] = true
			d.add(row)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *dooming) add(row sqlite.Row) {
	d.gone[row.ID.String()] = true
	if !isPurged(row.Body) {
		d.ids = append(d.ids, row.ID)
	}
}

// hangs reports whether a record hangs on one that goes.
func (d *dooming) hangs(row sqlite.Row) bool {
	info := infoOrUnknown(row.Kind)
	if info.owner == nil {
		return false
	}
	return d.gone[info.ownerIn(row.Body)] || info.owner2 != nil && d.gone[textOf(member(row.Body, info.owner2.Name))]
}
