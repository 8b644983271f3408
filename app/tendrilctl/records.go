package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// kindOf reads a record's name as the command line gives it.
func kindOf(text string) (success.Kind, *success.Spec, error) {
	kind := success.Kind(strings.ToLower(strings.ReplaceAll(text, "-", "_")))
	spec, err := success.SpecOf(kind)
	if err != nil {
		return "", nil, usagef("there is no record called %q; the records are %s", text, strings.Join(kindNames(), ", "))
	}
	return kind, spec, nil
}

func kindNames() []string {
	var names []string
	for _, s := range success.Specs() {
		names = append(names, string(s.Kind))
	}
	return names
}

func completeKind(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return kindNames(), cobra.ShellCompDirectiveNoFileComp
}

func (p *program) listCommand() *cobra.Command {
	var where []string
	var deleted bool
	c := &cobra.Command{
		Use: "list RECORD [--where field=value]...", Short: "List records of one kind",
		Long:    "List the live records of one kind, one a line: id and name, or with --json the whole record.",
		Example: "  tendrilctl list account -w book.tendril --where csm='Ines Moreau'",
		Args:    exactly(1), ValidArgsFunction: completeKind,
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, spec, err := kindOf(args[0])
			if err != nil {
				return err
			}
			q := workspace.Query{Where: map[string]string{}, Deleted: deleted}
			for _, w := range where {
				field, value, ok := strings.Cut(w, "=")
				if !ok {
					return usagef("--where: %q is not field=value", w)
				}
				q.Where[field] = value
			}
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				for field, value := range q.Where {
					if f := spec.Field(field); f != nil && (f.Ref != "" || f.Owner != "") && f.Owner != "*" && value != "" {
						id, err := ws.Resolve(cmd.Context(), f.Owner+f.Ref, value)
						if err != nil {
							return err
						}
						q.Where[field] = string(id)
					}
				}
				return ws.List(cmd.Context(), kind, q, func(body json.RawMessage) error {
					return p.writeRecord(spec, body)
				})
			})
		},
	}
	c.Flags().StringArrayVar(&where, "where", nil, "only records whose field has this value")
	c.Flags().BoolVar(&deleted, "deleted", false, "what is in the bin")
	return c
}

func (p *program) writeRecord(spec *success.Spec, body json.RawMessage) error {
	if p.json {
		_, err := fmt.Fprintf(p.stdout, "%s\n", body)
		return err
	}
	var fields success.Fields
	if err := json.Unmarshal(body, &fields); err != nil {
		return fmt.Errorf("read %s: %w", spec.Kind, err)
	}
	title := plain(fields[spec.TitleField()])
	if title == "" && fields["on"] != nil {
		title = strings.TrimSpace(plain(fields["on"]) + " " + plain(fields["value"]))
	}
	_, err := fmt.Fprintf(p.stdout, "%s  %s\n", plain(fields["id"]), title)
	return err
}

// plain is a JSON value as a person writes it: a text without its quotes.
func plain(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	return string(raw)
}

func (p *program) showCommand() *cobra.Command {
	return &cobra.Command{
		Use: "show RECORD ID", Short: "Show one record",
		Long:    "Show one record by id, by external id, or by a name that matches one only.",
		Example: "  tendrilctl show account 'Nordhavn Freight' -w book.tendril",
		Args:    exactly(2), ValidArgsFunction: completeKind,
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, spec, err := kindOf(args[0])
			if err != nil {
				return err
			}
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				id, err := ws.Resolve(cmd.Context(), kind, args[1])
				if err != nil {
					return err
				}
				body, err := ws.Get(cmd.Context(), kind, id)
				if err != nil {
					return err
				}
				return p.answer(body, func(w io.Writer) error { return writeFields(w, spec, body) })
			})
		},
	}
}

// writeFields lists a record's fields, known ones in their order first.
func writeFields(w io.Writer, spec *success.Spec, body json.RawMessage) error {
	var fields success.Fields
	if err := json.Unmarshal(body, &fields); err != nil {
		return fmt.Errorf("read %s: %w", spec.Kind, err)
	}
	names := []string{"id"}
	for _, f := range spec.Fields {
		names = append(names, f.Name)
	}
	for _, name := range append(names, "created_at", "updated_at", "deleted_at") {
		if value, ok := fields[name]; ok {
			fmt.Fprintf(w, "%-24s %s\n", name, plain(value))
			delete(fields, name)
		}
	}
	for name, value := range fields {
		fmt.Fprintf(w, "%-24s %s\n", name, plain(value))
	}
	return nil
}

func (p *program) deleteCommand() *cobra.Command {
	return p.presence("delete", "Put a record in the bin",
		"Put a record in the bin, and hide with it what hangs on it. Nothing is destroyed: restore and undo bring it back.",
		(*workspace.Tx).Delete)
}

func (p *program) restoreCommand() *cobra.Command {
	return p.presence("restore", "Take a record out of the bin",
		"Take a record out of the bin, and with it what hangs on it.", (*workspace.Tx).Restore)
}

func (p *program) presence(verb, short, long string, do func(*workspace.Tx, success.Kind, success.ID) error) *cobra.Command {
	return &cobra.Command{
		Use: verb + " RECORD ID", Short: short, Long: long,
		Example: "  tendrilctl " + verb + " account 'Nordhavn Freight' -w book.tendril",
		Args:    exactly(2), ValidArgsFunction: completeKind,
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, _, err := kindOf(args[0])
			if err != nil {
				return err
			}
			return p.writing(cmd.Context(), func(ws *workspace.Workspace) error {
				id, err := p.resolveAny(cmd, ws, kind, args[1])
				if err != nil {
					return err
				}
				_, err = ws.Do(cmd.Context(), verb+" "+string(kind), func(tx *workspace.Tx) error { return do(tx, kind, id) })
				if err != nil {
					return err
				}
				return p.answer(map[string]any{"id": id, "kind": kind}, func(w io.Writer) error {
					_, err := fmt.Fprintln(w, id)
					return err
				})
			})
		},
	}
}

// resolveAny finds a live record, and one in the bin by its id.
func (p *program) resolveAny(cmd *cobra.Command, ws *workspace.Workspace, kind success.Kind, ref string) (success.ID, error) {
	id, err := ws.Resolve(cmd.Context(), kind, ref)
	if err == nil {
		return id, nil
	}
	if _, getErr := ws.Get(cmd.Context(), kind, success.ID(strings.ToLower(ref))); getErr == nil {
		return success.ID(strings.ToLower(ref)), nil
	}
	return "", err
}
