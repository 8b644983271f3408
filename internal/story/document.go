package story

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
)

// Document lays a story out as the pages of a renewal deck: title, the answer,
// the aims, the scorecard, how value has grown, decisions and next steps. The
// headings are the story's, figures and pictures come from the records, the
// asks from the story's claims. For a client or the public, pages that would
// have nothing to say are left out, and claims that lean on an internal record
// with them; an internal document says what is missing instead. An empty
// o.Audience, o.Locale or o.Length is the story's own.
func Document(f *success.File, s *success.Settings, st *success.Story, claims []success.Claim, on success.Date, o Options) (*model.Document, error) {
	if st.Status == "told" && st.ToldOn != 0 {
		on = st.ToldOn
	}
	p, err := pagesOf(f, s, st, claims, on, o)
	if err != nil {
		return nil, err
	}
	return p.document(st.Status == "told")
}

// gathered is the audience whose records a document is made of: a success story
// has only what the client may see, whoever it is for.
func (o Options) gathered() model.Audience {
	if o.Kind == model.KindSuccessStory {
		return model.AudienceClient
	}
	return o.Audience
}

// pagesOf gathers what the pages of one document are made of.
func pagesOf(f *success.File, s *success.Settings, st *success.Story, claims []success.Claim, on success.Date, o Options) (*pages, error) {
	o.Audience = cmp.Or(o.Audience, model.Audience(st.Audience))
	o.Locale = cmp.Or(o.Locale, st.Locale)
	if o.Length == 0 && st.Length != nil {
		o.Length = int(*st.Length)
	}
	o.Audience = cmp.Or(o.Audience, model.AudienceClient)
	shown := o
	o.Audience = o.gathered()
	x, err := gather(f, s, st.TermID, st.ID, on, o)
	if err != nil {
		return nil, err
	}
	p := &pages{facts: x, story: st, shown: shown.Audience, known: remembered(st)}
	p.said = p.current(claims)
	p.claims = x.allowed(f.Live(), p.said)
	return p, nil
}

// document makes the pages, and names them by their content where they are told.
func (p *pages) document(told bool) (*model.Document, error) {
	if kind := p.options.Kind; kind != model.KindDeck {
		return p.single(told, kind, p.shown, p.options.Anonymous)
	}
	doc := p.frame()
	for _, page := range p.arranged(p.all()) {
		if !p.options.leavesOut(page.Key) {
			doc.Pages = append(doc.Pages, page)
		}
	}
	if err := p.version(doc, told); err != nil {
		return nil, err
	}
	return doc, nil
}

// leavesOut reports whether a page is not wanted: by its own key or by its
// part's.
func (o Options) leavesOut(key model.Key) bool {
	return slices.ContainsFunc(o.Without, func(name string) bool {
		return string(key) == name || strings.HasPrefix(string(key), name+"-")
	})
}

// all makes the pages that a length asks for and the records have something to
// say for, in order.
func (p *pages) all() []model.Page {
	one := func(make func() (model.Page, bool)) func() []model.Page {
		return func() []model.Page {
			if page, ok := make(); ok {
				return []model.Page{page}
			}
			return nil
		}
	}
	parts := []func() []model.Page{one(p.titlePage), one(p.answerPage), one(p.aimsPage), one(p.scorePage), one(p.headlinePage)}
	switch p.options.Length {
	case 5:
		parts = []func() []model.Page{one(p.titlePage), one(p.answerPage), one(p.growthPage), one(p.scorePage), one(p.decisionsPage)}
	case 15:
		parts = append(parts, p.outcomePages)
		fallthrough
	default:
		parts = append(parts, one(p.growthPage), one(p.investmentPage), one(p.workPage), one(p.nextPage), one(p.decisionsPage), p.appendixPages)
	}
	var out []model.Page
	for _, make := range parts {
		out = append(out, make()...)
	}
	if len(out) == 1 && p.options.Audience != model.AudiencePublic {
		out = append(out, p.beginning()) // a cover alone would promise what is not there
	}
	return out
}

// pages makes the pages of one document.
type pages struct {
	*facts
	shown    model.Audience // for whom; the facts may be those of a nearer one
	story    *success.Story
	claims   []success.Claim
	said     []success.Claim       // the claims as they are told, for whomever
	known    map[string]bool       // hashes of what Compose wrote
	headline success.ID            // the measure with a page of its own
	takenOut map[success.Link]bool // evidence whose sentence the author took out
}

// allowed returns the claims an audience may see, in order: those that lean on
// no record taken out of its file, and on no deleted one alone, and that name no
// price where none may be named.
func (x *facts) allowed(live *success.File, claims []success.Claim) []success.Claim {
	all, seen := success.NewProofs(live, x.s, x.on), success.NewProofs(x.f, x.s, x.on)
	out := keep(claims, func(c *success.Claim) bool {
		for _, link := range c.Proof {
			one := []success.Link{link}
			if all.State(one) != success.ClaimUnproved && seen.State(one) == success.ClaimUnproved {
				return false
			}
		}
		if len(c.Proof) > 0 && !x.w.internal && seen.State(c.Proof) == success.ClaimUnproved {
			return false
		}
		return x.options.showsPrice() || !x.namesPrice(c)
	})
	slices.SortStableFunc(out, func(a, b success.Claim) int {
		return cmp.Or(a.Position.Cmp(b.Position.Decimal), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// in returns the claims of a section; none of one that was taken out.
func (p *pages) in(section string) []success.Claim {
	if p.hides(section) {
		return nil
	}
	return keep(p.claims, func(c *success.Claim) bool { return c.Section == section })
}

// heading is the author's heading of a section, else the composed one: of the
// day, the language and the audience of the document.
func (p *pages) heading(section, composed string) string {
	return cmp.Or(p.ownHeading(section), composed)
}

// ownHeading is the heading that the author gave a section, or "".
func (p *pages) ownHeading(section string) string {
	for _, s := range p.story.Sections {
		if s.Key == section && s.Title != "" && !p.known[fingerprint("title:"+section, s.Title)] {
			return s.Title
		}
	}
	return ""
}

func (p *pages) frame() *model.Document {
	client, provider := p.f.Account.Name, p.provider()
	pairs := []string{"client", client, "provider", provider, "date", p.l.Date(p.on)}
	doc := &model.Document{
		Title: cmp.Or(p.story.Title, p.w.say("title.story.default")), Client: client, Provider: provider,
		Parties: p.w.say("parties", pairs...), Teams: p.teams(), Author: p.f.Account.CSM,
		Language: p.options.Language, Locale: p.options.Locale, Audience: p.options.Audience,
		Date: p.on.String(), DateText: p.l.Date(p.on),
		Confidentiality: p.w.say("doc.confidential", pairs...), Footer: p.w.say("doc.footer", pairs...),
		Brand: model.Brand{Accent: strings.TrimPrefix(p.s.Workspace.Brand.Accent, "#"), Sans: p.s.Workspace.Brand.Font, Serif: p.s.Workspace.Brand.Serif, Logo: p.options.Logo},
		Words: model.Words{
			Continued: p.w.say("word.continued"), Date: p.w.say("word.date"), Source: p.w.say("word.source"),
			Method: p.w.say("word.method"), Page: p.w.say("word.page"), Chart: p.w.say("word.chart"), Table: p.w.say("word.table"),
		},
	}
	doc.Subtitle = p.subtitle()
	if provider == "" {
		doc.Parties = client
	}
	if p.options.Presenter && p.options.Audience != model.AudienceInternal {
		doc.Audience = model.AudienceInternal
		doc.Confidentiality = p.w.say("doc.presenter")
	}
	return doc
}

// version names a told story by its content and any other a draft.
func (p *pages) version(doc *model.Document, told bool) error {
	if !told {
		doc.Version, doc.VersionText = "draft", p.w.say("doc.draft")
		return nil
	}
	hash, err := doc.ContentHash()
	if err != nil {
		return fmt.Errorf("versioning the document: %w", err)
	}
	doc.Version = hash[:8]
	doc.VersionText = p.w.say("doc.version", "version", shortHash(hash))
	return nil
}

// shortHash writes the first eight digits of a hash in two groups.
func shortHash(hash string) string {
	if len(hash) < 8 {
		return hash
	}
	return hash[:4] + nbsp + hash[4:8]
}

// teams names the people of both sides: at most three of the client, those with
// most influence first, and ours.
func (p *pages) teams() string {
	if p.options.Audience == model.AudiencePublic {
		return ""
	}
	active := keep(p.f.Stakeholders, func(s *success.Stakeholder) bool {
		return (s.LeftOn == 0 || s.LeftOn > p.on) && s.CreatedAt.Date() <= p.on && s.Role != "blocker"
	})
	weight := func(s *success.Stakeholder) int64 {
		w := int64(0)
		if s.Influence != nil {
			w = int64(*s.Influence) * 10
		}
		if s.Role == "economic buyer" || s.Role == "champion" || s.Role == "executive sponsor" {
			w++
		}
		return w
	}
	slices.SortStableFunc(active, func(a, b success.Stakeholder) int {
		return cmp.Or(cmp.Compare(weight(&b), weight(&a)), cmp.Compare(a.CreatedAt, b.CreatedAt), cmp.Compare(a.ID, b.ID))
	})
	var names []string
	for i := range active[:min(3, len(active))] {
		names = append(names, active[i].Name)
	}
	if p.f.Account.CSM != "" {
		names = append(names, p.f.Account.CSM)
	}
	return strings.Join(names, ", ")
}

// subtitle says which year of the contract this is.
func (p *pages) subtitle() string {
	if p.term == nil || p.term.Start > p.on || p.f.Account.StartDate == 0 {
		return p.w.say("doc.review")
	}
	days := p.on.Sub(p.f.Account.StartDate)
	year := int64(days/365) + 1
	if days < 0 || year < 2 {
		return p.w.say("doc.review")
	}
	if p.w.phraseLang() == "en" {
		return p.w.say("doc.year", "n", p.w.spell(year, p.l))
	}
	return p.w.say("doc.year", "n", p.l.Count(year))
}

func (p *pages) titlePage() (model.Page, bool) {
	page := model.Page{Key: model.KeyTitle, Title: cmp.Or(p.story.Title, p.w.say("title.story.default")), Subtitle: p.subtitle()}
	if p.velocity.Proved.Level > 0 {
		page.Blocks = []model.Block{{Value: p.picture()}}
	}
	if p.w.internal && len(p.f.Stakeholders) == 0 {
		page.Notes = append(page.Notes, p.w.say("missing.people"))
	}
	return page, true
}

// notes are the presenter's: the story's own sentences, then the methods.
func (p *pages) notes(section string, methods ...string) []string {
	var out []string
	for _, c := range p.in(section) {
		out = append(out, prose.Plain(c.Text))
	}
	for _, m := range methods {
		if m != "" {
			out = append(out, m)
		}
	}
	return out
}

func (p *pages) withOwn(page *model.Page, section string) {
	if text := p.own(section); len(text) > 0 {
		page.Blocks = append(page.Blocks, model.Block{Text: &model.Text{Paragraphs: text}})
	}
}

// missing adds a sentence on what an internal document lacks.
func (p *pages) missing(page *model.Page, keys ...string) {
	text := &model.Text{}
	for _, key := range keys {
		if words := p.w.say(key); words != "" {
			text.Paragraphs = append(text.Paragraphs, model.Plain(words))
		}
	}
	if len(text.Paragraphs) > 0 {
		page.Blocks = append(page.Blocks, model.Block{Text: text})
	}
}
