package workspace

import (
	"fmt"
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// applier turns entries of the journal into records. A person's edit and a
// change that came from elsewhere take the same way through it. It gathers what
// a batch of entries does to each record and writes that once, in save.
type applier struct {
	w        *sqlite.Writer
	replicas *replicas
	states   map[journal.UUID]*state
	order    []*state
	entries  map[int64]*logged // entries read or added in this batch
	nextDoc  int64
	touched  map[journal.UUID]bool // accounts
	kinds    map[success.Kind]bool
	rates    bool // something changed that every account's figures read
	ahead    prefetched
	lastAt   atText
	fresh    reused[state] // of records that an action makes
	bodies   block
	marked   struct {
		kind  string
		space journal.UUID
	} // what was marked last, mostly the same again
}

// logged is an entry with its effective time.
type logged struct {
	entry *journal.Entry
	rank  uint64
}

// state is a record while a batch works on it.
type state struct {
	id      journal.UUID
	rec     *sqlite.Record // nil until it is made
	body    body
	isNew   bool
	changed bool
	reindex bool
	values  []byte             // memory for the values of a new body
	rows    map[string][]int64 // current changes of cells, as stored
	cells   map[string]*cellState
	entries []*logged // all of them, where the record was rebuilt
}

// cellState is one cell and the rows it had before the batch.
type cellState struct {
	cell    journal.Cell
	before  []int64
	written bool
}

func newApplier(w *sqlite.Writer, r *replicas) *applier {
	return &applier{
		w: w, replicas: r, states: map[journal.UUID]*state{}, entries: map[int64]*logged{},
		touched: map[journal.UUID]bool{}, kinds: map[success.Kind]bool{},
	}
}

// state returns the record as this batch has it.
func (a *applier) state(id journal.UUID) (*state, error) {
	if s, ok := a.states[id]; ok {
		return s, nil
	}
	rec, found, err := a.w.Record(id)
	if err != nil {
		return nil, err
	}
	if !found {
		rec = nil
	}
	return a.adopt(id, rec, nil)
}

// adopt starts a batch's work on a record that was read already, or on one that
// is known not to be there (rec nil). read is its body where that was read too.
func (a *applier) adopt(id journal.UUID, rec *sqlite.Record, read *body) (*state, error) {
	if s, ok := a.states[id]; ok {
		return s, nil
	}
	s := &state{id: id, rec: rec}
	if rec != nil && read != nil {
		s.body = read.clone()
	} else if rec != nil {
		b, err := parseBody(infoOrUnknown(rec.Kind), rec.Body)
		if err != nil {
			return nil, fmt.Errorf("reading record %s: %w", id, err)
		}
		s.body = b
	}
	a.states[id] = s
	a.order = append(a.order, s)
	return s, nil
}

// logged returns a stored entry.
func (a *applier) logged(change int64) (*logged, error) {
	if l, ok := a.entries[change]; ok {
		return l, nil
	}
	c, found, err := a.w.Change(change)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fmt.Errorf("the journal has no change %d", change)
	}
	e, err := journal.Decode(c.Body)
	if err != nil {
		return nil, fmt.Errorf("reading change %d: %w", change, err)
	}
	l := &logged{entry: e, rank: c.Rank}
	a.entries[change] = l
	return l, nil
}

// rankOf returns the effective time of a known entry, 0 for an unknown one.
func (a *applier) rankOf(id journal.ID) (uint64, error) {
	change, ok := a.replicas.change(id)
	if !ok {
		return 0, nil
	}
	if l, ok := a.entries[change]; ok {
		return l.rank, nil
	}
	rank, _, err := a.w.HasChange(change)
	return rank, err
}

// rowsOf returns the stored rows of all cells of a record.
func (a *applier) rowsOf(s *state) (map[string][]int64, error) {
	if s.rows != nil || s.rec == nil || s.isNew {
		return s.rows, nil
	}
	cells, read := a.ahead.takeCells(s.id)
	if !read {
		var err error
		if cells, err = a.w.Cells(s.id); err != nil {
			return nil, err
		}
	}
	s.rows = map[string][]int64{}
	for _, c := range cells {
		s.rows[c.Name] = append(s.rows[c.Name], c.Change)
	}
	return s.rows, nil
}

// cell returns one cell of a record. A cell without rows has the value that the
// record was made with.
func (a *applier) cell(s *state, name string) (*cellState, error) {
	if c, ok := s.cells[name]; ok {
		return c, nil
	}
	rows, err := a.rowsOf(s)
	if err != nil {
		return nil, err
	}
	c := &cellState{before: rows[name]}
	changes := c.before
	if len(changes) == 0 && s.rec != nil {
		changes = []int64{s.rec.Made}
	}
	for _, change := range changes {
		l, err := a.logged(change)
		if err != nil {
			return nil, err
		}
		if f := fieldOf(l.entry, name); f != nil {
			c.cell.Heads = append(c.cell.Heads, journal.Head{
				ID: l.entry.ID, Rank: journal.RankOf(l.entry.ID, l.rank), Op: f.Op, Value: f.Value,
			})
		}
	}
	slices.SortFunc(c.cell.Heads, func(x, y journal.Head) int { return x.Rank.Compare(y.Rank) })
	if s.cells == nil {
		s.cells = map[string]*cellState{}
	}
	s.cells[name] = c
	return c, nil
}

// fieldOf returns what an entry does to a cell, or nil.
func fieldOf(e *journal.Entry, name string) *journal.Field {
	for i := range e.Fields {
		if e.Fields[i].Name == name {
			return &e.Fields[i]
		}
	}
	return nil
}

// apply adds one entry, whose predecessors are known, to its record and to the
// journal. seq is the server's order, 0 without one.
func (a *applier) apply(e *journal.Entry, encoded []byte, rank, seq uint64, action int64) error {
	change, err := a.replicas.add(e.ID)
	if err != nil {
		return err
	}
	l := &logged{entry: e, rank: rank}
	a.entries[change] = l
	s, err := a.state(e.Record)
	if err != nil {
		return err
	}
	stored := &sqlite.Change{ID: change, Rank: rank, Seq: seq, Action: action, Body: encoded}
	if s.rec != nil {
		stored.Record = &s.id
	}
	if err := a.w.AddChange(stored); err != nil {
		return err
	}
	return a.project(s, l, change)
}

// project shows an entry in its record.
func (a *applier) project(s *state, l *logged, change int64) error {
	e := l.entry
	a.mark(e)
	if s.rec == nil {
		s.make(e, change, a.instant(e.HLC))
		return nil
	}
	for i := range e.Fields {
		f := &e.Fields[i]
		if f.Name == updatedAt || !f.Op.Known() {
			continue
		}
		c, err := a.cell(s, f.Name)
		if err != nil {
			return err
		}
		c.cell.Apply(journal.Head{ID: e.ID, Rank: journal.RankOf(e.ID, l.rank), Op: f.Op, Value: f.Value}, f.Prev)
		c.written = true
		s.show(f.Name, &c.cell)
	}
	at := a.instant(e.HLC)
	s.date(e, at)
	s.born(e, at)
	s.changed = true
	return nil
}

// born takes the earlier of two creations, as two people may make one record
// without knowing of each other.
func (s *state) born(e *journal.Entry, at string) {
	for i := range e.Fields {
		if len(e.Fields[i].Prev) > 0 && e.Fields[i].Name != updatedAt || e.Fields[i].Name == createdAt {
			return
		}
	}
	if at < s.body.created {
		s.body.created = at
	}
}

// mark remembers what the batch touched, for summaries and events.
func (a *applier) mark(e *journal.Entry) {
	if a.marked.kind == e.Kind && a.marked.space == e.Space {
		return
	}
	a.marked.kind, a.marked.space = e.Kind, e.Space
	a.kinds[success.Kind(e.Kind)] = true
	switch {
	case e.Kind == "fx_rate" || e.Kind == "workspace":
		a.rates = true
	case e.Kind == "account" || infoOrUnknown(e.Kind).owner != nil:
		a.touched[e.Space] = true
	}
}

// The values of a record that are not fields of its description and that an
// import may bring. The time of deletion is the presence cell's value.
const (
	createdAt = "created_at"
	updatedAt = "updated_at"
	deletedAt = "deleted_at"
)

// date gives the record the time of its newest entry; an import's own stays
// until the first edit.
func (s *state) date(e *journal.Entry, at string) {
	if uint64(e.HLC) > s.rec.Newest {
		s.rec.Newest = uint64(e.HLC)
		s.body.updated = at
		if f := fieldOf(e, updatedAt); f != nil {
			s.body.updated = f.Value.Text
		}
	}
}

// show puts the winner of a cell into the body.
func (s *state) show(cell string, c *journal.Cell) {
	winner, ok := c.Winner()
	if !ok {
		return
	}
	name, key, keyed := journal.CellField(cell)
	s.reindex = s.reindex || name == "" || slices.Contains(s.body.info.search, name)
	switch {
	case cell == "" || cell == createdAt:
		s.showOwn(cell, winner)
	case keyed:
		var whole collection
		whole.open(&s.body, name)
		whole.put(key, winner.Op, winner.Value)
		whole.close(&s.body)
	case winner.Op == journal.OpSet:
		s.body.set(name, fromValue(winner.Value))
	default:
		s.body.set(name, nil)
	}
}

func (s *state) showOwn(cell string, winner journal.Head) {
	switch {
	case cell == createdAt && winner.Op == journal.OpSet:
		s.body.created = winner.Value.Text
	case cell == "":
		s.rec.Deleted = winner.Op == journal.OpDelete
		s.body.deleted = ""
		if s.rec.Deleted {
			s.body.deleted = winner.Value.Text
		}
	}
}

// atText is an instant as records show it.
type atText struct {
	at   success.Instant
	text string
}

// instant is the time of an entry as records show it; of an import all have the
// same.
func (a *applier) instant(h journal.HLC) string {
	if at := success.InstantOf(h.Time()); at != a.lastAt.at || a.lastAt.text == "" {
		a.lastAt = atText{at, at.String()}
	}
	return a.lastAt.text
}
