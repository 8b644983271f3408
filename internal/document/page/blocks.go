package page

import (
	"encoding/base64"
	"strconv"

	"github.com/tendril-app/tendril/internal/document/drawing"
	"github.com/tendril-app/tendril/internal/story/model"
)

// strips writes strips in order; rows make a table and bullets a list.
func (p *writer) strips(strips []*drawing.Strip) {
	for i := 0; i < len(strips); {
		end := i + 1
		for end < len(strips) && together(strips[i], strips[end]) {
			end++
		}
		part := strips[i:end]
		switch s := strips[i]; s.Kind {
		case drawing.KindTableHead, drawing.KindRow:
			p.table(part, s.Table)
		case drawing.KindDecision:
			p.decisions(part)
		case drawing.KindParagraph:
			p.paragraphs(part)
		default:
			p.strip(s)
		}
		i = end
	}
}

// together says whether two strips are parts of one element.
func together(a, b *drawing.Strip) bool {
	if a.Page != b.Page || a.Block != b.Block {
		return false
	}
	rows := func(k drawing.Kind) bool { return k == drawing.KindRow || k == drawing.KindTableHead }
	switch a.Kind {
	case drawing.KindParagraph, drawing.KindDecision:
		return b.Kind == a.Kind
	default:
		return rows(a.Kind) && rows(b.Kind)
	}
}

func (p *writer) strip(s *drawing.Strip) {
	switch s.Kind {
	case drawing.KindCover:
		p.cover(s)
	case drawing.KindTitle:
		p.raw("<h2", sized(s), ">", esc(s.Text), "</h2>")
	case drawing.KindSubtitle:
		p.el("p", "td-subtitle", s.Text)
	case drawing.KindHeading:
		if p.doc.Close() { // whose texts with a heading stand under no other
			p.el("h2", "td-minor", s.Text)
			return
		}
		p.el("h3", "", s.Text)
	case drawing.KindFigures:
		p.figures(s)
	case drawing.KindQuotes:
		p.quotes(s)
	case drawing.KindChart:
		p.chart(s, s.Chart.Title, s.Chart.Alt, s.Chart.Table())
	case drawing.KindValue:
		p.chart(s, "", s.Value.Alt, s.Value.Table(p.doc.Words))
	case drawing.KindColumns:
		p.raw(`<div class="td-columns" style="--td-n:`, strconv.Itoa(len(s.Columns)), `">`)
		for _, c := range s.Columns {
			p.raw("<div>")
			p.strips(c)
			p.raw("</div>")
		}
		p.raw("</div>")
	case drawing.KindFoot:
		p.el("p", "td-proof", s.Text)
	case drawing.KindClosing:
		p.el("p", "td-closing", s.Text)
	default:
		p.el("p", "td-small", s.Text)
	}
}

// sized is the size of a title in points, which shrinks where it is long.
func sized(s *drawing.Strip) string { return ` style="--td-size:` + num(s.Size) + `"` }

func (p *writer) block(s *drawing.Strip) string {
	return ` data-block="` + strconv.Itoa(s.Block) + `"`
}

// scrolls lets the keyboard reach what a narrow window scrolls sideways.
func (p *writer) scrolls() string {
	if p.o.Standalone {
		return ` tabindex="0"`
	}
	return ""
}

func (p *writer) cover(s *drawing.Strip) {
	who := p.doc.Parties
	if who == "" {
		who = p.doc.Client
	}
	p.head(who)
	p.raw("<h1", sized(s), ">", esc(s.Text), "</h1>")
	subtitle := p.doc.Subtitle
	if s.Page >= 0 && p.doc.Pages[s.Page].Subtitle != "" {
		subtitle = p.doc.Pages[s.Page].Subtitle
	}
	p.el("p", "td-lead", subtitle)
	p.el("p", "td-teams", p.doc.Teams)
	p.raw("</header>")
}

// head is the line over the title: who, when and the logo.
func (p *writer) head(who string) {
	logo := p.doc.Brand.Logo
	if logo == nil {
		p.raw(`<header><p class="td-head"><b>`, esc(who), "</b><span>", esc(p.doc.DateText), "</span></p>")
		return
	}
	w, h := logo.Fit(drawing.LogoW, drawing.LogoH)
	p.raw(`<header><div class="td-head"><p><b>`, esc(who), `</b><br>`, esc(p.doc.DateText), `</p><img class="td-logo" alt="`, esc(p.doc.Provider),
		`" style="--td-logo-w:`, num(w), `;--td-logo-h:`, num(h), `" src="data:image/png;base64,`, base64.StdEncoding.EncodeToString(logo.PNG), `"></div>`)
}

func tone(t model.Tone) string {
	switch t {
	case model.ToneQuiet, model.ToneGrowth, model.ToneTrouble, model.ToneDanger, model.ToneClaimed:
		return " td-" + string(t)
	default:
		return ""
	}
}

func (p *writer) figures(s *drawing.Strip) {
	p.raw(`<ul class="td-figures"`, p.block(s), ` style="--td-n:`, strconv.Itoa(max(len(s.Figures), 3)), `;--td-size:`, num(s.Size), `">`)
	for _, f := range s.Figures {
		p.raw(`<li><span class="td-value`, tone(f.Tone), `">`, esc(f.Value), `</span> <b>`, esc(f.Label), `</b> <span class="td-detail">`, esc(f.Detail), `</span></li>`)
	}
	p.raw("</ul>")
}

func (p *writer) quotes(s *drawing.Strip) {
	p.raw(`<div class="td-quotes"`, p.block(s), ` style="--td-n:`, strconv.Itoa(s.Across), `">`)
	for _, q := range s.Quotes {
		p.raw(`<figure><blockquote class="td-client">`, esc(q.Text), `</blockquote><figcaption>`, esc(q.By), `</figcaption>`)
		if q.Label != "" || q.Detail != "" {
			p.raw(`<p class="td-measured"><b>`, esc(q.Label), `</b> <span>`, esc(q.Detail), `</span></p>`)
		}
		p.raw("</figure>")
	}
	p.raw("</div>")
}

func (p *writer) paragraphs(strips []*drawing.Strip) {
	p.raw(`<div class="td-text"`, p.block(strips[0]), ">")
	list := ""
	for _, s := range strips {
		if kind := listOf(s.Paragraph); kind != list {
			if list != "" {
				p.raw("</", list, ">")
			}
			if list = kind; list != "" {
				p.raw("<", list, ">")
			}
		}
		p.paragraph(s, list)
	}
	if list != "" {
		p.raw("</", list, ">")
	}
	p.raw("</div>")
}

// listOf is the element of the list that a paragraph is an item of.
func listOf(p *model.Paragraph) string {
	switch {
	case p.Bullet:
		return "ul"
	case p.Number > 0:
		return "ol"
	}
	return ""
}

func (p *writer) paragraph(s *drawing.Strip, list string) {
	name := "p"
	switch {
	case list != "":
		name = "li"
	case s.Paragraph.Heading:
		name = "h3"
	}
	p.raw("<", name, p.claim(s.Page, s.Paragraph.String()))
	if l := min(max(s.Paragraph.Level, 0), 3); list != "" && l > 0 {
		p.raw(` class="td-level-`, strconv.Itoa(l), `"`)
	}
	if n := s.Paragraph.Number; n > 0 {
		p.raw(` value="`, strconv.Itoa(n), `" data-number="`, strconv.Itoa(n), `."`)
	}
	p.raw(">")
	for _, r := range s.Paragraph.Runs {
		p.run(r)
	}
	p.raw("</", name, ">")
}

func (p *writer) run(r model.Run) {
	class := tone(r.Tone)
	if r.Client {
		class += " td-client"
	}
	if class != "" {
		p.raw(`<span class="`, class[1:], `">`)
	}
	if r.Bold {
		p.raw("<strong>")
	}
	if r.Italic {
		p.raw("<em>")
	}
	p.raw(esc(r.Text))
	if r.Italic {
		p.raw("</em>")
	}
	if r.Bold {
		p.raw("</strong>")
	}
	if class != "" {
		p.raw("</span>")
	}
}

func (p *writer) chart(s *drawing.Strip, title, alt string, behind *model.Table) {
	p.raw(`<figure class="td-chart"`, p.block(s), p.scrolls(), ">")
	p.el("p", "td-chart-title", title)
	if s.Picture != nil {
		p.svg(s.Picture, alt)
	}
	if len(behind.Rows) > 0 {
		word := p.doc.Words.Table
		if word == "" {
			word = "Table"
		}
		behind.Caption = alt
		if p.o.Standalone {
			p.raw(`<details><summary>`, esc(word), `</summary>`)
			p.grid(behind, nil, "td-behind")
			p.raw(`</details>`)
		} else {
			p.raw(`<div class="td-only-read">`)
			p.grid(behind, nil, "td-behind")
			p.raw(`</div>`)
		}
	}
	p.raw("</figure>")
}

func (p *writer) table(strips []*drawing.Strip, t *model.Table) {
	part := *t
	part.Rows = nil
	for _, s := range strips {
		if s.Row != nil {
			part.Rows = append(part.Rows, *s.Row)
		}
	}
	p.raw(`<div class="td-scroll"`, p.block(strips[0]), p.scrolls(), ">")
	p.grid(&part, strips[0].Widths, "td-table")
	p.raw("</div>")
}

func (p *writer) decisions(strips []*drawing.Strip) {
	d := strips[0].Decisions
	all := drawing.DecisionTable(d)
	p.raw(`<div class="td-scroll"`, p.block(strips[0]), p.scrolls(), `><table class="td-table td-decisions">`)
	p.heads(all, strips[0].Widths)
	p.raw("<tbody>")
	for _, s := range strips {
		if s.Row == nil {
			continue
		}
		p.raw("<tr")
		if s.Decision != nil {
			p.raw(p.claim(s.Page, s.Decision.Ask))
		}
		p.raw(">")
		for i := range all.Columns {
			p.cell(all, s.Row, i)
		}
		p.raw("</tr>")
	}
	p.raw("</tbody></table></div>")
}

func (p *writer) heads(t *model.Table, widths []float64) {
	if widths != nil {
		p.raw("<colgroup>")
		for _, w := range widths {
			p.raw(`<col style="width:`, num(w/p.layout.Width*100), `%">`)
		}
		p.raw("</colgroup>")
	}
	p.raw("<thead><tr>")
	for _, c := range t.Columns {
		if c.Title == "" {
			p.raw("<td></td>")
			continue
		}
		p.raw(`<th scope="col"`, align(c.Align), ">", esc(c.Title), "</th>")
	}
	p.raw("</tr></thead>")
}

// grid writes a table; widths may be nil.
func (p *writer) grid(t *model.Table, widths []float64, class string) {
	p.raw(`<table class="`, class, `">`)
	if t.Caption != "" {
		p.raw(`<caption class="td-only-read">`, esc(t.Caption), "</caption>")
	}
	p.heads(t, widths)
	p.raw("<tbody>")
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Group {
			text := ""
			if len(row.Cells) > 0 {
				text = row.Cells[0].Text
			}
			p.raw(`<tr class="td-group"><th scope="rowgroup" colspan="`, strconv.Itoa(len(t.Columns)), `">`, esc(text), "</th></tr>")
			continue
		}
		p.raw("<tr>")
		for c := range t.Columns {
			p.cell(t, row, c)
		}
		p.raw("</tr>")
	}
	p.raw("</tbody></table>")
}

func align(a model.Align) string {
	switch a {
	case model.AlignEnd:
		return ` class="td-end"`
	case model.AlignCenter:
		return ` class="td-center"`
	default:
		return ""
	}
}

func (p *writer) cell(t *model.Table, row *model.Row, i int) {
	name, scope := "td", ""
	if t.RowHeads && i == 0 {
		name, scope = "th", ` scope="row"`
	}
	class := align(t.Columns[i].Align)
	if class == "" && i < len(row.Cells) && row.Cells[i].Mark != model.MarkNone {
		class = ` class="td-marked"`
	}
	p.raw("<", name, scope, class, ">")
	if i < len(row.Cells) {
		c := &row.Cells[i]
		p.mark(c.Mark)
		class := tone(c.Tone)
		if c.Client {
			class += " td-client"
		}
		if c.Bold {
			class += " td-bold"
		}
		if class != "" {
			p.raw(`<span class="`, class[1:], `">`, esc(c.Text), "</span>")
		} else {
			p.raw(esc(c.Text))
		}
		if c.Detail != "" {
			p.raw(` <span class="td-second">`, esc(c.Detail), "</span>")
		}
	}
	p.raw("</", name, ">")
}
