package desktop

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// RenewalInput names a renewal: an account and one of its terms.
type RenewalInput struct {
	Account string `json:"account"`
	Term    string `json:"term"`
}

// RenewalCallInput is somebody's call at the gate that stands: "on track", "at risk"
// or, more than 90 days before the decision, "monitor".
type RenewalCallInput struct {
	Renewal RenewalInput `json:"renewal"`
	Call    string       `json:"call"`
	Reason  string       `json:"reason"`
}

// RenewalStepInput is a step of the paper path. Was is the step's own name as it
// stood before; empty makes a new one.
type RenewalStepInput struct {
	Renewal RenewalInput `json:"renewal"`
	Was     string       `json:"was"`
	Step    string       `json:"step"`
	Owner   string       `json:"owner"`
	Due     string       `json:"due"`
	DoneOn  string       `json:"done_on"`
}

// Call notes the call of the gate that stands, with what the records say. A call
// that differs from them needs its reason (the error's field is "reason").
func (r *Renewals) Call(in RenewalCallInput) (_ WrittenView, err error) {
	defer r.app.catch("renewals.call", &err)
	b, t, err := r.open(in.Renewal.Account, in.Renewal.Term)
	if err != nil {
		return WrittenView{}, err
	}
	figure, ok := success.RenewalOf(b.file, b.settings, t.ID, b.today)
	if !ok {
		return WrittenView{}, success.Invalid("call", "This term has its result. There is nothing left to call.")
	}
	if figure.Gate == 0 {
		gates := success.Gates(b.settings)
		return WrittenView{}, success.Invalid("call", "The first gate is reached on %s. Until then there is nothing to call.", figure.Decision.AddDays(-gates[0]))
	}
	call := success.GateCall{
		DaysBefore: success.Count(figure.Gate), Call: in.Call, Reason: strings.TrimSpace(in.Reason), DecidedBy: r.app.person(),
		Signal: string(figure.Signal.Level), On: b.today,
	}
	if err := success.CheckCall(call); err != nil {
		return WrittenView{}, err
	}
	if call.Reason == "" && success.Disagreement(call.Call, figure.Signal.Level) != "" {
		return WrittenView{}, success.Invalid("reason", "The records say something else. Write down what you know that they do not.")
	}
	label := fmt.Sprintf("Decide the %d-day gate of %s", figure.Gate, b.file.Account.Name)
	return r.app.write(label, func(tx *workspace.Tx) (success.ID, error) { return putCall(tx, b.file, t, call) })
}

// renewalLabel names what is written of a renewal, as history says it; empty for what
// is no such field.
func renewalLabel(field, account string) string {
	switch field {
	case "mitigation":
		return "Change the mitigation of " + account
	case "ask":
		return "Change what we ask of " + account
	case "offer":
		return "Change the offer of " + account
	case "concessions":
		return "Change the concessions to " + account
	case "forecast_arr":
		return "Change the forecast of " + account
	case "probability":
		return "Change the probability of " + account
	case "lessons":
		return "Change the lessons of " + account
	}
	return ""
}

// Write changes one field of a renewal, as it was typed: mitigation, ask, offer,
// concessions, forecast_arr, probability (0..1) or lessons.
func (r *Renewals) Write(in RenewalInput, field, text string) (_ WrittenView, err error) {
	defer r.app.catch("renewals.write", &err)
	b, t, err := r.open(in.Account, in.Term)
	if err != nil {
		return WrittenView{}, err
	}
	label := renewalLabel(field, b.file.Account.Name)
	if label == "" {
		return WrittenView{}, success.Invalid(field, "A renewal has no %s to write.", field)
	}
	fields, err := typedFields("renewal", map[string]string{field: text}, b.renewalCurrency(t, b.workOf(t.ID)))
	if err != nil {
		return WrittenView{}, err
	}
	return r.put(b, t, label, fields)
}

// put writes fields of a term's renewal, which is made where there is none.
func (r *Renewals) put(b *planBuilder, t *success.Term, label string, fields success.Fields) (WrittenView, error) {
	return r.app.write(label, func(tx *workspace.Tx) (success.ID, error) { return putRenewal(tx, b, t, fields) })
}

func putRenewal(tx *workspace.Tx, b *planBuilder, t *success.Term, fields success.Fields) (success.ID, error) {
	id := b.workOf(t.ID).ID
	if id == "" {
		fields["term_id"] = jsonText(string(t.ID))
	}
	written, err := tx.Put("renewal", id, fields)
	return written.ID, err
}

// changedMeanwhile says that a line is not there as it was seen.
func changedMeanwhile() error {
	return success.NotFound("This line was changed meanwhile. Look again; nothing was written.")
}

// Tick notes a line of the renewal's own checklist as done today, or as open.
func (r *Renewals) Tick(in RenewalInput, text string, done bool) (_ WrittenView, err error) {
	defer r.app.catch("renewals.tick", &err)
	b, t, err := r.open(in.Account, in.Term)
	if err != nil {
		return WrittenView{}, err
	}
	items := slices.Clone(b.workOf(t.ID).Checklist)
	at := slices.IndexFunc(items, func(c success.CheckItem) bool { return c.Text == text })
	if at < 0 {
		return WrittenView{}, changedMeanwhile()
	}
	label := "Done: " + text
	items[at].DoneOn = b.today
	if !done {
		label, items[at].DoneOn = "Not done: "+text, 0
	}
	return r.putList(b, t, label, "checklist", items)
}

// WriteLine changes the words of a line of the checklist; without was it adds one,
// without text it takes it out.
func (r *Renewals) WriteLine(in RenewalInput, was, text string) (_ WrittenView, err error) {
	defer r.app.catch("renewals.write_line", &err)
	b, t, err := r.open(in.Account, in.Term)
	if err != nil {
		return WrittenView{}, err
	}
	text = strings.TrimSpace(text)
	items := slices.Clone(b.workOf(t.ID).Checklist)
	at := slices.IndexFunc(items, func(c success.CheckItem) bool { return c.Text == was })
	switch {
	case was == "" && text == "":
		return WrittenView{}, success.Invalid("text", "Write what is to be done.")
	case text != was && slices.ContainsFunc(items, func(c success.CheckItem) bool { return c.Text == text }):
		return WrittenView{}, success.Invalid("text", "This line is on the list already.")
	case was == "":
		items = append(items, success.CheckItem{Text: text})
	case at < 0:
		return WrittenView{}, changedMeanwhile()
	case text == "":
		items = slices.Delete(items, at, at+1)
	default:
		items[at].Text = text
	}
	return r.putList(b, t, "Change the checklist of "+b.file.Account.Name, "checklist", items)
}

// putList writes a list of a renewal as a whole.
func (r *Renewals) putList(b *planBuilder, t *success.Term, label, field string, list any) (WrittenView, error) {
	raw, err := json.Marshal(list)
	if err != nil {
		return WrittenView{}, fmt.Errorf("write the %s: %w", field, err)
	}
	return r.put(b, t, label, success.Fields{field: raw})
}

// WriteStep adds a step to the paper path, or changes one. The error's field is the
// one at fault.
func (r *Renewals) WriteStep(in RenewalStepInput) (_ WrittenView, err error) {
	defer r.app.catch("renewals.write_step", &err)
	b, t, err := r.open(in.Renewal.Account, in.Renewal.Term)
	if err != nil {
		return WrittenView{}, err
	}
	step, err := b.stepOf(in)
	if err != nil {
		return WrittenView{}, err
	}
	steps := slices.Clone(b.workOf(t.ID).PaperPath)
	at := slices.IndexFunc(steps, func(s success.PaperStep) bool { return s.Step == in.Was })
	label := "Change the paper path of " + b.file.Account.Name
	switch {
	case step.Step != in.Was && slices.ContainsFunc(steps, func(s success.PaperStep) bool { return s.Step == step.Step }):
		return WrittenView{}, success.Invalid("step", "This step is on the path already.")
	case in.Was == "":
		steps = append(steps, step)
	case at < 0:
		return WrittenView{}, changedMeanwhile()
	default:
		if steps[at].DoneOn == 0 && step.DoneOn != 0 {
			label = "Done: " + step.Step
		}
		steps[at] = step
	}
	return r.putList(b, t, label, "paper_path", steps)
}

// stepOf reads a step as it was typed.
func (b *planBuilder) stepOf(in RenewalStepInput) (success.PaperStep, error) {
	step := success.PaperStep{Step: strings.TrimSpace(in.Step), Owner: strings.TrimSpace(in.Owner)}
	if step.Step == "" {
		return step, success.Invalid("step", "Say which step it is.")
	}
	var err error
	if due := strings.TrimSpace(in.Due); due != "" {
		if step.Due, err = success.ParseDate(due); err != nil {
			return step, success.Invalid("due", "“%.30s” is not a day.", due)
		}
	}
	if strings.TrimSpace(in.DoneOn) != "" {
		step.DoneOn, err = pastDay("done_on", in.DoneOn, b.today, "This day has not come yet.")
	}
	return step, err
}

// RemoveStep takes a step out of the paper path.
func (r *Renewals) RemoveStep(in RenewalInput, step string) (_ WrittenView, err error) {
	defer r.app.catch("renewals.remove_step", &err)
	b, t, err := r.open(in.Account, in.Term)
	if err != nil {
		return WrittenView{}, err
	}
	steps := slices.Clone(b.workOf(t.ID).PaperPath)
	at := slices.IndexFunc(steps, func(s success.PaperStep) bool { return s.Step == step })
	if at < 0 {
		return WrittenView{}, changedMeanwhile()
	}
	return r.putList(b, t, "Change the paper path of "+b.file.Account.Name, "paper_path", slices.Delete(steps, at, at+1))
}

// BeginPath puts steps on the paper path, those that are missing: legal, security,
// purchase order and signature in the words of the person's language.
func (r *Renewals) BeginPath(in RenewalInput, names []string) (_ WrittenView, err error) {
	defer r.app.catch("renewals.begin_path", &err)
	b, t, err := r.open(in.Account, in.Term)
	if err != nil {
		return WrittenView{}, err
	}
	steps := slices.Clone(b.workOf(t.ID).PaperPath)
	for _, name := range names {
		name = strings.TrimSpace(name)
		if name != "" && !slices.ContainsFunc(steps, func(s success.PaperStep) bool { return strings.EqualFold(s.Step, name) }) {
			steps = append(steps, success.PaperStep{Step: name})
		}
	}
	if len(steps) == 0 {
		return WrittenView{}, success.Invalid("step", "Say which step it is.")
	}
	return r.putList(b, t, "Change the paper path of "+b.file.Account.Name, "paper_path", steps)
}
