package sqlite

import (
	"slices"
	"time"
)

// How many backups are kept: the newest of each of the last hours, days and
// weeks that have one, and these many at least, however little room there is.
const (
	keepHours = 24
	keepDays  = 14
	keepWeeks = 8
	keepLeast = 3
)

// Surplus returns the backups to remove, oldest first. Kept is the newest of each
// of the 24 latest hours, 14 latest days and 8 latest weeks that have a backup,
// in UTC; of those the oldest go until all together take at most room bytes. The
// three newest always stay.
func Surplus(all []Backup, room int64) []Backup {
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, func(a, b Backup) int { return b.At.Compare(a.At) })
	keep := make([]bool, len(sorted))
	for i := range min(keepLeast, len(sorted)) {
		keep[i] = true
	}
	mark := func(most int, bucket func(time.Time) int64) {
		seen := map[int64]bool{}
		for i, b := range sorted {
			key := bucket(b.At.UTC())
			if !seen[key] && len(seen) < most {
				seen[key], keep[i] = true, true
			}
		}
	}
	mark(keepHours, func(t time.Time) int64 { return floorDiv(t.Unix(), 3600) })
	mark(keepDays, func(t time.Time) int64 { return floorDiv(t.Unix(), 86400) })
	// Weeks begin on a Monday, and 1970 on a Thursday.
	mark(keepWeeks, func(t time.Time) int64 { return floorDiv(floorDiv(t.Unix(), 86400)+3, 7) })

	var used int64
	full := false
	for i, b := range sorted {
		if !keep[i] {
			continue
		}
		used += b.Size
		full = full || used > room
		if full && i >= keepLeast {
			keep[i] = false
		}
	}
	var surplus []Backup
	for i := len(sorted) - 1; i >= 0; i-- {
		if !keep[i] {
			surplus = append(surplus, sorted[i])
		}
	}
	return surplus
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
