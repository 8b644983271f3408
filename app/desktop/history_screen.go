package desktop

import (
	"context"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// ScreenView names the screen on which a change is seen: "portfolio", or of one
// account its "overview", "plan", "value" or one "story". An empty name says that
// any screen will do, as for a setting.
type ScreenView struct {
	Name    string `json:"name"`
	Account string `json:"account"`
	Story   string `json:"story"`
}

// undone runs an undo and says on which screen it is seen: what is taken back out
// of sight is not known to be taken back.
func (h *History) undone(ws *workspace.Workspace, run func(ctx context.Context) (workspace.Undone, error)) (UndoneView, error) {
	u, err := run(h.app.ctx())
	if err != nil {
		return UndoneView{}, err
	}
	screen, err := h.screenOf(ws, u)
	if err != nil {
		// The undo is done and must be told, wherever it is seen.
		h.app.o.Log.WithError(err).Warn("finding where an undo is seen")
	}
	return UndoneView{Action: actionView(u.Action), Kept: append([]string{}, u.Kept...), Screen: screen}, nil
}

func (h *History) screenOf(ws *workspace.Workspace, u workspace.Undone) (ScreenView, error) {
	if u.Accounts > 1 {
		return ScreenView{Name: "portfolio"}, nil
	}
	if u.First.IsZero() || u.Accounts == 0 {
		return ScreenView{}, nil
	}
	trail, err := ws.Trail(h.app.ctx(), u.First.Kind, u.First.ID)
	if err != nil {
		return ScreenView{}, err
	}
	return screenOn(trail), nil
}

// screenOfKind names the screen of each kind that has one of its own.
var screenOfKind = map[success.Kind]string{
	"success_plan": "plan", "benefit": "value", "story": "story",
}

// screenOn finds the screen of a record by what it hangs on.
func screenOn(trail []workspace.TrailStep) ScreenView {
	account := trail[len(trail)-1]
	if account.Kind != "account" {
		return ScreenView{}
	}
	if account.Deleted {
		return ScreenView{Name: "portfolio"}
	}
	screen := ScreenView{Name: "overview", Account: string(account.ID)}
	for _, step := range trail {
		name := screenOfKind[step.Kind]
		switch {
		case name == "story" && step.Deleted:
			// A story that is gone cannot be shown; the overview lists the others.
		case name == "story":
			screen.Name, screen.Story = name, string(step.ID)
		case name != "":
			screen.Name = name
		}
	}
	return screen
}
