package success

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// TodoKind is what an account asks of whoever looks after it.
type TodoKind string

// The kinds of things to do, the most urgent first.
const (
	TodoLeaving  TodoKind = "leaving"  // they said they may go, and nobody answered
	TodoGate     TodoKind = "gate"     // a call on the renewal is due
	TodoMessage  TodoKind = "message"  // a message is owed an answer
	TodoReading  TodoKind = "reading"  // a measure is to be read again
	TodoPromise  TodoKind = "promise"  // a promise is overdue, ours or theirs
	TodoQuestion TodoKind = "question" // a question is open for 45 days
	TodoValidate TodoKind = "validate" // outcomes are to be stood by again
	TodoStory    TodoKind = "story"    // the renewal has no story yet
)

// TodoKinds lists the kinds, the most urgent first.
func TodoKinds() []TodoKind {
	return []TodoKind{TodoLeaving, TodoGate, TodoMessage, TodoReading, TodoPromise, TodoQuestion, TodoValidate, TodoStory}
}

// How far Today looks, in days: what falls due within the week stands on it, a
// question waits for openDays, a story is wanted from storyDays before the
// decision, and is late from lateStoryDays on.
const (
	todoWeek      = 7
	openDays      = 45
	storyDays     = 90
	lateStoryDays = 60
	standsByDays  = 180
)

// Todo is one thing to do. Since is the day it is counted from: that of a leaving
// message or a question, the due day of a gate, an answer, a reading or a promise,
// the first day on which an outcome is stood by no more, the decision day of a
// story. Now says that each further day does harm; the rest can wait for the week.
// Number is a gate's days before the decision, or how many outcomes there are to
// validate. Nth counts an account's things of one kind from 0.
type Todo struct {
	Kind   TodoKind
	Record Link
	Since  Date
	Now    bool
	Number int
	Nth    int
}

// Key names the thing to do for good, so that it can be set aside: a gate's ends
// with its days.
func (t *Todo) Key() string {
	key := string(t.Kind) + ":" + string(t.Record.ID)
	if t.Kind == TodoGate {
		key += ":" + strconv.Itoa(t.Number)
	}
	return key
}

// Todos lists what an account asks for on a day, in order of urgency. What was set
// aside is among it; see IsAside. A cancelled account asks for nothing.
//
// Urgency is first whether each day does harm (a leaving message, a gate that is
// due, an answer whose day has come, a promise of ours that is overdue, a story 60
// days before the decision), then the kind in the order of TodoKinds.
func Todos(f *File, s *Settings, on Date) []Todo {
	f = f.settled()
	x := &standing{ledger: &ledger{file: f, settings: s}, on: on, cancelled: isCancelled(f, on)}
	if x.plan = planOn(f, on); x.plan != nil {
		x.addPlan(f)
	}
	if t, ok := RenewalTerm(f, on); ok {
		x.renewal = t
	}
	return x.todos()
}

func (x *standing) todos() []Todo {
	if x.cancelled {
		return nil
	}
	t := &todoList{standing: x}
	t.messages()
	t.renewalWork()
	t.readings()
	t.promises()
	t.questions()
	t.validation()
	slices.SortStableFunc(t.list, func(a, b Todo) int {
		return cmp.Or(a.compareUrgency(&b), cmp.Compare(a.Since, b.Since), cmp.Compare(a.Record.ID, b.Record.ID))
	})
	count := map[TodoKind]int{}
	for i := range t.list {
		t.list[i].Nth = count[t.list[i].Kind]
		count[t.list[i].Kind]++
	}
	return t.list
}

// compareUrgency orders by urgency alone: harm first, then kind.
func (t *Todo) compareUrgency(o *Todo) int {
	if t.Now != o.Now {
		if t.Now {
			return -1
		}
		return 1
	}
	return cmp.Compare(kindRank(t.Kind), kindRank(o.Kind))
}

// Compare orders the things of all accounts: urgency first; then an account's
// first of a kind before anybody's second, so that one account does not fill the
// day; then the accounts' standing order (group and by, "no saving the soup"), so
// that among equals the hour goes where tending still helps; then what has waited
// longest.
func (t *Todo) Compare(o *Todo, group, by, oGroup, oBy int) int {
	return cmp.Or(t.compareUrgency(o), cmp.Compare(t.Nth, o.Nth), cmp.Compare(group, oGroup), cmp.Compare(by, oBy),
		cmp.Compare(t.Since, o.Since))
}

func kindRank(k TodoKind) int { return slices.Index(TodoKinds(), k) }

// todoList gathers an account's things to do.
type todoList struct {
	*standing
	list []Todo
}

func (t *todoList) add(todo Todo) { t.list = append(t.list, todo) }

// messages are those that nobody answered: leaving ones at once, others when
// their day comes within the week.
func (t *todoList) messages() {
	for i := range t.file.Touchpoints {
		m := &t.file.Touchpoints[i]
		if m.On > t.on || m.Direction != "in" || t.isReplied(m) {
			continue
		}
		record := Link{"touchpoint", m.ID}
		due := owedBy(m)
		switch {
		case m.Leaving:
			t.add(Todo{Kind: TodoLeaving, Record: record, Since: m.On, Now: true})
		case due != 0 && due.Sub(t.on) <= todoWeek:
			t.add(Todo{Kind: TodoMessage, Record: record, Since: due, Now: due <= t.on})
		}
	}
}

// renewalWork is the call of the last gate reached, and the story, of the renewal
// that is decided first. A term that has ended wants a result, not a call.
func (t *todoList) renewalWork() {
	if t.renewal == nil || t.renewal.End <= t.on {
		return
	}
	decision, record := DecisionDate(t.renewal), Link{"term", t.renewal.ID}
	if gate, ok := DueGate(t.file, t.settings, t.renewal, t.on); ok {
		t.add(Todo{Kind: TodoGate, Record: record, Since: decision.AddDays(-gate), Now: true, Number: gate})
	}
	left := decision.Sub(t.on)
	told := slices.ContainsFunc(t.file.Stories, func(s Story) bool { return s.TermID == t.renewal.ID })
	if left <= storyDays && !told {
		t.add(Todo{Kind: TodoStory, Record: record, Since: decision, Now: left <= lateStoryDays})
	}
}

// DueGate is the last gate of a term that was reached by a day, in days before
// its decision, if nobody has made its call. Calls missed before it are not asked
// for again: what was thought then cannot be known now.
func DueGate(f *File, s *Settings, t *Term, on Date) (int, bool) {
	decision := DecisionDate(t)
	due := 0
	for _, days := range Gates(s) {
		if decision.AddDays(-days) <= on {
			due = days
		}
	}
	if due == 0 {
		return 0, false
	}
	for i := range f.Renewals {
		if f.Renewals[i].TermID != t.ID {
			continue
		}
		for _, g := range f.Renewals[i].Gates {
			if int(g.DaysBefore) == due && g.Call != "" {
				return 0, false
			}
		}
	}
	return due, true
}

// readings are those of the plan's measures that have a cadence. That a measure
// was asked for and not measured is an answer too, for one cadence.
func (t *todoList) readings() {
	last := make(map[ID]Date, len(t.measures))
	for i := range t.file.Readings {
		if r := &t.file.Readings[i]; r.On <= t.on {
			last[r.MeasureID] = max(last[r.MeasureID], r.On)
		}
	}
	for i := range t.file.Evidence {
		if e := &t.file.Evidence[i]; IsNotMeasured(e) && e.On <= t.on {
			last[e.Subject.ID] = max(last[e.Subject.ID], e.On)
		}
	}
	for _, m := range t.measures {
		if m.CadenceDays == nil || *m.CadenceDays < 1 {
			continue
		}
		due := m.BaselineOn
		if due == 0 {
			due = m.CreatedAt.Date()
		}
		if read := last[m.ID]; read != 0 {
			due = read.AddDays(int(*m.CadenceDays))
		}
		if due <= t.on {
			t.add(Todo{Kind: TodoReading, Record: Link{"measure", m.ID}, Since: due})
		}
	}
}

// NotMeasuredTitle is the title of the note that says a measure was asked for and not
// measured. It makes no reading and moves no figure.
const NotMeasuredTitle = "Not measured"

// IsNotMeasured reports whether a piece of evidence is such a note.
func IsNotMeasured(e *Evidence) bool {
	return e.EvidenceKind == "note" && e.Subject.Kind == "measure" && e.Internal && e.StakeholderID == "" && e.Title == NotMeasuredTitle
}

// promises are the overdue milestones of the plan that counts; only ours do harm
// by the day.
func (t *todoList) promises() {
	if t.plan == nil {
		return
	}
	for i := range t.file.Milestones {
		m := &t.file.Milestones[i]
		if m.PlanID == t.plan.ID && m.DoneOn == 0 && m.Due != 0 && m.Due < t.on {
			t.add(Todo{Kind: TodoPromise, Record: Link{"milestone", m.ID}, Since: m.Due, Now: m.Side != "client"})
		}
	}
}

func (t *todoList) questions() {
	for i := range t.file.Questions {
		q := &t.file.Questions[i]
		answered := q.AnsweredOn != 0 && q.AnsweredOn <= t.on
		if q.AskedOn != 0 && !answered && t.on.Sub(q.AskedOn) >= openDays {
			t.add(Todo{Kind: TodoQuestion, Record: Link{"question", q.ID}, Since: q.AskedOn})
		}
	}
}

// validation is one thing for all outcomes of the plan that nobody stands by, or
// will not within the week.
func (t *todoList) validation() {
	todo := Todo{Kind: TodoValidate}
	for _, o := range t.outcomes {
		lapses := o.CreatedAt.Date()
		if last := t.stoodBy(o); last != 0 {
			lapses = last.AddDays(standsByDays + 1)
		}
		if lapses.Sub(t.on) > todoWeek {
			continue
		}
		if todo.Number == 0 || lapses < todo.Since {
			todo.Since = lapses
		}
		todo.Number++
	}
	if todo.Number > 0 {
		todo.Record = Link{"success_plan", t.plan.ID}
		t.add(todo)
	}
}

// ToValidate lists the outcomes of the plan that counts which nobody stands by on
// a day, or will not within a week, with the day since or until which they do
// (0 where nobody ever did).
func ToValidate(f *File, on Date) (outcomes []*Outcome, until []Date) {
	f = f.settled()
	x := &standing{ledger: &ledger{file: f}, on: on}
	if x.plan = planOn(f, on); x.plan == nil {
		return nil, nil
	}
	x.addPlan(f)
	for _, o := range x.outcomes {
		last := x.stoodBy(o)
		if last == 0 || last.AddDays(standsByDays+1).Sub(on) <= todoWeek {
			outcomes, until = append(outcomes, o), append(until, last)
		}
	}
	return outcomes, until
}

// Aside says that something to do was set aside: snoozed until a day, or muted
// for good with a reason.
type Aside struct {
	Until  Date   `json:"until,omitzero"`
	Reason string `json:"reason,omitzero"`
}

// Asides are what of an account was set aside, by the keys of its things to do.
// What is no aside is left out.
func Asides(a *Account) map[string]Aside {
	if len(a.SetAside) == 0 {
		return nil
	}
	out := make(map[string]Aside, len(a.SetAside))
	for key, raw := range a.SetAside {
		var aside Aside
		if json.Unmarshal(raw, &aside) == nil && (aside.Until != 0 || strings.TrimSpace(aside.Reason) != "") {
			out[key] = aside
		}
	}
	return out
}

// Holds reports whether what was set aside is still so on a day. A snoozed thing
// is back on its day.
func (a Aside) Holds(on Date) bool { return a.Until == 0 && a.Reason != "" || a.Until > on }
