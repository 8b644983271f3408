package desktop

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// StoryProof is what a story's claims lean on.
type StoryProof struct{ app *App }

// NewStoryProof returns the bound proof.
func NewStoryProof(app *App) *StoryProof { return &StoryProof{app: app} }

// ProofDetailView is a record behind a claim with what it stands on in turn. Words
// are the client's or the evidence's own and may be empty. Place is where the
// account shows it: value, plan or overview.
type ProofDetailView struct {
	Proof  ProofView    `json:"proof"`
	Words  string       `json:"words"`
	Place  string       `json:"place"`
	Behind []BehindView `json:"behind"`
}

// BehindView is one record that a proof stands on.
type BehindView struct {
	Proof  ProofView `json:"proof"`
	Detail string    `json:"detail"`
}

// LinkInput names a record.
type LinkInput struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}

// chips writes an account's records as proof, in a locale's language. What proves
// a claim is shown whatever the audience: the author sees it all.
func (d *onDesk) chips(locale string) *story.Chips {
	return story.NewChips(d.file, d.settings, d.today, story.Options{Locale: locale, Audience: model.AudienceInternal})
}

func proofView(chip *story.Chip) ProofView {
	return ProofView{Kind: string(chip.Link.Kind), ID: string(chip.Link.ID), Name: chip.Kind, Title: chip.Title, State: string(chip.State)}
}

// Open returns what stands behind one proof of a story's claims.
func (x *StoryProof) Open(id, kind, record, locale string) (_ ProofDetailView, err error) {
	defer x.app.catch("story_proof.open", &err)
	d, err := NewStories(x.app).desk(id)
	if err != nil {
		return ProofDetailView{}, err
	}
	link := success.Link{Kind: success.Kind(kind), ID: success.ID(record)}
	chips := d.chips(locale)
	chip := chips.Proof(link)
	view := ProofDetailView{Proof: proofView(&chip), Words: chips.Words(link), Place: placeOf(link.Kind), Behind: []BehindView{}}
	for _, b := range chips.Behind(link) {
		view.Behind = append(view.Behind, BehindView{Proof: proofView(&b.Chip), Detail: b.Detail})
	}
	return view, nil
}

// placeOf is the tab of the account that shows a kind of record.
func placeOf(kind success.Kind) string {
	switch kind {
	case "benefit", "benefit_step":
		return "value"
	case "outcome", "measure", "reading", "behavior_change", "milestone", "success_plan", "plan_signoff":
		return "plan"
	}
	return "overview"
}

// Choices are the records of the account that a claim may lean on.
func (x *StoryProof) Choices(id, locale string) (_ []ProofView, err error) {
	defer x.app.catch("story_proof.choices", &err)
	d, err := NewStories(x.app).desk(id)
	if err != nil {
		return nil, err
	}
	views := []ProofView{}
	for _, chip := range d.chips(locale).Choices() {
		views = append(views, proofView(&chip))
	}
	return views, nil
}

// Choose says what a claim leans on. Composing again leaves that as it is.
func (x *StoryProof) Choose(id, claim string, proof []LinkInput) (_ WrittenView, err error) {
	defer x.app.catch("story_proof.choose", &err)
	d, err := NewStories(x.app).open(id)
	if err != nil {
		return WrittenView{}, err
	}
	at, err := d.at(claim)
	if err != nil {
		return WrittenView{}, err
	}
	chips := d.chips(cmp.Or(d.story.Locale, "en"))
	links := []success.Link{}
	for _, p := range proof {
		link := success.Link{Kind: success.Kind(p.Kind), ID: success.ID(p.ID)}
		known := slices.Contains(d.claims[at].Proof, link)
		if !known && chips.Proof(link).Title == "" {
			return WrittenView{}, success.NotFound("This record is no longer in the account; the claim was left as it is.")
		}
		if !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	body, err := json.Marshal(links)
	if err != nil {
		return WrittenView{}, fmt.Errorf("write proof: %w", err)
	}
	return x.app.write("Choose the proof of a claim of "+d.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		_, err := tx.Put("claim", success.ID(claim), success.Fields{"proof": body})
		return success.ID(claim), err
	})
}
