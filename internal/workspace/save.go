package workspace

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
)

// save writes what the batch did to its records and forgets the batch.
func (a *applier) save() error {
	for _, s := range a.order {
		if s.rec == nil || !s.changed {
			continue
		}
		if err := a.saveCells(s); err != nil {
			return err
		}
		if err := a.saveDoc(s); err != nil {
			return err
		}
		s.rec.Body = a.bodies.keep(s.body.size(), s.body.append)
		var err error
		if s.isNew {
			err = a.w.AddRecord(s.rec)
		} else {
			err = a.w.ChangeRecord(s.rec)
		}
		if err != nil {
			return fmt.Errorf("saving record %s: %w", s.id, err)
		}
	}
	a.order = a.order[:0]
	a.fresh.again()
	clear(a.states)
	clear(a.entries)
	return nil
}

func (a *applier) saveCells(s *state) error {
	for name, c := range s.cells {
		if !c.written {
			continue
		}
		after := make([]int64, 0, len(c.cell.Heads))
		for _, h := range c.cell.Heads {
			change, ok := a.replicas.change(h.ID)
			if !ok {
				return fmt.Errorf("cell %q of %s has a head of an unknown replica", name, s.id)
			}
			after = append(after, change)
		}
		if err := a.w.SetCell(s.id, name, c.before, after); err != nil {
			return err
		}
	}
	return nil
}

// saveDoc keeps search in step with the record.
func (a *applier) saveDoc(s *state) error {
	if !s.reindex {
		return nil
	}
	d := docOf(s.rec, &s.body)
	gone := s.rec.Deleted || d.Name+d.Title+d.Text == ""
	switch {
	case gone && s.rec.Doc != 0:
		d.No, s.rec.Doc = s.rec.Doc, 0
		return a.w.DropDoc(d.No)
	case gone:
		return nil
	case s.rec.Doc != 0:
		d.No = s.rec.Doc
		return a.w.ChangeDoc(d)
	}
	if a.nextDoc == 0 {
		next, err := a.w.NextDoc()
		if err != nil {
			return err
		}
		a.nextDoc = next
	}
	d.No, s.rec.Doc = a.nextDoc, a.nextDoc
	a.nextDoc++
	return a.w.AddDoc(d)
}

// docOf returns the words that search finds a record by.
func docOf(rec *sqlite.Record, b *body) *sqlite.Doc {
	d := &sqlite.Doc{Space: rec.Space, ID: rec.ID, Kind: rec.Kind}
	var text strings.Builder
	for _, name := range b.info.search {
		words := searchText(b.get(name))
		switch {
		case words == "":
		case name == b.info.title && b.info.kind == "account":
			d.Name = sqlite.Fold(words)
		case name == b.info.title:
			d.Title = sqlite.Fold(words)
		default:
			text.WriteString(words)
			text.WriteByte('\n')
		}
	}
	if text.Len() > 0 {
		d.Text = sqlite.Fold(text.String())
	}
	return d
}

// searchText returns the words of a value: of a list, those of its elements.
func searchText(raw []byte) string {
	if len(raw) > 0 && raw[0] == '[' {
		if elements, ok := elementsOf(raw); ok {
			return strings.Join(elements, "\n")
		}
	}
	return textOf(raw)
}

// replicas are the writers known to the file, within one transaction.
type replicas struct {
	own  *sqlite.Replica
	byID map[journal.ReplicaID]*sqlite.Replica
	byNo map[int64]*sqlite.Replica
	next int64
	used map[int64]bool
}

func readReplicas(r *sqlite.Reader, own journal.ReplicaID) (*replicas, error) {
	all, err := r.Replicas()
	if err != nil {
		return nil, err
	}
	rs := &replicas{byID: map[journal.ReplicaID]*sqlite.Replica{}, byNo: map[int64]*sqlite.Replica{}, next: 1, used: map[int64]bool{}}
	for i := range all {
		rep := &all[i]
		rs.byID[rep.ID], rs.byNo[rep.No] = rep, rep
		rs.next = max(rs.next, rep.No+1)
	}
	rs.own = rs.byID[own]
	if rs.own == nil {
		rs.own = &sqlite.Replica{No: rs.next, ID: own}
		rs.next++
		rs.byID[own], rs.byNo[rs.own.No] = rs.own, rs.own
	}
	return rs, nil
}

// change returns the row of an entry in the journal; ok is false when its
// replica is not known here.
func (rs *replicas) change(id journal.ID) (change int64, ok bool) {
	rep := rs.byID[id.Replica]
	if rep == nil {
		return 0, false
	}
	return sqlite.ChangeID(rep.No, id.N), true
}

// id returns the entry's id of a row in the journal.
func (rs *replicas) id(change int64) journal.ID {
	no, n := sqlite.SplitChange(change)
	return journal.ID{Replica: rs.byNo[no].ID, N: n}
}

// add notes a new entry and returns its row.
func (rs *replicas) add(id journal.ID) (change int64, err error) {
	rep := rs.byID[id.Replica]
	if rep == nil {
		rep = &sqlite.Replica{No: rs.next, ID: id.Replica}
		rs.next++
		rs.byID[id.Replica], rs.byNo[rep.No] = rep, rep
	}
	rep.Last = max(rep.Last, id.N)
	rs.used[rep.No] = true
	return sqlite.ChangeID(rep.No, id.N), nil
}

// save stores how far each writer's entries have come.
func (rs *replicas) save(w *sqlite.Writer) error {
	for no := range rs.used {
		if err := w.SetReplica(*rs.byNo[no]); err != nil {
			return err
		}
	}
	return nil
}

// heads returns the entries in a cell that say what is shown, or all of them.
func heads(c *journal.Cell, all bool) []journal.ID {
	if all {
		return c.All()
	}
	return slices.Clone(c.Seen())
}
