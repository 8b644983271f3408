package desktop

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Imports takes files in: it shows what would be written, and then writes it as
// one action.
type Imports struct {
	app *App

	mu     sync.Mutex
	last   *inspection
	fresh  readKey            // how the newest table was read
	stop   context.CancelFunc // ends the look that goes on
	pasted map[string]string
	pastes int
}

// NewImports returns the bound imports.
func NewImports(app *App) *Imports { return &Imports{app: app} }

// inspection is the file that was looked at last, worked out to the last row. It
// is not changed once it is made.
type inspection struct {
	request  ImportRequest
	bundle   bool
	problem  bool // a bundle that is not whole
	key      readKey
	table    *exchange.Table
	options  exchange.Options
	matching *exchange.Matching
	plan     *exchange.Plan // nil where the file cannot be planned yet
	at       uint64         // how many changes there were when it was planned
	today    success.Date
	used     atomic.Bool // the plan was applied, or begun to be

	once   sync.Mutex
	places map[ImportRowsQuery][]int
}

// Inspect reads a file and works out what importing it would do. Nothing is
// written. A later call ends an earlier one, which then fails as cancelled.
func (x *Imports) Inspect(r ImportRequest) (_ ImportView, err error) {
	defer x.app.catch("imports.inspect", &err)
	ws, err := x.app.workspace()
	if err != nil {
		return ImportView{}, err
	}
	var view ImportView
	err = x.app.run(jobRead, filepath.Base(r.Path), func(ctx context.Context, progress progressFunc) error {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		x.mu.Lock()
		if x.stop != nil {
			x.stop()
		}
		x.stop = stop
		x.mu.Unlock()
		var now *inspection
		if now, view, err = x.look(ctx, ws, r, progress); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		x.mu.Lock()
		x.last = now
		x.mu.Unlock()
		return nil
	})
	return view, err
}

func (x *Imports) look(ctx context.Context, ws *workspace.Workspace, r ImportRequest, progress progressFunc) (*inspection, ImportView, error) {
	if !strings.HasPrefix(r.Path, pastedPrefix) && exchange.IsBundle(r.Path) {
		return x.lookAtBundle(r)
	}
	table, size, err := x.read(r)
	if err != nil {
		return nil, ImportView{}, err
	}
	view := emptyImportView(r, size)
	now := &inspection{request: r, table: table}
	now.key = x.keyOf(table)
	if now.options, err = x.options(ctx, ws, r); err != nil {
		return nil, view, err
	}
	saved, err := x.mappings(ctx, ws)
	if err != nil {
		return nil, view, err
	}
	now.options = view.choose(r, table, saved, now.options)
	if now.matching, err = exchange.Match(table, now.options); err != nil {
		return nil, view, err
	}
	view.describe(table, now.matching, now.options)
	if len(now.matching.Missing) > 0 || len(table.Rows) == 0 {
		return now, view, nil
	}
	now.at, now.today = x.app.changes.Load(), ws.Today()
	err = ws.Look(ctx, func(l *workspace.Look) error {
		now.plan, err = exchange.NewPlan(table, exchange.Planning(ctx, exchange.Into(l), progress), now.options)
		return err
	})
	if err != nil {
		return now.unplanned(view, err)
	}
	view.count(now.plan.Result())
	view.Main = now.plan.MainFields()
	questions := now.plan.Questions()
	for _, kind := range []string{exchange.AskLaterEnd, exchange.AskLowerAmount} {
		if n := questions[kind]; n > 0 {
			view.Questions = append(view.Questions, ImportQuestionView{Kind: kind, Count: n, Answer: r.AnswerAll[kind]})
		}
	}
	return now, view, nil
}

// unplanned shows what a person can mend beside the file as it is understood so
// far; anything else is an error.
func (i *inspection) unplanned(view ImportView, err error) (*inspection, ImportView, error) {
	problem := ProblemOf(err)
	if problem.Code == success.CodeInternal {
		return nil, view, err
	}
	view.Problem = problem.Message
	return i, view, nil
}

// keyOf returns how a table was read.
func (x *Imports) keyOf(t *exchange.Table) readKey {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.last != nil && x.last.table == t {
		return x.last.key
	}
	return x.fresh
}

// Rows returns a page of the preview of the file inspected last.
func (x *Imports) Rows(q ImportRowsQuery) (_ ImportRowsView, err error) {
	defer x.app.catch("imports.rows", &err)
	view := ImportRowsView{Rows: []ImportRowView{}, Offset: max(q.Offset, 0)}
	last, err := x.inspected()
	if err != nil || last.plan == nil {
		return view, nil // before a file is chosen there are no rows, which is no failure
	}
	if q.Limit <= 0 || q.Limit > pageLimit {
		q.Limit = pageLimit
	}
	places := last.rows(q)
	view.Total = len(places)
	from := min(view.Offset, len(places))
	for _, place := range places[from:min(from+q.Limit, len(places))] {
		view.Rows = append(view.Rows, importRowView(last.plan, place))
	}
	return view, nil
}

// rows returns the places of the rows that a query asks for.
func (i *inspection) rows(q ImportRowsQuery) []int {
	i.once.Lock()
	defer i.once.Unlock()
	key := ImportRowsQuery{Status: q.Status, Question: q.Question}
	if places, ok := i.places[key]; ok {
		return places
	}
	if i.places == nil {
		i.places = map[ImportRowsQuery][]int{}
	}
	i.places[key] = i.plan.Rows(exchange.Status(q.Status), q.Question)
	return i.places[key]
}

// Row returns everything about one row of the file inspected last.
func (x *Imports) Row(place int) (_ ImportDetailView, err error) {
	defer x.app.catch("imports.row", &err)
	view := ImportDetailView{Changes: []ImportChangeView{}, Written: []ImportColumnView{}}
	last, err := x.inspected()
	if err != nil {
		return view, err
	}
	if last.plan == nil || place < 0 || place >= len(last.rows(ImportRowsQuery{})) {
		return view, success.NotFound("There is no such row.")
	}
	view.Row = importRowView(last.plan, place)
	for _, c := range last.plan.Details(place) {
		view.Changes = append(view.Changes, ImportChangeView(c))
	}
	headings, cells := last.plan.Written(place)
	for i, heading := range headings {
		view.Written = append(view.Written, ImportColumnView{Name: heading, Sample: cells[i], Field: last.matching.Columns[i].Field})
	}
	return view, nil
}

func (x *Imports) inspected() (*inspection, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.last == nil {
		return nil, success.Invalid("", "Choose a file first.")
	}
	return x.last, nil
}

// Apply writes the good rows of the file inspected last as one action. It is a
// job: stopped, it leaves nothing behind.
func (x *Imports) Apply() (_ ImportDoneView, err error) {
	defer x.app.catch("imports.apply", &err)
	ws, err := x.app.workspace()
	if err != nil {
		return ImportDoneView{}, err
	}
	last, err := x.inspected()
	if err != nil {
		return ImportDoneView{}, err
	}
	if last.plan == nil && (!last.bundle || last.problem) {
		return ImportDoneView{}, success.Invalid("", "Choose a file first.")
	}
	var action workspace.Action
	var result exchange.Result
	name := filepath.Base(last.request.Path)
	err = x.app.run(jobImport, name, func(ctx context.Context, progress progressFunc) error {
		if last.bundle {
			action, result, err = x.applyBundle(ctx, ws, last.request.Path, "Import "+name, progress)
			return err
		}
		action, result, err = x.applyTable(ctx, ws, last, "Import "+name, progress)
		return err
	})
	if err != nil {
		return ImportDoneView{}, fmt.Errorf("import: %w", err)
	}
	notes, _ := noteViews(result.Notes)
	return ImportDoneView{
		Action: actionView(action), New: result.New, Changed: result.Changed, Same: result.Same, Refused: result.Refused, Notes: notes,
	}, nil
}

func (x *Imports) applyTable(ctx context.Context, ws *workspace.Workspace, last *inspection, label string, progress progressFunc) (action workspace.Action, result exchange.Result, err error) {
	applied := &inspection{request: last.request, key: last.key, table: last.table, options: last.options, matching: last.matching}
	applied.options.Today = ws.Today()
	again := last.used.Swap(true) // a plan that was begun and taken back knows ids that never were
	applied.used.Store(true)
	action, err = ws.Do(ctx, label, func(tx *workspace.Tx) error {
		target := exchange.Until(ctx, exchange.Into(tx))
		applied.plan = last.plan
		if again || last.at != x.app.changes.Load() || last.today != ws.Today() {
			// Something may have changed since it was looked at: planned anew.
			if applied.plan, err = exchange.NewPlan(last.table, target, applied.options); err != nil {
				return err
			}
		}
		result, err = applied.plan.Apply(target, progress)
		return err
	})
	if err != nil {
		return action, result, err
	}
	x.mu.Lock()
	if x.last == last {
		x.last = applied // whose refused rows are those that were refused
	}
	x.mu.Unlock()
	return action, result, nil
}

// SaveRefused writes the refused rows of the file inspected last, with their
// reasons, to a file to mend. It returns the file's path, or "" where the person
// cancelled.
func (x *Imports) SaveRefused() (_ string, err error) {
	defer x.app.catch("imports.save_refused", &err)
	last, err := x.inspected()
	if err != nil {
		return "", err
	}
	if last.plan == nil {
		return "", success.Invalid("", "Choose a file first.")
	}
	base := filepath.Base(last.request.Path)
	name := strings.TrimSuffix(base, filepath.Ext(base)) + "-refused.csv"
	path, err := x.app.o.Shell.SaveFile("Save the refused rows", name)
	if err != nil || path == "" {
		return "", err
	}
	if err := putFile(path, func(w io.Writer) error { return last.plan.WriteRefused(w) }); err != nil {
		return "", fmt.Errorf("write refused rows: %w", err)
	}
	return path, x.app.o.Shell.Reveal(path)
}

func (x *Imports) options(ctx context.Context, ws *workspace.Workspace, r ImportRequest) (exchange.Options, error) {
	info, err := ws.Describe(ctx)
	if err != nil {
		return exchange.Options{}, fmt.Errorf("describe workspace: %w", err)
	}
	o := exchange.Options{
		As: exchange.As(r.As), Map: r.Map, Source: r.Source, Currency: r.Currency, WorkspaceCurrency: info.Currency,
		DateOrder: exchange.DateOrder(r.DateOrder), Decimal: r.Decimal, Constants: r.Constants, Today: ws.Today(),
		AnswerAll: map[string]exchange.TermAnswer{}, Answers: map[int]exchange.TermAnswer{},
	}
	for kind, answer := range r.AnswerAll {
		o.AnswerAll[kind] = exchange.TermAnswer(answer)
	}
	for row, answer := range r.Answers {
		n, err := strconv.Atoi(row)
		if err != nil {
			return o, success.Invalid("answers", "%q is no number of a row.", row)
		}
		o.Answers[n] = exchange.TermAnswer(answer)
	}
	return o, nil
}
