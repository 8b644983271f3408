package story_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/success"
)

// saved gives a draft ids as a workspace would.
func saved(d story.Draft) (success.Story, []success.Claim) {
	st := d.Story
	st.ID = "story"
	claims := slices.Clone(d.Claims)
	for i := range claims {
		claims[i].ID, claims[i].StoryID = success.ID(fmt.Sprintf("claim-%03d", i)), st.ID
	}
	return st, claims
}

func recompose(t *testing.T, b *success.Book, f *success.File, st *success.Story, claims []success.Claim, on success.Date) story.Changes {
	t.Helper()
	c, err := story.Recompose(f, &b.Settings, st, claims, on, story.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestComposingAgainTheSameDayChangesNothing(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, f := range b.Files {
		st, claims := saved(compose(t, b, f, story.Options{}))
		c := recompose(t, b, f, &st, claims, today)
		if len(c.Add)+len(c.Change)+len(c.Remove) > 0 || !reflect.DeepEqual(st, c.Story) {
			t.Errorf("%s: %+v", f.Account.Name, c)
		}
	}
}

func TestWhatTheAuthorWroteIsNeverTouched(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	st, claims := saved(compose(t, b, f, story.Options{}))
	claims[0].Text = "The docks run on time."
	for i := range st.Sections {
		if st.Sections[i].Key == story.SectionGrowth {
			st.Sections[i].Title = "Nothing came for 210 days"
		}
	}
	own := success.Claim{Meta: success.Meta{ID: "own"}, StoryID: st.ID, Section: story.SectionLearned, Text: "We did not ask who came next."}
	gone := claims[2].Text
	claims = append(slices.Delete(claims, 2, 3), own)
	if !story.Edited(&st, &claims[0]) || !story.Edited(&st, &own) || story.Edited(&st, &claims[1]) {
		t.Error("what is the author's is not told apart")
	}

	// A month later a reading, a step and the passing of time change much.
	f.Steps = append(f.Steps, success.BenefitStep{Meta: success.Meta{ID: "later"}, BenefitID: f.Benefits[0].ID, On: today.AddDays(20), StepKind: "yearly",
		Amount: success.Money{Minor: 50000000, Currency: "EUR"}, Confirmation: "confirmed", ConfirmedBy: "Mette Lindqvist"})
	c := recompose(t, b, f, &st, claims, today.AddDays(30))
	if len(c.Change) == 0 {
		t.Error("nothing was written anew a month later")
	}
	for _, changed := range c.Change {
		if changed.ID == claims[0].ID || changed.ID == own.ID {
			t.Errorf("the author's sentence was changed to %q", changed.Text)
		}
	}
	if slices.Contains(c.Remove, claims[0].ID) || slices.Contains(c.Remove, own.ID) {
		t.Error("the author's sentence was taken out")
	}
	for _, s := range c.Story.Sections {
		if s.Key == story.SectionGrowth && s.Title != "Nothing came for 210 days" {
			t.Errorf("the author's heading became %q", s.Title)
		}
	}
	same := recompose(t, b, f, &st, claims, today)
	for _, added := range same.Add {
		if added.Text == gone {
			t.Error("a sentence the author took out came back")
		}
	}
}

func TestASentenceThatNoLongerHoldsIsTakenOut(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Vega Cold Chain")
	st, claims := saved(compose(t, b, f, story.Options{}))
	f.Steps[0].Confirmation, f.Steps[0].ConfirmedBy, f.Steps[0].ConfirmedOn = "confirmed", "Jonas Ek", today
	c := recompose(t, b, f, &st, claims, today)
	texts := map[success.ID]string{}
	for _, claim := range claims {
		texts[claim.ID] = claim.Text
	}
	for _, claim := range c.Change {
		texts[claim.ID] = claim.Text
	}
	for _, id := range c.Remove {
		delete(texts, id)
	}
	for _, text := range texts {
		if text == "No value is proved yet." {
			t.Error("the old answer stands after the first confirmation")
		}
	}
}

func TestAToldStoryIsNotComposedAgain(t *testing.T) {
	t.Parallel()
	b := book(t)
	f := account(t, b, "Nordhavn Freight")
	st, claims := saved(compose(t, b, f, story.Options{}))
	st.Status, st.ToldOn = "told", today
	_, err := story.Recompose(f, &b.Settings, &st, claims, today, story.Options{})
	var told *success.Error
	if !errors.As(err, &told) || told.Code != success.CodeInvalid {
		t.Errorf("got %v", err)
	}
}

func TestMarksAgreeWithTheStoryFigure(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, f := range b.Files {
		for i := range f.Stories {
			st := f.Stories[i]
			var claims []success.Claim
			for _, c := range f.Claims {
				if c.StoryID == st.ID {
					claims = append(claims, c)
				}
			}
			want, err := success.StoryFigure(f, &b.Settings, st.ID, today)
			if err != nil {
				t.Fatal(err)
			}
			got := story.Marks(f, &b.Settings, &st, claims, today)
			if got.Novelty != want.Novelty || got.OldNews != want.OldNews || got.Since != want.Since {
				t.Errorf("%s: %+v, want %+v", st.Title, got, want)
			}
			marks := map[success.ID]success.Mark{}
			for _, c := range want.Claims {
				marks[c.Claim] = c.Mark
			}
			for _, c := range got.Claims {
				if marks[c.Claim] != c.Mark {
					t.Errorf("%s: %s is %q, want %q", st.Title, c.Claim, c.Mark, marks[c.Claim])
				}
			}
		}
	}
}
