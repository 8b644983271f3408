package desktop

import (
	"context"
	"slices"

	"github.com/tendril-app/tendril/internal/workspace"
)

// ScreenView names the screen on which a change is seen: "portfolio", or of one
// account its "overview", "plan", "value", "conversations", "people" or one "story". An empty name says that
// any screen will do, as for a setting. The indicators with their values and the
// customer types are seen in the "alignment", questions asked of several in "learning".
type ScreenView struct {
	Name    string `json:"name"`
	Account string `json:"account"`
	Story   string `json:"story"`
}

// longUndo is from how many changes on taking back is a job that can be stopped.
const longUndo = 500

// undone runs an undo and says on which screen it is seen: what is taken back out
// of sight is not known to be taken back.
func (h *History) undone(ws *workspace.Workspace, run func(ctx context.Context) (workspace.Undone, error)) (UndoneView, error) {
	var u workspace.Undone
	err := h.app.runFrom(longUndo, jobUndo, "", func(ctx context.Context, progress progressFunc) (err error) {
		u, err = run(workspace.WithProgress(ctx, progress))
		return err
	})
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
	switch u.First.Kind {
	case "motivation", "indicator", "customer_type", "indicator_value":
		return ScreenView{Name: "alignment"}, nil
	case "question", "insight":
		if u.Accounts > 1 {
			return ScreenView{Name: "learning"}, nil
		}
	}
	if u.Accounts > 1 {
		return ScreenView{Name: "portfolio"}, nil
	}
	if u.First.Kind == "saved_view" {
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

// screenOn finds the screen of a record by what it hangs on. What has none of its
// own changes the overview.
func screenOn(trail []workspace.TrailStep) ScreenView {
	account := trail[len(trail)-1]
	if account.Kind != "account" {
		return ScreenView{}
	}
	if account.Deleted {
		return ScreenView{Name: "portfolio"}
	}
	screen := ScreenView{Name: "overview", Account: string(account.ID)}
	place := placeOn(trail)
	switch place.Part {
	case "plan", "value", "conversations", "people":
		screen.Name = place.Part
	case "story":
		// A story that is gone cannot be shown; the overview lists the others.
		if !slices.ContainsFunc(trail, func(step workspace.TrailStep) bool { return step.Kind == "story" && step.Deleted }) {
			screen.Name, screen.Story = place.Part, place.Story
		}
	}
	return screen
}
