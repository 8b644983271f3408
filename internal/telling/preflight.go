package telling

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/tendril-app/tendril/internal/document/template"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/preflight"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Preflight holds a story against its account's records and the names of all other
// accounts, for the audience of o; an internal one has no findings. doc is the
// document as it was told, nil where it is made of the records; design the template
// that it is to be written into, nil for ours.
func Preflight(ctx context.Context, ws *workspace.Workspace, t *Story, o story.Options, doc *model.Document, design *template.Template) ([]preflight.Finding, error) {
	if o.Audience == model.AudienceInternal {
		return []preflight.Finding{}, nil // nobody's name need be read
	}
	in := preflight.Input{File: t.File, Settings: t.Settings, Story: t.Story, Claims: t.Claims, On: t.On, Options: o, Document: doc}
	if design != nil {
		for _, w := range design.Words() {
			in.Design = append(in.Design, preflight.Text{Place: preflight.Place{Kind: preflight.PlaceTemplate, Part: w.Sheet}, Text: w.Text})
		}
	}
	err := ws.List(ctx, "account", workspace.Query{}, func(body json.RawMessage) error {
		texts, plain := success.PlainTexts(body, "id", "name", "website", "parent_account_id")
		if !plain {
			var a success.Account
			if err := json.Unmarshal(body, &a); err != nil {
				return fmt.Errorf("read account: %w", err)
			}
			texts = []string{string(a.ID), a.Name, a.Website, string(a.ParentAccountID)}
		}
		in.Others = append(in.Others, preflight.Other{ID: success.ID(texts[0]), Name: texts[1], Website: texts[2], ParentID: success.ID(texts[3])})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return preflight.Check(in)
}
