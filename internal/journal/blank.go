package journal

import "google.golang.org/protobuf/encoding/protowire"

// changeBlanked marks an entry whose texts were taken out for good.
const changeBlanked = 17

// Blank takes out of an entry every field that keep does not name and marks the
// entry, so that nobody takes what is missing for damage. Its id, its time and its
// place in its group stay, as other entries count on them. It reports whether
// anything was taken out.
func (e *Entry) Blank(keep func(field string) bool) bool {
	fields := make([]Field, 0, len(e.Fields))
	for _, f := range e.Fields {
		if keep(f.Name) {
			fields = append(fields, f)
		}
	}
	if len(fields) == len(e.Fields) {
		return false
	}
	e.Fields = fields
	if !e.blanked() {
		e.Unknown = appendVarint(e.Unknown, changeBlanked, 1)
	}
	return true
}

// IsBlanked reports whether an encoded entry had texts taken out of it. Such an
// entry's bytes are not those that its digest was made of.
func IsBlanked(body []byte) bool {
	e, err := Decode(body)
	return err == nil && e.blanked()
}

func (e *Entry) blanked() bool {
	for b := e.Unknown; len(b) > 0; {
		number, kind, n := protowire.ConsumeTag(b)
		if n < 0 {
			return false
		}
		length := protowire.ConsumeFieldValue(number, kind, b[n:])
		if length < 0 {
			return false
		}
		if number == changeBlanked {
			return true
		}
		b = b[n+length:]
	}
	return false
}

// Rewrite replaces what an entry says, to forget a person: value is called for
// each field and returns what it does from now on, and false for a field that goes
// altogether. A changed entry is marked as Blank marks it. Rewrite reports whether
// anything changed.
func (e *Entry) Rewrite(label string, value func(f Field) (Field, bool)) bool {
	changed := label != e.Label
	e.Label = label
	fields := make([]Field, 0, len(e.Fields))
	for _, f := range e.Fields {
		now, stays := value(f)
		if !stays {
			changed = true
			continue
		}
		changed = changed || now.Op != f.Op || now.Value != f.Value
		fields = append(fields, now)
	}
	if !changed {
		return false
	}
	e.Fields = fields
	if !e.blanked() {
		e.Unknown = appendVarint(e.Unknown, changeBlanked, 1)
	}
	return true
}
