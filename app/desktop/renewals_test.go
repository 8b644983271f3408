package desktop_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

var allRenewals = desktop.RenewalsQuery{CSMs: []string{"*"}}

func renewalsOf(t *testing.T, r *desktop.Renewals, q desktop.RenewalsQuery) desktop.RenewalsView {
	t.Helper()
	view, err := r.Page(q)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := json.Marshal(view); err != nil {
		t.Fatalf("the renewals cannot cross: %v", err)
	}
	return view
}

func cardNamed(t *testing.T, view desktop.RenewalsView, name string) desktop.RenewalCardView {
	t.Helper()
	for _, card := range view.Cards {
		if card.Name == name {
			return card
		}
	}
	t.Fatalf("no renewal of %s", name)
	return desktop.RenewalCardView{}
}

func oneRenewal(t *testing.T, r *desktop.Renewals, in desktop.RenewalInput) desktop.RenewalView {
	t.Helper()
	view, err := r.Renewal(in.Account, in.Term)
	if err != nil {
		t.Fatal(err)
	}
	return view
}

func inputOf(card desktop.RenewalCardView) desktop.RenewalInput {
	return desktop.RenewalInput{Account: card.Account, Term: card.Term}
}

func TestTheBoardAndTheCalendarHoldEachRenewalOnce(t *testing.T) {
	t.Parallel()
	view := renewalsOf(t, desktop.NewRenewals(newSample(t)), allRenewals)
	board, months := 0, 0
	for _, c := range view.Columns {
		board += c.Count
	}
	for _, m := range view.Months {
		months += m.Count
	}
	if view.Total == 0 || board != view.Total || months != view.Total || len(view.Cards) != view.Total {
		t.Fatalf("%d renewals, %d on the board, %d in months, %d cards", view.Total, board, months, len(view.Cards))
	}
	for _, c := range view.Columns {
		for _, term := range c.Terms {
			at := slices.IndexFunc(view.Cards, func(card desktop.RenewalCardView) bool { return card.Term == term })
			card := view.Cards[at]
			if c.Key == "gate" && card.Gate != c.Gate || c.Key == "passed" && card.Days >= 0 || c.Key == "ahead" && card.Gate != 0 {
				t.Errorf("%s, %d days ahead, stands in %s %d", card.Name, card.Days, c.Key, c.Gate)
			}
		}
	}
	few := renewalsOf(t, desktop.NewRenewals(newSample(t)), desktop.RenewalsQuery{CSMs: []string{"*"}, Limit: 1})
	if few.Total != view.Total || len(few.Cards) >= len(view.Cards) {
		t.Errorf("one of a column: %d of %d renewals, %d cards", few.Total, view.Total, len(few.Cards))
	}
}

func TestACardSaysWhatTheRenewalSays(t *testing.T) {
	t.Parallel()
	renewals := desktop.NewRenewals(newSample(t))
	view := renewalsOf(t, renewals, allRenewals)
	for _, card := range view.Cards {
		one := oneRenewal(t, renewals, inputOf(card))
		if one.Holds != card.Holds || one.Of != card.Of || one.Signal != card.Signal || one.Disagrees != card.Disagrees ||
			one.Days != card.Days || one.Gate != card.Gate || one.Call != card.Call {
			t.Errorf("%s: the board says %+v, the renewal %s %d of %d %s %s", card.Name, card, one.Signal, one.Holds, one.Of, one.Call, one.Disagrees)
		}
	}
}

func TestACallThatDiffersFromTheRecordsNeedsItsReason(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	renewals := desktop.NewRenewals(app)
	card := cardNamed(t, renewalsOf(t, renewals, allRenewals), "Kestrel Parcel")
	in := inputOf(card)
	if card.Days > 90 || card.Signal != "critical" && card.Signal != "at risk" {
		t.Fatalf("%d days and %s", card.Days, card.Signal)
	}
	if _, err := renewals.Call(desktop.RenewalCallInput{Renewal: in, Call: "monitor"}); fieldOf(t, err) != "call" {
		t.Errorf("monitor within 90 days: %v", err)
	}
	if _, err := renewals.Call(desktop.RenewalCallInput{Renewal: in, Call: "on track"}); fieldOf(t, err) != "reason" {
		t.Errorf("on track against the records: %v", err)
	}
	written, err := renewals.Call(desktop.RenewalCallInput{Renewal: in, Call: "on track", Reason: "The board said yes by telephone."})
	if err != nil {
		t.Fatal(err)
	}
	if written.Action.ID == "" || !strings.Contains(written.Action.Label, "Kestrel Parcel") {
		t.Errorf("the action is %+v", written.Action)
	}
	one := oneRenewal(t, renewals, in)
	at := slices.IndexFunc(one.Gates, func(g desktop.RenewalGateView) bool { return g.Now })
	if at < 0 || one.Gates[at].Call != "on track" || one.Gates[at].Disagrees != "hopeful" || one.Disagrees != "hopeful" {
		t.Fatalf("the gates are %+v, and %s", one.Gates, one.Disagrees)
	}
	if after := cardNamed(t, renewalsOf(t, renewals, allRenewals), card.Name); after.Disagrees != "hopeful" || after.Due {
		t.Errorf("the board says %+v", after)
	}
}

func TestARenewalIsWrittenAndTakenBack(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	renewals := desktop.NewRenewals(app)
	in := inputOf(cardNamed(t, renewalsOf(t, renewals, allRenewals), "Meridian Steel"))
	before := oneRenewal(t, renewals, in)
	if len(before.Paper) != 0 || before.Ask != "" {
		t.Fatalf("the sample has a paper path: %+v", before.Paper)
	}
	for field, text := range map[string]string{
		"ask": "Two years.", "offer": "99000", "forecast_arr": "120000.50", "probability": "0.7", "mitigation": "Ask who opens the weighbridge.",
	} {
		if _, err := renewals.Write(in, field, text); err != nil {
			t.Fatalf("%s: %v", field, err)
		}
	}
	if _, err := renewals.Write(in, "probability", "7"); err == nil {
		t.Error("a probability of 7 was taken")
	}
	if _, err := renewals.Write(in, "gates", "[]"); fieldOf(t, err) != "gates" {
		t.Errorf("gates were written as a field: %v", err)
	}
	if _, err := renewals.WriteStep(desktop.RenewalStepInput{Renewal: in, Step: "Legal", Owner: "Karol Wójcik", Due: "2026-06-01"}); err != nil {
		t.Fatal(err)
	}
	if _, err := renewals.WriteStep(desktop.RenewalStepInput{Renewal: in, Step: "Legal"}); fieldOf(t, err) != "step" {
		t.Errorf("a step came twice: %v", err)
	}
	if _, err := renewals.WriteLine(in, "", "The director has seen it"); err != nil {
		t.Fatal(err)
	}
	if _, err := renewals.Tick(in, "The director has seen it", true); err != nil {
		t.Fatal(err)
	}
	one := oneRenewal(t, renewals, in)
	if one.Ask != "Two years." || *one.Offer != 99000 || *one.Forecast != 120000.5 || *one.Probability != 0.7 {
		t.Errorf("written: %+v", one)
	}
	if len(one.Paper) != 1 || !one.Paper[0].Late || len(one.Checklist) != 1 || one.Checklist[0].DoneOn != one.Today {
		t.Errorf("paper %+v, checklist %+v", one.Paper, one.Checklist)
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if one = oneRenewal(t, renewals, in); one.Checklist[0].DoneOn != "" {
		t.Error("the tick was not taken back")
	}
	if _, err := renewals.RemoveStep(in, "Legal"); err != nil {
		t.Fatal(err)
	}
	if _, err := renewals.RemoveStep(in, "Legal"); err == nil {
		t.Error("a step was removed twice")
	}
}

func TestAResultBeginsTheTermThatFollows(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	renewals := desktop.NewRenewals(app)
	in := inputOf(cardNamed(t, renewalsOf(t, renewals, allRenewals), "Meridian Steel"))
	result := desktop.RenewalResultInput{Renewal: in, Result: "expanded", ARR: "100", Reason: "They saw the figures.", Lessons: "Ask earlier.", Next: true}
	if _, err := renewals.Result(result); fieldOf(t, err) != "arr" {
		t.Errorf("an expanded term that brings less: %v", err)
	}
	result.ARR = "130000"
	if _, err := renewals.Result(result); err != nil {
		t.Fatal(err)
	}
	one := oneRenewal(t, renewals, in)
	if one.Result != "expanded" || *one.ResultARR != 130000 || one.Lessons != "Ask earlier." || len(one.Items) != 0 {
		t.Errorf("the result is %+v", one)
	}
	at := slices.IndexFunc(one.Others, func(o desktop.RenewalOtherView) bool { return o.Result == "open" })
	if at >= 0 {
		t.Errorf("a term that has not begun is listed: %+v", one.Others)
	}
	if _, err := renewals.Result(result); fieldOf(t, err) != "next" {
		t.Errorf("the term that follows was made twice: %v", err)
	}
	if _, err := renewals.Call(desktop.RenewalCallInput{Renewal: in, Call: "on track"}); err == nil {
		t.Error("a term that is over was called")
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if one = oneRenewal(t, renewals, in); one.Result != "open" || one.Lessons != "" {
		t.Errorf("one Undo leaves %s and %q", one.Result, one.Lessons)
	}
}

func TestTheForecastSaysWhatMovedSinceMonday(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	renewals := desktop.NewRenewals(app)
	view, err := renewals.Forecast([]string{"*"})
	if err != nil {
		t.Fatal(err)
	}
	if len(view.Quarters) != 4 || view.Quarters[0].Quarter != "2026-04-01" || view.Since != "2026-06-08" {
		t.Fatalf("since %s: %+v", view.Since, view.Quarters)
	}
	if view.Moved != 0 || view.Calls != nil {
		t.Errorf("a fresh sample moved: %+v, calls %+v", view.Moves, view.Calls)
	}
	card := cardNamed(t, renewalsOf(t, renewals, allRenewals), "Kestrel Parcel")
	in := inputOf(card)
	was := 0.0
	if card.Forecast != nil {
		was = *card.Forecast
	}
	if _, err := renewals.Write(in, "forecast_arr", "10000"); err != nil {
		t.Fatal(err)
	}
	if view, err = renewals.Forecast([]string{"*"}); err != nil {
		t.Fatal(err)
	}
	if view.Moved != 1 || view.Moves[0].Name != card.Name || view.Moves[0].To != 10000 || view.Moves[0].From != was {
		t.Errorf("from %v: %+v", was, view.Moves)
	}
	if _, err := desktop.NewSettings(app).SetCSMFigures(true); err != nil {
		t.Fatal(err)
	}
	if view, err = renewals.Forecast([]string{"*"}); err != nil || len(view.Calls) == 0 {
		t.Errorf("past calls: %+v, %v", view.Calls, err)
	}
}

func TestABadRenewalIsRefusedInWords(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	renewals := desktop.NewRenewals(app)
	in := inputOf(cardNamed(t, renewalsOf(t, renewals, allRenewals), "Meridian Steel"))
	if _, err := renewals.Renewal(in.Account, "00000000-0000-7000-8000-000000000000"); desktop.ProblemOf(err).Code != success.CodeNotFound {
		t.Errorf("a term that is not there: %v", err)
	}
	for field, result := range map[string]desktop.RenewalResultInput{
		"result": {Result: "won"}, "on": {Result: "renewed", On: "2027-01-01"}, "arr": {Result: "renewed", ARR: "lots"},
		"start": {Result: "renewed", Next: true, Start: "soon"},
	} {
		result.Renewal = in
		if _, err := renewals.Result(result); fieldOf(t, err) != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}
