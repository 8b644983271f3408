package journaltest

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/tendril-app/tendril/internal/journal"
)

// Memory is a replica made of maps: the journal's merging and nothing else.
type Memory struct {
	id      journal.ReplicaID
	n       uint64
	actions uint64
	clock   journal.Clock
	seen    journal.HLC // newest effective time of the server
	log     map[journal.ID]*logged
	held    []journal.Sequenced
	records map[journal.UUID]map[string]*journal.Cell
}

type logged struct {
	entry *journal.Entry
	body  []byte
	eff   uint64
	acked bool
}

// NewMemory returns an empty replica with the given id.
func NewMemory(id journal.ReplicaID) *Memory {
	return &Memory{id: id, log: map[journal.ID]*logged{}, records: map[journal.UUID]map[string]*journal.Cell{}}
}

// Close does nothing.
func (m *Memory) Close() error { return nil }

func (m *Memory) known(id journal.ID) bool { return m.log[id] != nil }

func (m *Memory) rankOf(id journal.ID) uint64 {
	if l := m.log[id]; l != nil {
		return l.eff
	}
	return 0
}

func (m *Memory) cell(record journal.UUID, name string) *journal.Cell {
	cells := m.records[record]
	if cells == nil {
		cells = map[string]*journal.Cell{}
		m.records[record] = cells
	}
	if cells[name] == nil {
		cells[name] = &journal.Cell{}
	}
	return cells[name]
}

// cells returns the written cells of a record except for the presence.
func (m *Memory) cells(record journal.UUID) (names []string, cells []*journal.Cell) {
	for _, name := range slices.Sorted(maps.Keys(m.records[record])) {
		if c := m.records[record][name]; name != Presence && len(c.Heads) > 0 {
			names, cells = append(names, name), append(cells, c)
		}
	}
	return names, cells
}

// Do implements Replica.
func (m *Memory) Do(now time.Time, edits []Edit) error {
	m.actions++
	first, hlc := m.n+1, m.clock.Next(now, m.seen)
	for i, edit := range edits {
		m.n++
		e := &journal.Entry{
			ID: journal.ID{Replica: m.id, N: m.n}, HLC: hlc, Space: journal.UUID{1}, Record: edit.Record,
			Kind: Kind, TxFirst: first, TxLen: uint32(len(edits)), Schema: 1, Actor: "person",
			Action: journal.UUID{0: m.id[0], 15: byte(m.actions), 14: byte(m.actions >> 8)},
		}
		if i == 0 {
			e.Label = "Edit"
		}
		for _, c := range edit.Changes {
			e.Fields = append(e.Fields, m.field(now, edit, c))
		}
		if err := e.Check(); err != nil {
			return fmt.Errorf("saving an edit: %w", err)
		}
		if err := m.apply(e.Encode(), 0); err != nil {
			return err
		}
	}
	return nil
}

func (m *Memory) field(now time.Time, edit Edit, c Change) journal.Field {
	f := journal.Field{Name: c.Cell, Op: c.Op}
	switch c.Op {
	case journal.OpSet:
		f.Value = journal.Value{Type: journal.TypeString, Text: c.Value}
	case journal.OpDelete:
		f.Value = journal.Value{Type: journal.TypeTimestamp, Text: now.UTC().Format(time.RFC3339Nano)}
	}
	cell := m.cell(edit.Record, c.Cell)
	switch {
	case c.Op == journal.OpDelete:
		_, cells := m.cells(edit.Record)
		f.Prev = journal.DeletionSeen(cell, cells)
	case edit.Resolve:
		f.Prev = cell.All()
	default:
		f.Prev = cell.Seen()
	}
	return f
}

// apply adds one entry that is ready; an eff of 0 means that no server has seen it.
func (m *Memory) apply(body []byte, eff uint64) error {
	e, err := journal.Decode(body)
	if err != nil {
		return fmt.Errorf("applying an entry: %w", err)
	}
	l := &logged{entry: e, body: body, eff: eff, acked: eff != 0}
	if !l.acked {
		l.eff = journal.LocalRank(e, m.rankOf)
	}
	m.log[e.ID] = l
	for _, f := range e.Fields {
		m.cell(e.Record, f.Name).Apply(journal.Head{
			ID: e.ID, Rank: journal.RankOf(e.ID, l.eff), Op: f.Op, Value: f.Value,
		}, f.Prev)
	}
	return nil
}

// Pending implements Replica.
func (m *Memory) Pending() ([][]byte, error) {
	var bodies [][]byte
	for n := uint64(1); n <= m.n; n++ {
		if l := m.log[journal.ID{Replica: m.id, N: n}]; l != nil && !l.acked {
			bodies = append(bodies, l.body)
		}
	}
	return bodies, nil
}

// Ack implements Replica.
func (m *Memory) Ack(now time.Time, acks []journal.Ack) error {
	for _, a := range acks {
		if err := m.rank(a.ID, a.Eff); err != nil {
			return err
		}
	}
	m.settle(now)
	return nil
}

// rank gives a known entry the server's effective time.
func (m *Memory) rank(id journal.ID, eff uint64) error {
	l := m.log[id]
	if l == nil {
		return fmt.Errorf("an acknowledgement of entry %d of %s, which is not here", id.N, id.Replica)
	}
	m.seen = max(m.seen, journal.HLC(eff))
	if l.acked {
		if l.eff != eff {
			return fmt.Errorf("entry %d of %s has effective times %d and %d", id.N, id.Replica, l.eff, eff)
		}
		return nil
	}
	l.acked = true
	m.setEff(l, eff)
	return nil
}

func (m *Memory) setEff(l *logged, eff uint64) {
	l.eff = eff
	for _, f := range l.entry.Fields {
		m.cell(l.entry.Record, f.Name).SetRank(l.entry.ID, eff)
	}
}

// settle orders the pending entries anew, as what they had seen may have been
// ranked by the server meanwhile, and brings the clock back to the present.
func (m *Memory) settle(now time.Time) {
	for n := uint64(1); n <= m.n; n++ {
		if l := m.log[journal.ID{Replica: m.id, N: n}]; l != nil && !l.acked {
			if eff := journal.LocalRank(l.entry, m.rankOf); eff != l.eff {
				m.setEff(l, eff)
			}
		}
	}
	m.clock.Settle(now, m.seen)
}

// Receive implements Replica.
func (m *Memory) Receive(now time.Time, page []journal.Sequenced) error {
	m.held = append(m.held, page...)
	for moved := true; moved; {
		moved = false
		waiting := m.held
		m.held = nil
		for _, s := range waiting {
			e, err := journal.Decode(s.Body)
			if err != nil {
				return fmt.Errorf("receiving: %w", err)
			}
			switch {
			case m.known(e.ID):
				if err := m.rank(e.ID, s.Eff); err != nil {
					return err
				}
			case e.Ready(m.known) && m.groupReady(e):
				if err := m.apply(s.Body, s.Eff); err != nil {
					return err
				}
				m.seen = max(m.seen, journal.HLC(s.Eff))
				moved = true
			default:
				m.held = append(m.held, s)
			}
		}
	}
	m.settle(now)
	return nil
}

// groupReady reports whether the entries of e's group before it are here.
func (m *Memory) groupReady(e *journal.Entry) bool {
	return e.ID.N == e.TxFirst || m.known(journal.ID{Replica: e.ID.Replica, N: e.ID.N - 1})
}

// Held returns how many received entries wait for others.
func (m *Memory) Held() int { return len(m.held) }

// State implements Replica.
func (m *Memory) State() (State, error) {
	state := State{}
	for record := range m.records {
		state[record.String()] = m.record(record)
	}
	for _, l := range m.log {
		r := state[l.entry.Record.String()]
		for _, f := range l.entry.Fields {
			r.History[f.Name] = append(r.History[f.Name], text(f.Name, journal.Head{Op: f.Op, Value: f.Value}))
		}
	}
	for _, r := range state {
		for _, values := range r.History {
			slices.Sort(values)
		}
	}
	return state, nil
}

func (m *Memory) record(record journal.UUID) Record {
	r := Record{Shown: map[string]string{Presence: Live}, Conflicts: map[string][]string{}, History: map[string][]string{}}
	for name, c := range m.records[record] {
		winner, ok := c.Winner()
		if !ok {
			continue
		}
		if shown := text(name, winner); shown != Nothing {
			r.Shown[name] = shown
		}
		for _, h := range c.Losers() {
			r.Conflicts[name] = append(r.Conflicts[name], text(name, h))
		}
		slices.Sort(r.Conflicts[name])
	}
	if r.Shown[Presence] == Deleted {
		names, cells := m.cells(record)
		winner, _ := m.cell(record, Presence).Winner()
		seen := m.log[winner.ID].entry.Fields[0].Prev
		for i, c := range cells {
			if len(journal.EditedUnseen(seen, []*journal.Cell{c})) > 0 {
				r.Unseen = append(r.Unseen, names[i])
			}
		}
	}
	return r
}

// text returns what a change makes a cell show.
func text(cell string, h journal.Head) string {
	_, key, _ := journal.CellField(cell)
	switch h.Op {
	case journal.OpSet:
		return h.Value.Text
	case journal.OpAdd:
		return key
	case journal.OpDelete:
		return Deleted
	case journal.OpRestore:
		return Live
	}
	return Nothing
}
