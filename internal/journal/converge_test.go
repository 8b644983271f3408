package journal_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/journal/journaltest"
)

func TestReplicasConvergeAndLoseNothing(t *testing.T) {
	t.Parallel()
	journaltest.Converge(t, 300, func(_ *rapid.T, name string, _ func() time.Time) journaltest.Replica {
		var id journal.ReplicaID
		copy(id[:], name)
		return journaltest.NewMemory(id)
	})
}
