package telling

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/tendril-app/tendril/internal/workspace"
)

// Brand is what a workspace keeps of its provider's looks as files; a field is
// nil where there is none, or where the attachment is not on this machine yet.
type Brand struct {
	Logo, Template []byte
	// TemplateName is the file's name as it was chosen.
	TemplateName string
}

// ReadBrand reads the files of a workspace's brand.
func ReadBrand(ctx context.Context, ws *workspace.Workspace) (Brand, error) {
	settings, err := ws.Settings(ctx)
	if err != nil {
		return Brand{}, fmt.Errorf("read settings: %w", err)
	}
	kit := settings.Workspace.Brand
	b := Brand{TemplateName: kit.TemplateName}
	for _, file := range []struct {
		hash string
		into *[]byte
	}{{kit.Logo, &b.Logo}, {kit.Template, &b.Template}} {
		if file.hash == "" {
			continue
		}
		if *file.into, err = readBlob(ctx, ws, file.hash); err != nil {
			return Brand{}, err
		}
	}
	return b, nil
}

func readBlob(ctx context.Context, ws *workspace.Workspace, hash string) ([]byte, error) {
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
