package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// renewalText is how ready the renewal is, what is called, and what is on the
// table.
func (h *handover) renewalText() *model.Text {
	r := h.look.Ready
	if r == nil || h.isCancelled() {
		return nil
	}
	items := []string{h.readyLine(r)}
	if r.Call != nil {
		key := "ho.called"
		if r.Disagrees != "" {
			key = "ho.called.differs"
		}
		items = append(items, h.w.say(key, "who", cmp.Or(r.Call.DecidedBy, h.recorder()), "call", h.w.try("call."+r.Call.Call, r.Call.Call),
			"date", h.l.ShortDate(r.Call.On), "signal", h.riskWord(r.Signal.Level), "reason", sentence(h.cut(r.Call.Reason))))
	} else {
		items = append(items, h.w.say("ho.signal.only", "signal", h.riskWord(r.Signal.Level)))
	}
	items = append(items, h.deal(r.Term)...)
	for i := range items {
		items[i] = strings.TrimSpace(items[i])
	}
	return h.text("ho.renewal", items, h.space.renewal)
}

// readyLine says how much of the readiness list is done, and what is open.
func (h *handover) readyLine(r *success.RenewalFigure) string {
	var open []string
	for i := range r.Items {
		if item := &r.Items[i]; item.Due && !item.Done {
			open = append(open, h.w.try("ready."+string(item.Key), string(item.Key)))
		}
	}
	pairs := []string{"holds", h.l.Count(int64(r.Holds)), "of", h.l.Count(int64(r.Of)), "open", strings.Join(open[:min(4, len(open))], "; ")}
	switch {
	case r.Of == 0 && len(open) == 0:
		return h.w.say("ho.ready.early")
	case len(open) == 0:
		return h.w.say("ho.ready.all", pairs...)
	}
	line := h.w.say("ho.ready", pairs...)
	if more := h.more(len(open) - 4); more != "" {
		line += " " + more
	}
	return sentence(line)
}

// deal is what is asked, offered, given way and still to be signed.
func (h *handover) deal(term success.ID) []string {
	at := slices.IndexFunc(h.f.Renewals, func(r success.Renewal) bool { return r.TermID == term })
	if at < 0 {
		return []string{h.w.say("ho.deal.none")}
	}
	r := &h.f.Renewals[at]
	var out []string
	add := func(key, text string) {
		if text != "" {
			out = append(out, sentence(h.w.say(key, "x", h.cut(text))))
		}
	}
	add("ho.deal.ask", cmp.Or(r.Ask, h.w.say("ho.deal.ask.none")))
	if !r.Offer.IsZero() {
		add("ho.deal.offer", h.l.Money(r.Offer.Major(), r.Offer.Currency))
	}
	add("ho.deal.concessions", r.Concessions)
	add("ho.deal.mitigation", r.Mitigation)
	if !r.ForecastARR.IsZero() {
		sum := h.l.Money(r.ForecastARR.Major(), r.ForecastARR.Currency)
		if r.Probability != nil {
			sum = h.w.say("ho.deal.likely", "sum", sum, "share", h.l.Percent(*r.Probability))
		}
		add("ho.deal.forecast", sum)
	}
	if line := h.paperLine(r); line != "" {
		out = append(out, line)
	}
	return out
}

// paperLine says how far the paper path is, and what comes next.
func (h *handover) paperLine(r *success.Renewal) string {
	if len(r.PaperPath) == 0 {
		return ""
	}
	var next *success.PaperStep
	done := int64(0)
	for i := range r.PaperPath {
		s := &r.PaperPath[i]
		switch {
		case s.DoneOn != 0 && s.DoneOn <= h.on:
			done++
		case next == nil || s.Due != 0 && (next.Due == 0 || s.Due < next.Due):
			next = s
		}
	}
	line := h.w.say("ho.paper", "n", h.l.Count(done), "of", h.l.Count(int64(len(r.PaperPath))))
	if next == nil {
		return line
	}
	about := []string{}
	if next.Owner != "" {
		about = append(about, next.Owner)
	}
	if next.Due != 0 {
		about = append(about, h.l.ShortDate(next.Due))
	}
	if next.Due != 0 && next.Due < h.on {
		about = append(about, h.w.say("ho.late"))
	}
	step := shorten(next.Step, 60)
	if len(about) > 0 {
		step += " (" + strings.Join(about, ", ") + ")"
	}
	return line + " " + h.w.say("ho.paper.next", "step", step)
}

// risksText are the flags, the heaviest first, each with what shows it and what
// to do next.
func (h *handover) risksText() *model.Text {
	flags := slices.Clone(h.look.Flags)
	if len(flags) == 0 {
		return nil
	}
	slices.SortStableFunc(flags, func(a, b success.Flag) int { return cmp.Compare(b.Severity, a.Severity) })
	t := &model.Text{Heading: h.w.say("ho.flags")}
	most := min(h.space.risks, len(flags))
	for i := range flags[:most] {
		f := &flags[i]
		name := string(f.Name)
		shown := h.w.say("ho.flag.since", "date", h.l.ShortDate(f.On))
		switch {
		case f.On == h.on:
			shown = ""
		case f.On > h.on: // the day of the decision
			shown = h.w.say("ho.flag.by", "date", h.l.ShortDate(f.On))
		}
		if of := shorten(h.nameOf(f.Record), 90); of != "" {
			shown = strings.TrimSuffix(of+", "+shown, ", ")
		}
		if shown != "" {
			shown = sentence(capital(shown)) + " "
		}
		t.Paragraphs = append(t.Paragraphs, model.Paragraph{Bullet: true, Runs: []model.Run{
			{Text: h.w.try("flag."+name, name) + ". ", Bold: true}, {Text: shown},
			{Text: h.w.try("flag.next."+name, ""), Tone: model.ToneQuiet},
		}})
	}
	h.withMore(t, len(flags)-most)
	return t
}

// checksText are the checks of the five principles that do not hold: first the
// step that broke first along our road.
func (h *handover) checksText() *model.Text {
	if h.isCancelled() || h.velocity.Verdict == success.NotYetKnown {
		return nil
	}
	failing := h.look.Principles.Failing()
	if len(failing) == 0 {
		return nil
	}
	if b := h.look.Broken; b != nil {
		slices.SortStableFunc(failing, func(x, y string) int {
			return cmp.Compare(boolRank(x != b.Check), boolRank(y != b.Check))
		})
	}
	n := int64(len(failing))
	t := &model.Text{Heading: capital(h.w.one(n, "ho.checks", "n", h.w.spell(n, h.l)))}
	most := min(h.space.checks, len(failing))
	for i, check := range failing[:most] {
		_, name, _ := strings.Cut(check, ".")
		runs := []model.Run{{Text: h.w.try("check."+name, name) + " ", Bold: true}, {Text: h.w.try("check."+name+".next", ""), Tone: model.ToneQuiet}}
		if i == 0 && h.look.Broken != nil && h.look.Broken.Check == check {
			runs[1].Text += " " + h.w.say("ho.checks.first")
		}
		t.Paragraphs = append(t.Paragraphs, model.Paragraph{Bullet: true, Runs: runs})
	}
	h.withMore(t, len(failing)-most)
	return t
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// standingText is where the client and we are on the two roads, whether the plan
// is agreed, and how far work has changed.
func (h *handover) standingText() *model.Text {
	r := &h.look.Roads
	phase := func(p string) string { return h.w.try("phase."+p, p) }
	client, provider := r.ClientOverruled.Held(r.Client), r.ProviderOverruled.Held(r.Provider)
	items := []string{h.w.say("ho.roads", "client", phase(client), "provider", phase(provider))}
	for _, o := range []struct {
		by      *success.Overruling
		derived string
	}{{r.ClientOverruled, r.Client}, {r.ProviderOverruled, r.Provider}} {
		if o.by != nil {
			items = append(items, sentence(h.w.say("ho.roads.overruled", "phase", phase(o.by.Phase), "derived", phase(o.derived), "reason", h.cut(o.by.Reason))))
		}
	}
	for _, m := range r.Mismatches {
		items = append(items, h.w.try("mismatch."+m, m))
	}
	items = append(items, h.planLine()...)
	if all := h.changes(); len(all) > 0 {
		done := int64(0)
		for i := range all {
			if stuck(&all[i]) {
				done++
			}
		}
		items = append(items, h.w.say("ho.changes", "k", h.l.Count(done), "n", h.l.Count(int64(len(all)))))
	}
	for _, m := range h.stillMisses() {
		items = append(items, h.w.say("ho.change.stuck", "what", shorten(m.what, 60), "detail", m.detail))
	}
	return h.text("ho.standing", items, h.space.standing)
}

func (h *handover) planLine() []string {
	if h.plan == nil {
		return nil
	}
	signed, same := h.signoff()
	name := cmp.Or(shorten(h.plan.Title, 60), h.w.say("ho.plan"))
	switch {
	case signed == nil:
		return []string{h.w.say("ho.plan.unsigned", "title", name)}
	case !same:
		return []string{h.w.say("ho.plan.changed", "title", name, "who", cmp.Or(h.name(signed.StakeholderID), h.f.Account.Name), "date", h.l.ShortDate(signed.SignedOn))}
	}
	return []string{h.w.say("ho.plan.signed", "title", name, "who", cmp.Or(h.name(signed.StakeholderID), h.f.Account.Name), "date", h.l.ShortDate(signed.SignedOn))}
}

// toldText are the stories told, with the client's leave to show them, and who
// may be quoted.
func (h *handover) toldText() *model.Text {
	stories := slices.Clone(h.f.Stories)
	slices.SortStableFunc(stories, func(a, b success.Story) int {
		return cmp.Or(cmp.Compare(b.ToldOn, a.ToldOn), cmp.Compare(b.CreatedAt, a.CreatedAt))
	})
	var items []string
	for i := range stories {
		s := &stories[i]
		title := h.l.Quote(cmp.Or(shorten(s.Title, 60), h.w.say("title.story.default")))
		if s.ToldOn == 0 || s.ToldOn > h.on {
			items = append(items, h.w.say("ho.story.draft", "title", title))
			continue
		}
		leave, _ := success.LeaveOn(s, h.on)
		key := "ho.leave." + cmp.Or(s.Permission, "none")
		if leave == success.LeaveOver {
			key = "ho.leave.over"
		}
		items = append(items, h.w.say("ho.story.told", "title", title, "date", h.l.ShortDate(s.ToldOn), "leave", h.w.try(key, s.Permission)))
	}
	var named []string
	for _, s := range h.calls {
		if (s.QuotePermission == "named" || s.QuotePermission == "public") && (s.QuotePermissionUntil == 0 || s.QuotePermissionUntil >= h.on) {
			named = append(named, s.Name)
		}
	}
	most := h.space.told
	if len(named) > 0 {
		items = slices.Insert(items, min(len(items), max(most-1, 0)), h.w.say("ho.quotable", "names", h.few(named)))
	}
	return h.text("ho.told", items, most)
}

// notesPage is what was noted on the account itself.
func (h *handover) notesPage() model.Page {
	page := model.Page{Key: model.KeyNotes, Title: h.w.say("ho.notes")}
	if note := strings.TrimSpace(h.f.Account.Notes); note != "" {
		page.Blocks = []model.Block{{Text: &model.Text{Paragraphs: []model.Paragraph{model.Plain(shorten(note, 2*h.space.letters))}}}}
	}
	return page
}

// unknownPage says what nobody has written down, so that an empty part is not
// taken for a good one.
func (h *handover) unknownPage() model.Page {
	page := model.Page{Key: model.KeyUnknown, Title: h.w.say("ho.unknown")}
	var items []string
	miss := func(is bool, key string) {
		if is {
			items = append(items, h.w.say(key))
		}
	}
	miss(len(h.f.Terms) == 0, "ho.unknown.term")
	miss(h.plan == nil, "ho.unknown.plan")
	miss(h.plan != nil && len(h.outcomes) == 0, "ho.unknown.outcomes")
	miss(len(h.calls) == 0, "ho.unknown.people")
	miss(len(h.lanes()) == 0, "ho.unknown.value")
	miss(len(h.f.Touchpoints) == 0, "ho.unknown.talks")
	miss(h.plan != nil && len(h.openSteps()) == 0, "ho.unknown.steps")
	miss(len(h.f.Questions)+len(h.f.Insights) == 0, "ho.unknown.learned")
	miss(h.f.Account.CSM == "", "ho.unknown.csm")
	if len(items) == 0 {
		return page
	}
	t := &model.Text{}
	for _, item := range items {
		t.Paragraphs = append(t.Paragraphs, model.Bullet(item))
	}
	page.Blocks = []model.Block{{Text: t}}
	return page
}
