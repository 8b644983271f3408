package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
)

// StoryPageView is a story as its author edits it: sections of claims, and what
// stands behind them. Locale is that of its documents and empty where the reader's
// own is taken, Length that of its deck in slides. Days are YYYY-MM-DD or empty;
// Version is the content hash of a told story, empty where it was not frozen.
type StoryPageView struct {
	ID       string             `json:"id"`
	Account  string             `json:"account"`
	Client   string             `json:"client"`
	Title    string             `json:"title"`
	Audience string             `json:"audience"`
	Locale   string             `json:"locale"`
	Length   int                `json:"length"`
	Told     bool               `json:"told"`
	ToldOn   string             `json:"told_on"`
	Version  string             `json:"version"`
	Leave    StoryLeaveView     `json:"leave"`
	Today    string             `json:"today"`
	FileName string             `json:"file_name"`
	Currency string             `json:"currency"`
	Sections []StorySectionView `json:"sections"`
	News     StoryNewsView      `json:"news"`
}

// StoryLeaveView is the client's leave to show a story: internal, named, anonymous,
// public or empty; who gave it, and the last day it holds.
type StoryLeaveView struct {
	Permission string `json:"permission"`
	By         string `json:"by"`
	Until      string `json:"until"`
}

// StorySectionView is one section with its claims in order. Name is what the
// section is called, Title its heading on the page, empty where it is the one
// composed anew each time. Own says that the author added it, Hidden that it was
// taken out.
type StorySectionView struct {
	Key    string      `json:"key"`
	Name   string      `json:"name"`
	Title  string      `json:"title"`
	Own    bool        `json:"own"`
	Hidden bool        `json:"hidden"`
	Claims []ClaimView `json:"claims"`
}

// ClaimView is one claim: Text is its words alone, Words the same with their
// manner. State is proved, claimed, stale or unproved, Mark new, grown, old news or
// empty. Edited says that its words are the author's.
type ClaimView struct {
	ID   string `json:"id"`
	Text string `json:"text"`

	Words []ParagraphView `json:"words"`

	State  string      `json:"state"`
	Mark   string      `json:"mark"`
	Edited bool        `json:"edited"`
	Proof  []ProofView `json:"proof"`
}

// ProofView is a record behind a claim. Title is empty where it is gone.
type ProofView struct {
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Name  string `json:"name"`
	Title string `json:"title"`
	State string `json:"state"`
}

// StoryNewsView is what a story brings since the last told one, which Since
// dates; it is empty for a first story, whose Was is nothing then.
type StoryNewsView struct {
	Since   string        `json:"since"`
	Novelty float64       `json:"novelty"`
	OldNews bool          `json:"old_news"`
	New     int           `json:"new"`
	Grown   int           `json:"grown"`
	Old     int           `json:"old"`
	Was     StorySideView `json:"was"`
	Is      StorySideView `json:"is"`
}

// StorySideView are the proved figures of a day; Value is a year's, in major units.
type StorySideView struct {
	Benefits   int     `json:"benefits"`
	People     int64   `json:"people"`
	Dimensions int     `json:"dimensions"`
	Value      float64 `json:"value"`
}

// onDesk is a story with all that its screen reads.
type onDesk struct {
	file     *success.File
	settings *success.Settings
	today    success.Date
	story    *success.Story
	claims   []success.Claim // in order of the story
	frozen   *story.Frozen   // what was told; nil for a draft
	logo     *model.Logo     // the provider's, for a draft; nil where there is none
	design   *keptTemplate   // what a deck is to be written into; nil for our own design

	as onePage // what it is written as; a deck where nothing is said
}

// desk reads a story. It returns CodeNotFound where it is not there.
func (x *Stories) desk(id string) (*onDesk, error) {
	ws, err := x.app.workspace()
	if err != nil {
		return nil, err
	}
	st, err := readStory(x.app, ws, success.ID(id))
	if err != nil {
		return nil, err
	}
	account, err := accountOfTerm(x.app, ws, st.TermID)
	if err != nil {
		return nil, err
	}
	file, settings, today, err := x.app.account(string(account))
	if err != nil {
		return nil, err
	}
	d := &onDesk{file: file, settings: settings, today: today}
	for i := range file.Stories {
		if file.Stories[i].ID == st.ID {
			d.story = &file.Stories[i]
		}
	}
	if d.story == nil {
		return nil, success.NotFound("This story is in the bin. Undo brings it back.")
	}
	d.claims = claimsOf(file, st.ID)
	if d.logo, err = telling.ReadLogo(x.app.ctx(), ws, settings); err != nil {
		return nil, err
	}
	if err := d.thaw(x.app.ctx(), ws); err != nil {
		return nil, err
	}
	var order []string
	for _, s := range story.SectionsOf(d.story) {
		order = append(order, s.Key)
	}
	slices.SortStableFunc(d.claims, func(a, b success.Claim) int {
		return cmp.Or(
			cmp.Compare(slices.Index(order, a.Section), slices.Index(order, b.Section)), cmp.Compare(a.Section, b.Section),
			a.Position.Cmp(b.Position.Decimal), cmp.Compare(a.ID, b.ID))
	})
	return d, nil
}

// options are those of a story's own audience and language; locale is that of the
// reader, for a story without one.
func (d *onDesk) options(locale string) story.Options {
	o := story.Options{Locale: cmp.Or(d.story.Locale, locale), Audience: audienceOf(d.story), Kind: d.as.kind, Anonymous: d.as.anonymous, Logo: d.logo}
	if d.as.inside {
		o.Audience = model.AudienceInternal
	}
	return o
}

func audienceOf(st *success.Story) model.Audience {
	return cmp.Or(model.Audience(st.Audience), model.AudienceClient)
}

// Page returns a story as its author edits it; names are written in a locale's
// language. It returns CodeNotFound for a story that is not there.
func (x *Stories) Page(id, locale string) (_ StoryPageView, err error) {
	defer x.app.catch("stories.page", &err)
	d, err := x.desk(id)
	if err != nil {
		return StoryPageView{}, err
	}
	chips := d.chips(locale)
	figure := story.Marks(d.file, d.settings, d.story, d.claims, d.today)
	view := StoryPageView{
		ID: string(d.story.ID), Account: string(d.file.Account.ID), Client: d.file.Account.Name,
		Title: d.story.Title, Audience: string(audienceOf(d.story)), Locale: d.story.Locale, Length: story.Lengths()[0],
		Told: d.story.Status == "told", ToldOn: d.story.ToldOn.String(), Version: d.story.ContentHash,
		Leave: StoryLeaveView{d.story.Permission, d.story.PermissionBy, d.story.PermissionUntil.String()},
		Today: d.today.String(), FileName: deckName(d.file.Account.Name, d.today), Currency: success.CurrencyOf(&d.file.Account, d.settings),
		Sections: d.sections(locale), News: d.news(&figure),
	}
	if d.story.Length != nil {
		view.Length = int(*d.story.Length)
	}
	for i := range d.claims {
		c := &d.claims[i]
		claim := ClaimView{
			ID: string(c.ID), Text: prose.Plain(c.Text), Words: paragraphsOf(c.Text), State: string(figure.Claims[i].State), Mark: string(figure.Claims[i].Mark),
			Edited: story.Edited(d.story, c), Proof: []ProofView{},
		}
		for _, link := range c.Proof {
			chip := chips.Proof(link)
			claim.Proof = append(claim.Proof, proofView(&chip))
		}
		at := slices.IndexFunc(view.Sections, func(s StorySectionView) bool { return s.Key == c.Section })
		view.Sections[at].Claims = append(view.Sections[at].Claims, claim)
	}
	return view, nil
}

// sections are all the story may have, in its order, and then those only its
// claims know.
func (d *onDesk) sections(locale string) []StorySectionView {
	lang, _, _ := strings.Cut(locale, "-")
	list := story.SectionsOf(d.story)
	for i := range d.claims {
		if key := d.claims[i].Section; !slices.ContainsFunc(list, func(s success.StorySection) bool { return s.Key == key }) {
			list = append(list, success.StorySection{Key: key})
		}
	}
	out := make([]StorySectionView, 0, len(list))
	for _, s := range list {
		view := StorySectionView{
			Key: s.Key, Name: story.SectionLabel(lang, s.Key), Title: s.Title,
			Own: story.IsOwnSection(s.Key), Hidden: s.Hidden, Claims: []ClaimView{},
		}
		if view.Own {
			view.Name = s.Title
		}
		out = append(out, view)
	}
	return out
}

func (d *onDesk) news(figure *story.Figure) StoryNewsView {
	view := StoryNewsView{
		Since: figure.Since.String(), Novelty: figure.Novelty, OldNews: figure.OldNews,
		Is: sideOn(d.file, d.settings, d.today),
	}
	if figure.Since != 0 {
		view.Was = sideOn(d.file, d.settings, figure.Since)
	}
	for _, c := range figure.Claims {
		switch c.Mark {
		case success.MarkNew:
			view.New++
		case success.MarkGrown:
			view.Grown++
		case success.MarkOldNews:
			view.Old++
		}
	}
	return view
}

func sideOn(f *success.File, s *success.Settings, on success.Date) StorySideView {
	side := success.Velocity(f, s, on).Proved
	return StorySideView{Benefits: side.Benefits, People: side.People, Dimensions: side.Dimensions, Value: side.Level}
}
