package workspace

import (
	"fmt"
	"maps"
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// chronicle is everything that ever happened to one record.
type chronicle struct {
	made    journal.ID
	entries []*logged // in order of rank
	byID    map[journal.ID]*logged
	tx      *Tx
}

// chronicle reads a record's entries.
func (tx *Tx) chronicle(d *draft) (*chronicle, error) {
	h := &chronicle{made: tx.reps.id(d.rec.Made), byID: map[journal.ID]*logged{}, tx: tx}
	made, err := tx.apply.logged(d.rec.Made)
	if err != nil {
		return nil, err
	}
	if h.entries, err = tx.laterEntries(d.rec, made); err != nil {
		return nil, err
	}
	all := h.entries
	for _, l := range all {
		h.byID[l.entry.ID] = l
	}
	return h, nil
}

// laterEntries adds to the entry that made a record those that changed it.
func (tx *Tx) laterEntries(rec *sqlite.Record, made *logged) ([]*logged, error) {
	changes, read := tx.apply.ahead.takeChanges(rec.ID)
	if !read {
		return laterEntries(tx.st.Reader, rec, []*logged{made})
	}
	all := []*logged{made}
	for _, c := range changes {
		l, err := decoded(c)
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	sortLogged(all)
	return all, nil
}

func sortLogged(all []*logged) {
	slices.SortFunc(all, func(a, b *logged) int { return a.place().Compare(b.place()) })
}

// entriesOf returns a record's entries in order of rank.
func entriesOf(r *sqlite.Reader, rec *sqlite.Record) ([]*logged, error) {
	made, found, err := r.Change(rec.Made)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fmt.Errorf("the journal lacks the change that made %s", rec.ID)
	}
	first, err := decoded(made)
	if err != nil {
		return nil, err
	}
	return laterEntries(r, rec, []*logged{first})
}

// laterEntries adds the entries that changed a record after it was made.
func laterEntries(r *sqlite.Reader, rec *sqlite.Record, all []*logged) ([]*logged, error) {
	err := r.ChangesOf(rec.ID, func(c *sqlite.Change) error {
		l, err := decoded(c)
		all = append(all, l)
		return err
	})
	sortLogged(all)
	return all, err
}

func decoded(c *sqlite.Change) (*logged, error) {
	e, err := journal.Decode(c.Body)
	if err != nil {
		return nil, fmt.Errorf("reading change %d: %w", c.ID, err)
	}
	return &logged{entry: e, rank: c.Rank}, nil
}

func (l *logged) place() journal.Rank { return journal.RankOf(l.entry.ID, l.rank) }

// cells returns the names of all cells that were ever written.
func (h *chronicle) cells() []string {
	names := map[string]bool{}
	for _, l := range h.entries {
		for i := range l.entry.Fields {
			names[l.entry.Fields[i].Name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// cellsOf returns the names of the cells that an action wrote.
func (h *chronicle) cellsOf(action journal.UUID) []string {
	names := map[string]bool{}
	for _, l := range h.entries {
		for i := range l.entry.Fields {
			if l.entry.Action == action {
				names[l.entry.Fields[i].Name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// newest returns the entry whose value a cell shows; nil when it has none.
func (h *chronicle) newest(name string) *logged {
	var c journal.Cell
	for _, l := range h.entries {
		if f := fieldOf(l.entry, name); f != nil {
			c.Apply(journal.Head{ID: l.entry.ID, Rank: l.place(), Op: f.Op, Value: f.Value}, f.Prev)
		}
	}
	winner, ok := c.Winner()
	if !ok {
		return nil
	}
	return h.byID[winner.ID]
}

// comesFrom reports whether a cell's value is an action's: taking another action
// back gives the value of whoever wrote it before that one. What nobody wrote is
// of the action that made the record.
func (h *chronicle) comesFrom(name string, action journal.UUID) bool {
	at := h.newest(name)
	for range len(h.entries) + 1 {
		switch {
		case at == nil:
			return h.byID[h.made].entry.Action == action
		case at.entry.Action == action:
			return true
		case at.entry.Undoes.IsZero():
			return false
		}
		undone := h.writeOf(name, at.entry.Undoes)
		if undone == nil {
			return false
		}
		at = h.previous(name, undone, undone.entry.Action)
	}
	return false
}

// writeOf returns the last entry of an action that wrote a cell, or nil.
func (h *chronicle) writeOf(name string, action journal.UUID) *logged {
	for _, l := range slices.Backward(h.entries) {
		if l.entry.Action == action && fieldOf(l.entry, name) != nil {
			return l
		}
	}
	return nil
}

// previous returns the entry whose value a cell showed before an action wrote it;
// nil when it had none.
func (h *chronicle) previous(name string, at *logged, action journal.UUID) *logged {
	for at != nil && at.entry.Action == action {
		f := fieldOf(at.entry, name)
		if f == nil {
			return nil
		}
		var best *logged
		for _, id := range f.Prev {
			l := h.byID[id]
			if l != nil && fieldOf(l.entry, name) != nil && (best == nil || best.place().Less(l.place())) {
				best = l
			}
		}
		at = best
	}
	return at
}

// before returns what an entry said of a cell before an action wrote it; nil
// when nothing did.
func (h *chronicle) before(name string, action journal.UUID) *journal.Field {
	previous := h.previous(name, h.writeOf(name, action), action)
	if previous == nil {
		return nil
	}
	return fieldOf(previous.entry, name)
}

// put gives a draft the value that a field of an entry has; nil clears it.
func (h *chronicle) put(d *draft, name string, f *journal.Field) {
	field, key, keyed := journal.CellField(name)
	switch {
	case name == presence:
		d.now.deleted = ""
		if f != nil && f.Op == journal.OpDelete {
			d.now.deleted = success.InstantOf(h.tx.now).String()
		}
	case name == createdAt:
		if f != nil {
			d.now.created = f.Value.Text
		}
	case keyed:
		var whole collection
		whole.open(&d.now, field)
		whole.put(key, inverseOp(whole.isSet, f), valueOrNone(f))
		whole.close(&d.now)
	case f == nil || f.Op != journal.OpSet:
		d.now.set(field, nil)
	default:
		d.now.set(field, fromValue(f.Value))
	}
}

func inverseOp(isSet bool, f *journal.Field) journal.Op {
	switch {
	case f != nil:
		return f.Op
	case isSet:
		return journal.OpRemove
	}
	return journal.OpClear
}

func valueOrNone(f *journal.Field) journal.Value {
	if f == nil {
		return journal.Value{}
	}
	return f.Value
}
