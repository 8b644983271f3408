package workspace

import (
	"context"
	"errors"
	"fmt"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// Pending returns the file's own entries that no server has acknowledged, in
// order, at most limit but whole groups.
func (w *Workspace) Pending(ctx context.Context, limit int) (bodies [][]byte, err error) {
	err = w.read(ctx, func(v view) error {
		reps, err := readReplicas(v.r, w.replica)
		if err != nil {
			return err
		}
		return v.r.PendingOf(reps.own.No, limit, func(c *sqlite.Change) error {
			e, err := journal.Decode(c.Body)
			if err != nil {
				return fmt.Errorf("reading change %d: %w", c.ID, err)
			}
			if len(bodies) >= limit && e.ID.N == e.TxFirst {
				return errEnough
			}
			bodies = append(bodies, c.Body)
			return nil
		})
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return bodies, err
}

// Apply takes entries of a server's log, in any order and any number of times,
// the file's own among them; groups are whole. What names an entry that is not
// here yet is held until it comes.
func (w *Workspace) Apply(ctx context.Context, page []journal.Sequenced) error {
	return w.merge(ctx, func(m *merger) error {
		for _, s := range page {
			e, err := journal.Decode(s.Body)
			if err != nil {
				return fmt.Errorf("receiving an entry: %w", err)
			}
			m.waiting = append(m.waiting, received{entry: e, body: s.Body, seq: s.Seq, eff: s.Eff})
		}
		return nil
	})
}

// Acknowledge takes a server's answer to a push, or a repetition of one.
func (w *Workspace) Acknowledge(ctx context.Context, acks []journal.Ack) error {
	return w.merge(ctx, func(m *merger) error {
		for _, a := range acks {
			change, ok := m.tx.reps.change(a.ID)
			if !ok {
				return fmt.Errorf("an acknowledgement of entry %d of an unknown replica", a.ID.N)
			}
			if err := m.rank(change, a.Seq, a.Eff); err != nil {
				return err
			}
		}
		return nil
	})
}

// merger brings what a server says into the file.
type merger struct {
	tx      *Tx
	waiting []received
	ranked  bool
	actions map[journal.UUID]*sqlite.Action
}

type received struct {
	entry    *journal.Entry
	body     []byte
	seq, eff uint64
	held     bool // stored already
}

func (w *Workspace) merge(ctx context.Context, take func(m *merger) error) error {
	if why := w.why(); why != "" {
		return &success.Error{Code: success.CodeUnavailable, Message: why}
	}
	var tx *Tx
	err := w.file.Write(ctx, func(st *sqlite.Writer) error {
		var err error
		if tx, err = w.begin(st, "", journal.UUID{}, 0); err != nil {
			return err
		}
		m := &merger{tx: tx, actions: map[journal.UUID]*sqlite.Action{}}
		if err := take(m); err != nil {
			return err
		}
		if err := m.settle(); err != nil {
			return err
		}
		if err := tx.apply.save(); err != nil {
			return err
		}
		tx.clock.Settle(tx.now, tx.seen)
		if err := errors.Join(writeClock(st, tx.clock.Last, tx.seen), tx.reps.save(st)); err != nil {
			return err
		}
		if err := tx.keepSpace(); err != nil {
			return err
		}
		return tx.apply.touch(tx.space)
	})
	if err != nil {
		return unwritable(w.file.Path(), err)
	}
	w.committed(tx.apply, "", tx.space)
	return nil
}

// settle applies what can be applied, holds the rest, and orders the file's own
// pending entries anew, as what they had seen may have got its place by now.
func (m *merger) settle() error {
	held, err := m.tx.st.AllHeld()
	if err != nil {
		return err
	}
	for _, h := range held {
		e, err := journal.Decode(h.Body)
		if err != nil {
			return fmt.Errorf("reading a held entry: %w", err)
		}
		m.waiting = append(m.waiting, received{entry: e, body: h.Body, seq: h.Seq, eff: h.Eff, held: true})
	}
	for moved := true; moved; {
		if moved, err = m.round(); err != nil {
			return err
		}
	}
	for _, r := range m.waiting {
		if r.held {
			continue
		}
		h := sqlite.Held{Replica: r.entry.ID.Replica, N: r.entry.ID.N, Seq: r.seq, Eff: r.eff, Body: r.body}
		if err := m.tx.st.Hold(&h); err != nil {
			return err
		}
	}
	return m.reorder()
}

// round applies every waiting group that is ready and reports whether there was one.
func (m *merger) round() (moved bool, err error) {
	groups := map[journal.ID][]received{}
	var order []journal.ID
	for _, r := range m.waiting {
		key := journal.ID{Replica: r.entry.ID.Replica, N: r.entry.TxFirst}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], r)
	}
	m.waiting = m.waiting[:0]
	for _, key := range order {
		took, err := m.group(groups[key])
		if err != nil {
			return false, err
		}
		moved = moved || took
	}
	return moved, nil
}

// group applies a group whose entries are all here and ready, notes the places of
// those that are known, and lets the others wait.
func (m *merger) group(all []received) (took bool, err error) {
	parts, err := m.unknown(all)
	if err != nil || len(parts) == 0 {
		return false, err
	}
	first, length := all[0].entry.TxFirst, uint64(all[0].entry.TxLen)
	ready := uint64(len(parts)) == length
	for _, r := range parts {
		if ready {
			if ready, err = m.ready(r.entry); err != nil {
				return false, err
			}
		}
	}
	if !ready {
		for _, r := range parts {
			m.waiting = append(m.waiting, r)
		}
		return false, nil
	}
	for n := first; n < first+length; n++ {
		if err := m.add(parts[n]); err != nil {
			return false, err
		}
	}
	return true, nil
}

// unknown returns the entries of a group that are not in the journal, by number,
// and notes the places of those that are.
func (m *merger) unknown(all []received) (map[uint64]received, error) {
	parts := map[uint64]received{}
	for _, r := range all {
		known, err := m.known(r.entry.ID)
		if err != nil {
			return nil, err
		}
		if !known {
			if old, twice := parts[r.entry.ID.N]; !twice || old.held {
				r.held = r.held || old.held
				parts[r.entry.ID.N] = r
			}
			continue
		}
		if change, _ := m.tx.reps.change(r.entry.ID); r.seq != 0 {
			if err := m.rank(change, r.seq, r.eff); err != nil {
				return nil, err
			}
		}
	}
	return parts, nil
}

func (m *merger) known(id journal.ID) (bool, error) {
	change, ok := m.tx.reps.change(id)
	if !ok {
		return false, nil
	}
	return m.tx.apply.has(change)
}

func (m *merger) ready(e *journal.Entry) (bool, error) {
	var failed error
	ready := e.Ready(func(id journal.ID) bool {
		known, err := m.known(id)
		failed = errors.Join(failed, err)
		return known
	})
	return ready, failed
}

// has reports whether the journal has an entry.
func (a *applier) has(change int64) (bool, error) {
	if _, ok := a.entries[change]; ok {
		return true, nil
	}
	_, found, err := a.w.HasChange(change)
	return found, err
}

func (m *merger) add(r received) error {
	action, err := m.action(r.entry)
	if err != nil {
		return err
	}
	if r.seq == 0 {
		// From a backup's tail: no server has seen it.
		var failed error
		r.eff = journal.LocalRank(r.entry, func(id journal.ID) uint64 {
			rank, err := m.tx.apply.rankOf(id)
			failed = errors.Join(failed, err)
			return rank
		})
		if failed != nil {
			return failed
		}
	}
	if err := m.tx.apply.apply(r.entry, r.body, r.eff, r.seq, action.No); err != nil {
		return err
	}
	change, _ := m.tx.reps.change(r.entry.ID)
	action.First, action.Last = min(action.First, change), max(action.Last, change)
	action.Records++
	if action.Label == "" {
		action.Label = r.entry.Label
	}
	if r.entry.Kind == "workspace" && m.tx.space.IsZero() {
		m.tx.space = r.entry.Record
	}
	m.tx.seen = max(m.tx.seen, journal.HLC(r.eff))
	if err := m.tx.st.ExtendAction(action); err != nil {
		return err
	}
	if r.held {
		return m.tx.st.Release(r.entry.ID.Replica, r.entry.ID.N)
	}
	return nil
}

// action returns the stored action of a received entry.
func (m *merger) action(e *journal.Entry) (*sqlite.Action, error) {
	if a := m.actions[e.Action]; a != nil {
		return a, nil
	}
	a, found, err := m.tx.st.Action(e.Action)
	if err != nil {
		return nil, err
	}
	if !found {
		if a, err = m.newAction(e); err != nil {
			return nil, err
		}
	}
	m.actions[e.Action] = a
	return a, nil
}

// newAction stores the action that a received entry is the first of.
func (m *merger) newAction(e *journal.Entry) (*sqlite.Action, error) {
	change, err := m.tx.reps.add(e.ID)
	if err != nil {
		return nil, err
	}
	no, err := m.tx.st.NextAction()
	if err != nil {
		return nil, err
	}
	a := &sqlite.Action{
		No: no, ID: e.Action, Label: e.Label, At: e.HLC.Time().UnixMilli(), Actor: e.Actor, Undoes: e.Undoes,
		Replica: m.tx.reps.byID[e.ID.Replica].No, First: change, Last: change,
	}
	if a.Undoes.IsZero() {
		return a, m.tx.st.AddAction(a)
	}
	before, found, err := m.tx.st.Action(a.Undoes)
	if err != nil {
		return nil, err
	}
	a.Depth = 1
	if found {
		a.Depth = before.Depth + 1
		if err := m.tx.markUndone(before); err != nil {
			return nil, err
		}
	}
	return a, m.tx.st.AddAction(a)
}

// rank gives a known entry the place that the server gave it.
func (m *merger) rank(change int64, seq, eff uint64) error {
	m.tx.seen = max(m.tx.seen, journal.HLC(eff))
	c, found, err := m.tx.st.Change(change)
	if err != nil {
		return err
	}
	switch {
	case !found:
		return fmt.Errorf("an acknowledgement of change %d, which is not here", change)
	case c.Seq != 0 && c.Rank != eff:
		return fmt.Errorf("change %d has effective times %d and %d", change, c.Rank, eff)
	case c.Seq != 0:
		return nil
	}
	m.ranked = true
	if err := m.tx.st.Acknowledge(change, seq, eff); err != nil {
		return err
	}
	return m.setRank(c, eff)
}

// setRank orders the cells of an entry anew.
func (m *merger) setRank(c *sqlite.Change, eff uint64) error {
	a := m.tx.apply
	if l, ok := a.entries[c.ID]; ok {
		l.rank = eff
	}
	e, err := journal.Decode(c.Body)
	if err != nil {
		return fmt.Errorf("reading change %d: %w", c.ID, err)
	}
	s, err := a.state(e.Record)
	if err != nil || s.rec == nil {
		return err
	}
	for i := range e.Fields {
		name := e.Fields[i].Name
		if name == updatedAt {
			continue
		}
		cell, err := a.cell(s, name)
		if err != nil {
			return err
		}
		// The rows may have the new place already, so the winner is taken afresh.
		cell.cell.SetRank(e.ID, eff)
		if len(cell.cell.Heads) > 1 {
			s.show(name, &cell.cell)
			s.changed = true
			a.mark(e)
		}
	}
	return nil
}

// reorder gives the file's own pending entries their local places anew.
func (m *merger) reorder() error {
	if !m.ranked {
		return nil
	}
	var pending []*sqlite.Change
	err := m.tx.st.PendingEditsOf(m.tx.reps.own.No, func(c *sqlite.Change) error {
		pending = append(pending, c)
		return nil
	})
	if err != nil {
		return err
	}
	for _, c := range pending {
		e, err := journal.Decode(c.Body)
		if err != nil {
			return fmt.Errorf("reading change %d: %w", c.ID, err)
		}
		var failed error
		eff := journal.LocalRank(e, func(id journal.ID) uint64 {
			rank, err := m.tx.apply.rankOf(id)
			failed = errors.Join(failed, err)
			return rank
		})
		if failed != nil {
			return failed
		}
		if eff == c.Rank {
			continue
		}
		if err := m.tx.st.Rerank(c.ID, eff); err != nil {
			return err
		}
		if err := m.setRank(c, eff); err != nil {
			return err
		}
	}
	return nil
}
