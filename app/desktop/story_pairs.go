package desktop

import (
	"fmt"

	"github.com/tendril-app/tendril/internal/document/page"
	"github.com/tendril-app/tendril/internal/story/model"
)

// drawn is a document with its slides.
type drawn struct {
	doc    *model.Document
	slides []page.Slide
}

// pairs puts the same pages of two documents beside each other, in the order of the
// second; what only the first has comes where it stood.
func pairs(was, is drawn) []PagePairView {
	before, at := was.keyed()
	_, after := is.keyed()
	out := []PagePairView{}
	next := 0
	// until adds the pages that only the first has, up to a place in it.
	until := func(end int) {
		for ; next < end; next++ {
			if _, both := after[before[next]]; !both {
				s := was.slides[next]
				out = append(out, PagePairView{Title: was.doc.Pages[s.Page].Title, From: s.HTML})
			}
		}
	}
	keys, _ := is.keyed()
	for i, s := range is.slides {
		pair := PagePairView{Title: is.doc.Pages[s.Page].Title, To: s.HTML}
		if j, both := at[keys[i]]; both {
			until(j)
			pair.From = was.slides[j].HTML
		}
		out = append(out, pair)
	}
	until(len(before))
	return out
}

// keyed names each slide by its page and its place among the slides of such pages.
func (d drawn) keyed() (names []string, at map[string]int) {
	at = map[string]int{}
	count := map[model.Key]int{}
	for i, s := range d.slides {
		key := d.doc.Pages[s.Page].Key
		count[key]++
		name := fmt.Sprintf("%s %d", key, count[key])
		names = append(names, name)
		at[name] = i
	}
	return names, at
}
