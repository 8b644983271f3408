package workspace

import (
	"crypto/rand"
	"encoding/binary"
	"sync"
	"time"

	"github.com/tendril-app/tendril/internal/journal"
)

// ids makes UUIDs of version 7 from the workspace's own clock: in the order in
// which they are made, also when the clock stands or goes back, so that records
// made after each other lie beside each other in the file.
type ids struct {
	mu     sync.Mutex
	last   uint64 // milliseconds and 12 bits that count within one
	random []byte // bytes not used yet
}

// countBits is how much of an id counts within a millisecond.
const countBits = 12

func (g *ids) next(now time.Time) journal.UUID {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.last = max(g.last+1, uint64(max(now.UnixMilli(), 0))<<countBits)
	if len(g.random) < 8 {
		g.random = make([]byte, 2048)
		_, _ = rand.Read(g.random) // never fails: it ends the program instead
	}
	var id journal.UUID
	binary.BigEndian.PutUint64(id[:8], g.last>>countBits<<16|g.last&(1<<countBits-1))
	copy(id[8:], g.random[:8])
	g.random = g.random[8:]
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id
}
