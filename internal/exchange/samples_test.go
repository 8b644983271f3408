package exchange_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

var today = success.MustDate("2026-11-21")

func readFile(tb testing.TB, path string) *exchange.Table {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	t, err := exchange.ReadTable(filepath.Base(path), f, 0)
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

func readText(tb testing.TB, text string) *exchange.Table {
	tb.Helper()
	t, err := exchange.ReadTable("file.csv", strings.NewReader(text), 0)
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// take plans and applies a table and answers what it did.
func take(tb testing.TB, s *shelf, t *exchange.Table, o exchange.Options) exchange.Result {
	tb.Helper()
	p := plan(tb, s, t, o)
	before := p.Result()
	r, err := p.Apply(s, nil)
	if err != nil {
		tb.Fatal(err)
	}
	if before.New != r.New || before.Changed != r.Changed || before.Same != r.Same || before.Refused != r.Refused {
		tb.Fatalf("the plan said %+v, applying did %+v", before, r)
	}
	return r
}

func plan(tb testing.TB, s *shelf, t *exchange.Table, o exchange.Options) *exchange.Plan {
	tb.Helper()
	o.Today = today
	if o.WorkspaceCurrency == "" {
		o.WorkspaceCurrency = "EUR"
	}
	p, err := exchange.NewPlan(t, s, o)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func counts(r exchange.Result) [4]int { return [4]int{r.New, r.Changed, r.Same, r.Refused} }

type expectedAccount struct{ name, domain, arr, currency, start, renewal string }

func expectedAccounts(tb testing.TB) []expectedAccount {
	tb.Helper()
	f, err := os.Open("testdata/header_samples/expected_accounts.csv")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	var out []expectedAccount
	for _, r := range rows[1:] {
		out = append(out, expectedAccount{r[0], r[1], r[6], r[7], r[8], r[9]})
	}
	return out
}

func TestEachVendorsFileBringsTheSameCompanies(t *testing.T) {
	t.Parallel()
	for _, vendor := range []struct {
		file, source      string
		start, currencies bool // whether the file holds them
	}{
		{"hubspot_companies.csv", "hubspot", true, false},
		{"pipedrive_deals.csv", "pipedrive", true, true},
		{"zoho_accounts.csv", "zoho", true, false},
		{"dynamics_accounts.csv", "dynamics", false, false},
		{"gainsight_companies.csv", "gainsight", true, false},
		{"expected_accounts.csv", "import", true, true},
	} {
		t.Run(vendor.file, func(t *testing.T) {
			t.Parallel()
			s := newShelf("EUR")
			table := readFile(t, "testdata/header_samples/"+vendor.file)
			if got := counts(take(t, s, table, exchange.Options{})); got != [4]int{12, 0, 0, 0} {
				t.Fatalf("new, changed, same, refused = %v", got)
			}
			accounts, terms := all[success.Account](t, s, "account"), all[success.Term](t, s, "term")
			if len(accounts) != 12 || len(terms) != 12 {
				t.Fatalf("%d accounts and %d terms", len(accounts), len(terms))
			}
			for i, want := range expectedAccounts(t) {
				a, term := accounts[i], terms[i]
				if a.Name != want.name || term.AccountID != a.ID {
					t.Fatalf("account %d is %q with a term of %s", i, a.Name, term.AccountID)
				}
				currency := term.ARR.Currency
				if vendor.currencies && currency != want.currency {
					t.Errorf("%s: currency %s, want %s", a.Name, currency, want.currency)
				}
				if m, err := success.ParseMoney(want.arr, currency); err != nil || term.ARR != m {
					t.Errorf("%s: ARR %s, want %s", a.Name, term.ARR.Text(), want.arr)
				}
				if term.End.String() != want.renewal {
					t.Errorf("%s: renewal %s, want %s", a.Name, term.End, want.renewal)
				}
				if term.Start != term.End.AddYears(-1) {
					t.Errorf("%s: a missing start is %s, want a year before %s", a.Name, term.Start, term.End)
				}
				if vendor.start && a.StartDate.String() != want.start {
					t.Errorf("%s: start %s, want %s", a.Name, a.StartDate, want.start)
				}
				if vendor.source != "import" && vendor.source != "pipedrive" && a.ExternalIDs[vendor.source] == "" {
					t.Errorf("%s: no id of %s in %v", a.Name, vendor.source, a.ExternalIDs)
				}
			}
			if got := counts(take(t, s, table, exchange.Options{})); got != [4]int{0, 0, 12, 0} {
				t.Errorf("the same file again: new, changed, same, refused = %v", got)
			}
		})
	}
}

func TestSalesforceAccountsComeInWhole(t *testing.T) {
	t.Parallel()
	s := newShelf("EUR")
	table := readFile(t, "testdata/salesforce/accounts.csv")
	if table.Encoding != "Windows-1252" || table.Delimiter != "," || len(table.Columns) != 38 {
		t.Errorf("read as %s with %q and %d columns", table.Encoding, table.Delimiter, len(table.Columns))
	}
	if got := counts(take(t, s, table, exchange.Options{})); got != [4]int{423, 0, 0, 0} {
		t.Fatalf("new, changed, same, refused = %v", got)
	}
	names := map[string]int{}
	for _, a := range all[success.Account](t, s, "account") {
		names[a.Name]++
		if a.ExternalIDs["salesforce"] == "" {
			t.Errorf("%s has no Salesforce id: %v", a.Name, a.ExternalIDs)
		}
		if strings.ContainsRune(a.Name, '\uFFFD') || !a.StartDate.IsZero() {
			t.Errorf("%q starts on %s", a.Name, a.StartDate)
		}
	}
	if len(names) != 422 {
		t.Errorf("%d different names", len(names))
	}
	if n := len(s.order["term"]); n != 0 {
		t.Errorf("%d terms out of a file without contracts", n)
	}
	if got := counts(take(t, s, table, exchange.Options{})); got != [4]int{0, 0, 423, 0} {
		t.Errorf("the same file again: new, changed, same, refused = %v", got)
	}
}

func TestHubspotWarehouseTables(t *testing.T) {
	t.Parallel()
	s := newShelf("USD")
	table := readFile(t, "testdata/hubspot/company_data.csv")
	if got := counts(take(t, s, table, exchange.Options{})); got != [4]int{24, 0, 0, 0} {
		t.Errorf("new, changed, same, refused = %v", got)
	}
	for _, a := range all[success.Account](t, s, "account") {
		if a.ExternalIDs["hubspot"] == "" {
			t.Errorf("%s: ids %v", a.Name, a.ExternalIDs)
		}
	}
	if n := len(s.order["term"]); n != 0 {
		t.Errorf("annual revenue made %d terms", n)
	}
}
