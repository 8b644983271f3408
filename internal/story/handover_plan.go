package story

import (
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// outcomesPage is what the client wants, in its own words where they are known,
// each with its measures. Where not all have room, those in trouble stay.
func (h *handover) outcomesPage() model.Page {
	page := model.Page{Key: model.KeyAims, Title: h.w.say("ho.outcomes")}
	if len(h.outcomes) == 0 {
		return page
	}
	list := slices.Clone(h.outcomes)
	if len(list) > h.space.outcomes {
		slices.SortStableFunc(list, func(a, b success.Outcome) int { return h.trouble(b.ID) - h.trouble(a.ID) })
	}
	t := &model.Table{Columns: []model.Column{
		{Title: h.w.say("ho.outcomes.said"), Width: 3.6}, {Title: h.w.say("score.measure"), Width: 2},
		{Title: h.w.say("score.baseline"), Align: model.AlignEnd, Width: 1}, {Title: h.w.say("score.now"), Align: model.AlignEnd, Width: 1},
		{Title: h.w.say("score.target"), Align: model.AlignEnd, Width: 1}, {Title: h.w.say("score.state"), Width: 1.4},
	}}
	most, left := min(h.space.outcomes, len(list)), 0
	for i := range list[:most] {
		rows, cut := h.outcomeRows(&list[i])
		t.Rows, left = append(t.Rows, rows...), left+cut
	}
	page.Blocks = []model.Block{{Table: t}}
	var foot []string
	if n := int64(len(list) - most); n > 0 {
		foot = append(foot, capital(h.w.one(n, "ho.more.outcomes", "n", h.w.spell(n, h.l))))
	}
	if n := int64(left); n > 0 {
		foot = append(foot, capital(h.w.one(n, "ho.more.measures", "n", h.w.spell(n, h.l))))
	}
	page.Foot = strings.Join(foot, " ")
	return page
}

// trouble is how many measures of an outcome are off track, stale or not read.
func (h *handover) trouble(outcome success.ID) int {
	n := 0
	for _, m := range h.measuresOf(outcome) {
		switch h.measures[m.ID].State {
		case success.OffTrack:
			n += 3
		case success.Stale, success.NotMeasured, success.NoBaseline:
			n++
		case success.Met, success.OnTrack:
		}
	}
	return n
}

// outcomeRows are an outcome with its measures, and how many of these are cut.
func (h *handover) outcomeRows(o *success.Outcome) (rows []model.Row, cut int) {
	said := model.Cell{Text: shorten(o.Statement, h.space.letters), Detail: h.w.say("ho.outcomes.unquoted")}
	if o.Quote != "" {
		by := []string{shorten(o.Statement, 80)}
		for _, part := range []string{h.name(o.QuotedStakeholderID), h.l.ShortDate(o.SaidOn)} {
			if part != "" {
				by = append(by, part)
			}
		}
		said = model.Cell{Text: h.l.Quote(shorten(o.Quote, max(h.space.letters, 105))), Detail: strings.Join(by, "; "), Client: true}
	}
	if o.Status == "achieved" {
		said.Detail = h.w.say("ho.outcomes.achieved") + " " + said.Detail
	}
	all := h.measuresOf(o.ID)
	most := min(h.space.measures, len(all))
	for i := range all[:most] {
		cells := h.scoreRow(o, &all[i]).Cells[:5]
		cells[0].Detail, cells[0].Bold = "", false
		cells[0].Text = shorten(cells[0].Text, 60)
		rows = append(rows, model.Row{Cells: append([]model.Cell{{}}, cells...)})
	}
	if len(rows) == 0 {
		rows = []model.Row{{Cells: []model.Cell{{}, {Text: h.w.say("next.nomeasure"), Tone: model.ToneQuiet}, {}, {}, {}, {}}}}
	}
	rows[0].Cells[0] = said
	return rows, len(all) - most
}

// valueText is what the client has of it, and how far that is proved.
func (h *handover) valueText() *model.Text {
	if len(h.lanes()) == 0 && h.velocity.FirstValueOn == 0 {
		return nil
	}
	items := []string{h.verdictLine()}
	items = append(items, h.firstValueLine())
	if line := h.lastNews(); line != "" {
		items = append(items, line)
	}
	if claims := h.claims(); claims != "" {
		items = append(items, claims)
	}
	for _, lost := range h.fallen() {
		items = append(items, h.w.say("ho.value.fell", "title", shorten(lost.what, 60), "detail", lost.detail))
	}
	for _, gone := range h.oneTimes() {
		if last := gone.mark.On.AddDays(364); last.Sub(h.on) <= 2*pageDays {
			items = append(items, h.w.say("ho.value.leaves", "title", shorten(gone.lane.Title, 60), "sum", h.short(*gone.mark.Amount), "date", h.l.ShortDate(last)))
		}
	}
	for _, lane := range h.largest() {
		for j := len(lane.Marks) - 1; j >= 0; j-- {
			if m := &lane.Marks[j]; m.On <= h.on && m.Confirmation != "claimed" {
				items = append(items, h.w.say("ho.value.holds", "title", shorten(lane.Title, 60), "sum", h.laneSum(&lane), "who", shorten(h.vouched(m), 80)))
				break
			}
		}
	}
	return h.text("ho.value", items, h.space.value)
}

func (h *handover) verdictLine() string {
	v := &h.velocity
	verdict := capital(h.w.try("verdict."+string(v.Verdict), string(v.Verdict)))
	if v.Since == 0 || v.Verdict == success.NoValueYet || v.Verdict == success.NotYetKnown {
		return sentence(verdict)
	}
	key := "ho.value.verdict"
	if h.was == v.Proved.Level {
		key = "ho.value.still"
	}
	return h.w.say(key, "verdict", verdict, "date", h.l.ShortDate(v.Since), "was", h.short(h.was), "sum", h.short(v.Proved.Level))
}

func (h *handover) firstValueLine() string {
	v := &h.velocity
	target := h.l.Count(int64(h.firstValueTarget()))
	switch start := h.f.Account.StartDate; {
	case v.FirstValueOn != 0 && v.FirstValueOn <= h.on && v.TimeToFirstValueDays != nil:
		n := int64(*v.TimeToFirstValueDays)
		return h.w.one(n, "ho.value.first", "date", h.l.ShortDate(v.FirstValueOn), "days", h.l.Count(n), "target", target)
	case v.FirstValueOn != 0 && v.FirstValueOn <= h.on:
		return h.w.say("growth.first.known", "date", h.l.ShortDate(v.FirstValueOn))
	case start == 0:
		return h.w.say("ho.value.nofirst")
	default:
		due := start.AddDays(h.firstValueTarget())
		if due < h.on {
			n := int64(h.on.Sub(due))
			return h.w.one(n, "ho.value.late", "date", h.l.ShortDate(due), "days", h.l.Count(n))
		}
		return h.w.say("ho.value.due", "date", h.l.ShortDate(due))
	}
}

// lastNews says when something new was proved last, and what.
func (h *handover) lastNews() string {
	v := &h.velocity
	if v.SilenceDays == nil || v.Proved.Benefits == 0 {
		return ""
	}
	days, last := int64(*v.SilenceDays), h.on.AddDays(-*v.SilenceDays)
	var titles []string
	for i := range h.lanes() {
		lane := &h.lanes()[i]
		if slices.ContainsFunc(lane.Marks, func(m success.StepMark) bool { return m.On == last && m.Confirmation != "claimed" }) {
			titles = append(titles, shorten(lane.Title, 60))
		}
	}
	pairs := []string{"date", h.l.ShortDate(last), "days", h.l.Count(days), "titles", h.few(titles)}
	if len(titles) == 0 {
		return h.w.one(days, "ho.value.news.none", pairs...)
	}
	return h.w.one(days, "ho.value.news", pairs...)
}

// claims names what is only claimed, with its sums.
func (h *handover) claims() string {
	var names []string
	for _, m := range h.claimedMarks() {
		names = append(names, h.w.say("ho.value.claim", "title", shorten(m.lane.Title, 50), "sum", h.markSum(&m.mark)))
	}
	if len(names) == 0 {
		return ""
	}
	return h.w.say("ho.value.claimed", "list", h.few(names))
}

// markSum writes what a step is worth, "" for one without a sum.
func (h *handover) markSum(m *success.StepMark) string {
	switch {
	case m.Amount == nil || *m.Amount <= 0:
		return h.w.say("ho.nosum")
	case m.Kind == "once":
		return h.w.say("sum.once", "sum", h.short(*m.Amount))
	}
	return h.w.say("sum.yearly", "sum", h.short(*m.Amount))
}

// laneSum is the level of a benefit today.
func (h *handover) laneSum(lane *success.Lane) string {
	if lane.Proved <= 0 {
		return h.w.say("ho.nosum")
	}
	return h.w.say("sum.yearly", "sum", h.short(lane.Proved))
}

// promises are the open steps of one side, those past their day first.
func (h *handover) promises(side string) *model.Text {
	all := keep(h.openSteps(), func(m *success.Milestone) bool { return (m.Side == "client") == (side == "client") })
	if len(all) == 0 {
		return nil
	}
	t := &model.Text{Heading: h.w.say("ho.promises."+side, "client", h.f.Account.Name)}
	most := min(h.space.promises, len(all))
	for i := range all[:most] {
		m := &all[i]
		day := model.Run{Text: h.w.say("ho.undated") + ": ", Bold: true}
		if m.Due != 0 {
			day.Text = h.l.ShortDate(m.Due) + ": "
		}
		if m.Due != 0 && m.Due < h.on {
			day.Text = h.l.ShortDate(m.Due) + ", " + h.w.say("ho.late") + ": "
			day.Tone = model.ToneTrouble
		}
		words := h.w.say("rp.step", "title", shorten(m.Title, h.space.letters), "owner", h.owner(m))
		t.Paragraphs = append(t.Paragraphs, model.Paragraph{Bullet: true, Runs: []model.Run{day, {Text: words}}})
	}
	h.withMore(t, len(all)-most)
	return t
}
