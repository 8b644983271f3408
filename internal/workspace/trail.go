package workspace

import (
	"context"
	"encoding/json"

	"github.com/tendril-app/tendril/internal/success"
)

// TrailStep is one record on the way from a record up to its account. Deleted
// says that it lies in the bin itself.
type TrailStep struct {
	Kind    success.Kind
	ID      success.ID
	Deleted bool
}

// longestTrail ends a walk that a damaged link would lead in a circle.
const longestTrail = 8

// Trail returns the record and what it hangs on, one after the other, up to its
// account; records of the workspace itself stand alone. An unknown record is an
// error of CodeNotFound.
func (w *Workspace) Trail(ctx context.Context, kind success.Kind, id success.ID) (trail []TrailStep, err error) {
	err = w.read(ctx, func(v view) error {
		for len(trail) < longestTrail {
			rec, err := v.record(kind, id)
			if err != nil {
				return err
			}
			trail = append(trail, TrailStep{Kind: kind, ID: id, Deleted: rec.Deleted})
			kind, id, err = ownerIn(kind, rec.Body)
			if err != nil || id == "" {
				return err
			}
		}
		return nil
	})
	return trail, err
}

// ownerIn reads from a body what the record hangs on; "" is nothing.
func ownerIn(kind success.Kind, raw json.RawMessage) (success.Kind, success.ID, error) {
	spec, err := success.SpecOf(kind)
	if err != nil {
		return "", "", err
	}
	owner, at := spec.OwnerOf(func(field string) bool { return member(raw, field) != nil })
	switch {
	case owner == nil:
		return "", "", nil
	case at != "*":
		return at, success.ID(textOf(member(raw, owner.Name))), nil
	}
	var link success.Link
	if at := member(raw, owner.Name); at != nil {
		err = json.Unmarshal(at, &link)
	}
	return link.Kind, link.ID, err
}
