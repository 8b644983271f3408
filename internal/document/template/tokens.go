package template

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // the size of a logo
	_ "image/png"  // the size of a logo
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// Fill is what the tokens of a template stand for.
type Fill struct {
	// Values are the words by token, in lower case: account, date, title …
	Values map[string]string
	// Logo is the picture for {{logo}}, a PNG or JPEG file; nil where there is none.
	Logo []byte
}

// State says what became of a token.
type State string

// The states: its words are written; it is known, but there is nothing to
// write; nobody knows it. The last two leave nothing.
const (
	Filled  State = "filled"
	Empty   State = "empty"
	Unknown State = "unknown"
)

// Token is one token of a template, wherever it stands.
type Token struct {
	Name  string `json:"name"`
	State State  `json:"state"`
	// Picture says that it is the alternative text of a picture.
	Picture bool `json:"picture,omitempty"`
	// Count is how often it stands in masters and layouts.
	Count int `json:"count"`
}

var tokenForm = regexp.MustCompile(`\{\{\s*([\p{L}_][\p{L}\p{N}_.\- ]{0,60}?)\s*\}\}`)

const (
	logoToken = "logo"
	logoID    = "tendrilLogo" // the relationship of a logo until it is placed
	mostLogo  = 4 << 20
)

// filler fills the tokens of one sheet after another.
type filler struct {
	f      Fill
	logo   *picture
	w, h   float64
	tokens map[Token]int // by name, state and kind; the count is the value
}

func newFiller(f Fill) *filler {
	out := &filler{f: f, tokens: map[Token]int{}}
	if len(f.Logo) == 0 || len(f.Logo) > mostLogo {
		return out
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(f.Logo))
	if err != nil || size.Width <= 0 || size.Height <= 0 {
		return out
	}
	out.logo = &picture{body: f.Logo, extension: format, kind: "image/" + format}
	out.w, out.h = float64(size.Width), float64(size.Height)
	return out
}

func (f *filler) saw(name string, state State, picture bool) {
	f.tokens[Token{Name: name, State: state, Picture: picture}]++
}

// list is what was seen, by name.
func (f *filler) list() []Token {
	out := make([]Token, 0, len(f.tokens))
	for token, n := range f.tokens {
		token.Count = n
		out = append(out, token)
	}
	slices.SortFunc(out, func(a, b Token) int {
		return strings.Compare(a.Name+strconv.FormatBool(a.Picture), b.Name+strconv.FormatBool(b.Picture))
	})
	return out
}

// value is what a token stands for.
func (f *filler) value(token string) (string, State) {
	name := strings.ToLower(tokenForm.FindStringSubmatch(token)[1])
	value, known := f.f.Values[name]
	state := Filled
	switch {
	case !known:
		value, state = "", Unknown
	case value == "":
		state = Empty
	}
	f.saw(name, state, false)
	return value, state
}

// sheet returns a copy of a sheet with its tokens filled and without the
// alternative texts, which nobody reads on a layout and which name files.
func (f *filler) sheet(s *sheet) *sheet {
	out := *s
	out.root = s.root.clone()
	out.rels = maps.Clone(s.rels)
	f.pictures(&out, out.root)
	out.root.each(func(n *node) {
		if n.is("p") && n.space == ooxml.NSDrawing {
			f.paragraph(n)
		}
		if n.is("cNvPr") {
			n.drop("descr", "title")
		}
	})
	return &out
}

// paragraph fills the tokens of a paragraph, also where one is spread over
// several runs, as programs like to do.
func (f *filler) paragraph(p *node) {
	var texts []*node
	for _, run := range p.kids {
		if run.is("r") || run.is("fld") {
			if t := run.child("t"); t != nil {
				texts = append(texts, t)
			}
		}
	}
	var whole strings.Builder
	starts := make([]int, len(texts))
	for i, t := range texts {
		starts[i] = whole.Len()
		whole.WriteString(plainText(t))
	}
	found := tokenForm.FindAllStringIndex(whole.String(), -1)
	if len(found) == 0 {
		return
	}
	values := make([]string, len(found))
	for i, at := range found {
		values[i], _ = f.value(whole.String()[at[0]:at[1]])
	}
	for i, t := range texts {
		text, from := plainText(t), starts[i]
		for k := len(found) - 1; k >= 0; k-- {
			a, b := found[k][0]-from, found[k][1]-from
			if b <= 0 || a >= len(text) {
				continue
			}
			value := ""
			if a >= 0 {
				value = values[k]
			}
			text = text[:max(a, 0)] + value + text[min(b, len(text)):]
		}
		t.kids = []*node{{text: text}}
	}
}

func plainText(t *node) string {
	var b strings.Builder
	for _, k := range t.kids {
		b.WriteString(k.text)
	}
	return b.String()
}

// pictures replaces the shapes whose alternative text is a token.
func (f *filler) pictures(s *sheet, n *node) {
	kids := make([]*node, 0, len(n.kids))
	for _, k := range n.kids {
		name, ok := tagOf(k)
		if !ok {
			f.pictures(s, k)
			kids = append(kids, k)
			continue
		}
		place, placed := outer(k)
		switch {
		case name == logoToken && f.logo != nil && placed:
			f.saw(name, Filled, true)
			s.rels[logoID] = relation{kind: relImage, target: logoID}
			kids = append(kids, f.picture(k, place))
		case name == logoToken:
			f.saw(name, Empty, true)
		default:
			f.saw(name, Unknown, true)
		}
	}
	n.kids = kids
}

// tagOf is the token that a shape has as its alternative text.
func tagOf(n *node) (string, bool) {
	if !n.is("pic") && !n.is("sp") {
		return "", false
	}
	for _, head := range []string{"nvPicPr", "nvSpPr"} {
		props := n.child(head, "cNvPr")
		for _, text := range []string{props.attr("descr"), props.attr("title")} {
			if m := tokenForm.FindStringSubmatch(text); m != nil {
				return strings.ToLower(m[1]), true
			}
		}
	}
	return "", false
}

// picture is the logo in the place of a shape, as large as it fits.
func (f *filler) picture(old *node, r Rect) *node {
	k := math.Min(r.W/f.w, r.H/f.h)
	w, h := f.w*k, f.h*k
	id := "2"
	for _, head := range []string{"nvPicPr", "nvSpPr"} {
		if props := old.child(head, "cNvPr"); props != nil {
			id = strconv.Itoa(number(props.attr("id")))
		}
	}
	emu := func(v float64) int { return int(math.Round(v * emuPerPoint)) }
	markup := fmt.Sprintf(`<p:pic xmlns:p="%s" xmlns:a="%s" xmlns:r="%s"><p:nvPicPr><p:cNvPr id="%s" name="Logo"/>`+
		`<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>`+
		`<p:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>`+
		`<p:spPr><a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
		nsPresentation, ooxml.NSDrawing, ooxml.NSRelationships, id, logoID,
		emu(r.X+(r.W-w)/2), emu(r.Y+(r.H-h)/2), emu(w), emu(h))
	n, err := parse([]byte(markup))
	if err != nil {
		return old // cannot be: the markup is ours
	}
	return n
}
