package desktop

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/tendril-app/tendril/internal/document"
	"github.com/tendril-app/tendril/internal/document/formats"
	"github.com/tendril-app/tendril/internal/document/template"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

// StoryTemplateView says, before anything is written, what a story's deck takes of a
// company's own presentation. Name is the file's, empty where none is kept; Width and
// Height are a slide's, in points.
type StoryTemplateView struct {
	Name    string                `json:"name"`
	Width   float64               `json:"width"`
	Height  float64               `json:"height"`
	Layouts []TemplateUseView     `json:"layouts"`
	Tokens  []TemplateTokenView   `json:"tokens"`
	Fonts   []string              `json:"fonts"`
	Removed []TemplateRemovedView `json:"removed"`
}

// TemplateUseView is the layout that a kind of slide (cover, content, two or plain)
// stands on, and how it was found: type, name, placeholders or stand_in.
type TemplateUseView struct {
	Kind   string `json:"kind"`
	Layout string `json:"layout"`
	How    string `json:"how"`
}

// TemplateTokenView is a token of a template: filled, empty or unknown. Picture says
// that it is a picture's alternative text.
type TemplateTokenView struct {
	Name    string `json:"name"`
	State   string `json:"state"`
	Picture bool   `json:"picture"`
	Count   int    `json:"count"`
}

// TemplateRemovedView is something that the template has and the deck will not.
type TemplateRemovedView struct {
	What  string `json:"what"`
	Count int    `json:"count"`
}

// StoryTemplate writes stories into the company's own presentation, which the
// workspace keeps.
type StoryTemplate struct{ stories *Stories }

// NewStoryTemplate returns the bound template.
func NewStoryTemplate(app *App) *StoryTemplate { return &StoryTemplate{NewStories(app)} }

// keptTemplate is a template that was read.
type keptTemplate struct {
	name     string
	template *template.Template
}

func (k *keptTemplate) of() *template.Template {
	if k == nil {
		return nil
	}
	return k.template
}

func (k *keptTemplate) options() formats.Options {
	if k == nil {
		return formats.Options{}
	}
	return formats.Options{Template: k.template}
}

func (k *keptTemplate) fileName() string {
	if k == nil {
		return ""
	}
	return k.name
}

// Look says what a story's deck would take of the template at path, or of the one
// that the workspace keeps where path is empty. Nothing is kept or written.
func (x *StoryTemplate) Look(id, path, locale string) (_ StoryTemplateView, err error) {
	defer x.stories.app.catch("story_template.look", &err)
	d, err := x.stories.desk(id)
	if err != nil {
		return StoryTemplateView{}, err
	}
	kept, err := x.read(path)
	if err != nil || kept == nil {
		return StoryTemplateView{Layouts: []TemplateUseView{}, Tokens: []TemplateTokenView{}, Fonts: []string{}, Removed: []TemplateRemovedView{}}, err
	}
	doc, err := d.document(d.claims, locale)
	if err != nil {
		return StoryTemplateView{}, err
	}
	return storyTemplateView(kept.name, kept.template.Report(document.Fill(doc))), nil
}

func storyTemplateView(name string, r template.Report) StoryTemplateView {
	view := StoryTemplateView{Name: name, Width: r.W, Height: r.H, Layouts: []TemplateUseView{}, Tokens: []TemplateTokenView{}, Fonts: r.Fonts, Removed: []TemplateRemovedView{}}
	for _, u := range r.Layouts {
		view.Layouts = append(view.Layouts, TemplateUseView{Kind: string(u.Kind), Layout: u.Layout, How: string(u.How)})
	}
	for _, t := range r.Tokens {
		view.Tokens = append(view.Tokens, TemplateTokenView{Name: t.Name, State: string(t.State), Picture: t.Picture, Count: t.Count})
	}
	for _, g := range r.Removed {
		view.Removed = append(view.Removed, TemplateRemovedView{What: string(g.What), Count: g.Count})
	}
	return view
}

// read reads the template at path, or the kept one; nil where none is kept.
func (x *StoryTemplate) read(path string) (*keptTemplate, error) {
	ws, err := x.stories.app.workspace()
	if err != nil {
		return nil, err
	}
	if path != "" {
		t, err := template.ReadFile(path)
		return &keptTemplate{name: filepath.Base(path), template: t}, noTemplate(err)
	}
	settings, err := ws.Settings(x.stories.app.ctx())
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	name := settings.Workspace.Brand.TemplateName
	if name == "" {
		return nil, nil //nolint:nilnil // none is kept
	}
	file, err := telling.ReadTemplate(x.stories.app.ctx(), ws, settings)
	if err != nil {
		return nil, err
	}
	if file == nil {
		return nil, &success.Error{Code: success.CodeUnavailable, Field: "template",
			Message: fmt.Sprintf("The template %s is not on this machine yet. Synchronise, or choose the file again.", name)}
	}
	t, err := template.Read(file)
	return &keptTemplate{name: name, template: t}, noTemplate(err)
}

// noTemplate says in a sentence for the window why a file cannot be a template.
func noTemplate(err error) error {
	var refused *template.Error
	if errors.As(err, &refused) {
		return &success.Error{Code: success.CodeInvalid, Field: "template", Message: refused.Message, Err: err}
	}
	return err
}

// Keep keeps the template at path for every deck of the workspace. What cannot be
// used is refused, and the one kept before stays.
func (x *StoryTemplate) Keep(path string) (_ WrittenView, err error) {
	defer x.stories.app.catch("story_template.keep", &err)
	file, err := template.Bytes(path)
	if err != nil {
		return WrittenView{}, noTemplate(err)
	}
	if _, err := template.Read(file); err != nil {
		return WrittenView{}, noTemplate(err)
	}
	settings, err := NewSettings(x.stories.app).settings()
	if err != nil {
		return WrittenView{}, err
	}
	return x.stories.app.write("Keep a template for presentations", func(tx *workspace.Tx) (success.ID, error) {
		hash, err := tx.AddBlob(bytes.NewReader(file))
		if err != nil {
			return "", err
		}
		brand := settings.Workspace.Brand
		brand.Template, brand.TemplateName = hash, filepath.Base(path)
		return putBrand(tx, &brand)
	})
}

// Check is the pre-flight of a deck that is written into the kept template: what the
// story says, and what the template does.
func (x *StoryTemplate) Check(id, locale string) (_ []StoryFindingView, err error) {
	defer x.stories.app.catch("story_template.check", &err)
	d, err := x.desk(id)
	if err != nil {
		return nil, err
	}
	found, err := x.stories.preflight(d, locale)
	if err != nil {
		return nil, err
	}
	out := make([]StoryFindingView, 0, len(found))
	for i := range found {
		out = append(out, findingView(&found[i]))
	}
	return out, nil
}

// Export writes a story to path as a presentation in the kept template, as
// Stories.Export does in our own design.
func (x *StoryTemplate) Export(id, path, locale string, agreed []string) (_ ExportedView, err error) {
	defer x.stories.app.catch("story_template.export", &err)
	d, err := x.desk(id)
	if err != nil {
		return ExportedView{}, err
	}
	return x.stories.export(d, "pptx", path, locale, agreed)
}

// desk reads a story together with the kept template.
func (x *StoryTemplate) desk(id string) (*onDesk, error) {
	d, err := x.stories.desk(id)
	if err != nil {
		return nil, err
	}
	if d.design, err = x.read(""); err != nil {
		return nil, err
	}
	if d.design == nil {
		return nil, success.Invalid("template", "The workspace keeps no template. Choose a .pptx or .potx file first.")
	}
	return d, nil
}
