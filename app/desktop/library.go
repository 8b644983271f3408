package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// Library is all stories of the workspace: what was told to whom, who gave leave to
// show it, and which files left the house.
type Library struct{ app *App }

// NewLibrary returns the bound library.
func NewLibrary(app *App) *Library { return &Library{app: app} }

// LibraryQuery asks for a page of stories. State is "told", "draft", "ending" (leave
// that has run out or does within 60 days) or "" for all. Permission is how far leave
// goes, "none" for stories that nobody was asked about. Audience, Dimension and Type (a
// customer type's id, "none" for accounts of none) may be empty. Sort is "account",
// "told" or "until"; "" puts leave that runs out first, then the last told, then
// drafts.
type LibraryQuery struct {
	Words      string `json:"words"`
	State      string `json:"state"`
	Permission string `json:"permission"`
	Audience   string `json:"audience"`
	Type       string `json:"type"`
	Dimension  string `json:"dimension"`
	Sort       string `json:"sort"`
	Descending bool   `json:"descending"`
	Offset     int    `json:"offset"`
	Limit      int    `json:"limit"`
}

// LibraryView is a page of stories, with how many there are in each state among
// those that the other filters leave. Every is how many the workspace has.
type LibraryView struct {
	Today      string             `json:"today"`
	Every      int                `json:"every"`
	Total      int                `json:"total"`
	Offset     int                `json:"offset"`
	All        int                `json:"all"`
	Told       int                `json:"told"`
	Drafts     int                `json:"drafts"`
	Ending     int                `json:"ending"`
	Rows       []LibraryStoryView `json:"rows"`
	Types      []TypeNameView     `json:"types"`
	Dimensions []string           `json:"dimensions"`
}

// LibraryStoryView is one story. ToldOn is empty for a draft, Changed is the day of its
// last change. LeaveState is holds, ending, over or empty, LeaveDays the days left,
// below 0 after the last one.
type LibraryStoryView struct {
	ID          string         `json:"id"`
	Account     string         `json:"account"`
	AccountName string         `json:"account_name"`
	TypeName    string         `json:"type_name"`
	Title       string         `json:"title"`
	Audience    string         `json:"audience"`
	Told        bool           `json:"told"`
	ToldOn      string         `json:"told_on"`
	Changed     string         `json:"changed"`
	Version     string         `json:"version"`
	Leave       StoryLeaveView `json:"leave"`
	LeaveState  string         `json:"leave_state"`
	LeaveDays   int            `json:"leave_days"`
	Outcomes    []string       `json:"outcomes"`
	Dimensions  []string       `json:"dimensions"`
	Claims      int            `json:"claims"`
	Files       int            `json:"files"`
}

// StoryFileView is a document that was made of a story: when, by whom, and what was
// in it by its hash. AsTold says that it is the told document for the story's own
// audience and length, word for word.
type StoryFileView struct {
	ID       string `json:"id"`
	At       string `json:"at"`
	By       string `json:"by"`
	Format   string `json:"format"`
	Template string `json:"template"`
	Audience string `json:"audience"`
	FileName string `json:"file_name"`
	Hash     string `json:"hash"`
	AsTold   bool   `json:"as_told"`
}

// libraryStates says which stories are in a state.
var libraryStates = map[string]func(s *shelved, today success.Date) bool{
	"":      func(*shelved, success.Date) bool { return true },
	"told":  func(s *shelved, _ success.Date) bool { return s.isTold() },
	"draft": func(s *shelved, _ success.Date) bool { return !s.isTold() },
	"ending": func(s *shelved, today success.Date) bool {
		return s.runsOut(today)
	},
}

func (s *shelved) isTold() bool { return s.story.Status == "told" }

// runsOut reports whether leave to show a told story is to be asked for again.
func (s *shelved) runsOut(today success.Date) bool {
	state, _ := success.LeaveOn(s.story, today)
	return s.isTold() && (state == success.LeaveEnding || state == success.LeaveOver)
}

// Page returns a page of stories. It returns CodeInvalid for a state or an order
// that there is not.
func (l *Library) Page(q LibraryQuery) (_ LibraryView, err error) {
	defer l.app.catch("library.page", &err)
	in, ok := libraryStates[q.State]
	if !ok {
		return LibraryView{}, success.Invalid("state", "No story is in the state %q.", q.State)
	}
	today := l.app.today()
	order, ok := libraryOrders[q.Sort]
	if !ok {
		return LibraryView{}, success.Invalid("sort", "Stories are not put in order by %q.", q.Sort)
	}
	view, settings, err := l.frame()
	if err != nil {
		return LibraryView{}, err
	}
	types := &typeBook{}
	if q.asksAll() {
		if types, err = l.app.types(); err != nil {
			return LibraryView{}, err
		}
	}
	view.Offset = max(q.Offset, 0)
	keeps := q.filter(types)
	err = l.app.shelves.use(func(stories []*shelved) error {
		view.Every = len(stories)
		if q.asksAll() {
			if err := l.app.shelves.knowAll(); err != nil {
				return err
			}
		}
		var kept []*shelved
		for _, s := range stories {
			if !keeps(s) {
				continue
			}
			view.count(s, today)
			if in(s, today) {
				kept = append(kept, s)
			}
		}
		slices.SortFunc(kept, func(a, b *shelved) int {
			by := order(a, b, today)
			if q.Descending {
				by = -by
			}
			return cmp.Or(by, cmp.Compare(a.story.ID, b.story.ID))
		})
		view.Total = len(kept)
		return l.fill(&view, kept, q.Limit, settings, today)
	})
	return view, err
}

// fill adds the rows of a page, and reads what these are about.
func (l *Library) fill(view *LibraryView, kept []*shelved, limit int, settings *success.Settings, today success.Date) error {
	if limit <= 0 || limit > pageLimit {
		limit = pageLimit
	}
	for _, s := range kept[min(view.Offset, len(kept)):min(view.Offset+limit, len(kept))] {
		if err := l.app.shelves.know(s.shelf); err != nil {
			return err
		}
		view.Rows = append(view.Rows, shelvedView(s, settings, today))
	}
	return nil
}

// asksAll reports whether stories are sought by what they are about, which is read
// for all of them then.
func (q *LibraryQuery) asksAll() bool {
	return strings.TrimSpace(q.Words) != "" || q.Type != "" || q.Dimension != ""
}

// frame is the view without its stories.
func (l *Library) frame() (LibraryView, *success.Settings, error) {
	view := LibraryView{Rows: []LibraryStoryView{}, Types: []TypeNameView{}, Dimensions: []string{}}
	ws, err := l.app.workspace()
	if err != nil {
		return view, nil, err
	}
	settings, err := ws.Settings(l.app.ctx())
	if err != nil {
		return view, nil, err
	}
	view.Today, view.Dimensions = ws.Today().String(), append(view.Dimensions, settings.Workspace.Dimensions...)
	if len(view.Dimensions) == 0 {
		view.Dimensions = append(view.Dimensions, defaultDimensions...)
	}
	for _, t := range success.LiveTypes(settings) {
		view.Types = append(view.Types, TypeNameView{ID: string(t.ID), Name: t.Name, Color: t.Color})
	}
	return view, settings, nil
}

func (v *LibraryView) count(s *shelved, today success.Date) {
	v.All++
	if s.isTold() {
		v.Told++
	} else {
		v.Drafts++
	}
	if s.runsOut(today) {
		v.Ending++
	}
}

// filter keeps the stories that all but the state asks for.
func (q *LibraryQuery) filter(types *typeBook) func(s *shelved) bool {
	words := strings.Fields(folded(q.Words))
	return func(s *shelved) bool {
		of := types.of[s.account.ID]
		switch {
		case q.Permission != "" && cmp.Or(s.story.Permission, "none") != q.Permission,
			q.Audience != "" && string(audienceOf(s.story)) != q.Audience,
			q.Type != "" && cmp.Or(string(of), "none") != q.Type,
			q.Dimension != "" && !slices.Contains(s.dimensions, q.Dimension):
			return false
		}
		return len(words) == 0 || hasAll(s.words+"\n"+folded(types.names[of]), words)
	}
}

// libraryOrders are the orders of the library.
var libraryOrders = map[string]func(a, b *shelved, today success.Date) int{
	"": func(a, b *shelved, today success.Date) int {
		if x, y := a.runsOut(today), b.runsOut(today); x != y {
			return cmp.Compare(rank(y), rank(x))
		} else if x {
			return cmp.Compare(a.story.PermissionUntil, b.story.PermissionUntil)
		}
		if a.isTold() != b.isTold() {
			return cmp.Compare(rank(b.isTold()), rank(a.isTold()))
		}
		return cmp.Or(-cmp.Compare(a.story.ToldOn, b.story.ToldOn), -cmp.Compare(a.story.UpdatedAt, b.story.UpdatedAt))
	},
	"account": func(a, b *shelved, _ success.Date) int {
		return cmp.Or(cmp.Compare(folded(a.account.Name), folded(b.account.Name)), -cmp.Compare(a.story.ToldOn, b.story.ToldOn))
	},
	"told": func(a, b *shelved, _ success.Date) int { return cmp.Compare(a.story.ToldOn, b.story.ToldOn) },
	"until": func(a, b *shelved, _ success.Date) int {
		return cmp.Or(cmp.Compare(rank(a.story.PermissionUntil == 0), rank(b.story.PermissionUntil == 0)), cmp.Compare(a.story.PermissionUntil, b.story.PermissionUntil))
	},
}

func rank(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func shelvedView(s *shelved, settings *success.Settings, today success.Date) LibraryStoryView {
	state, days := success.LeaveOn(s.story, today)
	view := LibraryStoryView{
		ID: string(s.story.ID), Account: string(s.account.ID), AccountName: s.account.Name, TypeName: typeNameOn(s.shelf.file, settings, today),
		Title: s.story.Title, Audience: string(audienceOf(s.story)), Told: s.isTold(), Changed: s.story.UpdatedAt.Date().String(), Version: s.story.ContentHash,
		Leave:      StoryLeaveView{s.story.Permission, s.story.PermissionBy, s.story.PermissionUntil.String()},
		LeaveState: string(state), LeaveDays: days, Outcomes: append([]string{}, s.outcomes...), Dimensions: append([]string{}, s.dimensions...),
		Claims: s.claims, Files: len(s.files),
	}
	if view.Told {
		view.ToldOn = s.story.ToldOn.String()
	}
	return view
}

// typeNameOn is what an account's customer type is called, empty where it has none.
func typeNameOn(f *success.File, s *success.Settings, today success.Date) string {
	id, has := success.TypeOf(f, s, today)
	if !has {
		return ""
	}
	types := success.LiveTypes(s)
	at := slices.IndexFunc(types, func(t *success.CustomerType) bool { return t.ID == id })
	if at < 0 {
		return ""
	}
	return types[at].Name
}

// Files lists the documents that were made of a story, the last one first. It returns
// CodeNotFound for a story that is not there.
func (l *Library) Files(id string) (_ []StoryFileView, err error) {
	defer l.app.catch("library.files", &err)
	var out []StoryFileView
	err = l.app.shelves.use(func(stories []*shelved) error {
		at := slices.IndexFunc(stories, func(s *shelved) bool { return string(s.story.ID) == id })
		if at < 0 {
			return success.NotFound("This story is in the bin. Undo brings it back.")
		}
		s := stories[at]
		out = make([]StoryFileView, 0, len(s.files))
		for _, r := range s.files {
			out = append(out, StoryFileView{
				ID: string(r.ID), At: r.ExportedAt.String(), By: r.ExportedBy, Format: r.Format, Template: r.Template,
				Audience: r.Audience, FileName: r.FileName, Hash: r.ContentHash,
				AsTold: s.isTold() && r.ContentHash != "" && r.ContentHash == s.story.ContentHash,
			})
		}
		return nil
	})
	return out, err
}
