package sqlite

import (
	"errors"
	"sync"
)

// pipeLength is how many jobs wait at most: enough that neither side waits for
// the other all the time, and little memory.
const pipeLength = 4

// pipe does jobs one after another on a goroutine of its own. After a job that
// failed it does no more. The zero pipe is ready; one goroutine adds and waits.
type pipe struct {
	jobs    chan func() error
	pending sync.WaitGroup
	mu      sync.Mutex
	err     error
}

// errStopped ends a pipe whose jobs are not wanted any more.
var errStopped = errors.New("the transaction ended")

func (p *pipe) started() bool { return p.jobs != nil }

func (p *pipe) add(job func() error) error {
	if err := p.failed(); err != nil {
		return err
	}
	if p.jobs == nil {
		p.jobs = make(chan func() error, pipeLength)
		go p.work(p.jobs)
	}
	p.pending.Add(1)
	p.jobs <- job
	return nil
}

func (p *pipe) work(jobs <-chan func() error) {
	for job := range jobs {
		if p.failed() == nil {
			p.fail(job())
		}
		p.pending.Done()
	}
}

// wait returns when every job is done.
func (p *pipe) wait() error {
	p.pending.Wait()
	return p.failed()
}

// stop lets the jobs that wait go undone and ends the goroutine.
func (p *pipe) stop() {
	if p.jobs == nil {
		return
	}
	p.fail(errStopped)
	close(p.jobs)
	p.pending.Wait()
	p.jobs = nil
}

func (p *pipe) failed() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.err
}

func (p *pipe) fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err == nil {
		p.err = err
	}
}
