package storydiff_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/storydiff"
	"github.com/tendril-app/tendril/internal/success"
)

func claim(id, section, text string, proof ...string) success.Claim {
	c := success.Claim{Meta: success.Meta{ID: success.ID(id)}, Section: section, Text: text}
	for _, p := range proof {
		c.Proof = append(c.Proof, success.Link{Kind: "benefit", ID: success.ID(p)})
	}
	return c
}

func TestWhatIsDifferentIsTold(t *testing.T) {
	t.Parallel()
	from := storydiff.Story{
		Story: &success.Story{Meta: success.Meta{ID: "1"}, Title: "The evening came back", Status: "told", ToldOn: success.MustDate("2025-08-21"),
			Sections: []success.StorySection{{Key: "answer", Title: "The answer"}, {Key: "work", Title: "Work"}, {Key: "learned", Title: "Learned"}, {Key: "composed", Body: "abc"}}},
		Claims: []success.Claim{
			claim("a", "answer", "Proved value stands at €500,000 a year.", "x"), claim("b", "answer", "It stays."), claim("c", "work", "One plan at two, changed by exception."),
			claim("d", "work", "Nobody calls any more."), claim("e", "answer", "Moved."),
		},
	}
	to := storydiff.Story{
		Story: &success.Story{Meta: success.Meta{ID: "2"}, Title: "From the docks to the desk", Sections: []success.StorySection{{Key: "work", Title: "How work changed"}, {Key: "answer", Title: "The answer"}, {Key: "next", Title: "Next"}}},
		Claims: []success.Claim{
			claim("f", "answer", "Proved value stands at **€909,000** a year, and more.", "x"), claim("g", "answer", "*It stays.*"), claim("h", "work", "One plan at noon, changed by exception."),
			claim("i", "work", "Something new.", "y"), claim("j", "work", "Moved."),
		},
	}
	got := storydiff.Of(from, to)
	want := storydiff.Diff{
		From:  storydiff.Head{Story: "1", Title: "The evening came back", Status: "told", ToldOn: success.MustDate("2025-08-21")},
		To:    storydiff.Head{Story: "2", Title: "From the docks to the desk", Status: "draft"},
		Added: []storydiff.Sentence{{Claim: "i", Section: "work", Text: "Something new."}}, Removed: []storydiff.Sentence{{Claim: "d", Section: "work", Text: "Nobody calls any more."}},
		Same: 1,
		Changed: []storydiff.Change{
			{From: storydiff.Sentence{Claim: "c", Section: "work", Text: "One plan at two, changed by exception."}, To: storydiff.Sentence{Claim: "h", Section: "work", Text: "One plan at noon, changed by exception."},
				Runs: []storydiff.Run{{Op: storydiff.Same, Text: "One plan at "}, {Op: storydiff.Removed, Text: "two, "}, {Op: storydiff.Added, Text: "noon, "}, {Op: storydiff.Same, Text: "changed by exception."}}},
			{From: storydiff.Sentence{Claim: "e", Section: "answer", Text: "Moved."}, To: storydiff.Sentence{Claim: "j", Section: "work", Text: "Moved."}, Moved: true,
				Runs: []storydiff.Run{{Op: storydiff.Same, Text: "Moved."}}},
			{From: storydiff.Sentence{Claim: "a", Section: "answer", Text: "Proved value stands at €500,000 a year."}, To: storydiff.Sentence{Claim: "f", Section: "answer", Text: "Proved value stands at €909,000 a year, and more."},
				Runs: []storydiff.Run{{Op: storydiff.Same, Text: "Proved value stands at "}, {Op: storydiff.Removed, Text: "€500,000 "}, {Op: storydiff.Added, Text: "€909,000 "},
					{Op: storydiff.Same, Text: "a "}, {Op: storydiff.Removed, Text: "year."}, {Op: storydiff.Added, Text: "year, and more."}}},
		},
	}
	want.Sections.Added, want.Sections.Removed = []string{"next"}, []string{"learned"}
	want.Sections.Renamed = []storydiff.Heading{{Section: "work", From: "Work", To: "How work changed"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("the difference (-want +got):\n%s", d)
	}
}

func blanks(text string) string { return strings.Join(strings.Fields(text), " ") }

// Both sides can be put together again from the runs, and nothing is lost.
func TestTheRunsAreBothTexts(t *testing.T) {
	t.Parallel()
	b, err := sample.Book(success.MustDate("2026-06-09"), sample.DefaultSeed)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range b.Files {
		terms := success.CurrentTerms(f, success.MustDate("2025-12-01"))
		if len(terms) == 0 {
			continue
		}
		var sides [2]storydiff.Story
		for i, on := range []string{"2025-12-01", "2026-06-09"} {
			d, err := story.Compose(f, &b.Settings, terms[0].ID, success.MustDate(on), story.Options{})
			if err != nil {
				t.Fatal(err)
			}
			sides[i] = storydiff.Story{Story: &d.Story, Claims: d.Claims}
		}
		d := storydiff.Of(sides[0], sides[1])
		if n := d.Same + len(d.Changed); n+len(d.Added) != len(sides[1].Claims) || n+len(d.Removed) != len(sides[0].Claims) {
			t.Errorf("%s: %d the same, %d changed, %d added of %d, %d removed of %d", f.Account.Name, d.Same, len(d.Changed), len(d.Added), len(sides[1].Claims), len(d.Removed), len(sides[0].Claims))
		}
		for _, c := range d.Changed {
			var from, to strings.Builder
			for _, r := range c.Runs {
				if r.Op != storydiff.Added {
					from.WriteString(r.Text)
				}
				if r.Op != storydiff.Removed {
					to.WriteString(r.Text)
				}
			}
			if blanks(from.String()) != blanks(c.From.Text) || blanks(to.String()) != blanks(c.To.Text) {
				t.Errorf("%s: %+v", f.Account.Name, c)
			}
		}
		if same := storydiff.Of(sides[1], sides[1]); same.Same != len(sides[1].Claims) || len(same.Changed)+len(same.Added)+len(same.Removed) > 0 {
			t.Errorf("%s: a story differs from itself: %+v", f.Account.Name, same)
		}
	}
}
