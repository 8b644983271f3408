package desktop

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// RenewalResultInput is how a term ended: renewed, expanded, contracted or cancelled
// (open takes a result back). ARR is the new one as typed; empty is the old one. Next
// also makes the term that follows.
type RenewalResultInput struct {
	Renewal RenewalInput `json:"renewal"`
	Result  string       `json:"result"`
	On      string       `json:"on"`
	ARR     string       `json:"arr"`
	Reason  string       `json:"reason"`
	Lessons string       `json:"lessons"`
	Next    bool         `json:"next"`
	Start   string       `json:"start"` // of the term that follows
	End     string       `json:"end"`
}

// Result notes how a term ended and why, and what was learned, as one action.
func (r *Renewals) Result(in RenewalResultInput) (_ WrittenView, err error) {
	defer r.app.catch("renewals.result", &err)
	b, t, err := r.open(in.Renewal.Account, in.Renewal.Term)
	if err != nil {
		return WrittenView{}, err
	}
	fields, arr, err := b.resultFields(t, in)
	if err != nil {
		return WrittenView{}, err
	}
	var next *success.Term
	if in.Next && in.Result != "cancelled" && in.Result != "open" {
		if next, err = b.following(t, in, arr); err != nil {
			return WrittenView{}, err
		}
	}
	label := fmt.Sprintf("Note the result of %s: %s", b.file.Account.Name, in.Result)
	if in.Result == "open" {
		label = "Take back the result of " + b.file.Account.Name
	}
	return r.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("term", t.ID, fields)
		if err != nil {
			return "", err
		}
		if lessons := strings.TrimSpace(in.Lessons); lessons != b.workOf(t.ID).Lessons {
			if _, err := putRenewal(tx, b, t, success.Fields{"lessons": textOrNone(lessons)}); err != nil {
				return "", err
			}
		}
		if next != nil {
			_, err = tx.Create(next)
		}
		return written.ID, err
	})
}

// resultFields are what a result writes into its term, and the ARR that follows.
func (b *planBuilder) resultFields(t *success.Term, in RenewalResultInput) (success.Fields, success.Money, error) {
	none := json.RawMessage("null")
	fields := success.Fields{"result": jsonText(in.Result), "result_on": none, "result_arr": none, "result_reason": textOrNone(in.Reason)}
	if !slices.Contains([]string{"open", "renewed", "expanded", "contracted", "cancelled"}, in.Result) {
		return nil, t.ARR, success.Invalid("result", "Say how it ended: renewed, expanded, contracted or cancelled.")
	}
	if in.Result == "open" {
		return fields, t.ARR, nil
	}
	on, err := pastDay("on", in.On, b.today, "A result cannot lie in the future.")
	if err != nil {
		return nil, t.ARR, err
	}
	if on < t.Start {
		return nil, t.ARR, success.Invalid("on", "The result cannot have come before the term began.")
	}
	fields["result_on"] = jsonText(on.String())
	arr := t.ARR
	if in.Result == "cancelled" {
		return fields, arr, nil
	}
	if text := strings.TrimSpace(in.ARR); text != "" {
		currency := b.renewalCurrency(t, &success.Renewal{})
		if arr, err = success.ParseMoney(text, currency); err != nil || arr.Minor < 0 {
			return nil, arr, success.Invalid("arr", "This is not an amount in %s.", currency)
		}
	}
	switch {
	case in.Result == "expanded" && arr.Minor <= t.ARR.Minor:
		return nil, arr, success.Invalid("arr", "An expanded term brings more than before. Say how much, or call it renewed.")
	case in.Result == "contracted" && arr.Minor >= t.ARR.Minor:
		return nil, arr, success.Invalid("arr", "A contracted term brings less than before. Say how much, or call it renewed.")
	}
	if fields["result_arr"], err = json.Marshal(arr); err != nil {
		return nil, arr, fmt.Errorf("write the result: %w", err)
	}
	return fields, arr, nil
}

// following is the term that comes after one.
func (b *planBuilder) following(t *success.Term, in RenewalResultInput, arr success.Money) (*success.Term, error) {
	start, end := nextTerm(t)
	var err error
	for _, day := range []struct {
		field, text string
		into        *success.Date
	}{{"start", in.Start, &start}, {"end", in.End, &end}} {
		if text := strings.TrimSpace(day.text); text != "" {
			if *day.into, err = success.ParseDate(text); err != nil {
				return nil, success.Invalid(day.field, "“%.30s” is not a day.", text)
			}
		}
	}
	for i := range b.file.Terms {
		if b.file.Terms[i].PreviousTermID == t.ID {
			return nil, success.Invalid("next", "The term that follows is there already.")
		}
	}
	return &success.Term{
		AccountID: b.file.Account.ID, Contract: t.Contract, Start: start, End: end, ARR: arr, ClientCost: t.ClientCost,
		PreviousTermID: t.ID, NoticeDays: t.NoticeDays, AutoRenew: t.AutoRenew,
	}, nil
}
