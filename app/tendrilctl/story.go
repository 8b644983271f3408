package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/document/formats"
	"github.com/tendril-app/tendril/internal/document/pdf"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

func (p *program) storyCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "story", Short: "Compose, tell and export renewal stories",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("there is no command story %q", args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(p.storyComposeCommand(), p.storyCheckCommand(), p.storyTellCommand(), p.storyDraftCommand(), p.storyDiffCommand(), p.storyExportCommand())
	return c
}

// storyFlags are what the story commands were told.
type storyFlags struct {
	title, locale, format, audience, output, kind, template string
	commercial, tables, anonymous                           bool
	length                                                  int
	without                                                 []string
}

func (f storyFlags) options() (story.Options, error) {
	if f.length != 0 && !slices.Contains(story.Lengths(), f.length) {
		return story.Options{}, usagef("--length: %d is none of 5, 10, 15", f.length)
	}
	kind, known := story.KindOf(f.kind)
	switch {
	case !known:
		return story.Options{}, usagef("--kind: %q is none of %s", f.kind, strings.Join(story.KindNames(), ", "))
	case f.anonymous && kind != model.KindSuccessStory:
		return story.Options{}, usagef("--anonymous goes with --kind %s", model.KindSuccessStory)
	}
	audience := model.Audience(f.audience)
	switch audience {
	case model.AudienceClient, model.AudienceInternal, model.AudiencePublic:
		return story.Options{Audience: audience, Locale: f.locale, Commercial: f.commercial, Length: f.length, Without: f.without,
			Kind: kind, Anonymous: f.anonymous}, nil
	}
	return story.Options{}, usagef("--audience: %q is none of client, internal, public", f.audience)
}

func (p *program) storyComposeCommand() *cobra.Command {
	var f storyFlags
	c := &cobra.Command{
		Use: "compose TERM [--title T]", Short: "Compose a draft from the records",
		Long:    "Compose a draft of a term's renewal story: claims by section, each with its proof.\nTERM is a term's id, or the account whose renewal is next.",
		Example: "  tendrilctl story compose 'Nordhavn Freight' --title 'From the docks to the customs desk' -w book.tendril",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.writing(cmd.Context(), func(ws *workspace.Workspace) error {
				return p.compose(cmd.Context(), ws, args[0], f)
			})
		},
	}
	c.Flags().StringVar(&f.title, "title", "", "the story's title")
	c.Flags().StringVar(&f.locale, "locale", "", "language and locale of the words, such as en-GB or de-DE")
	c.Flags().BoolVar(&f.commercial, "commercial", false, "put prices into the commercial sections")
	f.audience = string(model.AudienceClient)
	return c
}

// termOf finds a term by id, or the renewal term of an account.
func (p *program) termOf(ctx context.Context, ws *workspace.Workspace, ref string) (success.ID, *success.File, error) {
	if id, err := ws.Resolve(ctx, "term", ref); err == nil {
		body, err := ws.Get(ctx, "term", id)
		if err != nil {
			return "", nil, err
		}
		var term success.Term
		if err := json.Unmarshal(body, &term); err != nil {
			return "", nil, fmt.Errorf("read term: %w", err)
		}
		f, err := ws.File(ctx, term.AccountID)
		return id, f, err
	}
	account, err := ws.Resolve(ctx, "account", ref)
	if err != nil {
		return "", nil, err
	}
	f, err := ws.File(ctx, account)
	if err != nil {
		return "", nil, err
	}
	on, err := p.day(ws)
	if err != nil {
		return "", nil, err
	}
	if term, ok := success.RenewalTerm(f, on); ok {
		return term.ID, f, nil
	}
	if current := success.CurrentTerms(f, on); len(current) > 0 {
		return current[0].ID, f, nil
	}
	return "", nil, success.NotFound("%s has no term, and a story is told at a term's end. Add one with: tendrilctl put term account_id=%s start=… end=…", f.Account.Name, f.Account.ID)
}

func (p *program) compose(ctx context.Context, ws *workspace.Workspace, ref string, f storyFlags) error {
	term, file, err := p.termOf(ctx, ws, ref)
	if err != nil {
		return err
	}
	settings, err := ws.Settings(ctx)
	if err != nil {
		return err
	}
	on, err := p.day(ws)
	if err != nil {
		return err
	}
	o, err := f.options()
	if err != nil {
		return err
	}
	draft, err := story.Compose(file, settings, term, on, o)
	if err != nil {
		return err
	}
	if f.title != "" {
		draft.Story.Title = f.title
	}
	var id success.ID
	_, err = ws.Do(ctx, "Compose story", func(tx *workspace.Tx) error {
		if id, err = tx.Create(&draft.Story); err != nil {
			return err
		}
		for i := range draft.Claims {
			draft.Claims[i].StoryID = id
			if _, err := tx.Create(&draft.Claims[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	answer := map[string]any{"story": id, "title": draft.Story.Title, "claims": len(draft.Claims)}
	return p.answer(answer, func(w io.Writer) error { return writeDraft(w, id, draft) })
}

func writeDraft(w io.Writer, id success.ID, draft story.Draft) error {
	fmt.Fprintf(w, "%s  %s\n", id, draft.Story.Title)
	section := ""
	for _, c := range draft.Claims {
		if c.Section != section {
			section = c.Section
			fmt.Fprintf(w, "\n%s\n", story.SectionLabel("en", section))
		}
		fmt.Fprintf(w, "  - %s\n", c.Text)
	}
	return nil
}

func (p *program) storyOf(ctx context.Context, ws *workspace.Workspace, ref string) (*telling.Story, error) {
	id, err := ws.Resolve(ctx, "story", ref)
	if err != nil {
		return nil, err
	}
	body, err := ws.Get(ctx, "story", id)
	if err != nil {
		return nil, err
	}
	var st success.Story
	if err := json.Unmarshal(body, &st); err != nil {
		return nil, fmt.Errorf("read story: %w", err)
	}
	_, file, err := p.termOf(ctx, ws, string(st.TermID))
	if err != nil {
		return nil, err
	}
	settings, err := ws.Settings(ctx)
	if err != nil {
		return nil, err
	}
	on, err := p.day(ws)
	if err != nil {
		return nil, err
	}
	t := &telling.Story{File: file, Settings: settings, Story: &st, On: on}
	for i := range file.Claims {
		if file.Claims[i].StoryID == id {
			t.Claims = append(t.Claims, file.Claims[i])
		}
	}
	if t.Logo, err = telling.ReadLogo(ctx, ws, settings); err != nil {
		return nil, err
	}
	return t, t.Thaw(ctx, ws)
}

func (p *program) storyExportCommand() *cobra.Command {
	var f storyFlags
	c := &cobra.Command{
		Use: "export STORY --format pptx|pdf|docx|html|md -o FILE", Short: "Write a story as a document",
		Long: "Write a story as a PowerPoint deck, a PDF on paper, a Word document, one self-contained\n" +
			"web page, or Markdown; or with --kind as one page: renewal-page for the client's finance and\n" +
			"procurement, success-story for others, with --anonymous without the client's name, people,\n" +
			"places and exact sums.\n" +
			"What is for the client or the public passes the pre-flight first (see story check): an\n" +
			"error stops it, a warning is told.\n" +
			"With --template a deck is written into a company's own .pptx or .potx: what was matched,\n" +
			"filled and left out is told first (story check --template tells it alone).",
		Example: "  tendrilctl story export 'The evening came back' --format pptx -o deck.pptx -w book.tendril\n" +
			"  tendrilctl story export 'The evening came back' --template house.pptx -o deck.pptx -w book.tendril",
		Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.output == "" {
				return usagef("where to? Give -o FILE")
			}
			kind, _ := story.KindOf(f.kind)
			if f.format == "" {
				f.format = formats.For(kind)[0]
			}
			switch {
			case !formats.Known(f.format):
				return usagef("--format: %q is none of %s", f.format, strings.Join(formats.Names(), ", "))
			case !slices.Contains(formats.For(kind), f.format):
				return usagef("--format: a %s can be written as %s, and not as a presentation", f.kind, strings.Join(formats.For(kind), ", "))
			case f.template != "" && f.format != "pptx":
				return usagef("--template is for a deck: --format pptx")
			}
			return p.exportStory(cmd.Context(), f, args[0])
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.kind, "kind", "deck", strings.Join(story.KindNames(), ", "))
	flags.BoolVar(&f.anonymous, "anonymous", false, "leave out of a success story who the client is")
	flags.StringVar(&f.format, "format", "", "pptx, pdf, docx, html or md (pptx where not given; pdf for what is one page)")
	flags.StringVarP(&f.output, "output", "o", "", "the file to write")
	flags.StringVar(&f.audience, "audience", string(model.AudienceClient), "client, internal or public")
	flags.StringVar(&f.locale, "locale", "", "language and locale, such as en-GB or de-DE")
	flags.BoolVar(&f.commercial, "commercial", false, "put prices into the commercial sections of a client's deck")
	flags.IntVar(&f.length, "length", 10, "slides, about: 5 for executives, 10, or 15 with one for each outcome")
	flags.StringSliceVar(&f.without, "without", nil, "pages to leave out, by key: headline, growth, investment, work, next, appendix, appendix-people, …")
	flags.BoolVar(&f.tables, "tables", false, "add the table behind each picture")
	flags.StringVar(&f.template, "template", "", "a .pptx or .potx whose design the deck takes")
	return c
}

func (p *program) exportStory(ctx context.Context, f storyFlags, ref string) error {
	var doc *model.Document
	var note success.ExportRecord
	var design *design
	err := p.reading(ctx, func(ws *workspace.Workspace) error {
		t, err := p.storyOf(ctx, ws, ref)
		if err != nil {
			return err
		}
		o, err := f.options()
		if err != nil {
			return err
		}
		if doc, err = t.Document(o); err != nil {
			return err
		}
		if design, err = readDesign(f.template, doc); err != nil {
			return err
		}
		findings, err := telling.Preflight(ctx, ws, t, o, doc, design.of())
		if err != nil {
			return err
		}
		if err := p.mayLeave(findings); err != nil {
			return err
		}
		note = success.ExportRecord{StoryID: t.Story.ID, Format: f.format, Audience: string(o.Audience), ExportedBy: p.actor, FileName: filepath.Base(f.output)}
		if err := p.printDesign(design); err != nil {
			return err
		}
		if design != nil {
			note.Template = design.name
		}
		return p.writeDocument(f, doc, design)
	})
	if err != nil {
		return err
	}
	if note.ContentHash, err = doc.ContentHash(); err != nil {
		return fmt.Errorf("hash the document: %w", err)
	}
	p.noteExport(ctx, &note)
	pages := formats.Pages(doc)
	answer := map[string]any{"file": f.output, "pages": pages, "audience": note.Audience, "content_hash": note.ContentHash}
	if design != nil {
		answer["template"] = design.report
	}
	return p.answer(answer, func(w io.Writer) error {
		word := "pages"
		if pages == 1 {
			word = "page"
		}
		_, err := fmt.Fprintf(w, "%s, %d %s for the %s audience\n", f.output, pages, word, note.Audience)
		return err
	})
}

func (p *program) writeDocument(f storyFlags, doc *model.Document, design *design) error {
	o := formats.Options{Tables: f.tables, Presenter: true}
	if design != nil {
		o.Template = design.template
	}
	err := newFile(f.output, func(w io.Writer) error {
		return formats.Write(w, f.format, doc, o)
	})
	var script *pdf.ScriptError
	if errors.As(err, &script) {
		return &success.Error{Code: success.CodeInvalid, Message: script.Error(), Err: err}
	}
	return err
}

// noteExport keeps who wrote which file. The file is there already: where the
// workspace cannot be written to, as beside an open window, that is only told.
func (p *program) noteExport(ctx context.Context, note *success.ExportRecord) {
	err := p.writing(ctx, func(ws *workspace.Workspace) error {
		note.ExportedAt = success.InstantOf(p.now())
		_, err := ws.Do(ctx, "Export "+note.FileName, func(tx *workspace.Tx) error {
			_, err := tx.Create(note)
			return err
		})
		return err
	})
	if err != nil {
		p.say("The file is written, but the workspace did not note the export: %s", sentence(err))
	}
}
