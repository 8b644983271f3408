package desktop

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// alignmentBook is what alignment is reckoned from, kept in memory: the accounts
// with their terms, actions and the latest values of the indicators. It is read
// once; a change reads again only the accounts that it touched, and what was
// reckoned is kept until then.
type alignmentBook struct {
	app     *App
	touched touched
	shared  atomic.Bool // the workspace's own records are to be read again

	mu    sync.Mutex
	ws    *workspace.Workspace
	today success.Date
	book  success.Book
	at    map[success.ID]int // accounts by their place in the book
	ids   map[success.ID]success.ID
	words map[string]json.RawMessage
	made  reckoned
}

// reckoned is what was worked out of the book as it is.
type reckoned struct {
	figures map[string]*success.AlignmentFigure // by outcome
	types   []success.TypeFigure
	named   []namedFile
	open    *openAccounts
	kinds   *typeBook
}

// alignmentKinds are the records of accounts that alignment looks at.
var alignmentKinds = []success.Kind{"account", "term", "customer_action", "indicator_value"}

// mostStale is how many accounts are read again one by one; beyond that it is
// quicker to read all.
const mostStale = 400

func newAlignmentBook(app *App) *alignmentBook {
	return &alignmentBook{app: app, touched: touched{kinds: alignmentKinds}}
}

// note takes in what a change touched. It is called by whoever wrote.
func (b *alignmentBook) note(e workspace.Event) {
	for _, kind := range []success.Kind{"indicator", "customer_type", "motivation"} {
		if slices.Contains(e.Kinds, kind) {
			b.shared.Store(true)
		}
	}
	b.touched.note(e)
}

// use brings the book up to date and hands it to fn, which must not keep it.
func (b *alignmentBook) use(fn func(book *success.Book, today success.Date, made *reckoned) error) error {
	ws, err := b.app.workspace()
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.refresh(ws); err != nil {
		return err
	}
	return fn(&b.book, b.today, &b.made)
}

func (b *alignmentBook) refresh(ws *workspace.Workspace) error {
	all, stale := b.touched.take()
	shared := b.shared.Swap(false)
	today := ws.Today()
	all = all || b.ws != ws || b.today != today
	if !all && !shared && len(stale) == 0 {
		return nil
	}
	// What was reckoned is old whatever happens now, and a failure reads all again.
	b.made = reckoned{}
	old := b.ws
	b.ws = nil
	settings, err := ws.Settings(b.app.ctx())
	if err != nil {
		return fmt.Errorf("read the indicators: %w", err)
	}
	all = all || old == nil || regained(&b.book.Settings, settings)
	b.book.Settings, b.today = *settings, today
	switch {
	case all:
		err = b.readAll(ws)
	default:
		for id := range stale {
			if err = b.readOne(ws, id); err != nil {
				break
			}
		}
	}
	if err != nil {
		return fmt.Errorf("read for the alignment: %w", err)
	}
	b.ws = ws
	return nil
}

// regained reports whether an indicator came or went: its values went with it.
func regained(before, now *success.Settings) bool {
	known := func(s *success.Settings) map[success.ID]bool {
		ids := map[success.ID]bool{}
		for i := range s.Indicators {
			ids[s.Indicators[i].ID] = true
		}
		return ids
	}
	was, is := known(before), known(now)
	for id := range was {
		if !is[id] {
			return true
		}
	}
	for i := range now.Indicators {
		// One that was just made has no values yet; one that came back has.
		if one := &now.Indicators[i]; !was[one.ID] && one.CreatedAt != one.UpdatedAt {
			return true
		}
	}
	return false
}

// aJobFrom is how many accounts there are when reading them is shown as a job.
const aJobFrom = 2000

func (b *alignmentBook) readAll(ws *workspace.Workspace) error {
	info, err := ws.Describe(b.app.ctx())
	if err != nil {
		return fmt.Errorf("describe workspace: %w", err)
	}
	read := func(ctx context.Context, progress progressFunc) error { return b.readKinds(ctx, ws, progress) }
	if info.Counts["account"] < aJobFrom {
		return read(b.app.ctx(), func(int, int) {})
	}
	return b.app.run(jobReckon, "", read)
}

func (b *alignmentBook) readKinds(ctx context.Context, ws *workspace.Workspace, progress progressFunc) error {
	b.book.Files = nil
	b.at, b.ids, b.words = map[success.ID]int{}, map[success.ID]success.ID{}, map[string]json.RawMessage{}
	done := 0
	for _, kind := range alignmentKinds {
		err := ws.List(ctx, kind, workspace.Query{}, func(body json.RawMessage) error {
			if done++; done%2000 == 0 {
				progress(done, 0) // to count them all takes longer than to read these
				if err := ctx.Err(); err != nil {
					return err
				}
			}
			return b.add(kind, body)
		})
		if err != nil {
			return err
		}
	}
	b.settle(b.book.Files)
	return nil
}

// settle marks files as live, so that nothing sifts them again.
func (b *alignmentBook) settle(files []*success.File) {
	for i, f := range files {
		files[i] = f.Live()
	}
}

// readOne reads an account again, or drops it where it is gone.
func (b *alignmentBook) readOne(ws *workspace.Workspace, id success.ID) error {
	if at, ok := b.at[id]; ok {
		b.book.Files[at] = &success.File{Account: success.Account{Meta: success.Meta{ID: id}}}
	}
	body, err := ws.Get(b.app.ctx(), "account", id)
	switch {
	case isNotFound(err):
		b.drop(id)
		return nil
	case err != nil:
		return err
	}
	rec, err := success.Decode("account", body)
	if err != nil {
		return err
	}
	if rec.Base().DeletedAt != 0 {
		b.drop(id)
		return nil
	}
	if err := b.add("account", body); err != nil {
		return err
	}
	for _, kind := range alignmentKinds[1:] {
		err := ws.List(b.app.ctx(), kind, workspace.Query{Account: id}, func(body json.RawMessage) error { return b.add(kind, body) })
		if err != nil {
			return err
		}
	}
	b.settle(b.book.Files[b.at[id] : b.at[id]+1])
	return nil
}

// drop takes an account out of the book; the last one takes its place.
func (b *alignmentBook) drop(id success.ID) {
	at, ok := b.at[id]
	if !ok {
		return
	}
	last := len(b.book.Files) - 1
	b.book.Files[at] = b.book.Files[last]
	b.at[b.book.Files[at].Account.ID] = at
	b.book.Files = b.book.Files[:last]
	delete(b.at, id)
}

// add takes in one record, with as little of it as alignment asks for: a book of
// ten thousand accounts has half a million values.
func (b *alignmentBook) add(kind success.Kind, body json.RawMessage) error {
	rec, err := success.Decode(kind, body)
	if err != nil {
		return fmt.Errorf("read a %s: %w", kind, err)
	}
	switch r := rec.(type) {
	case *success.Account:
		a := success.Account{
			Meta: success.Meta{ID: r.ID, CreatedAt: r.CreatedAt}, Name: r.Name, CustomerTypeID: r.CustomerTypeID, CSM: r.CSM,
			StartDate: r.StartDate, CancelledOn: r.CancelledOn, Attributes: r.Attributes,
		}
		if at, ok := b.at[r.ID]; ok {
			b.book.Files[at].Account = a
			return nil
		}
		b.at[r.ID] = len(b.book.Files)
		b.ids[r.ID] = r.ID
		b.book.Files = append(b.book.Files, &success.File{Account: a})
	case *success.Term:
		if f := b.file(r.AccountID); f != nil {
			f.Terms = append(f.Terms, *r)
		}
	case *success.CustomerAction:
		if f := b.file(r.AccountID); f != nil {
			r.Note = ""
			f.Actions = append(f.Actions, *r)
		}
	case *success.IndicatorValue:
		if f := b.file(r.AccountID); f != nil && r.On <= b.today {
			b.keepLatest(f, r)
		}
	}
	return nil
}

// keepLatest keeps of several values of an indicator the last one, of one day the
// last made.
func (b *alignmentBook) keepLatest(f *success.File, r *success.IndicatorValue) {
	raw, ok := b.words[string(r.Value)]
	if !ok {
		raw = r.Value
		b.words[string(raw)] = raw
	}
	id, ok := b.ids[r.IndicatorID]
	if !ok {
		id = r.IndicatorID
		b.ids[id] = id
	}
	slim := success.IndicatorValue{Meta: success.Meta{ID: r.ID, CreatedAt: r.CreatedAt}, IndicatorID: id, AccountID: f.Account.ID, Value: raw, On: r.On}
	for i := range f.IndicatorValues {
		have := &f.IndicatorValues[i]
		if have.IndicatorID != id {
			continue
		}
		if have.On < r.On || have.On == r.On && have.CreatedAt <= r.CreatedAt {
			*have = slim
		}
		return
	}
	f.IndicatorValues = append(f.IndicatorValues, slim)
}

func (b *alignmentBook) file(id success.ID) *success.File {
	if at, ok := b.at[id]; ok {
		return b.book.Files[at]
	}
	return nil
}

// figure is the alignment against an outcome, reckoned once a change.
func (m *reckoned) figure(book *success.Book, today success.Date, outcome string) (*success.AlignmentFigure, error) {
	if have := m.figures[outcome]; have != nil {
		return have, nil
	}
	figure, err := success.Alignment(book, today, outcome)
	if err != nil {
		return nil, err
	}
	if m.figures == nil {
		m.figures = map[string]*success.AlignmentFigure{}
	}
	m.figures[outcome] = &figure
	return &figure, nil
}

// typeFigures are the customer types' sizes and renewals, reckoned once a change.
func (m *reckoned) typeFigures(book *success.Book, today success.Date) []success.TypeFigure {
	if m.types == nil {
		m.types = success.CustomerTypeFigures(book, today)
	}
	return m.types
}
