package desktop

import (
	"context"
	"errors"
	"os"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// asBundle is what an import of a bundle is called beside the kinds of tables.
const asBundle = "bundle"

// lookAtBundle says what is in a bundle. One that is not whole is a problem and
// names its first bad lines: a bundle comes in whole or not at all.
func (x *Imports) lookAtBundle(r ImportRequest) (*inspection, ImportView, error) {
	view := emptyImportView(r, 0)
	view.As, view.Format = asBundle, asBundle
	if info, err := os.Stat(r.Path); err == nil && !info.IsDir() {
		view.Size = info.Size()
	}
	now := &inspection{request: r, bundle: true}
	b, err := exchange.OpenBundle(r.Path)
	var refused *exchange.BundleError
	switch {
	case errors.As(err, &refused):
		view.Problem = refused.Error()
		view.Notes, view.MoreNotes = noteViews(refused.Problems)
		view.MoreNotes += refused.More
		now.problem = true
		return now, view, nil
	case err != nil:
		return nil, view, err
	}
	defer func() { _ = b.Close() }() // it was only read
	view.Notes, view.MoreNotes = noteViews(b.Notes)
	view.Bundle.Workspace, view.Bundle.ExportedAt = b.Manifest.Workspace.Name, b.Manifest.ExportedAt.String()
	view.Bundle.Attachments = b.Attachments()
	for _, spec := range success.Specs() {
		if n := b.Manifest.Counts[spec.Kind]; n > 0 {
			view.Bundle.Kinds = append(view.Bundle.Kinds, ImportBundleKindView{Kind: string(spec.Kind), Count: n})
			view.Bundle.Records += n
		}
	}
	view.Rows = view.Bundle.Records
	return now, view, nil
}

// applyBundle writes a whole bundle in one action, or nothing of it.
func (x *Imports) applyBundle(ctx context.Context, ws *workspace.Workspace, path, label string, progress progressFunc) (action workspace.Action, result exchange.Result, err error) {
	b, err := exchange.OpenBundle(path)
	if err != nil {
		return action, result, err
	}
	defer func() { _ = b.Close() }() // it was only read
	action, err = ws.Do(ctx, label, func(tx *workspace.Tx) error {
		result, err = b.Apply(exchange.Until(ctx, exchange.Into(tx)), tx, progress)
		return err
	})
	return action, result, err
}
