package desktop

import (
	"context"
	"io"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
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

// PutForTest changes one record in one action, for records that a screen only reads.
func (a *App) PutForTest(kind success.Kind, id success.ID, fields success.Fields) (WrittenView, error) {
	return a.write("Change "+string(kind), func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put(kind, id, fields)
		return written.ID, err
	})
}

// DeleteForTest puts one record of any kind in the bin in one action.
func (a *App) DeleteForTest(kind success.Kind, id success.ID) (WrittenView, error) {
	return a.write("Delete "+string(kind), func(tx *workspace.Tx) (success.ID, error) {
		return id, tx.Delete(kind, id)
	})
}

// Forget lets what is kept of alignment and learning be read again.
func Forget(app *App) {
	app.align.touched.forget()
	app.learn.touched.forget()
}

// DoForTest writes many records in one action, as an import does.
func (a *App) DoForTest(label string, fn func(tx *workspace.Tx) error) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	_, err = ws.Do(a.ctx(), label, fn)
	return err
}
