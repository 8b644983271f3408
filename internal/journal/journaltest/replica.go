// Package journaltest is the suite that every replica of a workspace has to
// pass: random histories on three replicas and a sequencer, after which all show
// the same and nothing that a person saw saved is lost. The expectations are kept
// by lists of the suite's own, not by the code under test.
package journaltest

import (
	"time"

	"github.com/tendril-app/tendril/internal/journal"
)

// The cells that the suite writes; all belong to an account. A replica made of
// real records maps them to its fields.
const (
	Presence = ""
	Name     = "name"
	CSM      = "csm"
	Notes    = "notes"
	Region   = "attributes/Region"
	Gold     = "tags/gold"
	Late     = "tags/late"
)

// Kind is the kind of every record of the suite.
const Kind = "account"

// Nothing is what a cell without a value shows; Live and Deleted are what the
// presence cell shows.
const (
	Nothing = "∅"
	Live    = "live"
	Deleted = "deleted"
)

// Change is what a person does to one cell: OpSet with a value, OpClear, OpAdd,
// OpRemove, OpDelete or OpRestore.
type Change struct {
	Cell  string
	Op    journal.Op
	Value string
}

// Edit is what a person does to one record in one go. Create makes the record.
// Resolve settles the conflicts of the changed cells: the author saw all values.
type Edit struct {
	Record  journal.UUID
	Create  bool
	Resolve bool
	Changes []Change
}

// Replica is one copy of a workspace. Times are those of its own clock.
type Replica interface {
	// Do saves the edits as one action; when it returns, they are saved.
	Do(now time.Time, edits []Edit) error
	// Pending returns its own entries that no server has acknowledged, by number.
	Pending() ([][]byte, error)
	// Ack takes a server's answer to a push, or a repetition of one.
	Ack(now time.Time, acks []journal.Ack) error
	// Receive takes entries of a pull, in any order and any number of times, its
	// own among them; groups are whole.
	Receive(now time.Time, page []journal.Sequenced) error
	// State returns what it shows.
	State() (State, error)
	// Close ends it; the suite does not use it after.
	Close() error
}

// State is what a replica shows, by record id.
type State map[string]Record

// Record is what a replica shows of one record. Shown has the presence cell and
// every cell that has a value or an element (an element shows its own name).
// Conflicts has the values that lost without having been seen, sorted. Unseen are
// the cells, sorted, of a deleted record that hold edits the deleting person had
// not seen. History has, sorted, all that was ever done to a cell: the values
// set, Nothing for clearing, Live and Deleted.
type Record struct {
	Shown     map[string]string
	Conflicts map[string][]string
	Unseen    []string
	History   map[string][]string
}
