package desktop_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

// importer is a workspace without accounts, and a way to write files beside it.
func importer(t *testing.T) (*desktop.App, *shell, *desktop.Imports, func(name, text string) string) {
	t.Helper()
	app, sh := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Quayside", "EUR"); err != nil {
		t.Fatal(err)
	}
	return app, sh, desktop.NewImports(app), func(name, text string) string {
		path := filepath.Join(sh.dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
}

func inspect(t *testing.T, x *desktop.Imports, r desktop.ImportRequest) desktop.ImportView {
	t.Helper()
	view, err := x.Inspect(r)
	if err != nil {
		t.Fatal(err)
	}
	return view
}

func TestAnImportThatIsCancelledLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	app, sh, x, write := importer(t)
	var text strings.Builder
	text.WriteString("Account Name;Website\n")
	for i := range 2000 {
		fmt.Fprintf(&text, "Account %d;a%d.example\n", i, i)
	}
	inspect(t, x, desktop.ImportRequest{Path: write("many.csv", text.String())})
	sh.hear = func(name string, data any) {
		// Half-way: the first count of rows is told once some are written.
		if job, ok := data.(desktop.JobView); ok && job.Kind == "import" && job.Done > 0 && job.State == "running" {
			if err := desktop.NewJobs(app).Cancel(job.ID); err != nil {
				t.Error(err)
			}
		}
	}
	_, err := x.Apply()
	if desktop.ProblemOf(err).Code != success.CodeCancelled {
		t.Fatalf("err = %v", err)
	}
	sh.hear = nil
	page := pageOf(t, desktop.NewPortfolio(app), desktop.PortfolioQuery{Sort: "name"})
	if page.Total != 0 {
		t.Errorf("%d accounts are left", page.Total)
	}
	if undone, err := desktop.NewHistory(app).Undo(); desktop.ProblemOf(err).Code != success.CodeNotFound {
		t.Errorf("there is %+v to undo, %v", undone, err)
	}
	done, err := x.Apply()
	if err != nil || done.New != 2000 {
		t.Errorf("a second try: %+v, %v", done, err)
	}
}

func TestFilesThatAreNoTablesAreRefusedWithOneSentence(t *testing.T) {
	t.Parallel()
	app, sh, x, write := importer(t)
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
	for name, path := range map[string]string{
		"an empty file":   write("empty.csv", ""),
		"blank lines":     write("blank.csv", "\n\n \n"),
		"a picture":       write("picture.csv", png),
		"a cut workbook":  write("cut.xlsx", "PK\x03\x04 and no more"),
		"a cut bundle":    write("cut.tendril.zip", "PK\x03\x04 and no more"),
		"a folder":        sh.dir,
		"a file now gone": filepath.Join(sh.dir, "gone.csv"),
	} {
		_, err := x.Inspect(desktop.ImportRequest{Path: path})
		problem := desktop.ProblemOf(err)
		if err == nil || problem.Code == success.CodeInternal || problem.Message == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if page := pageOf(t, desktop.NewPortfolio(app), desktop.PortfolioQuery{Sort: "name"}); page.Total != 0 {
		t.Errorf("%d accounts came of it", page.Total)
	}
}

func TestATableWithoutRowsOrWithTooManyColumnsIsShown(t *testing.T) {
	t.Parallel()
	_, _, x, write := importer(t)
	if view := inspect(t, x, desktop.ImportRequest{Path: write("none.csv", "Account Name;ARR\n")}); view.Rows != 0 || view.New != 0 || len(view.Columns) != 2 {
		t.Errorf("without rows: %+v", view)
	}
	var head, row []string
	for i := range 300 {
		head, row = append(head, fmt.Sprintf("Field %d", i)), append(row, "x")
	}
	head[0] = "Account Name"
	view := inspect(t, x, desktop.ImportRequest{Path: write("wide.csv", strings.Join(head, ";")+"\n"+strings.Join(row, ";")+"\n")})
	if len(view.Columns) != 300 || view.New != 1 {
		t.Errorf("300 columns: %d, %d new", len(view.Columns), view.New)
	}
}

func TestDuplicatedHeadingsAreToldApartAndNoted(t *testing.T) {
	t.Parallel()
	_, _, x, write := importer(t)
	view := inspect(t, x, desktop.ImportRequest{Path: write("twice.csv", "Account Name;Note;Note\nAlder;a;b\n")})
	if view.New != 1 || view.Columns[2].Name != "Note (2)" || len(view.Notes) == 0 || !strings.Contains(view.Notes[0].Text, "Note (2)") {
		t.Errorf("view = %+v", view)
	}
}

func TestWhatAPersonSaysOfTheFileIsFollowed(t *testing.T) {
	t.Parallel()
	_, _, x, write := importer(t)
	path := write("a.csv", "Account Name|ARR|Renewal Date\nBj\xf6rk|1.234|03/04/2027\n")
	found := inspect(t, x, desktop.ImportRequest{Path: path})
	if found.Encoding != "Windows-1252" || found.DateOrder != "dmy" || found.Decimal != "." {
		t.Errorf("found = %+v", found)
	}
	x.Rows(desktop.ImportRowsQuery{})
	said := inspect(t, x, desktop.ImportRequest{Path: path, Encoding: "CP850", DateOrder: "mdy", Decimal: ",", Currency: "CHF"})
	rows, err := x.Rows(desktop.ImportRowsQuery{})
	if err != nil || said.Encoding != "CP850" || said.Currency != "CHF" {
		t.Fatalf("said = %+v, %v", said, err)
	}
	row := rows.Rows[0]
	want := []desktop.ImportCellView{{Field: "arr", Kind: "money", Value: "1234.00 CHF"}, {Field: "renewal_date", Kind: "date", Value: "2027-03-04"}}
	if diff := cmp.Diff(want, row.Cells); diff != "" || row.Name != "Bj÷rk" {
		t.Errorf("%s: %s", row.Name, diff)
	}
	if _, err := x.Inspect(desktop.ImportRequest{Path: path, Encoding: "EBCDIC"}); desktop.ProblemOf(err).Code != success.CodeInvalid {
		t.Errorf("an encoding nobody knows: %v", err)
	}
}

func TestAMappingIsSavedAndAppliedWhenTheHeadingsComeAgain(t *testing.T) {
	t.Parallel()
	_, _, x, write := importer(t)
	first := write("june.csv", "Name;Worth;Ends\nAlder;1000;2027-01-31\n")
	columns := map[string]string{"Worth": "arr", "Ends": "renewal_date"}
	before := inspect(t, x, desktop.ImportRequest{Path: first, Map: columns, Currency: "USD"})
	if before.Mapping != "" || len(before.Mappings) != 0 {
		t.Fatalf("before = %+v", before)
	}
	saved, err := x.SaveMapping("  Our CRM ")
	if err != nil {
		t.Fatal(err)
	}
	second := write("july.csv", "Ends;Name;Worth\n2027-02-28;Birch;2000\n")
	after := inspect(t, x, desktop.ImportRequest{Path: second})
	if after.Mapping != saved.ID || after.Currency != "USD" || after.Columns[2].Field != "arr" || after.Columns[0].Field != "renewal_date" {
		t.Errorf("after = %+v", after)
	}
	if diff := cmp.Diff([]desktop.ImportMappingView{{ID: saved.ID, Name: "Our CRM", Fits: true}}, after.Mappings); diff != "" {
		t.Error(diff)
	}
	if none := inspect(t, x, desktop.ImportRequest{Path: second, Mapping: "none"}); none.Mapping != "" || none.Currency != "EUR" {
		t.Errorf("none = %+v", none)
	}
	again, err := x.SaveMapping("our crm")
	if err != nil || again.ID != saved.ID {
		t.Errorf("a second one of that name: %+v, %v", again, err)
	}
	if _, err := x.SaveMapping(" "); desktop.ProblemOf(err).Field != "name" {
		t.Errorf("a mapping without a name: %v", err)
	}
	if _, err := x.DeleteMapping(saved.ID); err != nil {
		t.Fatal(err)
	}
	if gone := inspect(t, x, desktop.ImportRequest{Path: second}); len(gone.Mappings) != 0 {
		t.Errorf("still there: %+v", gone.Mappings)
	}
}

func TestAConstantStandsForAMissingColumn(t *testing.T) {
	t.Parallel()
	_, _, x, write := importer(t)
	accounts := write("accounts.csv", "Account Name\nAlder\n")
	inspect(t, x, desktop.ImportRequest{Path: accounts})
	if _, err := x.Apply(); err != nil {
		t.Fatal(err)
	}
	people := write("people.csv", "Full Name;Email\nAnn Lee;ann@alder.example\n")
	without := inspect(t, x, desktop.ImportRequest{Path: people, As: "stakeholders"})
	if !cmp.Equal(without.Missing, []string{"account"}) || without.New != 0 {
		t.Fatalf("without = %+v", without)
	}
	with := inspect(t, x, desktop.ImportRequest{Path: people, As: "stakeholders", Constants: map[string]string{"account": "Alder"}})
	if len(with.Missing) != 0 || with.New != 1 {
		t.Errorf("with = %+v", with)
	}
}

func TestALaterEndIsAskedAndAnsweredForARowOrForAll(t *testing.T) {
	t.Parallel()
	_, _, x, write := importer(t)
	inspect(t, x, desktop.ImportRequest{Path: write("a.csv", "Account Name;Renewal Date;ARR\nAlder;2026-12-31;1000\nBirch;2026-12-31;1000\n")})
	if _, err := x.Apply(); err != nil {
		t.Fatal(err)
	}
	next := write("b.csv", "Account Name;Renewal Date;ARR\nAlder;2027-12-31;1000\nBirch;2026-12-31;800\n")
	view := inspect(t, x, desktop.ImportRequest{Path: next, AnswerAll: map[string]string{"later_end": "correction"}, Answers: map[string]string{"3": "contraction"}})
	want := []desktop.ImportQuestionView{{Kind: "later_end", Count: 1, Answer: "correction"}, {Kind: "lower_amount", Count: 1}}
	if diff := cmp.Diff(want, view.Questions); diff != "" {
		t.Error(diff)
	}
	rows, err := x.Rows(desktop.ImportRowsQuery{Question: "lower_amount"})
	if err != nil || rows.Total != 1 {
		t.Fatalf("rows = %+v, %v", rows, err)
	}
	ask := desktop.ImportAskView{Kind: "lower_amount", Was: "1000.00 EUR", Becomes: "800.00 EUR", Answer: "contraction", Answered: true}
	if diff := cmp.Diff(ask, rows.Rows[0].Ask); diff != "" {
		t.Error(diff)
	}
	detail, err := x.Row(rows.Rows[0].Place)
	if err != nil || len(detail.Changes) < 4 || len(detail.Written) != 3 {
		t.Errorf("detail = %+v, %v", detail, err)
	}
	if _, err := x.Inspect(desktop.ImportRequest{Path: next, Answers: map[string]string{"x": "contraction"}}); desktop.ProblemOf(err).Code != success.CodeInvalid {
		t.Errorf("an answer to no row: %v", err)
	}
}

func TestAPastedTableIsImportedAndThenGone(t *testing.T) {
	t.Parallel()
	_, _, x, _ := importer(t)
	path, err := x.Paste("Pasted table", "Account Name\tWebsite\nAlder\talder.example\n")
	if err != nil {
		t.Fatal(err)
	}
	view := inspect(t, x, desktop.ImportRequest{Path: path})
	if view.New != 1 || view.Name != "Pasted table" || view.Delimiter != "\t" {
		t.Errorf("view = %+v", view)
	}
	if done, err := x.Apply(); err != nil || done.New != 1 {
		t.Errorf("done = %+v, %v", done, err)
	}
	if _, err := x.Paste("Pasted table", " \n"); desktop.ProblemOf(err).Code != success.CodeInvalid {
		t.Errorf("nothing pasted: %v", err)
	}
}

func TestABundleSaysWhatIsInItAndComesInWhole(t *testing.T) {
	t.Parallel()
	from := newSample(t)
	path := filepath.Join(t.TempDir(), "all.tendril.zip")
	exported, err := desktop.NewExports(from).Bundle(path)
	if err != nil {
		t.Fatal(err)
	}
	app, _, x, write := importer(t)
	view := inspect(t, x, desktop.ImportRequest{Path: path})
	if view.As != "bundle" || view.Bundle.Records != exported.Records || len(view.Bundle.Kinds) < 5 || view.Problem != "" {
		t.Fatalf("view = %+v", view)
	}
	done, err := x.Apply()
	if err != nil || done.New == 0 {
		t.Fatalf("done = %+v, %v", done, err)
	}
	if page := pageOf(t, desktop.NewPortfolio(app), desktop.PortfolioQuery{Sort: "name"}); page.Total != 14 {
		t.Errorf("%d accounts", page.Total)
	}
	bad := write("bad.tendril.zip", "")
	if _, err := x.Inspect(desktop.ImportRequest{Path: bad}); desktop.ProblemOf(err).Code == success.CodeInternal {
		t.Errorf("an empty bundle: %v", err)
	}
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if page := pageOf(t, desktop.NewPortfolio(app), desktop.PortfolioQuery{Sort: "name"}); page.Total != 0 {
		t.Errorf("one undo left %d accounts", page.Total)
	}
}

func TestTheMendedFileOfRefusedRowsComesIn(t *testing.T) {
	t.Parallel()
	_, _, x, write := importer(t)
	inspect(t, x, desktop.ImportRequest{Path: write("june.csv", accountsCSV)})
	if _, err := x.Apply(); err != nil {
		t.Fatal(err)
	}
	path, err := x.SaveRefused()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	mended := write("mended.csv", strings.ReplaceAll(string(text), "31.06.2026", "30.06.2026"))
	view := inspect(t, x, desktop.ImportRequest{Path: mended})
	if view.New != 1 || view.Refused != 0 {
		t.Errorf("view = %+v", view)
	}
	for _, c := range view.Columns {
		if c.Name == "Why it was refused" && c.Field != "" {
			t.Errorf("the reasons would be imported as %s", c.Field)
		}
	}
}

func TestAFileThatWasMendedMeanwhileIsReadAgain(t *testing.T) {
	t.Parallel()
	_, _, x, write := importer(t)
	path := write("a.csv", "Account Name\nAlder\n")
	inspect(t, x, desktop.ImportRequest{Path: path})
	write("a.csv", "Account Name\nAlder\nBirch\n")
	if view := inspect(t, x, desktop.ImportRequest{Path: path}); view.New != 2 {
		t.Errorf("view = %+v", view)
	}
}
