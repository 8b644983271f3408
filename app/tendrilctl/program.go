package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

// program is one run of tendrilctl.
type program struct {
	stdout, stderr io.Writer
	now            func() time.Time
	actor          string

	// global flags
	file  string
	on    string
	json  bool
	quiet bool
}

// The exit statuses are a promise: scripts rely on them.
const (
	statusDone    = 0
	statusRefused = 1 // refused or failed; the message says what, and what was kept
	statusUsage   = 2
)

// usageError is a call whose words are off.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// run executes the command line and returns the exit status.
func (p *program) run(ctx context.Context, args []string) int {
	root := p.root()
	root.SetArgs(args)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	command, err := root.ExecuteContextC(ctx)
	if err == nil {
		return statusDone
	}
	var usage usageError
	if errors.As(err, &usage) {
		fmt.Fprintf(p.stderr, "tendrilctl: %s\nTry: %s --help\n", sentence(err), command.CommandPath())
		return statusUsage
	}
	fmt.Fprintf(p.stderr, "tendrilctl: %s\n", sentence(err))
	return statusRefused
}

// sentence is what a person should read of err: the sentence made for them where
// there is one, and all of it otherwise, as a terminal has no log to look into.
func sentence(err error) string {
	var e *success.Error
	if errors.As(err, &e) {
		return e.Message
	}
	return err.Error()
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "tendrilctl",
		Short: "Work on a Tendril workspace from a terminal",
		Long: "Tendrilctl reads and writes a Tendril workspace file: accounts, success plans,\n" +
			"value and renewal stories. It may read while the window is open, and writes when\n" +
			"it is closed. Exit status: 0 done, 1 refused or failed, 2 usage.",
		SilenceErrors: true, SilenceUsage: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("there is no command %q", args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	flags := root.PersistentFlags()
	flags.StringVarP(&p.file, "workspace", "w", "", "workspace file (or TENDRIL_WORKSPACE)")
	flags.StringVar(&p.on, "on", "", "the day that figures are as of, YYYY-MM-DD (today)")
	flags.BoolVar(&p.json, "json", false, "one JSON document on standard output")
	flags.BoolVarP(&p.quiet, "quiet", "q", false, "no messages but errors")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(p.commands()...)
	return root
}

// commands lists every command, in the order of help's use.
func (p *program) commands() []*cobra.Command {
	return []*cobra.Command{
		p.newCommand(), p.sampleCommand(), p.infoCommand(),
		p.importCommand(), p.exportCommand(),
		p.listCommand(), p.showCommand(), p.putCommand(), p.deleteCommand(), p.restoreCommand(),
		p.historyCommand(), p.undoCommand(), p.searchCommand(),
		p.velocityCommand(), p.measuresCommand(), p.deliveredCommand(), p.retentionCommand(), p.assetCommand(),
		p.principlesCommand(), p.portfolioCommand(), p.alignmentCommand(),
		p.captureCommand(), p.storyCommand(), p.handoverCommand(), p.calendarCommand(),
		p.backupCommand(), p.verifyCommand(), p.recoverCommand(),
	}
}

// exactly and between make cobra's complaints about arguments usage errors.
func exactly(n int) cobra.PositionalArgs { return between(n, n) }

func between(low, high int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < low:
			return usagef("too few arguments")
		case high >= 0 && len(args) > high:
			return usagef("too many arguments: %q", args[high])
		}
		return nil
	}
}

// reading runs fn on the open workspace without taking the right to write.
func (p *program) reading(ctx context.Context, fn func(ws *workspace.Workspace) error) error {
	return p.open(ctx, true, fn)
}

// writing runs fn on the open workspace, which no other process may write to.
func (p *program) writing(ctx context.Context, fn func(ws *workspace.Workspace) error) error {
	return p.open(ctx, false, fn)
}

func (p *program) open(ctx context.Context, readOnly bool, fn func(ws *workspace.Workspace) error) error {
	path, err := p.path()
	if err != nil {
		return err
	}
	o := p.options()
	o.ReadOnly = readOnly
	ws, err := workspace.Open(ctx, path, o)
	if err != nil {
		return err
	}
	return errors.Join(fn(ws), ws.Close())
}

func (p *program) options() workspace.Options {
	return workspace.Options{Now: p.now, Actor: p.actor, ContentHash: telling.ContentHash}
}

// day returns the day of --on, or the workspace's today.
func (p *program) day(ws *workspace.Workspace) (success.Date, error) {
	if p.on == "" {
		return ws.Today(), nil
	}
	return parseDay("--on", p.on)
}

func parseDay(flag, text string) (success.Date, error) {
	day, err := success.ParseDate(text)
	if err != nil || day.IsZero() {
		return 0, usagef("%s: %q is not a date of the form YYYY-MM-DD", flag, text)
	}
	return day, nil
}

// answer writes v as JSON where --json was given, and what text writes otherwise.
func (p *program) answer(v any, text func(w io.Writer) error) error {
	if !p.json {
		return text(p.stdout)
	}
	encoder := json.NewEncoder(p.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return fmt.Errorf("write answer: %w", err)
	}
	return nil
}

// say writes a message for the person on standard error.
func (p *program) say(format string, args ...any) {
	if !p.quiet {
		fmt.Fprintf(p.stderr, format+"\n", args...)
	}
}
