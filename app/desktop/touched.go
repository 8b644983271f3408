package desktop

import (
	"slices"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// touched remembers which accounts' records of some kinds were changed since they
// were last read.
type touched struct {
	kinds []success.Kind

	mu    sync.Mutex
	all   bool
	stale map[success.ID]bool
}

// note takes in what a change touched. It is called by whoever wrote.
func (t *touched) note(e workspace.Event) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !slices.ContainsFunc(t.kinds, func(k success.Kind) bool { return slices.Contains(e.Kinds, k) }) {
		return
	}
	if t.stale == nil {
		t.stale = map[success.ID]bool{}
	}
	for _, id := range e.Accounts {
		t.stale[id] = true
	}
	t.all = t.all || len(t.stale) > mostStale
}

// forget is told when another workspace is opened.
func (t *touched) forget() {
	t.mu.Lock()
	t.all, t.stale = true, nil
	t.mu.Unlock()
}

// take hands over what is to be read again: all, or these accounts.
func (t *touched) take() (all bool, stale map[success.ID]bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	all, stale = t.all, t.stale
	t.all, t.stale = false, nil
	return all, stale
}
