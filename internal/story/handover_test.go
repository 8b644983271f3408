package story_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/document/formats"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

func handover(t *testing.T, f *success.File, s *success.Settings, locale string) *model.Document {
	t.Helper()
	doc, err := story.Handover(f, s, today, story.Options{Locale: locale})
	if err != nil {
		t.Fatal(err)
	}
	check(t, doc)
	return doc
}

// sheets is how many sheets the PDF of a document has.
func sheets(t *testing.T, doc *model.Document) int {
	t.Helper()
	var b bytes.Buffer
	if err := formats.Write(&b, "pdf", doc, formats.Options{}); err != nil {
		t.Fatal(err)
	}
	return len(regexp.MustCompile(`/Type\s*/Page\b[^s]`).FindAll(b.Bytes(), -1))
}

func TestAHandoverIsTwoSidesOfPaperInALegibleSize(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, f := range b.Files {
		for _, locale := range []string{"en-GB", "de-DE", "en-US"} {
			doc := handover(t, f, &b.Settings, locale)
			l := drawing.Lay(doc, drawing.PaperOf(doc))
			if len(l.Sheets) > 2 || l.Scale < 0.8 {
				t.Errorf("%s, %s: %d sheets at %.2f of the size", f.Account.Name, locale, len(l.Sheets), l.Scale)
			}
			if doc.Audience != model.AudienceInternal {
				t.Errorf("%s: it is for %s", f.Account.Name, doc.Audience)
			}
		}
	}
}

func TestHandoversReadAsTheyShould(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, name := range []string{"Nordhavn Freight", "Brightwell Dairies", "Vega Cold Chain", "Albion Glassworks"} {
		for _, locale := range []string{"en-GB", "de-DE"} {
			file := strings.ToLower(name[:strings.Index(name, " ")]) + ".handover." + locale[:2] + ".txt"
			golden(t, file, pagesText(handover(t, account(t, b, name), &b.Settings, locale)))
		}
	}
}

// overfull is an account with more of everything than two sides hold.
func overfull(t *testing.T, b *success.Book) *success.File {
	t.Helper()
	f := *account(t, b, "Nordhavn Freight")
	id := func(kind string, n int) success.ID {
		return success.ID(fmt.Sprintf("%s-%04d-4000-8000-%012d", kind, n, n))
	}
	made := f.Outcomes[0].CreatedAt
	plan, outcome, measure, person, step, talk := f.Outcomes[len(f.Outcomes)-1], f.Outcomes[0], f.Measures[0], f.Stakeholders[0], f.Milestones[0], f.Touchpoints[0]
	long := strings.Repeat("Every dock in every yard is planned in one pass, ", 6)
	for n := range 60 {
		o, m, s, q := outcome, measure, step, talk
		o.ID, o.PlanID, o.Statement, o.Quote, o.CreatedAt = id("aaaaaaaa", n), plan.PlanID, fmt.Sprintf("Outcome %d: %s", n, long), long, made
		m.ID, m.OutcomeID, m.CreatedAt = id("bbbbbbbb", n), o.ID, made
		s.ID, s.PlanID, s.Title, s.DoneOn, s.Due, s.Side = id("cccccccc", n), plan.PlanID, fmt.Sprintf("Step %d: %s", n, long), 0, today.AddDays(n-30), []string{"us", "client"}[n%2]
		q.ID, q.On, q.Summary, q.Direction, q.NeedsReplyBy, q.RepliedOn = id("dddddddd", n), today.AddDays(-n), long, "in", today.AddDays(3-n), 0
		f.Outcomes, f.Measures, f.Milestones, f.Touchpoints = append(f.Outcomes, o), append(f.Measures, m), append(f.Milestones, s), append(f.Touchpoints, q)
		f.Questions = append(f.Questions, success.Question{Meta: success.Meta{ID: id("eeeeeeee", n), CreatedAt: made}, AccountID: f.Account.ID, Text: long, AskedOn: today.AddDays(-50)})
	}
	for n := range 40 {
		s := person
		s.ID, s.Name, s.Title, s.CaresAbout, s.CreatedAt, s.LeftOn = id("ffffffff", n), fmt.Sprintf("Person %d of a Very Long House", n), long, long, made, 0
		f.Stakeholders = append(f.Stakeholders, s)
	}
	f.Account.Notes = strings.Repeat(long, 10)
	return &f
}

func TestAFullAccountStillMakesTwoSidesAndSaysWhatIsLeftOut(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := overfull(t, b)
	for locale, says := range map[string][]string{
		"en-GB": {"61 more outcomes are left out", "And 41 more. No longer there", "Taking over"},
		"de-DE": {"61 weitere Ziele stehen hier nicht", "Und 41 weitere. Nicht mehr da"},
		"en-US": {"more outcomes are left out"},
	} {
		doc := handover(t, f, &b.Settings, locale)
		if n := sheets(t, doc); n != 2 {
			t.Errorf("%s: %d pages", locale, n)
		}
		if l := drawing.Lay(doc, drawing.PaperOf(doc)); l.Scale < 0.8 {
			t.Errorf("%s: it is set in %.2f of the size", locale, l.Scale)
		}
		text := pagesText(doc)
		for _, words := range says {
			if !strings.Contains(text, words) {
				t.Errorf("%s: it does not say %q:\n%s", locale, words, text)
			}
		}
	}
}

func TestWhatIsCutFirst(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := overfull(t, b)
	last := 1e9
	pictureGone, namesCut := -1, -1
	first := ""
	for cuts := range story.Cuts + 1 {
		doc, err := story.HandoverCut(f, &b.Settings, today, story.Options{}, cuts)
		if err != nil {
			t.Fatal(err)
		}
		if lines := story.LinesOf(doc); lines > last {
			t.Errorf("cut %d made it longer: %.0f to %.0f lines", cuts, last, lines)
		} else {
			last = lines
		}
		has := map[model.Key]bool{}
		for _, p := range doc.Pages {
			has[p.Key] = true
			if p.Key == model.KeyPeople && namesCut < 0 && len(p.Blocks[0].Table.Rows) < 12 {
				namesCut = cuts
			}
			if p.Key == model.KeyFirst {
				if ask := p.Blocks[0].Decisions.Items[0].Ask; first != "" && ask != first {
					t.Errorf("cut %d: the first thing to do was %q and is %q", cuts, first, ask)
				} else {
					first = ask
				}
			}
		}
		if !has[model.KeyGrowth] && pictureGone < 0 {
			pictureGone = cuts
		}
		for _, key := range []model.Key{model.KeyFirst, model.KeyRenewal, model.KeyPeople, model.KeyAims, model.KeyPromises, model.KeyRisks, model.KeyTalks} {
			if !has[key] {
				t.Errorf("cut %d took %s out whole", cuts, key)
			}
		}
	}
	if pictureGone < 1 || namesCut <= pictureGone {
		t.Errorf("the picture goes at cut %d, people at cut %d", pictureGone, namesCut)
	}
}

func TestAnAccountOfWhichNothingIsKnownMakesAnHonestShortPage(t *testing.T) {
	t.Parallel()
	f := &success.File{Account: success.Account{Meta: success.Meta{ID: "11111111-1111-4111-8111-111111111111"}, Name: "Hollow & Sons"}}
	doc := handover(t, f, &success.Settings{Workspace: success.Workspace{Name: "Quayside", Currency: "EUR"}}, "en-GB")
	if n := sheets(t, doc); n != 1 {
		t.Errorf("%d pages", n)
	}
	text := pagesText(doc)
	for _, words := range []string{"Hardly anything is written down yet", "The contract:", "The success plan:", "The people:", "Value: no benefit", "Conversations: none", "Who looked after them"} {
		if !strings.Contains(text, words) {
			t.Errorf("it does not say %q:\n%s", words, text)
		}
	}
	if strings.Contains(text, "€0") || strings.Contains(text, "on track") {
		t.Errorf("it makes something of nothing:\n%s", text)
	}
}

func TestAClientWhoHasLeftIsHandedOverAsOne(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := *account(t, b, "Brightwell Dairies")
	f.Account.CancelledOn, f.Account.CancelReason = today.AddDays(-10), "They closed the yard"
	text := pagesText(handover(t, &f, &b.Settings, "en-GB"))
	if !strings.Contains(text, "The client has left, on 30 May 2026. They closed the yard.") || strings.Contains(text, "days to the decision") || strings.Contains(text, "The first two weeks") {
		t.Errorf("it says\n%s", text)
	}
}
