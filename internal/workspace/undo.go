package workspace

import (
	"context"
	"fmt"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// Undo takes back the newest action that is not undone. An error of
// CodeNotFound says that there is none.
func (w *Workspace) Undo(ctx context.Context) (Undone, error) {
	return w.takeBack(ctx, "There is nothing to undo.", func(r *sqlite.Reader, own int64) (*sqlite.Action, bool, error) {
		return r.LastDone(own)
	})
}

// Redo does again what the last Undo took back.
func (w *Workspace) Redo(ctx context.Context) (Undone, error) {
	return w.takeBack(ctx, "There is nothing to do again.", func(r *sqlite.Reader, own int64) (*sqlite.Action, bool, error) {
		return r.LastUndone(own)
	})
}

// UndoAction takes back one action, wherever it stands in the history.
func (w *Workspace) UndoAction(ctx context.Context, id string) (Undone, error) {
	uid, err := parseID(success.ID(id))
	if err != nil {
		return Undone{}, err
	}
	return w.takeBack(ctx, "There is no such action.", func(r *sqlite.Reader, _ int64) (*sqlite.Action, bool, error) {
		a, found, err := r.Action(uid)
		if err == nil && found && a.Undone {
			return nil, false, success.Invalid("", "%q is undone already.", a.Label)
		}
		return a, found, err
	})
}

// progressKey is what WithProgress keeps in a context.
type progressKey struct{}

// WithProgress returns a context with which Undo, UndoAction and Redo say how far they
// are: of total changes done are taken back. They look at the context before each
// piece, and leave nothing behind where it is cancelled.
func WithProgress(ctx context.Context, progress func(done, total int)) context.Context {
	return context.WithValue(ctx, progressKey{}, progress)
}

// stepOf tells the progress of a context, and whether that is cancelled.
func stepOf(ctx context.Context) func(done, total int) error {
	progress, _ := ctx.Value(progressKey{}).(func(done, total int))
	return func(done, total int) error {
		if progress != nil {
			progress(done, total)
		}
		return ctx.Err()
	}
}

type pick func(r *sqlite.Reader, own int64) (*sqlite.Action, bool, error)

func (w *Workspace) takeBack(ctx context.Context, none string, choose pick) (Undone, error) {
	var target *sqlite.Action
	err := w.read(ctx, func(v view) error {
		reps, err := readReplicas(v.r, w.replica)
		if err != nil {
			return err
		}
		a, found, err := choose(v.r, reps.own.No)
		if err != nil {
			return err
		}
		if found {
			found, err = undoable(v.r, a)
		}
		if err == nil && !found {
			err = success.NotFound("%s", none)
		}
		target = a
		return err
	})
	if err != nil {
		return Undone{}, err
	}
	label := "Undo: " + target.Label
	if target.Depth%2 == 1 {
		label = "Redo: " + trimUndo(target.Label)
	}
	u := &inverter{step: stepOf(ctx), target: target, seen: map[journal.UUID]bool{}, kept: map[string]bool{}, spaces: map[journal.UUID]bool{}}
	_, err = w.act(ctx, label, target.ID, target.Depth+1, u.invert)
	if err != nil {
		return Undone{}, fmt.Errorf("undoing: %w", err)
	}
	if !u.wrote {
		// Everything was changed since: the action is done with all the same, so
		// that the next Undo reaches the one before it.
		err = w.file.Write(ctx, func(st *sqlite.Writer) error { return st.SetUndone(target.No, true) })
	}
	target.Undone = true
	out := Undone{Action: w.shown(target), Kept: u.names, First: u.first, Accounts: len(u.spaces)}
	if out.Kept == nil {
		out.Kept = []string{}
	}
	return out, err
}

// undoable reports whether an action may be taken back: all but those that emptied
// the bin and the one that made the workspace itself.
func undoable(r *sqlite.Reader, a *sqlite.Action) (bool, error) {
	if a.Depth > 0 && a.Undoes.IsZero() {
		return false, nil // emptying the bin is final
	}
	c, found, err := r.Change(a.First)
	if err != nil || !found {
		return false, err
	}
	e, err := journal.Decode(c.Body)
	if err != nil {
		return false, fmt.Errorf("reading change %d: %w", c.ID, err)
	}
	return e.Kind != "workspace" || c.Record != nil, nil
}

func trimUndo(label string) string {
	for len(label) > 6 && (label[:6] == "Undo: " || label[:6] == "Redo: ") {
		label = label[6:]
	}
	return label
}

// inverter takes one action back.
type inverter struct {
	tx     *Tx
	step   func(done, total int) error // before each piece of it
	target *sqlite.Action
	seen   map[journal.UUID]bool
	kept   map[string]bool
	names  []string
	first  success.Link
	spaces map[journal.UUID]bool // of the accounts that were touched
	wrote  bool
}

// invert gives every cell whose present value comes from the action the value
// it had before, and notes the others.
func (u *inverter) invert(tx *Tx) error {
	u.tx = tx
	first, last := u.target.First, u.target.Last
	for first <= last {
		if err := u.step(int(first-u.target.First), int(last-u.target.First+1)); err != nil {
			return err
		}
		// In pieces, as the statement that reads must not stay open while others write.
		var page []*sqlite.Change
		upTo := min(last, first+flushAt-1)
		err := tx.st.ChangesBetween(first, upTo, func(c *sqlite.Change) error {
			page = append(page, c)
			return nil
		})
		if err != nil {
			return err
		}
		if err := u.page(page); err != nil {
			return err
		}
		first = upTo + 1
	}
	if err := tx.flush(); err != nil {
		return err
	}
	u.wrote = tx.act.Records > 0
	return u.tx.markUndone(u.target)
}

// page takes back some of the action's entries; their records are read together.
func (u *inverter) page(changes []*sqlite.Change) error {
	entries := make([]*logged, 0, len(changes))
	ids := make([]journal.UUID, 0, len(changes))
	asked := make(map[journal.UUID]bool, len(changes))
	for _, c := range changes {
		l, err := decoded(c)
		if err != nil {
			return err
		}
		entries = append(entries, l)
		if id := l.entry.Record; !u.seen[id] && !asked[id] {
			asked[id] = true
			ids = append(ids, id)
		}
	}
	if err := u.tx.apply.prefetch(ids); err != nil {
		return err
	}
	for i, c := range changes {
		if err := u.record(entries[i], c.ID); err != nil {
			return err
		}
	}
	u.tx.apply.ahead = prefetched{}
	return nil
}

// markUndone keeps what is undone in step: taking back an Undo does its action
// again.
func (tx *Tx) markUndone(target *sqlite.Action) error {
	if err := tx.st.SetUndone(target.No, true); err != nil {
		return err
	}
	at, undone := target, false
	for !at.Undoes.IsZero() {
		before, found, err := tx.st.Action(at.Undoes)
		if err != nil || !found {
			return err
		}
		if err := tx.st.SetUndone(before.No, undone); err != nil {
			return err
		}
		at, undone = before, !undone
	}
	return nil
}

// record takes back what the action did to one record.
func (u *inverter) record(l *logged, change int64) error {
	e := l.entry
	if u.seen[e.Record] {
		return nil
	}
	u.seen[e.Record] = true
	if u.first.IsZero() {
		u.first = success.Link{Kind: success.Kind(e.Kind), ID: success.ID(e.Record.String())}
	}
	if e.Space != u.tx.space {
		u.spaces[e.Space] = true
	}
	d, err := u.tx.find(e.Record)
	if err != nil || d == nil {
		return err
	}
	if d.isPurged() {
		u.note(d, "was emptied from the bin")
		return nil
	}
	if d.rec.Made == change {
		// It is at hand, and an import has a hundred thousand of them.
		u.tx.apply.entries[change] = l
	}
	h, err := u.tx.chronicle(d)
	if err != nil {
		return err
	}
	if d.rec.Made == change {
		u.unmake(d, h)
	} else {
		u.revert(d, h)
	}
	if len(u.tx.order) >= flushAt {
		return u.tx.flush()
	}
	return nil
}

// unmake puts a record that the action made in the bin, unless somebody has
// worked on it since.
func (u *inverter) unmake(d *draft, h *chronicle) {
	if d.rec.Deleted {
		u.note(d, "is in the bin already")
		return
	}
	if len(h.entries) > 1 && !u.untouched(h) {
		u.keep(d)
		return
	}
	d.now.deleted = success.InstantOf(u.tx.now).String()
	u.tx.keep(d)
}

// untouched reports whether all that a record says comes from the action.
func (u *inverter) untouched(h *chronicle) bool {
	for _, name := range h.cells() {
		if name != updatedAt && !h.comesFrom(name, u.target.ID) {
			return false
		}
	}
	return true
}

// revert gives back what the action changed in a record that was there before.
func (u *inverter) revert(d *draft, h *chronicle) {
	for _, name := range h.cellsOf(u.target.ID) {
		if name == updatedAt {
			continue
		}
		if !h.comesFrom(name, u.target.ID) {
			u.keep(d)
			continue
		}
		h.put(d, name, h.before(name, u.target.ID))
	}
	if u.tx.drafts[d.id] == nil {
		u.tx.keep(d)
	}
}

func (u *inverter) keep(d *draft) { u.note(d, "was changed since and stays as it is") }

func (u *inverter) note(d *draft, what string) {
	name := spoken(d.info.kind) + " “" + title(d.info, d.rec.Body) + "” " + what
	if !u.kept[name] {
		u.kept[name] = true
		u.names = append(u.names, name)
	}
}
