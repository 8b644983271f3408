package desktop

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// WindowState is how the window stood when it was closed. X and Y count only
// where Placed is set: a window that was never moved stands where the system
// puts it. While it is maximised the size and place are those it goes back to.
type WindowState struct {
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Placed    bool `json:"placed"`
	Maximised bool `json:"maximised"`
}

// The window's first size.
const firstWidth, firstHeight = 1440, 900

// MinWindowWidth is how narrow the window may become.
const MinWindowWidth = 960

// MinWindowHeight is how low the window may become.
const MinWindowHeight = 600

// graspable is how much of the window's top has to be on the screen, so that it
// can be taken hold of and moved.
const graspable = 120

// Fit returns the state as it can be shown on a screen of this size: not larger
// than it, and with its top in sight. The screen that it stood on may be gone.
func (s WindowState) Fit(width, height int) WindowState {
	if width <= 0 || height <= 0 {
		return s
	}
	s.Width = max(MinWindowWidth, min(s.Width, width))
	s.Height = max(MinWindowHeight, min(s.Height, height))
	if s.X < graspable-s.Width || s.X > width-graspable || s.Y < 0 || s.Y > height-graspable {
		s.X, s.Y = max(0, (width-s.Width)/2), max(0, (height-s.Height)/2)
	}
	return s
}

// LastWindow returns how the window stood when it was closed, or its first size.
func (a *App) LastWindow() WindowState {
	s := WindowState{Width: firstWidth, Height: firstHeight}
	if !a.readState("window.json", &s) || s.Width < MinWindowWidth || s.Height < MinWindowHeight {
		return WindowState{Width: firstWidth, Height: firstHeight}
	}
	return s
}

// KeepWindow notes how the window stands, for the next start.
func (a *App) KeepWindow(s WindowState) { a.writeState("window.json", s) }

// lastRoute is the screen that was shown last, of which workspace.
type lastRoute struct {
	Path  string `json:"path"`
	Route string `json:"route"`
}

// longestRoute is more than any address of the window has.
const longestRoute = 500

// LastRoute returns the screen that was shown when this workspace was last open,
// or "".
func (f *Frame) LastRoute() (_ string, err error) {
	defer f.app.catch("frame.last_route", &err)
	var last lastRoute
	if !f.app.readState("route.json", &last) || last.Path == "" || last.Path != f.app.LastPath() || !strings.HasPrefix(last.Route, "/") {
		return "", nil
	}
	return last.Route, nil
}

// KeepRoute notes the screen that is shown, for the next start.
func (f *Frame) KeepRoute(route string) (err error) {
	defer f.app.catch("frame.keep_route", &err)
	if strings.HasPrefix(route, "/") && len(route) <= longestRoute {
		f.app.writeState("route.json", lastRoute{Path: f.app.LastPath(), Route: route})
	}
	return nil
}

// readState reads what was noted for the next start, and says whether it is there.
func (a *App) readState(name string, to any) bool {
	if a.o.State == "" {
		return false
	}
	text, err := os.ReadFile(filepath.Join(a.o.State, name))
	return err == nil && json.Unmarshal(text, to) == nil
}

// writeState notes something for the next start. Failing to note it loses no
// work, so it is only logged.
func (a *App) writeState(name string, from any) {
	if a.o.State == "" {
		return
	}
	text, err := json.Marshal(from)
	if err == nil {
		err = os.MkdirAll(a.o.State, 0o700)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(a.o.State, name), text, 0o600)
	}
	if err != nil {
		a.o.Log.WithError(err).WithField("file", name).Warn("state not noted")
	}
}
