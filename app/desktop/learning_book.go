package desktop

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// learningBook is every question and insight in memory, as threads: what was asked
// with what followed from it. It is read once; a change reads again only the
// accounts that it touched.
type learningBook struct {
	app     *App
	touched touched

	mu       sync.Mutex
	ws       *workspace.Workspace
	accounts map[success.ID]*learningAccount
	threads  []*thread // newest first; nil where they are to be put in order again
}

// learningAccount is an account with its threads.
type learningAccount struct {
	id, kind success.ID // its customer type
	name     string
	csm      string
	threads  []*thread
}

// thread is a question with the insights that followed from it, or an insight that
// followed from none.
type thread struct {
	account  *learningAccount
	question *success.Question
	insights []*success.Insight
	on       success.Date // the newest of its days
	words    string       // by which it is found
}

// learningKinds are the records of accounts that learning looks at.
var learningKinds = []success.Kind{"account", "question", "insight"}

func newLearningBook(app *App) *learningBook {
	return &learningBook{app: app, touched: touched{kinds: learningKinds}}
}

// use brings the threads up to date and hands them to fn, newest first. fn must not
// keep or change them.
func (b *learningBook) use(fn func(threads []*thread, accounts map[success.ID]*learningAccount) error) error {
	ws, err := b.app.workspace()
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.refresh(ws); err != nil {
		return err
	}
	return fn(b.threads, b.accounts)
}

func (b *learningBook) refresh(ws *workspace.Workspace) error {
	all, stale := b.touched.take()
	all = all || b.ws != ws
	if !all && len(stale) == 0 {
		return nil
	}
	b.ws, b.threads = nil, nil // a failure reads all again
	var err error
	if all {
		err = b.readAll(ws)
	} else {
		for id := range stale {
			if err = b.readOne(ws, id); err != nil {
				break
			}
		}
	}
	if err != nil {
		return fmt.Errorf("read what was learned: %w", err)
	}
	for _, a := range b.accounts {
		b.threads = append(b.threads, a.threads...)
	}
	slices.SortFunc(b.threads, compareThreads)
	b.ws = ws
	return nil
}

// compareThreads puts the newest first; of one day the last made.
func compareThreads(a, b *thread) int {
	if a.on != b.on {
		return int(b.on) - int(a.on)
	}
	return strings.Compare(string(b.id()), string(a.id()))
}

func (t *thread) id() success.ID {
	if t.question != nil {
		return t.question.ID
	}
	return t.insights[0].ID
}

// isOpen reports whether a question waits for its answer.
func (t *thread) isOpen() bool { return t.question != nil && !isAnswered(t.question) }

func isAnswered(q *success.Question) bool {
	return q.AnsweredOn != 0 || strings.TrimSpace(q.Answer) != ""
}

func (b *learningBook) readAll(ws *workspace.Workspace) error {
	b.accounts = map[success.ID]*learningAccount{}
	info, err := ws.Describe(b.app.ctx())
	if err != nil {
		return fmt.Errorf("describe workspace: %w", err)
	}
	read := func(ctx context.Context, progress progressFunc) error {
		done := 0
		questions, insights := map[success.ID][]*success.Question{}, map[success.ID][]*success.Insight{}
		for _, kind := range learningKinds {
			err := ws.List(ctx, kind, workspace.Query{}, func(body json.RawMessage) error {
				if done++; done%2000 == 0 {
					progress(done, 0) // to count them all takes longer than to read these
					if err := ctx.Err(); err != nil {
						return err
					}
				}
				return b.take(kind, body, questions, insights)
			})
			if err != nil {
				return err
			}
		}
		for id, a := range b.accounts {
			a.weave(questions[id], insights[id])
		}
		return nil
	}
	if info.Counts["account"] < aJobFrom {
		return read(b.app.ctx(), func(int, int) {})
	}
	return b.app.run(jobReckon, "", read)
}

func (b *learningBook) readOne(ws *workspace.Workspace, id success.ID) error {
	delete(b.accounts, id)
	questions, insights := map[success.ID][]*success.Question{}, map[success.ID][]*success.Insight{}
	for _, kind := range learningKinds {
		q := workspace.Query{Account: id}
		if kind == "account" {
			body, err := ws.Get(b.app.ctx(), "account", id)
			if isNotFound(err) {
				return nil
			}
			if err != nil {
				return err
			}
			if err := b.take(kind, body, questions, insights); err != nil {
				return err
			}
			if b.accounts[id] == nil {
				return nil // it lies in the bin
			}
			continue
		}
		err := ws.List(b.app.ctx(), kind, q, func(body json.RawMessage) error { return b.take(kind, body, questions, insights) })
		if err != nil {
			return err
		}
	}
	b.accounts[id].weave(questions[id], insights[id])
	return nil
}

func (b *learningBook) take(kind success.Kind, body json.RawMessage, questions map[success.ID][]*success.Question, insights map[success.ID][]*success.Insight) error {
	rec, err := success.Decode(kind, body)
	if err != nil {
		return fmt.Errorf("read a %s: %w", kind, err)
	}
	switch r := rec.(type) {
	case *success.Account:
		if r.DeletedAt == 0 {
			b.accounts[r.ID] = &learningAccount{id: r.ID, kind: r.CustomerTypeID, name: r.Name, csm: r.CSM}
		}
	case *success.Question:
		questions[r.AccountID] = append(questions[r.AccountID], r)
	case *success.Insight:
		insights[r.AccountID] = append(insights[r.AccountID], r)
	}
	return nil
}

// weave makes threads of an account's questions and insights.
func (a *learningAccount) weave(questions []*success.Question, insights []*success.Insight) {
	a.threads = nil
	of := map[success.ID]*thread{}
	for _, q := range questions {
		t := &thread{account: a, question: q, on: max(q.AskedOn, q.AnsweredOn, 0)}
		if t.on == 0 {
			t.on = q.CreatedAt.Date()
		}
		of[q.ID] = t
		a.threads = append(a.threads, t)
	}
	for _, i := range insights {
		t := of[i.QuestionID]
		if i.QuestionID == "" || t == nil {
			t = &thread{account: a, on: i.CreatedAt.Date()}
			a.threads = append(a.threads, t)
		}
		t.insights = append(t.insights, i)
	}
	for _, t := range a.threads {
		t.words = folded(t.text())
	}
}

// text is everything that is said in a thread.
func (t *thread) text() string {
	parts := []string{t.account.name, t.account.csm}
	if q := t.question; q != nil {
		parts = append(parts, q.Text, q.Answer, q.AskedOf, q.FromTeam)
	}
	for _, i := range t.insights {
		parts = append(parts, i.Text)
		for _, share := range i.Teams {
			parts = append(parts, share.Team)
		}
	}
	return strings.Join(parts, "\n")
}
