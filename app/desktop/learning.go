package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// Learning is what was asked, what was learned, and who was told.
type Learning struct{ app *App }

// NewLearning returns the bound learning.
func NewLearning(app *App) *Learning { return &Learning{app: app} }

// LearningQuery asks for a page of threads, newest first. State is "open",
// "answered", "learned" (with an insight), "untold" (with an insight that somebody
// still has to hear, or that no team is named for) or "" for all. Team is who asked,
// or who was or is to be told; Type is a customer type's id, "none" for accounts of
// none. CSM is refused while figures about CSMs are off.
type LearningQuery struct {
	Words   string `json:"words"`
	State   string `json:"state"`
	Team    string `json:"team"`
	Type    string `json:"type"`
	CSM     string `json:"csm"`
	Account string `json:"account"`
	Offset  int    `json:"offset"`
	Limit   int    `json:"limit"`
}

// LearningView is a page of threads, with how many there are in each state among
// those that the other filters leave.
type LearningView struct {
	Today    string         `json:"today"`
	Total    int            `json:"total"`
	Offset   int            `json:"offset"`
	All      int            `json:"all"`
	Open     int            `json:"open"`
	Answered int            `json:"answered"`
	Learned  int            `json:"learned"`
	Untold   int            `json:"untold"`
	Rows     []ThreadView   `json:"rows"`
	Teams    []TeamView     `json:"teams"`
	Types    []TypeNameView `json:"types"`
	// CSMs is empty while figures about CSMs are off.
	CSMs       []CSMLearningView `json:"csms"`
	CSMFigures bool              `json:"csm_figures"`
	ReadOnly   bool              `json:"read_only"`
}

// ThreadView is a question with what followed from it; without one, Question is
// null and the insights stand alone.
type ThreadView struct {
	ID          string        `json:"id"`
	Account     string        `json:"account"`
	AccountName string        `json:"account_name"`
	Type        string        `json:"type"`
	TypeName    string        `json:"type_name"`
	On          string        `json:"on"`
	Question    *AskedView    `json:"question"`
	Insights    []LearnedView `json:"insights"`
}

// AskedView is something that was asked of a client. Days is how long it has
// been open, 0 once it is answered.
type AskedView struct {
	ID         string `json:"id"`
	Text       string `json:"text"`
	AskedOf    string `json:"asked_of"`
	FromTeam   string `json:"from_team"`
	AskedOn    string `json:"asked_on"`
	AnsweredOn string `json:"answered_on"`
	Answer     string `json:"answer"`
	Open       bool   `json:"open"`
	Days       int    `json:"days"`
}

// LearnedView is what was learned and who is to hear it.
type LearnedView struct {
	ID    string     `json:"id"`
	Text  string     `json:"text"`
	Teams []ToldView `json:"teams"`
}

// ToldView is a team that an insight is for; SharedOn is empty until it was told.
type ToldView struct {
	Team     string `json:"team"`
	SharedOn string `json:"shared_on"`
}

// TeamView is a team that asked or is told things.
type TeamView struct {
	Team   string `json:"team"`
	Asked  int    `json:"asked"`
	Told   int    `json:"told"`
	Untold int    `json:"untold"`
}

// TypeNameView is a customer type by its name.
type TypeNameView struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Color string `json:"color"`
}

// CSMLearningView counts what somebody asked and learned.
type CSMLearningView struct {
	CSM      string `json:"csm"`
	Asked    int    `json:"asked"`
	Open     int    `json:"open"`
	Insights int    `json:"insights"`
}

// learningStates says which threads are in a state.
var learningStates = map[string]func(t *thread) bool{
	"":         func(*thread) bool { return true },
	"open":     (*thread).isOpen,
	"answered": func(t *thread) bool { return t.question != nil && !t.isOpen() },
	"learned":  func(t *thread) bool { return len(t.insights) > 0 },
	"untold":   func(t *thread) bool { return slices.ContainsFunc(t.insights, isUntold) },
}

// isUntold reports whether somebody still has to hear an insight.
func isUntold(i *success.Insight) bool {
	return len(i.Teams) == 0 || slices.ContainsFunc(i.Teams, func(s success.TeamShare) bool { return s.SharedOn == 0 })
}

// Page returns a page of threads.
func (l *Learning) Page(q LearningQuery) (_ LearningView, err error) {
	defer l.app.catch("learning.page", &err)
	in, ok := learningStates[q.State]
	if !ok {
		return LearningView{}, success.Invalid("state", "Nothing is learned in the state %q.", q.State)
	}
	view, err := l.frame()
	if err != nil {
		return LearningView{}, err
	}
	if q.CSM != "" && !view.CSMFigures {
		return LearningView{}, success.Invalid("csm", "Figures about CSMs are off in this workspace.")
	}
	types, err := l.app.types()
	if err != nil {
		return LearningView{}, err
	}
	view.Types = types.views
	limit := q.Limit
	if limit <= 0 || limit > pageLimit {
		limit = pageLimit
	}
	view.Offset = max(q.Offset, 0)
	today := l.app.today()
	keeps := q.filter(types)
	err = l.app.learn.use(func(threads []*thread, _ map[success.ID]*learningAccount) error {
		view.Teams = teamsIn(threads)
		if view.CSMFigures {
			view.CSMs = csmsIn(threads)
		}
		for _, t := range threads {
			if !keeps(t) {
				continue
			}
			view.count(t)
			if !in(t) {
				continue
			}
			if view.Total >= view.Offset && len(view.Rows) < limit {
				view.Rows = append(view.Rows, threadView(t, types, today))
			}
			view.Total++
		}
		return nil
	})
	return view, err
}

// frame is the view without its threads.
func (l *Learning) frame() (LearningView, error) {
	view := LearningView{Rows: []ThreadView{}, Teams: []TeamView{}, CSMs: []CSMLearningView{}, Types: []TypeNameView{}}
	ws, err := l.app.workspace()
	if err != nil {
		return view, err
	}
	settings, err := ws.Settings(l.app.ctx())
	if err != nil {
		return view, err
	}
	view.Today, view.CSMFigures = ws.Today().String(), settings.Workspace.CSMFigures
	view.ReadOnly, err = l.app.readOnly()
	return view, err
}

func (v *LearningView) count(t *thread) {
	v.All++
	if t.question != nil {
		if t.isOpen() {
			v.Open++
		} else {
			v.Answered++
		}
	}
	if len(t.insights) > 0 {
		v.Learned++
	}
	if slices.ContainsFunc(t.insights, isUntold) {
		v.Untold++
	}
}

// filter keeps the threads that all but the state asks for.
func (q *LearningQuery) filter(types *typeBook) func(t *thread) bool {
	words := strings.Fields(folded(q.Words))
	return func(t *thread) bool {
		if q.Account != "" && string(t.account.id) != q.Account || q.CSM != "" && t.account.csm != q.CSM {
			return false
		}
		if q.Type != "" && cmp.Or(string(types.of[t.account.id]), "none") != q.Type {
			return false
		}
		return (q.Team == "" || t.concerns(q.Team)) && hasAll(t.words, words)
	}
}

// concerns reports whether a team asked, or was or is to be told.
func (t *thread) concerns(team string) bool {
	if t.question != nil && sameTeam(t.question.FromTeam, team) {
		return true
	}
	return slices.ContainsFunc(t.insights, func(i *success.Insight) bool {
		return slices.ContainsFunc(i.Teams, func(s success.TeamShare) bool { return sameTeam(s.Team, team) })
	})
}

func sameTeam(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

func threadView(t *thread, types *typeBook, today success.Date) ThreadView {
	view := ThreadView{
		ID: string(t.id()), Account: string(t.account.id), AccountName: t.account.name, On: t.on.String(), Insights: []LearnedView{},
		Type: string(types.of[t.account.id]), TypeName: types.names[types.of[t.account.id]],
	}
	if q := t.question; q != nil {
		one := askedView(q, today)
		view.Question = &one
	}
	for _, i := range t.insights {
		one := LearnedView{ID: string(i.ID), Text: i.Text, Teams: []ToldView{}}
		for _, s := range i.Teams {
			one.Teams = append(one.Teams, ToldView{Team: s.Team, SharedOn: s.SharedOn.String()})
		}
		view.Insights = append(view.Insights, one)
	}
	return view
}

func askedView(q *success.Question, today success.Date) AskedView {
	view := AskedView{
		ID: string(q.ID), Text: q.Text, AskedOf: q.AskedOf, FromTeam: q.FromTeam, AskedOn: q.AskedOn.String(),
		AnsweredOn: q.AnsweredOn.String(), Answer: q.Answer, Open: !isAnswered(q),
	}
	if view.Open && q.AskedOn != 0 {
		view.Days = max(today.Sub(q.AskedOn), 0)
	}
	return view
}

// teamsIn lists the teams that asked or are told things, in order of name.
func teamsIn(threads []*thread) []TeamView {
	found := map[string]*TeamView{}
	of := func(team string) *TeamView {
		key := strings.ToLower(strings.TrimSpace(team))
		if found[key] == nil {
			found[key] = &TeamView{Team: strings.TrimSpace(team)}
		}
		return found[key]
	}
	for _, t := range threads {
		if t.question != nil && strings.TrimSpace(t.question.FromTeam) != "" {
			of(t.question.FromTeam).Asked++
		}
		for _, i := range t.insights {
			for _, s := range i.Teams {
				if s.SharedOn == 0 {
					of(s.Team).Untold++
				} else {
					of(s.Team).Told++
				}
			}
		}
	}
	views := []TeamView{}
	for _, one := range found {
		if one.Team != "" {
			views = append(views, *one)
		}
	}
	slices.SortFunc(views, func(a, b TeamView) int { return strings.Compare(folded(a.Team), folded(b.Team)) })
	return views
}

func csmsIn(threads []*thread) []CSMLearningView {
	found := map[string]*CSMLearningView{}
	for _, t := range threads {
		one := found[t.account.csm]
		if one == nil {
			one = &CSMLearningView{CSM: t.account.csm}
			found[t.account.csm] = one
		}
		if t.question != nil {
			one.Asked++
		}
		if t.isOpen() {
			one.Open++
		}
		one.Insights += len(t.insights)
	}
	views := []CSMLearningView{}
	for _, one := range found {
		views = append(views, *one)
	}
	slices.SortFunc(views, func(a, b CSMLearningView) int {
		return cmp.Or(lastIfEmpty(a.CSM == "", b.CSM == ""), strings.Compare(folded(a.CSM), folded(b.CSM)))
	})
	return views
}
