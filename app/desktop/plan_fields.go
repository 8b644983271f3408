package desktop

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/success"
)

// typedFields turns texts as they are typed into the values of a record. The
// error names the field whose text is not of its type.
func typedFields(kind success.Kind, texts map[string]string, currency string) (success.Fields, error) {
	spec, err := success.SpecOf(kind)
	if err != nil {
		return nil, err
	}
	fields := success.Fields{}
	for name, text := range texts {
		field := spec.Field(name)
		if field == nil || field.Owner != "" {
			return nil, success.Invalid(name, "A %s has no %s.", kind, name)
		}
		value, err := typedValue(field, strings.TrimSpace(text), currency)
		if err != nil {
			return nil, err
		}
		fields[name] = value
	}
	return fields, nil
}

func typedValue(field *success.FieldSpec, text, currency string) (json.RawMessage, error) {
	if text == "" {
		return json.RawMessage("null"), nil
	}
	switch field.Type {
	case success.TypeNumber, success.TypeWhole, success.TypePosition:
		number, err := decimal.NewFromString(text)
		if err != nil || strings.ContainsAny(text, "eE") || len(text) > 40 {
			return nil, success.Invalid(field.Name, "“%.30s” is not a number.", text)
		}
		if field.Type == success.TypeWhole && !number.IsInteger() {
			return nil, success.Invalid(field.Name, "This must be a whole number.")
		}
		return json.RawMessage(number.String()), nil
	case success.TypeDate:
		if _, err := success.ParseDate(text); err != nil {
			return nil, success.Invalid(field.Name, "“%.30s” is not a day.", text)
		}
	case success.TypeMoney, success.TypeAmount:
		return json.Marshal(map[string]string{"amount": text, "currency": currency})
	case success.TypeBool:
		return json.RawMessage(map[bool]string{true: "true", false: "false"}[text == "true"]), nil
	case success.TypeJSON, success.TypeSet:
		return json.Marshal(strings.Fields(text))
	}
	return jsonText(text), nil
}

// checkChange refuses what the rules of a single record cannot see.
func checkChange(f *success.File, in RecordInput, today success.Date) error {
	if in.Kind == "milestone" {
		if list, ok := in.Fields["depends_on"]; ok && waitsForItself(f, success.ID(in.ID), strings.Fields(list)) {
			return success.Invalid("depends_on", "These milestones would wait for each other for ever.")
		}
	}
	for _, name := range []string{"done_on", "validated_on", "said_on", "baseline_on", "unit_value_confirmed_on", "stage_on"} {
		if on, err := success.ParseDate(strings.TrimSpace(in.Fields[name])); err == nil && on > today {
			return success.Invalid(name, "This day has not come yet.")
		}
	}
	return nil
}

// waitsForItself reports whether a milestone that waits for these would, by what
// they wait for, wait for itself.
func waitsForItself(f *success.File, id success.ID, first []string) bool {
	next := map[success.ID][]success.ID{}
	for i := range f.Milestones {
		next[f.Milestones[i].ID] = f.Milestones[i].DependsOn
	}
	var todo []success.ID
	for _, one := range first {
		todo = append(todo, success.ID(one))
	}
	seen := map[success.ID]bool{}
	for len(todo) > 0 {
		one := todo[0]
		todo = todo[1:]
		if one == id {
			return true
		}
		if !seen[one] {
			seen[one] = true
			todo = append(todo, next[one]...)
		}
	}
	return false
}

// planOutcomes returns a plan's outcomes as they stand on the page: by position,
// then by priority, then in the order they were made. Those without come last.
func planOutcomes(f *success.File, plan success.ID) []*success.Outcome {
	var list []*success.Outcome
	for i := range f.Outcomes {
		if f.Outcomes[i].PlanID == plan {
			list = append(list, &f.Outcomes[i])
		}
	}
	slices.SortFunc(list, func(a, b *success.Outcome) int {
		return cmp.Or(
			lastIfEmpty(a.Position.IsZero(), b.Position.IsZero()), a.Position.Cmp(b.Position.Decimal),
			lastIfEmpty(a.Priority == nil, b.Priority == nil), cmp.Compare(countOf(a.Priority), countOf(b.Priority)),
			cmp.Compare(a.CreatedAt, b.CreatedAt), cmp.Compare(a.ID, b.ID),
		)
	})
	return list
}

func lastIfEmpty(a, b bool) int {
	switch {
	case a && !b:
		return 1
	case b && !a:
		return -1
	}
	return 0
}

func countOf(n *success.Count) success.Count {
	if n == nil {
		return 0
	}
	return *n
}

// endOf is the position after the last outcome, or none while one of them stands
// by its priority: a new one comes after those by itself.
func endOf(list []*success.Outcome) decimal.Decimal { return endOfPlaces(outcomePlaces(list)).Decimal }

// placesAfter returns the positions to write so that id stands before another
// one: its own alone, or all of them where some have none yet.
func placesAfter(list []*success.Outcome, id, before success.ID) map[success.ID]success.Position {
	return moveTo(outcomePlaces(list), id, before)
}

func outcomePlaces(list []*success.Outcome) []placed {
	return placesOf(list, func(o *success.Outcome) placed { return placed{o.ID, o.Position} })
}

// named puts a title behind a noun, where there is one.
func named(title string) string {
	if title == "" {
		return ""
	}
	return " “" + title + "”"
}

// titleOf is what a person calls a record of the plan, for the history.
func titleOf(f *success.File, kind success.Kind, id success.ID) string {
	switch kind {
	case "success_plan":
		return titleIn(f.Plans, id, func(p *success.SuccessPlan) string { return p.Title })
	case "outcome":
		return titleIn(f.Outcomes, id, func(o *success.Outcome) string { return o.Statement })
	case "measure":
		return titleIn(f.Measures, id, func(m *success.Measure) string { return m.Name })
	case "behavior_change":
		return titleIn(f.BehaviorChanges, id, func(c *success.BehaviorChange) string { return cmp.Or(c.To, c.Process) })
	case "milestone":
		return titleIn(f.Milestones, id, func(m *success.Milestone) string { return m.Title })
	case "reading":
		measure := titleIn(f.Readings, id, func(r *success.Reading) string { return string(r.MeasureID) })
		return titleOf(f, "measure", success.ID(measure))
	}
	return ""
}

func titleIn[T any, P interface {
	*T
	success.Record
}](list []T, id success.ID, title func(*T) string) string {
	for i := range list {
		if P(&list[i]).Base().ID == id {
			return title(&list[i])
		}
	}
	return ""
}
