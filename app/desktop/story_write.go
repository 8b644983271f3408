package desktop

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// ClaimInput is a claim as it was typed: without an ID a new one, placed under
// After, or at the end of Section where After is empty.
type ClaimInput struct {
	Story   string `json:"story"`
	ID      string `json:"id"`
	Section string `json:"section"`
	After   string `json:"after"`
	Text    string `json:"text"`
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
	text := strings.TrimSpace(in.Text)
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
	if !slices.Contains(story.Sections(), in.Section) {
		return WrittenView{}, success.Invalid("section", "A story has no section %q.", in.Section)
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

// place returns a position for the claim at a place of its section. Where its
// neighbours leave none between them, they are numbered anew first.
func place(tx *workspace.Tx, row []success.Claim, at int) (success.Position, error) {
	var low, high success.Position
	if at > 0 {
		low = row[at-1].Position
	}
	if at+1 < len(row) {
		high = row[at+1].Position
	}
	pos := success.Between(low, high)
	last := at+1 >= len(row)
	if pos.Cmp(low.Decimal) > 0 && (last || pos.Cmp(high.Decimal) < 0) {
		return pos, nil
	}
	for i := range row {
		if i == at {
			continue
		}
		number := success.Position{Decimal: decimal.NewFromInt(int64(i + 1))}
		if err := setPosition(tx, row[i].ID, number); err != nil {
			return pos, err
		}
	}
	return success.Position{Decimal: decimal.NewFromInt(int64(at + 1))}, nil
}

func setPosition(tx *workspace.Tx, id success.ID, pos success.Position) error {
	_, err := tx.Put("claim", id, success.Fields{"position": json.RawMessage(pos.String())})
	return err
}

// MoveClaim moves a claim up (by below 0) or down within its section. At the
// section's end nothing is written, and the answer's action has no id.
func (x *Stories) MoveClaim(id, claim string, by int) (_ WrittenView, err error) {
	defer x.app.catch("stories.move_claim", &err)
	d, err := x.open(id)
	if err != nil {
		return WrittenView{}, err
	}
	i, err := d.at(claim)
	if err != nil {
		return WrittenView{}, err
	}
	moved := d.claims[i]
	row := d.section(moved.Section)
	from := slices.IndexFunc(row, func(c success.Claim) bool { return c.ID == moved.ID })
	to := min(max(from+by, 0), len(row)-1)
	if to == from {
		return WrittenView{ID: claim}, nil
	}
	row = slices.Insert(slices.Delete(row, from, from+1), to, moved)
	return x.app.write("Move a claim of "+d.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		pos, err := place(tx, row, to)
		if err != nil {
			return "", err
		}
		return moved.ID, setPosition(tx, moved.ID, pos)
	})
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

// StoryChangesView is what composing anew would do to a story. None of it
// touches what its author wrote.
type StoryChangesView struct {
	Add    []string          `json:"add"`
	Change []ClaimChangeView `json:"change"`
	Remove []string          `json:"remove"`
	Kept   int               `json:"kept"`
}

// ClaimChangeView is a claim's words before and after; they are the same where
// only its proof changes.
type ClaimChangeView struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Changes says what composing anew would add, change and remove, and how many of
// the author's own claims it leaves alone. Compose does it.
func (x *Stories) Changes(id, locale string) (_ StoryChangesView, err error) {
	defer x.app.catch("stories.changes", &err)
	d, err := x.open(id)
	if err != nil {
		return StoryChangesView{}, err
	}
	changes, err := story.Recompose(d.file, d.settings, d.story, d.claims, d.today, d.options(locale))
	if err != nil {
		return StoryChangesView{}, err
	}
	view := StoryChangesView{Add: []string{}, Change: []ClaimChangeView{}, Remove: []string{}}
	for i := range changes.Add {
		view.Add = append(view.Add, changes.Add[i].Text)
	}
	text := map[success.ID]string{}
	for i := range d.claims {
		text[d.claims[i].ID] = d.claims[i].Text
		if story.Edited(d.story, &d.claims[i]) {
			view.Kept++
		}
	}
	for i := range changes.Change {
		view.Change = append(view.Change, ClaimChangeView{From: text[changes.Change[i].ID], To: changes.Change[i].Text})
	}
	for _, gone := range changes.Remove {
		view.Remove = append(view.Remove, text[gone])
	}
	return view, nil
}
