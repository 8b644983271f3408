package desktop

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// libraryBook is every story of the workspace in memory, and never a whole account.
// The stories are read at once, what they are about where it is asked for: for the
// rows in sight, or for all where stories are sought by it. A change reads again only
// the accounts that it touched.
type libraryBook struct {
	app     *App
	touched touched

	mu      sync.Mutex
	ws      *workspace.Workspace
	shelves map[success.ID]*shelf // by account
	stories []*shelved            // in no order
}

// shelf is an account with its stories. known says that what they are about was read.
type shelf struct {
	file    *success.File
	stories []*shelved
	known   bool
}

// shelved is a story as the library knows it.
type shelved struct {
	account    *success.Account
	shelf      *shelf
	story      *success.Story
	files      []*success.ExportRecord // the last written first
	claims     int
	outcomes   []string // what the client wanted, as far as the story tells of it
	dimensions []string
	words      string // by which it is found
}

// storyKinds are the library's own records; aboutKinds are what a story is found by.
var (
	storyKinds   = []success.Kind{"story", "export_record"}
	aboutKinds   = []success.Kind{"claim", "outcome", "measure", "behavior_change", "benefit", "indicator_value"}
	libraryKinds = slices.Concat([]success.Kind{"account", "term", "success_plan", "indicator"}, storyKinds, aboutKinds)
)

func newLibraryBook(app *App) *libraryBook {
	return &libraryBook{app: app, touched: touched{kinds: libraryKinds}}
}

// use brings the stories up to date and hands them to fn, which must not keep or
// change them.
func (b *libraryBook) use(fn func(stories []*shelved) error) error {
	ws, err := b.app.workspace()
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.refresh(ws); err != nil {
		return err
	}
	return fn(b.stories)
}

func (b *libraryBook) refresh(ws *workspace.Workspace) error {
	all, stale := b.touched.take()
	all = all || b.ws != ws
	if !all && len(stale) == 0 {
		return nil
	}
	b.ws = nil // a failure reads all again
	var err error
	if all {
		err = b.readAll(ws)
	} else {
		for id := range stale {
			if err = b.readOne(ws, id); err != nil {
				break
			}
		}
	}
	if err != nil {
		return fmt.Errorf("read the stories: %w", err)
	}
	b.stories = nil
	for _, shelf := range b.shelves {
		b.stories = append(b.stories, shelf.stories...)
	}
	b.ws = ws
	return nil
}

// readAll reads the stories of all accounts.
func (b *libraryBook) readAll(ws *workspace.Workspace) error {
	b.shelves = map[success.ID]*shelf{}
	book, err := ws.Book(b.app.ctx(), storyKinds...)
	if err != nil {
		return err
	}
	for _, f := range book.Files {
		if len(f.Stories) > 0 {
			b.shelve(f)
		}
	}
	return nil
}

// know reads what the stories of an account are about, where it was not read yet.
func (b *libraryBook) know(s *shelf) error {
	if s.known {
		return nil
	}
	f := &success.File{Account: s.file.Account}
	if err := addRecords(b.app.ctx(), b.ws, f, aboutKinds); err != nil {
		return fmt.Errorf("read what stories are about: %w", err)
	}
	s.learn(f)
	return nil
}

// knowAll reads what all stories are about: account by account where few are left,
// else kind by kind.
func (b *libraryBook) knowAll() error {
	var left []*shelf
	for _, s := range b.shelves {
		if !s.known {
			left = append(left, s)
		}
	}
	if len(left) <= mostStale {
		for _, s := range left {
			if err := b.know(s); err != nil {
				return err
			}
		}
		return nil
	}
	read := func(ctx context.Context, progress progressFunc) error {
		progress(0, len(left))
		book, err := b.ws.Book(ctx, aboutKinds...)
		if err != nil {
			return fmt.Errorf("read what stories are about: %w", err)
		}
		for _, f := range book.Files {
			if s := b.shelves[f.Account.ID]; s != nil {
				s.learn(f)
			}
		}
		return nil
	}
	if len(left) < aJobFrom {
		return read(b.app.ctx(), func(int, int) {})
	}
	return b.app.run(jobReckon, "", read)
}

// learn takes in what an account's stories are about; of its records only those are
// kept by which its customer type is told.
func (s *shelf) learn(f *success.File) {
	for _, one := range s.stories {
		one.find(f)
	}
	s.file = &success.File{Account: f.Account, IndicatorValues: f.IndicatorValues}
	s.known = true
}

func (b *libraryBook) readOne(ws *workspace.Workspace, id success.ID) error {
	delete(b.shelves, id)
	body, err := ws.Get(b.app.ctx(), "account", id)
	if isNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	f := &success.File{}
	if err := f.Add("account", body); err != nil {
		return err
	}
	if f.Account.DeletedAt != 0 {
		return nil // it lies in the bin
	}
	if err := addRecords(b.app.ctx(), ws, f, storyKinds); err != nil {
		return err
	}
	if len(f.Stories) == 0 {
		return nil
	}
	b.shelve(f)
	return nil
}

// addRecords reads an account's live records of some kinds.
func addRecords(ctx context.Context, ws *workspace.Workspace, f *success.File, kinds []success.Kind) error {
	for _, kind := range kinds {
		err := ws.List(ctx, kind, workspace.Query{Account: f.Account.ID}, func(body json.RawMessage) error { return f.Add(kind, body) })
		if err != nil {
			return err
		}
	}
	return nil
}

// shelve takes in an account's stories.
func (b *libraryBook) shelve(f *success.File) {
	s := &shelf{file: &success.File{Account: f.Account}}
	b.shelves[f.Account.ID] = s
	for i := range f.Stories {
		one := &shelved{account: &f.Account, shelf: s, story: &f.Stories[i]}
		for j := range f.Exports {
			if r := &f.Exports[j]; r.StoryID == one.story.ID {
				one.files = append(one.files, r)
			}
		}
		slices.SortFunc(one.files, func(a, b *success.ExportRecord) int {
			return cmp.Or(-cmp.Compare(a.ExportedAt, b.ExportedAt), -cmp.Compare(a.ID, b.ID))
		})
		s.stories = append(s.stories, one)
	}
}

// find gathers what a story is about: the outcomes that its claims lean on, and the
// dimensions of their benefits. Where no claim leans on any, those of the account.
func (s *shelved) find(f *success.File) {
	told := map[success.Link]bool{}
	for i := range f.Claims {
		if f.Claims[i].StoryID != s.story.ID {
			continue
		}
		s.claims++
		for _, link := range f.Claims[i].Proof {
			told[link] = true
		}
	}
	about := outcomesBehind(f, told)
	for i := range f.Outcomes {
		if o := &f.Outcomes[i]; len(about) == 0 || about[o.ID] {
			s.outcomes = append(s.outcomes, o.Statement)
		}
	}
	direct := func(x *success.Benefit) bool { return told[success.Link{Kind: "benefit", ID: x.ID}] }
	for _, rule := range []func(x *success.Benefit) bool{
		direct,
		func(x *success.Benefit) bool { return about[x.OutcomeID] },
		func(*success.Benefit) bool { return true },
	} {
		for i := range f.Benefits {
			x := &f.Benefits[i]
			if !x.Internal && x.Dimension != "" && rule(x) && !slices.Contains(s.dimensions, x.Dimension) {
				s.dimensions = append(s.dimensions, x.Dimension)
			}
		}
		if len(s.dimensions) > 0 {
			break
		}
	}
	slices.Sort(s.dimensions)
	words := slices.Concat([]string{f.Account.Name, s.story.Title}, s.outcomes, s.dimensions)
	s.words = folded(strings.Join(words, "\n"))
}

// outcomesBehind are the outcomes that proofs name, or that what they name hangs on.
func outcomesBehind(f *success.File, told map[success.Link]bool) map[success.ID]bool {
	about := map[success.ID]bool{}
	of := map[success.ID]success.ID{} // measure or way of working → outcome
	add := func(kind success.Kind, id, outcome success.ID) {
		of[id] = outcome
		if outcome != "" && told[success.Link{Kind: kind, ID: id}] {
			about[outcome] = true
		}
	}
	for i := range f.Outcomes {
		add("outcome", f.Outcomes[i].ID, f.Outcomes[i].ID)
	}
	for i := range f.Measures {
		add("measure", f.Measures[i].ID, f.Measures[i].OutcomeID)
	}
	for i := range f.BehaviorChanges {
		add("behavior_change", f.BehaviorChanges[i].ID, f.BehaviorChanges[i].OutcomeID)
	}
	for i := range f.Benefits {
		x := &f.Benefits[i]
		add("benefit", x.ID, cmp.Or(x.OutcomeID, of[x.MeasureID], of[x.BehaviorChangeID]))
	}
	return about
}
