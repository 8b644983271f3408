// Tendrilctl works on a workspace file from a terminal and from scripts: the
// same use cases as the window, without one.
package main

import (
	"context"
	"os"
	"os/signal"
	"os/user"
	"syscall"
	"time"

	"github.com/tendril-app/tendril/internal/success"
)

func main() { os.Exit(Main()) }

// Main runs tendrilctl with the process's arguments and returns its exit status.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := &program{stdout: os.Stdout, stderr: os.Stderr, now: clock(), actor: person()}
	return p.run(ctx, os.Args[1:])
}

// clock is the machine's local time; tests fix the day by TENDRIL_TODAY.
func clock() func() time.Time {
	return clockOn(os.Getenv("TENDRIL_TODAY"))
}

func clockOn(text string) func() time.Time {
	day, err := success.ParseDate(text)
	if err != nil || day.IsZero() {
		return time.Now
	}
	began := time.Now()
	t := day.Time()
	noon := time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.Local)
	return func() time.Time { return noon.Add(time.Since(began)) }
}

// person is who writes.
func person() string {
	if name := os.Getenv("TENDRIL_PERSON"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "tendrilctl"
}
