package desktop

import "context"

// Run does long work as a job, for the tests of the runner.
func (a *App) Run(kind, label string, fn func(ctx context.Context, progress func(done, total int)) error) error {
	return a.run(kind, label, fn)
}
