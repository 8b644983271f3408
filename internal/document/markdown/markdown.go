// Package markdown writes a story as Markdown: the same words as every other
// format in the same order, with the table behind it in place of each picture.
// Tables are written as GitHub's flavour has them; all else is plain Markdown.
package markdown

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/story/model"
)

// Write writes a document.
func Write(w io.Writer, doc *model.Document) error {
	p := &writer{doc: doc}
	p.all()
	if _, err := w.Write(p.b.Bytes()); err != nil {
		return fmt.Errorf("writing the Markdown: %w", err)
	}
	return nil
}

type writer struct {
	b   bytes.Buffer
	doc *model.Document
}

// part writes a paragraph of markup, with an empty line before it.
func (p *writer) part(markup string) {
	if markup == "" {
		return
	}
	if p.b.Len() > 0 {
		p.b.WriteString("\n")
	}
	p.b.WriteString(markup + "\n")
}

func (p *writer) words(text string) { p.part(start(escape(line(text)))) }

func (p *writer) heading(level int, text string) {
	if text = line(text); text != "" {
		p.part(strings.Repeat("#", level) + " " + closing(escape(text)))
	}
}

// closing keeps number signs at a heading's end, which would be taken for its
// closing ones.
func closing(markup string) string {
	if strings.HasSuffix(markup, "#") && !strings.HasSuffix(markup, `\#`) {
		return markup[:len(markup)-1] + `\#`
	}
	return markup
}

func (p *writer) all() {
	pages := p.doc.Pages
	title, subtitle := p.doc.Title, p.doc.Subtitle
	if len(pages) > 0 && pages[0].Key == model.KeyTitle {
		title, subtitle = cmp.Or(pages[0].Title, title), cmp.Or(pages[0].Subtitle, subtitle)
		pages = pages[1:]
	}
	p.heading(1, cmp.Or(line(title), p.doc.Client))
	p.words(subtitle)
	head := []string{}
	for _, s := range []string{cmp.Or(p.doc.Parties, p.doc.Client), p.doc.DateText, p.doc.VersionText} {
		if s = line(s); s != "" {
			head = append(head, escape(s))
		}
	}
	p.part(start(strings.Join(head, " · ")))
	p.words(p.doc.Teams)
	p.words(p.doc.Confidentiality)
	for i := range pages {
		p.page(&pages[i])
	}
	if closing := line(p.doc.Footer); closing != "" {
		p.part("---")
		p.words(closing)
	}
}

func (p *writer) page(page *model.Page) {
	p.heading(2, page.Title)
	p.words(page.Subtitle)
	for i := range page.Blocks {
		p.block(&page.Blocks[i])
	}
	p.words(page.Foot)
}

func (p *writer) block(b *model.Block) {
	switch {
	case b.Text != nil:
		level := 3
		if p.doc.Close() { // whose texts with a heading stand under no other
			level = 2
		}
		p.heading(level, b.Text.Heading)
		p.paragraphs(b.Text.Paragraphs)
	case b.Figures != nil:
		p.figures(b.Figures.Items)
	case b.Quotes != nil:
		for i := range b.Quotes.Items {
			p.quote(&b.Quotes.Items[i])
		}
	case b.Table != nil:
		p.table(b.Table)
	case b.Chart != nil:
		p.picture(b.Chart.Title, b.Chart.Alt, b.Chart.Table(), b.Chart.Source, b.Chart.Method)
	case b.Value != nil:
		if len(b.Value.Points) == 0 {
			p.words(b.Value.Empty)
			return
		}
		p.picture("", b.Value.Alt, b.Value.Table(p.doc.Words), b.Value.Source, b.Value.Method)
	case b.Decisions != nil:
		if len(b.Decisions.Items) == 0 {
			p.words(b.Decisions.Empty)
			return
		}
		p.table(drawing.DecisionTable(b.Decisions))
	}
}

// picture writes what a picture shows, and the table behind it.
func (p *writer) picture(title, alt string, behind *model.Table, source, method string) {
	if title = line(title); title != "" {
		p.part(strong(escape(title)))
	}
	p.words(alt)
	if len(behind.Rows) > 0 && len(behind.Columns) > 1 {
		behind.Caption = ""
		p.table(behind)
	}
	if source != "" {
		p.words(cmp.Or(p.doc.Words.Source, "Source") + ": " + source)
	}
	if method != "" {
		p.words(cmp.Or(p.doc.Words.Method, "Method") + ": " + method)
	}
}

func (p *writer) figures(items []model.Figure) {
	var rows []string
	for _, f := range items {
		row := "- " + strong(escape(line(f.Value)))
		if f.Label != "" {
			row += " " + escape(line(f.Label))
		}
		if f.Detail != "" {
			row += ". " + escape(line(f.Detail))
		}
		rows = append(rows, row)
	}
	p.part(strings.Join(rows, "\n"))
}

func (p *writer) quote(q *model.Quote) {
	if text := line(q.Text); text != "" {
		part := "> " + start(escape(text))
		if by := line(q.By); by != "" {
			part += "\n>\n> " + start(escape(by))
		}
		p.part(part)
	} else {
		p.words(q.By)
	}
	var under []string
	if s := line(q.Label); s != "" {
		under = append(under, strong(escape(s))+":")
	}
	if s := line(q.Detail); s != "" {
		under = append(under, escape(s))
	}
	p.part(start(strings.TrimSuffix(strings.Join(under, " "), ":")))
}

// paragraphs writes running text; items that follow one another are one list.
func (p *writer) paragraphs(all []model.Paragraph) {
	var list []string
	var offsets []int // how far each level of the list at hand is set in
	flush := func() {
		p.part(strings.Join(list, "\n"))
		list, offsets = nil, nil
	}
	for i := range all {
		one := &all[i]
		markup := runs(one.Runs)
		if markup == "" {
			continue
		}
		if !one.Item() {
			flush()
			if one.Heading {
				p.part("#### " + closing(markup))
			} else {
				p.part(start(markup))
			}
			continue
		}
		mark := "- "
		if one.Number > 0 {
			mark = strconv.Itoa(one.Number%1_000_000_000) + ". " // longer is no list's number
		}
		level := min(max(one.Level, 0), len(offsets))
		indent := 0
		for _, o := range offsets[:level] {
			indent += o
		}
		offsets = append(offsets[:level], len(mark))
		list = append(list, strings.Repeat(" ", indent)+mark+start(markup))
	}
	flush()
}

// runs writes stretches of text with their emphasis, the spaces outside it.
func runs(all []model.Run) string {
	var b strings.Builder
	for _, r := range all {
		text := strings.NewReplacer("\n", " ").Replace(clean(r.Text))
		core := strings.TrimSpace(text)
		if core == "" {
			b.WriteString(text)
			continue
		}
		from := strings.Index(text, core)
		markup := escape(core)
		switch {
		case r.Bold && r.Italic:
			markup = "***" + markup + "***"
		case r.Bold:
			markup = strong(markup)
		case r.Italic:
			markup = "*" + markup + "*"
		}
		b.WriteString(text[:from] + markup + text[from+len(core):])
	}
	return strings.TrimSpace(b.String())
}

func strong(markup string) string {
	if markup == "" {
		return ""
	}
	return "**" + markup + "**"
}

// table writes a table; one without heads is a list.
func (p *writer) table(t *model.Table) {
	if len(t.Columns) == 0 || len(t.Rows) == 0 {
		p.words(t.Empty)
		return
	}
	p.words(t.Caption)
	if !slices.ContainsFunc(t.Columns, func(c model.Column) bool { return c.Title != "" }) {
		p.list(t)
		return
	}
	var b strings.Builder
	row := func(cells []string) {
		b.WriteString("|")
		for _, c := range cells {
			b.WriteString(" " + c)
			if c != "" {
				b.WriteString(" ")
			}
			b.WriteString("|")
		}
		b.WriteString("\n")
	}
	heads, rules := make([]string, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = escape(line(c.Title))
		rules[i] = map[model.Align]string{model.AlignEnd: "---:", model.AlignCenter: ":---:"}[c.Align]
		if rules[i] == "" {
			rules[i] = "---"
		}
	}
	row(heads)
	row(rules)
	for i := range t.Rows {
		row(cells(t, &t.Rows[i]))
	}
	p.part(strings.TrimSuffix(b.String(), "\n"))
}

// list writes a table that has no heads as items.
func (p *writer) list(t *model.Table) {
	items := make([]string, 0, len(t.Rows))
	for i := range t.Rows {
		filled := slices.DeleteFunc(cells(t, &t.Rows[i]), func(c string) bool { return c == "" })
		items = append(items, "- "+start(strings.Join(filled, "; ")))
	}
	p.part(strings.Join(items, "\n"))
}

func cells(t *model.Table, r *model.Row) []string {
	out := make([]string, len(t.Columns))
	for i := range out {
		if i >= len(r.Cells) || r.Group && i > 0 {
			continue
		}
		c := &r.Cells[i]
		out[i] = escape(line(c.Text))
		if c.Bold || r.Group {
			out[i] = strong(out[i])
		}
		if detail := line(c.Detail); detail != "" {
			out[i] = strings.TrimPrefix(out[i]+"; "+escape(detail), "; ")
		}
	}
	return out
}
