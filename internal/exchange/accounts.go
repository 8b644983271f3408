package exchange

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// planAccount plans one row of accounts: the account, and the term that its
// contract columns describe.
func (p *planner) planAccount(rp *rowPlan, c cells) error {
	if yes, err := p.deletedThere(c); err != nil || yes {
		return err
	}
	id, name := c.text("external_id"), strings.Join(strings.Fields(c.text("name")), " ")
	if isNone(id) {
		id = ""
	}
	rp.name = name
	entry, err := p.seen.match(p.Matching.Source, id, name, c.text("website"))
	if err != nil {
		return err
	}
	if entry == nil && isNone(name) {
		return success.Invalid("name", "The row has no name. Give the account one.")
	}
	currency, err := p.currencies(c, entry)
	if err != nil {
		return err
	}
	fields, err := p.accountFields(c, currency)
	if err != nil {
		return err
	}
	term, err := p.readTerm(c, currency)
	if err != nil {
		return err
	}
	if term.lonely() {
		p.note(c.row.Number, "%s Kept with the account's attributes.", term.lonelyReason())
		p.keepLonely(c, fields)
	}
	if code := accountCurrency(term, currency, entry == nil); code != "" {
		fields["currency"] = jsonText(code)
	}
	return p.putAccount(rp, c, entry, fields, term)
}

// accountCurrency says what a row tells of its account's currency: the first
// price an account comes with names it, and later ones do not change it.
func accountCurrency(term termRow, k currencies, isNew bool) string {
	switch {
	case term.arr != nil:
		return firstOf(k.account, term.arr.Currency)
	case k.column != "":
		return k.column
	case isNew:
		return k.given
	}
	return ""
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// deletedThere refuses rows that the other program marks as deleted.
func (p *planner) deletedThere(c cells) (bool, error) {
	for i, column := range p.Table.Columns {
		switch normalHeading(column.Name) {
		case "is deleted", "isdeleted", "fivetran deleted":
			if strings.EqualFold(strings.TrimSpace(c.row.Cells[i]), "true") {
				return true, success.Invalid("", "The row is marked as deleted where it comes from (%s). Take the mark out to import it.", column.Name)
			}
		}
	}
	return false, nil
}

func (p *planner) currencies(c cells, entry *accountEntry) (currencies, error) {
	code, err := c.rowCurrency()
	k := currencies{column: code, given: p.o.Currency, home: p.o.WorkspaceCurrency}
	if entry != nil {
		k.account = textOf(entry.fields["currency"])
	}
	return k, err
}

// accountFields reads what a row says of the account itself. Empty cells say
// nothing: they clear no field.
func (p *planner) accountFields(c cells, k currencies) (success.Fields, error) {
	out := success.Fields{}
	for name, b := range p.fields {
		if b.kind != "account" {
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
	if raw, ok := out["name"]; ok {
		out["name"] = jsonText(strings.Join(strings.Fields(textOf(raw)), " "))
	}
	return out, p.references(c, out)
}

// references fills in the fields that are no plain values: ids, parent,
// attributes.
func (p *planner) references(c cells, out success.Fields) error {
	delete(out, "external_ids")
	ids := map[string]string{}
	if id := c.text("external_id"); !isNone(id) && p.seen.byID[success.ID(id)] == nil {
		ids[p.Matching.Source] = id
	}
	for name := range p.fields {
		if source, ok := strings.CutPrefix(name, "external_ids."); ok && !isNone(c.text(name)) {
			ids[source] = c.text(name)
		}
	}
	if len(ids) > 0 {
		out["external_ids"] = jsonValue(ids)
	}
	delete(out, "parent_account_id")
	attributes := map[string]string{}
	if parent := c.text("parent"); !isNone(parent) && !p.knownParent(parent) {
		attributes[p.fields["parent"].column.Name] = parent
	}
	for _, i := range p.extra {
		text := strings.TrimSpace(unguarded(c.row.Cells[i]))
		if text == "" {
			continue
		}
		name := p.Table.Columns[i].Name
		if own, ok := strings.CutPrefix(p.Matching.Columns[i].Field, "attributes."); ok {
			name = own
		}
		attributes[name] = text
	}
	if len(attributes) > 0 {
		out["attributes"] = jsonValue(attributes)
	}
	return nil
}

// keepLonely keeps contract columns that make no term with the attributes.
func (p *planner) keepLonely(c cells, fields success.Fields) {
	attributes := textMap(fields["attributes"])
	for _, name := range []string{"arr", "mrr", "term_start"} {
		if text := c.text(name); !isNone(text) {
			attributes[p.fields[name].column.Name] = text
		}
	}
	fields["attributes"] = jsonValue(attributes)
}

func jsonValue(v any) json.RawMessage {
	out, err := json.Marshal(v)
	if err != nil {
		return json.RawMessage("null") // lists and maps of texts always marshal
	}
	return out
}

// putAccount plans the writes of an account and its term.
func (p *planner) putAccount(rp *rowPlan, c cells, entry *accountEntry, fields success.Fields, term termRow) error {
	defer func() {
		if parent := c.text("parent"); entry != nil && !isNone(parent) && p.knownParent(parent) {
			p.parents = append(p.parents, pendingParent{len(p.rows), entry, parent})
		}
	}()
	if entry == nil {
		if err := p.check("account", fields, ""); err != nil {
			return err
		}
		w := &write{kind: "account", fields: fields}
		entry = &accountEntry{made: w, fields: fields, row: c.row.Number, ids: textMap(fields["external_ids"]), set: map[string]bool{}}
		entry.name, entry.site = textOf(fields["name"]), siteOf(textOf(fields["website"]))
		if err := p.putTerm(rp, c, entry, term); err != nil {
			return err
		}
		for name := range fields {
			entry.set[name] = true
		}
		p.seen.add(entry)
		rp.writes = append([]*write{w}, rp.writes...)
		rp.status, rp.changes = StatusNew, nil
		return nil
	}
	if rp.name == "" {
		rp.name = entry.name
	}
	merged, changed := p.mergeAccount(c, entry, fields)
	if len(changed) > 0 {
		if err := p.check("account", merged, ""); err != nil {
			return err
		}
	}
	if err := p.putTerm(rp, c, entry, term); err != nil {
		return err
	}
	if len(changed) > 0 {
		w := &write{kind: "account", id: entry.id, same: entry.made, fields: changed}
		rp.changes = append(cellChanges("account", entry.fields, changed), rp.changes...)
		rp.writes = append([]*write{w}, rp.writes...)
		rp.status = StatusChanged
	}
	p.remember(entry, c.row.Number, merged, changed, fields)
	return nil
}

// knownParent reports whether a parent is an account there is or one that the
// file brings, further down perhaps.
func (p *planner) knownParent(ref string) bool {
	if p.inFile == nil {
		p.inFile = map[string]bool{}
		for _, field := range []string{"external_id", "name"} {
			if b := p.fields[field]; b != nil && b.index >= 0 {
				for i := range p.Table.Rows {
					p.inFile[nameKey(p.Table.Rows[i].Cells[b.index])] = true
				}
			}
		}
	}
	if p.inFile[nameKey(ref)] {
		return true
	}
	_, err := p.seen.find(p.Matching.Source, ref, ref)
	return err == nil
}

// pendingParent is a link that is set once every account is known.
type pendingParent struct {
	row   int // into Plan.rows
	child *accountEntry
	ref   string
}

// settleParents links accounts to their parents after all rows are planned.
func (p *planner) settleParents() {
	done := map[*accountEntry]bool{} // the first row that names a parent holds
	for _, link := range p.parents {
		rp := &p.rows[link.row]
		if rp.status == StatusRefused || done[link.child] {
			continue
		}
		done[link.child] = true
		parent, err := p.seen.find(p.Matching.Source, link.ref, link.ref)
		if err != nil || parent == link.child {
			p.note(p.Table.Rows[rp.index].Number, "The parent %q was not found; the account stands without one.", link.ref)
			continue
		}
		if parent.id != "" && textOf(link.child.fields["parent_account_id"]) == string(parent.id) {
			continue
		}
		w := &write{kind: "account", id: link.child.id, same: link.child.made, fields: success.Fields{}, parent: parent.made, parentField: "parent_account_id"}
		if parent.made == nil {
			w.fields["parent_account_id"] = jsonText(string(parent.id))
		}
		p.after = append(p.after, w)
		if rp.status == StatusSame {
			rp.status = StatusChanged
		}
		if rp.status == StatusChanged {
			rp.changes = append(rp.changes, CellChange{Kind: "account", Field: "parent_account_id", From: textOf(link.child.fields["parent_account_id"]), To: parent.name})
		}
	}
}

func (p *planner) remember(entry *accountEntry, row int, merged, changed, said success.Fields) {
	if entry.set == nil {
		entry.set = map[string]bool{}
	}
	if entry.row == 0 {
		entry.row = row
	}
	for name := range said {
		entry.set[name] = true
	}
	if len(changed) == 0 {
		return
	}
	entry.fields = merged
	for source, id := range textMap(merged["external_ids"]) {
		if entry.ids[source] != id {
			entry.ids[source] = id
			p.seen.addOther(source, id, entry)
		}
	}
}

// mergeAccount answers the account with the row's fields laid over it and those
// that change. Within one file the first row that sets a field holds: a second
// row about the same account only adds, so that importing the file again
// changes nothing.
func (p *planner) mergeAccount(c cells, entry *accountEntry, fields success.Fields) (merged, changed success.Fields) {
	merged, changed = maps.Clone(entry.fields), success.Fields{}
	var left []string
	for name, value := range fields {
		again := entry.row != 0 && entry.row != c.row.Number && entry.set[name]
		switch name {
		case "external_ids", "attributes":
			value = mergeMaps(entry.fields[name], value, again)
		case "tags":
			value = mergeLists(entry.fields[name], value)
		default:
			if again {
				if !sameJSON(entry.fields[name], value) {
					left = append(left, name)
				}
				continue
			}
		}
		if !sameJSON(entry.fields[name], value) {
			merged[name], changed[name] = value, value
		}
	}
	if len(left) > 0 {
		slices.Sort(left)
		p.note(c.row.Number, "Row %d speaks of the same account; it holds where the two differ (%s).", entry.row, strings.Join(left, ", "))
	}
	return merged, changed
}

// mergeMaps lays added over old; with keep, what is there stays.
func mergeMaps(old, added json.RawMessage, keep bool) json.RawMessage {
	all, more := map[string]json.RawMessage{}, map[string]json.RawMessage{}
	if json.Unmarshal(old, &all) != nil || all == nil {
		all = map[string]json.RawMessage{}
	}
	if json.Unmarshal(added, &more) != nil {
		return old
	}
	for k, v := range more {
		if _, there := all[k]; !there || !keep {
			all[k] = v
		}
	}
	return jsonValue(all)
}

func mergeLists(old, added json.RawMessage) json.RawMessage {
	var all, more []string
	if json.Unmarshal(old, &all) != nil || json.Unmarshal(added, &more) != nil {
		if len(all) == 0 {
			return added
		}
		return old
	}
	for _, v := range more {
		if !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	return jsonValue(all)
}

// sameJSON compares two values by what they mean: the order of keys, blanks
// and 12.0 against 12 make no difference.
func sameJSON(a, b json.RawMessage) bool {
	if string(a) == string(b) {
		return true
	}
	if len(a) == 0 || len(b) == 0 {
		return len(a) == 0 && string(b) == "false" // "no" where nothing was said changes nothing
	}
	return canonical(a) == canonical(b)
}

// cellChanges lists what changes of a record for a person to read.
func cellChanges(kind success.Kind, old, changed success.Fields) []CellChange {
	var out []CellChange
	for _, name := range slices.Sorted(maps.Keys(changed)) {
		if name == "attributes" || name == "external_ids" {
			out = append(out, mapChanges(kind, name, old[name], changed[name])...)
			continue
		}
		out = append(out, CellChange{Kind: string(kind), Field: name, From: shown(old[name]), To: shown(changed[name])})
	}
	return out
}

func mapChanges(kind success.Kind, name string, old, changed json.RawMessage) []CellChange {
	var from, to map[string]json.RawMessage
	if len(old) > 0 && json.Unmarshal(old, &from) != nil || json.Unmarshal(changed, &to) != nil {
		return nil
	}
	var out []CellChange
	for _, key := range slices.Sorted(maps.Keys(to)) {
		if !sameJSON(from[key], to[key]) {
			out = append(out, CellChange{Kind: string(kind), Field: name + "." + key, From: shown(from[key]), To: shown(to[key])})
		}
	}
	return out
}

// shown writes a value as a person reads it.
func shown(raw json.RawMessage) string {
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	var m success.Money
	if raw[0] == '{' && json.Unmarshal(raw, &m) == nil && !m.IsZero() {
		return m.Text() + " " + m.Currency
	}
	var list []string
	if raw[0] == '[' && json.Unmarshal(raw, &list) == nil {
		return strings.Join(list, "; ")
	}
	return string(raw)
}
