package success

import "slices"

// DecodeQuick reads one record as a file does: quickly where it is plain.
func DecodeQuick(kind Kind, body []byte) (Record, error) {
	spec, err := SpecOf(kind)
	if err != nil {
		return nil, err
	}
	rec := spec.New()
	if quickDecode(rec, body) {
		return rec, noteBlanks(rec.Base(), kind, slices.Clone(body))
	}
	rec = spec.New()
	if err := decodeInto(rec, kind, body); err != nil {
		return nil, err
	}
	return rec, noteBlanks(rec.Base(), kind, body)
}
