package success_test

import (
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

func TestAFlagNamesItsDayAndRecord(t *testing.T) {
	t.Parallel()
	f, s := nordhavn()
	f.Touchpoints = []success.Touchpoint{
		{Meta: meta(700), AccountID: testID(1), On: day("2026-06-01"), Direction: "in", Leaving: true},
		{Meta: meta(701), AccountID: testID(1), On: day("2026-05-01"), Direction: "in", TouchKind: "support"},
	}
	left := success.Stakeholder{Meta: meta(710), AccountID: testID(1), Name: "Ida", Role: "champion", LeftOn: day("2025-08-22")}
	f.Stakeholders = []success.Stakeholder{left}
	r := success.Risk(f, s, ninthOfJune)
	flags := map[success.FlagName]success.Flag{}
	sum := 0
	for _, flag := range r.Flags {
		flags[flag.Name] = flag
		sum += flag.Severity
		if flag.Name.Words() == "" || flag.Record.ID == "" || flag.On == 0 {
			t.Errorf("%+v says too little", flag)
		}
	}
	if sum != r.Sum || r.Risk != success.RiskCritical {
		t.Errorf("%d makes %s", r.Sum, r.Risk)
	}
	for name, expect := range map[success.FlagName]success.Flag{
		success.FlagLeaving:      {Severity: 5, On: day("2026-06-01"), Record: success.Link{Kind: "touchpoint", ID: testID(700)}},
		success.FlagUnanswered:   {Severity: 1, On: day("2026-05-08"), Record: success.Link{Kind: "touchpoint", ID: testID(701)}},
		success.FlagChampionLeft: {Severity: 2, On: day("2025-08-22"), Record: success.Link{Kind: "stakeholder", ID: testID(710)}},
	} {
		expect.Name = name
		if flags[name] != expect {
			t.Errorf("got %+v, expected %+v", flags[name], expect)
		}
	}
}

func TestSellingBeforeFirstValueIsAMismatch(t *testing.T) {
	t.Parallel()
	f, s := nordhavn()
	f.Steps = nil
	f.Touchpoints = []success.Touchpoint{{Meta: meta(700), AccountID: testID(1), On: day("2026-06-01"), TouchKind: "commercial"}}
	r := success.Roads(f, s, day("2026-05-01"))
	if r.Client != success.PhaseNew || r.Provider != success.PhaseIntegrating || len(r.Mismatches) != 1 {
		t.Errorf("before the sale: %+v", r)
	}
	f.Terms[1].End = day("2027-08-31")
	if r = success.Roads(f, s, ninthOfJune); len(r.Mismatches) != 2 {
		t.Errorf("after the sale: %+v", r)
	}
}

func TestOurNamesForSuccessAreQuestioned(t *testing.T) {
	t.Parallel()
	for name, expect := range map[string]bool{
		"NPS": true, "Seats in use": true, "Monthly active users": true, "licenses sold": true, "Churn": true,
		"Health of the line": true, "Days to close": false, "Healthy plants": false, "Seating plan": false,
		"Renewals": true, "Reusage2": false, "usage": true, "Logins/day": true, "": false,
	} {
		if got := success.IsVendorWord(name); got != expect {
			t.Errorf("%q: %v, expected %v", name, got, expect)
		}
	}
}

func TestAPlanIsSignedAtOneVersionOnly(t *testing.T) {
	t.Parallel()
	f, _ := nordhavn()
	f.Plans = []success.SuccessPlan{{Meta: meta(500), AccountID: testID(1), TermID: testID(11), Title: "Berths"}}
	f.Outcomes = []success.Outcome{{Meta: meta(501), PlanID: testID(500), Statement: "No lorry waits"}}
	version := success.PlanVersion(f, testID(500))
	f.Signoffs = []success.PlanSignoff{{Meta: meta(502), PlanID: testID(500), Version: version, SignedOn: day("2026-01-01")}}
	if len(version) != 64 || !success.IsPlanSigned(f, testID(500), ninthOfJune) || success.IsPlanSigned(f, testID(500), day("2025-12-31")) {
		t.Errorf("version %q", version)
	}
	f.Outcomes[0].Statement = "No lorry waits long"
	if success.IsPlanSigned(f, testID(500), ninthOfJune) {
		t.Error("a changed plan is still signed")
	}
	f.Outcomes[0].Statement = "No lorry waits"
	f.Outcomes[0].Priority = people(2)
	if !success.IsPlanSigned(f, testID(500), ninthOfJune) {
		t.Error("a priority is no part of what was signed")
	}
	if got := success.PlanVersion(f, testID(999)); got != "" {
		t.Errorf("a plan that is not there has version %q", got)
	}
}
