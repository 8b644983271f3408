package desktop_test

import (
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func forecastOf(t *testing.T, r *desktop.Renewals) desktop.RenewalForecastView {
	t.Helper()
	view, err := r.Forecast([]string{"*"})
	if err != nil {
		t.Fatal(err)
	}
	return view
}

func TestATermPutIntoTheBinMovedOutOfTheForecast(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	renewals := desktop.NewRenewals(app)
	view := renewalsOf(t, renewals, allRenewals)
	card, other := cardNamed(t, view, "Kestrel Parcel"), cardNamed(t, view, "Meridian Steel")
	if _, err := app.DeleteForTest("term", success.ID(card.Term)); err != nil {
		t.Fatal(err)
	}
	moves := forecastOf(t, renewals)
	if moves.Moved != 1 || len(moves.Moves) != 1 {
		t.Fatalf("moved: %+v", moves.Moves)
	}
	if m := moves.Moves[0]; m.Name != card.Name || m.Term != card.Term || !m.Binned || m.ToKind != "" || m.From <= 0 || moves.MovedBy != -m.From {
		t.Errorf("the deleted term: %+v, by %v", m, moves.MovedBy)
	}
	if _, err := desktop.NewPortfolio(app).Delete([]string{other.Account}); err != nil {
		t.Fatal(err)
	}
	moves = forecastOf(t, renewals)
	named := map[string]bool{}
	for _, m := range moves.Moves {
		named[m.Name] = m.Binned
	}
	if moves.Moved != 2 || !named[card.Name] || !named[other.Name] {
		t.Errorf("with an account deleted: %+v", moves.Moves)
	}
	for range 2 {
		if _, err := desktop.NewHistory(app).Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if moves = forecastOf(t, renewals); moves.Moved != 0 {
		t.Errorf("taken back: %+v", moves.Moves)
	}
}

func TestTheForecastSaysThatTooMuchWasWrittenToListTheMoves(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	err := app.DoForTest("Import", func(tx *workspace.Tx) error {
		account, err := tx.Create(&success.Account{Name: "Imported"})
		if err != nil {
			return err
		}
		for i := range 601 {
			day := success.NewDate(2020, 1, 1).AddDays(i * 3)
			if _, err := tx.Create(&success.Term{AccountID: account, Start: day, End: day.AddDays(2)}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if view := forecastOf(t, desktop.NewRenewals(app)); !view.TooMuch || view.Moved != 0 {
		t.Errorf("%d moved, too much %v", view.Moved, view.TooMuch)
	}
}
