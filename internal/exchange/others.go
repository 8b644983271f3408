package exchange

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// recordEntry is a record of a simple kind as it will be after the rows planned
// so far.
type recordEntry struct {
	id     success.ID
	made   *write
	fields success.Fields
	row    int
}

func (e *recordEntry) ref() string {
	if e.id != "" {
		return string(e.id)
	}
	return fmt.Sprintf("%p", e.made)
}

// refOf tells an account apart in keys, made or not.
func (e *accountEntry) ref() string {
	if e.id != "" {
		return string(e.id)
	}
	return fmt.Sprintf("%p", e.made)
}

// loadOthers reads the stakeholders, benefits with their steps, or touchpoints.
func (p *planner) loadOthers() error {
	p.other.records = map[string]*recordEntry{}
	kinds := map[As][]success.Kind{
		AsStakeholders: {"stakeholder"}, AsBenefits: {"benefit", "benefit_step"}, AsTouchpoints: {"stakeholder", "touchpoint"},
	}[p.Matching.As]
	for _, kind := range kinds {
		err := p.target.List(kind, func(id success.ID, body json.RawMessage) error {
			e := &recordEntry{id: id}
			var err error
			if e.fields, err = success.ReadFields(body); err != nil {
				return fmt.Errorf("reading %s %s: %w", kind, id, err)
			}
			owner := textOf(e.fields["account_id"])
			if kind == "benefit_step" {
				owner = textOf(e.fields["benefit_id"])
			}
			for _, key := range recordKeys(kind, owner, e.fields) {
				if p.other.records[key] == nil {
					p.other.records[key] = e
				}
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("reading what there is: %w", err)
		}
	}
	return nil
}

// recordKeys lists what tells a record apart from its siblings, surest first.
func recordKeys(kind success.Kind, owner string, f success.Fields) []string {
	join := func(parts ...string) string {
		return strings.Join(append([]string{string(kind), owner}, parts...), "\x00")
	}
	var keys []string
	switch kind {
	case "stakeholder":
		if mail := strings.ToLower(textOf(f["email"])); mail != "" {
			keys = append(keys, join("mail", mail))
		}
		if name := nameKey(textOf(f["name"])); name != "" {
			keys = append(keys, join("name", name))
		}
	case "benefit":
		keys = append(keys, join(nameKey(textOf(f["title"]))))
	case "benefit_step":
		keys = append(keys, join(textOf(f["on"]), textOf(f["kind"])))
	case "touchpoint":
		if ticket := textOf(f["ticket"]); ticket != "" {
			keys = append(keys, join("ticket", ticket))
		} else {
			keys = append(keys, join(textOf(f["on"]), textOf(f["direction"]), nameKey(textOf(f["summary"]))))
		}
	}
	return keys
}

// account finds the account of a row.
func (p *planner) account(c cells) (*accountEntry, error) {
	return p.seen.find(p.Matching.Source, c.text("account_external_id"), c.text("account"))
}

// readFields reads the columns of one kind of record.
func (p *planner) readFields(c cells, kind string, k currencies) (success.Fields, error) {
	out := success.Fields{}
	for _, name := range slices.Sorted(maps.Keys(p.fields)) {
		b := p.fields[name]
		if b.kind != kind || b.field == "" || b.value == valueList {
			continue
		}
		value, err := c.plain(name, b, k)
		if err != nil {
			return nil, err
		}
		if value != nil {
			out[b.field] = value
		}
	}
	return out, nil
}

// owner is the record another one hangs on.
type owner struct {
	field string
	id    success.ID
	made  *write
	ref   string
}

// putRecord plans the write of one record, found by its keys or new.
func (p *planner) putRecord(rp *rowPlan, row int, kind success.Kind, own owner, fields success.Fields) (*recordEntry, error) {
	keys := recordKeys(kind, own.ref, fields)
	var have *recordEntry
	for _, key := range keys {
		if have = p.other.records[key]; have != nil && (kind != "stakeholder" || sameMail(have.fields, fields)) {
			break
		}
		have = nil
	}
	if have == nil {
		return p.newRecord(rp, row, kind, own, fields, keys)
	}
	merged, changed := maps.Clone(have.fields), success.Fields{}
	for name, value := range fields {
		if !sameJSON(have.fields[name], value) {
			merged[name], changed[name] = value, value
		}
	}
	if len(changed) == 0 {
		have.row = row
		return have, nil
	}
	if have.row != 0 && have.row != row && kind != "benefit" {
		return nil, success.Invalid("", "Row %d already brings the same %s with other values. Leave one of the two out.", have.row, strings.ReplaceAll(string(kind), "_", " "))
	}
	if err := p.check(kind, merged, own.field); err != nil {
		return nil, err
	}
	rp.changes = append(rp.changes, cellChanges(kind, have.fields, changed)...)
	rp.writes = append(rp.writes, &write{kind: kind, id: have.id, same: have.made, fields: changed})
	if rp.status != StatusNew {
		rp.status = StatusChanged
	}
	have.fields, have.row = merged, row
	return have, nil
}

// sameMail keeps two people of one name apart when both have a mail address.
func sameMail(a, b success.Fields) bool {
	x, y := strings.ToLower(textOf(a["email"])), strings.ToLower(textOf(b["email"]))
	return x == "" || y == "" || x == y
}

func (p *planner) newRecord(rp *rowPlan, row int, kind success.Kind, own owner, fields success.Fields, keys []string) (*recordEntry, error) {
	if err := p.check(kind, fields, own.field); err != nil {
		return nil, err
	}
	w := &write{kind: kind, fields: fields, parent: own.made, parentField: own.field}
	if own.made == nil {
		fields[own.field] = jsonText(string(own.id))
	}
	e := &recordEntry{made: w, fields: maps.Clone(fields), row: row}
	for _, key := range keys {
		if p.other.records[key] == nil {
			p.other.records[key] = e
		}
	}
	rp.writes = append(rp.writes, w)
	rp.status, rp.changes = StatusNew, nil
	return e, nil
}

func (p *planner) planStakeholder(rp *rowPlan, c cells) error {
	entry, err := p.account(c)
	if err != nil {
		return err
	}
	fields, err := p.readFields(c, "stakeholder", currencies{})
	if err != nil {
		return err
	}
	delete(fields, "reports_to_id")
	if fields["name"] == nil {
		name := strings.TrimSpace(c.text("first_name") + " " + c.text("last_name"))
		if name == "" {
			name = c.text("email")
		}
		if isNone(name) {
			return success.Invalid("name", "The row has no name. Give the person one.")
		}
		fields["name"] = jsonText(name)
	}
	own := owner{"account_id", entry.id, entry.made, entry.ref()}
	if manager := c.text("reports_to"); !isNone(manager) {
		key := recordKeys("stakeholder", own.ref, success.Fields{"name": jsonText(manager)})
		if e := p.other.records[key[0]]; e != nil && e.id != "" {
			fields["reports_to_id"] = jsonText(string(e.id))
		} else {
			p.note(c.row.Number, "%s, whom the row reports to, is not among the account's people yet; import the file once more to link them.", manager)
		}
	}
	rp.name = textOf(fields["name"])
	_, err = p.putRecord(rp, c.row.Number, "stakeholder", own, fields)
	return err
}

// planBenefit plans a benefit and, where the row has a date with money or
// people, its step.
func (p *planner) planBenefit(rp *rowPlan, c cells) error {
	entry, err := p.account(c)
	if err != nil {
		return err
	}
	rp.account = entry
	k, err := p.currencies(c, entry)
	if err != nil {
		return err
	}
	fields, err := p.readFields(c, "benefit", k)
	if err != nil {
		return err
	}
	step, err := p.readFields(c, "benefit_step", k)
	if err != nil {
		return err
	}
	rp.name = textOf(fields["title"])
	if rp.name == "" {
		return success.Invalid("title", "The row names no benefit.")
	}
	if step["on"] == nil && (step["amount"] != nil || step["people"] != nil) {
		return success.Invalid("on", "The row has no date. Say from when the benefit holds.")
	}
	if step["on"] != nil && step["kind"] == nil {
		step["kind"] = json.RawMessage(`"yearly"`)
	}
	if step["on"] != nil {
		if err := p.check("benefit_step", step, "benefit_id"); err != nil {
			return err
		}
	}
	own := owner{"account_id", entry.id, entry.made, entry.ref()}
	benefit, err := p.putRecord(rp, c.row.Number, "benefit", own, fields)
	if err != nil || step["on"] == nil {
		return err
	}
	_, err = p.putRecord(rp, c.row.Number, "benefit_step", owner{"benefit_id", benefit.id, benefit.made, benefit.ref()}, step)
	return err
}

func (p *planner) planTouchpoint(rp *rowPlan, c cells) error {
	entry, err := p.account(c)
	if err != nil {
		return err
	}
	fields, err := p.readFields(c, "touchpoint", currencies{})
	if err != nil {
		return err
	}
	own := owner{"account_id", entry.id, entry.made, entry.ref()}
	var people, missing []string
	for _, name := range c.list("stakeholders") {
		fold := success.Fields{"name": jsonText(name)}
		if strings.Contains(name, "@") {
			fold = success.Fields{"email": jsonText(name)}
		}
		if e := p.other.records[recordKeys("stakeholder", own.ref, fold)[0]]; e != nil {
			people = append(people, string(e.id))
		} else {
			missing = append(missing, name)
		}
	}
	if len(people) > 0 {
		fields["stakeholder_ids"] = jsonValue(people)
	}
	if len(missing) > 0 {
		p.note(c.row.Number, "Not among the account's people, so not named: %s.", strings.Join(missing, ", "))
	}
	var met *write
	if fields["ticket"] != nil {
		if met, err = p.planTicket(rp, c, own, fields); err != nil {
			return err
		}
	}
	rp.name = textOf(fields["summary"])
	talk, err := p.putRecord(rp, c.row.Number, "touchpoint", own, fields)
	if err == nil && met != nil && talk.made != nil {
		talk.made.met = met
	}
	return err
}
