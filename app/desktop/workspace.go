package desktop

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Workspace opens and makes workspace files and says what is open.
type Workspace struct{ app *App }

// NewWorkspace returns the bound workspace.
func NewWorkspace(app *App) *Workspace { return &Workspace{app: app} }

// The states of StatusView.
const (
	stateNone     = "none"
	stateOpen     = "open"
	stateReadOnly = "read-only"
	stateDamaged  = "damaged"
)

// StatusView says what is open and how. Message says why there is none or why
// it cannot be written, and is empty when all is well.
type StatusView struct {
	State    string `json:"state"`
	Name     string `json:"name"`
	Path     string `json:"path"`
	Currency string `json:"currency"`
	Person   string `json:"person"`
	Today    string `json:"today"`
	Version  string `json:"version"`
	Message  string `json:"message"`
	Accounts int    `json:"accounts"`
	Folder   string `json:"folder"`
	// Failed is the file that did not open, or is damaged; nil where all is well.
	Failed *FailedView `json:"failed"`
}

// Status says what is open.
func (w *Workspace) Status() (_ StatusView, err error) {
	defer w.app.catch("workspace.status", &err)
	return w.status()
}

// CreateSample opens the sample portfolio, which is made where it is missing.
func (w *Workspace) CreateSample() (_ StatusView, err error) {
	defer w.app.catch("workspace.create_sample", &err)
	if err := w.app.OpenSample(w.app.ctx(), ""); err != nil {
		w.app.Fail(w.app.SamplePath(), err)
		return StatusView{}, err
	}
	return w.status()
}

// CreateEmpty makes a workspace of that name in the usual folder and opens it.
// A file that has the name already is left alone: the new one gets a number.
func (w *Workspace) CreateEmpty(name, currency string) (_ StatusView, err error) {
	defer w.app.catch("workspace.create_empty", &err)
	name, currency = strings.TrimSpace(name), strings.ToUpper(strings.TrimSpace(currency))
	if name == "" {
		return StatusView{}, success.Invalid("name", "Give the workspace a name.")
	}
	if !success.IsCurrency(currency) {
		return StatusView{}, success.Invalid("currency", "%q is not a currency. Write its code, such as EUR.", currency)
	}
	path, err := w.app.freePath(name)
	if err != nil {
		return StatusView{}, err
	}
	ws, err := workspace.Create(w.app.ctx(), path, name, currency, w.app.workspaceOptions())
	if err != nil {
		return StatusView{}, fmt.Errorf("create workspace: %w", err)
	}
	if err := w.app.adopt(ws, path); err != nil {
		return StatusView{}, err
	}
	return w.status()
}

// Open opens a workspace file; what is open stays so when it cannot be opened.
func (w *Workspace) Open(path string) (_ StatusView, err error) {
	defer w.app.catch("workspace.open", &err)
	if err := w.app.OpenPath(w.app.ctx(), path); err != nil {
		w.app.Fail(path, err)
		return StatusView{}, err
	}
	return w.status()
}

func (w *Workspace) status() (StatusView, error) {
	a := w.app
	view := StatusView{State: stateNone, Person: a.person(), Version: a.o.Version, Folder: a.o.Dir, Today: success.DateOf(a.o.Now()).String()}
	view.Failed = a.failed()
	ws, err := a.workspace()
	if err != nil {
		if view.Failed != nil {
			view.State, view.Message = stateDamaged, view.Failed.Message
		}
		return view, nil
	}
	info, err := ws.Describe(a.ctx())
	if err != nil {
		return StatusView{}, fmt.Errorf("describe workspace: %w", err)
	}
	view.Person = a.rememberPerson(ws)
	view.State, view.Name, view.Path, view.Currency = stateOpen, info.Name, info.Path, info.Currency
	view.Accounts, view.Today = info.Counts["account"], ws.Today().String()
	if info.ReadOnly != "" {
		view.State, view.Message = stateReadOnly, info.ReadOnly
	}
	return view, nil
}

// freePath returns a path for a new workspace of that name that no file has.
func (a *App) freePath(name string) (string, error) {
	if err := os.MkdirAll(a.o.Dir, 0o755); err != nil {
		return "", &success.Error{Code: success.CodeUnavailable, Err: err,
			Message: fmt.Sprintf("The folder %s cannot be made, so nothing was written.", a.o.Dir)}
	}
	base := fileNameOf(name)
	for n := 1; ; n++ {
		path := filepath.Join(a.o.Dir, base+".tendril")
		if n > 1 {
			path = filepath.Join(a.o.Dir, fmt.Sprintf("%s %d.tendril", base, n))
		}
		_, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
		if err != nil {
			return "", fmt.Errorf("look for a free name: %w", err)
		}
	}
}

// fileNameOf keeps of a name what every system takes in a file's name.
func fileNameOf(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
	if r := []rune(name); len(r) > 80 {
		name = string(r[:80])
	}
	if name = strings.Trim(name, ". "); name == "" {
		return "Workspace"
	}
	return name
}
