package workspace

import (
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/success"
)

// collection is a set or a map of a body while its elements change.
type collection struct {
	name     string
	isSet    bool
	decided  bool
	elements []string
	pairs    []pair
}

func (c *collection) open(b *body, name string) {
	*c = collection{name: name}
	raw := b.get(name)
	switch b.info.typeOf(name) {
	case success.TypeSet:
		c.isSet, c.decided = true, true
	case success.TypeMap:
		c.decided = true
	}
	if c.decided && !c.isSet {
		c.pairs, _ = pairsOf(raw)
		return
	}
	if c.elements, c.isSet = elementsOf(raw); !c.isSet {
		c.pairs, _ = pairsOf(raw)
	}
}

func (c *collection) put(key string, op journal.Op, value journal.Value) {
	if op == journal.OpAdd || op == journal.OpRemove {
		c.isSet = true
		at, has := slices.BinarySearch(c.elements, key)
		switch {
		case op == journal.OpAdd && !has:
			c.elements = slices.Insert(c.elements, at, key)
		case op == journal.OpRemove && has:
			c.elements = slices.Delete(c.elements, at, at+1)
		}
		return
	}
	c.isSet = false
	at, has := slices.BinarySearchFunc(c.pairs, key, func(p pair, k string) int { return compare(p.key, k) })
	raw := fromValue(value)
	switch {
	case op == journal.OpSet && raw != nil && has:
		c.pairs[at].raw = raw
	case op == journal.OpSet && raw != nil:
		c.pairs = slices.Insert(c.pairs, at, pair{key, raw})
	case has:
		c.pairs = slices.Delete(c.pairs, at, at+1)
	}
}

func (c *collection) close(b *body) {
	if c.name == "" {
		return
	}
	if c.isSet {
		b.set(c.name, renderSet(c.elements))
	} else {
		b.set(c.name, renderMap(c.pairs))
	}
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
