package success_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/success"
)

func TestTheQuartersRenewalsStandByTheirLatestCall(t *testing.T) {
	t.Parallel()
	book := &success.Book{Settings: success.Settings{Workspace: success.Workspace{Currency: "EUR"}}}
	add := func(n int, end, result string, gates ...success.GateCall) {
		f := &success.File{Account: success.Account{Meta: meta(100 * n), StartDate: day("2025-01-01")}}
		term := success.Term{Meta: meta(100*n + 1), AccountID: testID(100 * n), Start: day("2025-06-01"), End: day(end), ARR: eur(1000), Result: result}
		if result == "expanded" {
			term.ResultARR = eur(1500)
		}
		f.Terms = []success.Term{term}
		if gates != nil {
			f.Renewals = []success.Renewal{{Meta: meta(100*n + 2), TermID: term.ID, Gates: gates}}
		}
		book.Files = append(book.Files, f)
	}
	early := success.GateCall{DaysBefore: 120, Call: "monitor", On: day("2026-03-01")}
	late := success.GateCall{DaysBefore: 60, Call: "at risk", On: day("2026-05-01")}
	coming := success.GateCall{DaysBefore: 30, Call: "on track", On: day("2026-06-20")}
	add(1, "2026-04-01", "", early, late, coming)
	add(2, "2026-06-30", "")
	add(3, "2026-05-15", "expanded")
	add(4, "2026-07-01", "", early)
	add(5, "2026-03-31", "", early)
	add(6, "2026-06-01", "", early)
	got := success.RenewalsByCall(book, day("2026-06-09"))
	want := success.QuarterFigure{From: day("2026-04-01"), To: day("2026-07-01"), Calls: []success.CallSum{
		{Call: "at risk", Terms: 1, ARR: 1000}, {Call: "monitor", Terms: 1, ARR: 1000},
		{Call: "none", Terms: 1, ARR: 1000}, {Call: "expanded", Terms: 1, ARR: 1500},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
