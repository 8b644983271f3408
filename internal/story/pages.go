package story

import (
	"cmp"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
)

// answerPage is one sentence, three figures and the decision asked for.
func (p *pages) answerPage() (model.Page, bool) {
	page := model.Page{Key: model.KeyAnswer, Title: p.heading(SectionAnswer, p.answerTitle())}
	figures := p.valueFigures()
	if p.velocity.Proved.Benefits == 0 {
		figures = p.firstFigures()
	}
	if len(figures) == 0 && !p.w.internal {
		return page, false
	}
	if len(figures) > 0 {
		page.Blocks = append(page.Blocks, model.Block{Figures: &model.Figures{Items: figures}})
	}
	p.withOwn(&page, SectionAnswer)
	if quote, ok := p.newestQuote(); ok {
		page.Blocks = append(page.Blocks, model.Block{Quotes: &model.Quotes{Items: []model.Quote{quote}}})
	}
	if asks := p.asks(1); len(asks) > 0 {
		page.Blocks = append(page.Blocks, model.Block{Decisions: &model.Decisions{Items: asks}})
	}
	p.missingValue(&page)
	if p.velocity.FirstValueOverdue && p.w.internal {
		late := p.on.Sub(p.f.Account.StartDate) - p.firstValueTarget()
		page.Blocks = append(page.Blocks, model.Block{Text: &model.Text{Paragraphs: []model.Paragraph{model.Plain(p.w.say("missing.first", "days", p.l.Count(int64(late))))}}})
	}
	page.Foot = cmp.Or(p.benefitFoot(), p.planFoot())
	page.Notes = p.notes(SectionAnswer, p.w.say("note.level", "date", p.l.Date(p.on)), p.ratioNote(), p.w.say("note.people"),
		p.w.say("note.dims", "list", p.w.list(p.named(p.dimensions(p.on)))))
	if p.velocity.Proved.Benefits == 0 {
		page.Notes = p.notes(SectionAnswer)
	}
	return page, true
}

// missingValue says in an internal document what stands between the account and
// its first value.
func (p *pages) missingValue(page *model.Page) {
	switch {
	case p.velocity.Proved.Benefits > 0:
	case len(p.f.Benefits) == 0:
		p.missing(page, "missing.benefit")
	default:
		p.missing(page, "missing.value")
	}
}

func (p *pages) ratioNote() string {
	if p.timesPrice() == 0 {
		return ""
	}
	return p.w.say("note.ratio")
}

// valueFigures are the proved value, the people and the kinds of benefit.
func (p *pages) valueFigures() []model.Figure {
	v := p.velocity.Proved
	var out []model.Figure
	if v.Level > 0 {
		tone := model.TonePlain // green is value that grew, and nothing else
		if p.axes.Value.Is > p.axes.Value.Was {
			tone = model.ToneGrowth
		}
		out = append(out, model.Figure{
			Value: p.short(v.Level), Tone: tone,
			Label: p.w.say("figure.value", "date", p.l.DayMonth(p.on)), Detail: p.levelDetail(),
		})
	}
	if v.People > 0 {
		out = append(out, model.Figure{Value: p.l.Count(v.People), Label: p.w.say("figure.people"), Detail: p.peopleDetail()})
	}
	if v.Dimensions > 0 {
		out = append(out, model.Figure{
			Value: p.l.Count(int64(v.Dimensions)), Label: p.w.one(int64(v.Dimensions), "figure.dims"), Detail: p.dimensionDetail(),
		})
	}
	return out
}

func (p *pages) levelDetail() string {
	parts := []string{}
	if ratio := p.timesPrice(); ratio > 0 {
		parts = append(parts, p.w.say("figure.times", "ratio", p.l.Number(ratio, 1)))
	}
	if once := p.onceSum(); once > 0 {
		parts = append(parts, p.w.say("figure.once", "sum", p.short(once)))
	}
	detail := ""
	if len(parts) > 0 {
		detail = capital(strings.Join(parts, "; ")) + "."
	}
	if p.axes.Value.Is == p.axes.Value.Was && p.isSilent() {
		detail += " " + p.w.say("figure.unchanged", "date", p.l.Date(p.on.AddDays(-*p.velocity.SilenceDays)))
	}
	if sum := p.claimedSum(); sum > 0 {
		detail += " " + p.w.say("figure.further", "sum", p.short(sum))
	}
	return strings.TrimSpace(detail)
}

func (p *pages) peopleDetail() string {
	was := int64(p.axes.People.Was)
	if was == 0 {
		return ""
	}
	when := p.w.say("when.start")
	if p.renewed {
		when = p.w.say("when.renewal")
	}
	if was == p.velocity.Proved.People {
		return p.w.say("figure.people.same", "when", when)
	}
	detail := p.w.say("figure.people.was", "n", p.l.Count(was), "when", when) + "."
	if groups := p.newGroups(); len(groups) > 0 {
		detail += " " + p.w.say("figure.people.groups", "groups", p.w.list(groups))
	}
	return detail
}

// newGroups are the groups of people reached today and not on the day compared with.
func (p *pages) newGroups() []string {
	was := map[string]bool{}
	for i := range p.lanes() {
		if lane := &p.lanes()[i]; spanAt(lane, p.since, true) {
			was[strings.ToLower(strings.TrimSpace(lane.Group))] = true
		}
	}
	var out []string
	for i := range p.lanes() {
		lane := &p.lanes()[i]
		if key := strings.ToLower(strings.TrimSpace(lane.Group)); key != "" && p.inForce(lane) && !was[key] {
			was[key] = true
			out = append(out, lane.Group)
		}
	}
	return out
}

// firstFigures are what moves before anything is proved: the claimed value, the
// first measure, the joint steps done.
func (p *pages) firstFigures() []model.Figure {
	var out []model.Figure
	if sum := p.claimedSum(); sum > 0 {
		label := "figure.claimed"
		if p.onlyOnce() {
			label = "figure.claimed.once"
		}
		out = append(out, model.Figure{Value: p.short(sum), Label: p.w.say(label), Detail: p.w.say("figure.claimed.detail"), Tone: model.ToneClaimed})
	}
	if m := p.firstMeasure(); m != nil {
		now := p.measures[m.ID].Now
		out = append(out, model.Figure{
			Value: p.bare(m, *now), Label: m.Name,
			Detail: p.w.say("figure.measure.detail", "from", p.value(m, *m.Baseline), "target", p.value(m, *m.Target)),
		})
	}
	if all := p.milestones(); len(all) > 0 {
		done := 0
		for i := range all {
			if all[i].DoneOn != 0 && all[i].DoneOn <= p.on {
				done++
			}
		}
		figure := model.Figure{Label: p.w.say("figure.steps.label"), Value: p.w.say("figure.steps", "done", p.l.Count(int64(done)), "all", p.l.Count(int64(len(all))))}
		if next := p.coming(); len(next) > 0 && next[0].Due != 0 {
			figure.Detail = p.w.say("figure.steps.next", "date", p.l.Date(next[0].Due), "title", next[0].Title)
		}
		out = append(out, figure)
	}
	return out
}

func (p *pages) firstMeasure() *success.Measure {
	for i := range p.outcomes {
		for _, m := range p.measuresOf(p.outcomes[i].ID) {
			if m.Baseline != nil && m.Target != nil && p.measures[m.ID].Now != nil {
				return &m
			}
		}
	}
	return nil
}

// newestQuote is what the client said last of what success is.
func (p *pages) newestQuote() (model.Quote, bool) {
	var last *success.Outcome
	for i := range p.outcomes {
		if o := &p.outcomes[i]; o.Quote != "" && (last == nil || o.SaidOn > last.SaidOn) {
			last = o
		}
	}
	if last == nil {
		return model.Quote{}, false
	}
	return model.Quote{Text: p.l.Quote(last.Quote), By: p.quotedBy(last, p.l.ShortDate)}, true
}

// benefitFoot says how many benefits stand behind a page and who vouches.
func (p *pages) benefitFoot() string {
	var all, confirmed, document, claimed, stale int64
	for i := range p.lanes() {
		lane := &p.lanes()[i]
		switch {
		case p.isClaimedOnly(lane):
			claimed++
		case !p.inForce(lane):
		default:
			all++
			if p.byName(lane) {
				confirmed++
			} else {
				document++
			}
			if lane.Stale {
				stale++
			}
		}
	}
	if all+claimed == 0 {
		return ""
	}
	if all == 0 {
		return p.w.one(claimed, "foot.onlyclaimed", "n", p.l.Count(claimed))
	}
	parts := []string{p.w.one(all, "foot.benefits", "n", p.l.Count(all))}
	add := func(n int64, key string) {
		if n > 0 {
			parts = append(parts, p.w.say(key, "n", p.l.Count(n)))
		}
	}
	add(confirmed, "foot.confirmed")
	add(document, "foot.document")
	add(stale, "foot.stale")
	add(claimed, "foot.claimed")
	return p.w.say("foot.proof", "parts", strings.Join(parts, ", "))
}

// byName reports whether the newest proof of a benefit is a named confirmation.
func (p *pages) byName(lane *success.Lane) bool {
	for i := len(lane.Marks) - 1; i >= 0; i-- {
		if m := lane.Marks[i]; m.On <= p.on && m.Confirmation != "claimed" {
			return m.Confirmation == "confirmed"
		}
	}
	return false
}

// aimsPage is what the client set out to achieve, in the client's words.
func (p *pages) aimsPage() (model.Page, bool) {
	page := model.Page{Key: model.KeyAims, Title: p.heading(SectionAims, p.aimsTitle())}
	if len(p.outcomes) == 0 && !p.w.internal {
		return page, false
	}
	quotes, rest := &model.Quotes{}, &model.Text{}
	for i := range p.outcomes {
		o := &p.outcomes[i]
		if o.Quote == "" {
			rest.Paragraphs = append(rest.Paragraphs, model.Bullet(sentence(o.Statement)))
			continue
		}
		quotes.Items = append(quotes.Items, model.Quote{
			Text: p.l.Quote(o.Quote), By: p.quotedBy(o, p.l.ShortDate), Label: o.Statement, Detail: p.aimDetail(o),
		})
	}
	if len(quotes.Items) > 0 {
		page.Blocks = append(page.Blocks, model.Block{Quotes: quotes})
	}
	if len(rest.Paragraphs) > 0 {
		page.Blocks = append(page.Blocks, model.Block{Text: rest})
	}
	p.withOwn(&page, SectionAims)
	switch {
	case p.plan == nil:
		p.missing(&page, "missing.plan")
	case len(quotes.Items) == 0:
		p.missing(&page, "missing.quotes")
	}
	page.Foot = p.planFoot()
	page.Notes = p.notes(SectionAims)
	return page, true
}

// aimDetail says how an outcome's first measure stands.
func (p *pages) aimDetail(o *success.Outcome) string {
	for _, m := range p.measuresOf(o.ID) {
		if now := p.measures[m.ID].Now; now != nil && m.Baseline != nil && m.Target != nil {
			return p.w.say("aim.detail", "name", m.Name, "from", p.bare(&m, *m.Baseline), "now", p.value(&m, *now), "target", p.bare(&m, *m.Target))
		}
	}
	return ""
}

func (p *pages) planFoot() string {
	if p.plan == nil || len(p.outcomes) == 0 {
		return ""
	}
	signed, same := p.signoff()
	if signed == nil {
		return p.w.say("foot.unsigned")
	}
	who := p.f.Account.Name
	if s := find(p.f.Stakeholders, signed.StakeholderID); s != nil && p.options.Audience != model.AudiencePublic {
		who = s.Name
	}
	foot := p.w.say("foot.agreed", "who", who, "date", p.l.Date(signed.SignedOn), "by", p.recorder(), "version", shortHash(signed.Version))
	if !same {
		foot += p.w.say("foot.changed")
	}
	return foot
}

// asks returns the decisions asked for, at most n (0 is all), the first of them
// as the main one.
func (p *pages) asks(n int) []model.Decision {
	var out []model.Decision
	for _, c := range p.in(SectionDecisions) {
		if n := len(out); n > 0 && len(c.Proof) == 1 && c.Proof[0].Kind == "term" {
			out[n-1].Detail = prose.Plain(c.Text) // what the subscription costs is no ask of its own
			continue
		}
		d := p.decision(&c)
		d.Main = true
		out = append(out, d)
		if n > 0 && len(out) == n {
			break
		}
	}
	return out
}

// decision reads owner and day of an ask from the records behind it.
func (p *pages) decision(c *success.Claim) model.Decision {
	// An ask stands out as a whole; what more there is of it stands under it.
	ask, more, _ := strings.Cut(prose.Plain(c.Text), "\n")
	d := model.Decision{Ask: strings.TrimPrefix(ask, "• "), Detail: more}
	for _, link := range c.Proof {
		switch link.Kind {
		case "milestone":
			if m := find(p.f.Milestones, link.ID); m != nil {
				d.Ask = strings.TrimSuffix(cmp.Or(p.unedited(c, m.Title), d.Ask), ".")
				d.Owner, d.By = p.owner(m), p.l.ShortDate(m.Due)
			}
		case "term", "renewal":
			if p.term != nil && p.deciding() {
				d.By = p.l.ShortDate(success.DecisionDate(p.term))
				d.Owner = p.buyer()
			}
		case "benefit_step", "benefit":
			d.Owner = cmp.Or(d.Owner, p.buyer())
		}
	}
	d.Ask = strings.TrimSuffix(d.Ask, ".")
	return d
}

// unedited returns the bare title of a milestone where the sentence about it is
// still Compose's own: owner and day then stand in columns of their own.
func (p *pages) unedited(c *success.Claim, title string) string {
	if p.known[fingerprint(c.Section, c.Text)] {
		return title
	}
	return ""
}

// buyer names who decides at the client.
func (p *pages) buyer() string {
	if p.options.Audience != model.AudiencePublic {
		for _, role := range []string{"economic buyer", "executive sponsor", "champion"} {
			for i := range p.f.Stakeholders {
				if s := &p.f.Stakeholders[i]; s.Role == role && (s.LeftOn == 0 || s.LeftOn > p.on) {
					return s.Name
				}
			}
		}
	}
	return p.f.Account.Name
}

// decisionsPage is what is asked for, and the steps agreed.
func (p *pages) decisionsPage() (model.Page, bool) {
	asks := p.asks(0)
	counted := p.asksTitle(int64(len(asks))) // the author may have taken one out or added one
	page := model.Page{Key: model.KeyDecisions, Title: p.heading(SectionDecisions, counted)}
	list := &model.Decisions{Items: asks, Empty: p.w.say("decide.empty"), AskHead: p.w.say("decide.head"), OwnerHead: p.w.say("decide.owner"), ByHead: p.w.say("decide.by")}
	for _, c := range p.in(SectionNext) {
		list.Items = append(list.Items, p.decision(&c))
	}
	if len(list.Items) == 0 {
		return page, false
	}
	page.Blocks = []model.Block{{Decisions: list}}
	if p.plan != nil && p.plan.Title != "" && len(p.milestones()) > 0 {
		page.Foot = p.w.say("foot.plan", "title", p.l.Quote(p.plan.Title))
	}
	if page.Foot == "" && p.term != nil {
		page.Foot = p.w.say("foot.term", "date", p.l.Date(p.term.End))
	}
	page.Notes = p.notes(SectionDecisions, p.w.say("note.decisions"))
	return page, true
}
