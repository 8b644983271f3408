package desktop_test

import (
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

func TestAnUndoSaysOnWhichScreenItIsSeen(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	account := accountID(t, app, "Castellan Ports")
	history, stories := desktop.NewHistory(app), desktop.NewStories(app)
	composed := got[desktop.ComposedView](t)(stories.Compose(account, british))
	claim := sectionNamed(t, storyPage(t, stories, composed.ID), "answer").Claims[0]
	got[desktop.WrittenView](t)(stories.WriteClaim(desktop.ClaimInput{Story: composed.ID, ID: claim.ID, Words: plainWords("Mine.")}))
	got[desktop.WrittenView](t)(desktop.NewValue(app).AddBenefit(desktop.BenefitInput{
		Account: account, Title: "Nobody waits", Dimension: "time", On: "2026-06-01", Kind: "yearly", Amount: "1",
		Confirmation: "claimed",
	}))
	for _, want := range []desktop.ScreenView{
		{Name: "value", Account: account},
		{Name: "story", Account: account, Story: composed.ID},
		{Name: "overview", Account: account}, // the story is gone with it
	} {
		undone := got[desktop.UndoneView](t)(history.Undo())
		if undone.Screen != want {
			t.Errorf("%q is seen on %+v, want %+v", undone.Action.Label, undone.Screen, want)
		}
	}
}

// got returns a function that fails the test where a call failed.
func got[T any](t *testing.T) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
