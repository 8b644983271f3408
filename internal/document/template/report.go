package template

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// Report says, before anything is written, what a template is used for.
type Report struct {
	// W and H are the slide's size in points.
	W float64 `json:"width"`
	H float64 `json:"height"`
	// Layouts say which layout each kind of slide stands on.
	Layouts []Use `json:"layouts"`
	// Others are the names of the layouts that no slide of ours stands on.
	Others []string `json:"others"`
	Tokens []Token  `json:"tokens"`
	// Fonts are the theme's typefaces whose widths are not known: their texts
	// get some room to spare.
	Fonts []string `json:"fonts"`
	// Removed is what the template holds besides its design, and the file will not.
	Removed []Removed `json:"removed"`
}

// Use is a layout that a kind of slide stands on.
type Use struct {
	Kind   Kind   `json:"kind"`
	Layout string `json:"layout"`
	How    How    `json:"how"`
}

// Removed is something of a template that is not taken over.
type Removed struct {
	What  Thing `json:"what"`
	Count int   `json:"count"`
}

// Thing is a sort of what a template may hold besides its design.
type Thing string

// The sorts, in the order of a report.
const (
	Slides     Thing = "slides"
	Notes      Thing = "notes"
	Comments   Thing = "comments"
	Sections   Thing = "sections"
	Pictures   Thing = "pictures"
	Sounds     Thing = "sounds"
	Charts     Thing = "charts"
	Embedded   Thing = "embedded"
	Fonts      Thing = "fonts"
	Data       Thing = "data"
	Tags       Thing = "tags"
	Properties Thing = "properties"
	Thumbnail  Thing = "thumbnail"
	Handouts   Thing = "handouts"
	Rest       Thing = "rest"
)

var things = []Thing{Slides, Notes, Comments, Sections, Pictures, Sounds, Charts, Embedded, Fonts, Data, Tags, Properties, Thumbnail, Handouts, Rest}

// Report says what the template is used for with a fill.
func (t *Template) Report(f Fill) Report {
	r := Report{W: t.W, H: t.H, Layouts: []Use{}, Others: []string{}, Fonts: t.unknownFonts(), Removed: t.removed}
	used := map[*sheet]bool{}
	for _, kind := range Kinds() {
		m := t.kinds[kind]
		used[m.layout] = true
		r.Layouts = append(r.Layouts, Use{kind, m.layout.look.Name, m.how})
	}
	fill := newFiller(f)
	for _, m := range t.masters {
		fill.sheet(m)
		for _, l := range m.layouts {
			fill.sheet(l)
			if !used[l] {
				r.Others = append(r.Others, l.look.Name)
			}
		}
	}
	r.Tokens = fill.list()
	return r
}

// inventory counts what lies in the file and is not taken over.
func (r *reader) inventory(presentation *node) []Removed {
	count := map[Thing]int{}
	presentation.each(func(n *node) {
		if n.local == "section" && strings.HasPrefix(n.space, "http://schemas.microsoft.com/office/powerpoint/") {
			count[Sections]++
		}
	})
	for _, name := range r.c.order {
		lower := strings.ToLower(name)
		if r.taken[lower] || strings.HasSuffix(lower, ".rels") || lower == "[content_types].xml" {
			continue
		}
		if what := thing(lower, strings.ToLower(r.c.contentType(name))); what != "" {
			count[what]++
		}
	}
	out := []Removed{}
	for _, what := range things {
		if n := count[what]; n > 0 {
			out = append(out, Removed{what, n})
		}
	}
	return out
}

// signs tell the sort of a part by what its content type or name contains.
var signs = []struct {
	what Thing
	in   []string
}{
	{Thumbnail, []string{"thumbnail"}},
	{Slides, []string{".slide+xml"}},
	{Notes, []string{"notesslide", "notesmaster"}},
	{Comments, []string{"comment", "persons/"}},
	{Handouts, []string{"handoutmaster"}},
	{Fonts, []string{"fntdata", "ppt/fonts/", "obfuscatedfont"}},
	{Tags, []string{"tags+xml"}},
	{Embedded, []string{"embeddings/", "oleobject", "activex", "control"}},
	{Charts, []string{"chart", "diagram"}},
	{Properties, []string{"docprops/", "core-properties", "extended-properties", "custom-properties"}},
	{Data, []string{"customxml", "datastore"}},
	{Sounds, []string{"audio/", "video/"}},
	{Pictures, []string{"image/", "ppt/media/"}},
	{"", []string{"theme", "presprops", "viewprops", "tablestyles", "printersettings"}},
}

// thing is the sort of a part, "" for one that says nothing of its own.
func thing(name, kind string) Thing {
	for _, s := range signs {
		if slices.ContainsFunc(s.in, func(sign string) bool { return strings.Contains(kind, sign) || strings.Contains(name, sign) }) {
			return s.what
		}
	}
	return Rest
}

var kindWords = map[Kind]string{
	Cover: "cover", Content: "title and one text, chart or table", Two: "two side by side", Plain: "title and pictures of our own",
}

var howWords = map[How]string{ByType: "by its type", ByName: "by its name", ByHolders: "by its placeholders", StandIn: "stands in"}

var thingWords = map[Thing]string{
	Slides: "slides", Notes: "notes pages", Comments: "comments", Sections: "sections", Pictures: "pictures", Sounds: "sounds and films", Charts: "charts and diagrams",
	Embedded: "embedded files", Fonts: "embedded fonts", Data: "custom data", Tags: "tags", Properties: "properties", Thumbnail: "thumbnail", Handouts: "handouts", Rest: "other parts",
}

// Print writes the report for a terminal, in English.
func (r *Report) Print(w io.Writer, file string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Template %s, %.4g by %.4g inches\n", path.Base(file), r.W/72, r.H/72)
	for _, u := range r.Layouts {
		fmt.Fprintf(&b, "  %-36s %s (%s)\n", kindWords[u.Kind], u.Layout, howWords[u.How])
	}
	for _, t := range r.Tokens {
		name := "{{" + t.Name + "}}"
		if t.Picture {
			name += " on a picture"
		}
		fmt.Fprintf(&b, "  %-36s %s, %d times\n", name, map[State]string{Filled: "filled", Empty: "left empty: there is nothing to write", Unknown: "not known: left empty"}[t.State], t.Count)
	}
	if len(r.Fonts) > 0 {
		fmt.Fprintf(&b, "  fonts that cannot be measured: %s; their texts get room to spare\n", strings.Join(r.Fonts, ", "))
	}
	var gone []string
	for _, g := range r.Removed {
		gone = append(gone, fmt.Sprintf("%d %s", g.Count, thingWords[g.What]))
	}
	if len(gone) > 0 {
		fmt.Fprintf(&b, "  not taken over: %s\n", strings.Join(gone, ", "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Words are what a master or layout says, with its tokens as they stand.
type Words struct{ Sheet, Text string }

// Words are all words of the design, in its order: whoever writes slides into
// it hands them out as well.
func (t *Template) Words() []Words {
	var out []Words
	for _, m := range t.masters {
		for _, s := range append([]*sheet{m}, m.layouts...) {
			name := s.root.child("cSld").attr("name")
			text := []string{name}
			s.root.each(func(n *node) {
				if n.is("p") && n.space == ooxml.NSDrawing {
					text = append(text, n.words())
				}
			})
			out = append(out, Words{name, strings.TrimSpace(strings.Join(text, "\n"))})
		}
	}
	return out
}
