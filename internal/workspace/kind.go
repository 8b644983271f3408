package workspace

import (
	"crypto/sha1" //nolint:gosec // UUIDs of version 5 are made with SHA-1; nothing is kept secret by it
	"reflect"
	"sync"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/success"
)

// kindInfo is what this package asks of a kind's description all the time.
type kindInfo struct {
	spec   *success.Spec
	kind   success.Kind
	order  map[string]int // of fields in a body
	owner  *success.FieldSpec
	owner2 *success.FieldSpec
	title  string
	search []string // fields found by search, the title included
	types  map[string]success.FieldType

	inOrder []success.FieldType // types of the description's fields
}

var kinds = sync.OnceValue(func() map[success.Kind]*kindInfo {
	all := map[success.Kind]*kindInfo{}
	for _, spec := range success.Specs() {
		info := &kindInfo{spec: spec, kind: spec.Kind, order: map[string]int{}, owner: spec.Owner(), title: spec.TitleField(), types: map[string]success.FieldType{}}
		shape := reflect.TypeOf(spec.New()).Elem()
		for i := range spec.Fields {
			f := &spec.Fields[i]
			info.order[f.Name] = i
			info.types[f.Name] = f.Type
			// A set written as an object, such as the ids by source, has one value a
			// key, and so one cell a key: two values of one key are a conflict.
			if goField, ok := shape.FieldByName(f.Go); ok && f.Type == success.TypeSet && goField.Type.Kind() == reflect.Map {
				info.types[f.Name] = success.TypeMap
			}
			info.inOrder = append(info.inOrder, info.types[f.Name])
			if f.Owner2 != "" {
				info.owner2 = f
			}
			if f.Search || f.Name == info.title {
				info.search = append(info.search, f.Name)
			}
		}
		all[spec.Kind] = info
	}
	return all
})

// ownerOf is the field of one record that says what it hangs on, and the kind of
// that; nil for a record of the workspace.
func (k *kindInfo) ownerOf(value func(field string) []byte) (*success.FieldSpec, success.Kind) {
	return k.spec.OwnerOf(func(field string) bool { return textOf(value(field)) != "" || k.types[field] == success.TypeLink })
}

// hangsBy reports whether a field says what a record of the kind hangs on.
func (k *kindInfo) hangsBy(field string) bool {
	if k.owner == nil {
		return false
	}
	f := k.spec.Field(field)
	return field == k.owner.Name || f != nil && f.Else != ""
}

// ownerIn is the text of a body that says what the record hangs on, "" for nothing.
func (k *kindInfo) ownerIn(raw []byte) string {
	field, _ := k.ownerOf(func(name string) []byte { return member(raw, name) })
	if field == nil {
		return ""
	}
	value := member(raw, field.Name)
	if field.Type == success.TypeLink {
		value = member(value, "id")
	}
	return textOf(value)
}

// namesItself reports whether a record's id follows from what it is.
func (k *kindInfo) namesItself() bool { return k.kind == "fx_rate" || k.kind == "workspace" }

func infoOf(kind success.Kind) (*kindInfo, error) {
	if info, ok := kinds()[kind]; ok {
		return info, nil
	}
	_, err := success.SpecOf(kind)
	return nil, err
}

// infoOrUnknown describes kinds of a later version too: they are stored, shown
// and handed on, though nothing is known of their fields.
func infoOrUnknown(kind string) *kindInfo {
	if info, ok := kinds()[success.Kind(kind)]; ok {
		return info
	}
	return &kindInfo{spec: &success.Spec{Kind: success.Kind(kind)}, kind: success.Kind(kind)}
}

// before reports whether field a stands before field b in a body: in the order
// of the description, then those of later versions by name.
func (k *kindInfo) before(a, b string) bool {
	i, knownA := k.order[a]
	j, knownB := k.order[b]
	switch {
	case knownA && knownB:
		return i < j
	case knownA != knownB:
		return knownA
	}
	return a < b
}

func (k *kindInfo) typeOf(field string) success.FieldType {
	if t, ok := k.types[field]; ok {
		return t
	}
	return success.TypeJSON
}

// rateID is the id that a rate has in every workspace, so that the same rate
// entered twice is one record.
func rateID(fields success.Fields) success.ID {
	name := "tendril:fx_rate/" + textOf(fields["on"]) + "/" + textOf(fields["from"]) + "/" + textOf(fields["to"])
	space := [16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}
	sum := sha1.Sum(append(space[:], name...)) //nolint:gosec // see the import
	id := journal.UUID(sum[:16])
	id[6] = id[6]&0x0f | 0x50
	id[8] = id[8]&0x3f | 0x80
	return success.ID(id.String())
}
