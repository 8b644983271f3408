//go:build desktop || bindings

package main

import (
	"context"
	"io"

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
	return wails.Run(&options.App{
		Title: "Tendril", Width: 1440, Height: 900, MinWidth: 960, MinHeight: 600,
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
			if err := openFirst(app, s); err != nil {
				log.WithError(err).Error("workspace not opened")
				app.Fail(err)
			}
		},
		OnShutdown: func(context.Context) {
			if err := app.Close(); err != nil {
				log.WithError(err).Error("workspace not closed cleanly")
			}
		},
	})
}
