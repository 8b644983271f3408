package story_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

func document(t *testing.T, b *success.Book, f *success.File, o story.Options) *model.Document {
	t.Helper()
	d := compose(t, b, f, o)
	doc, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, o)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func keys(doc *model.Document) string {
	var out []string
	for _, p := range doc.Pages {
		out = append(out, string(p.Key))
	}
	return strings.Join(out, " ")
}

func pageOf(t *testing.T, doc *model.Document, key model.Key) *model.Page {
	t.Helper()
	for i := range doc.Pages {
		if doc.Pages[i].Key == key {
			return &doc.Pages[i]
		}
	}
	t.Fatalf("no page %s among %s", key, keys(doc))
	return nil
}

func TestADeckHasThePagesItHasRecordsFor(t *testing.T) {
	t.Parallel()
	b := book(t)
	rest := " appendix-evidence appendix-measures appendix-people appendix-glossary"
	full := "title answer aims scorecard headline growth investment work next decisions" + rest
	for _, c := range []struct {
		account string
		o       story.Options
		want    string
	}{
		{"Nordhavn Freight", story.Options{}, full}, {"Meridian Steel", story.Options{}, full},
		{"Vega Cold Chain", story.Options{}, strings.Replace(full, "investment ", "", 1)},
		{"Tallow & Finch", story.Options{}, "title answer aims scorecard next decisions appendix-measures appendix-people appendix-glossary"},
		{"Albion Glassworks", story.Options{}, "title answer"},
		{"Albion Glassworks", story.Options{Audience: model.AudiencePublic}, "title"},
		{"Albion Glassworks", story.Options{Audience: model.AudienceInternal}, "title answer aims scorecard headline growth investment work next appendix-evidence"},
		{"Nordhavn Freight", story.Options{Length: 5}, "title answer growth scorecard decisions"},
		{"Nordhavn Freight", story.Options{Length: 7}, full},
		{"Nordhavn Freight", story.Options{Without: []string{"work", "appendix"}}, strings.TrimSuffix(strings.Replace(full, "work ", "", 1), rest)},
		{"Nordhavn Freight", story.Options{Without: []string{"appendix-people", "work-"}}, strings.Replace(full, " appendix-people", "", 1)},
		{"Nordhavn Freight", story.Options{Length: 15, Without: []string{"outcome"}}, full},
		{"Nordhavn Freight", story.Options{Audience: model.AudiencePublic}, "title answer aims scorecard headline growth work next decisions appendix-evidence appendix-measures appendix-glossary"},
	} {
		if got := keys(document(t, b, account(t, b, c.account), c.o)); got != c.want {
			t.Errorf("%s with %+v: %s, want %s", c.account, c.o, got, c.want)
		}
	}
	long := keys(document(t, b, account(t, b, "Nordhavn Freight"), story.Options{Length: 15}))
	if got := strings.Count(long, " outcome-"); got != 4 {
		t.Errorf("the long deck has %d pages of outcomes: %s", got, long)
	}
}

func TestAnInternalDeckSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Albion Glassworks")
	inside, _ := json.Marshal(document(t, b, f, story.Options{Audience: model.AudienceInternal}))
	outside, _ := json.Marshal(document(t, b, f, story.Options{}))
	for _, words := range []string{"Missing: there is no success plan", "Missing: no outcome has a measure", "Missing: no benefit is written down", "Missing: no stakeholder is known"} {
		if !strings.Contains(string(inside), words) {
			t.Errorf("the internal deck does not say %q", words)
		}
		if strings.Contains(string(outside), words) {
			t.Errorf("the client's deck says %q", words)
		}
	}
}

func TestTheExpandingDeckSaysTheFiguresOfItsStory(t *testing.T) {
	t.Parallel()
	b := book(t)
	doc := document(t, b, account(t, b, "Nordhavn Freight"), story.Options{})
	var figures []string
	var picture *model.ValuePicture
	for _, p := range doc.Pages {
		for _, block := range p.Blocks {
			if block.Figures != nil && p.Key == model.KeyAnswer {
				for _, f := range block.Figures.Items {
					figures = append(figures, f.Value+" "+f.Label)
				}
			}
			if p.Key == model.KeyGrowth && block.Value != nil {
				picture = block.Value
			}
		}
	}
	want := []string{"€909k proved value, a year, as of 9 Jun", "266 people reached", "7 kinds of benefit"}
	if fmt.Sprint(figures) != fmt.Sprint(want) {
		t.Errorf("%q, want %q", figures, want)
	}
	if picture.ProvedEnd.Title != "€909k proved" || picture.ClaimedEnd.Title != "+€204k awaits" || len(picture.Callouts) != 7 {
		t.Errorf("picture ends %q %q with %d callouts", picture.ProvedEnd.Title, picture.ClaimedEnd.Title, len(picture.Callouts))
	}
	if len(picture.Silences) != 0 {
		t.Error("a client's picture names a silence that nobody asked for")
	}
	shown := document(t, b, account(t, b, "Nordhavn Freight"), story.Options{Silences: true})
	if body, _ := json.Marshal(shown); !strings.Contains(string(body), "Nothing new for 210 days") {
		t.Error("the silence the author asked for is not named")
	}
	if doc.Audience != model.AudienceClient || doc.Version != "draft" || doc.Date != "2026-06-09" {
		t.Errorf("frame %s %s %s", doc.Audience, doc.Version, doc.Date)
	}
}

func TestAPictureIsInOrderAndToScale(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, f := range b.Files {
		for _, p := range document(t, b, f, story.Options{Audience: model.AudienceInternal}).Pages {
			for _, block := range p.Blocks {
				v := block.Value
				if v == nil {
					continue
				}
				for i := 1; i < len(v.Points); i++ {
					if v.Points[i].On <= v.Points[i-1].On || v.Points[i].WithClaims < v.Points[i].Proved {
						t.Errorf("%s: point %d of %+v", f.Account.Name, i, v.Points[i])
					}
				}
				for i := 1; i < len(v.DateTicks); i++ {
					if v.DateTicks[i].On <= v.DateTicks[i-1].On {
						t.Errorf("%s: ticks %+v", f.Account.Name, v.DateTicks)
					}
				}
				if v.Empty != "" {
					t.Errorf("%s: an empty picture is shown", f.Account.Name)
				}
				if len(v.ValueTicks) > 5 || v.Alt == "" {
					t.Errorf("%s: %d value ticks, alt %q", f.Account.Name, len(v.ValueTicks), v.Alt)
				}
			}
		}
	}
}

func TestTheHeadingCountsTheAsksThatAreLeft(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	d := compose(t, b, f, story.Options{})
	for i := range d.Claims {
		if strings.HasPrefix(d.Claims[i].Text, "Confirm three claims") {
			d.Claims = append(d.Claims[:i], d.Claims[i+1:]...)
			break
		}
	}
	doc, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, story.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := pageOf(t, doc, model.KeyDecisions).Title; got != "We ask you for two decisions by 31 August 2026" {
		t.Errorf("heading %q", got)
	}
}

func TestAnEditedHeadingAndSentenceReachTheDeck(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	d := compose(t, b, f, story.Options{})
	d.Story.Sections[0].Title = "Year two is worth seven times its cost"
	for i := range d.Claims {
		if d.Claims[i].Section == story.SectionDecisions {
			d.Claims[i].Text = "Take it to Aarhus."
			break
		}
	}
	d.Claims = append(d.Claims, success.Claim{Section: story.SectionAnswer, Text: "The evening came back."})
	doc, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, story.Options{})
	if err != nil {
		t.Fatal(err)
	}
	body, _ := json.Marshal(doc)
	for _, words := range []string{"Year two is worth seven times its cost", "Take it to Aarhus", "The evening came back."} {
		if !strings.Contains(string(body), words) {
			t.Errorf("%q is not in the deck", words)
		}
	}
}

func TestThePresentersCopyIsTheClientsDeckKeptInTheHouse(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	client, mine := document(t, b, f, story.Options{}), document(t, b, f, story.Options{Presenter: true})
	if mine.Audience != model.AudienceInternal {
		t.Errorf("audience %s", mine.Audience)
	}
	want, _ := json.Marshal(client.Pages)
	got, _ := json.Marshal(mine.Pages)
	if string(want) != string(got) {
		t.Error("the presenter's pages are other than the client's")
	}
	for _, p := range client.Pages[1:] {
		if len(p.Notes) == 0 {
			t.Errorf("page %s has no notes", p.Key)
		}
	}
}

func TestATellingHasAVersionOfItsContent(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	d := compose(t, b, f, story.Options{})
	d.Story.Status, d.Story.ToldOn = "told", today
	first, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, story.Options{})
	if err != nil {
		t.Fatal(err)
	}
	later, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today.AddDays(90), story.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(first.Version) != 8 || first.Version != later.Version || !strings.HasPrefix(first.VersionText, "Version ") {
		t.Errorf("versions %q and %q", first.Version, later.Version)
	}
}

func TestTheSameRecordsGiveTheSameDeck(t *testing.T) {
	t.Parallel()
	write := func() string {
		b := book(t)
		body, err := json.Marshal(document(t, b, account(t, b, "Lumen Pharma Logistics"), story.Options{}))
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
	if first, second := write(), write(); first != second {
		t.Error("two decks of the same records differ")
	}
}

func TestAnEmptyAccountGetsAStoryThatIsRight(t *testing.T) {
	t.Parallel()
	f := &success.File{Account: success.Account{Meta: success.Meta{ID: "a"}, Name: "Nobody & Sons"}}
	s := &success.Settings{Workspace: success.Workspace{Name: "Quayside", Currency: "EUR"}}
	for _, audience := range []model.Audience{model.AudienceInternal, model.AudienceClient, model.AudiencePublic} {
		d, err := story.Compose(f, s, "", today, story.Options{Audience: audience})
		if err != nil {
			t.Fatal(err)
		}
		doc, err := story.Document(f, s, &d.Story, d.Claims, today, story.Options{Audience: audience})
		if err != nil {
			t.Fatal(err)
		}
		check(t, doc)
		if got := keys(doc); (audience == model.AudiencePublic) == strings.Contains(got, "answer") {
			t.Errorf("%s: pages %s", audience, got)
		}
		if body, _ := json.Marshal(doc); audience == model.AudienceClient && !strings.Contains(string(body), "Still to be written down together") {
			t.Errorf("a client is shown a cover and nothing else: %s", body)
		}
	}
	if _, err := story.Compose(f, s, "no-such-term", today, story.Options{}); err == nil {
		t.Error("a term that is not there was taken")
	}
}

func TestNoPlaceholderIsLeftInAnyText(t *testing.T) {
	t.Parallel()
	for _, day := range []string{sample.WrittenFor, "2026-11-21"} {
		end := success.MustDate(day)
		b, err := sample.Book(end, sample.DefaultSeed)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range b.Files {
			for _, locale := range []string{"en-GB", "de", "fr", "ja"} {
				o := story.Options{Locale: locale, Commercial: true, Audience: model.AudienceInternal}
				d, err := story.Compose(f, &b.Settings, "", end, o)
				if err != nil {
					t.Fatal(err)
				}
				doc, err := story.Document(f, &b.Settings, &d.Story, d.Claims, end, o)
				if err != nil {
					t.Fatal(err)
				}
				check(t, doc)
				for _, c := range d.Claims {
					if strings.ContainsAny(c.Text, "{}") {
						t.Errorf("%s %s: %q", f.Account.Name, locale, c.Text)
					}
				}
			}
		}
	}
}

// check looks for unfilled placeholders in every text of a document.
func check(t *testing.T, doc *model.Document) {
	t.Helper()
	body, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(body, &tree); err != nil {
		t.Fatal(err)
	}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			if strings.ContainsAny(v, "{}") {
				t.Errorf("%s: %q", doc.Client, v)
			}
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for _, e := range v {
				walk(e)
			}
		}
	}
	walk(tree)
}
