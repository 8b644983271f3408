package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func (p *program) putCommand() *cobra.Command {
	return &cobra.Command{
		Use: "put RECORD [ID] field=value...", Short: "Create a record, or change one",
		Long: "Create a record, or change the fields of one. An empty value clears the field.\n" +
			"Money is written '12000 EUR' (or 12000, in the workspace's currency), dates YYYY-MM-DD,\n" +
			"links by id or by name, lists and objects as JSON, one attribute as attributes.NAME=value.",
		Example: "  tendrilctl put account name='Nordhavn Freight' start_date=2024-09-01 -w book.tendril",
		Args:    between(2, -1), ValidArgsFunction: completeKind,
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, spec, err := kindOf(args[0])
			if err != nil {
				return err
			}
			ref, pairs := "", args[1:]
			if !strings.Contains(pairs[0], "=") {
				ref, pairs = pairs[0], pairs[1:]
			}
			return p.writing(cmd.Context(), func(ws *workspace.Workspace) error {
				return p.put(cmd.Context(), ws, kind, spec, ref, pairs)
			})
		},
	}
}

func (p *program) put(ctx context.Context, ws *workspace.Workspace, kind success.Kind, spec *success.Spec, ref string, pairs []string) error {
	var id success.ID
	if ref != "" {
		found, err := ws.Resolve(ctx, kind, ref)
		if err != nil {
			return err
		}
		id = found
	}
	fields, err := p.fields(ctx, ws, kind, spec, id, pairs)
	if err != nil {
		return err
	}
	verb := "Change "
	if id == "" {
		verb = "Add "
	}
	var written workspace.Written
	_, err = ws.Do(ctx, verb+strings.ReplaceAll(string(kind), "_", " "), func(tx *workspace.Tx) error {
		written, err = tx.Put(kind, id, fields)
		return err
	})
	if err != nil {
		return err
	}
	answer := map[string]any{"id": written.ID, "created": written.Created, "changed": written.Changed}
	return p.answer(answer, func(w io.Writer) error {
		_, err := fmt.Fprintln(w, written.ID)
		return err
	})
}

// fields turns field=value arguments into the record's JSON values.
func (p *program) fields(ctx context.Context, ws *workspace.Workspace, kind success.Kind, spec *success.Spec, id success.ID, pairs []string) (success.Fields, error) {
	fields := success.Fields{}
	for _, pair := range pairs {
		name, value, ok := strings.Cut(pair, "=")
		if !ok || name == "" {
			return nil, usagef("%q is not field=value", pair)
		}
		if field, key, sub := strings.Cut(name, "."); sub && spec.Field(field) != nil {
			if err := setKey(ctx, ws, fields, kind, id, field, key, value); err != nil {
				return nil, err
			}
			continue
		}
		f := spec.Field(name)
		if f == nil {
			return nil, usagef("a %s has no field %q", kind, name)
		}
		raw, err := p.value(ctx, ws, f, value)
		if err != nil {
			return nil, err
		}
		fields[name] = raw
	}
	return fields, nil
}

// setKey sets one key of an object field and keeps its others.
func setKey(ctx context.Context, ws *workspace.Workspace, fields success.Fields, kind success.Kind, id success.ID, field, key, value string) error {
	raw, given := fields[field]
	if !given && id != "" {
		body, err := ws.Get(ctx, kind, id)
		if err != nil {
			return err
		}
		var stored success.Fields
		if err := json.Unmarshal(body, &stored); err != nil {
			return fmt.Errorf("read %s: %w", kind, err)
		}
		raw = stored[field]
	}
	object := map[string]json.RawMessage{}
	if raw != nil && json.Unmarshal(raw, &object) != nil {
		return usagef("%s is not an object", field)
	}
	delete(object, key)
	if value != "" {
		object[key] = quote(value)
	}
	raw, err := json.Marshal(object)
	if err != nil {
		return fmt.Errorf("write %s: %w", field, err)
	}
	fields[field] = raw
	return nil
}

func quote(text string) json.RawMessage {
	raw, err := json.Marshal(text)
	if err != nil {
		return json.RawMessage("null")
	}
	return raw
}

// value reads one value as the field's type asks.
func (p *program) value(ctx context.Context, ws *workspace.Workspace, f *success.FieldSpec, text string) (json.RawMessage, error) {
	if text == "" {
		return json.RawMessage("null"), nil
	}
	switch f.Type {
	case success.TypeText, success.TypeDate, success.TypeInstant:
		return quote(text), nil
	case success.TypeBool:
		switch strings.ToLower(text) {
		case "true", "yes", "1":
			return json.RawMessage("true"), nil
		case "false", "no", "0":
			return json.RawMessage("false"), nil
		}
		return nil, usagef("%s: %q is neither yes nor no", f.Name, text)
	case success.TypeWhole, success.TypeNumber, success.TypePosition:
		if _, err := decimal.NewFromString(text); err != nil {
			return nil, usagef("%s: %q is not a number", f.Name, text)
		}
		return json.RawMessage(text), nil
	case success.TypeMoney, success.TypeAmount:
		return money(ctx, ws, f, text)
	case success.TypeID:
		return reference(ctx, ws, f, text)
	case success.TypeLink:
		kind, ref, ok := strings.Cut(text, ":")
		if !ok {
			return structured(f, text)
		}
		id, err := ws.Resolve(ctx, success.Kind(kind), ref)
		if err != nil {
			return nil, err
		}
		return json.Marshal(success.Link{Kind: success.Kind(kind), ID: id})
	default:
		return structured(f, text)
	}
}

// structured reads JSON; a list of texts may also be written a,b,c, and a value
// of any type as a plain word.
func structured(f *success.FieldSpec, text string) (json.RawMessage, error) {
	if json.Valid([]byte(text)) {
		return json.RawMessage(text), nil
	}
	if f.Name == "value" {
		return quote(text), nil
	}
	if strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
		return nil, usagef("%s: %q is not JSON", f.Name, text)
	}
	var parts []string
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return json.Marshal(parts)
}

func reference(ctx context.Context, ws *workspace.Workspace, f *success.FieldSpec, text string) (json.RawMessage, error) {
	kind := f.Ref + f.Owner + f.Owner2
	if kind == "" {
		return quote(text), nil
	}
	id, err := ws.Resolve(ctx, kind, text)
	if err != nil {
		return nil, err
	}
	return quote(string(id)), nil
}

func money(ctx context.Context, ws *workspace.Workspace, f *success.FieldSpec, text string) (json.RawMessage, error) {
	if strings.HasPrefix(text, "{") {
		return structured(f, text)
	}
	amount, currency, ok := strings.Cut(strings.TrimSpace(text), " ")
	if !ok {
		info, err := ws.Describe(ctx)
		if err != nil {
			return nil, err
		}
		currency = info.Currency
	}
	if _, err := decimal.NewFromString(amount); err != nil {
		return nil, usagef("%s: %q is not an amount like '12000.00 EUR'", f.Name, text)
	}
	return json.Marshal(map[string]string{"amount": amount, "currency": strings.ToUpper(strings.TrimSpace(currency))})
}
