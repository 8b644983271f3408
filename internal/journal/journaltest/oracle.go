package journaltest

import (
	"maps"
	"slices"

	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/journal"
)

// oracle is the list of everything that a person saw saved, and of what they
// were shown when they did it. It knows nothing of clocks and merging.
type oracle struct {
	values  int
	saved   []saved
	byEntry map[journal.ID][]int
}

// saved is one change of one cell that was acknowledged to a person.
type saved struct {
	record  string
	cell    string
	op      journal.Op
	value   string // what the cell shows after it
	before  string // what it showed
	settled []string
	knew    map[journal.ID]bool // the entries that were on the device
	entry   journal.ID
}

// note adds what d's person just saved. The entries it made are those that wait
// and were not known.
func (o *oracle) note(t *rapid.T, d *device, before State, edits []Edit) {
	pending, err := d.Pending()
	must(t, err)
	knew := maps.Clone(d.knows)
	made := map[string]journal.ID{}
	for _, body := range pending {
		if e := decode(t, body); !d.knows[e.ID] {
			made[e.Record.String()] = e.ID
			d.knows[e.ID] = true
		}
	}
	for _, edit := range edits {
		id := edit.Record.String()
		entry, ok := made[id]
		if !ok {
			t.Fatalf("%s saved an edit of %s, and no entry waits for the server", d.name, id)
		}
		for _, c := range edit.Changes {
			s := saved{
				record: id, cell: c.Cell, op: c.Op, before: Nothing, knew: knew, entry: entry,
				value: text(c.Cell, journal.Head{Op: c.Op, Value: journal.Value{Text: c.Value}}),
			}
			if r, ok := before[id]; ok {
				s.before = shownIn(r, c.Cell)
				if edit.Resolve {
					s.settled = r.Conflicts[c.Cell]
				}
			}
			o.saved = append(o.saved, s)
		}
	}
}

// check fails unless every saved change is shown, in conflict, or was replaced by
// somebody who had seen it; and is in the history in any case.
func (o *oracle) check(t *rapid.T, final State) {
	for i, s := range o.saved {
		r, ok := final[s.record]
		if !ok {
			t.Fatalf("record %s is gone", s.record)
		}
		if !slices.Contains(r.History[s.cell], s.value) {
			t.Fatalf("%q of %q is not in the history: %q", s.value, s.cell, r.History[s.cell])
		}
		switch s.op {
		case journal.OpAdd, journal.OpRemove:
			o.checkElement(t, s, r)
		default:
			if shownIn(r, s.cell) != s.value && !slices.Contains(r.Conflicts[s.cell], s.value) && !o.replaced(i) {
				t.Fatalf("%q of %q was saved, nobody saw and replaced it, and it is not shown: shown %q, in conflict %q",
					s.value, s.cell, shownIn(r, s.cell), r.Conflicts[s.cell])
			}
		}
	}
	o.checkUnseen(t, final)
}

// replaced reports whether somebody changed the cell while it showed the i-th
// change's value, or settled a conflict that listed it.
func (o *oracle) replaced(i int) bool {
	s := o.saved[i]
	return slices.ContainsFunc(o.saved, func(other saved) bool {
		return other.record == s.record && other.cell == s.cell && other.entry != s.entry &&
			(other.before == s.value || slices.Contains(other.settled, s.value))
	})
}

// checkElement holds the rule of sets: an element is in when somebody added it
// and nobody removed it who knew of that.
func (o *oracle) checkElement(t *rapid.T, s saved, r Record) {
	in := slices.ContainsFunc(o.saved, func(add saved) bool {
		return add.record == s.record && add.cell == s.cell && add.op == journal.OpAdd &&
			!slices.ContainsFunc(o.saved, func(remove saved) bool {
				return remove.record == s.record && remove.cell == s.cell &&
					remove.op == journal.OpRemove && remove.knew[add.entry]
			})
	})
	if _, shown := r.Shown[s.cell]; shown != in {
		t.Fatalf("element %q: shown %v, by the rule of sets %v", s.cell, shown, in)
	}
}

// checkUnseen holds that a record in the bin lists what nobody who deleted it
// could have known, and lists nothing that all of them knew.
func (o *oracle) checkUnseen(t *rapid.T, final State) {
	for id, r := range final {
		if r.Shown[Presence] != Deleted {
			continue
		}
		for cell := range r.History {
			if cell == Presence {
				continue
			}
			some, all := o.knownToDeleters(id, cell)
			listed := slices.Contains(r.Unseen, cell)
			if listed && all {
				t.Fatalf("%q of a deleted record is listed as unseen, and everybody who deleted it knew it", cell)
			}
			if !listed && !some {
				t.Fatalf("%q of a deleted record was edited by somebody, nobody who deleted it knew, and it is not listed", cell)
			}
		}
	}
}

// knownToDeleters returns whether some deletion of the record knew some of the
// cell's changes, and whether all knew all.
func (o *oracle) knownToDeleters(record, cell string) (some, all bool) {
	all = true
	for _, d := range o.saved {
		if d.record != record || d.op != journal.OpDelete {
			continue
		}
		for _, s := range o.saved {
			if s.record == record && s.cell == cell {
				some = some || d.knew[s.entry]
				all = all && d.knew[s.entry]
			}
		}
	}
	return some, all
}

// checkOrder fails unless the server's order agrees with what people had seen.
func checkOrder(t *rapid.T, log []journal.Sequenced) {
	eff := map[journal.ID]uint64{}
	last := map[journal.ReplicaID]journal.ID{}
	for i, s := range log {
		e := decode(t, s.Body)
		if s.Seq != uint64(i)+1 {
			t.Fatalf("place %d of the log has seq %d", i+1, s.Seq)
		}
		before := last[e.ID.Replica]
		if e.ID.N != before.N+1 || before.N > 0 && s.Eff <= eff[before] {
			t.Fatalf("entry %d of %s comes after its entry %d, at %d after %d", e.ID.N, e.ID.Replica, before.N, s.Eff, eff[before])
		}
		for _, f := range e.Fields {
			for _, p := range f.Prev {
				if before, ok := eff[p]; !ok || before >= s.Eff {
					t.Fatalf("entry %d of %s is not after entry %d of %s, which its author had seen", e.ID.N, e.ID.Replica, p.N, p.Replica)
				}
			}
		}
		eff[e.ID], last[e.ID.Replica] = s.Eff, e.ID
	}
}

// reckon works out what a log must show by the plain rule, without cells: a
// change stands unless another change of the cell names it as seen; the highest
// of those that stand is shown.
func reckon(t *rapid.T, log []journal.Sequenced) State {
	type cellOf struct{ record, cell string }
	stands := map[cellOf][]standing{}
	var order []cellOf
	out := State{}
	for _, s := range log {
		e := decode(t, s.Body)
		id := e.Record.String()
		if _, ok := out[id]; !ok {
			out[id] = Record{Shown: map[string]string{Presence: Live}, Conflicts: map[string][]string{}, History: map[string][]string{}}
		}
		for _, f := range e.Fields {
			key := cellOf{id, f.Name}
			if _, ok := stands[key]; !ok {
				order = append(order, key)
			}
			value := text(f.Name, journal.Head{Op: f.Op, Value: f.Value})
			stands[key] = slices.DeleteFunc(stands[key], func(o standing) bool { return slices.Contains(f.Prev, o.id) })
			stands[key] = append(stands[key], standing{id: e.ID, eff: s.Eff, op: f.Op, value: value, prev: f.Prev})
			out[id].History[f.Name] = append(out[id].History[f.Name], value)
			slices.Sort(out[id].History[f.Name])
		}
	}
	for _, key := range order {
		showCell(out[key.record], key.cell, stands[key])
	}
	for _, key := range order {
		r := out[key.record]
		if key.cell == Presence || r.Shown[Presence] != Deleted {
			continue
		}
		deletion := highest(stands[cellOf{key.record, Presence}])
		if slices.ContainsFunc(stands[key], func(s standing) bool { return !slices.Contains(deletion.prev, s.id) }) {
			r.Unseen = append(r.Unseen, key.cell)
			slices.Sort(r.Unseen)
			out[key.record] = r
		}
	}
	return out
}

// standing is a change that nobody has replaced.
type standing struct {
	id    journal.ID
	eff   uint64
	op    journal.Op
	value string
	prev  []journal.ID
}

func highest(all []standing) standing {
	return slices.MaxFunc(all, func(a, b standing) int {
		return journal.RankOf(a.id, a.eff).Compare(journal.RankOf(b.id, b.eff))
	})
}

func showCell(r Record, cell string, all []standing) {
	if cell == Gold || cell == Late {
		if i := slices.IndexFunc(all, func(s standing) bool { return s.op == journal.OpAdd }); i >= 0 {
			r.Shown[cell] = all[i].value
		}
		return
	}
	winner := highest(all)
	if winner.value != Nothing {
		r.Shown[cell] = winner.value
	}
	for _, s := range all {
		if s.value != winner.value && !slices.Contains(r.Conflicts[cell], s.value) {
			r.Conflicts[cell] = append(r.Conflicts[cell], s.value)
		}
	}
	slices.Sort(r.Conflicts[cell])
}
