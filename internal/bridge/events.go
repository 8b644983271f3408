package bridge

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
)

// broadcaster hands events to every open page. A page that does not keep up
// loses events, never blocks a write: it refetches on the next one.
type broadcaster struct {
	mu     sync.Mutex
	pages  map[chan []byte]struct{}
	closed bool
}

func newBroadcaster() *broadcaster { return &broadcaster{pages: map[chan []byte]struct{}{}} }

func (b *broadcaster) join() (chan []byte, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return nil, false
	}
	page := make(chan []byte, 64)
	b.pages[page] = struct{}{}
	return page, true
}

func (b *broadcaster) leave(page chan []byte) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.pages, page)
}

func (b *broadcaster) send(message []byte) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for page := range b.pages {
		select {
		case page <- message:
		default:
		}
	}
}

func (b *broadcaster) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return
	}
	b.closed = true
	for page := range b.pages {
		close(page)
		delete(b.pages, page)
	}
}

// Emit sends an event to every open page.
func (s *Server) Emit(name string, data any) {
	text, err := json.Marshal(data)
	if err != nil {
		s.o.Log.WithField("op", name).WithError(err).Error("event cannot be written")
		return
	}
	s.events.send(fmt.Appendf(nil, "event: %s\ndata: %s\n\n", name, text))
}

// serveEvents streams events to one page until it goes away.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	page, open := s.events.join()
	if !ok || !open {
		http.Error(w, "Tendril is closing.", http.StatusServiceUnavailable)
		return
	}
	defer s.events.leave(page)
	w.Header().Set("Content-Type", "text/event-stream")
	_, _ = w.Write([]byte(": welcome\n\n"))
	flusher.Flush()
	for {
		select {
		case <-r.Context().Done():
			return
		case message, more := <-page:
			if !more {
				return
			}
			if _, err := w.Write(message); err != nil {
				return
			}
			flusher.Flush()
		}
	}
}
