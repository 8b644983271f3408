package success_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/success"
)

// ready returns the lines of a figure that are due: "+" those that are done.
func ready(r success.RenewalFigure) []string {
	out := []string{}
	for _, item := range r.Items {
		if !item.Due {
			continue
		}
		mark := "- "
		if item.Done {
			mark = "+ "
		}
		out = append(out, mark+string(item.Key))
	}
	return out
}

func TestTheReadinessListSaysWhatTheGatesReachedWant(t *testing.T) {
	t.Parallel()
	f := busy()
	f.Touchpoints = nil
	settings := &success.Settings{Workspace: success.Workspace{Currency: "EUR"}}
	r, ok := success.RenewalOf(f, settings, testID(2), day("2026-06-09"))
	if !ok || r.Gate != 60 || r.Days != 52 || r.Decision != day("2026-07-31") {
		t.Fatalf("%v: gate %d, %d days to %s", ok, r.Gate, r.Days, r.Decision)
	}
	want := []string{
		"- outcomes_validated", "- readings_fresh", "- proof_fresh", "- something_new", "- people_known",
		"- plan_signed", "- buyer_met", "+ answered",
		"- story_begun", "- story_new", "- ask_written", "- mitigation", "- call_made",
	}
	if diff := cmp.Diff(want, ready(r)); diff != "" {
		t.Error(diff)
	}
	if r.Holds != 1 || r.Of != 12 || !r.Due {
		t.Errorf("%d of %d, call due %v", r.Holds, r.Of, r.Due)
	}
	validated := r.Items[0]
	if validated.Count != 1 || validated.Of != 2 || validated.Record != (success.Link{Kind: "outcome", ID: testID(6)}) {
		t.Errorf("validated: %+v", validated)
	}
	early, _ := success.RenewalOf(f, settings, testID(2), day("2026-03-01"))
	if len(ready(early)) != 0 || early.Gate != 0 || early.Of != 0 {
		t.Errorf("before the first gate: %v", ready(early))
	}
}

func TestWhatARenewalWritesMakesItReady(t *testing.T) {
	t.Parallel()
	f := busy()
	f.Renewals = []success.Renewal{{
		Meta: meta(40), TermID: testID(2), Ask: "Two more years.", Offer: eur(90000), Mitigation: "Ruth every week.",
		Gates:     []success.GateCall{{DaysBefore: 30, Call: "at risk", On: day("2026-07-10")}},
		PaperPath: []success.PaperStep{{Step: "Legal", Owner: "Ruth", Due: day("2026-07-01")}, {Step: "Signature"}},
	}}
	f.Stories = []success.Story{{Meta: meta(41), TermID: testID(2), Status: "told", ToldOn: day("2026-07-01")}}
	r, _ := success.RenewalOf(f, &success.Settings{}, testID(2), day("2026-07-15"))
	got := map[success.ReadyKey]success.ReadyItem{}
	for _, item := range r.Items {
		got[item.Key] = item
	}
	for _, key := range []success.ReadyKey{
		success.ReadyAsk, success.ReadyOffer, success.ReadyMitigation, success.ReadyStory, success.ReadyTold, success.ReadyCall,
	} {
		if !got[key].Done {
			t.Errorf("%s is not done: %+v", key, got[key])
		}
	}
	if paper := got[success.ReadyPaper]; paper.Done || paper.Count != 1 || paper.Of != 2 {
		t.Errorf("paper path: %+v", paper)
	}
	if late := got[success.ReadyPaperTime]; late.Done || late.On != day("2026-07-01") {
		t.Errorf("paper on time: %+v", late)
	}
}

func TestGatesOfTheWorkspaceTakeTheListOver(t *testing.T) {
	t.Parallel()
	settings := &success.Settings{Workspace: success.Workspace{Gates: []success.Count{45, 180, 90}}}
	f := busy()
	r, _ := success.RenewalOf(f, settings, testID(2), day("2026-06-09"))
	at := map[success.ReadyKey]int{}
	for _, item := range r.Items {
		at[item.Key] = item.Gate
	}
	want := map[success.ReadyKey]int{success.ReadyValidated: 180, success.ReadyPlan: 90, success.ReadyStory: 90, success.ReadyOffer: 45}
	for key, gate := range want {
		if at[key] != gate {
			t.Errorf("%s is wanted at %d, not at %d", key, at[key], gate)
		}
	}
	if r.Gate != 90 {
		t.Errorf("52 days before the gate of 90 stands, not %d", r.Gate)
	}
}

func TestASignalIsTheWorstOfWhatTheRecordsSay(t *testing.T) {
	t.Parallel()
	f := busy()
	f.Touchpoints = nil
	r, _ := success.RenewalOf(f, &success.Settings{}, testID(2), day("2026-06-09"))
	if r.Signal.Level != success.RiskAtRisk && r.Signal.Level != success.RiskCritical {
		t.Errorf("little is ready and the signal is %s", r.Signal.Level)
	}
	kinds := map[string]bool{}
	for _, reason := range r.Signal.Reasons {
		kinds[reason.Kind] = true
	}
	if !kinds["flag"] || !kinds["readiness"] || !kinds["verdict"] {
		t.Errorf("reasons: %+v", r.Signal.Reasons)
	}
	f.Renewals = []success.Renewal{{Meta: meta(40), TermID: testID(2), Gates: []success.GateCall{{DaysBefore: 60, Call: "on track", On: day("2026-06-05")}}}}
	if r, _ = success.RenewalOf(f, &success.Settings{}, testID(2), day("2026-06-09")); r.Disagrees != success.DisagreesHopeful || r.Due {
		t.Errorf("disagrees %q, due %v", r.Disagrees, r.Due)
	}
	unknown := &success.File{Account: success.Account{Meta: meta(1)}, Terms: f.Terms}
	r, _ = success.RenewalOf(unknown, &success.Settings{}, testID(2), day("2026-06-09"))
	if r.Signal.Level != success.RiskUnknown || len(r.Signal.Reasons) != 0 {
		t.Errorf("nothing is known, and the signal is %+v", r.Signal)
	}
}

func TestCallAndSignalAreNotAveraged(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		call   string
		signal success.RiskLevel
		want   success.Word
	}{
		{"on track", success.RiskAtRisk, success.DisagreesHopeful},
		{"on track", success.RiskCritical, success.DisagreesHopeful},
		{"on track", success.RiskWatch, ""},
		{"on track", success.RiskUnknown, ""},
		{"at risk", success.RiskOnTrack, success.DisagreesWorried},
		{"at risk", success.RiskWatch, ""},
		{"monitor", success.RiskCritical, ""},
		{"", success.RiskCritical, ""},
	} {
		if got := success.Disagreement(c.call, c.signal); got != c.want {
			t.Errorf("%q against %q: %q", c.call, c.signal, got)
		}
	}
}
