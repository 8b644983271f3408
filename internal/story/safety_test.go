package story_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// everything returns all words of a composed story and its document, by section
// and page.
func everything(t *testing.T, b *success.Book, f *success.File, o story.Options) map[string]string {
	t.Helper()
	d := compose(t, b, f, o)
	out := map[string]string{}
	for _, s := range d.Story.Sections {
		if s.Key != story.SectionComposed {
			out[s.Key] += s.Title + "\n"
		}
	}
	for _, c := range d.Claims {
		out[c.Section] += c.Text + "\n"
	}
	doc, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range doc.Pages {
		body, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		out["page "+string(p.Key)] += string(body)
	}
	doc.Pages = nil
	frame, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	out["frame"] = string(frame)
	return out
}

// secrets are the words of an account that no client may read.
func secrets(f *success.File) []string {
	var out []string
	add := func(texts ...string) {
		for _, text := range texts {
			if len(text) > 8 {
				out = append(out, text)
			}
		}
	}
	for _, e := range f.Evidence {
		if e.Internal {
			add(e.Title, e.Body)
		}
	}
	for _, p := range f.Touchpoints {
		add(p.Summary)
	}
	for _, s := range f.Stakeholders {
		add(s.CaresAbout, s.Email)
	}
	for _, r := range f.Renewals {
		add(r.Mitigation, r.Lessons, r.Concessions)
		for _, g := range r.Gates {
			add(g.Reason)
		}
	}
	for _, m := range f.Terms {
		add(m.ResultReason)
	}
	add(f.Account.Notes, f.Account.CancelReason)
	return out
}

func TestAClientsStoryHoldsNothingInternal(t *testing.T) {
	t.Parallel()
	b := book(t)
	risk := []string{"at risk", "critical", "churn", "felt", "perceived", "walk-away", "for sale", "verdict", "probability", "forecast"}
	for _, f := range b.Files {
		secret := secrets(f)
		f.Benefits = append(f.Benefits, success.Benefit{Meta: success.Meta{ID: "internal-benefit"}, AccountID: f.Account.ID, Title: "Upsell hidden from them", Dimension: "secretdim", Internal: true})
		f.Steps = append(f.Steps, success.BenefitStep{Meta: success.Meta{ID: "internal-step"}, BenefitID: "internal-benefit", On: today.AddDays(-20), StepKind: "yearly",
			Amount: success.Money{Minor: 7777700, Currency: "EUR"}, Confirmation: "confirmed", ConfirmedBy: "Somebody Inside"})
		for _, audience := range []model.Audience{model.AudienceClient, model.AudiencePublic} {
			for where, words := range everything(t, b, f, story.Options{Audience: audience, Length: 15}) {
				for i := range f.BehaviorChanges { // the client's reasons may hold any word
					words = strings.ReplaceAll(words, strings.TrimSuffix(f.BehaviorChanges[i].WhyToday, "."), "")
				}
				for _, s := range append(secret, "Upsell hidden", "secretdim", "77,777", "Somebody Inside") {
					if strings.Contains(words, s) {
						t.Errorf("%s, %s, %s: %q", f.Account.Name, audience, where, s)
					}
				}
				for _, s := range risk {
					if strings.Contains(strings.ToLower(words), s) {
						t.Errorf("%s, %s, %s: the word %q", f.Account.Name, audience, where, s)
					}
				}
			}
		}
	}
}

func TestPricesStandOnlyInTheCommercialSections(t *testing.T) {
	t.Parallel()
	b := book(t)
	allowed := map[string]bool{story.SectionInvestment: true, story.SectionDecisions: true, "page decisions": true, "page investment": true}
	for _, f := range b.Files {
		for _, o := range []story.Options{{}, {Commercial: true}, {Audience: model.AudiencePublic}, {Audience: model.AudiencePublic, Commercial: true}} {
			o.Length = 15
			prices := pricesOf(b, f)
			found := false
			for where, words := range everything(t, b, f, o) {
				for _, price := range prices {
					if !strings.Contains(words, price) {
						continue
					}
					found = true
					if !o.Commercial || o.Audience == model.AudiencePublic || !allowed[where] {
						t.Errorf("%s, %s, commercial %t, %s: %s", f.Account.Name, o.Audience, o.Commercial, where, price)
					}
				}
			}
			if f.Account.Name == "Nordhavn Freight" && o.Audience == "" && found != o.Commercial {
				t.Errorf("commercial %t, price shown %t", o.Commercial, found)
			}
		}
	}
}

// pricesOf are an account's prices as a document would write them: in full and
// as the cost of the term to date.
func pricesOf(b *success.Book, f *success.File) []string {
	l := story.NewLocale("en-GB")
	var out []string
	for _, m := range f.Terms {
		out = append(out, l.Money(m.ARR.Major(), m.ARR.Currency))
		if m.Start < today && today <= m.End {
			out = append(out, l.Money(m.ARR.Major()*float64(today.AddDays(1).Sub(m.Start))/365, m.ARR.Currency))
		}
	}
	// What is also a proved sum of the account is no price in a text.
	tl := success.TimelineOf(f, &b.Settings, today.AddYears(-3), today, today)
	return slices.DeleteFunc(out, func(s string) bool {
		return slices.ContainsFunc(tl.Levels, func(p success.LevelPoint) bool {
			return s == l.Money(p.Proved, tl.Currency) || s == l.Money(p.Claimed, tl.Currency)
		}) || slices.ContainsFunc(f.Steps, func(st success.BenefitStep) bool { return s == l.Money(st.Amount.Major(), st.Amount.Currency) })
	})
}

func TestAStoryComposedWithPricesIsShownWithoutThem(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	for i, from := range []story.Options{{Commercial: true}, {Audience: model.AudienceInternal}, {Commercial: true}} {
		d := compose(t, b, f, from)
		if i == 2 { // as it was told, word for word, and still without prices
			d.Story.Status, d.Story.ToldOn = "told", today
		}
		d.Claims = append(d.Claims, success.Claim{Section: story.SectionDecisions, Text: "Sign for 126 000 euros", Proof: []success.Link{{Kind: "term", ID: d.Story.TermID}}},
			success.Claim{Section: story.SectionInvestment, Text: "€126k is little", Proof: []success.Link{{Kind: "term", ID: d.Story.TermID}}})
		doc, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, story.Options{Audience: model.AudienceClient})
		if err != nil {
			t.Fatal(err)
		}
		body, _ := json.Marshal(doc)
		for _, words := range []string{"126,000", "126 000", "126k", "97,348", "3.9", "Nobody has agreed", "the client's own work"} {
			if strings.Contains(string(body), words) {
				t.Errorf("%q of a story composed with %+v stands in a client's deck without prices", words, from)
			}
		}
	}
}

func TestEveryComposedClaimHasLiveProof(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, f := range b.Files {
		for _, audience := range []model.Audience{model.AudienceClient, model.AudienceInternal, model.AudiencePublic} {
			d := compose(t, b, f, story.Options{Audience: audience, Commercial: true})
			for i, m := range story.Marks(f, &b.Settings, &d.Story, d.Claims, today).Claims {
				if m.State == success.ClaimUnproved {
					t.Errorf("%s, %s: %q has no live proof", f.Account.Name, audience, d.Claims[i].Text)
				}
			}
		}
	}
}

func TestWordsWithoutLeaveAreNotQuoted(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	words := "for trucks that stood still"
	for _, c := range []struct {
		permission string
		audience   model.Audience
		want       bool
	}{
		{"named", model.AudienceClient, true}, {"", model.AudienceClient, true}, {"internal", model.AudienceClient, false},
		{"internal", model.AudienceInternal, true}, {"named", model.AudiencePublic, false}, {"public", model.AudiencePublic, true},
	} {
		for i := range f.Stakeholders {
			if f.Stakeholders[i].Name == "Henrik Dahl" {
				f.Stakeholders[i].QuotePermission = c.permission
			}
		}
		all := everything(t, b, f, story.Options{Audience: c.audience})
		if got := strings.Contains(all[story.SectionAims]+all["page aims"], words); got != c.want {
			t.Errorf("leave %q, %s: quoted %t, want %t", c.permission, c.audience, got, c.want)
		}
	}
}

func TestClaimsThatLeanOnInternalRecordsStayInTheHouse(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	var note success.ID
	for _, e := range f.Evidence {
		if e.Internal {
			note = e.ID
		}
	}
	d := compose(t, b, f, story.Options{})
	d.Claims = append(d.Claims, success.Claim{Section: story.SectionDecisions, Text: "Count the pallets properly", Proof: []success.Link{{Kind: "evidence", ID: note}}})
	for audience, want := range map[model.Audience]bool{model.AudienceClient: false, model.AudienceInternal: true} {
		doc, err := story.Document(f, &b.Settings, &d.Story, d.Claims, today, story.Options{Audience: audience})
		if err != nil {
			t.Fatal(err)
		}
		body, _ := json.Marshal(doc)
		if strings.Contains(string(body), "Count the pallets") != want {
			t.Errorf("%s: shown %t", audience, !want)
		}
	}
}
