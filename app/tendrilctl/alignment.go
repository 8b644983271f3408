package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func (p *program) alignmentCommand() *cobra.Command {
	var outcome, table, id string
	c := &cobra.Command{
		Use:   "alignment [--outcome retention|action] | --table FILE.csv --outcome COLUMN=NEGATIVE-VALUE [--id COLUMN]",
		Short: "Tell what each indicator really indicates",
		Long: "Tell what each indicator of the workspace indicates about retention, or about the last\n" +
			"action at its stage. With --table the same is told of a plain CSV or XLSX table and\n" +
			"nothing is imported: each column is an indicator, by its heading; a column of numbers\n" +
			"with more than 10 different values is a number, any other a category, and two values\n" +
			"make yes/no. The id and columns of texts that differ in every row are left out. Rates\n" +
			"are of the rows that do not have the negative value.",
		Example: "  tendrilctl alignment --outcome retention -w book.tendril\n" +
			"  tendrilctl alignment --table customers.csv --outcome Churned=yes --id Customer",
		Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if table != "" {
				return p.alignTable(table, outcome, id)
			}
			if id != "" {
				return usagef("--id names a column of a table; give --table FILE too")
			}
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				return p.alignWorkspace(cmd.Context(), ws, outcome)
			})
		},
	}
	c.Flags().StringVar(&outcome, "outcome", "", "retention (without it) or action; of a table, COLUMN=NEGATIVE-VALUE")
	c.Flags().StringVar(&table, "table", "", "a CSV or XLSX table, in place of the workspace")
	c.Flags().StringVar(&id, "id", "", "the table's column that names its rows")
	return c
}

func (p *program) alignWorkspace(ctx context.Context, ws *workspace.Workspace, outcome string) error {
	on, err := p.day(ws)
	if err != nil {
		return err
	}
	book, err := ws.Book(ctx, "account", "term", "indicator_value", "customer_action")
	if err != nil {
		return err
	}
	figure, err := success.Alignment(book, on, outcome)
	if err != nil {
		return err
	}
	names := map[success.ID]string{}
	for _, i := range book.Settings.Indicators {
		names[i.ID] = i.Name
	}
	return p.answer(figure, func(w io.Writer) error { return writeAlignment(w, names, figure) })
}

func (p *program) alignTable(file, outcome, id string) error {
	on := success.DateOf(p.now())
	if p.on != "" {
		var err error
		if on, err = parseDay("--on", p.on); err != nil {
			return err
		}
	}
	if !strings.Contains(outcome, "=") {
		return usagef("--outcome: %q is not COLUMN=NEGATIVE-VALUE", outcome)
	}
	table, err := readTable(file)
	if err != nil {
		return err
	}
	columns, unread := table.Series()
	figure, err := alignColumns(columns, outcome, id, on)
	if err != nil {
		return err
	}
	if unread > 0 {
		p.say("%d rows could not be read and were left out.", unread)
	}
	if len(figure.LeftOut) > 0 {
		p.say("Left out, as they only name the rows or are empty: %s.", strings.Join(figure.LeftOut, ", "))
	}
	names := map[success.ID]string{}
	for _, i := range figure.Indicators {
		names[i.Indicator] = string(i.Indicator)
	}
	return p.answer(figure, func(w io.Writer) error { return writeAlignment(w, names, figure.AlignmentFigure) })
}

// alignColumns tries the signs in COLUMN=VALUE in turn, as a heading may hold
// one, and so may a value.
func alignColumns(columns []success.TableColumn, outcome, id string, on success.Date) (success.TableAlignment, error) {
	var first error
	for i := range len(outcome) {
		if outcome[i] != '=' {
			continue
		}
		figure, err := success.AlignTable(columns, success.OutcomeColumn{Column: outcome[:i], Negative: outcome[i+1:], ID: id}, on)
		if err == nil {
			return figure, nil
		}
		first = cmp.Or(first, err)
	}
	return success.TableAlignment{}, first
}

// writeAlignment lists the indicators, each with its test and what it says.
func writeAlignment(w io.Writer, names map[success.ID]string, figure success.AlignmentFigure) error {
	width := len("indicator")
	for _, i := range figure.Indicators {
		width = max(width, len([]rune(names[i.Indicator])))
	}
	width = min(width, 48)
	for _, i := range figure.Indicators {
		if _, err := fmt.Fprintf(w, "%-*s  n %6d  %-18s %-12s %s\n", width, names[i.Indicator], i.N, effect(i), significance(i), i.Reading); err != nil {
			return err
		}
	}
	return nil
}

// effect is how strong an indicator's link with the outcome is, by its test.
func effect(i success.IndicatorFigure) string {
	switch {
	case i.V != nil:
		return fmt.Sprintf("V %.3f", *i.V)
	case i.AUC != nil:
		return fmt.Sprintf("AUC %.3f", *i.AUC)
	}
	return "no test"
}

func significance(i success.IndicatorFigure) string {
	if i.Q == nil || math.IsNaN(*i.Q) {
		return ""
	}
	if *i.Q < 0.0001 {
		return "q < 0.0001"
	}
	return fmt.Sprintf("q %.4f", *i.Q)
}
