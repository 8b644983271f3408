package success

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// FieldType says how a field's value is written, merged and shown.
type FieldType string

// The types of fields. Set and Map fields merge by element and by key; all
// others are one cell each, last writer wins.
const (
	TypeText     FieldType = "text"
	TypeBool     FieldType = "bool"
	TypeWhole    FieldType = "whole"
	TypeNumber   FieldType = "number"
	TypeDate     FieldType = "date"
	TypeInstant  FieldType = "instant"
	TypeMoney    FieldType = "money"
	TypeAmount   FieldType = "amount"
	TypeID       FieldType = "id"
	TypeLink     FieldType = "link"
	TypePosition FieldType = "position"
	TypeJSON     FieldType = "json" // a list or an object, one cell
	TypeSet      FieldType = "set"  // list of texts, or an object whose pairs are the elements
	TypeMap      FieldType = "map"  // object, one cell a key
)

// FieldSpec describes one field of a record.
type FieldSpec struct {
	Name     string
	Type     FieldType
	Go       string // name of the struct field
	Title    bool   // the field that names the record to a person
	Search   bool   // found by search
	Required bool
	Past     bool // a day after today is refused on entry
	Currency bool // an ISO 4217 code
	Owner    Kind // what the record hangs on; "*" where the field's own value says
	Owner2   Kind // a second owner, whose deletion hides the record too
	Else     Kind // what the record hangs on where the field of its owner is empty
	Ref      Kind // a link that is empty when its record is deleted
	Enum     []string
	Default  string
	Min, Max *float64
	Above    *float64 // exclusive lower bound

	index int // of the struct field
}

// Spec describes one kind of record.
type Spec struct {
	Kind   Kind
	Fields []FieldSpec // without id, created_at, updated_at, deleted_at
	New    func() Record

	byName map[string]*FieldSpec
}

// Field returns the field's description, or nil for an unknown name.
func (s *Spec) Field(name string) *FieldSpec { return s.byName[name] }

// Owner returns the field that says what the record hangs on, or nil for
// records that hang on the workspace.
func (s *Spec) Owner() *FieldSpec {
	for i := range s.Fields {
		if s.Fields[i].Owner != "" {
			return &s.Fields[i]
		}
	}
	return nil
}

// OwnerOf returns the field that says what one record hangs on, and the kind of
// that: of a record that may hang on either of two, the field that is filled. A
// field of a kind "*" says the kind itself. Nil where the record hangs on the
// workspace.
func (s *Spec) OwnerOf(isFilled func(field string) bool) (*FieldSpec, Kind) {
	owner := s.Owner()
	if owner == nil {
		return nil, ""
	}
	if !isFilled(owner.Name) {
		for i := range s.Fields {
			if f := &s.Fields[i]; f.Else != "" && isFilled(f.Name) {
				return f, f.Else
			}
		}
	}
	return owner, owner.Owner
}

// TitleField returns the name of the field that names the record, or "".
func (s *Spec) TitleField() string {
	for i := range s.Fields {
		if s.Fields[i].Title {
			return s.Fields[i].Name
		}
	}
	return ""
}

// Specs returns all kinds, owners before what hangs on them; bundles are
// written in this order.
func Specs() []*Spec { return registry().list }

// SpecOf returns the description of a kind; the error names the kind and is of
// CodeInvalid.
func SpecOf(kind Kind) (*Spec, error) {
	if s, ok := registry().byKind[kind]; ok {
		return s, nil
	}
	return nil, Invalid("type", "There is no kind of record called %q.", kind)
}

// Decode reads a record's JSON body into its struct; unknown names are ignored.
func Decode(kind Kind, body []byte) (Record, error) {
	spec, err := SpecOf(kind)
	if err != nil {
		return nil, err
	}
	rec := spec.New()
	if !quickDecode(rec, body) {
		rec = spec.New()
		if err := decodeInto(rec, kind, body); err != nil {
			return nil, err
		}
	}
	if err := noteBlanks(rec.Base(), kind, body); err != nil {
		return nil, err
	}
	return rec, nil
}

// FieldsOf returns the values that rec sets, by field name, id and times
// included where they are set.
func FieldsOf(rec Record) (Fields, error) {
	body, err := json.Marshal(rec)
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", rec.Kind(), err)
	}
	var fields Fields
	if err := json.Unmarshal(body, &fields); err != nil {
		return nil, fmt.Errorf("write %s: %w", rec.Kind(), err)
	}
	base := rec.Base()
	if base.ID == "" {
		delete(fields, "id")
	}
	if base.CreatedAt == 0 {
		delete(fields, "created_at")
	}
	if base.UpdatedAt == 0 {
		delete(fields, "updated_at")
	}
	return fields, nil
}

type specs struct {
	list   []*Spec
	byKind map[Kind]*Spec
}

var registry = sync.OnceValue(func() specs {
	makers := []func() Record{
		func() Record { return &Workspace{} }, func() Record { return &Member{} },
		func() Record { return &FxRate{} }, func() Record { return &Motivation{} },
		func() Record { return &Indicator{} }, func() Record { return &CustomerType{} },
		func() Record { return &SavedView{} }, func() Record { return &Mapping{} },
		func() Record { return &Template{} }, func() Record { return &Account{} },
		func() Record { return &Term{} }, func() Record { return &Stakeholder{} },
		func() Record { return &SuccessPlan{} }, func() Record { return &Outcome{} },
		func() Record { return &PlanSignoff{} }, func() Record { return &Measure{} },
		func() Record { return &Reading{} }, func() Record { return &BehaviorChange{} },
		func() Record { return &Milestone{} }, func() Record { return &Benefit{} },
		func() Record { return &BenefitStep{} }, func() Record { return &Touchpoint{} },
		func() Record { return &Question{} }, func() Record { return &Insight{} },
		func() Record { return &CustomerAction{} }, func() Record { return &IndicatorValue{} },
		func() Record { return &Renewal{} }, func() Record { return &Story{} },
		func() Record { return &Claim{} }, func() Record { return &ExportRecord{} },
		func() Record { return &Evidence{} },
	}
	out := specs{byKind: map[Kind]*Spec{}}
	for _, maker := range makers {
		s := describe(maker)
		out.list = append(out.list, s)
		out.byKind[s.Kind] = s
	}
	return out
})

func describe(maker func() Record) *Spec {
	rec := maker()
	spec := &Spec{Kind: rec.Kind(), New: maker, byName: map[string]*FieldSpec{}}
	t := reflect.TypeOf(rec).Elem()
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		field := FieldSpec{Name: name, Go: f.Name, Type: typeOf(f.Type), index: i}
		field.read(f.Tag.Get("rec"))
		spec.Fields = append(spec.Fields, field)
	}
	for i := range spec.Fields {
		spec.byName[spec.Fields[i].Name] = &spec.Fields[i]
	}
	return spec
}

func (f *FieldSpec) read(tag string) {
	for part := range strings.SplitSeq(tag, ",") {
		key, value, _ := strings.Cut(part, "=")
		switch key {
		case "title":
			f.Title = true
		case "search":
			f.Search = true
		case "required":
			f.Required = true
		case "past":
			f.Past = true
		case "currency":
			f.Currency = true
		case "enum":
			f.Enum = strings.Split(value, "|")
		case "default":
			f.Default = value
		case "set":
			f.Type = TypeSet
		case "map":
			f.Type = TypeMap
		default:
			f.readKind(key, Kind(value))
			f.readBound(key, value)
		}
	}
}

// readKind reads what a record hangs on or links to.
func (f *FieldSpec) readKind(key string, kind Kind) {
	switch key {
	case "owner":
		f.Owner = kind
	case "owner2":
		f.Owner2 = kind
	case "else":
		f.Else = kind
	case "ref":
		f.Ref = kind
	}
}

func (f *FieldSpec) readBound(key, value string) {
	switch key {
	case "min":
		f.Min = bound(value)
	case "max":
		f.Max = bound(value)
	case "above":
		f.Above = bound(value)
	}
}

func bound(text string) *float64 {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic("bad bound in a rec tag: " + text)
	}
	return &v
}

func typeOf(t reflect.Type) FieldType {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t {
	case reflect.TypeFor[Date]():
		return TypeDate
	case reflect.TypeFor[Instant]():
		return TypeInstant
	case reflect.TypeFor[Money]():
		return TypeMoney
	case reflect.TypeFor[Amount]():
		return TypeAmount
	case reflect.TypeFor[ID]():
		return TypeID
	case reflect.TypeFor[Link]():
		return TypeLink
	case reflect.TypeFor[Position]():
		return TypePosition
	case reflect.TypeFor[Count]():
		return TypeWhole
	}
	switch t.Kind() {
	case reflect.String:
		return TypeText
	case reflect.Bool:
		return TypeBool
	case reflect.Float64:
		return TypeNumber
	default:
		return TypeJSON
	}
}
