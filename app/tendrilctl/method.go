package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func (p *program) principlesCommand() *cobra.Command {
	return &cobra.Command{
		Use: "principles ACCOUNT", Short: "Check an account against the five principles",
		Example: "  tendrilctl principles 'Nordhavn Freight' -w book.tendril",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.onAccount(cmd, args[0], func(f *success.File, s *success.Settings, on success.Date) (any, func(io.Writer) error, error) {
				figure := success.Principles(f, s, on)
				return figure, func(w io.Writer) error { return writeChecks(w, f.Account.Name, figure) }, nil
			})
		},
	}
}

// writeChecks lists the checks by principle, in the order of their JSON names.
func writeChecks(w io.Writer, name string, figure success.PrinciplesFigure) error {
	fmt.Fprintf(w, "%s, %s\n", name, figure.On)
	for _, principle := range []struct {
		name   string
		checks any
	}{
		{"success", figure.Success}, {"behavior", figure.Behavior}, {"bonding", figure.Bonding},
		{"learning", figure.Learning}, {"velocity", figure.Velocity}, {"coverage", figure.Coverage},
	} {
		raw, err := json.Marshal(principle.checks)
		if err != nil {
			return fmt.Errorf("write %s: %w", principle.name, err)
		}
		checks := map[string]bool{}
		if err := json.Unmarshal(raw, &checks); err != nil {
			return fmt.Errorf("write %s: %w", principle.name, err)
		}
		var failing []string
		for check, holds := range checks {
			if !holds {
				failing = append(failing, strings.ReplaceAll(check, "_", " "))
			}
		}
		slices.Sort(failing)
		fmt.Fprintf(w, "  %-9s %d of %d", principle.name, len(checks)-len(failing), len(checks))
		if len(failing) > 0 {
			fmt.Fprintf(w, "; not: %s", strings.Join(failing, ", "))
		}
		fmt.Fprintln(w)
	}
	return nil
}

func (p *program) portfolioCommand() *cobra.Command {
	var offer success.Offer
	c := &cobra.Command{
		Use: "portfolio [--cheque K --discount D --migration M --match MU]", Short: "Look at the portfolio as assets for sale",
		Long: "Tell each account's walk-away price, risk and phases, and what share of the portfolio a\n" +
			"rival could buy with a cheque, a discount on the price and an easy migration.",
		Example: "  tendrilctl portfolio --cheque 5000 -w book.tendril",
		Args:    exactly(0),
	}
	flags := c.Flags()
	flags.Float64Var(&offer.Cheque, "cheque", 0, "the rival's cheque, in the workspace's currency (the workspace's)")
	flags.Float64Var(&offer.Discount, "discount", 0, "the rival's discount on our price, 0 to 1")
	flags.Float64Var(&offer.Migration, "migration", 1, "how easy the move is: 1 is a magic button")
	flags.Float64Var(&offer.Match, "match", 1, "share of the technology's value that the rival matches")
	c.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
			on, err := p.day(ws)
			if err != nil {
				return err
			}
			book, err := ws.Book(cmd.Context())
			if err != nil {
				return err
			}
			if !flags.Changed("cheque") {
				offer.Cheque = success.DefaultOffer(&book.Settings, on).Cheque
			}
			figure := success.Portfolio(book, on, offer)
			return p.answer(figure, func(w io.Writer) error { return writePortfolio(w, book, figure) })
		})
	}
	return c
}

func writePortfolio(w io.Writer, book *success.Book, figure success.PortfolioFigure) error {
	names := map[success.ID]string{}
	for _, f := range book.Files {
		names[f.Account.ID] = f.Account.Name
	}
	t := figure.Totals
	fmt.Fprintf(w, "%d accounts, ARR %.0f %s; for a cheque of %.0f: %s of accounts, %s of ARR; at risk: %s of ARR\n",
		t.Accounts, t.ARR, figure.Currency, figure.Cheque, percent(t.ForSaleShareAccounts), percent(t.ForSaleShareARR), percent(t.AtRiskShareARR))
	rows := slices.Clone(figure.Accounts)
	slices.SortFunc(rows, func(a, b success.AccountStanding) int { return cmp.Compare(names[a.Account], names[b.Account]) })
	for _, a := range rows {
		price := "no price"
		if a.WalkAway != nil {
			price = fmt.Sprintf("%.0f to %.0f", a.WalkAway.Low, a.WalkAway.High)
		}
		fmt.Fprintf(w, "  %-32s %12.0f  walk-away %-22s", names[a.Account], a.ARR, price)
		fmt.Fprintf(w, " %s/%s", roadWords(a.ClientPhase, a.ClientOverruled), roadWords(a.ProviderPhase, a.ProviderOverruled))
		for _, flag := range a.Flags {
			fmt.Fprintf(w, " %s", flag)
		}
		fmt.Fprintln(w)
	}
	return nil
}

// roadWords writes the phase that holds, with the derived one where it was overruled.
func roadWords(derived string, set *success.Overruling) string {
	if set == nil {
		return derived
	}
	return fmt.Sprintf("%s (overruled; derived %s: %s)", set.Phase, derived, set.Reason)
}
