package desktop_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/sirupsen/logrus/hooks/test"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

// listener is a shell that keeps the jobs it hears of.
type listener struct {
	desktop.Shell

	mu   sync.Mutex
	jobs []desktop.JobView
}

func (l *listener) Emit(name string, data any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if view, ok := data.(desktop.JobView); ok && name == "job" {
		l.jobs = append(l.jobs, view)
	}
}

func (l *listener) heard() []desktop.JobView {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]desktop.JobView{}, l.jobs...)
}

// ticking is a clock that a test turns by hand.
type ticking struct {
	mu  sync.Mutex
	now time.Time
}

func (c *ticking) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *ticking) turn(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(by)
}

func newRunner(t *testing.T) (*desktop.App, *listener, *ticking) {
	t.Helper()
	log, _ := test.NewNullLogger()
	heard := &listener{}
	clock := &ticking{now: time.Date(2026, 6, 9, 9, 0, 0, 0, time.UTC)}
	return desktop.New(desktop.Options{Now: clock.Now, Log: log, Shell: heard}), heard, clock
}

func TestAJobTellsHowFarItIsTenTimesASecondAndThatItIsDone(t *testing.T) {
	t.Parallel()
	app, heard, clock := newRunner(t)
	err := app.Run("export_table", "accounts.csv", func(_ context.Context, progress func(done, total int)) error {
		for i := 1; i <= 50; i++ {
			clock.turn(20 * time.Millisecond)
			progress(i, 50)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	jobs := heard.heard()
	want := desktop.JobView{ID: "1", Kind: "export_table", Label: "accounts.csv", State: "running"}
	if diff := cmp.Diff(want, jobs[0]); diff != "" {
		t.Error(diff)
	}
	// The beginning, ten in the second of work, and the end.
	if len(jobs) < 10 || len(jobs) > 13 {
		t.Errorf("%d events of a job of one second", len(jobs))
	}
	want.State, want.Done, want.Total = "done", 50, 50
	if diff := cmp.Diff(want, jobs[len(jobs)-1]); diff != "" {
		t.Error(diff)
	}
	if list, err := desktop.NewJobs(app).List(); err != nil || len(list) != 0 {
		t.Errorf("still listed: %v, %v", list, err)
	}
}

func TestACancelledJobEndsAsCancelledAndItsCallSaysSo(t *testing.T) {
	t.Parallel()
	app, heard, _ := newRunner(t)
	jobs := desktop.NewJobs(app)
	began, ended := make(chan struct{}), make(chan error)
	go func() {
		ended <- app.Run("import", "a.csv", func(ctx context.Context, _ func(done, total int)) error {
			close(began)
			<-ctx.Done()
			return ctx.Err()
		})
	}()
	<-began
	list, err := jobs.List()
	if err != nil || len(list) != 1 || list[0].State != "running" {
		t.Fatalf("list = %v, %v", list, err)
	}
	if err := jobs.Cancel("no such job"); err != nil {
		t.Error(err)
	}
	if err := jobs.Cancel(list[0].ID); err != nil {
		t.Fatal(err)
	}
	if code := desktop.ProblemOf(<-ended).Code; code != success.CodeCancelled {
		t.Errorf("code = %q", code)
	}
	all := heard.heard()
	if last := all[len(all)-1]; last.State != "cancelled" {
		t.Errorf("last = %+v", last)
	}
}

func TestAFailedJobSaysWhyAndOthersGoOn(t *testing.T) {
	t.Parallel()
	app, heard, _ := newRunner(t)
	err := app.Run("backup", "b", func(context.Context, func(done, total int)) error {
		return success.Invalid("", "The disk is full.")
	})
	var person *success.Error
	if !errors.As(err, &person) {
		t.Fatalf("err = %v", err)
	}
	if all := heard.heard(); all[len(all)-1].State != "failed" || all[len(all)-1].Message != "The disk is full." {
		t.Errorf("jobs = %+v", all)
	}
	if err := app.Run("backup", "b", func(context.Context, func(done, total int)) error { return nil }); err != nil {
		t.Error(err)
	}
}

func TestClosingStopsWhatIsRunningAndWaitsForIt(t *testing.T) {
	t.Parallel()
	app, _, _ := newRunner(t)
	began, tidied := make(chan struct{}), false
	go func() {
		_ = app.Run("import", "a.csv", func(ctx context.Context, _ func(done, total int)) error {
			close(began)
			<-ctx.Done()
			tidied = true
			return ctx.Err()
		})
	}()
	<-began
	if err := app.Close(); err != nil {
		t.Fatal(err)
	}
	if !tidied {
		t.Error("closed before the job had put away what it began")
	}
}
