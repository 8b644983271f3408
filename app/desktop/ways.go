package desktop

import (
	"fmt"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Ways are the portfolio's other ways to be seen: for sale, as roads, as a map of
// velocity and as assets. It keeps what it read until something changes.
type Ways struct {
	app *App

	mu   sync.Mutex
	key  rowsKey
	rows []workspace.Summary

	bookKey rowsKey
	book    *success.Book // what assets are made of
}

// NewWays returns the bound ways.
func NewWays(app *App) *Ways { return &Ways{app: app} }

// ReckoningView says that figures are still being made: of so many accounts, of which
// Done are. While Accounts is above 0 nothing else is known.
type ReckoningView struct {
	Accounts int `json:"accounts"`
	Done     int `json:"done"`
}

// load returns the summaries, read again where something changed, and how many of
// them are not made yet. The slice must not be changed.
func (w *Ways) load() ([]workspace.Summary, *success.Settings, ReckoningView, error) {
	ws, err := w.app.workspace()
	if err != nil {
		return nil, nil, ReckoningView{}, err
	}
	settings, err := ws.Settings(w.app.ctx())
	if err != nil {
		return nil, nil, ReckoningView{}, fmt.Errorf("read settings: %w", err)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	// The counter is read first: a change meanwhile makes these rows old at once.
	key := rowsKey{ws: ws, at: w.app.changes.Load(), today: ws.Today()}
	if w.rows == nil || w.key != key {
		rows, err := ws.Summaries(w.app.ctx())
		if err != nil {
			return nil, nil, ReckoningView{}, fmt.Errorf("read summaries: %w", err)
		}
		w.rows, w.key = rows, key
	}
	return w.rows, settings, waitingFor(w.rows, ws), nil
}

func waitingFor(rows []workspace.Summary, ws *workspace.Workspace) ReckoningView {
	var view ReckoningView
	for i := range rows {
		if rows[i].Verdict == "" {
			view.Accounts++
		}
	}
	if view.Accounts > 0 {
		made, _ := ws.Reckoning()
		view.Done = min(made, view.Accounts)
	}
	return view
}

// hasStarted reports whether an account is listed on a day.
func hasStarted(row *workspace.Summary, on success.Date) bool { return row.Start <= on }
