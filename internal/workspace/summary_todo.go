package workspace

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// What an account asks for is kept in its summary as a short text: the list of
// what to do looks at the summaries of thousands of accounts, and reads the files
// of those few that it shows. A thing to do is "KIND RECORD SINCE NOW NUMBER NTH",
// and semicolons part them; the account's name and the words are read when shown.

// todoRecords are the kinds of the records of things to do, by kind.
var todoRecords = map[success.TodoKind]success.Kind{
	success.TodoLeaving: "touchpoint", success.TodoMessage: "touchpoint", success.TodoGate: "term", success.TodoStory: "term",
	success.TodoReading: "measure", success.TodoPromise: "milestone", success.TodoQuestion: "question", success.TodoValidate: "success_plan",
}

// setTodo notes what an account asks for that was not set aside.
func (s *Summary) setTodo(todos []success.Todo, asides map[string]success.Aside, today success.Date) {
	var b []byte
	for i := range todos {
		todo := &todos[i]
		if aside, ok := asides[todo.Key()]; ok && aside.Holds(today) {
			s.Aside++
			continue
		}
		if len(b) > 0 {
			b = append(b, ';')
		}
		b = append(b, todo.Kind...)
		b = append(append(b, ' '), todo.Record.ID...)
		b = strconv.AppendInt(append(b, ' '), int64(todo.Since), 10)
		b = strconv.AppendBool(append(b, ' '), todo.Now)
		b = strconv.AppendInt(append(b, ' '), int64(todo.Number), 10)
		b = strconv.AppendInt(append(b, ' '), int64(todo.Nth), 10)
	}
	s.Todo = string(b)
}

// Todos reads what the account asks for and was not set aside, in order of urgency.
func (s *Summary) Todos() []success.Todo {
	if s.Todo == "" {
		return nil
	}
	list := make([]success.Todo, 0, 1+strings.Count(s.Todo, ";"))
	for text := range strings.SplitSeq(s.Todo, ";") {
		parts := strings.Fields(text)
		if len(parts) != 6 {
			continue
		}
		since, err1 := strconv.ParseInt(parts[2], 10, 32)
		number, err2 := strconv.Atoi(parts[4])
		nth, err3 := strconv.Atoi(parts[5])
		kind := success.TodoKind(parts[0])
		if err1 != nil || err2 != nil || err3 != nil || !slices.Contains(success.TodoKinds(), kind) {
			continue
		}
		list = append(list, success.Todo{
			Kind: kind, Record: success.Link{Kind: todoRecords[kind], ID: success.ID(parts[1])},
			Since: success.Date(since), Now: parts[3] == "true", Number: number, Nth: nth,
		})
	}
	return list
}
