package success_test

import (
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

// standingOrder is where an account stands on 9 June 2026.
func standingOrder(t *testing.T, f *success.File) success.Tending {
	t.Helper()
	s := &success.Settings{Workspace: success.Workspace{Currency: "EUR"}}
	return success.LookAt(f, s, day("2026-06-09"), success.Offer{}).Tending
}

func TestANewAccountNearItsTargetDayIsTendedFirst(t *testing.T) {
	t.Parallel()
	f := &success.File{Account: success.Account{
		Meta: success.Meta{ID: "a"}, Name: "Vega", StartDate: day("2026-03-25"),
	}}
	// 90 days after 25 March is 23 June: 14 days ahead.
	if got := standingOrder(t, f); got != (success.Tending{Group: success.TendNew, By: 14}) {
		t.Errorf("near its target day: %+v", got)
	}
	f = &success.File{Account: f.Account}
	f.Account.StartDate = day("2026-06-01")
	if got := standingOrder(t, f); got.Group != success.TendRest {
		t.Errorf("with 82 days left: %+v", got)
	}
}

func TestASilenceThatNewsCanStillEndIsTendedBeforeADecision(t *testing.T) {
	t.Parallel()
	f := &success.File{
		Account: success.Account{Meta: success.Meta{ID: "a"}, Name: "Meridian", StartDate: day("2024-01-01")},
		Terms: []success.Term{{
			Meta: success.Meta{ID: "t"}, AccountID: "a", Start: day("2026-01-01"), End: day("2027-01-01"),
		}},
		Benefits: []success.Benefit{{Meta: success.Meta{ID: "b"}, AccountID: "a", Title: "Hours", Dimension: "time"}},
		Steps: []success.BenefitStep{{
			Meta: success.Meta{ID: "s"}, BenefitID: "b", On: day("2025-12-01"), StepKind: "yearly",
			Amount: success.Money{Minor: 100_000, Currency: "EUR"}, Confirmation: "confirmed", ConfirmedOn: day("2025-12-01"),
		}},
	}
	if got := standingOrder(t, f); got.Group != success.TendSilent || got.By != -190 {
		t.Errorf("190 days of silence: %+v", got)
	}
}

func TestTheStandingOrderKeepsTheCriticalApart(t *testing.T) {
	t.Parallel()
	order := []success.Tending{
		{Group: success.TendNew, By: -4},
		{Group: success.TendNew, By: 12},
		{Group: success.TendSilent, By: -290},
		{Group: success.TendSilent, By: -130},
		{Group: success.TendRest, By: -4},
		{Group: success.TendRest, By: 1},
		{Group: success.TendCritical, By: -9},
		{Group: success.TendCancelled},
	}
	for i := 1; i < len(order); i++ {
		if order[i-1].Compare(order[i]) >= 0 {
			t.Errorf("%v does not stand before %v", order[i-1], order[i])
		}
	}
}
