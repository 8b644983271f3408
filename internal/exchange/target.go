// Package exchange carries records in and out of a workspace: tables (CSV and
// XLSX, with whatever encoding, delimiter, dates and numbers a program writes)
// and bundles, the open format. It reads and plans; the writing goes through a
// Target, so that every change is journaled, undoable and seen by search. It
// opens no workspace and knows no database.
package exchange

import (
	"encoding/json"

	"github.com/tendril-app/tendril/internal/success"
)

// Written says what one write did.
type Written struct {
	ID      success.ID
	Created bool
	Changed bool
}

// Target is the open transaction an import is matched against and written to. It
// keeps no Fields that it is given, as they are filled again for the next record.
type Target interface {
	// Put creates a record (id "" makes a new id) or changes one; a null clears a field.
	Put(kind success.Kind, id success.ID, fields success.Fields) (Written, error)
	// Import creates or changes the record that fields name by id, and keeps
	// their id, created_at, updated_at and deleted_at.
	Import(kind success.Kind, fields success.Fields) (Written, error)
	// Get returns the body of a record.
	Get(kind success.Kind, id success.ID) (json.RawMessage, error)
	// List calls fn for each live record of a kind.
	List(kind success.Kind, fn func(id success.ID, body json.RawMessage) error) error
	// ListIn calls fn for each live record of a kind that hangs on an account.
	ListIn(kind success.Kind, account success.ID, fn func(id success.ID, body json.RawMessage) error) error
}

// aheadReader is a target that is told which records will be changed.
type aheadReader interface {
	Ahead(ids []success.ID) error
}

// placer is a target that knows the account a record hangs on; "" for none, and
// where there is no such record.
type placer interface {
	AccountOf(kind success.Kind, id success.ID) (success.ID, error)
}

// beneath returns the target that is asked in the end, for what it can do beyond a
// Target's methods.
func beneath(target Target) Target {
	if u, ok := target.(*untilTarget); ok {
		return beneath(u.target)
	}
	return target
}

// Transaction is the shape of a workspace's transaction, whose writes answer
// with a struct of its own.
type Transaction[W ~struct {
	ID      success.ID
	Created bool
	Changed bool
}] interface {
	Put(kind success.Kind, id success.ID, fields success.Fields) (W, error)
	Import(kind success.Kind, fields success.Fields) (W, error)
	Get(kind success.Kind, id success.ID) (json.RawMessage, error)
	List(kind success.Kind, fn func(id success.ID, body json.RawMessage) error) error
	ListIn(kind success.Kind, account success.ID, fn func(id success.ID, body json.RawMessage) error) error
	AccountOf(kind success.Kind, id success.ID) (success.ID, error)
}

// Into returns the Target that writes to a workspace's transaction.
func Into[W ~struct {
	ID      success.ID
	Created bool
	Changed bool
}](tx Transaction[W]) Target {
	return transactionTarget[W]{tx}
}

type transactionTarget[W ~struct {
	ID      success.ID
	Created bool
	Changed bool
}] struct{ tx Transaction[W] }

func (t transactionTarget[W]) Put(kind success.Kind, id success.ID, fields success.Fields) (Written, error) {
	w, err := t.tx.Put(kind, id, fields)
	return Written(w), err
}

func (t transactionTarget[W]) Import(kind success.Kind, fields success.Fields) (Written, error) {
	w, err := t.tx.Import(kind, fields)
	return Written(w), err
}

func (t transactionTarget[W]) Get(kind success.Kind, id success.ID) (json.RawMessage, error) {
	return t.tx.Get(kind, id)
}

// Ahead passes the word on to a transaction that can use it.
func (t transactionTarget[W]) Ahead(ids []success.ID) error {
	if tx, ok := t.tx.(aheadReader); ok {
		return tx.Ahead(ids)
	}
	return nil
}

func (t transactionTarget[W]) AccountOf(kind success.Kind, id success.ID) (success.ID, error) {
	return t.tx.AccountOf(kind, id)
}

func (t transactionTarget[W]) List(kind success.Kind, fn func(id success.ID, body json.RawMessage) error) error {
	return t.tx.List(kind, fn)
}

func (t transactionTarget[W]) ListIn(kind success.Kind, account success.ID, fn func(id success.ID, body json.RawMessage) error) error {
	return t.tx.ListIn(kind, account, fn)
}
