package journal

import "time"

// HLC is a hybrid logical clock: 44 bits of milliseconds since 1970 and a
// counter of 20 bits that orders what happens within one. A full counter rolls
// into the next millisecond.
type HLC uint64

const (
	counterBits = 20
	maxMillis   = 1<<44 - 1
)

// The years within which a clock is believed at all.
var (
	earliestHLC = HLCOf(time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC))
	latestHLC   = HLCOf(time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC))
)

// HLCOf returns the first HLC of t's millisecond; times before 1970 and after
// the year 2527 give the nearest that can be written.
func HLCOf(t time.Time) HLC {
	ms := max(0, min(t.UnixMilli(), maxMillis))
	return HLC(ms) << counterBits
}

// Time returns the instant of h in UTC, to the millisecond.
func (h HLC) Time() time.Time { return time.UnixMilli(int64(h >> counterBits)).UTC() }

// Plausible reports whether h lies between the years 1990 and 2200.
func (h HLC) Plausible() bool { return h >= earliestHLC && h < latestHLC }

// Clock hands out the HLCs of one replica. Last is the newest one given and has
// to be stored in the transaction that stores the entry. It is not safe for
// concurrent use.
type Clock struct{ Last HLC }

// Next returns an HLC that is later than every one before, not before now, and
// later than seen (the newest effective time that was received, zero for none).
// A wall clock that goes backwards does not take it back. A seen time beyond
// the year 2200 is not followed.
func (c *Clock) Next(now time.Time, seen HLC) HLC {
	next := max(HLCOf(now), c.Last+1)
	if seen < latestHLC {
		next = max(next, seen+1)
	}
	c.Last = next
	return next
}

// Settle is called with a server's answer: a replica whose wall clock once ran
// ahead comes back to the present, that is to the later of now and the newest
// effective time seen. Order is safe, as the server raises an entry above its
// replica's last one.
func (c *Clock) Settle(now time.Time, seen HLC) {
	c.Last = HLCOf(now)
	if seen < latestHLC {
		c.Last = max(c.Last, seen)
	}
}
