package desktop

import (
	"context"
	"os/exec"
	"path/filepath"
	goruntime "runtime"
	"sync"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// WailsShell is the machine around the real window. Nothing works before Start,
// as the runtime ends the program when it is called without its own context.
type WailsShell struct {
	mu  sync.RWMutex
	ctx context.Context
}

// NewWailsShell returns a shell that waits for its window.
func NewWailsShell() *WailsShell { return &WailsShell{} }

// Start takes the window's context.
func (s *WailsShell) Start(ctx context.Context) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ctx = ctx
}

func (s *WailsShell) window() context.Context {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.ctx
}

// Emit sends an event to the window.
func (s *WailsShell) Emit(name string, data any) {
	if ctx := s.window(); ctx != nil {
		runtime.EventsEmit(ctx, name, data)
	}
}

// Show brings the window to the front: a second start hands over to the first.
func (s *WailsShell) Show() {
	if ctx := s.window(); ctx != nil {
		runtime.WindowUnminimise(ctx)
		runtime.Show(ctx)
	}
}

// Place puts the window where it stood, in sight on the screen that is there now.
// A window that fills the screen, or was never moved, stays as the system put it.
func (s *WailsShell) Place(state WindowState) {
	ctx := s.window()
	if ctx == nil || state.Maximised {
		return
	}
	screens, err := runtime.ScreenGetAll(ctx)
	if err != nil {
		return
	}
	for _, screen := range screens {
		if !screen.IsCurrent {
			continue
		}
		fit := state.Fit(screen.Size.Width, screen.Size.Height)
		if fit.Width != state.Width || fit.Height != state.Height {
			runtime.WindowSetSize(ctx, fit.Width, fit.Height)
		}
		if state.Placed {
			runtime.WindowSetPosition(ctx, fit.X, fit.Y)
		}
	}
}

// Stands returns how the window stands; before is what it goes back to where it
// fills the screen now or is folded away.
func (s *WailsShell) Stands(before WindowState) WindowState {
	ctx := s.window()
	if ctx == nil {
		return before
	}
	before.Maximised = runtime.WindowIsMaximised(ctx)
	if before.Maximised || runtime.WindowIsMinimised(ctx) || runtime.WindowIsFullscreen(ctx) {
		return before
	}
	before.Width, before.Height = runtime.WindowGetSize(ctx)
	before.X, before.Y = runtime.WindowGetPosition(ctx)
	before.Placed = true
	return before
}

// OpenFile asks for a file with the system's dialog.
func (s *WailsShell) OpenFile(title string, patterns []string) (string, error) {
	ctx := s.window()
	if ctx == nil {
		return "", nil
	}
	var filters []runtime.FileFilter
	for _, p := range patterns {
		filters = append(filters, runtime.FileFilter{DisplayName: p, Pattern: p})
	}
	return runtime.OpenFileDialog(ctx, runtime.OpenDialogOptions{Title: title, Filters: filters})
}

// SaveFile asks where to write with the system's dialog.
func (s *WailsShell) SaveFile(title, suggested string) (string, error) {
	ctx := s.window()
	if ctx == nil {
		return "", nil
	}
	return runtime.SaveFileDialog(ctx, runtime.SaveDialogOptions{Title: title, DefaultFilename: suggested})
}

// Reveal shows the file in its folder with the system's file manager.
func (s *WailsShell) Reveal(path string) error {
	name, args := "xdg-open", []string{filepath.Dir(path)}
	switch goruntime.GOOS {
	case "darwin":
		name, args = "open", []string{"-R", path}
	case "windows":
		name, args = "explorer", []string{"/select,", path}
	}
	ctx := s.window()
	if ctx == nil {
		ctx = context.Background()
	}
	cmd := exec.CommandContext(ctx, name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // only reaps the file manager's process
	return nil
}
