package desktop

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/success"
)

// SamplePath is where the sample portfolio lies by default.
func (a *App) SamplePath() string { return filepath.Join(a.o.Dir, "Sample portfolio.tendril") }

// OpenSample opens the sample portfolio, and makes it where it is missing. path
// "" is the sample's own place.
func (a *App) OpenSample(ctx context.Context, path string) error {
	if path == "" {
		path = a.SamplePath()
	}
	if _, err := os.Stat(path); err == nil {
		return a.OpenPath(ctx, path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return &success.Error{Code: success.CodeUnavailable, Err: err,
			Message: fmt.Sprintf("The folder %s cannot be made, so nothing was written.", filepath.Dir(path))}
	}
	ws, err := sample.Make(ctx, path, a.workspaceOptions())
	if err != nil {
		return err
	}
	return a.adopt(ws, path)
}
