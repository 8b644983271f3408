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
	sale, err := desktop.NewWays(app).Sale()
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
	roads, err := w.Roads()
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
	if err != nil || counted != roads.Accounts || odd.Total != roads.Mismatched || roads.Mismatched == 0 || len(odd.Rows) != 1 {
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
