package desktop

import (
	"context"

	"github.com/tendril-app/tendril/internal/workspace"
)

// History takes back and does again.
type History struct{ app *App }

// NewHistory returns the bound history.
func NewHistory(app *App) *History { return &History{app: app} }

// ActionView is one action: what one Undo takes back. The id is empty where
// nothing was changed.
type ActionView struct {
	ID      string `json:"id"`
	Label   string `json:"label"`
	At      string `json:"at"`
	Actor   string `json:"actor"`
	Undone  bool   `json:"undone"`
	Records int    `json:"records"`
}

// UndoneView says what was taken back or done again, and what stayed.
type UndoneView struct {
	Action ActionView `json:"action"`
	Kept   []string   `json:"kept"`
	Screen ScreenView `json:"screen"`
}

// recentActions is how many actions Recent returns.
const recentActions = 50

// Undo takes back the newest action that is not undone.
func (h *History) Undo() (_ UndoneView, err error) {
	defer h.app.catch("history.undo", &err)
	ws, err := h.app.workspace()
	if err != nil {
		return UndoneView{}, err
	}
	return h.undone(ws, ws.Undo)
}

// Redo does again what the last Undo took back.
func (h *History) Redo() (_ UndoneView, err error) {
	defer h.app.catch("history.redo", &err)
	ws, err := h.app.workspace()
	if err != nil {
		return UndoneView{}, err
	}
	return h.undone(ws, ws.Redo)
}

// UndoAction takes back one action, wherever it stands in the history.
func (h *History) UndoAction(id string) (_ UndoneView, err error) {
	defer h.app.catch("history.undo_action", &err)
	ws, err := h.app.workspace()
	if err != nil {
		return UndoneView{}, err
	}
	return h.undone(ws, func(ctx context.Context) (workspace.Undone, error) {
		return ws.UndoAction(ctx, id)
	})
}

// Recent returns the newest actions first.
func (h *History) Recent() (_ []ActionView, err error) {
	defer h.app.catch("history.recent", &err)
	ws, err := h.app.workspace()
	if err != nil {
		return nil, err
	}
	actions, err := ws.Actions(h.app.ctx(), recentActions)
	if err != nil {
		return nil, err
	}
	views := make([]ActionView, 0, len(actions))
	for _, a := range actions {
		views = append(views, actionView(a))
	}
	return views, nil
}

func actionView(a workspace.Action) ActionView {
	return ActionView{ID: a.ID, Label: a.Label, At: a.At.String(), Actor: a.Actor, Undone: a.Undone, Records: a.Records}
}
