package desktop

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// PlanTemplateView is a start for a plan, without what only one client can say.
// Own says that it is the workspace's and may be renamed or deleted. Days counts
// from the start to the last milestone.
type PlanTemplateView struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	About      string   `json:"about"`
	Own        bool     `json:"own"`
	Outcomes   []string `json:"outcomes"`
	Measures   int      `json:"measures"`
	Changes    int      `json:"changes"`
	Milestones int      `json:"milestones"`
	Days       int      `json:"days"`
}

// PlanTemplateInput asks for a plan from a template, its milestones counted from
// Start. Plan is a plan to fill, which must be empty; without it one is made.
// Locale is the language of the templates that come with the program.
type PlanTemplateInput struct {
	Account  string `json:"account"`
	Plan     string `json:"plan"`
	Template string `json:"template"`
	Start    string `json:"start"`
	Locale   string `json:"locale"`
}

// templateKind is the kind of the workspace's templates that are for plans.
const templateKind = "success_plan"

// Templates returns the templates that come with the program, in a language, and
// the workspace's own after them, by name.
func (p *Plan) Templates(locale string) (_ []PlanTemplateView, err error) {
	defer p.app.catch("plan.templates", &err)
	ws, err := p.app.workspace()
	if err != nil {
		return nil, err
	}
	ours, err := builtInTemplates(locale)
	if err != nil {
		return nil, err
	}
	views := []PlanTemplateView{}
	for i := range ours {
		views = append(views, templateView(ours[i].ID, ours[i].Name, &ours[i], false))
	}
	var own []PlanTemplateView
	err = ws.List(p.app.ctx(), "template", workspace.Query{}, func(body json.RawMessage) error {
		rec, err := templateOf(body)
		if err != nil || rec.TemplateKind != templateKind {
			return err
		}
		var t planTemplate
		if err := json.Unmarshal(rec.Body, &t); err != nil {
			return nil //nolint:nilerr // one that a newer program wrote is left out, the others still help
		}
		own = append(own, templateView(string(rec.ID), rec.Name, &t, true))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read templates: %w", err)
	}
	slices.SortStableFunc(own, func(x, y PlanTemplateView) int {
		return cmp.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name))
	})
	return append(views, own...), nil
}

func templateOf(body json.RawMessage) (*success.Template, error) {
	rec, err := success.Decode("template", body)
	if err != nil {
		return nil, err
	}
	t, ok := rec.(*success.Template)
	if !ok {
		return nil, fmt.Errorf("a template is a %s", rec.Kind())
	}
	return t, nil
}

func templateView(id, name string, t *planTemplate, own bool) PlanTemplateView {
	view := PlanTemplateView{ID: id, Name: name, About: t.About, Own: own, Outcomes: []string{}, Milestones: len(t.Milestones)}
	for i := range t.Outcomes {
		view.Outcomes = append(view.Outcomes, t.Outcomes[i].Statement)
		view.Measures += len(t.Outcomes[i].Measures)
		view.Changes += len(t.Outcomes[i].Changes)
	}
	for _, m := range t.Milestones {
		view.Days = max(view.Days, m.Day)
	}
	return view
}

// template finds a template by its id: one of the program's, or the workspace's.
func (p *Plan) template(ws *workspace.Workspace, id, locale string) (*planTemplate, string, error) {
	ours, err := builtInTemplates(locale)
	if err != nil {
		return nil, "", err
	}
	for i := range ours {
		if ours[i].ID == id {
			return &ours[i], ours[i].Name, nil
		}
	}
	rec, err := p.ownTemplate(ws, id)
	if err != nil {
		return nil, "", err
	}
	var t planTemplate
	if err := json.Unmarshal(rec.Body, &t); err != nil {
		return nil, "", &success.Error{Code: success.CodeInvalid, Message: "This template cannot be read: it was made by another version. Nothing was changed.", Err: err}
	}
	return &t, rec.Name, nil
}

// ownTemplate reads one of the workspace's templates.
func (p *Plan) ownTemplate(ws *workspace.Workspace, id string) (*success.Template, error) {
	gone := success.NotFound("This template is not there any more.")
	if !success.IsID(id) {
		return nil, gone
	}
	body, err := ws.Get(p.app.ctx(), "template", success.ID(id))
	if err != nil {
		return nil, err
	}
	rec, err := templateOf(body)
	if err != nil {
		return nil, err
	}
	if rec.DeletedAt != 0 || rec.TemplateKind != templateKind {
		return nil, gone
	}
	return rec, nil
}

// ApplyTemplate makes a plan of a template as one action. The people named by
// their roles are the account's; what only the client can say stays open.
func (p *Plan) ApplyTemplate(in PlanTemplateInput) (_ WrittenView, err error) {
	defer p.app.catch("plan.apply_template", &err)
	file, settings, today, err := p.app.account(in.Account)
	if err != nil {
		return WrittenView{}, err
	}
	ws, err := p.app.workspace()
	if err != nil {
		return WrittenView{}, err
	}
	start, err := success.ParseDate(in.Start)
	if err != nil || start == 0 {
		return WrittenView{}, success.Invalid("start", "Say on which day it begins.")
	}
	template, name, err := p.template(ws, in.Template, in.Locale)
	if err != nil {
		return WrittenView{}, err
	}
	draft := newPlanDraft(template, file, settings, start)
	if t, ok := success.RenewalTerm(file, today); ok {
		draft.plan.TermID = t.ID
	}
	if in.Plan != "" {
		if err := draft.into(file, success.ID(in.Plan)); err != nil {
			return WrittenView{}, err
		}
	}
	return p.app.write("New plan from the template “"+name+"”", draft.write)
}

// SaveTemplate keeps a plan as a template of the workspace. What the client said,
// who said it, the figures and the days stay out; the account's name becomes a
// place for the next one's.
func (p *Plan) SaveTemplate(account, plan, name string) (_ WrittenView, err error) {
	defer p.app.catch("plan.save_template", &err)
	file, settings, today, err := p.app.account(account)
	if err != nil {
		return WrittenView{}, err
	}
	if name = strings.TrimSpace(name); name == "" {
		return WrittenView{}, success.Invalid("name", "Give the template a name.")
	}
	at := slices.IndexFunc(file.Plans, func(x success.SuccessPlan) bool { return x.ID == success.ID(plan) })
	if at < 0 {
		return WrittenView{}, success.NotFound("This plan is not there any more.")
	}
	body, err := json.Marshal(templateFrom(newPlanBuilder(p.app, file, settings, today), &file.Plans[at]))
	if err != nil {
		return WrittenView{}, fmt.Errorf("write the template: %w", err)
	}
	rec := &success.Template{Name: name, TemplateKind: templateKind, Body: body}
	return p.app.write("Save template “"+name+"”", func(tx *workspace.Tx) (success.ID, error) { return tx.Create(rec) })
}

// RenameTemplate gives one of the workspace's templates another name.
func (p *Plan) RenameTemplate(id, name string) (_ WrittenView, err error) {
	defer p.app.catch("plan.rename_template", &err)
	if name = strings.TrimSpace(name); name == "" {
		return WrittenView{}, success.Invalid("name", "Give the template a name.")
	}
	return p.changeTemplate(id, "Rename template", func(tx *workspace.Tx) error {
		_, err := tx.Put("template", success.ID(id), success.Fields{"name": jsonText(name)})
		return err
	})
}

// DeleteTemplate puts one of the workspace's templates in the bin.
func (p *Plan) DeleteTemplate(id string) (_ WrittenView, err error) {
	defer p.app.catch("plan.delete_template", &err)
	return p.changeTemplate(id, "Delete template", func(tx *workspace.Tx) error {
		return tx.Delete("template", success.ID(id))
	})
}

func (p *Plan) changeTemplate(id, label string, change func(tx *workspace.Tx) error) (WrittenView, error) {
	ws, err := p.app.workspace()
	if err != nil {
		return WrittenView{}, err
	}
	rec, err := p.ownTemplate(ws, id)
	if err != nil {
		return WrittenView{}, err
	}
	return p.app.write(label+named(rec.Name), func(tx *workspace.Tx) (success.ID, error) { return rec.ID, change(tx) })
}
