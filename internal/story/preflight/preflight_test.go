package preflight_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/preflight"
	"github.com/tendril-app/tendril/internal/success"
)

var today = success.MustDate("2026-06-09")

// book is the sample's, fresh for each test.
func book(t *testing.T) *success.Book {
	t.Helper()
	b, err := sample.Book(today, sample.DefaultSeed)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// input is a composed story of an account, as it would go out.
func input(t *testing.T, b *success.Book, name string, o story.Options) preflight.Input {
	t.Helper()
	at := slices.IndexFunc(b.Files, func(f *success.File) bool { return f.Account.Name == name })
	if at < 0 {
		t.Fatalf("the sample has no %s", name)
	}
	f := b.Files[at]
	d, err := story.Compose(f, &b.Settings, success.CurrentTerms(f, today)[0].ID, today, o)
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Claims {
		d.Claims[i].ID = success.ID(fmt.Sprintf("claim %d", i))
	}
	in := preflight.Input{File: f, Settings: &b.Settings, Story: &d.Story, Claims: d.Claims, On: today, Options: o}
	for _, g := range b.Files {
		in.Others = append(in.Others, preflight.Other{ID: g.Account.ID, Name: g.Account.Name, Website: g.Account.Website, ParentID: g.Account.ParentAccountID})
	}
	return in
}

func check(t *testing.T, in preflight.Input) []preflight.Finding {
	t.Helper()
	found, err := preflight.Check(in)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestTheSamplesStoriesPass composes every account's story, in two languages
// and lengths. What is asked about is named: three clients whose proof is old,
// and one that quotes somebody who has left.
func TestTheSamplesStoriesPass(t *testing.T) {
	t.Parallel()
	b := book(t)
	known := map[string][]preflight.Code{
		"Solent Marine Supply": {preflight.CodeStale}, "Meridian Steel": {preflight.CodeStale}, "Brightwell Dairies": {preflight.CodeStale},
		"Kestrel Parcel": {preflight.CodeLeft},
	}
	for _, f := range b.Files {
		if len(success.CurrentTerms(f, today)) == 0 {
			continue
		}
		for _, o := range []story.Options{{}, {Commercial: true, Length: 15}, {Locale: "de-DE"}, {Audience: model.AudienceInternal}} {
			for _, x := range check(t, input(t, b, f.Account.Name, o)) {
				if x.Level == preflight.Error || !slices.Contains(known[f.Account.Name], x.Code) {
					t.Errorf("%s, %+v: %s %s at %+v: %q: %s", f.Account.Name, o, x.Level, x.Code, x.Place, x.Found, x.Message)
				}
			}
		}
	}
}

// leak is something planted in the story of Nordhavn Freight.
type leak struct {
	text string
	code preflight.Code
}

// leaks are planted one by one, each as a claim of its own.
var leaks = []leak{
	// another account's name, in any case, inflection, spelling and company
	{"We did the same for Kestrel Parcel last year.", preflight.CodeOtherAccount},
	{"KESTREL PARCEL has it too.", preflight.CodeOtherAccount},
	{"kestrel parcel has it too.", preflight.CodeOtherAccount},
	{"Kestrel Parcel's planners say so.", preflight.CodeOtherAccount},
	{"Kestrel Parcel’s planners say so.", preflight.CodeOtherAccount},
	{"As at KestrelParcel in Leeds.", preflight.CodeOtherAccount},
	{"See www.kestrelparcel.example for more.", preflight.CodeOtherAccount},
	{"Write to them at info@mail.zephyr-mills.example.", preflight.CodeOtherAccount},
	{"The zephyr mill's wheel; Zephyr Mills' own.", preflight.CodeOtherAccount},
	{"Like Zq77x Company 77.", preflight.CodeOtherAccount},
	{"The Kestrel-Parcel project showed it.", preflight.CodeOtherAccount},
	{"The Kestrel\u00a0Parcel project showed it.", preflight.CodeOtherAccount},
	{"The Kes\u00adtrel Par\u200bcel project showed it.", preflight.CodeOtherAccount},
	{"The Kestrel_Parcel file.", preflight.CodeOtherAccount},
	{"Ask the people of Kestrel how.", preflight.CodeOtherAccount},
	{"Wie bei Castellan Ports gezeigt.", preflight.CodeOtherAccount},
	{"Nach Art der Castellan-Häfen.", preflight.CodeOtherAccount},
	{"Jak w Castellanie Ports.", preflight.CodeOtherAccount},
	{"Podobnie jak Pellegrina Vini.", preflight.CodeOtherAccount},
	{"Sundqvist Travaror does it by hand.", preflight.CodeOtherAccount},
	{"Sundqvists Trävarors terminal.", preflight.CodeOtherAccount},
	{"Tallow and others; Tallow & Finch first.", preflight.CodeOtherAccount},
	{"Better than at Brightwell.", preflight.CodeOtherAccount},
	{"LUMEN PHARMA LOGISTICS passed its audit.", preflight.CodeOtherAccount},
	{"Ostaras Foods pick by date.", preflight.CodeOtherAccount},
	// our own records and marks
	{"Confidential upsell talk: they will buy the yard board.", preflight.CodeRisk},
	{"Note: {{client_name}} will like this.", preflight.CodePlaceholder},
	{"[internal: do not mention the pallets]", preflight.CodeInternal},
	{"(nur intern) Der Preis steht fest.", preflight.CodeInternal},
	{"Internal only. They will sign.", preflight.CodeInternal},
	{"For internal use: the CFO is weak.", preflight.CodeInternal},
	{"They hide behind the quarrel about counting pallets with their auditor.", preflight.CodeInternal}, // of an internal note
	{"Procurement wants a second offer before the summer break.", preflight.CodeInternal},               // of an internal conversation
	{"Give two months free if they ask for more.", preflight.CodeInternal},                              // of the concessions
	{"The secret yard upsell.", preflight.CodeInternal},                                                 // an internal benefit's title
	{"The Secret Yard Upsells are near.", preflight.CodeInternal},
	{"Viktor Schatten was there.", preflight.CodeInternal}, // a person kept internal
	// risk words
	{"The churn risk is low.", preflight.CodeRisk},
	{"Your health score is green.", preflight.CodeRisk},
	{"You are an at-risk account.", preflight.CodeRisk},
	{"This account is at risk.", preflight.CodeRisk},
	{"Your walk-away price rose.", preflight.CodeRisk},
	{"Das Abwanderungsrisiko ist klein.", preflight.CodeRisk},
	{"Das Kündigungsrisiko ist klein.", preflight.CodeRisk},
	{"A cross-sell to customs comes next.", preflight.CodeRisk},
	{"Net retention is 104 % with you.", preflight.CodeRisk},
	{"The verdict is static.", preflight.CodeRisk},
	{"An unhappy champion.", preflight.CodeRisk},
	// what they pay, and how likely we think it is
	{"You pay €126,000 a year.", preflight.CodePrice},
	{"You pay 126.000 € im Jahr.", preflight.CodePrice},
	{"It costs 126 000 EUR.", preflight.CodePrice},
	{"Only €126k.", preflight.CodePrice},
	{"Only 0.126 million euros.", preflight.CodePrice},
	{"That is 10,500 a month.", preflight.CodePrice},
	{"Our ARR with you grew.", preflight.CodePrice},
	{"Annual recurring revenue grew.", preflight.CodePrice},
	{"A discount of two months.", preflight.CodePrice},
	{"We see a probability of 80 % that you renew.", preflight.CodeProbability},
	{"You are 85% likely to renew.", preflight.CodeProbability},
	{"Verlängerung mit 70 Prozent Wahrscheinlichkeit.", preflight.CodeProbability},
	// numbers without proof, and numbers of yesterday
	{"We saved you 777 hours.", preflight.CodeUnproved},
	{"Value grew by 31 %.", preflight.CodeUnproved},
	// what was to be filled in
	{"Value grew by [number] percent.", preflight.CodePlaceholder},
	{"Dear <client>, thank you.", preflight.CodePlaceholder},
	{"TODO ask Mette.", preflight.CodePlaceholder},
	{"The saving is TBD.", preflight.CodePlaceholder},
	{"Lorem ipsum dolor sit amet.", preflight.CodePlaceholder},
	{"Value: €XX a year.", preflight.CodePlaceholder},
	{"Hier den Betrag einfügen.", preflight.CodePlaceholder},
	{"Signed ________ on the day.", preflight.CodePlaceholder},
	{"Value: NaN a year.", preflight.CodePlaceholder},
	{"Click to add text.", preflight.CodePlaceholder},
	{"Dear ${name}.", preflight.CodePlaceholder},
	{"See #REF! for the sum.", preflight.CodePlaceholder},
	// people
	{"Anders Holm leads the planners.", preflight.CodeLeft},
	{"Ask Holm for the plan.", preflight.CodeLeft},
	{"Holms planners.", preflight.CodeLeft},
	{"Write to jens.olsen@nordhavn.example today.", preflight.CodePrivate},
	{"Call +45 20 12 34 56.", preflight.CodePrivate},
}

// plant puts internal records into Nordhavn's file.
func plant(in preflight.Input) {
	f := in.File
	id := func(n int) success.Meta { return success.Meta{ID: success.ID(fmt.Sprintf("planted %d", n))} }
	f.Evidence = append(f.Evidence, success.Evidence{Meta: id(1), Subject: success.Link{Kind: "account", ID: f.Account.ID}, EvidenceKind: "note", Internal: true,
		Body: "Henrik and the board hide behind the quarrel about counting pallets, so do not ask."})
	f.Touchpoints = append(f.Touchpoints, success.Touchpoint{Meta: id(2), AccountID: f.Account.ID, On: today.AddDays(-4), Internal: true,
		Summary: "Piotr says procurement wants a second offer before the summer is over."})
	f.Benefits = append(f.Benefits, success.Benefit{Meta: id(3), AccountID: f.Account.ID, Title: "Secret yard upsell", Internal: true})
	f.Stakeholders = append(f.Stakeholders, success.Stakeholder{Meta: id(4), AccountID: f.Account.ID, Name: "Viktor Schatten", Internal: true})
	f.Renewals = append(f.Renewals, success.Renewal{Meta: id(5), TermID: in.Story.TermID, Concessions: "Give two months free, and no more."})
}

func TestNoPlantedLeakIsMissed(t *testing.T) {
	t.Parallel()
	if len(leaks) < 60 {
		t.Fatalf("only %d leaks", len(leaks))
	}
	b := book(t)
	in := input(t, b, "Nordhavn Freight", story.Options{})
	plant(in)
	in.Others = append(in.Others, preflight.Other{ID: "x", Name: "Zephyr Mills Ltd", Website: "https://www.zephyr-mills.example/home"})
	for i := range 10_000 { // a large portfolio
		in.Others = append(in.Others, preflight.Other{ID: success.ID(fmt.Sprint(i)), Name: fmt.Sprintf("Zq%dx Company %d", i, i)})
	}
	if found := check(t, in); len(found) > 0 {
		t.Fatalf("the story is not clean before anything is planted in it: %+v", found)
	}
	outside := []preflight.PlaceKind{preflight.PlaceNotes, preflight.PlaceCell, preflight.PlaceProperty}
	for i, l := range leaks {
		name := fmt.Sprintf("leak %d", i)
		in.Claims = append(in.Claims, success.Claim{Meta: success.Meta{ID: success.ID(name)}, Section: story.SectionLearned, Text: l.text})
		for _, kind := range outside {
			in.Texts = append(in.Texts, preflight.Text{Place: preflight.Place{Kind: kind, Part: name}, Text: l.text})
		}
	}
	found := check(t, in)
	for i, l := range leaks {
		name := fmt.Sprintf("leak %d", i)
		if !slices.ContainsFunc(found, func(f preflight.Finding) bool {
			return f.Code == l.code && f.Place == preflight.Place{Kind: preflight.PlaceClaim, Section: story.SectionLearned, Claim: success.ID(name)} && f.Message != ""
		}) {
			t.Errorf("%q as a claim: no %s", l.text, l.code)
		}
		for _, kind := range outside {
			if l.code == preflight.CodeUnproved {
				continue // only a claim has proof
			}
			if !slices.ContainsFunc(found, func(f preflight.Finding) bool {
				return f.Code == l.code && f.Place.Kind == kind && f.Place.Part == name
			}) {
				t.Errorf("%q in a %s: no %s", l.text, kind, l.code)
			}
		}
	}
}

// A title, a section's heading and its body are read like a claim.
func TestTitlesAndSectionsAreRead(t *testing.T) {
	t.Parallel()
	b := book(t)
	in := input(t, b, "Nordhavn Freight", story.Options{})
	in.Story.Title = "Better than Kestrel Parcel"
	in.Story.Sections[1].Title = "TODO"
	in.Story.Sections[2].Body = "Our **churn** risk"
	in.Story.Sections[3].Title = " "
	want := map[preflight.Code]preflight.Place{
		preflight.CodeOtherAccount: {Kind: preflight.PlaceTitle},
		preflight.CodePlaceholder:  {Kind: preflight.PlaceSection, Section: in.Story.Sections[1].Key, Part: "title"},
		preflight.CodeRisk:         {Kind: preflight.PlaceSection, Section: in.Story.Sections[2].Key, Part: "body"},
		preflight.CodeEmpty:        {Kind: preflight.PlaceSection, Section: in.Story.Sections[3].Key, Part: "title"},
	}
	found := check(t, in)
	for code, place := range want {
		if !slices.ContainsFunc(found, func(f preflight.Finding) bool { return f.Code == code && f.Place == place }) {
			t.Errorf("no %s at %+v among %+v", code, place, found)
		}
	}
}

// What is harmless is let pass, though it looks like a leak.
func TestHarmlessWordsPass(t *testing.T) {
	t.Parallel()
	b := book(t)
	in := input(t, b, "Nordhavn Freight", story.Options{})
	plant(in)
	in.Others = append(in.Others, preflight.Other{ID: "t", Name: "Target"}, preflight.Other{ID: "n", Name: "Nordhavn Freight Poland", ParentID: in.File.Account.ID},
		preflight.Other{ID: "s", Name: "Plan AG"})
	for i, text := range []string{
		"Nordhavn Freight and its drivers.", "Nordhavns Freight planners.", "Nordhavn Freight Poland joins.", "The target is in sight.", "One plan at two.",
		"The parcel arrived, the port was calm, and the dairy stood still.", "In the year 2026 the vega shone.", "Risk fell, and the risk of detention with it.",
		"The critical hour is at four.", "What did you want?", "The new release of papers on 12 May 2026.", "Anders Holm, who left in August, named it.", "A & B <c> “d” [1].",
		"Item #3 of the list: 5 > 4.", "They count pallets.",
	} {
		in.Claims = append(in.Claims, success.Claim{Meta: success.Meta{ID: success.ID(fmt.Sprintf("harmless %d", i))}, Section: story.SectionLearned, Text: text})
	}
	for _, f := range check(t, in) {
		if f.Code != preflight.CodeUnproved && f.Code != preflight.CodeRisk {
			t.Errorf("%s %s: %q: %s", f.Level, f.Code, f.Found, f.Message)
		}
		if f.Level == preflight.Error && f.Code != preflight.CodeUnproved {
			t.Errorf("%s %s: %q: %s", f.Level, f.Code, f.Found, f.Message)
		}
	}
}

func TestLeaveIsAskedFor(t *testing.T) {
	t.Parallel()
	b := book(t)
	public := story.Options{Audience: model.AudiencePublic}
	for name, c := range map[string]struct {
		permission, by string
		until          success.Date
		options        story.Options
		want           preflight.Level
	}{
		"none":          {"", "", 0, public, preflight.Error},
		"internal":      {"internal", "Mette", 0, public, preflight.Error},
		"run out":       {"public", "Mette", today.AddDays(-1), public, preflight.Error},
		"from nobody":   {"public", "", 0, public, preflight.Warning},
		"given":         {"public", "Mette", today, public, ""},
		"not needed":    {"", "", 0, story.Options{}, ""},
		"not published": {"", "", 0, story.Options{Audience: model.AudienceInternal}, ""},
	} {
		in := input(t, b, "Nordhavn Freight", c.options)
		in.Story.Permission, in.Story.PermissionBy, in.Story.PermissionUntil = c.permission, c.by, c.until
		var got preflight.Level
		for _, f := range check(t, in) {
			if f.Code == preflight.CodePermission && f.Place.Kind == preflight.PlaceStory {
				got = f.Level
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	// a quote that an author has written in
	in := input(t, b, "Nordhavn Freight", public)
	in.Story.Permission, in.Story.PermissionBy = "public", "Mette"
	var quote string
	for _, o := range in.File.Outcomes {
		if len(o.Quote) > len(quote) {
			quote = o.Quote
		}
	}
	in.Claims = append(in.Claims, success.Claim{Meta: success.Meta{ID: "quote"}, Section: story.SectionAims, Text: "They said: " + quote})
	if !slices.ContainsFunc(check(t, in), func(f preflight.Finding) bool {
		return f.Code == preflight.CodePermission && f.Place.Claim == "quote" && f.Level == preflight.Error
	}) {
		t.Errorf("%q is quoted without leave", quote)
	}
}

// A number that the records no longer say is asked about, and one that only an
// internal record proves is stopped.
func TestNumbersAreHeldAgainstTheRecords(t *testing.T) {
	t.Parallel()
	b := book(t)
	in := input(t, b, "Nordhavn Freight", story.Options{})
	plant(in)
	var step success.BenefitStep
	for _, s := range in.File.Steps {
		if s.Confirmation == "confirmed" && s.Amount.Minor > 0 {
			step = s
		}
	}
	proof := []success.Link{{Kind: "benefit_step", ID: step.ID}}
	claims := map[string]struct {
		text  string
		proof []success.Link
		code  preflight.Code
	}{
		"as it is":  {"It saves " + step.Amount.Text() + " " + step.Amount.Currency + " a year.", proof, ""},
		"moved on":  {"It saves 123,987 EUR a year.", proof, preflight.CodeStale},
		"no proof":  {"It saves 123,987 EUR a year.", nil, preflight.CodeUnproved},
		"gone":      {"It saves 123,987 EUR a year.", []success.Link{{Kind: "benefit", ID: "gone"}}, preflight.CodeUnproved},
		"internal":  {"It saves a lot.", []success.Link{{Kind: "benefit", ID: "planted 3"}}, preflight.CodeInternal},
		"no number": {"It saves a lot.", nil, ""},
	}
	for name, c := range claims {
		in.Claims = append(in.Claims, success.Claim{Meta: success.Meta{ID: success.ID(name)}, Section: story.SectionResults, Text: c.text, Proof: c.proof})
	}
	found := check(t, in)
	for name, c := range claims {
		var got []preflight.Code
		for _, f := range found {
			if f.Place.Claim == success.ID(name) {
				got = append(got, f.Code)
			}
		}
		if c.code == "" && len(got) > 0 || c.code != "" && !slices.Contains(got, c.code) {
			t.Errorf("%s: %q, want %q", name, got, c.code)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	book, err := sample.Book(today, sample.DefaultSeed)
	if err != nil {
		b.Fatal(err)
	}
	at := slices.IndexFunc(book.Files, func(f *success.File) bool { return f.Account.Name == "Nordhavn Freight" })
	f := book.Files[at]
	d, err := story.Compose(f, &book.Settings, success.CurrentTerms(f, today)[0].ID, today, story.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, names := range []int{300, 10_000} {
		in := preflight.Input{File: f, Settings: &book.Settings, Story: &d.Story, Claims: d.Claims, On: today}
		for i := range names {
			in.Others = append(in.Others, preflight.Other{ID: success.ID(fmt.Sprint(i)), Name: fmt.Sprintf("%c%c%c%d Company %d", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26, i, i)})
		}
		b.Run(fmt.Sprintf("%d accounts", names), func(b *testing.B) {
			for b.Loop() {
				if _, err := preflight.Check(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestASuccessStoryNeedsLeaveOutsideTheHouse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		permission, until, audience string
		anonymous, stops            bool
	}{
		{"", "", "client", false, true}, {"", "", "client", true, true}, {"", "", "public", true, true}, {"", "", "internal", false, false},
		{"internal", "", "client", true, true}, {"anonymous", "", "client", false, true}, {"anonymous", "", "public", true, false},
		{"named", "", "client", false, false}, {"named", "2026-06-08", "client", false, true}, {"public", "2026-06-09", "public", false, false},
	} {
		b := book(t)
		in := input(t, b, "Nordhavn Freight", story.Options{Audience: model.Audience(c.audience), Kind: model.KindSuccessStory, Anonymous: c.anonymous})
		in.Story.Permission, in.Story.PermissionBy = c.permission, "Henrik Dahl"
		if c.until != "" {
			in.Story.PermissionUntil = success.MustDate(c.until)
		}
		found := check(t, in)
		stops := slices.ContainsFunc(found, func(f preflight.Finding) bool {
			return f.Code == preflight.CodePermission && f.Level == preflight.Error
		})
		if stops != c.stops {
			t.Errorf("%+v: stops %t, found %v", c, stops, found)
		}
		told := slices.ContainsFunc(found, func(f preflight.Finding) bool { return f.Code == preflight.CodeMasked })
		if told != (c.anonymous && c.audience != "internal") {
			t.Errorf("%+v: says what is left out %t", c, told)
		}
	}
	in := input(t, book(t), "Nordhavn Freight", story.Options{Kind: model.KindRenewalPage})
	if found := check(t, in); preflight.Stops(found) {
		t.Errorf("a renewal page to its client is stopped: %v", found)
	}
}

func TestAPageIsReadForLeaksAsADeckIs(t *testing.T) {
	t.Parallel()
	b := book(t)
	in := input(t, b, "Nordhavn Freight", story.Options{Kind: model.KindRenewalPage})
	for i := range in.File.Milestones {
		in.File.Milestones[i].Title = "Copy what Meridian Steel did"
	}
	d, err := story.Compose(in.File, in.Settings, in.Story.TermID, today, in.Options)
	if err != nil {
		t.Fatal(err)
	}
	in.Story, in.Claims = &d.Story, nil
	if found := check(t, in); !slices.ContainsFunc(found, func(f preflight.Finding) bool {
		return f.Code == preflight.CodeOtherAccount && f.Place.Kind == preflight.PlacePage && f.Place.Page != ""
	}) {
		t.Errorf("another client's name is on the page, and %v is found", found)
	}
}
