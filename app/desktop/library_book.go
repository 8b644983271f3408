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

// libraryBook is every story of the workspace in memory with what it is found by. It
// is read once, and never a whole account; a change reads again only the accounts
// that it touched.
type libraryBook struct {
	app     *App
	touched touched

	mu      sync.Mutex
	ws      *workspace.Workspace
	shelves map[success.ID][]*shelved // by account
	stories []*shelved                // in no order
}

// shelved is a story as the library knows it.
type shelved struct {
	account   *success.Account
	story     *success.Story
	files     []*success.ExportRecord // the last written first
	claims    int
	outcomes  []string // what the client wanted, as far as the story tells of it
	dimension []string
	words     string // by which it is found
}

// storyKinds are the library's own records; aboutKinds are what a story is found by.
var (
	storyKinds   = []success.Kind{"story", "export_record"}
	aboutKinds   = []success.Kind{"claim", "outcome", "measure", "behavior_change", "benefit"}
	libraryKinds = slices.Concat([]success.Kind{"account", "term", "success_plan"}, storyKinds, aboutKinds)
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
		b.stories = append(b.stories, shelf...)
	}
	b.ws = ws
	return nil
}

// readAll reads the stories of all accounts. What they are about is read account by
// account where few accounts have stories, else kind by kind.
func (b *libraryBook) readAll(ws *workspace.Workspace) error {
	info, err := ws.Info(b.app.ctx())
	if err != nil {
		return fmt.Errorf("describe workspace: %w", err)
	}
	read := func(ctx context.Context, progress progressFunc) error {
		b.shelves = map[success.ID][]*shelved{}
		const steps = 2
		progress(0, steps)
		book, err := ws.Book(ctx, storyKinds...)
		if err != nil {
			return err
		}
		files := slices.DeleteFunc(book.Files, func(f *success.File) bool { return len(f.Stories) == 0 })
		progress(1, steps)
		if len(files) > mostStale {
			if book, err = ws.Book(ctx, slices.Concat(storyKinds, aboutKinds)...); err != nil {
				return err
			}
			files = book.Files
		}
		for _, f := range files {
			if err := ctx.Err(); err != nil {
				return err
			}
			if len(files) <= mostStale {
				if err := addRecords(ctx, ws, f, aboutKinds); err != nil {
					return err
				}
			}
			b.shelve(f)
		}
		return nil
	}
	if info.Counts["account"] < aJobFrom {
		return read(b.app.ctx(), func(int, int) {})
	}
	return b.app.run(jobReckon, "", read)
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
	if err := addRecords(b.app.ctx(), ws, f, aboutKinds); err != nil {
		return err
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
	for i := range f.Stories {
		one := &shelved{account: &f.Account, story: &f.Stories[i]}
		for j := range f.Exports {
			if r := &f.Exports[j]; r.StoryID == one.story.ID {
				one.files = append(one.files, r)
			}
		}
		slices.SortFunc(one.files, func(a, b *success.ExportRecord) int {
			return cmp.Or(-cmp.Compare(a.ExportedAt, b.ExportedAt), -cmp.Compare(a.ID, b.ID))
		})
		one.find(f)
		b.shelves[f.Account.ID] = append(b.shelves[f.Account.ID], one)
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
			if !x.Internal && x.Dimension != "" && rule(x) && !slices.Contains(s.dimension, x.Dimension) {
				s.dimension = append(s.dimension, x.Dimension)
			}
		}
		if len(s.dimension) > 0 {
			break
		}
	}
	slices.Sort(s.dimension)
	words := slices.Concat([]string{f.Account.Name, s.story.Title}, s.outcomes, s.dimension)
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
