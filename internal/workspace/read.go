package workspace

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

func (w *Workspace) read(ctx context.Context, fn func(v view) error) error {
	space := w.workspaceSpace()
	return w.file.Read(ctx, func(r *sqlite.Reader) error { return fn(view{r: r, space: space}) })
}

// Get returns a record's body, also from the bin; an error of CodeNotFound
// where there is none.
func (w *Workspace) Get(ctx context.Context, kind success.Kind, id success.ID) (body json.RawMessage, err error) {
	err = w.read(ctx, func(v view) error {
		rec, err := v.record(kind, id)
		if err == nil {
			body = rec.Body
		}
		return err
	})
	return body, err
}

// List hands every matching record's body to fn, in order of id within an account.
func (w *Workspace) List(ctx context.Context, kind success.Kind, q Query, fn func(body json.RawMessage) error) error {
	return w.read(ctx, func(v view) error {
		return v.list(kind, q, func(_ success.ID, body json.RawMessage) error { return fn(body) })
	})
}

// File returns an account with all live records that hang on it. An account in
// the bin is an error of CodeNotFound.
func (w *Workspace) File(ctx context.Context, account success.ID) (f *success.File, err error) {
	err = w.read(ctx, func(v view) error {
		if f, err = v.file(account); err != nil {
			return err
		}
		if f.Account.DeletedAt != 0 {
			return success.NotFound("The account %s is in the bin. Restore it to work on it.", account)
		}
		f, err = v.live1(f)
		return err
	})
	return f, err
}

// file reads everything of an account, the bin included.
func (v view) file(account success.ID) (*success.File, error) {
	space, err := parseID(account)
	if err != nil {
		return nil, err
	}
	f := &success.File{}
	if err := v.addKinds(f, space, nil, nil); err != nil {
		return nil, err
	}
	if f.Account.ID == "" {
		return nil, notFound("account", account)
	}
	return f, nil
}

// addKinds reads an account's records of some kinds into f; none means all. Of
// those that skip names by their body, nothing is read.
func (v view) addKinds(f *success.File, space journal.UUID, wanted []string, skip func(kind string, body []byte) bool) error {
	err := v.r.Bodies(space, wanted, func(kind string, bodies []byte) error {
		if _, known := kinds()[success.Kind(kind)]; !known {
			return nil
		}
		if skip == nil || kind == "benefit_step" {
			f.Expect(success.Kind(kind), bytes.Count(bodies, newline)+1)
		}
		for len(bodies) > 0 {
			body, rest, _ := bytes.Cut(bodies, newline)
			bodies = rest
			if skip != nil && skip(kind, body) {
				continue
			}
			if err := f.Add(success.Kind(kind), body); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("reading account %s: %w", space, err)
	}
	return nil
}

// newline parts bodies; inside one it is always escaped.
var newline = []byte{'\n'}

// live1 leaves out what is in the bin, and the values of indicators that are.
func (v view) live1(f *success.File) (*success.File, error) {
	f = f.Live()
	if len(f.IndicatorValues) == 0 {
		return f, nil
	}
	gone := map[success.ID]bool{}
	err := v.r.InBin("indicator", func(_, id journal.UUID) error {
		gone[success.ID(id.String())] = true
		return nil
	})
	if len(gone) > 0 {
		f.IndicatorValues = slices.DeleteFunc(f.IndicatorValues, func(x success.IndicatorValue) bool { return gone[x.IndicatorID] })
	}
	return f, err
}

// Settings returns what figures need of the workspace besides accounts.
func (w *Workspace) Settings(ctx context.Context) (s *success.Settings, err error) {
	err = w.read(ctx, func(v view) error {
		s, err = v.settings()
		return err
	})
	return s, err
}

func (v view) settings() (*success.Settings, error) {
	s := &success.Settings{}
	for _, kind := range []success.Kind{"workspace", "fx_rate", "customer_type", "motivation", "indicator"} {
		err := v.r.KindInSpace(v.space, string(kind), func(row sqlite.Row) error {
			if row.Deleted {
				return nil
			}
			return s.Add(kind, row.Body)
		})
		if err != nil {
			return nil, fmt.Errorf("reading the settings: %w", err)
		}
	}
	return s, nil
}

// Book returns all accounts' live records of these kinds, the accounts
// themselves always; none means all.
func (w *Workspace) Book(ctx context.Context, kinds ...success.Kind) (b *success.Book, err error) {
	b = &success.Book{}
	err = w.read(ctx, func(v view) error {
		s, err := v.settings()
		if err != nil {
			return err
		}
		b.Settings = *s
		if len(kinds) == 0 {
			return v.wholeBook(b)
		}
		return v.partBook(b, kinds)
	})
	return b, err
}

func (v view) wholeBook(b *success.Book) error {
	spaces, err := v.r.Spaces()
	if err != nil {
		return err
	}
	for _, space := range spaces {
		f, err := v.file(success.ID(space.String()))
		if err != nil {
			return err
		}
		if f.Account.DeletedAt != 0 {
			continue
		}
		if f, err = v.live1(f); err != nil {
			return err
		}
		b.Files = append(b.Files, f)
	}
	return nil
}

// partBook reads some kinds of all accounts. What is hidden is left out by the
// owners in the bin, as the owners themselves may not be among the kinds.
func (v view) partBook(b *success.Book, wanted []success.Kind) error {
	files := map[journal.UUID]*success.File{}
	wanted = append([]success.Kind{"account"}, slices.DeleteFunc(slices.Clone(wanted), func(k success.Kind) bool { return k == "account" })...)
	for _, kind := range wanted {
		info, err := infoOf(kind)
		if err != nil {
			return err
		}
		gone, err := v.hiddenOwners(info)
		if err != nil {
			return err
		}
		err = v.r.OfKind(string(kind), func(space journal.UUID, row sqlite.Row) error {
			if row.Deleted || gone.hides(info, space, row.Body) {
				return nil
			}
			f := files[space]
			if f == nil {
				if kind != "account" {
					return nil
				}
				f = &success.File{}
				files[space] = f
				b.Files = append(b.Files, f)
			}
			return f.Add(kind, row.Body)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
