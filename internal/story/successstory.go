package story

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// teller writes a success story: about a client and for others. It sees what
// the client may see, whoever the story is for, and quotes nobody who gave no
// leave to be quoted.
type teller struct {
	*pages
	audience model.Audience
	mask     *mask // nil where the client is named
	quoted   map[success.Link]bool
}

// successStory is what a client gained on one page, for other account owners
// and as a reference. It returns an error of CodeInvalid where an anonymous one
// would still give the client away.
func (p *pages) successStory(audience model.Audience, anonymous bool) (*model.Document, error) {
	t := &teller{pages: p, audience: audience}
	if anonymous {
		t.mask = newMask(p.live, p.s, p.story)
	}
	doc := fitted(t.page)
	if t.mask != nil {
		if found := t.mask.gives(doc); found != "" {
			return nil, success.Invalid("anonymous", "“%s” would still give the client away, and no document was made. Change that text, or tell the story with the client's name.", found)
		}
	}
	return doc, nil
}

func (t *teller) page(r room) *model.Document {
	t.quoted = map[success.Link]bool{}
	if t.mask != nil {
		t.mask.left = map[string]bool{}
	}
	doc := t.onPaper(model.KindSuccessStory, t.title(), t.clientLine())
	doc.Footer = t.w.say("rp.footer", "client", t.f.Account.Name, "provider", t.provider(), "date", t.l.Date(t.on))
	t.hide(doc)
	doc.Pages = append(doc.Pages, beside(model.KeyBefore, t.before(r), t.wanted(r)))
	doc.Pages = append(doc.Pages, model.Page{Key: model.KeyDone, Title: t.w.say("ss.done"), Blocks: []model.Block{{Text: t.done(r)}}})
	doc.Pages = append(doc.Pages, t.resultsPart(r), t.spreadPart(r))
	doc.Pages = append(doc.Pages, beside(model.KeyNext, t.quote(r), t.ahead(r)))
	last := model.Page{Key: model.KeyLeave}
	if t.mask != nil && len(t.mask.left) > 0 {
		n := int64(len(t.mask.left))
		last.Blocks = []model.Block{{Text: &model.Text{Paragraphs: []model.Paragraph{{Runs: []model.Run{{Text: t.w.one(n, "ss.left", "n", t.l.Count(n)), Tone: model.ToneQuiet}}}}}}}
	}
	doc.Pages = append(doc.Pages, last)
	doc.Pages[len(doc.Pages)-1].Foot = leaveLine(t.story, t.w, t.l, t.on, t.mask != nil || t.audience == model.AudiencePublic)
	return doc
}

// hide takes the client out of the document's head, where it is not to be named.
func (t *teller) hide(doc *model.Document) {
	doc.Audience, doc.Author = t.audience, t.provider()
	if t.audience == model.AudienceInternal {
		doc.Confidentiality = t.w.say("ss.internal", "provider", t.provider())
	} else {
		doc.Confidentiality = ""
	}
	if t.mask == nil {
		return
	}
	doc.Client, doc.Parties = t.w.say("ss.client"), t.provider()
	doc.Footer = t.w.say("ss.footer", "provider", t.provider())
	doc.DateText = t.l.Month(t.on)
}

// say returns a text of the records, or "" for one that would give the client
// away.
func (t *teller) say(text string) string {
	text = strings.TrimSpace(text)
	if t.mask == nil || text == "" || t.mask.safe(text) {
		return text
	}
	t.mask.left[text] = true
	return ""
}

// day writes a day; an anonymous story only says the month.
func (t *teller) day(d success.Date) string {
	if t.mask != nil {
		return t.l.Month(d)
	}
	return t.l.ShortDate(d)
}

// dated chooses between the words around a day and those around a month.
func (t *teller) dated(day, month string) string {
	if t.mask != nil {
		return month
	}
	return day
}

// sum writes an amount, or the band it lies in.
func (t *teller) sum(v float64) string {
	if t.mask == nil {
		return t.short(v)
	}
	return t.band(v)
}

// bands are the ends of the ranges that sums are told as, in thousands.
var bands = []float64{10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 25000, 50000, 100000}

// smallUnits are currencies of which it takes about a hundred times as many.
var smallUnits = set("jpy krw huf isk clp idr vnd cop")

// band is the range an amount lies in, in the workspace's currency: the
// client's would say where it is.
func (t *teller) band(v float64) string {
	currency := cmp.Or(t.velocity.Currency, t.s.Workspace.Currency)
	if home := t.s.Workspace.Currency; home != "" && home != currency {
		one := success.Money{Minor: 100_000_000, Currency: currency}
		if rate, ok := t.s.Convert(one, home, t.on); ok && one.Major() > 0 {
			v, currency = v*rate/one.Major(), home
		}
	}
	scale := 1000.0
	if smallUnits[strings.ToLower(currency)] {
		scale = 100_000
	}
	at := slices.IndexFunc(bands, func(end float64) bool { return v < end*scale })
	switch {
	case at == 0:
		return t.w.say("ss.band.low", "high", t.l.ShortMoney(bands[0]*scale, currency))
	case at < 0:
		return t.w.say("ss.band.high", "low", t.l.ShortMoney(bands[len(bands)-1]*scale, currency))
	}
	return t.w.say("ss.band", "low", t.l.ShortMoney(bands[at-1]*scale, currency), "high", t.l.ShortMoney(bands[at]*scale, currency))
}

// people writes a count of people; an anonymous story rounds it down.
func (t *teller) people(n int64) string {
	if t.mask == nil {
		return t.l.Count(n)
	}
	if n < 10 {
		return t.w.say("ss.few")
	}
	step := int64(10)
	for n >= step*10 {
		step *= 5
	}
	return t.w.say("ss.over", "n", t.l.Count((n-1)/step*step))
}

// title is the result with its number; the author's own heading where there is
// one.
func (t *teller) title() string {
	if own := t.say(t.ownHeading(SectionAnswer)); own != "" {
		return shorten(own, 120)
	}
	client := t.f.Account.Name
	if t.mask != nil {
		client = t.w.say("ss.client")
	}
	v := t.velocity.Proved
	pairs := []string{"client", client, "sum", t.sum(v.Level), "people", t.people(v.People)}
	_, m := t.mostTelling()
	if m != nil && t.say(m.Name) == "" {
		m = nil
	}
	switch {
	case v.Level > 0 && v.People > 1:
		return t.w.say("ss.title.value", pairs...)
	case v.Level > 0:
		return t.w.say("ss.title.sum", pairs...)
	case v.People > 1:
		return t.w.say("ss.title.people", pairs...)
	case m != nil && t.isVouched(m):
		if from, now, ok := t.moved(m); ok {
			return t.w.say("ss.title.measure", append(pairs, "name", t.say(m.Name), "from", from, "now", now)...)
		}
	}
	return t.w.say("ss.title.none", pairs...)
}

// clientLine says in one line who the client is: what it does and for how long
// we have worked together.
func (t *teller) clientLine() string {
	var parts []string
	for key, raw := range t.f.Account.Attributes {
		var text string
		if k := strings.ToLower(key); (k == "industry" || k == "branche" || k == "sector") && json.Unmarshal(raw, &text) == nil {
			parts = append(parts, t.say(text))
		}
	}
	if at := slices.IndexFunc(t.s.CustomerTypes, func(c success.CustomerType) bool { return c.ID == t.f.Account.CustomerTypeID && c.ID != "" }); at >= 0 && len(parts) == 0 {
		parts = append(parts, t.say(t.s.CustomerTypes[at].Name))
	}
	if t.f.Account.StartDate != 0 && t.f.Account.StartDate <= t.on {
		parts = append(parts, t.w.say("ss.line.since", "provider", t.provider(), "date", t.l.Month(t.f.Account.StartDate)))
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return capital(strings.Join(parts, "; "))
}

// before is how it was: the old ways of working, and where measures stood.
func (t *teller) before(r room) *model.Text {
	var items []string
	for _, b := range t.changes() {
		if b.From == "" {
			continue
		}
		if process, from := t.say(b.Process), t.say(b.From); process != "" && from != "" {
			items = append(items, sentence(t.w.say("ss.before.change", "process", process, "from", from))+" "+sentence(t.say(b.WhyToday)))
		}
	}
	for i := range t.outcomes {
		for _, m := range t.measuresOf(t.outcomes[i].ID) {
			if m.Baseline == nil || t.mask != nil && isSum(&m) {
				continue
			}
			name, key := t.say(m.Name), "ss.before.undated"
			if m.BaselineOn != 0 {
				key = t.dated("ss.before.measure", "ss.before.month")
			}
			if name != "" {
				items = append(items, sentence(t.w.say(key, "name", name, "value", t.value(&m, *m.Baseline), "date", t.day(m.BaselineOn))))
			}
		}
	}
	items = items[:min(len(items), r.risks)] // a story need not count what it leaves out
	text := t.bullets(t.w.say("ss.before"), items, r.risks, r)
	return t.orSay(text, "ss.before.none")
}

// isSum reports whether a measure is read in money.
func isSum(m *success.Measure) bool {
	unit := strings.TrimSpace(m.Unit)
	for code, sign := range signs {
		if strings.HasPrefix(unit, sign) || strings.HasPrefix(unit, code) {
			return true
		}
	}
	return false
}

// done is what was done for it: the new ways of working, those that stuck
// first, then the steps of both sides, the newest first.
func (t *teller) done(r room) *model.Text {
	var stuckOnes, trying, steps []string
	for _, b := range t.changes() {
		process, to := t.say(b.Process), t.say(b.To)
		if process == "" || to == "" || b.Stage == "" || b.Stage == "not started" || b.Stage == "aware" {
			continue
		}
		text, key := t.w.say("ss.done.change", "process", process, "to", to), "ss.done.trying"
		if stuck(&b) {
			key = "ss.done.since"
		}
		if b.StageOn != 0 {
			text = t.w.say(key, "text", text, "stage", t.w.try("stage."+b.Stage, b.Stage), "date", t.day(b.StageOn))
		}
		if stuck(&b) {
			stuckOnes = append(stuckOnes, sentence(text))
		} else {
			trying = append(trying, sentence(text))
		}
	}
	for _, m := range slices.Backward(t.milestones()) {
		if m.DoneOn == 0 || m.DoneOn > t.on {
			continue
		}
		if title := t.say(m.Title); title != "" {
			steps = append(steps, t.w.say("ss.done.step", "title", title, "date", t.day(m.DoneOn))+".")
		}
	}
	items := slices.Concat(stuckOnes, trying, steps)
	return t.orSay(t.bullets("", items[:min(len(items), r.steps)], r.steps, r), "ss.done.none")
}

// spreadPart is how value spread: the picture, whom it reaches and in how many
// kinds, or plainly that it has not.
func (t *teller) spreadPart(r room) model.Page {
	page := model.Page{Key: model.KeyGrowth, Title: t.w.say("ss.spread")}
	if picture := t.onePicture(); picture != nil {
		if t.mask != nil {
			picture = t.indexed(picture)
		}
		if picture != nil {
			page.Blocks = append(page.Blocks, *picture)
		}
	}
	text := strings.Join(t.spreadLines(), " ")
	page.Blocks = append(page.Blocks, model.Block{Text: &model.Text{Paragraphs: []model.Paragraph{model.Plain(shorten(text, 2*r.letters))}}})
	return page
}

func (t *teller) spreadLines() []string {
	v := t.velocity.Proved
	if v.Benefits == 0 {
		out := []string{t.w.say("ss.spread.none")}
		if sum := t.claimedSum(); sum > 0 {
			out = append(out, t.w.say("ss.spread.claimed", "sum", t.sum(sum)))
		}
		return out
	}
	var kinds []string
	for _, kind := range t.named(t.dimensions(t.on)) {
		kinds = append(kinds, cmp.Or(t.say(kind), ""))
	}
	kinds = slices.DeleteFunc(kinds, func(s string) bool { return s == "" })
	key := "ss.spread.text"
	if v.Dimensions == 1 {
		key = "ss.spread.one"
	}
	out := []string{t.w.say(key, "people", t.people(v.People), "dims", t.w.spell(int64(v.Dimensions), t.l), "list", t.w.list(kinds))}
	if was := int64(t.axes.People.Was); was > 0 && was < v.People {
		when := t.w.say("when.start")
		if t.renewed {
			when = t.w.say("when.renewal")
		}
		out = append(out, t.w.say("ss.spread.was", "when", capital(when), "people", t.people(was)))
	}
	var groups []string
	for i := range t.lanes() {
		if lane := &t.lanes()[i]; t.inForce(lane) {
			if group := t.say(lane.Group); group != "" && !slices.Contains(groups, group) {
				groups = append(groups, group)
			}
		}
	}
	if len(groups) > 1 {
		out = append(out, t.w.say("ss.spread.groups", "first", groups[0], "rest", t.few(groups[1:])))
	}
	if t.isSilent() {
		out = append(out, t.w.say("ss.spread.still", "date", t.day(t.on.AddDays(-*t.velocity.SilenceDays))))
	}
	return out
}

// ahead is what comes next.
func (t *teller) ahead(r room) *model.Text {
	var items []string
	for _, m := range t.coming() {
		title := t.say(m.Title)
		switch {
		case title == "":
		case m.Due == 0:
			items = append(items, title)
		default:
			items = append(items, t.w.say("ss.next.step", "title", title, "date", t.day(m.Due)))
		}
	}
	return t.orSay(t.bullets(t.w.say("ss.next"), items[:min(len(items), 3)], 3, r), "ss.next.none")
}

// StampLeave writes into a success story what leave there is to tell it: it may
// be given after the telling, or end. doc must be a copy of its own.
func StampLeave(doc *model.Document, st *success.Story, on success.Date, anonymous bool) {
	last := len(doc.Pages) - 1
	if last < 0 || doc.Pages[last].Key != model.KeyLeave {
		return
	}
	doc.Pages[last].Foot = leaveLine(st, words{lang: doc.Language}, NewLocale(doc.Locale), on, anonymous || doc.Audience == model.AudiencePublic)
}

// leaveLine says what leave there is to tell a story.
func leaveLine(st *success.Story, w words, l *Locale, on success.Date, withoutNames bool) string {
	if st.Permission == "" {
		return w.say("leave.none")
	}
	if st.PermissionUntil != 0 && st.PermissionUntil < on {
		return w.say("leave.ended", "date", l.Date(st.PermissionUntil))
	}
	by, until := "", ""
	if st.PermissionBy != "" && !withoutNames {
		by = w.say("leave.by", "who", st.PermissionBy)
	}
	if st.PermissionUntil != 0 {
		until = w.say("leave.until", "date", l.Date(st.PermissionUntil))
	}
	return w.say("leave."+st.Permission, "by", by, "until", until)
}
