package sqlite

import (
	"context"
	"slices"
	"strconv"

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
	var from int64
	err := f.Read(ctx, func(r *Reader) error {
		all, err := r.Replicas()
		for _, rep := range all {
			last[rep.ID], known[rep.ID] = rep.Last, true
		}
		if err == nil {
			from, err = r.tailEnd()
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	newest, err := f.tailAfter(from, last, known)
	if err == nil && gaps(newest, last) {
		// The file is not the one that wrote the end of this tail, so its word for
		// where the tail ended says nothing.
		newest, err = f.tailAfter(0, last, known)
	}
	if err != nil {
		return nil, err
	}
	return wholeGroups(newest), nil
}

// tailAfter returns the entries from an offset on that the file lacks.
func (f *File) tailAfter(from int64, last Vector, known map[journal.ReplicaID]bool) (map[journal.ID]TailEntry, error) {
	newest := map[journal.ID]TailEntry{}
	_, err := readTail(f.path, from, func(t TailEntry) error {
		if id, ok := journal.IDOf(t.Body); ok && known[id.Replica] && id.N > last[id.Replica] {
			newest[id] = t
		}
		return nil
	})
	return newest, err
}

// gaps reports whether entries are missing between the file and the tail.
func gaps(entries map[journal.ID]TailEntry, last Vector) bool {
	for id := range entries {
		before := journal.ID{Replica: id.Replica, N: id.N - 1}
		if _, ok := entries[before]; !ok && before.N != last[id.Replica] {
			return true
		}
	}
	return false
}

// metaTail is the size of the tail when the file last committed: what the file
// may lack lies after it.
const metaTail = "tail"

func (r *Reader) tailEnd() (int64, error) {
	text, err := r.Meta(metaTail)
	if err != nil || text == "" {
		return 0, err
	}
	end, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, nil //nolint:nilerr // a tail is read from its beginning where its end is not known
	}
	return end, nil
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
