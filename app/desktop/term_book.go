package desktop

import (
	"fmt"
	"slices"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// termBook is the terms, renewals and actions of all accounts in memory: what the
// headline, a forecast and the accounts as assets are made of. They are read once,
// whichever asks first; a change reads again only the accounts that it touched.
type termBook struct {
	app     *App
	touched touched

	mu    sync.Mutex
	ws    *workspace.Workspace
	files []*success.File // live, with nothing but these kinds; never changed in place
}

// termKinds are the records of a termBook.
var termKinds = []success.Kind{"account", "term", "renewal", "customer_action"}

func newTermBook(app *App) *termBook {
	return &termBook{app: app, touched: touched{kinds: termKinds}}
}

// book brings the terms up to date and returns them, with the workspace's settings
// as they are now. Its files must not be changed.
func (b *termBook) book(ws *workspace.Workspace, s *success.Settings) (*success.Book, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	all, stale := b.touched.take()
	all = all || b.ws != ws
	b.ws = nil // a failure reads all again
	var err error
	switch {
	case all:
		err = b.readAll(ws)
	case len(stale) > 0:
		err = b.readSome(ws, stale)
	}
	if err != nil {
		return nil, fmt.Errorf("read the terms: %w", err)
	}
	b.ws = ws
	return &success.Book{Settings: *s, Files: b.files}, nil
}

func (b *termBook) readAll(ws *workspace.Workspace) error {
	book, err := ws.Book(b.app.ctx(), termKinds...)
	if err != nil {
		return err
	}
	b.files = make([]*success.File, len(book.Files))
	for i, f := range book.Files {
		b.files[i] = f.Live()
	}
	return nil
}

func (b *termBook) readSome(ws *workspace.Workspace, stale map[success.ID]bool) error {
	files := slices.Clone(b.files) // whoever has the old ones goes on with them
	at := make(map[success.ID]int, len(files))
	for i, f := range files {
		at[f.Account.ID] = i
	}
	for id := range stale {
		whole, err := ws.File(b.app.ctx(), id)
		i, known := at[id]
		switch {
		case isNotFound(err) && known:
			files[i] = nil
		case isNotFound(err):
		case err != nil:
			return err
		case known:
			files[i] = termsOf(whole)
		default:
			files = append(files, termsOf(whole))
		}
	}
	b.files = slices.DeleteFunc(files, func(f *success.File) bool { return f == nil })
	return nil
}

// termsOf leaves of an account what the book holds.
func termsOf(f *success.File) *success.File {
	return (&success.File{Account: f.Account, Terms: f.Terms, Renewals: f.Renewals, Actions: f.Actions}).Live()
}
