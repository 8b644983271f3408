package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/document/formats"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

func (p *program) handoverCommand() *cobra.Command {
	var f storyFlags
	c := &cobra.Command{
		Use: "handover ACCOUNT --format pdf|docx|html|md -o FILE", Short: "Write an account on two sides of paper for its next CSM",
		Long: "Write an account on two sides of paper for the CSM who takes it over: what to do in the first\n" +
			"two weeks, the renewal, the people, what the client wants and has, the promises of both sides,\n" +
			"what speaks against us, and what nobody has written down. It is for us alone. What has no\n" +
			"room is cut, and the page says how much.",
		Example: "  tendrilctl handover 'Nordhavn Freight' -o handover.pdf -w book.tendril",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.output == "" {
				return usagef("where to? Give -o FILE")
			}
			if can := formats.For(model.KindHandover); !slices.Contains(can, f.format) {
				return usagef("--format: %q is none of %s", f.format, strings.Join(can, ", "))
			}
			return p.handOver(cmd.Context(), f, args[0])
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.format, "format", "pdf", "pdf, docx, html or md")
	flags.StringVarP(&f.output, "output", "o", "", "the file to write")
	flags.StringVar(&f.locale, "locale", "", "language and locale, such as en-GB or de-DE")
	return c
}

func (p *program) handOver(ctx context.Context, f storyFlags, ref string) error {
	var doc *model.Document
	var account success.ID
	err := p.reading(ctx, func(ws *workspace.Workspace) error {
		file, settings, err := accountFile(ctx, ws, ref)
		if err != nil {
			return err
		}
		account = file.Account.ID
		on, err := p.day(ws)
		if err != nil {
			return err
		}
		logo, err := telling.ReadLogo(ctx, ws, settings)
		if err != nil {
			return err
		}
		if doc, err = story.Handover(file, settings, on, story.Options{Locale: f.locale, Logo: logo}); err != nil {
			return err
		}
		return p.writeDocument(f, doc, nil)
	})
	if err != nil {
		return err
	}
	note := success.ExportRecord{AccountID: account, Format: f.format, Audience: string(doc.Audience), ExportedBy: p.actor, FileName: filepath.Base(f.output)}
	if note.ContentHash, err = doc.ContentHash(); err != nil {
		return fmt.Errorf("hash the document: %w", err)
	}
	p.noteExport(ctx, &note)
	pages := formats.Pages(doc)
	answer := map[string]any{"file": f.output, "pages": pages, "audience": note.Audience, "content_hash": note.ContentHash}
	return p.answer(answer, func(w io.Writer) error {
		word := "pages"
		if pages == 1 {
			word = "page"
		}
		_, err := fmt.Fprintf(w, "%s, %d %s for us alone\n", f.output, pages, word)
		return err
	})
}
