package desktop

import (
	"cmp"
	"slices"

	"github.com/tendril-app/tendril/internal/document/page"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/storydiff"
	"github.com/tendril-app/tendril/internal/success"
)

// StoryVersionView is a story of an account that another can be held against. ToldOn
// and Version are empty for a draft.
type StoryVersionView struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Told    bool   `json:"told"`
	ToldOn  string `json:"told_on"`
	Version string `json:"version"`
}

// StoryVersionsView are the stories of an account, the last told first and drafts
// before them. From is the one that a story is usually held against: the last told
// before it, empty where there is none.
type StoryVersionsView struct {
	From     string             `json:"from"`
	Versions []StoryVersionView `json:"versions"`
}

// StoryDifferenceView is what is different in the second of two stories. Same counts
// the claims that read as they did.
type StoryDifferenceView struct {
	From    StoryVersionView   `json:"from"`
	To      StoryVersionView   `json:"to"`
	Same    int                `json:"same"`
	Changes []ClaimChangeView  `json:"changes"`
	Figures []FigureChangeView `json:"figures"`
	Style   string             `json:"style"`
	Pages   []PagePairView     `json:"pages"`
}

// ClaimChangeView is what became of a claim. Kind is new, grown, changed or gone;
// Section what its section is called; Runs its words, where it reads otherwise.
type ClaimChangeView struct {
	Kind    string        `json:"kind"`
	Section string        `json:"section"`
	Text    string        `json:"text"`
	Moved   bool          `json:"moved"`
	Runs    []WordRunView `json:"runs"`
}

// WordRunView is a run of words; Op is same, added or removed.
type WordRunView struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

// FigureChangeView is a figure as it was shown and as it is; one that only one side
// shows is empty on the other.
type FigureChangeView struct {
	Label string `json:"label"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// PagePairView is one page of both, as slides; empty where a side has none.
type PagePairView struct {
	Title string `json:"title"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// StoryCompare tells what changed since a story was told.
type StoryCompare struct{ stories *Stories }

// NewStoryCompare returns the bound comparing.
func NewStoryCompare(app *App) *StoryCompare { return &StoryCompare{NewStories(app)} }

// Versions lists the stories that a story can be held against, and itself.
func (x *StoryCompare) Versions(id string) (_ StoryVersionsView, err error) {
	defer x.stories.app.catch("story_compare.versions", &err)
	d, err := x.stories.desk(id)
	if err != nil {
		return StoryVersionsView{}, err
	}
	view := StoryVersionsView{Versions: []StoryVersionView{}}
	all := slices.Clone(d.file.Stories)
	slices.SortFunc(all, func(a, b success.Story) int {
		return cmp.Or(cmp.Compare(rank(a.Status == "told"), rank(b.Status == "told")), -cmp.Compare(a.ToldOn, b.ToldOn), -cmp.Compare(a.CreatedAt, b.CreatedAt))
	})
	for i := range all {
		s := &all[i]
		view.Versions = append(view.Versions, versionView(s))
		before := d.story.Status != "told" || s.ToldOn < d.story.ToldOn
		if view.From == "" && s.Status == "told" && s.ID != d.story.ID && before {
			view.From = string(s.ID)
		}
	}
	return view, nil
}

func versionView(s *success.Story) StoryVersionView {
	v := StoryVersionView{ID: string(s.ID), Title: s.Title, Told: s.Status == "told"}
	if v.Told {
		v.ToldOn, v.Version = s.ToldOn.String(), s.ContentHash
	}
	return v
}

// Of tells what is different in the second of two stories of one account; told ones
// are compared as they were told. Names are in a locale's language.
func (x *StoryCompare) Of(from, to, locale string) (_ StoryDifferenceView, err error) {
	defer x.stories.app.catch("story_compare.of", &err)
	was, err := x.stories.desk(from)
	if err != nil {
		return StoryDifferenceView{}, err
	}
	is, err := x.stories.desk(to)
	if err != nil {
		return StoryDifferenceView{}, err
	}
	if was.file.Account.ID != is.file.Account.ID {
		return StoryDifferenceView{}, success.Invalid("story", "These stories are of two accounts, %s and %s.", was.file.Account.Name, is.file.Account.Name)
	}
	d := storydiff.Of(storydiff.Story{Story: was.story, Claims: was.claims}, storydiff.Story{Story: is.story, Claims: is.claims})
	view := StoryDifferenceView{From: versionView(was.story), To: versionView(is.story), Same: d.Same, Changes: is.changes(was, &d, locale), Style: page.SlideStyle()}
	wasDoc, err := was.document(was.claims, locale)
	if err != nil {
		return StoryDifferenceView{}, err
	}
	isDoc, err := is.document(is.claims, locale)
	if err != nil {
		return StoryDifferenceView{}, err
	}
	view.Figures = []FigureChangeView{}
	for _, f := range storydiff.Figures(wasDoc, isDoc) {
		view.Figures = append(view.Figures, FigureChangeView(f))
	}
	view.Pages = pairs(
		drawn{wasDoc, page.Slides(wasDoc, page.Options{Prefix: "was"})},
		drawn{isDoc, page.Slides(isDoc, page.Options{Prefix: "is"})})
	return view, nil
}

// changes are the claims that are new, grown, changed or gone. A claim has grown
// where its mark says so, and it is held against the story that the mark is.
func (d *onDesk) changes(was *onDesk, diff *storydiff.Diff, locale string) []ClaimChangeView {
	names := map[string]string{}
	for _, s := range slices.Concat(was.sections(locale), d.sections(locale)) {
		names[s.Key] = cmp.Or(s.Name, s.Title)
	}
	marks := map[success.ID]success.Mark{}
	figure := story.Marks(d.file, d.settings, d.story, d.claims, d.today)
	if was.story.Status == "told" && figure.Since == was.story.ToldOn {
		for _, c := range figure.Claims {
			marks[c.Claim] = c.Mark
		}
	}
	out := []ClaimChangeView{}
	add := func(kind string, s storydiff.Sentence) *ClaimChangeView {
		out = append(out, ClaimChangeView{Kind: kind, Section: names[s.Section], Text: s.Text, Runs: []WordRunView{}})
		return &out[len(out)-1]
	}
	for _, s := range diff.Added {
		add("new", s)
	}
	for _, grown := range []bool{true, false} {
		for i := range diff.Changed {
			c := &diff.Changed[i]
			if (marks[c.To.Claim] == success.MarkGrown) != grown {
				continue
			}
			kind := "changed"
			if grown {
				kind = "grown"
			}
			one := add(kind, c.To)
			one.Moved = c.Moved
			for _, r := range c.Runs {
				one.Runs = append(one.Runs, WordRunView{string(r.Op), r.Text})
			}
		}
	}
	for _, s := range diff.Removed {
		add("gone", s)
	}
	return out
}
