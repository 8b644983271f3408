package workspace

import (
	"context"
	"fmt"

	"github.com/tendril-app/tendril/internal/journal"
)

// catchUp brings entries into the file that only its second copy has: SQLite
// leaves out the damaged end of a write-ahead log without a word. It comes before
// the first write, which would use their numbers again.
func (w *Workspace) catchUp(ctx context.Context) error {
	ahead, err := w.file.TailAhead(ctx)
	if err != nil || len(ahead) == 0 {
		return err
	}
	page := make([]journal.Sequenced, 0, len(ahead))
	for _, t := range ahead {
		page = append(page, journal.Sequenced{Body: t.Body, Seq: t.Seq, Eff: t.Eff})
	}
	if err := w.Apply(ctx, page); err != nil {
		return fmt.Errorf("bringing back %d changes from the second copy: %w", len(page), err)
	}
	w.o.Log.WithField("changes", len(page)).Warn("changes that the file lacked came back from its second copy")
	return nil
}

// distrust keeps a file that was found damaged from being written to.
func (w *Workspace) distrust() {
	w.mu.Lock()
	w.readOnly = damagedMessage
	w.mu.Unlock()
	w.emit(Event{})
}
