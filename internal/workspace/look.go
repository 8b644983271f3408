package workspace

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// errLooking is what a write answers while one only looks.
var errLooking = errors.New("a look writes nothing")

// Look is the workspace as it is at one moment, in the shape of a Tx: for work
// that is planned against what is there. Unlike a Tx it holds up nobody.
type Look struct{ v view }

// Look calls fn with the workspace as it is now. It must not be used after fn
// returned.
func (w *Workspace) Look(ctx context.Context, fn func(l *Look) error) error {
	return w.read(ctx, func(v view) error {
		v.known = hiddenByKind{}
		return fn(&Look{v})
	})
}

// Get returns a record's body, also from the bin; an error of CodeNotFound
// where there is none.
func (l *Look) Get(kind success.Kind, id success.ID) (json.RawMessage, error) {
	rec, err := l.v.record(kind, id)
	if err != nil {
		return nil, err
	}
	return rec.Body, nil
}

// AccountOf returns the account that a record hangs on, "" where it hangs on the
// workspace and where there is no such record.
func (l *Look) AccountOf(kind success.Kind, id success.ID) (success.ID, error) {
	return accountAt(kind, id, l.v.space, l.v.r.Place)
}

// accountAt is the account of the place where a record of the kind is, "" where that
// is the workspace or nowhere.
func accountAt(kind success.Kind, id success.ID, workspace journal.UUID, place func(journal.UUID) (sqlite.Place, bool, error)) (success.ID, error) {
	uid, err := journal.ParseUUID(string(id))
	if err != nil {
		return "", nil //nolint:nilerr // what is no id names no record
	}
	p, found, err := place(uid)
	if err != nil || !found || p.Kind != string(kind) || p.Space == workspace {
		return "", err
	}
	return success.ID(p.Space.String()), nil
}

// List calls fn for each live record of a kind.
func (l *Look) List(kind success.Kind, fn func(id success.ID, body json.RawMessage) error) error {
	return l.v.list(kind, Query{}, fn)
}

// ListIn calls fn for each live record of a kind that hangs on an account.
func (l *Look) ListIn(kind success.Kind, account success.ID, fn func(id success.ID, body json.RawMessage) error) error {
	return l.v.list(kind, Query{Account: account}, fn)
}

// Put fails: nothing is written while one looks.
func (l *Look) Put(success.Kind, success.ID, success.Fields) (Written, error) {
	return Written{}, errLooking
}

// Import fails: nothing is written while one looks.
func (l *Look) Import(success.Kind, success.Fields) (Written, error) {
	return Written{}, errLooking
}
