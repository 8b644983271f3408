package desktop

import "github.com/tendril-app/tendril/internal/workspace"

// failure is the file that could not be opened last, and why.
type failure struct {
	path string
	err  error
}

// Fail keeps why a workspace could not be opened, for the window to say, until
// one is opened.
func (a *App) Fail(path string, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.failure = &failure{path: path, err: err}
}

// FailedView is a file that did not open, or is open and found to be damaged.
// Obstacle is "held", "damaged" or "gone", and empty where only another file helps.
type FailedView struct {
	Path     string `json:"path"`
	Obstacle string `json:"obstacle"`
	Message  string `json:"message"`
}

// failed returns what the window has to say about a file, or nil.
func (a *App) failed() *FailedView {
	a.mu.RLock()
	ws, f := a.ws, a.failure
	a.mu.RUnlock()
	if f != nil {
		return &FailedView{Path: f.path, Obstacle: string(workspace.ObstacleTo(f.path, f.err)), Message: ProblemOf(f.err).Message}
	}
	if ws != nil && ws.Damaged() {
		return &FailedView{Path: ws.Path(), Obstacle: string(workspace.ObstacleDamaged)}
	}
	return nil
}
