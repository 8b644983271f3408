package desktop

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Imports takes files in: it shows what would be written, and then writes it as
// one action.
type Imports struct {
	app *App

	mu   sync.Mutex
	last *inspection
}

// NewImports returns the bound imports.
func NewImports(app *App) *Imports { return &Imports{app: app} }

// inspection is the file that was looked at last, worked out to the last row.
type inspection struct {
	request ImportRequest
	table   *exchange.Table
	plan    *exchange.Plan
	rows    []exchange.RowPreview
}

// ImportRequest names a file and what a person said about it; empty fields are
// found from the file. Map says into which field a column goes; an empty field
// leaves the column out.
type ImportRequest struct {
	Path      string            `json:"path"`
	As        string            `json:"as"`
	Map       map[string]string `json:"map"`
	Currency  string            `json:"currency"`
	DateOrder string            `json:"date_order"`
}

// ImportColumnView is a column of the file and where it goes. Field is a field's
// name, "attributes", or empty where the column is left out. Confidence is
// given, exact, likely, guess or empty.
type ImportColumnView struct {
	Name       string `json:"name"`
	Sample     string `json:"sample"`
	Field      string `json:"field"`
	Confidence string `json:"confidence"`
}

// ImportView is a file as it is understood and what importing it would do.
// Problem says why nothing can be imported yet, and is empty when it can.
type ImportView struct {
	Path      string             `json:"path"`
	Size      int64              `json:"size"`
	Format    string             `json:"format"`
	Encoding  string             `json:"encoding"`
	Delimiter string             `json:"delimiter"`
	DateOrder string             `json:"date_order"`
	Decimal   string             `json:"decimal"`
	Currency  string             `json:"currency"`
	As        string             `json:"as"`
	Kinds     []string           `json:"kinds"`
	Source    string             `json:"source"`
	Rows      int                `json:"rows"`
	Columns   []ImportColumnView `json:"columns"`
	Fields    []string           `json:"fields"`
	Problem   string             `json:"problem"`
	New       int                `json:"new"`
	Changed   int                `json:"changed"`
	Same      int                `json:"same"`
	Refused   int                `json:"refused"`
	Notes     []string           `json:"notes"`
}

// ImportRowsView is a page of the preview.
type ImportRowsView struct {
	Total int             `json:"total"`
	Rows  []ImportRowView `json:"rows"`
}

// ImportRowView is one row and what would happen to it.
type ImportRowView struct {
	Row     int                `json:"row"`
	Status  string             `json:"status"`
	Name    string             `json:"name"`
	Reason  string             `json:"reason"`
	Changes []ImportChangeView `json:"changes"`
}

// ImportChangeView is one field that would change.
type ImportChangeView struct {
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// ImportDoneView says what an import wrote.
type ImportDoneView struct {
	Action  ActionView `json:"action"`
	New     int        `json:"new"`
	Changed int        `json:"changed"`
	Same    int        `json:"same"`
	Refused int        `json:"refused"`
}

// importKinds are what a table's rows can be.
var importKinds = []string{
	string(exchange.AsAccounts), string(exchange.AsTerms), string(exchange.AsStakeholders),
	string(exchange.AsReadings), string(exchange.AsBenefits), string(exchange.AsTouchpoints),
}

// Inspect reads a file and works out what importing it would do. Nothing is
// written.
func (x *Imports) Inspect(r ImportRequest) (_ ImportView, err error) {
	defer x.app.catch("imports.inspect", &err)
	ws, err := x.app.workspace()
	if err != nil {
		return ImportView{}, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	table, size, err := x.read(r.Path)
	if err != nil {
		return ImportView{}, err
	}
	o, err := x.options(ws, r)
	if err != nil {
		return ImportView{}, err
	}
	matching, err := exchange.Match(table, o)
	if err != nil {
		return ImportView{}, err
	}
	view := importView(r, table, matching, size)
	view.Currency = o.Currency
	if o.Currency == "" {
		view.Currency = o.WorkspaceCurrency
	}
	now := &inspection{request: r, table: table}
	err = preview(x.app.ctx(), ws, func(tx *workspace.Tx) error {
		now.plan, err = exchange.NewPlan(table, exchange.Into[workspace.Written](tx), o)
		return err
	})
	x.last = now
	if err != nil {
		problem := ProblemOf(err)
		if problem.Code == success.CodeInternal {
			return ImportView{}, err
		}
		view.Problem = problem.Message
		return view, nil
	}
	now.rows = now.plan.Preview(0, 0)
	result := now.plan.Result()
	view.New, view.Changed, view.Same, view.Refused = result.New, result.Changed, result.Same, result.Refused
	view.Notes = view.Notes[:0] // the plan's notes hold the table's
	for _, note := range result.Notes {
		view.Notes = append(view.Notes, noteText(note))
	}
	return view, nil
}

// Rows returns a page of the preview of the file inspected last; status "" means
// all rows.
func (x *Imports) Rows(status string, offset, limit int) (_ ImportRowsView, err error) {
	defer x.app.catch("imports.rows", &err)
	x.mu.Lock()
	defer x.mu.Unlock()
	view := ImportRowsView{Rows: []ImportRowView{}}
	if x.last == nil {
		return view, nil
	}
	if limit <= 0 || limit > pageLimit {
		limit = pageLimit
	}
	for i := range x.last.rows {
		row := &x.last.rows[i]
		if status != "" && string(row.Status) != status {
			continue
		}
		if view.Total >= max(offset, 0) && len(view.Rows) < limit {
			view.Rows = append(view.Rows, importRowView(row))
		}
		view.Total++
	}
	return view, nil
}

// Apply writes the good rows of the file inspected last as one action.
func (x *Imports) Apply() (_ ImportDoneView, err error) {
	defer x.app.catch("imports.apply", &err)
	ws, err := x.app.workspace()
	if err != nil {
		return ImportDoneView{}, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.last == nil || x.last.plan == nil {
		return ImportDoneView{}, success.Invalid("", "Choose a file first.")
	}
	o, err := x.options(ws, x.last.request)
	if err != nil {
		return ImportDoneView{}, err
	}
	var result exchange.Result
	var action workspace.Action
	name := filepath.Base(x.last.request.Path)
	err = x.app.run(jobImport, name, func(ctx context.Context, progress progressFunc) error {
		action, err = ws.Do(ctx, "Import "+name, func(tx *workspace.Tx) error {
			target := exchange.Until(ctx, exchange.Into[workspace.Written](tx))
			// Planned anew: something may have changed since it was looked at.
			plan, err := exchange.NewPlan(x.last.table, target, o)
			if err != nil {
				return err
			}
			x.last.plan = plan
			result, err = plan.Apply(target, progress)
			return err
		})
		return err
	})
	if err != nil {
		return ImportDoneView{}, fmt.Errorf("import: %w", err)
	}
	return ImportDoneView{
		Action: actionView(action), New: result.New, Changed: result.Changed, Same: result.Same, Refused: result.Refused,
	}, nil
}

// SaveRefused writes the refused rows of the file inspected last, with their
// reasons, to a file to mend. It returns the file's path, or "" where the person
// cancelled.
func (x *Imports) SaveRefused() (_ string, err error) {
	defer x.app.catch("imports.save_refused", &err)
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.last == nil || x.last.plan == nil {
		return "", success.Invalid("", "Choose a file first.")
	}
	base := filepath.Base(x.last.request.Path)
	name := strings.TrimSuffix(base, filepath.Ext(base)) + "-refused.csv"
	path, err := x.app.o.Shell.SaveFile("Save the refused rows", name)
	if err != nil || path == "" {
		return "", err
	}
	file, err := os.Create(path)
	if err != nil {
		return "", &success.Error{Code: success.CodeUnavailable, Err: err, Message: fmt.Sprintf("%s cannot be written.", path)}
	}
	err = x.last.plan.WriteRefused(file)
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return "", fmt.Errorf("write refused rows: %w", err)
	}
	return path, x.app.o.Shell.Reveal(path)
}

// read reads the table, or takes it from the last look: a person who changes one
// column of a large file does not wait for the whole again.
func (x *Imports) read(path string) (*exchange.Table, int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, &success.Error{Code: success.CodeNotFound, Field: "path", Err: err,
			Message: fmt.Sprintf("%s cannot be read. Nothing was imported.", filepath.Base(path))}
	}
	if x.last != nil && x.last.request.Path == path {
		return x.last.table, info.Size(), nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, 0, &success.Error{Code: success.CodeForbidden, Field: "path", Err: err,
			Message: fmt.Sprintf("%s cannot be read. Nothing was imported.", filepath.Base(path))}
	}
	defer file.Close()
	table, err := exchange.ReadTable(filepath.Base(path), file, 0)
	return table, info.Size(), err
}

func (x *Imports) options(ws *workspace.Workspace, r ImportRequest) (exchange.Options, error) {
	info, err := ws.Info(x.app.ctx())
	if err != nil {
		return exchange.Options{}, fmt.Errorf("describe workspace: %w", err)
	}
	return exchange.Options{
		As: exchange.As(r.As), Map: r.Map, Currency: r.Currency, WorkspaceCurrency: info.Currency,
		DateOrder: exchange.DateOrder(r.DateOrder), Today: ws.Today(),
	}, nil
}

func importView(r ImportRequest, t *exchange.Table, m *exchange.Matching, size int64) ImportView {
	view := ImportView{
		Path: r.Path, Size: size, Format: t.Format, Encoding: t.Encoding, Delimiter: t.Delimiter, DateOrder: r.DateOrder,
		As: string(m.As), Kinds: importKinds, Source: m.Source, Rows: len(t.Rows),
		Columns: []ImportColumnView{}, Fields: append([]string{}, m.Fields...), Notes: append([]string{}, t.Notes...),
	}
	slices.Sort(view.Fields)
	for i, c := range m.Columns {
		column := ImportColumnView{Name: c.Column, Field: c.Field, Confidence: string(c.Confidence)}
		if i < len(t.Columns) {
			if samples := t.Columns[i].Samples; len(samples) > 0 {
				column.Sample = samples[0]
			}
			if view.DateOrder == "" {
				view.DateOrder = string(t.Columns[i].DateOrder)
			}
			if view.Decimal == "" {
				view.Decimal = t.Columns[i].Decimal
			}
		}
		view.Columns = append(view.Columns, column)
	}
	return view
}

func importRowView(row *exchange.RowPreview) ImportRowView {
	view := ImportRowView{Row: row.Row, Status: string(row.Status), Name: row.Name, Reason: row.Reason, Changes: []ImportChangeView{}}
	for _, c := range row.Changes {
		view.Changes = append(view.Changes, ImportChangeView{Field: c.Field, From: c.From, To: c.To})
	}
	return view
}

func noteText(note exchange.RowResult) string {
	if note.Row == 0 {
		return note.Reason
	}
	return fmt.Sprintf("Row %d: %s", note.Row, note.Reason)
}
