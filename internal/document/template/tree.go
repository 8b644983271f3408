package template

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// node is an element of a part, or a piece of text where it has no name. It
// keeps the prefixes as they were written, so that it can be written back.
type node struct {
	name         string // with its prefix
	space, local string
	attrs        []attribute
	kids         []*node
	text         string
}

type attribute struct{ name, space, local, value string }

const (
	nsPresentation  = "http://schemas.openxmlformats.org/presentationml/2006/main"
	nsCompatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	nsNone          = ""

	// mostDeep and mostNodes bound a part that is read: no design comes near them.
	mostDeep  = 200
	mostNodes = 400_000
)

var errTooLarge = errors.New("too deep or too large")

// parse reads a part into a tree. Comments and instructions are left out.
func parse(body []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(body))
	p := parser{scopes: []map[string]string{{"xml": "http://www.w3.org/XML/1998/namespace"}}}
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("reading XML: %w", err)
		}
		if err := p.token(t); err != nil {
			return nil, err
		}
	}
	if p.root == nil || len(p.open) > 0 {
		return nil, errors.New("reading XML: it breaks off")
	}
	return p.root, nil
}

type parser struct {
	root   *node
	open   []*node
	scopes []map[string]string
	nodes  int
}

func (p *parser) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		return p.start(t)
	case xml.EndElement:
		last := len(p.open) - 1
		if last < 0 || p.open[last].name != qualified(t.Name) {
			return fmt.Errorf("reading XML: %s ends where it did not begin", t.Name.Local)
		}
		p.open, p.scopes = p.open[:last], p.scopes[:len(p.scopes)-1]
	case xml.CharData:
		if len(p.open) > 0 {
			p.nodes++
			n := p.open[len(p.open)-1]
			n.kids = append(n.kids, &node{text: string(t)})
		}
	case xml.Directive:
		return errors.New("reading XML: it has a document type")
	}
	return nil
}

func (p *parser) start(t xml.StartElement) error {
	if p.nodes += 1 + len(t.Attr); len(p.open) >= mostDeep || p.nodes > mostNodes {
		return fmt.Errorf("reading XML: %w", errTooLarge)
	}
	if p.root != nil && len(p.open) == 0 {
		return errors.New("reading XML: it has two roots")
	}
	scope := p.scopes[len(p.scopes)-1]
	for _, a := range t.Attr {
		prefix, declares := a.Name.Local, a.Name.Space == "xmlns"
		if a.Name.Space == "" && a.Name.Local == "xmlns" {
			prefix, declares = "", true
		}
		if declares {
			inner := make(map[string]string, len(scope)+1)
			for k, v := range scope {
				inner[k] = v
			}
			inner[prefix] = a.Value
			scope = inner
		}
	}
	p.scopes = append(p.scopes, scope)
	n := &node{name: qualified(t.Name), space: scope[t.Name.Space], local: t.Name.Local}
	for _, a := range t.Attr {
		one := attribute{name: qualified(a.Name), local: a.Name.Local, value: a.Value}
		if a.Name.Space != "" {
			one.space = scope[a.Name.Space]
		}
		n.attrs = append(n.attrs, one)
	}
	if len(p.open) == 0 {
		p.root = n
	} else {
		parent := p.open[len(p.open)-1]
		parent.kids = append(parent.kids, n)
	}
	p.open = append(p.open, n)
	return nil
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// bytes writes the tree as a part.
func (n *node) bytes() []byte {
	x := ooxml.NewXML()
	n.write(x)
	return x.Bytes()
}

func (n *node) write(x *ooxml.XML) {
	if n.name == "" {
		x.Text(n.text)
		return
	}
	attrs := make([]string, 0, 2*len(n.attrs))
	for _, a := range n.attrs {
		attrs = append(attrs, a.name, a.value)
	}
	if len(n.kids) == 0 {
		x.Empty(n.name, attrs...)
		return
	}
	x.Start(n.name, attrs...)
	for _, k := range n.kids {
		k.write(x)
	}
	x.End()
}

func (n *node) clone() *node {
	out := *n
	out.attrs = slices.Clone(n.attrs)
	out.kids = make([]*node, len(n.kids))
	for i, k := range n.kids {
		out.kids[i] = k.clone()
	}
	return &out
}

// is says whether the node is an element of DrawingML or PresentationML with a name.
func (n *node) is(local string) bool {
	return n.local == local && (n.space == ooxml.NSDrawing || n.space == nsPresentation)
}

// child is the first child element that a path of names leads to, or nil.
func (n *node) child(path ...string) *node {
	for _, name := range path {
		if n == nil {
			return nil
		}
		i := slices.IndexFunc(n.kids, func(k *node) bool { return k.is(name) })
		if i < 0 {
			return nil
		}
		n = n.kids[i]
	}
	return n
}

// attr is the value of an attribute without a prefix, "" where it is not there.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.local == name && a.space == nsNone {
			return a.value
		}
	}
	return ""
}

// related is the value of an attribute that names a relationship.
func (n *node) related(name string) string {
	for _, a := range n.attrs {
		if a.local == name && a.space == ooxml.NSRelationships {
			return a.value
		}
	}
	return ""
}

func (n *node) drop(names ...string) {
	n.attrs = slices.DeleteFunc(n.attrs, func(a attribute) bool { return a.space == nsNone && slices.Contains(names, a.local) })
}

// points reads a length in the unit of the format as points.
func (n *node) points(name string) (float64, bool) {
	v, err := strconv.ParseInt(n.attr(name), 10, 64)
	if err != nil || v < -farthest || v > farthest {
		return 0, false
	}
	return float64(v) / emuPerPoint, true
}

const (
	emuPerPoint = 12700
	farthest    = 100_000_000 // in the unit of the format: above 2.7 m
)

// each calls see for the node and all elements in it, outer ones first.
func (n *node) each(see func(*node)) {
	if n == nil || n.name == "" {
		return
	}
	see(n)
	for _, k := range n.kids {
		k.each(see)
	}
}

// words is all text in the node.
func (n *node) words() string {
	var b strings.Builder
	n.each(func(e *node) {
		if e.is("t") {
			for _, k := range e.kids {
				b.WriteString(k.text)
			}
		}
	})
	return strings.TrimSpace(b.String())
}
