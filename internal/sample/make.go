package sample

import (
	"context"
	"fmt"
	"os"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Make makes a workspace file with the sample portfolio, whose history ends on
// the options' today, and returns it open. Where that fails no file is left.
func Make(ctx context.Context, path string, o workspace.Options) (*workspace.Workspace, error) {
	ws, err := workspace.Create(ctx, path, Name, Currency, o)
	if err != nil {
		return nil, err
	}
	_, err = ws.Do(ctx, "Open the sample portfolio", func(tx *workspace.Tx) error {
		return Load(func(rec success.Record) error {
			_, err := tx.Create(rec)
			return err
		}, ws.Today())
	})
	if err != nil {
		_ = ws.Close()      // the first failure is the one to tell
		_ = os.Remove(path) // half a sample helps nobody
		return nil, fmt.Errorf("fill the sample: %w", err)
	}
	return ws, nil
}
