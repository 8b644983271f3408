// Package bridge serves the window to the local browser: the same bound structs
// over loopback HTTP, so that a machine without a web view, and every
// end-to-end test, runs the very same program. It knows no use case.
//
// Only this machine and only the person who was given the address may call: the
// server listens on the loopback address alone, the token in the printed address
// works once, Host and Origin are checked, and a content security policy keeps
// the page from asking anything of anybody else.
package bridge

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/sirupsen/logrus"
)

// contentPolicy lets the page load from its own address and nothing else.
// Styles may be inline because the component library writes them; scripts may not.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
	"img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Options are what a Server needs.
type Options struct {
	Assets  fs.FS // the built window, with index.html at its root
	Bound   []any // the bound structs
	Problem func(error) any
	Log     logrus.FieldLogger
	// Announce is called with the address to open: once at the start, and again
	// with a fresh one each time an address was used.
	Announce func(address string)
}

// Server is the window over loopback HTTP.
type Server struct {
	o        Options
	calls    map[string]call
	events   *broadcaster
	listener net.Listener
	http     *http.Server
	inbox    *Inbox // uploads and downloads of this run

	mu      sync.Mutex
	once    string // the token of the printed address, spent by its first use
	session string // what the page calls with, never printed
	files   map[string]string
}

// Listen opens a loopback port (0 takes a free one) and answers there until
// Close. It returns an error when the port is taken.
func Listen(ctx context.Context, port int, o Options) (*Server, error) {
	calls, err := callsOf(o.Bound)
	if err != nil {
		return nil, err
	}
	inbox, err := NewInbox(o.Log)
	if err != nil {
		return nil, err
	}
	var lc net.ListenConfig
	listener, err := lc.Listen(ctx, "tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return nil, fmt.Errorf("listen on the loopback address: %w", err)
	}
	s := &Server{
		o: o, calls: calls, events: newBroadcaster(), listener: listener, inbox: inbox,
		session: secret(), files: map[string]string{},
	}
	s.http = &http.Server{Handler: s.handler(), ReadHeaderTimeout: 10 * time.Second}
	go func() {
		if err := s.http.Serve(listener); err != nil && !errors.Is(err, http.ErrServerClosed) {
			o.Log.WithError(err).Error("browser mode stopped")
		}
	}()
	s.announce()
	return s, nil
}

// Close stops answering and removes the uploads and downloads of this run.
func (s *Server) Close() error {
	s.events.close()
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	err := s.http.Shutdown(ctx)
	return errors.Join(err, s.inbox.Close())
}

// secret returns 256 random bits as text for an address.
func secret() string {
	var b [32]byte
	_, _ = rand.Read(b[:]) // never fails, by its documentation
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// announce makes a fresh one-time address and hands it out.
func (s *Server) announce() {
	s.mu.Lock()
	s.once = secret()
	address := "http://" + s.listener.Addr().String() + "/?token=" + s.once
	s.mu.Unlock()
	s.o.Announce(address)
}

func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /call", s.private(s.serveCall))
	mux.HandleFunc("GET /events", s.private(s.serveEvents))
	mux.HandleFunc("POST /upload", s.private(s.inbox.ServeHTTP))
	mux.HandleFunc("GET /download/{id}", s.private(s.serveDownload))
	mux.HandleFunc("GET /", s.serveAssets)
	return s.guard(mux)
}

// guard refuses what does not come from a page of this very server: a foreign
// Host (DNS rebinding) or a foreign Origin.
func (s *Server) guard(next http.Handler) http.Handler {
	own := s.listener.Addr().String()
	_, port, _ := net.SplitHostPort(own)
	local := "localhost:" + port
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host != own && r.Host != local {
			http.Error(w, "This address is not Tendril's.", http.StatusForbidden)
			return
		}
		if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
			http.Error(w, "Only Tendril's own page may call.", http.StatusForbidden)
			return
		}
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// private asks for the session's token, in a header or, where the browser sets
// no headers (events, downloads), in the address.
func (s *Server) private(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token := r.Header.Get("X-Tendril-Token")
		if token == "" && r.Method == http.MethodGet {
			token = r.URL.Query().Get("token")
		}
		if subtle.ConstantTimeCompare([]byte(token), []byte(s.session)) != 1 {
			http.Error(w, "This page has no key. Open the address that Tendril printed last.", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

// serveAssets answers with the built window. The one-time token is traded for
// the session's on the way, and is worth nothing afterwards.
func (s *Server) serveAssets(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		if token := r.URL.Query().Get("token"); token != "" && s.spend(token) {
			http.Redirect(w, r, "/?token="+s.session, http.StatusSeeOther)
			return
		}
		name = "index.html"
	}
	if strings.HasPrefix(name, "assets/") {
		w.Header().Set("Cache-Control", "private, max-age=31536000, immutable") // named by content
	}
	http.ServeFileFS(w, r, s.o.Assets, name)
}

// spend reports whether token was the unused one-time token, and makes the next.
func (s *Server) spend(token string) bool {
	s.mu.Lock()
	ok := subtle.ConstantTimeCompare([]byte(token), []byte(s.once)) == 1
	s.mu.Unlock()
	if ok {
		s.announce()
	}
	return ok
}
