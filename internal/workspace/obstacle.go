package workspace

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// Obstacle is why a file did not open, as far as somebody can do something about
// it besides taking another file.
type Obstacle string

// The obstacles that there is a way around.
const (
	ObstacleNone    Obstacle = ""        // nothing but another file helps
	ObstacleHeld    Obstacle = "held"    // another process writes to it: it opens for reading
	ObstacleDamaged Obstacle = "damaged" // Recover makes a new file of it
	ObstacleGone    Obstacle = "gone"    // the file is not there; its backups may be
)

// ObstacleTo says what kept Open from opening the file at path with err. A file
// that is no workspace any more, but has backups as only workspaces have, is
// damaged.
func ObstacleTo(path string, err error) Obstacle {
	var problem *success.Error
	switch {
	case sqlite.HeldElsewhere(err):
		return ObstacleHeld
	case sqlite.Damaged(err):
		return ObstacleDamaged
	case errors.Is(err, sqlite.ErrNotWorkspace):
		if all, listErr := sqlite.ListBackups(path, sqlite.BackupFolder(path)); listErr == nil && len(all) > 0 {
			return ObstacleDamaged
		}
		return ObstacleNone
	case sqlite.IsMissing(err), errors.As(err, &problem) && problem.Code == success.CodeNotFound:
		return ObstacleGone
	}
	return ObstacleNone
}

// Path returns where the open file lies.
func (w *Workspace) Path() string { return w.file.Path() }

// Damaged says whether the open file was found to be damaged: it is not written
// to any more, and Recover makes a new one of it.
func (w *Workspace) Damaged() bool { return w.why() == damagedMessage }

// NewestGood returns the newest backup of a file that reads well, which Recover
// begins with. The file itself need not be there; found is false where no backup
// is good.
func NewestGood(ctx context.Context, path string, o Options) (_ StoredBackup, found bool, err error) {
	folder := o.BackupDir
	if folder == "" {
		folder = sqlite.BackupFolder(path)
	}
	all, err := sqlite.ListBackups(path, folder)
	if err != nil {
		return StoredBackup{}, false, err
	}
	for _, b := range all {
		if _, err := sqlite.VerifyFile(ctx, b.Path); err == nil {
			return StoredBackup{Path: filepath.Clean(b.Path), At: success.InstantOf(b.At), Size: b.Size}, true, nil
		}
		if ctx.Err() != nil {
			return StoredBackup{}, false, ctx.Err()
		}
	}
	return StoredBackup{}, false, nil
}
