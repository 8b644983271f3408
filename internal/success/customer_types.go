package success

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// The ways in which a rule of a customer type holds an indicator's value.
const (
	RuleIs      = "is"
	RuleIsNot   = "is not"
	RuleAbove   = "above"
	RuleAtLeast = "at least"
	RuleBelow   = "below"
	RuleAtMost  = "at most"
)

// RuleOps lists the ways in which a rule may hold a value, for forms.
func RuleOps() []string {
	return []string{RuleIs, RuleIsNot, RuleAtLeast, RuleAtMost, RuleAbove, RuleBelow}
}

// TypeOf is an account's customer type on a day: the one it was given, else the
// first in order whose rules all hold. A type without rules is only ever given.
func TypeOf(f *File, s *Settings, on Date) (ID, bool) {
	return customerTypeOf(f.settled(), liveTypes(s), on)
}

// TypeByRules is the first customer type in order whose rules all hold on a day,
// whatever type the account was given.
func TypeByRules(f *File, s *Settings, on Date) (ID, bool) {
	f = f.settled()
	for _, t := range liveTypes(s) {
		if t.holds(f, on) {
			return t.ID, true
		}
	}
	return "", false
}

// RulesHold reports whether every rule holds for an account on a day; of no rules
// none does.
func RulesHold(f *File, rules []TypeRule, on Date) bool {
	return (&CustomerType{Rules: rules}).holds(f.settled(), on)
}

// LiveTypes returns the customer types that are not in the bin, in order.
func LiveTypes(s *Settings) []*CustomerType { return liveTypes(s) }

// liveTypes returns the customer types that are not in the bin, by position, then
// first made first; those without a position come last.
func liveTypes(s *Settings) []*CustomerType {
	out := byID(s.CustomerTypes, func(t *CustomerType) bool { return t.DeletedAt == 0 })
	slices.SortStableFunc(out, func(a, b *CustomerType) int {
		return cmp.Or(comparePositions(a.Position, b.Position), compareMade(&a.Meta, &b.Meta))
	})
	return out
}

// comparePositions puts what has no position last.
func comparePositions(a, b Position) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return a.Cmp(b.Decimal)
}

func customerTypeOf(f *File, types []*CustomerType, on Date) (ID, bool) {
	for _, t := range types {
		if t.ID == f.Account.CustomerTypeID {
			return t.ID, true
		}
	}
	for _, t := range types {
		if t.holds(f, on) {
			return t.ID, true
		}
	}
	return "", false
}

// holds reports whether every rule holds for an account; of no rules none does.
func (t *CustomerType) holds(f *File, on Date) bool {
	for _, r := range t.Rules {
		value, known := latestValue(f, r.IndicatorID, on)
		if !known || !r.holds(value) {
			return false
		}
	}
	return len(t.Rules) > 0
}

// holds reports whether a value is as the rule wants it. What cannot be
// compared does not hold, also not as "is not": a sign is missing, not absent.
func (r *TypeRule) holds(value json.RawMessage) bool {
	if r.Op == RuleIs || r.Op == RuleIsNot {
		want, ok1 := categoryWord(r.Value)
		got, ok2 := categoryWord(value)
		return ok1 && ok2 && (strings.EqualFold(want, got) == (r.Op == RuleIs))
	}
	var want, got float64
	if !isJSONNumber(r.Value) || !isJSONNumber(value) || json.Unmarshal(r.Value, &want) != nil || json.Unmarshal(value, &got) != nil {
		return false
	}
	switch r.Op {
	case RuleAbove:
		return got > want
	case RuleAtLeast:
		return got >= want
	case RuleBelow:
		return got < want
	case RuleAtMost:
		return got <= want
	}
	return false
}

func isJSONNumber(raw json.RawMessage) bool {
	raw = bytes.TrimSpace(raw)
	return len(raw) > 0 && (raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9')
}

// TypeFigure is one customer type in a portfolio: its size, and how its terms
// ended. Type is empty for the accounts that are of none.
type TypeFigure struct {
	Type        ID          `json:"type"`
	Accounts    int         `json:"accounts"` // not cancelled
	Cancelled   int         `json:"cancelled"`
	Decided     int         `json:"decided"` // terms with a known result
	Renewed     int         `json:"renewed"` // of these, renewed, expanded or contracted
	RenewalRate *float64    `json:"renewal_rate"`
	Wilson      *[2]float64 `json:"wilson"`
}

// CustomerTypeFigures counts the accounts and renewals of each live customer
// type, in order of making, and of the accounts without a type last.
func CustomerTypeFigures(b *Book, on Date) []TypeFigure {
	types := liveTypes(&b.Settings)
	out := make([]TypeFigure, len(types)+1)
	at := map[ID]int{"": len(types)}
	for i, t := range types {
		out[i].Type = t.ID
		at[t.ID] = i
	}
	for _, f := range b.Files {
		if f.Account.DeletedAt != 0 || f.Account.StartDate > on {
			continue
		}
		f = f.settled()
		id, _ := customerTypeOf(f, types, on)
		x := &out[at[id]]
		if isCancelled(f, on) {
			x.Cancelled++
		} else {
			x.Accounts++
		}
		for i := range f.Terms {
			t := &f.Terms[i]
			if isOpen(t) || cmp.Or(t.ResultOn, t.End) > on {
				continue
			}
			x.Decided++
			if t.Result != resultCancelled {
				x.Renewed++
			}
		}
	}
	for i := range out {
		x := &out[i]
		x.RenewalRate = share(float64(x.Renewed), float64(x.Decided))
		if x.Decided > 0 {
			interval := wilson(x.Renewed, x.Decided)
			x.Wilson = &interval
		}
	}
	return out
}
