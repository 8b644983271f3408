package desktop

import (
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/prose"
)

// StoryChangesView is what composing anew would do to a story, sentence by
// sentence, and how many of the author's own claims it leaves alone.
type StoryChangesView struct {
	Offers []StoryOfferView `json:"offers"`
	Kept   int              `json:"kept"`
}

// StoryOfferView is one change to take or to leave: Kind is add, change, proof,
// remove or heading. Own says that it goes against what the author wrote or took
// out, and is not to be taken unasked.
type StoryOfferView struct {
	Key     string `json:"key"`
	Kind    string `json:"kind"`
	Section string `json:"section"`
	From    string `json:"from"`
	To      string `json:"to"`
	Own     bool   `json:"own"`
}

// Changes says what composing anew would change. Recompose does it. The names of
// sections are in a locale's language.
func (x *Stories) Changes(id, locale string) (_ StoryChangesView, err error) {
	defer x.app.catch("stories.changes", &err)
	d, err := x.desk(id)
	if err != nil {
		return StoryChangesView{}, err
	}
	if d.story.Status == "told" {
		return StoryChangesView{Offers: []StoryOfferView{}}, nil // it is kept as it was
	}
	offers, err := story.Offers(d.file, d.settings, d.story, d.claims, d.today, d.options(locale))
	if err != nil {
		return StoryChangesView{}, err
	}
	view := StoryChangesView{Offers: []StoryOfferView{}}
	lang, _, _ := strings.Cut(locale, "-")
	for _, o := range offers {
		view.Offers = append(view.Offers, StoryOfferView{
			Key: o.Key, Kind: string(o.Kind), Section: story.SectionLabel(lang, o.Section),
			From: prose.Plain(o.From), To: prose.Plain(o.To), Own: o.Own,
		})
	}
	for i := range d.claims {
		if story.Edited(d.story, &d.claims[i]) {
			view.Kept++
		}
	}
	return view, nil
}

// Recompose composes a story anew with those of the offers of Changes that are
// taken, by key. What is left as it is is the author's from then on.
func (x *Stories) Recompose(id, locale string, taken []string) (_ WrittenView, err error) {
	defer x.app.catch("stories.recompose", &err)
	d, err := x.open(id)
	if err != nil {
		return WrittenView{}, err
	}
	return x.recompose(d.file, d.settings, d.story, d.today, d.options(locale), &ComposedView{},
		func(o story.Offer) bool { return slices.Contains(taken, o.Key) })
}
