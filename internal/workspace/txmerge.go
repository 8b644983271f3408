package workspace

import (
	"slices"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/success"
)

// merge puts the fields given into the draft and reports whether that changed it.
func (tx *Tx) merge(d *draft, fields success.Fields, mode writeMode) (changed bool, err error) {
	first := d.isNew() && len(d.now.fields) == 0 && mode != settleMode
	if first {
		d.now.fields = slices.Grow(d.now.fields, len(fields))
	}
	known := 0 // in their order, so that each new one stands last
	for i := range d.info.spec.Fields {
		name := d.info.spec.Fields[i].Name
		raw, given := fields[name]
		if !given {
			continue
		}
		known++
		var differs bool
		if first {
			differs, err = d.mergeFirst(name, d.info.inOrder[i], raw)
		} else {
			differs, err = d.mergeField(name, raw, mode)
		}
		if err != nil {
			return false, err
		}
		changed = changed || differs
	}
	if known == len(fields) {
		return changed, nil
	}
	for name, raw := range fields {
		if d.info.spec.Field(name) != nil {
			continue
		}
		differs, err := d.mergeField(name, raw, mode)
		if err != nil {
			return false, err
		}
		changed = changed || differs
	}
	return changed, nil
}

// mergeFirst puts a value into a new draft that has only fields before this one.
func (d *draft) mergeFirst(name string, kind success.FieldType, raw []byte) (changed bool, err error) {
	value, err := canonical(kind, raw)
	if err != nil {
		return false, unreadable(name, raw)
	}
	if len(value) == 0 {
		return false, nil
	}
	d.now.fields = append(d.now.fields, field{name, value})
	return true, nil
}

func unreadable(name string, raw []byte) error {
	return success.Invalid(name, "The value of %s is not readable: %.60s", name, raw)
}

func (d *draft) mergeField(name string, raw []byte, mode writeMode) (changed bool, err error) {
	switch name {
	case "id":
		return false, nil
	case createdAt, updatedAt, deletedAt:
		return d.mergeTime(name, raw, mode), nil
	}
	if mode == settleMode {
		d.settle, changed = true, true
		raw = d.settled(name, raw)
	}
	value, err := canonical(d.info.typeOf(name), raw)
	if err != nil {
		return false, unreadable(name, raw)
	}
	if string(value) == string(d.now.get(name)) {
		return changed, nil
	}
	if d.rec != nil && d.info.hangsBy(name) {
		return false, success.Invalid(name, "A %s stays where it is; make a new one instead.", spoken(d.info.kind))
	}
	d.now.set(name, value)
	return true, nil
}

// settled notes the cells whose conflicts end, and returns the field's new value.
// Of a map, only the keys given are settled and changed.
func (d *draft) settled(name string, raw []byte) []byte {
	if d.info.typeOf(name) != success.TypeMap || len(raw) == 0 || raw[0] != '{' {
		d.force = append(d.force, name)
		return raw
	}
	var whole collection
	b := d.now.clone()
	whole.open(&b, name)
	_ = eachMember(raw, func(key, value []byte) error {
		text := textOf(append(append([]byte{'"'}, key...), '"'))
		d.force = append(d.force, journal.CellName(name, text))
		value, err := canonical(success.TypeJSON, value)
		if err != nil {
			return err
		}
		if value == nil {
			whole.put(text, journal.OpClear, journal.Value{})
		} else {
			whole.put(text, journal.OpSet, toValue(success.TypeJSON, value))
		}
		return nil
	})
	whole.close(&b)
	return b.get(name)
}

// mergeTime takes one of the record's own times where the mode lets it.
func (d *draft) mergeTime(name string, raw []byte, mode writeMode) (changed bool) {
	switch {
	case mode == importMode:
		return d.mergeOwn(name, raw)
	case mode == settleMode && name == deletedAt:
		d.mergeOwn(name, raw)
		d.settle = true
		d.force = append(d.force, presence)
		return true
	}
	return false
}

// mergeOwn takes a time that an import brings. The time of the last change alone
// is no change.
func (d *draft) mergeOwn(name string, raw []byte) (changed bool) {
	value, err := canonical(success.TypeInstant, raw)
	if err != nil {
		return false
	}
	text := textOf(value)
	switch name {
	case createdAt:
		changed = text != "" && text != d.now.created
		if changed {
			d.now.created = text
		}
	case updatedAt:
		if text != "" {
			d.now.updated = text
		}
	default:
		changed = (text == "") != (d.now.deleted == "")
		if changed {
			d.now.deleted = text
		}
	}
	return changed
}
