package story

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// firstPage is what to do in the first two weeks, in order.
func (h *handover) firstPage() model.Page {
	page := model.Page{Key: model.KeyFirst, Title: h.w.say("ho.first")}
	if len(h.steps) == 0 {
		return page
	}
	most := min(h.space.first, len(h.steps))
	d := &model.Decisions{AskHead: h.w.say("ho.first.what"), OwnerHead: h.w.say("ho.first.who"), ByHead: h.w.say("decide.by")}
	for i := range h.steps[:most] {
		item := h.firstStep(&h.steps[i])
		d.Items = append(d.Items, item)
	}
	page.Blocks = []model.Block{{Decisions: d}}
	page.Foot = capital(h.more(len(h.steps) - most))
	return page
}

// firstStep words one step.
func (h *handover) firstStep(step *success.FirstStep) model.Decision {
	item := model.Decision{Main: true, Ask: h.firstAsk(step)}
	if step.Due != 0 && step.Kind != success.FirstStepKind(success.TodoValidate) { // the day on which it lapses is no day to do it by
		item.By = h.l.ShortDate(step.Due)
		if step.Late {
			item.By += ", " + h.w.say("ho.late")
		}
	}
	of := step.Records[0].ID
	switch step.Kind {
	case success.FirstMeet:
		h.meetStep(&item, of)
	case success.FirstStepKind(success.TodoLeaving), success.FirstStepKind(success.TodoMessage):
		h.messageStep(&item, of)
	case success.FirstStepKind(success.TodoGate):
		if r := h.look.Ready; r != nil {
			item.Detail = h.w.say("ho.signal", "signal", h.riskWord(r.Signal.Level))
		}
	case success.FirstConfirm:
		item.Detail = h.w.say("first.confirm.detail", "sum", h.short(h.claimedSum()))
	default:
	}
	item.Owner = cmp.Or(item.Owner, h.firstOwner(step))
	return item
}

// firstAsk says what is to be done.
func (h *handover) firstAsk(step *success.FirstStep) string {
	names := make([]string, 0, len(step.Records))
	for _, r := range step.Records {
		names = append(names, shorten(h.nameOf(r), 70))
	}
	n := int64(len(step.Records))
	switch step.Kind {
	case success.FirstMeet:
		return h.w.say("first.meet", "who", h.person(step.Records[0].ID))
	case success.FirstStepKind(success.TodoGate):
		return h.w.say("first.gate", "days", strconv.Itoa(step.Number))
	case success.FirstStepKind(success.TodoStory):
		return h.w.say("first.story")
	case success.FirstStepKind(success.TodoValidate):
		return h.w.one(int64(step.Number), "first.validate", "n", h.l.Count(int64(step.Number)))
	case success.FirstPaper:
		names, _ = h.paperDue()
		return h.w.say("first.paper", "what", h.few(names))
	default:
		return h.w.one(n, "first."+string(step.Kind), "n", h.l.Count(n), "what", h.few(names))
	}
}

// firstOwner is whom it is done with, or who of us does it; "" where nobody is
// named.
func (h *handover) firstOwner(step *success.FirstStep) string {
	of := step.Records[0].ID
	switch step.Kind {
	case success.FirstStepKind(success.TodoGate), success.FirstStepKind(success.TodoStory):
		return h.recorder()
	case success.FirstStepKind(success.TodoReading):
		return h.name(success.ID(titleIn(h.f.Measures, of, func(m *success.Measure) string { return string(m.OwnerStakeholderID) })))
	case success.FirstOurs, success.FirstTheirs:
		return titleIn(h.f.Milestones, of, h.owner)
	case success.FirstStepKind(success.TodoQuestion):
		return titleIn(h.f.Questions, of, h.asked)
	case success.FirstPaper:
		_, owner := h.paperDue()
		return owner
	default:
		return ""
	}
}

// meetStep says who somebody is, and how to reach them.
func (h *handover) meetStep(item *model.Decision, id success.ID) {
	s := find(h.f.Stakeholders, id)
	if s == nil {
		return
	}
	item.Owner = s.Name
	parts := []string{}
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	add(h.role(s))
	add(strings.ToLower(h.stance(s)))
	add(h.lastMet(id))
	add(s.Email)
	add(s.Phone)
	item.Detail = capital(strings.Join(parts, "; "))
}

// messageStep says who wrote, and what.
func (h *handover) messageStep(item *model.Decision, id success.ID) {
	t := find(h.f.Touchpoints, id)
	if t == nil {
		return
	}
	item.Detail = h.w.say("first.said", "date", h.l.ShortDate(t.On), "text", h.cut(firstLine(t.Summary)))
	if len(t.StakeholderIDs) > 0 {
		item.Owner = h.name(t.StakeholderIDs[0])
	}
}

// paperDue names the open steps of the paper path that are due within two weeks,
// the first day first, and who owns the first.
func (h *handover) paperDue() (names []string, owner string) {
	r := h.renewal()
	if r == nil {
		return nil, ""
	}
	open := keep(r.PaperPath, func(s *success.PaperStep) bool {
		return (s.DoneOn == 0 || s.DoneOn > h.on) && s.Due != 0 && s.Due.Sub(h.on) <= 14
	})
	slices.SortStableFunc(open, func(a, b success.PaperStep) int { return cmp.Compare(a.Due, b.Due) })
	for i := range open {
		names = append(names, shorten(open[i].Step, 60))
		owner = cmp.Or(owner, open[i].Owner)
	}
	return names, owner
}

// nameOf is what a person calls a record; "" where it has no name.
func (h *handover) nameOf(of success.Link) string {
	switch of.Kind {
	case "stakeholder":
		return h.name(of.ID)
	case "outcome":
		return titleIn(h.f.Outcomes, of.ID, func(o *success.Outcome) string { return o.Statement })
	case "measure":
		return titleIn(h.f.Measures, of.ID, func(m *success.Measure) string { return m.Name })
	case "milestone":
		return titleIn(h.f.Milestones, of.ID, func(m *success.Milestone) string { return m.Title })
	case "benefit":
		return titleIn(h.f.Benefits, of.ID, func(b *success.Benefit) string { return b.Title })
	case "question":
		return titleIn(h.f.Questions, of.ID, func(q *success.Question) string { return q.Text })
	case "touchpoint":
		return titleIn(h.f.Touchpoints, of.ID, func(t *success.Touchpoint) string { return firstLine(t.Summary) })
	case "success_plan":
		return titleIn(h.f.Plans, of.ID, func(p *success.SuccessPlan) string { return p.Title })
	case "customer_action":
		return titleIn(h.f.Actions, of.ID, func(a *success.CustomerAction) string {
			return strings.TrimSuffix(h.w.try("action."+a.Action, a.Action)+": "+a.Note, ": ")
		})
	}
	return ""
}

func titleIn[T any, P interface {
	*T
	success.Record
}](list []T, id success.ID, title func(*T) string) string {
	if rec := find[T, P](list, id); rec != nil {
		return title(rec)
	}
	return ""
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return strings.TrimSpace(line)
}
