package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
)

// RecoverOptions say what to recover and how. Apply opens the workspace file at
// path, makes it first where there is none (no backup was good), and takes the
// entries, which come in causal order, as it takes those of a server. The
// recovered file must write under a new replica id, as a copy of it may live on.
type RecoverOptions struct {
	Path         string // the damaged file; it is only read
	BackupFolder string // "" means BackupFolder(Path)
	To           string // the new file
	Apply        func(ctx context.Context, path string, entries []TailEntry) error
}

// Recovery tells what a new file was made of. Backup is empty where none was
// good. FromTail and FromFile are the entries newer than the backup that the tail
// and the damaged file gave; an entry that both have counts for the file. Torn
// are entries of a group whose end is nowhere: nobody was told that it was saved.
// Missing are entries below a replica's newest that are nowhere.
type Recovery struct {
	Backup     Backup
	BadBackups []string
	FromTail   int
	FromFile   int
	Torn       int
	Missing    int
	Tail       TailReport
	FileError  string // why the damaged file gave no more
}

// Recover makes a new workspace file from the newest backup that verifies, the
// tail, and whatever journal entries of the damaged file can still be read. The
// damaged file, its tail and the backups stay as they are.
func Recover(ctx context.Context, o RecoverOptions) (Recovery, error) {
	var r Recovery
	if _, err := os.Stat(o.To); err == nil {
		return r, fmt.Errorf("recovering to %s: %w", o.To, fs.ErrExist)
	}
	if o.BackupFolder == "" {
		o.BackupFolder = BackupFolder(o.Path)
	}
	if err := r.restore(ctx, o); err != nil {
		return r, err
	}
	found, err := r.gather(ctx, o)
	if err != nil {
		return r, err
	}
	entries := r.order(found)
	if r.Backup.Path == "" && len(entries) == 0 {
		return r, fmt.Errorf("recovering %s: there is no backup, and neither the file nor its tail gave an entry: %w", o.Path, ErrDamaged)
	}
	if err := o.Apply(ctx, o.To, entries); err != nil {
		return r, fmt.Errorf("applying %d entries to the recovered file: %w", len(entries), err)
	}
	return r, nil
}

// restore puts the newest good backup in place of the new file.
func (r *Recovery) restore(ctx context.Context, o RecoverOptions) error {
	backups, err := ListBackups(o.Path, o.BackupFolder)
	if err != nil {
		return err
	}
	for _, b := range backups {
		if b.Content, err = VerifyFile(ctx, b.Path); err != nil {
			r.BadBackups = append(r.BadBackups, b.Path)
			continue
		}
		if _, err := Restore(ctx, b.Path, o.To, b.At); err != nil {
			return fmt.Errorf("restoring the backup: %w", err)
		}
		r.Backup = b
		return nil
	}
	return nil
}

// found is an entry newer than the backup.
type found struct {
	entry  *journal.Entry
	tail   TailEntry
	inFile bool
}

// gather reads the tail and the damaged file. An entry in the file counts more
// than one of the same number in the tail, and a later one in the tail more than
// an earlier: the tail may hold what was never committed.
func (r *Recovery) gather(ctx context.Context, o RecoverOptions) (map[journal.ID]found, error) {
	all := map[journal.ID]found{}
	add := func(t TailEntry, inFile bool) {
		e, err := journal.Decode(t.Body)
		if err != nil || e.ID.N <= r.Backup.Content.Last[e.ID.Replica] {
			return
		}
		all[e.ID] = found{entry: e, tail: t, inFile: inFile}
	}
	var err error
	if r.Tail, err = ReadTail(o.Path, func(t TailEntry) error { add(t, false); return nil }); err != nil {
		return nil, err
	}
	err = salvage(ctx, o.Path, filepath.Dir(o.To), r.Backup.Content.Last, func(t TailEntry) { add(t, true) })
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		// What the file does not give is what the backup and the tail are for.
		r.FileError = err.Error()
	}
	return all, nil
}

// order drops groups that were cut short at a replica's end, counts what is
// missing, and sorts so that every entry comes after those it names.
func (r *Recovery) order(all map[journal.ID]found) []TailEntry {
	newest := Vector{}
	for id := range all {
		newest[id.Replica] = max(newest[id.Replica], id.N)
	}
	sorted := make([]found, 0, len(all))
	have := Vector{}
	for id, f := range all {
		if end := f.entry.TxFirst + uint64(f.entry.TxLen) - 1; end > newest[id.Replica] && !f.inFile {
			r.Torn++
			continue
		}
		have[id.Replica]++
		sorted = append(sorted, f)
		if f.inFile {
			r.FromFile++
		} else {
			r.FromTail++
		}
	}
	for id, n := range newest {
		r.Missing += int(n-r.Backup.Content.Last[id]-have[id]) - tornOf(all, id, newest[id])
	}
	// The clocks agree with causality but for the numbers of one replica and for
	// clocks that were set back, which the passes of causal put right.
	slices.SortFunc(sorted, func(a, b found) int {
		switch {
		case a.entry.HLC < b.entry.HLC:
			return -1
		case a.entry.HLC > b.entry.HLC:
			return 1
		}
		return a.entry.ID.Compare(b.entry.ID)
	})
	return causal(sorted, r.Backup.Content.Last)
}

// tornOf counts the entries of a replica that order drops.
func tornOf(all map[journal.ID]found, replica journal.ReplicaID, newest uint64) int {
	n := 0
	for id, f := range all {
		if id.Replica == replica && !f.inFile && f.entry.TxFirst+uint64(f.entry.TxLen)-1 > newest {
			n++
		}
	}
	return n
}

// causal returns the entries so that each follows what it names and the entries
// of its replica before it; what names something that is nowhere comes last.
func causal(sorted []found, backup Vector) []TailEntry {
	out := make([]TailEntry, 0, len(sorted))
	done := make(map[journal.ID]bool, len(sorted))
	last := Vector{}
	known := func(id journal.ID) bool { return done[id] || id.N <= backup[id.Replica] }
	for len(sorted) > 0 {
		var waiting []found
		for _, f := range sorted {
			if f.entry.ID.N < last[f.entry.ID.Replica] || !f.entry.Ready(known) {
				waiting = append(waiting, f)
				continue
			}
			done[f.entry.ID] = true
			out = append(out, f.tail)
		}
		if len(waiting) == len(sorted) {
			for _, f := range waiting {
				out = append(out, f.tail)
			}
			break
		}
		sorted = waiting
	}
	return out
}

// salvage reads the journal entries that a damaged file still gives, those after
// the vector, from a copy of it in folder, so that the file itself stays as it is.
func salvage(ctx context.Context, path, folder string, after Vector, add func(TailEntry)) error {
	dir, err := os.MkdirTemp(folder, ".recover-*")
	if err != nil {
		return fmt.Errorf("making room for a copy of the damaged file: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	at := filepath.Join(dir, "damaged")
	if err := copyBytes(path, at); err != nil {
		return err
	}
	if err := copyBytes(path+"-wal", at+"-wal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	s, err := openSalvage(ctx, at)
	if err != nil {
		return err
	}
	defer s.close()
	return s.run(ctx, after, add)
}

func copyBytes(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("copying the damaged file: %w", err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("copying the damaged file: %w", err)
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Close()); err != nil {
		return fmt.Errorf("copying the damaged file: %w", err)
	}
	return nil
}
