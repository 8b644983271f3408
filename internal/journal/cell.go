package journal

import "slices"

// Rank is an entry's place in the order that decides which value is shown: the
// effective time, then replica and number. Eff is given by the server; until
// then it is LocalRank.
type Rank struct {
	Eff     uint64
	Replica ReplicaID
	N       uint64
}

// Less reports whether r comes before o, that is loses against it.
func (r Rank) Less(o Rank) bool { return r.Compare(o) < 0 }

// Compare orders ranks: negative when r loses against o.
func (r Rank) Compare(o Rank) int {
	switch {
	case r.Eff < o.Eff:
		return -1
	case r.Eff > o.Eff:
		return 1
	}
	return ID{r.Replica, r.N}.Compare(ID{o.Replica, o.N})
}

// ID returns the entry that has the rank.
func (r Rank) ID() ID { return ID{r.Replica, r.N} }

// RankOf returns the rank of the entry id with the effective time eff.
func RankOf(id ID, eff uint64) Rank { return Rank{Eff: eff, Replica: id.Replica, N: id.N} }

// LocalRank returns the effective time by which a replica orders an entry that
// no server has acknowledged: the author's clock, but above everything the
// author had seen. rankOf answers the effective time of a known entry.
func LocalRank(e *Entry, rankOf func(ID) uint64) uint64 {
	eff := uint64(e.HLC)
	for i := range e.Fields {
		for _, p := range e.Fields[i].Prev {
			eff = max(eff, rankOf(p)+1)
		}
	}
	return eff
}

// Head is a change of a cell that no later change has been seen to replace.
type Head struct {
	ID    ID
	Rank  Rank
	Op    Op
	Value Value
}

// says reports whether h and o leave the cell in the same state.
func (h Head) says(o Head) bool {
	if h.Op != o.Op {
		return false
	}
	// Two deletions at different instants are one deletion.
	return h.Op != OpSet || h.Value == o.Value
}

// Cell is the state of one field of one record: the changes that are not
// causally superseded, sorted by rank. The zero Cell was never written.
type Cell struct{ Heads []Head }

// Apply adds a change whose author had seen prev. Changes have to come in causal
// order (Entry.Ready) and once each; among those, every order gives the same
// cell.
func (c *Cell) Apply(h Head, prev []ID) {
	c.Heads = slices.DeleteFunc(c.Heads, func(o Head) bool {
		return o.ID == h.ID || slices.Contains(prev, o.ID)
	})
	at, _ := slices.BinarySearchFunc(c.Heads, h.Rank, func(o Head, r Rank) int { return o.Rank.Compare(r) })
	c.Heads = slices.Insert(c.Heads, at, h)
}

// SetRank gives the change id its effective time and reports whether that
// changed the winner. It does nothing when id is not a head.
func (c *Cell) SetRank(id ID, eff uint64) (moved bool) {
	at := slices.IndexFunc(c.Heads, func(h Head) bool { return h.ID == id })
	if at < 0 || c.Heads[at].Rank.Eff == eff {
		return false
	}
	before, _ := c.Winner()
	c.Heads[at].Rank.Eff = eff
	slices.SortFunc(c.Heads, func(a, b Head) int { return a.Rank.Compare(b.Rank) })
	after, _ := c.Winner()
	return before.ID != after.ID
}

// isSet reports whether the cell is an element of a set, by what was done to it.
func (c *Cell) isSet() bool {
	for _, h := range c.Heads {
		if h.Op != OpAdd && h.Op != OpRemove {
			return false
		}
	}
	return len(c.Heads) > 0
}

// Winner returns the change that is shown; ok is false when the cell was never
// written. It is the head of the highest rank, except for an element of a set,
// where an addition that no removal had seen stays.
func (c *Cell) Winner() (h Head, ok bool) {
	if len(c.Heads) == 0 {
		return Head{}, false
	}
	last := len(c.Heads) - 1
	if c.isSet() {
		for i := last; i >= 0; i-- {
			if c.Heads[i].Op == OpAdd {
				return c.Heads[i], true
			}
		}
	}
	return c.Heads[last], true
}

// Conflict reports whether people who had not seen each other's change left the
// cell in different states. Equal values are no conflict, and neither are
// additions to and removals from a set.
func (c *Cell) Conflict() bool {
	if len(c.Heads) < 2 || c.isSet() {
		return false
	}
	return slices.ContainsFunc(c.Heads[1:], func(h Head) bool { return !h.says(c.Heads[0]) })
}

// Losers returns the heads in conflict with the winner, by rank, one for each
// different state; it is empty when there is no conflict.
func (c *Cell) Losers() []Head {
	if !c.Conflict() {
		return nil
	}
	winner, _ := c.Winner()
	var losers []Head
	for _, h := range c.Heads {
		if !h.says(winner) && !slices.ContainsFunc(losers, h.says) {
			losers = append(losers, h)
		}
	}
	return losers
}

// Seen returns what an ordinary change of the cell names in Prev: the heads that
// say what is shown. The others stay in conflict.
func (c *Cell) Seen() []ID {
	winner, ok := c.Winner()
	if !ok {
		return nil
	}
	set := c.isSet()
	var ids []ID
	for _, h := range c.Heads {
		if set || h.says(winner) {
			ids = append(ids, h.ID)
		}
	}
	return ids
}

// All returns what a change that settles a conflict names in Prev: every head.
func (c *Cell) All() []ID {
	ids := make([]ID, len(c.Heads))
	for i, h := range c.Heads {
		ids[i] = h.ID
	}
	return ids
}

// DeletionSeen returns what a deletion names in Prev: the shown heads of the
// presence cell and the heads of every other cell of the record, so that an edit
// the deleting person did not know of can be told from one they did.
func DeletionSeen(presence *Cell, cells []*Cell) []ID {
	ids := presence.Seen()
	for _, c := range cells {
		ids = append(ids, c.All()...)
	}
	slices.SortFunc(ids, ID.Compare)
	return slices.Compact(ids)
}

// EditedUnseen returns the heads of cells that the person who deleted the record
// had not seen; seen is the deletion's Prev. Such a record stays in the bin and
// is listed for a person to restore.
func EditedUnseen(seen []ID, cells []*Cell) []Head {
	var late []Head
	for _, c := range cells {
		for _, h := range c.Heads {
			if !slices.Contains(seen, h.ID) {
				late = append(late, h)
			}
		}
	}
	slices.SortFunc(late, func(a, b Head) int { return a.Rank.Compare(b.Rank) })
	return late
}
