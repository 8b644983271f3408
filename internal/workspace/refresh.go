package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// refreshBatch is how many summaries are stored in one transaction: few enough
// that an edit in between hardly waits. Where there are few in all they go in eight
// batches, so that neither of the two readers ends long before the other.
const refreshBatch = 200

// refresher makes old summaries anew in the background, two at a time.
type refresher struct {
	mu      sync.Mutex
	rows    map[journal.UUID]*cachedSummary
	ctx     context.Context //nolint:containedctx // the life of the background work is the workspace's
	cancel  context.CancelFunc
	running bool
	working sync.RWMutex // held for reading while summaries are made anew
	again   bool         // something changed while it ran
	owed    bool         // somebody was shown stale rows
	made    int          // of all, in the round that runs
	all     int          // how many the round that runs makes; 0 between rounds

	backingUp bool
	done      sync.WaitGroup
}

func (r *refresher) init() {
	r.rows = map[journal.UUID]*cachedSummary{}
	r.ctx, r.cancel = context.WithCancel(context.Background())
}

// rest returns when no summaries are being made.
func (r *refresher) rest() {
	r.working.Lock()
	r.working.Unlock() //nolint:staticcheck // to have had it is to have waited
}

func (r *refresher) stop() {
	r.cancel()
	r.done.Wait()
}

func (r *refresher) cached(space journal.UUID) *cachedSummary {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.rows[space]
}

func (r *refresher) cache(space journal.UUID, c *cachedSummary) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rows[space] = c
}

// owe promises an event once the stale rows are made anew.
func (r *refresher) owe(w *Workspace) {
	r.mu.Lock()
	r.owed = true
	r.mu.Unlock()
	r.wake(w)
}

// wake starts the background work, or lets it go round again.
func (r *refresher) wake(w *Workspace) {
	if w.why() != "" {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ctx.Err() != nil {
		return
	}
	r.again = true
	if r.running {
		return
	}
	r.running = true
	r.done.Go(func() { r.run(w) })
}

func (r *refresher) run(w *Workspace) {
	for {
		r.mu.Lock()
		if !r.again || r.ctx.Err() != nil {
			r.running = false
			r.mu.Unlock()
			return
		}
		r.again = false
		r.mu.Unlock()
		done, err := w.refresh(r.ctx)
		if err != nil && r.ctx.Err() == nil {
			w.o.Log.WithField("err", err.Error()).Warn("refreshing summaries stopped")
		}
		r.mu.Lock()
		tell := r.owed && len(done) > 0
		r.owed = r.owed && !tell
		r.mu.Unlock()
		if tell {
			w.emit(Event{Accounts: done})
		}
	}
}

// Reckoning tells how many of the old summaries the background has made anew, and
// how many it makes in all. Both are 0 while it rests.
func (w *Workspace) Reckoning() (made, all int) {
	w.refresher.mu.Lock()
	defer w.refresher.mu.Unlock()
	return w.refresher.made, w.refresher.all
}

// tally notes how far a round of the background work is.
func (r *refresher) tally(made, all int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.made, r.all = made, all
}

// Refresh makes all old summaries anew and returns when they are stored.
func (w *Workspace) Refresh(ctx context.Context) error {
	_, err := w.refresh(ctx)
	return err
}

// refresh makes old summaries anew with two readers beside each other.
func (w *Workspace) refresh(ctx context.Context) (done []success.ID, err error) {
	w.refresher.working.RLock()
	defer w.refresher.working.RUnlock()
	today := w.Today()
	var stale []sqlite.Summary
	var settings *success.Settings
	err = w.read(ctx, func(v view) error {
		if stale, err = v.r.StaleSummaries(madeOn(today)); err != nil || len(stale) == 0 {
			return err
		}
		settings, err = v.settings()
		return err
	})
	if err != nil || len(stale) == 0 {
		return nil, err
	}
	all := len(stale)
	w.refresher.tally(0, all)
	defer w.refresher.tally(0, 0)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	todo := make(chan []sqlite.Summary)
	made := make(chan []madeSummary, 2)
	failed := make(chan error, 2)
	var workers sync.WaitGroup
	for range 2 {
		workers.Go(func() { failed <- w.refreshSome(ctx, todo, made, settings, today) })
	}
	go func() {
		defer close(todo)
		for len(stale) > 0 {
			n := min(refreshBatch, (all+7)/8, len(stale))
			select {
			case todo <- stale[:n]:
				stale = stale[n:]
			case <-ctx.Done():
				return
			}
		}
	}()
	go func() {
		workers.Wait()
		close(made)
	}()
	for batch := range made {
		if err := w.storeSummaries(ctx, batch); err != nil {
			cancel()
			for range made {
				// The workers must not block while they end.
				continue
			}
			return done, err
		}
		for i := range batch {
			done = append(done, success.ID(batch[i].line.Space.String()))
		}
		w.refresher.tally(len(done), all)
	}
	return done, errors.Join(<-failed, <-failed)
}

func (w *Workspace) refreshSome(ctx context.Context, todo <-chan []sqlite.Summary, made chan<- []madeSummary, settings *success.Settings, today success.Date) error {
	for stale := range todo {
		var batch []madeSummary
		err := w.read(ctx, func(v view) error {
			for i := range stale {
				if err := ctx.Err(); err != nil {
					return err
				}
				s, err := makeSummary(v, &stale[i], settings, today)
				if err != nil {
					return err
				}
				batch = append(batch, s)
			}
			return nil
		})
		if err != nil {
			return err
		}
		select {
		case made <- batch:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// madeSummary is an account's line to be stored, with its gist where that is new.
type madeSummary struct {
	line sqlite.Summary
	gist *sqlite.Gist
}

// makeSummary makes a line anew. Its version may be of before what is read now: then
// the line is not stored, as the account has another version by then. The gist is kept
// of what the first line of a day is made of: an edit takes it away again, and who goes
// on editing need not pay for the next.
func makeSummary(v view, stale *sqlite.Summary, settings *success.Settings, today success.Date) (madeSummary, error) {
	g, err := v.glance(stale.Space, today, stale.Day != madeOn(today))
	if err != nil {
		return madeSummary{}, fmt.Errorf("the summary of account %s: %w", stale.Space, err)
	}
	body, err := json.Marshal(g.summary(settings, today))
	if err != nil {
		return madeSummary{}, fmt.Errorf("writing the summary of account %s: %w", stale.Space, err)
	}
	return madeSummary{sqlite.Summary{Space: stale.Space, MadeOf: stale.Version, Day: madeOn(today), Body: body}, g.gist}, nil
}

func (w *Workspace) storeSummaries(ctx context.Context, batch []madeSummary) error {
	return w.file.Write(ctx, func(st *sqlite.Writer) error {
		for i := range batch {
			made := &batch[i]
			if err := st.SetSummary(&made.line); err != nil {
				return err
			}
			if made.gist == nil {
				continue
			}
			if err := st.SetGist(made.line.Space, made.line.MadeOf, made.gist); err != nil {
				return err
			}
		}
		return nil
	})
}
