package desktop

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Exports takes records out: as a table, or all of them as a bundle. Each is a
// job, and a stopped one leaves no file.
type Exports struct{ app *App }

// NewExports returns the bound exports.
func NewExports(app *App) *Exports { return &Exports{app: app} }

// ExportFileView is a file that was written and how many records are in it.
type ExportFileView struct {
	Path    string `json:"path"`
	Name    string `json:"name"`
	Records int    `json:"records"`
}

// Table writes all live records of a kind ("accounts", "terms", …) to path, as
// CSV or XLSX by the path's ending, with headings that an import recognises.
func (x *Exports) Table(as, path string) (_ ExportFileView, err error) {
	defer x.app.catch("exports.table", &err)
	main, known := exportedKinds[exchange.As(as)]
	if !known {
		return ExportFileView{}, success.Invalid("as", "There is no table of %q.", as)
	}
	return x.write(jobExportTable, path, func(kind success.Kind) bool { return kind == main }, func(w io.Writer, src exchange.Source) (int, error) {
		return exchange.WriteTable(w, src, exchange.As(as), filepath.Ext(path))
	})
}

// exportedKinds names the records that a table has a row of.
var exportedKinds = map[exchange.As]success.Kind{
	exchange.AsAccounts: "account", exchange.AsTerms: "term", exchange.AsStakeholders: "stakeholder",
	exchange.AsReadings: "reading", exchange.AsBenefits: "benefit", exchange.AsTouchpoints: "touchpoint",
	exchange.AsValues: "indicator_value",
}

// Bundle writes everything, the bin and the attachments included, to path as a
// .tendril.zip file.
func (x *Exports) Bundle(path string) (_ ExportFileView, err error) {
	defer x.app.catch("exports.bundle", &err)
	ws, err := x.app.workspace()
	if err != nil {
		return ExportFileView{}, err
	}
	settings, err := ws.Settings(x.app.ctx())
	if err != nil {
		return ExportFileView{}, fmt.Errorf("read settings: %w", err)
	}
	m := exchange.Manifest{
		ExportedAt: success.InstantOf(x.app.o.Now()),
		Workspace: exchange.ManifestWorkspace{
			Name: settings.Workspace.Name, Currency: settings.Workspace.Currency, HalfLifeDays: settings.Workspace.HalfLifeDays,
		},
	}
	return x.write(jobExportBundle, path, func(success.Kind) bool { return true }, func(w io.Writer, src exchange.Source) (int, error) {
		written, err := exchange.WriteBundle(w, src, m)
		records := 0
		for _, n := range written.Counts {
			records += n
		}
		return records, err
	})
}

// write runs an export as a job; counts says which records its progress counts.
func (x *Exports) write(job, path string, counts func(kind success.Kind) bool, draw func(w io.Writer, src exchange.Source) (int, error)) (ExportFileView, error) {
	ws, err := x.app.workspace()
	if err != nil {
		return ExportFileView{}, err
	}
	total, err := x.total(ws, counts)
	if err != nil {
		return ExportFileView{}, err
	}
	view := ExportFileView{Path: path, Name: filepath.Base(path)}
	err = x.app.run(job, view.Name, func(ctx context.Context, progress progressFunc) error {
		done := 0
		src := exchange.Watch(ctx, ws.Source(ctx), func(kind success.Kind) {
			if counts(kind) {
				done++
				progress(done, max(done, total))
			}
		})
		return putFile(path, func(w io.Writer) (err error) {
			view.Records, err = draw(w, src)
			return err
		})
	})
	if err != nil {
		return ExportFileView{}, err
	}
	return view, nil
}

// total counts the records of some kinds. Those in the bin are not known
// beforehand; the count grows by them.
func (x *Exports) total(ws *workspace.Workspace, counts func(kind success.Kind) bool) (int, error) {
	info, err := ws.Info(x.app.ctx())
	if err != nil {
		return 0, fmt.Errorf("describe workspace: %w", err)
	}
	total := 0
	for kind, n := range info.Counts {
		if counts(kind) {
			total += n
		}
	}
	return total, nil
}

// putFile writes a file beside its place first: neither a full disk nor a cancel
// leaves half a file where a whole one was.
func putFile(path string, draw func(w io.Writer) error) (err error) {
	fail := func(cause error) error {
		if errors.Is(cause, fs.ErrPermission) {
			return &success.Error{Code: success.CodeUnavailable, Err: cause, Field: "path",
				Message: fmt.Sprintf("Tendril may not write to %s. What was there is as it was; choose another folder.", path)}
		}
		return &success.Error{Code: success.CodeUnavailable, Err: cause, Field: "path",
			Message: fmt.Sprintf("%s could not be written, and what was there is as it was. Is it open in another program, or the disk full?", path)}
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".tendril-*")
	if err != nil {
		return fail(err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(temp.Name()) // only tidies up
		}
	}()
	disk := &diskWriter{w: temp}
	err = disk.fill(draw)
	if disk.err != nil {
		err = fail(disk.err)
	}
	if closeErr := temp.Close(); err == nil && closeErr != nil {
		err = fail(closeErr)
	}
	if err != nil {
		return err
	}
	if err := errors.Join(os.Chmod(temp.Name(), 0o644), os.Rename(temp.Name(), path)); err != nil {
		return fail(err)
	}
	return nil
}

// diskWriter remembers what the disk refused: only then is the disk to blame, and
// not whoever draws.
type diskWriter struct {
	w   io.Writer
	err error
}

func (d *diskWriter) Write(p []byte) (int, error) {
	n, err := d.w.Write(p)
	if err != nil {
		d.err = err
	}
	return n, err
}

func (d *diskWriter) fill(draw func(w io.Writer) error) error {
	out := bufio.NewWriter(d)
	if err := draw(out); err != nil {
		return err
	}
	return out.Flush()
}
