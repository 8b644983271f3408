package storydiff

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/tendril-app/tendril/internal/story/model"
)

// FigureChange is a figure of a page, as it was shown and as it is. One that only
// one side shows has an empty text on the other.
type FigureChange struct {
	Label string `json:"label"` // as the second document says it, where it has it
	From  string `json:"from"`
	To    string `json:"to"`
}

// Figures compares the figures that two documents show, page by page: it goes by
// what a label says besides its days and numbers.
func Figures(from, to *model.Document) []FigureChange {
	was, is := figuresOf(from), figuresOf(to)
	type pair struct {
		from, to int
		share    float64
	}
	var pairs []pair
	for j := range is {
		for i := range was {
			if was[i].key != is[j].key {
				continue
			}
			if share := inCommon(was[i].words, is[j].words); share >= mostAlike {
				pairs = append(pairs, pair{i, j, share})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.share, a.share) })
	partner, taken := map[int]int{}, map[int]bool{}
	for _, p := range pairs {
		if _, has := partner[p.to]; !has && !taken[p.from] {
			partner[p.to], taken[p.from] = p.from, true
		}
	}
	out := []FigureChange{}
	add := func(c FigureChange) {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	for j := range is {
		c := FigureChange{Label: is[j].label, To: is[j].value}
		if i, has := partner[j]; has {
			c.From = was[i].value
		}
		add(c)
	}
	for i := range was {
		if !taken[i] {
			add(FigureChange{Label: was[i].label, From: was[i].value})
		}
	}
	return out
}

type figure struct {
	key                 model.Key
	label, words, value string
}

func figuresOf(doc *model.Document) []figure {
	var out []figure
	for i := range doc.Pages {
		for _, b := range doc.Pages[i].Blocks {
			if b.Figures == nil {
				continue
			}
			for _, f := range b.Figures.Items {
				words := strings.FieldsFunc(f.Label, func(r rune) bool { return !unicode.IsLetter(r) })
				out = append(out, figure{doc.Pages[i].Key, f.Label, strings.Join(words, " "), f.Value})
			}
		}
	}
	return out
}
