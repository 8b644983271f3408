package workspace

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// StoredBackup is a copy of the workspace that lies in the folder of backups. Kept
// ones were made before something that cannot be taken back; they stay until
// somebody removes them.
type StoredBackup struct {
	Path string          `json:"path"`
	At   success.Instant `json:"at"`
	Size int64           `json:"size"` // bytes
	Kept bool            `json:"kept"`
}

// BackupFolder returns where the backups lie.
func (w *Workspace) BackupFolder() string { return w.backupFolder() }

// Backups lists the copies of the workspace, the newest first.
func (w *Workspace) Backups() ([]StoredBackup, error) {
	path, folder := w.file.Path(), w.backupFolder()
	all, err := sqlite.ListBackups(path, folder)
	if err != nil {
		return nil, fmt.Errorf("listing the backups: %w", err)
	}
	out := make([]StoredBackup, 0, len(all))
	for _, b := range all {
		out = append(out, StoredBackup{Path: b.Path, At: success.InstantOf(b.At), Size: b.Size})
	}
	kept, err := keptBackups(path, folder)
	if err != nil {
		return nil, err
	}
	out = append(out, kept...)
	slices.SortStableFunc(out, func(a, b StoredBackup) int { return int(b.At - a.At) })
	return out, nil
}

// keptBackups lists the copies that have a name of their own.
func keptBackups(path, folder string) ([]StoredBackup, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("listing the backups: %w", err)
	}
	name := filepath.Base(path)
	prefix := strings.TrimSuffix(name, filepath.Ext(name)) + " before "
	var kept []StoredBackup
	for _, e := range entries {
		if e.IsDir() || !strings.HasPrefix(e.Name(), prefix) || filepath.Ext(e.Name()) != filepath.Ext(name) {
			continue
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("listing the backups: %w", err)
		}
		kept = append(kept, StoredBackup{Path: filepath.Join(folder, e.Name()), At: success.InstantOf(info.ModTime()), Size: info.Size(), Kept: true})
	}
	return kept, nil
}

// BackupReport says whether a copy is sound and what it holds. Problem is in
// words, and empty for a sound one.
type BackupReport struct {
	Path    string `json:"path"`
	Records int    `json:"records"`
	Changes int    `json:"changes"`
	Problem string `json:"problem"`
}

// VerifyBackup reads a copy whole. A damaged one is no error: the report says so.
func VerifyBackup(ctx context.Context, path string) (BackupReport, error) {
	report := BackupReport{Path: path}
	content, err := sqlite.VerifyFile(ctx, path)
	report.Records, report.Changes = content.Records, content.Changes
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return report, &success.Error{Code: success.CodeNotFound, Message: fmt.Sprintf("There is no file %s any more.", path), Err: err}
	case sqlite.Damaged(err):
		report.Problem = err.Error()
		return report, nil
	case err != nil:
		return report, unopened(path, err)
	}
	return report, nil
}

// CopyBackup makes a workspace file of a backup, under a new name and under a new
// replica id: the file that the backup was made of may live on, and the two must
// not number their changes alike. The backup stays as it is.
func CopyBackup(ctx context.Context, backup, to string, o Options) (err error) {
	o = o.complete()
	o.ReadOnly = false
	if _, err := sqlite.Restore(ctx, backup, to, o.Now()); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return &success.Error{Code: success.CodeConflict, Message: fmt.Sprintf("%s exists already; nothing was written.", to), Err: err}
		}
		if sqlite.Damaged(err) {
			return &success.Error{Code: success.CodeInvalid, Message: "This backup is damaged. Nothing was changed; take another one.", Err: err}
		}
		return unopened(backup, err)
	}
	w, err := Open(ctx, to, o)
	if err != nil {
		return fmt.Errorf("opening the copy: %w", err)
	}
	return errors.Join(w.renewReplica(ctx), w.Close())
}

// MoveFile gives a closed workspace file another name, and what belongs to it
// beside it too. On an error everything has its old name.
func MoveFile(from, to string) error {
	if _, found := sqlite.Exists(to); found {
		return &success.Error{Code: success.CodeConflict, Message: fmt.Sprintf("%s exists already; nothing was changed.", to)}
	}
	var moved []string
	for _, ending := range []string{"-wal", "-shm", ".tail", ""} {
		err := os.Rename(from+ending, to+ending)
		if errors.Is(err, fs.ErrNotExist) && ending != "" {
			continue
		}
		if err != nil {
			for _, done := range moved {
				err = errors.Join(err, os.Rename(to+done, from+done))
			}
			return unwritable(from, fmt.Errorf("giving the file another name: %w", err))
		}
		moved = append(moved, ending)
	}
	return nil
}
