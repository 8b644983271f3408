package success

// DecodeSlowly is Decode by the general reader alone.
func DecodeSlowly(kind Kind, body []byte) (Record, error) {
	spec, err := SpecOf(kind)
	if err != nil {
		return nil, err
	}
	rec := spec.New()
	if err := decodeInto(rec, kind, body); err != nil {
		return nil, err
	}
	return rec, noteBlanks(rec.Base(), kind, body)
}
