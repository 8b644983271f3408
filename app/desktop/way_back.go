package desktop

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// WayBackView says what a damaged or lost file can be made new from. Backup is
// when the newest good backup was made, empty where none is good.
type WayBackView struct {
	Path   string `json:"path"`
	New    string `json:"new"` // the file that Recover would make
	Backup string `json:"backup"`
}

// RecoveredView says what a new file was made of.
type RecoveredView struct {
	Path    string `json:"path"`
	Backup  string `json:"backup"`
	Later   int    `json:"later"`   // changes since the backup
	Missing int    `json:"missing"` // changes that are nowhere any more
}

// OpenToRead opens the file that did not open, for reading only: another process
// may go on writing to it.
func (w *Workspace) OpenToRead() (_ StatusView, err error) {
	defer w.app.catch("workspace.open_to_read", &err)
	failed := w.app.failed()
	if failed == nil {
		return StatusView{}, success.NotFound("There is no file that waits to be opened.")
	}
	o := w.app.workspaceOptions()
	o.ReadOnly = true
	ws, err := workspace.Open(w.app.ctx(), failed.Path, o)
	if err != nil {
		w.app.Fail(failed.Path, err)
		return StatusView{}, fmt.Errorf("open workspace for reading: %w", err)
	}
	if err := w.app.adopt(ws, failed.Path); err != nil {
		return StatusView{}, err
	}
	return w.status()
}

// WayBack looks for the newest backup that reads well of the file that did not
// open, and finds none where every file did. It writes nothing.
func (w *Workspace) WayBack() (_ WayBackView, err error) {
	defer w.app.catch("workspace.way_back", &err)
	failed := w.app.failed()
	if failed == nil {
		return WayBackView{}, nil // the window asks once more as the new file opens
	}
	view := WayBackView{Path: failed.Path}
	if view.New, err = freeBeside(failed.Path); err != nil {
		return WayBackView{}, err
	}
	good, found, err := workspace.NewestGood(w.app.ctx(), failed.Path, w.app.workspaceOptions())
	if err != nil {
		return WayBackView{}, err
	}
	if found {
		view.Backup = good.At.String()
	}
	return view, nil
}

// Recover makes a new file of the one that did not open, beside it, and opens
// that. The old file and its backups stay as they are.
func (w *Workspace) Recover() (_ RecoveredView, err error) {
	defer w.app.catch("workspace.recover", &err)
	failed := w.app.failed()
	if failed == nil {
		return RecoveredView{}, success.NotFound("There is no file that waits to be opened.")
	}
	fresh, err := freeBeside(failed.Path)
	if err != nil {
		return RecoveredView{}, err
	}
	var made workspace.Recovery
	err = w.app.run(jobRestore, filepath.Base(failed.Path), func(ctx context.Context, _ progressFunc) (err error) {
		made, err = workspace.Recover(ctx, failed.Path, fresh, w.app.workspaceOptions())
		return err
	})
	if err != nil {
		for _, ending := range []string{"", "-wal", "-shm", ".tail", ".lock"} {
			_ = os.Remove(fresh + ending) // the name was free: whatever has it now is half a file
		}
		return RecoveredView{}, err
	}
	if err := w.app.OpenPath(w.app.ctx(), fresh); err != nil {
		return RecoveredView{}, err
	}
	view := RecoveredView{Path: fresh, Later: made.FromTail + made.FromFile, Missing: made.Missing}
	if made.Backup != "" {
		view.Backup = made.BackupAt.String()
	}
	return view, nil
}

// freeBeside returns a name for the recovered file that no file has.
func freeBeside(path string) (string, error) {
	ending := filepath.Ext(path)
	base := strings.TrimSuffix(path, ending) + " recovered"
	for n := 1; ; n++ {
		name := base + ending
		if n > 1 {
			name = fmt.Sprintf("%s %d%s", base, n, ending)
		}
		_, err := os.Lstat(name)
		if os.IsNotExist(err) {
			return name, nil
		}
		if err != nil {
			return "", fmt.Errorf("look for a free name: %w", err)
		}
	}
}
