package desktop_test

import (
	"errors"
	"math"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

func TestEveryRecordThatIsFoundOrExplainedHasAPlaceInTheWindow(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	find, why := desktop.NewSearch(app), desktop.NewWhy(app)
	seen := map[string]bool{}
	check := func(kind, id, account string) {
		t.Helper()
		place, err := find.Place(kind, id)
		if err != nil {
			t.Fatalf("%s %s: %v", kind, id, err)
		}
		if place.Account != account || place.Part == "" || (place.Part == "story") != (place.Story != "") {
			t.Errorf("a %s of %s is shown at %+v", kind, account, place)
		}
		if kind != "account" && (len(place.Records) == 0 || place.Records[0] != kind+"."+id) {
			t.Errorf("a %s is looked for as %v", kind, place.Records)
		}
		seen[kind+" "+place.Part] = true
	}
	for _, words := range []string{"freight", "dispatch", "the", "invoice", "hours", "renewal"} {
		hits, err := find.Find(words)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hits {
			if h.Account != "" {
				check(h.Kind, h.ID, h.Account)
			}
		}
	}
	account := accountID(t, app, "Nordhavn Freight")
	for _, figure := range success.Figures() {
		e, err := why.Explain(account, figure)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range e.Rows {
			if row.Kind != "" {
				check(row.Kind, row.ID, account)
			}
		}
	}
	for _, want := range []string{"account overview", "benefit_step value", "benefit value", "term renewal", "touchpoint conversations"} {
		if !seen[want] {
			t.Errorf("no %s was looked up: %v", want, seen)
		}
	}
	var problem *success.Error
	if _, err := find.Place("benefit", "0194f3a0-0000-7000-8000-00000000dead"); !errors.As(err, &problem) || problem.Code != success.CodeNotFound {
		t.Errorf("a record that is not there: %v", err)
	}
}

func TestTheAccountsBehindAFigureOfTheHeadlineAddUpToIt(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	p := desktop.NewPortfolio(app)
	head, err := p.Headline()
	if err != nil {
		t.Fatal(err)
	}
	figures := map[string]float64{"at_risk": head.AtRiskARR, "for_sale": head.MaybeARR, "arr": head.ARR}
	for figure, want := range figures {
		behind, err := p.Behind(figure)
		if err != nil {
			t.Fatal(err)
		}
		var sum float64
		for _, a := range behind.Accounts {
			sum += a.Now
		}
		if behind.Total > len(behind.Accounts) {
			if sum > want {
				t.Errorf("%s: the first accounts bring %v of %v", figure, sum, want)
			}
			continue
		}
		if math.Abs(sum-want) > 1 {
			t.Errorf("%s: the accounts bring %v, the figure is %v", figure, sum, want)
		}
	}
	gross, err := p.Behind("gross")
	if err != nil {
		t.Fatal(err)
	}
	var lost float64
	for _, a := range gross.Accounts {
		lost += *a.Was - a.Now
	}
	if want := head.BaseARR * (1 - *head.Gross); math.Abs(lost-want) > 1 {
		t.Errorf("the accounts lost %v, the figure %v", lost, want)
	}
	if _, err := p.Behind("mood"); err == nil {
		t.Error("a figure that is not there was explained")
	}
}

func TestWhatLiesInTheBinIsShownInTheHistory(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	account := accountID(t, app, "Castellan Ports")
	made := got[desktop.WrittenView](t)(desktop.NewValue(app).AddBenefit(desktop.BenefitInput{
		Account: account, Title: "Nobody waits", Dimension: "time", On: "2026-06-01", Kind: "yearly", Amount: "1",
		Confirmation: "claimed",
	}))
	find := desktop.NewSearch(app)
	if place := got[desktop.PlaceView](t)(find.Place("benefit", made.ID)); place.Part != "value" || place.Account != account {
		t.Errorf("a benefit is shown at %+v", place)
	}
	got[desktop.UndoneView](t)(desktop.NewHistory(app).Undo())
	if place := got[desktop.PlaceView](t)(find.Place("benefit", made.ID)); place.Part != "history" || place.Account != account {
		t.Errorf("a benefit in the bin is shown at %+v", place)
	}
}
