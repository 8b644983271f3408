package desktop

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// AskInput is one question for several accounts: those named, and with Type or CSM
// all that are of it. Cancelled accounts are not asked.
type AskInput struct {
	Accounts []string `json:"accounts"`
	Type     string   `json:"type"` // a customer type's id; "all" for every account
	Text     string   `json:"text"`
	AskedOf  string   `json:"asked_of"`
	FromTeam string   `json:"from_team"`
	On       string   `json:"on"`
}

// AskedInput is what changes of a question; an empty day clears the answer's.
type AskedInput struct {
	ID         string `json:"id"`
	Text       string `json:"text"`
	AskedOf    string `json:"asked_of"`
	FromTeam   string `json:"from_team"`
	AskedOn    string `json:"asked_on"`
	Answer     string `json:"answer"`
	AnsweredOn string `json:"answered_on"`
}

// LearnedInput is something learned; without an ID it is made. Teams are those that
// have to hear it; who was told already stays so.
type LearnedInput struct {
	ID       string   `json:"id"`
	Account  string   `json:"account"`
	Question string   `json:"question"`
	Text     string   `json:"text"`
	Teams    []string `json:"teams"`
}

// Ask asks one question of many accounts, as one action.
func (l *Learning) Ask(in AskInput) (_ WrittenView, err error) {
	defer l.app.catch("learning.ask", &err)
	text := strings.TrimSpace(in.Text)
	if text == "" {
		return WrittenView{}, success.Invalid("text", "Write down what you ask.")
	}
	on, err := pastDay("on", in.On, l.app.today(), "A question cannot have been asked in the future.")
	if err != nil {
		return WrittenView{}, err
	}
	accounts, err := l.asked(in)
	if err != nil {
		return WrittenView{}, err
	}
	if len(accounts) == 0 {
		return WrittenView{}, success.Invalid("accounts", "Choose whom to ask.")
	}
	label := "Ask" + named(text)
	if len(accounts) > 1 {
		label = fmt.Sprintf("Ask %d accounts", len(accounts)) + named(text)
	}
	return l.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		var first success.ID
		for _, account := range accounts {
			id, err := tx.Create(&success.Question{
				AccountID: account, Text: text, AskedOf: strings.TrimSpace(in.AskedOf), FromTeam: strings.TrimSpace(in.FromTeam), AskedOn: on,
			})
			if err != nil {
				return "", err
			}
			if first == "" {
				first = id
			}
		}
		return first, nil
	})
}

// asked lists the accounts that a question goes to, each once.
func (l *Learning) asked(in AskInput) ([]success.ID, error) {
	var list []success.ID
	seen := map[success.ID]bool{}
	add := func(id success.ID) {
		if id != "" && !seen[id] {
			seen[id] = true
			list = append(list, id)
		}
	}
	for _, id := range in.Accounts {
		add(success.ID(id))
	}
	if in.Type == "" {
		return list, nil
	}
	err := l.app.align.use(func(book *success.Book, today success.Date, made *reckoned) error {
		types := made.typeBook(book, today)
		for _, row := range made.names(book) {
			a := &row.file.Account
			if a.CancelledOn != 0 && a.CancelledOn <= today {
				continue
			}
			of := string(types.of[a.ID])
			if of == "" {
				of = "none"
			}
			if in.Type == "all" || in.Type == of {
				add(a.ID)
			}
		}
		return nil
	})
	return list, err
}

// pastDay reads a day that has come; today where it is left empty.
func pastDay(field, text string, today success.Date, future string) (success.Date, error) {
	if strings.TrimSpace(text) == "" {
		return today, nil
	}
	on, err := success.ParseDate(strings.TrimSpace(text))
	if err != nil {
		return 0, success.Invalid(field, "“%.30s” is not a day.", text)
	}
	if on > today {
		return 0, &success.Error{Code: success.CodeInvalid, Field: field, Message: future}
	}
	return on, nil
}

// WriteQuestion changes a question, and answers it: an answer without a day was
// given today.
func (l *Learning) WriteQuestion(in AskedInput) (_ WrittenView, err error) {
	defer l.app.catch("learning.write_question", &err)
	text, answer := strings.TrimSpace(in.Text), strings.TrimSpace(in.Answer)
	if text == "" {
		return WrittenView{}, success.Invalid("text", "Write down what you ask.")
	}
	today := l.app.today()
	asked, err := pastDay("asked_on", in.AskedOn, today, "A question cannot have been asked in the future.")
	if err != nil {
		return WrittenView{}, err
	}
	fields := success.Fields{
		"text": jsonText(text), "asked_of": textOrNone(in.AskedOf), "from_team": textOrNone(in.FromTeam),
		"asked_on": jsonText(asked.String()), "answer": textOrNone(answer), "answered_on": json.RawMessage("null"),
	}
	label := "Change question" + named(text)
	if answer != "" {
		answered, err := pastDay("answered_on", in.AnsweredOn, today, "An answer cannot lie in the future.")
		if err != nil {
			return WrittenView{}, err
		}
		if answered < asked {
			return WrittenView{}, success.Invalid("answered_on", "The answer cannot have come before the question.")
		}
		fields["answered_on"] = jsonText(answered.String())
		label = "Answer question" + named(text)
	}
	return l.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("question", success.ID(in.ID), fields)
		return written.ID, err
	})
}

// WriteInsight makes or changes an insight.
func (l *Learning) WriteInsight(in LearnedInput) (_ WrittenView, err error) {
	defer l.app.catch("learning.write_insight", &err)
	text := strings.TrimSpace(in.Text)
	if text == "" {
		return WrittenView{}, success.Invalid("text", "Write down what you learned.")
	}
	var told []success.TeamShare
	if in.ID != "" {
		have, err := l.insight(in.ID)
		if err != nil {
			return WrittenView{}, err
		}
		told = have.Teams
	}
	shares, err := json.Marshal(sharesOf(told, in.Teams))
	if err != nil {
		return WrittenView{}, fmt.Errorf("write the teams: %w", err)
	}
	fields := success.Fields{"text": jsonText(text), "teams": shares}
	label := "Change insight" + named(text)
	if in.ID == "" {
		label = "Add insight" + named(text)
		fields["account_id"] = jsonText(in.Account)
		if in.Question != "" {
			fields["question_id"] = jsonText(in.Question)
		}
	}
	return l.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("insight", success.ID(in.ID), fields)
		return written.ID, err
	})
}

// sharesOf names the teams given, each once, with the day on which it was told.
func sharesOf(told []success.TeamShare, teams []string) []success.TeamShare {
	out := []success.TeamShare{}
	for _, team := range teams {
		team = strings.TrimSpace(team)
		same := func(s success.TeamShare) bool { return sameTeam(s.Team, team) }
		if team == "" || slices.ContainsFunc(out, same) {
			continue
		}
		if at := slices.IndexFunc(told, same); at >= 0 {
			out = append(out, told[at])
			continue
		}
		out = append(out, success.TeamShare{Team: team})
	}
	return out
}

func (l *Learning) insight(id string) (*success.Insight, error) {
	ws, err := l.app.workspace()
	if err != nil {
		return nil, err
	}
	body, err := ws.Get(l.app.ctx(), "insight", success.ID(id))
	if err != nil {
		return nil, err
	}
	var i success.Insight
	if err := json.Unmarshal(body, &i); err != nil {
		return nil, fmt.Errorf("read insight %s: %w", id, err)
	}
	return &i, nil
}

// Tell marks insights as told to a team, as one action. Untold takes the mark away
// again and leaves the team named.
func (l *Learning) Tell(insights []string, team string, untold bool) (_ WrittenView, err error) {
	defer l.app.catch("learning.tell", &err)
	team = strings.TrimSpace(team)
	if team == "" {
		return WrittenView{}, success.Invalid("team", "Say which team.")
	}
	if len(insights) == 0 {
		return WrittenView{}, success.Invalid("insights", "There is nothing that this team has not heard.")
	}
	on := l.app.today()
	label := fmt.Sprintf("Tell the team “%s”", team)
	if untold {
		on, label = 0, fmt.Sprintf("Take back that the team “%s” was told", team)
	}
	return l.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		for _, id := range insights {
			body, err := tx.Get("insight", success.ID(id))
			if err != nil {
				return "", err
			}
			var i success.Insight
			if err := json.Unmarshal(body, &i); err != nil {
				return "", fmt.Errorf("read insight %s: %w", id, err)
			}
			shares, err := json.Marshal(toldTo(i.Teams, team, on))
			if err != nil {
				return "", fmt.Errorf("write the teams: %w", err)
			}
			if _, err := tx.Put("insight", success.ID(id), success.Fields{"teams": shares}); err != nil {
				return "", err
			}
		}
		return success.ID(insights[0]), nil
	})
}

// toldTo sets when a team was told; a team that heard it before keeps its day.
func toldTo(shares []success.TeamShare, team string, on success.Date) []success.TeamShare {
	out := slices.Clone(shares)
	for n := range out {
		if sameTeam(out[n].Team, team) {
			if on == 0 || out[n].SharedOn == 0 {
				out[n].SharedOn = on
			}
			return out
		}
	}
	return append(out, success.TeamShare{Team: team, SharedOn: on})
}

// Delete puts a question or an insight in the bin.
func (l *Learning) Delete(kind, id string) (_ WrittenView, err error) {
	defer l.app.catch("learning.delete", &err)
	if kind != "question" && kind != "insight" {
		return WrittenView{}, success.Invalid("kind", "Learning has no %s.", kind)
	}
	ws, err := l.app.workspace()
	if err != nil {
		return WrittenView{}, err
	}
	body, err := ws.Get(l.app.ctx(), success.Kind(kind), success.ID(id))
	if err != nil {
		return WrittenView{}, err
	}
	var said struct {
		Text string `json:"text"`
	}
	if err := json.Unmarshal(body, &said); err != nil {
		return WrittenView{}, fmt.Errorf("read %s %s: %w", kind, id, err)
	}
	return l.app.write(deleteLabel(success.Kind(kind))+named(said.Text), func(tx *workspace.Tx) (success.ID, error) {
		return success.ID(id), tx.Delete(success.Kind(kind), success.ID(id))
	})
}
