package desktop

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// noMapping is what a request names for no saved mapping at all.
const noMapping = "none"

// mappingKind is the kind of a saved mapping that an import made.
const mappingKind = "import"

// savedMapping is a mapping there is.
type savedMapping struct {
	id, name string
	mapping  *exchange.Mapping
}

// mappings reads the saved mappings. One that cannot be read, as a newer program
// may have made it, is left out.
func (x *Imports) mappings(ctx context.Context, ws *workspace.Workspace) ([]savedMapping, error) {
	var out []savedMapping
	err := ws.List(ctx, "mapping", workspace.Query{}, func(body json.RawMessage) error {
		var rec success.Mapping
		if err := json.Unmarshal(body, &rec); err != nil {
			return fmt.Errorf("read mapping: %w", err)
		}
		if m, err := exchange.ParseMapping(rec.Body); err == nil {
			out = append(out, savedMapping{string(rec.ID), rec.Name, m})
		}
		return nil
	})
	return out, err
}

// choose lays a saved mapping under what the person says of this file: the one
// they named, else the newest that was made for these headings.
func (v *ImportView) choose(r ImportRequest, t *exchange.Table, saved []savedMapping, o exchange.Options) exchange.Options {
	var chosen *savedMapping
	for i := range saved {
		s := &saved[i]
		fits := s.mapping.Fits(t)
		v.Mappings = append(v.Mappings, ImportMappingView{ID: s.id, Name: s.name, Fits: fits})
		if s.id == r.Mapping || r.Mapping == "" && fits {
			chosen = s
		}
	}
	if chosen == nil || r.Mapping == noMapping {
		return o
	}
	v.Mapping = chosen.id
	return chosen.mapping.Only(t).Over(o)
}

// SaveMapping keeps how the file inspected last is understood under a name, to be
// applied again when the same headings come. A mapping of that name is replaced.
func (x *Imports) SaveMapping(name string) (_ WrittenView, err error) {
	defer x.app.catch("imports.save_mapping", &err)
	name = strings.TrimSpace(name)
	if err := exchange.CheckMapping(name); err != nil {
		return WrittenView{}, err
	}
	last, err := x.inspected()
	if err != nil {
		return WrittenView{}, err
	}
	if last.matching == nil {
		return WrittenView{}, success.Invalid("", "A bundle has no columns to remember.")
	}
	body := exchange.MappingOf(last.table, last.matching, last.options).Body()
	return x.app.write("Save the mapping "+name, func(tx *workspace.Tx) (success.ID, error) {
		id, err := mappingNamed(tx, name)
		if err != nil {
			return "", err
		}
		w, err := tx.Put("mapping", id, success.Fields{"name": jsonText(name), "kind": jsonText(mappingKind), "body": body})
		return w.ID, err
	})
}

func mappingNamed(tx *workspace.Tx, name string) (success.ID, error) {
	var found success.ID
	enough := errors.New("found")
	err := tx.List("mapping", func(id success.ID, body json.RawMessage) error {
		var rec success.Mapping
		if err := json.Unmarshal(body, &rec); err != nil {
			return fmt.Errorf("read mapping: %w", err)
		}
		if strings.EqualFold(rec.Name, name) {
			found = id
			return enough
		}
		return nil
	})
	if errors.Is(err, enough) {
		err = nil
	}
	return found, err
}

// DeleteMapping puts a saved mapping into the bin.
func (x *Imports) DeleteMapping(id string) (_ WrittenView, err error) {
	defer x.app.catch("imports.delete_mapping", &err)
	return x.app.write("Delete a mapping", func(tx *workspace.Tx) (success.ID, error) {
		return success.ID(id), tx.Delete("mapping", success.ID(id))
	})
}
