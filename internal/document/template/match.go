package template

import (
	"slices"
	"strings"
	"unicode"
)

// Kind is a kind of slide that we write.
type Kind string

// The kinds: the cover, a title over one thing (a text, a chart, a table), over
// two things side by side, and over anything that we place ourselves.
const (
	Cover   Kind = "cover"
	Content Kind = "content"
	Two     Kind = "two"
	Plain   Kind = "plain"
)

// Kinds lists the kinds in the order of a report.
func Kinds() []Kind { return []Kind{Cover, Content, Two, Plain} }

// How says by what a layout was found: its type, its name, its placeholders,
// or only because it stands in for a layout that is not there.
type How string

// The ways, the best first.
const (
	ByType    How = "type"
	ByName    How = "name"
	ByHolders How = "placeholders"
	StandIn   How = "stand_in"
)

type matched struct {
	layout *sheet
	how    How
}

// types are the types of layouts for each kind, the best first.
var types = map[Kind][]string{
	Cover: {"title"}, Content: {"obj"}, Two: {"twoObj"}, Plain: {"titleOnly"},
}

// names are what programs call these layouts, in the languages of documents.
var names = map[Kind][]string{
	Cover: {"title slide", "titelfolie", "diapositive de titre", "diapositiva de título", "diapositiva de titulo", "titeldia", "slajd tytułowy",
		"タイトル スライド", "slide de título", "slide de titulo", "diapositiva titolo", "cover", "deckblatt", "titre de la présentation", "portada", "capa", "omslag", "okładka", "表紙"},
	Content: {"title and content", "titel und inhalt", "titre et contenu", "título y objetos", "título y contenido", "titel en object", "titel en inhoud",
		"tytuł i zawartość", "タイトルとコンテンツ", "título e conteúdo", "titolo e contenuto"},
	Two: {"two content", "zwei inhalte", "deux contenus", "dos objetos", "dos contenidos", "inhoud van twee", "twee objecten", "dwa elementy zawartości", //nolint:misspell // Polish

		"2 つのコンテンツ", "2つのコンテンツ", "duas partes de conteúdo", "dois conteúdos", "due contenuti"},
	Plain: {"title only", "nur titel", "titre seul", "solo el título", "sólo el título", "solo título", "alleen titel", "tylko tytuł",
		"タイトルのみ", "somente título", "só título", "solo titolo"},
}

// match finds a layout for each kind of slide. It returns an
// *Error where there is none that a slide with a title can stand on.
func (t *Template) match() error {
	t.kinds = map[Kind]matched{}
	for _, kind := range Kinds() {
		if m, ok := t.find(kind); ok {
			t.kinds[kind] = m
		}
	}
	if _, ok := t.kinds[Plain]; !ok {
		if m, ok := t.kinds[Content]; ok {
			t.kinds[Plain] = matched{m.layout, StandIn}
		} else if m, ok := t.kinds[Two]; ok {
			t.kinds[Plain] = matched{m.layout, StandIn}
		} else {
			return noLayout()
		}
	}
	for _, kind := range []Kind{Cover, Content, Two} {
		if _, ok := t.kinds[kind]; !ok {
			t.kinds[kind] = matched{t.kinds[Plain].layout, StandIn}
		}
	}
	return nil
}

// find looks for a layout by type, then by name, then by its placeholders;
// among equals the first in the template's order.
func (t *Template) find(kind Kind) (matched, bool) {
	var fits []*sheet
	for _, m := range t.masters {
		for _, l := range m.layouts {
			if t.fits(kind, &l.look) {
				fits = append(fits, l)
			}
		}
	}
	tests := []struct {
		how How
		is  func(*Layout) bool
	}{
		{ByType, func(l *Layout) bool { return slices.Contains(types[kind], l.kind) }},
		{ByName, func(l *Layout) bool { return named(kind, l.Name) }},
		{ByHolders, func(l *Layout) bool { return holds(kind, l) }},
	}
	for _, test := range tests {
		if i := slices.IndexFunc(fits, func(s *sheet) bool { return test.is(&s.look) }); i >= 0 {
			return matched{fits[i], test.how}, true
		}
	}
	return matched{}, false
}

// The least room that content needs, as a share of the slide.
const leastWide, leastHigh = 0.5, 0.4

// fits says whether a slide of a kind can stand on a layout at all.
func (t *Template) fits(kind Kind, l *Layout) bool {
	if !l.Title.There() {
		return false
	}
	roomy := l.Area.W >= t.W*leastWide && l.Area.H >= t.H*leastHigh
	switch kind {
	case Cover:
		return true
	case Content:
		return roomy && len(l.Contents) == 1
	case Two:
		return roomy && len(l.Contents) == 2 && abreast(l.Contents[0].Rect, l.Contents[1].Rect)
	default:
		return roomy
	}
}

// abreast says that two places stand side by side, the first on the left.
func abreast(a, b Rect) bool { return a.X+a.W <= b.X+1 && a.Y < b.Y+b.H && b.Y < a.Y+a.H }

func named(kind Kind, name string) bool {
	name = strings.ToLower(strings.Join(strings.FieldsFunc(name, func(r rune) bool {
		return unicode.IsSpace(r) || r == '_' || r == '-'
	}), " "))
	return slices.ContainsFunc(names[kind], func(n string) bool { return strings.Contains(name, n) })
}

// holds says whether a layout has the placeholders of a kind and no others.
func holds(kind Kind, l *Layout) bool {
	switch kind {
	case Cover:
		return l.Title.Type == "ctrTitle"
	case Content:
		return len(l.Contents) == 1 && len(l.Texts) == 0
	case Two:
		return len(l.Texts) == 0
	default:
		return len(l.Contents) == 0 && len(l.Texts) == 0
	}
}
