package workspace

import (
	"context"
	"errors"
)

// CreateEmpty makes a file without records, as a laptop that joins has.
func CreateEmpty(ctx context.Context, path string, o Options) (*Workspace, error) {
	return createEmpty(ctx, path, o.complete())
}

// OpenAsAnother opens a copy of a file as a replica of its own.
func OpenAsAnother(ctx context.Context, path string, o Options) (*Workspace, error) {
	w, err := Open(ctx, path, o)
	if err != nil {
		return nil, err
	}
	if err := w.renewReplica(ctx); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}
