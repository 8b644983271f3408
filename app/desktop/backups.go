package desktop

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Backups are the copies of the workspace, and the file itself.
type Backups struct {
	app *App

	mu      sync.Mutex
	checked map[string]BackupCheckView // by path, since the program began
}

// NewBackups returns the bound backups.
func NewBackups(app *App) *Backups {
	return &Backups{app: app, checked: map[string]BackupCheckView{}}
}

// BackupView is one copy. Kept ones were made before something that cannot be
// undone, and are not thinned out. State is "written" for one that was read back
// when it was written, "good" or "damaged" for one that was read again since.
type BackupView struct {
	Path  string `json:"path"`
	Name  string `json:"name"`
	At    string `json:"at"`
	Size  int64  `json:"size"` // bytes
	Kept  bool   `json:"kept"`
	State string `json:"state"`
}

// BackupCheckView says what reading a whole file found. Problems are in words.
type BackupCheckView struct {
	Good     bool     `json:"good"`
	Records  int      `json:"records"`
	Changes  int      `json:"changes"`
	Problems []string `json:"problems"`
}

// BackupsView is the file and its copies, the newest first.
type BackupsView struct {
	Folder string       `json:"folder"`
	Items  []BackupView `json:"items"`
}

// FileView tells about the workspace file.
type FileView struct {
	Path    string          `json:"path"`
	Size    int64           `json:"size"` // bytes
	Schema  int             `json:"schema"`
	Version string          `json:"version"`
	Counts  []KindCountView `json:"counts"`
}

// KindCountView counts the live records of a kind.
type KindCountView struct {
	Kind  string `json:"kind"`
	Count int    `json:"count"`
}

// RestoredView tells where the file lies that was open before, and what is open now.
type RestoredView struct {
	Kept string `json:"kept"`
	Path string `json:"path"`
}

// List returns the copies there are.
func (b *Backups) List() (_ BackupsView, err error) {
	defer b.app.catch("backups.list", &err)
	ws, err := b.app.workspace()
	if err != nil {
		return BackupsView{}, err
	}
	all, err := ws.Backups()
	if err != nil {
		return BackupsView{}, err
	}
	view := BackupsView{Folder: ws.BackupFolder(), Items: []BackupView{}}
	for _, one := range all {
		view.Items = append(view.Items, b.view(one))
	}
	return view, nil
}

func (b *Backups) view(one workspace.StoredBackup) BackupView {
	v := BackupView{Path: one.Path, Name: filepath.Base(one.Path), At: one.At.String(), Size: one.Size, Kept: one.Kept, State: "written"}
	b.mu.Lock()
	defer b.mu.Unlock()
	if check, ok := b.checked[one.Path]; ok {
		v.State = "damaged"
		if check.Good {
			v.State = "good"
		}
	}
	return v
}

// Make writes a copy of the workspace and reads it back.
func (b *Backups) Make() (_ BackupView, err error) {
	defer b.app.catch("backups.make", &err)
	ws, err := b.app.workspace()
	if err != nil {
		return BackupView{}, err
	}
	var made workspace.BackupInfo
	err = b.app.run(jobBackup, filepath.Base(ws.BackupFolder()), func(ctx context.Context, _ progressFunc) (err error) {
		made, err = ws.Backup(ctx, "")
		return err
	})
	if err != nil {
		return BackupView{}, err
	}
	return b.view(workspace.StoredBackup{Path: made.Path, At: made.At, Size: made.Size}), nil
}

// Verify reads one copy whole.
func (b *Backups) Verify(path string) (_ BackupCheckView, err error) {
	defer b.app.catch("backups.verify", &err)
	if err := b.known(path); err != nil {
		return BackupCheckView{}, err
	}
	view := BackupCheckView{Problems: []string{}}
	err = b.app.run(jobVerify, filepath.Base(path), func(ctx context.Context, _ progressFunc) error {
		report, err := workspace.VerifyBackup(ctx, path)
		if err != nil {
			return err
		}
		view.Good, view.Records, view.Changes = report.Problem == "", report.Records, report.Changes
		if report.Problem != "" {
			view.Problems = append(view.Problems, report.Problem)
		}
		return nil
	})
	if err != nil {
		return BackupCheckView{}, err
	}
	b.mu.Lock()
	b.checked[path] = view
	b.mu.Unlock()
	return view, nil
}

// known refuses a path that is not that of one of the copies.
func (b *Backups) known(path string) error {
	ws, err := b.app.workspace()
	if err != nil {
		return err
	}
	all, err := ws.Backups()
	if err != nil {
		return err
	}
	for _, one := range all {
		if one.Path == path {
			return nil
		}
	}
	return success.NotFound("This backup is not there any more. The list was read anew.")
}

// File tells about the open file.
func (b *Backups) File() (_ FileView, err error) {
	defer b.app.catch("backups.file", &err)
	ws, err := b.app.workspace()
	if err != nil {
		return FileView{}, err
	}
	info, err := ws.Info(b.app.ctx())
	if err != nil {
		return FileView{}, fmt.Errorf("describe workspace: %w", err)
	}
	view := FileView{Path: info.Path, Size: info.Size, Schema: info.Schema, Version: b.app.o.Version, Counts: []KindCountView{}}
	for _, spec := range success.Specs() {
		if n := info.Counts[spec.Kind]; n > 0 {
			view.Counts = append(view.Counts, KindCountView{Kind: string(spec.Kind), Count: n})
		}
	}
	return view, nil
}

// VerifyFile reads the whole open file and holds every record against its history.
func (b *Backups) VerifyFile() (_ BackupCheckView, err error) {
	defer b.app.catch("backups.verify_file", &err)
	ws, err := b.app.workspace()
	if err != nil {
		return BackupCheckView{}, err
	}
	info, err := ws.Describe(b.app.ctx())
	if err != nil {
		return BackupCheckView{}, fmt.Errorf("describe workspace: %w", err)
	}
	var report workspace.VerifyReport
	err = b.app.run(jobVerify, filepath.Base(info.Path), func(ctx context.Context, _ progressFunc) (err error) {
		report, err = ws.Verify(ctx)
		return err
	})
	if err != nil {
		return BackupCheckView{}, err
	}
	return BackupCheckView{
		Good: len(report.Problems) == 0, Records: report.Records, Changes: report.Changes, Problems: append([]string{}, report.Problems...),
	}, nil
}

// Restore opens a copy in place of the workspace. The file that is open now gets
// another name beside it and stays; the copy stays too. Where anything fails, the
// file of now is open as before.
func (b *Backups) Restore(path string) (_ RestoredView, err error) {
	defer b.app.catch("backups.restore", &err)
	if err := b.known(path); err != nil {
		return RestoredView{}, err
	}
	ws, err := b.app.workspace()
	if err != nil {
		return RestoredView{}, err
	}
	info, err := ws.Describe(b.app.ctx())
	if err != nil {
		return RestoredView{}, fmt.Errorf("describe workspace: %w", err)
	}
	view := RestoredView{Path: info.Path, Kept: b.app.keptName(info.Path)}
	err = b.app.run(jobRestore, filepath.Base(path), func(ctx context.Context, _ progressFunc) error {
		fresh := info.Path + ".restoring"
		for _, ending := range []string{"", "-wal", "-shm", ".tail", ".lock"} {
			_ = os.Remove(fresh + ending) // what a restoring that was cut short left
		}
		if err := workspace.CopyBackup(ctx, path, fresh, b.app.workspaceOptions()); err != nil {
			return err
		}
		return b.app.swap(info.Path, fresh, view.Kept)
	})
	if err != nil {
		return RestoredView{}, err
	}
	return view, nil
}

// keptName is where the file of now goes when a backup takes its place.
func (a *App) keptName(path string) string {
	ending := filepath.Ext(path)
	return strings.TrimSuffix(path, ending) + " before restoring " + a.o.Now().Format("2006-01-02 150405") + ending
}

// swap closes the open workspace, puts fresh in its place and opens that. The old
// file is called kept from then on.
func (a *App) swap(path, fresh, kept string) error {
	a.mu.Lock()
	ws := a.ws
	a.ws = nil
	a.mu.Unlock()
	if ws != nil {
		if err := ws.Close(); err != nil {
			return errors.Join(fmt.Errorf("close workspace: %w", err), a.OpenPath(a.ctx(), path))
		}
	}
	if err := workspace.MoveFile(path, kept); err != nil {
		return errors.Join(err, os.Remove(fresh), a.OpenPath(a.ctx(), path))
	}
	err := workspace.MoveFile(fresh, path)
	if err == nil {
		err = a.OpenPath(a.ctx(), path)
	}
	if err != nil {
		// The file of before is whole: it goes back to its place.
		_ = os.Rename(path, fresh) // where it was not moved there is nothing to give back
		return errors.Join(err, workspace.MoveFile(kept, path), a.OpenPath(a.ctx(), path))
	}
	return nil
}
