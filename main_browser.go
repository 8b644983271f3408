package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/bridge"
)

// lateShell hands events to the bridge, which exists only after the app does.
type lateShell struct{ desktop.Shell }

// Emit drops what comes before the bridge listens: no page is open yet.
func (l *lateShell) Emit(name string, data any) {
	if l.Shell != nil {
		l.Shell.Emit(name, data)
	}
}

// runBrowser serves the window to the local browser until it is interrupted.
func runBrowser(s settings, stdout, _ io.Writer) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	assets, err := window()
	if err != nil {
		return err
	}
	shell := &lateShell{}
	app, log := newApp(s, shell)
	defer func() {
		if err := app.Close(); err != nil {
			log.WithError(err).Error("workspace not closed cleanly")
		}
	}()
	openFirst(app, s, log)
	server, err := bridge.Listen(ctx, s.port, bridge.Options{
		Assets: assets, Bound: desktop.Bound(app), Log: log,
		Problem: func(err error) any { return desktop.ProblemOf(err) },
		Announce: func(address string) {
			fmt.Fprintf(stdout, "Tendril is open at %s\n", address)
		},
	})
	if err != nil {
		return fmt.Errorf("start browser mode: %w", err)
	}
	shell.Shell = server
	fmt.Fprintln(stdout, "This is browser mode: only this machine can open the address, each address once. Ctrl+C stops it.")
	<-ctx.Done()
	if err := server.Close(); err != nil {
		log.WithError(err).Warn("browser mode did not close cleanly")
	}
	return nil
}
