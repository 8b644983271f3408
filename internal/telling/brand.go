package telling

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/tendril-app/tendril/internal/document/logos"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// ReadTemplate reads the company's own presentation; nil where there is none, or
// where it is not on this machine yet.
func ReadTemplate(ctx context.Context, ws *workspace.Workspace, s *success.Settings) ([]byte, error) {
	return readBlob(ctx, ws, s.Workspace.Brand.Template)
}

// ReadLogo reads the provider's logo; nil where there is none, where it is not on
// this machine yet, and where it is no picture.
func ReadLogo(ctx context.Context, ws *workspace.Workspace, s *success.Settings) (*model.Logo, error) {
	body, err := readBlob(ctx, ws, s.Workspace.Brand.Logo)
	if err != nil || body == nil {
		return nil, err
	}
	logo, err := logos.Kept(body)
	if err != nil {
		return nil, nil //nolint:nilerr,nilnil // a document without a logo is right
	}
	return logo, nil
}

func readBlob(ctx context.Context, ws *workspace.Workspace, hash string) ([]byte, error) {
	if hash == "" {
		return nil, nil
	}
	r, err := ws.OpenBlob(ctx, hash)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer r.Close()
	body, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read attachment: %w", err)
	}
	return body, nil
}
