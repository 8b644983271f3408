package sqlite

import (
	"context"
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
)

// TailAhead returns the entries of the tail that the file lacks, of replicas that
// it knows, by replica and number. There are some when the program ended between
// writing the tail and committing, and when SQLite found the end of its
// write-ahead log damaged and left it out without a word. Whole groups only: what
// was cut short was never saved. Entries of replicas that the file does not know
// are another file's, or a server's that will send them again.
func (f *File) TailAhead(ctx context.Context) ([]TailEntry, error) {
	last := Vector{}
	known := map[journal.ReplicaID]bool{}
	err := f.Read(ctx, func(r *Reader) error {
		all, err := r.Replicas()
		for _, rep := range all {
			last[rep.ID], known[rep.ID] = rep.Last, true
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	newest := map[journal.ID]TailEntry{}
	_, err = ReadTail(f.path, func(t TailEntry) error {
		if id, ok := journal.IDOf(t.Body); ok && known[id.Replica] && id.N > last[id.Replica] {
			newest[id] = t
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return wholeGroups(newest), nil
}

func wholeGroups(entries map[journal.ID]TailEntry) []TailEntry {
	ids := make([]journal.ID, 0, len(entries))
	for id := range entries {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, journal.ID.Compare)
	var whole []TailEntry
	for i := 0; i < len(ids); {
		length := groupAt(ids[i:], entries)
		for _, id := range ids[i : i+length] {
			whole = append(whole, entries[id])
		}
		i += max(length, 1)
	}
	return whole
}

// groupAt returns the length of the whole group that begins ids, or 0.
func groupAt(ids []journal.ID, entries map[journal.ID]TailEntry) int {
	length := 1
	for i := 0; i < length; i++ {
		if i >= len(ids) {
			return 0
		}
		e, err := journal.Decode(entries[ids[i]].Body)
		if err != nil || e.ID.Replica != ids[0].Replica || e.TxFirst != ids[0].N || e.ID.N != ids[0].N+uint64(i) {
			return 0
		}
		length = int(e.TxLen)
	}
	return length
}
