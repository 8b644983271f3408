package workspace

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"

	"github.com/tendril-app/tendril/internal/success"
)

// MaxBlob is the largest attachment, in bytes: 25 MiB.
const MaxBlob = 25 << 20

// PutBlob keeps an attachment under its SHA-256 in lower-case hex. It returns an
// error of CodeInvalid where the bytes are others or too many.
func (tx *Tx) PutBlob(hash string, r io.Reader) error {
	got, err := tx.AddBlob(r)
	if err != nil {
		return err
	}
	if got != hash {
		return success.Invalid("blob", "The attachment %.12s… is damaged: its bytes are not those that its name promises.", hash)
	}
	return nil
}

// AddBlob keeps an attachment and returns its SHA-256 in lower-case hex. It
// returns an error of CodeInvalid for one that is larger than MaxBlob.
func (tx *Tx) AddBlob(r io.Reader) (hash string, err error) {
	hash, size, err := tx.st.PutBlob(io.LimitReader(r, MaxBlob+1))
	if err != nil {
		return "", fmt.Errorf("keeping an attachment: %w", err)
	}
	if size > MaxBlob {
		return "", success.Invalid("blob", "This file is larger than 25 MiB, the most that an attachment may have. It was not taken in; link to it instead.")
	}
	return hash, nil
}

// OpenBlob returns an attachment's bytes. The error wraps fs.ErrNotExist where
// the workspace has none of that name.
func (w *Workspace) OpenBlob(ctx context.Context, hash string) (io.ReadCloser, error) {
	var out bytes.Buffer
	found := false
	err := w.read(ctx, func(v view) (err error) {
		found, err = v.r.Blob(hash, &out)
		return err
	})
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fmt.Errorf("attachment %.12s: %w", hash, fs.ErrNotExist)
	}
	return io.NopCloser(&out), nil
}
