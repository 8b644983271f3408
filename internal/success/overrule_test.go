package success_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

func TestAPhaseSetByHandHoldsAndTheDerivedOneStays(t *testing.T) {
	t.Parallel()
	f, s := nordhavn()
	on := day("2026-06-09")
	before := success.Roads(f, s, on)
	if before.ClientOverruled != nil || before.ProviderOverruled != nil {
		t.Fatalf("nothing was set, and yet %+v", before)
	}
	f.Account.OverruledProviderPhase, f.Account.OverruledProviderReason = "saving", "Their board decides on Friday"
	f.Account.OverruledProviderOn = on
	f.Account.OverruledClientPhase, f.Account.OverruledClientReason = "growing", "Renewed by word of mouth"
	after := success.Roads(f, s, on)
	if after.Client != before.Client || after.Provider != before.Provider {
		t.Errorf("the derived phases moved from %+v to %+v", before, after)
	}
	if got := after.ProviderOverruled.Held(after.Provider); got != "saving" {
		t.Errorf("ours is %s", got)
	}
	if got := after.ClientOverruled.Held(after.Client); got != "growing" {
		t.Errorf("theirs is %s", got)
	}
	if early := success.Roads(f, s, on.AddDays(-1)); early.ProviderOverruled != nil {
		t.Error("it held before its day")
	}
	why, err := success.Explain("provider_phase", f, s, on)
	if err != nil || why.Result != "saving" {
		t.Fatalf("why = %+v, %v", why, err)
	}
	if !slices.ContainsFunc(why.Rows, func(r success.ExplainRow) bool { return r.Text == before.Provider }) ||
		!slices.ContainsFunc(why.Rows, func(r success.ExplainRow) bool { return r.Text == "Their board decides on Friday" }) {
		t.Errorf("the why names neither the derived phase nor the reason: %+v", why.Rows)
	}
}

func TestAClientThatLeftIsCancelledWhateverWasSet(t *testing.T) {
	t.Parallel()
	f, s := nordhavn()
	f.Account.OverruledClientPhase, f.Account.OverruledClientReason = "growing", "They will come back"
	f.Account.CancelledOn = day("2026-06-01")
	if r := success.Roads(f, s, day("2026-06-09")); r.ClientOverruled != nil || r.Client != success.PhaseCancelled {
		t.Errorf("roads = %+v", r)
	}
}

func TestMismatchesLookAtThePhasesThatHold(t *testing.T) {
	t.Parallel()
	s := &success.Settings{Workspace: success.Workspace{Currency: "EUR"}}
	f := &success.File{Account: success.Account{Meta: meta(1), Name: "Vega", StartDate: day("2025-01-01")}}
	f.Plans = []success.SuccessPlan{{Meta: meta(2), AccountID: testID(1), Title: "Plan"}}
	on := day("2026-06-09")
	const late = "new for longer than the target"
	if r := success.Roads(f, s, on); !slices.Contains(r.Mismatches, late) {
		t.Fatalf("mismatches = %q", r.Mismatches)
	}
	f.Account.OverruledClientPhase, f.Account.OverruledClientReason = "growing", "Value came before our time"
	if r := success.Roads(f, s, on); slices.Contains(r.Mismatches, late) {
		t.Errorf("it is still %q", r.Mismatches)
	}
}

func TestNobodyOverrulesAPhaseWithoutAReason(t *testing.T) {
	t.Parallel()
	fields := success.Fields{"name": json.RawMessage(`"Vega"`), "overruled_client_phase": json.RawMessage(`"growing"`)}
	err := success.Validate("account", fields, day("2026-06-09"))
	var e *success.Error
	if !errors.As(err, &e) || e.Field != "overruled_client_reason" {
		t.Errorf("without a reason: %v", err)
	}
	fields["overruled_client_reason"] = json.RawMessage(`"Value came before our time"`)
	if err := success.Validate("account", fields, day("2026-06-09")); err != nil {
		t.Errorf("with one: %v", err)
	}
	fields["overruled_client_phase"] = json.RawMessage(`"cancelled"`)
	if err := success.Validate("account", fields, day("2026-06-09")); err == nil {
		t.Error("an account was cancelled by opinion")
	}
}

func TestTheEarliestBrokenStepComesFirstAlongOurRoad(t *testing.T) {
	t.Parallel()
	s := &success.Settings{Workspace: success.Workspace{Currency: "EUR"}}
	f := &success.File{Account: success.Account{Meta: meta(1), Name: "Vega", StartDate: day("2026-05-01")}}
	on := day("2026-06-09")
	want := func(phase, check string) {
		t.Helper()
		got, broken := success.EarliestBroken(f, s, on)
		if !broken || got.Phase != phase || got.Check != check {
			t.Errorf("the earliest broken step is %+v (%t), not %s", got, broken, check)
		}
	}
	want("integrating", "success.plan_has_outcome")
	f.Plans = []success.SuccessPlan{{Meta: meta(2), AccountID: testID(1), Title: "Plan"}}
	f.Outcomes = []success.Outcome{{Meta: meta(3), PlanID: testID(2), Statement: "Fewer calls"}}
	want("integrating", "success.outcomes_quoted")
	f.Stakeholders = []success.Stakeholder{{Meta: meta(4), AccountID: testID(1), Name: "Ida"}}
	f.Outcomes[0].Quote, f.Outcomes[0].QuotedStakeholderID, f.Outcomes[0].SaidOn = "Fewer calls", testID(4), day("2026-05-20")
	want("integrating", "success.outcomes_have_client_measure")
	f.Account.CancelledOn = day("2026-06-01")
	if got, broken := success.EarliestBroken(f, s, on); broken {
		t.Errorf("one that left has a broken step: %+v", got)
	}
}
