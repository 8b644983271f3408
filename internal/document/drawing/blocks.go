package drawing

import (
	"math"
	"strconv"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// maker makes the strips of a document for one width of paper.
type maker struct {
	doc    *model.Document
	width  float64
	most   float64 // the height of a sheet's room
	locale string
	close  bool // the document is to fit one sheet
}

// block makes a block's strips.
func (m *maker) block(b *model.Block, w float64) []*Strip {
	switch {
	case b.Text != nil:
		return m.text(b.Text, w)
	case b.Figures != nil:
		return m.figures(b.Figures, w)
	case b.Quotes != nil:
		return m.quotes(b.Quotes, w)
	case b.Table != nil:
		return m.table(b.Table, w)
	case b.Chart != nil:
		return m.chart(b.Chart, w)
	case b.Value != nil:
		return m.value(b.Value, w)
	case b.Decisions != nil:
		return m.decisions(b.Decisions, w)
	default:
		return nil
	}
}

func (m *maker) text(t *model.Text, w float64) []*Strip {
	var out []*Strip
	if t.Heading != "" {
		c := &column{}
		c.said(t.Heading, fonts.SansBold, sizeBody, leadBody, Text, w)
		before := 12.0
		if m.close {
			before = 4
		}
		s := c.strip(KindHeading, before)
		s.Text, s.Keep = t.Heading, true
		out = append(out, s)
	}
	measure := min(w, 430)
	if m.close {
		measure = w
	}
	for i := range t.Paragraphs {
		p := t.Paragraphs[i]
		for _, part := range m.parts(p, measure) {
			out = append(out, m.paragraph(part, measure, i == 0))
		}
	}
	return out
}

func (m *maker) paragraph(p model.Paragraph, w float64, first bool) *Strip {
	c := &column{}
	indent := indentOf(p)
	switch {
	case p.Bullet:
		c.disc(chart.Point{X: indent - 8, Y: leadBody / 2}, 1.3, Faint, None, 0)
	case p.Number > 0:
		c.lines(wrap(plainLine(strconv.Itoa(p.Number)+".", fonts.Sans, Text), sizeBody, indent), 0, 0, indent-4, sizeBody, leadBody, model.AlignEnd)
	}
	c.text(runPieces(p.Runs, p.Heading, Text), indent, w-indent, sizeBody, leadBody, model.AlignStart)
	before := 5.0
	switch {
	case p.Heading:
		before = 12
	case p.Item():
		before = 3
	case first && m.close:
		before = 4
	case first:
		before = 10
	}
	s := c.strip(KindParagraph, before)
	s.Paragraph, s.Keep = &p, p.Heading
	return s
}

// indentOf is how far a list item is set in; a number needs more room than a
// disc.
func indentOf(p model.Paragraph) float64 {
	level := 12 * float64(min(max(p.Level, 0), 3))
	switch {
	case p.Bullet:
		return 11 + level
	case p.Number > 0:
		return 16 + level
	}
	return 0
}

// parts cuts a paragraph that is longer than a third of a sheet into parts of
// whole lines.
func (m *maker) parts(p model.Paragraph, w float64) []model.Paragraph {
	most := int(min(max(m.most/3/leadBody, 3), 1e6)) // a web page has no end
	indent := indentOf(p)
	var pieces []piece
	for i, r := range p.Runs { // the ink carries the run's number through the breaking
		pieces = append(pieces, piece{r.Text, runFace(r, p.Heading), Ink([]rune{rune(i)})})
	}
	ls := wrap(pieces, sizeBody, w-indent)
	if len(ls) <= most {
		return []model.Paragraph{p}
	}
	var out []model.Paragraph
	for from := 0; from < len(ls); from += most {
		part := model.Paragraph{Level: p.Level, Heading: p.Heading}
		if from == 0 {
			part.Bullet, part.Number = p.Bullet, p.Number
		}
		for i, l := range ls[from:min(from+most, len(ls))] {
			for _, q := range l.pieces {
				run := p.Runs[[]rune(string(q.ink))[0]]
				run.Text = q.text
				part.Runs = append(part.Runs, run)
			}
			if i+1 < most && len(part.Runs) > 0 {
				part.Runs[len(part.Runs)-1].Text += " "
			}
		}
		out = append(out, part)
	}
	return out
}

// figures sets up to four figures in a row, each on the same three lines.
func (m *maker) figures(f *model.Figures, w float64) []*Strip {
	var out []*Strip
	const across = 4
	for from := 0; from < len(f.Items); from += across {
		items := f.Items[from:min(from+across, len(f.Items))]
		n := max(len(items), 3)
		each := (w - columnGap*float64(n-1)) / float64(n)
		size := sizeFigure
		for _, it := range items {
			if wide := fonts.Display.Width(1, it.Value); wide > 0 {
				size = min(size, each/wide)
			}
		}
		size = max(size, sizeLead)
		row := &column{}
		values, labels := 0.0, 0.0
		for _, it := range items {
			values = max(values, float64(len(wrap(plainLine(it.Value, fonts.Display, Text), size, each)))*size*1.25)
			labels = max(labels, float64(len(wrap(plainLine(it.Label, fonts.SansBold, Text), sizeBody, each)))*leadBody)
		}
		for i, it := range items {
			c := &column{}
			c.said(it.Value, fonts.Display, size, size*1.25, ToneInk(it.Tone, Text), each)
			c.y = values + 1
			c.said(it.Label, fonts.SansBold, sizeBody, leadBody, Text, each)
			c.y = values + labels + 3
			c.said(it.Detail, fonts.Sans, sizeSmall+0.4, leadSmall, Quiet, each)
			row.place(c.Shapes, float64(i)*(each+columnGap), 0)
			row.y = max(row.y, c.y)
		}
		if row.y > m.most*0.6 { // too long for columns: one under another
			for _, it := range items {
				out = append(out, m.text(&model.Text{Heading: it.Value, Paragraphs: []model.Paragraph{model.Plain(it.Label), model.Plain(it.Detail)}}, w)...)
			}
			continue
		}
		s := row.strip(KindFigures, 12)
		s.Figures, s.Size = items, size
		out = append(out, s)
	}
	return out
}

// quotes sets the client's words in up to three columns, and under a rule what
// is measured for them.
func (m *maker) quotes(q *model.Quotes, w float64) []*Strip {
	var out []*Strip
	across := min(len(q.Items), 3)
	if len(q.Items) == 4 {
		across = 2
	}
	for from := 0; from < len(q.Items); from += max(across, 1) {
		items := q.Items[from:min(from+across, len(q.Items))]
		row := quoteRow(items, across, w)
		if row.H <= m.most*0.6 {
			out = append(out, row)
			continue
		}
		for _, it := range items { // too long for columns: one under another
			out = append(out, m.longQuote(it, w)...)
		}
	}
	return out
}

// longQuote sets a quote as paragraphs, which may run over a sheet's end.
func (m *maker) longQuote(q model.Quote, w float64) []*Strip {
	t := &model.Text{Heading: q.Label, Paragraphs: []model.Paragraph{{Runs: []model.Run{{Text: q.Text, Client: true}}}}}
	for _, s := range []string{q.By, q.Detail} {
		if s != "" {
			t.Paragraphs = append(t.Paragraphs, model.Paragraph{Runs: []model.Run{{Text: s, Tone: model.ToneQuiet}}})
		}
	}
	return m.text(t, w)
}

func quoteRow(items []model.Quote, across int, w float64) *Strip {
	each := min((w-columnGap*float64(across-1))/float64(across), 400)
	said, by := 0.0, 0.0
	below := false
	for _, it := range items {
		said = max(said, float64(len(wrap(plainLine(it.Text, fonts.Serif, Text), sizeQuote, each)))*sizeQuote*1.36)
		by = max(by, float64(len(wrap(plainLine(it.By, fonts.Sans, Faint), sizeSmall, each)))*leadSmall)
		below = below || it.Label != "" || it.Detail != ""
	}
	row := &column{}
	for i, it := range items {
		c := &column{}
		c.said(it.Text, fonts.Serif, sizeQuote, sizeQuote*1.36, Text, each)
		c.y = said + 4
		c.said(it.By, fonts.Sans, sizeSmall, leadSmall, Faint, each)
		if below {
			c.y = said + by + 12
			if it.Label != "" || it.Detail != "" {
				c.line(0, c.y, each, c.y, 0.9, Text)
			}
			c.y += 6
			c.said(it.Label, fonts.SansBold, sizeBody-0.4, leadBody, Text, each)
			c.said(it.Detail, fonts.Sans, sizeBody-0.4, leadBody, Quiet, each)
		}
		row.place(c.Shapes, float64(i)*(each+columnGap), 0)
		row.y = max(row.y, c.y)
	}
	s := row.strip(KindQuotes, 14)
	s.Quotes, s.Across = items, across
	return s
}

func (m *maker) chart(c *model.Chart, w float64) []*Strip {
	h := min(max(w*0.42, 130), 215)
	if c.Kind == model.ChartBar || c.Kind == model.ChartStackedBar {
		rows := float64(len(c.Categories))
		if c.Kind == model.ChartBar {
			rows *= max(float64(len(c.Series))*0.7, 1)
		}
		h = min(max(54+rows*20, 100), m.most*0.8)
	}
	if m.close {
		h = min(h, 126)
	}
	pic := Chart(c, w, h, sizePicture, m.locale)
	col := &column{}
	col.said(c.Title, fonts.SansBold, sizeBody, leadBody+4, Text, w)
	if pic != nil {
		col.place(pic.Shapes, 0, col.y)
		col.y += h
	}
	s := col.strip(KindChart, 12)
	s.Chart, s.Picture = c, pic
	return m.withSmall(s, c.Source, c.Method, w)
}

func (m *maker) value(v *model.ValuePicture, w float64) []*Strip {
	if len(v.Points) == 0 && v.Empty != "" {
		return []*Strip{empty(v.Empty, w)}
	}
	h := math.Round(min(w*0.44, 240))
	if m.close {
		h = math.Round(min(w*0.26, 134))
	}
	pic := Value(v, w, h, sizePicture)
	if pic == nil {
		return nil
	}
	s := &Strip{Kind: KindValue, Before: 10, H: h, Shapes: pic.Shapes, Value: v, Picture: pic}
	return m.withSmall(s, v.Source, v.Method, w)
}

// withSmall adds source and method in small type.
func (m *maker) withSmall(s *Strip, source, method string, w float64) []*Strip {
	out := []*Strip{s}
	for _, t := range []string{labelled(m.doc.Words.Source, "Source", source), labelled(m.doc.Words.Method, "Method", method)} {
		if t != "" {
			out[len(out)-1].Keep = true
			out = append(out, smallStrip(KindSmall, t, 4, w))
		}
	}
	return out
}

func labelled(own, english, text string) string {
	if text == "" {
		return ""
	}
	if own == "" {
		own = english
	}
	return own + ": " + text
}

func smallStrip(k Kind, text string, before, w float64) *Strip {
	c := &column{}
	c.said(text, fonts.Sans, sizeSmall, leadSmall, Faint, w)
	s := c.strip(k, before)
	s.Text = text
	return s
}

func empty(text string, w float64) *Strip {
	c := &column{}
	c.said(text, fonts.Sans, sizeBody, leadBody, Faint, w)
	s := c.strip(KindSmall, 10)
	s.Text = text
	return s
}
