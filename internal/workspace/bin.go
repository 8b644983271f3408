package workspace

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// BinItem is one record in the bin. By is whoever put it there, "" where nobody
// here did. Under names what it hangs on and what lies in the bin too: to be seen
// again, both have to come out.
type BinItem struct {
	Kind        success.Kind `json:"kind"`
	ID          success.ID   `json:"id"`
	Account     success.ID   `json:"account"` // "" for what belongs to the workspace
	AccountName string       `json:"account_name"`
	Title       string       `json:"title"`
	DeletedAt   string       `json:"deleted_at"`
	By          string       `json:"by"`
	Under       string       `json:"under"`
}

// BinQuery asks for a part of the bin: what has all the words, in its title, its
// kind or its account's name. Limit 0 means all.
type BinQuery struct {
	Words  string
	Offset int
	Limit  int
}

// BinPage is a part of the bin, what was put there last first.
type BinPage struct {
	Items []BinItem `json:"items"`
	Found int       `json:"found"` // how many the words find
	Total int       `json:"total"` // how many there are at all
}

// Bin lists what lies in the bin, across all accounts. What only hangs on a record
// there is not in the list: it comes back with it.
func (w *Workspace) Bin(ctx context.Context, q BinQuery) (page BinPage, err error) {
	page.Items = []BinItem{}
	err = w.read(ctx, func(v view) error {
		b := binReader{v: v, accounts: map[journal.UUID]string{}}
		items, err := b.all()
		if err != nil {
			return err
		}
		page.Total = len(items)
		if items, err = b.matching(items, q.Words); err != nil {
			return err
		}
		page.Found = len(items)
		slices.SortFunc(items, func(x, y binEntry) int {
			return cmp.Or(strings.Compare(y.DeletedAt, x.DeletedAt), strings.Compare(string(x.Kind), string(y.Kind)), strings.Compare(string(x.ID), string(y.ID)))
		})
		items = items[min(max(q.Offset, 0), len(items)):]
		if q.Limit > 0 && len(items) > q.Limit {
			items = items[:q.Limit]
		}
		names, err := w.names(v)
		if err != nil {
			return err
		}
		for i := range items {
			if err := b.complete(&items[i], names); err != nil {
				return err
			}
			page.Items = append(page.Items, items[i].BinItem)
		}
		return nil
	})
	if err != nil {
		return page, fmt.Errorf("reading the bin: %w", err)
	}
	return page, nil
}

// binEntry is an item while it is being completed.
type binEntry struct {
	BinItem
	space journal.UUID
}

type binReader struct {
	v        view
	accounts map[journal.UUID]string // names by space
}

// all reads what a person put in the bin, without what was emptied from it.
func (b *binReader) all() ([]binEntry, error) {
	var items []binEntry
	err := b.v.r.Bin(func(space journal.UUID, row sqlite.Row) error {
		if isPurged(row.Body) {
			return nil
		}
		info := infoOrUnknown(row.Kind)
		e := binEntry{space: space, BinItem: BinItem{
			Kind: info.kind, ID: success.ID(row.ID.String()), Title: binTitle(info, row.Body),
			DeletedAt: strings.Clone(textOf(member(row.Body, deletedAt))),
		}}
		if info.kind == "account" {
			b.accounts[space] = e.Title
		}
		items = append(items, e)
		return nil
	})
	return items, err
}

// binTitle is what a person calls a record; "" where it has no name of its own.
func binTitle(info *kindInfo, raw []byte) string {
	if info.kind == "fx_rate" {
		return textOf(member(raw, "from")) + " → " + textOf(member(raw, "to")) + ", " + textOf(member(raw, "on"))
	}
	for _, name := range []string{info.title, "on", "body", "statement", "text"} {
		if text := textOf(member(raw, name)); name != "" && text != "" {
			text, _, _ = strings.Cut(text, "\n")
			return strings.Clone(text)
		}
	}
	return ""
}

// matching keeps what has all the words.
func (b *binReader) matching(items []binEntry, words string) ([]binEntry, error) {
	wanted := strings.Fields(sqlite.Fold(words))
	if len(wanted) == 0 {
		return items, nil
	}
	var found []binEntry
	for i := range items {
		name, err := b.accountName(items[i].space)
		if err != nil {
			return nil, err
		}
		text := sqlite.Fold(items[i].Title + " " + name + " " + spoken(items[i].Kind))
		if !slices.ContainsFunc(wanted, func(word string) bool { return !strings.Contains(text, word) }) {
			found = append(found, items[i])
		}
	}
	return found, nil
}

// accountName returns the name of the account that a space is, "" for the
// workspace's own.
func (b *binReader) accountName(space journal.UUID) (string, error) {
	if space == b.v.space {
		return "", nil
	}
	if name, ok := b.accounts[space]; ok {
		return name, nil
	}
	rec, found, err := b.v.r.Record(space)
	if err != nil {
		return "", err
	}
	name := ""
	if found {
		name = textOf(member(rec.Body, "name"))
	}
	b.accounts[space] = name
	return name, nil
}

// complete finds out what only the items that are shown need.
func (b *binReader) complete(e *binEntry, names map[string]string) error {
	name, err := b.accountName(e.space)
	if err != nil {
		return err
	}
	if e.space != b.v.space {
		e.Account, e.AccountName = success.ID(e.space.String()), name
	}
	id, err := parseID(e.ID)
	if err != nil {
		return err
	}
	rec, found, err := b.v.r.Record(id)
	if err != nil || !found {
		return err
	}
	if e.By, err = b.v.deletedBy(rec, names); err != nil {
		return err
	}
	above, err := b.v.above(rec)
	if err != nil || len(above) == 0 {
		return err
	}
	top := above[len(above)-1]
	info := infoOrUnknown(top.Kind)
	if e.Under = binTitle(info, top.Body); e.Under == "" {
		e.Under = spoken(info.kind)
	}
	return nil
}

// deletedBy returns who wrote the deletion that holds.
func (v view) deletedBy(rec *sqlite.Record, names map[string]string) (string, error) {
	rows, err := v.r.Cells(rec.ID)
	if err != nil {
		return "", err
	}
	change := rec.Made
	for _, row := range rows {
		if row.Name == presence {
			change = max(change, row.Change)
		}
	}
	c, found, err := v.r.Change(change)
	if err != nil || !found {
		return "", err
	}
	e, err := journal.Decode(c.Body)
	if err != nil {
		return "", fmt.Errorf("reading change %d: %w", change, err)
	}
	return nameOf(names, e.Actor), nil
}

// above returns the records that one hangs on and that are in the bin, from the
// nearest up.
func (v view) above(rec *sqlite.Record) ([]*sqlite.Record, error) {
	var gone []*sqlite.Record
	for at := rec; ; {
		info := infoOrUnknown(at.Kind)
		if info.owner == nil {
			return gone, nil
		}
		id, err := journal.ParseUUID(info.ownerIn(at.Body))
		if err != nil {
			return gone, nil //nolint:nilerr // an owner that is no id is none
		}
		owner, found, err := v.r.Record(id)
		if err != nil || !found {
			return gone, err
		}
		if owner.Deleted {
			gone = append(gone, owner)
		}
		at = owner
	}
}

// RestoreWithOwners takes a record out of the bin, and with it what it hangs on:
// else it would be out and still not to be seen.
func (tx *Tx) RestoreWithOwners(kind success.Kind, id success.ID) error {
	if err := tx.Restore(kind, id); err != nil {
		return err
	}
	rec, err := (view{r: tx.st.Reader, space: tx.space}).record(kind, id)
	if err != nil {
		return err
	}
	above, err := (view{r: tx.st.Reader, space: tx.space}).above(rec)
	if err != nil {
		return err
	}
	for _, owner := range above {
		if err := tx.Restore(success.Kind(owner.Kind), success.ID(owner.ID.String())); err != nil {
			return err
		}
	}
	return nil
}
