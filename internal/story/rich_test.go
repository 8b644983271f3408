package story_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	drawn "github.com/tendril-app/tendril/internal/document"
	"github.com/tendril-app/tendril/internal/document/page"
	"github.com/tendril-app/tendril/internal/document/pdf"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// written is a story whose author used every kind of markup.
func written(t *testing.T, b *success.Book, f *success.File) *model.Document {
	t.Helper()
	st, claims := saved(compose(t, b, f, story.Options{}))
	for section, text := range map[string]string{
		story.SectionAnswer: "The docks run **on time**, and *that* is new:\n\n- in Aarhus\n- in **Gdańsk**\n  - in both yards\n\n1. first the dock plan\n2. then customs",
		story.SectionNext:   "Start in **Aarhus** in September.\n\nWith docks 5 to 9.",
	} {
		claims = append(claims, success.Claim{Meta: success.Meta{ID: success.ID("rich-" + section)}, StoryID: st.ID, Section: section, Text: text})
	}
	return draw(t, b, f, &st, claims)
}

func draw(t *testing.T, b *success.Book, f *success.File, st *success.Story, claims []success.Claim) *model.Document {
	t.Helper()
	doc, err := story.Document(f, &b.Settings, st, claims, today, story.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestMarkupReachesEveryFormatAndNoAsteriskIsLeft(t *testing.T) {
	t.Parallel()
	b := book(t)
	doc := written(t, b, account(t, b, "Nordhavn Freight"))
	text := pagesText(doc)
	if strings.Contains(strings.ReplaceAll(text, "\n* ", "\n"), "*") {
		t.Errorf("asterisks are left:\n%s", text)
	}
	var html bytes.Buffer
	if err := page.HTML(&html, doc, page.Options{WithoutStyle: true}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"<strong>on time</strong>", "<em>that</em>", `in <strong>Gdańsk</strong>`, `class="td-level-1"`,
		`value="2" data-number="2.">then customs`, "Start in Aarhus in September", "With docks 5 to 9.",
	} {
		if !strings.Contains(html.String(), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	var deck bytes.Buffer
	if err := drawn.PPTX(&deck, doc, drawn.Options{}); err != nil {
		t.Fatal(err)
	}
	slides := slidesOf(t, deck.Bytes())
	for _, want := range []string{`b="1"[^>]*>(?:<a:solidFill>.{0,90}?</a:solidFill>)?(?:<a:latin[^>]*/>)?</a:rPr><a:t>on time</a:t>`, `i="1"[^>]*>.{0,160}?<a:t>that</a:t>`, `<a:buAutoNum type="arabicPeriod"/>`} {
		if !regexp.MustCompile(want).MatchString(slides) {
			t.Errorf("the deck lacks %s", want)
		}
	}
	var paper bytes.Buffer
	if err := pdf.Render(&paper, doc, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
}

// ownTexts are the paragraphs that stand on the page of a section.
func ownTexts(doc *model.Document, key model.Key) []string {
	var out []string
	for _, p := range doc.Pages {
		for _, b := range p.Blocks {
			if p.Key == key && b.Text != nil {
				for _, par := range b.Text.Paragraphs {
					out = append(out, par.String())
				}
			}
		}
	}
	return out
}

func TestNoSentenceOfTheAuthorIsLeftOut(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	st, claims := saved(compose(t, b, f, story.Options{}))
	var want []string
	for i := range 11 {
		text := fmt.Sprintf("My own sentence number %d.", i+1)
		want = append(want, text)
		claims = append(claims, success.Claim{Meta: success.Meta{ID: success.ID(fmt.Sprint("own", i))}, StoryID: st.ID, Section: story.SectionAnswer, Text: text, Position: success.Position{Decimal: claims[len(claims)-1].Position.Add(one)}})
	}
	if diff := cmp.Diff(want, ownTexts(draw(t, b, f, &st, claims), model.KeyAnswer)); diff != "" {
		t.Error(diff)
	}
}

func TestSectionsStandInTheAuthorsOrderAndStayOutWhenTakenOut(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	st, claims := saved(compose(t, b, f, story.Options{}))
	before := keys(draw(t, b, f, &st, claims))
	own := story.OwnSection("x")
	sections := []success.StorySection{{Key: own, Title: "What we ask of ourselves"}}
	for _, s := range st.Sections {
		switch s.Key {
		case story.SectionGrowth:
			s.Hidden = true
		case story.SectionDecisions: // right after the own one
			sections = slices.Insert(sections, 1, s)
			continue
		}
		sections = append(sections, s)
	}
	st.Sections = sections
	claims = append(claims, success.Claim{Meta: success.Meta{ID: "own"}, StoryID: st.ID, Section: own, Text: "Answer within a day."})
	doc := draw(t, b, f, &st, claims)
	got := keys(doc)
	if !strings.HasPrefix(got, "title "+own+" decisions answer") || strings.Contains(got, "growth") {
		t.Errorf("before %s, now %s", before, got)
	}
	if texts := ownTexts(doc, model.Key(own)); !slices.Equal(texts, []string{"Answer within a day."}) {
		t.Errorf("the author's section says %v", texts)
	}
	st.Sections = slices.DeleteFunc(st.Sections, func(s success.StorySection) bool { return s.Key == own })
	for i := range st.Sections {
		st.Sections[i].Hidden = false
	}
	if got := keys(draw(t, b, f, &st, claims)); !strings.Contains(got, "growth") {
		t.Errorf("the section did not come back: %s", got)
	}
}

func TestWhatIsLeftWhenComposingAgainIsTheAuthors(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	st, claims := saved(compose(t, b, f, story.Options{}))
	later := today.AddDays(30)
	all, err := story.Offers(f, &b.Settings, &st, claims, later, story.Options{})
	if err != nil || len(all) < 3 {
		t.Fatalf("%d offers, %v", len(all), err)
	}
	first := slices.IndexFunc(all, func(o story.Offer) bool { return o.Kind == story.OfferChange })
	left := slices.IndexFunc(all[first+1:], func(o story.Offer) bool { return o.Kind == story.OfferChange }) + first + 1
	changes, err := story.RecomposeOnly(f, &b.Settings, &st, claims, later, story.Options{}, func(o story.Offer) bool { return o.Key == all[first].Key })
	if err != nil {
		t.Fatal(err)
	}
	if len(changes.Change) != 1 || len(changes.Add)+len(changes.Remove) > 0 || changes.Change[0].Text != all[first].To {
		t.Fatalf("took %+v", changes)
	}
	for i := range claims {
		if claims[i].ID == all[left].Claim && !story.Edited(&changes.Story, &claims[i]) {
			t.Errorf("%q was left and is not the author's", claims[i].Text)
		}
	}
	for i := range claims {
		if claims[i].ID == changes.Change[0].ID {
			claims[i] = changes.Change[0]
		}
	}
	again, err := story.Offers(f, &b.Settings, &changes.Story, claims, later, story.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range again {
		if !o.Own {
			t.Errorf("what was left is offered as if nobody had: %+v", o)
		}
	}
}

func TestProofTheAuthorChoseStays(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	st, claims := saved(compose(t, b, f, story.Options{}))
	at := slices.IndexFunc(claims, func(c success.Claim) bool { return len(c.Proof) > 1 })
	claims[at].Proof = claims[at].Proof[1:]
	offers, err := story.Offers(f, &b.Settings, &st, claims, today, story.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(offers) != 1 || offers[0].Kind != story.OfferProof || !offers[0].Own || offers[0].Claim != claims[at].ID {
		t.Errorf("offered %+v", offers)
	}
}

func TestAStorySaysItsOwnLanguageAndLength(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	st, claims := saved(compose(t, b, f, story.Options{}))
	st.Locale = "de-DE"
	five := success.Count(5)
	st.Length = &five
	doc := draw(t, b, f, &st, claims)
	if doc.Locale != "de-DE" || len(doc.Pages) != 5 {
		t.Errorf("%s, %d pages", doc.Locale, len(doc.Pages))
	}
}

var one = decimal.NewFromInt(1)

// slidesOf is the markup of a deck's slides.
func slidesOf(t *testing.T, deck []byte) string {
	t.Helper()
	files, err := zip.NewReader(bytes.NewReader(deck), int64(len(deck)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range files.File {
		if !strings.HasPrefix(f.Name, "ppt/slides/slide") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, r); err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}
