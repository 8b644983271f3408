package desktop_test

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
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
	during := drawn(t, stories, desktop.PreviewInput{Story: id, Claim: claim.ID, Text: typed})
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
	if _, err := stories.WriteClaim(desktop.ClaimInput{Story: id, ID: claim.ID, Text: " My own words. "}); err != nil {
		t.Fatal(err)
	}
	changes, err := stories.Changes(id, british)
	if err != nil || changes.Kept != 1 || len(changes.Change) != 0 || len(changes.Remove) != 0 {
		t.Errorf("changes = %+v, %v", changes, err)
	}
	if _, err := stories.Recompose(id, british); err != nil {
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
	german, err := stories.Changes(id, "de-DE")
	if err != nil || len(german.Change) == 0 {
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
	made, err := stories.WriteClaim(desktop.ClaimInput{Story: id, Section: "results", After: row[0].ID, Text: "Between the two."})
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
	if end, err := stories.MoveClaim(id, row[0].ID, -1); err != nil || end.Action.ID != "" {
		t.Errorf("beyond the end: %+v, %v", end, err)
	}
	if _, err := stories.DeleteClaim(id, made.ID); err != nil || len(order()) != len(row) {
		t.Errorf("deleted: %v, %v", order(), err)
	}
	if _, err := stories.WriteClaim(desktop.ClaimInput{Story: id, ID: row[0].ID, Text: "  "}); err == nil || fieldOf(t, err) != "text" {
		t.Errorf("an empty claim: %v", err)
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
	if _, err := stories.Page("019ea60e-3aae-7397-8369-ef59d9e0185f", british); err == nil || desktop.ProblemOf(err).Code != success.CodeNotFound {
		t.Errorf("a story that is not there: %v", err)
	}
}

func TestAStoryIsWrittenAsAPDF(t *testing.T) {
	t.Parallel()
	_, stories, id := composed(t, "Nordhavn Freight")
	path := filepath.Join(t.TempDir(), "story.pdf")
	if _, err := stories.Export(id, "pdf", path, british); err != nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(body), "%PDF-") {
		t.Errorf("not a PDF of %d bytes: %v", len(body), err)
	}
	if _, err := stories.Export(id, "docx", path, british); err == nil || fieldOf(t, err) != "format" {
		t.Errorf("a format that is not there: %v", err)
	}
}
