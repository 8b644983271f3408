package success

import "slices"

// Families is which account stands below which: a client organisation with its
// parts, that may have parts themselves.
type Families struct {
	parent   map[ID]ID
	children map[ID][]ID
}

// FamiliesOf sorts accounts into families by each account's parent (its
// parent_account_id, empty for none). A parent that is not among the accounts is
// none. Where parents go round in a circle, the account of the circle that was
// made first (the lowest id) counts as having none: everybody stands below
// somebody once, and every sum ends.
func FamiliesOf(parents map[ID]ID) *Families {
	f := &Families{parent: make(map[ID]ID), children: make(map[ID][]ID)}
	for id, parent := range parents {
		if _, there := parents[parent]; there && parent != id {
			f.parent[id] = parent
		}
	}
	f.openCircles()
	for id, parent := range f.parent {
		f.children[parent] = append(f.children[parent], id)
	}
	for _, list := range f.children {
		slices.Sort(list)
	}
	return f
}

// openCircles takes the parent from the first account of each circle.
func (f *Families) openCircles() {
	const (
		walking = 1
		done    = 2
	)
	seen := make(map[ID]int, len(f.parent))
	for start := range f.parent {
		var path []ID
		at, ok := start, true
		for ok && seen[at] == 0 {
			seen[at] = walking
			path = append(path, at)
			at, ok = f.parent[at]
		}
		if ok && seen[at] == walking {
			delete(f.parent, slices.Min(path[slices.Index(path, at):]))
		}
		for _, id := range path {
			seen[id] = done
		}
	}
}

// Parent returns the account that one stands right below; empty for none.
func (f *Families) Parent(id ID) ID { return f.parent[id] }

// Head returns the account at the top of one's family: itself where it has no parent.
func (f *Families) Head(id ID) ID {
	for f.parent[id] != "" {
		id = f.parent[id]
	}
	return id
}

// HasBelow reports whether any account stands below one.
func (f *Families) HasBelow(id ID) bool { return len(f.children[id]) > 0 }

// Below returns the accounts below one, at any depth and each once, without itself.
func (f *Families) Below(id ID) []ID {
	var out []ID
	for _, child := range f.children[id] {
		out = append(append(out, child), f.Below(child)...)
	}
	return out
}

// WouldCircle reports whether an account would stand below itself if another
// became its parent.
func (f *Families) WouldCircle(id, parent ID) bool {
	for at := parent; at != ""; at = f.parent[at] {
		if at == id {
			return true
		}
	}
	return false
}

// RolledUp is an account's own figures and those of all below it, in one currency.
type RolledUp struct {
	Accounts int // with itself
	ARR      float64
	Level    float64 // proved value level
}

// RollUp adds up an account and all below it; figures says what one brings.
func (f *Families) RollUp(id ID, figures func(ID) (arr, level float64)) RolledUp {
	var sum RolledUp
	for _, one := range append([]ID{id}, f.Below(id)...) {
		arr, level := figures(one)
		sum.Accounts++
		sum.ARR += arr
		sum.Level += level
	}
	return sum
}
