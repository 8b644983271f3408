package journaltest

import (
	"fmt"
	"maps"
	"slices"

	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/journal"
)

// edit lets the person at d do something to what they see.
func (w *world) edit(t *rapid.T, d *device) {
	shown := state(t, d)
	var edits []Edit
	known := slices.Sorted(maps.Keys(shown))
	if len(known) == 0 || len(known) < 3 && rapid.IntRange(0, 15).Draw(t, "new record") == 0 {
		edits = append(edits, w.create(t))
	} else {
		// Now and then one action touches two records, which is a group.
		picked := []string{rapid.SampledFrom(known).Draw(t, "record")}
		if other := rapid.SampledFrom(known).Draw(t, "other record"); rapid.IntRange(0, 4).Draw(t, "group") == 0 && other != picked[0] {
			picked = append(picked, other)
		}
		for _, id := range picked {
			if e, ok := w.change(t, id, shown[id]); ok {
				edits = append(edits, e)
			}
		}
	}
	if len(edits) == 0 {
		return
	}
	must(t, d.Do(d.clock(w), edits))
	w.oracle.note(t, d, shown, edits)
	checkShown(t, d, edits)
}

// checkShown fails unless the person sees at once what they just did.
func checkShown(t *rapid.T, d *device, edits []Edit) {
	t.Helper()
	after := state(t, d)
	for _, e := range edits {
		r := after[e.Record.String()]
		for _, c := range e.Changes {
			want := text(c.Cell, journal.Head{Op: c.Op, Value: journal.Value{Text: c.Value}})
			if got := shownIn(r, c.Cell); got != want {
				t.Fatalf("%s made %q show %q, and it shows %q", d.name, c.Cell, want, got)
			}
			if e.Resolve && len(r.Conflicts[c.Cell]) > 0 {
				t.Fatalf("%s settled %q, and it is still in conflict: %q", d.name, c.Cell, r.Conflicts[c.Cell])
			}
		}
	}
}

func (w *world) create(t *rapid.T) Edit {
	w.records++
	id := journal.UUID{0: 0x01, 1: 0x99, 6: 0x70, 8: 0x80, 14: byte(w.records >> 8), 15: byte(w.records)}
	e := Edit{Record: id, Create: true, Changes: []Change{{Cell: Name, Op: journal.OpSet, Value: w.value(t)}}}
	if rapid.Bool().Draw(t, "with CSM") {
		e.Changes = append(e.Changes, Change{Cell: CSM, Op: journal.OpSet, Value: w.value(t)})
	}
	if rapid.Bool().Draw(t, "with tag") {
		e.Changes = append(e.Changes, Change{Cell: Gold, Op: journal.OpAdd})
	}
	return e
}

// value is one that nobody wrote before, or now and then one that several people
// write.
func (w *world) value(t *rapid.T) string {
	w.oracle.values++
	if rapid.IntRange(0, 5).Draw(t, "common value") == 0 {
		return "same"
	}
	return fmt.Sprintf("value %d", w.oracle.values)
}

func (w *world) change(t *rapid.T, id string, r Record) (Edit, bool) {
	record, err := journal.ParseUUID(id)
	must(t, err)
	e := Edit{Record: record}
	one := func(cell string, op journal.Op, value string) (Edit, bool) {
		e.Changes = append(e.Changes, Change{Cell: cell, Op: op, Value: value})
		return e, true
	}
	if r.Shown[Presence] == Deleted {
		if rapid.Bool().Draw(t, "restore") {
			return one(Presence, journal.OpRestore, "")
		}
		return e, false
	}
	if cells := slices.Sorted(maps.Keys(r.Conflicts)); len(cells) > 0 && rapid.Bool().Draw(t, "resolve") {
		cell := rapid.SampledFrom(cells).Draw(t, "conflict")
		keep := rapid.SampledFrom(append([]string{shownIn(r, cell)}, r.Conflicts[cell]...)).Draw(t, "keep")
		e.Resolve = true
		switch {
		case cell == Presence:
			return one(cell, map[string]journal.Op{Live: journal.OpRestore, Deleted: journal.OpDelete}[keep], "")
		case keep == Nothing:
			return one(cell, journal.OpClear, "")
		}
		return one(cell, journal.OpSet, keep)
	}
	switch rapid.SampledFrom([]string{"set", "set", "set two", "clear", "tag", "tag", "tag", "delete"}).Draw(t, "change") {
	case "delete":
		return one(Presence, journal.OpDelete, "")
	case "tag":
		cell := rapid.SampledFrom([]string{Gold, Late}).Draw(t, "tag")
		if _, has := r.Shown[cell]; has {
			return one(cell, journal.OpRemove, "")
		}
		return one(cell, journal.OpAdd, "")
	case "clear":
		cell := rapid.SampledFrom([]string{CSM, Notes, Region}).Draw(t, "cell")
		if shownIn(r, cell) == Nothing {
			return e, false
		}
		return one(cell, journal.OpClear, "")
	case "set two":
		e.Changes = append(e.Changes, w.set(t, r, Name)...)
		e.Changes = append(e.Changes, w.set(t, r, Region)...)
	default:
		e.Changes = w.set(t, r, rapid.SampledFrom([]string{CSM, CSM, CSM, Name, Notes, Region}).Draw(t, "cell"))
	}
	return e, len(e.Changes) > 0
}

// set returns a change of the cell unless it would say what is shown already.
func (w *world) set(t *rapid.T, r Record, cell string) []Change {
	value := w.value(t)
	if shownIn(r, cell) == value {
		return nil
	}
	return []Change{{Cell: cell, Op: journal.OpSet, Value: value}}
}

func shownIn(r Record, cell string) string {
	if v, ok := r.Shown[cell]; ok {
		return v
	}
	return Nothing
}
