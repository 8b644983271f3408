package desktop

import (
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Chronicle is everything that happened to an account, and how it is put right.
type Chronicle struct{ app *App }

// NewChronicle returns the bound chronicle.
func NewChronicle(app *App) *Chronicle { return &Chronicle{app: app} }

// ChronicleQuery asks for a page of an account's history. Empty fields ask for
// everything; Action asks for all changes of one action.
type ChronicleQuery struct {
	Account string `json:"account"`
	Actor   string `json:"actor"`
	Kind    string `json:"kind"`
	Words   string `json:"words"`
	Action  string `json:"action"`
	Offset  int    `json:"offset"`
}

// ChronicleView is a page of an account's history, the newest action first.
// Total counts all actions that were asked for.
type ChronicleView struct {
	Actions []ChronicleActionView `json:"actions"`
	Total   int                   `json:"total"`
	Page    int                   `json:"page"`
	Actors  []string              `json:"actors"`
	Kinds   []string              `json:"kinds"`
}

// ChronicleActionView is one action with what it changed of the account. Count is
// the number of its changes here, Records that of all records it touched, also
// of other accounts.
type ChronicleActionView struct {
	ID      string                `json:"id"`
	Label   string                `json:"label"`
	At      string                `json:"at"`
	Actor   string                `json:"actor"`
	Undone  bool                  `json:"undone"`
	CanUndo bool                  `json:"can_undo"`
	Records int                   `json:"records"`
	Count   int                   `json:"count"`
	Changes []ChronicleChangeView `json:"changes"`
}

// ChronicleChangeView is one change of a record. What is created, changed,
// deleted or restored; Type is how From and To are written: text, date, money and
// so on.
type ChronicleChangeView struct {
	Kind       string `json:"kind"`
	ID         string `json:"id"`
	Title      string `json:"title"`
	What       string `json:"what"`
	Field      string `json:"field"`
	Type       string `json:"type"`
	From       string `json:"from"`
	To         string `json:"to"`
	Entry      string `json:"entry"`
	CanRestore bool   `json:"can_restore"`
}

// PutBackInput names a change whose old value shall be there again. Without a
// Field the record is taken out of the bin.
type PutBackInput struct {
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Title string `json:"title"`
	Field string `json:"field"`
	Entry string `json:"entry"`
}

// chroniclePage is how many actions a page has.
const chroniclePage = 200

// Page returns a page of an account's history.
func (c *Chronicle) Page(q ChronicleQuery) (_ ChronicleView, err error) {
	defer c.app.catch("chronicle.page", &err)
	ws, err := c.app.workspace()
	if err != nil {
		return ChronicleView{}, err
	}
	found, err := ws.AccountHistory(c.app.ctx(), success.ID(q.Account), workspace.AccountQuery{
		Actor: q.Actor, Kind: success.Kind(q.Kind), Words: q.Words, Action: q.Action, Offset: q.Offset, Limit: chroniclePage,
	})
	if err != nil {
		return ChronicleView{}, err
	}
	view := ChronicleView{
		Actions: []ChronicleActionView{}, Total: found.Total, Page: chroniclePage,
		Actors: append([]string{}, found.Actors...), Kinds: []string{},
	}
	for _, kind := range found.Kinds {
		view.Kinds = append(view.Kinds, string(kind))
	}
	for i := range found.Actions {
		view.Actions = append(view.Actions, chronicleAction(&found.Actions[i]))
	}
	return view, nil
}

func chronicleAction(a *workspace.AccountAction) ChronicleActionView {
	view := ChronicleActionView{
		ID: a.ID, Label: a.Label, At: a.At.String(), Actor: a.Actor, Undone: a.Undone, CanUndo: a.CanUndo,
		Records: a.Records, Count: a.Count, Changes: []ChronicleChangeView{},
	}
	for i := range a.Changes {
		ch := &a.Changes[i]
		view.Changes = append(view.Changes, ChronicleChangeView{
			Kind: string(ch.Kind), ID: string(ch.Record), Title: ch.Title, What: ch.What, Field: ch.Field,
			Type: typeOfField(ch.Kind, ch.Field), From: ch.From, To: ch.To, Entry: ch.Entry, CanRestore: ch.CanRestore,
		})
	}
	return view
}

// typeOfField says how a field's values are written; a key of a map as text.
func typeOfField(kind success.Kind, name string) string {
	spec, err := success.SpecOf(kind)
	if err != nil {
		return string(success.TypeText)
	}
	if field := spec.Field(name); field != nil {
		return string(field.Type)
	}
	return string(success.TypeText)
}

// PutBack gives a field the value it had before a change, or takes a deleted
// record out of the bin, as one action.
func (c *Chronicle) PutBack(in PutBackInput) (_ WrittenView, err error) {
	defer c.app.catch("chronicle.put_back", &err)
	ws, err := c.app.workspace()
	if err != nil {
		return WrittenView{}, err
	}
	kind, id := success.Kind(in.Kind), success.ID(in.ID)
	what := strings.ReplaceAll(in.Kind, "_", " ") + named(in.Title)
	var action workspace.Action
	if in.Field == "" {
		action, err = ws.RestoreRecord(c.app.ctx(), "Restore "+what, kind, id)
	} else {
		label := "Put back " + strings.ReplaceAll(in.Field, "_", " ") + " of " + what
		action, err = ws.PutBack(c.app.ctx(), label, kind, id, in.Field, in.Entry)
	}
	if err != nil {
		return WrittenView{}, err
	}
	return WrittenView{Action: actionView(action), ID: in.ID}, nil
}
