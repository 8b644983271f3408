// Tendril is the desktop app: a window on a workspace file. Built with the tags
// desktop, production and webkit2_41 it opens the window, or serves it to the
// local browser with --browser; built without them it serves the browser only
// and needs neither cgo nor a web view.
package main

import (
	"context"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/sirupsen/logrus"
	"gopkg.in/natefinch/lumberjack.v2"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

//go:embed all:frontend/dist
var embedded embed.FS

// version is set by the release build.
var version = "0.1.0-dev"

func main() { os.Exit(start(os.Args[1:], os.Stdout, os.Stderr)) }

// settings are what the command line says.
type settings struct {
	browser   bool
	port      int
	workspace string
	sample    bool
	actor     string
}

// start runs the program and returns its exit status: 0 done, 1 failed, 2 usage.
// It does no I/O before the flags are read, as the bindings generator runs it.
func start(args []string, stdout, stderr io.Writer) int {
	s, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		return 2
	}
	run := runWindow
	if s.browser {
		run = runBrowser
	}
	if err := run(s, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "tendril:", desktop.ProblemOf(err).Message)
		if desktop.ProblemOf(err).Code == success.CodeInternal {
			fmt.Fprintln(stderr, "tendril:", err)
		}
		return 1
	}
	return 0
}

func parse(args []string, stderr io.Writer) (settings, error) {
	s := settings{actor: personName(), workspace: os.Getenv("TENDRIL_WORKSPACE"), browser: !hasWindow}
	set := flag.NewFlagSet("tendril", flag.ContinueOnError)
	set.SetOutput(stderr)
	set.BoolVar(&s.browser, "browser", s.browser, "serve the window to the local browser")
	set.IntVar(&s.port, "port", 0, "loopback port for --browser; 0 takes a free one")
	set.BoolVar(&s.sample, "sample", false, "open the sample portfolio, made anew where it is missing")
	set.Usage = func() {
		fmt.Fprintln(stderr, "Usage: tendril [--browser [--port N]] [--sample] [WORKSPACE.tendril]")
		set.PrintDefaults()
	}
	if err := set.Parse(args); err != nil {
		return s, err
	}
	if set.NArg() > 1 {
		set.Usage()
		return s, errors.New("too many arguments")
	}
	if set.NArg() == 1 {
		s.workspace = set.Arg(0)
	}
	return s, nil
}

// personName is who writes, until the person says otherwise in the settings.
func personName() string {
	if u, err := user.Current(); err == nil {
		if name := strings.TrimSpace(strings.Split(u.Name, ",")[0]); name != "" {
			return name
		}
		return u.Username
	}
	return "me"
}

// clock returns the machine's local time, or a fixed day where tests ask for one.
func clock() func() time.Time {
	if day, err := success.ParseDate(os.Getenv("TENDRIL_TODAY")); err == nil && !day.IsZero() {
		midnight := day.Time()
		began := time.Now()
		return func() time.Time {
			noon := time.Date(midnight.Year(), midnight.Month(), midnight.Day(), 9, 0, 0, 0, time.Local)
			return noon.Add(time.Since(began))
		}
	}
	return time.Now
}

// newApp makes what both the window and the browser show, and the log, which
// holds ids and never names or notes.
func newApp(s settings, shell desktop.Shell) (*desktop.App, *logrus.Logger) {
	state := filepath.Join(xdg.StateHome, "tendril")
	log := logrus.New()
	log.SetOutput(&lumberjack.Logger{Filename: filepath.Join(state, "tendril.log"), MaxSize: 5, MaxBackups: 3})
	app := desktop.New(desktop.Options{
		Now: clock(), Log: log, Shell: shell, Actor: s.actor, Version: version,
		Dir: filepath.Join(xdg.UserDirs.Documents, "Tendril"), State: state,
	})
	return app, log
}

// openFirst opens the workspace that the command line names, else the last one.
// A file that cannot be opened is said in the window, which then offers a way
// around or others; the log has the cause.
func openFirst(app *desktop.App, s settings, log *logrus.Logger) {
	ctx, path := context.Background(), s.workspace
	var err error
	switch {
	case path != "":
	case s.sample:
		path = app.SamplePath()
	default:
		path = app.LastPath()
	}
	switch {
	case s.sample:
		err = app.OpenSample(ctx, path)
	case path != "":
		err = app.OpenPath(ctx, path)
	}
	if err == nil {
		return
	}
	log.WithError(err).Error("workspace not opened")
	app.Fail(path, err)
}

// window returns the built window, or an error that says how to build it.
func window() (fs.FS, error) {
	dist, err := fs.Sub(embedded, "frontend/dist")
	if err != nil {
		return nil, fmt.Errorf("read the built window: %w", err)
	}
	if _, err := fs.Stat(dist, "index.html"); err != nil {
		return nil, &success.Error{Code: success.CodeUnavailable, Err: err,
			Message: "This program was built without its window. Run make build."}
	}
	return dist, nil
}
