package workspace

import (
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// check holds the rules of the domain and finds where a new record belongs.
func (tx *Tx) check(d *draft, isNew bool) error {
	if tx.trust {
		return nil
	}
	if err := success.ValidateValues(d.info.kind, d.now.get, tx.today); err != nil {
		return err
	}
	if !isNew {
		return nil
	}
	space, err := tx.spaceOf(d)
	if err != nil {
		return err
	}
	d.space = space
	return nil
}

// spaceOf walks from a new record to the account it hangs on.
func (tx *Tx) spaceOf(d *draft) (journal.UUID, error) {
	switch {
	case d.info.kind == "account":
		return d.id, nil
	case d.info.kind == "workspace":
		tx.space = d.id
		return d.id, nil
	case d.info.owner == nil:
		return tx.space, nil
	}
	if p, ok := tx.plainOwner(d); ok {
		return p.Space, nil
	}
	if d.info.owner2 != nil {
		if _, err := tx.ownerPlace(d, d.info.owner2, d.info.owner2.Owner2); err != nil {
			return journal.UUID{}, err
		}
	}
	field, kind := d.info.ownerOf(d.now.get)
	p, err := tx.ownerPlace(d, field, kind)
	return p.Space, err
}

// plainOwner is what most records hang on: what one field names by its id, met in
// this action before. An import asks for it with every record.
func (tx *Tx) plainOwner(d *draft) (p sqlite.Place, ok bool) {
	f := d.info.owner
	if f.Type != success.TypeID || d.info.owner2 != nil {
		return p, false
	}
	raw := d.now.get(f.Name)
	if len(raw) < 2 {
		return p, false
	}
	id, err := journal.ParseUUID(string(raw[1 : len(raw)-1]))
	if err != nil {
		return p, false
	}
	p, ok = tx.places[id]
	return p, ok && p.Kind == string(f.Owner)
}

func (tx *Tx) ownerPlace(d *draft, f *success.FieldSpec, kind success.Kind) (sqlite.Place, error) {
	raw := d.now.get(f.Name)
	text := textOf(raw)
	if f.Type == success.TypeLink {
		text, kind = textOf(member(raw, "id")), success.Kind(textOf(member(raw, "type")))
	}
	none := func() error {
		return success.Invalid(f.Name, "The %s that this %s belongs to does not exist.", spoken(kind), spoken(d.info.kind))
	}
	id, err := journal.ParseUUID(strings.ToLower(text))
	if err != nil {
		return sqlite.Place{}, none()
	}
	p, found, err := tx.place(id)
	if err != nil {
		return sqlite.Place{}, err
	}
	if !found || p.Kind != string(kind) {
		return sqlite.Place{}, none()
	}
	return p, nil
}

// place says where a record is, from this action, the file or memory.
func (tx *Tx) place(id journal.UUID) (sqlite.Place, bool, error) {
	if d := tx.drafts[id]; d != nil {
		return sqlite.Place{Space: d.space, Kind: string(d.info.kind)}, true, nil
	}
	if p, ok := tx.places[id]; ok {
		return p, true, nil
	}
	p, found, err := tx.st.Place(id)
	if found {
		tx.places[id] = p
	}
	return p, found, err
}
