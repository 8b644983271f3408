package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/workspace"
)

func (p *program) historyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "history RECORD ID", Short: "Tell every change of a record",
		Long:    "Tell every change of one record, newest first: when, who, what, from, to.",
		Example: "  tendrilctl history account 'Nordhavn Freight' -w book.tendril",
		Args:    exactly(2), ValidArgsFunction: completeKind,
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, _, err := kindOf(args[0])
			if err != nil {
				return err
			}
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				id, err := p.resolveAny(cmd, ws, kind, args[1])
				if err != nil {
					return err
				}
				changes, err := ws.History(cmd.Context(), kind, id)
				if err != nil {
					return err
				}
				if changes == nil {
					changes = []workspace.Change{}
				}
				return p.answer(changes, func(w io.Writer) error { return writeHistory(w, changes) })
			})
		},
	}
}

func writeHistory(w io.Writer, changes []workspace.Change) error {
	for _, c := range changes {
		what := c.What
		if c.Field != "" {
			what = fmt.Sprintf("%s: %s -> %s", c.Field, orNothing(c.From), orNothing(c.To))
		}
		if _, err := fmt.Fprintf(w, "%s  %s  %s (%s)\n", c.At, c.Actor, what, c.Label); err != nil {
			return err
		}
	}
	return nil
}

func orNothing(text string) string {
	if text == "" {
		return "nothing"
	}
	return text
}

func (p *program) undoCommand() *cobra.Command {
	var steps int
	c := &cobra.Command{
		Use: "undo [--steps N]", Short: "Take back the last change",
		Long:    "Take back the newest action that is not undone, or the newest N, each as a whole: one command, one click or one import. What somebody changed since stays and is named.",
		Example: "  tendrilctl undo -w book.tendril",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if steps < 1 {
				return usagef("--steps: %d is not 1 or more", steps)
			}
			return p.writing(cmd.Context(), func(ws *workspace.Workspace) error {
				undone := []workspace.Undone{}
				for range steps {
					u, err := ws.Undo(cmd.Context())
					if err != nil {
						if len(undone) > 0 {
							p.say("%s", sentence(err))
							break
						}
						return err
					}
					undone = append(undone, u)
				}
				return p.answer(undone, func(w io.Writer) error { return writeUndone(w, undone) })
			})
		},
	}
	c.Flags().IntVar(&steps, "steps", 1, "how many actions")
	return c
}

func writeUndone(w io.Writer, undone []workspace.Undone) error {
	for _, u := range undone {
		fmt.Fprintf(w, "Undone: %s\n", u.Action.Label)
		for _, kept := range u.Kept {
			fmt.Fprintf(w, "  kept: %s\n", kept)
		}
	}
	return nil
}

func (p *program) searchCommand() *cobra.Command {
	var limit int
	c := &cobra.Command{
		Use: "search WORDS", Short: "Find records by their text",
		Long:    "Find live records whose text has all the words, best first, without regard to case and accents. The last word may be the beginning of one.",
		Example: "  tendrilctl search 'detention charges' -w book.tendril",
		Args:    between(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				hits, err := ws.Search(cmd.Context(), strings.Join(args, " "), limit)
				if err != nil {
					return err
				}
				if hits == nil {
					hits = []workspace.Hit{}
				}
				return p.answer(hits, func(w io.Writer) error {
					for _, h := range hits {
						fmt.Fprintf(w, "%s  %s  %s: %s\n", h.ID, h.Kind, h.AccountName, h.Title)
					}
					return nil
				})
			})
		},
	}
	c.Flags().IntVar(&limit, "limit", 50, "at most so many")
	return c
}
