// Package sample makes the sample portfolio: the book of a customer success
// manager at Quayside, a maker of dock-scheduling software, with two years of
// history that show every verdict. It is written for 9 June 2026 and moved so
// that it ends on any day asked for; the same day and seed give the same
// records, ids included.
package sample

import (
	"fmt"

	"github.com/tendril-app/tendril/internal/success"
)

// WrittenFor is the day on which the sample's story takes place before it is
// moved.
const WrittenFor = "2026-06-09"

// DefaultSeed is the seed Load uses.
const DefaultSeed = 2026

// Name is the workspace's name in the sample.
const Name = "Quayside"

// Currency is the workspace's currency in the sample.
const Currency = "EUR"

// Records returns the sample, owners before what hangs on them, with every day
// moved by end − 9 June 2026 so that the last of it lies on end. Equal
// arguments give equal records.
func Records(end success.Date, seed uint64) []success.Record {
	b := newBook(end, seed)
	b.settings()
	accounts := []func(*book){
		nordhavn, castellan, lumen, meridian, ostara, brightwell, kestrel,
		arbour, vega, solent, tallow, pellegrino, sundqvist, albion,
	}
	for _, write := range accounts {
		write(b)
	}
	b.fillDays()
	b.sign()
	b.draft()
	return b.records
}

// Load hands the sample to create, record by record, owners first. The caller
// runs it inside one action, so that one undo takes the sample out again. The
// workspace's own record is left to the caller, who has made it already.
func Load(create func(success.Record) error, end success.Date) error {
	for _, rec := range Records(end, DefaultSeed) {
		if rec.Kind() == "workspace" {
			continue
		}
		if err := create(rec); err != nil {
			return fmt.Errorf("loading the sample's %s: %w", rec.Kind(), err)
		}
	}
	return nil
}

// Book returns the sample as a book in memory, the files in order of account
// id, for figures and tests that need no workspace file.
func Book(end success.Date, seed uint64) (*success.Book, error) {
	return bookOf(Records(end, seed))
}
