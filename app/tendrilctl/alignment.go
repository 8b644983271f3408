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
	var f alignmentFlags
	c := &cobra.Command{
		Use:   "alignment [--outcome retention|action] [--types] | --table FILE.csv --outcome COLUMN=NEGATIVE-VALUE [--id COLUMN]",
		Short: "Tell what each indicator really indicates",
		Long: "Tell what each indicator of the workspace indicates about retention, or about the last\n" +
			"action at its stage. With --table the same is told of a plain CSV or XLSX table and\n" +
			"nothing is imported: each column is an indicator, by its heading; a column of numbers\n" +
			"with more than 10 different values is a number, any other a category, and two values\n" +
			"make yes/no. The id and columns of texts that differ in every row are left out. Rates\n" +
			"are of the rows that do not have the negative value. --types adds the customer types\n" +
			"with their size and renewal rate, and suggests new ones: bundles of up to three values\n" +
			"that go with the positive outcome.",
		Example: "  tendrilctl alignment --outcome retention -w book.tendril\n" +
			"  tendrilctl alignment --table customers.csv --outcome Churned=yes --id Customer",
		Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.table != "" {
				return p.alignTable(f)
			}
			if f.id != "" {
				return usagef("--id names a column of a table; give --table FILE too")
			}
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				return p.alignWorkspace(cmd.Context(), ws, f)
			})
		},
	}
	c.Flags().StringVar(&f.outcome, "outcome", "", "retention (without it) or action; of a table, COLUMN=NEGATIVE-VALUE")
	c.Flags().StringVar(&f.table, "table", "", "a CSV or XLSX table, in place of the workspace")
	c.Flags().StringVar(&f.id, "id", "", "the table's column that names its rows")
	c.Flags().BoolVar(&f.types, "types", false, "add customer types, and suggest new ones")
	return c
}

// alignmentFlags are what `alignment` was told.
type alignmentFlags struct {
	outcome, table, id string
	types              bool
}

// alignmentAnswer is the figure, with types where they were asked for.
type alignmentAnswer struct {
	success.AlignmentFigure
	Types     []success.TypeFigure     `json:"types,omitempty"`
	Suggested *success.TypeSuggestions `json:"suggested_types,omitempty"`

	settings success.Settings // names, natures and sources of the indicators
}

func (p *program) alignWorkspace(ctx context.Context, ws *workspace.Workspace, f alignmentFlags) error {
	on, err := p.day(ws)
	if err != nil {
		return err
	}
	book, err := ws.Book(ctx, "account", "term", "indicator_value", "customer_action")
	if err != nil {
		return err
	}
	answer := alignmentAnswer{settings: book.Settings}
	if answer.AlignmentFigure, err = success.Alignment(book, on, f.outcome); err != nil {
		return err
	}
	if f.types {
		suggested, err := success.SuggestTypes(book, on, f.outcome)
		if err != nil {
			return err
		}
		answer.Types, answer.Suggested = success.CustomerTypeFigures(book, on), &suggested
	}
	return p.answer(answer, answer.write)
}

func (p *program) alignTable(f alignmentFlags) error {
	on := success.DateOf(p.now())
	if p.on != "" {
		var err error
		if on, err = parseDay("--on", p.on); err != nil {
			return err
		}
	}
	if !strings.Contains(f.outcome, "=") {
		return usagef("--outcome: %q is not COLUMN=NEGATIVE-VALUE", f.outcome)
	}
	table, err := readTable(f.table)
	if err != nil {
		return err
	}
	columns, unread := table.Series()
	figure, outcome, err := alignColumns(columns, f, on)
	if err != nil {
		return err
	}
	if unread > 0 {
		p.say("%d rows could not be read and were left out.", unread)
	}
	if len(figure.LeftOut) > 0 {
		p.say("Left out, as they only name the rows or are empty: %s.", strings.Join(figure.LeftOut, ", "))
	}
	answer := alignmentAnswer{AlignmentFigure: figure.AlignmentFigure}
	if f.types {
		suggested, err := success.SuggestTableTypes(columns, outcome, on)
		if err != nil {
			return err
		}
		answer.Suggested = &suggested
	}
	return p.answer(answer, answer.write)
}

// alignColumns tries the signs in COLUMN=VALUE in turn, as a heading may hold
// one, and so may a value.
func alignColumns(columns []success.TableColumn, f alignmentFlags, on success.Date) (success.TableAlignment, success.OutcomeColumn, error) {
	var first error
	for i := range len(f.outcome) {
		if f.outcome[i] != '=' {
			continue
		}
		outcome := success.OutcomeColumn{Column: f.outcome[:i], Negative: f.outcome[i+1:], ID: f.id}
		figure, err := success.AlignTable(columns, outcome, on)
		if err == nil {
			return figure, outcome, nil
		}
		first = cmp.Or(first, err)
	}
	return success.TableAlignment{}, success.OutcomeColumn{}, first
}

// name is what an indicator is called; of a table its heading.
func (a *alignmentAnswer) name(id success.ID) string {
	for i := range a.settings.Indicators {
		if a.settings.Indicators[i].ID == id {
			return a.settings.Indicators[i].Name
		}
	}
	return string(id)
}

// mostFocus is how many indicators a person can keep an eye on.
const mostFocus = 5

// write lists the indicators, each with its test, what it says and what is to
// be said against it; then the few to focus on, and the types.
func (a *alignmentAnswer) write(w io.Writer) error {
	width := 0
	for _, i := range a.Indicators {
		width = max(width, len([]rune(a.name(i.Indicator))))
	}
	width = min(width, 48)
	warnings := success.IndicatorWarnings(&a.settings, a.AlignmentFigure)
	for _, i := range a.Indicators {
		fmt.Fprintf(w, "%-*s  n %6d  %-10s %-11s %s", width, a.name(i.Indicator), i.N, effect(i), significance(i), i.Reading)
		for _, warning := range warnings[i.Indicator] {
			fmt.Fprintf(w, "; %s", warningWords[warning])
		}
		fmt.Fprintln(w)
	}
	if focus := success.FocusOn(&a.settings, a.AlignmentFigure, mostFocus); len(focus) > 0 {
		fmt.Fprintln(w, "\nFocus on these:")
		for _, f := range focus {
			value := f.Value
			if f.Quartile > 0 {
				value = fmt.Sprintf("%g to %g", f.From, f.To)
			}
			fmt.Fprintf(w, "  %-*s  %s: %.0f %% of %d\n", width, a.name(f.Indicator), value, 100*f.Rate, f.N)
		}
	}
	a.writeTypes(w)
	return nil
}

var warningWords = map[success.IndicatorWarning]string{
	success.WarnDemographic:    "demographic: says who they are, not what they do",
	success.WarnInternal:       "internal: about us, not about them",
	success.WarnNoConversation: "no conversation behind it",
}

func (a *alignmentAnswer) writeTypes(w io.Writer) {
	if a.Suggested == nil {
		return
	}
	if len(a.Types) > 0 {
		fmt.Fprintln(w, "\nCustomer types:")
	}
	for _, t := range a.Types {
		name := "(none)"
		for i := range a.settings.CustomerTypes {
			if a.settings.CustomerTypes[i].ID == t.Type {
				name = a.settings.CustomerTypes[i].Name
			}
		}
		fmt.Fprintf(w, "  %-36s %5d accounts, %d cancelled; renewed %s of %d\n", name, t.Accounts, t.Cancelled, percent(t.RenewalRate), t.Decided)
	}
	fmt.Fprintf(w, "\nSuggested types, of %d bundles tried:\n", a.Suggested.Tried)
	for _, s := range a.Suggested.Suggestions {
		fmt.Fprintf(w, "  %s: %.0f %% of %d, %.2f times the base rate, q %.2g\n", a.rules(s.Rules), 100*s.Rate, s.N, s.Lift, s.Q)
	}
	switch {
	case a.Suggested.TooFew:
		fmt.Fprintf(w, "  none: %d accounts are too few to tell\n", a.Suggested.Accounts)
	case len(a.Suggested.Suggestions) == 0:
		fmt.Fprintln(w, "  none: no bundle tells who stays")
	}
}

func (a *alignmentAnswer) rules(rules []success.TypeRule) string {
	words := make([]string, len(rules))
	for i, r := range rules {
		words[i] = fmt.Sprintf("%s %s %s", a.name(r.IndicatorID), r.Op, strings.Trim(string(r.Value), `"`))
	}
	return strings.Join(words, ", ")
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
