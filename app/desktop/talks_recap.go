package desktop

import (
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// captureLabel is how the history names an action that made records of notes; the
// recap of a conversation looks for what was noted with it.
const captureLabel = "Capture notes"

// Recap returns what was agreed in a conversation: of notes, what was written down
// with it; else what is dated that day. It returns CodeInvalid for a conversation
// that is internal.
func (t *Talks) Recap(account, touchpoint string) (_ RecapView, err error) {
	defer t.app.catch("talks.recap", &err)
	file, _, today, err := t.app.account(account)
	if err != nil {
		return RecapView{}, err
	}
	at := slices.IndexFunc(file.Touchpoints, func(t success.Touchpoint) bool { return t.ID == success.ID(touchpoint) })
	if at < 0 {
		return RecapView{}, success.NotFound("This conversation is not there any more.")
	}
	talk := &file.Touchpoints[at]
	if talk.Internal {
		return RecapView{}, success.Invalid("", "This conversation is marked as internal; nothing of it goes into a mail.")
	}
	r := recap{file: file, talk: talk}
	if r.with, err = t.notedWith(talk); err != nil {
		return RecapView{}, err
	}
	return r.view(today), nil
}

// notedWith returns the records that were made of the same notes as a conversation;
// nil where it was not made of notes.
func (t *Talks) notedWith(talk *success.Touchpoint) (map[success.ID]bool, error) {
	ws, err := t.app.workspace()
	if err != nil {
		return nil, err
	}
	changes, err := ws.History(t.app.ctx(), "touchpoint", talk.ID)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(changes, func(c workspace.Change) bool { return c.What == "created" })
	if at < 0 || !strings.HasPrefix(changes[at].Label, captureLabel) {
		return map[success.ID]bool{}, nil
	}
	found, err := ws.AccountHistory(t.app.ctx(), talk.AccountID, workspace.AccountQuery{Action: changes[at].Action, Limit: 1})
	if err != nil {
		return nil, err
	}
	with := map[success.ID]bool{}
	for i := range found.Actions {
		for j := range found.Actions[i].Changes {
			with[found.Actions[i].Changes[j].Record] = true
		}
	}
	return with, nil
}

// recap gathers what was agreed. Without anything noted with the conversation, what
// is dated its day counts.
type recap struct {
	file *success.File
	talk *success.Touchpoint
	with map[success.ID]bool
}

func (r *recap) has(id success.ID, on success.Date) bool {
	if len(r.with) > 0 {
		return r.with[id]
	}
	return on == r.talk.On
}

func (r *recap) view(today success.Date) RecapView {
	view := RecapView{
		Account: r.file.Account.Name, On: r.talk.On.String(), Language: languageOf(r.file), To: []TalkPersonView{},
		Ours: []RecapLineView{}, Theirs: []RecapLineView{}, Changes: []RecapLineView{}, Readings: []RecapLineView{}, Asked: []RecapLineView{},
	}
	for i := range r.file.Stakeholders {
		p := &r.file.Stakeholders[i]
		left := p.LeftOn != 0 && p.LeftOn <= today
		if slices.Contains(r.talk.StakeholderIDs, p.ID) && !p.Internal && !left {
			view.To = append(view.To, TalkPersonView{ID: string(p.ID), Name: p.Name, Title: p.Title, Email: p.Email})
		}
	}
	r.promises(&view)
	r.noted(&view)
	view.LeftOut = r.keptBack()
	// Where notes became records, what is left of them is our own shorthand.
	if len(r.with) == 0 {
		view.Summary = r.talk.Summary
	}
	return view
}

// promises gathers what either side will do.
func (r *recap) promises(view *RecapView) {
	for i := range r.file.Milestones {
		m := &r.file.Milestones[i]
		if !r.has(m.ID, m.CreatedAt.Date()) {
			continue
		}
		line := RecapLineView{Text: m.Title, Who: m.Owner, Due: m.Due.String()}
		if m.Side == "client" {
			view.Theirs = append(view.Theirs, line)
		} else {
			view.Ours = append(view.Ours, line)
		}
	}
}

// noted gathers what else was said: what is to work differently, figures, questions.
func (r *recap) noted(view *RecapView) {
	for i := range r.file.BehaviorChanges {
		if c := &r.file.BehaviorChanges[i]; len(r.with) > 0 && r.with[c.ID] {
			view.Changes = append(view.Changes, RecapLineView{Text: c.Process, Who: c.Who, Answer: c.To})
		}
	}
	for i := range r.file.Readings {
		if reading := &r.file.Readings[i]; len(r.with) > 0 && r.with[reading.ID] {
			view.Readings = append(view.Readings, r.reading(reading))
		}
	}
	for i := range r.file.Questions {
		if q := &r.file.Questions[i]; r.has(q.ID, q.AskedOn) {
			view.Asked = append(view.Asked, RecapLineView{Text: q.Text, Who: q.AskedOf, Answer: q.Answer})
		}
	}
}

func (r *recap) reading(reading *success.Reading) RecapLineView {
	line := RecapLineView{Value: &reading.Value, Due: reading.On.String()}
	for i := range r.file.Measures {
		if m := &r.file.Measures[i]; m.ID == reading.MeasureID {
			line.Text, line.Unit = m.Name, m.Unit
		}
	}
	return line
}

// keptBack counts what was noted and is ours alone: insights, benefits and evidence.
func (r *recap) keptBack() int {
	n := 0
	for i := range r.file.Insights {
		if r.with[r.file.Insights[i].ID] {
			n++
		}
	}
	for i := range r.file.Benefits {
		if r.with[r.file.Benefits[i].ID] {
			n++
		}
	}
	for i := range r.file.Evidence {
		if r.with[r.file.Evidence[i].ID] {
			n++
		}
	}
	return n
}

// languageOf is the language of the account's newest story that says one.
func languageOf(f *success.File) string {
	newest, language := success.Instant(0), ""
	for i := range f.Stories {
		if s := &f.Stories[i]; s.Locale != "" && s.CreatedAt >= newest {
			newest, language = s.CreatedAt, s.Locale
		}
	}
	return language
}
