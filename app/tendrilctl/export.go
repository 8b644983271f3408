package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func (p *program) exportBundle(ctx context.Context, ws *workspace.Workspace, path string) error {
	settings, err := ws.Settings(ctx)
	if err != nil {
		return err
	}
	m := exchange.Manifest{
		ExportedAt: success.InstantOf(p.now()),
		Workspace: exchange.ManifestWorkspace{
			Name: settings.Workspace.Name, Currency: settings.Workspace.Currency, HalfLifeDays: settings.Workspace.HalfLifeDays,
		},
	}
	err = newFile(path, func(w io.Writer) error {
		m, err = exchange.WriteBundle(w, ws.Source(ctx), m)
		return err
	})
	if err != nil {
		return err
	}
	total := 0
	for _, n := range m.Counts {
		total += n
	}
	return p.answer(map[string]any{"file": path, "counts": m.Counts}, func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s, %d records\n", path, total)
		return err
	})
}

func (p *program) exportTable(ctx context.Context, ws *workspace.Workspace, as, path string) error {
	format := strings.ToLower(path[strings.LastIndex(path, ".")+1:])
	if format != "csv" && format != "xlsx" {
		return usagef("--to: %q ends in neither .csv nor .xlsx", path)
	}
	rows := 0
	err := newFile(path, func(w io.Writer) error {
		var err error
		rows, err = exchange.WriteTable(w, ws.Source(ctx), exchange.As(as), format)
		return err
	})
	if err != nil {
		return err
	}
	return p.answer(map[string]any{"file": path, "rows": rows}, func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s, %d rows\n", path, rows)
		return err
	})
}
