package exchange

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// termEntry is a term as it will be after the rows planned so far.
type termEntry struct {
	id         success.ID
	made       *write
	fields     success.Fields
	contract   string // folded
	start, end success.Date
	row        int // of the file that spoke of it, 0 for none
}

func (b *accountBook) loadTerms(target Target) error {
	err := target.List("term", func(id success.ID, body json.RawMessage) error {
		t := &termEntry{id: id}
		var err error
		if t.fields, err = success.ReadFields(body); err != nil {
			return fmt.Errorf("reading term %s: %w", id, err)
		}
		t.settle()
		if e := b.byID[success.ID(textOf(t.fields["account_id"]))]; e != nil {
			e.terms = append(e.terms, t)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("reading the terms there are: %w", err)
	}
	return nil
}

func (t *termEntry) settle() {
	t.contract = contractKey(textOf(t.fields["contract"]))
	t.start, t.end = dateOf(t.fields["start"]), dateOf(t.fields["end"])
}

func dateOf(raw json.RawMessage) success.Date {
	d, err := success.ParseDate(textOf(raw))
	if err != nil {
		return 0
	}
	return d
}

// contractKey folds a contract's name; no name is the main contract.
func contractKey(name string) string {
	key := strings.ToLower(strings.TrimSpace(name))
	if key == "" {
		return "main"
	}
	return key
}

// termRow is what the contract columns of a row say.
type termRow struct {
	start, end success.Date
	arr        *success.Money
	contract   string // as written, "" when the row names none
	deal       string // a name to tell two contracts of one account apart
	fields     success.Fields
	lost       bool // a deal that was not won
}

// any reports whether the row describes a term.
func (t *termRow) any() bool { return t.end != 0 && !t.lost }

// lonely reports whether the row names a price or a start without the date
// that makes it a term.
func (t *termRow) lonely() bool {
	return !t.lost && t.end == 0 && (t.arr != nil && t.arr.Minor != 0 || t.start != 0)
}

func (t *termRow) lonelyReason() string {
	if t.arr != nil {
		return "The ARR has no renewal date beside it, so it makes no term."
	}
	return "The contract's start has no renewal date beside it, so it makes no term."
}

// dealNames are the headings by which a file of deals names each deal.
var dealNames = []string{"deal title", "deal name", "opportunity name", "property dealname", "subscription name", "subscription id", "product", "produkt"}

// readTerm reads the contract columns of a row. MRR counts twelve times where
// the row has no ARR.
func (p *planner) readTerm(c cells, k currencies) (termRow, error) {
	var t termRow
	var err error
	if t.start, err = c.date("term_start"); err != nil {
		return t, err
	}
	if t.end, err = c.date("renewal_date"); err != nil {
		return t, err
	}
	for _, source := range []struct {
		field string
		times int64
	}{{"arr", 1}, {"mrr", 12}} {
		m, none, err := c.money(source.field, k, source.times)
		if err != nil {
			return t, err
		}
		if !none && t.arr == nil {
			t.arr = &m
		}
	}
	if !isNone(c.text("contract")) {
		t.contract = c.text("contract")
	}
	for i, column := range p.Table.Columns {
		if t.deal == "" && slices.Contains(dealNames, normalHeading(column.Name)) {
			t.deal = strings.TrimSpace(c.row.Cells[i])
		}
	}
	switch strings.ToLower(c.text("deal_status")) {
	case "lost", "closed lost", "deleted", "abandoned", "verloren":
		t.lost = true
	}
	t.fields, err = p.termFields(c, k)
	return t, t.checked(c, err)
}

// checked gives the term its start and refuses one that ends before it.
func (t *termRow) checked(c cells, err error) error {
	if err != nil {
		return err
	}
	if t.start != 0 && t.end != 0 && t.end <= t.start {
		return c.fail("renewal_date", fmt.Errorf("is not after the term's start, %s; correct one of the two", t.start))
	}
	return nil
}

// termFields reads the rest of a term's columns.
func (p *planner) termFields(c cells, k currencies) (success.Fields, error) {
	out := success.Fields{}
	for name, b := range p.fields {
		if b.kind != "term" || b.field == "" || slices.Contains([]string{"arr", "mrr", "term_start", "renewal_date", "contract"}, name) {
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

// planTerm plans one row of terms.
func (p *planner) planTerm(rp *rowPlan, c cells) error {
	entry, err := p.seen.find(p.Matching.Source, c.text("account_external_id"), c.text("account"))
	if err != nil {
		return err
	}
	rp.name = entry.name
	k, err := p.currencies(c, entry)
	if err != nil {
		return err
	}
	t, err := p.readTerm(c, k)
	if err != nil {
		return err
	}
	if t.lost {
		return success.Invalid("deal_status", "The deal was lost; it is no term.")
	}
	if t.end == 0 {
		return success.Invalid("renewal_date", "The row has no renewal date. Add the day the term ends.")
	}
	return p.putTerm(rp, c, entry, t)
}

// putTerm plans the write of a row's term, if it has one.
//
// A term is found by its contract and its end, else by its start. A later end
// with no start that is known is a renewal: the old term stays as it was and a
// new one follows it, for nothing is lost so and one undo takes it back; it
// begins a year before its end, but not before the old one ends. An end that is
// later by less than a quarter, or earlier than the last term's, corrects that
// term. Amounts of a term that is found are corrected in place.
func (p *planner) putTerm(rp *rowPlan, c cells, entry *accountEntry, t termRow) error {
	if !t.any() {
		return nil
	}
	rp.account = entry
	found, previous, err := p.chooseTerm(rp, c, entry, &t)
	if err != nil {
		return err
	}
	fields := t.fields
	fields["end"] = jsonDate(t.end)
	if t.arr != nil {
		fields["arr"] = jsonMoney(*t.arr)
	}
	if found == nil {
		return p.newTerm(rp, c, entry, previous, t, fields)
	}
	if p.contracts(rp, c, found, &t) {
		return p.contract(rp, c, entry, found, t, fields)
	}
	if t.start != 0 {
		fields["start"] = jsonDate(entry.all(found.contract).begins(found, t.start))
	}
	merged, changed := maps.Clone(found.fields), success.Fields{}
	for name, value := range fields {
		if !sameJSON(found.fields[name], value) {
			merged[name], changed[name] = value, value
		}
	}
	found.row = c.row.Number
	if len(changed) == 0 {
		return nil
	}
	if start, end := dateOf(merged["start"]), dateOf(merged["end"]); end <= start {
		return c.fail("renewal_date", fmt.Errorf("is not after the term's start, %s; add the start of the new term, or correct the date", start))
	}
	if err := p.check("term", merged, "account_id"); err != nil {
		return err
	}
	rp.changes = append(rp.changes, cellChanges("term", found.fields, changed)...)
	rp.writes = append(rp.writes, &write{kind: "term", id: found.id, same: found.made, fields: changed})
	rp.status = StatusChanged
	found.fields = merged
	found.settle()
	return nil
}

func (p *planner) newTerm(rp *rowPlan, c cells, entry *accountEntry, previous *termEntry, t termRow, fields success.Fields) error {
	if t.start == 0 {
		t.start = t.end.AddYears(-1)
		if previous != nil && previous.end > t.start {
			t.start = previous.end
		}
	}
	fields["start"] = jsonDate(t.start)
	if t.contract != "" {
		fields["contract"] = jsonText(t.contract)
	} else {
		fields["contract"] = jsonText("main")
	}
	if err := p.check("term", fields, "account_id"); err != nil {
		return err
	}
	w := &write{kind: "term", fields: fields, parent: entry.made, parentField: "account_id"}
	made := &termEntry{made: w, fields: maps.Clone(fields), row: c.row.Number}
	made.settle()
	if entry.made == nil {
		fields["account_id"] = jsonText(string(entry.id))
	}
	if previous != nil {
		w.previous, w.previousField = previous.made, "previous_term_id"
		if previous.made == nil {
			fields["previous_term_id"] = jsonText(string(previous.id))
		}
	}
	entry.terms = append(entry.terms, made)
	rp.writes = append(rp.writes, w)
	if p.Matching.As == AsTerms {
		rp.status = StatusNew
		return nil
	}
	rp.changes = append(rp.changes, CellChange{Kind: "term", Field: "end", To: t.end.String()})
	if t.arr != nil {
		rp.changes = append(rp.changes, CellChange{Kind: "term", Field: "arr", To: shown(fields["arr"])})
	}
	rp.status = StatusChanged
	return nil
}

// correctionDays is how much later an end may be and still be the same term's.
const correctionDays = 90

// chooseTerm finds the term a row speaks of. Where the file itself brings two
// terms of one contract at one time, the second is a contract of its own,
// named after its deal.
func (p *planner) chooseTerm(rp *rowPlan, c cells, entry *accountEntry, t *termRow) (found, previous *termEntry, err error) {
	key := contractKey(t.contract)
	for range 2 {
		terms, taken := entry.contract(key)
		found, previous = pick(terms, t)
		found, previous = p.askLaterEnd(rp, c, terms, t, found, previous)
		clash := taken.overlaps(t)
		if clash == 0 {
			if n := len(taken); found == nil && previous == nil && n > 0 && taken[n-1].end < t.end {
				previous = taken[n-1]
			}
			return found, previous, nil
		}
		if t.contract != "" || t.deal == "" {
			return nil, nil, success.Invalid("", "Row %d already brings a term of %q at that time. Name the contracts, or leave one out.", clash, entry.name)
		}
		t.contract = t.deal
		key = contractKey(t.contract)
	}
	return nil, nil, success.Invalid("", "The row brings a second term of %q, contract %q, at the same time.", entry.name, t.contract)
}

type termEntries []*termEntry

// contract returns the terms of one contract in order of their ends: those that
// no row of the file has spoken of, and those that one has.
func (e *accountEntry) contract(key string) (free, taken termEntries) {
	for _, t := range e.terms {
		switch {
		case t.contract != key:
		case t.row != 0:
			taken = append(taken, t)
		default:
			free = append(free, t)
		}
	}
	byEnd := func(a, b *termEntry) int { return int(a.end) - int(b.end) }
	slices.SortStableFunc(free, byEnd)
	slices.SortStableFunc(taken, byEnd)
	return free, taken
}

// all returns the terms of one contract, whoever spoke of them.
func (e *accountEntry) all(key string) termEntries {
	free, taken := e.contract(key)
	return append(free, taken...)
}

// overlaps returns the row of a term that runs while t does, or 0.
func (ts termEntries) overlaps(t *termRow) int {
	start := t.start
	if start == 0 {
		start = t.end.AddYears(-1)
	}
	for _, have := range ts {
		renewal := t.start == 0 && t.end.Sub(have.end) > correctionDays
		if have.end == t.end || start < have.end && have.start < t.end && !renewal {
			return have.row
		}
	}
	return 0
}

// pick says which term is meant, or which one it follows; neither for a term
// that stands alone.
func pick(terms termEntries, t *termRow) (found, previous *termEntry) {
	if len(terms) == 0 {
		return nil, nil
	}
	if have := terms.exact(t); have != nil {
		return have, nil
	}
	first, last := terms[0], terms[len(terms)-1]
	switch {
	case t.end <= first.start:
		return nil, nil // an older term that was not there yet
	case t.end > last.end && t.follows(last):
		return nil, last
	case t.start == 0 && t.end < last.end:
		if have := terms.around(t.end); have != nil {
			return have, nil
		}
	}
	return last, nil
}

// exact returns the term with the row's end and start, or else with its end, or
// else with its start.
func (ts termEntries) exact(t *termRow) *termEntry {
	var end, start *termEntry
	for _, have := range ts {
		sameStart := t.start != 0 && have.start == t.start
		switch {
		case have.end == t.end && (sameStart || t.start == 0):
			return have
		case have.end == t.end && end == nil:
			end = have
		case sameStart && start == nil:
			start = have
		}
	}
	if end != nil {
		return end
	}
	return start
}

// around returns the term that runs on a day, or nil.
func (ts termEntries) around(day success.Date) *termEntry {
	for _, have := range ts {
		if have.start < day && day < have.end {
			return have
		}
	}
	return nil
}

// follows reports whether a row with a later end is the next term and no
// correction of the last one.
func (t *termRow) follows(last *termEntry) bool {
	if t.start == 0 {
		return t.end.Sub(last.end) > correctionDays
	}
	return t.start > last.start
}
