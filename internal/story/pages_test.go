package story_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// pagesText writes a document as a person would read it, page by page.
func pagesText(doc *model.Document) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s | %s | %s | %s\n%s\n", doc.Title, doc.Parties, doc.DateText, doc.VersionText, doc.Footer)
	for _, p := range doc.Pages {
		fmt.Fprintf(&out, "\n== %s: %s\n", p.Key, p.Title)
		if p.Subtitle != "" {
			fmt.Fprintf(&out, "   %s\n", p.Subtitle)
		}
		for _, b := range p.Blocks {
			blockText(&out, b)
		}
		if p.Foot != "" {
			fmt.Fprintf(&out, "-- %s\n", p.Foot)
		}
		for _, n := range p.Notes {
			fmt.Fprintf(&out, "   (%s)\n", n)
		}
	}
	return out.String()
}

func blockText(out *strings.Builder, b model.Block) {
	switch {
	case b.Text != nil:
		for _, p := range b.Text.Paragraphs {
			fmt.Fprintf(out, "* %s\n", p)
		}
	case b.Figures != nil:
		for _, f := range b.Figures.Items {
			fmt.Fprintf(out, "[%s] %s | %s | %s\n", f.Value, f.Label, f.Detail, f.Tone)
		}
	case b.Quotes != nil:
		for _, q := range b.Quotes.Items {
			fmt.Fprintf(out, "%s %s | %s | %s\n", q.Text, q.By, q.Label, q.Detail)
		}
	case b.Table != nil:
		tableText(out, b.Table)
	case b.Chart != nil:
		fmt.Fprintf(out, "chart %s, %s\n", b.Chart.Kind, b.Chart.NumberFormat)
		tableText(out, b.Chart.Table())
		fmt.Fprintf(out, "source: %s\nmethod: %s\n", b.Chart.Source, b.Chart.Method)
	case b.Value != nil:
		fmt.Fprintf(out, "picture: %s\n", b.Value.Alt)
		for _, c := range b.Value.Callouts {
			fmt.Fprintf(out, "  %s %s | %s | %s\n", c.On, c.Title, c.Short, c.Detail)
		}
	case b.Decisions != nil:
		for _, d := range b.Decisions.Items {
			fmt.Fprintf(out, "> %s | %s | %s | %s | %t\n", d.Ask, d.Detail, d.Owner, d.By, d.Main)
		}
	}
}

func tableText(out *strings.Builder, t *model.Table) {
	for _, c := range t.Columns {
		fmt.Fprintf(out, "| %s ", c.Title)
	}
	out.WriteString("\n")
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			fmt.Fprintf(out, "| %s", c.Text)
			if c.Detail != "" {
				fmt.Fprintf(out, " (%s)", c.Detail)
			}
			out.WriteString(" ")
		}
		out.WriteString("\n")
	}
}

func TestDecksReadAsTheyShould(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, c := range []struct {
		name, account string
		o             story.Options
	}{
		{"nordhavn", "Nordhavn Freight", story.Options{Commercial: true}},
		{"meridian", "Meridian Steel", story.Options{}},
		{"vega", "Vega Cold Chain", story.Options{}},
		{"albion", "Albion Glassworks", story.Options{}},
		{"meridian.internal", "Meridian Steel", story.Options{Audience: model.AudienceInternal}},
		{"albion.internal", "Albion Glassworks", story.Options{Audience: model.AudienceInternal}},
		{"nordhavn.15", "Nordhavn Freight", story.Options{Length: 15, Without: []string{"appendix"}}},
		{"lumen", "Lumen Pharma Logistics", story.Options{Length: 15}},
	} {
		for _, locale := range []string{"en-GB", "de"} {
			name := c.name + "." + locale[:2] + ".deck.txt"
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				o := c.o
				o.Locale = locale
				golden(t, name, pagesText(document(t, b, account(t, b, c.account), o)))
			})
		}
	}
}

// chartOf returns the first chart of a page.
func chartOf(t *testing.T, p *model.Page) *model.Chart {
	t.Helper()
	for _, b := range p.Blocks {
		if b.Chart != nil {
			return b.Chart
		}
	}
	t.Fatalf("page %s has no chart", p.Key)
	return nil
}

func TestTheInvestmentPageShowsTheDeliveredValueOfTheVectors(t *testing.T) {
	t.Parallel()
	b := book(t)
	l := story.NewLocale("en-GB")
	shown := 0
	for _, f := range b.Files {
		doc := document(t, b, f, story.Options{Commercial: true})
		if !strings.Contains(keys(doc), "investment") {
			continue
		}
		shown++
		term, ok := success.RenewalTerm(f, today)
		if !ok {
			term = success.CurrentTerms(f, today)[0]
		}
		want := success.Delivered(f, &b.Settings, term.Start, min(today, term.End).AddDays(1))
		c := chartOf(t, pageOf(t, doc, model.KeyInvestment))
		if got := *c.Series[0].Values[0]; math.Abs(got-want.Proved) > 1e-6 {
			t.Errorf("%s: %v delivered, want %v", f.Account.Name, got, want.Proved)
		}
		if got := c.Series[0].Texts[0]; got != l.Money(want.Proved, want.Currency) {
			t.Errorf("%s: written %q", f.Account.Name, got)
		}
		days := float64(min(today, term.End).Sub(term.Start) + 1)
		if got, want := *c.Series[1].Values[len(c.Categories)-1], term.ARR.Major()*days/365; math.Abs(got-want) > 1e-6 {
			t.Errorf("%s: price %v over the same days, want %v", f.Account.Name, got, want)
		}
	}
	if shown < 6 {
		t.Errorf("only %d accounts have an investment page", shown)
	}
}

func TestLowAndHighAreReckonedAsTheLikelySumIs(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	for i := range f.Steps {
		if a := f.Steps[i].Amount; !a.IsZero() {
			f.Steps[i].AmountLow = success.Money{Minor: a.Minor / 2, Currency: a.Currency}
			f.Steps[i].AmountHigh = success.Money{Minor: a.Minor * 3, Currency: a.Currency}
		}
	}
	c := chartOf(t, pageOf(t, document(t, b, f, story.Options{Commercial: true}), model.KeyInvestment))
	low, likely, high := *c.Series[0].Values[0], *c.Series[0].Values[1], *c.Series[0].Values[2]
	if math.Abs(low-likely/2) > 0.01 || math.Abs(high-likely*3) > 0.01 {
		t.Errorf("low %v, likely %v, high %v", low, likely, high)
	}
	// A range the wrong way round, or without a likely sum, widens nothing.
	for i := range f.Steps {
		f.Steps[i].AmountLow, f.Steps[i].AmountHigh = f.Steps[i].AmountHigh, f.Steps[i].AmountLow
	}
	c = chartOf(t, pageOf(t, document(t, b, f, story.Options{Commercial: true}), model.KeyInvestment))
	if len(c.Categories) != 2 {
		t.Errorf("a range the wrong way round is drawn: %v", c.Categories)
	}
}

func TestThePriceOfEveryContractIsCounted(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	page := func() *model.Chart {
		return chartOf(t, pageOf(t, document(t, b, f, story.Options{Commercial: true}), model.KeyInvestment))
	}
	one := *page().Series[1].Values[1]
	f.Terms = append(f.Terms, success.Term{Meta: success.Meta{ID: "add-on"}, AccountID: f.Account.ID, Contract: "customs", Start: today.AddDays(-9), End: today.AddDays(355),
		ARR: success.Money{Minor: 3650000, Currency: "EUR"}, Result: "open"})
	if got := *page().Series[1].Values[1]; math.Abs(got-one-1000) > 1e-6 {
		t.Errorf("ten days of an add-on of 36,500 add %v", got-one)
	}
	f.Terms[len(f.Terms)-1].ARR.Currency = "ZMW" // no rate leads there
	if c := page(); len(c.Series) != 1 {
		t.Error("a price that cannot be converted is left out of a total that is shown")
	}
}

func TestTheHeadlineIsTheMeasureWithMostProof(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	page := func() *model.Page { return pageOf(t, document(t, b, f, story.Options{}), model.KeyHeadline) }
	c := chartOf(t, page())
	if c.Series[0].Name != "Detention charges" || len(c.Days) != len(c.Series[0].Values) || len(c.Days) != len(c.Series[1].Texts) {
		t.Fatalf("chart of %s with %d days", c.Series[0].Name, len(c.Days))
	}
	figures := map[success.ID]*float64{}
	for _, m := range success.Measures(f, &b.Settings, today).Measures {
		figures[m.Measure] = m.Now
	}
	for _, m := range f.Measures {
		if m.Name == c.Series[0].Name && *figures[m.ID] != *c.Series[0].Values[len(c.Days)-1] {
			t.Error("the last point is not the measure's present value")
		}
	}
	if !slices.IsSorted(c.Days) {
		t.Errorf("days %v", c.Days)
	}
	f.Readings = nil
	if got := keys(document(t, b, f, story.Options{})); strings.Contains(got, "headline") {
		t.Error("without a reading there is a chart")
	}
	if got := page2(t, b, f); !strings.Contains(got, "Missing: no measure has a baseline") {
		t.Errorf("internally nothing is said of it: %s", got)
	}
}

func page2(t *testing.T, b *success.Book, f *success.File) string {
	t.Helper()
	body, err := json.Marshal(pageOf(t, document(t, b, f, story.Options{Audience: model.AudienceInternal}), model.KeyHeadline))
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestWhatDidNotWorkIsNamed(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	plan := f.Outcomes[0].PlanID
	f.Outcomes = append(f.Outcomes, success.Outcome{Meta: success.Meta{ID: "given-up"}, PlanID: plan, Statement: "A drone counts the yard", Status: "dropped"})
	f.Questions = append(f.Questions, success.Question{Meta: success.Meta{ID: "why"}, AccountID: f.Account.ID, OutcomeID: "given-up", AnsweredOn: today.AddDays(-3)})
	f.Insights = append(f.Insights, success.Insight{Meta: success.Meta{ID: "because", CreatedAt: success.InstantOf(today.AddDays(-2).Time())}, AccountID: f.Account.ID, QuestionID: "why", Text: "Wind, every day."})
	f.Steps = append(f.Steps, success.BenefitStep{Meta: success.Meta{ID: "fall"}, BenefitID: f.Benefits[0].ID, On: today.AddDays(-4), StepKind: "yearly",
		Amount: success.Money{Minor: 100000, Currency: "EUR"}, Confirmation: "claimed"})
	body, _ := json.Marshal(pageOf(t, document(t, b, f, story.Options{}), model.KeyWork))
	for _, words := range []string{"A drone counts the yard", "Wind, every day", "Given up", "Fell to €1,000 a year, 5 Jun 2026", "Due 3 Jun 2026, still open", "214\u00a0h, target 120\u00a0h"} {
		if !strings.Contains(string(body), words) {
			t.Errorf("%q is not named", words)
		}
	}
	if got := pageOf(t, document(t, b, f, story.Options{}), model.KeyWork).Title; got != "Three of four changes in how you work have stuck; four things did not work" {
		t.Errorf("heading %q", got)
	}
}
