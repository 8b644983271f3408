package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/capture"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// captureFlags are what `capture` was told.
type captureFlags struct {
	apply, comma bool
	met          string
}

func (p *program) captureCommand() *cobra.Command {
	var f captureFlags
	c := &cobra.Command{
		Use: "capture ACCOUNT [FILE] [--apply]", Short: "Turn a page of notes into records",
		Long: "Read a page of notes (a file, or standard input) and show the records it would make;\n" +
			"--apply saves them, and one undo takes them back. A line that begins with a sign is\n" +
			"one thing:\n" +
			"  ?  a question                   =  its answer\n" +
			"  !  an insight                   \"  something they said\n" +
			"  $  a benefit                    >  a milestone\n" +
			"  ~  a behavior change            #  a reading of a measure\n" +
			"  @  the people who were met\n" +
			"What cannot be read stays as the conversation's summary.",
		Example: "  tendrilctl capture 'Nordhavn Freight' notes.txt -w book.tendril\n" +
			"  tendrilctl capture 'Nordhavn Freight' notes.txt --apply -w book.tendril",
		Args: between(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			file := "-"
			if len(args) == 2 {
				file = args[1]
			}
			text, err := notes(file, cmd.InOrStdin())
			if err != nil {
				return err
			}
			open := p.reading
			if f.apply {
				open = p.writing
			}
			return open(cmd.Context(), func(ws *workspace.Workspace) error {
				return p.capture(cmd.Context(), ws, args[0], text, f)
			})
		},
	}
	c.Flags().BoolVar(&f.apply, "apply", false, "save what was read")
	c.Flags().StringVar(&f.met, "met", "", "the day of the conversation, YYYY-MM-DD (today)")
	c.Flags().BoolVar(&f.comma, "comma", false, "4,200 is a little over four, and not four thousand")
	return c
}

// mostNotes is far more than anybody writes in a meeting.
const mostNotes = 1 << 20

func notes(file string, stdin io.Reader) (string, error) {
	if file != "-" {
		h, err := os.Open(file)
		if err != nil {
			return "", &success.Error{Code: success.CodeNotFound, Err: err, Message: fmt.Sprintf("%s cannot be read. Nothing was saved.", file)}
		}
		defer h.Close()
		stdin = h
	}
	text, err := io.ReadAll(io.LimitReader(stdin, mostNotes+1))
	if err != nil {
		return "", fmt.Errorf("read notes: %w", err)
	}
	if len(text) > mostNotes {
		return "", success.Invalid("file", "The notes are longer than %d MiB. Nothing was saved.", mostNotes>>20)
	}
	return strings.TrimPrefix(string(text), "\ufeff"), nil
}

// captureAnswer is what a page was read as, and whether it was saved.
type captureAnswer struct {
	Account success.ID `json:"account"`
	capture.Page
	Applied bool         `json:"applied"`
	IDs     []success.ID `json:"ids,omitempty"` // of the records, in their order
}

func (p *program) capture(ctx context.Context, ws *workspace.Workspace, ref, text string, f captureFlags) error {
	file, settings, err := accountFile(ctx, ws, ref)
	if err != nil {
		return err
	}
	on := ws.Today()
	if f.met != "" {
		if on, err = parseDay("--met", f.met); err != nil {
			return err
		}
		if on > ws.Today() {
			return usagef("--met: %s has not come yet", on)
		}
	}
	page := capture.Parse(text, capture.Context{File: file, Settings: settings, On: on, Comma: f.comma})
	answer := captureAnswer{Account: file.Account.ID, Page: page}
	if f.apply && len(page.Records) > 0 {
		_, err := ws.Do(ctx, "Capture notes", func(tx *workspace.Tx) error {
			return page.Save(func(kind success.Kind, id success.ID, fields success.Fields) (success.ID, error) {
				written, err := tx.Put(kind, id, fields)
				answer.IDs = append(answer.IDs, written.ID)
				return written.ID, err
			})
		})
		if err != nil {
			return err
		}
		answer.Applied = true
	}
	return p.answer(answer, answer.write)
}

// write lists what was read line by line, what was not and why, and the note.
func (a *captureAnswer) write(w io.Writer) error {
	for _, item := range a.Items {
		fmt.Fprintf(w, "%4d  %s\n", item.Line, strings.TrimSpace(item.Text))
		for _, rec := range a.Records {
			if slices.ContainsFunc(item.Parts, func(part capture.Part) bool { return part.Record == rec.Key }) {
				fmt.Fprintf(w, "      %-16s %s\n", strings.ReplaceAll(string(rec.Kind), "_", " "), a.fields(item, rec))
			}
		}
		if item.Guess != "" {
			fmt.Fprintf(w, "      look at %s, which the line does not say\n", item.Guess)
		}
	}
	for _, u := range a.Unread {
		fmt.Fprintf(w, "%4d  %s\n      not read: %s\n", u.Line, strings.TrimSpace(u.Text), u.Reason)
	}
	if a.Note != "" {
		fmt.Fprintf(w, "\nStays as the conversation's summary:\n%s\n", a.Note)
	}
	switch {
	case len(a.Records) == 0:
		fmt.Fprintln(w, "There is nothing on this page.")
	case a.Applied:
		fmt.Fprintf(w, "\nSaved: %d records.\n", len(a.Records))
	default:
		fmt.Fprintf(w, "\nNothing is saved yet: %d records. Say --apply to save them.\n", len(a.Records))
	}
	return nil
}

// fields writes what a line became in a record: each field once, in the order
// of the line.
func (a *captureAnswer) fields(item capture.Item, rec capture.Record) string {
	var names, out []string
	for _, part := range item.Parts {
		if part.Record != rec.Key || slices.Contains(names, part.Field) {
			continue
		}
		names = append(names, part.Field)
		if raw := rec.Fields[part.Field]; raw != nil {
			out = append(out, fmt.Sprintf("%s=%s", part.Field, raw))
		} else {
			out = append(out, part.Field)
		}
	}
	return strings.Join(out, " ")
}
