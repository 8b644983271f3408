package workspace

import (
	"encoding/json"

	"github.com/tendril-app/tendril/internal/success"
)

// Tx is one action being made. It sees its own writes. It must not be used
// after fn of Do returned, nor from two goroutines.
type Tx struct{}

// Create writes a new record and fills its id and created_at where empty.
func (tx *Tx) Create(rec success.Record) (success.ID, error) { return "", errNotYet }

// Put creates a record (id "" means a new id) or changes the fields given;
// only what differs is journaled. A null clears a field.
func (tx *Tx) Put(kind success.Kind, id success.ID, fields success.Fields) (Written, error) {
	return Written{}, errNotYet
}

// Import is Put with the id of the fields, and with created_at, updated_at and
// deleted_at kept as given.
func (tx *Tx) Import(kind success.Kind, fields success.Fields) (Written, error) {
	return Written{}, errNotYet
}

// Delete puts a record in the bin, and with it what hangs on it.
func (tx *Tx) Delete(kind success.Kind, id success.ID) error { return errNotYet }

// Restore takes a record out of the bin.
func (tx *Tx) Restore(kind success.Kind, id success.ID) error { return errNotYet }

// Get returns a record's body as it stands in this action.
func (tx *Tx) Get(kind success.Kind, id success.ID) (json.RawMessage, error) { return nil, errNotYet }

// List hands every live record of a kind to fn.
func (tx *Tx) List(kind success.Kind, fn func(id success.ID, body json.RawMessage) error) error {
	return errNotYet
}
