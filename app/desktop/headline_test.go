package desktop_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

// manyAccounts opens a workspace with more accounts than figures are made of while
// somebody waits.
func manyAccounts(t *testing.T, count int) (*desktop.App, *shell) {
	t.Helper()
	app, sh := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Quayside", "EUR"); err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	table.WriteString("Account Name;ARR;Currency;Renewal Date;Start Date;CSM\n")
	for i := range count {
		fmt.Fprintf(&table, "Halden %05d;41.000,00;EUR;30.11.2026;01.12.2024;T. Adeyemi\n", i)
	}
	path := filepath.Join(sh.dir, "accounts.csv")
	if err := os.WriteFile(path, []byte(table.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	x := desktop.NewImports(app)
	if _, err := x.Inspect(desktop.ImportRequest{Path: path}); err != nil {
		t.Fatal(err)
	}
	if done, err := x.Apply(); err != nil || done.New < count {
		t.Fatalf("imported %+v, %v", done, err)
	}
	return app, sh
}

func TestTheHeadlineShowsNoAmountBeforeEveryFigureIsMade(t *testing.T) {
	t.Parallel()
	const count = 310
	app, sh := manyAccounts(t, count)
	changed := make(chan struct{}, 16)
	sh.hear = func(name string, _ any) {
		if name == "changed" {
			changed <- struct{}{}
		}
	}
	p := desktop.NewPortfolio(app)
	head, err := p.Headline()
	if err != nil {
		t.Fatal(err)
	}
	quick := false
	switch {
	case head.Reckoning == 0 && head.Accounts == count && head.ARR == 41_000*count:
		// A machine that was elsewhere for a while has made all of them by now.
		quick = true
	case head.Reckoning != count || head.Accounts != count || head.ARR != 0 || head.Gross != nil || head.Currency != "":
		t.Fatalf("before its figures are made it says %+v", head)
	default:
		<-changed
	}
	after, err := p.Headline()
	if err != nil || after.Reckoning != 0 || after.Stale != 0 && !quick || after.ARR != 41_000*count {
		t.Errorf("afterwards it says %+v, %v", after, err)
	}
}
