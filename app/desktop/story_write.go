package desktop

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// ClaimInput is a claim as it was typed: without an ID a new one, placed under
// After, or at the end of Section where After is empty.
type ClaimInput struct {
	Story   string          `json:"story"`
	ID      string          `json:"id"`
	Section string          `json:"section"`
	After   string          `json:"after"`
	Words   []ParagraphView `json:"words"`
}

// open reads a story that may still be written.
func (x *Stories) open(id string) (*onDesk, error) {
	d, err := x.desk(id)
	if err == nil && d.story.Status == "told" {
		return nil, success.Invalid("status", "This story was told and is kept as it was. Begin a new draft.")
	}
	return d, err
}

// at is where a claim stands in the order of the story. It returns CodeNotFound
// where the story has it no more.
func (d *onDesk) at(id string) (int, error) {
	i := slices.IndexFunc(d.claims, func(c success.Claim) bool { return string(c.ID) == id })
	if i < 0 {
		return 0, success.NotFound("This claim is in the bin. Undo brings it back.")
	}
	return i, nil
}

// WriteClaim writes a claim's words. The claim's author is the person from then
// on: composing again leaves it as it is.
func (x *Stories) WriteClaim(in ClaimInput) (_ WrittenView, err error) {
	defer x.app.catch("stories.write_claim", &err)
	d, err := x.open(in.Story)
	if err != nil {
		return WrittenView{}, err
	}
	text := textOf(in.Words)
	if text == "" {
		return WrittenView{}, success.Invalid("text", "A claim needs words. Delete it if it says nothing.")
	}
	if in.ID == "" {
		return x.newClaim(d, in, text)
	}
	if _, err := d.at(in.ID); err != nil {
		return WrittenView{}, err
	}
	return x.app.write("Edit a claim of "+d.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		_, err := tx.Put("claim", success.ID(in.ID), success.Fields{"text": jsonText(text)})
		return success.ID(in.ID), err
	})
}

func (x *Stories) newClaim(d *onDesk, in ClaimInput, text string) (WrittenView, error) {
	if !d.has(in.Section) {
		return WrittenView{}, noSection(in.Section)
	}
	row := d.section(in.Section)
	at := len(row)
	if in.After != "" {
		at = slices.IndexFunc(row, func(c success.Claim) bool { return string(c.ID) == in.After }) + 1
	}
	claim := success.Claim{StoryID: d.story.ID, Section: in.Section, Text: text}
	row = slices.Insert(row, at, claim)
	return x.app.write("Add a claim to "+d.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		pos, err := place(tx, row, at)
		if err != nil {
			return "", err
		}
		claim.Position = pos
		return tx.Create(&claim)
	})
}

// section returns a section's claims in order.
func (d *onDesk) section(key string) []success.Claim {
	var out []success.Claim
	for i := range d.claims {
		if d.claims[i].Section == key {
			out = append(out, d.claims[i])
		}
	}
	return out
}

// DeleteClaim puts a claim into the bin; composing again does not bring it back.
func (x *Stories) DeleteClaim(id, claim string) (_ WrittenView, err error) {
	defer x.app.catch("stories.delete_claim", &err)
	d, err := x.open(id)
	if err != nil {
		return WrittenView{}, err
	}
	if _, err := d.at(claim); err != nil {
		return WrittenView{}, err
	}
	return x.app.write("Delete a claim of "+d.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		return success.ID(claim), tx.Delete("claim", success.ID(claim))
	})
}

// WriteTitle names a story.
func (x *Stories) WriteTitle(id, title string) (_ WrittenView, err error) {
	defer x.app.catch("stories.write_title", &err)
	title = strings.TrimSpace(title)
	if title == "" {
		return WrittenView{}, success.Invalid("title", "A story needs a title.")
	}
	return x.setStory(id, "Name the story of ", success.Fields{"title": jsonText(title)})
}

// WriteAudience says for whom a story is: client or internal.
func (x *Stories) WriteAudience(id, audience string) (_ WrittenView, err error) {
	defer x.app.catch("stories.write_audience", &err)
	if audience != string(model.AudienceClient) && audience != string(model.AudienceInternal) {
		return WrittenView{}, success.Invalid("audience", "A story is for the client or internal, not %q.", audience)
	}
	return x.setStory(id, "Choose the audience of ", success.Fields{"audience": jsonText(audience)})
}

// WriteLocale says in what language and with whose numbers a story's documents
// are written.
func (x *Stories) WriteLocale(id, locale string) (_ WrittenView, err error) {
	defer x.app.catch("stories.write_locale", &err)
	if !slices.Contains(storyLocales, locale) {
		return WrittenView{}, success.Invalid("locale", "A story cannot be written in %q.", locale)
	}
	return x.setStory(id, "Choose the language of ", success.Fields{"locale": jsonText(locale)})
}

// storyLocales are those with words of their own.
var storyLocales = []string{"en-GB", "en-US", "en-IE", "de-DE", "de-AT", "de-CH"}

// WriteLength says about how many slides a story's deck has: 5, 10 or 15.
func (x *Stories) WriteLength(id string, slides int) (_ WrittenView, err error) {
	defer x.app.catch("stories.write_length", &err)
	if !slices.Contains(story.Lengths(), slides) {
		return WrittenView{}, success.Invalid("length", "A deck has 5, 10 or 15 slides, not %d.", slides)
	}
	return x.setStory(id, "Choose the length of ", success.Fields{"length": json.RawMessage(strconv.Itoa(slides))})
}

func (x *Stories) setStory(id, label string, fields success.Fields) (WrittenView, error) {
	d, err := x.open(id)
	if err != nil {
		return WrittenView{}, err
	}
	return x.app.write(label+d.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		_, err := tx.Put("story", d.story.ID, fields)
		return d.story.ID, err
	})
}
