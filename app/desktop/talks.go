package desktop

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Talks are an account's conversations: what was said, asked and learned.
type Talks struct{ app *App }

// NewTalks returns the bound conversations.
func NewTalks(app *App) *Talks { return &Talks{app: app} }

// talkKinds are the records that the stream holds, and how it calls them.
var talkKinds = map[success.Kind]string{"touchpoint": "touchpoint", "question": "question", "insight": "insight"}

// chartMonths is how far back learning against teaching is drawn.
const chartMonths = 12

// Page returns an account's conversations.
func (t *Talks) Page(account string) (_ TalksView, err error) {
	defer t.app.catch("talks.page", &err)
	file, _, today, err := t.app.account(account)
	if err != nil {
		return TalksView{}, err
	}
	view := TalksView{
		Account: string(file.Account.ID), Name: file.Account.Name, Today: today.String(),
		People: talkPeople(file, today), Outcomes: []NamedView{}, Teams: teamsOf(file), Items: talkItems(file, today),
		Replies: repliesView(success.Replies(file, today)), Months: []TalkMonthView{},
	}
	for i := range file.Outcomes {
		view.Outcomes = append(view.Outcomes, NamedView{ID: string(file.Outcomes[i].ID), Name: file.Outcomes[i].Statement})
	}
	for _, m := range success.LearningAndTeaching(file, chartMonths, today) {
		view.Months = append(view.Months, TalkMonthView{Month: m.Month.String(), Asked: m.Asked, Taught: m.Taught, Insights: m.Insights})
	}
	return view, nil
}

func talkPeople(f *success.File, today success.Date) []TalkPersonView {
	views := []TalkPersonView{}
	for i := range f.Stakeholders {
		p := &f.Stakeholders[i]
		views = append(views, TalkPersonView{ID: string(p.ID), Name: p.Name, Title: p.Title, Email: p.Email, Left: p.LeftOn != 0 && p.LeftOn <= today})
	}
	return views
}

// teamsOf lists the teams that asked or were told, in order of name.
func teamsOf(f *success.File) []string {
	teams := []string{}
	add := func(team string) {
		if team = strings.TrimSpace(team); team != "" && !slices.Contains(teams, team) {
			teams = append(teams, team)
		}
	}
	for i := range f.Insights {
		for _, share := range f.Insights[i].Teams {
			add(share.Team)
		}
	}
	for i := range f.Questions {
		add(f.Questions[i].FromTeam)
	}
	slices.Sort(teams)
	return teams
}

// talkItems returns the stream, the newest first; of one day, what was made last.
func talkItems(f *success.File, today success.Date) []TalkView {
	evidence := map[success.ID]int{}
	for i := range f.Evidence {
		evidence[f.Evidence[i].Subject.ID]++
	}
	type dated struct {
		view TalkView
		made success.Instant
	}
	items := make([]dated, 0, len(f.Touchpoints)+len(f.Questions)+len(f.Insights))
	for i := range f.Touchpoints {
		items = append(items, dated{touchView(&f.Touchpoints[i], today), f.Touchpoints[i].CreatedAt})
	}
	for i := range f.Questions {
		items = append(items, dated{questionView(&f.Questions[i], today), f.Questions[i].CreatedAt})
	}
	for i := range f.Insights {
		items = append(items, dated{insightView(&f.Insights[i]), f.Insights[i].CreatedAt})
	}
	slices.SortStableFunc(items, func(a, b dated) int {
		return cmp.Or(cmp.Compare(b.view.On, a.view.On), cmp.Compare(b.made, a.made), cmp.Compare(b.view.ID, a.view.ID))
	})
	views := make([]TalkView, 0, len(items))
	for _, item := range items {
		item.view.Evidence = evidence[success.ID(item.view.ID)]
		views = append(views, item.view)
	}
	return views
}

func touchView(t *success.Touchpoint, today success.Date) TalkView {
	r := success.ReplyOf(t, today)
	view := TalkView{
		ID: string(t.ID), Kind: "touchpoint", On: t.On.String(), Text: t.Summary, TouchKind: t.TouchKind, Direction: t.Direction,
		People: []string{}, NeedsReplyBy: t.NeedsReplyBy.String(), RepliedOn: t.RepliedOn.String(), Reply: string(r.State),
		Due: r.Due.String(), Leaving: t.Leaving, Ticket: t.Ticket, Internal: t.Internal, Teams: []TeamShareView{},
	}
	for _, id := range t.StakeholderIDs {
		view.People = append(view.People, string(id))
	}
	if t.RepliedOn != 0 && t.RepliedOn <= today {
		view.ReplyDays = &r.Days
	}
	return view
}

func questionView(q *success.Question, today success.Date) TalkView {
	view := TalkView{
		ID: string(q.ID), Kind: "question", On: cmp.Or(q.AskedOn, q.CreatedAt.Date()).String(), Text: q.Text, People: []string{}, Teams: []TeamShareView{},
		Outcome: string(q.OutcomeID), FromTeam: q.FromTeam, AskedOf: q.AskedOf, AnsweredOn: q.AnsweredOn.String(), Answer: q.Answer,
	}
	if q.AnsweredOn == 0 && q.AskedOn != 0 {
		days := max(0, today.Sub(q.AskedOn))
		view.OpenDays = &days
	}
	return view
}

func insightView(n *success.Insight) TalkView {
	view := TalkView{
		ID: string(n.ID), Kind: "insight", On: n.CreatedAt.Date().String(), Text: n.Text, People: []string{},
		Question: string(n.QuestionID), Teams: []TeamShareView{},
	}
	for _, share := range n.Teams {
		view.Teams = append(view.Teams, TeamShareView{Team: share.Team, SharedOn: share.SharedOn.String()})
	}
	return view
}

func repliesView(r success.RepliesFigure) RepliesView {
	view := RepliesView{
		Messages: r.Messages, Answered: r.Answered, InTime: r.InTime, Open: r.Open, Late: r.Late,
		MedianDays: r.Median, Share: r.Share, Months: []RepliesInView{},
	}
	for _, m := range r.Months {
		view.Months = append(view.Months, RepliesInView{Month: m.Month.String(), Messages: m.Messages, MedianDays: m.Median, Share: m.Share})
	}
	return view
}

// Write makes or changes a touchpoint, a question or an insight. It returns
// CodeInvalid with the field that is wrong.
func (t *Talks) Write(in RecordInput) (_ WrittenView, err error) {
	defer t.app.catch("talks.write", &err)
	kind := success.Kind(in.Kind)
	noun, ok := talkKinds[kind]
	if !ok {
		return WrittenView{}, success.Invalid("kind", "No %s is kept among the conversations.", in.Kind)
	}
	file, settings, today, err := t.app.account(in.Account)
	if err != nil {
		return WrittenView{}, err
	}
	fields, err := typedFields(kind, in.Fields, success.CurrencyOf(&file.Account, settings))
	if err != nil {
		return WrittenView{}, err
	}
	if err := checkTalk(kind, fields, today); err != nil {
		return WrittenView{}, err
	}
	label, id := "Change "+noun, success.ID(in.ID)
	title := talkTitle(file, id)
	if in.ID == "" {
		fields["account_id"], label, title = jsonText(string(file.Account.ID)), "Add "+noun, firstWords(in.Fields)
	}
	return t.app.write(label+named(title), func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put(kind, id, fields)
		return written.ID, err
	})
}

// checkTalk refuses what the rules of a single record cannot see: an answer or a
// reply of a day to come, and a touchpoint that says nothing.
func checkTalk(kind success.Kind, fields success.Fields, today success.Date) error {
	for _, name := range []string{"replied_on", "asked_on", "answered_on"} {
		on, err := success.ParseDate(unquoted(fields[name]))
		if err == nil && on > today {
			return success.Invalid(name, "This day has not come yet.")
		}
	}
	if summary, ok := fields["summary"]; kind == "touchpoint" && ok && unquoted(summary) == "" {
		return success.Invalid("summary", "Say in a few words what it was about.")
	}
	if answer, ok := fields["answer"]; ok && unquoted(answer) != "" && unquoted(fields["answered_on"]) == "" {
		if _, given := fields["answered_on"]; !given {
			fields["answered_on"] = jsonText(today.String())
		}
	}
	return nil
}

func unquoted(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return ""
	}
	return text
}

func firstWords(fields map[string]string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(cmp.Or(fields["summary"], fields["text"])), "\n")
	return short(line)
}

// talkTitle is what a person calls a record of the stream; "" for none.
func talkTitle(f *success.File, id success.ID) string {
	return firstWords(map[string]string{"text": cmp.Or(
		titleIn(f.Touchpoints, id, func(t *success.Touchpoint) string { return t.Summary }),
		titleIn(f.Questions, id, func(q *success.Question) string { return q.Text }),
		titleIn(f.Insights, id, func(n *success.Insight) string { return n.Text }),
	)})
}

// Delete puts a record of the stream in the bin.
func (t *Talks) Delete(account, kind, id string) (_ WrittenView, err error) {
	defer t.app.catch("talks.delete", &err)
	noun, ok := talkKinds[success.Kind(kind)]
	if !ok {
		return WrittenView{}, success.Invalid("kind", "No %s is kept among the conversations.", kind)
	}
	file, _, _, err := t.app.account(account)
	if err != nil {
		return WrittenView{}, err
	}
	return t.app.write("Delete "+noun+named(talkTitle(file, success.ID(id))), func(tx *workspace.Tx) (success.ID, error) {
		return success.ID(id), tx.Delete(success.Kind(kind), success.ID(id))
	})
}

// Replied marks a message as answered on a day, or, with an empty day, as not
// answered.
func (t *Talks) Replied(account, id, on string) (_ WrittenView, err error) {
	defer t.app.catch("talks.replied", &err)
	label := "Mark as answered"
	if on == "" {
		label = "Mark as not answered"
	}
	file, _, today, err := t.app.account(account)
	if err != nil {
		return WrittenView{}, err
	}
	at := slices.IndexFunc(file.Touchpoints, func(t success.Touchpoint) bool { return t.ID == success.ID(id) })
	if at < 0 {
		return WrittenView{}, success.NotFound("This message is not there any more.")
	}
	fields, err := typedFields("touchpoint", map[string]string{"replied_on": on}, "")
	if err != nil {
		return WrittenView{}, err
	}
	if err := checkTalk("touchpoint", fields, today); err != nil {
		return WrittenView{}, err
	}
	if day, err := success.ParseDate(on); err == nil && day < file.Touchpoints[at].On {
		return WrittenView{}, success.Invalid("replied_on", "The answer cannot come before the message of %s.", file.Touchpoints[at].On)
	}
	return t.app.write(label+named(talkTitle(file, success.ID(id))), func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("touchpoint", success.ID(id), fields)
		return written.ID, err
	})
}

// Share notes that an insight was passed to a team on a day; without a day it takes
// the team out again.
func (t *Talks) Share(account, insight, team, on string) (_ WrittenView, err error) {
	defer t.app.catch("talks.share", &err)
	file, _, today, err := t.app.account(account)
	if err != nil {
		return WrittenView{}, err
	}
	at := slices.IndexFunc(file.Insights, func(n success.Insight) bool { return n.ID == success.ID(insight) })
	if at < 0 {
		return WrittenView{}, success.NotFound("This insight is not there any more.")
	}
	if team = strings.TrimSpace(team); team == "" {
		return WrittenView{}, success.Invalid("team", "Name the team.")
	}
	teams := slices.DeleteFunc(slices.Clone(file.Insights[at].Teams), func(s success.TeamShare) bool { return s.Team == team })
	label := fmt.Sprintf("Take back telling “%s”", team)
	if on != "" {
		day, err := success.ParseDate(on)
		if err != nil {
			return WrittenView{}, success.Invalid("shared_on", "This is not a day.")
		}
		if day > today {
			return WrittenView{}, success.Invalid("shared_on", "This day has not come yet.")
		}
		teams, label = append(teams, success.TeamShare{Team: team, SharedOn: day}), fmt.Sprintf("Tell “%s”", team)
	}
	value, err := json.Marshal(teams)
	if err != nil {
		return WrittenView{}, fmt.Errorf("write teams: %w", err)
	}
	return t.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("insight", success.ID(insight), success.Fields{"teams": value})
		return written.ID, err
	})
}
