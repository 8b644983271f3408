package exchange_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

func TestAnnualRevenueIsNeverARR(t *testing.T) {
	t.Parallel()
	for _, heading := range []string{"Annual Revenue", "AnnualRevenue", "ANNUALREVENUE", "annual_revenue", "Annual Revenue (EUR)", "property_annualrevenue", "Jahresumsatz", "Revenue", "Yearly Revenue", "Last ARR", "New ARR", "ARR growth"} {
		s := newShelf("EUR")
		take(t, s, readText(t, "Account Name;"+heading+";Renewal date\nAlder;5000000;2025-03-31\n"), exchange.Options{})
		if term := all[success.Term](t, s, "term")[0]; !term.ARR.IsZero() {
			t.Errorf("%s became an ARR of %s", heading, term.ARR.Text())
		}
	}
}

func TestHeadingsOfContractsAreFound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ heading, cell, want string }{
		{"ARR", "12000", "12000.00 EUR"},
		{"Annual Recurring Revenue", "12000", "12000.00 EUR"},
		{"ARR__c", "12000", "12000.00 EUR"},
		{"Current_ARR__c", "12000", "12000.00 EUR"},
		{"ARR (USD)", "12000", "12000.00 USD"},
		{"ARR in CHF", "12000", "12000.00 CHF"},
		{"ARR [€]", "12000", "12000.00 EUR"},
		{"Total ARR of all products", "12000", "12000.00 EUR"},
		{"MRR", "1000", "12000.00 EUR"},
		{"Monthly Recurring Revenue", "1000.5", "12006.00 EUR"},
		{"mrr_amount", "1000", "12000.00 EUR"},
		{"ACV", "12000", "12000.00 EUR"},
	} {
		s := newShelf("EUR")
		take(t, s, readText(t, "Account Name;"+c.heading+";Renewal_Date__c\nAlder;"+c.cell+";2025-03-31\n"), exchange.Options{})
		term := all[success.Term](t, s, "term")[0]
		if got := term.ARR.Text() + " " + term.ARR.Currency; got != c.want || term.End.String() != "2025-03-31" {
			t.Errorf("%s: %s, ends %s", c.heading, got, term.End)
		}
	}
}

func TestCurrencyComesFromTheColumnElseThePersonElseTheWorkspace(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text  string
		given string
		want  string
	}{
		"column":                    {"name,ARR,Renewal date,Currency\nA,1,2025-01-31,CHF\n", "USD", "CHF"},
		"column in words":           {"name,ARR,Renewal date,Currency\nA,1,2025-01-31,Euro (EUR)\n", "USD", "EUR"},
		"empty column":              {"name,ARR,Renewal date,Currency\nA,1,2025-01-31,\n", "USD", "USD"},
		"given":                     {"name,ARR,Renewal date\nA,1,2025-01-31\n", "USD", "USD"},
		"the workspace's":           {"name,ARR,Renewal date\nA,1,2025-01-31\n", "", "EUR"},
		"a sign beats the rest":     {"name,ARR,Renewal date\nA,£1,2025-01-31\n", "USD", "GBP"},
		"a shared sign yields":      {"name,ARR,Renewal date\nA,$1,2025-01-31\n", "CAD", "CAD"},
		"a shared sign is a dollar": {"name,ARR,Renewal date\nA,$1,2025-01-31\n", "", "USD"},
	} {
		s := newShelf("EUR")
		take(t, s, readText(t, c.text), exchange.Options{Currency: c.given})
		term, account := all[success.Term](t, s, "term")[0], all[success.Account](t, s, "account")[0]
		if term.ARR.Currency != c.want || account.Currency != c.want {
			t.Errorf("%s: %s, account %s, want %s", name, term.ARR.Currency, account.Currency, c.want)
		}
	}
}

func TestIDsThenNamesThenWebsitesFindAnAccount(t *testing.T) {
	t.Parallel()
	const there = "Record ID,Company name,Company Domain Name,Lifecycle Stage\n1,Alder & Finch Logistics,alderfinch.example,customer\n2,Twin,one.example,customer\n3,Twin,two.example,customer\n"
	for name, c := range map[string]struct {
		text string
		want [4]int
	}{
		"the same id under another name":      {"Record ID,Company name,Lifecycle Stage\n1,Alder Group,customer\n", [4]int{0, 1, 0, 0}},
		"another program's id, same name":     {"GSID,Company Name\n1P02,alder & finch  logistics\n", [4]int{0, 1, 0, 0}},
		"another id of the same program":      {"Record ID,Company name,Lifecycle Stage\n9,Alder & Finch Logistics,customer\n", [4]int{1, 0, 0, 0}},
		"only a name":                         {"Company name\nAlder & Finch Logistics\n", [4]int{0, 0, 1, 0}},
		"a name that two have":                {"Company name\nTwin\n", [4]int{0, 0, 0, 1}},
		"a name that two have, and a website": {"Company name,Website\nTwin,https://www.two.example/\n", [4]int{0, 1, 0, 0}},
		"same name, other website":            {"Company name,Website\nAlder & Finch Logistics,https://other.example\n", [4]int{1, 0, 0, 0}},
		"same website, legal form":            {"Company name,Website\n\"Alder & Finch Logistics, Inc.\",alderfinch.example\n", [4]int{0, 1, 0, 0}},
		"same website, other name":            {"Company name,Website\nFinch Holding,alderfinch.example\n", [4]int{1, 0, 0, 0}},
		"twice in one file":                   {"Company name\nNew\nNew\n", [4]int{1, 0, 1, 0}},
		"deleted where it comes from":         {"id,property_name,is_deleted\n7,Gone,TRUE\n", [4]int{0, 0, 0, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newShelf("EUR")
			take(t, s, readText(t, there), exchange.Options{})
			table := readText(t, c.text)
			if got := counts(take(t, s, table, exchange.Options{})); got != c.want {
				t.Errorf("new, changed, same, refused = %v, want %v", got, c.want)
			}
			if again := counts(take(t, s, table, exchange.Options{})); again[0]+again[1] != 0 {
				t.Errorf("again: %v", again)
			}
		})
	}
}

func TestALaterEndIsARenewalAndNothingIsLost(t *testing.T) {
	t.Parallel()
	const first = "id,name,ARR,Renewal date\n7,Alder,10000,2025-03-31\n"
	for name, c := range map[string]struct {
		text  string
		terms []string
	}{
		"a year later":           {"id,name,ARR,Renewal date\n7,Alder,12000,2026-03-31\n", []string{"2024-03-31 2025-03-31 10000.00", "2025-03-31 2026-03-31 12000.00"}},
		"two years later":        {"id,name,ARR,Renewal date\n7,Alder,12000,2027-03-31\n", []string{"2024-03-31 2025-03-31 10000.00", "2026-03-31 2027-03-31 12000.00"}},
		"with its start":         {"id,name,ARR,Term start,Renewal date\n7,Alder,12000,2025-04-01,2027-03-31\n", []string{"2024-03-31 2025-03-31 10000.00", "2025-04-01 2027-03-31 12000.00"}},
		"a month later":          {"id,name,ARR,Renewal date\n7,Alder,10000,2025-04-30\n", []string{"2024-03-31 2025-04-30 10000.00"}},
		"another amount":         {"id,name,ARR,Renewal date\n7,Alder,9000,2025-03-31\n", []string{"2024-03-31 2025-03-31 9000.00"}},
		"a known start":          {"id,name,ARR,Term start,Renewal date\n7,Alder,10000,2024-03-31,2027-03-31\n", []string{"2024-03-31 2027-03-31 10000.00"}},
		"an older term":          {"id,name,ARR,Renewal date\n7,Alder,8000,2024-03-31\n", []string{"2024-03-31 2025-03-31 10000.00", "2023-03-31 2024-03-31 8000.00"}},
		"an earlier end":         {"id,name,ARR,Renewal date\n7,Alder,10000,2025-01-31\n", []string{"2024-03-31 2025-01-31 10000.00"}},
		"an add-on":              {"id,name,Contract,ARR,Renewal date\n7,Alder,Analytics,500,2025-03-31\n", []string{"2024-03-31 2025-03-31 10000.00", "2024-03-31 2025-03-31 500.00"}},
		"no ARR":                 {"id,name,ARR,Renewal date\n7,Alder,,2025-03-31\n", []string{"2024-03-31 2025-03-31 10000.00"}},
		"an end before its term": {"id,name,ARR,Term start,Renewal date\n7,Alder,1,2025-03-31,2025-03-31\n", []string{"2024-03-31 2025-03-31 10000.00"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newShelf("EUR")
			take(t, s, readText(t, first), exchange.Options{})
			table := readText(t, c.text)
			take(t, s, table, exchange.Options{})
			var got []string
			for _, term := range all[success.Term](t, s, "term") {
				got = append(got, term.Start.String()+" "+term.End.String()+" "+term.ARR.Text())
			}
			if diff := cmp.Diff(c.terms, got); diff != "" {
				t.Error(diff)
			}
			if again := counts(take(t, s, table, exchange.Options{})); again[0]+again[1] != 0 {
				t.Errorf("again: %v", again)
			}
		})
	}
}

func TestTwoDealsOfOneAccountAreTwoContracts(t *testing.T) {
	t.Parallel()
	s := newShelf("EUR")
	table := readText(t, "Deal - ID,Deal - Title,Deal - Value,Deal - Currency of value,Organization,Deal - Status,Deal - Expected close date\n"+
		"1,Base,10000,EUR,Alder,Won,2025-03-31\n2,Add-on,500,EUR,Alder,Won,2025-03-31\n3,Never,99,EUR,Alder,Lost,2025-06-30\n")
	if got := counts(take(t, s, table, exchange.Options{})); got != [4]int{1, 1, 1, 0} {
		t.Errorf("new, changed, same, refused = %v", got)
	}
	var contracts []string
	for _, term := range all[success.Term](t, s, "term") {
		contracts = append(contracts, term.Contract+" "+term.ARR.Text())
	}
	if diff := cmp.Diff([]string{"main 10000.00", "Add-on 500.00"}, contracts); diff != "" {
		t.Error(diff)
	}
	if got := counts(take(t, s, table, exchange.Options{})); got != [4]int{0, 0, 3, 0} {
		t.Errorf("again: %v", got)
	}
}

func TestAColumnGoesWhereAPersonSays(t *testing.T) {
	t.Parallel()
	const text = "Firm,Number,Price,Until,Colour,Noise\nAlder,7,1200,31.12.2025,green,x\n"
	s := newShelf("EUR")
	o := exchange.Options{As: exchange.AsAccounts, Source: "SAP", Map: map[string]string{
		"Firm": "name", "Number": "external_id", "Price": "arr", "until": "renewal_date", "Colour": "attributes.Color", "Noise": "",
	}}
	take(t, s, readText(t, text), o)
	account, term := all[success.Account](t, s, "account")[0], all[success.Term](t, s, "term")[0]
	if account.Name != "Alder" || account.ExternalIDs["sap"] != "7" || term.ARR.Text() != "1200.00" || term.End.String() != "2025-12-31" {
		t.Errorf("got %+v and %+v", account, term)
	}
	if len(account.Attributes) != 1 || string(account.Attributes["Color"]) != `"green"` {
		t.Errorf("attributes: %s", account.Attributes)
	}
	for _, bad := range []map[string]string{{"Nowhere": "name"}, {"Firm": "nothing"}} {
		_, err := exchange.Match(readText(t, text), exchange.Options{As: exchange.AsAccounts, Map: bad})
		var person *success.Error
		if !errors.As(err, &person) {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

func TestThePreviewShowsOldAndNewCells(t *testing.T) {
	t.Parallel()
	s := newShelf("EUR")
	take(t, s, readText(t, "id,name,ARR,Renewal date,Industry\n7,Alder,10000,2025-03-31,Rail\n8,Birch,1,2025-03-31,Rail\n"), exchange.Options{})
	puts := s.puts
	p := plan(t, s, readText(t, "id,name,ARR,Renewal date,Industry\n7,Alder Group,9000,2025-03-31,Road\n8,Birch,1,2025-03-31,Rail\n9,Cedar,1,2025-03-31,Rail\n,,,,x\n"), exchange.Options{})
	if s.puts != puts {
		t.Fatal("planning wrote")
	}
	want := []exchange.RowPreview{
		{Row: 2, Status: exchange.StatusChanged, Name: "Alder Group", Changes: []exchange.CellChange{
			{Kind: "account", Field: "attributes.Industry", From: "Rail", To: "Road"},
			{Kind: "account", Field: "name", From: "Alder", To: "Alder Group"},
			{Kind: "term", Field: "arr", From: "10000.00 EUR", To: "9000.00 EUR"},
		}},
		{Row: 3, Status: exchange.StatusSame, Name: "Birch"},
		{Row: 4, Status: exchange.StatusNew, Name: "Cedar"},
		{Row: 5, Status: exchange.StatusRefused, Reason: "The row has no name. Give the account one."},
	}
	if diff := cmp.Diff(want, p.Preview(0, 0)); diff != "" {
		t.Error(diff)
	}
	if got := p.Preview(1, 2); len(got) != 2 || got[0].Row != 3 {
		t.Errorf("a page of the preview is %+v", got)
	}
}

func TestParentsMayStandBelowTheirChildren(t *testing.T) {
	t.Parallel()
	s := newShelf("EUR")
	table := readText(t, "id,name,Parent Account\n1,Child,Mother\n2,Mother,\n3,Orphan,Nobody\n")
	take(t, s, table, exchange.Options{})
	accounts := all[success.Account](t, s, "account")
	if accounts[0].ParentAccountID != accounts[1].ID || accounts[2].ParentAccountID != "" || string(accounts[2].Attributes["Parent Account"]) != `"Nobody"` {
		t.Errorf("got %+v", accounts)
	}
	if got := counts(take(t, s, table, exchange.Options{})); got != [4]int{0, 0, 3, 0} {
		t.Errorf("again: %v", got)
	}
}

func TestAPriceWithoutADateIsKeptAndSaid(t *testing.T) {
	t.Parallel()
	s := newShelf("EUR")
	table := readText(t, "name,ARR,Renewal date\nA,1200,\nB,1,2025-01-31\n")
	r := take(t, s, table, exchange.Options{})
	if counts(r) != [4]int{2, 0, 0, 0} || len(r.Notes) != 1 || r.Notes[0].Row != 2 || !strings.Contains(r.Notes[0].Reason, "no renewal date") {
		t.Errorf("got %+v", r)
	}
	if a := all[success.Account](t, s, "account")[0]; string(a.Attributes["ARR"]) != `"1200"` || len(s.order["term"]) != 1 {
		t.Errorf("got %s and %d terms", a.Attributes, len(s.order["term"]))
	}
}

func TestTheSameFileTwiceChangesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		cell := func(options ...string) *rapid.Generator[string] { return rapid.SampledFrom(options) }
		text := "id;name;Website;ARR;Currency;Term start;Renewal date;Contract;Tags;Parent;Industry\n"
		for range rapid.IntRange(0, 12).Draw(rt, "rows") {
			text += strings.Join([]string{
				cell("1;Alder;", "2;Alder;a.example", "3;Birch;https://www.b.example/x", ";Cedar;", ";cedar;c.example", ";;").Draw(rt, "who"), cell("", "1000", "2.000,50", "-1", "€ 5k").Draw(rt, "arr"),
				cell("", "EUR", "JPY", "x").Draw(rt, "currency"), cell("", "", "01.01.2024", "01.06.2025").Draw(rt, "start"),
				cell("", "31.12.2024", "31.12.2025", "31.01.2026", "30.06.2027").Draw(rt, "end"), cell("", "", "Add-on").Draw(rt, "contract"),
				cell("", "a,b", "b").Draw(rt, "tags"), cell("", "", "Birch", "1", "Nobody").Draw(rt, "parent"), cell("", "Rail", "Road").Draw(rt, "industry"),
			}, ";")
			text += "\n"
		}
		s := newShelf("EUR")
		first := take(t, s, readText(t, text), exchange.Options{})
		if first.Refused > 0 {
			take(t, s, readText(t, text), exchange.Options{}) // a row may be good once another one stands
		}
		again := take(t, s, readText(t, text), exchange.Options{})
		if again.New+again.Changed > 0 {
			p := plan(t, s, readText(t, text), exchange.Options{})
			rt.Fatalf("%s\nfirst %+v\nagain %+v\n%+v", text, first, again, p.Preview(0, 0))
		}
	})
}
