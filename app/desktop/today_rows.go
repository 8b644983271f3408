package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// TodayRowView is one thing to do. Key names it to the writing methods. Words are
// the record's own: what a message or a question says, what was promised, what is
// measured. Since is the day that it is counted from and Days how many have gone
// since, negative while it is ahead. Person is who wrote, promised, was asked or
// is to be asked. What only one kind has is empty elsewhere.
type TodayRowView struct {
	Key         string `json:"key"`
	Account     string `json:"account"`
	AccountName string `json:"account_name"`
	Kind        string `json:"kind"`
	Record      string `json:"record"`
	RecordKind  string `json:"record_kind"`
	Now         bool   `json:"now"`
	Words       string `json:"words"`
	Person      string `json:"person"`
	Email       string `json:"email"`
	Since       string `json:"since"`
	Days        int    `json:"days"`

	Gate     int    `json:"gate"`     // days before the decision
	Signal   string `json:"signal"`   // of a gate: what the records say
	Decision string `json:"decision"` // of a gate and a story
	Left     int    `json:"left"`     // days to it
	Silence  *int   `json:"silence"`  // of a story: days since anything new

	Theirs   bool               `json:"theirs"` // of a promise
	Value    *float64           `json:"value"`  // of a reading: the one before
	ValueOn  string             `json:"value_on"`
	Unit     string             `json:"unit"`
	Outcomes []TodayOutcomeView `json:"outcomes"`
	People   []TodayPersonView  `json:"people"` // who may stand by them

	// Tending says why the account stands before or behind its equals: "new",
	// "silent", "critical" or empty.
	Tending string         `json:"tending"`
	Done    *TodayDoneView `json:"done"`
}

// TodayOutcomeView is an outcome to stand by, with the day on which somebody last did.
type TodayOutcomeView struct {
	ID        string `json:"id"`
	Statement string `json:"statement"`
	Last      string `json:"last"`
}

// TodayPersonView is somebody at the client who is there.
type TodayPersonView struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Title string `json:"title"`
}

// TodayDoneView is what was done about a row: what one Undo takes back.
type TodayDoneView struct {
	Action string `json:"action"`
	Label  string `json:"label"`
	At     string `json:"at"`

	Undone bool `json:"-"`
}

// rowViews reads the accounts of the rows that are shown.
func (t *Today) rowViews(ws *workspace.Workspace, items []shownItem) ([]TodayRowView, error) {
	views := []TodayRowView{}
	builders := map[success.ID]*planBuilder{}
	settings, err := ws.Settings(t.app.ctx())
	if err != nil {
		return nil, err
	}
	for i := range items {
		item := &items[i]
		if item.done != nil {
			if !item.done.view.Done.Undone {
				views = append(views, item.done.view)
			}
			continue
		}
		b := builders[item.row.Account]
		if b == nil {
			file, err := ws.File(t.app.ctx(), item.row.Account)
			if isNotFound(err) {
				continue
			}
			if err != nil {
				return nil, err
			}
			b = newPlanBuilder(t.app, file.Live(), settings, t.from.today)
			builders[item.row.Account] = b
		}
		views = append(views, b.todoView(&item.todoItem))
	}
	return views, nil
}

// todoView words one thing to do.
func (b *planBuilder) todoView(item *todoItem) TodayRowView {
	todo := &item.todo
	view := TodayRowView{
		Key: todo.Key(), Account: string(item.row.Account), AccountName: b.file.Account.Name, Kind: string(todo.Kind),
		Record: string(todo.Record.ID), RecordKind: string(todo.Record.Kind), Now: todo.Now,
		Since: todo.Since.String(), Days: b.today.Sub(todo.Since), Tending: tendingWord(item.row),
		Outcomes: []TodayOutcomeView{}, People: []TodayPersonView{},
	}
	switch todo.Kind {
	case success.TodoLeaving, success.TodoMessage:
		b.messageTodo(&view, todo.Record.ID)
	case success.TodoGate, success.TodoStory:
		b.renewalTodo(&view, todo)
	case success.TodoReading:
		b.readingTodo(&view, todo.Record.ID)
	case success.TodoPromise:
		b.promiseTodo(&view, todo.Record.ID)
	case success.TodoQuestion:
		if q := byID(b.file.Questions, todo.Record.ID); q != nil {
			view.Words = q.Text
			b.nameIn(&view, q.AskedOf)
		}
	case success.TodoValidate:
		b.validateTodo(&view)
	}
	return view
}

func (b *planBuilder) messageTodo(view *TodayRowView, id success.ID) {
	m := byID(b.file.Touchpoints, id)
	if m == nil {
		return
	}
	view.Words, _, _ = strings.Cut(strings.TrimSpace(m.Summary), "\n")
	for _, id := range m.StakeholderIDs {
		if p := b.people[id]; p != nil {
			view.Person, view.Email = p.Name, p.Email
			return
		}
	}
}

func (b *planBuilder) renewalTodo(view *TodayRowView, todo *success.Todo) {
	term := byID(b.file.Terms, todo.Record.ID)
	if term == nil {
		return
	}
	decision := success.DecisionDate(term)
	view.Decision, view.Left = decision.String(), decision.Sub(b.today)
	if todo.Kind == success.TodoGate {
		view.Gate, view.Signal = todo.Number, b.renewalSignal(term)
		return
	}
	if v := success.Velocity(b.file, b.settings, b.today); v.FirstValueOn != 0 {
		view.Silence = v.SilenceDays
	}
}

func (b *planBuilder) readingTodo(view *TodayRowView, id success.ID) {
	m := byID(b.file.Measures, id)
	if m == nil {
		return
	}
	figure := b.figures[id]
	view.Words, view.Unit, view.Value, view.ValueOn = m.Name, m.Unit, figure.Now, figure.NowOn.String()
	if p := b.people[m.OwnerStakeholderID]; p != nil {
		view.Person, view.Email = p.Name, p.Email
	}
}

func (b *planBuilder) promiseTodo(view *TodayRowView, id success.ID) {
	if m := byID(b.file.Milestones, id); m != nil {
		view.Words, view.Theirs = m.Title, m.Side == "client"
		b.nameIn(view, m.Owner)
	}
}

// nameIn puts in who is named by a text: a person at the client, or a name as typed.
func (b *planBuilder) nameIn(view *TodayRowView, who string) {
	view.Person = who
	for _, p := range b.people {
		if string(p.ID) == who || p.Name == who {
			view.Person, view.Email = p.Name, p.Email
			return
		}
	}
}

func (b *planBuilder) validateTodo(view *TodayRowView) {
	outcomes, last := success.ToValidate(b.file, b.today)
	asked := map[string]bool{}
	for i, o := range outcomes {
		view.Outcomes = append(view.Outcomes, TodayOutcomeView{ID: string(o.ID), Statement: o.Statement, Last: last[i].String()})
		asked[string(cmp.Or(o.ValidatedBy, o.QuotedStakeholderID))] = true
	}
	for i := range b.file.Stakeholders {
		if p := &b.file.Stakeholders[i]; p.LeftOn == 0 || p.LeftOn > b.today {
			view.People = append(view.People, TodayPersonView{ID: string(p.ID), Name: p.Name, Title: cmp.Or(p.Title, p.Role)})
		}
	}
	// Whoever said it, or stood by it before, is asked first.
	slices.SortStableFunc(view.People, func(x, y TodayPersonView) int {
		return lastIfEmpty(!asked[x.ID], !asked[y.ID])
	})
	if len(view.People) > 0 {
		view.Person = view.People[0].Name
	}
}

// tendingWord says why an account stands before or behind its equals.
func tendingWord(s *workspace.Summary) string {
	switch s.Tending.Group {
	case success.TendNew:
		return "new"
	case success.TendSilent:
		return "silent"
	case success.TendCritical:
		return "critical"
	}
	return ""
}

// byID finds a record of a list; nil where it is not there.
func byID[T any, P interface {
	*T
	success.Record
}](list []T, id success.ID) P {
	for i := range list {
		if p := P(&list[i]); p.Base().ID == id {
			return p
		}
	}
	return nil
}
