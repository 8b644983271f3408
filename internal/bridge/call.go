package bridge

import (
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
)

// maxCall bounds the arguments of one call; files go through /upload.
const maxCall = 4 << 20

// call is one bound method.
type call struct {
	method reflect.Value
	args   []reflect.Type
	fails  bool // the last result is an error
}

var errorType = reflect.TypeFor[error]()

// callsOf lists the methods of the bound structs as "package.Struct.Method". It
// returns an error for a method whose results cannot cross: the window can take
// nothing, a value, an error, or a value and an error.
func callsOf(bound []any) (map[string]call, error) {
	calls := map[string]call{}
	for _, target := range bound {
		v := reflect.ValueOf(target)
		prefix := v.Type().String()[1:] // "*desktop.Portfolio" without its star
		for i := range v.NumMethod() {
			m := v.Method(i)
			name := prefix + "." + v.Type().Method(i).Name
			c := call{method: m}
			for j := range m.Type().NumIn() {
				c.args = append(c.args, m.Type().In(j))
			}
			n := m.Type().NumOut()
			c.fails = n > 0 && m.Type().Out(n-1) == errorType
			if n > 2 || (n == 2 && !c.fails) {
				return nil, fmt.Errorf("%s: results must be (), (T), (error) or (T, error)", name)
			}
			calls[name] = c
		}
	}
	return calls, nil
}

// serveCall runs one bound method: {"name": "desktop.Portfolio.Page", "args":
// […]} answers with the result, or with status 422 and a problem.
func (s *Server) serveCall(w http.ResponseWriter, r *http.Request) {
	var request struct {
		Name string            `json:"name"`
		Args []json.RawMessage `json:"args"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxCall)).Decode(&request); err != nil {
		http.Error(w, "This call cannot be read.", http.StatusBadRequest)
		return
	}
	c, ok := s.calls[request.Name]
	if !ok || len(request.Args) != len(c.args) {
		http.Error(w, "There is no such call.", http.StatusNotFound)
		return
	}
	in := make([]reflect.Value, len(c.args))
	for i, t := range c.args {
		v := reflect.New(t)
		if err := json.Unmarshal(request.Args[i], v.Interface()); err != nil {
			http.Error(w, "This call's arguments cannot be read.", http.StatusBadRequest)
			return
		}
		in[i] = v.Elem()
	}
	s.answer(w, request.Name, c, c.method.Call(in))
}

func (s *Server) answer(w http.ResponseWriter, name string, c call, out []reflect.Value) {
	w.Header().Set("Content-Type", "application/json")
	if c.fails {
		if err, failed := out[len(out)-1].Interface().(error); failed && err != nil {
			s.o.Log.WithField("op", name).WithError(err).Warn("call failed")
			w.WriteHeader(http.StatusUnprocessableEntity)
			_ = json.NewEncoder(w).Encode(s.o.Problem(err)) // the page is gone if this fails
			return
		}
		out = out[:len(out)-1]
	}
	var result any
	if len(out) == 1 {
		result = out[0].Interface()
	}
	text, err := json.Marshal(result)
	if err != nil {
		s.o.Log.WithField("op", name).WithError(err).Error("result cannot be written")
		http.Error(w, "This answer cannot be written.", http.StatusInternalServerError)
		return
	}
	_, _ = w.Write(text) // the page is gone if this fails
}
