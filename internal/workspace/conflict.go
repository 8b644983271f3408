package workspace

import (
	"context"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/success"
)

// Conflict is a cell that people who had not seen each other's change left in
// different states. Cell is a field's name, or a field's name and a key. Shown
// wins; Others are kept until somebody settles it (Tx.Settle). Of a record's
// presence, the empty Cell, a value is the time of deletion, or empty.
type Conflict struct {
	Cell   string   `json:"cell"`
	Shown  string   `json:"shown"`
	Others []string `json:"others"`
}

// Conflicts returns a record's conflicts in order of cell.
func (w *Workspace) Conflicts(ctx context.Context, kind success.Kind, id success.ID) (list []Conflict, err error) {
	err = w.read(ctx, func(v view) error {
		s, err := w.rebuilt(v, kind, id)
		if err != nil {
			return err
		}
		for name, c := range s.cells {
			losers := c.cell.Losers()
			if len(losers) == 0 {
				continue
			}
			winner, _ := c.cell.Winner()
			conflict := Conflict{Cell: name, Shown: headText(winner)}
			for _, h := range losers {
				conflict.Others = append(conflict.Others, headText(h))
			}
			list = append(list, conflict)
		}
		return nil
	})
	slices.SortFunc(list, func(a, b Conflict) int { return strings.Compare(a.Cell, b.Cell) })
	return list, err
}

func headText(h journal.Head) string { return textOf(fromValue(h.Value)) }

// EditedUnseen returns the cells of a record in the bin that hold edits which
// whoever deleted it had not seen; sorted, none for a record that is not there.
func (w *Workspace) EditedUnseen(ctx context.Context, kind success.Kind, id success.ID) (cells []string, err error) {
	err = w.read(ctx, func(v view) error {
		s, err := w.rebuilt(v, kind, id)
		if err != nil || !s.rec.Deleted {
			return err
		}
		deletion, _ := s.cells[presence].cell.Winner()
		seen := s.seenBy(deletion.ID)
		for name, c := range s.cells {
			if name != presence && len(journal.EditedUnseen(seen, []*journal.Cell{&c.cell})) > 0 {
				cells = append(cells, name)
			}
		}
		slices.Sort(cells)
		return nil
	})
	return cells, err
}

func (s *state) seenBy(id journal.ID) []journal.ID {
	for _, l := range s.entries {
		if l.entry.ID == id {
			if f := fieldOf(l.entry, presence); f != nil {
				return f.Prev
			}
		}
	}
	return nil
}

// rebuilt reads a record with all its cells.
func (w *Workspace) rebuilt(v view, kind success.Kind, id success.ID) (*state, error) {
	rec, err := v.record(kind, id)
	if err != nil {
		return nil, err
	}
	reps, err := readReplicas(v.r, w.replica)
	if err != nil {
		return nil, err
	}
	s, err := rebuild(v.r, rec, reps)
	if err != nil {
		return nil, err
	}
	s.fill()
	return s, nil
}

// fill adds the cells that have been as they were made ever since.
func (s *state) fill() {
	if s.cells == nil {
		s.cells = map[string]*cellState{}
	}
	made := s.entries[0]
	for i := range made.entry.Fields {
		f := &made.entry.Fields[i]
		if s.cells[f.Name] == nil && f.Name != updatedAt && f.Name != createdAt {
			s.cells[f.Name] = &cellState{cell: journal.Cell{Heads: []journal.Head{{
				ID: made.entry.ID, Rank: made.place(), Op: f.Op, Value: f.Value,
			}}}}
		}
	}
}
