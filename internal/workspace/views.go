package workspace

import (
	"github.com/tendril-app/tendril/internal/success"
)

// Info tells about the open file.
type Info struct {
	Path     string               `json:"path"`
	Name     string               `json:"name"`
	Currency string               `json:"currency"`
	Schema   int                  `json:"schema"`
	Size     int64                `json:"size"` // bytes
	Replica  string               `json:"replica"`
	Counts   map[success.Kind]int `json:"counts"`              // live records; kinds without any are absent
	ReadOnly string               `json:"read_only,omitempty"` // why nothing can be written; empty when it can
}

// Query narrows List. The zero Query means all live records.
type Query struct {
	Account success.ID        // only what hangs on this account
	Where   map[string]string // field name to text; a field's text is its JSON without quotes, a money's its amount
	Deleted bool              // the bin instead of the live records
	All     bool              // every record: live, in the bin, and hidden with its owner
	Limit   int               // 0 means no limit
}

// Written says what Put did.
type Written struct {
	ID      success.ID
	Created bool
	Changed bool // false where every field had its value already
}

// Action is one click, one command or one import: what one Undo takes back.
type Action struct {
	ID      string          `json:"id"`
	Label   string          `json:"label"`
	At      success.Instant `json:"at"`
	Actor   string          `json:"actor"`
	Undoes  string          `json:"undoes,omitempty"` // the action that this one took back
	Undone  bool            `json:"undone"`           // taken back, and not done again since
	Records int             `json:"records"`          // how many records it touched
}

// Undone says what Undo or Redo did. Kept names in words what stayed as it is
// because somebody changed it since.
type Undone struct {
	Action Action   `json:"action"` // the action that was taken back or done again
	Kept   []string `json:"kept"`

	First    success.Link `json:"-"` // the first record that was touched
	Accounts int          `json:"-"` // how many accounts it touched
}

// Change is one field of one record, changed.
type Change struct {
	At     success.Instant `json:"at"`
	Actor  string          `json:"actor"`
	Action string          `json:"action"`
	Label  string          `json:"label"`
	Field  string          `json:"field"` // "" is the record itself: made, deleted, restored
	What   string          `json:"what"`  // created, changed, deleted, restored
	From   string          `json:"from"`
	To     string          `json:"to"`
}

// Hit is one record found by search.
type Hit struct {
	Kind        success.Kind `json:"kind"`
	ID          success.ID   `json:"id"`
	Account     success.ID   `json:"account"`
	AccountName string       `json:"account_name"`
	Title       string       `json:"title"`
	Snippet     string       `json:"snippet"`
}

// Event tells what a committed change touched.
type Event struct {
	Action   string
	Accounts []success.ID
	Kinds    []success.Kind
}

// BackupInfo tells about a backup that was written and verified.
type BackupInfo struct {
	Path string          `json:"path"`
	Size int64           `json:"size"` // bytes
	At   success.Instant `json:"at"`
}

// VerifyReport says whether the file is sound. Problems are in words; none
// means it is.
type VerifyReport struct {
	Records  int      `json:"records"`
	Changes  int      `json:"changes"`
	Problems []string `json:"problems"`
}

// Summary is one account's row in the portfolio. Amounts are in Currency, in
// major units, unrounded.
type Summary struct {
	Account   success.ID   `json:"id"`
	Name      string       `json:"name"`
	CSM       string       `json:"csm"`
	Segment   string       `json:"segment"`
	Tags      []string     `json:"tags"`
	Currency  string       `json:"currency"`
	ARR       float64      `json:"arr"`
	Renewal   success.Date `json:"renewal"`    // end of the open current term with the earliest decision date
	Decision  success.Date `json:"decision"`   // its decision date
	LastTouch success.Date `json:"last_touch"` // the newest touchpoint
	Cancelled success.Date `json:"cancelled_on"`
	Verdict   string       `json:"verdict"`
	Level     float64      `json:"level"`    // proved value level
	Claimed   float64      `json:"claimed"`  // claimed value level
	Velocity  float64      `json:"velocity"` // proved
	Perceived float64      `json:"perceived"`
	Silence   *int         `json:"silence"` // days since the last news; null where not known
	Spark     []float64    `json:"spark"`   // proved level at 25 points, the last two years
	// SparkClaimed is the level with claims at the same points; empty where nothing is only claimed.
	SparkClaimed []float64 `json:"spark_claimed,omitempty"`
	Benefits     int       `json:"benefits"` // in force, proved
	People       int64     `json:"people"`   // reached, proved
	// Todo is what the account asks for, as Todos reads it; Aside counts what of it was set aside.
	Todo   string       `json:"todo,omitempty"`
	Aside  int          `json:"aside,omitempty"`
	Review success.Date `json:"review,omitzero"` // the next look at the plan with the client
	Ahead  success.Date `json:"ahead,omitzero"`  // the next conversation that is noted ahead
	On     success.Date `json:"on"`              // the day the figures are of
	Glance

	Stale bool `json:"stale"` // being made anew; an Event follows

	folded string // the name as it is sorted
}
