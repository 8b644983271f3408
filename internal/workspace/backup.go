package workspace

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// backupEvery is how old the newest backup may be when something changes.
const backupEvery = time.Hour

// Backup writes a verified copy to a file; to "" means the backup folder, where
// old ones are thinned out, and which lets the tail begin anew.
func (w *Workspace) Backup(ctx context.Context, to string) (BackupInfo, error) {
	at := w.o.Now()
	own := to == ""
	if own {
		to = filepath.Join(w.backupFolder(), sqlite.BackupName(w.file.Path(), at))
	}
	b, err := w.file.BackupTo(ctx, to, at)
	if errors.Is(err, fs.ErrExist) {
		return BackupInfo{}, &success.Error{Code: success.CodeConflict, Message: fmt.Sprintf("%s exists already; nothing was written.", to), Err: err}
	}
	if err != nil {
		return BackupInfo{}, unwritable(to, err)
	}
	if own {
		if _, err := sqlite.ThinBackups(w.file.Path(), w.backupFolder()); err != nil {
			return BackupInfo{}, err
		}
		if err := w.file.TrimTail(b.Content.Last); err != nil {
			return BackupInfo{}, err
		}
	}
	return BackupInfo{Path: b.Path, Size: b.Size, At: success.InstantOf(b.At)}, nil
}

func (w *Workspace) backupFolder() string {
	if w.o.BackupDir != "" {
		return w.o.BackupDir
	}
	return sqlite.BackupFolder(w.file.Path())
}

// backUpIfDue starts a backup in the background when the newest is an hour old.
func (w *Workspace) backUpIfDue() {
	now := w.o.Now()
	r := &w.refresher
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.backingUp || r.ctx.Err() != nil || now.Sub(w.lastBackup) < backupEvery {
		return
	}
	r.backingUp = true
	w.lastBackup = now
	r.done.Go(func() {
		if _, err := w.Backup(r.ctx, ""); err != nil && r.ctx.Err() == nil {
			w.o.Log.WithField("err", err.Error()).Warn("the hourly backup failed")
		}
		r.mu.Lock()
		r.backingUp = false
		r.mu.Unlock()
	})
}

// findLastBackup reads when the newest backup was made; without one, the time of
// the first change counts.
func (w *Workspace) findLastBackup(ctx context.Context) error {
	all, err := sqlite.ListBackups(w.file.Path(), w.backupFolder())
	if err != nil {
		return err
	}
	if len(all) > 0 {
		w.lastBackup = all[0].At
		return nil
	}
	w.lastBackup = w.o.Now()
	return w.read(ctx, func(v view) error {
		first, found, err := v.r.ActionNo(1)
		if found {
			w.lastBackup = time.UnixMilli(first.At)
		}
		return err
	})
}

// Recovery tells what a recovered file was made of. Missing counts changes that
// are nowhere any more; everything else of the damaged file is in the new one.
type Recovery struct {
	Path     string          `json:"path"`
	Backup   string          `json:"backup"` // empty: none was good
	BackupAt success.Instant `json:"backup_at"`
	FromTail int             `json:"from_tail"` // changes since that the second copy gave
	FromFile int             `json:"from_file"` // changes since that the damaged file gave
	Missing  int             `json:"missing"`
	Why      string          `json:"why"` // why the damaged file gave no more
}

// String says it in a sentence.
func (r Recovery) String() string {
	from := "no backup"
	if r.Backup != "" {
		from = "the backup of " + r.BackupAt.String()
	}
	return fmt.Sprintf("%s was made of %s, %d later changes of the second copy and %d of the damaged file; %d changes are missing",
		r.Path, from, r.FromTail, r.FromFile, r.Missing)
}

// Recover makes a new workspace file of a damaged one: from the newest verified
// backup, the tail, and what the file itself still gives. The old file, its tail
// and its backups stay as they are.
func Recover(ctx context.Context, path, to string, o Options) (Recovery, error) {
	o = o.complete()
	r, err := sqlite.Recover(ctx, sqlite.RecoverOptions{
		Path: path, BackupFolder: o.BackupDir, To: to,
		Apply: func(ctx context.Context, at string, entries []sqlite.TailEntry) error {
			return applyRecovered(ctx, at, entries, o)
		},
	})
	out := Recovery{
		Path: to, Backup: r.Backup.Path, FromTail: r.FromTail, FromFile: r.FromFile, Missing: r.Missing, Why: r.FileError,
	}
	if r.Backup.Path != "" {
		out.BackupAt = success.InstantOf(r.Backup.At)
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return out, &success.Error{Code: success.CodeConflict, Message: fmt.Sprintf("%s exists already; nothing was written.", to), Err: err}
	case errors.Is(err, sqlite.ErrDamaged):
		return out, &success.Error{Code: success.CodeNotFound, Message: fmt.Sprintf("There is no good backup of %s, and nothing in it can be read.", path), Err: err}
	case err != nil:
		return out, unopened(path, err)
	}
	return out, nil
}

// applyRecovered brings a restored file up to date. It writes under a new replica
// id from then on, as a copy of the old file may live on.
func applyRecovered(ctx context.Context, at string, entries []sqlite.TailEntry, o Options) (err error) {
	var w *Workspace
	o.ReadOnly = false
	if _, open := sqlite.Exists(at); open {
		w, err = Open(ctx, at, o)
	} else {
		w, err = createEmpty(ctx, at, o)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if err := w.renewReplica(ctx); err != nil {
		return err
	}
	page := make([]journal.Sequenced, 0, len(entries))
	for _, e := range entries {
		page = append(page, journal.Sequenced{Body: e.Body, Seq: e.Seq, Eff: e.Eff})
	}
	return w.Apply(ctx, page)
}

// renewReplica gives the file a new id to write under.
func (w *Workspace) renewReplica(ctx context.Context) error {
	var id journal.ReplicaID
	_, _ = rand.Read(id[:]) // never fails: it ends the program instead
	err := w.file.Write(ctx, func(st *sqlite.Writer) error {
		reps, err := readReplicas(st.Reader, id)
		if err != nil {
			return err
		}
		return errors.Join(st.SetMeta(metaReplica, id.String()), st.SetReplica(*reps.own))
	})
	if err != nil {
		return unwritable(w.file.Path(), err)
	}
	w.replica = id
	return nil
}
