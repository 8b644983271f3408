package desktop

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// DigestView is what one team has to hear of a period, both days included, and
// nothing else: insights that are for it, the answers to what it asked and what it
// asked and has no answer to. It stays in the house, and holds no figure of ours, no
// other team's questions and no one's address.
type DigestView struct {
	Team     string              `json:"team"`
	From     string              `json:"from"`
	To       string              `json:"to"`
	New      []DigestInsightView `json:"new"`  // not told yet, of whatever day
	Told     []DigestInsightView `json:"told"` // told within the period
	Answers  []DigestAnswerView  `json:"answers"`
	Open     []DigestAnswerView  `json:"open"`
	Untold   []string            `json:"untold"` // the ids of New
	Accounts int                 `json:"accounts"`
}

// DigestInsightView is one insight of a digest.
type DigestInsightView struct {
	Text     string `json:"text"`
	Account  string `json:"account"`
	TypeName string `json:"type_name"`
	On       string `json:"on"`
	Question string `json:"question"` // what it followed from
}

// DigestAnswerView is one question of the team with its answer, if there is one.
type DigestAnswerView struct {
	Text       string `json:"text"`
	Answer     string `json:"answer"`
	Account    string `json:"account"`
	TypeName   string `json:"type_name"`
	AskedOn    string `json:"asked_on"`
	AnsweredOn string `json:"answered_on"`
}

// Digest gathers what a team has to hear of a period.
func (l *Learning) Digest(team, from, to string) (_ DigestView, err error) {
	defer l.app.catch("learning.digest", &err)
	view := DigestView{
		Team: strings.TrimSpace(team), From: from, To: to, New: []DigestInsightView{}, Told: []DigestInsightView{},
		Answers: []DigestAnswerView{}, Open: []DigestAnswerView{}, Untold: []string{},
	}
	if view.Team == "" {
		return view, success.Invalid("team", "Say which team.")
	}
	first, err := success.ParseDate(from)
	if err != nil {
		return view, success.Invalid("from", "“%.30s” is not a day.", from)
	}
	last, err := success.ParseDate(to)
	if err != nil || last < first {
		return view, success.Invalid("to", "The period ends before it begins.")
	}
	types, err := l.app.types()
	if err != nil {
		return view, err
	}
	within := func(on success.Date) bool { return on != 0 && first <= on && on <= last }
	accounts := map[success.ID]bool{}
	err = l.app.learn.use(func(threads []*thread, _ map[success.ID]*learningAccount) error {
		for _, t := range threads {
			if view.take(t, types.names[types.of[t.account.id]], within) {
				accounts[t.account.id] = true
			}
		}
		return nil
	})
	view.Accounts = len(accounts)
	return view, err
}

// take adds what of a thread is for the team, and reports whether anything is.
func (v *DigestView) take(t *thread, typeName string, within func(success.Date) bool) bool {
	taken := false
	for _, i := range t.insights {
		at := slices.IndexFunc(i.Teams, func(s success.TeamShare) bool { return sameTeam(s.Team, v.Team) })
		if at < 0 {
			continue
		}
		one := DigestInsightView{Text: i.Text, Account: t.account.name, TypeName: typeName, On: i.CreatedAt.Date().String()}
		if t.question != nil {
			one.Question = t.question.Text
		}
		switch on := i.Teams[at].SharedOn; {
		case on == 0:
			v.New = append(v.New, one)
			v.Untold = append(v.Untold, string(i.ID))
			taken = true
		case within(on):
			v.Told = append(v.Told, one)
			taken = true
		}
	}
	q := t.question
	if q == nil || !sameTeam(q.FromTeam, v.Team) {
		return taken
	}
	one := DigestAnswerView{
		Text: q.Text, Answer: q.Answer, Account: t.account.name, TypeName: typeName,
		AskedOn: q.AskedOn.String(), AnsweredOn: q.AnsweredOn.String(),
	}
	switch {
	case !isAnswered(q):
		v.Open = append(v.Open, one)
	case within(q.AnsweredOn):
		v.Answers = append(v.Answers, one)
	default:
		return taken
	}
	return true
}

// SaveDigest writes a digest, as the window has put it in words, to a file that the
// person chooses. It returns the file's path, or "" where they cancelled.
func (l *Learning) SaveDigest(name, markdown string) (_ string, err error) {
	defer l.app.catch("learning.save_digest", &err)
	path, err := l.app.o.Shell.SaveFile("Save the digest", fileNameOf(name)+".md")
	if err != nil || path == "" {
		return "", err
	}
	if filepath.Ext(path) == "" {
		path += ".md"
	}
	err = putFile(path, func(w io.Writer) error {
		_, err := io.WriteString(w, markdown)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("write the digest: %w", err)
	}
	return path, l.app.o.Shell.Reveal(path)
}
