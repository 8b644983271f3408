package success

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// packer packs the values of one type. pack is never asked for a zero value within
// a struct.
type packer struct {
	pack   func(w *packing, v reflect.Value)
	unpack func(r *unpacking, v reflect.Value) error
}

// packerOf makes the packer of a type and writes down its shape. A type that no
// record has is a fault of the program.
func packerOf(t reflect.Type, shape *strings.Builder) *packer {
	fmt.Fprintf(shape, "%s %s;", t.Kind(), t.Name())
	switch {
	case t == reflect.TypeFor[decimal.Decimal]():
		return &packer{packDecimal, unpackDecimal}
	case t == reflect.TypeFor[Meta]():
		return packerOfMeta(shape)
	}
	switch t.Kind() {
	case reflect.Struct:
		return packerOfStruct(t, shape)
	case reflect.Slice:
		return packerOfSlice(t, shape)
	case reflect.Map:
		return packerOfMap(t, shape)
	case reflect.Pointer:
		of := packerOf(t.Elem(), shape)
		return &packer{
			func(w *packing, v reflect.Value) { of.pack(w, v.Elem()) },
			func(r *unpacking, v reflect.Value) error {
				v.Set(reflect.New(t.Elem()))
				return of.unpack(r, v.Elem())
			},
		}
	case reflect.String:
		return &packer{
			func(w *packing, v reflect.Value) { w.text(v.String()) },
			func(r *unpacking, v reflect.Value) error {
				text, err := r.text()
				v.SetString(text)
				return err
			},
		}
	case reflect.Bool:
		return &packer{
			func(w *packing, v reflect.Value) { w.body = append(w.body, boolByte(v.Bool())) },
			func(r *unpacking, v reflect.Value) error {
				n, err := r.number()
				v.SetBool(n == 1)
				return err
			},
		}
	case reflect.Int, reflect.Int32, reflect.Int64:
		return &packer{
			func(w *packing, v reflect.Value) { w.body = binary.AppendVarint(w.body, v.Int()) },
			func(r *unpacking, v reflect.Value) error {
				n, err := r.signed()
				v.SetInt(n)
				return err
			},
		}
	case reflect.Float64:
		return &packer{packFloat, unpackFloat}
	default:
		panic("a record has a field that cannot be packed: " + t.String())
	}
}

func boolByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}

func packFloat(w *packing, v reflect.Value) {
	w.body = binary.LittleEndian.AppendUint64(w.body, math.Float64bits(v.Float()))
}

func unpackFloat(r *unpacking, v reflect.Value) error {
	if len(r.rest) < 8 {
		return errPacked
	}
	v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(r.rest)))
	r.rest = r.rest[8:]
	return nil
}

func packDecimal(w *packing, v reflect.Value) {
	d, _ := v.Interface().(decimal.Decimal)
	w.text(d.Coefficient().String())
	w.body = binary.AppendVarint(w.body, int64(d.Exponent()))
}

func unpackDecimal(r *unpacking, v reflect.Value) error {
	text, err := r.text()
	if err != nil {
		return err
	}
	exponent, err := r.signed()
	if err != nil {
		return err
	}
	d, err := decimal.NewFromString(text)
	if err != nil || exponent != int64(int32(exponent)) { //nolint:gosec // that is what is asked
		return errPacked
	}
	v.Set(reflect.ValueOf(d.Shift(int32(exponent)))) //nolint:gosec // checked above
	return nil
}

// packerOfMeta adds what Meta keeps to itself to its four values.
func packerOfMeta(shape *strings.Builder) *packer {
	of := packerOfStruct(reflect.TypeFor[Meta](), shape)
	return &packer{
		func(w *packing, v reflect.Value) {
			of.pack(w, v)
			w.text(v.FieldByName("blank").String())
		},
		func(r *unpacking, v reflect.Value) error {
			if err := of.unpack(r, v); err != nil {
				return err
			}
			blank, err := r.text()
			if m, ok := v.Addr().Interface().(*Meta); ok {
				m.blank = blank
			}
			return err
		},
	}
}

func packerOfStruct(t reflect.Type, shape *strings.Builder) *packer {
	var fields []*packer
	var at []int
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() {
			shape.WriteString(f.Name + " ")
			fields, at = append(fields, packerOf(f.Type, shape)), append(at, i)
		}
	}
	if len(at) > 64 {
		panic("a record has more than 64 fields: " + t.String())
	}
	shape.WriteByte('}')
	return &packer{
		func(w *packing, v reflect.Value) {
			present := uint64(0)
			for i, n := range at {
				if !v.Field(n).IsZero() {
					present |= 1 << i
				}
			}
			w.number(present)
			for i, n := range at {
				if present&(1<<i) != 0 {
					fields[i].pack(w, v.Field(n))
				}
			}
		},
		func(r *unpacking, v reflect.Value) error {
			present, err := r.number()
			if err != nil {
				return err
			}
			for i, n := range at {
				if present&(1<<i) == 0 {
					continue
				}
				if err := fields[i].unpack(r, v.Field(n)); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func packerOfSlice(t reflect.Type, shape *strings.Builder) *packer {
	if t.Elem().Kind() == reflect.Uint8 {
		return &packer{
			func(w *packing, v reflect.Value) { w.text(string(v.Bytes())) },
			func(r *unpacking, v reflect.Value) error {
				text, err := r.text()
				v.SetBytes([]byte(text))
				return err
			},
		}
	}
	of := packerOf(t.Elem(), shape)
	return &packer{
		func(w *packing, v reflect.Value) {
			w.number(uint64(v.Len())) //nolint:gosec // a length
			for i := range v.Len() {
				of.pack(w, v.Index(i))
			}
		},
		func(r *unpacking, v reflect.Value) error {
			n, err := r.count()
			if err != nil {
				return err
			}
			v.Set(reflect.MakeSlice(t, n, n))
			for i := range n {
				if err := of.unpack(r, v.Index(i)); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// packerOfMap packs maps by texts, in the order of these.
func packerOfMap(t reflect.Type, shape *strings.Builder) *packer {
	of := packerOf(t.Elem(), shape)
	return &packer{
		func(w *packing, v reflect.Value) {
			names := v.MapKeys()
			slices.SortFunc(names, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
			w.number(uint64(len(names)))
			for _, name := range names {
				w.text(name.String())
				of.pack(w, v.MapIndex(name))
			}
		},
		func(r *unpacking, v reflect.Value) error {
			n, err := r.count()
			if err != nil {
				return err
			}
			v.Set(reflect.MakeMapWithSize(t, n))
			for range n {
				name, err := r.text()
				if err != nil {
					return err
				}
				value := reflect.New(t.Elem()).Elem()
				if err := of.unpack(r, value); err != nil {
					return err
				}
				v.SetMapIndex(reflect.ValueOf(name).Convert(t.Key()), value)
			}
			return nil
		},
	}
}
