package exchange_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

// bookWithMeasure is a shelf with two accounts and a measure of the same name in each.
func bookWithMeasure(tb testing.TB) *shelf {
	tb.Helper()
	s := newShelf("EUR")
	for i, name := range []string{"Alder", "Birch"} {
		put := func(kind success.Kind, fields success.Fields) success.ID {
			w, err := s.Put(kind, "", fields)
			if err != nil {
				tb.Fatal(err)
			}
			return w.ID
		}
		account := put("account", success.Fields{"name": quote(name), "external_ids": json.RawMessage(fmt.Sprintf(`{"salesforce":"001x0000002xLC%d"}`, i))})
		plan := put("success_plan", success.Fields{"account_id": quote(string(account))})
		outcome := put("outcome", success.Fields{"plan_id": quote(string(plan)), "statement": quote("Faster")})
		put("measure", success.Fields{"outcome_id": quote(string(outcome)), "name": quote("Ticket time")})
	}
	put := func(name string) {
		if _, err := s.Put("measure", "", success.Fields{"outcome_id": quote(string(s.order["outcome"][0])), "name": quote(name)}); err != nil {
			tb.Fatal(err)
		}
	}
	put("Backlog")
	return s
}

func TestReadingsFindTheirMeasure(t *testing.T) {
	t.Parallel()
	s := bookWithMeasure(t)
	table := readText(t, "Account;Measure;Date;Value;Confidence\n"+
		"Alder;Ticket time;01.02.2025;4,2;high\n"+
		"001x0000002xLC1;ticket  time;2025-02;1.250,5;\n"+
		";Backlog;03.02.2025;-7;\n"+
		";Backlog;03.02.2025 10:30;-6;\n"+
		";Ticket time;04.02.2025;1;\n"+ // two accounts have one
		"Alder;Mood;04.02.2025;1;\n"+
		"Cedar;Ticket time;04.02.2025;1;\n"+
		"Alder;Ticket time;04.02.2027;1;\n"+
		"Alder;Ticket time;05.02.2025;;\n"+
		"Alder;Ticket time;06.02.2025;much;\n"+
		"Alder;Ticket time;01.02.2025;4,3;\n")
	r := take(t, s, table, exchange.Options{})
	if counts(r) != [4]int{4, 0, 0, 7} {
		t.Fatalf("got %+v", r)
	}
	for i, want := range []string{"2 measures named", "has no measure", "no account", "has not come", "no value", "not a number", "Row 2 already"} {
		if !strings.Contains(r.Rows[i].Reason, want) {
			t.Errorf("row %d is refused for %q, want %q", r.Rows[i].Row, r.Rows[i].Reason, want)
		}
	}
	var got []string
	for _, x := range all[success.Reading](t, s, "reading") {
		got = append(got, fmt.Sprint(x.On, " ", x.Value, " ", x.RecordedAt, " ", x.Confidence))
	}
	slices.Sort(got) // they are written account by account
	want := []string{"2025-02-01 4.2  high", "2025-02-03 -6 2025-02-03T10:30:00.000Z ", "2025-02-03 -7  ", "2025-02-28 1250.5  "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if again := take(t, s, table, exchange.Options{}); again.New+again.Changed != 0 || again.Same != 4 {
		t.Errorf("again: %+v", again)
	}
	changed := take(t, s, readText(t, "Account,Measure,Date,Value\nAlder,Ticket time,2025-02-01,5\n"), exchange.Options{})
	if counts(changed) != [4]int{0, 1, 0, 0} || len(s.order["reading"]) != 4 {
		t.Errorf("a corrected value: %+v", changed)
	}
}

func TestAMeasureMayBeNamedForTheWholeFile(t *testing.T) {
	t.Parallel()
	s := bookWithMeasure(t)
	o := exchange.Options{As: exchange.AsReadings, Map: map[string]string{"Column 1": "on", "Column 2": "value"}, Constants: map[string]string{"measure": "Backlog"}}
	if r := take(t, s, readText(t, "2010-01-01;1\n2010-02-01;7\n2010-03-01;7\n"), o); counts(r) != [4]int{3, 0, 0, 0} {
		t.Errorf("got %+v", r)
	}
}

func TestTermsStakeholdersBenefitsAndTouchpoints(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		as   exchange.As
		text string
		want [4]int
		kind success.Kind
		body string // of the first record, parts of it
	}{
		"terms": {exchange.AsTerms, "account_id,start_date,end_date,mrr_amount,auto_renew_flag,result\n001x0000002xLC0,01-02-2024,31-01-2025,100,TRUE,renewed\nnobody,01-02-2024,31-01-2025,1,,\nAlder,01-02-2025,,1,,\n", [4]int{1, 0, 0, 2},
			"term", `"amount":"1200.00"|"start":"2024-02-01"|"auto_renew":true|"result":"renewed"`},
		"stakeholders": {exchange.AsStakeholders, "Company,First Name,Last Name,Email,Job Title,Role\nAlder,Ada,Lovelace,ada@alder.example,CTO,Decision Maker\nAlder,Ada,Lovelace,ada.l@alder.example,,\nAlder,,,,,\n", [4]int{2, 0, 0, 1},
			"stakeholder", `"name":"Ada Lovelace"|"role":"economic buyer"|"title":"CTO"`},
		"benefits": {exchange.AsBenefits, "Account,Benefit,Dimension,Date,Amount,Kind,People,Confirmation\nAlder,Fewer tickets,cost,2025-01-31,\"12,000.00\",annual,40,confirmed\nAlder,Fewer tickets,cost,2025-06-30,\"15,000.00\",annual,,\nAlder,Odd,cost,,5,,,\nAlder,Late,cost,2027-01-31,5,,,\n", [4]int{2, 0, 0, 2},
			"benefit_step", `"amount":"12000.00"|"kind":"yearly"|"people":40|"confirmation":"confirmed"`},
		"touchpoints": {exchange.AsTouchpoints, "ticket_id,account_id,submitted_at,subject\n17,001x0000002xLC1,27-07-2023,Help\n17,001x0000002xLC1,27-07-2023,Help\n18,x,27-07-2023,Help\n", [4]int{1, 0, 1, 1},
			"touchpoint", `"ticket":"17"|"kind":"support"|"direction":"in"|"on":"2023-07-27"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := bookWithMeasure(t)
			table := readText(t, c.text)
			m, err := exchange.Match(table, exchange.Options{})
			if err != nil || m.As != c.as {
				t.Fatalf("taken for %v, %v", m, err)
			}
			if r := take(t, s, table, exchange.Options{}); counts(r) != c.want {
				t.Fatalf("got %+v", r)
			}
			body, err := s.Get(c.kind, s.order[c.kind][0])
			if err != nil {
				t.Fatal(err)
			}
			for part := range strings.SplitSeq(c.body, "|") {
				if !strings.Contains(string(body), part) {
					t.Errorf("%s lacks %s", body, part)
				}
			}
			if again := counts(take(t, s, table, exchange.Options{})); again[0]+again[1] != 0 {
				t.Errorf("again: %v", again)
			}
		})
	}
}

// fullBook imports a bit of everything.
func fullBook(tb testing.TB) *shelf {
	tb.Helper()
	s := bookWithMeasure(tb)
	for _, text := range []string{
		"id,name,ARR,Currency,Renewal date,Tags,Industry,Notes\n001x0000002xLC0,Alder,12000,CHF,2025-03-31,a;b,=1+1,\"- first\n- second\"\n77,\"Ürün, \"\"Inc.\"\"\",,,,,-5,\n",
		"Company,Name,Email,Phone\nAlder,@ada,ada@alder.example,+41 44 000 00 00\n",
		"Account,Measure,Date,Value\nAlder,Ticket time,2025-02-01,4.25\nAlder,Ticket time,2025-02-02 10:30,-3\n",
		"Account,Benefit,Dimension,Date,Amount,Currency,Kind,People\nAlder,Fewer tickets,cost,2025-01-31,12000,USD,yearly,40\n",
		"Account,Date,Subject,Direction,Stakeholders\nAlder,2025-01-31,Hello,in,@ada\n",
	} {
		r := take(tb, s, readText(tb, text), exchange.Options{Source: "salesforce"})
		if r.Refused > 0 {
			tb.Fatalf("%+v", r)
		}
	}
	return s
}

func TestWhatIsExportedComesInUnchanged(t *testing.T) {
	t.Parallel()
	for _, as := range []exchange.As{exchange.AsAccounts, exchange.AsTerms, exchange.AsStakeholders, exchange.AsReadings, exchange.AsBenefits, exchange.AsTouchpoints} {
		for _, format := range []string{"csv", "xlsx"} {
			t.Run(string(as)+" "+format, func(t *testing.T) {
				t.Parallel()
				s := fullBook(t)
				var out bytes.Buffer
				n, err := exchange.WriteTable(&out, s, as, format)
				if err != nil || n == 0 {
					t.Fatalf("%d rows, %v", n, err)
				}
				text := out.String()
				table, err := exchange.ReadTable("x."+format, &out, 0)
				if err != nil {
					t.Fatal(err)
				}
				before := bodies(t, s)
				r := take(t, s, table, exchange.Options{As: as})
				if counts(r) != [4]int{0, 0, n, 0} {
					t.Errorf("got %+v\n%s", r, text[:min(len(text), 300)])
				}
				if diff := cmp.Diff(before, bodies(t, s)); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

func TestNoTextOfAnExportIsAFormula(t *testing.T) {
	t.Parallel()
	s := fullBook(t)
	var out bytes.Buffer
	if _, err := exchange.WriteTable(&out, s, exchange.AsAccounts, "csv"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{",'=1+1\n", ",-5\n", "\"'- first\n- second\"", `"Ürün, ""Inc."""`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	out.Reset()
	if _, err := exchange.WriteTable(&out, s, exchange.AsStakeholders, "csv"); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), ",'@ada,") || !strings.Contains(out.String(), "'+41 44 000 00 00") {
		t.Errorf("people:\n%s", out.String())
	}
	if _, err := exchange.WriteTable(&out, s, exchange.AsStakeholders, "pdf"); err == nil {
		t.Error("a table was written as pdf")
	}
}

// manyReadings is a CSV of n readings of one measure.
func manyReadings(n int) string {
	var b strings.Builder
	b.WriteString("Account,Measure,Date,Value\n")
	day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range n {
		fmt.Fprintf(&b, "Alder,Ticket time,%s %02d:%02d,%d.%d\n", day.AddDate(0, 0, i/1440).Format(time.DateOnly), i%1440/60, i%60, i%97, i%10)
	}
	return b.String()
}

func BenchmarkPlanReadings(b *testing.B) {
	text := manyReadings(100000)
	s := bookWithMeasure(b)
	b.ReportAllocs()
	for b.Loop() {
		table := readText(b, text)
		p := plan(b, s, table, exchange.Options{})
		if r := p.Result(); r.New != 100000 {
			b.Fatalf("%+v", r)
		}
	}
}

func FuzzReadTable(f *testing.F) {
	for _, seed := range []string{
		"name,ARR,Renewal date\nA,1,2025-01-31\n", "sep=;\na;b\n\"x", "\xEF\xBB\xBFname\tx\n\"a\"\"b\"\t1,5\n", "\xFF\xFEa\x00,\x00b\x00\n\x00", "Konto;Wert\nM\xFCller;1.234,56\n", "a|b|c\n\n|||\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := exchange.ReadTable("x.csv", bytes.NewReader(data), 0)
		if err != nil {
			return
		}
		for _, r := range table.Rows {
			if r.Fault == "" && len(r.Cells) != len(table.Columns) {
				t.Fatalf("row %d has %d cells under %d columns", r.Number, len(r.Cells), len(table.Columns))
			}
		}
		s := newShelf("EUR")
		p, err := exchange.NewPlan(table, s, exchange.Options{As: exchange.AsAccounts, Today: today, WorkspaceCurrency: "EUR"})
		if err != nil {
			return
		}
		r, err := p.Apply(s, nil)
		if err != nil || r.New+r.Changed+r.Same+r.Refused != len(table.Rows) {
			t.Fatalf("%d rows, %+v, %v", len(table.Rows), r, err)
		}
	})
}

func FuzzCells(f *testing.F) {
	for _, seed := range [][2]string{{"1.234,56 €", "31.12.2025"}, {"(1,200)", "12/31/25 1:00 PM"}, {"1e99", "45747.5"}, {"$-5k", "31. März 2025"}, {"'1’000", "2025-02-30T99:99Z"}, {"k€", "de 1st"}} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, amount, day string) {
		clean := strings.NewReplacer("\t", " ", "\n", " ", "\r", " ", "\"", "'").Replace
		table, err := exchange.ReadTable("x.csv", strings.NewReader("name\tARR\tRenewal date\nA\t"+clean(amount)+"\t"+clean(day)+"\n"), 0)
		if err != nil {
			return
		}
		s := newShelf("EUR")
		p, err := exchange.NewPlan(table, s, exchange.Options{Map: map[string]string{"ARR": "arr", "Renewal date": "renewal_date"}, Today: today, WorkspaceCurrency: "EUR"})
		if err != nil {
			return
		}
		if _, err := p.Apply(s, nil); err != nil {
			t.Fatal(err)
		}
		for _, term := range all[success.Term](t, s, "term") {
			if term.ARR.Minor < 0 || term.End <= term.Start || term.End.Time().Year() > 2199 {
				t.Fatalf("%q and %q made %+v", amount, day, term)
			}
		}
	})
}
