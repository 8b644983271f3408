package desktop

import (
	"fmt"
	"slices"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// renewalBook is the terms and renewals of all accounts in memory: what a forecast is
// made of. It is read once; a change reads again only the accounts that it touched.
type renewalBook struct {
	app     *App
	touched touched

	mu    sync.Mutex
	ws    *workspace.Workspace
	files []*success.File // live, with nothing but terms and renewals; never changed in place
}

// renewalKinds are the records that a forecast looks at.
var renewalKinds = []success.Kind{"account", "term", "renewal"}

func newRenewalBook(app *App) *renewalBook {
	return &renewalBook{app: app, touched: touched{kinds: renewalKinds}}
}

// book brings the terms up to date and returns them, with the workspace's settings
// as they are now. Its files must not be changed.
func (b *renewalBook) book(ws *workspace.Workspace, s *success.Settings) (*success.Book, error) {
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

func (b *renewalBook) readAll(ws *workspace.Workspace) error {
	book, err := ws.Book(b.app.ctx(), renewalKinds...)
	if err != nil {
		return err
	}
	b.files = make([]*success.File, len(book.Files))
	for i, f := range book.Files {
		b.files[i] = f.Live()
	}
	return nil
}

func (b *renewalBook) readSome(ws *workspace.Workspace, stale map[success.ID]bool) error {
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

// termsOf leaves of an account what a forecast looks at.
func termsOf(f *success.File) *success.File {
	return (&success.File{Account: f.Account, Terms: f.Terms, Renewals: f.Renewals}).Live()
}
