package model

import "strings"

// WordCount counts the words that a reader meets outside the pictures: titles,
// texts, tables, figures, quotes, the lines under them and the closing line.
func (d *Document) WordCount() int {
	n := 0
	add := func(texts ...string) {
		for _, t := range texts {
			// A sum and its unit, held together, are one word.
			n += len(strings.FieldsFunc(t, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }))
		}
	}
	for i := range d.Pages {
		p := &d.Pages[i]
		add(p.Title, p.Subtitle, p.Foot)
		for b := range p.Blocks {
			p.Blocks[b].texts(add)
		}
	}
	add(d.Footer)
	return n
}

// texts hands over the words of a block, without those inside a picture.
func (b *Block) texts(add func(texts ...string)) {
	switch {
	case b.Text != nil:
		add(b.Text.Heading)
		for _, p := range b.Text.Paragraphs {
			add(p.String())
		}
	case b.Figures != nil:
		for _, f := range b.Figures.Items {
			add(f.Value, f.Label, f.Detail)
		}
	case b.Quotes != nil:
		for _, q := range b.Quotes.Items {
			add(q.Text, q.By, q.Label, q.Detail)
		}
	case b.Table != nil:
		b.Table.texts(add)
	case b.Chart != nil:
		add(b.Chart.Title, b.Chart.Source, b.Chart.Method)
	case b.Value != nil:
		add(b.Value.Source, b.Value.Method)
	case b.Decisions != nil:
		d := b.Decisions
		add(d.AskHead, d.OwnerHead, d.ByHead)
		for _, i := range d.Items {
			add(i.Ask, i.Detail, i.Owner, i.By)
		}
	}
}

func (t *Table) texts(add func(texts ...string)) {
	if len(t.Rows) == 0 {
		add(t.Empty)
		return
	}
	for _, c := range t.Columns {
		add(c.Title)
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			add(c.Text, c.Detail)
		}
	}
}
