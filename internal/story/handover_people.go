package story

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// role is what somebody is in the decision, "" where nobody said.
func (h *handover) role(s *success.Stakeholder) string {
	if s.Role == "" {
		return ""
	}
	return h.w.try("role."+s.Role, s.Role)
}

// stance is how somebody stands to us, "" where nobody said.
func (h *handover) stance(s *success.Stakeholder) string {
	if s.Stance == nil {
		return ""
	}
	return h.w.try("stance."+strconv.FormatInt(int64(*s.Stance), 10), "")
}

// influence is how much somebody's word counts, "" where nobody said.
func (h *handover) influence(s *success.Stakeholder) string {
	if s.Influence == nil {
		return ""
	}
	return h.w.try("influence."+strconv.FormatInt(int64(*s.Influence), 10), "")
}

func (h *handover) lastMet(id success.ID) string {
	if on := h.met[id]; on != 0 {
		return h.w.say("ho.met", "date", h.l.ShortDate(on))
	}
	return h.w.say("ho.met.never")
}

// peoplePage is who is there, in the order in which to speak to them, and who
// has left.
func (h *handover) peoplePage() model.Page {
	page := model.Page{Key: model.KeyPeople, Title: h.w.say("ho.people")}
	if len(h.calls) == 0 {
		return page
	}
	t := &model.Table{RowHeads: true, Columns: []model.Column{
		{Title: h.w.say("ho.people.who"), Width: 2.6}, {Title: h.w.say("ho.people.role"), Width: 1.6}, {Title: h.w.say("ho.people.stance"), Width: 1.4},
		{Title: h.w.say("ho.people.cares"), Width: 2.6}, {Title: h.w.say("ho.people.met"), Width: 1.2},
	}}
	most := min(h.space.people, len(h.calls))
	for i, s := range h.calls[:most] {
		t.Rows = append(t.Rows, h.personRow(s, i == 0))
	}
	if !slices.ContainsFunc(t.Rows, func(r model.Row) bool { return r.Cells[3].Text != "" }) {
		t.Columns = slices.Delete(t.Columns, 3, 4)
		for i := range t.Rows {
			t.Rows[i].Cells = slices.Delete(t.Rows[i].Cells, 3, 4)
		}
	}
	page.Blocks = []model.Block{{Table: t}}
	page.Foot = strings.TrimSpace(sentence(capital(h.more(len(h.calls)-most))) + " " + h.gone())
	return page
}

func (h *handover) personRow(s *success.Stakeholder, first bool) model.Row {
	about := []string{}
	if title := cmp.Or(s.Title, s.Team); title != "" {
		about = append(about, title)
	}
	if boss := h.name(s.ReportsToID); boss != "" {
		about = append(about, h.w.say("ho.people.boss", "who", boss))
	}
	role := model.Cell{Text: cmp.Or(h.role(s), "–")}
	if first && s.Role != "blocker" {
		role.Detail = h.w.say("ho.people.first")
	}
	stance := model.Cell{Text: cmp.Or(h.stance(s), "–"), Detail: h.influence(s)}
	switch {
	case s.Stance != nil && *s.Stance < 0:
		stance.Tone = model.ToneTrouble
	case s.Stance != nil && *s.Stance > 0:
		stance.Tone = model.ToneGrowth
	}
	cares := ""
	if h.space.cares {
		cares = shorten(s.CaresAbout, min(h.space.letters, 200)/2)
	}
	met := model.Cell{Text: h.w.say("ho.people.never"), Tone: model.ToneQuiet}
	if on := h.met[s.ID]; on != 0 {
		met = model.Cell{Text: h.l.ShortDate(on)}
	}
	return model.Row{Cells: []model.Cell{{Text: s.Name, Detail: shorten(strings.Join(about, "; "), 60)}, role, stance, {Text: cares, Tone: model.ToneQuiet}, met}}
}

// gone names who has left, the last first.
func (h *handover) gone() string {
	left := keep(h.f.Stakeholders, func(s *success.Stakeholder) bool { return s.LeftOn != 0 && s.LeftOn <= h.on && s.ForgottenOn == 0 })
	if len(left) == 0 {
		return ""
	}
	slices.SortStableFunc(left, func(a, b success.Stakeholder) int { return cmp.Compare(b.LeftOn, a.LeftOn) })
	names := []string{}
	for i := range left {
		parts := []string{left[i].Name}
		if role := h.role(&left[i]); role != "" {
			parts = append(parts, role)
		}
		names = append(names, strings.Join(append(parts, h.l.ShortDate(left[i].LeftOn)), ", "))
	}
	most := min(3, len(names))
	text := h.w.say("ho.people.gone", "list", strings.Join(names[:most], "; "))
	if more := h.more(len(names) - most); more != "" {
		text += " " + more
	}
	return sentence(text)
}

// talksText are the last conversations, those that nobody answered before all
// others.
func (h *handover) talksText() *model.Text {
	talks := keep(h.f.Touchpoints, func(t *success.Touchpoint) bool { return t.On <= h.on && t.Summary != "" })
	open := func(t *success.Touchpoint) bool {
		r := success.ReplyOf(t, h.on)
		return r.State == success.ReplyOwed || r.State == success.ReplyLate || t.Leaving && t.Direction == "in" && (t.RepliedOn == 0 || t.RepliedOn > h.on)
	}
	slices.SortStableFunc(talks, func(a, b success.Touchpoint) int {
		if x, y := open(&a), open(&b); x != y {
			if x {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(b.CreatedAt, a.CreatedAt))
	})
	if len(talks) == 0 {
		return nil
	}
	t := &model.Text{Heading: h.w.say("ho.talks")}
	most := min(h.space.talks, len(talks))
	for i := range talks[:most] {
		t.Paragraphs = append(t.Paragraphs, h.talk(&talks[i], open(&talks[i])))
	}
	h.withMore(t, len(talks)-most)
	return t
}

func (h *handover) talk(t *success.Touchpoint, open bool) model.Paragraph {
	names := []string{}
	for _, id := range t.StakeholderIDs {
		if name := h.name(id); name != "" {
			names = append(names, name)
		}
	}
	head := h.l.ShortDate(t.On)
	if len(names) > 0 {
		head += ", " + h.few(names)
	}
	runs := []model.Run{{Text: head + ": ", Bold: true}, {Text: sentence(shorten(t.Summary, h.space.letters))}}
	if open {
		runs[1].Text += " "
		said := h.w.say("ho.unanswered")
		if r := success.ReplyOf(t, h.on); r.Due != 0 {
			said = h.w.say("ho.unanswered.due", "date", h.l.ShortDate(r.Due))
		}
		runs = append(runs, model.Run{Text: said, Tone: model.ToneTrouble})
	}
	return model.Paragraph{Bullet: true, Runs: runs}
}

// asked is who a question was put to: a person on record, or a name as typed.
func (h *handover) asked(q *success.Question) string {
	if name := h.name(success.ID(q.AskedOf)); name != "" {
		return name
	}
	return q.AskedOf
}

// learnedText are the open questions, the oldest first, and what was learned,
// the newest first.
func (h *handover) learnedText() *model.Text {
	open := keep(h.f.Questions, func(q *success.Question) bool {
		return (q.AskedOn == 0 || q.AskedOn <= h.on) && (q.AnsweredOn == 0 || q.AnsweredOn > h.on)
	})
	slices.SortStableFunc(open, func(a, b success.Question) int { return cmp.Compare(a.AskedOn, b.AskedOn) })
	known := keep(h.f.Insights, func(i *success.Insight) bool { return i.CreatedAt.Date() <= h.on })
	slices.SortStableFunc(known, func(a, b success.Insight) int { return cmp.Compare(b.CreatedAt, a.CreatedAt) })
	if len(open)+len(known) == 0 {
		return nil
	}
	t := &model.Text{Heading: h.w.say("ho.learned")}
	mostOpen, mostKnown := min(h.space.learned, len(open)), min(h.space.learned, len(known))
	for i := range open[:mostOpen] {
		q := &open[i]
		key := "ho.question"
		if q.AskedOn == 0 {
			key = "ho.question.new"
		}
		t.Paragraphs = append(t.Paragraphs, model.Paragraph{Bullet: true, Runs: []model.Run{
			{Text: h.w.say("ho.question.head") + " ", Bold: true}, {Text: shorten(q.Text, h.space.letters) + " "},
			{Text: h.w.say(key, "who", cmp.Or(h.asked(q), h.f.Account.Name), "date", h.l.ShortDate(q.AskedOn)), Tone: model.ToneQuiet},
		}})
	}
	h.withMore(t, len(open)-mostOpen)
	for i := range known[:mostKnown] {
		t.Paragraphs = append(t.Paragraphs, model.Bullet(sentence(shorten(known[i].Text, h.space.letters))))
	}
	h.withMore(t, len(known)-mostKnown)
	return t
}
