package workspace

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// AccountQuery asks for a part of an account's history. Empty fields ask for
// everything; Words must all be found in a change, without case and accents.
// Limit counts actions, 200 where it is 0. Action asks for all changes of one
// action; else each action has at most MostChanges of them.
type AccountQuery struct {
	Actor  string
	Kind   success.Kind
	Words  string
	Action string
	Offset int
	Limit  int
}

// MostChanges is how many changes of an action a page of an account's history
// has: an import touches thousands.
const MostChanges = 50

// AccountHistory is a page of what happened to an account and what hangs on it:
// Total counts all actions that were asked for, Actors and Kinds are those of the
// whole history.
type AccountHistory struct {
	Actions []AccountAction
	Total   int
	Actors  []string
	Kinds   []success.Kind
}

// AccountAction is an action with what it changed of one account. Count is the
// number of its changes here, of which Changes may have fewer.
type AccountAction struct {
	Action
	Changes []RecordChange
	Count   int
	// CanUndo says that it is known here as one action and is not undone.
	CanUndo bool

	newest journal.HLC
}

// RecordChange is a change with the record it happened to. Links are told by
// what they point at. Entry names the change for PutBack; CanRestore says that
// From, or the record that was deleted, is not what is there now.
type RecordChange struct {
	Change
	Kind       success.Kind
	Record     success.ID
	Title      string
	Entry      string
	CanRestore bool
}

// AccountHistory returns what happened to an account and what hangs on it, the
// newest action first. A record that was made is one change; its first values are
// what the later changes came from.
func (w *Workspace) AccountHistory(ctx context.Context, account success.ID, q AccountQuery) (page AccountHistory, err error) {
	space, err := parseID(account)
	if err != nil {
		return page, err
	}
	err = w.read(ctx, func(v view) error {
		if _, err := v.record("account", account); err != nil {
			return err
		}
		t := &teller{v: v, titles: map[string]string{}, actions: map[string]*AccountAction{}, w: w}
		if t.people, err = w.names(v); err != nil {
			return err
		}
		if err := t.read(space); err != nil {
			return err
		}
		page = t.page(q)
		return nil
	})
	return page, err
}

// teller gathers the changes of one account by action.
type teller struct {
	v       view
	w       *Workspace
	people  map[string]string
	titles  map[string]string // by record
	actions map[string]*AccountAction
	order   []*AccountAction
}

func (t *teller) read(space journal.UUID) error {
	var ids []journal.UUID
	err := t.v.r.InSpace(space, func(row sqlite.Row) error {
		ids = append(ids, row.ID)
		t.titles[row.ID.String()] = title(infoOrUnknown(row.Kind), row.Body)
		return nil
	})
	if err != nil {
		return err
	}
	for _, id := range ids {
		rec, found, err := t.v.r.Record(id)
		if err != nil {
			return err
		}
		if found {
			if err := t.record(rec); err != nil {
				return err
			}
		}
	}
	slices.SortStableFunc(t.order, func(a, b *AccountAction) int { return cmp.Compare(b.newest, a.newest) })
	return nil
}

// record adds what happened to one record.
func (t *teller) record(rec *sqlite.Record) error {
	entries, err := entriesOf(t.v.r, rec)
	if err != nil {
		return err
	}
	byID := map[journal.ID]*journal.Entry{}
	now := map[string]string{}
	var told []*RecordChange
	for i, l := range entries {
		byID[l.entry.ID] = l.entry
		made, err := t.entry(rec, l.entry, i == 0, byID)
		if err != nil {
			return err
		}
		for _, c := range made {
			if c.What == "changed" {
				now[c.Field] = c.To
			}
		}
		told = append(told, made...)
	}
	for _, c := range told {
		switch c.What {
		case "changed":
			c.CanRestore = c.CanRestore && c.From != now[c.Field]
		case "deleted":
			c.CanRestore = rec.Deleted
		}
		c.From, c.To = t.linked(c.From), t.linked(c.To)
		a := t.actions[c.Action]
		a.Changes = append(a.Changes, *c)
	}
	return nil
}

// entry tells one entry: that the record was made, or each field it changed.
func (t *teller) entry(rec *sqlite.Record, e *journal.Entry, first bool, byID map[journal.ID]*journal.Entry) ([]*RecordChange, error) {
	a, err := t.action(e)
	if err != nil {
		return nil, err
	}
	base := Change{At: success.InstantOf(e.HLC.Time()), Actor: a.Actor, Action: e.Action.String(), Label: a.Label, What: "changed"}
	a.At, a.newest = max(a.At, base.At), max(a.newest, e.HLC)
	of := func(c Change) *RecordChange {
		return &RecordChange{
			Change: c, Kind: success.Kind(rec.Kind), Record: success.ID(rec.ID.String()),
			Title: t.titles[rec.ID.String()], Entry: entryName(e),
		}
	}
	if first {
		base.What = "created"
		return []*RecordChange{of(base)}, nil
	}
	var out []*RecordChange
	for i := range e.Fields {
		f := &e.Fields[i]
		c, ok := told(base, e, f, byID)
		if !ok || c.What == "changed" && c.From == c.To {
			continue
		}
		change := of(c)
		change.CanRestore = f.Op == journal.OpSet || f.Op == journal.OpClear
		out = append(out, change)
	}
	return out, nil
}

// action returns the action of an entry as it is gathered so far.
func (t *teller) action(e *journal.Entry) (*AccountAction, error) {
	id := e.Action.String()
	if a := t.actions[id]; a != nil {
		return a, nil
	}
	stored, found, err := t.v.r.Action(e.Action)
	if err != nil {
		return nil, err
	}
	a := &AccountAction{Action: Action{ID: id, Actor: nameOf(t.people, e.Actor)}}
	if found {
		a.Action = t.w.shown(stored)
		a.Actor = nameOf(t.people, stored.Actor)
		if a.CanUndo, err = undoable(t.v.r, stored); err != nil {
			return nil, err
		}
		a.CanUndo = a.CanUndo && !stored.Undone
	}
	t.actions[id] = a
	t.order = append(t.order, a)
	return a, nil
}

// linked tells a link by the record it points at.
func (t *teller) linked(text string) string {
	if name, ok := t.titles[text]; ok {
		return name
	}
	return text
}

func (t *teller) page(q AccountQuery) AccountHistory {
	page := AccountHistory{Actions: []AccountAction{}}
	actors, kinds := map[string]bool{}, map[success.Kind]bool{}
	words := sqlite.FoldWords(q.Words)
	limit := cmp.Or(q.Limit, 200)
	for _, a := range t.order {
		actors[a.Actor] = true
		kept := make([]RecordChange, 0, min(len(a.Changes), MostChanges))
		count := 0
		for i := range a.Changes {
			c := &a.Changes[i]
			kinds[c.Kind] = true
			if !q.wants(a, c, words) {
				continue
			}
			if count++; count <= MostChanges || q.Action != "" {
				kept = append(kept, *c)
			}
		}
		if count == 0 {
			continue
		}
		if page.Total++; page.Total > q.Offset && len(page.Actions) < limit {
			shown := *a
			shown.Changes, shown.Count = kept, count
			page.Actions = append(page.Actions, shown)
		}
	}
	page.Actors, page.Kinds = slices.Sorted(maps.Keys(actors)), slices.Sorted(maps.Keys(kinds))
	return page
}

func (q *AccountQuery) wants(a *AccountAction, c *RecordChange, words []string) bool {
	if q.Actor != "" && a.Actor != q.Actor || q.Kind != "" && c.Kind != q.Kind || q.Action != "" && a.ID != q.Action {
		return false
	}
	if len(words) == 0 {
		return true
	}
	text := sqlite.Fold(strings.Join([]string{c.Title, spoken(c.Kind), strings.ReplaceAll(c.Field, "_", " "), c.From, c.To, a.Actor, a.Label}, "\n"))
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
}

func entryName(e *journal.Entry) string { return fmt.Sprintf("%x-%d", e.ID.Replica[:], e.ID.N) }

// PutBack gives a record's field the value it had before a change, as one action.
// Entry is RecordChange.Entry. It returns CodeNotFound for a change that is not
// there and CodeInvalid where the value may not stand there any more.
func (w *Workspace) PutBack(ctx context.Context, label string, kind success.Kind, id success.ID, field, entry string) (Action, error) {
	return w.Do(ctx, label, func(tx *Tx) error {
		d, err := tx.existing(kind, id)
		if err != nil {
			return err
		}
		h, err := tx.chronicle(d)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(h.entries, func(l *logged) bool { return entryName(l.entry) == entry })
		if at < 0 || fieldOf(h.entries[at].entry, field) == nil {
			return success.NotFound("This change is not there any more.")
		}
		l := h.entries[at]
		var value *journal.Field
		if before := h.previous(field, l, l.entry.Action); before != nil {
			value = fieldOf(before.entry, field)
		}
		h.put(d, field, value)
		if err := tx.check(d, false); err != nil {
			return err
		}
		if tx.drafts[d.id] == nil {
			tx.keep(d)
		}
		return nil
	})
}

// RestoreRecord takes a record out of the bin, as one action.
func (w *Workspace) RestoreRecord(ctx context.Context, label string, kind success.Kind, id success.ID) (Action, error) {
	return w.Do(ctx, label, func(tx *Tx) error { return tx.Restore(kind, id) })
}
