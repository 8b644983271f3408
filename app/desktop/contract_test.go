package desktop_test

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/sirupsen/logrus/hooks/test"

	"github.com/tendril-app/tendril/app/desktop"
)

// The window's side of every bound call is generated: what Go can say and
// TypeScript cannot, it loses without a word. This test says it instead.
func TestBoundStructsCrossToTypeScriptWithoutLoss(t *testing.T) {
	t.Parallel()
	log, _ := test.NewNullLogger()
	app := desktop.New(desktop.Options{Now: time.Now, Log: log})
	bound := desktop.Bound(app)
	if len(bound) == 0 {
		t.Fatal("nothing is bound")
	}
	for _, b := range bound {
		typ := reflect.TypeOf(b)
		if n := typ.NumMethod(); n > 14 {
			t.Errorf("%s has %d methods: split it by screen", typ, n)
		}
		for i := range typ.NumMethod() {
			for _, p := range problems(typ.Method(i)) {
				t.Errorf("%s.%s: %s", typ, typ.Method(i).Name, p)
			}
		}
	}
}

func problems(m reflect.Method) []string {
	var out []string
	seen := map[reflect.Type]bool{}
	for i := 1; i < m.Type.NumIn(); i++ {
		out = append(out, crossing(m.Type.In(i), "parameter", seen)...)
	}
	n := m.Type.NumOut()
	errorType := reflect.TypeFor[error]()
	if n > 2 || (n == 2 && m.Type.Out(1) != errorType) {
		return append(out, "results must be (), (T), (error) or (T, error)")
	}
	if n > 0 && m.Type.Out(0) != errorType {
		out = append(out, crossing(m.Type.Out(0), "result", seen)...)
	}
	return out
}

func crossing(typ reflect.Type, where string, seen map[reflect.Type]bool) []string {
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map {
		typ = typ.Elem()
	}
	if seen[typ] {
		return nil
	}
	seen[typ] = true
	if typ == reflect.TypeFor[time.Time]() {
		return []string{where + ": a time becomes any; send an ISO text"}
	}
	switch typ.Kind() {
	case reflect.Interface, reflect.Func, reflect.Chan:
		return []string{fmt.Sprintf("%s: %s cannot cross", where, typ)}
	case reflect.Struct:
	default:
		return nil
	}
	var out []string
	for i := range typ.NumField() {
		f := typ.Field(i)
		if f.Anonymous || !f.IsExported() {
			out = append(out, crossing(f.Type, where+"."+f.Name, seen)...)
			continue
		}
		if f.Tag.Get("json") == "" {
			out = append(out, fmt.Sprintf("%s: %s.%s has no json tag", where, typ.Name(), f.Name))
		}
		out = append(out, crossing(f.Type, where+"."+f.Name, seen)...)
	}
	return out
}
