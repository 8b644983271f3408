package main

import (
	"path/filepath"

	"github.com/tendril-app/tendril/internal/document"
	"github.com/tendril-app/tendril/internal/document/template"
	"github.com/tendril-app/tendril/internal/story/model"
)

// design is the template that a deck is written into.
type design struct {
	name     string
	template *template.Template
	report   template.Report
}

// of is the template itself, nil where a deck is written into our own design.
func (d *design) of() *template.Template {
	if d == nil {
		return nil
	}
	return d.template
}

// readDesign reads the template in file, and what a document would take of it;
// nil where file is empty.
func readDesign(file string, doc *model.Document) (*design, error) {
	if file == "" {
		return nil, nil //nolint:nilnil // no template is no failure
	}
	t, err := template.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return &design{name: filepath.Base(file), template: t, report: t.Report(document.Fill(doc))}, nil
}

// printDesign tells what a deck takes of a template, for people; --json answers it.
func (p *program) printDesign(d *design) error {
	if d == nil || p.json || p.quiet {
		return nil
	}
	return d.report.Print(p.stdout, d.name)
}
