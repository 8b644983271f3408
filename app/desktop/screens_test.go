package desktop_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/sirupsen/logrus/hooks/test"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

// shell is a machine without a window: it keeps events and hands out paths.
type shell struct {
	dir string

	mu     sync.Mutex
	events []string
	hear   func(name string, data any)
}

func (s *shell) Emit(name string, data any) {
	if s.hear != nil {
		s.hear(name, data)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.events = append(s.events, name)
}

func (s *shell) OpenFile(string, []string) (string, error) { return "", nil }

func (s *shell) SaveFile(_, suggested string) (string, error) {
	return filepath.Join(s.dir, suggested), nil
}

func (s *shell) Reveal(string) error { return nil }

func (s *shell) heard(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, e := range s.events {
		if e == name {
			return true
		}
	}
	return false
}

func newApp(t *testing.T) (*desktop.App, *shell) {
	t.Helper()
	log, _ := test.NewNullLogger()
	sh := &shell{dir: t.TempDir()}
	now := time.Date(2026, 6, 9, 9, 0, 0, 0, time.UTC)
	app := desktop.New(desktop.Options{
		Now: func() time.Time { return now }, Log: log, Shell: sh, Actor: "Ines Moreau",
		Dir: filepath.Join(sh.dir, "workspaces"), State: filepath.Join(sh.dir, "state"), Version: "test",
	})
	t.Cleanup(func() {
		if err := app.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return app, sh
}

func newSample(t *testing.T) *desktop.App {
	t.Helper()
	app, _ := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateSample(); err != nil {
		t.Fatal(err)
	}
	return app
}

func pageOf(t *testing.T, p *desktop.Portfolio, q desktop.PortfolioQuery) desktop.PortfolioPageView {
	t.Helper()
	page, err := p.Page(q)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := json.Marshal(page); err != nil {
		t.Fatalf("the page cannot cross: %v", err)
	}
	return page
}

func namesOf(page desktop.PortfolioPageView) []string {
	var names []string
	for _, row := range page.Rows {
		names = append(names, row.Name)
	}
	return names
}

func TestStatusSaysThatNothingIsOpenAndThenWhatIs(t *testing.T) {
	t.Parallel()
	app, sh := newApp(t)
	ws := desktop.NewWorkspace(app)
	before, err := ws.Status()
	if err != nil || before.State != "none" || before.Today != "2026-06-09" {
		t.Fatalf("status = %+v, %v", before, err)
	}
	after, err := ws.CreateEmpty("  Quay/side ", "eur")
	if err != nil {
		t.Fatal(err)
	}
	if after.State != "open" || after.Name != "Quay/side" || after.Currency != "EUR" || filepath.Base(after.Path) != "Quay-side.tendril" {
		t.Errorf("status = %+v", after)
	}
	if !sh.heard("workspace") {
		t.Error("the window was not told")
	}
	again, err := ws.CreateEmpty("Quay/side", "EUR")
	if err != nil || filepath.Base(again.Path) != "Quay-side 2.tendril" {
		t.Errorf("a second workspace of that name = %+v, %v", again, err)
	}
}

func TestCreateEmptyNamesTheFieldThatIsWrong(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	for field, args := range map[string][2]string{"name": {" ", "EUR"}, "currency": {"Quayside", "Euro"}} {
		_, err := desktop.NewWorkspace(app).CreateEmpty(args[0], args[1])
		var e *success.Error
		if !errors.As(err, &e) || e.Field != field || e.Code != success.CodeInvalid {
			t.Errorf("CreateEmpty(%q) = %v", args, err)
		}
	}
}

func TestAFailedStartIsSaidAsDamaged(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	app.Fail("x.tendril", success.Invalid("path", "This file is damaged."))
	status, err := desktop.NewWorkspace(app).Status()
	if err != nil || status.State != "damaged" || status.Message != "This file is damaged." {
		t.Errorf("status = %+v, %v", status, err)
	}
}

func TestPortfolioSortsAndKeepsWhatHasNoValueAtTheEnd(t *testing.T) {
	t.Parallel()
	p := desktop.NewPortfolio(newSample(t))
	for _, sort := range []string{"name", "verdict", "level", "news", "arr", "renewal", "last_touch", "csm"} {
		up := pageOf(t, p, desktop.PortfolioQuery{Sort: sort})
		down := pageOf(t, p, desktop.PortfolioQuery{Sort: sort, Descending: true})
		if up.Total == 0 || up.Total != down.Total || len(up.Rows) != up.Total {
			t.Fatalf("%s: %d and %d rows", sort, up.Total, down.Total)
		}
		if cmp.Equal(namesOf(up), namesOf(down)) {
			t.Errorf("%s: both ways are the same", sort)
		}
	}
	rows := pageOf(t, p, desktop.PortfolioQuery{Sort: "renewal", Descending: true}).Rows
	for i := 1; i < len(rows); i++ {
		if a, b := rows[i-1].Renewal, rows[i].Renewal; a == "" && b != "" || b > a && a != "" {
			t.Errorf("renewal %q before %q", a, b)
		}
	}
	if _, err := p.Page(desktop.PortfolioQuery{Sort: "mood"}); err == nil {
		t.Error("an unknown column was taken")
	}
}

func TestPortfolioFiltersByAllWordsWithoutCaseAndAccents(t *testing.T) {
	t.Parallel()
	p := desktop.NewPortfolio(newSample(t))
	got := namesOf(pageOf(t, p, desktop.PortfolioQuery{Sort: "name", Filter: "NÖRD expand"}))
	if !cmp.Equal(got, []string{"Nordhavn Freight"}) {
		t.Errorf("found %q", got)
	}
	none := pageOf(t, p, desktop.PortfolioQuery{Sort: "name", Filter: "nowhere"})
	if none.Total != 0 || none.Rows == nil {
		t.Errorf("none = %+v: an empty list must not be null", none)
	}
}

func TestPortfolioTurnsPages(t *testing.T) {
	t.Parallel()
	p := desktop.NewPortfolio(newSample(t))
	whole := pageOf(t, p, desktop.PortfolioQuery{Sort: "arr"})
	var turned []string
	for offset := 0; offset < whole.Total; offset += 5 {
		turned = append(turned, namesOf(pageOf(t, p, desktop.PortfolioQuery{Sort: "arr", Offset: offset, Limit: 5}))...)
	}
	if diff := cmp.Diff(namesOf(whole), turned); diff != "" {
		t.Error(diff)
	}
	if beyond := pageOf(t, p, desktop.PortfolioQuery{Sort: "arr", Offset: 1000}); len(beyond.Rows) != 0 {
		t.Errorf("beyond the end: %d rows", len(beyond.Rows))
	}
}

func TestHeadlineAddsUpTheSample(t *testing.T) {
	t.Parallel()
	p := desktop.NewPortfolio(newSample(t))
	head, err := p.Headline()
	if err != nil {
		t.Fatal(err)
	}
	if head.Accounts == 0 || head.ARR <= 0 || head.Cheque != 5000 || head.Herfindahl == nil || head.Gross == nil || head.Net == nil {
		t.Fatalf("headline = %+v", head)
	}
	if *head.Gross > *head.Net || *head.Gross > 1 || head.AtRiskARR > head.KnownARR || head.ForSaleARR > head.MaybeARR ||
		head.MaybeARR > head.PricedARR || head.Known+head.NotKnown != head.Accounts || len(head.Renewals) == 0 {
		t.Errorf("headline contradicts itself: %+v", head)
	}
}

func TestSearchFindsAccountsAndNothingForNoWords(t *testing.T) {
	t.Parallel()
	s := desktop.NewSearch(newSample(t))
	hits, err := s.Find("nordh")
	if err != nil || len(hits) == 0 || hits[0].AccountName != "Nordhavn Freight" {
		t.Errorf("hits = %+v, %v", hits, err)
	}
	if none, err := s.Find("  "); err != nil || none == nil || len(none) != 0 {
		t.Errorf("no words found %v, %v", none, err)
	}
}

const accountsCSV = "Account Name;ARR;Currency;Renewal Date;CSM\n" +
	"Halden Timber;41.000,00;EUR;30.11.2026;T. Adeyemi\n" +
	"Orsino Glass;52.000,00;EUR;31.06.2026;T. Adeyemi\n" +
	"Falk & Sons;33.500,00;EUR;14.03.2027;I. Moreau\n"

func TestImportShowsWhatItWouldDoDoesItAndIsUndoneAtOnce(t *testing.T) {
	t.Parallel()
	app, sh := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Quayside", "EUR"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(sh.dir, "accounts-june.csv")
	if err := os.WriteFile(path, []byte(accountsCSV), 0o600); err != nil {
		t.Fatal(err)
	}
	x, p := desktop.NewImports(app), desktop.NewPortfolio(app)
	plan, err := x.Inspect(desktop.ImportRequest{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	if plan.As != "accounts" || plan.Delimiter != ";" || plan.Rows != 3 || plan.New != 2 || plan.Refused != 1 || plan.Problem != "" {
		t.Fatalf("plan = %+v", plan)
	}
	if page := pageOf(t, p, desktop.PortfolioQuery{Sort: "name"}); page.Total != 0 {
		t.Fatal("looking at a file wrote something")
	}
	refused, err := x.Rows(desktop.ImportRowsQuery{Status: "refused", Limit: 10})
	if err != nil || refused.Total != 1 || refused.Rows[0].Row != 3 || refused.Rows[0].Reason == "" {
		t.Errorf("refused = %+v, %v", refused, err)
	}
	done, err := x.Apply()
	if err != nil || done.New != 2 || done.Action.ID == "" || done.Action.Label != "Import accounts-june.csv" {
		t.Fatalf("done = %+v, %v", done, err)
	}
	if got := namesOf(pageOf(t, p, desktop.PortfolioQuery{Sort: "name"})); !cmp.Equal(got, []string{"Falk & Sons", "Halden Timber"}) {
		t.Errorf("imported %q", got)
	}
	saved, err := x.SaveRefused()
	text, readErr := os.ReadFile(saved)
	if err != nil || readErr != nil || !strings.Contains(string(text), "Orsino Glass") || strings.Contains(string(text), "Halden") {
		t.Errorf("refused file %q: %v %v\n%s", saved, err, readErr, text)
	}
	undone, err := desktop.NewHistory(app).Undo()
	if err != nil || undone.Action.Label != "Import accounts-june.csv" {
		t.Fatalf("undone = %+v, %v", undone, err)
	}
	if page := pageOf(t, p, desktop.PortfolioQuery{Sort: "name"}); page.Total != 0 {
		t.Errorf("one undo left %q", namesOf(page))
	}
	if _, err := desktop.NewHistory(app).Redo(); err != nil {
		t.Fatal(err)
	}
	if page := pageOf(t, p, desktop.PortfolioQuery{Sort: "name"}); page.Total != 2 {
		t.Errorf("redo brought back %q", namesOf(page))
	}
}

func TestImportLeavesOutTheColumnsItIsToldTo(t *testing.T) {
	t.Parallel()
	app, sh := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Quayside", "EUR"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(sh.dir, "accounts.csv")
	if err := os.WriteFile(path, []byte(accountsCSV), 0o600); err != nil {
		t.Fatal(err)
	}
	x := desktop.NewImports(app)
	plan, err := x.Inspect(desktop.ImportRequest{Path: path, Map: map[string]string{"Renewal Date": ""}})
	if err != nil || plan.Refused != 0 || plan.New != 3 {
		t.Fatalf("without the dates: %+v, %v", plan, err)
	}
	missing, err := x.Inspect(desktop.ImportRequest{Path: path, Map: map[string]string{"Account Name": ""}})
	if err != nil || len(missing.Missing) != 1 || missing.Missing[0] != "name" || len(missing.Columns) != 5 {
		t.Errorf("without a name: %+v, %v", missing, err)
	}
	if _, err := x.Inspect(desktop.ImportRequest{Path: path + ".gone"}); err == nil {
		t.Error("a file that is not there was read")
	}
}

func TestEveryCallSaysThatNoWorkspaceIsOpen(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	calls := map[string]func() error{
		"page": func() error {
			_, err := desktop.NewPortfolio(app).Page(desktop.PortfolioQuery{Sort: "name"})
			return err
		},
		"headline": func() error { _, err := desktop.NewPortfolio(app).Headline(); return err },
		"undo":     func() error { _, err := desktop.NewHistory(app).Undo(); return err },
		"search":   func() error { _, err := desktop.NewSearch(app).Find("x"); return err },
		"import":   func() error { _, err := desktop.NewImports(app).Apply(); return err },
	}
	for name, call := range calls {
		if p := desktop.ProblemOf(call()); p.Code != success.CodeNotFound || p.Message == "" {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

func BenchmarkPortfolioPageOfTenThousand(b *testing.B) {
	log, _ := test.NewNullLogger()
	dir := b.TempDir()
	now := time.Date(2026, 6, 9, 9, 0, 0, 0, time.UTC)
	app := desktop.New(desktop.Options{Now: func() time.Time { return now }, Log: log, Shell: &shell{dir: dir}, Dir: dir})
	b.Cleanup(func() { _ = app.Close() })
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Large", "EUR"); err != nil {
		b.Fatal(err)
	}
	var csv strings.Builder
	csv.WriteString("Account Name,ARR,Renewal Date,CSM\n")
	for i := range 10_000 {
		fmt.Fprintf(&csv, "Account %05d,%d,2026-%02d-15,CSM %d\n", i, 10_000+i, 1+i%12, i%40)
	}
	path := filepath.Join(dir, "large.csv")
	if err := os.WriteFile(path, []byte(csv.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	x := desktop.NewImports(app)
	if _, err := x.Inspect(desktop.ImportRequest{Path: path}); err != nil {
		b.Fatal(err)
	}
	if _, err := x.Apply(); err != nil {
		b.Fatal(err)
	}
	p := desktop.NewPortfolio(app)
	sorts := []string{"name", "arr", "renewal", "csm"}
	for i := 0; b.Loop(); i++ {
		if _, err := p.Page(desktop.PortfolioQuery{Sort: sorts[i%4], Filter: "csm", Offset: 5000}); err != nil {
			b.Fatal(err)
		}
	}
}
