package workspace

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// Resolve finds a record by id, by external id, or by a name that matches one
// record only, without regard to case and accents. No match is an error of
// CodeNotFound, several are one of CodeConflict.
func (w *Workspace) Resolve(ctx context.Context, kind success.Kind, ref string) (id success.ID, err error) {
	info, err := infoOf(kind)
	if err != nil {
		return "", err
	}
	err = w.read(ctx, func(v view) error {
		id, err = v.resolve(info, strings.TrimSpace(ref))
		return err
	})
	return id, err
}

func (v view) resolve(info *kindInfo, ref string) (success.ID, error) {
	if uid, err := journal.ParseUUID(strings.ToLower(ref)); err == nil {
		if rec, found, err := v.r.Record(uid); err != nil || found && rec.Kind == string(info.kind) {
			return success.ID(uid.String()), err
		}
		return "", notFound(info.kind, success.ID(ref))
	}
	var external, named []success.ID
	folded := sqlite.Fold(ref)
	err := v.list(info.kind, Query{}, func(id success.ID, body json.RawMessage) error {
		if hasExternalID(body, ref) {
			external = append(external, id)
		}
		if info.title != "" && sqlite.Fold(textOf(member(body, info.title))) == folded {
			named = append(named, id)
		}
		return nil
	})
	switch {
	case err != nil:
		return "", err
	case len(external) == 1:
		return external[0], nil
	case len(external) > 1:
		return "", ambiguous(info.kind, ref, len(external))
	case len(named) == 1:
		return named[0], nil
	case len(named) > 1:
		return "", ambiguous(info.kind, ref, len(named))
	}
	return "", success.NotFound("There is no %s called %q.", spoken(info.kind), ref)
}

func hasExternalID(body []byte, ref string) bool {
	ids := member(body, "external_ids")
	if ids == nil {
		return false
	}
	found := false
	_ = eachMember(ids, func(_, value []byte) error {
		found = found || textOf(value) == ref
		return nil
	})
	return found
}

func ambiguous(kind success.Kind, ref string, n int) error {
	return &success.Error{Code: success.CodeConflict, Message: spokenCount(n, kind) + " are called \"" + ref + "\". Give the id."}
}
