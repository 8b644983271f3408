package desktop

import (
	"context"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

// TellInput tells a story: Leave is the client's leave to show it, whose fields may
// be empty; Locale that of the reader, for a story without one; Agreed are the keys of
// the pre-flight's warnings that the person has seen.
type TellInput struct {
	Story  string         `json:"story"`
	Locale string         `json:"locale"`
	Leave  StoryLeaveView `json:"leave"`
	Agreed []string       `json:"agreed"`
}

// StoryTelling freezes stories as they are told, and begins new drafts from them.
type StoryTelling struct{ stories *Stories }

// NewStoryTelling returns the bound telling.
func NewStoryTelling(app *App) *StoryTelling { return &StoryTelling{NewStories(app)} }

// Tell freezes a draft as it reads today. What stops an export for its audience stops
// the telling too.
func (x *StoryTelling) Tell(in TellInput) (_ WrittenView, err error) {
	defer x.stories.app.catch("story_telling.tell", &err)
	d, err := x.stories.open(in.Story)
	if err != nil {
		return WrittenView{}, err
	}
	leave := telling.Leave{Permission: in.Leave.Permission, By: in.Leave.By}
	if leave.Permission == "" && (in.Leave.By != "" || in.Leave.Until != "") {
		return WrittenView{}, success.Invalid("permission", "Say how far the leave goes that was given.")
	}
	if in.Leave.Until != "" {
		if leave.Until, err = success.ParseDate(in.Leave.Until); err != nil {
			return WrittenView{}, success.Invalid("permission_until", "%q is not a day.", in.Leave.Until)
		}
	}
	asked := *d.story // leave that is given with the telling holds for it
	asked.Permission, asked.PermissionBy, asked.PermissionUntil = leave.Permission, leave.By, leave.Until
	read := *d
	read.story = &asked
	if err := x.stories.mayLeave(&read, in.Locale, in.Agreed); err != nil {
		return WrittenView{}, err
	}
	return x.stories.app.write("Tell the story of "+d.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		_, err := telling.Tell(tx, d.told(), d.today, d.options(in.Locale), leave)
		return d.story.ID, err
	})
}

// Permit writes who gave leave to show a told story, how far it goes and until when.
func (x *StoryTelling) Permit(id string, in StoryLeaveView) (_ WrittenView, err error) {
	defer x.stories.app.catch("story_telling.permit", &err)
	d, err := x.stories.desk(id)
	if err != nil {
		return WrittenView{}, err
	}
	fields := success.Fields{"permission": jsonText(in.Permission), "permission_by": jsonText(in.By), "permission_until": jsonText(in.Until)}
	for name, value := range map[string]string{"permission": in.Permission, "permission_by": in.By, "permission_until": in.Until} {
		if value == "" {
			fields[name] = []byte("null")
		}
	}
	return x.stories.app.write("Note the permission of "+d.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		_, err := tx.Put("story", d.story.ID, fields)
		return d.story.ID, err
	})
}

// Again begins a new draft that goes on from a story.
func (x *StoryTelling) Again(id string) (_ WrittenView, err error) {
	defer x.stories.app.catch("story_telling.again", &err)
	d, err := x.stories.desk(id)
	if err != nil {
		return WrittenView{}, err
	}
	return x.stories.app.write("Begin a new draft of "+d.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		return telling.Begin(tx, d.told())
	})
}

// told is the story as what is told of it.
func (d *onDesk) told() *telling.Story {
	return &telling.Story{File: d.file, Settings: d.settings, Story: d.story, Claims: d.claims, Frozen: d.frozen, On: d.today, Logo: d.logo}
}

// thaw takes a told story's words from what was frozen.
func (d *onDesk) thaw(ctx context.Context, ws *workspace.Workspace) error {
	t := d.told()
	if err := t.Thaw(ctx, ws); err != nil {
		return err
	}
	d.story, d.claims, d.frozen = t.Story, t.Claims, t.Frozen
	return nil
}

// document is the story's document for its own audience: what was told, else what
// the records and the claims say.
func (d *onDesk) document(claims []success.Claim, locale string) (*model.Document, error) {
	t := d.told()
	t.Claims = claims
	return t.Document(d.options(locale))
}
