package story_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/document/docx"
	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/formats"
	"github.com/tendril-app/tendril/internal/document/ooxmltest"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// onePagers are the ways a story is told on one page.
func onePagers(locale string) map[string]story.Options {
	return map[string]story.Options{
		"renewal":    {Kind: model.KindRenewalPage, Locale: locale},
		"commercial": {Kind: model.KindRenewalPage, Locale: locale, Commercial: true},
		"inside":     {Kind: model.KindRenewalPage, Locale: locale, Audience: model.AudienceInternal},
		"success":    {Kind: model.KindSuccessStory, Locale: locale},
		"public":     {Kind: model.KindSuccessStory, Locale: locale, Audience: model.AudiencePublic},
		"anonymous":  {Kind: model.KindSuccessStory, Locale: locale, Anonymous: true},
	}
}

func TestAPageFitsOneSheetAndSaysEnough(t *testing.T) {
	t.Parallel()
	b := book(t)
	full := 0
	for _, f := range b.Files {
		if _, ok := success.RenewalTerm(f, today); !ok {
			continue
		}
		locales := []string{"en-GB", "de-DE"}
		if f.Account.Name == "Nordhavn Freight" {
			locales = append(locales, "en-US", "ja-JP") // another paper, and another script
		}
		for _, locale := range locales {
			for name, o := range onePagers(locale) {
				doc := document(t, b, f, o)
				at := fmt.Sprintf("%s, %s, %s", f.Account.Name, name, locale)
				sheet := drawing.Lay(doc, drawing.PaperOf(doc))
				if len(sheet.Sheets) != 1 || sheet.Scale < 0.8 {
					t.Errorf("%s: %d sheets at %.2f of the size", at, len(sheet.Sheets), sheet.Scale)
				}
				n := doc.WordCount()
				if n > 350 {
					t.Errorf("%s: %d words", at, n)
				}
				if pictures(doc) > 1 {
					t.Errorf("%s: %d pictures", at, pictures(doc))
				}
				if n >= 250 {
					full++
				}
				check(t, doc)
			}
		}
	}
	if full < 40 {
		t.Errorf("only %d pages say as much as they may", full)
	}
	for name, o := range onePagers("en-GB") {
		if doc := document(t, b, account(t, b, "Nordhavn Freight"), o); doc.WordCount() < 250 {
			t.Errorf("%s of an account with much to tell has %d words", name, doc.WordCount())
		}
	}
}

func pictures(doc *model.Document) int {
	n := 0
	for _, p := range doc.Pages {
		for _, b := range p.Blocks {
			if b.Chart != nil || b.Value != nil {
				n++
			}
		}
	}
	return n
}

func TestPagesReadAsTheyShould(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, c := range []struct{ name, account string }{{"nordhavn", "Nordhavn Freight"}, {"brightwell", "Brightwell Dairies"}, {"vega", "Vega Cold Chain"}} {
		for _, locale := range []string{"en-GB", "de-DE"} {
			for name, o := range onePagers(locale) {
				if c.name == "nordhavn" || name == "renewal" || name == "anonymous" {
					golden(t, strings.Join([]string{c.name, name, locale[:2], "page.txt"}, "."), pagesText(document(t, b, account(t, b, c.account), o)))
				}
			}
		}
	}
}

func TestACrowdedStoryStillFitsOnePage(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	st, claims := crowded(t, b, f)
	long := strings.Repeat("Donaudampfschifffahrtsgesellschaftskapitän ", 40)
	for i := range f.Milestones {
		f.Milestones[i].Title = long
	}
	for i := range f.Outcomes {
		f.Outcomes[i].Quote = long
	}
	for i := range f.Measures {
		f.Measures[i].Name = long
	}
	f.Account.Name = "The Extraordinarily Long Named & Sons <Holding> of Everything That Can Be Shipped, Limited"
	for _, locale := range []string{"en-GB", "de-DE"} {
		for name, o := range onePagers(locale) {
			doc, err := story.Document(f, &b.Settings, &st, claims, today, o)
			if err != nil {
				t.Fatal(err)
			}
			if l := drawing.Lay(doc, drawing.A4); len(l.Sheets) != 1 {
				t.Errorf("%s %s: %d sheets", name, locale, len(l.Sheets))
			}
		}
	}
}

func TestWordTakesAPage(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, name := range []string{"Nordhavn Freight", "Brightwell Dairies", "Vega Cold Chain"} {
		for kind, o := range onePagers("de-DE") {
			var file bytes.Buffer
			if err := docx.Write(&file, document(t, b, account(t, b, name), o), docx.Options{}); err != nil {
				t.Fatal(err)
			}
			p, err := ooxmltest.Open(file.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			for _, problem := range p.Lint() {
				t.Errorf("%s, %s: %s", name, kind, problem)
			}
		}
	}
	if err := formats.Write(io.Discard, "pptx", document(t, b, account(t, b, "Nordhavn Freight"), onePagers("en-GB")["renewal"]), formats.Options{}); err == nil {
		t.Error("a page was written as a presentation")
	}
}

func TestARenewalPageSetsValueAgainstTheCostOfTheSameDays(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	var at string
	for _, term := range f.Terms {
		if term.Start < today && today <= term.End {
			at = string(term.ID)
			days := float64(today.Sub(term.Start) + 1)
			cost := (term.ARR.Major() + term.ClientCost.Major()) * days / 365
			value := success.Delivered(f, &b.Settings, term.Start, today.AddDays(1)).Proved
			l := story.NewLocale("en-GB")
			want := []string{l.ShortMoney(value-cost, "EUR"), "78", l.Number(value/cost, 1) + "×"}
			figures := pageOf(t, document(t, b, f, onePagers("en-GB")["renewal"]), model.KeyInvestment).Blocks[0].Figures.Items
			for i, w := range want {
				if figures[i].Value != w {
					t.Errorf("figure %d is %s, want %s", i, figures[i].Value, w)
				}
			}
		}
	}
	if at == "" {
		t.Fatal("no term runs")
	}
	if text := pagesText(document(t, b, account(t, b, "Brightwell Dairies"), onePagers("en-GB")["renewal"])); !strings.Contains(text, "Little is new: the last new benefit dates from 10 July 2024") {
		t.Errorf("a static account's page does not say that little is new:\n%s", text)
	}
	if text := pagesText(document(t, b, account(t, b, "Vega Cold Chain"), onePagers("en-GB")["renewal"])); !strings.Contains(text, "No value is proved yet") || strings.Contains(text, "×") {
		t.Errorf("a page without value:\n%s", text)
	}
}

func TestARenewalPageIsNotForThePublic(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	d := compose(t, b, f, story.Options{})
	if _, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, story.Options{Kind: model.KindRenewalPage, Audience: model.AudiencePublic}); err == nil {
		t.Error("the public gets the client's sums")
	}
}

// spread are all bytes that a document has in every format, with what is inside
// of packages, and the document itself.
func spread(t *testing.T, doc *model.Document) map[string]string {
	t.Helper()
	out := map[string]string{}
	raw, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var plain bytes.Buffer
	enc := json.NewEncoder(&plain)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(json.RawMessage(raw)); err != nil {
		t.Fatal(err)
	}
	out["model"] = plain.String()
	for _, format := range []string{"docx", "html", "md"} { // a PDF has the same words, packed
		var b bytes.Buffer
		if err := formats.Write(&b, format, doc, formats.Options{}); err != nil {
			t.Fatal(err)
		}
		out[format] = b.String()
		if format == "docx" {
			unpack(t, b.Bytes(), format, out)
		}
	}
	return out
}

func unpack(t *testing.T, body []byte, at string, out map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		name := at + "/" + f.Name
		out[name] = string(part)
		if strings.HasSuffix(f.Name, ".xlsx") {
			unpack(t, part, name, out)
		}
	}
}
