package main

import (
	"context"
	"path/filepath"

	"github.com/tendril-app/tendril/internal/document"
	"github.com/tendril-app/tendril/internal/document/template"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

// design is the template that a deck is written into.
type design struct {
	name     string
	template *template.Template
	logo     []byte
	report   template.Report
}

// design reads the template in file and tells what a document would take of it;
// nil where file is empty.
func (p *program) design(ctx context.Context, ws *workspace.Workspace, file string, doc *model.Document) (*design, error) {
	if file == "" {
		return nil, nil //nolint:nilnil // no template is no failure
	}
	t, err := template.ReadFile(file)
	if err != nil {
		return nil, err
	}
	brand, err := telling.ReadBrand(ctx, ws)
	if err != nil {
		return nil, err
	}
	d := &design{name: filepath.Base(file), template: t, logo: brand.Logo, report: t.Report(document.Fill(doc, brand.Logo))}
	if p.json || p.quiet {
		return d, nil
	}
	return d, d.report.Print(p.stdout, file)
}
