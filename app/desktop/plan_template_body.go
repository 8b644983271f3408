package desktop

import (
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// planTemplate is the body of a template: a plan without what only one client can
// say. Milestones name outcomes, changes and each other by their place in the
// lists, counted from 1 over all outcomes; 0 is none. "{account}", "{us}" and
// "{currency}" stand for what the account will put there.
type planTemplate struct {
	ID              string              `json:"id,omitempty"`   // of those that come with the program
	Name            string              `json:"name,omitempty"` // likewise; the workspace's have theirs on the record
	About           string              `json:"about,omitempty"`
	Title           string              `json:"title,omitempty"`
	Summary         string              `json:"summary,omitempty"`
	ReviewEveryDays success.Count       `json:"review_every_days,omitempty"`
	Outcomes        []templateOutcome   `json:"outcomes"`
	Milestones      []templateMilestone `json:"milestones"`
}

// templateOutcome is a result to talk about: Prompt asks for the client's words.
type templateOutcome struct {
	Statement string            `json:"statement"`
	Prompt    string            `json:"prompt,omitempty"`
	Job       string            `json:"job,omitempty"`
	Link      string            `json:"link,omitempty"`
	Measures  []templateMeasure `json:"measures,omitempty"`
	Changes   []templateChange  `json:"changes,omitempty"`
}

type templateMeasure struct {
	Name        string        `json:"name"`
	Unit        string        `json:"unit,omitempty"`
	Direction   string        `json:"direction,omitempty"`
	BadSide     string        `json:"bad_side,omitempty"`
	Kind        string        `json:"kind,omitempty"`
	CadenceDays success.Count `json:"cadence_days,omitempty"`
}

type templateChange struct {
	Process string `json:"process,omitempty"`
	From    string `json:"from,omitempty"`
	To      string `json:"to,omitempty"`
	Who     string `json:"who,omitempty"`
}

// templateMilestone is a joint step so many days after the start. Role is that of
// the person at the client who owns it.
type templateMilestone struct {
	Title   string `json:"title"`
	Side    string `json:"side"`
	Role    string `json:"role,omitempty"`
	Day     int    `json:"day"`
	Outcome int    `json:"outcome,omitempty"`
	Change  int    `json:"change,omitempty"`
	After   []int  `json:"after,omitempty"`
}

//go:embed plantemplates/*.json
var planTemplateFiles embed.FS

// builtInTemplates reads the templates that come with the program in a language;
// in English where it has no such language.
func builtInTemplates(locale string) ([]planTemplate, error) {
	lang, _, _ := strings.Cut(strings.ToLower(locale), "-")
	text, err := planTemplateFiles.ReadFile("plantemplates/" + lang + ".json")
	if err != nil {
		text, err = planTemplateFiles.ReadFile("plantemplates/en.json")
	}
	if err != nil {
		return nil, fmt.Errorf("read the program's templates: %w", err)
	}
	var list []planTemplate
	if err := json.Unmarshal(text, &list); err != nil {
		return nil, fmt.Errorf("read the program's templates: %w", err)
	}
	return list, nil
}

// templateFrom makes a template of a plan.
func templateFrom(b *planBuilder, plan *success.SuccessPlan) *planTemplate {
	blank := blanker(b.file.Account.Name)
	t := &planTemplate{Title: blank(plan.Title), Summary: blank(plan.Summary), Outcomes: []templateOutcome{}, Milestones: []templateMilestone{}}
	if plan.ReviewEveryDays != nil {
		t.ReviewEveryDays = *plan.ReviewEveryDays
	}
	outcomes, changes := map[string]int{}, map[string]int{}
	for _, o := range planOutcomes(b.file, plan.ID) {
		if o.Status == "dropped" {
			continue
		}
		outcomes[string(o.ID)] = len(outcomes) + 1
		out := templateOutcome{Statement: blank(o.Statement), Prompt: blank(b.prompts[o.ID]), Job: blank(o.Job), Link: blank(o.Link)}
		for _, m := range b.measuresOf(o.ID) {
			one := templateMeasure{Name: blank(m.Name), Unit: m.Unit, Direction: m.Direction, BadSide: m.BadSide, Kind: m.MeasureKind}
			if m.CadenceDays != nil {
				one.CadenceDays = *m.CadenceDays
			}
			out.Measures = append(out.Measures, one)
		}
		for i := range b.file.BehaviorChanges {
			if c := &b.file.BehaviorChanges[i]; c.OutcomeID == o.ID {
				changes[string(c.ID)] = len(changes) + 1
				out.Changes = append(out.Changes, templateChange{Process: blank(c.Process), From: blank(c.From), To: blank(c.To), Who: blank(c.Who)})
			}
		}
		t.Outcomes = append(t.Outcomes, out)
	}
	milestones := b.milestones(plan.ID)
	start := b.startOf(milestones)
	place := map[string]int{}
	for i, m := range milestones {
		place[m.ID] = i + 1
	}
	for _, m := range milestones {
		one := templateMilestone{Title: blank(m.Title), Side: m.Side, Role: b.roleOf(m), Outcome: outcomes[m.Outcome], Change: changes[m.Change]}
		if due, err := success.ParseDate(cmp.Or(m.Due, m.DoneOn)); err == nil && due != 0 {
			one.Day = due.Sub(start)
		}
		for _, id := range m.DependsOn {
			if n := place[id]; n > 0 {
				one.After = append(one.After, n)
			}
		}
		t.Milestones = append(t.Milestones, one)
	}
	return t
}

// blanker returns what puts a place for another account's name where this one's
// stands.
func blanker(name string) func(string) string {
	name = strings.TrimSpace(name)
	if name == "" {
		return func(text string) string { return text }
	}
	return strings.NewReplacer(name, "{account}").Replace
}

// startOf is the day that a plan's milestones are counted from: that of the first.
func (b *planBuilder) startOf(milestones []MilestoneView) success.Date {
	var first success.Date
	for _, m := range milestones {
		if due, err := success.ParseDate(cmp.Or(m.Due, m.DoneOn)); err == nil && due != 0 && (first == 0 || due < first) {
			first = due
		}
	}
	return cmp.Or(first, b.today)
}

// roleOf is the role of whoever at the client owns a milestone.
func (b *planBuilder) roleOf(m MilestoneView) string {
	if m.Side != "client" || m.Owner == "" {
		return ""
	}
	for i := range b.file.Stakeholders {
		if b.file.Stakeholders[i].Name == m.Owner {
			return b.file.Stakeholders[i].Role
		}
	}
	return ""
}
