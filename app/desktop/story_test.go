package desktop_test

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

const british = "en-GB"

// composed returns an account's draft on its author's desk.
func composed(t *testing.T, account string) (*desktop.App, *desktop.Stories, string) {
	t.Helper()
	app := newSample(t)
	stories := desktop.NewStories(app)
	draft, err := stories.Compose(accountID(t, app, account), british)
	if err != nil {
		t.Fatal(err)
	}
	return app, stories, draft.ID
}

func storyPage(t *testing.T, stories *desktop.Stories, id string) desktop.StoryPageView {
	t.Helper()
	page, err := stories.Page(id, british)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := json.Marshal(page); err != nil {
		t.Fatalf("the story cannot cross: %v", err)
	}
	return page
}

func sectionNamed(t *testing.T, page desktop.StoryPageView, key string) desktop.StorySectionView {
	t.Helper()
	for _, s := range page.Sections {
		if s.Key == key {
			return s
		}
	}
	t.Fatalf("there is no section %s", key)
	return desktop.StorySectionView{}
}

func drawn(t *testing.T, stories *desktop.Stories, in desktop.PreviewInput) string {
	t.Helper()
	in.Locale = british
	view, err := stories.Preview(in)
	if err != nil {
		t.Fatal(err)
	}
	return view.HTML
}

// wordsIn returns the text of a page without its white space, as lines break.
func wordsIn(page string) string {
	text := html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, ""))
	return strings.Join(strings.Fields(text), "")
}

func TestAStoryOnItsDeskSaysWhatProvesItAndWhatIsNew(t *testing.T) {
	t.Parallel()
	_, stories, id := composed(t, "Nordhavn Freight")
	page := storyPage(t, stories, id)
	if page.Client != "Nordhavn Freight" || page.Audience != "client" || page.Told || page.News.Since != "2025-08-21" {
		t.Errorf("page = %s, %s, told %v, since %s", page.Client, page.Audience, page.Told, page.News.Since)
	}
	if page.News.Novelty < 0.33 || page.News.Novelty > 0.36 || page.News.OldNews {
		t.Errorf("novelty = %v", page.News.Novelty)
	}
	if page.News.Was.Value != 595000 || page.News.Is.Value != 909000 || page.News.Is.People != 266 {
		t.Errorf("news = %+v", page.News)
	}
	if answer := sectionNamed(t, page, "answer"); len(answer.Claims) == 0 || len(answer.Claims[0].Proof) == 0 {
		t.Errorf("the answer has no proof: %+v", answer)
	}
	for _, section := range page.Sections {
		for _, c := range section.Claims {
			if c.Text == "" || c.State == "" {
				t.Errorf("claim = %+v", c)
			}
			for _, p := range c.Proof {
				if p.Title == "" || p.Name == "" {
					t.Errorf("a proof of %q without a name: %+v", c.Text, p)
				}
			}
		}
	}
}

func TestWordsThatAreNotSavedStandInThePreviewAlone(t *testing.T) {
	t.Parallel()
	_, stories, id := composed(t, "Nordhavn Freight")
	claim := sectionNamed(t, storyPage(t, stories, id), "answer").Claims[0]
	typed := "The customs desk runs <as> well & on time."
	before := wordsIn(drawn(t, stories, desktop.PreviewInput{Story: id}))
	during := drawn(t, stories, desktop.PreviewInput{Story: id, Claim: claim.ID, Words: plainWords(typed)})
	want := strings.Join(strings.Fields(typed), "")
	if strings.Contains(before, want) || !strings.Contains(wordsIn(during), want) {
		t.Error("the preview does not follow what is typed")
	}
	if !strings.Contains(during, `data-claim="`+claim.ID+`"`) || !strings.Contains(during, `data-section="results"`) {
		t.Error("the preview does not say where the claim stands")
	}
	if now := sectionNamed(t, storyPage(t, stories, id), "answer").Claims[0]; now.Text != claim.Text {
		t.Errorf("a preview wrote %q", now.Text)
	}
}

func TestAnEditedClaimSurvivesComposingAnewAndCanBeUndone(t *testing.T) {
	t.Parallel()
	app, stories, id := composed(t, "Castellan Ports")
	claim := sectionNamed(t, storyPage(t, stories, id), "answer").Claims[0]
	if _, err := stories.WriteClaim(desktop.ClaimInput{Story: id, ID: claim.ID, Words: plainWords(" My own words. ")}); err != nil {
		t.Fatal(err)
	}
	changes, err := stories.Changes(id, british)
	if err != nil || changes.Kept != 1 || len(changes.Offers) != 1 || !changes.Offers[0].Own || changes.Offers[0].From != "My own words." {
		t.Errorf("changes = %+v, %v", changes, err)
	}
	if _, err := stories.Recompose(id, british, nil); err != nil {
		t.Fatal(err)
	}
	edited := sectionNamed(t, storyPage(t, stories, id), "answer").Claims[0]
	if edited.Text != "My own words." || !edited.Edited {
		t.Errorf("after composing anew: %+v", edited)
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if back := sectionNamed(t, storyPage(t, stories, id), "answer").Claims[0]; back.Text != claim.Text {
		t.Errorf("after undo: %q", back.Text)
	}
	if _, err := stories.WriteLocale(id, "de-DE"); err != nil {
		t.Fatal(err)
	}
	german, err := stories.Changes(id, british)
	if err != nil || len(german.Offers) < 5 {
		t.Errorf("in German nothing would change: %+v, %v", german, err)
	}
}

func TestClaimsAreAddedMovedAndDeleted(t *testing.T) {
	t.Parallel()
	_, stories, id := composed(t, "Nordhavn Freight")
	row := sectionNamed(t, storyPage(t, stories, id), "results").Claims
	if len(row) < 3 {
		t.Fatalf("only %d results", len(row))
	}
	made, err := stories.WriteClaim(desktop.ClaimInput{Story: id, Section: "results", After: row[0].ID, Words: plainWords("Between the two.")})
	if err != nil {
		t.Fatal(err)
	}
	order := func() []string {
		var ids []string
		for _, c := range sectionNamed(t, storyPage(t, stories, id), "results").Claims {
			ids = append(ids, c.ID)
		}
		return ids
	}
	if got := order(); got[1] != made.ID {
		t.Errorf("the new claim stands at %v", got)
	}
	if _, err := stories.MoveClaim(id, made.ID, 1); err != nil || order()[2] != made.ID {
		t.Errorf("moved down: %v, %v", order(), err)
	}
	if _, err := stories.MoveClaim(id, made.ID, -1); err != nil || order()[1] != made.ID {
		t.Errorf("moved up: %v, %v", order(), err)
	}
	if _, err := stories.MoveClaim(id, row[0].ID, -1); err != nil || order()[0] == row[0].ID {
		t.Errorf("beyond the section: %v, %v", order(), err)
	}
	if aims := sectionNamed(t, storyPage(t, stories, id), "aims").Claims; aims[len(aims)-1].ID != row[0].ID {
		t.Errorf("the claim did not come to the end of the section before: %+v", aims)
	}
	if _, err := stories.PlaceClaim(id, row[0].ID, "results", 0); err != nil || order()[0] != row[0].ID {
		t.Errorf("dragged back: %v, %v", order(), err)
	}
	first := sectionNamed(t, storyPage(t, stories, id), "answer").Claims[0].ID
	if end, err := stories.MoveClaim(id, first, -1); err != nil || end.Action.ID != "" {
		t.Errorf("beyond the story's end: %+v, %v", end, err)
	}
	if _, err := stories.DeleteClaim(id, made.ID); err != nil || len(order()) != len(row) {
		t.Errorf("deleted: %v, %v", order(), err)
	}
	if _, err := stories.WriteClaim(desktop.ClaimInput{Story: id, ID: row[0].ID, Words: plainWords("  ")}); err == nil || fieldOf(t, err) != "text" {
		t.Errorf("an empty claim: %v", err)
	}
}

// plainWords is a paragraph as the window sends it.
func plainWords(text string) []desktop.ParagraphView {
	return []desktop.ParagraphView{{Kind: "text", Runs: []desktop.RunView{{Text: text}}}}
}

func TestTheMannerOfWordsIsKept(t *testing.T) {
	t.Parallel()
	_, stories, id := composed(t, "Nordhavn Freight")
	words := []desktop.ParagraphView{
		{Kind: "text", Runs: []desktop.RunView{{Text: "It is "}, {Text: "5 * 3", Bold: true}, {Text: " and "}, {Text: "more", Italic: true}}},
		{Kind: "bullet", Runs: []desktop.RunView{{Text: "in Aarhus"}}},
		{Kind: "bullet", Level: 1, Runs: []desktop.RunView{{Text: "docks 5 to 9"}}},
	}
	if during := drawn(t, stories, desktop.PreviewInput{Story: id, Section: "answer", Words: words}); !strings.Contains(during, "<strong>5 * 3</strong>") {
		t.Error("the preview does not show what is strong")
	}
	made, err := stories.WriteClaim(desktop.ClaimInput{Story: id, Section: "answer", Words: words})
	if err != nil {
		t.Fatal(err)
	}
	claims := sectionNamed(t, storyPage(t, stories, id), "answer").Claims
	last := claims[len(claims)-1]
	if last.ID != made.ID || !reflect.DeepEqual(last.Words, words) || last.Text != "It is 5 * 3 and more\n• in Aarhus\n• docks 5 to 9" {
		t.Errorf("claim = %+v", last)
	}
	page := drawn(t, stories, desktop.PreviewInput{Story: id})
	if n := strings.Count(page, `data-claim="`+made.ID+`"`); n != 3 {
		t.Errorf("the claim's paragraphs are found %d times on the page", n)
	}
}

func TestSectionsAreAddedNamedMovedAndTakenOut(t *testing.T) {
	t.Parallel()
	app, stories, id := composed(t, "Nordhavn Freight")
	sections := desktop.NewStorySections(app)
	keys := func() string {
		var out []string
		for _, s := range storyPage(t, stories, id).Sections {
			key := s.Key
			if s.Own {
				key = "own:" + s.Name
			}
			if s.Hidden {
				key = "-" + key
			}
			out = append(out, key)
		}
		return strings.Join(out, " ")
	}
	before := keys()
	made, err := sections.Add(id, " What we ask of ourselves ", "aims")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stories.WriteClaim(desktop.ClaimInput{Story: id, Section: made.ID, Words: plainWords("Answer within a day.")}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(keys(), "aims own:What we ask of ourselves results") {
		t.Errorf("added: %s", keys())
	}
	page := drawn(t, stories, desktop.PreviewInput{Story: id})
	if !strings.Contains(page, "What we ask of ourselves") || !strings.Contains(page, "Answer within a day.") {
		t.Error("the page has no such section")
	}
	if _, err := sections.Place(id, made.ID, 0); err != nil || !strings.HasPrefix(keys(), "own:") {
		t.Errorf("moved: %s, %v", keys(), err)
	}
	if _, err := sections.Rename(id, made.ID, ""); err == nil || fieldOf(t, err) != "title" {
		t.Errorf("a section without a heading: %v", err)
	}
	if _, err := sections.Rename(id, "growth", "How it grew"); err != nil || sectionNamed(t, storyPage(t, stories, id), "growth").Title != "How it grew" {
		t.Errorf("named: %v", err)
	}
	if _, err := sections.Hide(id, "growth", true); err != nil || !strings.Contains(keys(), "-growth") {
		t.Errorf("taken out: %s, %v", keys(), err)
	}
	if page := drawn(t, stories, desktop.PreviewInput{Story: id}); strings.Contains(page, "How it grew") {
		t.Error("the page still has what was taken out")
	}
	if _, err := stories.Recompose(id, british, nil); err != nil || !strings.Contains(keys(), "-growth") || !strings.HasPrefix(keys(), "own:") {
		t.Errorf("composed again: %s, %v", keys(), err)
	}
	if _, err := sections.Hide(id, "growth", false); err != nil || strings.Contains(keys(), "-growth") {
		t.Errorf("brought back: %s, %v", keys(), err)
	}
	for range 7 {
		if _, err := desktop.NewHistory(app).Undo(); err != nil {
			t.Fatal(err)
		}
		if keys() == before {
			return
		}
	}
	t.Errorf("undone: %s, want %s", keys(), before)
}

func TestProofIsOpenedAndChosenByHand(t *testing.T) {
	t.Parallel()
	app, stories, id := composed(t, "Nordhavn Freight")
	proof := desktop.NewStoryProof(app)
	claim := sectionNamed(t, storyPage(t, stories, id), "answer").Claims[0]
	benefit := claim.Proof[0]
	detail, err := proof.Open(id, benefit.Kind, benefit.ID, british)
	if err != nil {
		t.Fatal(err)
	}
	if detail.Proof.Title != benefit.Title || len(detail.Behind) == 0 || detail.Behind[0].Proof.Title == "" || detail.Place == "" {
		t.Errorf("behind %s: %+v", benefit.Title, detail)
	}
	choices, err := proof.Choices(id, british)
	if err != nil || len(choices) < 10 {
		t.Fatalf("%d choices, %v", len(choices), err)
	}
	chosen := []desktop.LinkInput{{Kind: choices[0].Kind, ID: choices[0].ID}, {Kind: benefit.Kind, ID: benefit.ID}, {Kind: benefit.Kind, ID: benefit.ID}}
	if _, err := proof.Choose(id, claim.ID, chosen); err != nil {
		t.Fatal(err)
	}
	if now := sectionNamed(t, storyPage(t, stories, id), "answer").Claims[0]; len(now.Proof) > 2 || now.Proof[0].ID != choices[0].ID {
		t.Errorf("proof = %+v", now.Proof)
	}
	changes, err := stories.Changes(id, british)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range changes.Offers {
		if o.Kind == "proof" && !o.Own {
			t.Errorf("the author's choice would be overwritten: %+v", o)
		}
	}
	if _, err := proof.Choose(id, claim.ID, []desktop.LinkInput{{Kind: "benefit", ID: "gone"}}); err == nil {
		t.Error("a record that is not there proves a claim")
	}
}

func TestTitleAndAudienceAreWritten(t *testing.T) {
	t.Parallel()
	_, stories, id := composed(t, "Nordhavn Freight")
	if _, err := stories.WriteTitle(id, "From the docks to the customs desk"); err != nil {
		t.Fatal(err)
	}
	if _, err := stories.WriteAudience(id, "internal"); err != nil {
		t.Fatal(err)
	}
	if page := storyPage(t, stories, id); page.Title != "From the docks to the customs desk" || page.Audience != "internal" {
		t.Errorf("page = %q for %s", page.Title, page.Audience)
	}
	if _, err := stories.WriteAudience(id, "everybody"); err == nil || fieldOf(t, err) != "audience" {
		t.Errorf("an audience nobody knows: %v", err)
	}
	if _, err := stories.WriteLength(id, 5); err != nil {
		t.Fatal(err)
	}
	if _, err := stories.WriteLength(id, 7); err == nil || fieldOf(t, err) != "length" {
		t.Errorf("a length nobody knows: %v", err)
	}
	if _, err := stories.WriteLocale(id, "tlh"); err == nil || fieldOf(t, err) != "locale" {
		t.Errorf("a language nobody knows: %v", err)
	}
	if page := storyPage(t, stories, id); page.Length != 5 || page.Locale != british {
		t.Errorf("%d slides in %s", page.Length, page.Locale)
	}
	if _, err := stories.Page("019ea60e-3aae-7397-8369-ef59d9e0185f", british); err == nil || desktop.ProblemOf(err).Code != success.CodeNotFound {
		t.Errorf("a story that is not there: %v", err)
	}
}

func TestAStoryIsWrittenAsAPDF(t *testing.T) {
	t.Parallel()
	_, stories, id := composed(t, "Nordhavn Freight")
	path := filepath.Join(t.TempDir(), "story.pdf")
	if _, err := stories.Export(id, "pdf", path, british, nil); err != nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(body), "%PDF-") {
		t.Errorf("not a PDF of %d bytes: %v", len(body), err)
	}
	if _, err := stories.Export(id, "doc", path, british, nil); err == nil || fieldOf(t, err) != "format" {
		t.Errorf("a format that is not there: %v", err)
	}
}
