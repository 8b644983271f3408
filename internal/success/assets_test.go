package success_test

import (
	"math"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

func isNear(a, b float64) bool { return math.Abs(a-b) <= 1e-6*max(1, math.Abs(a)) }

func isNearOrNone(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return isNear(*a, *b)
}

// TestAssetsAreTheSameAllAtOnceAndOneByOne goes through every book of the vectors on
// several days.
func TestAssetsAreTheSameAllAtOnceAndOneByOne(t *testing.T) {
	t.Parallel()
	bundles, err := filepath.Glob("testdata/vectors/*/bundle")
	must(t, err)
	compared := 0
	for _, path := range bundles {
		book := loadBundle(t, path)
		for _, to := range []string{"2025-03-01", "2026-06-09", "2027-01-15"} {
			q := success.AssetTerms{From: day(to).AddYears(-1), To: day(to), Discount: 0.1, Growth: 0.04}
			lines := success.Assets(book, q)
			sum := success.SumAssets(lines)
			r := success.Retention(book, q.From, q.To)
			if sum.Base != r.Accounts || sum.Kept != r.Kept || !isNear(sum.Was, r.ARRFrom) || !isNear(sum.Is, r.ARRTo) ||
				!isNearOrNone(sum.GRR, r.GRR) || !isNearOrNone(sum.NRR, r.NRR) || !isNearOrNone(sum.Logo, r.Logo) {
				t.Errorf("%s on %s: %+v, and retention %+v", path, to, sum, r)
			}
			offer := success.DefaultOffer(&book.Settings, q.To)
			totals := success.Portfolio(book, q.To, offer).Totals
			if sum.Accounts != totals.Accounts || !isNear(sum.ARR, totals.ARR) || !isNearOrNone(sum.Herfindahl, totals.Herfindahl) {
				t.Errorf("%s on %s: %+v, and the portfolio %+v", path, to, sum, totals)
			}
			for i := range lines {
				compared++
				compareAsset(t, book, &lines[i], q)
			}
		}
	}
	if compared < 100 {
		t.Errorf("only %d accounts were compared", compared)
	}
}

func compareAsset(t *testing.T, book *success.Book, l *success.AssetLine, q success.AssetTerms) {
	t.Helper()
	one, err := success.Asset(book, l.Account, q.To, q.Discount, q.Growth)
	must(t, err)
	if !isNear(one.RetentionRate, l.Retention) || !isNearOrNone(one.CACPaybackMonths, l.Payback) {
		t.Errorf("%+v is %+v among the others", one, *l)
	}
	if one.Currency != book.Settings.Workspace.Currency {
		return // the amounts are the same in another currency
	}
	reason := ""
	if one.Reason != nil {
		reason = *one.Reason
	}
	if !isNear(one.ARR, l.ARR) || !isNear(one.Spread, l.Spread) || !isNearOrNone(one.ExpectedValue, l.Expected) || reason != l.Reason {
		t.Errorf("%+v is %+v among the others", one, *l)
	}
}

func TestASumOfAssetsSaysWhatItLeavesOut(t *testing.T) {
	t.Parallel()
	margin, certain := 0.5, 1.0
	book := &success.Book{Settings: success.Settings{Workspace: success.Workspace{Currency: "EUR"}}}
	for n := range 3 {
		id := 100 * (n + 1)
		f := &success.File{Account: success.Account{Meta: meta(id), StartDate: day("2026-01-01")}}
		f.Terms = []success.Term{{Meta: meta(id + 1), AccountID: testID(id), Start: day("2026-01-01"), End: day("2027-01-01"), ARR: eur(1200)}}
		book.Files = append(book.Files, f)
	}
	book.Files[1].Account.GrossMargin, book.Files[1].Account.AcquisitionCost = &margin, eur(100)
	book.Files[2].Account.GrossMargin = &margin
	book.Files[2].Renewals = []success.Renewal{{Meta: meta(302), TermID: testID(301), Probability: &certain}}
	sum := success.SumAssets(success.Assets(book, success.AssetTerms{From: day("2025-06-09"), To: day("2026-06-09"), Growth: 0.01}))
	if sum.Accounts != 3 || sum.ExpectedOf != 1 || sum.NoMargin != 1 || sum.NoFinite != 1 || sum.PaybackOf != 1 {
		t.Errorf("sum = %+v", sum)
	}
	if sum.Payback == nil || !isNear(*sum.Payback, 2) || sum.GRR != nil || sum.Base != 0 {
		t.Errorf("payback and retention of %+v", sum)
	}
}
