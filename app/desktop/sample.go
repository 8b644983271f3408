package desktop

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// OpenSample opens the sample portfolio, and makes it where it is missing. path
// "" is the sample's own place.
func (a *App) OpenSample(ctx context.Context, path string) error {
	if path == "" {
		path = filepath.Join(a.o.Dir, "Sample portfolio.tendril")
	}
	if _, err := os.Stat(path); err == nil {
		return a.OpenPath(ctx, path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return &success.Error{Code: success.CodeUnavailable, Err: err,
			Message: fmt.Sprintf("The folder %s cannot be made, so nothing was written.", filepath.Dir(path))}
	}
	ws, err := workspace.Create(ctx, path, sample.Name, sample.Currency, a.workspaceOptions())
	if err != nil {
		return err
	}
	_, err = ws.Do(ctx, "Open the sample portfolio", func(tx *workspace.Tx) error {
		return sample.Load(func(rec success.Record) error {
			_, err := tx.Create(rec)
			return err
		}, ws.Today())
	})
	if err != nil {
		_ = ws.Close()      // the first failure is the one to tell
		_ = os.Remove(path) // half a sample helps nobody
		return err
	}
	return a.adopt(ws, path)
}
