package main

import (
	"fmt"
	"io"
	"os"
	"sort"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// path returns the workspace file that the call is about.
func (p *program) path() (string, error) {
	if p.file != "" {
		return p.file, nil
	}
	if path := os.Getenv("TENDRIL_WORKSPACE"); path != "" {
		return path, nil
	}
	return "", usagef("which workspace? Give -w FILE or set TENDRIL_WORKSPACE")
}

func (p *program) newCommand() *cobra.Command {
	var name, currency string
	c := &cobra.Command{
		Use: "new FILE --name NAME --currency CODE", Short: "Make an empty workspace file",
		Example: "  tendrilctl new mine.tendril --name 'My accounts' --currency EUR",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ws, err := workspace.Create(cmd.Context(), args[0], name, currency, p.options())
			if err != nil {
				return err
			}
			p.say("Made %s.", args[0])
			return ws.Close()
		},
	}
	c.Flags().StringVar(&name, "name", "My accounts", "the workspace's name")
	c.Flags().StringVar(&currency, "currency", "EUR", "ISO 4217 code of the workspace's currency")
	return c
}

func (p *program) sampleCommand() *cobra.Command {
	return &cobra.Command{
		Use: "sample FILE", Short: "Make a workspace with the sample portfolio",
		Long:    "Make a workspace with a portfolio of about twelve accounts and two years of history that ends today.",
		Example: "  tendrilctl sample sample.tendril",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ws, err := sample.Make(cmd.Context(), args[0], p.options())
			if err != nil {
				return err
			}
			p.say("Made %s with the sample portfolio.", args[0])
			return ws.Close()
		},
	}
}

func (p *program) infoCommand() *cobra.Command {
	return &cobra.Command{
		Use: "info", Short: "Tell what the workspace file holds",
		Example: "  tendrilctl info -w book.tendril --json",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				info, err := ws.Info(cmd.Context())
				if err != nil {
					return err
				}
				return p.answer(info, func(w io.Writer) error { return writeInfo(w, info) })
			})
		},
	}
}

func writeInfo(w io.Writer, info workspace.Info) error {
	fmt.Fprintf(w, "%s (%s)\n%s, %.1f MB, schema %d, replica %s\n", info.Name, info.Currency, info.Path,
		float64(info.Size)/1e6, info.Schema, info.Replica)
	var kinds []string
	for kind := range info.Counts {
		kinds = append(kinds, string(kind))
	}
	sort.Strings(kinds)
	for _, kind := range kinds {
		fmt.Fprintf(w, "%8d  %s\n", info.Counts[success.Kind(kind)], kind)
	}
	return nil
}

func (p *program) backupCommand() *cobra.Command {
	var to string
	c := &cobra.Command{
		Use: "backup [-o FILE]", Short: "Write a verified copy of the workspace",
		Example: "  tendrilctl backup -w book.tendril -o copy.tendril",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				info, err := ws.Backup(cmd.Context(), to)
				if err != nil {
					return err
				}
				return p.answer(info, func(w io.Writer) error {
					_, err := fmt.Fprintf(w, "%s, %.1f MB, verified\n", info.Path, float64(info.Size)/1e6)
					return err
				})
			})
		},
	}
	c.Flags().StringVarP(&to, "output", "o", "", "the copy; without it, the backup folder")
	return c
}

func (p *program) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "verify [FILE]", Short: "Check that a workspace file is sound",
		Long:    "Check the file's pages, and that every record agrees with the journal of changes. Nothing is written.",
		Example: "  tendrilctl verify book.tendril",
		Args:    between(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				p.file = args[0]
			}
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				report, err := ws.Verify(cmd.Context())
				if err != nil {
					return err
				}
				if err := p.answer(report, func(w io.Writer) error { return writeReport(w, report) }); err != nil {
					return err
				}
				if len(report.Problems) > 0 {
					return &success.Error{Code: success.CodeConflict, Message: "The file is damaged; it was not changed. tendrilctl recover makes a new one from the backup and the second copy of later changes."}
				}
				return nil
			})
		},
	}
}

func writeReport(w io.Writer, report workspace.VerifyReport) error {
	fmt.Fprintf(w, "%d records, %d changes\n", report.Records, report.Changes)
	for _, problem := range report.Problems {
		fmt.Fprintln(w, problem)
	}
	if len(report.Problems) == 0 {
		fmt.Fprintln(w, "sound")
	}
	return nil
}

func (p *program) recoverCommand() *cobra.Command {
	var to string
	c := &cobra.Command{
		Use: "recover FILE -o NEW", Short: "Make a new workspace of a damaged one",
		Long:    "Take the newest verified backup and the second copy of every later change into a new file. The damaged file is left as it is.",
		Example: "  tendrilctl recover book.tendril -o rescued.tendril",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if to == "" {
				return usagef("where to? Give -o NEW")
			}
			report, err := workspace.Recover(cmd.Context(), args[0], to, p.options())
			if err != nil {
				return err
			}
			return p.answer(report, func(w io.Writer) error {
				_, err := fmt.Fprintln(w, report)
				return err
			})
		},
	}
	c.Flags().StringVarP(&to, "output", "o", "", "the new file")
	return c
}
