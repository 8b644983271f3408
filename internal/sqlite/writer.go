package sqlite

import (
	"bytes"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
)

// Writer is a Reader that also writes. What it is given it gathers and stores in
// rows of many, on a goroutine of its own, so that an import goes on making
// records meanwhile; a read that could see the difference waits for it.
type Writer struct {
	*Reader
	pipe pipe

	changes []Change
	added   []*Record
	changed []*Record
	docs    []docChange
	cells   []cellChange

	unwritten map[journal.UUID]bool // records given since everything was stored
	edited    map[journal.UUID]bool // records with changes given since
	lowest    int64                 // of the changes given since; 0 for none
	highest   int64
	given     int  // records, new and changed
	reading   int  // queries whose rows are being read
	direct    bool // a job is not worth a goroutine

	keepsTail bool
	frames    frames
}

// How many rows are gathered before they are stored. Records wait for as many as
// an import makes at once, as they are stored in the order of the table.
const (
	gatherRows    = 256
	gatherRecords = journal.MaxGroup
)

func newWriter(r *Reader) *Writer {
	w := &Writer{Reader: r, unwritten: map[journal.UUID]bool{}, edited: map[journal.UUID]bool{}}
	r.w = w
	return w
}

// later has the pipe do a job, or does it at once where that is little, or where
// somebody reads rows and the connection is theirs.
func (w *Writer) later(job func() error) error {
	if w.reading > 0 || w.direct && !w.pipe.started() {
		return job()
	}
	return w.pipe.add(job)
}

// run executes a statement after all that was given before.
func (w *Writer) run(text string, args ...any) error {
	if err := w.settle(); err != nil {
		return err
	}
	return w.s.exec(text, args...)
}

// settle stores what was gathered.
func (w *Writer) settle() error {
	w.direct = true
	err := w.hand()
	w.direct = false
	if err != nil {
		return err
	}
	if err := w.pipe.wait(); err != nil {
		return err
	}
	clear(w.unwritten)
	clear(w.edited)
	w.lowest, w.highest = 0, 0
	return nil
}

// hand gives the pipe what was gathered.
func (w *Writer) hand() error {
	for _, give := range []func() error{w.handChanges, w.handRecords, w.handCells, w.handDocs} {
		if err := give(); err != nil {
			return err
		}
	}
	return nil
}

// stop ends the pipe; what it has not done is left.
func (w *Writer) stop() { w.pipe.stop() }

// exec runs a statement from a job.
func (w *Writer) exec(text string, args ...any) error {
	w.s.mu.Lock()
	defer w.s.mu.Unlock()
	return w.s.exec(text, args...)
}

const (
	updateRecord = "UPDATE record SET newest = ?, deleted = ?, doc = ?, body = ? WHERE space = ? AND kind = ? AND id = ?"
)

// AddChange stores an entry.
func (w *Writer) AddChange(c *Change) error {
	w.changes = append(w.changes, *c)
	if c.Record != nil {
		w.edited[*c.Record] = true
	}
	if w.lowest == 0 || c.ID < w.lowest {
		w.lowest = c.ID
	}
	w.highest = max(w.highest, c.ID)
	if len(w.changes) < gatherRows {
		return nil
	}
	return w.handChanges()
}

func (w *Writer) handChanges() error {
	if len(w.changes) == 0 {
		return nil
	}
	given := w.changes
	w.changes = make([]Change, 0, cap(given))
	return w.later(func() error {
		for len(given) > 0 {
			n := alike(given, func(a, b *Change) bool { return a.made() == b.made() && (!a.made() || a.Action == b.Action) })
			if err := w.insertChanges(given[:n]); err != nil {
				return err
			}
			given = given[n:]
		}
		return nil
	})
}

// made reports whether a change made its record and no server has seen it, as is
// so of all that a person brings in.
func (c *Change) made() bool { return c.Record == nil && c.Seq == 0 }

// insertChanges stores changes that all made records in one action, or none did.
func (w *Writer) insertChanges(given []Change) error {
	b := newBulk(&insertChange, len(given))
	if given[0].made() {
		b = newBulk(&insertMade, len(given))
		b.share(given[0].Action)
	}
	for i := range given {
		c := &given[i]
		if w.keepsTail {
			w.frames.add(c)
		}
		digest := journal.Digest(c.Body)
		if c.made() {
			b.add(c.ID, int64(c.Rank), c.Body, digest[:])
		} else {
			b.add(c.ID, idOrNone(c.Record), int64(c.Rank), number(int64(c.Seq)), c.Action, c.Body, digest[:])
		}
	}
	return w.insert(b)
}

func idOrNone(id *journal.UUID) any {
	if id == nil {
		return nil
	}
	return id[:]
}

// number writes 0 as NULL.
func number(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

// AddRecord stores a new record, which must not be changed any more.
func (w *Writer) AddRecord(rec *Record) error {
	w.added = append(w.added, rec)
	w.unwritten[rec.ID] = true
	return w.enoughRecords()
}

// ChangeRecord stores a record that is there with its new body and state; it must
// not be changed any more.
func (w *Writer) ChangeRecord(rec *Record) error {
	w.changed = append(w.changed, rec)
	w.unwritten[rec.ID] = true
	return w.enoughRecords()
}

// Given returns how many times a record was given to be stored.
func (w *Writer) Given() int { return w.given }

func (w *Writer) enoughRecords() error {
	w.given++
	if len(w.added)+len(w.changed) < gatherRecords {
		return nil
	}
	return w.handRecords()
}

// handRecords gives the pipe the new records and then the changed ones, which may
// be new themselves. A table that is filled in its own order is filled faster.
func (w *Writer) handRecords() error {
	if len(w.added)+len(w.changed) == 0 {
		return nil
	}
	added, changed := w.added, w.changed
	w.added, w.changed = make([]*Record, 0, cap(added)), make([]*Record, 0, cap(changed))
	return w.later(func() error {
		slices.SortFunc(added, compareKeys)
		slices.SortStableFunc(changed, compareKeys)
		if err := w.insertRecords(added); err != nil {
			return err
		}
		for _, rec := range changed {
			err := w.exec(updateRecord, int64(rec.Newest), rec.Deleted, number(rec.Doc), textBytes(rec.Body), rec.Space[:], rec.Kind, rec.ID[:])
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// insertRecords stores new records; those of an account and a kind lie together and
// have most columns in common.
func (w *Writer) insertRecords(added []*Record) error {
	plain := func(rec *Record) bool { return !rec.Deleted && rec.Doc == 0 }
	like := func(a, b **Record) bool {
		return plain(*a) == plain(*b) && (!plain(*a) || (*a).Kind == (*b).Kind && (*a).Space == (*b).Space)
	}
	for len(added) > 0 {
		first, n := added[0], alike(added, like)
		b := newBulk(&insertRecord, n)
		if plain(first) {
			b = newBulk(&insertPlain, n)
			b.share(first.Space[:], first.Kind)
		}
		for _, rec := range added[:n] {
			if plain(rec) {
				b.add(rec.ID[:], rec.Made, int64(rec.Newest), textBytes(rec.Body))
			} else {
				b.add(rec.Space[:], rec.Kind, rec.ID[:], rec.Made, int64(rec.Newest), rec.Deleted, number(rec.Doc), textBytes(rec.Body))
			}
		}
		if err := w.insert(b); err != nil {
			return err
		}
		added = added[n:]
	}
	return nil
}

func compareKeys(a, b *Record) int {
	if c := bytes.Compare(a.Space[:], b.Space[:]); c != 0 {
		return c
	}
	if c := strings.Compare(a.Kind, b.Kind); c != 0 {
		return c
	}
	return bytes.Compare(a.ID[:], b.ID[:])
}

// textBytes is a body as a text for the driver.
func textBytes(body []byte) string { return string(body) }
