package workspace

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// mostProblems is how many problems a report names; a person reads no more.
const mostProblems = 50

// Verify checks the file and that what is shown is what the journal says, record
// by record.
func (w *Workspace) Verify(ctx context.Context) (VerifyReport, error) {
	report := VerifyReport{Problems: []string{}}
	if err := w.file.Check(ctx, true); err != nil {
		if !sqlite.Damaged(err) {
			return report, err
		}
		w.distrust()
		report.Problems = append(report.Problems, err.Error())
		return report, nil
	}
	err := w.read(ctx, func(v view) error {
		reps, err := readReplicas(v.r, w.replica)
		if err != nil {
			return err
		}
		if report.Changes, err = v.r.CountChanges(); err != nil {
			return err
		}
		ids, err := v.r.RecordIDs()
		if err != nil {
			return err
		}
		report.Records = len(ids)
		for _, id := range ids {
			if len(report.Problems) >= mostProblems {
				return nil
			}
			problem, err := v.verify(id, reps)
			if err != nil {
				return err
			}
			if problem != "" {
				report.Problems = append(report.Problems, problem)
			}
		}
		return ctx.Err()
	})
	return report, err
}

// verify rebuilds one record from its entries and compares.
func (v view) verify(id journal.UUID, reps *replicas) (problem string, err error) {
	rec, found, err := v.r.Record(id)
	if err != nil || !found {
		return "", err
	}
	s, err := rebuild(v.r, rec, reps)
	if err != nil {
		return fmt.Sprintf("%s %s cannot be rebuilt: %v", rec.Kind, id, err), nil
	}
	if want := s.body.render(); !bytes.Equal(want, rec.Body) {
		return fmt.Sprintf("%s %s differs from its journal: it is %s, and it should be %s", rec.Kind, id, rec.Body, want), nil
	}
	if s.rec.Deleted != rec.Deleted || s.rec.Newest != rec.Newest {
		return fmt.Sprintf("%s %s has a state that differs from its journal", rec.Kind, id), nil
	}
	rows, err := v.r.Cells(id)
	if err != nil {
		return "", err
	}
	if !sameCells(s, rows, reps, rec.Made) {
		return fmt.Sprintf("%s %s has current changes that differ from its journal", rec.Kind, id), nil
	}
	return "", nil
}

// rebuild makes a record from its entries, in the order of the journal.
func rebuild(r *sqlite.Reader, rec *sqlite.Record, reps *replicas) (*state, error) {
	entries, err := entriesOf(r, rec)
	if err != nil {
		return nil, err
	}
	return rebuildOf(rec.ID, entries, reps)
}

// rebuildOf makes a record from the first of its entries.
func rebuildOf(id journal.UUID, entries []*logged, reps *replicas) (*state, error) {
	a := &applier{
		replicas: reps, entries: map[int64]*logged{},
		touched: map[journal.UUID]bool{}, kinds: map[success.Kind]bool{},
	}
	s := &state{id: id, rows: map[string][]int64{}, entries: entries}
	for _, l := range entries {
		change, _ := reps.change(l.entry.ID)
		a.entries[change] = l
		if err := a.project(s, l, change); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// sameCells compares the heads of cells. A cell without rows is what the record
// was made with.
func sameCells(s *state, rows []sqlite.CellRow, reps *replicas, made int64) bool {
	stored := map[string][]int64{}
	for _, row := range rows {
		stored[row.Name] = append(stored[row.Name], row.Change)
	}
	for name, c := range s.cells {
		var want []int64
		for _, h := range c.cell.Heads {
			change, _ := reps.change(h.ID)
			want = append(want, change)
		}
		have := stored[name]
		if len(have) == 0 {
			have = []int64{made}
		}
		slices.Sort(want)
		slices.Sort(have)
		if !slices.Equal(want, have) {
			return false
		}
	}
	return true
}
