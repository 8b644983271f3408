package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
)

// Apply writes the plan: good rows are written though others are refused.
// progress may be nil. An error means that nothing may be kept: roll back.
func (p *Plan) Apply(target Target, progress func(done, total int)) (Result, error) {
	rows := make([]*rowPlan, len(p.rows))
	for i := range p.rows {
		rows[i] = &p.rows[i]
	}
	if p.Matching.As == AsReadings {
		rows = byAccount(rows)
	}
	if err := readAhead(rows, target); err != nil {
		return Result{}, err
	}
	for i, r := range rows {
		if err := p.applyRow(r, target); err != nil {
			return Result{}, fmt.Errorf("writing row %d: %w", p.Table.Rows[r.index].Number, err)
		}
		if progress != nil && (i%500 == 499 || i == len(p.rows)-1) {
			progress(i+1, len(p.rows))
		}
	}
	for _, w := range p.after {
		if w.blocked() != "" {
			continue
		}
		if _, err := target.Put(w.kind, w.target(), w.body()); err != nil {
			return Result{}, fmt.Errorf("linking %s %s: %w", w.kind, w.target(), err)
		}
	}
	return p.Result(), nil
}

// aheadAtMost is how many records are read beforehand: more would fill the memory.
const aheadAtMost = 20_000

// readAhead has the target read the records that the rows change, where it can.
func readAhead(rows []*rowPlan, target Target) error {
	reader, ok := beneath(target).(aheadReader)
	if !ok {
		return nil
	}
	var ids []success.ID
	asked := map[success.ID]bool{}
	for _, r := range rows {
		for _, w := range r.writes {
			if id := w.target(); id != "" && !asked[id] && len(ids) < aheadAtMost {
				asked[id] = true
				ids = append(ids, id)
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	if err := reader.Ahead(ids); err != nil {
		return fmt.Errorf("reading what will be changed: %w", err)
	}
	return nil
}

// applyRow writes one row. The plan has checked every record, so that a record
// is refused here only where the target knows a rule the plan does not; then
// the row is refused if nothing of it is written yet.
func (p *Plan) applyRow(r *rowPlan, target Target) error {
	for n, w := range r.writes {
		if reason := w.blocked(); reason != "" && n == 0 {
			w.failed = reason
			r.status, r.reason, r.changes = StatusRefused, reason, nil
			return nil
		}
		written, err := target.Put(w.kind, w.target(), p.fieldsOf(w))
		if err != nil {
			var person *success.Error
			if n == 0 && errors.As(err, &person) && person.Code == success.CodeInvalid {
				w.failed = person.Message
				r.status, r.reason, r.changes = StatusRefused, person.Message, nil
				return nil
			}
			return err
		}
		w.id = written.ID
	}
	return nil
}

// fieldsOf is body for a write that is done at once.
func (p *Plan) fieldsOf(w *write) success.Fields {
	if w.reading == nil {
		return w.body()
	}
	if p.fields == nil {
		p.fields = success.Fields{}
	}
	clear(p.fields)
	w.reading.fill(p.fields, w.target() == "")
	return p.fields
}

// blocked returns why a record this one needs was refused, or "".
func (w *write) blocked() string {
	for _, needed := range []*write{w.same, w.parent, w.met} {
		if needed != nil && needed.failed != "" {
			return needed.failed
		}
	}
	return ""
}

func (w *write) body() success.Fields {
	fields := w.fields
	if w.parent != nil {
		fields[w.parentField] = jsonText(string(w.parent.target()))
	}
	if w.met != nil {
		var there []string
		if json.Unmarshal(fields["stakeholder_ids"], &there) != nil {
			there = nil
		}
		if id := string(w.met.target()); !slices.Contains(there, id) {
			fields["stakeholder_ids"] = jsonValue(append(there, id))
		}
	}
	if w.previous != nil && w.previous.target() != "" {
		fields[w.previousField] = jsonText(string(w.previous.target()))
	}
	return fields
}

// check applies the entry rules to a record before anything is written. merged
// holds all of its fields, the owner's id aside, which may not be known yet.
func (p *planner) check(kind success.Kind, merged success.Fields, owner string) error {
	if owner != "" && merged[owner] == nil {
		full := success.Fields{owner: json.RawMessage(`"00000000-0000-7000-8000-000000000000"`)}
		for k, v := range merged {
			full[k] = v
		}
		merged = full
	}
	return success.Validate(kind, merged, p.o.Today)
}
