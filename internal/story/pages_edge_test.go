package story_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

func TestADeletedProofTakesItsSentenceWithIt(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	d := compose(t, b, f, story.Options{})
	var dead success.ID
	for i := range f.Milestones {
		if f.Milestones[i].Title == "Decide on Aarhus docks 5 to 9" {
			f.Milestones[i].DeletedAt = success.InstantOf(today.Time())
			dead = f.Milestones[i].ID
		}
	}
	d.Claims = append(d.Claims, success.Claim{Section: story.SectionDecisions, Text: "Build dock nine", Proof: []success.Link{{Kind: "milestone", ID: dead}}},
		success.Claim{Section: story.SectionDecisions, Text: "Come and see", Position: d.Claims[len(d.Claims)-1].Position})
	for audience, own := range map[model.Audience]bool{model.AudienceClient: false, model.AudienceInternal: true} {
		doc, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, story.Options{Audience: audience})
		if err != nil {
			t.Fatal(err)
		}
		body, _ := json.Marshal(doc)
		if strings.Contains(string(body), "Decide on Aarhus") {
			t.Errorf("%s: the decision stands without its milestone", audience)
		}
		if strings.Contains(string(body), "Build dock nine") != own || !strings.Contains(string(body), "Come and see") {
			t.Errorf("%s: the author's sentences are not as they should be", audience)
		}
	}
}

func TestEvidenceTheAuthorTookOutStaysOut(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	d := compose(t, b, f, story.Options{})
	d.Claims = slices.DeleteFunc(d.Claims, func(c success.Claim) bool { return strings.Contains(c.Text, "Board minutes, item 4") })
	doc, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, story.Options{})
	if err != nil {
		t.Fatal(err)
	}
	body, _ := json.Marshal(pageOf(t, doc, "appendix-evidence"))
	if strings.Contains(string(body), "Board minutes") || !strings.Contains(string(body), "Twenty-seven") && !strings.Contains(string(body), "27 pieces") {
		t.Errorf("%s", body)
	}
}

// crowded makes an account of sixty outcomes with a measure each and a story of
// two hundred claims of the author's own.
func crowded(tb testing.TB, b *success.Book, f *success.File) (success.Story, []success.Claim) {
	tb.Helper()
	plan := f.Outcomes[0].PlanID
	for i := len(f.Outcomes); i < 60; i++ {
		id := success.ID(fmt.Sprintf("outcome-%02d", i))
		base, target := 100.0, 50.0
		f.Outcomes = append(f.Outcomes, success.Outcome{Meta: success.Meta{ID: id}, PlanID: plan, Statement: fmt.Sprintf("Aim %d", i), Quote: "Less of it.", SaidOn: today})
		m := success.Measure{Meta: success.Meta{ID: "m-" + id}, OutcomeID: id, Name: fmt.Sprintf("Number %d", i), Unit: "h", Direction: "down", Baseline: &base, BaselineOn: today.AddDays(-300), Target: &target, TargetOn: today.AddDays(100)}
		f.Measures = append(f.Measures, m)
		f.Readings = append(f.Readings, success.Reading{Meta: success.Meta{ID: "r-" + id}, MeasureID: m.ID, On: today.AddDays(-5), Value: 98})
	}
	d, err := story.Compose(f, &b.Settings, "", today, story.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	for i := range 200 {
		d.Claims = append(d.Claims, success.Claim{Section: story.Sections()[i%9], Text: fmt.Sprintf("A sentence of the author's, number %d.", i)})
	}
	return d.Story, d.Claims
}

func TestAssumptionsSayTheirBasisAndWhoConfirmedThem(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	share := 0.6
	for i := range f.Measures {
		m := &f.Measures[i]
		switch m.Name {
		case "Median truck turnaround":
			m.UnitValue, m.UnitValueBasis, m.Attribution = success.Amount{Value: decimal.RequireFromString("1250.5"), Currency: "EUR"}, "41 trucks a day.", &share
			m.UnitValueConfirmedBy, m.UnitValueConfirmedOn = "Henrik Dahl", today.AddDays(-20)
		case "Daily dock plan":
			m.UnitValue = success.Amount{Value: decimal.RequireFromString("9000"), Currency: "EUR"}
		}
	}
	doc := document(t, b, f, story.Options{})
	text := pagesText(doc)
	for _, words := range []string{
		"Two assumptions turn measures into money", "| Median truck turnaround (min) | €1,250.50 | 41 trucks a day. | 60% | Confirmed by Henrik Dahl, 20 May 2026 ",
		"| Daily dock plan (h) | €9,000 | Not written down | 100% | Claimed, not yet confirmed ", "Proof: 1 of 2 values of a unit confirmed by name",
	} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not in the deck", words)
		}
	}
	if got := keys(document(t, b, f, story.Options{Audience: model.AudiencePublic})); strings.Contains(got, "assumptions") || strings.Contains(got, "people") {
		t.Errorf("the public sees %s", got)
	}
}

func TestACrowdedStoryIsWhole(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	st, claims := crowded(t, b, f)
	doc, err := story.Document(f, &b.Settings, &st, claims, today, story.Options{Length: 15})
	if err != nil {
		t.Fatal(err)
	}
	check(t, doc)
	rows := func(key model.Key) (n int) {
		for _, block := range pageOf(t, doc, key).Blocks {
			if block.Table != nil {
				n += len(block.Table.Rows)
			}
		}
		return n
	}
	if got := rows(model.KeyScorecard); got != 64 {
		t.Errorf("%d rows of measures", got)
	}
	if got := rows(model.KeyNext); got != 65 {
		t.Errorf("%d rows of what is next", got)
	}
	if got := strings.Count(keys(doc), "outcome-"); got < 60 {
		t.Errorf("%d pages of outcomes", got)
	}
}

func TestChipsNameTheirRecords(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	d := compose(t, b, f, story.Options{Audience: model.AudienceInternal, Commercial: true})
	chips := story.NewChips(f, &b.Settings, today, story.Options{Audience: model.AudienceInternal})
	seen := map[string]string{}
	for _, c := range d.Claims {
		for _, link := range c.Proof {
			chip := chips.Proof(link)
			if chip.Title == "" || chip.Kind == string(link.Kind) || chip.State == success.ClaimUnproved {
				t.Errorf("%+v", chip)
			}
			seen[chip.Kind] = chip.Title
		}
	}
	for kind, want := range map[string]string{"Term": "1 Sep 2025 to 31 Aug 2026", "Reading": "Customs filings right first time: 96.4%, 29 May 2026", "Agreement": "Mette Lindqvist, Operations Director, 14 Apr 2026"} {
		if seen[kind] != want {
			t.Errorf("%s is called %q", kind, seen[kind])
		}
	}
	if got := chips.Proof(success.Link{Kind: "benefit", ID: "gone"}); got.Title != "" || got.State != success.ClaimUnproved || got.Kind != "Benefit" {
		t.Errorf("a proof that is gone is %+v", got)
	}
}

func TestLongNamesHaveAShortOneCutByItsSense(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	for title, want := range map[string]string{
		"Two slot contracts won on the on-time record": "Two slot contracts won", "Detention charges avoided": "",
		"Damage disputes closed with photos": "Damage disputes closed", "On time": "", "Overtime, of planners": "Overtime", "Night shift without a standing crew": "Night shift",
	} {
		f.Benefits[0].Title = title
		doc := document(t, b, f, story.Options{})
		found := false
		for _, c := range doc.Pages[0].Blocks[0].Value.Callouts {
			if c.Title == title {
				found = c.Short == want
			}
		}
		if !found {
			t.Errorf("%q is not there in full with %q as its short name", title, want)
		}
	}
}

func TestEveryPageOfAClientHasItsProof(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, f := range b.Files {
		for _, p := range document(t, b, f, story.Options{Length: 15, Commercial: true}).Pages[1:] {
			if p.Foot == "" || len(p.Notes) == 0 || p.Title == "" || len(p.Blocks) == 0 {
				t.Errorf("%s, %s: foot %q, %d notes, %d blocks", f.Account.Name, p.Key, p.Foot, len(p.Notes), len(p.Blocks))
			}
		}
	}
}

func BenchmarkDocument(b *testing.B) {
	book, err := sample.Book(today, sample.DefaultSeed)
	if err != nil {
		b.Fatal(err)
	}
	f := book.Files[0]
	d, err := story.Compose(f, &book.Settings, "", today, story.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := story.Document(f, &book.Settings, &d.Story, d.Claims, today, story.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCrowdedDocument(b *testing.B) {
	book, err := sample.Book(today, sample.DefaultSeed)
	if err != nil {
		b.Fatal(err)
	}
	f := book.Files[0]
	st, claims := crowded(b, book, f)
	for b.Loop() {
		if _, err := story.Document(f, &book.Settings, &st, claims, today, story.Options{Length: 15}); err != nil {
			b.Fatal(err)
		}
	}
}
