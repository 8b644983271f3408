package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tendril-app/tendril/internal/document/template"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/preflight"
	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

func (p *program) storyCheckCommand() *cobra.Command {
	var f storyFlags
	var withPreflight bool
	c := &cobra.Command{
		Use: "check STORY", Short: "Tell how new a story is, and what stands in its way",
		Long: "Tell what is new, grown or old news in a story since the last one told, its novelty, and\n" +
			"what the pre-flight finds for an audience: internal records, other accounts' names, our\n" +
			"own judgment, prices in prose, numbers without proof, placeholders, missing leave. Errors\n" +
			"stop an export. With --json the findings are told on standard error, or with --preflight\n" +
			"in the answer.",
		Example: "  tendrilctl story check 'The evening came back' -w book.tendril",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := f.options()
			if err != nil {
				return err
			}
			return p.reading(cmd.Context(), func(ws *workspace.Workspace) error {
				return p.checkStory(cmd.Context(), ws, args[0], o, f.template, withPreflight)
			})
		},
	}
	c.Flags().StringVar(&f.audience, "audience", string(model.AudienceClient), "client, internal or public")
	c.Flags().BoolVar(&f.commercial, "commercial", false, "let prices stand in the commercial sections of a client's story")
	c.Flags().StringVar(&f.template, "template", "", "tell what a deck would take of this .pptx or .potx, too")
	c.Flags().BoolVar(&withPreflight, "preflight", false, "put the pre-flight's findings into the answer of --json")
	return c
}

// checkedStory is the figure of a story with its pre-flight.
type checkedStory struct {
	success.StoryFigureOf
	Preflight []preflight.Finding `json:"preflight,omitzero"`
	Template  *template.Report    `json:"template,omitzero"`
}

func (p *program) checkStory(ctx context.Context, ws *workspace.Workspace, ref string, o story.Options, file string, withPreflight bool) error {
	t, err := p.storyOf(ctx, ws, ref)
	if err != nil {
		return err
	}
	figure, err := success.StoryFigure(t.File, t.Settings, t.Story.ID, t.On)
	if err != nil {
		return err
	}
	doc, err := t.Document(o)
	if err != nil {
		return err
	}
	design, err := readDesign(file, doc)
	if err != nil {
		return err
	}
	findings, err := telling.Preflight(ctx, ws, t, o, doc, design.of())
	if err != nil {
		return err
	}
	if !p.json {
		if err := errors.Join(writeMarks(p.stdout, t, figure), writeFindings(p.stdout, findings)); err != nil {
			return err
		}
	}
	if !p.json {
		return p.printDesign(design)
	}
	checked := checkedStory{StoryFigureOf: figure}
	if design != nil {
		checked.Template = &design.report
	}
	if withPreflight {
		checked.Preflight = findings
		return p.answer(checked, nil)
	}
	for _, finding := range findings {
		p.say("%s: %s: %s", finding.Level, placeWords(finding.Place), finding.Message)
	}
	return p.answer(checked, nil)
}

func writeMarks(w io.Writer, t *telling.Story, figure success.StoryFigureOf) error {
	fmt.Fprintf(w, "%s: novelty %.0f %%", t.Story.Title, 100*figure.Novelty)
	if figure.OldNews {
		fmt.Fprint(w, ", old news")
	}
	fmt.Fprintln(w)
	text := map[success.ID]string{}
	for _, c := range t.Claims {
		text[c.ID] = prose.Plain(c.Text)
	}
	for _, c := range figure.Claims {
		if _, err := fmt.Fprintf(w, "  %-9s %s\n", c.Mark, text[c.Claim]); err != nil {
			return err
		}
	}
	return nil
}

func writeFindings(w io.Writer, findings []preflight.Finding) error {
	if len(findings) == 0 {
		_, err := fmt.Fprintln(w, "\nPre-flight: nothing found.")
		return err
	}
	fmt.Fprintln(w, "\nPre-flight:")
	for _, f := range findings {
		if _, err := fmt.Fprintf(w, "  %-8s %s: %s\n", f.Level, placeWords(f.Place), f.Message); err != nil {
			return err
		}
	}
	return nil
}

// placeWords says where a finding stands.
func placeWords(place preflight.Place) string {
	section := story.SectionLabel("en", place.Section)
	switch place.Kind {
	case preflight.PlaceStory:
		return "the story"
	case preflight.PlaceTitle:
		return "the title"
	case preflight.PlaceSection:
		return fmt.Sprintf("%s of the section %q", place.Part, section)
	case preflight.PlaceClaim:
		return fmt.Sprintf("a claim in %q (%s)", section, place.Claim)
	case preflight.PlacePage:
		return fmt.Sprintf("%s of the page %q", place.Part, place.Page)
	case preflight.PlaceNotes:
		return fmt.Sprintf("the notes of the page %q", place.Page)
	case preflight.PlaceCell:
		return "a cell of " + place.Part
	case preflight.PlaceProperty:
		return "the file's " + place.Part
	case preflight.PlaceTemplate:
		return fmt.Sprintf("the template's layout %q", place.Part)
	}
	return string(place.Kind)
}

// mayLeave tells the warnings, and refuses an export that has errors.
func (p *program) mayLeave(findings []preflight.Finding) error {
	var stops []string
	for _, f := range findings {
		line := fmt.Sprintf("%s: %s", placeWords(f.Place), f.Message)
		if f.Level == preflight.Error {
			stops = append(stops, "  "+line)
			continue
		}
		p.say("warning: %s", line)
	}
	if len(stops) == 0 {
		return nil
	}
	return &success.Error{Code: success.CodeInvalid, Message: fmt.Sprintf(
		"The pre-flight stopped this export; no file was written. Mend these, or export for the internal audience:\n%s", strings.Join(stops, "\n"))}
}
