// Package desktop is what the window may call: one small bound struct for each
// screen, and the views that cross to TypeScript. It knows nothing of Wails, so
// that the browser mode and the tests call the very same code. Every method is
// safe for concurrent use, as each call from the window is a goroutine.
package desktop

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/sirupsen/logrus"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Shell is the machine around the window: dialogs, events, the file manager.
// The window has the system's; the browser mode has uploads and downloads.
type Shell interface {
	// Emit sends an event to the window; data must marshal to JSON.
	Emit(name string, data any)
	// OpenFile asks for a file to read; an empty path means the person cancelled.
	OpenFile(title string, patterns []string) (string, error)
	// SaveFile asks where to write; an empty path means the person cancelled.
	SaveFile(title, suggested string) (string, error)
	// Reveal shows a written file: in its folder, or as a download.
	Reveal(path string) error
}

// Options are what the program hands to the bound structs.
type Options struct {
	Now     func() time.Time
	Log     logrus.FieldLogger
	Shell   Shell
	Actor   string // who writes: the person's name
	Dir     string // where new workspaces are put
	State   string // where the last workspace's path is remembered
	Version string
}

// App holds the open workspace for all bound structs.
type App struct {
	o Options

	changes atomic.Uint64 // counts commits and openings: what was read before is old
	jobs    jobs
	align   *alignmentBook
	learn   *learningBook
	terms   *termBook
	shelves *libraryBook
	rows    *rowsBook

	mu sync.RWMutex
	ws *workspace.Workspace
	// failure is what could not be opened since ws was; nil is nothing.
	failure *failure
}

// New returns the core that all bound structs share. It opens nothing.
func New(o Options) *App {
	a := &App{o: o}
	a.align, a.learn, a.terms = newAlignmentBook(a), newLearningBook(a), newTermBook(a)
	a.shelves, a.rows = newLibraryBook(a), newRowsBook(a)
	return a
}

// OpenPath opens a workspace file and closes the one that was open. The old one
// stays open when the new one cannot be opened.
func (a *App) OpenPath(ctx context.Context, path string) error {
	ws, err := workspace.Open(ctx, path, a.workspaceOptions())
	if err != nil {
		return fmt.Errorf("open workspace: %w", err)
	}
	return a.adopt(ws, path)
}

// Close stops what is running and closes the open workspace, if there is one.
func (a *App) Close() error {
	a.jobs.finish()
	a.mu.Lock()
	ws := a.ws
	a.ws = nil
	a.mu.Unlock()
	a.rows.forget()
	if ws == nil {
		return nil
	}
	return ws.Close()
}

func (a *App) workspaceOptions() workspace.Options {
	return workspace.Options{Now: a.o.Now, Log: a.o.Log, Actor: a.person(), ContentHash: telling.ContentHash}
}

// adopt makes ws the open workspace, remembers it for the next start and tells
// the window.
func (a *App) adopt(ws *workspace.Workspace, path string) error {
	a.jobs.stop() // what runs belongs to the workspace that goes
	ws.OnChange(func(e workspace.Event) {
		a.align.note(e)
		a.learn.touched.note(e)
		a.terms.touched.note(e)
		a.shelves.touched.note(e)
		// Last: whoever sees the new count finds the books told of the change.
		a.changes.Add(1)
		a.o.Shell.Emit("changed", changedView(e))
	})
	a.mu.Lock()
	old := a.ws
	a.ws = ws
	a.failure = nil
	a.mu.Unlock()
	a.align.touched.forget()
	a.learn.touched.forget()
	a.terms.touched.forget()
	a.shelves.touched.forget()
	a.rows.forget()
	a.remember(path)
	a.o.Shell.Emit("workspace", map[string]string{"path": path})
	if old == nil {
		return nil
	}
	return old.Close()
}

// workspace returns the open workspace, or an error that says how to get one.
func (a *App) workspace() (*workspace.Workspace, error) {
	a.mu.RLock()
	defer a.mu.RUnlock()
	if a.ws == nil {
		return nil, success.NotFound("No workspace is open. Open the sample, import your accounts or start empty.")
	}
	return a.ws, nil
}

// ctx is the context of calls from the window: writes must not be cut half-way
// by a window that goes away.
func (a *App) ctx() context.Context { return context.Background() }

// remembered is the file in the state folder that names the last workspace.
func (a *App) remembered() string { return filepath.Join(a.o.State, "last-workspace.json") }

// ChangedView tells the window what a write touched.
type ChangedView struct {
	Action   string   `json:"action"`
	Accounts []string `json:"accounts"`
	Kinds    []string `json:"kinds"`
}

func changedView(e workspace.Event) ChangedView {
	v := ChangedView{Action: e.Action, Accounts: []string{}, Kinds: []string{}}
	for _, id := range e.Accounts {
		v.Accounts = append(v.Accounts, string(id))
	}
	for _, kind := range e.Kinds {
		v.Kinds = append(v.Kinds, string(kind))
	}
	return v
}

// catch turns a panic of a bound method into an error, as a panic would leave
// the window's promise pending for ever. Use it in a defer with the named error.
func (a *App) catch(op string, err *error) {
	if r := recover(); r != nil {
		a.o.Log.WithFields(logrus.Fields{"op": op, "panic": fmt.Sprint(r), "stack": string(debug.Stack())}).Error("bound call panicked")
		*err = fmt.Errorf("%s: panic: %v", op, r)
	}
}

// Problem is a failure as the window reads it.
type Problem struct {
	Code    success.Code `json:"code"`
	Field   string       `json:"field"`
	Message string       `json:"message"`
}

// ProblemOf says what a person should read of err; what they cannot mend is
// named only as internal, the log has the rest.
func ProblemOf(err error) Problem {
	var e *success.Error
	if errors.As(err, &e) {
		return Problem{Code: e.Code, Field: e.Field, Message: e.Message}
	}
	return Problem{Code: success.CodeInternal, Message: "Something went wrong, and nothing was changed. The log has the details."}
}

// FormatError turns err into the JSON text that src/api reads: Wails hands an
// object over as "[object Object]".
func FormatError(err error) any {
	text, marshalErr := json.Marshal(ProblemOf(err))
	if marshalErr != nil {
		return `{"code":"internal","field":"","message":"Something went wrong."}`
	}
	return string(text)
}
