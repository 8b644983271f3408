package drawing

import (
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// Kind says what a strip holds.
type Kind int

// The kinds of strip, by what they stand for in a document.
const (
	KindCover     Kind = iota // the document's head: Document and Page
	KindTitle                 // a page's title
	KindSubtitle              // and the line under it
	KindHeading               // the heading of a text
	KindParagraph             // a paragraph, or a part of one
	KindFigures               // figures side by side
	KindQuotes                // quotes side by side
	KindTableHead             // a table's heads
	KindRow                   // a row, or a part of one
	KindChart                 // a chart
	KindValue                 // a value picture
	KindDecision              // an ask, or the heads over the asks
	KindSmall                 // source, method, an empty block's sentence
	KindColumns               // blocks side by side
	KindFoot                  // what proves a page
	KindClosing               // the document's last line
)

// Strip is a piece of the document that stays in one piece on a sheet.
type Strip struct {
	Kind Kind
	// Page and Block are its places in the document; Block is -1 for what
	// belongs to the page itself, Page -1 for what belongs to the document.
	Page, Block int
	// Before is the space above it, left out at the head of a sheet; H its
	// own height.
	Before, H float64
	// Keep holds it on one sheet with the next strip.
	Keep bool
	// Rule draws a hairline in the space above.
	Rule bool
	// Shapes are what it draws, from its own top left corner.
	Shapes []Shape
	// Head is drawn again over it when a sheet begins with it.
	Head *Strip

	// Size is the size of a title or of figures, where it had to shrink.
	Size float64

	// What it says, by its kind.
	Text      string
	Paragraph *model.Paragraph
	Table     *model.Table
	Widths    []float64 // of the table's or the decisions' columns
	Row       *model.Row
	Quotes    []model.Quote
	// Across is the number of columns that quotes stand in.
	Across    int
	Figures   []model.Figure
	Chart     *model.Chart
	Value     *model.ValuePicture
	Decisions *model.Decisions
	Decision  *model.Decision
	// Picture is the drawing of a chart or value picture alone; nil where it
	// has nothing to draw.
	Picture *Picture
	// Columns are the blocks side by side.
	Columns [][]*Strip
}

// The sizes of type, in points.
const (
	sizeTitle   = 25.0
	sizeHeading = 15.0
	// Of a document that is to fit one sheet.
	sizeTitleClose   = 20.0
	sizeHeadingClose = 10.6
	sizeLead         = 11.0
	sizeBody         = 9.4
	sizeSmall        = 7.8
	sizeQuote        = 12.0
	sizeFigure       = 20.0
	sizePicture      = 8.0
	leadBody         = sizeBody * 1.45
	leadSmall        = sizeSmall * 1.4
	columnGap        = 20.0
)

// column is a picture that grows downwards.
type column struct {
	Picture
	y float64
}

// text sets a broken text and moves on.
func (c *column) text(pieces []piece, x, width, size, leading float64, align model.Align) {
	c.y = c.lines(wrap(pieces, size, width), x, c.y, width, size, leading, align)
}

// said sets a text in one manner where there is any.
func (c *column) said(s string, face fonts.Face, size, leading float64, ink Ink, width float64) {
	if s != "" {
		c.text(plainLine(s, face, ink), 0, width, size, leading, model.AlignStart)
	}
}

func (c *column) strip(k Kind, before float64) *Strip {
	return &Strip{Kind: k, Before: before, H: c.y, Shapes: c.Shapes}
}
