package story_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// everydayNames are words of the samples' names that are also words of the trade.
var everydayNames = strings.Fields("freight steel dairies cold chain parcel logistics foods group glass quay port")

// givesAway are the texts that would tell who an account is, each for itself:
// the words of its name and of people's, its addresses, its places.
func givesAway(f *success.File) []string {
	var out []string
	words := func(name string) {
		for _, w := range regexp.MustCompile(`[\pL]+`).FindAllString(name, -1) {
			if len([]rune(w)) > 3 && !slices.Contains(everydayNames, strings.ToLower(w)) {
				out = append(out, strings.ToLower(w))
			}
		}
	}
	words(f.Account.Name)
	for _, id := range f.Account.ExternalIDs {
		out = append(out, strings.ToLower(id))
	}
	for i := range f.Stakeholders {
		words(f.Stakeholders[i].Name)
		out = append(out, strings.ToLower(f.Stakeholders[i].Name))
		if f.Stakeholders[i].Email != "" {
			out = append(out, strings.ToLower(f.Stakeholders[i].Email))
		}
	}
	words(f.Account.CSM)
	words(f.Account.AccountOwner)
	return append(out, "gdańsk", "gdansk", "aarhus", "copenhagen", "västerås", "leeds", "umeå", "madrid", ".example", "docks 5")
}

// exactSums are an account's amounts as any document would write them.
func exactSums(b *success.Book, f *success.File) []string {
	amounts := map[float64]string{}
	add := func(m success.Money) {
		if v := m.Major(); v >= 1000 {
			amounts[v] = m.Currency
		}
	}
	for i := range f.Steps {
		add(f.Steps[i].Amount)
		add(f.Steps[i].AmountLow)
		add(f.Steps[i].AmountHigh)
	}
	for i := range f.Terms {
		add(f.Terms[i].ARR)
		add(f.Terms[i].ClientCost)
	}
	for _, level := range success.TimelineOf(f, &b.Settings, today.AddYears(-3), today, today).Levels {
		amounts[level.Proved], amounts[level.Claimed] = f.Account.Currency, f.Account.Currency
	}
	var out []string
	ends := []float64{10000, 25000, 50000, 100000, 250000, 500000, 1000000} // of the bands themselves
	for v := range amounts {
		if v < 1000 || slices.Contains(ends, v) {
			continue
		}
		out = append(out, strconv.FormatFloat(v, 'f', 0, 64))
		for _, tag := range []string{"en-GB", "de-DE"} {
			out = append(out, story.NewLocale(tag).Count(int64(v)))
		}
		if int64(v)%1000 == 0 {
			k := strconv.FormatInt(int64(v)/1000, 10)
			out = append(out, "€"+k+"k", k+" Tsd")
		}
	}
	return out
}

var (
	between  = regexp.MustCompile(`>([^<]+)<`)
	told     = regexp.MustCompile(`(?:alt|aria-label|content|title|descr|name|subject|creator)="([^"]*)"`)
	styles   = regexp.MustCompile(`(?s)<style>.*?</style>`)
	drawnOut = regexp.MustCompile(`/(?:theme/|styles\.xml|settings\.xml|numbering\.xml|\[Content_Types\])`)
)

// readable are the words of what a document has, without the markup around them.
func readable(all map[string]string) map[string]string {
	out := map[string]string{}
	for part, body := range all {
		switch {
		case strings.HasSuffix(part, ".xlsx"), part == "docx", drawnOut.MatchString(part):
			continue // packed: the model and the parts are looked into
		case part == "html" || strings.HasSuffix(part, ".xml"):
			var words []string
			body = styles.ReplaceAllString(body, "")
			for _, m := range slices.Concat(between.FindAllStringSubmatch(body, -1), told.FindAllStringSubmatch(body, -1)) {
				words = append(words, m[1])
			}
			body = strings.Join(words, "\n")
		}
		out[part] = body
	}
	return out
}

// holds finds a text among the words of what a document has: names also inside
// of words, short ones and sums where they stand alone.
func holds(all map[string]string, text string) string {
	pattern := regexp.MustCompile(`(?i)(?:^|[^\d.,\pL])` + regexp.QuoteMeta(text) + `(?:$|[^\d\pL])`)
	alone := len(text) < 5 || regexp.MustCompile(`^[€\d]`).MatchString(text)
	for part, body := range all {
		if !alone && strings.Contains(strings.ToLower(body), text) || alone && pattern.MatchString(body) {
			return part
		}
	}
	return ""
}

func TestAnAnonymousStoryGivesNobodyAway(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, f := range b.Files {
		if _, ok := success.RenewalTerm(f, today); !ok {
			continue
		}
		t.Run(f.Account.Name, func(t *testing.T) {
			t.Parallel()
			for _, locale := range []string{"en-GB", "de-DE"} {
				for _, audience := range []model.Audience{model.AudienceInternal, model.AudiencePublic} {
					all := readable(spread(t, document(t, b, f, story.Options{Kind: model.KindSuccessStory, Anonymous: true, Locale: locale, Audience: audience})))
					for _, text := range append(givesAway(f), exactSums(b, f)...) {
						if part := holds(all, text); part != "" {
							t.Errorf("%s: %s has %q", locale, part, text)
						}
					}
				}
			}
		})
	}
}

// plants are texts that somebody might write, each with what must not be seen.
var plants = []struct{ text, gone string }{
	{"NORDHAVNS board on time", "nordhavn"},
	{"A nordhavner way of planning", "nordhavner"},
	{"The pre-Nordhavn-times are over", "nordhavn"},
	{"nord-havn.freight board", "nord-havn"},
	{"N O R D H A V N board", "n o r d"},
	{"Bericht der Nordhavn-Disposition", "disposition"},
	{"Lindqvist's plan works", "lindqvist"},
	{"ask mette", "mette"},
	{"Plan für Frau Okkels", "okkels"},
	{"trucks out of gdańsk", "gdańsk"},
	{"Second gate in Hamburg", "hamburg"},
	{"zweites Tor in Bremerhaven eröffnet", "bremerhaven"},
	{"less waiting at Quai Ouest", "ouest"},
	{"Standort Kleinmühlen fertig", "kleinmühlen"},
	{"The Danish team is quicker", "danish"},
	{"see nordhavn.example for more", "example"},
	{"mail us at desk@board.test", "board.test"},
	{"ring +45 33 12 00 00", "33 12"},
	{"140,000 saved on slots", "140,000"},
	{"saved €93k on slots", "93k"},
	{"eine Million Euro gespart", "million euro"},
	{"the ZKQ terminal runs", "zkq"},
	{"Project Seagull is through", "seagull"},
	{"0015g00000NHF01AA closed", "0015g"},
}

func TestWhatSomebodyWroteIntoARecordIsLeftOut(t *testing.T) {
	t.Parallel()
	for i, p := range plants {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			t.Parallel()
			b := book(t)
			f := account(t, b, "Nordhavn Freight")
			for k := range f.Benefits {
				f.Benefits[k].Title, f.Benefits[k].Group = p.text, p.text
			}
			for k := range f.Milestones {
				f.Milestones[k].Title = p.text
			}
			for k := range f.Measures {
				f.Measures[k].Name, f.Measures[k].Unit = p.text, "h"
			}
			for k := range f.BehaviorChanges {
				c := &f.BehaviorChanges[k]
				c.Process, c.From, c.To, c.WhyToday = p.text, p.text, p.text, p.text
			}
			for k := range f.Outcomes {
				f.Outcomes[k].Statement, f.Outcomes[k].Quote = p.text, p.text
			}
			for k := range f.Evidence {
				f.Evidence[k].Title, f.Evidence[k].Body = p.text, p.text
			}
			for k := range f.Stakeholders {
				f.Stakeholders[k].Title, f.Stakeholders[k].QuotePermission = p.text, "public"
			}
			for _, locale := range []string{"en-GB", "de-DE"} {
				o := story.Options{Kind: model.KindSuccessStory, Anonymous: true, Locale: locale}
				d := compose(t, b, f, o)
				d.Story.Title = p.text
				for k := range d.Story.Sections {
					if d.Story.Sections[k].Key == story.SectionAnswer {
						d.Story.Sections[k].Title = p.text
					}
				}
				doc, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, o)
				if err != nil {
					t.Fatal(err)
				}
				all := readable(spread(t, doc))
				for _, gone := range []string{strings.ToLower(p.text), p.gone} {
					if part := holds(all, gone); part != "" {
						t.Errorf("%s has %q", part, gone)
					}
				}
				if !strings.Contains(pagesText(doc), map[string]string{"en-GB": "left out", "de-DE": "weggelassen"}[locale]) {
					t.Error("nothing says that texts are left out")
				}
			}
		})
	}
}

func TestAQuoteNeedsLeaveAndNamesOnlyARole(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		permission, audience string
		anonymous, shown     bool
	}{
		{"", "client", false, false}, {"internal", "internal", false, false}, {"named", "client", false, true}, {"named", "public", false, false},
		{"anonymous", "client", false, false}, {"anonymous", "public", true, true}, {"public", "public", false, true},
	} {
		b := book(t)
		f := account(t, b, "Brightwell Dairies")
		for i := range f.Stakeholders {
			f.Stakeholders[i].QuotePermission = c.permission
		}
		doc := document(t, b, f, story.Options{Kind: model.KindSuccessStory, Audience: model.Audience(c.audience), Anonymous: c.anonymous})
		text := pagesText(doc)
		if got := strings.Contains(text, "I lose the load"); got != c.shown {
			t.Errorf("%+v: quoted %t", c, got)
		}
		if c.anonymous && (strings.Contains(text, "Claire") || !strings.Contains(text, "Head of Logistics")) {
			t.Errorf("%+v: %s", c, text)
		}
	}
}

func TestTheLeaveIsSaidAsItStands(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	o := story.Options{Kind: model.KindSuccessStory}
	d := compose(t, b, f, o)
	doc, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, o)
	if err != nil {
		t.Fatal(err)
	}
	foot := func() string { return doc.Pages[len(doc.Pages)-1].Foot }
	if !strings.Contains(foot(), "none is on file") {
		t.Errorf("without leave it says %q", foot())
	}
	st := d.Story
	st.Permission, st.PermissionBy, st.PermissionUntil = "named", "Henrik Dahl", today.AddDays(30)
	for anonymous, want := range map[bool]string{
		false: "Permission: to be told with the client's name, given by Henrik Dahl, until 9 July 2026.",
		true:  "Permission: to be told with the client's name, until 9 July 2026.",
	} {
		story.StampLeave(doc, &st, today, anonymous)
		if foot() != want {
			t.Errorf("it says %q", foot())
		}
	}
	story.StampLeave(doc, &st, today.AddDays(31), false)
	if !strings.Contains(foot(), "ended on 9 July 2026") {
		t.Errorf("after its end it says %q", foot())
	}
}

func TestPagesAreFrozenWithTheStory(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	d := compose(t, b, f, story.Options{})
	z, err := story.Freeze(f, &b.Settings, &d.Story, d.Claims, today, story.Options{})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, audience := range []model.Audience{model.AudienceClient, model.AudienceInternal, model.AudiencePublic} {
		for name, o := range onePagers("") {
			o.Audience, o.Commercial = audience, false
			want, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, o)
			if err != nil {
				continue // a renewal page for the public
			}
			got, err := z.Document(o)
			if err != nil {
				t.Errorf("%s for %s: %v", name, audience, err)
				continue
			}
			seen++
			want.Version, want.VersionText = got.Version, got.VersionText
			if pagesText(got) != pagesText(want) || got.Kind != o.Kind || got.Audience != audience {
				t.Errorf("%s for %s is frozen as\n%s", name, audience, pagesText(got))
			}
		}
	}
	if seen < 12 {
		t.Errorf("only %d pages were compared", seen)
	}
	z.Documents = slices.DeleteFunc(z.Documents, func(d story.FrozenDocument) bool { return d.Kind != model.KindDeck })
	if _, err := z.Document(story.Options{Kind: model.KindRenewalPage}); err == nil || !strings.Contains(fmt.Sprint(err), "new draft") {
		t.Errorf("a story told before pages were kept: %v", err)
	}
}
