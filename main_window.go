//go:build desktop || bindings

package main

import (
	"context"
	"io"
	"sync"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/bridge"
)

// hasWindow says whether this build can open a window of its own.
const hasWindow = true

// runWindow opens the system's web view and returns when it is closed.
func runWindow(s settings, _, _ io.Writer) error {
	shell := desktop.NewWailsShell()
	app, log := newApp(s, shell)
	inbox, err := bridge.NewInbox(log)
	if err != nil {
		return err
	}
	defer func() { _ = inbox.Close() }() // the system clears its temporary files too
	last := app.LastWindow()
	begin := options.Normal
	if last.Maximised {
		begin = options.Maximised
	}
	var placed sync.Once
	return wails.Run(&options.App{
		Title: "Tendril", Width: last.Width, Height: last.Height, WindowStartState: begin,
		MinWidth: desktop.MinWindowWidth, MinHeight: desktop.MinWindowHeight,
		AssetServer:        &assetserver.Options{Assets: embedded, Handler: inbox},
		BackgroundColour:   options.NewRGB(255, 255, 255),
		LogLevelProduction: 5, // errors
		ErrorFormatter:     desktop.FormatError,
		Bind:               desktop.Bound(app),
		SingleInstanceLock: &options.SingleInstanceLock{
			UniqueId:               "app.tendril.window",
			OnSecondInstanceLaunch: func(options.SecondInstanceData) { shell.Show() },
		},
		DragAndDrop: &options.DragAndDrop{EnableFileDrop: true},
		Linux:       &linux.Options{ProgramName: "tendril", WebviewGpuPolicy: linux.WebviewGpuPolicyOnDemand},
		OnStartup: func(ctx context.Context) {
			shell.Start(ctx)
			openFirst(app, s, log)
		},
		// Where it stands can be said only once it is there, and asked only while it is.
		OnDomReady: func(context.Context) { placed.Do(func() { shell.Place(last) }) },
		OnBeforeClose: func(context.Context) bool {
			app.KeepWindow(shell.Stands(app.LastWindow()))
			return false
		},
		OnShutdown: func(context.Context) {
			if err := app.Close(); err != nil {
				log.WithError(err).Error("workspace not closed cleanly")
			}
		},
	})
}
