package workspace

import (
	"testing"
	"time"

	"github.com/google/uuid"
)

func TestIDsFollowTheWorkspacesClockAndEachOther(t *testing.T) {
	t.Parallel()
	var g ids
	noon := time.Date(2026, 6, 9, 12, 0, 0, 0, time.UTC)
	before := ""
	for i := range 10_000 {
		now := noon
		if i%3 == 1 {
			now = noon.Add(-time.Hour) // the clock goes back
		}
		id := g.next(now)
		read, err := uuid.Parse(id.String())
		if err != nil || read.Version() != 7 || read.Variant() != uuid.RFC4122 {
			t.Fatalf("%s is not a UUID of version 7: %v", id, err)
		}
		if id.String() <= before {
			t.Fatalf("%s comes after %s", id, before)
		}
		before = id.String()
		if seconds, _ := read.Time().UnixTime(); i == 0 && seconds != noon.Unix() {
			t.Fatalf("%s was made at %d, and the clock said %d", id, seconds, noon.Unix())
		}
	}
}
