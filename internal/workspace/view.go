package workspace

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// view reads one state of the file, inside an action or outside of one.
type view struct {
	r     *sqlite.Reader
	space journal.UUID // of the workspace
	known hiddenByKind // what the bin hides, where that is asked again and again; or nil
}

// hiddenByKind keeps what hiddenOwners found while nothing is written.
type hiddenByKind map[success.Kind]*hidden

// record returns a record of a kind, also from the bin.
func (v view) record(kind success.Kind, id success.ID) (*sqlite.Record, error) {
	uid, err := parseID(id)
	if err != nil {
		return nil, err
	}
	rec, found, err := v.r.Record(uid)
	if err != nil {
		return nil, err
	}
	if !found || rec.Kind != string(kind) {
		return nil, notFound(kind, id)
	}
	return rec, nil
}

// list hands out the records of a kind that q asks for.
func (v view) list(kind success.Kind, q Query, fn func(id success.ID, body json.RawMessage) error) error {
	info, err := infoOf(kind)
	if err != nil {
		return err
	}
	gone, err := v.hiddenOwners(info)
	if err != nil {
		return err
	}
	count := 0
	each := func(space journal.UUID, row sqlite.Row) error {
		hides := func() bool { return gone.hides(info, space, row.Body) }
		if !q.wants(row, hides) {
			return nil
		}
		if count++; q.Limit > 0 && count > q.Limit {
			return errEnough
		}
		return fn(success.ID(row.ID.String()), row.Body)
	}
	if q.Account != "" && q.isPlain() && info.kind != "account" {
		err = v.liveIn(info, q.Account, each)
	} else {
		err = v.walk(info, q.Account, each)
	}
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

// wants reports whether the query asks for a record; hides says whether what it
// hangs on is in the bin.
func (q *Query) wants(row sqlite.Row, hides func() bool) bool {
	if !q.All && (row.Deleted != q.Deleted || !q.Deleted && hides()) {
		return false
	}
	return matches(row.Body, q.Where) && (!row.Deleted || !isPurged(row.Body))
}

// isPlain reports whether all records are wanted that are not in the bin.
func (q *Query) isPlain() bool { return !q.All && !q.Deleted && q.Limit == 0 }

// liveIn hands out an account's records of a kind that are not in the bin
// themselves. They come as one text, as a row for each costs several times that.
func (v view) liveIn(info *kindInfo, account success.ID, each func(journal.UUID, sqlite.Row) error) error {
	space, err := parseID(account)
	if err != nil {
		return err
	}
	row := sqlite.Row{Kind: string(info.kind)}
	return v.r.Bodies(space, []string{row.Kind}, func(_ string, bodies []byte) error {
		for body := range bytes.SplitSeq(bodies, newline) {
			if row.ID, err = journal.ParseUUID(textOf(member(body, "id"))); err != nil {
				return fmt.Errorf("reading a %s: %w", row.Kind, err)
			}
			row.Body = body
			if err := each(space, row); err != nil {
				return err
			}
		}
		return nil
	})
}

// walk hands out the stored records of a kind: an account's, the workspace's own,
// or those of all accounts.
func (v view) walk(info *kindInfo, account success.ID, each func(journal.UUID, sqlite.Row) error) error {
	space := v.space
	switch {
	case account != "":
		var err error
		if space, err = parseID(account); err != nil {
			return err
		}
	case info.owner != nil || info.kind == "account":
		err := v.r.OfKind(string(info.kind), each)
		if err != nil || info.owner == nil || info.owner.Owner != "*" {
			return err
		} // else it may hang on a record of the workspace too
	}
	return v.r.KindInSpace(space, string(info.kind), func(row sqlite.Row) error { return each(space, row) })
}

// errEnough ends a listing at its limit.
var errEnough = errors.New("enough")

func matches(raw []byte, where map[string]string) bool {
	for name, want := range where {
		if !matchesField(member(raw, name), want) {
			return false
		}
	}
	return true
}

func matchesField(raw []byte, want string) bool {
	if len(raw) > 0 && raw[0] == '[' {
		elements, ok := elementsOf(raw)
		return ok && slices.Contains(elements, want)
	}
	return textOf(raw) == want
}

// hidden says which owners are in the bin or hang on something there.
type hidden struct {
	spaces  map[journal.UUID]bool // accounts in the bin
	ids     map[string]bool
	walk    view // for evidence, whose subject may be of any kind
	anybody bool // something is in the bin at all
}

// hides reports whether a record hangs on something in the bin.
func (h *hidden) hides(info *kindInfo, space journal.UUID, raw []byte) bool {
	switch {
	case info.kind == "account" || !h.anybody:
		return false
	case h.spaces[space]:
		return true
	case info.owner != nil && info.owner.Owner == "*":
		gone, err := h.walk.subjectGone(raw, info)
		return err == nil && gone
	case len(h.ids) == 0:
		return false
	case info.owner2 != nil && h.ids[textOf(member(raw, info.owner2.Name))]:
		return true
	}
	return info.owner != nil && h.ids[textOf(member(raw, info.owner.Name))]
}

// hiddenOwners finds what in the bin hides records of a kind. Deletion is stored
// on the one record; what hangs on it is hidden by this.
func (v view) hiddenOwners(info *kindInfo) (*hidden, error) {
	if h := v.known[info.kind]; h != nil {
		return h, nil
	}
	h, err := v.findHidden(info)
	if err == nil && v.known != nil {
		v.known[info.kind] = h
	}
	return h, err
}

func (v view) findHidden(info *kindInfo) (*hidden, error) {
	h := &hidden{walk: v}
	if info.kind == "account" || info.owner == nil {
		return h, nil
	}
	var err error
	if h.anybody, err = v.r.BinIsUsed(); err != nil || !h.anybody {
		return h, err
	}
	h.spaces, h.ids = map[journal.UUID]bool{}, map[string]bool{}
	err = v.r.InBin("account", func(space, _ journal.UUID) error {
		h.spaces[space] = true
		return nil
	})
	if err != nil {
		return nil, err
	}
	inside := map[journal.UUID]bool{} // accounts with something hidden inside
	for _, owner := range ownersOf(info) {
		if err := v.hideOwners(h, owner, inside); err != nil {
			return nil, err
		}
	}
	return h, nil
}

// hideOwners adds the hidden records of one owning kind; those above it are done.
func (v view) hideOwners(h *hidden, owner *kindInfo, inside map[journal.UUID]bool) error {
	for space := range inside {
		err := v.r.KindInSpace(space, string(owner.kind), func(row sqlite.Row) error {
			if owner.owner != nil && h.ids[textOf(member(row.Body, owner.owner.Name))] {
				h.ids[row.ID.String()] = true
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return v.r.InBin(string(owner.kind), func(space, id journal.UUID) error {
		h.ids[id.String()] = true
		inside[space] = true
		return nil
	})
}

// ownersOf returns the kinds that a kind hangs on, the account left out, from the
// top down.
func ownersOf(info *kindInfo) []*kindInfo {
	var chain []*kindInfo
	for at := info; at.owner != nil && at.owner.Owner != "*" && at.owner.Owner != "account"; {
		at = kinds()[at.owner.Owner]
		chain = append(chain, at)
	}
	slices.Reverse(chain)
	if info.owner2 != nil {
		chain = append(chain, kinds()[info.owner2.Owner2])
	}
	return chain
}

// subjectGone walks up from a record and reports whether something above it is
// in the bin or missing.
func (v view) subjectGone(raw []byte, info *kindInfo) (bool, error) {
	for info.owner != nil {
		id, err := journal.ParseUUID(info.ownerIn(raw))
		if err != nil {
			return true, nil //nolint:nilerr // an owner that is no id is none
		}
		rec, found, err := v.r.Record(id)
		if err != nil || !found || rec.Deleted {
			return true, err
		}
		raw, info = rec.Body, infoOrUnknown(rec.Kind)
	}
	return false, nil
}

// live reports whether a stored record is shown.
func (v view) live(rec *sqlite.Record) (bool, error) {
	if rec.Deleted {
		return false, nil
	}
	info := infoOrUnknown(rec.Kind)
	gone, err := v.subjectGone(rec.Body, info)
	if err != nil || gone || info.owner2 == nil {
		return !gone, err
	}
	id, err := journal.ParseUUID(textOf(member(rec.Body, info.owner2.Name)))
	if err != nil {
		return false, nil //nolint:nilerr // an owner that is no id is none
	}
	p, found, err := v.r.Place(id)
	return found && !p.Deleted, err
}

// title returns what a person calls a record.
func title(info *kindInfo, raw []byte) string {
	text := textOf(member(raw, info.title))
	if text == "" {
		text = textOf(member(raw, "on"))
	}
	if text == "" {
		text = spoken(info.kind)
	}
	text, _, _ = strings.Cut(text, "\n")
	return text
}

// spokenCount says how many of a kind there are.
func spokenCount(n int, kind success.Kind) string {
	name := spoken(kind)
	if strings.HasSuffix(name, "y") {
		name = strings.TrimSuffix(name, "y") + "ie"
	}
	return strconv.Itoa(n) + " " + name + "s"
}
