package desktop_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

// every asks every screen that looks over all accounts.
func every(app *desktop.App) map[string]func() error {
	portfolio, today, renewals, ways := desktop.NewPortfolio(app), desktop.NewToday(app), desktop.NewRenewals(app), desktop.NewWays(app)
	risky := desktop.WaysFilter{Filters: []desktop.PortfolioFilter{{Field: "risk", Op: "not", Values: []string{"on track"}}}}
	return map[string]func() error{
		"portfolio": func() error {
			_, err := portfolio.Page(desktop.PortfolioQuery{Sort: "name"})
			return err
		},
		"headline": func() error {
			_, err := portfolio.Headline()
			return err
		},
		"today": func() error {
			_, err := today.Page(desktop.TodayQuery{CSMs: []string{"*"}})
			return err
		},
		"renewals": func() error {
			_, err := renewals.Page(allRenewals)
			return err
		},
		"forecast": func() error {
			_, err := renewals.Forecast([]string{"*"})
			return err
		},
		"roads": func() error {
			_, err := ways.Roads(risky)
			return err
		},
		"sale": func() error {
			_, err := ways.Sale(desktop.WaysFilter{})
			return err
		},
		"assets": func() error {
			_, err := ways.Assets(desktop.AssetsQuery{Only: risky, By: "csm"})
			return err
		},
		"settings": func() error {
			_, err := desktop.NewSettings(app).Page()
			return err
		},
	}
}

func TestScreensShareTheirRowsWhileSomebodyWrites(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	account := accountID(t, app, "Kestrel Parcel")
	var wait sync.WaitGroup
	for name, ask := range every(app) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for range 4 {
				if err := ask(); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}()
	}
	portfolio := desktop.NewPortfolio(app)
	for n := range 4 {
		name := fmt.Sprintf("Kestrel %d", n)
		if _, err := app.PutForTest("account", success.ID(account), success.Fields{"name": []byte(fmt.Sprintf("%q", name))}); err != nil {
			t.Fatal(err)
		}
		// What was written is seen by whoever asks afterwards, whatever others have read.
		if page := pageOf(t, portfolio, desktop.PortfolioQuery{Filter: name, Sort: "name"}); page.Found != 1 {
			t.Errorf("%d accounts are called %s", page.Found, name)
		}
	}
	wait.Wait()
	roads, err := desktop.NewWays(app).Roads(desktop.WaysFilter{Filter: "kestrel 3"})
	if err != nil || roads.Accounts != 1 {
		t.Errorf("the roads have %d accounts of that name (%v)", roads.Accounts, err)
	}
}

func TestTheRowsAreThoseOfTheWorkspaceThatIsOpen(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	ways := desktop.NewWays(app)
	if roads, err := ways.Roads(desktop.WaysFilter{}); err != nil || roads.Accounts == 0 {
		t.Fatalf("%d accounts (%v)", roads.Accounts, err)
	}
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Quayside", "EUR"); err != nil {
		t.Fatal(err)
	}
	if roads, err := ways.Roads(desktop.WaysFilter{}); err != nil || roads.Accounts != 0 || roads.All != 0 {
		t.Errorf("an empty workspace has %d of %d accounts on the roads (%v)", roads.Accounts, roads.All, err)
	}
}

func TestEveryWayShowsTheAccountsThatAFilterLeaves(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	ways := desktop.NewWays(app)
	whole, err := ways.Roads(desktop.WaysFilter{})
	if err != nil {
		t.Fatal(err)
	}
	name := pageOf(t, desktop.NewPortfolio(app), desktop.PortfolioQuery{Sort: "name"}).Rows[0].CSM
	mine := desktop.WaysFilter{Filters: []desktop.PortfolioFilter{{Field: "csm", Op: "is", Values: []string{name}}}}
	found := pageOf(t, desktop.NewPortfolio(app), desktop.PortfolioQuery{Sort: "name", Filters: mine.Filters}).Found
	roads, err := ways.Roads(mine)
	if err != nil || roads.Accounts == 0 || roads.Accounts >= whole.Accounts || roads.All != whole.Accounts || roads.Accounts > found {
		t.Errorf("roads: %d of %d accounts, the table finds %d of %d (%v)", roads.Accounts, roads.All, found, whole.Accounts, err)
	}
	page, err := ways.RoadRows(desktop.RoadsQuery{Only: mine})
	if err != nil || page.Total != roads.Accounts {
		t.Errorf("the list has %d accounts (%v)", page.Total, err)
	}
	sale, err := ways.Sale(mine)
	if err != nil || len(sale.Accounts)+len(sale.Unpriced) != roads.Accounts || sale.All <= len(sale.Accounts) {
		t.Errorf("for sale: %d with a price, %d without, of %d (%v)", len(sale.Accounts), len(sale.Unpriced), sale.All, err)
	}
	plot, err := ways.VelocityMap(mine)
	if err != nil || plot.Accounts != roads.Accounts || plot.All != roads.All {
		t.Errorf("map: %d of %d accounts (%v)", plot.Accounts, plot.All, err)
	}
	assets, err := ways.Assets(desktop.AssetsQuery{Only: mine, By: "csm"})
	if err != nil || len(assets.Groups) != 1 || assets.Groups[0].Key != name || assets.Accounts <= assets.All.Accounts {
		t.Errorf("assets: %d groups, %d of %d accounts (%v)", len(assets.Groups), assets.All.Accounts, assets.Accounts, err)
	}
	if _, err := ways.Sale(desktop.WaysFilter{Filters: []desktop.PortfolioFilter{{Field: "moon", Op: "is", Values: []string{"full"}}}}); fieldOf(t, err) != "filters" {
		t.Errorf("a filter that is none: %v", err)
	}
}
