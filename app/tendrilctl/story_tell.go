package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

func (p *program) storyTellCommand() *cobra.Command {
	var f storyFlags
	var leave telling.Leave
	var until string
	c := &cobra.Command{
		Use: "tell STORY", Short: "Freeze a story as it is told",
		Long: "Freeze a story as it is told, on the day of --on or today: its words and documents are kept\n" +
			"with a content hash, and whatever is exported of it later says the same. The story is for\n" +
			"its own audience, and what leaves the house passes the pre-flight first (see story check).\n" +
			"A told story is changed by a new draft (see story draft); undo takes the telling back.",
		Example: "  tendrilctl story tell 'From the docks to the customs desk' --permission named --by 'Mette Lindqvist' --until 2027-06-30 -w book.tendril",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if until != "" {
				var err error
				if leave.Until, err = parseDay("--until", until); err != nil {
					return err
				}
			}
			if leave.Permission == "" && (leave.By != "" || until != "") {
				return usagef("--by and --until go with --permission internal, named, anonymous or public")
			}
			return p.writing(cmd.Context(), func(ws *workspace.Workspace) error {
				return p.tell(cmd.Context(), ws, args[0], story.Options{Locale: f.locale, Commercial: f.commercial}, leave)
			})
		},
	}
	flags := c.Flags()
	flags.StringVar(&leave.Permission, "permission", "", "how far the client's leave goes: internal, named, anonymous or public")
	flags.StringVar(&leave.By, "by", "", "who gave leave")
	flags.StringVar(&until, "until", "", "the last day that leave holds, YYYY-MM-DD")
	flags.StringVar(&f.locale, "locale", "", "language and locale, such as en-GB or de-DE")
	flags.BoolVar(&f.commercial, "commercial", false, "put prices into the commercial sections of a client's document")
	return c
}

func (p *program) tell(ctx context.Context, ws *workspace.Workspace, ref string, o story.Options, leave telling.Leave) error {
	t, err := p.storyOf(ctx, ws, ref)
	if err != nil {
		return err
	}
	if t.Story.Status != "told" {
		o.Audience = model.Audience(t.Story.Audience)
		st := *t.Story // leave that is given with the telling holds for it
		st.Permission, st.PermissionBy, st.PermissionUntil = leave.Permission, leave.By, leave.Until
		asked := *t
		asked.Story = &st
		findings, err := telling.Preflight(ctx, ws, &asked, o, nil, nil)
		if err != nil {
			return err
		}
		if err := p.mayLeave(findings); err != nil {
			return err
		}
	}
	var z *story.Frozen
	_, err = ws.Do(ctx, "Tell the story of "+t.File.Account.Name, func(tx *workspace.Tx) (err error) {
		z, err = telling.Tell(tx, t, ws.Today(), o, leave)
		return err
	})
	if err != nil {
		return err
	}
	hash, err := z.ContentHash()
	if err != nil {
		return fmt.Errorf("hash the document: %w", err)
	}
	answer := map[string]any{"story": t.Story.ID, "title": t.Story.Title, "told_on": z.ToldOn, "content_hash": hash}
	return p.answer(answer, func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s, told on %s, version %s\n", t.Story.Title, z.ToldOn, hash[:8])
		return err
	})
}

func (p *program) storyDraftCommand() *cobra.Command {
	return &cobra.Command{
		Use: "draft STORY", Short: "Begin a new draft from a told story",
		Long:    "Begin a new draft that goes on from a story: the same words, told to nobody yet. The told story\nstays as it was.",
		Example: "  tendrilctl story draft 'The evening came back' -w book.tendril",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.writing(cmd.Context(), func(ws *workspace.Workspace) error {
				t, err := p.storyOf(cmd.Context(), ws, args[0])
				if err != nil {
					return err
				}
				var id success.ID
				_, err = ws.Do(cmd.Context(), "Begin a new draft of "+t.File.Account.Name, func(tx *workspace.Tx) (err error) {
					id, err = telling.Begin(tx, t)
					return err
				})
				if err != nil {
					return err
				}
				return p.answer(map[string]any{"story": id, "title": t.Story.Title, "claims": len(t.Claims)}, func(w io.Writer) error {
					_, err := fmt.Fprintf(w, "%s  %s\n", id, t.Story.Title)
					return err
				})
			})
		},
	}
}
