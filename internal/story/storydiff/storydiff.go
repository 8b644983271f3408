// Package storydiff tells what is different between two stories of one account:
// what changed since the last review. It compares words and not records, so
// that two told stories give the same answer for good.
package storydiff

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
)

// Story is one of the two, with its claims.
type Story struct {
	Story  *success.Story
	Claims []success.Claim
}

// Head says which story a side is.
type Head struct {
	Story  success.ID   `json:"story"`
	Title  string       `json:"title"`
	Status string       `json:"status"`
	ToldOn success.Date `json:"told_on"`
}

// Sentence is one claim on one side.
type Sentence struct {
	Claim   success.ID `json:"claim"`
	Section string     `json:"section"`
	Text    string     `json:"text"` // without marks of manner
}

// Op says what became of a run of words.
type Op string

// The runs of words of a changed sentence.
const (
	Same    Op = "same"
	Added   Op = "added"
	Removed Op = "removed"
)

// Run is a run of words of a changed sentence.
type Run struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// Change is a sentence that says something else, or stands elsewhere.
type Change struct {
	From  Sentence `json:"from"`
	To    Sentence `json:"to"`
	Moved bool     `json:"moved"` // to another section
	Runs  []Run    `json:"runs"`
}

// Heading is a section that has another title.
type Heading struct {
	Section string `json:"section"`
	From    string `json:"from"`
	To      string `json:"to"`
}

// Diff is what is different in the second story. Lists are in the order of the
// second story, what is gone in that of the first.
type Diff struct {
	From     Head       `json:"from"`
	To       Head       `json:"to"`
	Added    []Sentence `json:"added"`
	Removed  []Sentence `json:"removed"`
	Changed  []Change   `json:"changed"`
	Same     int        `json:"same"`
	Sections struct {
		Added   []string  `json:"added"`
		Removed []string  `json:"removed"`
		Renamed []Heading `json:"renamed"`
	} `json:"sections"`
}

// Of compares two stories. A sentence is the same where it has the same words
// in the same section; it has changed where it leans on the same records, or
// shares most of its words.
func Of(from, to Story) Diff {
	d := Diff{From: head(from.Story), To: head(to.Story), Added: []Sentence{}, Removed: []Sentence{}, Changed: []Change{}}
	d.sections(from.Story, to.Story)
	p := pairing{from: from.claims(), to: to.claims()}
	p.partner = make([]int, len(p.to))
	for i := range p.partner {
		p.partner[i] = -1
	}
	p.taken = make([]bool, len(p.from))
	p.match(func(a, b *success.Claim) bool { return a.Section == b.Section && text(a) == text(b) })
	p.match(func(a, b *success.Claim) bool { return text(a) == text(b) })
	p.match(func(a, b *success.Claim) bool { return a.Section == b.Section && len(a.Proof) > 0 && sameProof(a, b) })
	p.alike()
	for i := range p.to {
		c := &p.to[i]
		if p.partner[i] < 0 {
			d.Added = append(d.Added, sentence(c))
			continue
		}
		was := &p.from[p.partner[i]]
		if text(was) == text(c) && was.Section == c.Section {
			d.Same++
			continue
		}
		d.Changed = append(d.Changed, Change{From: sentence(was), To: sentence(c), Moved: was.Section != c.Section, Runs: runs(text(was), text(c))})
	}
	for i := range p.from {
		if !p.taken[i] {
			d.Removed = append(d.Removed, sentence(&p.from[i]))
		}
	}
	return d
}

func head(s *success.Story) Head {
	return Head{Story: s.ID, Title: s.Title, Status: cmp.Or(s.Status, "draft"), ToldOn: s.ToldOn}
}

func sentence(c *success.Claim) Sentence {
	return Sentence{Claim: c.ID, Section: c.Section, Text: text(c)}
}

func text(c *success.Claim) string { return strings.TrimSpace(prose.Plain(c.Text)) }

// claims are in the order of reading: by section, by place, by id.
func (s *Story) claims() []success.Claim {
	order := map[string]int{}
	for _, section := range story.SectionsOf(s.Story) {
		order[section.Key] = len(order)
	}
	for _, key := range story.Sections() {
		if _, there := order[key]; !there {
			order[key] = len(order)
		}
	}
	at := func(c *success.Claim) int {
		if n, ok := order[c.Section]; ok {
			return n
		}
		return len(order)
	}
	out := slices.Clone(s.Claims)
	slices.SortStableFunc(out, func(a, b success.Claim) int {
		return cmp.Or(cmp.Compare(at(&a), at(&b)), a.Position.Cmp(b.Position.Decimal), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func (d *Diff) sections(from, to *success.Story) {
	d.Sections.Added, d.Sections.Removed, d.Sections.Renamed = []string{}, []string{}, []Heading{}
	was := map[string]string{}
	for _, s := range from.Sections {
		was[s.Key] = s.Title
	}
	is := map[string]bool{story.SectionComposed: true}
	for _, s := range to.Sections {
		if is[s.Key] {
			continue
		}
		is[s.Key] = true
		title, there := was[s.Key]
		switch {
		case !there:
			d.Sections.Added = append(d.Sections.Added, s.Key)
		case title != s.Title:
			d.Sections.Renamed = append(d.Sections.Renamed, Heading{s.Key, title, s.Title})
		}
	}
	for _, s := range from.Sections {
		if !is[s.Key] {
			is[s.Key] = true
			d.Sections.Removed = append(d.Sections.Removed, s.Key)
		}
	}
}

// pairing finds each sentence's partner in the other story.
type pairing struct {
	from, to []success.Claim
	partner  []int // of each of to, in from
	taken    []bool
}

func (p *pairing) pair(from, to int) {
	p.partner[to], p.taken[from] = from, true
}

// match pairs what is the same by some rule, first with first.
func (p *pairing) match(same func(a, b *success.Claim) bool) {
	for i := range p.to {
		if p.partner[i] >= 0 {
			continue
		}
		for j := range p.from {
			if !p.taken[j] && same(&p.from[j], &p.to[i]) {
				p.pair(j, i)
				break
			}
		}
	}
}

// mostAlike is the share of words that two sentences must have in common.
const mostAlike = 0.5

// alike pairs what is left by the words in common, the most alike first.
func (p *pairing) alike() {
	type candidate struct {
		from, to int
		share    float64
	}
	var all []candidate
	for i := range p.to {
		if p.partner[i] >= 0 {
			continue
		}
		for j := range p.from {
			if p.taken[j] || p.from[j].Section != p.to[i].Section {
				continue
			}
			if share := inCommon(text(&p.from[j]), text(&p.to[i])); share >= mostAlike {
				all = append(all, candidate{j, i, share})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.share, a.share) })
	for _, c := range all {
		if !p.taken[c.from] && p.partner[c.to] < 0 {
			p.pair(c.from, c.to)
		}
	}
}

// inCommon is the share of words that two texts have in common, 0 to 1.
func inCommon(a, b string) float64 {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	count := map[string]int{}
	for _, w := range x {
		count[w]++
	}
	shared := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	if len(x)+len(y) == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(len(x)+len(y))
}

func sameProof(a, b *success.Claim) bool {
	if len(a.Proof) != len(b.Proof) {
		return false
	}
	return !slices.ContainsFunc(a.Proof, func(l success.Link) bool { return !slices.Contains(b.Proof, l) })
}

// longest bounds the words that are compared one by one; what is longer is
// shown as one text for another.
const longest = 2000

// runs compares two texts word by word.
func runs(from, to string) []Run {
	a, b := words(from), words(to)
	if len(a) > longest || len(b) > longest {
		return []Run{{Removed, from}, {Added, to}}
	}
	common := inOrder(a, b)
	out := []Run{}
	add := func(op Op, word string) {
		if n := len(out); n > 0 && out[n-1].Op == op {
			out[n-1].Text += word
			return
		}
		out = append(out, Run{op, word})
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && strings.TrimSpace(a[i]) == strings.TrimSpace(b[j]):
			add(Same, longer(a[i], b[j])) // one may be the last, without a blank after it
			i++
			j++
		case i < len(a) && (j == len(b) || common[i+1][j] >= common[i][j+1]):
			add(Removed, a[i])
			i++
		default:
			add(Added, b[j])
			j++
		}
	}
	return out
}

// inOrder is, for each two ends of two lists of words, how many words they have
// in common in the same order.
func inOrder(a, b []string) [][]int {
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if strings.TrimSpace(a[i]) == strings.TrimSpace(b[j]) {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	return common
}

func longer(a, b string) string {
	if len(a) > len(b) {
		return a
	}
	return b
}

// words cuts a text into words with the blanks after them.
func words(text string) []string {
	var out []string
	start, blank := 0, false
	for i, r := range text {
		if unicode.IsSpace(r) {
			blank = true
			continue
		}
		if blank {
			out = append(out, text[start:i])
			start, blank = i, false
		}
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}
