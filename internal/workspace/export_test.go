package workspace

import "context"

// CreateEmpty opens the door to files that join, for the convergence suite.
func CreateEmpty(ctx context.Context, path string, o Options) (*Workspace, error) {
	return createEmpty(ctx, path, o.complete())
}
