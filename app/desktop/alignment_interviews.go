package desktop

import (
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// InterviewView is a conversation behind the table: what a client answered, what it
// shows for the indicator (empty where none was asked for) and how it went.
type InterviewView struct {
	Question    string   `json:"question"`
	Answer      string   `json:"answer"`
	AskedOf     string   `json:"asked_of"`
	Account     string   `json:"account"`
	AccountName string   `json:"account_name"`
	On          string   `json:"on"`
	Value       string   `json:"value"`
	Learned     []string `json:"learned"`
	Result      string   `json:"result"` // positive, negative, or empty where there is none
}

// mostInterviews is how many conversations one reads in a sitting.
const mostInterviews = 40

// Interviews returns the answers of the accounts of which an indicator is known, or
// of all where none is named, newest first: with few accounts they say what figures
// cannot.
func (a *Alignment) Interviews(indicator, outcome string) (_ []InterviewView, err error) {
	defer a.app.catch("alignment.interviews", &err)
	if outcome == "" {
		outcome = success.OutcomeRetention
	}
	values, results := map[success.ID]string{}, map[success.ID]string{}
	err = a.app.align.use(func(book *success.Book, today success.Date, _ *reckoned) error {
		for _, f := range book.Files {
			id := f.Account.ID
			if at := slices.IndexFunc(f.IndicatorValues, func(v success.IndicatorValue) bool { return v.IndicatorID == success.ID(indicator) }); at >= 0 {
				values[id] = plainValue(f.IndicatorValues[at].Value)
			}
			if good, ok := success.ResultOf(f, today, outcome); ok {
				results[id] = map[bool]string{true: "positive", false: "negative"}[good]
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	views := []InterviewView{}
	err = a.app.learn.use(func(threads []*thread, _ map[success.ID]*learningAccount) error {
		for _, t := range threads {
			if len(views) == mostInterviews {
				break
			}
			q, id := t.question, t.account.id
			if q == nil || strings.TrimSpace(q.Answer) == "" || indicator != "" && values[id] == "" {
				continue
			}
			view := InterviewView{
				Question: q.Text, Answer: q.Answer, AskedOf: q.AskedOf, Account: string(id), AccountName: t.account.name,
				On: q.AnsweredOn.String(), Value: values[id], Result: results[id], Learned: []string{},
			}
			for _, i := range t.insights {
				view.Learned = append(view.Learned, i.Text)
			}
			views = append(views, view)
		}
		return nil
	})
	return views, err
}
