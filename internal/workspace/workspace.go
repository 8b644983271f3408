// Package workspace holds the use cases over one open workspace file. Every
// write goes through Do: it is checked by the domain's rules, journaled, undoable
// as one action and seen by search, all in one transaction. The package knows no
// SQL, no file format and no window.
package workspace

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync"
	"time"

	"github.com/sirupsen/logrus"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// Options are what a program hands to Create and Open.
type Options struct {
	Now       func() time.Time   // the clock; today is its local date. Required
	Log       logrus.FieldLogger // nil means silence
	Actor     string             // who writes: the person's name
	ReadOnly  bool               // read beside another process that writes
	BackupDir string             // where backups go; "" means beside the file
	// ContentHash returns the content hash of a told story as it is kept; nil leaves
	// the hash of a story empty that a person was taken out of.
	ContentHash func(frozen []byte) (string, error)
}

// Workspace is one open workspace file. It is safe for concurrent use; writes
// queue up behind each other.
type Workspace struct {
	o       Options
	file    *sqlite.File
	replica journal.ReplicaID
	lock    *sqlite.Lock

	mu        sync.Mutex
	actor     string       // a member's id, or the plain name
	actorName string       // as others read it
	space     journal.UUID // the workspace's own record and space
	listeners []func(Event)
	readOnly  string // why nothing can be written

	lastBackup time.Time
	refresher  refresher
	ids        ids
}

// The keys of what a file has one of.
const (
	metaSpace   = "workspace" // hexadecimal
	metaReplica = "replica"   // hexadecimal
	metaClock   = "clock"     // the newest hybrid time given
	metaSeen    = "seen"      // the newest effective time received
)

func (o Options) complete() Options {
	if o.Log == nil {
		silent := logrus.New()
		silent.SetOutput(io.Discard)
		o.Log = silent
	}
	return o
}

// Create makes a new workspace file and opens it. A file that exists is an
// error of CodeConflict.
func Create(ctx context.Context, path, name, currency string, o Options) (*Workspace, error) {
	o = o.complete()
	record := &success.Workspace{Name: name, Currency: currency}
	fields, err := success.FieldsOf(record)
	if err != nil {
		return nil, err
	}
	if err := success.Validate("workspace", fields, success.DateOf(o.Now())); err != nil {
		return nil, err
	}
	w, err := createEmpty(ctx, path, o)
	if err != nil {
		return nil, err
	}
	if err := w.populate(ctx, record); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

// createEmpty makes a file that has a replica and no records: what a laptop that
// joins a server starts with.
func createEmpty(ctx context.Context, path string, o Options) (*Workspace, error) {
	if _, found := sqlite.Exists(path); found {
		return nil, &success.Error{Code: success.CodeConflict, Message: fmt.Sprintf("%s exists already; nothing was changed. Choose another name.", path)}
	}
	lock, err := sqlite.AcquireLock(path, sqlite.ThisProcess(o.Now()))
	if err != nil {
		return nil, unwritable(path, err)
	}
	file, err := sqlite.Create(ctx, path)
	if err != nil {
		return nil, errors.Join(unwritable(path, err), lock.Release())
	}
	var id journal.ReplicaID
	_, _ = rand.Read(id[:]) // never fails: it ends the program instead
	err = file.Write(ctx, func(st *sqlite.Writer) error {
		return errors.Join(st.SetMeta(metaReplica, id.String()), st.SetReplica(sqlite.Replica{No: 1, ID: id}))
	})
	if err != nil {
		return nil, errors.Join(unwritable(path, err), file.Close(), lock.Release())
	}
	return start(ctx, file, lock, o)
}

// populate writes the workspace's own record and the person who made it.
func (w *Workspace) populate(ctx context.Context, record *success.Workspace) error {
	_, err := w.Do(ctx, "Create workspace", func(tx *Tx) error {
		if _, err := tx.Create(record); err != nil {
			return err
		}
		if w.o.Actor == "" {
			return nil
		}
		_, err := tx.Create(&success.Member{Name: w.o.Actor})
		return err
	})
	if err != nil {
		return fmt.Errorf("creating the workspace: %w", err)
	}
	return w.findActor(ctx)
}

// Open opens a workspace file. One of a newer version, and one in a folder that
// cannot be written, opens for reading, and Info says why. One that another
// process writes to is an error of CodeUnavailable unless o.ReadOnly is set. The
// pages are checked in the background; a damaged file is not written to.
func Open(ctx context.Context, path string, o Options) (*Workspace, error) {
	o = o.complete()
	if _, found := sqlite.Exists(path); !found {
		return nil, &success.Error{Code: success.CodeNotFound, Message: fmt.Sprintf("There is no file %s.", path)}
	}
	var lock *sqlite.Lock
	var err error
	readOnly, why := o.ReadOnly, ""
	if !readOnly {
		lock, err = sqlite.AcquireLock(path, sqlite.ThisProcess(o.Now()))
		if errors.Is(err, sqlite.ErrLockFolder) {
			readOnly, why, err = true, fmt.Sprintf("%s or its folder cannot be written.", path), nil
		}
		if err != nil {
			return nil, unopened(path, err)
		}
	}
	file, err := sqlite.Open(ctx, path, sqlite.Options{ReadOnly: readOnly, Backup: func(ctx context.Context) error {
		return backUpOld(ctx, path, o)
	}})
	if err != nil {
		return nil, errors.Join(unopened(path, err), release(lock))
	}
	w, err := start(ctx, file, lock, o)
	if err != nil {
		return nil, err
	}
	if why != "" && !file.Newer() {
		w.readOnly = why
	}
	w.forgetAgain(ctx)
	w.checkPages()
	return w, nil
}

// backUpOld copies a file of an older version before it is migrated.
func backUpOld(ctx context.Context, path string, o Options) error {
	folder := o.BackupDir
	if folder == "" {
		folder = sqlite.BackupFolder(path)
	}
	_, err := sqlite.Restore(ctx, path, filepath.Join(folder, sqlite.BackupName(path, o.Now())), o.Now())
	return err
}

func release(lock *sqlite.Lock) error {
	if lock == nil {
		return nil
	}
	return lock.Release()
}

func start(ctx context.Context, file *sqlite.File, lock *sqlite.Lock, o Options) (*Workspace, error) {
	w := &Workspace{o: o, file: file, lock: lock}
	switch {
	case file.Newer():
		w.readOnly = "A newer version of Tendril wrote this file. You can read it; update Tendril to change it."
	case file.ReadOnly():
		w.readOnly = "The file is open for reading only."
	}
	w.refresher.init()
	err := file.Read(ctx, func(r *sqlite.Reader) error {
		replica, err := r.Meta(metaReplica)
		if err != nil {
			return err
		}
		id, err := parseHex(replica)
		w.replica = journal.ReplicaID(id)
		if err != nil {
			return err
		}
		return w.readSpace(r)
	})
	if err == nil {
		err = w.findActor(ctx)
	}
	if err == nil && w.readOnly == "" {
		err = errors.Join(file.KeepTail(ctx), w.findLastBackup(ctx))
	}
	if err == nil && w.readOnly == "" {
		err = w.catchUp(ctx)
	}
	if err != nil {
		return nil, errors.Join(unopened(file.Path(), fmt.Errorf("opening the workspace: %w", err)), file.Close(), release(lock))
	}
	return w, nil
}

// checkPages looks for damage in the background; what is damaged is not written
// to any more.
func (w *Workspace) checkPages() {
	w.refresher.done.Go(func() {
		// Whoever opens the file reads it first; reading all of it can wait.
		select {
		case <-w.refresher.ctx.Done():
			return
		case <-time.After(checkAfter):
		}
		w.refresher.rest() // somebody may be waiting for the portfolio
		w.file.Rest()      // or for an import
		err := w.file.Check(w.refresher.ctx, false)
		if err == nil || w.refresher.ctx.Err() != nil {
			return
		}
		w.o.Log.WithField("err", err.Error()).Error("the workspace file is damaged")
		if sqlite.Damaged(err) {
			w.mu.Lock()
			w.readOnly = damagedMessage
			w.mu.Unlock()
			w.emit(Event{})
		}
	})
}

// checkAfter is how long after the opening the pages are checked: of 10,000 accounts
// that takes a processor half a minute, and the first moments are for the person.
const checkAfter = 20 * time.Second

const damagedMessage = "The file is damaged. It is not written to any more; recover it into a new file."

// ReadOnly says why nothing can be written; empty where it can. Unlike Info it reads
// nothing of the file.
func (w *Workspace) ReadOnly() string { return w.why() }

// why returns the reason for which nothing can be written, or "".
func (w *Workspace) why() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.readOnly
}

func (w *Workspace) readSpace(r *sqlite.Reader) error {
	text, err := r.Meta(metaSpace)
	if err != nil || text == "" {
		return err
	}
	w.space, err = parseHex(text)
	return err
}

// Close waits for what runs in the background and closes the file.
func (w *Workspace) Close() error {
	w.refresher.stop()
	return errors.Join(w.file.Close(), release(w.lock))
}

// Today returns the machine's local date from the injected clock.
func (w *Workspace) Today() success.Date { return success.DateOf(w.o.Now()) }

// newID returns the id of a record that is made now.
func (w *Workspace) newID(now time.Time) success.ID {
	return success.ID(w.ids.next(now).String())
}

// workspaceSpace returns the space of what belongs to no account.
func (w *Workspace) workspaceSpace() journal.UUID {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.space
}

// OnChange calls fn after every committed change, from the goroutine that
// wrote. fn must not write to the workspace.
func (w *Workspace) OnChange(fn func(Event)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.listeners = append(w.listeners, fn)
}

func (w *Workspace) emit(e Event) {
	w.mu.Lock()
	listeners := w.listeners
	w.mu.Unlock()
	for _, fn := range listeners {
		fn(e)
	}
}

// findActor looks for the member that the person who writes is.
func (w *Workspace) findActor(ctx context.Context) error {
	w.mu.Lock()
	w.actor, w.actorName = w.o.Actor, w.o.Actor
	w.mu.Unlock()
	if w.o.Actor == "" {
		return nil
	}
	return w.file.Read(ctx, func(r *sqlite.Reader) error {
		return r.KindInSpace(w.workspaceSpace(), "member", func(row sqlite.Row) error {
			if !row.Deleted && textOf(member(row.Body, "name")) == w.o.Actor {
				w.mu.Lock()
				w.actor = row.ID.String()
				w.mu.Unlock()
			}
			return nil
		})
	})
}
