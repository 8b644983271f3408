package drawing

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// Format is a size of sheet in points.
type Format struct {
	Name string
	W, H float64
}

// The papers a document can be printed on.
var (
	A4     = Format{"A4", 595.28, 841.89}
	Letter = Format{"Letter", 612, 792}
)

// PaperOf is the paper that a document's locale prints on: Letter in most of
// the Americas and the Philippines, A4 elsewhere.
func PaperOf(doc *model.Document) Format {
	tag := strings.ReplaceAll(cmp.Or(doc.Locale, doc.Language), "_", "-")
	region := strings.ToUpper(tag[strings.LastIndex(tag, "-")+1:])
	switch region {
	case "US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR", "PA", "PR", "DO", "SV", "NI":
		if strings.Contains(tag, "-") {
			return Letter
		}
	}
	return A4
}

// Margin is the white at the left and right of a sheet; the head line of a
// further sheet and the foot stand in the white above and below.
const (
	Margin    = 42.0
	topFirst  = 36.0
	topNext   = 66.0
	bottom    = 58.0
	footLine  = 34.0
	headLine  = 38.0
	sectioned = 26.0
	// Of a document that is to fit one sheet.
	sectionedClose = 12.0
)

// The room of a logo at the top of the first sheet, in points.
const (
	LogoW = 150.0
	LogoH = 30.0
)

// Placed is a strip at its height on a sheet.
type Placed struct {
	*Strip
	Y float64
	// Again says that it is a table's head repeated on a further sheet.
	Again bool
}

// Sheet is one printed sheet.
type Sheet struct {
	Number int
	Strips []Placed
}

// Layout is a document laid out on sheets of paper.
type Layout struct {
	Format Format
	Width  float64
	Sheets []Sheet
	// Scale is the part of its usual size that a document is set in, so that it
	// fits its sheets; 1 for one that may run on.
	Scale float64
	doc   *model.Document
	// first and further are where the strips of the first and of a further sheet
	// begin; below is the white under the last one.
	first, further, below float64
}

// smallest is the least that a document which must fit its sheets is set in, and
// smaller by how much it gets there.
const (
	smallest = 0.4
	smaller  = 0.04
)

// Lay lays a document out. It always has at least one sheet. One that is to fit
// a number of sheets is set as much smaller as it takes.
func Lay(doc *model.Document, p Format) *Layout {
	for scale := 1.0; ; scale -= smaller {
		l := lay(doc, p, scale)
		if most := doc.MostSheets(); most == 0 || len(l.Sheets) <= most || scale-smaller < smallest {
			l.shrink()
			return l
		}
	}
}

func lay(doc *model.Document, p Format, scale float64) *Layout {
	w := p.W - 2*Margin
	m := &maker{doc: doc, width: w / scale, most: (p.H - topNext - bottom) / scale, locale: cmp.Or(doc.Locale, doc.Language), close: doc.Close()}
	l := &Layout{Format: p, Width: w, Scale: scale, doc: doc, Sheets: []Sheet{{Number: 1}}, first: topFirst, further: topNext, below: bottom}
	l.fill(m.strips())
	return l
}

// shrink brings what was laid out on a sheet larger by as much back to size.
func (l *Layout) shrink() {
	if l.Scale == 1 {
		return
	}
	done := map[*Strip]bool{} // a table's head stands on each of its sheets
	for i := range l.Sheets {
		for k := range l.Sheets[i].Strips {
			st := &l.Sheets[i].Strips[k]
			st.Y *= l.Scale
			if done[st.Strip] {
				continue
			}
			done[st.Strip] = true
			st.H *= l.Scale
			st.Shapes = scaled(st.Shapes, l.Scale)
		}
	}
}

// strips are those of the whole document in order.
func (m *maker) strips() []*Strip {
	out := []*Strip{}
	for i := range m.doc.Pages {
		page := &m.doc.Pages[i]
		if page.Key == model.KeyTitle && i == 0 {
			out = append(out, m.cover(page))
			continue
		}
		if len(out) == 0 {
			out = append(out, m.cover(nil))
		}
		out = append(out, m.page(i, page)...)
	}
	if len(out) == 0 {
		out = append(out, m.cover(nil))
	}
	if m.doc.Footer != "" {
		before, wide := 24.0, min(m.width, 440)
		if m.close {
			before, wide = 10, m.width
		}
		s := smallStrip(KindClosing, m.doc.Footer, before, wide)
		s.Page, s.Block = -1, -1
		out[len(out)-1].Keep = true // alone it would be a sheet of small print
		out = append(out, s)
	}
	return out
}

// cover is the head of the first sheet: who and when, the title, for whom.
func (m *maker) cover(page *model.Page) *Strip {
	c := &column{}
	d := m.doc
	head := wrap(plainLine(cmp.Or(d.Parties, d.Client), fonts.SansBold, Text), sizeSmall+0.6, m.width*0.62)
	date := wrap(plainLine(d.DateText, fonts.Sans, Faint), sizeSmall+0.6, m.width*0.34)
	const leadHead = (sizeSmall + 0.6) * 1.4
	end := c.lines(head, 0, 0, m.width, sizeSmall+0.6, leadHead, model.AlignStart)
	if w, h := d.Brand.Logo.Fit(LogoW, LogoH); w > 0 { // as a letter has it: at the right, the day under the names
		c.add(Shape{Logo: d.Brand.Logo, Points: []chart.Point{{X: m.width - w}, {X: m.width, Y: h}}})
		c.y = max(h, c.lines(date, 0, end, m.width*0.62, sizeSmall+0.6, leadHead, model.AlignStart)) + 6
	} else {
		c.y = max(end, c.lines(date, m.width*0.66, 0, m.width*0.34, sizeSmall+0.6, leadHead, model.AlignEnd)) + 6
	}
	c.line(0, c.y, m.width, c.y, 0.9, Text)
	size := sizeTitle
	if m.close {
		c.y -= 6
		size = sizeTitleClose
	}
	c.y += 20
	title, subtitle := d.Title, d.Subtitle
	if page != nil {
		title, subtitle = cmp.Or(page.Title, title), cmp.Or(page.Subtitle, subtitle)
	}
	for size > 15 && len(wrap(plainLine(title, fonts.Display, Text), size, m.width)) > 3 {
		size--
	}
	c.y = c.lines(balanced(plainLine(title, fonts.Display, Text), size, m.width), 0, c.y, m.width, size, size*1.16, model.AlignStart)
	c.y += 5
	c.said(subtitle, fonts.Sans, sizeLead, sizeLead*1.45, Quiet, m.width*0.9)
	c.said(d.Teams, fonts.Sans, sizeSmall+0.6, leadHead, Faint, m.width*0.9)
	s := c.strip(KindCover, 0)
	s.Page, s.Block, s.Text, s.Size = 0, -1, title, size
	if page == nil {
		s.Page = -1
	}
	return s
}

// page makes the strips of one page of the model.
func (m *maker) page(i int, page *model.Page) []*Strip {
	var out []*Strip
	add := func(block int, strips ...*Strip) {
		for _, s := range strips {
			s.Page, s.Block = i, block
			out = append(out, s)
		}
	}
	if page.Title != "" || !m.close {
		add(-1, m.pageTitle(page))
	}
	if page.Subtitle != "" {
		c := &column{}
		c.said(page.Subtitle, fonts.Sans, sizeBody, leadBody, Quiet, m.width*0.9)
		s := c.strip(KindSubtitle, 3)
		s.Text, s.Keep = page.Subtitle, true
		add(-1, s)
	}
	if side := m.sideBySide(page); side != nil {
		add(0, side)
	} else {
		for b := range page.Blocks {
			add(b, m.block(&page.Blocks[b], m.width)...)
		}
	}
	if page.Foot != "" {
		if len(out) > 0 {
			out[len(out)-1].Keep = true
		}
		add(-1, smallStrip(KindFoot, page.Foot, 8, m.width))
	}
	return out
}

// pageTitle is the title over a page's blocks.
func (m *maker) pageTitle(page *model.Page) *Strip {
	c := &column{}
	size, before := sizeHeading, sectioned
	if m.close {
		size, before = sizeHeadingClose, sectionedClose
	}
	for size > 11 && len(wrap(plainLine(page.Title, fonts.Display, Text), size, m.width)) > 3 {
		size--
	}
	c.y = c.lines(balanced(plainLine(page.Title, fonts.Display, Text), size, m.width*0.96), 0, 0, m.width, size, size*1.22, model.AlignStart)
	s := c.strip(KindTitle, before)
	s.Text, s.Keep, s.Rule, s.Size = page.Title, true, !m.close, size
	return s
}

// sideBySide sets a page's blocks in columns, where they fit half a sheet; nil
// where they do not.
func (m *maker) sideBySide(page *model.Page) *Strip {
	n := len(page.Blocks)
	if !page.Columns || n < 2 || n > 3 {
		return nil
	}
	each := (m.width - columnGap*float64(n-1)) / float64(n)
	all := &Strip{Kind: KindColumns, Before: 2}
	pic := &Picture{}
	for b := range page.Blocks {
		y := 0.0
		strips := m.block(&page.Blocks[b], each)
		for k, s := range strips {
			s.Block = b
			if k > 0 {
				y += s.Before
			} else {
				y += 8
			}
			pic.place(s.Shapes, float64(b)*(each+columnGap), y)
			y += s.H
		}
		all.H = max(all.H, y)
		all.Columns = append(all.Columns, strips)
	}
	if all.H > m.most*0.6 {
		return nil
	}
	all.Shapes = pic.Shapes
	return all
}

// fill puts the strips on sheets; strips that stay together move together.
func (l *Layout) fill(strips []*Strip) {
	y := l.first / l.Scale
	end := (l.Format.H - l.below) / l.Scale
	for i := 0; i < len(strips); {
		last, tall := group(strips, i)
		before := strips[i].Before
		if len(l.sheet().Strips) > 0 && y+before+tall > end {
			y = l.next()
		}
		if len(l.sheet().Strips) == 0 {
			before = 0
			if head := strips[i].Head; head != nil {
				l.put(head, y, true)
				y += head.H
			}
		}
		y += before
		for k := i; k <= last; k++ {
			if k > i {
				y += strips[k].Before
			}
			if k > i && y+strips[k].H > end && tall > end-l.further/l.Scale {
				y = l.next() // together they are taller than a sheet
			}
			l.put(strips[k], y, false)
			y += strips[k].H
		}
		i = last + 1
	}
}

// group is the last of the strips that stay together from i on, and their height.
func group(strips []*Strip, i int) (last int, tall float64) {
	last, tall = i, strips[i].H
	for strips[last].Keep && last+1 < len(strips) {
		last++
		tall += strips[last].Before + strips[last].H
	}
	return last, tall
}

func (l *Layout) sheet() *Sheet { return &l.Sheets[len(l.Sheets)-1] }

// next begins a further sheet and returns its top.
func (l *Layout) next() float64 {
	l.Sheets = append(l.Sheets, Sheet{Number: len(l.Sheets) + 1})
	return l.further / l.Scale
}

func (l *Layout) put(s *Strip, y float64, again bool) {
	sheet := l.sheet()
	sheet.Strips = append(sheet.Strips, Placed{s, y, again})
}

// Ground is what a sheet has besides its strips: the head line of a further
// sheet, the rules between sections, the foot with its number.
func (l *Layout) Ground(s *Sheet) []Shape {
	p := &Picture{}
	right := l.Format.W - Margin
	d := l.doc
	if s.Number > 1 {
		who := fit(fonts.SansBold, sizeSmall, cmp.Or(d.Parties, d.Client), l.Width*0.46)
		p.words(Margin, headLine, who, fonts.SansBold, sizeSmall, Text, model.AlignStart)
		p.words(right, headLine, fit(fonts.Sans, sizeSmall, d.Title, l.Width*0.5), fonts.Sans, sizeSmall, Faint, model.AlignEnd)
		p.line(Margin, headLine+9, right, headLine+9, 0.5, Hair2)
	}
	for i, st := range s.Strips {
		if st.Rule && i > 0 {
			y := st.Y - 13
			p.line(Margin, y, right, y, 0.5, Hair2)
		}
	}
	y := l.Format.H - footLine
	number := l.Number(s)
	end := number
	if d.VersionText != "" {
		end = d.VersionText + " · " + number
	}
	end = fit(fonts.Sans, sizeSmall-0.4, end, l.Width*0.4)
	p.words(right, y, end, fonts.Sans, sizeSmall-0.4, Faint, model.AlignEnd)
	room := l.Width - fonts.Sans.Width(sizeSmall, end) - 20
	p.words(Margin, y, fit(fonts.Sans, sizeSmall-0.4, d.Confidentiality, room), fonts.Sans, sizeSmall-0.4, Faint, model.AlignStart)
	return p.Shapes
}

// Number is a sheet's number as it is printed.
func (l *Layout) Number(s *Sheet) string {
	return strconv.Itoa(s.Number) + " / " + strconv.Itoa(len(l.Sheets))
}
