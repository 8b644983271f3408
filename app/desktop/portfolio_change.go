package desktop

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// jobChangeAccounts is the kind of job that a change of many accounts is.
const jobChangeAccounts = "change_accounts"

// PortfolioChangeInput changes many accounts at once. Field is csm, owner,
// segment, type (Value is a customer type's id), parent (Value is an account's
// id) or tags; an empty Value takes away what was there. Tags are added and
// removed, and others stay.
type PortfolioChangeInput struct {
	Accounts []string `json:"accounts"`
	Field    string   `json:"field"`
	Value    string   `json:"value"`
	Add      []string `json:"add"`
	Remove   []string `json:"remove"`
}

// PortfolioChangedView tells what a change of many did: one action, how many
// accounts it changed, how many were so already, and how many it left out because
// they would stand below themselves.
type PortfolioChangedView struct {
	Action  ActionView `json:"action"`
	Changed int        `json:"changed"`
	Same    int        `json:"same"`
	LeftOut int        `json:"left_out"`
}

// changeFields are the fields of an account that are changed for many.
var changeFields = map[string]string{
	"csm": "csm", "owner": "account_owner", "segment": "segment", "type": "customer_type_id", "parent": "parent_account_id", "tags": "tags",
}

// Change changes many accounts in one action, which one Undo takes back. It is a
// job: stopped, it changes nothing.
func (p *Portfolio) Change(in PortfolioChangeInput) (_ PortfolioChangedView, err error) {
	defer p.app.catch("portfolio.change", &err)
	field, known := changeFields[in.Field]
	switch {
	case !known:
		return PortfolioChangedView{}, success.Invalid("field", "%q cannot be changed for many accounts.", in.Field)
	case field == "tags" && len(in.Add) == 0 && len(in.Remove) == 0:
		return PortfolioChangedView{}, success.Invalid("value", "Name a tag to add or to remove.")
	}
	todo, leftOut, err := p.changing(in)
	if err != nil {
		return PortfolioChangedView{}, err
	}
	in.Value = strings.TrimSpace(in.Value)
	view, err := p.each(portfolioChangeLabel(in, len(todo)), len(todo), func(tx *workspace.Tx, at int) (bool, error) {
		value, err := changedValue(tx, todo[at], &in)
		if err != nil {
			return false, err
		}
		written, err := tx.Put("account", todo[at], success.Fields{field: value})
		return written.Changed, err
	})
	view.LeftOut = leftOut
	return view, err
}

// changing returns the accounts to change; those that would stand below
// themselves are counted and left out.
func (p *Portfolio) changing(in PortfolioChangeInput) (todo []success.ID, leftOut int, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.read(); err != nil {
		return nil, 0, err
	}
	parent := success.ID(in.Value)
	if _, there := p.book.places[parent]; in.Field == "parent" && in.Value != "" && !there {
		return nil, 0, success.NotFound("This account is not there any more.")
	}
	for _, id := range in.Accounts {
		id := success.ID(id)
		switch _, there := p.book.places[id]; {
		case !there: // deleted meanwhile
		case in.Field == "parent" && in.Value != "" && p.book.families.WouldCircle(id, parent):
			leftOut++
		default:
			todo = append(todo, id)
		}
	}
	if len(todo) == 0 && leftOut > 0 {
		return nil, 0, success.Invalid("value", "An account cannot stand below itself.")
	}
	return todo, leftOut, nil
}

// changedValue is the field's value for one account.
func changedValue(tx *workspace.Tx, id success.ID, in *PortfolioChangeInput) (json.RawMessage, error) {
	if in.Field != "tags" {
		return jsonText(in.Value), nil
	}
	body, err := tx.Get("account", id)
	if err != nil {
		return nil, err
	}
	var account struct {
		Tags []string `json:"tags"`
	}
	if err := json.Unmarshal(body, &account); err != nil {
		return nil, fmt.Errorf("read the tags of account %s: %w", id, err)
	}
	tags := slices.DeleteFunc(account.Tags, func(tag string) bool { return slices.Contains(in.Remove, tag) })
	for _, tag := range in.Add {
		if tag = strings.TrimSpace(tag); tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	out, err := json.Marshal(tags)
	if err != nil {
		return nil, fmt.Errorf("write tags: %w", err)
	}
	return out, nil
}

func portfolioChangeLabel(in PortfolioChangeInput, count int) string {
	if count == 1 {
		return "Change one account"
	}
	switch in.Field {
	case "csm":
		return fmt.Sprintf("Set the CSM of %d accounts", count)
	case "owner":
		return fmt.Sprintf("Set the account owner of %d accounts", count)
	case "segment":
		return fmt.Sprintf("Set the segment of %d accounts", count)
	case "type":
		return fmt.Sprintf("Set the customer type of %d accounts", count)
	case "parent":
		return fmt.Sprintf("Set the parent of %d accounts", count)
	}
	return fmt.Sprintf("Change the tags of %d accounts", count)
}

// Delete puts many accounts into the bin in one action, which one Undo takes back.
func (p *Portfolio) Delete(accounts []string) (_ PortfolioChangedView, err error) {
	defer p.app.catch("portfolio.delete", &err)
	todo, _, err := p.changing(PortfolioChangeInput{Accounts: accounts})
	if err != nil {
		return PortfolioChangedView{}, err
	}
	label := fmt.Sprintf("Delete %d accounts", len(todo))
	if len(todo) == 1 {
		label = "Delete one account"
	}
	return p.each(label, len(todo), func(tx *workspace.Tx, at int) (bool, error) {
		return true, tx.Delete("account", todo[at])
	})
}

// each does one thing for each of many accounts, in one action; one says whether
// it changed the account at a place.
func (p *Portfolio) each(label string, count int, one func(tx *workspace.Tx, at int) (bool, error)) (PortfolioChangedView, error) {
	ws, err := p.app.workspace()
	if err != nil {
		return PortfolioChangedView{}, err
	}
	if count == 0 {
		return PortfolioChangedView{}, success.Invalid("accounts", "Choose accounts first.")
	}
	var view PortfolioChangedView
	err = p.app.run(jobChangeAccounts, label, func(ctx context.Context, progress progressFunc) error {
		action, err := ws.Do(ctx, label, func(tx *workspace.Tx) error {
			for at := range count {
				if err := ctx.Err(); err != nil {
					return err
				}
				changed, err := one(tx, at)
				if err != nil {
					return err
				}
				if changed {
					view.Changed++
				} else {
					view.Same++
				}
				progress(at+1, count)
			}
			return nil
		})
		view.Action = actionView(action)
		return err
	})
	if err != nil {
		return PortfolioChangedView{}, fmt.Errorf("change accounts: %w", err)
	}
	return view, nil
}
