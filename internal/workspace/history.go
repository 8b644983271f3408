package workspace

import (
	"context"
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// History returns the changes of one record, newest first.
func (w *Workspace) History(ctx context.Context, kind success.Kind, id success.ID) (changes []Change, err error) {
	err = w.read(ctx, func(v view) error {
		rec, err := v.record(kind, id)
		if err != nil {
			return err
		}
		entries, err := entriesOf(v.r, rec)
		if err != nil {
			return err
		}
		names, err := w.names(v)
		if err != nil {
			return err
		}
		changes, err = changesOf(v.r, entries, names)
		return err
	})
	return changes, err
}

// names returns the members by id, for the actors of changes.
func (w *Workspace) names(v view) (map[string]string, error) {
	names := map[string]string{}
	err := v.r.KindInSpace(v.space, "member", func(row sqlite.Row) error {
		names[row.ID.String()] = textOf(member(row.Body, "name"))
		return nil
	})
	return names, err
}

func nameOf(names map[string]string, actor string) string {
	if name, ok := names[actor]; ok {
		return name
	}
	return actor
}

// changesOf tells a record's entries as a person reads them. From is what the
// author of a change had seen.
func changesOf(r *sqlite.Reader, entries []*logged, names map[string]string) ([]Change, error) {
	byID := map[journal.ID]*journal.Entry{}
	labels := map[journal.UUID]string{}
	var out []Change
	for i, l := range entries {
		e := l.entry
		byID[e.ID] = e
		label, ok := labels[e.Action]
		if !ok {
			a, found, err := r.Action(e.Action)
			if err != nil {
				return nil, err
			}
			if found {
				label = a.Label
			}
			labels[e.Action] = label
		}
		base := Change{At: success.InstantOf(e.HLC.Time()), Actor: nameOf(names, e.Actor), Action: e.Action.String(), Label: label, What: "changed"}
		if i == 0 {
			base.What = "created"
			out = append(out, base)
		}
		for j := range e.Fields {
			if c, ok := told(base, e, &e.Fields[j], byID); ok {
				out = append(out, c)
			}
		}
	}
	slices.Reverse(out)
	return out, nil
}

func told(c Change, e *journal.Entry, f *journal.Field, byID map[journal.ID]*journal.Entry) (Change, bool) {
	switch f.Name {
	case updatedAt, createdAt:
		return c, false
	case presence:
		c.What = "deleted"
		if f.Op == journal.OpRestore {
			c.What = "restored"
		}
		return c, true
	}
	c.Field = f.Name
	_, key, keyed := journal.CellField(f.Name)
	switch {
	case keyed && f.Op == journal.OpAdd:
		c.To = key
	case keyed && f.Op == journal.OpRemove:
		c.From = key
	default:
		c.To = textOf(fromValue(f.Value))
		for _, id := range f.Prev {
			if before := byID[id]; before != nil {
				if g := fieldOf(before, f.Name); g != nil {
					c.From = textOf(fromValue(g.Value))
				}
			}
		}
	}
	return c, e.ID.N != 0
}

// Actions returns the newest actions first, at most limit; those that took
// another one back name it in Undoes.
func (w *Workspace) Actions(ctx context.Context, limit int) (list []Action, err error) {
	err = w.read(ctx, func(v view) error {
		all, err := v.r.Actions(limit)
		if err != nil {
			return err
		}
		names, err := w.names(v)
		if err != nil {
			return err
		}
		for _, a := range all {
			shown := w.shown(a)
			shown.Actor = nameOf(names, a.Actor)
			list = append(list, shown)
		}
		return nil
	})
	return list, err
}

// Describe says what the file is, at once: of its counts only that of the accounts.
func (w *Workspace) Describe(ctx context.Context) (Info, error) {
	return w.info(ctx, func(v view) (map[success.Kind]int, error) {
		n, err := v.r.CountAccounts()
		return map[success.Kind]int{"account": n}, err
	})
}

// Info tells about the open file.
func (w *Workspace) Info(ctx context.Context) (Info, error) {
	return w.info(ctx, func(v view) (map[success.Kind]int, error) {
		counts, err := v.r.Counts()
		all := make(map[success.Kind]int, len(counts))
		for kind, n := range counts {
			all[success.Kind(kind)] = n
		}
		return all, err
	})
}

func (w *Workspace) info(ctx context.Context, counts func(v view) (map[success.Kind]int, error)) (Info, error) {
	info := Info{
		Path: w.file.Path(), Schema: w.file.Schema(), Replica: w.replica.String(),
		ReadOnly: w.why(), Counts: map[success.Kind]int{},
	}
	size, err := w.file.Size()
	if err != nil {
		return info, err
	}
	info.Size = size
	err = w.read(ctx, func(v view) error {
		s, err := v.settings()
		if err != nil {
			return err
		}
		info.Name, info.Currency = s.Workspace.Name, s.Workspace.Currency
		info.Counts, err = counts(v)
		return err
	})
	return info, err
}
