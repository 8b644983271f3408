package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/storydiff"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

func (p *program) storyDiffCommand() *cobra.Command {
	return &cobra.Command{
		Use: "diff STORY STORY", Short: "Tell what is different in the second of two stories",
		Long:    "Tell which sentences of the second story are new, changed or gone against the first:\nwhat changed since the last review. Told stories are compared as they were told.",
		Example: "  tendrilctl story diff 'The evening came back' 'From the docks to the customs desk' -w book.tendril",
		Args:    exactly(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				var sides [2]*telling.Story
				for i, ref := range args {
					var err error
					if sides[i], err = p.storyOf(cmd.Context(), ws, ref); err != nil {
						return err
					}
				}
				if sides[0].File.Account.ID != sides[1].File.Account.ID {
					return success.Invalid("story", "These stories are of two accounts, %s and %s.", sides[0].File.Account.Name, sides[1].File.Account.Name)
				}
				d := storydiff.Of(storydiff.Story{Story: sides[0].Story, Claims: sides[0].Claims}, storydiff.Story{Story: sides[1].Story, Claims: sides[1].Claims})
				return p.answer(d, func(w io.Writer) error { return writeDiff(w, d) })
			})
		},
	}
}

func writeDiff(w io.Writer, d storydiff.Diff) error {
	side := func(mark string, h storydiff.Head) {
		fmt.Fprintf(w, "%s %s (%s", mark, h.Title, h.Status)
		if !h.ToldOn.IsZero() {
			fmt.Fprintf(w, " on %s", h.ToldOn)
		}
		fmt.Fprintln(w, ")")
	}
	side("---", d.From)
	side("+++", d.To)
	for _, h := range d.Sections.Renamed {
		fmt.Fprintf(w, "~ section %q is now %q\n", h.From, h.To)
	}
	section := ""
	under := func(key string) {
		if key != section {
			section = key
			fmt.Fprintf(w, "\n%s\n", story.SectionLabel("en", key))
		}
	}
	for _, c := range d.Changed {
		under(c.To.Section)
		fmt.Fprintf(w, "- %s\n+ %s\n", c.From.Text, c.To.Text)
	}
	for _, s := range d.Added {
		under(s.Section)
		fmt.Fprintf(w, "+ %s\n", s.Text)
	}
	for _, s := range d.Removed {
		under(s.Section)
		fmt.Fprintf(w, "- %s\n", s.Text)
	}
	_, err := fmt.Fprintf(w, "\n%d new, %d changed, %d gone, %d the same\n", len(d.Added), len(d.Changed), len(d.Removed), d.Same)
	return err
}
