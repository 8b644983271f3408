package workspace

import (
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
)

// anew starts a batch's work on a record that is not there and that one of our own
// entries will make.
func (a *applier) anew(id journal.UUID) *state {
	s := a.fresh.next()
	*s = state{id: id, body: body{fields: s.body.fields[:0]}, values: s.values[:0]}
	a.order = append(a.order, s)
	return s
}

// make is apply for the entry that makes a record of anew.
func (a *applier) make(s *state, e *journal.Entry, encoded []byte, rank uint64, action int64) error {
	change, err := a.replicas.add(e.ID)
	if err != nil {
		return err
	}
	if err := a.w.AddChange(&sqlite.Change{ID: change, Rank: rank, Action: action, Body: encoded}); err != nil {
		return err
	}
	a.mark(e)
	s.make(e, change, a.instant(e.HLC))
	return nil
}

// make is the first entry of a record: it needs no cells, as each is what the
// entry says until another one comes.
func (s *state) make(e *journal.Entry, change int64, at string) {
	info := infoOrUnknown(e.Kind)
	s.isNew, s.changed, s.reindex = true, true, true
	s.body = body{info: info, id: e.Record.String(), created: at, updated: at, fields: slices.Grow(s.body.fields[:0], len(e.Fields))}
	s.rec = &sqlite.Record{Space: e.Space, Kind: e.Kind, ID: e.Record, Made: change, Newest: uint64(e.HLC)}
	var whole collection
	for i := range e.Fields {
		f := &e.Fields[i]
		name, key, keyed := journal.CellField(f.Name)
		switch {
		case f.Name == updatedAt:
			s.body.updated = f.Value.Text
		case f.Name == createdAt || f.Name == "":
			s.showOwn(f.Name, journal.Head{Op: f.Op, Value: f.Value})
		case !keyed:
			if f.Op == journal.OpSet {
				s.body.set(name, s.value(f.Value))
			}
		default:
			if whole.name != name {
				whole.close(&s.body)
				whole.open(&s.body, name)
			}
			whole.put(key, f.Op, f.Value)
		}
	}
	whole.close(&s.body)
}

// value is fromValue for a body that is made at once.
func (s *state) value(v journal.Value) []byte {
	if v.Type == journal.TypeNull {
		return nil
	}
	start := len(s.values)
	s.values = appendValue(s.values, v)
	return s.values[start:len(s.values):len(s.values)]
}
