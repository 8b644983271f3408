package desktop

import (
	"fmt"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// placed is a record of a list that a person puts in order.
type placed struct {
	id       success.ID
	position success.Position
}

func placesOf[T any](list []T, of func(T) placed) []placed {
	places := make([]placed, len(list))
	for i, one := range list {
		places[i] = of(one)
	}
	return places
}

// endOfPlaces is the position after the last of a list in order, or none while one
// of them has none: a new one comes after those by itself.
func endOfPlaces(list []placed) success.Position {
	if slices.ContainsFunc(list, func(p placed) bool { return p.position.IsZero() }) {
		return success.Position{}
	}
	if len(list) == 0 {
		return success.Position{Decimal: decimal.NewFromInt(1)}
	}
	return success.Between(list[len(list)-1].position, success.Position{})
}

// moveTo returns the positions to write so that id stands before another one of a
// list in order, or at its end: its own alone, or all of them where some have none.
func moveTo(list []placed, id, before success.ID) map[success.ID]success.Position {
	rest := slices.DeleteFunc(slices.Clone(list), func(p placed) bool { return p.id == id })
	at := slices.IndexFunc(rest, func(p placed) bool { return p.id == before })
	if at < 0 {
		at = len(rest)
	}
	if !slices.ContainsFunc(rest, func(p placed) bool { return p.position.Sign() <= 0 }) {
		var low, high success.Position
		if at > 0 {
			low = rest[at-1].position
		}
		if at < len(rest) {
			high = rest[at].position
		}
		if high.IsZero() || low.LessThan(high.Decimal) {
			return map[success.ID]success.Position{id: success.Between(low, high)}
		}
	}
	places := map[success.ID]success.Position{}
	for i, p := range rest {
		n := int64(i + 1)
		if i >= at {
			n++
		}
		places[p.id] = success.Position{Decimal: decimal.NewFromInt(n)}
	}
	places[id] = success.Position{Decimal: decimal.NewFromInt(int64(at + 1))}
	return places
}

// putPlaces writes the positions of records of a kind.
func putPlaces(tx *workspace.Tx, kind success.Kind, places map[success.ID]success.Position) error {
	for _, id := range slices.Sorted(maps.Keys(places)) {
		if _, err := tx.Put(kind, id, success.Fields{"position": []byte(places[id].String())}); err != nil {
			return fmt.Errorf("put a %s in its place: %w", kind, err)
		}
	}
	return nil
}
