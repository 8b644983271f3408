package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// importFlags are what `import` was told.
type importFlags struct {
	as       string
	maps     []string
	mapping  string
	currency string
	source   string
	dryRun   bool
	refused  string
}

func (p *program) importCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use: "import FILE...", Short: "Bring in a table or a bundle",
		Long: "Bring in CSV or XLSX tables of accounts, terms, stakeholders, readings, benefits,\n" +
			"touchpoints or values of indicators, or a bundle (a .tendril.zip file or an unpacked folder). What a table is,\n" +
			"its encoding, delimiter, dates and columns are found out; --as and --map say otherwise.\n" +
			"A table's good rows are applied and the refused ones handed back; a bundle comes in\n" +
			"whole or not at all. One undo takes back one import.",
		Example: "  tendrilctl import accounts.csv --map 'Contract Value=arr' -w book.tendril",
		Args:    between(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.writing(cmd.Context(), func(ws *workspace.Workspace) error {
				return p.importAll(cmd.Context(), ws, args, f)
			})
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.as, "as", "", "accounts, terms, stakeholders, readings, benefits, touchpoints, values or bundle")
	flags.StringArrayVar(&f.maps, "map", nil, "column=field; column= leaves the column out")
	flags.StringVar(&f.mapping, "mapping", "", "a mapping saved under this name")
	flags.StringVar(&f.currency, "currency", "", "currency of amounts whose row names none")
	flags.StringVar(&f.source, "source", "", "whose ids external ids are, such as salesforce")
	flags.BoolVar(&f.dryRun, "dry-run", false, "tell what would be done, and write nothing")
	flags.StringVar(&f.refused, "refused", "", "write the refused rows to this CSV file, each with its reason")
	return c
}

func (p *program) importAll(ctx context.Context, ws *workspace.Workspace, files []string, f importFlags) error {
	total := exchange.Result{Rows: []exchange.RowResult{}}
	var refused []*exchange.Plan
	for _, file := range files {
		result, plan, err := p.importOne(ctx, ws, file, f)
		if err != nil {
			return err
		}
		if len(files) > 1 {
			for i := range result.Rows {
				result.Rows[i].File = filepath.Base(file)
			}
		}
		total.New += result.New
		total.Changed += result.Changed
		total.Same += result.Same
		total.Refused += result.Refused
		total.Rows = append(total.Rows, result.Rows...)
		total.Notes = append(total.Notes, result.Notes...)
		if plan != nil {
			refused = append(refused, plan)
		}
	}
	if err := writeRefused(f.refused, refused); err != nil {
		return err
	}
	if err := p.answer(total, func(w io.Writer) error { return writeResult(w, total, f.dryRun) }); err != nil {
		return err
	}
	if total.Refused > 0 && total.New+total.Changed+total.Same == 0 {
		return &success.Error{Code: success.CodeInvalid, Message: "No row was applied; each has its reason. The workspace is as it was."}
	}
	return nil
}

// errDryRun rolls a planned import back.
var errDryRun = errors.New("dry run")

func (p *program) importOne(ctx context.Context, ws *workspace.Workspace, file string, f importFlags) (exchange.Result, *exchange.Plan, error) {
	if f.as == "bundle" || f.as == "" && exchange.IsBundle(file) {
		result, err := p.importBundle(ctx, ws, file, f.dryRun)
		return result, nil, err
	}
	table, err := readTable(file)
	if err != nil {
		return exchange.Result{}, nil, err
	}
	o, err := p.importOptions(ctx, ws, f)
	if err != nil {
		return exchange.Result{}, nil, err
	}
	var plan *exchange.Plan
	var result exchange.Result
	_, err = ws.Do(ctx, "Import "+filepath.Base(file), func(tx *workspace.Tx) error {
		target := exchange.Into(tx)
		if plan, err = exchange.NewPlan(table, target, o); err != nil {
			return err
		}
		if f.dryRun {
			result = plan.Result()
			return errDryRun
		}
		result, err = plan.Apply(target, nil)
		return err
	})
	if err != nil && !errors.Is(err, errDryRun) {
		return result, nil, err
	}
	return result, plan, nil
}

func (p *program) importOptions(ctx context.Context, ws *workspace.Workspace, f importFlags) (exchange.Options, error) {
	info, err := ws.Describe(ctx)
	if err != nil {
		return exchange.Options{}, err
	}
	o := exchange.Options{
		As: exchange.As(f.as), Map: map[string]string{}, Source: f.source,
		Currency: strings.ToUpper(f.currency), WorkspaceCurrency: info.Currency, Today: ws.Today(),
	}
	if f.mapping != "" {
		saved, err := savedMapping(ctx, ws, f.mapping)
		if err != nil {
			return exchange.Options{}, err
		}
		o = saved.Over(o)
	}
	for _, m := range f.maps {
		i := strings.LastIndex(m, "=") // a heading may hold a sign, a field never does
		if i < 0 {
			return exchange.Options{}, usagef("--map: %q is not column=field", m)
		}
		o.Map[m[:i]] = m[i+1:]
	}
	return o, nil
}

func readTable(file string) (*exchange.Table, error) {
	h, err := os.Open(file)
	if err != nil {
		return nil, &success.Error{Code: success.CodeNotFound, Err: err,
			Message: fmt.Sprintf("%s cannot be read. Nothing was imported.", file)}
	}
	defer h.Close()
	return exchange.ReadTable(filepath.Base(file), h, 0)
}

func (p *program) importBundle(ctx context.Context, ws *workspace.Workspace, file string, dryRun bool) (exchange.Result, error) {
	bundle, err := exchange.OpenBundle(file)
	if err != nil {
		return exchange.Result{}, err
	}
	defer func() { _ = bundle.Close() }() // it was only read
	var result exchange.Result
	_, err = ws.Do(ctx, "Import "+filepath.Base(file), func(tx *workspace.Tx) error {
		if result, err = bundle.Apply(exchange.Into(tx), tx, nil); err != nil {
			return err
		}
		if dryRun {
			return errDryRun
		}
		return nil
	})
	if err != nil && !errors.Is(err, errDryRun) {
		return exchange.Result{}, err
	}
	return result, nil
}

func writeRefused(path string, plans []*exchange.Plan) error {
	if path == "" || len(plans) == 0 {
		return nil
	}
	h, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write refused rows: %w", err)
	}
	for _, plan := range plans {
		if err := plan.WriteRefused(h); err != nil {
			return errors.Join(fmt.Errorf("write refused rows: %w", err), h.Close())
		}
	}
	return h.Close()
}

func writeResult(w io.Writer, r exchange.Result, dryRun bool) error {
	verb := "Applied"
	if dryRun {
		verb = "Would apply"
	}
	fmt.Fprintf(w, "%s: %d new, %d changed, %d the same, %d refused\n", verb, r.New, r.Changed, r.Same, r.Refused)
	for _, row := range r.Rows {
		fmt.Fprintf(w, "  refused %srow %d: %s\n", prefix(row.File), row.Row, row.Reason)
	}
	for _, note := range r.Notes {
		fmt.Fprintf(w, "  note %srow %d: %s\n", prefix(note.File), note.Row, note.Reason)
	}
	return nil
}

func prefix(file string) string {
	if file == "" {
		return ""
	}
	return file + " "
}

func (p *program) exportCommand() *cobra.Command {
	var bundle, as, to string
	c := &cobra.Command{
		Use: "export --bundle FILE | --as accounts --to FILE", Short: "Write a bundle or a table",
		Long:    "Write everything as a bundle, the open format, or one kind of record as a CSV or XLSX table.",
		Example: "  tendrilctl export --bundle book.tendril.zip -w book.tendril",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				switch {
				case bundle != "" && to == "":
					return p.exportBundle(cmd.Context(), ws, bundle)
				case bundle == "" && as != "" && to != "":
					return p.exportTable(cmd.Context(), ws, as, to)
				}
				return usagef("give either --bundle FILE, or --as KIND and --to FILE")
			})
		},
	}
	c.Flags().StringVar(&bundle, "bundle", "", "write a bundle to this file")
	c.Flags().StringVar(&as, "as", "", "accounts, terms, stakeholders, readings, benefits, touchpoints or values")
	c.Flags().StringVar(&to, "to", "", "write a table to this .csv or .xlsx file")
	return c
}

// savedMapping reads a mapping saved in the workspace.
func savedMapping(ctx context.Context, ws *workspace.Workspace, name string) (*exchange.Mapping, error) {
	id, err := ws.Resolve(ctx, "mapping", name)
	if err != nil {
		return nil, err
	}
	body, err := ws.Get(ctx, "mapping", id)
	if err != nil {
		return nil, err
	}
	var m success.Mapping
	if err := json.Unmarshal(body, &m); err != nil {
		return nil, fmt.Errorf("read mapping: %w", err)
	}
	mapping, err := exchange.ParseMapping(m.Body)
	if err != nil {
		return nil, success.Invalid("body", "The mapping %q is not an object of column names and fields.", name)
	}
	return mapping, nil
}

// newFile writes a file whole or not at all: under another name first.
func newFile(path string, write func(io.Writer) error) error {
	h, err := os.CreateTemp(filepath.Dir(path), ".tendril-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() { _ = os.Remove(h.Name()) }() // gone already when all went well
	if err := write(h); err != nil {
		return errors.Join(err, h.Close())
	}
	if err := errors.Join(h.Chmod(0o644), h.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(h.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}
