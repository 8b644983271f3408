package desktop

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Plan is what success means to a client: read as one page, edited in place.
type Plan struct{ app *App }

// NewPlan returns the bound plan.
func NewPlan(app *App) *Plan { return &Plan{app: app} }

// RecordInput is a record as it is typed. Without an ID it is made, on its owner;
// else the fields given are changed. Fields are texts by name: days are
// YYYY-MM-DD, numbers and amounts plain decimals, lists of ids parted by spaces;
// an empty text clears a field.
type RecordInput struct {
	Account string            `json:"account"`
	Kind    string            `json:"kind"`
	ID      string            `json:"id"`
	Owner   string            `json:"owner"`
	Fields  map[string]string `json:"fields"`
}

// QuoteInput is what a client said, on its way to become an outcome. Without a
// Plan one is made with PlanTitle. Person is a stakeholder's id; without it
// NewPerson is added with NewTitle, or nobody is named.
type QuoteInput struct {
	Account   string `json:"account"`
	Plan      string `json:"plan"`
	PlanTitle string `json:"plan_title"`
	Quote     string `json:"quote"`
	Statement string `json:"statement"`
	Person    string `json:"person"`
	NewPerson string `json:"new_person"`
	NewTitle  string `json:"new_title"`
	On        string `json:"on"`
}

// SignInput says that a client agreed to a plan as it stands. Proof is what shows
// it, where there is something: a file, a link, a quote or a note; what it hangs on
// is left out.
type SignInput struct {
	Account string         `json:"account"`
	Plan    string         `json:"plan"`
	Person  string         `json:"person"`
	On      string         `json:"on"`
	Method  string         `json:"method"`
	Proof   *EvidenceInput `json:"proof"`
}

// planKinds are the records that the plan's page edits, and how it calls them.
var planKinds = map[success.Kind]string{
	"success_plan": "plan", "outcome": "outcome", "measure": "measure", "reading": "reading",
	"behavior_change": "behavior change", "milestone": "milestone",
}

// Page returns an account's plan with all that hangs on it. Without a plan the
// page says who is there to ask. An empty plan, or one
// that is gone, means the one that counts today.
func (p *Plan) Page(account, plan string) (_ PlanPageView, err error) {
	defer p.app.catch("plan.page", &err)
	file, settings, today, err := p.app.account(account)
	if err != nil {
		return PlanPageView{}, err
	}
	b := newPlanBuilder(p.app, file, settings, today)
	return b.page(success.ID(plan))
}

// Write makes or changes one record of the plan. It returns CodeInvalid with the
// field that is wrong.
func (p *Plan) Write(in RecordInput) (_ WrittenView, err error) {
	defer p.app.catch("plan.write", &err)
	kind := success.Kind(in.Kind)
	noun, ok := planKinds[kind]
	if !ok {
		return WrittenView{}, success.Invalid("kind", "A plan has no %s.", in.Kind)
	}
	file, settings, today, err := p.app.account(in.Account)
	if err != nil {
		return WrittenView{}, err
	}
	fields, err := typedFields(kind, in.Fields, success.CurrencyOf(&file.Account, settings))
	if err != nil {
		return WrittenView{}, err
	}
	if in.ID == "" {
		return p.add(file, in, fields, today)
	}
	if err := checkChange(file, in, today); err != nil {
		return WrittenView{}, err
	}
	if _, ok := fields["stage"]; ok && fields["stage_on"] == nil {
		fields["stage_on"] = jsonText(today.String())
	}
	label := fmt.Sprintf("Change %s%s", noun, named(titleOf(file, kind, success.ID(in.ID))))
	return p.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put(kind, success.ID(in.ID), fields)
		return written.ID, err
	})
}

func (p *Plan) add(f *success.File, in RecordInput, fields success.Fields, today success.Date) (WrittenView, error) {
	kind := success.Kind(in.Kind)
	spec, err := success.SpecOf(kind)
	if err != nil {
		return WrittenView{}, err
	}
	if kind == "success_plan" {
		in.Owner = string(f.Account.ID)
		if t, ok := success.RenewalTerm(f, today); ok && fields["term_id"] == nil {
			fields["term_id"] = jsonText(string(t.ID))
		}
	}
	fields[spec.Owner().Name] = jsonText(in.Owner)
	if kind == "outcome" {
		if at := endOf(planOutcomes(f, success.ID(in.Owner))); !at.IsZero() {
			fields["position"] = []byte(at.String())
		}
	}
	label := fmt.Sprintf("Add %s%s", planKinds[kind], named(strings.TrimSpace(in.Fields[spec.TitleField()])))
	return p.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put(kind, "", fields)
		return written.ID, err
	})
}

// Paste makes an outcome of what a client said, with the person and the plan
// where they are new: one action.
func (p *Plan) Paste(in QuoteInput) (_ WrittenView, err error) {
	defer p.app.catch("plan.paste", &err)
	file, _, today, err := p.app.account(in.Account)
	if err != nil {
		return WrittenView{}, err
	}
	outcome, err := outcomeOf(in, today)
	if err != nil {
		return WrittenView{}, err
	}
	if in.Plan != "" {
		outcome.Position = success.Position{Decimal: endOf(planOutcomes(file, outcome.PlanID))}
	}
	return p.app.write(fmt.Sprintf("Add outcome “%s”", outcome.Statement), func(tx *workspace.Tx) (success.ID, error) {
		if outcome.QuotedStakeholderID == "" && strings.TrimSpace(in.NewPerson) != "" {
			id, err := tx.Create(&success.Stakeholder{AccountID: file.Account.ID, Name: strings.TrimSpace(in.NewPerson), Title: strings.TrimSpace(in.NewTitle)})
			if err != nil {
				return "", err
			}
			outcome.QuotedStakeholderID = id
		}
		if outcome.PlanID == "" {
			plan := &success.SuccessPlan{AccountID: file.Account.ID, Title: strings.TrimSpace(in.PlanTitle), Status: "draft"}
			if t, ok := success.RenewalTerm(file, today); ok {
				plan.TermID = t.ID
			}
			id, err := tx.Create(plan)
			if err != nil {
				return "", err
			}
			outcome.PlanID = id
		}
		return tx.Create(outcome)
	})
}

func outcomeOf(in QuoteInput, today success.Date) (*success.Outcome, error) {
	outcome := &success.Outcome{
		PlanID: success.ID(in.Plan), Statement: strings.TrimSpace(in.Statement), Quote: strings.TrimSpace(in.Quote),
		QuotedStakeholderID: success.ID(in.Person), Status: "open",
	}
	if outcome.Statement == "" {
		return nil, success.Invalid("statement", "Say in a few words what they want to be true.")
	}
	if in.On != "" {
		on, err := success.ParseDate(in.On)
		if err != nil {
			return nil, success.Invalid("said_on", "This is not a day.")
		}
		if on > today {
			return nil, success.Invalid("said_on", "They cannot have said it in the future.")
		}
		outcome.SaidOn = on
	}
	return outcome, nil
}

// Move puts an outcome before another one of its plan; before "" means last.
func (p *Plan) Move(account, outcome, before string) (_ WrittenView, err error) {
	defer p.app.catch("plan.move", &err)
	file, _, _, err := p.app.account(account)
	if err != nil {
		return WrittenView{}, err
	}
	at := slices.IndexFunc(file.Outcomes, func(o success.Outcome) bool { return o.ID == success.ID(outcome) })
	if at < 0 {
		return WrittenView{}, success.NotFound("This outcome is not there any more.")
	}
	moved := &file.Outcomes[at]
	places := placesAfter(planOutcomes(file, moved.PlanID), moved.ID, success.ID(before))
	return p.app.write(fmt.Sprintf("Move outcome “%s”", moved.Statement), func(tx *workspace.Tx) (success.ID, error) {
		for _, id := range slices.Sorted(maps.Keys(places)) {
			if _, err := tx.Put("outcome", id, success.Fields{"position": []byte(places[id].String())}); err != nil {
				return "", err
			}
		}
		return moved.ID, nil
	})
}

// Delete puts a record of the plan in the bin, with what hangs on it.
func (p *Plan) Delete(account, kind, id string) (_ WrittenView, err error) {
	defer p.app.catch("plan.delete", &err)
	noun, ok := planKinds[success.Kind(kind)]
	if !ok {
		return WrittenView{}, success.Invalid("kind", "A plan has no %s.", kind)
	}
	file, _, _, err := p.app.account(account)
	if err != nil {
		return WrittenView{}, err
	}
	label := fmt.Sprintf("Delete %s%s", noun, named(titleOf(file, success.Kind(kind), success.ID(id))))
	return p.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		return success.ID(id), tx.Delete(success.Kind(kind), success.ID(id))
	})
}
