package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func (p *program) calendarCommand() *cobra.Command {
	var output, csm, language string
	c := &cobra.Command{
		Use: "calendar -o FILE.ics", Short: "Write renewals, gates, reviews and promises as a calendar",
		Long: "Write what lies ahead as a calendar file of whole days: decision dates and ends of terms,\n" +
			"renewal gates without a call, reviews of plans, promises of both sides, and answers owed.\n" +
			"An event has the same id whenever it is written, so that a calendar that reads the file\n" +
			"again moves its days and adds none.",
		Example: "  tendrilctl calendar -o renewals.ics -w book.tendril",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if output == "" {
				return usagef("where to? Give -o FILE.ics")
			}
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				on, err := p.day(ws)
				if err != nil {
					return err
				}
				book, err := ws.Book(cmd.Context(), success.CalendarKinds()...)
				if err != nil {
					return err
				}
				events := success.Calendar(ofCSM(book, csm), on)
				err = newFile(output, func(w io.Writer) error {
					return exchange.WriteCalendar(w, book.Settings.Workspace.Name, events, language, p.now())
				})
				if err != nil {
					return err
				}
				answer := map[string]any{"file": output, "on": on, "events": events}
				return p.answer(answer, func(w io.Writer) error {
					_, err := fmt.Fprintf(w, "%s, %d events\n", output, len(events))
					return err
				})
			})
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "the .ics file to write")
	c.Flags().StringVar(&csm, "csm", "", "only the accounts of this CSM")
	c.Flags().StringVar(&language, "language", "en", "of the titles: en or de")
	return c
}

// ofCSM returns the book with the accounts of one CSM; all where none is named.
func ofCSM(b *success.Book, csm string) *success.Book {
	if csm == "" {
		return b
	}
	out := &success.Book{Settings: b.Settings}
	for _, f := range b.Files {
		if f.Account.CSM == csm {
			out.Files = append(out.Files, f)
		}
	}
	return out
}
