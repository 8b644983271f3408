package workspace

import (
	"encoding/json"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/success"
)

// Get returns a record's body as it stands in this action.
func (tx *Tx) Get(kind success.Kind, id success.ID) (json.RawMessage, error) {
	d, err := tx.existing(kind, id)
	if err != nil {
		return nil, err
	}
	shown := d.now
	if at := success.InstantOf(tx.now).String(); d.isNew() {
		if shown.created == "" {
			shown.created = at
		}
		if shown.updated == "" {
			shown.updated = at
		}
	}
	return shown.render(), nil
}

// Ahead reads records that the action is going to change, in a few queries in
// place of one for each. Ids that are not there are no error.
func (tx *Tx) Ahead(ids []success.ID) error {
	if err := tx.flush(); err != nil {
		return err
	}
	uids := make([]journal.UUID, 0, len(ids))
	for _, id := range ids {
		uid, err := parseID(id)
		if err != nil {
			return err
		}
		uids = append(uids, uid)
	}
	return tx.apply.prefetch(uids)
}

// AccountOf returns the account that a record hangs on, "" where it hangs on the
// workspace and where there is no such record.
func (tx *Tx) AccountOf(kind success.Kind, id success.ID) (success.ID, error) {
	return accountAt(kind, id, tx.space, tx.place)
}

// List hands every live record of a kind to fn.
func (tx *Tx) List(kind success.Kind, fn func(id success.ID, body json.RawMessage) error) error {
	if err := tx.flush(); err != nil {
		return err
	}
	return tx.view().list(kind, Query{}, func(id success.ID, body json.RawMessage) error { return fn(id, body) })
}

// ListIn hands every live record of a kind that hangs on an account to fn.
func (tx *Tx) ListIn(kind success.Kind, account success.ID, fn func(id success.ID, body json.RawMessage) error) error {
	if err := tx.flush(); err != nil {
		return err
	}
	return tx.view().list(kind, Query{Account: account}, fn)
}

// view is what the action sees of the file. What the bin hides is found anew after
// each record that was written.
func (tx *Tx) view() view {
	if given := tx.st.Given(); tx.hidden == nil || tx.hiddenAt != given {
		tx.hidden, tx.hiddenAt = hiddenByKind{}, given
	}
	return view{r: tx.st.Reader, space: tx.space, known: tx.hidden}
}
