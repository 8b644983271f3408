package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// onAccount runs a figure's command: the account's file, the settings and the
// day are read, and what figure returns is the answer.
func (p *program) onAccount(cmd *cobra.Command, ref string, figure func(f *success.File, s *success.Settings, on success.Date) (any, func(io.Writer) error, error)) error {
	return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
		on, err := p.day(ws)
		if err != nil {
			return err
		}
		file, settings, err := accountFile(cmd.Context(), ws, ref)
		if err != nil {
			return err
		}
		answer, text, err := figure(file, settings, on)
		if err != nil {
			return err
		}
		return p.answer(answer, text)
	})
}

func accountFile(ctx context.Context, ws *workspace.Workspace, ref string) (*success.File, *success.Settings, error) {
	id, err := ws.Resolve(ctx, "account", ref)
	if err != nil {
		return nil, nil, err
	}
	file, err := ws.File(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	settings, err := ws.Settings(ctx)
	if err != nil {
		return nil, nil, err
	}
	return file, settings, nil
}

func (p *program) velocityCommand() *cobra.Command {
	return &cobra.Command{
		Use: "velocity ACCOUNT", Short: "Tell how an account's value grows",
		Long:    "Tell an account's value level, velocity, felt value, reach and verdict on a day, proved and with claims.",
		Example: "  tendrilctl velocity 'Nordhavn Freight' -w book.tendril --on 2026-06-09",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.onAccount(cmd, args[0], func(f *success.File, s *success.Settings, on success.Date) (any, func(io.Writer) error, error) {
				v := success.Velocity(f, s, on)
				return v, func(w io.Writer) error { return writeVelocity(w, f.Account.Name, v) }, nil
			})
		},
	}
}

func writeVelocity(w io.Writer, name string, v success.VelocityFigure) error {
	fmt.Fprintf(w, "%s, %s: %s since %s\n", name, v.On, v.Verdict, v.Since)
	row := func(label string, proved, claimed float64) {
		fmt.Fprintf(w, "  %-22s %14.0f proved %14.0f with claims\n", label, proved, claimed)
	}
	row("value, "+v.Currency+" a year", v.Proved.Level, v.Claimed.Level)
	row("velocity", v.Proved.Velocity, v.Claimed.Velocity)
	row("felt value", v.Proved.Perceived, v.Claimed.Perceived)
	row("benefits", float64(v.Proved.Benefits), float64(v.Claimed.Benefits))
	row("people", float64(v.Proved.People), float64(v.Claimed.People))
	row("dimensions", float64(v.Proved.Dimensions), float64(v.Claimed.Dimensions))
	if v.SilenceDays != nil {
		fmt.Fprintf(w, "  last news %d days ago\n", *v.SilenceDays)
	}
	return nil
}

func (p *program) measuresCommand() *cobra.Command {
	return &cobra.Command{
		Use: "measures ACCOUNT", Short: "Tell where an account's measures stand",
		Example: "  tendrilctl measures 'Nordhavn Freight' -w book.tendril",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.onAccount(cmd, args[0], func(f *success.File, s *success.Settings, on success.Date) (any, func(io.Writer) error, error) {
				m := success.Measures(f, s, on)
				return m, func(w io.Writer) error { return writeMeasures(w, f, m) }, nil
			})
		},
	}
}

func writeMeasures(w io.Writer, f *success.File, figure success.MeasuresFigure) error {
	names := map[success.ID]success.Measure{}
	for _, m := range f.Measures {
		names[m.ID] = m
	}
	for _, m := range figure.Measures {
		now := "not measured"
		if m.Now != nil {
			now = fmt.Sprintf("%g %s", *m.Now, names[m.Measure].Unit)
		}
		fmt.Fprintf(w, "%-40s %-20s %s", names[m.Measure].Name, now, m.State)
		if m.Progress != nil {
			fmt.Fprintf(w, ", %.0f %% of the way", 100**m.Progress)
		}
		if m.Trend != nil {
			fmt.Fprintf(w, ", %s", m.Trend.Direction)
		}
		fmt.Fprintln(w)
	}
	return nil
}

// span adds --from and --to to a command and reads them.
func span(c *cobra.Command) func() (from, to success.Date, err error) {
	var fromText, toText string
	c.Flags().StringVar(&fromText, "from", "", "first day, YYYY-MM-DD")
	c.Flags().StringVar(&toText, "to", "", "the day after the last, YYYY-MM-DD")
	return func() (success.Date, success.Date, error) {
		from, err := parseDay("--from", fromText)
		if err != nil {
			return 0, 0, err
		}
		to, err := parseDay("--to", toText)
		if err != nil {
			return 0, 0, err
		}
		if to < from {
			return 0, 0, usagef("--to is before --from")
		}
		return from, to, nil
	}
}

func (p *program) deliveredCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "delivered ACCOUNT --from A --to B", Short: "Tell the value delivered in a period",
		Long:    "Tell the value delivered from a day (counted) to a day (not counted), a year having 365 days.",
		Example: "  tendrilctl delivered 'Nordhavn Freight' --from 2025-09-01 --to 2026-06-09 -w book.tendril",
		Args:    exactly(1),
	}
	days := span(c)
	c.RunE = func(cmd *cobra.Command, args []string) error {
		from, to, err := days()
		if err != nil {
			return err
		}
		return p.onAccount(cmd, args[0], func(f *success.File, s *success.Settings, _ success.Date) (any, func(io.Writer) error, error) {
			d := success.Delivered(f, s, from, to)
			return d, func(w io.Writer) error {
				_, err := fmt.Fprintf(w, "%s, %s to %s: %.2f %s proved, %.2f with claims\n", f.Account.Name, d.From, d.To, d.Proved, d.Currency, d.Claimed)
				return err
			}, nil
		})
	}
	return c
}

func (p *program) retentionCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "retention --from A --to B", Short: "Tell gross, net and logo retention",
		Long:    "Tell gross, net and logo retention over the accounts with recurring revenue on the first day.",
		Example: "  tendrilctl retention --from 2025-06-09 --to 2026-06-09 -w book.tendril",
		Args:    exactly(0),
	}
	days := span(c)
	c.RunE = func(cmd *cobra.Command, _ []string) error {
		from, to, err := days()
		if err != nil {
			return err
		}
		return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
			book, err := ws.Book(cmd.Context(), "account", "term")
			if err != nil {
				return err
			}
			r := success.Retention(book, from, to)
			return p.answer(r, func(w io.Writer) error {
				_, err := fmt.Fprintf(w, "%d accounts, %d kept; ARR %.0f to %.0f %s; gross %s, net %s, by count %s\n",
					r.Accounts, r.Kept, r.ARRFrom, r.ARRTo, r.Currency, percent(r.GRR), percent(r.NRR), percent(r.Logo))
				return err
			})
		})
	}
	return c
}

func percent(share *float64) string {
	if share == nil {
		return "unknown"
	}
	return fmt.Sprintf("%.1f %%", 100**share)
}

func (p *program) assetCommand() *cobra.Command {
	var discount, growth float64
	c := &cobra.Command{
		Use: "asset ACCOUNT [--discount-rate R --growth G]", Short: "Look at an account as an asset",
		Long:    "Tell an account's acquisition payback, renewal rate, expected value and the revenue it brought elsewhere.",
		Example: "  tendrilctl asset 'Nordhavn Freight' --discount-rate 0.1 --growth 0.04 -w book.tendril",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				on, err := p.day(ws)
				if err != nil {
					return err
				}
				id, err := ws.Resolve(cmd.Context(), "account", args[0])
				if err != nil {
					return err
				}
				book, err := ws.Book(cmd.Context(), "account", "term", "renewal", "customer_action")
				if err != nil {
					return err
				}
				a, err := success.Asset(book, id, on, discount, growth)
				if err != nil {
					return err
				}
				return p.answer(a, func(w io.Writer) error { return writeAsset(w, args[0], a) })
			})
		},
	}
	c.Flags().Float64Var(&discount, "discount-rate", 0.1, "discount rate a year, as a share")
	c.Flags().Float64Var(&growth, "growth", 0, "growth a year, as a share")
	return c
}

func writeAsset(w io.Writer, name string, a success.AssetFigure) error {
	fmt.Fprintf(w, "%s: ARR %.0f %s, renewal rate %.1f %%, spread %.0f\n", name, a.ARR, a.Currency, 100*a.RetentionRate, a.Spread)
	if a.CACPaybackMonths != nil {
		fmt.Fprintf(w, "  acquisition paid back in %.1f months\n", *a.CACPaybackMonths)
	}
	switch {
	case a.ExpectedValue != nil:
		fmt.Fprintf(w, "  expected value %.0f %s\n", *a.ExpectedValue, a.Currency)
	case a.Reason != nil:
		fmt.Fprintf(w, "  no expected value: %s\n", *a.Reason)
	}
	return nil
}
