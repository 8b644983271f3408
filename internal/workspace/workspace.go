// Package workspace holds the use cases over one open workspace file. Every
// write goes through Do: it is checked by the domain's rules, journaled, undoable
// as one action and seen by search, all in one transaction. The package knows no
// SQL, no file format and no window.
package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/sirupsen/logrus"

	"github.com/tendril-app/tendril/internal/success"
)

var errNotYet = errors.New("not there yet")

// Options are what a program hands to Create and Open.
type Options struct {
	Now       func() time.Time   // the clock; today is its local date. Required
	Log       logrus.FieldLogger // nil means silence
	Actor     string             // who writes: the person's name
	ReadOnly  bool               // read beside another process that writes
	NewID     func() success.ID  // nil means random UUIDs of version 7
	BackupDir string             // where backups go; "" means beside the file
}

// Workspace is one open workspace file. It is safe for concurrent use; writes
// queue up behind each other.
type Workspace struct{}

// Create makes a new workspace file and opens it. A file that exists is an
// error of CodeConflict.
func Create(ctx context.Context, path, name, currency string, o Options) (*Workspace, error) {
	return nil, errNotYet
}

// Open opens a workspace file. A file written by a newer version, one in a
// read-only folder and one held by another process open read-only when
// o.ReadOnly is set and are an *success.Error otherwise where writing is the point.
func Open(ctx context.Context, path string, o Options) (*Workspace, error) { return nil, errNotYet }

// Close waits for what runs in the background and closes the file.
func (w *Workspace) Close() error { return errNotYet }

// Today returns the machine's local date from the injected clock.
func (w *Workspace) Today() success.Date { return 0 }

// Info tells about the open file.
func (w *Workspace) Info(ctx context.Context) (Info, error) { return Info{}, errNotYet }

// Do is the one write path: fn's writes become one action under label. An error
// of fn keeps everything as it was. An action that changed nothing has no ID.
func (w *Workspace) Do(ctx context.Context, label string, fn func(tx *Tx) error) (Action, error) {
	return Action{}, errNotYet
}

// Get returns a record's body, also from the bin; an error of CodeNotFound
// where there is none.
func (w *Workspace) Get(ctx context.Context, kind success.Kind, id success.ID) (json.RawMessage, error) {
	return nil, errNotYet
}

// List hands every matching record's body to fn, in order of id within an account.
func (w *Workspace) List(ctx context.Context, kind success.Kind, q Query, fn func(body json.RawMessage) error) error {
	return errNotYet
}

// Resolve finds a record by id, by external id, or by a name that matches one
// record only, without regard to case and accents.
func (w *Workspace) Resolve(ctx context.Context, kind success.Kind, ref string) (success.ID, error) {
	return "", errNotYet
}

// File returns an account with all live records that hang on it.
func (w *Workspace) File(ctx context.Context, account success.ID) (*success.File, error) {
	return nil, errNotYet
}

// Settings returns what figures need of the workspace besides accounts.
func (w *Workspace) Settings(ctx context.Context) (*success.Settings, error) { return nil, errNotYet }

// Book returns all accounts' live records of these kinds; none means all.
func (w *Workspace) Book(ctx context.Context, kinds ...success.Kind) (*success.Book, error) {
	return nil, errNotYet
}

// Summaries returns one row for each live account, in order of name.
func (w *Workspace) Summaries(ctx context.Context) ([]Summary, error) { return nil, errNotYet }

// History returns the changes of one record, newest first.
func (w *Workspace) History(ctx context.Context, kind success.Kind, id success.ID) ([]Change, error) {
	return nil, errNotYet
}

// Actions returns the newest actions first, at most limit.
func (w *Workspace) Actions(ctx context.Context, limit int) ([]Action, error) { return nil, errNotYet }

// Undo takes back the newest action that is not undone. An error of
// CodeNotFound says that there is none.
func (w *Workspace) Undo(ctx context.Context) (Undone, error) { return Undone{}, errNotYet }

// Redo does again what the last Undo took back.
func (w *Workspace) Redo(ctx context.Context) (Undone, error) { return Undone{}, errNotYet }

// UndoAction takes back one action, wherever it stands in the history.
func (w *Workspace) UndoAction(ctx context.Context, id string) (Undone, error) {
	return Undone{}, errNotYet
}

// Search finds live records whose text has all the words, best first; the last
// word may be the beginning of one.
func (w *Workspace) Search(ctx context.Context, words string, limit int) ([]Hit, error) {
	return nil, errNotYet
}

// OnChange calls fn after every committed change, from the goroutine that
// wrote. fn must not write to the workspace.
func (w *Workspace) OnChange(fn func(Event)) {}

// Backup writes a verified copy to a file; to "" means the backup folder.
func (w *Workspace) Backup(ctx context.Context, to string) (BackupInfo, error) {
	return BackupInfo{}, errNotYet
}

// Verify checks the file and that what is shown agrees with the journal.
func (w *Workspace) Verify(ctx context.Context) (VerifyReport, error) {
	return VerifyReport{}, errNotYet
}
