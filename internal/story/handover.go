package story

import (
	"cmp"
	"sort"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// Handover lays an account out on two sides of paper for the CSM who takes it
// over: what to do in the first two weeks, the renewal, the people, what the
// client wants and what it has, what is promised, what speaks against us, and
// what nobody has written down. It is for us alone, whatever o.Audience says;
// o.Locale and o.Language are those of its words.
//
// Where there is more than two sides hold, parts are cut in the order of
// tighter, and each says how much is left out.
func Handover(f *success.File, s *success.Settings, on success.Date, o Options) (*model.Document, error) {
	o.Audience, o.Kind = model.AudienceInternal, model.KindHandover
	x, err := gather(f, s, "", "", on, o)
	if err != nil {
		return nil, err
	}
	h := handoverOf(x)
	doc := h.document(spaceAfter(0))
	if linesOf(doc) > mostLines {
		// Each cut makes it shorter, so that the fewest that do are found by halves.
		cuts := 1 + sort.Search(len(tighter)-1, func(n int) bool { return linesOf(h.document(spaceAfter(n+1))) <= mostLines })
		doc = h.document(spaceAfter(cuts))
	}
	return doc, h.version(doc, true)
}

// handoverOf reckons what the pages are made of.
func handoverOf(x *facts) *handover {
	return &handover{
		pages: &pages{facts: x, story: &success.Story{}, shown: model.AudienceInternal, known: map[string]bool{}},
		look:  success.LookAt(x.f, x.s, x.on, success.DefaultOffer(x.s, x.on)),
		steps: success.FirstSteps(x.f, x.s, x.on),
		was:   success.Velocity(x.f, x.s, x.velocity.Since).Proved.Level,
		met:   success.LastMet(x.f, x.on),
		calls: success.FirstCalls(x.f, x.on),
	}
}

// handover makes the pages of one handover page.
type handover struct {
	*pages
	look  success.Glance
	steps []success.FirstStep
	was   float64 // the proved level on the day that the verdict compares with
	met   map[success.ID]success.Date
	calls []*success.Stakeholder // in the order in which to speak to them
	space space
}

// space is how many entries each part may hold, and the letters of one of them.
type space struct {
	first, people, outcomes, measures, promises, renewal, value, risks, checks, talks, learned, told, standing, letters int
	// picture shows how value has grown, cares what each person cares about.
	picture, cares bool
}

// fullSpace is what a part of a page without any pressure holds.
var fullSpace = space{
	first: 10, people: 12, outcomes: 10, measures: 3, promises: 6, renewal: 9, value: 9, risks: 6, checks: 6, talks: 6, learned: 4, told: 4,
	standing: 6, letters: 240, picture: true, cares: true,
}

// tighter says what is cut first where two sides do not hold it all: what can be
// looked up in the app and is not needed in the first two weeks, before what is.
// Whom to speak to, what is due and what speaks against us are cut last.
var tighter = []func(*space){
	func(s *space) { s.letters, s.checks, s.told = 180, 4, 2 },
	func(s *space) { s.picture = false },
	func(s *space) { s.talks, s.learned, s.standing = 4, 2, 4 },
	func(s *space) { s.measures, s.value = 2, 6 },
	func(s *space) { s.people, s.outcomes, s.letters = 9, 7, 140 },
	func(s *space) { s.promises, s.renewal, s.checks = 4, 7, 3 },
	func(s *space) { s.talks, s.value = 3, 5 },
	func(s *space) { s.people, s.outcomes, s.measures = 8, 6, 1 },
	func(s *space) { s.standing, s.told, s.learned = 3, 2, 1 },
	func(s *space) { s.risks, s.first = 5, 8 },
	func(s *space) { s.letters = 110 },
	func(s *space) { s.people, s.outcomes = 7, 5 },
	func(s *space) { s.checks, s.talks = 2, 2 },
	func(s *space) { s.promises, s.renewal, s.value = 3, 5, 4 },
	func(s *space) { s.people, s.outcomes, s.cares = 6, 4, false },
	func(s *space) { s.risks, s.first, s.letters = 4, 7, 90 },
	func(s *space) { s.people, s.outcomes, s.first, s.letters = 5, 3, 6, 70 },
}

// spaceAfter is what the parts hold after so many cuts.
func spaceAfter(cuts int) space {
	s := fullSpace
	for _, tighten := range tighter[:cuts] {
		tighten(&s)
	}
	return s
}

// document makes the pages in so much space.
func (h *handover) document(s space) *model.Document {
	h.space = s
	account := &h.f.Account
	doc := h.onPaper(model.KindHandover, h.w.say("ho.title", "client", account.Name), h.standsAt())
	doc.Author = h.recorder()
	doc.Teams = h.who()
	doc.Footer = h.w.say("ho.footer", "date", h.l.Date(h.on))
	add := func(pages ...model.Page) {
		for _, page := range pages {
			if len(page.Blocks) > 0 {
				doc.Pages = append(doc.Pages, page)
			}
		}
	}
	add(h.figuresPage(), h.firstPage(), beside(model.KeyRenewal, h.renewalText(), h.valueText()))
	add(h.peoplePage(), h.outcomesPage(), h.growthPicture())
	add(beside(model.KeyPromises, h.promises("us"), h.promises("client")))
	add(beside(model.KeyRisks, h.risksText(), h.checksText()))
	add(beside(model.KeyTalks, h.talksText(), h.learnedText()))
	add(beside(model.KeyStanding, h.standingText(), h.toldText()))
	add(h.notesPage(), h.unknownPage())
	return doc
}

// text is a list under a heading; nil where the list has nothing, so that the
// neighbour has the whole width and what is missing stands in one place.
func (h *handover) text(key string, items []string, most int) *model.Text {
	if len(items) == 0 {
		return nil
	}
	t := &model.Text{Heading: h.w.say(key)}
	for _, item := range items[:min(len(items), most)] {
		t.Paragraphs = append(t.Paragraphs, model.Bullet(item))
	}
	h.withMore(t, len(items)-most)
	return t
}

// cut shortens a text of the records to what an entry may hold.
func (h *handover) cut(text string) string { return shorten(text, h.space.letters) }

// standsAt says in a line how the account does and when it is decided.
func (h *handover) standsAt() string {
	verdict := capital(h.w.try("verdict."+string(h.velocity.Verdict), string(h.velocity.Verdict)))
	switch {
	case h.isCancelled() && h.f.Account.CancelledOn == 0:
		return h.w.say("ho.cancelled.undate")
	case h.isCancelled():
		return strings.TrimSpace(h.w.say("ho.cancelled", "date", h.l.Date(h.f.Account.CancelledOn)) + " " + sentence(h.f.Account.CancelReason))
	case h.velocity.Verdict == success.NotYetKnown:
		return h.w.say("ho.stands.unknown")
	}
	line := h.w.say("ho.stands", "verdict", verdict, "risk", h.riskWord(h.look.Standing.Risk))
	if h.look.Ready != nil {
		line += " " + h.decided()
	}
	return line
}

func (h *handover) isCancelled() bool { return h.look.Standing.ClientPhase == success.PhaseCancelled }

func (h *handover) riskWord(level success.RiskLevel) string {
	return h.w.try("risk."+string(level), string(level))
}

// decided says when the renewal is decided.
func (h *handover) decided() string {
	r := h.look.Ready
	days := int64(r.Days)
	switch {
	case days == 0:
		return h.w.say("ho.decided.today")
	case days < 0:
		return h.w.one(-days, "ho.decided.past", "date", h.l.Date(r.Decision), "days", h.l.Count(-days))
	}
	return h.w.one(days, "ho.decided", "date", h.l.Date(r.Decision), "days", h.l.Count(days))
}

// who says what kind of client it is and whose it was.
func (h *handover) who() string {
	a := &h.f.Account
	var parts []string
	add := func(key, value string) {
		if value != "" {
			parts = append(parts, h.w.say(key, "x", value))
		}
	}
	if id, ok := success.TypeOf(h.f, h.s, h.on); ok {
		for i := range h.s.CustomerTypes {
			if h.s.CustomerTypes[i].ID == id {
				add("ho.who.type", h.s.CustomerTypes[i].Name)
			}
		}
	}
	add("ho.who.segment", a.Segment)
	add("ho.who.since", h.l.Date(a.StartDate))
	add("ho.who.csm", a.CSM)
	if a.AccountOwner != a.CSM {
		add("ho.who.owner", a.AccountOwner)
	}
	add("ho.who.zone", a.Timezone)
	return strings.Join(parts, "; ")
}

// figuresPage are the four figures to know: the decision, the price, the proved
// value and what speaks against us.
func (h *handover) figuresPage() model.Page {
	figures := []model.Figure{}
	if !h.isCancelled() && h.look.Ready != nil {
		figures = append(figures, h.decisionFigure())
	}
	if h.arr > 0 {
		figures = append(figures, model.Figure{Value: h.short(h.arr), Label: h.w.say("ho.arr"), Detail: h.termDetail()})
	}
	if h.velocity.Proved.Benefits > 0 || h.claimedSum() > 0 {
		figures = append(figures, h.provedFigure())
	}
	if risk := h.look.Standing.Risk; risk != "" && risk != success.RiskUnknown {
		figures = append(figures, h.riskFigure(risk))
	}
	if len(figures) == 0 {
		return model.Page{Key: model.KeyAnswer}
	}
	return model.Page{Key: model.KeyAnswer, Blocks: []model.Block{{Figures: &model.Figures{Items: figures}}}}
}

func (h *handover) decisionFigure() model.Figure {
	r := h.look.Ready
	days := int64(r.Days)
	f := model.Figure{Value: h.l.Count(max(days, -days))}
	switch {
	case days < 0:
		f.Label, f.Tone = h.w.one(-days, "ho.decision.past", "days", h.l.Count(-days)), model.ToneTrouble
	case days == 0:
		f.Value = h.l.ShortDate(r.Decision)
		f.Label, f.Tone = h.w.say("ho.decision.today"), model.ToneTrouble
	default:
		f.Label = h.w.one(days, "ho.decision", "days", h.l.Count(days))
	}
	t := find(h.f.Terms, r.Term)
	if t == nil {
		return f
	}
	parts := []string{h.w.say("ho.term.ends", "date", h.l.ShortDate(t.End))}
	if t.NoticeDays != nil && *t.NoticeDays > 0 {
		parts = []string{h.w.say("ho.decision.on", "date", h.l.ShortDate(r.Decision)), ""}
		parts[1] = h.w.one(int64(*t.NoticeDays), "ho.term.notice", "date", h.l.ShortDate(t.End), "days", h.l.Count(int64(*t.NoticeDays)))
	}
	key := "ho.term.signed"
	if t.AutoRenew {
		key = "ho.term.auto"
	}
	f.Detail = strings.Join(append(parts, h.w.say(key)), " ")
	return f
}

// termDetail says which contracts the price is of.
func (h *handover) termDetail() string {
	var parts []string
	for _, t := range success.CurrentTerms(h.f, h.on) {
		key := "ho.contract"
		if contract(t) == "main" {
			key = "ho.contract.main"
		}
		parts = append(parts, h.w.say(key, "name", t.Contract, "from", h.l.ShortDate(t.Start), "to", h.l.ShortDate(t.End)))
	}
	return shorten(strings.Join(parts, "; "), 120)
}

func (h *handover) provedFigure() model.Figure {
	v := &h.velocity
	f := model.Figure{Value: h.short(v.Proved.Level), Label: h.w.say("ho.proved"), Tone: model.ToneGrowth}
	if v.Proved.Level <= 0 {
		f.Tone = model.TonePlain
	}
	var parts []string
	if h.arr > 0 && v.Proved.Level > 0 {
		parts = append(parts, capital(h.w.say("figure.times", "ratio", h.l.Number(v.Proved.Level/h.arr, 1)))+".")
	}
	if sum := h.claimedSum(); sum > 0 {
		parts = append(parts, h.w.say("figure.further", "sum", h.short(sum)))
	}
	if v.Proved.Benefits > 0 && v.Proved.Level <= 0 {
		parts = append(parts, h.w.say("ho.proved.nosum"))
	}
	f.Detail = strings.Join(parts, " ")
	return f
}

func (h *handover) riskFigure(risk success.RiskLevel) model.Figure {
	f := model.Figure{Value: capital(h.riskWord(risk)), Label: h.w.say("ho.risk")}
	switch risk {
	case success.RiskAtRisk, success.RiskCritical:
		f.Tone = model.ToneTrouble
	case success.RiskOnTrack:
		f.Tone = model.ToneGrowth
	case success.RiskWatch, success.RiskUnknown:
	}
	if r := h.look.Ready; r != nil && r.Call != nil {
		f.Detail = h.w.say("ho.call", "who", cmp.Or(r.Call.DecidedBy, h.recorder()), "call", h.w.try("call."+r.Call.Call, r.Call.Call), "date", h.l.ShortDate(r.Call.On))
	} else if r != nil {
		f.Detail = h.w.say("ho.nocall")
	}
	return f
}

// growthPicture is how value has grown, where there is room for it.
func (h *handover) growthPicture() model.Page {
	page := model.Page{Key: model.KeyGrowth, Title: h.w.say("picture.sub")}
	if h.space.picture && h.velocity.Proved.Level > 0 {
		page.Blocks = []model.Block{{Value: h.picture()}}
	}
	return page
}
