package workspace

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// Do is the one write path: fn's writes become one action under label. An error
// of fn keeps everything as it was. An action that changed nothing has no ID.
func (w *Workspace) Do(ctx context.Context, label string, fn func(tx *Tx) error) (Action, error) {
	return w.act(ctx, label, journal.UUID{}, 0, fn)
}

// act runs one action; undoes and depth are set where it takes another one back.
func (w *Workspace) act(ctx context.Context, label string, undoes journal.UUID, depth int, fn func(tx *Tx) error) (Action, error) {
	if why := w.why(); why != "" {
		return Action{}, &success.Error{Code: success.CodeUnavailable, Message: why + " Nothing was changed."}
	}
	var done *Tx
	err := w.file.Write(ctx, func(st *sqlite.Writer) error {
		tx, err := w.begin(st, label, undoes, depth)
		if err != nil {
			return err
		}
		if err := fn(tx); err != nil {
			return err
		}
		if err := tx.flush(); err != nil {
			return err
		}
		if tx.act.Records == 0 {
			return errNothing
		}
		done = tx
		return tx.finish()
	})
	if errors.Is(err, errNothing) {
		return Action{}, nil
	}
	if err != nil {
		return Action{}, unwritable(w.file.Path(), err)
	}
	w.committed(done.apply, done.act.ID.String(), done.space)
	return w.shown(&done.act), nil
}

// errNothing takes back a transaction that has nothing to keep.
var errNothing = errors.New("nothing was changed")

func (w *Workspace) begin(st *sqlite.Writer, label string, undoes journal.UUID, depth int) (*Tx, error) {
	now := w.o.Now()
	tx := &Tx{
		w: w, st: st, now: now, today: success.DateOf(now), drafts: map[journal.UUID]*draft{},
		places: map[journal.UUID]sqlite.Place{}, undoes: undoes, trust: depth > 0, space: w.workspaceSpace(),
	}
	no, err := st.NextAction()
	if err != nil {
		return nil, err
	}
	if tx.clock.Last, tx.seen, err = readClock(st.Reader); err != nil {
		return nil, err
	}
	if tx.reps, err = readReplicas(st.Reader, w.replica); err != nil {
		return nil, err
	}
	tx.act = sqlite.Action{
		No: no, ID: randomID(), Label: label, At: now.UnixMilli(), Actor: w.writer(),
		Undoes: undoes, Depth: depth, Replica: tx.reps.own.No,
	}
	tx.apply = newApplier(st, tx.reps)
	return tx, nil
}

func randomID() journal.UUID { return journal.UUID(uuid.Must(uuid.NewRandomFromReader(rand.Reader))) }

// finish writes what the action is, beside what it did.
func (tx *Tx) finish() error {
	if err := tx.st.AddAction(&tx.act); err != nil {
		return err
	}
	if err := writeClock(tx.st, tx.clock.Last, tx.seen); err != nil {
		return err
	}
	if err := tx.reps.save(tx.st); err != nil {
		return err
	}
	if err := tx.keepSpace(); err != nil {
		return err
	}
	return tx.apply.touch(tx.space)
}

// keepSpace stores the workspace's own space once there is one.
func (tx *Tx) keepSpace() error {
	if tx.w.workspaceSpace() == tx.space {
		return nil
	}
	return tx.st.SetMeta(metaSpace, hex.EncodeToString(tx.space[:]))
}

// touch makes the summaries old that the batch changed. What hangs on a record of
// the workspace itself (evidence on a customer type) touches no account.
func (a *applier) touch(own journal.UUID) error {
	delete(a.touched, own)
	for space := range a.touched {
		if err := a.w.Touch(space); err != nil {
			return err
		}
	}
	if a.rates {
		return a.w.TouchAll()
	}
	return nil
}

// committed takes over what a transaction changed and tells whoever listens.
func (w *Workspace) committed(a *applier, action string, space journal.UUID) {
	w.mu.Lock()
	w.space = space
	w.mu.Unlock()
	e := Event{Action: action}
	for id := range a.touched {
		e.Accounts = append(e.Accounts, success.ID(id.String()))
	}
	for kind := range a.kinds {
		e.Kinds = append(e.Kinds, kind)
	}
	slices.Sort(e.Accounts)
	slices.Sort(e.Kinds)
	if a.kinds["member"] {
		w.rememberName()
	}
	w.refresher.wake(w)
	w.backUpIfDue()
	w.emit(e)
}

func readClock(r *sqlite.Reader) (last, seen journal.HLC, err error) {
	for key, into := range map[string]*journal.HLC{metaClock: &last, metaSeen: &seen} {
		text, err := r.Meta(key)
		if err != nil {
			return 0, 0, err
		}
		if text == "" {
			continue
		}
		n, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			return 0, 0, fmt.Errorf("reading the clock: %w", err)
		}
		*into = journal.HLC(n)
	}
	return last, seen, nil
}

func writeClock(st *sqlite.Writer, last, seen journal.HLC) error {
	return errors.Join(
		st.SetMeta(metaClock, strconv.FormatUint(uint64(last), 10)),
		st.SetMeta(metaSeen, strconv.FormatUint(uint64(seen), 10)))
}

func parseHex(text string) (id [16]byte, err error) {
	raw, err := hex.DecodeString(text)
	if err != nil || len(raw) != 16 {
		return id, fmt.Errorf("%q is not an id of 16 bytes", text)
	}
	return [16]byte(raw), nil
}

// shown is an action as programs see it.
func (w *Workspace) shown(a *sqlite.Action) Action {
	out := Action{ID: a.ID.String(), Label: a.Label, At: success.Instant(a.At), Actor: a.Actor, Undone: a.Undone, Records: a.Records}
	if !a.Undoes.IsZero() {
		out.Undoes = a.Undoes.String()
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if a.Actor == w.actor {
		out.Actor = w.actorName
	}
	return out
}

// unwritable turns what the disk says into what a person can do about it.
func unwritable(path string, err error) error {
	switch {
	case errors.Is(err, sqlite.ErrFull):
		return &success.Error{Code: success.CodeUnavailable, Message: "The disk is full. Nothing was changed; make room and try again.", Err: err}
	case sqlite.Damaged(err):
		return &success.Error{Code: success.CodeUnavailable, Message: damagedMessage, Err: err}
	case sqlite.IsDiskError(err):
		return &success.Error{Code: success.CodeUnavailable, Message: fmt.Sprintf("The disk refused to write %s. Nothing was changed; see whether the disk is well and try again.", path), Err: err}
	case errors.Is(err, sqlite.ErrReadOnly), errors.Is(err, sqlite.ErrLockFolder), sqlite.IsReadOnly(err):
		return &success.Error{Code: success.CodeUnavailable, Message: fmt.Sprintf("%s cannot be written: the file or its folder is read-only. Nothing was changed.", path), Err: err}
	}
	return err
}

func unopened(path string, err error) error {
	switch {
	case sqlite.IsMissing(err):
		return &success.Error{Code: success.CodeNotFound, Message: fmt.Sprintf("There is no file %s.", path), Err: err}
	case errors.Is(err, sqlite.ErrNotWorkspace):
		return &success.Error{Code: success.CodeInvalid, Message: fmt.Sprintf("%s is not a Tendril workspace.", path), Err: err}
	}
	return unwritable(path, err)
}
