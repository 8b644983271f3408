package desktop

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Value is the picture of how value grows, and the writes made in it.
type Value struct{ app *App }

// NewValue returns the bound value picture.
func NewValue(app *App) *Value { return &Value{app: app} }

// BenefitInput is a benefit as it is typed, with its first step. Amount is a
// decimal in major units of the account's currency, or empty. Proof is a link or
// the client's words; it is kept as evidence of the benefit.
type BenefitInput struct {
	Account      string `json:"account"`
	Title        string `json:"title"`
	Dimension    string `json:"dimension"`
	Group        string `json:"group"`
	On           string `json:"on"`
	Kind         string `json:"kind"`
	Amount       string `json:"amount"`
	People       *int64 `json:"people"`
	Confirmation string `json:"confirmation"`
	ConfirmedBy  string `json:"confirmed_by"`
	Proof        string `json:"proof"`
}

// StepInput is a further step of a benefit as it is typed.
type StepInput struct {
	Benefit      string `json:"benefit"`
	On           string `json:"on"`
	Kind         string `json:"kind"`
	Amount       string `json:"amount"`
	People       *int64 `json:"people"`
	Confirmation string `json:"confirmation"`
	ConfirmedBy  string `json:"confirmed_by"`
}

// WrittenView is what a write made, and the action that one Undo takes back.
type WrittenView struct {
	Action ActionView `json:"action"`
	ID     string     `json:"id"`
}

// Timeline returns everything the picture of an account's value needs. It
// returns CodeNotFound for an account that is not there or is in the bin.
func (v *Value) Timeline(account string) (_ TimelineView, err error) {
	defer v.app.catch("value.timeline", &err)
	file, settings, today, err := v.app.account(account)
	if err != nil {
		return TimelineView{}, err
	}
	return newPicture(file, settings, today).view(), nil
}

// AddBenefit adds a benefit with its first step and, where there is one, its
// proof. It returns CodeInvalid with the field that is wrong.
func (v *Value) AddBenefit(in BenefitInput) (_ WrittenView, err error) {
	defer v.app.catch("value.add_benefit", &err)
	file, settings, today, err := v.app.account(in.Account)
	if err != nil {
		return WrittenView{}, err
	}
	title := strings.TrimSpace(in.Title)
	if title == "" {
		return WrittenView{}, success.Invalid("title", "Say what the client gained.")
	}
	step, err := stepOf(StepInput{
		On: in.On, Kind: in.Kind, Amount: in.Amount, People: in.People,
		Confirmation: in.Confirmation, ConfirmedBy: in.ConfirmedBy,
	}, success.CurrencyOf(&file.Account, settings))
	if err != nil {
		return WrittenView{}, err
	}
	benefit := &success.Benefit{
		AccountID: file.Account.ID, Title: title,
		Dimension: strings.TrimSpace(in.Dimension), Group: strings.TrimSpace(in.Group),
	}
	return v.app.write(fmt.Sprintf("Add benefit “%s”", title), func(tx *workspace.Tx) (success.ID, error) {
		id, err := tx.Create(benefit)
		if err != nil {
			return "", err
		}
		step.BenefitID = id
		if _, err := tx.Create(step); err != nil {
			return "", err
		}
		if proof := proofOf(in.Proof, id, today); proof != nil {
			if _, err := tx.Create(proof); err != nil {
				return "", err
			}
		}
		return id, nil
	})
}

// AddStep adds a step to a benefit. It returns CodeInvalid with the field that
// is wrong.
func (v *Value) AddStep(in StepInput) (_ WrittenView, err error) {
	defer v.app.catch("value.add_step", &err)
	ws, err := v.app.workspace()
	if err != nil {
		return WrittenView{}, err
	}
	var benefit success.Benefit
	body, err := ws.Get(v.app.ctx(), "benefit", success.ID(in.Benefit))
	if err == nil {
		err = json.Unmarshal(body, &benefit)
	}
	if err != nil {
		return WrittenView{}, err
	}
	file, settings, _, err := v.app.account(string(benefit.AccountID))
	if err != nil {
		return WrittenView{}, err
	}
	step, err := stepOf(in, success.CurrencyOf(&file.Account, settings))
	if err != nil {
		return WrittenView{}, err
	}
	step.BenefitID = benefit.ID
	return v.app.write(fmt.Sprintf("Add a step to “%s”", benefit.Title), func(tx *workspace.Tx) (success.ID, error) {
		return tx.Create(step)
	})
}

// ConfirmStep notes who at the client said yes to a step, and on which day.
func (v *Value) ConfirmStep(step, by, on string) (_ WrittenView, err error) {
	defer v.app.catch("value.confirm_step", &err)
	ws, err := v.app.workspace()
	if err != nil {
		return WrittenView{}, err
	}
	day, err := success.ParseDate(on)
	if err != nil || day == 0 {
		return WrittenView{}, success.Invalid("confirmed_on", "Say on which day it was confirmed.")
	}
	if day > ws.Today() {
		return WrittenView{}, success.Invalid("confirmed_on", "A confirmation cannot lie in the future.")
	}
	fields := success.Fields{"confirmation": jsonText("confirmed"), "confirmed_by": jsonText(strings.TrimSpace(by)), "confirmed_on": jsonText(on)}
	return v.app.write("Confirm a step", func(tx *workspace.Tx) (success.ID, error) {
		if _, err := tx.Get("benefit_step", success.ID(step)); err != nil {
			return "", err
		}
		written, err := tx.Put("benefit_step", success.ID(step), fields)
		return written.ID, err
	})
}

// write runs one action and answers with what one Undo takes back.
func (a *App) write(label string, fn func(tx *workspace.Tx) (success.ID, error)) (WrittenView, error) {
	ws, err := a.workspace()
	if err != nil {
		return WrittenView{}, err
	}
	var id success.ID
	action, err := ws.Do(a.ctx(), label, func(tx *workspace.Tx) error {
		made, err := fn(tx)
		id = made
		return err
	})
	if err != nil {
		return WrittenView{}, err
	}
	return WrittenView{Action: actionView(action), ID: string(id)}, nil
}

func jsonText(text string) json.RawMessage {
	out, err := json.Marshal(text)
	if err != nil || text == "" {
		return json.RawMessage("null")
	}
	return out
}

func stepOf(in StepInput, currency string) (*success.BenefitStep, error) {
	on, err := success.ParseDate(in.On)
	if err != nil || on == 0 {
		return nil, success.Invalid("on", "Say from which day it counts.")
	}
	step := &success.BenefitStep{On: on, StepKind: in.Kind, Confirmation: in.Confirmation, ConfirmedBy: strings.TrimSpace(in.ConfirmedBy)}
	if in.Amount != "" {
		if step.Amount, err = success.ParseMoney(in.Amount, currency); err != nil {
			return nil, success.Invalid("amount", "This is not an amount in %s.", currency)
		}
	}
	if in.People != nil {
		people := success.Count(*in.People)
		step.People = &people
	}
	if in.Confirmation == "confirmed" {
		step.ConfirmedOn = on
	}
	return step, nil
}

// proofOf makes evidence of a link or of the client's words; nil of nothing.
func proofOf(text string, benefit success.ID, on success.Date) *success.Evidence {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	e := &success.Evidence{Subject: success.Link{Kind: "benefit", ID: benefit}, On: on}
	if strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://") {
		e.EvidenceKind, e.URL, e.Title = "link", text, text
	} else {
		e.EvidenceKind, e.Body = "quote", text
	}
	return e
}
