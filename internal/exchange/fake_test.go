package exchange_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

// shelf is a Target in memory: records by kind and id, as JSON objects.
type shelf struct {
	records map[success.Kind]map[success.ID]success.Fields
	order   map[success.Kind][]success.ID
	blobs   map[string][]byte
	next    int
	puts    int
}

func newShelf(currency string) *shelf {
	s := &shelf{records: map[success.Kind]map[success.ID]success.Fields{}, order: map[success.Kind][]success.ID{}, blobs: map[string][]byte{}}
	if currency != "" {
		_, _ = s.Put("workspace", "", success.Fields{"name": json.RawMessage(`"Book"`), "currency": json.RawMessage(`"` + currency + `"`)})
	}
	return s
}

func (s *shelf) Put(kind success.Kind, id success.ID, fields success.Fields) (exchange.Written, error) {
	s.puts++
	created := id == ""
	if created {
		s.next++
		id = success.ID(fmt.Sprintf("019a0000-0000-7000-8000-%012d", s.next))
	}
	full := maps.Clone(fields)
	full["id"] = json.RawMessage(`"` + string(id) + `"`)
	if created {
		full["created_at"] = json.RawMessage(`"2026-11-21T08:00:00.000Z"`)
		full["updated_at"] = full["created_at"]
	}
	w, err := s.Import(kind, full)
	w.Created = created
	return w, err
}

func (s *shelf) Import(kind success.Kind, fields success.Fields) (exchange.Written, error) {
	id := success.ID("")
	if err := json.Unmarshal(fields["id"], &id); err != nil || id == "" {
		return exchange.Written{}, fmt.Errorf("no id: %w", err)
	}
	if s.records[kind] == nil {
		s.records[kind] = map[success.ID]success.Fields{}
	}
	rec, there := s.records[kind][id]
	if !there {
		rec = success.Fields{}
		s.records[kind][id] = rec
		s.order[kind] = append(s.order[kind], id)
	}
	changed := !there
	for name, value := range fields {
		if string(rec[name]) == string(value) {
			continue
		}
		changed = true
		if string(value) == "null" {
			delete(rec, name)
		} else {
			rec[name] = slices.Clone(value)
		}
	}
	body, err := json.Marshal(rec)
	if err == nil {
		_, err = success.Decode(kind, body)
	}
	if err != nil {
		return exchange.Written{}, fmt.Errorf("%s %s: %w", kind, id, err)
	}
	return exchange.Written{ID: id, Created: !there, Changed: changed}, nil
}

func (s *shelf) Get(kind success.Kind, id success.ID) (json.RawMessage, error) {
	rec, ok := s.records[kind][id]
	if !ok {
		return nil, success.NotFound("There is no %s %s.", kind, id)
	}
	return json.Marshal(rec)
}

// ListIn hands out more than it is asked for: who asks looks at the owner anyway.
func (s *shelf) ListIn(kind success.Kind, _ success.ID, fn func(id success.ID, body json.RawMessage) error) error {
	return s.List(kind, fn)
}

func (s *shelf) List(kind success.Kind, fn func(id success.ID, body json.RawMessage) error) error {
	for _, id := range s.order[kind] {
		rec := s.records[kind][id]
		if rec["deleted_at"] != nil {
			continue
		}
		body, err := json.Marshal(rec)
		if err != nil {
			return err
		}
		if err := fn(id, body); err != nil {
			return err
		}
	}
	return nil
}

func all[T any](tb testing.TB, s *shelf, kind success.Kind) []T {
	tb.Helper()
	var out []T
	err := s.List(kind, func(_ success.ID, body json.RawMessage) error {
		var v T
		err := json.Unmarshal(body, &v)
		out = append(out, v)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}
