package prose

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/tendril-app/tendril/internal/story/model"
)

// grammar is the part of Markdown that a story knows. What is left out (links,
// code, quotes, HTML, entities, underscores) stays text.
func grammar() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(headings{}, 100),
			util.Prioritized(lists{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(sentences{parser.NewParagraphParser()}, 1000),
		),
		parser.WithInlineParsers(util.Prioritized(stars{parser.NewEmphasisParser()}, 500)),
	)
}

// stars is emphasis by asterisks alone: names have underscores.
type stars struct{ parser.InlineParser }

func (stars) Trigger() []byte { return []byte{'*'} }

// sentences are paragraphs however far they are set in: there is no code here.
type sentences struct{ parser.BlockParser }

func (sentences) CanAcceptIndentedLine() bool { return true }

// lists are the lists that begin with a hyphen or with "1.": a sentence may
// well begin with "+ 107 people", "* provisional" or "10. März".
type lists struct{ parser.BlockParser }

var listStart = regexp.MustCompile(`^ {0,3}(?:-|1\.)[ \t]+[^ \t\r\n]`)

func (l lists) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	// Asked first in any case: it keeps count in the context.
	node, state := l.BlockParser.Open(parent, reader, pc)
	if node == nil || !listStart.Match(line) {
		return nil, parser.NoChildren
	}
	return node, state
}

// headings are lines that begin with three number signs; those at their end
// are text, as in "what we do in C#".
type headings struct{}

func (headings) Trigger() []byte { return []byte{'#'} }

func (headings) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if !bytes.HasPrefix(line, []byte(headingMark)) || util.IsBlank(line[len(headingMark):]) {
		return nil, parser.NoChildren
	}
	node := ast.NewHeading(3)
	node.Lines().Append(text.NewSegment(segment.Start+len(headingMark), segment.Stop))
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

func (headings) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (headings) Close(ast.Node, text.Reader, parser.Context)                 {}
func (headings) CanInterruptParagraph() bool                                 { return true }
func (headings) CanAcceptIndentedLine() bool                                 { return false }

// read parses a text into paragraphs as they come.
func read(words string) []model.Paragraph {
	r := reading{source: []byte(words)}
	r.blocks(grammar().Parse(text.NewReader(r.source)), -1, false)
	return r.out
}

type reading struct {
	source []byte
	out    []model.Paragraph
}

// blocks reads what stands in a node; level is that of the list it is in, -1
// outside of any.
func (r *reading) blocks(parent ast.Node, level int, numbered bool) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch n := node.(type) {
		case *ast.List:
			r.blocks(n, level+1, n.IsOrdered())
		case *ast.ListItem:
			r.item(n, level, numbered)
		default:
			p := model.Paragraph{Heading: node.Kind() == ast.KindHeading}
			r.inline(&p, node, model.Run{})
			r.out = append(r.out, p)
		}
	}
}

// item reads a list item: its paragraphs are one, with line breaks in it, then
// come the lists it holds.
func (r *reading) item(item ast.Node, level int, numbered bool) {
	at := len(r.out)
	r.out = append(r.out, model.Paragraph{Bullet: !numbered, Level: level})
	if numbered {
		r.out[at].Number = 1
	}
	for node := item.FirstChild(); node != nil; node = node.NextSibling() {
		if list, nested := node.(*ast.List); nested {
			r.blocks(list, level+1, list.IsOrdered())
			continue
		}
		p := model.Paragraph{}
		r.inline(&p, node, model.Run{})
		into := &r.out[at]
		if len(r.out) > at+1 { // after a list of its own: an item that goes on
			into = &r.out[len(r.out)-1]
		}
		if len(into.Runs) > 0 && len(p.Runs) > 0 {
			into.Runs = append(into.Runs, model.Run{Text: "\n"})
		}
		into.Runs = append(into.Runs, p.Runs...)
	}
}

func (r *reading) inline(p *model.Paragraph, parent ast.Node, manner model.Run) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch n := node.(type) {
		case *ast.Emphasis:
			inner := manner
			if n.Level == 2 {
				inner.Bold = true
			} else {
				inner.Italic = true
			}
			r.inline(p, n, inner)
		case *ast.Text:
			said := p.String()
			run := manner
			run.Text = r.words(n, said == "" || strings.HasSuffix(said, "\n"))
			if n.SoftLineBreak() || n.HardLineBreak() {
				run.Text += "\n"
			}
			p.Runs = append(p.Runs, run)
		default:
			r.inline(p, node, manner)
		}
	}
}

// lineStart is a backslash that keeps a line from beginning a list or heading.
var lineStart = regexp.MustCompile(`^(?:\\([-#])|([0-9]{1,9})\\(\.))`)

// words returns a stretch of text without the backslashes that took a sign's
// meaning away. All others are text.
func (r *reading) words(n *ast.Text, first bool) string {
	said := string(n.Segment.Value(r.source))
	if n.HardLineBreak() && bytes.HasPrefix(r.source[n.Segment.Stop:], []byte("\\\n")) {
		said += `\`
	}
	if first {
		said = lineStart.ReplaceAllString(strings.TrimLeft(said, " \t"), "$1$2$3")
	}
	if !strings.Contains(said, `\`) {
		return said
	}
	star := n.Segment.Stop < len(r.source) && r.source[n.Segment.Stop] == '*'
	var b strings.Builder
	for i := 0; i < len(said); {
		if said[i] != '\\' {
			b.WriteByte(said[i])
			i++
			continue
		}
		end := i
		for end < len(said) && said[end] == '\\' {
			end++
		}
		count := end - i
		if end < len(said) && said[end] == '*' || end == len(said) && star {
			count /= 2 // pairs stand for one, an odd one hides the star
		}
		b.WriteString(strings.Repeat(`\`, count))
		i = end
	}
	return b.String()
}
