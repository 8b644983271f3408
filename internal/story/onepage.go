package story

import (
	"strings"
	"unicode"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// KindNames lists what a story can be told as, the usual one first.
func KindNames() []string {
	return []string{"deck", string(model.KindRenewalPage), string(model.KindSuccessStory)}
}

// KindOf reads one of KindNames; the empty name is a deck.
func KindOf(name string) (model.Kind, bool) {
	switch name {
	case "", "deck":
		return model.KindDeck, true
	case string(model.KindRenewalPage), string(model.KindSuccessStory):
		return model.Kind(name), true
	}
	return "", false
}

// onePageWords is the most that a page says besides its picture.
const onePageWords = 350

// room is how much each part of a page may hold: entries, and the letters of
// one text. sources is whether each measure says where its value comes from.
type room struct {
	why, rows, assumptions, risks, steps, people, letters int
	sources                                               bool
}

// narrower says what is dropped first where there is more to say than a page
// holds: what the deck's appendix has as well, before what is asked and shown.
// Texts are cut last, and never to less than a short sentence.
var narrower = []func(*room){
	func(r *room) { r.assumptions = 3 },
	func(r *room) { r.sources = false },
	func(r *room) { r.rows = 5 },
	func(r *room) { r.steps = 4 },
	func(r *room) { r.people = 3 },
	func(r *room) { r.letters = 150 },
	func(r *room) { r.why = 3 },
	func(r *room) { r.rows = 4 },
	func(r *room) { r.assumptions = 2 },
	func(r *room) { r.risks = 2 },
	func(r *room) { r.steps = 3 },
	func(r *room) { r.people = 2 },
	func(r *room) { r.letters = 120 },
	func(r *room) { r.rows = 3 },
	func(r *room) { r.steps = 2 },
	func(r *room) { r.why = 2 },
	func(r *room) { r.assumptions = 1 },
	func(r *room) { r.risks = 1 },
	func(r *room) { r.steps, r.rows, r.letters = 1, 2, 90 },
}

// fitted makes a document in as much room as its words leave it.
func fitted(make func(r room) *model.Document) *model.Document {
	r := room{why: 4, rows: 6, assumptions: 4, risks: 3, steps: 5, people: 4, letters: 190, sources: true}
	doc := make(r)
	for _, tighten := range narrower {
		if doc.WordCount() <= onePageWords {
			break
		}
		tighten(&r)
		doc = make(r)
	}
	return doc
}

// single makes the document of a kind that fits one page.
func (p *pages) single(told bool, kind model.Kind, audience model.Audience, anonymous bool) (*model.Document, error) {
	var doc *model.Document
	switch kind {
	case model.KindRenewalPage:
		if audience == model.AudiencePublic {
			return nil, success.Invalid("kind", "A renewal page has the client's sums and is for the client. For the public there is the success story.")
		}
		doc = fitted(p.renewalPage)
	default:
		var err error
		if doc, err = p.successStory(audience, anonymous); err != nil {
			return nil, err
		}
	}
	return doc, p.version(doc, told)
}

// onPaper is the head of a page: the frame of every document, without the
// people, who have a part of their own.
func (p *pages) onPaper(kind model.Kind, title, subtitle string) *model.Document {
	doc := p.frame()
	doc.Kind, doc.Title, doc.Subtitle, doc.Teams = kind, title, subtitle, ""
	doc.Pages = []model.Page{{Key: model.KeyTitle, Title: title, Subtitle: subtitle}}
	return doc
}

// shorten cuts a text that is longer than so many letters at the end of a
// sentence, and where the first is longer still at the end of a word.
func shorten(text string, most int) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }), " ")
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	for i := most - 1; i > most/3; i-- {
		day := runes[i] == '.' && unicode.IsDigit(runes[i-1]) // "2. Juni" ends no sentence
		if strings.ContainsRune(".!?。", runes[i]) && (runes[i+1] == ' ' || runes[i] == '。') && !day {
			return string(runes[:i+1])
		}
	}
	at := most - 1
	for i := at; i > most/2; i-- {
		if runes[i] == ' ' {
			at = i
			break
		}
	}
	return strings.TrimRight(string(runes[:at]), " ,;:.–-") + "…"
}

// bullets are list items, the first so many of them, and what says how many
// more there are.
func (p *pages) bullets(heading string, items []string, most int, r room) *model.Text {
	t := &model.Text{Heading: heading}
	for _, item := range items[:min(len(items), most)] {
		t.Paragraphs = append(t.Paragraphs, model.Bullet(shorten(item, r.letters)))
	}
	p.withMore(t, len(items)-most)
	return t
}

// withMore says after the last of a list how many more there are.
func (p *pages) withMore(t *model.Text, n int) {
	more, last := p.more(n), len(t.Paragraphs)-1
	if more == "" || last < 0 {
		return
	}
	runs := t.Paragraphs[last].Runs
	runs[len(runs)-1].Text = sentence(runs[len(runs)-1].Text)
	t.Paragraphs[last].Runs = append(runs, model.Run{Text: " " + capital(more) + ".", Tone: model.ToneQuiet})
}

// more says that there are n more; "" for none.
func (p *pages) more(n int) string {
	if n <= 0 {
		return ""
	}
	return p.w.one(int64(n), "more", "n", p.w.spell(int64(n), p.l))
}

// orSay is a text of one sentence where a list has nothing.
func (p *pages) orSay(t *model.Text, key string) *model.Text {
	if len(t.Paragraphs) == 0 {
		t.Paragraphs = []model.Paragraph{model.Plain(p.w.say(key))}
	}
	return t
}

// beside sets texts side by side under no title of their own.
func beside(key model.Key, texts ...*model.Text) model.Page {
	page := model.Page{Key: key}
	for _, t := range texts {
		if t != nil {
			page.Blocks = append(page.Blocks, model.Block{Text: t})
		}
	}
	page.Columns = len(page.Blocks) > 1
	return page
}

// onePicture is the one picture of a page: how value has grown, else the
// readings of the most telling measure; nil where there is neither.
func (p *pages) onePicture() *model.Block {
	picture := p.picture()
	_, m := p.mostTelling()
	switch {
	case p.velocity.Proved.Level > 0 || m == nil && picture.Empty == "":
		return &model.Block{Value: picture}
	case m == nil:
		return nil
	}
	c := p.readingsChart(m)
	c.Title, c.Source, c.Method = p.conclusion(m), "", ""
	return &model.Block{Chart: c}
}
