package desktop_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

func TestATableThatWasExportedImportsWithoutAChange(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	path := filepath.Join(t.TempDir(), "accounts.xlsx")
	view, err := desktop.NewExports(app).Table("accounts", path)
	if err != nil || view.Records != 14 || view.Name != "accounts.xlsx" {
		t.Fatalf("export = %+v, %v", view, err)
	}
	plan, err := desktop.NewImports(app).Inspect(desktop.ImportRequest{Path: path})
	if err != nil || plan.Same != 14 || plan.New+plan.Changed+plan.Refused != 0 {
		t.Errorf("import = %+v, %v", plan, err)
	}
}

func TestABundleHoldsEverythingAndOpensAgain(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	path := filepath.Join(t.TempDir(), "all.tendril.zip")
	view, err := desktop.NewExports(app).Bundle(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := exchange.OpenBundle(path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if n := b.Manifest.Counts["account"]; n != 14 || view.Records < 14 {
		t.Errorf("%d accounts, %d records", n, view.Records)
	}
}

func TestAnExportThatIsStoppedLeavesTheOldFile(t *testing.T) {
	t.Parallel()
	app, sh := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateSample(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "all.tendril.zip")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	sh.hear = cancelAtOnce(t, app)
	_, err := desktop.NewExports(app).Bundle(path)
	if desktop.ProblemOf(err).Code != success.CodeCancelled {
		t.Fatalf("err = %v", err)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "old" {
		t.Errorf("file = %q, %v", text, err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("left %v, %v", left, err)
	}
}

// cancelAtOnce hears of a job and stops it before it has done anything.
func cancelAtOnce(t *testing.T, app *desktop.App) func(name string, data any) {
	t.Helper()
	return func(name string, data any) {
		if view, ok := data.(desktop.JobView); ok && name == "job" && view.State == "running" {
			if err := desktop.NewJobs(app).Cancel(view.ID); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestAnExportToWhereNothingCanBeWrittenSaysSo(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	_, err := desktop.NewExports(app).Table("accounts", filepath.Join(t.TempDir(), "no such folder", "a.csv"))
	if desktop.ProblemOf(err).Code != success.CodeUnavailable {
		t.Errorf("err = %v", err)
	}
}

func TestThePortfolioIsExportedAsItIsShown(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	q := desktop.PortfolioQuery{Filter: "enterprise", Sort: "name", Descending: true}
	shown, err := desktop.NewPortfolio(app).Page(q)
	if err != nil || shown.Total == 0 || shown.Total == 14 {
		t.Fatalf("%d accounts are shown, %v", shown.Total, err)
	}
	path := filepath.Join(t.TempDir(), "portfolio.csv")
	view, err := desktop.NewExports(app).Portfolio(q, path)
	if err != nil || view.Records != shown.Total {
		t.Fatalf("export = %+v, %v", view, err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil || len(lines) != shown.Total+1 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	for i, row := range shown.Rows {
		if lines[i+1][1] != row.Name {
			t.Errorf("line %d is %q and the window shows %q", i+1, lines[i+1][1], row.Name)
		}
	}
}

func TestTheTableIsExportedWithItsColumnsGroupsAndTheWindowsWords(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	exports := desktop.NewExports(app)
	in := desktop.ShownInput{
		Query: desktop.PortfolioQuery{Sort: "name", Group: "risk", Folded: []string{"watch"}}, Group: "Risiko",
		Columns: []desktop.ShownColumn{{Field: "name", Heading: "Kunde"}, {Field: "success", Heading: "Erfolg"}, {Field: "price_low", Heading: "Preis"},
			{Field: "arr", Heading: "ARR"}, {Field: "renewal", Heading: "Verlängerung"}, {Field: "sale", Heading: "Zum Verkauf"}},
		Words: map[string]string{"risk.watch": "Beobachten", "sale.no": "nein"},
	}
	path := filepath.Join(t.TempDir(), "shown.csv")
	view, err := exports.Shown(in, path)
	if err != nil || view.Records != 14 {
		t.Fatalf("export = %+v, %v", view, err)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(body)), "\n")
	if lines[0] != "Risiko,Kunde,Erfolg,Preis,ARR,Verlängerung,Zum Verkauf" || len(lines) != 15 {
		t.Fatalf("%d lines, the first is %q", len(lines), lines[0])
	}
	if at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "Beobachten,Nordhavn Freight,") }); at < 0 || !strings.HasSuffix(lines[at], ",126000,2026-08-31,nein") {
		t.Errorf("Nordhavn is not as it should be in\n%s", body)
	}
	in.Columns = append(in.Columns, desktop.ShownColumn{Field: "weather"})
	_, err = exports.Shown(in, filepath.Join(t.TempDir(), "x.xlsx"))
	refused(t, err, "columns")
	in.Columns = in.Columns[:2]
	if view, err = exports.Shown(in, filepath.Join(t.TempDir(), "shown.xlsx")); err != nil || view.Records != 14 {
		t.Errorf("as a workbook: %+v, %v", view, err)
	}
}
