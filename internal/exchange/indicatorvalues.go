package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// signBook is what the rows of indicator values are matched against.
type signBook struct {
	byID   map[success.ID]*sign
	named  map[string][]*sign // by folded name
	read   map[success.ID]bool
	byDay  map[signDay]*signValue
	newest map[signOf]*signValue
	silent int // rows without a value
}

// sign is an indicator.
type sign struct {
	id         success.ID
	name, kind string
}

type signOf struct {
	indicator success.ID
	account   string
}

type signDay struct {
	signOf
	on success.Date
}

// signValue is what an account shows, as it will be after the rows planned so far.
type signValue struct {
	id    success.ID
	on    success.Date
	value json.RawMessage
	made  *write
	row   int // of the file that spoke of it, 0 for none
}

func (p *planner) loadSigns() error {
	s := &signBook{
		byID: map[success.ID]*sign{}, named: map[string][]*sign{}, read: map[success.ID]bool{},
		byDay: map[signDay]*signValue{}, newest: map[signOf]*signValue{},
	}
	p.other.signs = s
	err := p.target.List("indicator", func(id success.ID, body json.RawMessage) error {
		var i success.Indicator
		if err := json.Unmarshal(body, &i); err != nil {
			return fmt.Errorf("reading indicator %s: %w", id, err)
		}
		one := &sign{id: id, name: i.Name, kind: i.IndicatorKind}
		s.byID[id] = one
		s.named[nameKey(i.Name)] = append(s.named[nameKey(i.Name)], one)
		return nil
	})
	if err != nil {
		return fmt.Errorf("reading what there is: %w", err)
	}
	return nil
}

// loadSignsOf reads the values of an account when the first row about it comes.
func (p *planner) loadSignsOf(account success.ID) error {
	s := p.other.signs
	if account == "" || s.read[account] {
		return nil
	}
	s.read[account] = true
	err := p.target.ListIn("indicator_value", account, func(id success.ID, body json.RawMessage) error {
		rec, err := success.Decode("indicator_value", body)
		if err != nil {
			return fmt.Errorf("reading indicator value %s: %w", id, err)
		}
		if v, ok := rec.(*success.IndicatorValue); ok {
			s.add(signOf{v.IndicatorID, string(account)}, &signValue{id: id, on: v.On, value: v.Value})
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("reading what there is: %w", err)
	}
	return nil
}

func (s *signBook) add(of signOf, v *signValue) {
	s.byDay[signDay{of, v.on}] = v
	if have := s.newest[of]; have == nil || have.on <= v.on {
		s.newest[of] = v
	}
}

// find returns the indicator that a row names, by its name or its id.
func (s *signBook) find(name string) (*sign, error) {
	if one := s.byID[success.ID(strings.ToLower(name))]; one != nil {
		return one, nil
	}
	if isNone(name) {
		return nil, success.Invalid("indicator", "The row names no indicator.")
	}
	switch fit := s.named[nameKey(name)]; len(fit) {
	case 0:
		return nil, success.Invalid("indicator", "There is no indicator %q. Add it to the alignment table first, or correct the name.", name)
	case 1:
		return fit[0], nil
	default:
		return nil, success.Invalid("indicator", "There are %d indicators named %q. Name it by its id.", len(fit), name)
	}
}

// planValue plans one row: what an account shows for an indicator, from a day on.
// Without a day it is today's, and written only where it differs from what was
// known. A row without a value says nothing and is no mistake.
func (p *planner) planValue(rp *rowPlan, c cells) error {
	s := p.other.signs
	one, err := s.find(c.text("indicator"))
	if err != nil {
		return err
	}
	rp.name = one.name
	value, err := c.signValue(one)
	if err != nil {
		return err
	}
	if value == nil {
		s.silent++
		return nil
	}
	entry, err := p.account(c)
	if err != nil {
		return err
	}
	on, err := c.date("on")
	if err != nil {
		return err
	}
	if p.o.Today != 0 && on > p.o.Today {
		return c.fail("on", errors.New("has not come yet; nothing can be known of the future"))
	}
	if err := p.loadSignsOf(entry.id); err != nil {
		return err
	}
	of := signOf{one.id, entry.ref()}
	have := s.newest[of]
	if on != 0 {
		have = s.byDay[signDay{of, on}]
	} else if have != nil && !sameJSON(have.value, value) && have.on != p.o.Today {
		have = nil
	}
	return p.putValue(rp, c.row.Number, entry, of, have, &signValue{on: max(on, 0), value: value, row: c.row.Number})
}

// putValue writes a value where it is not known yet, or corrects that of its day.
func (p *planner) putValue(rp *rowPlan, row int, account *accountEntry, of signOf, have, now *signValue) error {
	if have != nil && sameJSON(have.value, now.value) {
		if have.row == 0 {
			have.row = row
		}
		return nil
	}
	if have != nil && have.row != 0 {
		return success.Invalid("value", "Row %d already says something else of the same account and day. Leave one of the two out.", have.row)
	}
	if have != nil {
		rp.changes = []CellChange{{Kind: "indicator_value", Field: "value", From: signText(have.value), To: signText(now.value)}}
		rp.writes = []*write{{kind: "indicator_value", id: have.id, same: have.made, fields: success.Fields{"value": now.value}}}
		rp.status = StatusChanged
		have.value, have.row = now.value, row
		return nil
	}
	if now.on == 0 {
		now.on = p.o.Today
	}
	fields := success.Fields{"indicator_id": jsonText(string(of.indicator)), "value": now.value}
	if now.on != 0 {
		fields["on"] = jsonDate(now.on)
	}
	own := owner{"account_id", account.id, account.made, account.ref()}
	if err := p.check("indicator_value", fields, own.field); err != nil {
		return err
	}
	if own.made == nil {
		fields[own.field] = jsonText(string(own.id))
	}
	now.made = &write{kind: "indicator_value", fields: fields, parent: own.made, parentField: own.field}
	rp.writes, rp.status = []*write{now.made}, StatusNew
	p.other.signs.add(of, now)
	return nil
}

// signValue reads a value as its indicator wants it: a yes or no, a number or a
// word; nil where the cell is empty.
func (c cells) signValue(one *sign) (json.RawMessage, error) {
	switch one.kind {
	case "yes/no":
		return c.boolean("value")
	case "number":
		number, ok, err := c.number("value")
		if err != nil || !ok {
			return nil, err
		}
		if math.IsInf(number.InexactFloat64(), 0) {
			return nil, c.fail("value", errors.New("is too large"))
		}
		return json.RawMessage(strconv.FormatFloat(number.InexactFloat64(), 'f', -1, 64)), nil
	}
	if text := c.text("value"); !isNone(text) {
		return jsonText(text), nil
	}
	return nil, nil
}

// signText is a value as a person reads it.
func signText(raw json.RawMessage) string {
	switch string(raw) {
	case "true":
		return "yes"
	case "false":
		return "no"
	}
	if text := textOf(raw); text != "" {
		return text
	}
	return string(raw)
}

// signNotes says what holds for a whole file of values.
func (p *planner) signNotes() {
	if s := p.other.signs; s != nil && s.silent > 0 {
		p.note(0, "%d rows say nothing and were passed over.", s.silent)
	}
}

// valueSheet has one row for each value of an indicator.
func valueSheet(src Source, accounts map[success.ID]*success.Account) (*sheet, error) {
	indicators := map[success.ID]*success.Indicator{}
	if err := live(src, "indicator", func(id success.ID, i *success.Indicator) error {
		indicators[id] = i
		return nil
	}); err != nil {
		return nil, err
	}
	named := map[string]int{}
	for _, id := range slices.Sorted(maps.Keys(indicators)) {
		named[nameKey(indicators[id].Name)]++
	}
	s := &sheet{columns: []string{"account_id", "account", "indicator", "value", "on"}}
	s.each = func(emit func([]any) error) error {
		return live(src, "indicator_value", func(_ success.ID, v *success.IndicatorValue) error {
			a, i := accounts[v.AccountID], indicators[v.IndicatorID]
			if a == nil || i == nil {
				return nil
			}
			name := i.Name
			if named[nameKey(name)] > 1 {
				name = string(i.ID)
			}
			return emit([]any{string(a.ID), a.Name, name, signCell(v.Value), v.On})
		})
	}
	return s, nil
}

func signCell(raw json.RawMessage) any {
	if text := textOf(raw); text != "" {
		return text
	}
	var value float64
	if json.Unmarshal(raw, &value) == nil {
		return number(strconv.FormatFloat(value, 'f', -1, 64))
	}
	if len(raw) == 0 || string(raw) == "null" {
		return nil
	}
	return signText(raw)
}
