package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// PortfolioChoiceView is one value that accounts have of a field, as a filter
// takes it, what a person calls it, and how many accounts have it.
type PortfolioChoiceView struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// mostChoices is how many values of a field are offered; more than that a person
// finds by typing.
const mostChoices = 300

// Choices returns the values that accounts have of a field of words, the most
// frequent first. The value that stands for having none is left out.
func (p *Portfolio) Choices(field string) (_ []PortfolioChoiceView, err error) {
	defer p.app.catch("portfolio.choices", &err)
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.read(); err != nil {
		return nil, err
	}
	words := p.book.wordsOf(field)
	if words == nil {
		return nil, success.Invalid("field", "The portfolio has no filter %q.", field)
	}
	counts := map[string]int{}
	for i := range p.rows {
		for _, word := range words(&p.rows[i]) {
			counts[word]++
		}
	}
	if field == "type" {
		for id := range p.book.types {
			counts[string(id)] += 0 // a type that no account has yet can be given
		}
	}
	choices := []PortfolioChoiceView{}
	for word, count := range counts {
		label := word
		switch field {
		case "type":
			if label = p.book.types[success.ID(word)]; label == "" {
				continue // a type in the bin is none
			}
		case "parent":
			label = p.book.names[success.ID(word)]
		}
		choices = append(choices, PortfolioChoiceView{Value: word, Label: label, Count: count})
	}
	slices.SortFunc(choices, func(a, b PortfolioChoiceView) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(folded(a.Label), folded(b.Label)))
	})
	return choices[:min(mostChoices, len(choices))], nil
}

// Attributes returns the names of the imported columns that accounts have, and on
// how many, the most frequent first.
func (p *Portfolio) Attributes() (_ []PortfolioChoiceView, err error) {
	defer p.app.catch("portfolio.attributes", &err)
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.read(); err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for i := range p.rows {
		for name := range p.rows[i].Attributes {
			counts[name]++
		}
	}
	choices := []PortfolioChoiceView{}
	for name, count := range counts {
		choices = append(choices, PortfolioChoiceView{Value: attributePrefix + name, Label: name, Count: count})
	}
	slices.SortFunc(choices, func(a, b PortfolioChoiceView) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Label, b.Label))
	})
	return choices[:min(mostChoices, len(choices))], nil
}
