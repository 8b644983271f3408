package success_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

var updateSale = flag.Bool("update-sale", false, "write what the window's arithmetic is held against anew")

// saleAccount is what the window reckons an account's price from.
type saleAccount struct {
	ID        success.ID `json:"id"`
	ARR       float64    `json:"arr"`
	BookARR   float64    `json:"book_arr"`
	Rate      float64    `json:"rate"`
	Felt      float64    `json:"felt"`
	Low       float64    `json:"low"`
	High      float64    `json:"high"`
	Switching float64    `json:"switching"`
}

// saleAnswer is what this package says to an offer.
type saleAnswer struct {
	Cheque    float64                 `json:"cheque"`
	Discount  float64                 `json:"discount"`
	Migration float64                 `json:"migration"`
	Match     float64                 `json:"match"`
	ForSale   []success.Word          `json:"for_sale"` // in the order of the accounts
	Prices    []success.Range         `json:"prices"`
	Totals    success.PortfolioTotals `json:"totals"`
}

type saleCase struct {
	Name     string        `json:"name"`
	Accounts []saleAccount `json:"accounts"`
	Answers  []saleAnswer  `json:"answers"`
}

// The window answers any offer by itself, within a frame. Its arithmetic is held
// against this file, which has to be what this package says, to the last bit: also at
// cheques that are exactly a price, and the next number below.
func TestTheOffersThatTheWindowIsTestedWithAreThisPackagesOwn(t *testing.T) {
	t.Parallel()
	const golden = "../../frontend/src/features/portfolio/sale/testdata/sale.json"
	var cases []saleCase
	for _, name := range []string{"portfolio_flags", "bond_range", "bonded", "currency", "zero_perceived", "random_1", "random_3"} {
		book := loadBundle(t, filepath.Join("testdata", "vectors", name, "bundle"))
		cases = append(cases, saleCaseOf(t, name, book, day("2026-06-09")))
	}
	got, err := json.Marshal(cases)
	must(t, err)
	if *updateSale {
		must(t, os.WriteFile(golden, append(got, '\n'), 0o600))
	}
	want, err := os.ReadFile(golden)
	must(t, err)
	var laid bytes.Buffer
	must(t, json.Compact(&laid, want))
	if !bytes.Equal(got, laid.Bytes()) {
		t.Error("the prices changed: look at them, then run this test with -update-sale")
	}
}

func saleCaseOf(t *testing.T, name string, book *success.Book, on success.Date) saleCase {
	t.Helper()
	usual := success.DefaultOffer(&book.Settings, on)
	c := saleCase{Name: name, Accounts: []saleAccount{}}
	for _, a := range success.Portfolio(book, on, usual).Accounts {
		for _, f := range book.Files {
			if f.Account.ID != a.Account || a.WalkAway == nil {
				continue
			}
			g := success.LookAt(f, &book.Settings, on, usual)
			p := g.Price
			c.Accounts = append(c.Accounts, saleAccount{
				a.Account, a.ARR, a.BookARR, p.Rate, p.Felt, p.Bonded.Low, p.Bonded.High, p.Switching,
			})
		}
	}
	for _, terms := range [][3]float64{{0, 1, 1}, {0.15, 0.7, 0.9}, {0.5, 0, 0.25}} {
		cheques := map[float64]bool{}
		var order []float64
		add := func(k float64) {
			if k >= 0 && !cheques[k] {
				cheques[k] = true
				order = append(order, k)
			}
		}
		add(0)
		add(usual.Cheque)
		for i := range c.Accounts[:min(4, len(c.Accounts))] {
			a := &c.Accounts[i]
			parts := success.PriceParts{Felt: a.Felt, Bonded: success.Range{Low: a.Low, High: a.High}, Switching: a.Switching}
			price := parts.WalkAway(success.Offer{Discount: terms[0], Migration: terms[1], Match: terms[2]})
			for _, w := range []float64{price.Low, price.High} {
				edge := (w - terms[0]*a.ARR) / a.Rate
				add(edge)
				add(math.Nextafter(edge, 0))
			}
		}
		for _, k := range order {
			c.Answers = append(c.Answers, saleAnswerOf(book, on, success.Offer{Cheque: k, Discount: terms[0], Migration: terms[1], Match: terms[2]}))
		}
	}
	return c
}

func saleAnswerOf(book *success.Book, on success.Date, o success.Offer) saleAnswer {
	figure := success.Portfolio(book, on, o)
	answer := saleAnswer{
		Cheque: o.Cheque, Discount: o.Discount, Migration: o.Migration, Match: o.Match,
		ForSale: []success.Word{}, Prices: []success.Range{}, Totals: figure.Totals,
	}
	for i := range figure.Accounts {
		if a := &figure.Accounts[i]; a.WalkAway != nil {
			answer.ForSale = append(answer.ForSale, a.ForSale)
			answer.Prices = append(answer.Prices, *a.WalkAway)
		}
	}
	return answer
}
