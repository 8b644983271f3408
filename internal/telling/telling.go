// Package telling keeps stories as they were told: a told story's words and
// documents lie frozen in the workspace, and every later document of it is made
// of those.
package telling

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Leave is the client's leave to show a story: how far it goes (internal,
// named, anonymous, public, or empty where none was given), who gave it, and
// the last day it holds, which may be empty.
type Leave struct {
	Permission string
	By         string
	Until      success.Date
}

// Story is a story with what its documents are made of.
type Story struct {
	File     *success.File
	Settings *success.Settings
	Story    *success.Story
	Claims   []success.Claim
	// Frozen is what was told; nil for a draft, and for a story told before
	// stories were frozen.
	Frozen *story.Frozen
	On     success.Date
	// Logo is the one that a draft's documents have; nil where there is none.
	Logo *model.Logo
}

// Thaw fills in what was told of the story, words and claims included; a draft
// stays as it is. It returns an error of CodeUnavailable where what was told is
// not in the workspace.
func (t *Story) Thaw(ctx context.Context, ws *workspace.Workspace) error {
	if t.Story.Status != "told" || t.Story.Frozen == "" {
		return nil
	}
	r, err := ws.OpenBlob(ctx, t.Story.Frozen)
	if errors.Is(err, fs.ErrNotExist) {
		return &success.Error{Code: success.CodeUnavailable, Err: err, Message: "What was told of this story is not in this workspace. A bundle or backup that has it brings it back."}
	}
	if err != nil {
		return err
	}
	defer r.Close()
	if t.Frozen, err = story.Thaw(r); err != nil {
		return err
	}
	t.Story, t.Claims = t.Frozen.Told(t.Story)
	return nil
}

// Document makes a document of the story: of what was told, else of the records.
func (t *Story) Document(o story.Options) (*model.Document, error) {
	if t.Frozen != nil {
		doc, err := t.Frozen.Document(o)
		if err == nil {
			story.StampLeave(doc, t.Story, t.On, o.Anonymous)
		}
		return doc, err
	}
	o.Logo = t.Logo
	return story.Document(t.File, t.Settings, t.Story, t.Claims, t.On, o)
}

// Tell freezes a draft as it reads on its day, and keeps who gave leave to show
// it. It returns an error of CodeInvalid for a story that was told before and
// for a day that is still to come.
func Tell(tx *workspace.Tx, t *Story, today success.Date, o story.Options, leave Leave) (*story.Frozen, error) {
	if t.Story.Status == "told" {
		return nil, success.Invalid("status", "This story was told on %s already. Begin a new draft to tell it again.", t.Story.ToldOn)
	}
	if t.On > today {
		return nil, success.Invalid("told_on", "A story cannot be told on %s, which is still to come.", t.On)
	}
	o.Logo = t.Logo
	z, err := story.Freeze(t.File, t.Settings, t.Story, t.Claims, t.On, o)
	if err != nil {
		return nil, err
	}
	body, err := z.Encode()
	if err != nil {
		return nil, err
	}
	blob, err := tx.AddBlob(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	hash, err := z.ContentHash()
	if err != nil {
		return nil, err
	}
	fields, err := raw(map[string]any{
		"status": "told", "told_on": t.On, "frozen": blob, "content_hash": hash, "locale": z.Locale,
		"permission": leave.Permission, "permission_by": leave.By, "permission_until": leave.Until,
	})
	if err != nil {
		return nil, err
	}
	if _, err := tx.Put("story", t.Story.ID, fields); err != nil {
		return nil, err
	}
	return z, nil
}

// ContentHash returns the content hash of a told story as it is kept.
func ContentHash(frozen []byte) (string, error) {
	z, err := story.Thaw(bytes.NewReader(frozen))
	if err != nil {
		return "", err
	}
	return z.ContentHash()
}

// raw are fields as they are written; what is empty is cleared.
func raw(values map[string]any) (success.Fields, error) {
	out := success.Fields{}
	for name, v := range values {
		body, err := json.Marshal(v)
		if err != nil {
			return nil, fmt.Errorf("telling a story: %w", err)
		}
		if string(body) == `""` {
			body = []byte("null")
		}
		out[name] = body
	}
	return out, nil
}

// Begin writes a new draft that goes on from a story, and returns its id.
func Begin(tx *workspace.Tx, t *Story) (success.ID, error) {
	draft := story.Again(t.Story, t.Claims)
	id, err := tx.Create(&draft.Story)
	if err != nil {
		return "", err
	}
	for i := range draft.Claims {
		draft.Claims[i].StoryID = id
		if _, err := tx.Create(&draft.Claims[i]); err != nil {
			return "", err
		}
	}
	return id, nil
}
