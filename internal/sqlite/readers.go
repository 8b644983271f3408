package sqlite

import (
	"context"
	"database/sql"
	"sync"
)

// readers are the connections that read. The one used last is used next, as its
// statements are prepared and its pages are in memory.
type readers struct {
	free chan struct{}
	mu   sync.Mutex
	idle []*session
}

func (r *readers) start(db *sql.DB) {
	r.free = make(chan struct{}, readerCount)
	for range readerCount {
		r.idle = append(r.idle, &session{db: db})
		r.free <- struct{}{}
	}
}

func (r *readers) take(ctx context.Context) (*session, error) {
	select {
	case <-r.free:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	s := r.idle[len(r.idle)-1]
	r.idle = r.idle[:len(r.idle)-1]
	return s, nil
}

func (r *readers) give(s *session) {
	r.mu.Lock()
	r.idle = append(r.idle, s)
	r.mu.Unlock()
	r.free <- struct{}{}
}

func (r *readers) close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range r.idle {
		s.close()
	}
}
