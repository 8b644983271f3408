package sqlite

import (
	"fmt"

	"github.com/tendril-app/tendril/internal/journal"
)

// Action is what a person did, as stored.
type Action struct {
	No      int64
	ID      journal.UUID
	Label   string
	At      int64 // milliseconds since 1970
	Actor   string
	Undoes  journal.UUID // zero for none
	Depth   int          // 0: done, 1: taken back, 2: done again, and so on
	Undone  bool
	Replica int64
	First   int64 // its changes, first to last
	Last    int64
	Records int
}

const actionColumns = "no, id, label, at, actor, undoes, depth, undone, replica, first, last, records"

func (a *Action) scan(row *row) error {
	var id, undoes []byte
	if err := row.scan(&a.No, &id, &a.Label, &a.At, &a.Actor, &undoes, &a.Depth, &a.Undone, &a.Replica, &a.First, &a.Last, &a.Records); err != nil {
		return fmt.Errorf("reading an action: %w", err)
	}
	copy(a.ID[:], id)
	copy(a.Undoes[:], undoes)
	return nil
}

func (r *Reader) actions(rest string, args ...any) ([]*Action, error) {
	var all []*Action
	err := r.each("SELECT "+actionColumns+" FROM action "+rest, args, func(row *row) error {
		a := &Action{}
		all = append(all, a)
		return a.scan(row)
	})
	return all, err
}

func (r *Reader) action(rest string, args ...any) (a *Action, found bool, err error) {
	all, err := r.actions(rest, args...)
	if err != nil || len(all) == 0 {
		return nil, false, err
	}
	return all[0], true, nil
}

// Actions returns the newest actions first.
func (r *Reader) Actions(limit int) ([]*Action, error) {
	return r.actions("ORDER BY no DESC LIMIT ?", limit)
}

// Action finds an action by id; found is false when there is none.
func (r *Reader) Action(id journal.UUID) (a *Action, found bool, err error) {
	return r.action("WHERE id = ?", id[:])
}

// ActionNo finds an action by its number in this file.
func (r *Reader) ActionNo(no int64) (a *Action, found bool, err error) {
	return r.action("WHERE no = ?", no)
}

// LastDone returns the newest action of a replica that stands.
func (r *Reader) LastDone(replica int64) (a *Action, found bool, err error) {
	return r.action("WHERE replica = ? AND depth = 0 AND NOT undone ORDER BY no DESC LIMIT 1", replica)
}

// LastUndone returns the newest taking-back of a replica that may be done again:
// nothing new was done since.
func (r *Reader) LastUndone(replica int64) (a *Action, found bool, err error) {
	return r.action(`WHERE replica = ?1 AND depth = 1 AND NOT undone AND no >
		(SELECT coalesce(max(no), 0) FROM action WHERE replica = ?1 AND depth = 0) ORDER BY no DESC LIMIT 1`, replica)
}

// AddAction stores an action and returns its number.
func (w *Writer) AddAction(a *Action) error {
	var undoes any
	if !a.Undoes.IsZero() {
		undoes = a.Undoes[:]
	}
	return w.exec("INSERT INTO action ("+actionColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		a.No, a.ID[:], a.Label, a.At, a.Actor, undoes, a.Depth, a.Undone, a.Replica, a.First, a.Last, a.Records)
}

// ExtendAction stores that an action has more changes.
func (w *Writer) ExtendAction(a *Action) error {
	return w.exec("UPDATE action SET first = ?, last = ?, records = ?, label = ? WHERE no = ?", a.First, a.Last, a.Records, a.Label, a.No)
}

// SetUndone stores whether an action is taken back.
func (w *Writer) SetUndone(no int64, undone bool) error {
	return w.exec("UPDATE action SET undone = ? WHERE no = ?", undone, no)
}

// NextAction returns the number of the next action.
func (r *Reader) NextAction() (no int64, err error) {
	_, err = r.one("SELECT coalesce(max(no), 0) + 1 FROM action", nil, &no)
	return no, err
}

// Replica is a writer known to this file.
type Replica struct {
	No   int64
	ID   journal.ReplicaID
	Last uint64 // number of its newest entry here
}

// Replicas returns all writers known to this file.
func (r *Reader) Replicas() ([]Replica, error) {
	var all []Replica
	err := r.each("SELECT no, id, last FROM replica", nil, func(row *row) error {
		var rep Replica
		var id []byte
		if err := row.scan(&rep.No, &id, &rep.Last); err != nil {
			return fmt.Errorf("reading a replica: %w", err)
		}
		copy(rep.ID[:], id)
		all = append(all, rep)
		return nil
	})
	return all, err
}

// SetReplica stores a writer.
func (w *Writer) SetReplica(rep Replica) error {
	return w.exec("INSERT INTO replica (no, id, last) VALUES (?, ?, ?) ON CONFLICT (no) DO UPDATE SET last = excluded.last",
		rep.No, rep.ID[:], int64(rep.Last))
}

// Meta returns a value of which there is one; "" where it is not set.
func (r *Reader) Meta(key string) (value string, err error) {
	_, err = r.one("SELECT value FROM meta WHERE key = ?", []any{key}, &value)
	return value, err
}

// SetMeta stores a value of which there is one.
func (w *Writer) SetMeta(key, value string) error {
	return w.exec("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value)
}
