package desktop_test

import (
	"errors"
	"math"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

func TestWhatIsForSaleIsTheSameFromItsPartsAndInTheHeadline(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	sale, err := desktop.NewWays(app).Sale(desktop.WaysFilter{})
	if err != nil {
		t.Fatal(err)
	}
	head, err := desktop.NewPortfolio(app).Headline()
	if err != nil {
		t.Fatal(err)
	}
	offer := success.Offer{Cheque: sale.Cheque, Migration: 1, Match: 1}
	var yes, maybe, priced float64
	for _, a := range sale.Accounts {
		parts := success.PriceParts{Felt: a.Felt, Bonded: success.Range{Low: a.Low, High: a.High}, Switching: a.Switching}
		priced += a.BookARR
		switch success.SaleAt(parts.WalkAway(offer), offer.Cheque*a.Rate) {
		case success.ForSaleYes:
			yes += a.BookARR
			maybe += a.BookARR
		case success.ForSaleMaybe:
			maybe += a.BookARR
		}
	}
	if math.Abs(yes-head.ForSaleARR) > 1e-6 || math.Abs(maybe-head.MaybeARR) > 1e-6 || math.Abs(priced-head.PricedARR) > 1e-6 {
		t.Errorf("the parts say %v, %v of %v; the headline %+v", yes, maybe, priced, head)
	}
	reasons := map[string]bool{}
	for _, u := range sale.Unpriced {
		reasons[u.Reason] = true
	}
	if len(sale.Accounts) < 8 || !reasons["too new"] {
		t.Errorf("%d accounts with a price, without: %v", len(sale.Accounts), sale.Unpriced)
	}
}

func TestTheReplyRecordNamesTheOldestOpenMessages(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	record, err := desktop.NewWays(app).Replies(accountID(t, app, "Solent Marine Supply"))
	if err != nil {
		t.Fatal(err)
	}
	if record.Replies == nil || record.Replies.Late != 1 || len(record.Open) != 1 || !record.Open[0].Late || record.Open[0].Days != 11 || len(record.Months) != 12 {
		t.Errorf("record = %+v", record)
	}
}

func TestTheRoadsCountEveryAccountOnceAndTheirListsHoldThem(t *testing.T) {
	t.Parallel()
	w := desktop.NewWays(newSample(t))
	roads, err := w.Roads(desktop.WaysFilter{})
	if err != nil {
		t.Fatal(err)
	}
	counted := 0
	for _, cell := range roads.Cells {
		counted += cell.Accounts
		page, err := w.RoadRows(desktop.RoadsQuery{Client: cell.Client, Provider: cell.Provider})
		if err != nil || page.Total != cell.Accounts || len(page.Rows) != cell.Accounts {
			t.Errorf("%s/%s has %d accounts, and %d in its list (%v)", cell.Client, cell.Provider, cell.Accounts, page.Total, err)
		}
	}
	odd, err := w.RoadRows(desktop.RoadsQuery{Odd: true, Limit: 1})
	if err != nil || counted != roads.Accounts || odd.Total != roads.Listed || roads.Mismatched == 0 || roads.Listed < roads.Mismatched || len(odd.Rows) != 1 {
		t.Errorf("%d of %d counted, %d mismatched, %d listed (%v)", counted, roads.Accounts, roads.Mismatched, odd.Total, err)
	}
	if len(odd.Rows) == 1 && odd.Rows[0].Broken == "" {
		t.Errorf("what broke first is not named: %+v", odd.Rows[0])
	}
}

func TestAPhaseIsOverruledWithAReasonShownBesideTheDerivedOneAndUndone(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	w, id := desktop.NewWays(app), accountID(t, app, "Castellan Ports")
	before, err := desktop.NewAccount(app).Header(id)
	if err != nil {
		t.Fatal(err)
	}
	in := desktop.OverruleInput{Account: id, Road: "provider", Phase: "saving", Reason: " "}
	var e *success.Error
	if _, err := w.Overrule(in); !errors.As(err, &e) || e.Field != "reason" {
		t.Fatalf("without a reason: %v", err)
	}
	in.Reason = "Their board decides on Friday"
	if _, err := w.Overrule(in); err != nil {
		t.Fatal(err)
	}
	after, err := desktop.NewAccount(app).Header(id)
	if err != nil || after.ProviderPhase != "saving" || after.ProviderDerived != before.ProviderPhase || after.ProviderReason != in.Reason {
		t.Errorf("header = %+v, %v", after, err)
	}
	rows, err := w.RoadRows(desktop.RoadsQuery{Provider: "saving"})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, row := range rows.Rows {
		found = found || row.ID == id && row.ProviderDerived == before.ProviderPhase && row.ProviderReason == in.Reason
	}
	if !found {
		t.Errorf("the roads do not show it: %+v", rows.Rows)
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	back, err := desktop.NewAccount(app).Header(id)
	if err != nil || back.ProviderPhase != before.ProviderPhase || back.ProviderDerived != "" {
		t.Errorf("after undo: %+v, %v", back, err)
	}
}

func TestTheAssetsOfTheGroupsAddUpToThePortfolios(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	w := desktop.NewWays(app)
	head, err := desktop.NewPortfolio(app).Headline()
	if err != nil {
		t.Fatal(err)
	}
	for _, by := range []string{"type", "csm"} {
		view, err := w.Assets(desktop.AssetsQuery{By: by, Discount: 0.1})
		if err != nil {
			t.Fatal(err)
		}
		var arr, expected float64
		accounts := 0
		for _, g := range view.Groups {
			arr += g.ARR
			expected += g.Expected
			accounts += g.Accounts
		}
		all := view.All
		if len(view.Groups) < 2 || accounts != all.Accounts || math.Abs(arr-all.ARR) > 1e-6 || math.Abs(expected-all.Expected) > 1e-3 {
			t.Errorf("by %s: %d accounts, %v, %v of %+v", by, accounts, arr, expected, all)
		}
		if *all.GRR != *head.Gross || *all.NRR != *head.Net || math.Abs(all.ARR-head.ARR) > 1e-6 || view.From != "2025-06-09" || view.To != "2026-06-09" {
			t.Errorf("assets %+v and headline %+v", all, head)
		}
		if all.ExpectedOf+all.NoMargin+all.NoFinite+all.NoRate != all.Accounts {
			t.Errorf("who is left out is not said: %+v", all)
		}
	}
	lost, err := w.AssetWhy(desktop.AssetsQuery{By: "type"}, "*", "logo")
	if err != nil || len(lost) != 1 || lost[0].Name != "Sundqvist Trävaror" {
		t.Errorf("who left: %+v, %v", lost, err)
	}
	if _, err := w.Assets(desktop.AssetsQuery{From: "2026-01-01", To: "2025-01-01"}); err == nil {
		t.Error("a period that ends before it begins was taken")
	}
}

func TestTheVelocityMapHasEveryPricedAccountAndCountsTheOthers(t *testing.T) {
	t.Parallel()
	view, err := desktop.NewWays(newSample(t)).VelocityMap(desktop.WaysFilter{})
	if err != nil {
		t.Fatal(err)
	}
	left := 0
	for _, l := range view.Left {
		left += l.Accounts
	}
	if len(view.Points) == 0 || len(view.Points)+left != view.Accounts {
		t.Errorf("%d points and %d others of %d", len(view.Points), left, view.Accounts)
	}
	for _, p := range view.Points {
		if p.Relative < -1 || p.Relative > 1 || p.Low > p.High || p.Low < 0 || p.High > 1 {
			t.Errorf("%s is off the map: %+v", p.Name, p)
		}
	}
}
