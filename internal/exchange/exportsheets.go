package exchange

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// sheetOf lays out one kind. Headings are the names of fields, which an import
// matches exactly; the id column lets it find the same records again.
func sheetOf(src Source, as As) (*sheet, error) {
	accounts := map[success.ID]*success.Account{}
	var order []success.ID
	err := live(src, "account", func(id success.ID, a *success.Account) error {
		accounts[id] = a
		order = append(order, id)
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(order)
	if chosen, ok := src.(*chosenSource); ok {
		order = slices.DeleteFunc(slices.Clone(chosen.accounts), func(id success.ID) bool { return accounts[id] == nil })
	}
	switch as {
	case AsAccounts:
		return accountSheet(src, accounts, order)
	case AsTerms:
		return termSheet(src, accounts), nil
	case AsStakeholders:
		return stakeholderSheet(src, accounts), nil
	case AsReadings:
		return readingSheet(src, accounts)
	case AsBenefits:
		return benefitSheet(src, accounts)
	case AsTouchpoints:
		return touchpointSheet(src, accounts)
	case AsValues:
		return valueSheet(src, accounts)
	}
	return nil, success.Invalid("as", "Nothing can be exported as %q. Use accounts, terms, stakeholders, readings, benefits, touchpoints or values.", as)
}

// accountSheet has a column for each program's ids and for each attribute, and
// the latest term of each account.
func accountSheet(src Source, accounts map[success.ID]*success.Account, order []success.ID) (*sheet, error) {
	last := map[success.ID]*success.Term{}
	err := live(src, "term", func(_ success.ID, t *success.Term) error {
		have := last[t.AccountID]
		if have == nil || t.End > have.End || t.End == have.End && t.ID < have.ID {
			last[t.AccountID] = t
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	sources, attributes := map[string]bool{}, map[string]bool{}
	for _, a := range accounts {
		for source := range a.ExternalIDs {
			sources[source] = true
		}
		for name := range a.Attributes {
			attributes[name] = true
		}
	}
	sourceNames, attributeNames := slices.Sorted(maps.Keys(sources)), slices.Sorted(maps.Keys(attributes))
	s := &sheet{columns: []string{"id", "name"}}
	for _, name := range sourceNames {
		s.columns = append(s.columns, "external_ids."+name)
	}
	s.columns = append(s.columns, "website", "segment", "tags", "timezone", "csm", "account_owner", "start_date", "first_value_on",
		"acquisition_cost", "gross_margin", "switching_cost", "cancelled_on", "cancel_reason", "notes", "contract", "term_start", "renewal_date", "arr", "currency")
	s.columns = append(s.columns, attributeNames...)
	s.each = func(emit func([]any) error) error {
		for _, id := range order {
			if err := emit(accountRow(accounts[id], last[id], sourceNames, attributeNames)); err != nil {
				return err
			}
		}
		return nil
	}
	return s, nil
}

func accountRow(a *success.Account, t *success.Term, sources, attributes []string) []any {
	if t == nil {
		t = &success.Term{}
	}
	currency := firstOf(t.ARR.Currency, a.Currency)
	row := []any{string(a.ID), a.Name}
	for _, source := range sources {
		row = append(row, a.ExternalIDs[source])
	}
	var margin any
	if a.GrossMargin != nil {
		margin = number(strconv.FormatFloat(*a.GrossMargin, 'f', -1, 64))
	}
	row = append(row, a.Website, a.Segment, strings.Join(a.Tags, "; "), a.Timezone, a.CSM, a.AccountOwner, a.StartDate, a.FirstValueOn,
		moneyCell(a.AcquisitionCost, currency), margin, moneyCell(a.SwitchingCost, currency), a.CancelledOn, a.CancelReason, a.Notes,
		t.Contract, t.Start, t.End, moneyCell(t.ARR, currency), currency)
	for _, name := range attributes {
		row = append(row, attributeCell(a.Attributes[name]))
	}
	return row
}

// moneyCell is a number beside its row's currency, or a text that names its own.
func moneyCell(m success.Money, currency string) any {
	switch {
	case m.IsZero():
		return nil
	case m.Currency == currency:
		return number(m.Text())
	}
	return m.Text() + " " + m.Currency
}

func attributeCell(raw json.RawMessage) any {
	var text string
	var yes bool
	switch {
	case len(raw) == 0 || string(raw) == "null":
		return nil
	case json.Unmarshal(raw, &text) == nil:
		return text
	case json.Unmarshal(raw, &yes) == nil:
		return yes
	case raw[0] == '{' || raw[0] == '[':
		return string(raw)
	}
	return number(raw)
}

func termSheet(src Source, accounts map[success.ID]*success.Account) *sheet {
	s := &sheet{columns: []string{"account_id", "account", "contract", "start", "end", "arr", "currency", "client_cost", "notice_days", "auto_renew", "result", "result_on", "result_arr", "result_reason"}}
	s.each = func(emit func([]any) error) error {
		return live(src, "term", func(_ success.ID, t *success.Term) error {
			a := accounts[t.AccountID]
			if a == nil {
				return nil
			}
			currency := firstOf(t.ARR.Currency, t.ClientCost.Currency, t.ResultARR.Currency)
			return emit([]any{string(a.ID), a.Name, t.Contract, t.Start, t.End, moneyCell(t.ARR, currency), currency, moneyCell(t.ClientCost, currency),
				countCell(t.NoticeDays), t.AutoRenew, t.Result, t.ResultOn, moneyCell(t.ResultARR, currency), t.ResultReason})
		})
	}
	return s
}

func countCell(c *success.Count) any {
	if c == nil {
		return nil
	}
	return number(strconv.FormatInt(int64(*c), 10))
}

func stakeholderSheet(src Source, accounts map[success.ID]*success.Account) *sheet {
	s := &sheet{columns: []string{"account_id", "account", "name", "title", "team", "email", "phone", "role", "stance", "influence", "cares_about", "left_on", "quote_permission"}}
	s.each = func(emit func([]any) error) error {
		return live(src, "stakeholder", func(_ success.ID, p *success.Stakeholder) error {
			a := accounts[p.AccountID]
			if a == nil {
				return nil
			}
			return emit([]any{string(a.ID), a.Name, p.Name, p.Title, p.Team, p.Email, p.Phone, p.Role, countCell(p.Stance), countCell(p.Influence), p.CaresAbout, p.LeftOn, p.QuotePermission})
		})
	}
	return s
}

func readingSheet(src Source, accounts map[success.ID]*success.Account) (*sheet, error) {
	plans, outcomes, measures := map[success.ID]*success.Account{}, map[success.ID]*success.Account{}, map[success.ID]*success.Measure{}
	if err := live(src, "success_plan", func(id success.ID, p *success.SuccessPlan) error {
		plans[id] = accounts[p.AccountID]
		return nil
	}); err != nil {
		return nil, err
	}
	if err := live(src, "outcome", func(id success.ID, o *success.Outcome) error {
		outcomes[id] = plans[o.PlanID]
		return nil
	}); err != nil {
		return nil, err
	}
	if err := live(src, "measure", func(id success.ID, m *success.Measure) error {
		measures[id] = m
		return nil
	}); err != nil {
		return nil, err
	}
	s := &sheet{columns: []string{"account_id", "account", "measure_id", "measure", "unit", "on", "value", "source", "confidence", "confirmed_by"}}
	s.each = func(emit func([]any) error) error {
		return live(src, "reading", func(_ success.ID, r *success.Reading) error {
			m := measures[r.MeasureID]
			if m == nil || outcomes[m.OutcomeID] == nil {
				return nil
			}
			a := outcomes[m.OutcomeID]
			var on any = r.On
			if r.RecordedAt != 0 && r.RecordedAt.Date() == r.On {
				on = r.RecordedAt.Time().Format("2006-01-02 15:04:05")
			}
			return emit([]any{string(a.ID), a.Name, string(m.ID), m.Name, m.Unit, on, number(strconv.FormatFloat(r.Value, 'f', -1, 64)), r.Source, r.Confidence, r.ConfirmedBy})
		})
	}
	return s, nil
}

// benefitSheet has one row for each step, and one for a benefit without steps.
func benefitSheet(src Source, accounts map[success.ID]*success.Account) (*sheet, error) {
	benefits, steps := map[success.ID]*success.Benefit{}, map[success.ID][]*success.BenefitStep{}
	var order []success.ID
	if err := live(src, "benefit", func(id success.ID, b *success.Benefit) error {
		if accounts[b.AccountID] != nil {
			benefits[id] = b
			order = append(order, id)
		}
		return nil
	}); err != nil {
		return nil, err
	}
	if err := live(src, "benefit_step", func(_ success.ID, st *success.BenefitStep) error {
		steps[st.BenefitID] = append(steps[st.BenefitID], st)
		return nil
	}); err != nil {
		return nil, err
	}
	slices.Sort(order)
	s := &sheet{columns: []string{"account_id", "account", "title", "dimension", "group", "internal", "on", "kind", "amount", "amount_low", "amount_high", "currency", "people", "confirmation", "confirmed_by", "confirmed_on"}}
	s.each = func(emit func([]any) error) error {
		for _, id := range order {
			b := benefits[id]
			a := accounts[b.AccountID]
			list := steps[id]
			slices.SortStableFunc(list, func(x, y *success.BenefitStep) int { return x.On.Sub(y.On) })
			if len(list) == 0 {
				list = []*success.BenefitStep{{}}
			}
			for _, st := range list {
				currency := firstOf(st.Amount.Currency, st.AmountLow.Currency, st.AmountHigh.Currency)
				err := emit([]any{string(a.ID), a.Name, b.Title, b.Dimension, b.Group, b.Internal, st.On, st.StepKind, moneyCell(st.Amount, currency), moneyCell(st.AmountLow, currency),
					moneyCell(st.AmountHigh, currency), currency, countCell(st.People), st.Confirmation, st.ConfirmedBy, st.ConfirmedOn})
				if err != nil {
					return err
				}
			}
		}
		return nil
	}
	return s, nil
}

func touchpointSheet(src Source, accounts map[success.ID]*success.Account) (*sheet, error) {
	people := map[success.ID]string{}
	if err := live(src, "stakeholder", func(id success.ID, p *success.Stakeholder) error {
		people[id] = p.Name
		return nil
	}); err != nil {
		return nil, err
	}
	s := &sheet{columns: []string{"account_id", "account", "on", "kind", "direction", "summary", "stakeholders", "ticket", "needs_reply_by", "replied_on", "leaving", "internal"}}
	s.each = func(emit func([]any) error) error {
		return live(src, "touchpoint", func(_ success.ID, t *success.Touchpoint) error {
			a := accounts[t.AccountID]
			if a == nil {
				return nil
			}
			var names []string
			for _, id := range t.StakeholderIDs {
				if people[id] != "" {
					names = append(names, people[id])
				}
			}
			return emit([]any{string(a.ID), a.Name, t.On, t.TouchKind, t.Direction, t.Summary, strings.Join(names, "; "), t.Ticket, t.NeedsReplyBy, t.RepliedOn, t.Leaving, t.Internal})
		})
	}
	return s, nil
}
