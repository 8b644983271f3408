package model

// Text is running text.
type Text struct {
	// Heading stands over the paragraphs in bold; may be empty.
	Heading    string      `json:"heading,omitempty"`
	Paragraphs []Paragraph `json:"paragraphs"`
}

// Paragraph is one paragraph or list item.
type Paragraph struct {
	Runs []Run `json:"runs"`
	// Bullet makes it a list item; Level indents it, 0 to 3.
	Bullet bool `json:"bullet,omitempty"`
	Level  int  `json:"level,omitempty"`
	// Number makes it an item of a numbered list, from 1 on; Bullet is then
	// not set.
	Number int `json:"number,omitempty"`
	// Heading sets it in bold with space above, as a heading in the text.
	Heading bool `json:"heading,omitempty"`
}

// Run is a stretch of text in one manner.
type Run struct {
	Text   string `json:"text"`
	Bold   bool   `json:"bold,omitempty"`
	Italic bool   `json:"italic,omitempty"`
	// Client marks the client's own words, set in the serif without exception.
	Client bool `json:"client,omitempty"`
	Tone   Tone `json:"tone,omitempty"`
}

// Plain returns a paragraph of one plain run.
func Plain(text string) Paragraph { return Paragraph{Runs: []Run{{Text: text}}} }

// Bullet returns a list item of one plain run.
func Bullet(text string) Paragraph {
	return Paragraph{Runs: []Run{{Text: text}}, Bullet: true}
}

// Item reports whether the paragraph is an item of a list.
func (p Paragraph) Item() bool { return p.Bullet || p.Number > 0 }

// String returns the paragraph's words without their manner.
func (p Paragraph) String() string {
	var s string
	for _, r := range p.Runs {
		s += r.Text
	}
	return s
}

// Figures are up to four big figures side by side.
type Figures struct {
	Items []Figure `json:"items"`
}

// Figure is one big figure.
type Figure struct {
	// Value is the figure as shown ("€909k").
	Value string `json:"value"`
	// Label says what it is ("proved value, a year, as of 9 June").
	Label string `json:"label"`
	// Detail is a sentence or two under it; may be empty.
	Detail string `json:"detail,omitempty"`
	Tone   Tone   `json:"tone,omitempty"`
}

// Quotes are the client's own words.
type Quotes struct {
	Items []Quote `json:"items"`
}

// Quote is one person's words.
type Quote struct {
	// Text is what was said, with the quotation marks of the language.
	Text string `json:"text"`
	// By is who said it, in what role and when, already joined ("Henrik Dahl,
	// CFO, 3 October 2024").
	By string `json:"by"`
	// Label and Detail are our words under it: what is measured for it and
	// how it stands ("Detention charges", "€46.0k to €19.5k a month"); may be
	// empty.
	Label  string `json:"label,omitempty"`
	Detail string `json:"detail,omitempty"`
}

// Align says on which side a column's texts stand. AlignStart follows the
// reading direction.
type Align string

// The alignments: words at the start, numbers at the end.
const (
	AlignStart  Align = ""
	AlignEnd    Align = "end"
	AlignCenter Align = "center"
)

// Table is a table with one header row, which is repeated wherever the table
// runs on.
type Table struct {
	// Caption names the table for a screen reader and, in a text format,
	// stands over it.
	Caption string   `json:"caption,omitempty"`
	Columns []Column `json:"columns"`
	Rows    []Row    `json:"rows"`
	// RowHeads says that the first column names its row.
	RowHeads bool `json:"row_heads,omitempty"`
	// Empty is the sentence shown in place of a table without rows.
	Empty string `json:"empty,omitempty"`
}

// Column is one column of a table.
type Column struct {
	Title string `json:"title"`
	Align Align  `json:"align,omitempty"`
	// Width is the column's share; 0 means 1.
	Width float64 `json:"width,omitempty"`
}

// Row is one row; it has as many cells as the table has columns (missing ones
// are empty, further ones are not drawn). A Group row spans the table with
// the text of its first cell, as a heading between rows.
type Row struct {
	Cells []Cell `json:"cells"`
	Group bool   `json:"group,omitempty"`
}

// Cell is one cell of a table.
type Cell struct {
	Text string `json:"text"`
	// Detail is a second, quieter line; may be empty.
	Detail string `json:"detail,omitempty"`
	Mark   Mark   `json:"mark,omitempty"`
	Tone   Tone   `json:"tone,omitempty"`
	Bold   bool   `json:"bold,omitempty"`
	// Client marks the client's own words (serif).
	Client bool `json:"client,omitempty"`
}

// Decisions are what a page asks for, and the steps agreed.
type Decisions struct {
	Items []Decision `json:"items"`
	// Empty is the sentence shown where nothing is asked.
	Empty string `json:"empty,omitempty"`
	// Ask, Owner and By head the three columns.
	AskHead   string `json:"ask_head,omitempty"`
	OwnerHead string `json:"owner_head,omitempty"`
	ByHead    string `json:"by_head,omitempty"`
}

// Decision is one ask or step.
type Decision struct {
	Ask    string `json:"ask"`
	Detail string `json:"detail,omitempty"`
	// Owner is the person or party; By the day, as text.
	Owner string `json:"owner,omitempty"`
	By    string `json:"by,omitempty"`
	// Main marks the decision asked for, as against a next step.
	Main bool `json:"main,omitempty"`
}
