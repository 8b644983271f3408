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
	"io/fs"
	"sync"
	"time"

	"github.com/google/uuid"
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
	NewID     func() success.ID  // nil means random UUIDs of version 7
	BackupDir string             // where backups go; "" means beside the file
}

// Workspace is one open workspace file. It is safe for concurrent use; writes
// queue up behind each other.
type Workspace struct {
	o        Options
	file     *sqlite.File
	replica  journal.ReplicaID
	actor    string // a member's id, or the plain name
	readOnly string // why nothing can be written

	mu        sync.Mutex
	space     journal.UUID // the workspace's own record and space
	listeners []func(Event)

	refresher refresher
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
	if o.NewID == nil {
		o.NewID = func() success.ID { return success.ID(uuid.Must(uuid.NewV7()).String()) }
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
	file, err := sqlite.Create(ctx, path)
	if errors.Is(err, fs.ErrExist) {
		return nil, &success.Error{Code: success.CodeConflict, Message: fmt.Sprintf("%s exists already; nothing was changed. Choose another name.", path), Err: err}
	}
	if err != nil {
		return nil, unwritable(path, err)
	}
	var id journal.ReplicaID
	_, _ = rand.Read(id[:]) // never fails: it ends the program instead
	err = file.Write(ctx, func(st *sqlite.Writer) error {
		return errors.Join(st.SetMeta(metaReplica, id.String()), st.SetReplica(sqlite.Replica{No: 1, ID: id}))
	})
	if err != nil {
		return nil, errors.Join(unwritable(path, err), file.Close())
	}
	return start(ctx, file, o)
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

// Open opens a workspace file. A file written by a newer version, and one that
// cannot be written, open for reading where o.ReadOnly is set and are an
// *success.Error otherwise; only the newer one opens for reading in any case.
func Open(ctx context.Context, path string, o Options) (*Workspace, error) {
	o = o.complete()
	file, err := sqlite.Open(ctx, path, sqlite.Options{ReadOnly: o.ReadOnly})
	if err != nil {
		return nil, unopened(path, err)
	}
	return start(ctx, file, o)
}

func start(ctx context.Context, file *sqlite.File, o Options) (*Workspace, error) {
	w := &Workspace{o: o, file: file}
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
	if err != nil {
		return nil, errors.Join(fmt.Errorf("opening the workspace: %w", err), file.Close())
	}
	return w, nil
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
	return w.file.Close()
}

// Today returns the machine's local date from the injected clock.
func (w *Workspace) Today() success.Date { return success.DateOf(w.o.Now()) }

func (w *Workspace) newID() success.ID { return w.o.NewID() }

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
	w.actor = w.o.Actor
	if w.o.Actor == "" {
		return nil
	}
	return w.file.Read(ctx, func(r *sqlite.Reader) error {
		return r.KindInSpace(w.workspaceSpace(), "member", func(row sqlite.Row) error {
			if !row.Deleted && textOf(member(row.Body, "name")) == w.o.Actor {
				w.actor = row.ID.String()
			}
			return nil
		})
	})
}
