package desktop

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/tendril-app/tendril/internal/success"
)

// The states of a job.
const (
	jobRunning   = "running"
	jobDone      = "done"
	jobFailed    = "failed"
	jobCancelled = "cancelled"
)

// The kinds of jobs, for the window to name them in its own words.
const (
	jobRead           = "read"
	jobImport         = "import"
	jobExportBundle   = "export_bundle"
	jobExportTable    = "export_table"
	jobExportDocument = "export_document"
	jobBackup         = "backup"
	jobRestore        = "restore"
	jobVerify         = "verify"
	jobReckon         = "reckon"
	jobUndo           = "undo"
)

// jobBeat is the least time between two events of one job: ten a second.
const jobBeat = 100 * time.Millisecond

// JobView tells how far long work has come. Total 0 means that nobody knows how
// much there is. Message says why a job failed and is empty otherwise.
type JobView struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Label   string `json:"label"`
	Done    int    `json:"done"`
	Total   int    `json:"total"`
	State   string `json:"state"`
	Message string `json:"message"`
}

// Jobs is the long work that goes on while the person does something else.
type Jobs struct{ app *App }

// NewJobs returns the bound jobs.
func NewJobs(app *App) *Jobs { return &Jobs{app: app} }

// List returns what is running, oldest first.
func (j *Jobs) List() (_ []JobView, err error) {
	defer j.app.catch("jobs.list", &err)
	return j.app.jobs.list(), nil
}

// Cancel stops a job as soon as it can; the job itself says when it has. A job
// that is over already is left as it ended.
func (j *Jobs) Cancel(id string) (err error) {
	defer j.app.catch("jobs.cancel", &err)
	j.app.jobs.cancel(id)
	return nil
}

// progressFunc tells how many of how many are done.
type progressFunc = func(done, total int)

// jobs are the running ones. The zero value is ready.
type jobs struct {
	telling sync.Mutex // held while an event is sent

	mu      sync.Mutex
	last    int
	running []*job
	ended   sync.WaitGroup
}

type job struct {
	view JobView
	stop context.CancelFunc
	told time.Time // when the window heard of it last
}

// run does long work as a job: the window shows it with its kind, its label, how
// far it is and a way to stop it, and goes on meanwhile. It returns when the work
// has ended, so a bound method answers as if it were short. fn must look at its
// context between steps, return its error when it is cancelled and leave nothing
// behind then; run turns that into an error of CodeCancelled. Work that ends well
// in spite of a cancel counts as done.
func (a *App) run(kind, label string, fn func(ctx context.Context, progress progressFunc) error) error {
	return a.runFrom(0, kind, label, fn)
}

// runFrom does work as run does, which becomes a job only once it tells of so many
// things to do: what is mostly over at once needs none.
func (a *App) runFrom(long int, kind, label string, fn func(ctx context.Context, progress progressFunc) error) (err error) {
	ctx, stop := context.WithCancel(a.ctx())
	defer stop()
	var j *job
	begin := func() {
		j = a.jobs.add(kind, label, stop)
		a.tell(j, func(*JobView) bool { return true })
	}
	if long == 0 {
		begin()
	}
	defer func() {
		if j == nil {
			return
		}
		defer a.jobs.ended.Done()
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: panic: %v", kind, r)
			a.end(j, jobFailed, ProblemOf(err).Message)
			panic(r) // the bound method's own guard logs it
		}
	}()
	err = fn(ctx, func(done, total int) {
		if j == nil {
			if total < long {
				return
			}
			begin()
		}
		a.progress(j, done, total)
	})
	if j == nil {
		return err
	}
	switch {
	case err == nil:
		a.end(j, jobDone, "")
	case errors.Is(err, context.Canceled):
		err = &success.Error{Code: success.CodeCancelled, Err: err, Message: "Cancelled. Nothing of it was kept."}
		a.end(j, jobCancelled, "")
	default:
		a.end(j, jobFailed, ProblemOf(err).Message)
	}
	return err
}

// progress notes how far a job is and tells the window, ten times a second at most.
func (a *App) progress(j *job, done, total int) {
	now := a.o.Now()
	a.tell(j, func(v *JobView) bool {
		v.Done, v.Total = done, total
		if now.Sub(j.told) < jobBeat {
			return false
		}
		j.told = now
		return true
	})
}

// end takes a job off the list and says how it ended.
func (a *App) end(j *job, state, message string) {
	a.jobs.mu.Lock()
	a.jobs.running = slices.DeleteFunc(a.jobs.running, func(other *job) bool { return other == j })
	a.jobs.mu.Unlock()
	a.tell(j, func(v *JobView) bool {
		v.State, v.Message = state, message
		if state == jobDone && v.Total > 0 {
			v.Done = v.Total
		}
		return true
	})
}

// tell changes a job's view and, where change says so, sends it to the window,
// in the order of the changes.
func (a *App) tell(j *job, change func(v *JobView) bool) {
	a.jobs.telling.Lock()
	defer a.jobs.telling.Unlock()
	a.jobs.mu.Lock()
	shown, view := change(&j.view), j.view
	a.jobs.mu.Unlock()
	if shown {
		a.o.Shell.Emit("job", view)
	}
}

func (s *jobs) add(kind, label string, stop context.CancelFunc) *job {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last++
	s.ended.Add(1)
	j := &job{stop: stop, view: JobView{ID: strconv.Itoa(s.last), Kind: kind, Label: label, State: jobRunning}}
	s.running = append(s.running, j)
	return j
}

func (s *jobs) list() []JobView {
	s.mu.Lock()
	defer s.mu.Unlock()
	views := make([]JobView, 0, len(s.running))
	for _, j := range s.running {
		views = append(views, j.view)
	}
	return views
}

func (s *jobs) cancel(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, j := range s.running {
		if j.view.ID == id {
			j.stop()
		}
	}
}

// stop asks every job to end and does not wait for it.
func (s *jobs) stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, j := range s.running {
		j.stop()
	}
}

// finish stops every job and waits until each has put away what it began.
func (s *jobs) finish() {
	s.stop()
	s.ended.Wait()
}
