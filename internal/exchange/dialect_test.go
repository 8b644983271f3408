package exchange_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

func encode(tb testing.TB, e encoding.Encoding, text string) string {
	tb.Helper()
	out, err := e.NewEncoder().String(text)
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func TestEncodingsAreFound(t *testing.T) {
	t.Parallel()
	const text = "Name;ARR;Vertragsende\r\nCafé Müller GmbH;12.400,00;31.03.2025\r\nGarçon & Söhne;8.000,50;30.06.2025\r\n"
	for name, c := range map[string]struct {
		data, encoding string
		bom            bool
	}{
		"UTF-8":               {text, "UTF-8", false},
		"UTF-8 with a mark":   {"\uFEFF" + text, "UTF-8", true},
		"UTF-16LE with":       {encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text), "UTF-16LE", true},
		"UTF-16BE with":       {encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text), "UTF-16BE", true},
		"UTF-16LE without":    {encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), text), "UTF-16LE", false},
		"Windows-1252":        {encode(t, charmap.Windows1252, text), "Windows-1252", false},
		"Latin-1":             {encode(t, charmap.ISO8859_1, text), "Windows-1252", false},
		"macOS Roman":         {encode(t, charmap.Macintosh, text), "macOS Roman", false},
		"CP850":               {encode(t, charmap.CodePage850, text), "CP850", false},
		"with CR line ends":   {strings.ReplaceAll(text, "\r\n", "\r"), "UTF-8", false},
		"without a last line": {strings.TrimSuffix(text, "\r\n"), "UTF-8", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := readText(t, c.data)
			if table.Encoding != c.encoding || table.BOM != c.bom {
				t.Errorf("read as %s, mark %v", table.Encoding, table.BOM)
			}
			if got := table.Rows[0].Cells[0] + "|" + table.Rows[1].Cells[0]; got != "Café Müller GmbH|Garçon & Söhne" {
				t.Errorf("names are %q", got)
			}
			if table.Delimiter != ";" || table.Columns[1].Decimal != "," || table.Columns[2].DateOrder != exchange.OrderDMY {
				t.Errorf("found %q, %q and %q", table.Delimiter, table.Columns[1].Decimal, table.Columns[2].DateOrder)
			}
		})
	}
}

func TestScriptsOtherThanLatinAreFound(t *testing.T) {
	t.Parallel()
	for want, c := range map[string]struct {
		enc  encoding.Encoding
		text string
	}{
		"Shift_JIS":    {japanese.ShiftJIS, "会社名,年間経常収益\n株式会社ひかり光学,1000\n東京データ協同組合,2000\n大阪精密機械,3000\n"},
		"Windows-1251": {charmap.Windows1251, "Название компании,ARR\nСеверный ветер и партнёры,1000\nМосковская логистика,2000\nРечной транспорт России,3000\n"},
		"Windows-1250": {charmap.Windows1250, "Nazwa,ARR\nŁódź Spółka Żeglugowa,1000\nKraków Usługi Księgowe,2000\nPrzedsiębiorstwo Śląskie,300\n"},
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			table := readText(t, encode(t, c.enc, c.text))
			first := strings.Split(strings.Split(c.text, "\n")[1], ",")[0]
			if table.Encoding != want || table.Rows[0].Cells[0] != first {
				t.Errorf("read as %s: %q", table.Encoding, table.Rows[0].Cells[0])
			}
		})
	}
}

func TestDelimitersQuotesAndRaggedRows(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		rows [][]string
	}{
		"comma":              {"name,city\nA,B\nC,D\n", [][]string{{"A", "B"}, {"C", "D"}}},
		"semicolon":          {"name;city\n\"A, Inc.\";B\nC;D\n", [][]string{{"A, Inc.", "B"}, {"C", "D"}}},
		"tab":                {"name\tcity\nA, Inc.\tB\nC\tD\n", [][]string{{"A, Inc.", "B"}, {"C", "D"}}},
		"pipe":               {"name|city|x\nA, Inc.|B|1\nC|D|2\n", [][]string{{"A, Inc.", "B", "1"}, {"C", "D", "2"}}},
		"sep line":           {"sep=|\nname|city\nA,1|B\n", [][]string{{"A,1", "B"}}},
		"doubled quotes":     {"name,city\n\"Ironbridge \"\"Steel\"\" Works\",B\n", [][]string{{`Ironbridge "Steel" Works`, "B"}}},
		"quotes inside":      {"name,city\nIronbridge \"Steel\" Works,B\n\"A \"b\" c\",D\n", [][]string{{`Ironbridge "Steel" Works`, "B"}, {`A "b" c`, "D"}}},
		"quoted line ends":   {"name,notes\nA,\"one\r\ntwo\"\nB,x\n", [][]string{{"A", "one\ntwo"}, {"B", "x"}}},
		"quoted delimiters":  {"name,notes\n\"A, B; C\",\"x,y\"\n", [][]string{{"A, B; C", "x,y"}}},
		"blank lines":        {"\nname,city\n\nA,B\n,\n  \nC,D\n\n", [][]string{{"A", "B"}, {"C", "D"}}},
		"short rows":         {"name,city,zip\nA,B\nC,D,1\nE,F,2\n", [][]string{{"A", "B", ""}, {"C", "D", "1"}, {"E", "F", "2"}}},
		"empty extra cells":  {"name,city\nA,B,,\nC,D\nE,F\n", [][]string{{"A", "B"}, {"C", "D"}, {"E", "F"}}},
		"empty last columns": {"name,city,,\nA,B,,\nC,D,,\n", [][]string{{"A", "B"}, {"C", "D"}}},
		"a title above":      {"Export of accounts\n\nname,city,zip\nA,B,1\nC,D,2\n", [][]string{{"A", "B", "1"}, {"C", "D", "2"}}},
		"one column":         {"name\nA\nB\n", [][]string{{"A"}, {"B"}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := readText(t, c.text)
			var got [][]string
			for _, r := range table.Rows {
				if r.Fault != "" {
					t.Errorf("row %d: %s", r.Number, r.Fault)
				}
				got = append(got, r.Cells)
			}
			if diff := cmp.Diff(c.rows, got); diff != "" {
				t.Error(diff)
			}
			if !table.HasHeader || table.Columns[0].Name != "name" {
				t.Errorf("the first column is %q", table.Columns[0].Name)
			}
		})
	}
}

func TestAFaultyRowCostsOnlyItself(t *testing.T) {
	t.Parallel()
	s := newShelf("EUR")
	table := readText(t, "name,ARR,Renewal date\nA,1,2025-01-31\nB,1,2025-01-31,extra,more\nC,\"1,2025-01-31\nD,1,2025-01-31\n")
	r := take(t, s, table, exchange.Options{})
	if counts(r) != [4]int{2, 0, 0, 2} || r.Rows[0].Row != 3 || r.Rows[1].Row != 4 {
		t.Fatalf("got %+v", r)
	}
	if !strings.Contains(r.Rows[0].Reason, "5 cells where the header has 3") || !strings.Contains(r.Rows[1].Reason, "never closed") {
		t.Errorf("reasons: %q, %q", r.Rows[0].Reason, r.Rows[1].Reason)
	}
}

func TestFilesThatAreNoTableAreRefused(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"empty": "", "blank": " \n\n", "a picture": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "an old workbook": "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
		"a zip file": "PK\x03\x04 and nothing more", "zeros": strings.Repeat("\x00", 100),
	} {
		_, err := exchange.ReadTable(name, strings.NewReader(data), 0)
		var person *success.Error
		if !errors.As(err, &person) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDatesAreReadInTheOrderOfTheirColumn(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		cells string // of the column, one a line
		want  string // first
		amb   bool
	}{
		"ISO":                     {"2025-03-31\n2025-12-01", "2025-03-31", false},
		"with times":              {"2025-03-31T23:30:00.000Z\n2025-12-01T00:00:00.000Z", "2025-03-31", false},
		"with zones":              {"2025-03-31 09:14:00 +0200\n2025-12-01 09:14:00 +0200", "2025-03-31", false},
		"compact":                 {"20250331\n20251201", "2025-03-31", false},
		"day first":               {"03/04/2025\n31/12/2025", "2025-04-03", false},
		"month first":             {"03/04/2025\n12/31/2025", "2025-03-04", false},
		"month first, mixed":      {"03/04/2025\n2025-01-31\n12/31/2025 1:00 PM", "2025-03-04", false},
		"points":                  {"3.4.2025\n1.2.2025", "2025-04-03", false},
		"dashes":                  {"03-04-2025\n16-10-2024", "2025-04-03", false},
		"two digits":              {"03/04/25\n31/12/25", "2025-04-03", false},
		"nobody knows":            {"03/04/2025\n05/06/2025", "2025-04-03", true},
		"nobody knows but clocks": {"03/04/2025 1:00 PM\n05/06/2025 2:00 AM", "2025-03-04", true},
		"words":                   {"31 Mar 2025\n1 December 2025", "2025-03-31", false},
		"American words":          {"Mar 31, 2025\nDecember 1, 2025", "2025-03-31", false},
		"German words":            {"31. März 2025\n1. Dezember 2025", "2025-03-31", false},
		"weekdays":                {"Mon, 31 Mar 2025\nTue, 1 Apr 2025", "2025-03-31", false},
		"serials":                 {"45747\n45800", "2025-03-31", false},
		"slashes, year first":     {"2025/03/31\n2025/12/01", "2025-03-31", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := "name\tRenewal date\n"
			for i, cell := range strings.Split(c.cells, "\n") {
				text += string(rune('A'+i)) + "\t" + cell + "\n"
			}
			s := newShelf("EUR")
			table := readText(t, text)
			take(t, s, table, exchange.Options{})
			terms := all[success.Term](t, s, "term")
			if len(terms) == 0 || terms[0].End.String() != c.want || table.Columns[1].Ambiguous != c.amb {
				t.Errorf("got %v, ambiguous %v", terms, table.Columns[1].Ambiguous)
			}
		})
	}
}

func TestAmountsAreReadWithTheMarksOfTheirColumn(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ cells, want string }{
		"plain":                 {"48000.0", "48000.00 EUR"},
		"commas":                {"48,000.00", "48000.00 EUR"},
		"points":                {"48.000,00", "48000.00 EUR"},
		"decimal comma":         {"48000,5", "48000.50 EUR"},
		"apostrophes":           {"48'000.50", "48000.50 EUR"},
		"curly apostrophes":     {"48’000", "48000.00 EUR"},
		"blanks":                {"48 000,50", "48000.50 EUR"},
		"narrow blanks":         {"48\u202F000,50 €", "48000.50 EUR"},
		"only points":           {"48.000\n1.250.000", "48000.00 EUR"},
		"one point":             {"48.000", "48000.00 EUR"},
		"one comma":             {"48,000", "48000.00 EUR"},
		"a column of commas":    {"1,250\n75,5", "1.25 EUR"},
		"pounds":                {"£186,500", "186500.00 GBP"},
		"code before":           {"CHF 75'250.50", "75250.50 CHF"},
		"code after":            {"12,400.00 NOK", "12400.00 NOK"},
		"dollars":               {"$48,000.00", "48000.00 USD"},
		"thousands":             {"€48k", "48000.00 EUR"},
		"millions":              {"1.2 Mio EUR", "1200000.00 EUR"},
		"lakhs":                 {"₹12,34,567.00", "1234567.00 INR"},
		"yen":                   {"98,000 JPY", "98000 JPY"},
		"whole by a dash":       {"1200,-", "1200.00 EUR"},
		"more places":           {"75250.499999999996", "75250.50 EUR"},
		"spreadsheet's own way": {"1.2E+05", "120000.00 EUR"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := "name\tARR\tRenewal date\n"
			for i, cell := range strings.Split(c.cells, "\n") {
				text += string(rune('A'+i)) + "\t" + cell + "\t2025-12-31\n"
			}
			s := newShelf("EUR")
			r := take(t, s, readText(t, text), exchange.Options{})
			terms := all[success.Term](t, s, "term")
			if r.Refused > 0 || len(terms) == 0 || terms[0].ARR.Text()+" "+terms[0].ARR.Currency != c.want {
				t.Errorf("got %v, %+v", terms, r)
			}
		})
	}
}

func TestBadRowsAreRefusedWithTheirReason(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ row, reason string }{
		"no name":            {",1,2025-01-31,EUR", "no name"},
		"negative":           {"A,-1200,2025-01-31,EUR", "below 0"},
		"negative, brackets": {"A,\"(1,200.00)\",2025-01-31,EUR", "below 0"},
		"negative, behind":   {"A,1200-,2025-01-31,EUR", "below 0"},
		"no amount":          {"A,plenty,2025-01-31,EUR", "not an amount"},
		"no such day":        {"A,1,2025-02-30,EUR", "does not exist"},
		"no such month":      {"A,1,2025-13-01,EUR", "does not exist"},
		"no date":            {"A,1,soon,EUR", "not a date"},
		"another century":    {"A,1,0205-01-31,EUR", "year 205"},
		"no currency":        {"A,1,2025-01-31,Taler", "not a currency"},
		"two currencies":     {"A,12 CHF,2025-01-31,EUR", "make them agree"},
		"too large":          {"A,99999999999999999999999,2025-01-31,EUR", "too large"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newShelf("EUR")
			table := readText(t, "name,ARR,Renewal date,Currency\nGood,1.5,2025-01-31,EUR\nFine,2.5,2025-02-28,USD\n"+c.row+"\n")
			p := plan(t, s, table, exchange.Options{})
			r, err := p.Apply(s, nil)
			if err != nil {
				t.Fatal(err)
			}
			if counts(r) != [4]int{2, 0, 0, 1} || r.Rows[0].Row != 4 || !strings.Contains(r.Rows[0].Reason, c.reason) {
				t.Fatalf("got %+v", r)
			}
			if n := len(s.order["account"]); n != 2 {
				t.Errorf("%d accounts", n)
			}
			var out bytes.Buffer
			if err := p.WriteRefused(&out); err != nil {
				t.Fatal(err)
			}
			mended := strings.NewReplacer("0205-01-31", "2025-01-31").Replace(out.String())
			if !strings.HasPrefix(mended, "name,ARR,Renewal date,Currency,Why it was refused\n") || strings.Count(mended, "\n") != 2 {
				t.Errorf("the refused rows are %q", mended)
			}
			if name == "another century" {
				if r := take(t, s, readText(t, mended), exchange.Options{}); counts(r) != [4]int{1, 0, 0, 0} {
					t.Errorf("mended: %+v", r)
				}
				if a := all[success.Account](t, s, "account")[2]; len(a.Attributes) != 0 {
					t.Errorf("the reason was kept: %v", a.Attributes)
				}
			}
		})
	}
}

func TestWorkbooksComeInWithTheirDatesAndNumbers(t *testing.T) {
	t.Parallel()
	f := excelize.NewFile()
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	for cell, value := range map[string]any{
		"A1": "Account Name", "B1": "ARR", "C1": "Renewal Date", "D1": "Employees", "E1": "Code",
		"A3": "Łódź Data", "B3": 75250.1 + 0.2, "D3": 45, "E3": "007",
		"A4": "Café", "B4": "€12.400,00", "C4": "31.01.2025",
	} {
		if err := f.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(f.SetCellValue("Sheet1", "C3", time.Date(2025, 3, 31, 0, 0, 0, 0, time.UTC)), f.SetCellStyle("Sheet1", "C3", "C3", day)); err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	table, err := exchange.ReadTable("book.xlsx", &data, 0)
	if err != nil {
		t.Fatal(err)
	}
	s := newShelf("EUR")
	r := take(t, s, table, exchange.Options{})
	accounts, terms := all[success.Account](t, s, "account"), all[success.Term](t, s, "term")
	if counts(r) != [4]int{2, 0, 0, 0} || table.Format != "xlsx" || table.Rows[0].Number != 3 {
		t.Fatalf("got %+v of %+v", r, table)
	}
	if terms[0].End.String() != "2025-03-31" || terms[0].ARR.Text() != "75250.30" || terms[1].ARR.Text() != "12400.00" || terms[1].End.String() != "2025-01-31" {
		t.Errorf("terms: %+v", terms)
	}
	if string(accounts[0].Attributes["Code"]) != `"007"` || string(accounts[0].Attributes["Employees"]) != `"45"` {
		t.Errorf("attributes: %s", accounts[0].Attributes)
	}
}
