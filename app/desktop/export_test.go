package desktop

import (
	"context"
	"io"
)

// Run does long work as a job, for the tests of the runner.
func (a *App) Run(kind, label string, fn func(ctx context.Context, progress func(done, total int)) error) error {
	return a.run(kind, label, fn)
}

// FillDisk draws on a disk and returns what the disk refused, for the tests of a full one.
func FillDisk(disk io.Writer, draw func(w io.Writer) error) error {
	d := &diskWriter{w: disk}
	_ = d.fill(draw) // what went wrong in drawing is not the disk's
	return d.err
}
