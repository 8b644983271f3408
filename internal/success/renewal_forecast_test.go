package success_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/success"
)

// forecastBook has one account for each way a term may stand, all ending in the
// second quarter of 2026 but the last.
func forecastBook() (*success.Book, map[success.ID]success.RiskLevel) {
	book := &success.Book{Settings: success.Settings{
		Workspace: success.Workspace{Currency: "EUR"},
		Rates:     []success.FxRate{},
	}}
	signals := map[success.ID]success.RiskLevel{}
	add := func(n int, end string, signal success.RiskLevel, result string, resultARR, forecast int64, call string) {
		f := &success.File{Account: success.Account{Meta: meta(100 * n), Name: "A"}}
		term := success.Term{Meta: meta(100*n + 1), AccountID: testID(100 * n), Start: day("2025-06-01"), End: day(end), ARR: eur(1000), Result: result}
		if resultARR > 0 {
			term.ResultARR = eur(resultARR)
		}
		work := success.Renewal{Meta: meta(100*n + 2), TermID: term.ID}
		if forecast > 0 {
			work.ForecastARR = eur(forecast)
		}
		if call != "" {
			work.Gates = []success.GateCall{{DaysBefore: 60, Call: call, On: day("2026-05-01")}}
		}
		f.Terms, f.Renewals = []success.Term{term}, []success.Renewal{work}
		book.Files = append(book.Files, f)
		signals[f.Account.ID] = signal
	}
	add(1, "2026-05-01", success.RiskOnTrack, "expanded", 1500, 0, "on track")
	add(2, "2026-05-02", success.RiskWatch, "cancelled", 0, 0, "at risk")
	add(3, "2026-06-20", success.RiskWatch, "", 0, 1200, "on track")
	add(4, "2026-06-21", success.RiskAtRisk, "", 0, 0, "on track")
	add(5, "2026-06-22", success.RiskOnTrack, "", 0, 800, "at risk")
	add(6, "2026-06-23", success.RiskCritical, "", 0, 0, "")
	add(7, "2026-06-24", success.RiskWatch, "", 0, 0, "")
	add(8, "2026-08-01", success.RiskWatch, "", 0, 0, "on track")
	return book, signals
}

func TestTheForecastStandsByCallSignalAndResult(t *testing.T) {
	t.Parallel()
	book, signals := forecastBook()
	on := day("2026-06-09")
	lines := success.ForecastLines(book, signals, day("2026-04-01"), day("2027-04-01"), on)
	var kinds []success.Word
	for _, line := range lines {
		kinds = append(kinds, line.Kind)
	}
	want := []success.Word{"decided", "lost", "committed", "likely", "at risk", "at risk", "likely", "committed"}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Fatal(diff)
	}
	quarters := success.ForecastQuarters(lines, on, 2)
	expect := success.ForecastQuarter{
		From: day("2026-04-01"), To: day("2026-07-01"), Terms: 7, ARR: 7000,
		Decided: success.ForecastSum{Terms: 1, Expected: 1500}, Lost: success.ForecastSum{Terms: 1, Expected: 1000},
		Committed: success.ForecastSum{Terms: 1, Expected: 1200}, Likely: success.ForecastSum{Terms: 2, Expected: 2000},
		AtRisk: success.ForecastSum{Terms: 2, Expected: 1800}, Disputed: success.ForecastSum{Terms: 2, Expected: 1800},
		// Kept for sure: 1000, 1000, 1000 and 1000 of 7000; the two at risk would add 800 and 1000.
		Gross: &success.Share{Low: 4000. / 7000, High: 5800. / 7000},
		Net:   &success.Share{Low: 4700. / 7000, High: 6500. / 7000},
	}
	if diff := cmp.Diff(expect, quarters[0]); diff != "" {
		t.Error(diff)
	}
	if q := quarters[1]; q.From != day("2026-07-01") || q.Terms != 1 || q.Committed.Terms != 1 {
		t.Errorf("next quarter: %+v", q)
	}
}

func TestAForecastTellsWhatMoved(t *testing.T) {
	t.Parallel()
	before, signals := forecastBook()
	now, _ := forecastBook()
	on := day("2026-06-09")
	now.Files[2].Renewals[0].ForecastARR = eur(1300)
	now.Files[6].Renewals[0].Gates = []success.GateCall{{DaysBefore: 30, Call: "at risk", On: on}}
	before.Files = before.Files[:7]
	lines := func(b *success.Book) []success.ForecastLine {
		return success.ForecastLines(b, signals, day("2026-04-01"), day("2027-04-01"), on)
	}
	var got []string
	var by float64
	for _, m := range success.ForecastMoves(lines(before), lines(now)) {
		was, is := "none", "none"
		if m.Before != nil {
			was = string(m.Before.Kind)
		}
		if m.Now != nil {
			is = string(m.Now.Kind)
		}
		got = append(got, was+" to "+is)
		by += m.Change()
	}
	if diff := cmp.Diff([]string{"committed to committed", "likely to at risk", "none to committed"}, got); diff != "" {
		t.Error(diff)
	}
	if by != 1100 {
		t.Errorf("moved by %v", by)
	}
	if moves := success.ForecastMoves(lines(now), lines(now)); len(moves) != 0 {
		t.Errorf("nothing moved, and %d moves are told", len(moves))
	}
}

func TestPastCallsAreHeldAgainstResults(t *testing.T) {
	t.Parallel()
	book, _ := forecastBook()
	want := []success.CallRecord{{Gate: 60, Call: "on track", Terms: 1, Kept: 1}, {Gate: 60, Call: "at risk", Terms: 1}}
	if diff := cmp.Diff(want, success.CallRecords(book, day("2026-06-09"))); diff != "" {
		t.Error(diff)
	}
}
